//! `sop formulir`: forms to fill in, of one procedure or of a folder.

use super::error::CliError;
use super::make::make;
use super::order::{self, Wanted};
use super::screen::Screen;
use super::words::{FILES, Words};
use super::{Exit, inputs};
use sop::emit::forms::{FORMATS, Format};
use sop::forms::Jenis;
use sop::text::Text;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    files: Vec<PathBuf>,
    #[arg(long, short)]
    out: Option<PathBuf>,
    #[arg(long, value_delimiter = ',', value_parser = kinds())]
    jenis: Vec<String>,
    #[arg(long, value_delimiter = ',', value_parser = formats())]
    bentuk: Vec<String>,
    #[arg(long)]
    force: bool,
    #[arg(long, value_parser = order::papers())]
    kertas: Option<String>,
}

fn kinds() -> clap::builder::PossibleValuesParser {
    Jenis::ALL.map(Jenis::name).into()
}

fn formats() -> clap::builder::PossibleValuesParser {
    FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().into()
}

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Membuat formulir isian: lembar kendali, kartu pelaksana, monitoring, evaluasi, dan lainnya",
        en: "Make forms to fill in: checklist, actors' cards, monitoring, evaluation, and more",
    },
    usage: Text { id: "sop formulir [PILIHAN] [BERKAS]...", en: "sop formulir [OPTIONS] [FILE]..." },
    args: &[
        ("files", FILES),
        (
            "out",
            Text {
                id: "Folder hasil; dibuat bila belum ada [bawaan: di samping berkasnya; yang untuk semua berkas di folder ini]",
                en: "Folder of the forms; made when missing [default: beside the file; those for all files in this folder]",
            },
        ),
        (
            "jenis",
            Text {
                id: "Formulir yang dibuat, dipisah koma [bawaan: semua]; lima yang terakhir dibuat sekali untuk semua berkas",
                en: "Forms, with commas [default: all]; the last five are made once for all files",
            },
        ),
        (
            "bentuk",
            Text {
                id: "Bentuk berkas, dipisah koma [bawaan: pdf]; logo dan kode QR tidak ada pada md",
                en: "Formats, with commas [default: pdf]; md has neither logo nor QR code",
            },
        ),
        (
            "force",
            Text {
                id: "Cetak walau ada galat; setiap halaman bertanda rancangan",
                en: "Print in spite of errors; every page is marked as a draft",
            },
        ),
        (
            "kertas",
            Text {
                id: "Kertas [bawaan: menurut sop.toml, lalu f4]; kartu pada pdf dan svg memakai A5 bila muat",
                en: "Paper [default: as sop.toml says, else f4]; cards in pdf and svg take A5 where they fit",
            },
        ),
    ],
    examples: Text {
        id: "Contoh:\n  sop formulir usulan.sop\n  sop formulir usulan.sop --jenis lembar-kendali,kartu\n  \
             sop formulir sops/ -o formulir --jenis monitoring,evaluasi,register",
        en: "Examples:\n  sop formulir usulan.sop\n  sop formulir usulan.sop --jenis lembar-kendali,kartu\n  \
             sop formulir sops/ -o forms --jenis monitoring,evaluasi,register",
    },
};

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let kinds = Jenis::ALL.into_iter().filter(|jenis| wanted(&args.jenis, jenis.name()));
    let formats: Vec<&'static Format> = match &args.bentuk[..] {
        [] => FORMATS.iter().take(1).collect(),
        named => FORMATS.iter().filter(|format| wanted(named, format.name)).collect(),
    };
    let all: Vec<Wanted> =
        kinds.flat_map(|jenis| formats.iter().map(move |format| (jenis, *format))).collect();
    // What is wrong with the names of the files is said when they are read.
    let several = inputs::collect(&args.files).0.len() > 1;
    let (joint, single): (Vec<Wanted>, Vec<Wanted>) =
        all.into_iter().partition(|(jenis, _)| several && jenis.joint());
    let order = order::Args {
        files: args.files.clone(),
        out: args.out.clone(),
        force: args.force,
        kertas: args.kertas.clone(),
        ..order::Args::default()
    };
    make(&order, Vec::new(), &single, &joint, screen)
}

fn wanted(named: &[String], name: &str) -> bool {
    named.is_empty() || named.iter().any(|it| it == name)
}
