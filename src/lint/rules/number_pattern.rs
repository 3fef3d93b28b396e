//! `SOP537` number-pattern: a number that is not written as its office writes them.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Key, is_unfinished};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP537",
    name: "number-pattern",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "nomor {nomor} tidak menurut pola kantor ini, {pola}",
        en: "the number {nomor} does not follow the pattern of this office, {pola}",
    },
    help: Some(Text {
        id: "perbaiki nomornya, atau `pola_nomor` dalam `sop.toml`",
        en: "mend the number, or `pola_nomor` in `sop.toml`",
    }),
    basis: Some("R04"),
    page: page!("SOP537"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let Some(pattern) = &procedure.kantor.number else { return };
    for (number, place) in identitas.butir(Key::Nomor, &identitas.nomor) {
        // What is still to be filled in is a finding of its own.
        if !is_unfinished(number) && !pattern.fits(number) {
            sink.push(Diagnostic::at(&RULE, place).with("nomor", number).with("pola", pattern.text.as_str()));
        }
    }
}
