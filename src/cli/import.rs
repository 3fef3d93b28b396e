//! `sop import`: another program's file as a `.sop` text, and what of it could not be kept.

use super::error::{CliError, show};
use super::screen::Screen;
use super::words::Words;
use super::{Exit, load, write};
use sop::import::{ALL, find};
use sop::text::{Lang, Text};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(required = true)]
    file: PathBuf,
    #[arg(long = "out", short = 'o')]
    to: Option<PathBuf>,
}

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Menyalin berkas program lain menjadi naskah `.sop`",
        en: "Turn another program's file into a `.sop` text",
    },
    usage: Text { id: "sop import [PILIHAN] BERKAS", en: "sop import [OPTIONS] FILE" },
    args: &[
        (
            "file",
            Text {
                id: "Berkas BPMN 2.0 dengan lajur, buatan `sop build` atau penyunting lain",
                en: "A BPMN 2.0 file with lanes, made by `sop build` or any editor",
            },
        ),
        (
            "to",
            Text {
                id: "Naskah tujuan; yang sudah ada tidak ditimpa [bawaan: ke layar]",
                en: "The text to write; nothing is overwritten [default: standard output]",
            },
        ),
    ],
    examples: Text {
        id: "Yang tidak dapat dinyatakan dalam naskah `.sop` disebut satu per satu.\n\nContoh:\n  sop import alur.bpmn -o alur.sop",
        en: "What a `.sop` text cannot say is listed one by one.\n\nExample:\n  sop import flow.bpmn -o flow.sop",
    },
};

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let path = &args.file;
    let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
    let Some(importer) = find(&ending) else {
        let known = ALL.iter().flat_map(|importer| importer.extensions).map(|it| format!(".{it}")).collect();
        return Err(CliError::NoImporter { path: path.clone(), known });
    };
    let to = write::named(&args.to);
    if let Some(path) = to.filter(|to| to.exists()) {
        return Err(CliError::Exists { path: path.to_owned() });
    }
    let bytes = load::bytes(path)?;
    let imported = (importer.import)(&bytes).map_err(|why| CliError::Import { path: path.clone(), why })?;
    let text = sop::fmt::format(&imported.sop);
    for note in &imported.lost {
        screen.warn(&note.words(screen.lang), None);
    }
    let Some(to) = to else {
        screen.print(&text);
        return Ok(Exit::Clean);
    };
    write::file(to, text.as_bytes())?;
    let (name, lost) = (show(to), imported.lost.len());
    screen.print(match (screen.lang, lost) {
        (Lang::Id, 0) => format!("{name} ditulis; semuanya tersalin. Periksa: sop check {name}\n"),
        (Lang::En, 0) => format!("{name} is written; everything was kept. Check it: sop check {name}\n"),
        (Lang::Id, _) => {
            format!("{name} ditulis; {lost} hal di atas tidak tersalin utuh. Periksa: sop check {name}\n")
        }
        (Lang::En, _) => format!(
            "{name} is written; {lost} things above were not kept whole. Check it: sop check {name}\n"
        ),
    });
    Ok(Exit::Clean)
}
