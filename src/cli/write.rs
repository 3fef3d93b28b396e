//! Files reach the disk whole or not at all: written aside in the same folder, then renamed.

use super::error::CliError;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// Files written aside that do not have their names yet; they vanish when nobody wants them.
#[derive(Default)]
pub(super) struct Aside(Vec<(PathBuf, TempPath)>);

/// The file that `-o` names; `-` is standard output, as with other programs.
pub(super) fn named(file: &Option<PathBuf>) -> Option<&Path> {
    file.as_deref().filter(|file| *file != Path::new("-"))
}

/// Writes a file; its folder is made when it is missing.
pub(super) fn file(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    all(path.parent().unwrap_or(Path::new("")), &[(path.to_owned(), bytes)])
}

/// Writes the file that a name means: a link is written through, for what it points to is the procedure.
pub(super) fn through_link(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    let target = fs::canonicalize(path).map_err(|source| CliError::Read { path: path.to_owned(), source })?;
    file(&target, bytes)
}

/// Writes a file that is not there yet: one that is may hold what nobody else has, and is never overwritten.
pub(super) fn new_file(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    let failed = |source: io::Error| match source.kind() {
        io::ErrorKind::AlreadyExists => CliError::Exists { path: path.to_owned() },
        _ => CliError::Write { path: path.to_owned(), source },
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_data());
    // What is open cannot be removed everywhere.
    drop(file);
    written.map_err(|error| {
        // Half a text would only mislead.
        let _ = fs::remove_file(path);
        failed(error)
    })
}

/// Writes files into a folder, which is made when it is missing.
pub(super) fn all(folder: &Path, files: &[(PathBuf, &[u8])]) -> Result<(), CliError> {
    aside(folder, files)?.keep().map(drop)
}

/// Writes files beside where they will stand, in a folder that is made when it is missing.
pub(super) fn aside(folder: &Path, files: &[(PathBuf, &[u8])]) -> Result<Aside, CliError> {
    fs::create_dir_all(folder)
        .map_err(|error| match error.kind() {
            // The system only says that something is there; what matters is that it is no folder.
            io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
            _ => error,
        })
        .map_err(failed(folder))?;
    let ready = files.iter().map(|(path, bytes)| {
        let written = one(folder, path, bytes).map_err(failed(path))?;
        Ok((path.clone(), written))
    });
    Ok(Aside(ready.collect::<Result<_, _>>()?))
}

impl Aside {
    /// Gives all of them their names, once they are whole on the disk.
    pub(super) fn keep(self) -> Result<Vec<PathBuf>, CliError> {
        for (path, aside) in &self.0 {
            // Some systems admit only now that the disk is full. Many files may wait here, so none was left open; one
            // that its owner may not read is not waited for.
            match fs::OpenOptions::new().read(true).write(cfg!(windows)).open(aside) {
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
                file => file.and_then(|file| file.sync_data()).map_err(failed(path))?,
            }
        }
        let named = self.0.into_iter().map(|(path, aside)| {
            aside.persist(&path).map_err(|error| error.error).map_err(failed(&path))?;
            Ok(path)
        });
        named.collect()
    }
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> CliError {
    let path = path.to_owned();
    move |source| CliError::Write { path, source }
}

fn one(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".sop-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is private by default; the office's other members are to read this one. What it replaces
        // keeps its permissions.
        let mode = fs::metadata(path).map_or(0o666, |old| old.permissions().mode() & 0o777);
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    let mut file =
        builder.tempfile_in(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?;
    file.write_all(bytes)?;
    Ok(file.into_temp_path())
}
