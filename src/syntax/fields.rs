//! A field whose lines are still being collected, and its value by the shape that the table of keys gives it.

use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};

use super::ast::{Batas, Comment, Field, Item, ItemForm, Value};
use super::commas::{comma_items, levels};
use super::from_pairs::{self, Found};
use super::here::Here;
use super::keys::{Key, Shape};
use super::prose::{Prose, Source, Stretches};
use super::{faults, lanes, remedies, values};
use crate::text::{numbered_parts, own_bullet, own_mark};
use smol_str::SmolStr;
use std::sync::Arc;

/// A field being read.
pub(super) struct Draft {
    pub(super) comments: Vec<Comment>,
    pub(super) key: Spanned<Key>,
    pub(super) untuk: Option<Spanned<SmolStr>>,
    pub(super) kondisi: Option<Spanned<SmolStr>>,
    pub(super) text: Stretches,
    pub(super) items: Vec<DraftItem>,
    /// It was reported as a whole; what else there may be to say of it does not matter.
    pub(super) misplaced: bool,
    /// The unit of its number, where it stands in the key: `Waktu (menit): 30`.
    pub(super) unit: Option<String>,
    line: Span,
}

/// An item being read.
pub(super) struct DraftItem {
    pub(super) comments: Vec<Comment>,
    pub(super) text: Stretches,
    /// The line it begins on, with its mark.
    pub(super) line: Span,
    /// The mark that a word processor wrote before it; an empty place where there is none at all.
    pub(super) foreign: Option<Span>,
}

impl DraftItem {
    fn is_bare(&self) -> bool {
        self.foreign.is_some_and(|mark| mark.start == mark.end)
    }

    /// Says once of a list which of its items have other marks, and which have none.
    pub(super) fn check_marks(items: &[DraftItem], source: &str, lanes: bool, found: &mut Found) {
        if items.iter().all(|item| item.foreign.is_none()) {
            return;
        }
        let marks = items.iter().filter_map(|item| item.foreign);
        let (bare, marks): (Vec<Span>, Vec<Span>) = marks.partition(|mark| mark.start == mark.end);
        found.extend(remedies::bare_items(source, bare, lanes));
        found.extend(remedies::foreign_marks(source, marks));
    }

    /// An item of a list of texts.
    pub(super) fn read(self, source: Source<'_>) -> Item {
        dash_item(&self.text.join(source), 0, self.comments)
    }
}

impl Draft {
    pub(super) fn new(
        key: Spanned<Key>,
        untuk: Option<Spanned<SmolStr>>,
        kondisi: Option<Spanned<SmolStr>>,
        line: Span,
    ) -> Draft {
        let (comments, items) = (Vec::new(), Vec::new());
        let (text, misplaced, unit) = (Stretches::default(), false, None);
        Draft { comments, key, untuk, kondisi, text, items, misplaced, unit, line }
    }

    fn shape(&self) -> Shape {
        self.key.value.info().shape
    }

    /// Whether `- ` lines below it are its items.
    pub(super) fn takes_items(&self) -> bool {
        match self.shape() {
            Shape::List | Shape::TextOrList | Shape::Pelaksana => true,
            Shape::Batas => self.key.value == Key::BatasWaktu,
            _ => false,
        }
    }

    /// Whether a numbered line would be its first item, or one more after such a one.
    pub(super) fn takes_numbered_items(&self) -> bool {
        self.takes_items()
            && self.text.is_empty()
            && self.items.last().is_none_or(|item| item.foreign.is_some())
    }

    /// Whether it holds one value that is complete on its line, so that a further line can be no part of it.
    pub(super) fn is_complete(&self, source: Source<'_>) -> bool {
        let closed = matches!(self.shape(), Shape::Waktu | Shape::Alur | Shape::Nomor | Shape::Tanggal);
        let alone = self.items.is_empty() && self.text.is_one_line();
        closed && alone && values::is_value_of(self.shape(), &self.text.join(source).text)
    }

    /// Where its line begins, behind the indent.
    pub(super) fn start(&self) -> usize {
        self.line.start as usize
    }

    /// Whether nothing was read of it yet but items without their marks.
    pub(super) fn takes_bare_items(&self) -> bool {
        self.takes_items() && self.text.is_empty() && self.items.last().is_none_or(DraftItem::is_bare)
    }

    /// The one line that was read of it below its key: a text, or an item without its mark.
    pub(super) fn last_bare_line(&self, source: &str) -> Option<Span> {
        let last = match self.items.last() {
            Some(item) => item.is_bare().then_some(&item.text)?,
            None => &self.text,
        };
        let place = last.span().filter(|_| last.is_one_line() && self.takes_items())?;
        source[self.start()..place.start as usize].contains('\n').then_some(place)
    }

    /// Whether the last thing that was read of it is an item with a mark.
    pub(super) fn last_is_marked(&self) -> bool {
        self.items.last().is_some_and(|item| !item.is_bare())
    }

    /// The last stretch of words that was read of it.
    pub(super) fn last_words(&self) -> Option<Span> {
        self.items.last().map_or(&self.text, |item| &item.text).last()
    }

    /// The one line that was read of a list of papers, where it stands behind the key.
    pub(super) fn line_behind_key(&self, source: &str) -> Option<Span> {
        let papers = matches!(self.key.value, Key::Kelengkapan | Key::Output) && self.items.is_empty();
        let place = self.text.span().filter(|_| papers && self.text.is_one_line())?;
        (!source[self.start()..place.start as usize].contains('\n')).then_some(place)
    }

    /// Makes an item of the text below its key.
    pub(super) fn make_bare_item(&mut self) {
        let Some(line) = self.text.span() else { return };
        let foreign = Some(Span { end: line.start, ..line });
        let text = std::mem::take(&mut self.text);
        self.items.push(DraftItem { comments: Vec::new(), text, line, foreign });
    }

    /// Adds a continuation line.
    pub(super) fn continue_with(&mut self, source: &str, span: Span) {
        self.items.last_mut().map_or(&mut self.text, |item| &mut item.text).push(source, span);
    }

    /// The finished field; nothing is left of the draft.
    pub(super) fn read(&mut self, source: Source<'_>, here: &Here, found: &mut Found) -> Field {
        let mut span = self.text.span().map_or(self.line, |end| self.line.to(end));
        for item in &self.items {
            span = item.text.span().map_or(span, |end| span.to(end));
        }
        let comments = std::mem::take(&mut self.comments);
        let key = self.key;
        let untuk = self.untuk.take();
        let mut unsaid = Found::new();
        let found = if self.misplaced { &mut unsaid } else { found };
        if !self.items.is_empty() {
            DraftItem::check_marks(&self.items, source.text, self.shape() == Shape::Pelaksana, found);
        }
        let value = self.value(source, here, found);
        Field { comments, key, untuk, value, span }
    }

    fn value(&mut self, source: Source<'_>, here: &Here, found: &mut Found) -> Value {
        if !self.items.is_empty() && !self.takes_items() {
            self.take_no_items(source, found);
        }
        let prose = self.text.join(source);
        if self.shape() == Shape::Alur {
            if prose.text.is_empty() {
                let condition = self.kondisi.as_ref().map(|words| format!(", {}", words.value));
                let typed = format!("{}{}", self.key.value.word(), condition.unwrap_or_default());
                found.push(Diagnostic::at(&faults::NO_TARGET, self.key.span).with("kata", typed));
            }
            let (key, plain) = (self.key, self.untuk.is_none());
            return Value::Alur(Box::new(from_pairs::alur_of(
                key,
                plain,
                &prose,
                self.kondisi.take(),
                here,
                found,
            )));
        }
        if prose.text.is_empty() && self.items.is_empty() {
            return Value::Missing;
        }
        if let "-" | "–" | "—" | "−" = prose.text.as_ref() {
            if prose.text != "-" {
                found.push(remedies::look_alike(prose.span, &prose.text, "-"));
            }
            if let Some(item) = self.items.first() {
                let word = self.key.value.word();
                found.push(remedies::dash_and_items(item.line, prose.span, word));
            }
            return Value::Dash;
        }
        let mark = self.mark_behind_key(&prose, found);
        let below = std::mem::take(&mut self.items).into_iter();
        match self.shape() {
            Shape::Text if mark > 0 => Value::Text(prose.part(mark..prose.text.len())),
            Shape::TextOrList if below.len() == 0 => single(self.key.value, prose, found),
            Shape::TextOrList => {
                let above = dash_item(&prose, mark, Vec::new());
                let above = Some(above).filter(|item| !item.text.value.is_empty());
                Value::List(above.into_iter().chain(below.map(|item| item.read(source))).collect())
            }
            Shape::List => {
                let mut items = comma_items(&prose, mark, self.key.value);
                items.reserve_exact(below.len());
                items.extend(below.map(|item| item.read(source)));
                list(items)
            }
            Shape::Pelaksana => {
                let mut lanes = lanes::on_a_line(&prose, mark, found);
                lanes.extend(
                    below.filter_map(|item| lanes::of_an_item(&item.text.join(source), item.comments, found)),
                );
                Value::Pelaksana(lanes)
            }
            Shape::Batas => Value::Batas(limits(self.key.value, &prose, below, source, found)),
            Shape::Waktu => match self.unit.take() {
                Some(unit) => single(self.key.value, prose.with_word(&unit), found),
                None => single(self.key.value, prose, found),
            },
            Shape::Text | Shape::Tanggal | Shape::Nomor => single(self.key.value, prose, found),
            Shape::Alur => unreachable!("bug: targets are read above"),
        }
    }

    /// Says that no items are expected; those of a text go on with it.
    fn take_no_items(&mut self, source: Source<'_>, found: &mut Found) {
        let items = std::mem::take(&mut self.items);
        let mark = |item: &DraftItem| Some(Span { start: item.line.start, end: item.text.span()?.start });
        let marks: Vec<Span> = items.iter().filter_map(mark).collect();
        found.push(remedies::unexpected_items(items[0].line, marks, self.key.value.word()));
        if self.shape() == Shape::Text {
            items.iter().for_each(|item| self.text.append(source.text, &item.text));
        }
    }

    /// How much of the text on the key's line is the mark of an item, which belongs on a line of its own. Of what is
    /// printed in the boxes of the identity a lint says the same.
    fn mark_behind_key(&self, prose: &Prose<'_>, found: &mut Found) -> usize {
        let key = self.key.value;
        let mark = mark_of(key, &prose.text);
        let Some(mark) = mark else { return 0 };
        let typed = prose.text[..mark].trim_end();
        let told = remedies::mark_behind_key(prose.locate(0..mark), typed, key.word());
        found.push(match numbered_parts(&prose.text) {
            Some(parts) => remedies::numbers_behind_key(told, prose.locate(0..prose.text.len()), &parts),
            None => told,
        });
        mark
    }
}

/// Where the words begin behind the mark of an item that stands on the line of a key, where none should.
fn mark_of(key: Key, typed: &str) -> Option<usize> {
    match key {
        Key::Kelengkapan
        | Key::Output
        | Key::Merujuk
        | Key::Pelaksana
        | Key::Instansi
        | Key::DokumenLuar
        | Key::Catatan => own_mark(typed),
        // A number may belong to the text.
        Key::Keterangan | Key::Tembusan | Key::Pengganti => own_bullet(typed),
        _ => None,
    }
}

/// Whether a field is whole on the line of its key, as far as that line tells.
pub(super) fn stands_on_a_line(key: Key, typed: &str) -> bool {
    let shape = key.info().shape;
    let whole = !matches!(shape, Shape::Pelaksana | Shape::Batas);
    whole && mark_of(key, typed).is_none() && (shape != Shape::Alur || typed != "-")
}

/// A field that [`stands_on_a_line`].
pub(super) fn of_a_line(
    key: Spanned<Key>,
    kondisi: Option<Spanned<SmolStr>>,
    prose: Prose<'_>,
    here: &Here,
    found: &mut Found,
) -> Field {
    let span = key.span.to(prose.span);
    let value = match key.value.info().shape {
        Shape::Alur => Value::Alur(Box::new(from_pairs::alur_of(key, true, &prose, kondisi, here, found))),
        _ if prose.text == "-" => Value::Dash,
        Shape::List => list(comma_items(&prose, 0, key.value)),
        _ => single(key.value, prose, found),
    };
    Field { comments: Vec::new(), key, untuk: None, value, span }
}

/// A field with nothing behind its key and an item on each line below it, at places that are known to be tidy.
pub(super) fn of_items(key: Spanned<Key>, source: Source<'_>, items: &[Span], found: &mut Found) -> Field {
    let span = items.last().map_or(key.span, |last| key.span.to(*last));
    let items = items.iter().map(|item| source.tidy_part(*item));
    let value = match key.value {
        Key::Pelaksana => {
            Value::Pelaksana(items.filter_map(|item| lanes::of_an_item(&item, Vec::new(), found)).collect())
        }
        _ => Value::List(items.map(|item| dash_item(&item, 0, Vec::new())).collect()),
    };
    Field { comments: Vec::new(), key, untuk: None, value, span }
}

/// A value that is no list below its key, and no target.
fn single(key: Key, prose: Prose<'_>, found: &mut Found) -> Value {
    match key.info().shape {
        Shape::Tanggal => Value::Tanggal(Spanned::new(from_pairs::tanggal(&prose, found), prose.span)),
        Shape::Waktu => {
            let time = from_pairs::waktu(&prose, key == Key::WaktuTotal, found);
            Value::Waktu(Spanned::new(Arc::new(time), prose.span))
        }
        Shape::Nomor => Value::Nomor(from_pairs::daftar_nomor(&prose, found)),
        Shape::TextOrList => match levels(&prose) {
            Some(items) => Value::List(items),
            None => Value::Text(prose.into_spanned()),
        },
        _ => Value::Text(prose.into_spanned()),
    }
}

/// The limits of a row or, below `batas waktu:`, of stretches of rows.
fn limits(
    key: Key,
    prose: &Prose<'_>,
    below: impl Iterator<Item = DraftItem>,
    source: Source<'_>,
    found: &mut Found,
) -> Vec<Batas> {
    let stretch = key == Key::BatasWaktu;
    let mut limits: Vec<Batas> = Vec::new();
    if !prose.text.is_empty() {
        limits.push(from_pairs::batas(prose, stretch, found));
    }
    for item in below {
        let limit = from_pairs::batas(&item.text.join(source), stretch, found);
        limits.push(Batas { comments: item.comments, ..limit });
    }
    limits
}

fn list(items: Vec<Item>) -> Value {
    if items.is_empty() { Value::Missing } else { Value::List(items) }
}

/// An item on lines of its own. The comma behind it, a habit of lists in sentences, is no part of it.
fn dash_item(prose: &Prose<'_>, from: usize, comments: Vec<Comment>) -> Item {
    let end = match prose.text.as_bytes().last() {
        Some(b',' | b' ') => prose.text.trim_end_matches([',', ' ']).len(),
        _ => prose.text.len(),
    };
    Item { comments, text: prose.part(from..end.max(from)), form: ItemForm::Dash }
}
