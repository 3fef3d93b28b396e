//! `SOP529` filing-after-handing-over: what is recorded only when the applicant has gone with it.

use super::service::{applicants, receives};
use crate::analysis::Procedure;
use crate::analysis::kalimat::VerbClass;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::KegiatanId;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP529",
    name: "filing-after-handing-over",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {arsip} mengarsipkan sesudah hasilnya diterima pemohon pada kegiatan {serah}",
        en: "row {arsip} files only after the applicant got the result in row {serah}",
    },
    help: Some(Text {
        id: "pindahkan pengarsipan ke depan penyerahan",
        en: "put the filing before the handing over",
    }),
    basis: Some("R59"),
    page: page!("SOP529"),
};

static RECORD_FIRST: Text = Text {
    id: "catat atau arsipkan salinan hasilnya sebelum diserahkan; {dokumen}, yang baru ada sesudahnya, tetap diarsipkan di sini",
    en: "record the result or file its copy before it is handed over; {dokumen}, which is there only afterwards, is still filed here",
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    if !sop.identitas.is_of_kind("pelayanan") {
        return;
    }
    let applicants = applicants(sop);
    let rows = || (0..sop.kegiatan.len()).map(KegiatanId::from_index);
    let files = |row: &KegiatanId| {
        let sentence = procedure.kalimat(*row);
        sentence.does(VerbClass::File) || sentence.does(VerbClass::Record)
    };
    let given = rows().skip(1).rfind(|row| receives(procedure, *row, &applicants));
    let (Some(given), Some(filed)) = (given, rows().find(files)) else { return };
    // `Mencatat penyerahan` needs the receipt that is signed at the handing over.
    let receipt = || {
        let papers = procedure.papers();
        let made_there = |row: &KegiatanId| *row >= given;
        let mut needed = sop[filed].mutu_baku.kelengkapan.iter();
        needed.find(|butir| papers[butir.dokumen].made.first().is_some_and(made_there))
    };
    if filed > given {
        let receipt = receipt();
        let (filed, given) = (&sop[filed], &sop[given]);
        let found = Diagnostic::at(&RULE, filed.uraian_span)
            .with("arsip", filed.nomor.to_string())
            .with("serah", given.nomor.to_string());
        sink.push(match receipt {
            Some(butir) => {
                found.with("dokumen", format!("`{}`", sop[butir.dokumen].nama)).help(&RECORD_FIRST)
            }
            None => found,
        });
    }
}
