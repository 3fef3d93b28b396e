//! Remedies that lints share: edits inside texts that may run over several lines, items of lists.

use crate::analysis::Procedure;
use crate::diag::Fix;
use crate::model::Key;
use crate::source::Span;
use crate::text::Text;
use std::ops::Range;

/// Puts words in the place of parts of a text that was read at `whole`, in order, without changing what it says. `None`
/// where a part cannot be found again.
pub(super) fn mend<'e>(
    procedure: &Procedure,
    whole: (Span, &str),
    edits: impl IntoIterator<Item = (Range<usize>, &'e str)>,
    title: &'static Text,
) -> Option<Fix> {
    propose(procedure, whole, edits, title).map(|fix| Fix { safe: true, ..fix })
}

/// The same, for the writer to look at: it may change what the text says.
pub(super) fn propose<'e>(
    procedure: &Procedure,
    (whole, text): (Span, &str),
    edits: impl IntoIterator<Item = (Range<usize>, &'e str)>,
    title: &'static Text,
) -> Option<Fix> {
    let (parts, words): (Vec<Range<usize>>, Vec<&str>) = edits.into_iter().unzip();
    let places: Option<Vec<Span>> = procedure.naskah.parts(whole, text, parts).collect();
    let edits = places?.into_iter().zip(words.into_iter().map(str::to_owned)).collect();
    Some(Fix { title, edits, safe: false })
}

pub(super) static WRITE_ITEMS: Text =
    Text { id: "tulis tiap butir pada barisnya sendiri", en: "write each item on a line of its own" };

/// What stands on a key's line at `place`, as items below it; the blank behind the key goes.
pub(super) fn write_items<'i>(
    procedure: &Procedure,
    place: Span,
    indent: usize,
    items: impl IntoIterator<Item = &'i str>,
) -> Fix {
    let lines: String = items.into_iter().map(|item| format!("\n{:indent$}- {item}", "")).collect();
    let before = procedure.naskah.at(Span { start: 0, end: place.start });
    let place = Span::new(before.trim_end_matches(' ').len(), place.end as usize);
    Fix::replace(&WRITE_ITEMS, place, lines)
}

/// The lines of each item of a list whose items stand on lines of their own, comments above an item included.
/// `None` for any other list.
pub(super) fn item_lines(procedure: &Procedure, field: Span, items: &[Span]) -> Option<Vec<Span>> {
    let mut start = procedure.naskah.lines(Span::new(field.start as usize, field.start as usize)).end;
    let mut lines = Vec::new();
    for item in items {
        let whole = procedure.naskah.lines(*item);
        let first = procedure.naskah.at(whole).trim_start();
        if !first.starts_with('-') || whole.start < start {
            return None;
        }
        lines.push(Span { start, end: whole.end });
        start = whole.end;
    }
    Some(lines)
}

static ADD_ITEM: Text = Text { id: "tambahkan sebagai butir terakhir", en: "add it as the last item" };

/// The end of a list whose items stand on lines of their own, where one more can be put.
pub(super) struct ListEnd<'p> {
    at: Span,
    indent: &'p str,
}

impl ListEnd<'_> {
    pub fn of<'p>(procedure: &'p Procedure, key: Key, texts: &[String]) -> Option<ListEnd<'p>> {
        let identitas = &procedure.sop.identitas;
        let items: Vec<Span> = identitas.butir(key, texts).map(|(_, place)| place).collect();
        let last = item_lines(procedure, identitas.span(key)?, &items)?.pop()?;
        let line = procedure.naskah.at(procedure.naskah.lines(*items.last()?));
        let indent = &line[..line.len() - line.trim_start().len()];
        Some(ListEnd { at: Span { start: last.end, end: last.end }, indent })
    }

    pub fn add(&self, item: &str) -> Fix {
        Fix { title: &ADD_ITEM, edits: vec![(self.at, format!("{}- {item}\n", self.indent))], safe: false }
    }
}

/// A text cut after a few words, for messages.
pub(super) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{} …", words.trim_end_matches([',', ';', ':']))
}
