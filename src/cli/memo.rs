//! What `sop check` said of a folder, kept for the next time that nothing has changed.
//!
//! A memo holds the answer of one call together with all that it depends on: the program, the call, the look of the
//! screen, every `.sop` file and every `sop.toml` that was read or looked for. A file counts as unchanged when its size,
//! its times and its number in the file system are the same; where they are not, or where they are too young to tell
//! two changes of one moment apart, its content is compared by hash. Anything else, a damaged memo among them, is as if
//! there were none. The answer is therefore always that of a full check; `tests/memo.rs` holds it to that.

use super::error::CliError;
use super::screen::Screen;
use super::seen::{Seen, Stamp};
use super::settings::Finder;
use super::{Exit, tally, write};
use rayon::prelude::*;
use sop::text::Text;
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use xxhash_rust::xxh3::xxh3_64;

/// Counts up when what is kept changes its form.
const MAGIC: &[u8] = b"sop-memo-1\n";
/// A few files are checked before they are looked up; and who has a few files wants to find nothing anywhere.
const FEWEST: usize = 100;
/// The oldest go when there are more in the user's own folder.
const MOST: usize = 32;

fn now() -> i128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(i128::MAX, |time| time.as_nanos() as i128)
}

/// Where the answer to a call is kept.
pub(super) struct Memo {
    file: PathBuf,
    /// All that makes a call another call, except the files.
    call: Vec<u8>,
    /// When we began to look at files.
    began: i128,
    /// Named on the command line, not the user's own folder.
    asked_for: bool,
}

/// An answer that was kept.
pub(super) struct Said {
    printed: Vec<u8>,
    saved: Option<(PathBuf, String)>,
    exit: Exit,
}

impl Said {
    /// Says it once more.
    pub(super) fn again(self, screen: &mut Screen) -> Result<Exit, CliError> {
        if let Some((path, text)) = &self.saved {
            tally::save(path, text)?;
        }
        screen.print(self.printed);
        Ok(self.exit)
    }
}

impl Memo {
    /// The memo of a call, in `folder` or else in the user's own folder for such things; `None` where there is none.
    pub(super) fn of(call: &str, folder: Option<&Path>, paths: &[PathBuf], screen: &Screen) -> Option<Memo> {
        if folder.is_none() && paths.len() < FEWEST {
            return None;
        }
        let asked_for = folder.is_some();
        let folder = folder.map(Path::to_owned).or_else(own_folder)?;
        let program = env::current_exe().ok()?;
        let program = (Stamp::of(&fs::metadata(&program).ok()?), env!("CARGO_PKG_VERSION"));
        let here = env::current_dir().ok()?;
        let looks = (screen.lang, screen.out_looks);
        let call = format!("{program:?}\n{here:?}\n{looks:?}\n{call}").into_bytes();
        // The name says who is asked for, the call inside says exactly what.
        let name = format!("{:016x}.memo", xxh3_64(&format!("{here:?}{looks:?}{call:?}").into_bytes()));
        Some(Memo { file: folder.join(name), call, began: now(), asked_for })
    }

    /// What was said the last time, where nothing has changed since.
    pub(super) fn recall(&self, paths: &[PathBuf]) -> Option<Said> {
        let bytes = fs::read(&self.file).ok()?;
        let body = bytes.strip_prefix(MAGIC)?;
        let (body, sum) = body.split_at_checked(body.len().checked_sub(8)?)?;
        if xxh3_64(body).to_le_bytes() != *sum {
            return None;
        }
        let mut from = Unpack(body);
        let written = from.time()?;
        if from.bytes()? != self.call || from.number()? != paths.len() as u64 {
            return None;
        }
        let mut files = Vec::with_capacity(paths.len());
        for path in paths {
            if from.bytes()? != path.to_str()?.as_bytes() {
                return None;
            }
            files.push((path.as_path(), from.seen()?));
        }
        let count = usize::try_from(from.number()?).ok()?;
        let mut settings = Vec::new();
        for _ in 0..count {
            let path = Path::new(std::str::from_utf8(from.bytes()?).ok()?);
            settings.push((path, if from.flag()? { Some(from.seen()?) } else { None }));
        }
        let refreshed: Option<Vec<Option<Seen>>> = settings
            .iter()
            .map(|(path, seen)| match seen {
                Some(seen) => seen.again(path, written).map(Some),
                None => (!path.is_file()).then_some(None),
            })
            .collect();
        let settings: Vec<(PathBuf, Option<Seen>)> =
            settings.iter().map(|(path, _)| (*path).to_owned()).zip(refreshed?).collect();
        let again: Option<Vec<Seen>> =
            files.par_iter().with_min_len(64).map(|(path, seen)| seen.again(path, written)).collect();
        let again = again?;
        let rest = from.0;
        let said = from.said()?;
        let changed = again.iter().zip(&files).any(|(again, (_, seen))| again != seen);
        if changed {
            // Next time the stamps are enough.
            self.write(paths, &again, &settings, rest);
        }
        Some(said)
    }

    /// Keeps what was said. That it cannot be kept is no fault of the check.
    #[allow(clippy::too_many_arguments, reason = "all that an answer is made of")]
    pub(super) fn keep(
        &self,
        paths: &[PathBuf],
        seen: &[Seen],
        finder: &Finder,
        saved: Option<(PathBuf, String)>,
        printed: &[u8],
        exit: Exit,
        screen: &mut Screen,
    ) {
        let mut said = Pack::default();
        said.flag(exit == Exit::Findings);
        said.flag(saved.is_some());
        if let Some((path, text)) = &saved {
            let Some(path) = path.to_str() else { return };
            said.bytes(path.as_bytes());
            said.bytes(text.as_bytes());
        }
        said.bytes(printed);
        if seen.len() == paths.len()
            && let Some(error) = self.write(paths, seen, &finder.looked, &said.0)
            && self.asked_for
        {
            let text = Text { id: "hasil pemeriksaan tidak dapat disimpan", en: "the result cannot be kept" };
            let why = error.message(screen.lang);
            screen.warn(&format!("{}: {why}", text.pattern(screen.lang)), None);
        }
    }

    fn write(
        &self,
        paths: &[PathBuf],
        seen: &[Seen],
        settings: &[(PathBuf, Option<Seen>)],
        said: &[u8],
    ) -> Option<CliError> {
        let mut body = Pack::default();
        body.time(self.began);
        body.bytes(&self.call);
        body.number(paths.len() as u64);
        for (path, seen) in paths.iter().zip(seen) {
            // A name that is no text is kept nowhere: such a folder has no memo.
            body.bytes(path.to_str()?.as_bytes());
            body.seen(seen);
        }
        body.number(settings.len() as u64);
        for (path, seen) in settings {
            body.bytes(path.to_str()?.as_bytes());
            body.flag(seen.is_some());
            seen.iter().for_each(|seen| body.seen(seen));
        }
        body.0.extend_from_slice(said);
        let sum = xxh3_64(&body.0).to_le_bytes();
        let bytes = [MAGIC, &body.0, &sum].concat();
        let folder = self.file.parent().unwrap_or(Path::new(""));
        let result = write::all(folder, &[(self.file.clone(), &bytes)]);
        if !self.asked_for {
            // Whoever cannot be removed stays.
            let _ = forget_oldest(folder);
        }
        result.err()
    }
}

/// The user's own folder for what a program may lose.
fn own_folder() -> Option<PathBuf> {
    let named = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = named("XDG_CACHE_HOME").or_else(|| {
        if cfg!(windows) {
            named("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            named("HOME").map(|home| home.join("Library/Caches"))
        } else {
            named("HOME").map(|home| home.join(".cache"))
        }
    });
    base.map(|base| base.join("sop"))
}

fn forget_oldest(folder: &Path) -> io::Result<()> {
    let mut memos = Vec::new();
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "memo") {
            memos.push((path.metadata()?.modified()?, path));
        }
    }
    memos.sort();
    let many = memos.len().saturating_sub(MOST);
    memos.iter().take(many).try_for_each(|(_, path)| fs::remove_file(path))
}

/// Numbers and texts into bytes, and back.
#[derive(Default)]
struct Pack(Vec<u8>);

impl Pack {
    fn flag(&mut self, flag: bool) {
        self.0.push(u8::from(flag));
    }

    fn number(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    fn time(&mut self, time: i128) {
        self.0.extend_from_slice(&time.to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    fn seen(&mut self, seen: &Seen) {
        self.0.extend_from_slice(&seen.hash.to_le_bytes());
        self.flag(seen.stamp.is_some());
        if let Some(stamp) = seen.stamp {
            self.number(stamp.size);
            stamp.times.iter().for_each(|time| self.time(*time));
            stamp.file.iter().for_each(|number| self.number(*number));
        }
    }
}

struct Unpack<'b>(&'b [u8]);

impl<'b> Unpack<'b> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    fn flag(&mut self) -> Option<bool> {
        self.take::<1>().map(|[byte]| byte != 0)
    }

    fn number(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    fn time(&mut self) -> Option<i128> {
        self.take().map(i128::from_le_bytes)
    }

    fn bytes(&mut self) -> Option<&'b [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(head)
    }

    fn seen(&mut self) -> Option<Seen> {
        let hash = self.take().map(u128::from_le_bytes)?;
        let stamp = match self.flag()? {
            true => Some(Stamp {
                size: self.number()?,
                times: [self.time()?, self.time()?],
                file: [self.number()?, self.number()?],
            }),
            false => None,
        };
        Some(Seen { stamp, hash })
    }

    fn said(&mut self) -> Option<Said> {
        let exit = if self.flag()? { Exit::Findings } else { Exit::Clean };
        let saved = match self.flag()? {
            true => {
                let path = std::str::from_utf8(self.bytes()?).ok()?;
                Some((PathBuf::from(path), std::str::from_utf8(self.bytes()?).ok()?.to_owned()))
            }
            false => None,
        };
        let printed = self.bytes()?.to_owned();
        self.0.is_empty().then_some(Said { printed, saved, exit })
    }
}
