//! Many files through every stage, side by side, and their results one after the other in the order of the files.
//!
//! A few files a processor are under way at a time and then let go of, so that memory is bounded by the largest files
//! and not by their number. What a file is for the next step is made beside the others, too.

use super::error::CliError;
use super::settings::{File, Finder, Folder};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// So many files are under way on each processor: enough that none waits for the slowest.
const UNDER_WAY: usize = 24;

/// What came of a file, after what was read for the first time on the way to it: the `sop.toml` above it.
pub(super) struct Swept<T> {
    pub(super) settings: Vec<Result<Arc<File>, CliError>>,
    pub(super) file: Result<T, CliError>,
}

/// Makes of every file whose result is not `known` already what `make` says, and hands that to `take` in the order of
/// the files.
pub(super) fn each<T: Send>(
    paths: &[PathBuf],
    finder: &mut Finder,
    known: impl Fn(usize) -> Option<T> + Sync,
    make: impl Fn(&Path, Arc<Folder>) -> Result<T, CliError> + Sync,
    mut take: impl FnMut(usize, Swept<T>),
) {
    // To ask how many processors there are starts a thread on each.
    let some = if paths.len() < 2 { 1 } else { UNDER_WAY * rayon::current_num_threads() };
    for (chunk, first) in paths.chunks(some).zip((0..).step_by(some)) {
        let ready: Vec<_> = chunk.iter().map(|path| (finder.settings_for(path), finder.news())).collect();
        let load = |(at, (folder, _)): (usize, &(_, _))| match known(first + at) {
            Some(known) => Ok(known),
            None => make(&chunk[at], Arc::clone(folder)),
        };
        let files: Vec<Result<T, CliError>> = match chunk.len() {
            // One file needs no other processor.
            1 => ready.iter().enumerate().map(load).collect(),
            _ => ready.par_iter().enumerate().map(load).collect(),
        };
        for ((at, (_, settings)), file) in (first..).zip(ready).zip(files) {
            take(at, Swept { settings, file });
        }
    }
}
