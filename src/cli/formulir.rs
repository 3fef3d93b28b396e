//! `sop formulir`: forms to fill in, of one procedure or of a folder.

use super::build::{self, Teller, Wanted};
use super::error::{CliError, show};
use super::help::{FILES, Words};
use super::screen::Screen;
use super::{Exit, inputs, write};
use sop::analysis::Procedure;
use sop::emit::Options;
use sop::emit::forms::{self, FORMATS, Format};
use sop::forms::{Fakta, Jenis, Setup};
use sop::layout::paper::PAPERS;
use sop::text::{Lang, Text};
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
    #[arg(long, value_parser = papers())]
    kertas: Option<String>,
}

fn kinds() -> clap::builder::PossibleValuesParser {
    Jenis::ALL.map(Jenis::name).into()
}

fn formats() -> clap::builder::PossibleValuesParser {
    FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().into()
}

fn papers() -> clap::builder::PossibleValuesParser {
    PAPERS.iter().map(|paper| paper.name).collect::<Vec<_>>().into()
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
                id: "Formulir yang dibuat, dipisah koma [bawaan: semua]. Dari beberapa berkas, monitoring, evaluasi, \
                     verifikasi, identifikasi, dan register dibuat satu untuk semuanya",
                en: "Forms, with commas [default: all]. Of several files, monitoring, evaluasi, verifikasi, \
                     identifikasi and register are made once for all",
            },
        ),
        (
            "bentuk",
            Text {
                id: "Bentuk berkas, dipisah koma [bawaan: pdf]",
                en: "Formats, with commas [default: pdf]",
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
                id: "Kertas [bawaan: menurut sop.toml, lalu f4]; kartu memakai A5 bila muat",
                en: "Paper [default: as sop.toml says, else f4]; cards take A5 where they fit",
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
    let build = build::Args {
        files: args.files.clone(),
        out: args.out.clone(),
        force: args.force,
        kertas: args.kertas.clone(),
        ..build::Args::default()
    };
    build::make(&build, Vec::new(), &single, &joint, screen)
}

fn wanted(named: &[String], name: &str) -> bool {
    named.is_empty() || named.iter().any(|it| it == name)
}

/// Writes the forms of all files together; one with a procedure missing would pass for the whole.
pub(super) fn joint(
    args: &build::Args,
    wanted: &[Wanted],
    count: usize,
    chapters: &[(Procedure, Options)],
    teller: &mut Teller,
) -> Result<(), CliError> {
    let Some((_, options)) = chapters.first().filter(|_| chapters.len() == count) else {
        let missing = count - chapters.len();
        let names: Vec<&str> = wanted.iter().map(|(jenis, _)| jenis.name()).collect();
        let names = names.join(", ");
        let (words, help) = match teller.screen.lang {
            Lang::Id => (
                format!("{names} tidak dibuat: {missing} dari {count} SOP belum dapat dicetak"),
                "perbaiki yang disebut di atas, atau pakai `--force`",
            ),
            Lang::En => (
                format!("{names} not made: {missing} of {count} SOPs cannot be printed yet"),
                "mend those named above, or use `--force`",
            ),
        };
        teller.screen.warn(&words, Some(help.to_owned()));
        return Ok(());
    };
    let forced = chapters.iter().any(|(_, options)| options.forced);
    let options = Options { forced, ..options.clone() };
    let facts = chapters.iter().map(|(procedure, options)| {
        let Options { config, lang, forced, .. } = options;
        Fakta::of(procedure, &Setup { config, lang: *lang, forced: *forced })
    });
    let facts: Vec<Fakta> = facts.collect();
    let folder = args.out.clone().unwrap_or_default();
    let mut files = Vec::new();
    for (jenis, format) in wanted {
        let target = jenis.name();
        let failed = |source| CliError::Emit { path: folder.join(target), target, source };
        let made = forms::joint(*jenis, &facts, &options, format).map_err(failed)?;
        files.extend(made.into_iter().map(|it| (folder.join(it.suffix.trim_start_matches('.')), it.bytes)));
    }
    let lent: Vec<(PathBuf, &[u8])> = files.iter().map(|(path, bytes)| (path.clone(), &bytes[..])).collect();
    write::all(&folder, &lent)?;
    for (path, _) in &files {
        teller.screen.print(format!("{}\n", show(path)));
    }
    Ok(())
}
