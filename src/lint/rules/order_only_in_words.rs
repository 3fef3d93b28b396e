//! `SOP242` order-only-in-words: by its words several act one after the other, and the row lets them act together.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP242",
    name: "order-only-in-words",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: menurut `{kata}` {nama} bertindak berurutan, tetapi pada bagan bersama-sama",
        en: "row {nomor}: by `{kata}` {nama} act one after the other, but on the chart together",
    },
    help: Some(Text {
        id: "bila berurutan, tulis `{usul}`, dengan `?` di belakang yang memutuskan; bila bersama-sama, hapus kata itu",
        en: "if one after the other, write `{usul}`, with `?` behind who decides; if together, leave the word out",
    }),
    basis: None,
    page: page!("SOP242"),
};

static WRITE_ORDER: Text = Text { id: "tulis berurutan", en: "write them in order" };

/// Words that say so of all who act, in small letters.
const ORDER: [&str; 3] = ["berjenjang", "secara berurutan", "secara bertingkat"];

fn check(procedure: &Procedure, sink: &mut Sink) {
    if !["jenjang", "secara ber"].iter().any(|part| procedure.says(part)) {
        return;
    }
    let sop = &procedure.sop;
    for row in &sop.kegiatan {
        let [place] = &sop.simpul[row.simpul.start as usize..row.simpul.end as usize] else { continue };
        if place.oleh.len() < 2 {
            continue;
        }
        let lower = row.uraian.to_ascii_lowercase();
        let Some((at, word)) = ORDER.iter().find_map(|word| Some((lower.find(word)?, *word))) else {
            continue;
        };
        let typed = procedure.naskah.at(row.oleh_span);
        let meant = typed.split(',').map(str::trim).collect::<Vec<_>>().join(" -> ");
        let found = Diagnostic::at(&RULE, row.letak(at..at + word.len()))
            .with("nomor", row.nomor.to_string())
            .with("kata", word)
            .with("nama", sop.heads(&place.oleh))
            .with("usul", meant.as_str());
        sink.push(found.fix(Fix::replace(&WRITE_ORDER, row.oleh_span, meant)));
    }
}
