//! Files reach the disk whole or not at all: written aside in the same folder, then renamed.

use super::error::CliError;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Writes files into a folder, which is made when it is missing. All are written aside before the first gets its name.
pub(super) fn all(folder: &Path, files: &[(PathBuf, &[u8])]) -> Result<(), CliError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| CliError::Write { path, source }
    };
    fs::create_dir_all(folder)
        .map_err(|error| match error.kind() {
            // The system only says that something is there; what matters is that it is no folder.
            io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
            _ => error,
        })
        .map_err(failed(folder))?;
    let mut ready = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        ready.push((path, aside(folder, path, bytes).map_err(failed(path))?));
    }
    for (path, file) in ready {
        file.persist(path).map_err(|error| error.error).map_err(failed(path))?;
    }
    Ok(())
}

fn aside(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
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
    // Some systems admit only now that the disk is full.
    file.as_file().sync_data()?;
    Ok(file)
}
