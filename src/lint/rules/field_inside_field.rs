//! `SOP548` field-inside-field: two fields of the identity on one line, as two columns of a sheet have them.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Key;
use crate::page;
use crate::source::Span;
use crate::syntax::keys::{self, Place};
use crate::text::{Text, fold};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP548",
    name: "field-inside-field",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "isian `{isian}:` berada di tengah isi `{kata}`, sehingga tercetak sebagai bagiannya",
        en: "the field `{isian}:` stands inside that of `{kata}`, and is printed as a part of it",
    },
    help: Some(Text {
        id: "tulis `{isian}: …` di barisnya sendiri",
        en: "write `{isian}: …` on a line of its own",
    }),
    basis: None,
    page: page!("SOP548"),
};

/// Those that are one text.
const TEXTS: [Key; 7] =
    [Key::Sop, Key::Nomor, Key::Unit, Key::DisahkanOleh, Key::NamaPejabat, Key::Pangkat, Key::Nip];

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    for (key, span) in TEXTS.into_iter().filter_map(|key| Some((key, identitas.span(key)?))) {
        let text = procedure.naskah.at(span);
        // The first colon is its own.
        for colon in memchr::memchr_iter(b':', text.as_bytes()).skip(1) {
            if let Some((start, inside)) = label_before(&text[..colon]).filter(|(_, inside)| *inside != key) {
                let start = span.start as usize + start;
                let found = Diagnostic::at(&RULE, Span::new(start, span.start as usize + colon));
                sink.push(found.with("kata", key.word()).with("isian", inside.word()));
                break;
            }
        }
    }
}

/// A field of the identity that the last words of a text name, and where they begin.
fn label_before(text: &str) -> Option<(usize, Key)> {
    let words = text.trim_end();
    let starts = words.rmatch_indices(' ').take(3).map(|(at, _)| at + 1);
    let named = |start: usize| Some((start, keys::find(&fold(&words[start..]))?));
    starts.filter_map(named).filter(|(_, key)| key.info().place == Place::Identity).last()
}
