//! A field whose lines are still being collected, and its value by the shape that the table of keys gives it.

use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};

use super::ast::{Batas, Comment, Field, Item, ItemForm, JenisPelaksana, Pelaksana, Value};
use super::commas::{comma_items, comma_parts, levels};
use super::from_pairs::{self, Found, is_of_a_name};
use super::here::Here;
use super::keys::{Key, Shape};
use super::prose::{Prose, Source, Stretches};
use super::{faults, remedies, values};
use crate::text::{numbered_parts, own_bullet, own_mark};
use smol_str::SmolStr;
use std::ops::Range;
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
            let word = self.key.value.word();
            let first = self.items[0].line;
            let mark = |item: &DraftItem| Some(Span { start: item.line.start, end: item.text.span()?.start });
            let marks: Vec<Span> = self.items.iter().filter_map(mark).collect();
            found.push(remedies::unexpected_items(first, marks, word));
            let items = std::mem::take(&mut self.items);
            if self.shape() == Shape::Text {
                items.iter().for_each(|item| self.text.append(source.text, &item.text));
            }
        }
        let prose = self.text.join(source);
        if self.shape() == Shape::Alur {
            if prose.text.is_empty() {
                let condition = self.kondisi.as_ref().map(|words| format!(", {}", words.value));
                let typed = format!("{}{}", self.key.value.word(), condition.unwrap_or_default());
                found.push(Diagnostic::at(&faults::NO_TARGET, self.key.span).with("kata", typed));
            }
            return Value::Alur(Box::new(from_pairs::alur(&prose, self.kondisi.take(), here, found)));
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
                let mut parts: Vec<_> = comma_parts(&prose, mark).collect();
                // `Staf, Kasi, dan Kabid`
                if let [_, .., last] = &mut parts[..]
                    && prose.text[last.clone()]
                        .trim_start()
                        .get(..4)
                        .is_some_and(|it| it.eq_ignore_ascii_case("dan "))
                {
                    let part = &prose.text[last.clone()];
                    last.start += part.len() - part.trim_start().len() + "dan ".len();
                }
                let mut lanes: Vec<Pelaksana> = parts
                    .into_iter()
                    .filter_map(|range| lane(&prose, range, Vec::new(), false, found))
                    .collect();
                for item in below {
                    let prose = item.text.join(source);
                    lanes.extend(lane(&prose, 0..prose.text.len(), item.comments, true, found));
                }
                Value::Pelaksana(lanes)
            }
            Shape::Batas => {
                let stretch = self.key.value == Key::BatasWaktu;
                let mut limits: Vec<Batas> = Vec::new();
                if !prose.text.is_empty() {
                    limits.push(from_pairs::batas(&prose, stretch, found));
                }
                for item in below {
                    let mut limit = from_pairs::batas(&item.text.join(source), stretch, found);
                    limit.comments = item.comments;
                    limits.push(limit);
                }
                Value::Batas(limits)
            }
            Shape::Waktu => match self.unit.take() {
                Some(unit) => single(self.key.value, prose.with_word(&unit), found),
                None => single(self.key.value, prose, found),
            },
            Shape::Text | Shape::Tanggal | Shape::Nomor => single(self.key.value, prose, found),
            Shape::Alur => unreachable!("bug: targets are read above"),
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
    let whole = !matches!(shape, Shape::Pelaksana | Shape::Batas) && key != Key::Jika;
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
        Shape::Alur => Value::Alur(Box::new(from_pairs::alur(&prose, kondisi, here, found))),
        _ if prose.text == "-" => Value::Dash,
        Shape::List => list(comma_items(&prose, 0, key.value)),
        _ => single(key.value, prose, found),
    };
    Field { comments: Vec::new(), key, untuk: None, value, span }
}

/// A field with nothing behind its key and an item on each line below it, at places that are known to be tidy.
pub(super) fn of_items(key: Spanned<Key>, source: Source<'_>, items: &[Span]) -> Field {
    let span = items.last().map_or(key.span, |last| key.span.to(*last));
    let items = items.iter().map(|item| dash_item(&source.tidy_part(*item), 0, Vec::new())).collect();
    Field { comments: Vec::new(), key, untuk: None, value: Value::List(items), span }
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

/// `Staf = Pejabat Staf`: most lanes, a name and an office without any other mark.
fn plain_lane(prose: &Prose<'_>, words: Range<usize>) -> Option<(Vec<Spanned<SmolStr>>, Spanned<SmolStr>)> {
    let typed = &prose.text[words.clone()];
    let short = typed.bytes().take_while(|byte| is_of_a_name(*byte)).count();
    let (name, office) = (typed[..short].strip_suffix(' ')?, typed[short..].strip_prefix("= ")?);
    let both = !name.is_empty() && !office.is_empty() && office.bytes().all(is_of_a_name);
    let from = words.end - office.len();
    both.then(|| (vec![prose.part(words.start..words.start + name.len())], prose.part(from..words.end)))
}

/// `Kasubbag Umum, Kasubbag Umpar = Kepala Subbagian Umum (luar)`
fn lane(
    prose: &Prose<'_>,
    range: Range<usize>,
    comments: Vec<Comment>,
    aliases: bool,
    found: &mut Found,
) -> Option<Pelaksana> {
    let words = prose.trimmed(range.clone());
    if words.is_empty() {
        return None;
    }
    if let Some((nama, panjang)) = plain_lane(prose, words.clone()) {
        return Some(Pelaksana {
            comments,
            nama,
            panjang: Some(panjang),
            jenis: None,
            span: prose.locate(words),
        });
    }
    let whole = prose.locate(words);
    let mut end = range.start + prose.text[range.clone()].trim_end().len();
    let mut jenis = None;
    if prose.text[range.start..end].ends_with(')')
        && let Some(open) = prose.text[range.start..end].rfind('(').map(|at| range.start + at)
    {
        let word: Spanned<SmolStr> = prose.part(open + 1..end - 1);
        let place = prose.locate(open..end);
        jenis = match word.value.to_lowercase().as_str() {
            "luar" => Some(Spanned::new(JenisPelaksana::Luar, place)),
            "sistem" => Some(Spanned::new(JenisPelaksana::Sistem, place)),
            _ => None,
        };
        let named = prose.text[range.start..open].contains('=');
        if jenis.is_some() {
            end = open;
        } else if !named {
            let name: Spanned<SmolStr> = prose.part(range.start..open);
            // `Kepala Bidang (Kabid)`
            if word.value.starts_with(char::is_uppercase)
                && word.value.len() < name.value.len()
                && !word.value.contains(' ')
            {
                found.push(remedies::short_name_in_brackets(whole, place, &word.value, &name.value));
                let nama = vec![from_pairs::check_name(word, found)];
                return Some(Pelaksana { comments, nama, panjang: Some(name), jenis, span: whole });
            }
            found.push(remedies::lane_kind(place, &word.value));
            end = open;
        }
    }
    let equals = prose.text[range.start..end].find('=').map(|at| range.start + at);
    let names_end = equals.unwrap_or(end);
    let behind = equals.map(|at| {
        let more =
            prose.text[at + 1..end].len() - prose.text[at + 1..end].trim_start_matches(['=', '>']).len();
        if more > 0 {
            let mark = at..at + 1 + more;
            found.push(remedies::look_alike(prose.locate(mark.clone()), &prose.text[mark], "="));
        }
        at + 1 + more
    });
    let panjang: Option<Spanned<SmolStr>> = behind.map(|from| prose.part(from..end));
    let mut empty = panjang.as_ref().is_some_and(|long| long.value.is_empty());
    let mut nama = Vec::new();
    let mut at = range.start;
    for name in prose.text[range.start..names_end].split(|c| aliases && c == ',') {
        let short: Spanned<SmolStr> = prose.part(at..at + name.len());
        at += name.len() + 1;
        if short.value.is_empty() {
            empty = true;
            continue;
        }
        nama.push(from_pairs::check_name(short, found));
    }
    if empty {
        found.push(Diagnostic::at(&faults::EMPTY_NAME, whole));
    }
    let panjang = panjang.filter(|long| !long.value.is_empty());
    if nama.is_empty() {
        nama.extend(panjang.clone());
    }
    if nama.is_empty() {
        return None;
    }
    Some(Pelaksana { comments, nama, panjang, jenis, span: whole })
}
