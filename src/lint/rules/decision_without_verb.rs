//! `SOP236` decision-without-verb: the chart branches, and the sentence only makes, records or hands over.

use crate::analysis::Procedure;
use crate::analysis::kalimat::{Kalimat, VerbClass};
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{KegiatanId, Setelah};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP236",
    name: "decision-without-verb",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: bagannya bercabang ({hasil}), tetapi kalimatnya tidak menyebut apa yang diperiksa atau \
             diputuskan",
        en: "row {nomor}: the chart branches here ({hasil}), but the sentence does not say what is checked or decided",
    },
    help: Some(Text {
        id: "sebutkan pemeriksaannya dalam kalimat, misalnya `Menerima dan memeriksa kelengkapan berkas`, atau pindahkan \
             hasilnya ke kegiatan yang memutuskan",
        en: "name the check in the sentence, for example `Menerima dan memeriksa kelengkapan berkas`, or move the outcomes \
             to the row that decides",
    }),
    basis: Some("R47"),
    page: page!("SOP236"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for (at, row) in sop.kegiatan.iter().enumerate() {
        // In a chain the sentence belongs to the first one, and another decides.
        let mut places = sop.simpul_dari_baris(row);
        let (Some(simpul), None) = (places.next(), places.next()) else { continue };
        let Setelah::Jika(cabang) = &simpul.setelah else { continue };
        if !only_moves_or_makes(procedure.kalimat(KegiatanId::from_index(at)), &row.uraian) {
            continue;
        }
        let hasil: Vec<String> = cabang.iter().map(|cabang| cabang.jawaban.teks().to_owned()).collect();
        sink.push(
            Diagnostic::at(&RULE, row.letak(0..row.uraian.len()))
                .with("nomor", row.nomor.to_string())
                .with("hasil", hasil),
        );
    }
}

/// Whether every verb is known, and none of them nor any condition leaves room for an answer.
fn only_moves_or_makes(kalimat: &Kalimat, uraian: &str) -> bool {
    let plain = |class| {
        matches!(
            class,
            VerbClass::Submit
                | VerbClass::HandOver
                | VerbClass::Receive
                | VerbClass::Draft
                | VerbClass::Record
                | VerbClass::File
                | VerbClass::Inform
        )
    };
    !kalimat.verbs.is_empty()
        && kalimat.verbs.iter().all(|verb| verb.class.is_some_and(plain))
        && kalimat.conditions.is_empty()
        && !uraian.contains('?')
}
