//! A table as it comes out of a word processor or a spreadsheet: one row a line, its cells between tabulators or bars.

use super::{Line, Open, Reader};
use crate::source::{Span, Spanned};
use crate::syntax::ast::Nomor;
use crate::syntax::keys::{self, Key, Place};
use crate::syntax::prose::trim;
use crate::syntax::{remedies, values};
use crate::text::fold;

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    Actor,
    Text,
    Field(Key),
    /// A lane, named here; whoever acts has a mark in it.
    Lane(Span),
    Unknown,
}

/// A table being read.
pub(super) struct Table {
    /// Its finding.
    at: usize,
    columns: Vec<Column>,
    /// Whether only lines that head it were read so far.
    headed: bool,
}

/// The columns where no line heads them; most tables have these, in this order.
const USUAL: [Column; 7] = [
    Column::Number,
    Column::Actor,
    Column::Text,
    Column::Field(Key::Kelengkapan),
    Column::Field(Key::Waktu),
    Column::Field(Key::Output),
    Column::Field(Key::Keterangan),
];

impl Reader<'_> {
    /// Takes a line of a pasted table. The whole table is one finding, and is read as it was meant.
    pub(super) fn pasted(&mut self, line: Line) -> bool {
        const FEWEST_TABS: usize = 2;
        let typed = &self.text[line.span.range()];
        let bars = typed.starts_with('|');
        let between = if bars || self.in_bars(line) { b'|' } else { b'\t' };
        let cells = typed.bytes().filter(|byte| *byte == between).count();
        if !self.in_rows && cells >= FEWEST_TABS && self.heads_table(line, between) {
            self.found.push(remedies::no_kegiatan(line.span, line.line_start));
            self.close_field();
            self.in_rows = true;
        }
        if !self.in_rows || cells < FEWEST_TABS {
            self.columns = self.table.take().map(|table| table.columns).or(self.columns.take());
            return false;
        }
        let cells = self.cells(line, between);
        let number = self.text[cells[0].range()].trim_end_matches(['.', ')']).to_owned();
        let nomor = values::nomor(&number).filter(|nomor| nomor.huruf.is_none());
        self.close_row();
        let begins = self.table.is_none();
        let mut table = match self.table.take() {
            Some(table) => table,
            None => self.table_begins(line, &cells, nomor.is_some()),
        };
        self.open = Open::Reported;
        let heads = table.headed && nomor.is_none();
        if heads && !begins {
            self.second_head(&mut table.columns, &cells);
        }
        let read = nomor.and_then(|nomor| self.table_row(line, (nomor, &number), &table.columns, &cells));
        let rule = typed.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '));
        // A cell in quotation marks goes on below.
        let whole_cells = typed.matches('"').count().is_multiple_of(2);
        let lost = nomor.is_some() && self.loses(&table.columns, &cells);
        let known = whole_cells && !lost && (read.is_some() || rule || heads);
        // Empty cells at the end go, too.
        let rest = self.text[line.span.end as usize..].lines().next().unwrap_or_default();
        let whole = Span::new(line.span.start as usize, line.span.end as usize + rest.len());
        let lines = read.unwrap_or_default();
        remedies::rewrite_table(&mut self.found[table.at], whole, lines.trim_end(), known);
        self.table = Some(Table { headed: heads, ..table });
        true
    }

    /// Where the cells of a line are.
    fn cells(&self, line: Line, between: u8) -> Vec<Span> {
        let typed = &self.text[line.span.range()];
        let inside = typed.strip_prefix('|').unwrap_or(typed);
        let mut at = line.span.start as usize + typed.len() - inside.len();
        // Cells that stand empty in front.
        let empty = match between {
            b'\t' => self.text[line.line_start..line.span.start as usize].matches('\t').count(),
            _ => 0,
        };
        let nothing = Span { end: line.span.start, ..line.span };
        let inside = inside.split(char::from(between)).map(|cell| {
            let place = trim(self.text, Span::new(at, at + cell.len()));
            at += cell.len() + 1;
            place
        });
        std::iter::repeat_n(nothing, empty).chain(inside).collect()
    }

    /// The finding of a table, and its columns: as its first line heads them, or, where that is a row, as they were.
    fn table_begins(&mut self, line: Line, cells: &[Span], with_a_row: bool) -> Table {
        self.found.push(remedies::pasted_table(line.span));
        let at = self.found.len() - 1;
        if with_a_row {
            // Behind the end of a page a table goes on without its head.
            let columns = self.columns.clone().unwrap_or_else(|| USUAL.to_vec());
            return Table { at, columns, headed: false };
        }
        let mut columns: Vec<Column> = cells.iter().map(|cell| self.column(*cell)).collect();
        let text = columns.iter().position(|column| *column == Column::Text);
        if let Some(text) = text.filter(|_| !columns.contains(&Column::Actor)) {
            self.name_lanes(&mut columns, cells, text + 1);
        }
        Table { at, columns, headed: true }
    }

    /// The official head has two lines: below `Pelaksana` the lanes, below `Mutu Baku` its three columns.
    fn second_head(&self, columns: &mut Vec<Column>, cells: &[Span]) {
        columns.resize(columns.len().max(cells.len()), Column::Unknown);
        for (column, cell) in columns.iter_mut().zip(cells) {
            match self.column(*cell) {
                Column::Unknown => {}
                below => *column = below,
            }
        }
        if let Some(actor) = columns.iter().position(|column| *column == Column::Actor) {
            self.name_lanes(columns, cells, actor);
        }
    }

    /// A dash says that nothing stands here.
    fn is_filled(&self, cell: Span) -> bool {
        !matches!(&self.text[cell.range()], "" | "-" | "–" | "—")
    }

    /// Reads a line of a table as the row that it is, where it says who does what; gives it as the language writes it.
    fn table_row(
        &mut self,
        line: Line,
        (nomor, number): (Nomor, &str),
        columns: &[Column],
        cells: &[Span],
    ) -> Option<String> {
        let cell = |column: Column| {
            let at = columns.iter().position(|known| *known == column)?;
            cells.get(at).copied().filter(|cell| self.is_filled(*cell))
        };
        // Of lanes the head names who acts; the row is read as that of the first of them.
        let lanes = columns.iter().zip(cells).filter_map(|(column, cell)| match column {
            Column::Lane(name) if self.is_filled(*cell) => Some(*name),
            _ => None,
        });
        let actors: Vec<Span> = cell(Column::Actor).map_or_else(|| lanes.collect(), |actor| vec![actor]);
        let (actor, text) = (*actors.first()?, cell(Column::Text)?);
        let names: Vec<&str> = actors.iter().map(|actor| &self.text[actor.range()]).collect();
        let mut lines = format!("{number}. {}: {}\n", names.join(", "), &self.text[text.range()]);
        self.start_row(Spanned::new(nomor, cells[0]), Some(actor), text, line);
        for (column, place) in columns.iter().zip(cells) {
            let Column::Field(key) = column else { continue };
            if !self.is_filled(*place) {
                continue;
            }
            lines += &format!("   {}: {}\n", key.word(), &self.text[place.range()]);
            let here = Span { end: place.start, ..*place };
            self.start_field(Spanned::new(*key, here), None, None, *place, Line { span: *place, ..line });
        }
        self.close_row();
        self.open = Open::Nothing;
        Some(lines)
    }

    /// Nothing is thrown away: no cell below an unknown head, and no answer in a lane.
    fn loses(&self, columns: &[Column], cells: &[Span]) -> bool {
        let answers = ["ya", "tidak"];
        let columns = columns.iter().chain(std::iter::repeat(&Column::Unknown));
        columns.zip(cells).any(|(column, cell)| match column {
            Column::Unknown => self.is_filled(*cell),
            Column::Lane(_) => answers.iter().any(|it| it.eq_ignore_ascii_case(&self.text[cell.range()])),
            _ => false,
        })
    }

    /// Whether a line heads the table of the rows although no `kegiatan:` stands above: `No`, and the column of texts.
    fn heads_table(&self, line: Line, between: u8) -> bool {
        let typed = self.text[line.span.range()].trim_matches('|');
        let mut cells = typed.split(char::from(between));
        cells.next().is_some_and(|first| column(first) == Column::Number)
            && cells.any(|cell| column(cell) == Column::Text)
    }

    /// Whether a line is one of a table with bars between its cells and none in front: `No | Pelaksana | …`, `1 | Staf | …`.
    fn in_bars(&self, line: Line) -> bool {
        let typed = &self.text[line.span.range()];
        if line.indent > 0 || memchr::memchr(b'|', typed.as_bytes()).is_none() {
            return false;
        }
        let first = typed.split('|').next().unwrap_or_default().trim().trim_end_matches(['.', ')']);
        self.in_rows && (self.table.is_some() || values::nomor(first).is_some())
            || column(first) == Column::Number
    }

    /// Where no lanes are declared, the heads from `from` up to the fields name them: below `Pelaksana`, or behind `Kegiatan`.
    fn name_lanes(&self, columns: &mut [Column], cells: &[Span], from: usize) {
        let field = |column: &Column| matches!(column, Column::Field(_));
        let Some(count) = columns[from..].iter().position(field) else { return };
        let unknown = columns[from..from + count].iter().filter(|column| **column == Column::Unknown).count();
        let below_actor = columns.get(from) == Some(&Column::Actor);
        // One column behind the texts may be anything.
        if self.identity_keys.holds(Key::Pelaksana) || !(below_actor || unknown > 1) {
            return;
        }
        for (column, cell) in columns[from..from + count].iter_mut().zip(&cells[from.min(cells.len())..]) {
            let named = cell.start < cell.end && matches!(column, Column::Unknown | Column::Actor);
            if named {
                *column = Column::Lane(*cell);
            }
        }
    }

    /// What a cell heads.
    fn column(&self, cell: Span) -> Column {
        let typed = &self.text[cell.range()];
        match column(typed) {
            Column::Unknown if self.is_declared(typed) => Column::Lane(cell),
            column => column,
        }
    }
}

/// What a cell heads, unless that is a lane.
fn column(typed: &str) -> Column {
    let word = fold(typed);
    let row_key = |key: &Key| key.info().place == Place::Row;
    match word.trim_end_matches('.') {
        "no" | "nomor" => Column::Number,
        "pelaksana" | "pelaku" | "aktor" | "penanggung jawab" | "petugas" => Column::Actor,
        word if keys::is_kegiatan(word) => Column::Text,
        // `Output/Hasil` has two names.
        word => match word
            .split('/')
            .find_map(|word| keys::find(word.trim()).or_else(|| keys::meant(word.trim())).filter(row_key))
        {
            Some(key) => Column::Field(key),
            None => Column::Unknown,
        },
    }
}
