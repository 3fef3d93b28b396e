//! What the commands that show one procedure share: it is opened, and printed as a table or as JSON.

use super::error::CliError;
use super::excerpt::safe;
use super::load::{self, Loaded};
use super::screen::Screen;
use super::settings::Finder;
use super::{Exit, Format};
use sop::analysis::Procedure;
use sop::model::{KegiatanId, Sop};
use sop::text::{Lang, Text};
use std::path::Path;

static ERRORS: Text = Text {
    id: "ada galat, sehingga yang tampil mungkin belum benar",
    en: "there are errors, so what is shown may not be right yet",
};

/// The procedure of a file, and the file. `None` where it has no rows, which was said with these words.
///
/// Errors: the file cannot be read.
pub(super) fn open(
    path: &Path,
    screen: &mut Screen,
    no_rows: &Text,
) -> Result<Option<(Procedure, Loaded)>, CliError> {
    let mut finder = Finder::new();
    let mut loaded = load::load(path, &mut finder)?;
    for error in finder.news().into_iter().filter_map(Result::err) {
        screen.error(&error);
    }
    let procedure = loaded.compiled.procedure.take();
    if procedure.is_none() {
        screen.warn(&format!("{}: {}", loaded.name, no_rows.pattern(screen.lang)), None);
    }
    Ok(procedure.map(|procedure| (procedure, loaded)))
}

/// Prints what a command has to say: what `json` gives for programs, what `table` gives for people.
pub(super) fn print<T: serde::Serialize>(
    screen: &mut Screen,
    format: Format,
    json: impl FnOnce() -> T,
    table: impl FnOnce(Lang) -> String,
) {
    let text = match format {
        Format::Json => json_text(&json()),
        Format::Human => {
            let unicode = screen.out_looks.unicode;
            table(screen.lang).lines().map(|line| safe(line, unicode) + "\n").collect()
        }
    };
    screen.print(text);
}

/// What programs read, with a line end at its end.
pub(super) fn json_text(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).expect("bug: words and numbers serialise") + "\n"
}

/// How the command ends: what is wrong with the file is for `sop check` to say, but not passed over in silence.
pub(super) fn close(screen: &mut Screen, loaded: &Loaded) -> Exit {
    if !loaded.compiled.has_errors() {
        return Exit::Clean;
    }
    let help = match screen.lang {
        Lang::Id => format!("lihat `sop check {}`", loaded.name),
        Lang::En => format!("see `sop check {}`", loaded.name),
    };
    screen.warn(&format!("{}: {}", loaded.name, ERRORS.pattern(screen.lang)), Some(help));
    Exit::Findings
}

/// Rows as the sheet numbers them.
pub(super) fn numbers(sop: &Sop, rows: &[KegiatanId]) -> Vec<String> {
    rows.iter().map(|row| sop[*row].nomor.to_string()).collect()
}
