//! `SOP513` agency-without-government: an office of a region without its government above it.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::excerpt;
use crate::model::Key;
use crate::page;
use crate::text::{Text, fold, is_regional};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP513",
    name: "agency-without-government",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "{kantor} tercetak tanpa pemerintah daerahnya di atasnya",
        en: "{kantor} is printed without its government above it",
    },
    help: Some(Text {
        id: "tulis `instansi` dari tingkat tertinggi, misalnya `Pemerintah Kabupaten …` lalu `Dinas …`",
        en: "write `instansi` from the highest level, for example `Pemerintah Kabupaten …`, then `Dinas …`",
    }),
    basis: Some("R02"),
    page: page!("SOP513"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let Some((first, at)) = identitas.butir(Key::Instansi, &identitas.instansi).next() else { return };
    let name = fold(first);
    if is_regional(&name) && !name.contains("pemerintah") {
        sink.push(Diagnostic::at(&RULE, at).with("kantor", excerpt(first)));
    }
}
