//! What `sop check` said of a folder, kept for the next time that nothing has changed, or little.
//!
//! A memo holds the answer of one call together with all that it depends on: the program, the call, the look of the
//! screen, every `.sop` file and every `sop.toml` that was read or looked for. A file counts as unchanged when its size,
//! its times and its number in the file system are the same; where they are not, or where they are too young to tell
//! two changes of one moment apart, its content is compared by hash. Beside it lie the parts that the answer was made
//! of, a part a file: where only some files have changed, come or gone, the others' parts are taken, and what shows only
//! between files is looked for anew. Anything else, a damaged memo among them, is as if there were none. The answer is
//! therefore always that of a full check; `tests/memo.rs` holds it to that.

mod pack;

use super::error::CliError;
use super::screen::Screen;
use super::seen::{Seen, Stamp};
use super::settings::Finder;
use super::{Exit, tally, write};
use pack::{Pack, Unpack};
use rayon::prelude::*;
use sop::text::Text;
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use xxhash_rust::xxh3::xxh3_64;

/// Counts up when what is kept changes its form.
const MAGIC: &[u8] = b"sop-memo-3\n";
/// The ending of the file with the parts; the memo itself ends in `memo`.
const PARTS: &str = "parts";
/// A few files are checked before they are looked up; and who has a few files wants to find nothing anywhere.
const FEWEST: usize = 100;
/// The oldest go when there are more in the user's own folder, or when they are longer together.
const MOST: usize = 32;
const MOST_BYTES: u64 = 256 << 20;
/// Of a folder whose parts are longer together, only the answer is kept: they would have to be held in memory.
const MOST_OF_PARTS: usize = 64 << 20;

fn now() -> i128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(i128::MAX, |time| time.as_nanos() as i128)
}

/// Where the answer to a call is kept.
pub(super) struct Memo {
    file: PathBuf,
    /// All that makes a call another call, except files.
    call: Vec<u8>,
    /// The program that is asked: another one may answer otherwise.
    program: PathBuf,
    /// When we began to look at files.
    began: i128,
    /// Named on the command line, not the user's own folder.
    asked_for: bool,
    /// Of the files that were checked so far, in order.
    seen: Vec<Seen>,
    /// What the answer is made of so far, a part a file; `None` when that is too much.
    parts: Option<Pack>,
}

/// What is left of an earlier answer.
pub(super) enum Recalled {
    /// All of it: nothing has changed.
    Whole(Said),
    /// The parts of files that have not changed, which may be none.
    Parts(Parts),
}

/// The parts of an earlier answer.
#[derive(Default)]
pub(super) struct Parts {
    bytes: Vec<u8>,
    /// In the order of today's files.
    files: Vec<Option<(Seen, Range<usize>)>>,
}

impl Parts {
    /// The part of a file that has not changed, by its place among today's files, and the file as it is now.
    pub(super) fn of(&self, at: usize) -> Option<(Seen, &[u8])> {
        let (seen, range) = self.files.get(at)?.as_ref()?;
        Some((*seen, &self.bytes[range.clone()]))
    }
}

/// An answer that was kept.
pub(super) struct Said {
    pub(super) printed: Vec<u8>,
    pub(super) saved: Option<(PathBuf, String)>,
    pub(super) exit: Exit,
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
        let here = env::current_dir().ok()?;
        let looks = (screen.lang, screen.out_looks);
        let call =
            format!("{program:?} {}\n{here:?}\n{looks:?}\n{call}", env!("CARGO_PKG_VERSION")).into_bytes();
        // The name says who is asked for, the call inside says exactly what.
        let name = format!("{:016x}.memo", xxh3_64(&format!("{here:?}{looks:?}{call:?}").into_bytes()));
        let parts = Some(Pack::default());
        Some(Memo {
            file: folder.join(name),
            call,
            program,
            began: now(),
            asked_for,
            seen: Vec::new(),
            parts,
        })
    }

    /// What was said the last time, where nothing has changed since; or what of it still holds.
    pub(super) fn recall(&self, paths: &[PathBuf]) -> Recalled {
        self.remembered(paths).unwrap_or_else(|| Recalled::Parts(Parts::default()))
    }

    fn remembered(&self, paths: &[PathBuf]) -> Option<Recalled> {
        let bytes = fs::read(&self.file).ok()?;
        let before = self.before(&bytes)?;
        // These are few, and what they change is everything.
        let beside = before.beside.iter().map(|(path, seen)| {
            let now = match seen {
                Some(seen) => Some(seen.again(path, before.written)?),
                None if path.is_file() => return None,
                None => None,
            };
            Some(((*path).to_owned(), now))
        });
        let beside: Vec<_> = beside.collect::<Option<_>>()?;
        let places = places(&before.files, paths)?;
        let again = |(path, place): (&PathBuf, &Option<usize>)| {
            place.and_then(|place| before.files[place].1.again(path, before.written))
        };
        let now: Vec<Option<Seen>> = paths.par_iter().zip(&places).with_min_len(64).map(again).collect();
        if places.iter().copied().eq((0..before.files.len()).map(Some))
            && let Some(now) = now.iter().copied().collect::<Option<Vec<Seen>>>()
        {
            if now.iter().zip(&before.files).any(|(now, (_, seen))| now != seen) {
                // Next time the stamps are enough.
                self.write(paths, &now, &beside, before.said, None);
            }
            return said(before.said).map(Recalled::Whole);
        }
        let sum = Unpack(before.said).number()?;
        let bytes = fs::read(self.parts_file()).ok().filter(|bytes| xxh3_64(bytes) == sum)?;
        let mut from = Unpack(&bytes);
        let mut ranges = Vec::with_capacity(before.files.len());
        for _ in &before.files {
            let part = from.bytes()?.len();
            let end = bytes.len() - from.0.len();
            ranges.push(end - part..end);
        }
        let file = |(place, now): (&Option<usize>, Option<Seen>)| Some((now?, ranges[(*place)?].clone()));
        let files = places.iter().zip(now).map(file).collect();
        Some(Recalled::Parts(Parts { bytes, files }))
    }

    /// What an earlier call like this one left, where it is whole.
    fn before<'b>(&self, bytes: &'b [u8]) -> Option<Before<'b>> {
        let body = bytes.strip_prefix(MAGIC)?;
        let (body, sum) = body.split_at_checked(body.len().checked_sub(8)?)?;
        if xxh3_64(body).to_le_bytes() != *sum {
            return None;
        }
        let mut from = Unpack(body);
        let written = from.time()?;
        if from.bytes()? != self.call {
            return None;
        }
        let (mut files, mut beside) = (Vec::new(), Vec::new());
        for _ in 0..from.number()? {
            files.push((from.bytes()?, from.seen()?));
        }
        for _ in 0..from.number()? {
            let path = Path::new(std::str::from_utf8(from.bytes()?).ok()?);
            beside.push((path, if from.flag()? { Some(from.seen()?) } else { None }));
        }
        Some(Before { written, files, beside, said: from.0 })
    }

    /// Takes the next file as it was seen, and its part of the answer.
    pub(super) fn add(&mut self, seen: Seen, part: &[u8]) {
        self.seen.push(seen);
        if let Some(parts) = &mut self.parts {
            parts.bytes(part);
        }
        if self.parts.as_ref().is_some_and(|parts| parts.0.len() > MOST_OF_PARTS) {
            self.parts = None;
        }
    }

    /// Keeps what was said. That it cannot be kept is no fault of the check.
    pub(super) fn keep(&self, paths: &[PathBuf], finder: &Finder, answer: &Said, screen: &mut Screen) {
        let parts = self.parts.as_ref().map(|parts| parts.0.as_slice()).unwrap_or_default();
        let mut said = Pack::default();
        said.number(xxh3_64(parts));
        said.flag(answer.exit == Exit::Findings);
        said.flag(answer.saved.is_some());
        if let Some((path, text)) = &answer.saved {
            let Some(path) = path.to_str() else { return };
            said.bytes(path.as_bytes());
            said.bytes(text.as_bytes());
        }
        said.bytes(&answer.printed);
        let Ok(about) = fs::metadata(&self.program) else { return };
        let Ok(program) = fs::read(&self.program) else { return };
        let program = (self.program.clone(), Some(Seen::new(Stamp::of(&about), &program)));
        let beside: Vec<_> = [program].into_iter().chain(finder.looked.iter().cloned()).collect();
        if self.seen.len() == paths.len()
            && let Some(error) = self.write(paths, &self.seen, &beside, &said.0, Some(parts))
            && self.asked_for
        {
            let text = Text { id: "hasil pemeriksaan tidak dapat disimpan", en: "the result cannot be kept" };
            let why = error.message(screen.lang);
            screen.warn(&format!("{}: {why}", text.pattern(screen.lang)), None);
        }
    }

    fn parts_file(&self) -> PathBuf {
        self.file.with_extension(PARTS)
    }

    /// Writes the memo, and the parts where they are new.
    fn write(
        &self,
        paths: &[PathBuf],
        seen: &[Seen],
        beside: &[(PathBuf, Option<Seen>)],
        said: &[u8],
        parts: Option<&[u8]>,
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
        body.number(beside.len() as u64);
        for (path, seen) in beside {
            body.bytes(path.to_str()?.as_bytes());
            body.flag(seen.is_some());
            seen.iter().for_each(|seen| body.seen(seen));
        }
        body.0.extend_from_slice(said);
        let sum = xxh3_64(&body.0).to_le_bytes();
        let bytes = [MAGIC, &body.0, &sum].concat();
        let folder = self.file.parent().unwrap_or(Path::new(""));
        // The memo knows its parts by their hash: between the two renames they are no one's.
        let parts = parts.map(|parts| (self.parts_file(), parts));
        let files: Vec<_> = parts.into_iter().chain([(self.file.clone(), bytes.as_slice())]).collect();
        let result = write::all(folder, &files);
        if !self.asked_for {
            // Whoever cannot be removed stays.
            let _ = forget_oldest(folder);
        }
        result.err()
    }
}

/// A memo that was read.
struct Before<'b> {
    written: i128,
    files: Vec<(&'b [u8], Seen)>,
    /// The program and the settings.
    beside: Vec<(&'b Path, Option<Seen>)>,
    /// The hash of the parts, then the answer.
    said: &'b [u8],
}

/// Where each of today's files stood before.
fn places(before: &[(&[u8], Seen)], paths: &[PathBuf]) -> Option<Vec<Option<usize>>> {
    let names: Vec<&[u8]> =
        paths.iter().map(|path| Some(path.to_str()?.as_bytes())).collect::<Option<_>>()?;
    if names.iter().eq(before.iter().map(|(name, _)| name)) {
        return Some((0..names.len()).map(Some).collect());
    }
    let known: BTreeMap<&[u8], usize> = before.iter().map(|(name, _)| *name).zip(0..).collect();
    Some(names.iter().map(|name| known.get(name).copied()).collect())
}

fn said(bytes: &[u8]) -> Option<Said> {
    let mut from = Unpack(bytes);
    let _parts = from.number()?;
    let exit = if from.flag()? { Exit::Findings } else { Exit::Clean };
    let saved = match from.flag()? {
        true => {
            let path = std::str::from_utf8(from.bytes()?).ok()?;
            Some((PathBuf::from(path), std::str::from_utf8(from.bytes()?).ok()?.to_owned()))
        }
        false => None,
    };
    let printed = from.bytes()?.to_owned();
    from.ended().then_some(Said { printed, saved, exit })
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
            let about = path.metadata()?;
            let parts = path.with_extension(PARTS).metadata().map_or(0, |parts| parts.len());
            memos.push((about.modified()?, about.len() + parts, path));
        }
    }
    memos.sort();
    let mut length = 0;
    for (count, (_, bytes, path)) in (1..).zip(memos.into_iter().rev()) {
        length += bytes;
        if count > MOST || (count > 1 && length > MOST_BYTES) {
            fs::remove_file(&path)?;
            fs::remove_file(path.with_extension(PARTS))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use sop::text::Lang;

    /// Which parts of an earlier answer hold for these files; `None` where all of it does.
    fn recalled(memo: &Memo, paths: &[PathBuf]) -> Option<Vec<Option<String>>> {
        match memo.recall(paths) {
            Recalled::Whole(_) => None,
            Recalled::Parts(parts) => {
                let text = |at| parts.of(at).map(|(_, part)| String::from_utf8_lossy(part).into_owned());
                Some((0..paths.len()).map(text).collect())
            }
        }
    }

    #[test]
    fn parts_of_files_that_did_not_change_are_taken() {
        let dir = tempfile::tempdir().unwrap();
        let file = |name: &str| dir.path().join(name);
        let paths: Vec<PathBuf> = ["a.sop", "b.sop", "c.sop"].map(file).to_vec();
        for path in &paths {
            fs::write(path, "sop: Uji\n").unwrap();
        }
        let mut screen = Screen::new(Lang::Id);
        let mut memo = Memo::of("", Some(dir.path()), &paths, &screen).unwrap();
        for path in &paths {
            let name = path.file_stem().unwrap().to_str().unwrap();
            memo.add(Seen::new(None, &fs::read(path).unwrap()), name.as_bytes());
        }
        let mut finder = Finder::new();
        finder.settings_for(&paths[0]);
        let said = Said { printed: Vec::new(), saved: None, exit: Exit::Clean };
        memo.keep(&paths, &finder, &said, &mut screen);
        let some = |parts: &[&str]| -> Option<Vec<Option<String>>> {
            Some(parts.iter().map(|part| Some((*part).to_owned()).filter(|it| !it.is_empty())).collect())
        };
        assert_eq!(recalled(&memo, &paths), None);
        fs::write(&paths[1], "sop: Lain\n").unwrap();
        assert_eq!(recalled(&memo, &paths), some(&["a", "", "c"]), "one has changed");
        fs::write(&paths[1], "sop: Uji\n").unwrap();
        assert_eq!(recalled(&memo, &paths), None, "it has not after all");
        assert_eq!(recalled(&memo, &paths[1..]), some(&["b", "c"]), "one is gone");
        let more: Vec<PathBuf> = ["b.sop", "baru.sop", "c.sop", "a.sop"].map(file).to_vec();
        assert_eq!(recalled(&memo, &more), some(&["b", "", "c", "a"]), "one is new");
        let settings = file("sop.toml");
        fs::write(&settings, "").unwrap();
        assert_eq!(recalled(&memo, &paths), some(&["", "", ""]), "settings hold for all");
        fs::remove_file(settings).unwrap();
        fs::write(memo.parts_file(), "a").unwrap();
        assert_eq!(recalled(&memo, &paths), None, "the answer needs no parts");
        assert_eq!(recalled(&memo, &paths[1..]), some(&["", ""]), "damaged parts are none");
    }
}
