//! `SOP539` citations-read-as-one: several rules of the state in one item of the legal basis.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::excerpt;
use crate::page;
use crate::regulation::Citation;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP539",
    name: "citations-read-as-one",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "dasar hukum `{teks}` memuat {jumlah} peraturan, tetapi terbaca sebagai satu",
        en: "the legal basis `{teks}` holds {jumlah} rules, and is read as one",
    },
    help: Some(Text {
        id: "tulis tiap peraturan pada barisnya sendiri dengan `- `",
        en: "write each rule on a line of its own with `- `",
    }),
    basis: None,
    page: page!("SOP539"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    for (text, place, _) in procedure.cited().filter(|(text, ..)| text.contains(';')) {
        let is_rule = |part: &&str| Citation::read(part.trim()).kind.is_some();
        let rules = text.split(';').filter(is_rule).count();
        if rules > 1 {
            sink.push(Diagnostic::at(&RULE, place).with("teks", excerpt(text)).with("jumlah", rules));
        }
    }
}
