//! What the template of the state machine sees: every name unique, every literal valid, every line laid out.

use super::Codes;
use super::doc::doc_text;
use super::enums::Enum;
use super::expr::{Expr, item};
use super::maker::Maker;
use super::runs::runs;
use super::typestate::Typestate;
use super::words::Words;
use crate::analysis::Procedure;
use crate::analysis::time::kerja::Kerja;
use crate::config::Kalender;
use crate::day::Day;
use crate::emit::{Options, fingerprint};
use crate::layout::FORCED_NOTE;
use crate::model::KegiatanId;
use crate::text::Lang;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct View {
    w: Words,
    forced: Option<&'static str>,
    /// Title and number, for the head of the file.
    doc: String,
    dasar_hukum: Vec<String>,
    dasar_hukum_list: String,
    judul: String,
    nomor: String,
    waktu_total: String,
    batas_waktu: String,
    fingerprint: String,
    enums: Vec<Enum>,
    panjang: String,
    bounds: usize,
    papers: usize,
    kalender: Office,
    libur: String,
    libur_nasional: String,
    libur_tetap: String,
    start: String,
    ts: Typestate,
    /// For the tests: a symbol a line.
    steps: Vec<String>,
    /// A run a line.
    runs: Vec<String>,
    left_out: String,
    kegiatan: String,
    langkah: String,
}

/// When the office works, as the settings say.
#[derive(Serialize)]
struct Office {
    mulai: u32,
    istirahat: String,
    istirahat_jumat: String,
    menit_per_hari: u32,
    hari_per_minggu: u32,
}

pub(super) fn view(procedure: &Procedure, options: &Options) -> View {
    let sop = &procedure.sop;
    let maker = Maker::new(procedure, options.lang);
    let identitas = &sop.identitas;
    let constant = |name: &str, text: Option<&str>| {
        item(&format!("pub const {name}: &str ="), &Expr::text(text.unwrap_or_default()), 0)
            .trim_end()
            .to_owned()
    };
    let nomor = identitas.nomor.as_deref().map(|nomor| format!(" ({})", doc_text(nomor)));
    let stretches = sop.batas.iter().filter(|batas| batas.kegiatan.is_none());
    let mut bounds = 0;
    let langkah = maker.langkah_table(&mut bounds);
    let runs = runs(sop);
    View {
        forced: options.standing.has_errors().then(|| FORCED_NOTE.pattern(options.lang)),
        doc: doc_text(&identitas.sop) + &nomor.unwrap_or_default(),
        dasar_hukum: identitas.dasar_hukum.iter().map(|text| doc_text(text)).collect(),
        dasar_hukum_list: table(
            "pub const DASAR_HUKUM: &[&str] =",
            Expr::texts(identitas.dasar_hukum.iter().map(String::as_str)),
        ),
        judul: constant("JUDUL", Some(&identitas.sop)),
        nomor: constant("NOMOR", identitas.nomor.as_deref()),
        waktu_total: constant("WAKTU_TOTAL", identitas.waktu_total.as_ref().map(|waktu| waktu.teks.as_str())),
        batas_waktu: table(
            "pub const BATAS_WAKTU: &[&str] =",
            Expr::texts(stretches.map(|batas| batas.teks.as_str())),
        ),
        fingerprint: hexadecimal(fingerprint::fingerprint(sop)),
        enums: maker.enums(),
        panjang: maker.panjang(),
        bounds,
        papers: sop.dokumen.len().div_ceil(64),
        kalender: office(procedure.time().kalender()),
        libur: dates("LIBUR", options.config.libur.iter().map(|day| day.date())),
        libur_nasional: dates("LIBUR_NASIONAL", Kerja::holidays().map(Day::date)),
        libur_tetap: dates("LIBUR_TETAP", Kerja::yearly()),
        start: table("const START: &[Langkah] =", maker.turn(&maker.entry(KegiatanId(0)))),
        ts: maker.typestate(),
        steps: maker.steps(),
        runs: runs.lines,
        left_out: runs.left_out.join(" "),
        kegiatan: table("static KEGIATAN: &[Kegiatan] =", maker.kegiatan_table()),
        langkah: table("static LANGKAH: &[Data] =", langkah),
        w: maker.w,
    }
}

fn office(kalender: &Kalender) -> Office {
    let pair = |(from, to): (u32, u32)| format!("({from}, {to})");
    Office {
        mulai: kalender.jam.mulai,
        istirahat: pair(kalender.jam.istirahat),
        istirahat_jumat: pair(kalender.jam.istirahat_jumat),
        menit_per_hari: kalender.menit_per_hari_kerja,
        hari_per_minggu: kalender.hari_kerja_per_minggu,
    }
}

pub(super) fn codes(procedure: &Procedure) -> Codes {
    let maker = Maker::new(procedure, Lang::Id);
    let lanes = procedure.sop.pelaksana.iter().map(|lane| lane.pendek.as_str());
    let names = lanes.chain(maker.deputies.iter().copied()).map(str::to_owned);
    Codes {
        pelaksana: maker.pelaksana.iter().cloned().zip(names).collect(),
        hasil: maker.hasil_variants().into_iter().map(|variant| (variant.name, variant.nama)).collect(),
        langkah: maker.langkah,
    }
}

/// `const NAME: &[(i64, u32, u32)] = …;`, each year, month and day.
fn dates(name: &str, dates: impl Iterator<Item = (i64, u32, u32)>) -> String {
    let dates = dates.map(|date| Expr::Word(format!("{date:?}"))).collect();
    table(&format!("const {name}: &[(i64, u32, u32)] ="), Expr::List(dates))
}

fn table(head: &str, value: Expr) -> String {
    item(head, &value, 0).trim_end().to_owned()
}

/// `0x0123_4567_89ab_cdef`
fn hexadecimal(number: u64) -> String {
    let digits = format!("{number:016x}");
    format!("0x{}_{}_{}_{}", &digits[..4], &digits[4..8], &digits[8..12], &digits[12..])
}
