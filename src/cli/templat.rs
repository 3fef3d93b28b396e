//! `sop templat`: writes our templates for an office to change; and reads those that it changed.

use super::error::{CliError, Misuse, show};
use super::screen::Screen;
use super::words::Words;
use super::{Exit, write};
use sop::emit::{OwnTemplate, TEMPLATES, Templates};
use sop::text::{Text, nearest};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct Args {
    folder: PathBuf,
}

const ENDING: &str = ".j2";
/// No form is described in a megabyte.
const MOST_BYTES: u64 = 1 << 20;

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Menuliskan templat keluaran, untuk diubah menurut kebiasaan kantor",
        en: "Write the templates of the outputs, for an office to change",
    },
    usage: Text { id: "sop templat FOLDER", en: "sop templat FOLDER" },
    args: &[(
        "folder",
        Text {
            id: "Folder templat; dibuat bila belum ada",
            en: "Folder of the templates; made when missing",
        },
    )],
    examples: Text {
        id: "Contoh:\n  sop templat templat\n\nLalu sebut foldernya dalam sop.toml: `[cetak]`, `templat = \"templat\"`. Templat yang tidak diubah boleh dihapus.",
        en: "Example:\n  sop templat templat\n\nThen name the folder in sop.toml: `[cetak]`, `templat = \"templat\"`. Templates that you do not change may be deleted.",
    },
};

/// Writes every template; one that is there already is the office's, and none is written then.
pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    if args.folder == Path::new("-") {
        return Err(CliError::Misuse(Misuse::StdoutForFiles));
    }
    let files: Vec<(PathBuf, &[u8])> = TEMPLATES
        .iter()
        .map(|template| {
            (args.folder.join(format!("{}{ENDING}", template.name)), template.source().as_bytes())
        })
        .collect();
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
        return Err(CliError::Exists { path: path.clone() });
    }
    write::all(&args.folder, &files)?;
    for (path, _) in &files {
        screen.print(format!("{}\n", show(path)));
    }
    Ok(Exit::Clean)
}

/// The templates of a folder that a `sop.toml` in `base` names, and what is wrong with them.
pub(super) fn read(base: &Path, named: &str) -> (Templates, Vec<CliError>) {
    let folder = base.join(named);
    let (mut found, mut errors) = (Templates::new(), Vec::new());
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(source) if source.kind() == io::ErrorKind::NotFound => {
            return (found, vec![CliError::NotFound { path: folder, near: None }]);
        }
        Err(source) => return (found, vec![CliError::Read { path: folder, source }]),
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        // What editors leave beside the files, and what an office keeps there for itself.
        let Some(name) = name.strip_suffix(ENDING) else { continue };
        let known = TEMPLATES.iter().map(|template| template.name);
        if !known.clone().any(|it| it == name) {
            let near = nearest(name, known).map(|near| format!("{near}{ENDING}"));
            errors.push(CliError::NoSuchTemplate { path, near });
            continue;
        }
        match text(&path) {
            Ok(text) => {
                found.insert(name.to_owned(), OwnTemplate { file: show(&path), text });
            }
            Err(error) => errors.push(error),
        }
    }
    (found, errors)
}

fn text(path: &Path) -> Result<String, CliError> {
    let failed = |source| CliError::Read { path: path.to_owned(), source };
    if fs::metadata(path).map_err(failed)?.len() > MOST_BYTES {
        return Err(CliError::TooLarge { path: path.to_owned(), mebibytes: MOST_BYTES >> 20 });
    }
    let bytes = fs::read(path).map_err(failed)?;
    let text = String::from_utf8(bytes).map_err(|_| CliError::NotText { path: path.to_owned() })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}
