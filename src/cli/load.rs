//! A `.sop` file from the disk through every stage, with the settings above it.

use super::error::{CliError, show};
use super::seen::Stamp;
use super::settings::{Finder, Folder};
use sop::compile::{self, Compiled};
use sop::diag::{Severity, Sink};
use sop::register::Entry;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// Beyond this a file is not even looked at; what is merely too long for a procedure is a finding.
const MOST_BYTES: u64 = 64 << 20;

/// The name of standard input.
pub(super) const STDIN: &str = "-";

/// A file that went through every stage.
pub(super) struct Loaded {
    /// As messages call it.
    pub(super) name: String,
    /// As it lies on the disk.
    pub(super) bytes: Vec<u8>,
    /// Of the file before it was read.
    pub(super) stamp: Option<Stamp>,
    pub(super) text: String,
    pub(super) compiled: Compiled,
    pub(super) folder: Arc<Folder>,
}

impl Loaded {
    /// A file of which it is known what a check of it finds.
    pub(super) fn mended(path: &Path, text: String, compiled: Compiled, folder: Arc<Folder>) -> Loaded {
        Loaded { name: show(path), bytes: text.clone().into_bytes(), stamp: None, text, compiled, folder }
    }

    /// Its facts for the register; `None` where there is no row to speak of.
    pub(super) fn entry(&self) -> Option<Entry> {
        let Compiled { procedure, diagnostics, later, .. } = &self.compiled;
        let config = &self.folder.settings.config;
        procedure.as_ref().map(|procedure| Entry::of(&self.name, procedure, diagnostics, config, later))
    }

    /// The same, without what only the list shows.
    pub(super) fn unlisted(&self) -> Option<Entry> {
        let Compiled { procedure, later, .. } = &self.compiled;
        let config = &self.folder.settings.config;
        procedure.as_ref().map(|procedure| Entry::unlisted(&self.name, procedure, config, later))
    }

    /// As much of them as a check for these findings asks for.
    pub(super) fn entry_at_least(&self, least: Severity) -> Option<Entry> {
        let Compiled { procedure, later, .. } = &self.compiled;
        let config = &self.folder.settings.config;
        procedure.as_ref().map(|procedure| Entry::at_least(&self.name, procedure, config, later, least))
    }
}

/// The text of a file, read once more.
pub(super) fn text(path: &Path) -> Result<String, CliError> {
    Ok(sop::syntax::decode(&bytes(path)?, &mut Sink::new()))
}

/// Reads the bytes of a file that is said to be text.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    stamped(path).map(|(bytes, _)| bytes)
}

fn stamped(path: &Path) -> Result<(Vec<u8>, Option<Stamp>), CliError> {
    let failed = |source| CliError::Read { path: path.to_owned(), source };
    let bounded = |length: u64| match length > MOST_BYTES {
        true => Err(CliError::TooLarge { path: path.to_owned(), mebibytes: MOST_BYTES >> 20 }),
        false => Ok(()),
    };
    if path == Path::new(STDIN) {
        let bytes = stdin().map_err(failed)?;
        return bounded(bytes.len() as u64).map(|()| (bytes, None));
    }
    let file = File::open(path).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    bounded(about.len())?;
    // What is as long as it says need not be asked whether there is more; what the system makes up as it is read says
    // that it has no length, and may have no end.
    let length = if about.is_file() && about.len() > 0 { about.len() } else { MOST_BYTES + 1 };
    // Room for one byte more shows the end without growing; a file by itself would be asked for its length once more.
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).map_or(0, |length| length + 1));
    file.take(length).read_to_end(&mut bytes).map_err(failed)?;
    bounded(bytes.len() as u64).map(|()| (bytes, Stamp::of(&about)))
}

/// Standard input to its end, or beyond what is looked at; it gives its bytes once and may be asked for again.
fn stdin() -> io::Result<Vec<u8>> {
    static READ: OnceLock<Vec<u8>> = OnceLock::new();
    if let Some(bytes) = READ.get() {
        return Ok(bytes.clone());
    }
    let mut bytes = Vec::new();
    io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(READ.get_or_init(|| bytes).clone())
}

/// Reads and compiles a file.
pub(super) fn load(path: &Path, finder: &mut Finder) -> Result<Loaded, CliError> {
    let folder = finder.settings_for(path);
    with(path, folder)
}

/// Reads and compiles a file whose settings are known.
pub(super) fn with(path: &Path, folder: Arc<Folder>) -> Result<Loaded, CliError> {
    at_least(path, folder, Severity::Advice)
}

/// The same for the findings that weigh as much.
pub(super) fn at_least(path: &Path, folder: Arc<Folder>, least: Severity) -> Result<Loaded, CliError> {
    let (bytes, stamp) = stamped(path)?;
    let (text, compiled) = compile::compile_at_least(&bytes, &folder.settings.config, least);
    Ok(Loaded { name: show(path), bytes, stamp, text, compiled, folder })
}
