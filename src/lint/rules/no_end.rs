//! `SOP205` no-end: a procedure without an end.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP205",
    name: "no-end",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "prosedur ini tidak pernah selesai: kegiatan terakhir, {nomor}, tidak mengakhirinya",
        en: "this procedure never ends: the last row, {nomor}, does not end it",
    },
    help: Some(Text {
        id: "akhiri dengan `selesai` pada salah satu alur",
        en: "end it with `selesai` on one of the ways",
    }),
    basis: Some("R41"),
    page: page!("SOP205"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    if let (Some(last), false) = (procedure.sop.kegiatan.last(), procedure.reach.to_end.contains(&true)) {
        sink.push(Diagnostic::at(&RULE, last.nomor_span).with("nomor", last.nomor.to_string()));
    }
}
