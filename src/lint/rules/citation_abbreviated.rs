//! `SOP517` citation-abbreviated: a legal basis with abbreviations.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::{excerpt, mend};
use crate::page;
use crate::regulation::Kind;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP517",
    name: "citation-abbreviated",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text { id: "dasar hukum `{teks}` disingkat", en: "the legal basis `{teks}` is abbreviated" },
    help: Some(Text { id: "tulis tanpa singkatan: {lengkap}", en: "write it out: {lengkap}" }),
    basis: Some("R20"),
    page: page!("SOP517"),
};

static EITHER: Text = Text {
    id: "singkatannya dapat berarti {satu} atau {lain}; tulis yang dimaksud",
    en: "its abbreviation may mean {satu} or {lain}; write the one that is meant",
};

static WRITE_OUT: Text = Text { id: "tulis tanpa singkatan", en: "write it out" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    for (text, place, citation) in procedure.cited() {
        let short = citation.written_out();
        if let Some((one, other)) = citation.kind.zip(citation.or) {
            let names = |kind: &Kind| format!("`{}`", kind.name);
            let found = Diagnostic::at(&RULE, place).with("teks", excerpt(text));
            sink.push(found.with("satu", names(one)).with("lain", names(other)).help(&EITHER));
            continue;
        }
        if citation.kind.is_none() || short.is_empty() {
            continue;
        }
        let mut full = text.to_owned();
        for (at, words) in short.iter().rev() {
            full.replace_range(at.clone(), words);
        }
        let edits = short.iter().map(|(at, words)| (at.clone(), words.as_str()));
        let mut found =
            Diagnostic::at(&RULE, place).with("teks", excerpt(text)).with("lengkap", excerpt(&full));
        found.fix = mend(procedure, (place, text), edits, &WRITE_OUT);
        sink.push(found);
    }
}
