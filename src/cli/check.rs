//! `sop check`: say what is wrong with procedures.

use super::error::{CliError, Misuse};
use super::load::{self, Loaded};
use super::memo::{Memo, Parts, Recalled, Said};
use super::offers::Tells;
use super::screen::Screen;
use super::seen::Seen;
use super::settings::{Finder, Folder};
use super::shard::{self, Shard};
use super::sweep::{self, Swept};
use super::tally::{self, Tally};
use super::words::{FAIL_ON, OUTPUT, PER, QUIET, REPORT, STRICT, Words};
use super::{Exit, fix, inputs};
use sop::day::Day;
use sop::diag::Severity;
use sop::register::{Entry, Register};
use sop::text::Text;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    said: tally::Args,
    #[arg(long)]
    fix: bool,
    #[arg(long)]
    fix_unsafe: bool,
    #[arg(long, conflicts_with_all = ["format", "output"])]
    diff: bool,
    #[arg(long, requires = "index", conflicts_with_all = ["fix", "fix_unsafe", "diff"])]
    shard: Option<Shard>,
    #[arg(long, requires = "shard")]
    index: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["no_cache", "shard"])]
    cache: Option<PathBuf>,
    #[arg(long)]
    no_cache: bool,
}

impl Args {
    /// Whether the same call could say the same again.
    fn repeats(&self) -> bool {
        !(self.no_cache || self.mends() || self.shard.is_some() || self.reads_stdin())
    }

    /// Whether files are mended, or it is shown how.
    fn mends(&self) -> bool {
        self.fix || self.fix_unsafe || self.diff
    }

    /// Of which remedies it is said at the end how to apply them: what is piped in cannot be mended.
    fn tells(&self) -> Tells {
        if self.fix_unsafe || self.reads_stdin() {
            Tells::Nothing
        } else if self.fix {
            Tells::Others
        } else {
            Tells::All
        }
    }

    /// Whether what is piped in is checked.
    fn reads_stdin(&self) -> bool {
        self.files.iter().any(|file| file == Path::new(load::STDIN))
    }

    /// Why what is piped in cannot be checked in this way.
    fn not_of_stdin(&self) -> Option<CliError> {
        match self.reads_stdin() {
            true if self.files.len() > 1 => Some(CliError::Misuse(Misuse::StdinAmongFiles)),
            true if self.mends() || self.shard.is_some() => Some(CliError::Misuse(Misuse::StdinNotWritten)),
            _ => None,
        }
    }
}

/// What is left of a file that was checked.
struct Checked {
    ready: tally::Ready,
    entry: Option<Entry>,
    seen: Option<Seen>,
    /// Both as a memo keeps them; empty where there is none.
    part: Vec<u8>,
}

impl Checked {
    fn again((seen, part): (Seen, &[u8])) -> Option<Checked> {
        let (ready, entry) = serde_json::from_slice(part).ok()?;
        Some(Checked { ready, entry, seen: Some(seen), part: part.to_owned() })
    }
}

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Memeriksa SOP dan menyebut semua temuan",
        en: "Check procedures and say all that is found",
    },
    usage: Text { id: "sop check [PILIHAN] [BERKAS]...", en: "sop check [OPTIONS] [FILE]..." },
    args: &[
        (
            "files",
            Text {
                id: "Berkas, folder, atau pola seperti `sops/**/*.sop`; `-` membaca masukan baku [bawaan: folder ini]",
                en: "Files, folders, or patterns such as `sops/**/*.sop`; `-` reads standard input [default: this folder]",
            },
        ),
        REPORT,
        OUTPUT,
        FAIL_ON,
        STRICT,
        QUIET,
        (
            "fix",
            Text {
                id: "Terapkan dahulu perbaikan yang aman pada berkasnya",
                en: "First apply the safe fixes to the files",
            },
        ),
        (
            "fix_unsafe",
            Text {
                id: "Terapkan juga perbaikan yang perlu diperiksa ulang",
                en: "Apply also the fixes that should be read again",
            },
        ),
        (
            "diff",
            Text {
                id: "Hanya perlihatkan apa yang akan diubah; tidak ada yang ditulis",
                en: "Only show what would change; nothing is written",
            },
        ),
        ("per", PER),
        (
            "shard",
            Text {
                id: "Hanya bagian ini dari semua berkas, misalnya 3/16; temuan antarberkas menyusul dengan `sop merge`",
                en: "Only this part of all files, for example 3/16; findings across files follow with `sop merge`",
            },
        ),
        (
            "index",
            Text {
                id: "Tulis indeks bagian ini ke berkas ini, untuk `sop merge`",
                en: "Write the index of this part into this file, for `sop merge`",
            },
        ),
        (
            "cache",
            Text {
                id: "Simpan hasil di folder ini; berkas yang tidak berubah tidak diperiksa lagi",
                en: "Keep the result in this folder; what has not changed is not checked again",
            },
        ),
        (
            "no_cache",
            Text { id: "Periksa semuanya, jangan simpan hasil", en: "Check everything, keep no result" },
        ),
    ],
    examples: Text {
        id: "Contoh:\n  sop check usulan.sop\n  sop check sops/ --strict\n  sop check --fix --diff usulan.sop\n  sop check --format sarif -o temuan.sarif",
        en: "Examples:\n  sop check usulan.sop\n  sop check sops/ --strict\n  sop check --fix --diff usulan.sop\n  sop check --format sarif -o findings.sarif",
    },
};

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    if let Some(error) = args.not_of_stdin() {
        return Err(error);
    }
    let (mut paths, errors) = match args.reads_stdin() {
        true => (args.files.clone(), Vec::new()),
        false => inputs::collect(&args.files),
    };
    let call = || format!("{:?}", (&args.files, &args.said));
    let memo = match args.repeats() && errors.is_empty() {
        true => Memo::of(&call(), args.cache.as_deref(), &paths, screen),
        false => None,
    };
    let parts = match memo.as_ref().map(|memo| memo.recall(&paths)) {
        Some(Recalled::Whole(said)) => return said.again(screen),
        Some(Recalled::Parts(parts)) => parts,
        None => Parts::default(),
    };
    if memo.is_some() {
        screen.record();
    }
    let mut tally = Tally::new(&args.said, args.tells(), screen);
    errors.iter().for_each(|error| tally.fail(error));
    let mut mended = None;
    if args.mends() {
        let asked = fix::Asked { also_unsafe: args.fix_unsafe, diff: args.diff };
        let (exit, checked) = fix::all(&paths, asked, tally.screen);
        tally.exit = tally.exit.max(exit);
        mended = checked;
        if args.diff {
            return Ok(tally.exit);
        }
    }
    let whole = inputs::whole(&args.files);
    let part = args.shard.map(|shard| shard::Part::of(shard, &mut paths, whole));
    let drawer = tally.drawer();
    let mended = Mutex::new(mended);
    let wanted = Wanted { drawer: &drawer, of_a_part: part.is_some(), kept: memo.is_some() };
    let mut found = Found { memo, part, across: Across::new(whole), checked: 0 };
    let mut finder = Finder::new();
    sweep::each(
        &paths,
        &mut finder,
        |at| {
            // It is the only one.
            let mended = mended.lock().ok().and_then(|mut mended| mended.take());
            mended.map(|loaded| wanted.of(loaded)).or_else(|| parts.of(at).and_then(Checked::again))
        },
        |path, folder| wanted.check(path, folder),
        |at, swept| found.take(at, swept, &drawer, &mut tally),
    );
    let Found { memo, part, across, checked } = found;
    // What could not be read would be missing from the whole without a word.
    if let (Some(part), Some(path)) = (part, &args.index)
        && tally.exit != Exit::Failure
    {
        part.save(path)?;
    }
    across.tell(&paths, &mut finder, &drawer, args.said.per, &mut tally);
    let mut saved = None;
    let exit = tally.finish(checked, |path, text| {
        tally::save(path, text)?;
        saved = memo.is_some().then(|| (path.to_owned(), text.to_owned()));
        Ok(())
    })?;
    if let (Some(memo), Some(printed)) = (memo, screen.recorded())
        && exit != Exit::Failure
    {
        memo.keep(&paths, &finder, &Said { printed, saved, exit }, screen);
    }
    Ok(exit)
}

/// What is made of each file, beside others at once.
struct Wanted<'d> {
    drawer: &'d tally::Drawer,
    /// The files are a part of all: its index holds for whoever brings the parts together, whatever that one asks for.
    of_a_part: bool,
    /// A memo keeps what is made.
    kept: bool,
}

impl Wanted<'_> {
    /// How much what is looked for must weigh.
    fn least(&self) -> Severity {
        if self.of_a_part { Severity::Advice } else { self.drawer.least }
    }

    fn check(&self, path: &Path, folder: Arc<Folder>) -> Result<Checked, CliError> {
        Ok(self.of(load::at_least(path, folder, self.least())?))
    }

    fn of(&self, mut loaded: Loaded) -> Checked {
        let least = self.least();
        loaded.compiled.diagnostics.retain(|finding| finding.severity >= least);
        let entry = if self.of_a_part { loaded.entry() } else { loaded.entry_at_least(least) };
        let seen = (self.kept || self.of_a_part).then(|| Seen::new(loaded.stamp, &loaded.bytes));
        let findings = std::mem::take(&mut loaded.compiled.diagnostics);
        let ready = self.drawer.ready(&loaded.name, &loaded.text, findings);
        let part = if self.kept { serde_json::to_vec(&(&ready, &entry)) } else { Ok(Vec::new()) };
        Checked { ready, entry, seen, part: part.expect("bug: what was found is no JSON") }
    }
}

/// What came of the files so far, beside what is said of each.
struct Found {
    memo: Option<Memo>,
    part: Option<shard::Part>,
    across: Across,
    checked: usize,
}

impl Found {
    /// Takes the next file, and says what was found in it and in the settings above it.
    fn take(&mut self, at: usize, swept: Swept<Checked>, drawer: &tally::Drawer, tally: &mut Tally) {
        for news in swept.settings {
            match news {
                Ok(file) => tally.add(drawer.ready(&file.name, &file.text, file.findings.clone())),
                Err(error) => tally.fail(&error),
            }
        }
        let Checked { ready, entry, seen, part: kept } = match swept.file {
            Ok(checked) => checked,
            Err(error) => return tally.fail(&error),
        };
        self.checked += 1;
        tally.add(ready);
        if let (Some(memo), Some(seen)) = (&mut self.memo, seen) {
            memo.add(seen, &kept);
        }
        match (&mut self.part, entry) {
            (Some(part), Some(entry)) => part.add(at, seen, entry),
            (None, Some(entry)) => self.across.add(at, entry),
            (_, None) => {}
        }
    }
}

/// What shows only between files.
struct Across {
    register: Register,
    /// Which of the files each entry is of.
    files: Vec<usize>,
}

impl Across {
    fn new(whole: bool) -> Across {
        Across { register: Register::new().whole(whole), files: Vec::new() }
    }

    fn add(&mut self, file: usize, entry: Entry) {
        self.register.add(entry);
        self.files.push(file);
    }

    fn tell(
        mut self,
        paths: &[PathBuf],
        finder: &mut Finder,
        drawer: &tally::Drawer,
        day: Option<Day>,
        tally: &mut Tally,
    ) {
        // What one office does not ask of its files, another may have to know of them.
        for at in self.register.wanting(drawer.least) {
            match load::load(&paths[self.files[at]], finder).map(|loaded| loaded.unlisted()) {
                Ok(entry) => entry.into_iter().for_each(|entry| self.register.replace(at, entry)),
                Err(error) => tally.fail(&error),
            }
        }
        for (at, found) in self.register.findings(day, drawer.least) {
            // The text was let go of when its file was done: so many would not fit.
            let path = &paths[self.files[at]];
            let text = if drawer.quotes(&found) { load::text(path) } else { Ok(String::new()) };
            match text {
                Ok(text) => tally.add_later(drawer.ready(&self.register.entries()[at].name, &text, found)),
                Err(error) => tally.fail(&error),
            }
        }
    }
}
