//! `sop open`: the `.sop` file back out of the PDF that was made from it.

use super::error::{CliError, show};
use super::screen::Screen;
use super::words::Words;
use super::{Exit, load, write};
use sop::emit::pdf::{Source, sources};
use sop::text::{Lang, Text};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(required = true)]
    pdf: PathBuf,
    #[arg(long = "out", short = 'o')]
    to: Option<PathBuf>,
}

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Mengeluarkan naskah `.sop` dari PDF yang dibuat darinya",
        en: "Get the `.sop` file back out of the PDF that was made from it",
    },
    usage: Text { id: "sop open [PILIHAN] PDF", en: "sop open [OPTIONS] PDF" },
    args: &[
        (
            "pdf",
            Text {
                id: "PDF buatan `sop build`, juga yang sudah ditandatangani secara elektronik",
                en: "A PDF made by `sop build`, also one that was signed electronically",
            },
        ),
        (
            "to",
            Text {
                id: "Berkas atau folder tujuan; yang sudah ada tidak ditimpa [bawaan: ke layar]",
                en: "File or folder to write to; nothing is overwritten [default: standard output]",
            },
        ),
    ],
    examples: Text {
        id: "Contoh:\n  sop open usulan.pdf -o usulan.sop\n  sop open buku-sop.pdf -o naskah/",
        en: "Examples:\n  sop open usulan.pdf -o usulan.sop\n  sop open book.pdf -o texts/",
    },
};

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let bytes = load::bytes(&args.pdf)?;
    let path = || args.pdf.clone();
    let found = sources(&bytes).map_err(|why| CliError::Open { path: path(), why })?;
    let files: Vec<(PathBuf, &Source)> = match (write::named(&args.to), &found[..]) {
        (None, [source]) => {
            screen.print(&source.bytes);
            return Ok(Exit::Clean);
        }
        (None, many) => {
            let names = many.iter().map(|source| source.name.clone()).collect();
            return Err(CliError::SeveralSources { path: path(), names });
        }
        (Some(out), [source]) if !is_folder(out) => vec![(out.to_owned(), source)],
        (Some(folder), many) => many.iter().map(|source| (folder.join(&source.name), source)).collect(),
    };
    for (path, source) in files {
        // The text on the disk may be newer than the one in the PDF.
        write::new_file(&path, &source.bytes)?;
        let name = show(&path);
        screen.print(match screen.lang {
            Lang::Id => format!("{name} ditulis\n"),
            Lang::En => format!("{name} is written\n"),
        });
    }
    Ok(Exit::Clean)
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}
