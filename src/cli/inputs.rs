//! Files, folders and patterns on the command line → the `.sop` files to work on.

use super::error::{CliError, Misuse, show};
use super::load::STDIN;
use sop::text::nearest;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, MAIN_SEPARATOR, Path, PathBuf, is_separator};
use walkdir::{DirEntry, WalkDir};

/// The files that the arguments mean, each once, folders in order of name; and what could not be found.
///
/// Without arguments, the folder we stand in.
pub(super) fn collect(args: &[PathBuf]) -> (Vec<PathBuf>, Vec<CliError>) {
    let here = [PathBuf::from(".")];
    let args = if args.is_empty() { &here[..] } else { args };
    let (mut found, mut errors): (Vec<Found>, _) = (Vec::new(), Vec::new());
    for arg in args {
        let before = found.len();
        let was = errors.len();
        if arg.is_dir() {
            walk(arg, &mut found, &mut errors, is_procedure);
            if found.len() == before && errors.len() == was {
                errors.push(CliError::EmptyFolder { path: arg.clone() });
            }
        } else if let Ok(about) = arg.symlink_metadata() {
            found.push((arg.clone(), about.is_symlink()));
        } else if is_pattern(arg) {
            matching(arg, &mut found, &mut errors);
            if found.len() == before && errors.len() == was {
                errors.push(CliError::NoMatch { pattern: show(arg) });
            }
        } else if arg == Path::new(STDIN) {
            errors.push(CliError::Misuse(Misuse::StdinNotRead));
        } else {
            errors.push(CliError::NotFound { path: arg.clone(), near: near(arg) });
        }
    }
    // A folder names a file twice only by a link.
    let mut seen = BTreeSet::new();
    let mut folders: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let one_folder = args.len() == 1;
    let linked = found.iter().any(|(_, link)| *link);
    let once = |(path, link): &Found| {
        let place = match (link, path.parent(), path.file_name()) {
            (false, Some(folder), Some(name)) => {
                let named = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
                folders.entry(folder.to_owned()).or_insert_with(|| real(named)).join(name)
            }
            _ => real(path),
        };
        seen.insert(place)
    };
    if linked || !one_folder {
        found.retain(once);
    }
    (found.into_iter().map(|(path, _)| path).collect(), errors)
}

/// Whether the arguments mean folders only, so that no file of an office is left out on purpose.
pub(super) fn whole(args: &[PathBuf]) -> bool {
    args.iter().all(|arg| arg.is_dir())
}

/// A file, and whether its name is that of a link to it.
type Found = (PathBuf, bool);

fn walk(root: &Path, found: &mut Vec<Found>, errors: &mut Vec<CliError>, wanted: impl Fn(&Path) -> bool) {
    let hidden = |entry: &DirEntry| entry.file_name().as_encoded_bytes().starts_with(b".");
    let (first, first_error) = (found.len(), errors.len());
    let entries = WalkDir::new(root).into_iter();
    for entry in entries.filter_entry(|entry| entry.depth() == 0 || !hidden(entry)) {
        match entry {
            Ok(entry) => {
                let path = entry.path().strip_prefix("./").unwrap_or(entry.path());
                let kind = entry.file_type();
                if wanted(path) && !kind.is_dir() {
                    found.push((path.to_owned(), kind.is_symlink()));
                }
            }
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                let source = error.into_io_error().unwrap_or_else(|| std::io::ErrorKind::Other.into());
                errors.push(CliError::Read { path, source });
            }
        }
    }
    // By name, folder by folder. Sorting while we walk would take names out of paths over and over.
    let parts = |path: &Path| {
        let mut bytes = path.as_os_str().as_encoded_bytes().to_owned();
        bytes.iter_mut().filter(|byte| is_separator(char::from(**byte))).for_each(|byte| *byte = 0);
        bytes
    };
    found[first..].sort_by_cached_key(|(path, _)| parts(path));
    errors[first_error..].sort_by_cached_key(CliError::subject);
}

/// By its ending, in capitals, too, as shared drives and old programs write it.
fn is_procedure(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("sop"))
}

fn is_pattern(path: &Path) -> bool {
    path.to_str().is_some_and(|text| text.contains(['*', '?', '[', '{']))
}

/// A pattern that the shell left to us: `*` stays within a folder, `**` goes deeper.
fn matching(pattern: &Path, found: &mut Vec<Found>, errors: &mut Vec<CliError>) {
    let plain = pattern.strip_prefix("./").unwrap_or(pattern);
    let slashed = |path: &Path| path.to_string_lossy().replace(MAIN_SEPARATOR, "/");
    let mut glob = slashed(plain);
    if glob.starts_with('!') {
        // In front of the whole pattern it would mean all other files.
        glob.insert(0, '\\');
    }
    if fast_glob::validate(&glob).is_err() {
        return errors.push(CliError::Misuse(Misuse::BadPattern { pattern: show(pattern) }));
    }
    // Only what stands below the part without wildcards is looked at.
    let fixed: PathBuf =
        plain.components().take_while(|part| !is_pattern(Path::new(part))).collect::<PathBuf>();
    let root =
        if fixed.components().any(|part| !matches!(part, Component::CurDir)) { fixed } else { ".".into() };
    if root.is_dir() {
        walk(&root, found, errors, |path| fast_glob::glob_match(&glob, slashed(path)));
    }
}

/// A name in the same folder that the writer may have meant.
fn near(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut names: Vec<String> = parent
        .read_dir()
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir() || is_procedure(path))
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    let stem = |name: &str| match name.rsplit_once('.') {
        Some((stem, ending)) if ending.eq_ignore_ascii_case("sop") => stem.to_owned(),
        _ => name.to_owned(),
    };
    let stems: Vec<String> = names.iter().map(|name| stem(name)).collect();
    let near = nearest(&stem(name), stems.iter().map(String::as_str))?;
    let found = &names[stems.iter().position(|stem| stem == near)?];
    Some(show(&path.with_file_name(found)))
}
