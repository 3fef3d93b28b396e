//! `sop daftar`: the register of procedures, as a table, CSV, JSON or a workbook.

use super::error::CliError;
use super::excerpt::safe;
use super::screen::Screen;
use super::settings::Finder;
use super::sweep::{self, Swept};
use super::usage::day;
use super::words::{FILES, PER, Words};
use super::{Exit, inputs, load, write};
use sop::day::Day;
use sop::register::{Register, list};
use sop::text::Text;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Form,
    #[arg(long, short)]
    output: Option<PathBuf>,
    #[arg(long, value_parser = day)]
    per: Option<Day>,
}

/// How the register is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// For people.
    #[default]
    Human,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// A workbook.
    #[cfg(feature = "xlsx")]
    Xlsx,
}

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Mencetak daftar SOP: nomor, judul, unit, tanggal, pejabat, waktu, temuan",
        en: "Print the register: number, title, unit, dates, official, time, findings",
    },
    usage: Text { id: "sop daftar [PILIHAN] [BERKAS]...", en: "sop daftar [OPTIONS] [FILE]..." },
    args: &[
        ("files", FILES),
        (
            "format",
            Text {
                id: "Bentuk daftar: `human` [bawaan], `csv`, `json`, `xlsx`; tanpa ini menurut akhiran nama `-o`",
                en: "Form of the list: `human` [default], `csv`, `json`, `xlsx`; else as the name of `-o` ends",
            },
        ),
        (
            "output",
            Text { id: "Tulis ke berkas ini, bukan ke layar", en: "Write into this file, not to the screen" },
        ),
        ("per", PER),
    ],
    examples: Text {
        id: "Contoh:\n  sop daftar sops/\n  sop daftar sops/ -o daftar-sop.xlsx --per 2026-11-24",
        en: "Examples:\n  sop daftar sops/\n  sop daftar sops/ -o register.xlsx --per 2026-11-24",
    },
};

/// Lists what can be read. That a procedure has errors is a column here, and no failure.
pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let (paths, errors) = inputs::collect(&args.files);
    let mut exit = screen.errors(&errors);
    let mut fail = |screen: &mut Screen, error: &CliError| {
        screen.error(error);
        exit = exit.max(error.exit());
    };
    let mut finder = Finder::new();
    let mut register = Register::new().whole(inputs::whole(&args.files));
    sweep::each(
        &paths,
        &mut finder,
        |_| None,
        |path, folder| load::with(path, folder).map(|loaded| loaded.entry()),
        |_, Swept { settings, file }| {
            settings.into_iter().filter_map(Result::err).for_each(|error| fail(screen, &error));
            match file {
                Ok(entry) => entry.into_iter().for_each(|entry| register.add(entry)),
                Err(error) => fail(screen, &error),
            }
        },
    );
    let lines = register.list(args.per);
    let looks = screen.out_looks;
    let output = write::named(&args.output);
    let width = if output.is_some() { WIDE } else { looks.width };
    let bytes = match form(args) {
        Form::Human => {
            let table = list::table(&lines, width, screen.lang);
            table.lines().map(|line| safe(line, looks.unicode) + "\n").collect::<String>().into_bytes()
        }
        Form::Csv => list::csv(&lines).into_bytes(),
        Form::Json => list::json(&lines).into_bytes(),
        #[cfg(feature = "xlsx")]
        Form::Xlsx => sop::register::xlsx(&lines, screen.lang),
    };
    match output {
        Some(path) => write::file(path, &bytes)?,
        None => screen.print(bytes),
    }
    Ok(exit)
}

/// A file has room for every column.
const WIDE: usize = 240;

/// What was asked for; without that, what the name of the file says.
fn form(args: &Args) -> Form {
    let ending = args.output.as_ref().and_then(|path| path.extension()?.to_str());
    match (args.format, ending) {
        (Form::Human, Some("csv")) => Form::Csv,
        (Form::Human, Some("json")) => Form::Json,
        #[cfg(feature = "xlsx")]
        (Form::Human, Some("xlsx")) => Form::Xlsx,
        (form, _) => form,
    }
}
