//! Lines → AST: which line belongs to what, and what the lines that belong to nothing might have meant.
//!
//! One pass over the pairs of the grammar's `file`, one line at a time. A line that cannot be read costs one finding;
//! what follows is read as if it had been right.

use pest::Parser;
use pest::iterators::Pair;
use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Sink};
use crate::source::{LineIndex, Span, Spanned};
use crate::text::{fold, nearest};

use super::ast::{Baris, Comment, Kegiatan, Nomor, Sop, Tahap, Tempat, Value};
use super::characters::{self, MAX_FILE, MAX_LINE};
use super::fields::{Draft, DraftItem};
use super::from_pairs::{self, Kepala};
use super::grammar::{Grammar, Rule};
use super::keys::{KEYS, Key, Place, Shape};
use super::prose::{Stretches, trim};
use super::{faults, keys, remedies};

/// Reads a text, reporting every line that cannot be read. Never fails.
///
/// Text values come with single blanks, in NFC and without the characters that are reported; spans point into `text`
/// as it was given. Findings of a line with unreadable characters are those characters only.
pub fn parse(text: &str, sink: &mut Sink) -> Sop {
    if text.len() > MAX_FILE {
        sink.push(Diagnostic::at(&faults::FILE_SIZE, Span::default()).with("ukuran", text.len()));
        return Sop::default();
    }
    let mut strange = Vec::new();
    characters::check(text, &mut strange);
    let mut reader = Reader::new(text);
    let lines = Grammar::parse(Rule::file, text).expect("bug: the grammar's `file` reads every text");
    for line in lines.flat_map(Pair::into_inner) {
        reader.line(line);
    }
    let (sop, mut found) = reader.finish();
    if !strange.is_empty() {
        let index = LineIndex::new(text);
        let line_of = |place: Span| index.line_of(place.start as usize);
        let spoilt: BTreeSet<_> = strange.iter().map(|d| line_of(d.primary)).collect();
        found.retain(|diagnostic| !spoilt.contains(&line_of(diagnostic.primary)));
    }
    for diagnostic in strange.into_iter().chain(found) {
        sink.push(diagnostic);
    }
    sop
}

/// What a line is asked to continue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// The text of a row, or one of its sub-steps.
    Row,
    /// A field, or one of its items.
    Field(Key),
}

/// Whether an indented line is read as a continuation of the text above it, and as nothing else.
pub fn continues(line: &str, context: Context) -> bool {
    let mut reader = Reader::new(line);
    let nowhere = Spanned::new(Nomor::default(), Span::default());
    match context {
        Context::Row => {
            reader.in_rows = true;
            reader.row = Some(DraftRow::new(nowhere, Vec::new(), Span::default()));
            reader.open = Open::Row;
        }
        Context::Field(key) => {
            reader.in_rows = key.info().place == Place::Row;
            reader.field = Some(Draft::new(Spanned::new(key, Span::default()), None, None, Span::default()));
            reader.open = Open::Field;
        }
    }
    let lines = Grammar::parse(Rule::file, line).expect("bug: the grammar's `file` reads every text");
    for pair in lines.flat_map(Pair::into_inner) {
        reader.line(pair);
    }
    let held = match context {
        Context::Row => reader.row.map(|row| (row.uraian, row.rincian)),
        Context::Field(_) => reader.field.map(|field| (field.text, field.items)),
    };
    reader.found.is_empty() && held.is_some_and(|(text, items)| !text.is_empty() && items.is_empty())
}

/// What an indented line would continue.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// Nothing: the start of the file, or after a line that stands alone.
    Nothing,
    /// A line that was reported; what belongs to it goes with it.
    Reported,
    /// The field being read.
    Field,
    /// The text of the row being read.
    Row,
}

/// A row being read.
struct DraftRow {
    row: Kegiatan,
    uraian: Stretches,
    rincian: Vec<DraftItem>,
}

impl DraftRow {
    fn new(nomor: Spanned<Nomor>, oleh: Vec<Tempat>, span: Span) -> DraftRow {
        let row = Kegiatan {
            comments: Vec::new(),
            nomor,
            oleh,
            uraian: Spanned::default(),
            rincian: Vec::new(),
            fields: Vec::new(),
            span,
        };
        DraftRow { row, uraian: Stretches::default(), rincian: Vec::new() }
    }
}

struct Reader<'t> {
    text: &'t str,
    found: Vec<Diagnostic>,
    sop: Sop,
    /// `#` lines that wait for the line below them.
    comments: Vec<Comment>,
    in_rows: bool,
    open: Open,
    field: Option<Draft>,
    row: Option<DraftRow>,
    /// Rows indented by as much are still rows: some writers indent them all.
    row_indent: usize,
    /// The number of the row before.
    last_number: u16,
    identity_keys: Seen,
    row_keys: Seen,
}

/// Where each key stood first.
#[derive(Default)]
struct Seen {
    first: BTreeMap<Key, Span>,
    named: BTreeMap<(Key, String), Span>,
}

/// Numbers indented less than row fields are rows, not items.
const ROW_INDENT: usize = 2;

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Reader<'t> {
        Reader {
            text,
            found: Vec::new(),
            sop: Sop::default(),
            comments: Vec::new(),
            in_rows: false,
            open: Open::Nothing,
            field: None,
            row: None,
            row_indent: ROW_INDENT,
            last_number: 0,
            identity_keys: Seen::default(),
            row_keys: Seen::default(),
        }
    }

    fn finish(mut self) -> (Sop, Vec<Diagnostic>) {
        self.close_row();
        self.sop.trailing = std::mem::take(&mut self.comments);
        (self.sop, self.found)
    }

    fn line(&mut self, pair: Pair<'t, Rule>) {
        if pair.as_rule() == Rule::EOI {
            return;
        }
        let span = trim(self.text, span_of(&pair));
        let line_start = self.text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
        let length = span.end as usize - line_start;
        if length > MAX_LINE {
            let start = Span { start: span.start, end: span.start };
            self.found.push(Diagnostic::at(&faults::LINE_LENGTH, start).with("ukuran", length));
            self.open = Open::Reported;
            return;
        }
        let indent = span.start as usize - line_start;
        let line = Line { span, indent, line_start };
        match pair.as_rule() {
            Rule::labelled => self.labelled(pair, line),
            Rule::item => {
                let text = last_span(&pair);
                self.item(line, text, None);
            }
            Rule::numbered => self.numbered(pair, line),
            Rule::comment => {
                self.comments.push(Spanned::new(self.text[span.range()].to_owned(), span));
            }
            Rule::lettered | Rule::bullet => self.marked(pair, line),
            Rule::plain => self.plain(line),
            _ => {}
        }
    }

    // ---- lines with a colon -----------------------------------------------------------------------------------

    fn labelled(&mut self, pair: Pair<'t, Rule>, line: Line) {
        let mut parts = pair.into_inner();
        let (Some(label), Some(text)) = (parts.next(), parts.next()) else { return };
        let label = trim(self.text, span_of(&label));
        let rest = span_of(&text);
        let typed = &self.text[label.range()];
        if let Some(key) = keys::short(typed).filter(|key| *key != Key::Jika) {
            return self.start_field(Spanned::new(key, label), None, None, rest, line);
        }
        let mut stretches = Stretches::default();
        stretches.push(self.text, label);
        let prose = stretches.join(self.text);
        let Some(kepala) = from_pairs::kepala(&prose) else {
            return self.not_a_key(label, rest, line);
        };
        let word = fold(&kepala.kata.value);
        if word == "kegiatan" {
            return self.kegiatan(label, rest, line);
        }
        if word == "tahap" {
            return self.tahap(label, rest);
        }
        let Some(key) = keys::find(&word) else {
            return self.not_a_key(label, rest, line);
        };
        let Kepala { kata, untuk, kondisi } = kepala;
        let flow = matches!(key, Key::Ya | Key::Tidak | Key::Jika);
        if let (false, Some(kondisi)) = (flow, &kondisi) {
            if line.indent > 0 && kondisi.value.split(' ').count() > 2 {
                // `output, kelengkapan, dan lain-lain sebagai berikut:` is a sentence.
                return self.not_a_key(label, rest, line);
            }
            let diagnostic = Diagnostic::at(&faults::NO_CONDITION_TAKEN, kondisi.span);
            self.found.push(diagnostic.with("kata", key.word()));
        }
        if key == Key::Jika && kondisi.is_none() {
            self.found.push(Diagnostic::at(&faults::NO_CONDITION, kata.span));
        }
        let untuk = untuk.filter(|name| {
            let taken = key.info().shape == Shape::Alur || key == Key::Waktu;
            if !taken {
                self.found.push(
                    Diagnostic::at(&faults::NO_NAME_TAKEN, name.span)
                        .with("kata", key.word())
                        .with("nama", name.value.as_str()),
                );
            }
            taken
        });
        self.start_field(Spanned::new(key, kata.span), untuk, kondisi.filter(|_| flow), rest, line);
    }

    /// A line with a colon whose words are no key: a misspelt field, a row without its number, or text.
    fn not_a_key(&mut self, label: Span, rest: Span, line: Line) {
        let typed = &self.text[label.range()];
        let words = typed.split_whitespace().count();
        let near = if typed.len() <= 60 { self.nearest_key(typed) } else { None };
        let colon_ends_word =
            self.text[rest.start as usize..].starts_with(['\n', '\r']) || rest.start == rest.end || {
                let before = self.text[..rest.start as usize].chars().next_back();
                before.is_some_and(characters::is_blank)
            };
        let is_field = words <= 3 && (near.is_some() || colon_ends_word);
        if line.indent > 0 && !is_field && self.open != Open::Nothing {
            return self.continuation(line.span);
        }
        if let Some((answer, condition)) = answer_without_comma(typed) {
            self.found.push(remedies::missing_comma(label, answer, condition));
            let answer_span = Span::new(label.start as usize, label.start as usize + answer.len());
            let key = if answer.eq_ignore_ascii_case("ya") { Key::Ya } else { Key::Tidak };
            let place = trim(self.text, Span { start: answer_span.end, end: label.end });
            let condition = Spanned::new(condition.to_owned(), place);
            return self.start_field(Spanned::new(key, answer_span), None, Some(condition), rest, line);
        }
        if self.in_rows && line.indent == 0 && near.is_none() && self.is_declared(typed) {
            let diagnostic = Diagnostic::at(&faults::UNKNOWN_KEY, label).with("kata", typed);
            self.found.push(diagnostic.help(&remedies::NUMBER_THE_ROW));
            let number = self.next_number();
            return self.start_row(Spanned::new(number, label), Some(label), rest, line);
        }
        let diagnostic = if typed.contains('(')
            && keys::find(&fold(typed.split('(').next().unwrap_or_default())).is_some()
        {
            Diagnostic::at(&faults::UNKNOWN_KEY, label).with("kata", typed).help(&remedies::CLOSE_BRACKET)
        } else if self.in_rows && line.indent == 0 && near.is_none() {
            Diagnostic::at(&faults::UNKNOWN_KEY, label).with("kata", typed).help(&remedies::NUMBER_THE_ROW)
        } else if words <= 3 {
            let meant = near.and_then(keys::find).filter(|key| self.is_free(*key));
            let diagnostic = remedies::unknown_key(label, typed, near);
            if let Some(key) = meant {
                self.found.push(diagnostic);
                return self.start_field(Spanned::new(key, label), None, None, rest, line);
            }
            diagnostic
        } else {
            Diagnostic::at(&faults::LINE, line.span)
        };
        self.reported(diagnostic);
    }

    /// Whether the first name of what should be actors is among the first lanes declared.
    fn is_declared(&self, actors: &str) -> bool {
        let name = fold(actors.split([',', '-', '→', '?']).next().unwrap_or_default());
        let lanes = self.sop.field(Key::Pelaksana).map(|field| &field.value);
        let Some(Value::Pelaksana(lanes)) = lanes else { return false };
        lanes.iter().take(100).flat_map(|lane| &lane.nama).any(|short| fold(&short.value) == name)
    }

    /// The number that one would expect of the next row.
    fn next_number(&self) -> Nomor {
        Nomor { angka: (self.last_number + 1).min(9999), huruf: None }
    }

    /// Whether a key may be read here without getting in the way of another: it was not given yet.
    fn is_free(&self, key: Key) -> bool {
        let (seen, ready) = match self.in_rows {
            true => (&self.row_keys, self.row.is_some()),
            false => (&self.identity_keys, true),
        };
        ready && key.info().shape != Shape::Alur && !seen.first.contains_key(&key)
    }

    fn nearest_key(&self, typed: &str) -> Option<&'static str> {
        let place = if self.in_rows { Place::Row } else { Place::Identity };
        let here = KEYS.iter().filter(move |info| info.place == place);
        let words = here.flat_map(|info| std::iter::once(&info.word).chain(info.labels)).copied();
        let head = typed.split(['(', ',']).next().unwrap_or(typed).trim();
        nearest(head, words.chain(["kegiatan", "tahap"]))
    }

    fn start_field(
        &mut self,
        key: Spanned<Key>,
        untuk: Option<Spanned<String>>,
        kondisi: Option<Spanned<String>>,
        rest: Span,
        line: Line,
    ) {
        let place = key.value.info().place;
        let here = if self.in_rows { Place::Row } else { Place::Identity };
        self.close_field();
        let misplaced = place != here;
        if misplaced {
            let typed = self.text[key.span.range()].to_owned();
            self.found.push(Diagnostic::at(&faults::PLACE, key.span).with("kata", typed));
        } else if place == Place::Row && self.row.is_none() {
            let typed = self.text[key.span.range()].to_owned();
            let diagnostic = Diagnostic::at(&faults::PLACE, key.span).with("kata", typed);
            return self.reported(diagnostic.help(&remedies::NO_ROW_YET));
        } else {
            self.check_doubled(key, untuk.as_ref());
        }
        let mut draft = Draft::new(key, untuk, kondisi, line.span);
        draft.comments = std::mem::take(&mut self.comments);
        draft.misplaced = misplaced;
        draft.text.push(self.text, rest);
        self.field = Some(draft);
        self.open = Open::Field;
    }

    fn check_doubled(&mut self, key: Spanned<Key>, untuk: Option<&Spanned<String>>) {
        if key.value == Key::Jika {
            return;
        }
        let seen = if self.in_rows { &mut self.row_keys } else { &mut self.identity_keys };
        let first = match untuk {
            None => *seen.first.entry(key.value).or_insert(key.span),
            Some(name) => *seen.named.entry((key.value, fold(&name.value))).or_insert(key.span),
        };
        if first != key.span {
            self.found.push(
                Diagnostic::at(&faults::DOUBLED, key.span)
                    .with("kata", key.value.word())
                    .related(first, &remedies::FIRST_HERE),
            );
        }
    }

    fn kegiatan(&mut self, label: Span, rest: Span, line: Line) {
        self.close_row();
        let text = trim(self.text, rest);
        if self.in_rows {
            return self.reported(Diagnostic::at(&faults::SECOND_KEGIATAN, line.span));
        }
        self.in_rows = true;
        self.open = Open::Nothing;
        self.sop.kegiatan_head = Some((std::mem::take(&mut self.comments), label));
        if text.start < text.end {
            self.reported(Diagnostic::at(&faults::HEAD_TEXT, text));
        }
    }

    fn tahap(&mut self, label: Span, rest: Span) {
        if !self.in_rows {
            self.close_field();
            let diagnostic = Diagnostic::at(&faults::PLACE, label).with("kata", "tahap");
            return self.reported(diagnostic.help(&remedies::PHASE_PLACE));
        }
        self.close_row();
        let mut stretches = Stretches::default();
        stretches.push(self.text, rest);
        let after = Span { start: rest.start, end: rest.start };
        let mut nama = stretches.join(self.text).into_spanned();
        if nama.value.is_empty() {
            nama.span = after;
        }
        let span = label.to(nama.span);
        let comments = std::mem::take(&mut self.comments);
        self.sop.baris.push(Baris::Tahap(Tahap { comments, nama, span }));
        self.open = Open::Nothing;
    }

    // ---- rows -------------------------------------------------------------------------------------------------

    fn numbered(&mut self, pair: Pair<'t, Rule>, line: Line) {
        let mut number = None;
        let mut mark = Rule::dot;
        let mut actors = None;
        let mut text = line.span;
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::number => number = Some(span_of(&part)),
                Rule::actors => actors = Some(trim(self.text, span_of(&part))),
                Rule::text => text = span_of(&part),
                other => mark = other,
            }
        }
        let Some(number) = number else { return };
        // Blanks after the mark may be all that follows it.
        let start = actors.map_or(text.start, |actors| actors.start).min(line.span.end);
        let marked = Span { start: number.start, end: start };
        let after = trim(self.text, Span { start, end: line.span.end });
        let as_row = if self.in_rows {
            let first = self.sop.baris.is_empty() && self.row.is_none();
            line.indent <= self.row_indent || (first && actors.is_some())
        } else {
            actors.is_some() && line.indent <= ROW_INDENT && self.rows_may_begin(mark)
        };
        if as_row {
            if !self.in_rows {
                self.found.push(remedies::no_kegiatan(line.span, line.line_start));
                self.close_field();
                self.in_rows = true;
            }
            if mark != Rule::dot {
                let mark = Span { start: number.start, end: marked.end };
                let meant = format!("{}. ", &self.text[number.range()]);
                self.found.push(remedies::foreign_mark(mark, &self.text[mark.range()], &meant));
            }
            self.row_indent = self.row_indent.max(line.indent);
            let typed = &self.text[number.range()];
            let value = from_pairs::nomor(typed).unwrap_or_else(|| {
                self.found.push(Diagnostic::at(&faults::ROW_NUMBER, number).with("nomor", typed));
                self.next_number()
            });
            self.start_row(Spanned::new(value, number), actors, text, line);
        } else if mark != Rule::space && self.takes_items() {
            self.item(line, after, Some(marked));
        } else {
            self.plain(line);
        }
    }

    /// Whether a numbered line with a colon before `kegiatan:` is more likely a row than an item.
    fn rows_may_begin(&self, mark: Rule) -> bool {
        let after_lanes = self.identity_keys.first.contains_key(&Key::Pelaksana);
        let in_list = self.field.as_ref().is_some_and(|field| field.takes_numbered_items());
        mark == Rule::dot && after_lanes && !in_list
    }

    fn start_row(&mut self, nomor: Spanned<Nomor>, actors: Option<Span>, text: Span, line: Line) {
        self.close_row();
        self.last_number = nomor.value.angka;
        let oleh = match actors.filter(|actors| actors.start < actors.end) {
            Some(actors) => {
                let mut stretches = Stretches::default();
                stretches.push(self.text, actors);
                from_pairs::oleh(&stretches.join(self.text), &mut self.found)
            }
            None => {
                self.found.push(
                    Diagnostic::at(&faults::NO_ACTOR, line.span).with("nomor", nomor.value.to_string()),
                );
                Vec::new()
            }
        };
        let mut draft = DraftRow::new(nomor, oleh, line.span);
        draft.row.comments = std::mem::take(&mut self.comments);
        draft.row.uraian.span = Span { start: text.start, end: text.start };
        draft.uraian.push(self.text, text);
        self.row = Some(draft);
        self.row_keys = Seen::default();
        self.open = Open::Row;
    }

    fn close_row(&mut self) {
        self.close_field();
        let Some(DraftRow { mut row, uraian, rincian }) = self.row.take() else { return };
        if !uraian.is_empty() {
            row.uraian = uraian.join(self.text).into_spanned();
        }
        row.span = row.span.to(row.uraian.span);
        row.rincian = rincian.into_iter().map(|item| item.read(self.text)).collect();
        for item in &row.rincian {
            row.span = row.span.to(item.text.span);
        }
        if let Some(last) = row.fields.last() {
            row.span = row.span.to(last.span);
        }
        self.sop.baris.push(Baris::Kegiatan(row));
    }

    fn close_field(&mut self) {
        let Some(draft) = self.field.take() else { return };
        let place = draft.key.value.info().place;
        let field = draft.read(self.text, &mut self.found);
        match (place, &mut self.row) {
            (Place::Row, Some(row)) => row.row.fields.push(field),
            (Place::Identity, _) => self.sop.fields.push(field),
            // Reported where it began; nothing in the AST could hold it.
            (Place::Row, None) => {}
        }
    }

    // ---- items and text ---------------------------------------------------------------------------------------

    /// Whether what is being read is a list, so that a foreign mark is the mark of an item.
    fn takes_items(&self) -> bool {
        self.open == Open::Field && self.field.as_ref().is_some_and(Draft::takes_items)
    }

    fn marked(&mut self, pair: Pair<'t, Rule>, line: Line) {
        let bullet = pair.as_rule() == Rule::bullet;
        let text = last_span(&pair);
        let mark = Span { start: line.span.start, end: text.start };
        let inside = self.open == Open::Row || self.open == Open::Field;
        if (bullet && inside && (line.indent > 0 || !self.in_rows)) || self.takes_items() {
            self.item(line, text, Some(mark));
        } else {
            self.plain(line);
        }
    }

    fn item(&mut self, line: Line, text: Span, foreign: Option<Span>) {
        if let Some(mark) = foreign {
            self.found.push(remedies::foreign_mark(mark, &self.text[mark.range()], "- "));
        }
        let mut item = DraftItem {
            comments: Vec::new(),
            text: Stretches::default(),
            line: line.span,
            foreign: foreign.is_some(),
        };
        item.text.push(self.text, text);
        match self.open {
            Open::Reported => return,
            Open::Nothing => return self.reported(Diagnostic::at(&faults::LINE, line.span)),
            Open::Row | Open::Field => {}
        }
        if item.text.is_empty() {
            self.found.push(remedies::empty_item(line.span));
            return;
        }
        item.comments = std::mem::take(&mut self.comments);
        match (self.open, &mut self.field, &mut self.row) {
            (Open::Field, Some(field), _) => field.items.push(item),
            (Open::Row, _, Some(row)) => row.rincian.push(item),
            _ => {}
        }
    }

    fn plain(&mut self, line: Line) {
        let typed = &self.text[line.span.range()];
        if !typed.is_ascii()
            && let Some((label, mark)) = label_with_look_alike(typed)
        {
            let start = line.span.start as usize;
            let colon = Span::new(start + label.len(), start + label.len() + mark.len());
            self.found.push(remedies::look_alike(colon, mark, ":"));
            let label = trim(self.text, Span::new(start, start + label.len()));
            let rest = trim(self.text, Span { start: colon.end, end: line.span.end });
            return self.known_label(label, rest, line);
        }
        if let Some((key, rest)) = self.key_without_colon(typed, line.indent > 0) {
            let label =
                Span::new(line.span.start as usize, line.span.start as usize + typed.len() - rest.len());
            let label = trim(self.text, label);
            self.found.push(remedies::missing_colon(label, &self.text[label.range()]));
            let rest = Span { start: label.end, end: line.span.end };
            return match key {
                Some(key) => self.start_field(Spanned::new(key, label), None, None, rest, line),
                None => self.kegiatan(label, rest, line),
            };
        }
        if line.indent > 0 && self.open != Open::Nothing {
            return self.continuation(line.span);
        }
        self.reported(Diagnostic::at(&faults::LINE, line.span));
    }

    /// A key at the start of a line without a colon, and what follows it; no key means `kegiatan`.
    ///
    /// An indented line may be text that happens to begin with that word, so what follows must read as what the key
    /// takes: `waktu 30 menit`, `alur lanjut ke 3`.
    fn key_without_colon<'l>(&self, line: &'l str, indented: bool) -> Option<(Option<Key>, &'l str)> {
        if fold(line) == "kegiatan" && !indented {
            return Some((None, ""));
        }
        let place = if self.in_rows { Place::Row } else { Place::Identity };
        let head = line.get(..2)?;
        let after = |word: &str| {
            let rest = line.get(word.len()..).filter(|_| line[..word.len()].eq_ignore_ascii_case(word));
            rest.filter(|rest| rest.is_empty() || rest.starts_with(characters::is_blank))
        };
        let keys = KEYS.iter().filter(|info| info.place == place);
        let words = keys.flat_map(|info| {
            std::iter::once(&info.word).chain(info.labels).map(move |word| (info.key, *word))
        });
        let (key, rest) = words
            .filter(|(_, word)| word.is_char_boundary(2) && word[..2].eq_ignore_ascii_case(head))
            .filter(|(_, word)| line.is_char_boundary(word.len().min(line.len())) && line.len() >= word.len())
            .filter_map(|(key, word)| after(word).map(|rest| (key, rest)))
            .min_by_key(|(_, rest)| rest.len())?;
        let meant = if indented {
            self.open != Open::Reported && from_pairs::is_value_of(key.info().shape, rest.trim())
        } else {
            rest.trim().is_empty() || !self.in_rows || from_pairs::is_value_of(key.info().shape, rest.trim())
        };
        meant.then_some((Some(key), rest))
    }

    /// A line whose label is known although its colon is not there.
    fn known_label(&mut self, label: Span, rest: Span, line: Line) {
        let word = fold(&self.text[label.range()]);
        match keys::find(&word) {
            Some(key) => self.start_field(Spanned::new(key, label), None, None, rest, line),
            None => self.kegiatan(label, rest, line),
        }
    }

    fn continuation(&mut self, span: Span) {
        match (self.open, &mut self.field, &mut self.row) {
            (Open::Field, Some(field), _) => field.continue_with(self.text, span),
            (Open::Row, _, Some(row)) => {
                let text = row.rincian.last_mut().map_or(&mut row.uraian, |item| &mut item.text);
                text.push(self.text, span);
            }
            _ => {}
        }
    }

    fn reported(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
        self.close_field();
        self.open = Open::Reported;
    }
}

/// A line without its end and the blanks around it.
#[derive(Clone, Copy)]
struct Line {
    span: Span,
    /// Bytes before its first character.
    indent: usize,
    line_start: usize,
}

fn span_of(pair: &Pair<'_, Rule>) -> Span {
    let span = pair.as_span();
    Span::new(span.start(), span.end())
}

fn last_span(pair: &Pair<'_, Rule>) -> Span {
    pair.clone().into_inner().last().map_or(span_of(pair), |last| span_of(&last))
}

/// `ya berkas lengkap` → `ya`, `berkas lengkap`
fn answer_without_comma(label: &str) -> Option<(&str, &str)> {
    let (answer, condition) = label.split_once(' ')?;
    let known = answer.eq_ignore_ascii_case("ya") || answer.eq_ignore_ascii_case("tidak");
    known.then_some((answer, condition.trim()))
}

/// A known key before something that looks like a colon.
fn label_with_look_alike(line: &str) -> Option<(&str, &str)> {
    let at = line.find(['：', '∶', '︰', '˸', 'ː', '﹕', '꞉'])?;
    let word = fold(&line[..at]);
    let known = keys::find(&word).is_some() || word == "kegiatan";
    let mark = line[at..].chars().next()?;
    known.then(|| (&line[..at], &line[at..at + mark.len_utf8()]))
}
