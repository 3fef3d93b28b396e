//! `sop merge`: what shows only when all files are known, from the indexes of their parts.

use super::error::{CliError, PartsFault};
use super::offers::Tells;
use super::screen::Screen;
use super::seen::Seen;
use super::shard::PROGRAM;
use super::tally::{self, Tally};
use super::words::{FAIL_ON, OUTPUT, PER, QUIET, REPORT, STRICT, Words};
use super::{Exit, load};
use sop::diag::Sink;
use sop::register::index::{self, Line, Part, Unread};
use sop::text::Text;
use std::path::{Path, PathBuf};

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[arg(required = true)]
    indexes: Vec<PathBuf>,
    #[command(flatten)]
    said: tally::Args,
}

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Menyatukan bagian-bagian `sop check --shard`: temuan antarberkas",
        en: "Bring the parts of `sop check --shard` together: findings across files",
    },
    usage: Text { id: "sop merge [PILIHAN] INDEKS...", en: "sop merge [OPTIONS] INDEX..." },
    args: &[
        (
            "indexes",
            Text {
                id: "Indeks dari semua bagian; berkasnya dibaca dari folder yang sama",
                en: "The indexes of all parts; the files are read from the same folder",
            },
        ),
        REPORT,
        OUTPUT,
        FAIL_ON,
        STRICT,
        QUIET,
        ("per", PER),
    ],
    examples: Text {
        id: "Contoh:\n  sop check sops/ --shard 1/2 --index 1.idx\n  sop check sops/ --shard 2/2 --index 2.idx\n  sop merge 1.idx 2.idx",
        en: "Examples:\n  sop check sops/ --shard 1/2 --index 1.idx\n  sop check sops/ --shard 2/2 --index 2.idx\n  sop merge 1.idx 2.idx",
    },
};

fn unread(path: &Path, why: Unread) -> CliError {
    CliError::Parts(PartsFault::Index { path: path.to_owned(), why })
}

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let mut parts: Vec<(Part, Vec<Line>)> = Vec::new();
    for path in &args.indexes {
        let bytes = load::bytes(path)?;
        let text = String::from_utf8(bytes).map_err(|_| unread(path, Unread::NoIndex))?;
        let read = index::read(&text, PROGRAM).map_err(|why| unread(path, why))?;
        let belongs = |(first, _): &(Part, Vec<Line>)| Part { part: read.0.part, ..first.clone() } == read.0;
        let again = parts.iter().any(|(known, _)| known.part == read.0.part);
        if again {
            return Err(CliError::Parts(PartsFault::Again { path: path.clone() }));
        }
        if !parts.first().is_none_or(belongs) {
            return Err(CliError::Parts(PartsFault::OfOthers { path: path.clone() }));
        }
        parts.push(read);
    }
    let (of, files, whole) =
        parts.first().map_or((0, 0, false), |(part, _)| (part.of, part.files, part.whole));
    let missing: Vec<u32> =
        (1..=of).filter(|number| !parts.iter().any(|(part, _)| part.part == *number)).collect();
    if !missing.is_empty() {
        return Err(CliError::Parts(PartsFault::Missing { missing, of }));
    }
    let (register, bytes) = index::merge(parts.into_iter().map(|(_, lines)| lines).collect());
    let register = register.whole(whole);
    let mut tally = Tally::new(&args.said, Tells::Nothing, screen);
    let drawer = tally.drawer();
    for (at, found) in register.findings(args.said.per, drawer.least) {
        let name = &register.entries()[at].name;
        let path = Path::new(name);
        let same = |read: Vec<u8>| match Seen::new(None, &read).fingerprint() == bytes[at] {
            true => Ok(read),
            false => Err(CliError::Parts(PartsFault::ChangedSince { path: path.to_owned() })),
        };
        match load::bytes(path).and_then(same) {
            Ok(read) => {
                let text = sop::syntax::decode(&read, &mut Sink::new());
                tally.add(drawer.ready(name, &text, found));
            }
            Err(error) => tally.fail(&error),
        }
    }
    tally.finish(files, tally::save)
}
