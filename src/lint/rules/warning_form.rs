//! `SOP523` warning-form: a warning that neither warns of a consequence nor sets a limit.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::excerpt;
use crate::model::Key;
use crate::page;
use crate::text::{IF, Text, at_most};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP523",
    name: "warning-form",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "peringatan `{teks}` tidak berbentuk `jika … maka …` dan tidak memuat batas waktu",
        en: "the warning `{teks}` is neither an if-then nor a time limit",
    },
    help: Some(Text {
        id: "tulis akibatnya (`Apabila … maka …`) atau batasnya (`… paling lambat …`)",
        en: "write what follows (`Apabila … maka …`) or the limit (`… paling lambat …`)",
    }),
    basis: Some("R27"),
    page: page!("SOP523"),
};

/// What opens a condition beside the words for *if*.
const CONDITIONS: [&str; 2] = ["dalam hal", "sekiranya"];
/// What bounds a time beside the words for the longest.
const LIMITS: [&str; 8] = [
    "selambat",
    "paling cepat",
    "sebelum",
    "batas waktu",
    "tidak boleh lebih",
    "kurang dari",
    "dalam waktu",
    "jangka waktu",
];

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    for (text, place) in identitas.butir(Key::Peringatan, &identitas.peringatan) {
        let words = text.to_lowercase();
        let has = |word: &str| {
            words.match_indices(word).any(|(at, _)| !words[..at].ends_with(char::is_alphanumeric))
        };
        if !IF.iter().chain(&CONDITIONS).chain(&LIMITS).any(|word| has(word))
            && at_most(&words).next().is_none()
            && !words.contains(['<', '≤'])
        {
            sink.push(Diagnostic::at(&RULE, place).with("teks", excerpt(text)));
        }
    }
}
