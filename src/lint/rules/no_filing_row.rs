//! `SOP531` no-filing-row: a procedure that records and files nothing.

use crate::analysis::Procedure;
use crate::analysis::kalimat::VerbClass;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::words::speaks_of;
use crate::model::KegiatanId;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP531",
    name: "no-filing-row",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "tidak ada kegiatan yang mencatat atau mengarsipkan",
        en: "no row records or files anything",
    },
    help: Some(Text {
        id: "tambahkan kegiatan yang mengarsipkan hasilnya, biasanya yang terakhir",
        en: "add a row that files the result, mostly the last",
    }),
    basis: Some("R61"),
    page: page!("SOP531"),
};

/// A shorter procedure is mostly a part of another, which files.
const FEWEST: usize = 5;
const WORDS: [&str; 5] = ["arsip", "dokumentasi", "simpan", "catat", "agenda"];

fn check(procedure: &Procedure, sink: &mut Sink) {
    let rows = &procedure.sop.kegiatan;
    let Some(last) = rows.last().filter(|_| rows.len() >= FEWEST) else { return };
    let files = (0..rows.len())
        .map(|at| procedure.kalimat(KegiatanId::from_index(at)))
        .any(|sentence| sentence.mentions(VerbClass::File) || sentence.mentions(VerbClass::Record));
    let mut texts =
        rows.iter().flat_map(|row| row.rincian.iter().map(String::as_str).chain([row.uraian.as_str()]));
    if !files && !texts.any(|text| WORDS.iter().any(|word| speaks_of(text, word))) {
        sink.push(Diagnostic::at(&RULE, last.uraian_span));
    }
}
