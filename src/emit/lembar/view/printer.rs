//! The parts of a form as the templates see them.

use super::{
    Cell, Choice, ColumnView, Escape, Group, Input, Labelled, List, Pair, PartView, PieceView, Round,
    TableView, Tick, Ticked, Ticks, w,
};
use crate::forms::names::in_round;
use crate::forms::{Blank, BlankKind, Field, Line, Part, Piece, Row, Table, Value};
use crate::layout::fill;
use crate::paper::length::Len;
use crate::text::Lang;

/// Makes the pieces of a form ready to print.
pub(super) struct Printer {
    pub lang: Lang,
    pub escape: Escape,
    /// Between the margins of the page.
    pub room: Len,
}

impl Printer {
    pub fn inline(&self, text: &str) -> String {
        (self.escape.inline)(text)
    }

    pub fn line(&self, text: &str) -> String {
        (self.escape.line)(text)
    }

    pub fn pair(&self, field: &Field) -> Pair {
        let label = self.inline(&field.label);
        match &field.value {
            Value::Text(text) => Pair { label, text: self.inline(text), blank: None },
            Value::Blank(blank) => {
                let blank = self.input(blank, &field.label, None);
                Pair { label, text: String::new(), blank: Some(blank) }
            }
        }
    }

    fn input(&self, blank: &Blank, aria: &str, round: Option<u8>) -> Input {
        let said = blank.label.as_deref().unwrap_or_default();
        let aria = if said.is_empty() { aria.to_owned() } else { format!("{aria} {said}") };
        Input {
            name: named(&blank.name, round),
            kind: match blank.kind {
                BlankKind::Date => "date",
                BlankKind::Moment => "datetime-local",
                BlankKind::Text | BlankKind::Lines | BlankKind::Initials => "text",
            },
            lines: blank.kind == BlankKind::Lines,
            label: self.inline(said),
            aria: self.with_round(aria, round),
            round: round.map(|round| round.to_string()).unwrap_or_default(),
        }
    }

    fn with_round(&self, aria: String, round: Option<u8>) -> String {
        match round {
            Some(round) => format!("{aria}, {} {round}", w::ROUND.pattern(self.lang)),
            None => aria,
        }
    }

    pub fn part(&self, part: &Part) -> PartView {
        let none = PartView::default();
        match part {
            Part::Heading(text) => PartView { heading: Some(self.line(text)), ..none },
            Part::Paragraph(text) => PartView { paragraph: Some(self.line(text)), ..none },
            Part::Fields(fields) => {
                PartView { fields: Some(fields.iter().map(|field| self.pair(field)).collect()), ..none }
            }
            Part::Ticks { label, items } => {
                let items = items.iter().map(|tick| self.ticked(&tick.name, &tick.label, "", 1)).collect();
                PartView { ticks: Some(Ticks { label: self.inline(label), items }), ..none }
            }
            Part::List { label, items } => {
                let items = items.iter().map(|text| self.line(text)).collect();
                PartView { list: Some(List { label: self.inline(label), items }), ..none }
            }
            Part::Table(table) => PartView { table: Some(self.table(table)), ..none },
        }
    }

    fn ticked(&self, name: &str, label: &str, aria: &str, rounds: u8) -> Ticked {
        let said = if label.is_empty() { aria } else { label };
        let boxes = self.boxes(name, said, (1..=rounds).map(|round| (rounds > 1).then_some(round)));
        Ticked { label: self.inline(label), plain: boxes.len() == 1 && !label.is_empty(), boxes }
    }

    fn boxes(&self, name: &str, said: &str, rounds: impl IntoIterator<Item = Option<u8>>) -> Vec<Tick> {
        let tick = |round: Option<u8>| Tick {
            name: named(name, round),
            aria: self.with_round(said.to_owned(), round),
            round: round.map(|round| round.to_string()).unwrap_or_default(),
        };
        rounds.into_iter().map(tick).collect()
    }

    fn table(&self, table: &Table) -> TableView {
        let widths = fill::columns(table, self.room);
        TableView {
            columns: table
                .columns
                .iter()
                .zip(widths)
                .map(|(column, width)| ColumnView {
                    key: column.key.clone(),
                    head: self.inline(&column.head),
                    width: hundredths(width, self.room),
                })
                .collect(),
            count: table.columns.len(),
            groups: table
                .rows
                .iter()
                .map(|row| match row {
                    Row::Band(text) => {
                        Group { band: Some(self.line(text)), key: String::new(), rounds: Vec::new() }
                    }
                    Row::Line(line) => self.group(table, line),
                })
                .collect(),
        }
    }

    fn group(&self, table: &Table, line: &Line) -> Group {
        let rounds = line.rounds.max(1);
        let several = rounds > 1;
        let round = |number: u8| {
            let round = several.then_some(number);
            let columns = table.columns.iter().zip(&line.cells);
            Round {
                first: number == 1,
                label: round.map(|it| format!("{} {it}", w::ROUND.pattern(self.lang))).unwrap_or_default(),
                cells: columns
                    .filter(|(column, _)| column.rounds || number == 1)
                    .map(|(column, pieces)| {
                        let aria = format!("{} {}: {}", w::STEP.pattern(self.lang), line.key, column.head);
                        let ticks = if column.rounds { 1 } else { rounds };
                        let own = if column.rounds { round } else { None };
                        Cell {
                            key: column.key.clone(),
                            head: self.inline(&column.head),
                            span: if column.rounds { 1 } else { usize::from(rounds) },
                            centre: column.centre,
                            empty: pieces.is_empty(),
                            line: self.short(pieces),
                            long: !pieces.is_empty() && self.short(pieces).is_none(),
                            pieces: pieces.iter().map(|piece| self.piece(piece, &aria, own, ticks)).collect(),
                        }
                    })
                    .collect(),
            }
        };
        Group { band: None, key: line.key.clone(), rounds: (1..=rounds).map(round).collect() }
    }

    fn short(&self, pieces: &[Piece]) -> Option<String> {
        match pieces {
            [Piece::Text(text) | Piece::Strong(text)] => Some(self.inline(text)),
            [Piece::Blank(blank)] if blank.label.is_none() => Some(DOTS.to_owned()),
            _ => None,
        }
    }

    fn piece(&self, piece: &Piece, aria: &str, round: Option<u8>, ticks: u8) -> PieceView {
        let none = PieceView::default();
        match piece {
            Piece::Text(text) => PieceView { text: Some(self.inline(text)), ..none },
            Piece::Strong(text) => PieceView { strong: Some(self.inline(text)), ..none },
            Piece::Label(text) => PieceView { label: Some(self.inline(text)), ..none },
            Piece::Item { marker, text } => {
                let item = Labelled { label: self.line(marker), text: self.inline(text) };
                PieceView { item: Some(item), ..none }
            }
            Piece::Note { label, text } => {
                let note = Labelled { label: self.inline(label), text: self.inline(text) };
                PieceView { note: Some(note), ..none }
            }
            Piece::Tick(tick) => {
                let name = named(&tick.name, round);
                PieceView { tick: Some(self.ticked(&name, &tick.label, aria, ticks)), ..none }
            }
            Piece::Choice { name, value, label } => {
                let boxes = match round {
                    Some(_) => self.boxes(name, label, [round]),
                    None => self.boxes(name, label, (1..=ticks).map(|round| (ticks > 1).then_some(round))),
                };
                let (value, label) = (value.clone(), self.inline(label));
                PieceView { choice: Some(Choice { value, label, plain: boxes.len() == 1, boxes }), ..none }
            }
            Piece::Blank(blank) => PieceView { blank: Some(self.input(blank, aria, round)), ..none },
        }
    }
}

/// A place to write, in a format that has only letters.
const DOTS: &str = "............";

fn named(name: &str, round: Option<u8>) -> String {
    in_round(name, round.unwrap_or(1).into())
}

fn hundredths(part: Len, whole: Len) -> String {
    let tenths = i64::from(part.to_um()) * 1000 / i64::from(whole.to_um()).max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}
