//! `sop new`: a first procedure to write over.

use super::Exit;
use super::error::CliError;
use super::screen::Screen;
use super::words::Words;
use sop::text::{Lang, Text};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
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
    let failed = |source: std::io::Error| match source.kind() {
        ErrorKind::AlreadyExists => CliError::Exists { path: path.clone() },
        _ => CliError::Write { path: path.clone(), source },
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(failed)?;
    if let Err(error) = file.write_all(TEMPLATE.as_bytes()) {
        drop(file);
        // A template cut short would only mislead.
        let _ = std::fs::remove_file(&path);
        return Err(failed(error));
    }
    let name = super::error::show(&path);
    screen.print(match screen.lang {
        Lang::Id => format!("{name} ditulis. Ubah isinya, lalu: sop check {name}\n"),
        Lang::En => format!("{name} is written. Change its text, then: sop check {name}\n"),
    });
    Ok(Exit::Clean)
}
