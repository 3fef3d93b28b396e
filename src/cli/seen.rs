//! A file as it was when it was read, so that it is known again without reading it.

use std::fs;
use std::path::Path;
use xxhash_rust::xxh3::xxh3_128;

/// File systems round their times; two changes within that may look like one.
const ROUNDING_NS: i128 = 2_000_000_000;

/// What the system says of a file without reading it. `None` where it says too little to rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) size: u64,
    /// When content, and when anything of the file was last changed, in nanoseconds since 1970.
    pub(super) times: [i128; 2],
    /// Which file it is.
    pub(super) file: [u64; 2],
}

impl Stamp {
    #[cfg(unix)]
    pub(super) fn of(about: &fs::Metadata) -> Option<Stamp> {
        use std::os::unix::fs::MetadataExt;
        let time = |seconds: i64, ns: i64| i128::from(seconds) * 1_000_000_000 + i128::from(ns);
        let times = [time(about.mtime(), about.mtime_nsec()), time(about.ctime(), about.ctime_nsec())];
        Some(Stamp { size: about.len(), times, file: [about.dev(), about.ino()] })
    }

    /// Without the time of the last change of any kind an edit can be hidden: always read.
    #[cfg(not(unix))]
    pub(super) fn of(_: &fs::Metadata) -> Option<Stamp> {
        None
    }

    /// Whether another change could have the same stamp, seen from a moment.
    fn is_young(&self, at: i128) -> bool {
        self.times.iter().any(|time| time + ROUNDING_NS >= at)
    }
}

/// A file as it was when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) stamp: Option<Stamp>,
    pub(super) hash: u128,
}

impl Seen {
    pub(super) fn new(stamp: Option<Stamp>, bytes: &[u8]) -> Seen {
        Seen { stamp, hash: xxh3_128(bytes) }
    }

    /// As text, for an index.
    pub(super) fn fingerprint(&self) -> String {
        format!("{:032x}", self.hash)
    }

    /// Whether the file is the same now; and as it is to be remembered from now on.
    pub(super) fn again(self, path: &Path, since: i128) -> Option<Seen> {
        let stamp = Stamp::of(&fs::metadata(path).ok().filter(fs::Metadata::is_file)?);
        if stamp.is_some() && stamp == self.stamp && !stamp.is_some_and(|stamp| stamp.is_young(since)) {
            return Some(self);
        }
        let now = Seen::new(stamp, &fs::read(path).ok()?);
        (now.hash == self.hash).then_some(now)
    }
}
