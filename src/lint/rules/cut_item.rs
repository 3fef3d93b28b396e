//! `SOP545` cut-item: a comma inside brackets, or in a choice, made two items of one.

use crate::analysis::Procedure;
use crate::analysis::tulisan::{Mark, Tulisan};
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::write_items;
use crate::model::Joint;
use crate::page;
use crate::text::Text;
use std::cell::LazyCell;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP545",
    name: "cut-item",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "`{teks}` terbaca sebagai {jumlah} butir: {sebab}",
        en: "`{teks}` is read as {jumlah} items: {sebab}",
    },
    help: Some(Text {
        id: "tulis tiap butir pada barisnya sendiri dengan `- `: `- {teks}`",
        en: "write each item on a line of its own with `- `: `- {teks}`",
    }),
    basis: None,
    page: page!("SOP545"),
};

static CHOICE: Text = Text {
    id: "bila cukup salah satu, tulis pilihannya sebagai satu butir pada barisnya sendiri, misalnya `- KTP atau SIM`; bila semuanya \
         harus ada, tulis `dan`",
    en: "if one of them is enough, write the choice as one item on a line of its own, such as `- KTP atau SIM`; if all are \
         needed, write `dan`",
};
static IN_BRACKETS: Text =
    Text { id: "koma memisahkan butir, juga di dalam kurung", en: "a comma divides items, in brackets, too" };
static IN_CHOICE: Text = Text {
    id: "koma memisahkan butir, juga di depan `atau`",
    en: "a comma divides items, in front of `atau`, too",
};
static ON_LINES: Text = Text { id: "tiap baris adalah satu butir", en: "each line is an item" };
static ONE_ITEM: Text =
    Text { id: "tulis pilihannya sebagai satu butir", en: "write the choice as one item" };

/// No writer puts more between two brackets.
const MOST_CUT: usize = 20;
/// A list with so many items on a side is not written anew.
const MOST_ITEMS: usize = 100;

fn check(procedure: &Procedure, sink: &mut Sink) {
    let all: LazyCell<Vec<(&str, &Tulisan)>, _> = LazyCell::new(|| procedure.tulisan().collect());
    let mut told = 0;
    for (text, first) in procedure.tulisan_with(Mark::Bracket) {
        if open_brackets(text) <= 0 || first.place.start < told {
            continue;
        }
        let at = all.partition_point(|(_, tulisan)| tulisan.place.start < first.place.start);
        let beside = |(_, tulisan): &&(&str, &Tulisan)| tulisan.bagian.is_beside(first.bagian);
        let mut open = 0;
        let closes = all[at..].iter().take_while(beside).take(MOST_CUT).position(|(text, _)| {
            open += open_brackets(text);
            open <= 0
        });
        let Some(closes) = closes.filter(|closes| *closes > 0) else { continue };
        let start = at - all[..at].iter().rev().take_while(beside).take(MOST_ITEMS).count();
        let end = at + all[at..].iter().take_while(beside).take(MOST_ITEMS).count();
        let last = at + closes;
        told = all[last].1.place.end;
        let list = &all[start..end];
        let texts: Vec<&str> = list.iter().map(|(text, _)| *text).collect();
        let (before, behind) = (&texts[..at - start], &texts[last + 1 - start..]);
        let cut = texts[at - start..=last - start].join(", ");
        let mut found = Diagnostic::at(&RULE, first.place.to(all[last].1.place))
            .with("teks", cut.as_str())
            .with("jumlah", closes + 1)
            .with("sebab", &IN_BRACKETS);
        // Only a list that stands on one line is written anew, and one with a single cut.
        let place = list[0].1.place.to(list[list.len() - 1].1.place);
        let single = before.iter().chain(behind).all(|text| open_brackets(text) == 0);
        if single && procedure.naskah.at(place) == texts.join(", ") {
            let indent = if first.bagian.row().is_some() { 5 } else { 2 };
            let items = before.iter().copied().chain([cut.as_str()]).chain(behind.iter().copied());
            found = found.fix(write_items(procedure, place, indent, items));
        }
        sink.push(found);
    }
    if procedure.tulisan().any(|(text, _)| is_choice(text)) {
        choices(procedure, &all, sink);
    }
}

/// Whether an item is the last part of a choice, or goes on with the next one as its other part.
fn is_choice(text: &str) -> bool {
    Joint::split(text).is_some_and(|(joint, _)| joint.is_choice()) || text.ends_with("; atau")
}

/// `KTP, SIM, atau paspor`: the items of a list up to the one that begins with `atau`.
fn choices(procedure: &Procedure, all: &[(&str, &Tulisan)], sink: &mut Sink) {
    for (at, (_, tulisan)) in all.iter().enumerate().filter(|(_, (text, _))| is_choice(text)) {
        let beside = |(_, other): &&(&str, &Tulisan)| other.bagian.is_beside(tulisan.bagian);
        let before = all[..at].iter().rev().take_while(beside).take(MOST_CUT).count();
        let behind = all[at + 1..].iter().take_while(beside).take(MOST_CUT).count();
        let list = &all[at - before..=at + behind];
        // What brackets cut in two is told as that.
        let open = |(text, _): &(&str, &Tulisan)| open_brackets(text);
        if list.len() == 1 || list[..before].iter().map(open).sum::<i32>() > 0 {
            continue;
        }
        let place = list[0].1.place.to(list[list.len() - 1].1.place);
        let cut = list.iter().map(|(text, _)| *text).collect::<Vec<_>>().join(", ");
        let mut found = Diagnostic::at(&RULE, place).with("teks", cut.as_str()).with("jumlah", list.len());
        let in_line = procedure.naskah.at(place) == cut;
        // Of more than three nobody can tell where the choice begins.
        if in_line && list.len() <= 3 && behind == 0 {
            let indent = if tulisan.bagian.row().is_some() { 5 } else { 2 };
            let items = write_items(procedure, place, indent, [cut.as_str()]);
            found = found.fix(Fix { title: &ONE_ITEM, ..items });
        }
        sink.push(found.with("sebab", if in_line { &IN_CHOICE } else { &ON_LINES }).help(&CHOICE));
    }
}

/// How many brackets of a text are left open; less than none where some close what another text opened.
fn open_brackets(text: &str) -> i32 {
    text.bytes().fold(0, |open, byte| open + i32::from(byte == b'(') - i32::from(byte == b')'))
}
