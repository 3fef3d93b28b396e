//! `sop build`: make the sheet and the other outputs of procedures.

use super::Exit;
use super::error::{CliError, Misuse};
use super::make::make;
pub(super) use super::order::Args;
use super::screen::Screen;
use super::words::{ENGINE, FILES, Words};
use sop::emit::{self, Emitter};
use sop::text::Text;

pub(super) static HELP: Words = Words {
    about: Text { id: "Membuat lembar SOP dan keluaran lainnya", en: "Make the sheet and the other outputs" },
    usage: Text { id: "sop build [PILIHAN] [BERKAS]...", en: "sop build [OPTIONS] [FILE]..." },
    args: &[
        ("files", FILES),
        (
            "out",
            Text {
                id: "Folder hasil; dibuat bila belum ada [bawaan: di samping berkasnya]",
                en: "Folder of the outputs; made when missing [default: beside the file]",
            },
        ),
        (
            "target",
            Text {
                id: "Keluaran yang dibuat, dipisah koma [bawaan: chart, svg, checklist, rust, dan json]",
                en: "Outputs, with commas [default: chart, svg, checklist, rust and json]",
            },
        ),
        (
            "force",
            Text {
                id: "Cetak yang dapat dicetak walau ada galat; setiap halaman bertanda rancangan",
                en: "Print what can be printed in spite of errors; every page is marked as a draft",
            },
        ),
        (
            "resolusi",
            Text {
                id: "Titik per inci gambar PNG, 50 sampai 600 [bawaan: 150]",
                en: "Dots per inch of PNG pictures, 50 to 600 [default: 150]",
            },
        ),
        ENGINE,
        (
            "report",
            Text {
                id: "Tulis pula mutu gambar bagan alir ke NAMA.laporan.json: persilangan, belokan, penghubung",
                en: "Also write how the chart turned out to NAME.laporan.json: crossings, bends, connectors",
            },
        ),
        (
            "tandai",
            Text {
                id: "Cetak lembar kerja NAMA.tanda.pdf: temuan ditandai pada bagan dan disebut di halaman akhir",
                en: "Print a working copy NAME.tanda.pdf: findings are marked on the chart and said on the last page",
            },
        ),
        (
            "kertas",
            Text {
                id: "Kertas lembar SOP [bawaan: menurut sop.toml, lalu f4]",
                en: "Paper of the sheet [default: as sop.toml says, else f4]",
            },
        ),
        (
            "gabung",
            Text {
                id: "Identitas dan bagan di satu halaman bila muat",
                en: "Identity and chart on one page where they fit",
            },
        ),
        ("sampul", Text { id: "Cetak halaman judul", en: "Print a cover" }),
        (
            "book",
            Text {
                id: "Satukan semua SOP menjadi satu PDF berjudul ini: halaman judul, daftar isi, lalu setiap SOP",
                en: "Bind all procedures into one PDF of this title: cover, contents, then each procedure",
            },
        ),
    ],
    examples: Text {
        id: "Contoh:\n  sop build usulan.sop\n  sop build sops/ -o hasil --target chart,checklist --kertas a4\n  \
             sop build sops/ --book \"SOP Dinas Sosial\"",
        en: "Examples:\n  sop build usulan.sop\n  sop build sops/ -o out --target chart,checklist --kertas a4\n  \
             sop build sops/ --book \"SOP Dinas Sosial\"",
    },
};

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    make(args, emitters(args)?, &[], &[], screen)
}

/// The outputs that are asked for. Findings are marked on drawings only, on the PDF unless another is named. An option that
/// one output only heeds asks for that one, too, where none is named.
fn emitters(args: &Args) -> Result<Vec<&'static Emitter>, CliError> {
    let mut out: Vec<&'static Emitter> = match &args.target[..] {
        [] if args.tandai => emit::ALL.iter().filter(|emitter| emitter.draws).take(1).collect(),
        [] => emit::ALL.iter().filter(|emitter| emitter.by_default || heeds(args, emitter.name)).collect(),
        named => emit::ALL.iter().filter(|emitter| named.iter().any(|it| it == emitter.name)).collect(),
    };
    if let Some(emitter) = out.iter().find(|emitter| args.tandai && !emitter.draws) {
        return Err(CliError::Misuse(Misuse::NotDrawn { target: emitter.name.to_owned() }));
    }
    for (given, option, target) in own_options(args) {
        let heeded = args.book.is_none() && emit::find(target).is_some();
        if given && heeded && !out.iter().any(|emitter| emitter.name == target) {
            return Err(CliError::Misuse(Misuse::OnlyFor { option, target }));
        }
    }
    out.extend(args.report.then_some(&emit::CERTIFICATE));
    Ok(out)
}

/// Whether it was given, the option, and the only output that heeds it.
fn own_options(args: &Args) -> [(bool, &'static str, &'static str); 2] {
    [(args.engine.is_some(), "--engine", "bpmn"), (args.resolusi.is_some(), "--resolusi", "png")]
}

fn heeds(args: &Args, name: &str) -> bool {
    own_options(args).iter().any(|(given, _, target)| *given && *target == name)
}
