//! The `sop.toml` files above a `.sop` file, the nearest first, read once each.

use super::error::{CliError, show};
use super::seen::{Seen, Stamp};
use super::templat;
use sop::config::{self, Partial, Settings};
use sop::diag::{Diagnostic, Rule, Severity, Sink};
use sop::emit::Templates;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const NAME: &str = "sop.toml";
/// No office writes a megabyte of settings.
const MOST_BYTES: u64 = 1 << 20;

/// Finds and keeps settings.
pub(super) struct Finder {
    rules: Vec<&'static Rule>,
    here: Option<PathBuf>,
    folders: BTreeMap<PathBuf, Arc<Folder>>,
    /// The same by the names that they are asked by, which need not be their real ones.
    asked: BTreeMap<OsString, Arc<Folder>>,
    /// Every `sop.toml` that was looked for, and what was seen of it.
    pub(super) looked: Vec<(PathBuf, Option<Seen>)>,
    /// Files read and not yet asked for by [`Finder::news`].
    news: Vec<Result<Arc<File>, CliError>>,
}

/// What holds for the `.sop` files of a folder.
pub(super) struct Folder {
    /// The settings in force.
    pub(super) settings: Settings,
    /// Whether a file above has an error or could not be read: what is in force may not be what was meant.
    pub(super) doubtful: bool,
    /// Where the logo's path begins, when one is set.
    pub(super) logo_base: Option<PathBuf>,
    /// The office's own templates.
    pub(super) templates: Arc<Templates>,
    files: Vec<Arc<File>>,
}

/// A `sop.toml`.
pub(super) struct File {
    /// As messages call it.
    pub(super) name: String,
    pub(super) text: String,
    pub(super) findings: Vec<Diagnostic>,
    folder: PathBuf,
    partial: Partial,
}

impl File {
    /// Where it lies.
    pub(super) fn path(&self) -> PathBuf {
        self.folder.join(NAME)
    }
}

impl Finder {
    pub(super) fn new() -> Finder {
        let here = std::env::current_dir().and_then(fs::canonicalize).ok();
        Finder {
            rules: sop::rules::all(),
            here,
            folders: BTreeMap::new(),
            asked: BTreeMap::new(),
            looked: Vec::new(),
            news: Vec::new(),
        }
    }

    /// The settings for a file, or for the files of a folder.
    pub(super) fn settings_for(&mut self, path: &Path) -> Arc<Folder> {
        // A folder that many files lie in is looked at once.
        let above = path.parent().unwrap_or(Path::new(""));
        let of_a_file = path.extension().is_some_and(|ending| ending == "sop");
        if let Some(known) = self.asked.get(above.as_os_str()).filter(|_| of_a_file) {
            return Arc::clone(known);
        }
        let named = if !of_a_file && path.is_dir() { path } else { above };
        let folder = if named.as_os_str().is_empty() { Path::new(".") } else { named };
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let found = self.folder(&folder);
        self.asked.insert(named.into(), Arc::clone(&found));
        found
    }

    fn folder(&mut self, folder: &Path) -> Arc<Folder> {
        if let Some(known) = self.folders.get(folder) {
            return Arc::clone(known);
        }
        let above = folder.parent().map(|parent| self.folder(parent));
        let mut doubtful = above.as_ref().is_some_and(|above| above.doubtful);
        let mut files: Vec<Arc<File>> = Vec::new();
        match self.read(folder) {
            Some(Ok(file)) => {
                let file = Arc::new(file);
                doubtful |= file.findings.iter().any(|finding| finding.severity == Severity::Error);
                self.news.push(Ok(Arc::clone(&file)));
                files.push(file);
            }
            Some(Err(error)) => {
                doubtful = true;
                self.news.push(Err(error));
            }
            None => {}
        }
        files.extend(above.iter().flat_map(|above| above.files.iter().cloned()));
        let templates = match files.first().filter(|file| file.partial.templat().is_some()) {
            Some(file) => {
                let (templates, errors) =
                    templat::read(&self.shown(&file.folder), file.partial.templat().unwrap_or("."));
                doubtful |= !errors.is_empty();
                self.news.extend(errors.into_iter().map(Err));
                Arc::new(templates)
            }
            None => above.as_ref().map(|above| Arc::clone(&above.templates)).unwrap_or_default(),
        };
        let out = Arc::new(Folder {
            settings: config::merge(files.iter().map(|file| &file.partial)),
            doubtful,
            logo_base: files
                .iter()
                .find(|file| file.partial.logo().is_some())
                .map(|file| file.folder.clone()),
            templates,
            files,
        });
        self.folders.insert(folder.to_owned(), Arc::clone(&out));
        out
    }

    fn read(&mut self, folder: &Path) -> Option<Result<File, CliError>> {
        let path = folder.join(NAME);
        let about = path.metadata().ok().filter(fs::Metadata::is_file);
        let Some(about) = about else {
            self.looked.push((path, None));
            return None;
        };
        let size = about.len();
        let shown = &self.shown(&path);
        let name = show(shown);
        if size > MOST_BYTES {
            return Some(Err(CliError::TooLarge { path: shown.to_owned(), mebibytes: MOST_BYTES >> 20 }));
        }
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(source) => return Some(Err(CliError::Read { path: shown.to_owned(), source })),
        };
        self.looked.push((path.clone(), Some(Seen::new(Stamp::of(&about), &bytes))));
        let Ok(text) = String::from_utf8(bytes) else {
            return Some(Err(CliError::NotText { path: shown.to_owned() }));
        };
        let mut sink = Sink::new();
        let partial = config::parse(&text, &name, &self.rules, &mut sink);
        let findings = sink.into_sorted();
        Some(Ok(File { name, text, findings, folder: folder.to_owned(), partial }))
    }

    /// As the reader finds it from where he stands.
    fn shown(&self, path: &Path) -> PathBuf {
        self.here.as_ref().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path).to_owned()
    }

    /// The files read since the last call, nearest last, so that each is reported once.
    pub(super) fn news(&mut self) -> Vec<Result<Arc<File>, CliError>> {
        std::mem::take(&mut self.news)
    }
}
