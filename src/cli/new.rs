//! `sop new`: a first procedure to write over.

use super::error::{CliError, show};
use super::screen::Screen;
use super::words::Words;
use super::{Exit, write};
use sop::text::{Lang, Text};
use std::path::PathBuf;

static TEMPLATE: &str = include_str!("new.sop");

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(default_value = "prosedur.sop")]
    file: PathBuf,
}

pub(super) static HELP: Words = Words {
    about: Text { id: "Membuat naskah contoh untuk diubah", en: "Make a sample procedure to write over" },
    usage: Text { id: "sop new [BERKAS]", en: "sop new [FILE]" },
    args: &[(
        "file",
        Text {
            id: "Nama berkas baru; yang sudah ada tidak ditimpa [bawaan: prosedur.sop]",
            en: "Name of the new file; nothing is overwritten [default: prosedur.sop]",
        },
    )],
    examples: Text { id: "Contoh:\n  sop new usulan.sop", en: "Example:\n  sop new usulan.sop" },
};

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let mut path = args.file.clone();
    if path.extension().is_none() {
        path.set_extension("sop");
    }
    write::new_file(&path, TEMPLATE.as_bytes())?;
    let name = show(&path);
    screen.print(match screen.lang {
        Lang::Id => format!("{name} ditulis. Ubah isinya, lalu: sop check {name}\n"),
        Lang::En => format!("{name} is written. Change its text, then: sop check {name}\n"),
    });
    Ok(Exit::Clean)
}
