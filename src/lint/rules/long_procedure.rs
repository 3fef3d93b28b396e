//! `SOP533` long-procedure: more rows or lanes than a reader keeps in mind.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP533",
    name: "long-procedure",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "SOP ini memuat {baris} kegiatan dan {lajur} lajur",
        en: "this SOP has {baris} rows and {lajur} lanes",
    },
    help: Some(Text {
        id: "bagi menjadi SOP makro dan beberapa SOP mikro yang dirujuknya (`merujuk`)",
        en: "divide it into a macro SOP and several micro SOPs that it refers to (`merujuk`)",
    }),
    basis: Some("R63"),
    page: page!("SOP533"),
};

const MOST_ROWS: usize = 20;
const MOST_LANES: usize = 8;

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let (rows, lanes) = (sop.kegiatan.len(), sop.pelaksana.len());
    // The first row, or the first lane, that is too many.
    let row = sop.kegiatan.get(MOST_ROWS).map(|row| row.nomor_span);
    let lane = sop.pelaksana.get(MOST_LANES).map(|lane| lane.span.unwrap_or_default());
    if let Some(at) = row.or(lane) {
        sink.push(Diagnostic::at(&RULE, at).with("baris", rows).with("lajur", lanes));
    }
}
