//! `SOP505` unfinished-number: a number of the SOP that is not given yet.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Key, is_unfinished};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP505",
    name: "unfinished-number",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "nomor SOP belum selesai: {nomor}",
        en: "the number of the SOP is not finished: {nomor}",
    },
    help: Some(Text {
        id: "ganti titik-titiknya setelah nomor diberikan",
        en: "replace the dots once the number is given",
    }),
    basis: Some("R03"),
    page: page!("SOP505"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    if let Some(nomor) = identitas.nomor.as_deref().filter(|nomor| is_unfinished(nomor)) {
        sink.push(Diagnostic::at(&RULE, identitas.span(Key::Nomor).unwrap_or_default()).with("nomor", nomor));
    }
}
