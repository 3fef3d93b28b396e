//! `SOP546` items-read-as-one: several items of a box with `;` between them.

use crate::analysis::Procedure;
use crate::analysis::tulisan::Bagian;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::{WRITE_ITEMS, write_items};
use crate::model::Key;
use crate::page;
use crate::source::Span;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP546",
    name: "items-read-as-one",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "`{kata}`: `{teks}` terbaca sebagai satu butir",
        en: "`{kata}`: `{teks}` is read as one item",
    },
    help: Some(Text {
        id: "tulis tiap butir pada barisnya sendiri dengan `- `",
        en: "write each item on a line of its own with `- `",
    }),
    basis: None,
    page: page!("SOP546"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    for (text, tulisan) in procedure.tulisan() {
        // What the other boxes hold are sentences, which may well have a semicolon.
        let Bagian::Isian(key @ (Key::Keterkaitan | Key::Peralatan | Key::Pencatatan | Key::DokumenLuar), at) =
            tulisan.bagian
        else {
            continue;
        };
        let items: Vec<&str> = text
            .split(';')
            .map(str::trim)
            .filter(|item| !matches!(*item, "" | "dan" | "atau" | "serta"))
            .collect();
        if items.len() < 2 || text.contains('(') {
            continue;
        }
        let found =
            Diagnostic::at(&RULE, tulisan.place).with("kata", key.word()).with("teks", items.join("; "));
        let naskah = &procedure.naskah;
        let start = tulisan.place.start;
        let item = naskah.at(Span { start: start.saturating_sub(2), end: start }) == "- ";
        let line = if item || at == 0 { naskah.at(naskah.lines(tulisan.place)).trim_end() } else { "" };
        let whole = !line.contains('\n') && line.ends_with(text);
        sink.push(match (whole, item, at) {
            (true, true, _) => found.fix(Fix::replace(&WRITE_ITEMS, tulisan.place, items.join("\n  - "))),
            (true, false, 0) => found.fix(write_items(procedure, tulisan.place, 2, items)),
            _ => found,
        });
    }
}
