//! `sop config`: the settings in force for a file, and where each comes from.

use super::error::{CliError, show};
use super::render::{Renderer, Source};
use super::screen::Screen;
use super::settings::Finder;
use super::words::{FORMAT, Words};
use super::{Exit, Format, load, view};
use sop::config::Row;
use sop::diag::Severity;
use sop::text::{Lang, Text};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    file: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

static DEFAULT: Text = Text { id: "bawaan", en: "default" };

#[derive(serde::Serialize)]
struct Entry {
    key: String,
    value: Option<String>,
    file: Option<String>,
    line: Option<usize>,
}

#[derive(serde::Serialize)]
struct List {
    schema: &'static str,
    settings: Vec<Entry>,
}

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Mencetak pengaturan yang berlaku dan asalnya",
        en: "Print the settings in force and where each comes from",
    },
    usage: Text { id: "sop config [PILIHAN] [BERKAS]", en: "sop config [OPTIONS] [FILE]" },
    args: &[
        (
            "file",
            Text {
                id: "Berkas atau folder; `sop.toml` dicari dari sini ke atas [bawaan: folder ini]",
                en: "A file or folder; `sop.toml` is looked for from here upward [default: this folder]",
            },
        ),
        ("format", FORMAT),
    ],
    examples: Text {
        id: "Contoh:\n  sop config sops/usulan.sop",
        en: "Example:\n  sop config sops/usulan.sop",
    },
};

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    // What comes on standard input has the settings of this folder.
    let named = args.file.clone().filter(|path| path.as_os_str() != load::STDIN);
    let path = named.unwrap_or_else(|| PathBuf::from("."));
    if !path.exists() {
        return Err(CliError::NotFound { path, near: None });
    }
    let mut finder = Finder::new();
    let folder = finder.settings_for(&path);
    let mut exit = Exit::Clean;
    let renderer = Renderer::new(screen.err_looks, screen.lang);
    for news in finder.news() {
        match news {
            Ok(file) => {
                let source = Source::new(&file.name, &file.text);
                if file.findings.iter().any(|finding| finding.severity == Severity::Error) {
                    exit = exit.max(Exit::Findings);
                }
                screen.print_error(&renderer.findings(&file.findings, &source));
            }
            Err(error) => {
                screen.error(&error);
                exit = Exit::Failure;
            }
        }
    }
    let rows = folder.settings.rows();
    screen.print(match args.format {
        Format::Json => json(rows),
        Format::Human => table(&rows, screen.lang),
    });
    Ok(exit)
}

fn json(rows: Vec<Row>) -> String {
    let entry = |row: Row| Entry {
        key: row.key,
        value: row.value,
        line: row.origin.as_ref().map(|origin| origin.line),
        file: row.origin.map(|origin| origin.file),
    };
    let settings = rows.into_iter().map(entry).collect();
    view::json_text(&List { schema: "pengaturan-v1", settings })
}

fn table(rows: &[Row], lang: Lang) -> String {
    // A longer cell pushes away what stands behind it in its own line only.
    const MOST: usize = 60;
    let width = |cell: fn(&Row) -> &str| {
        rows.iter().map(|row| cell(row).chars().count()).max().unwrap_or(0).min(MOST)
    };
    let value: fn(&Row) -> &str = |row| row.value.as_deref().unwrap_or("-");
    let (keys, values) = (width(|row| &row.key), width(value));
    let line = |row: &Row| {
        let origin = match &row.origin {
            Some(origin) => format!("{}:{}", show(origin.file.as_ref()), origin.line),
            None => DEFAULT.pattern(lang).to_owned(),
        };
        format!("{:keys$}  {:values$}  {origin}\n", row.key, value(row))
    };
    rows.iter().map(line).collect()
}
