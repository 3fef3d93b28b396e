//! Lines → AST: which line belongs to what, and what the lines that belong to nothing might have meant.
//!
//! One pass over the lines as `lines` cuts them, one at a time. A line that cannot be read costs one finding;
//! what follows is read as if it had been right.

mod actors;
mod answers;
mod around;
mod context;
mod flow_lines;
mod gathered;
mod keyed;
mod keyless;
mod not_a_key;
mod pasted;
mod plain;
mod recovery;
mod rows;
mod text;

pub use context::{Context, continues, is_item};

use gathered::Gathered;
use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Sink};
use crate::few::Few;
use crate::source::{LineIndex, Seams, Span, Spanned};

use super::ast::{Baris, Comment, Kegiatan, Nomor, Sop, Tahap, Tempat};
use super::characters::{self, MAX_FILE, MAX_LINE};
use super::fields::{Draft, DraftItem};
use super::keys::{Key, Keys, Place};
use super::lines::{self, Cut, Parts};
use super::prose::{Source, Stretches, trim};
use super::{definition, faults, markdown, remedies};

/// Where so much cannot be read, the text is no procedure, or a machine made it wrongly, and reading ends.
const MOST_FOUND: usize = 20_000;
/// Of which so many show what is wrong.
const FIRST_TOLD: usize = 20;

/// Reads a text, reporting every line that cannot be read. Never fails.
///
/// Text values come with single blanks, in NFC and without the characters that are reported; spans point into `text`
/// as it was given. Findings of a line with unreadable characters are those characters only.
pub fn parse(text: &str, sink: &mut Sink) -> Sop {
    if text.len() > MAX_FILE {
        sink.push(Diagnostic::at(&faults::FILE_SIZE, Span::default()).with("ukuran", text.len()));
        return Sop::default();
    }
    let plain = markdown::plain(text);
    let text = plain.as_ref().map_or(text, |plain| &plain.text);
    let mut reader = Reader::new(text);
    let mut strange = Vec::new();
    if !reader.source.plain {
        characters::check(text, &mut strange);
    }
    // Room for what an ordinary sheet has; the vectors grow where one has more.
    reader.sop.fields.reserve(24);
    reader.identity_keys.first.reserve(24);
    reader.sop.baris.reserve(text.len() / 200);
    lines::each(text, &mut reader);
    let (sop, mut found) = reader.finish();
    if found.len() > MOST_FOUND {
        let at = found[0].primary;
        found.truncate(FIRST_TOLD);
        found.push(Diagnostic::at(&faults::TOO_MUCH_UNREAD, at).with("banyak", MOST_FOUND));
        found.into_iter().for_each(|diagnostic| sink.push(diagnostic));
        return Sop::default();
    }
    if let Some(plain) = &plain {
        sink.push(plain.told.clone());
    }
    if !strange.is_empty() {
        let index = LineIndex::new(text);
        let line_of = |place: Span| index.line_of(place.start as usize);
        let places = |found: &Diagnostic| {
            let edits = found.fix.iter().flat_map(|fix| fix.edits.iter().map(|(place, _)| *place));
            edits.chain([found.primary]).map(line_of).collect::<Vec<_>>()
        };
        let spoilt: BTreeSet<_> = strange.iter().flat_map(places).collect();
        found.retain(|diagnostic| !spoilt.contains(&line_of(diagnostic.primary)));
    }
    for diagnostic in strange.into_iter().chain(found) {
        sink.push(diagnostic);
    }
    sop
}

impl lines::Lines for Reader<'_> {
    fn ahead(&mut self, start: usize) -> usize {
        if self.tabular || definition::alone() {
            return start;
        }
        if self.in_rows { self.plain_rows(start) } else { self.plain_fields(start) }
    }

    fn take(&mut self, cut: Cut) {
        if self.found.len() <= MOST_FOUND {
            self.line(cut);
        }
    }
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
    fn new(nomor: Spanned<Nomor>, oleh: Few<Tempat>, span: Span) -> DraftRow {
        let row = Kegiatan {
            comments: Vec::new(),
            nomor,
            oleh,
            uraian: Spanned::default(),
            uraian_letak: Seams::default(),
            rincian: Vec::new(),
            fields: Vec::new(),
            span,
        };
        DraftRow { row, uraian: Stretches::default(), rincian: Vec::new() }
    }
}

struct Reader<'t> {
    text: &'t str,
    source: Source<'t>,
    /// Whether it may hold a table from a word processor.
    tabular: bool,
    found: Vec<Diagnostic>,
    sop: Sop,
    /// `#` lines that wait for the line below them.
    comments: Vec<Comment>,
    in_rows: bool,
    /// Where the lanes stand among the fields that were read.
    lanes: Option<usize>,
    open: Open,
    field: Option<Draft>,
    row: Option<DraftRow>,
    /// Rows indented by as much are still rows: some writers indent them all.
    row_indent: usize,
    /// A table from a word processor, while its lines last.
    table: Option<pasted::Table>,
    /// Whether another procedure begins above: it is told, and not read.
    over: bool,
    /// The columns of such a table that was read before.
    columns: Option<Vec<pasted::Column>>,
    /// The number of the row before.
    last_number: u16,
    identity_keys: Seen,
    row_keys: Seen,
    gathered: Gathered,
    /// Whether the signatures below the rows were told, so that what follows belongs to them.
    signed: bool,
}

/// Where each key stood first.
#[derive(Default)]
struct Seen {
    /// Those that are among the first.
    keys: Keys,
    first: Vec<(Key, Span)>,
    named: BTreeMap<(Key, String), Span>,
}

impl Seen {
    fn holds(&self, key: Key) -> bool {
        self.keys.holds(key)
    }

    /// Where the key stood first, which is here if it stood nowhere before.
    fn first(&mut self, key: Key, here: Span) -> Span {
        if self.keys.add(key) {
            self.first.push((key, here));
            return here;
        }
        self.first.iter().find(|(known, _)| *known == key).map_or(here, |(_, first)| *first)
    }

    /// Forgets everything, and keeps its room.
    fn clear(&mut self) {
        self.keys = Keys::default();
        self.first.clear();
        self.named.clear();
    }
}

/// Numbers indented less than row fields are rows, not items.
const ROW_INDENT: usize = 2;

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Reader<'t> {
        let source = Source::new(text);
        let holds = |mark: u8| memchr::memchr(mark, text.as_bytes()).is_some();
        Reader {
            text,
            tabular: holds(b'|') || (!source.plain && holds(b'\t')),
            source,
            found: Vec::new(),
            sop: Sop::default(),
            comments: Vec::new(),
            in_rows: false,
            lanes: None,
            open: Open::Nothing,
            field: None,
            row: None,
            row_indent: ROW_INDENT,
            table: None,
            over: false,
            columns: None,
            last_number: 0,
            identity_keys: Seen::default(),
            row_keys: Seen::default(),
            gathered: Gathered::default(),
            signed: false,
        }
    }

    fn finish(mut self) -> (Sop, Vec<Diagnostic>) {
        self.close_row();
        self.sop.trailing = std::mem::take(&mut self.comments);
        self.gathered.tell(self.text, &mut self.found);
        (self.sop, self.found)
    }

    /// What fields stand here.
    fn place(&self) -> Place {
        if self.in_rows { Place::Row } else { Place::Identity }
    }

    fn line(&mut self, cut: Cut) {
        if self.over {
            return;
        }
        let span = trim(self.text, cut.span);
        let line_start = cut.start;
        let length = span.end as usize - line_start;
        if length > MAX_LINE {
            let start = Span { start: span.start, end: span.start };
            self.found.push(Diagnostic::at(&faults::LINE_LENGTH, start).with("ukuran", length));
            self.open = Open::Reported;
            return;
        }
        let indent = span.start as usize - line_start;
        let line = Line { span, indent, line_start };
        if self.tabular && !matches!(cut.parts, Parts::Comment) && self.pasted(line) {
            return;
        }
        match cut.parts {
            Parts::Labelled { label, text } => self.labelled(label, text, line),
            Parts::Item { text } => self.item(line, text, None),
            Parts::Numbered { .. } => self.numbered(cut.parts, line),
            Parts::Comment => {
                self.comments.push(Spanned::new(self.text[span.range()].to_owned(), span));
            }
            Parts::Lettered { text } => self.marked(false, text, line),
            Parts::Bullet { text } => self.marked(true, text, line),
            Parts::Plain => self.plain(line),
        }
    }

    /// The line below the one that ends here, or holds this place.
    fn below(&self, end: u32) -> &'t str {
        self.text[end as usize..].lines().nth(1).unwrap_or_default()
    }

    fn kegiatan(&mut self, label: Span, rest: Span, line: Line) {
        if self.in_rows && self.text_below_actor(trim(self.text, rest)) {
            return;
        }
        // `Pelaksana: Kabid` above `Kegiatan: Meneliti usulan`: a row as a form has it.
        let above = self.field.as_ref().filter(|field| field.misplaced && field.key.value == Key::Pelaksana);
        let above = above.map(|field| {
            let behind = self.text[field.key.span.end as usize..].lines().next().unwrap_or_default();
            let (from, end) = (field.key.span.end as usize, field.key.span.end as usize + behind.len());
            let colon = behind.find(':').map_or(0, |at| at + 1);
            trim(self.text, Span::new(from + colon, end))
        });
        let above = above.filter(|actor| actor.start < actor.end);
        self.close_row();
        let text = trim(self.text, rest);
        if self.in_rows {
            if text.start == text.end {
                return self.reported(remedies::second_kegiatan(line.span));
            }
            let number = self.next_number();
            let names = above.map_or("PELAKSANA", |actor| &self.text[actor.range()]);
            let row = format!("{number}. {names}: {}", &self.text[text.range()]);
            self.reported(remedies::text_of_a_row(line.span, row));
            // What stands below it are its fields.
            if let Some(actor) = above {
                self.start_row(Spanned::new(number, label), Some(actor), text, line);
            }
            return;
        }
        self.in_rows = true;
        self.open = Open::Nothing;
        self.sop.kegiatan_head = Some((std::mem::take(&mut self.comments), label));
        if text.start < text.end {
            let typed = self.text[text.range()].to_owned();
            self.reported(remedies::head_text(text, rest.start, line.line_start, &typed));
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
        let mut nama = stretches.join(self.source).into_spanned();
        if nama.value.is_empty() {
            nama.span = after;
            self.found.push(Diagnostic::at(&faults::EMPTY_PHASE, label));
        }
        let span = label.to(nama.span);
        let comments = std::mem::take(&mut self.comments);
        self.sop.baris.push(Baris::Tahap(Tahap { comments, nama, span }));
        self.open = Open::Nothing;
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
