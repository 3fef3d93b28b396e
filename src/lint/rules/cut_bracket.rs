//! `SOP545` cut-bracket: a comma inside brackets made two items of one.

use crate::analysis::Procedure;
use crate::analysis::tulisan::{Mark, Tulisan};
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::write_items;
use crate::page;
use crate::text::Text;
use std::cell::LazyCell;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP545",
    name: "cut-bracket",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "`{teks}` terbaca sebagai {jumlah} butir: koma memisahkan butir, juga di dalam kurung",
        en: "`{teks}` is read as {jumlah} items: a comma divides items, in brackets, too",
    },
    help: Some(Text {
        id: "tulis tiap butir pada barisnya sendiri dengan `- `: `- {teks}`",
        en: "write each item on a line of its own with `- `: `- {teks}`",
    }),
    basis: None,
    page: page!("SOP545"),
};

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
            .with("jumlah", closes + 1);
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
}

/// How many brackets of a text are left open; less than none where some close what another text opened.
fn open_brackets(text: &str) -> i32 {
    text.bytes().fold(0, |open, byte| open + i32::from(byte == b'(') - i32::from(byte == b')'))
}
