//! A part of the files of a check, so that a build server checks them on many machines.

use super::error::CliError;
use super::seen::Seen;
use super::tally;
use sop::register::Entry;
use sop::register::index::{self, Line};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use xxhash_rust::xxh3::xxh3_128;

/// The version that indexes carry.
pub(super) const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// `3/16`: the third of sixteen parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shard {
    part: u32,
    of: u32,
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Shard, String> {
        let parts = text.split_once('/').and_then(|(part, of)| Some((part.parse().ok()?, of.parse().ok()?)));
        let (part, of): (u32, u32) = parts.ok_or("3/16")?;
        (1..=of).contains(&part).then_some(Shard { part, of }).ok_or_else(|| format!("1/{of} … {of}/{of}"))
    }
}

/// A part under way: what it will leave behind.
pub(super) struct Part {
    about: index::Part,
    /// Which of all files each of its own is.
    places: Vec<usize>,
    lines: Vec<Line>,
}

impl Part {
    /// Leaves the files of this part in `paths`. A file stays in its part when others come and go.
    pub(super) fn of(shard: Shard, paths: &mut Vec<PathBuf>, whole: bool) -> Part {
        let name = |path: &Path| path.to_string_lossy().replace('\\', "/");
        let names: Vec<String> = paths.iter().map(|path| name(path)).collect();
        let about = index::Part {
            part: shard.part,
            of: shard.of,
            files: paths.len(),
            whole,
            names: format!("{:032x}", xxh3_128(names.join("\n").as_bytes())),
        };
        let own =
            |name: &String| xxh3_128(name.as_bytes()) % u128::from(shard.of) == u128::from(shard.part - 1);
        let places: Vec<usize> =
            names.iter().enumerate().filter(|(_, name)| own(name)).map(|(at, _)| at).collect();
        *paths = places.iter().map(|at| std::mem::take(&mut paths[*at])).collect();
        Part { about, places, lines: Vec::new() }
    }

    /// Takes the facts of its own file at a place.
    pub(super) fn add(&mut self, at: usize, seen: Option<Seen>, entry: Entry) {
        let bytes = seen.map(|seen| seen.fingerprint()).unwrap_or_default();
        self.lines.push(Line { at: self.places[at], bytes, entry });
    }

    /// Writes the index.
    pub(super) fn save(&self, path: &Path) -> Result<(), CliError> {
        tally::save(path, &index::write(&self.about, &self.lines, PROGRAM))
    }
}
