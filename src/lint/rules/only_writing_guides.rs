//! `SOP520` only-writing-guides: a legal basis for writing SOPs, and none for the work.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::regulation::is_writing_guide;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP520",
    name: "only-writing-guides",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "dasar hukum hanya menyebut pedoman penyusunan SOP, bukan dasar pekerjaannya",
        en: "the legal basis names guides to writing SOPs only, and nothing that the work itself rests on",
    },
    help: Some(Text {
        id: "tambahkan peraturan yang mengatur pekerjaannya atau tugas unit ini",
        en: "add the rule that governs the work, or the duties of this unit",
    }),
    basis: Some("R23"),
    page: page!("SOP520"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let mut items = procedure.cited().peekable();
    let Some((_, first, _)) = items.peek().copied() else { return };
    if items.all(|(_, _, citation)| is_writing_guide(citation)) {
        sink.push(Diagnostic::at(&RULE, first));
    }
}
