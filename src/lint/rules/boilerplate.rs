//! `SOP527` boilerplate: a sentence that would stand in any SOP.

use super::recording_without_record::names_a_record;
use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::excerpt;
use crate::model::Key;
use crate::page;
use crate::regulation::is_boilerplate;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP527",
    name: "boilerplate",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kalimat `{teks}` cocok untuk SOP apa pun",
        en: "the sentence `{teks}` would fit any SOP",
    },
    help: Some(Text {
        id: "tulis apa yang khas bagi prosedur ini: akibatnya, batas waktunya, atau bukunya",
        en: "write what belongs to this procedure: its consequence, its limit, its book",
    }),
    basis: Some("R32"),
    page: page!("SOP527"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    // Records that name no record at all are a finding of their own.
    let records = identitas.pencatatan.iter().any(|text| names_a_record(text));
    for (key, items) in [(Key::Peringatan, &identitas.peringatan), (Key::Pencatatan, &identitas.pencatatan)] {
        if key == Key::Pencatatan && !records {
            continue;
        }
        for (text, place) in identitas.butir(key, items) {
            if is_boilerplate(text, &procedure.kantor) {
                sink.push(Diagnostic::at(&RULE, place).with("teks", excerpt(text)));
            }
        }
    }
}
