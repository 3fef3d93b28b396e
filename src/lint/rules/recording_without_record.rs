//! `SOP525` recording-without-record: records that are kept in nothing.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::excerpt;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP525",
    name: "recording-without-record",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "pencatatan dan pendataan tidak menyebut buku, formulir, atau aplikasi: {teks}",
        en: "the records name no book, form or application: {teks}",
    },
    help: Some(Text {
        id: "sebut di mana tiap pelaksana mencatat, misalnya `Buku agenda` atau `Formulir pemeriksaan`",
        en: "say where each actor records the work, for example `Buku agenda` or `Formulir pemeriksaan`",
    }),
    basis: Some("R30"),
    page: page!("SOP525"),
};

/// What something can be recorded in.
const RECORDS: [&str; 48] = [
    "agenda",
    "aplikasi",
    "arsip",
    "berita acara",
    "berkas",
    "blangko",
    "buku",
    "basis data",
    "catatan",
    "ceklis",
    "cek list",
    "check list",
    "checklist",
    "daftar",
    "database",
    "disposisi",
    "drive",
    "ekspedisi",
    "excel",
    "dokumen",
    "file",
    "form",
    "grafik",
    "instrumen",
    "jurnal",
    "kartu",
    "kontrak",
    "kuesioner",
    "laporan",
    "lembar",
    "log",
    "map",
    "nota",
    "notula",
    "pedoman",
    "portal",
    "website",
    "register",
    "rekap",
    "rekapitulasi",
    "rencana",
    "risalah",
    "sertifikat",
    "sistem",
    "spreadsheet",
    "surat",
    "tabel",
    "tanda terima",
];

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let items: Vec<_> = identitas.butir(Key::Pencatatan, &identitas.pencatatan).collect();
    if items.iter().any(|(text, _)| names_a_record(text)) {
        return;
    }
    if let Some((text, place)) = items.first() {
        sink.push(Diagnostic::at(&RULE, *place).with("teks", excerpt(text)));
    }
}

/// Whether a text names something that is kept: also `Formulir`, `Kartu-kartu`, `SK`, but not `Pengarsipan`.
pub(super) fn names_a_record(text: &str) -> bool {
    let lower = text.to_lowercase();
    let starts = |at: usize| !lower[..at].ends_with(char::is_alphanumeric);
    let known = RECORDS.iter().any(|record| lower.match_indices(record).any(|(at, _)| starts(at)));
    // `SK`, `SPJ`, `SIMPEG`: the name of a paper or of an application.
    let capitals = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let short =
        text.split(|c: char| !c.is_alphanumeric()).any(capitals) && text.chars().any(char::is_lowercase);
    // `SIPP`: a system by its letters.
    let system = || capitals(text) && text.len() > 3 && text.starts_with("SI");
    known || short || system()
}

#[cfg(test)]
mod tests {
    use super::names_a_record;

    #[test]
    fn a_record_is_a_thing_and_not_an_activity() {
        for text in [
            "Buku agenda",
            "Formulir/ pedoman observasi",
            "Pengarsipan laporan",
            "Diisi dalam SIMPEG",
            "SIPP",
            "Grafik suhu",
        ] {
            assert!(names_a_record(text), "{text}");
        }
        for text in ["Pengarsipan", "Disimpan sebagai data elektronik dan cetak", "PENGARSIPAN"] {
            assert!(!names_a_record(text), "{text}");
        }
    }
}
