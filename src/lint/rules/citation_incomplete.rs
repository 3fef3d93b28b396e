//! `SOP516` citation-incomplete: a legal basis that nobody could find by what is written.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::excerpt;
use crate::page;
use crate::regulation::{Part, in_full};
use crate::text::{Arg, Text};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP516",
    name: "citation-incomplete",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "dasar hukum `{teks}` tidak menyebut {daftar}",
        en: "the legal basis `{teks}` does not say its {daftar}",
    },
    help: Some(Text {
        id: "tulis lengkap, misalnya `Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang Pelaporan`",
        en: "write it in full, for example `Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang Pelaporan`",
    }),
    basis: Some("R20"),
    page: page!("SOP516"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    for (text, place, citation) in procedure.cited() {
        // What is no rule of the state (a budget, a contract) is cited in its own way.
        if citation.kind.is_none() || citation.is_complete() {
            continue;
        }
        let missing = citation.missing();
        let list =
            |lang| missing.iter().map(|part| words(*part).pattern(lang)).collect::<Vec<_>>().join(", ");
        let found = Diagnostic::at(&RULE, place).with("teks", excerpt(text)).with("daftar", Arg::both(list));
        sink.push(match in_full(citation) {
            Some(full) => found.fix(Fix::replace(&WRITE_IN_FULL, place, full)),
            None => found,
        });
    }
}

static WRITE_IN_FULL: Text = Text {
    id: "tulis lengkap; periksa apakah peraturan ini yang dimaksud",
    en: "write it in full; check that this rule is meant",
};

fn words(part: Part) -> Text {
    match part {
        Part::Number => Text { id: "nomor", en: "number" },
        Part::Year => Text { id: "tahun", en: "year" },
        Part::Subject => Text { id: "isinya (`tentang …`)", en: "subject (`tentang …`)" },
    }
}
