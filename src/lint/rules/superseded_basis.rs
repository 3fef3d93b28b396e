//! `SOP519` superseded-basis: a legal basis that was replaced.

use crate::analysis::Procedure;
use crate::diag::Fix;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::item_lines;
use crate::model::Key;
use crate::page;
use crate::regulation::{Citation, superseded};
use crate::source::Span;
use crate::text::Text;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP519",
    name: "superseded-basis",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "dasar hukum `{lama}` sudah diganti oleh {baru}",
        en: "the legal basis `{lama}` was replaced by {baru}",
    },
    help: Some(Text {
        id: "sebut peraturan yang berlaku; periksa juga apakah isinya masih mendasari SOP ini",
        en: "cite the rule in force, and check that it still bears this SOP",
    }),
    basis: Some("R22"),
    page: page!("SOP519"),
};

static CITE_NEW: Text = Text { id: "sebut peraturan penggantinya", en: "cite the rule that replaced it" };
static DROP_OLD: Text = Text {
    id: "hapus butir ini; penggantinya sudah disebut",
    en: "delete this item; its successor is cited already",
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    // Asked for once, and not for each of many that were replaced.
    let (mut lines, mut cited_anew) = (None, BTreeMap::new());
    for (at, (text, place, citation)) in procedure.cited().enumerate() {
        let Some(replaced) = superseded(citation, &procedure.kantor) else { continue };
        let short = |text: &str| text.split(" tentang ").next().unwrap_or(text).to_owned();
        let found = Diagnostic::at(&RULE, place).with("lama", short(text)).with("baru", short(&replaced.by));
        let lines = lines.get_or_insert_with(|| {
            let places: Vec<Span> = procedure.cited().map(|(_, place, _)| place).collect();
            identitas.span(Key::DasarHukum).and_then(|field| item_lines(procedure, field, &places))
        });
        let cited_anew = *cited_anew.entry(replaced.by.as_str()).or_insert_with(|| {
            let by = Citation::read(&replaced.by);
            procedure.cited().any(|(_, _, other)| other.is_same(&by))
        });
        let fix = match lines {
            _ if !cited_anew => {
                Some(Fix { title: &CITE_NEW, edits: vec![(place, replaced.by.clone())], safe: false })
            }
            Some(lines) => {
                Some(Fix { title: &DROP_OLD, edits: vec![(lines[at], String::new())], safe: false })
            }
            None => None,
        };
        sink.push(match fix {
            Some(fix) => found.fix(fix),
            None => found,
        });
    }
}
