//! `SOP518` citation-order: a higher rule below a lower one.

use crate::analysis::Procedure;
use crate::diag::Fix;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::{excerpt, item_lines};
use crate::model::Key;
use crate::page;
use crate::regulation::Citation;
use crate::source::Span;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP518",
    name: "citation-order",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "dasar hukum `{teks}` tercantum di bawah peraturan yang lebih rendah tingkatnya",
        en: "the legal basis `{teks}` stands below a rule of lower rank",
    },
    help: Some(Text {
        id: "urutkan dari yang tertinggi: undang-undang, peraturan pemerintah, presiden, menteri, daerah, kepala daerah",
        en: "begin with the highest: laws, then government, president, ministers, regions, heads of regions",
    }),
    basis: Some("R21"),
    page: page!("SOP518"),
};

static SORT: Text = Text { id: "urutkan menurut tingkatnya", en: "put them in order of rank" };
static LOWER: Text = Text { id: "lebih rendah tingkatnya", en: "of lower rank" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let items: Vec<(&str, Span, &Citation)> = procedure.cited().collect();
    // What is no rule of the state stays behind what it stands behind.
    let mut ranks: Vec<u8> = Vec::new();
    for (_, _, citation) in &items {
        let above = ranks.last().copied().unwrap_or(0);
        ranks.push(citation.kind.map_or(above, |kind| kind.rank));
    }
    let Some(at) = (1..items.len()).find(|at| ranks[*at] < ranks[at - 1]) else { return };
    let (text, place, _) = items[at];
    let found = Diagnostic::at(&RULE, place).with("teks", excerpt(text)).related(items[at - 1].1, &LOWER);
    let places: Vec<Span> = items.iter().map(|(_, place, _)| *place).collect();
    let lines =
        procedure.sop.identitas.span(Key::DasarHukum).and_then(|field| item_lines(procedure, field, &places));
    sink.push(match lines {
        Some(lines) => found.fix(sorted(procedure, &lines, &ranks)),
        None => found,
    });
}

/// The items with the comments above them, in order of rank; equal ones stay as they are.
fn sorted(procedure: &Procedure, lines: &[Span], ranks: &[u8]) -> Fix {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by_key(|at| ranks[*at]);
    let text: String = order.iter().map(|at| procedure.naskah.at(lines[*at])).collect();
    let whole = lines[0].to(lines[lines.len() - 1]);
    Fix { title: &SORT, edits: vec![(whole, text)], safe: true }
}
