//! `SOP518` citation-order: a higher rule below a lower one, or an older one below a newer one of its level.

use crate::analysis::Procedure;
use crate::diag::Fix;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::{excerpt, item_lines};
use crate::model::Key;
use crate::page;
use crate::regulation::Citation;
use crate::sorting;
use crate::source::Span;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP518",
    name: "citation-order",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "dasar hukum `{teks}` tercantum di bawah peraturan yang {sebab}",
        en: "the legal basis `{teks}` stands below a rule {sebab}",
    },
    help: Some(Text {
        id: "urutkan dari yang tertinggi: undang-undang, peraturan pemerintah, presiden, menteri, daerah, kepala daerah; \
             yang setingkat dari tahun terlama",
        en: "begin with the highest: laws, then government, president, ministers, regions, heads of regions; those of \
             one level from the earliest year on",
    }),
    basis: Some("R21"),
    page: page!("SOP518"),
};

static SORT: Text =
    Text { id: "urutkan menurut tingkat, lalu tahunnya", en: "put them in order of rank, then of year" };
static LOWER: Text = Text { id: "lebih rendah tingkatnya", en: "of lower rank" };
static LATER: Text = Text { id: "setingkat tetapi lebih baru", en: "of the same level and a later year" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let items: Vec<(&str, Span, &Citation)> = procedure.cited().collect();
    // What is no rule of the state stays behind what it stands behind.
    let mut ranks: Vec<u8> = Vec::new();
    for (_, _, citation) in &items {
        let above = ranks.last().copied().unwrap_or(0);
        ranks.push(citation.kind.map_or(above, |kind| kind.rank));
    }
    let lower = (1..items.len()).find(|at| ranks[*at] < ranks[at - 1]).map(|at| (at, &LOWER));
    let later = || (1..items.len()).find(|at| items[*at].2.precedes(items[at - 1].2)).map(|at| (at, &LATER));
    let Some((at, why)) = lower.or_else(later) else { return };
    let (text, place, _) = items[at];
    let found = Diagnostic::at(&RULE, place)
        .with("teks", excerpt(text))
        .with("sebab", why)
        .related(items[at - 1].1, why);
    let places: Vec<Span> = items.iter().map(|(_, place, _)| *place).collect();
    let lines =
        procedure.sop.identitas.span(Key::DasarHukum).and_then(|field| item_lines(procedure, field, &places));
    sink.push(match lines {
        Some(lines) => found.fix(sorted(procedure, &lines, &ranks, &items)),
        None => found,
    });
}

/// The items with the comments above them, in order of rank; neighbours of one level in order of year.
fn sorted(procedure: &Procedure, lines: &[Span], ranks: &[u8], items: &[(&str, Span, &Citation)]) -> Fix {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    sorting::by_key(&mut order, |at| ranks[*at]);
    for level in order.chunk_by_mut(|one, next| items[*one].2.is_level_with(items[*next].2)) {
        sorting::by_key(level, |at| items[*at].2.year);
    }
    let text: String = order.iter().map(|at| procedure.naskah.at(lines[*at])).collect();
    let whole = lines[0].to(lines[lines.len() - 1]);
    Fix { title: &SORT, edits: vec![(whole, text)], safe: true }
}
