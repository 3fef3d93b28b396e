//! `SOP510` unnamed-official: rank or number of an official who has no name.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP510",
    name: "unnamed-official",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "{daftar} tertulis, tetapi nama pejabat yang mengesahkan tidak ada",
        en: "{daftar} is there, but the official who approves has no name",
    },
    help: Some(Text {
        id: "tulis `nama pejabat: …` lengkap dengan gelarnya",
        en: "write `nama pejabat: …` with the titles",
    }),
    basis: Some("R11"),
    page: page!("SOP510"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    if identitas.nama_pejabat.is_some() {
        return;
    }
    let written = [(Key::Nip, &identitas.nip), (Key::Pangkat, &identitas.pangkat)];
    let written = written.into_iter().filter(|(_, text)| text.is_some());
    let places: Vec<_> = written.filter_map(|(key, _)| Some((key, identitas.span(key)?))).collect();
    if let Some((_, first)) = places.first() {
        let names: Vec<String> = places.iter().map(|(key, _)| format!("`{}`", key.word())).collect();
        sink.push(Diagnostic::at(&RULE, *first).with("daftar", names));
    }
}
