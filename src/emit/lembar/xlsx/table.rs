//! A table of the form: its columns in the sheet, a line for each row and round.

use super::blocks::{Block, Look, blocks, spread};
use super::looks::{HAND, LINE, PAD, height, width};
use super::{Book, LISTS, column_name};
use crate::emit::lembar::words as w;
use crate::forms::names::in_round;
use crate::forms::{BlankKind, Column, Line, Piece, Row, Table};
use crate::layout::font::Face;
use rust_xlsxwriter::{DataValidation, Formula, XlsxError};

/// Width of a box, in pixels.
const BOX: f64 = 20.0;
/// Of the number of a round.
const NUMBER: f64 = 15.0;
/// Of a place to choose from, at least and at most.
const CHOICE: (f64, f64) = (44.0, 62.0);
/// Of words beside boxes, at least.
const BESIDE: f64 = 75.0;

/// Where a column of a table stands in the sheet.
#[derive(Debug)]
pub(super) struct Place {
    /// Its first column, with the number of a round where it has one.
    left: u16,
    /// The number of a round stands in the first.
    numbered: bool,
    /// How many boxes stand side by side.
    boxes: u16,
    /// No words stand beside them.
    bare: bool,
    /// Its outcomes are chosen in the last.
    chosen: bool,
    /// Its last column.
    right: u16,
    /// Width of its words, in pixels.
    width: f64,
    /// Of the place where its outcomes are chosen, or none.
    choice: f64,
}

impl Place {
    /// The first column behind the number of a round.
    fn first(&self) -> u16 {
        self.left + u16::from(self.numbered)
    }
}

/// The longest outcome is given so much, in pixels.
const OUTCOME: (f64, f64) = (44.0, 165.0);
/// A place to write that gives room to others keeps so much.
const WRITTEN: f64 = 62.0;

/// Gives every column of a table its place; and the widths of the sheet's columns, in pixels. `wanted` are those of the
/// table's columns, `room` what all of them have.
pub(super) fn places(table: &Table, wanted: &[f64], room: f64) -> (Vec<Place>, Vec<f64>) {
    let lines = || {
        table.rows.iter().filter_map(|row| match row {
            Row::Line(line) => Some(line),
            Row::Band(_) => None,
        })
    };
    let several = lines().any(|line| line.rounds > 1);
    let first = table.columns.iter().position(|column| column.rounds);
    let (mut places, mut widths) = (Vec::new(), Vec::new());
    let mut written: Vec<bool> = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        let cells = || lines().map(|line| (line.rounds.max(1), &line.cells[at][..]));
        written.push(cells().all(|(_, pieces)| matches!(pieces, [] | [Piece::Blank(_)])));
        let holds = Holds::of(column, cells());
        places.push(place(&holds, several && first == Some(at), wanted[at], &mut widths));
    }
    let excess = widths.iter().sum::<f64>() - room;
    if excess > 0.0 {
        let to_write = places.iter_mut().zip(written).filter_map(|(place, written)| written.then_some(place));
        narrow(to_write.collect(), &mut widths, excess);
    }
    (places, widths)
}

/// What the cells of a column hold beside words.
struct Holds {
    /// How many boxes stand side by side.
    boxes: u16,
    /// No words stand beside them.
    bare: bool,
    /// Width of the longest outcome, in pixels; nothing where none is chosen.
    longest: f64,
}

impl Holds {
    /// `cells` are those of the column, each with how often its row may be filled in.
    fn of<'t>(column: &Column, cells: impl Iterator<Item = (u8, &'t [Piece])>) -> Holds {
        let mut holds = Holds { boxes: 0, bare: true, longest: 0.0 };
        for (rounds, pieces) in cells {
            for piece in pieces {
                match piece {
                    Piece::Tick(tick) => {
                        holds.boxes = holds.boxes.max(if column.rounds { 1 } else { u16::from(rounds) });
                        holds.bare &= tick.label.is_empty();
                    }
                    Piece::Choice { label, .. } => holds.longest = holds.longest.max(width(label)),
                    _ => {}
                }
            }
        }
        Holds { bare: holds.bare && holds.boxes > 0, ..holds }
    }
}

/// The place of a column behind those that have one already; its widths are added to theirs.
fn place(holds: &Holds, numbered: bool, wanted: f64, widths: &mut Vec<f64>) -> Place {
    let Holds { boxes, bare, longest } = *holds;
    let chosen = longest > 0.0;
    let left = u16::try_from(widths.len()).unwrap_or(u16::MAX);
    let mut rest = wanted;
    if numbered {
        widths.push(NUMBER);
        rest -= NUMBER;
    }
    let box_width = if bare { (rest / f64::from(boxes)).max(BOX) } else { BOX };
    widths.extend((0..boxes).map(|_| box_width));
    let choice = if chosen { longest.clamp(CHOICE.0, CHOICE.1) } else { 0.0 };
    let least = match (chosen, boxes) {
        (true, _) => longest.clamp(OUTCOME.0, OUTCOME.1),
        (false, 0) => 30.0,
        (false, _) => BESIDE,
    };
    let words = (rest - BOX * f64::from(boxes) - choice).max(least);
    if !bare {
        widths.push(words);
    }
    if chosen {
        widths.push(choice);
    }
    let right = u16::try_from(widths.len() - 1).unwrap_or(u16::MAX);
    let width = if bare { box_width * f64::from(boxes) } else { words };
    Place { left, numbered, boxes, bare, chosen, right, width, choice }
}

/// Places to write give what they can, each by what it can spare.
fn narrow(places: Vec<&mut Place>, widths: &mut [f64], excess: f64) {
    let spare = |place: &&mut Place| (widths[usize::from(place.right)] - WRITTEN).max(0.0);
    let spares: Vec<f64> = places.iter().map(spare).collect();
    let all: f64 = spares.iter().sum();
    if all <= 0.0 {
        return;
    }
    for (place, spare) in places.into_iter().zip(spares) {
        let less = spare * (excess / all).min(1.0);
        widths[usize::from(place.right)] -= less;
        place.width -= less;
    }
}

/// Where a block stands: its rows, the round that it is of, and of how many.
struct Spot {
    rows: (u32, u32),
    round: Option<u32>,
    rounds: u32,
}

/// What stands in a cell of a line.
struct Stack {
    blocks: Vec<Block>,
    /// How many rows of the sheet each of them wants.
    wants: Vec<u32>,
    /// How often they stand one below the other: once a round, where the column is given so.
    repeats: u32,
}

impl Stack {
    /// The cells of a line, from left to right.
    fn of(table: &Table, line: &Line) -> Vec<Stack> {
        let rounds = u32::from(line.rounds.max(1));
        let stack = |(column, pieces): (&Column, &Vec<Piece>)| {
            let (blocks, repeats) = (blocks(pieces), if column.rounds { rounds } else { 1 });
            // A list to choose from holds one outcome: it is given for every round.
            let want = |block: &Block| match block {
                Block::Choice { .. } if repeats == 1 => rounds,
                _ => 1,
            };
            let wants = blocks.iter().map(want).collect();
            Stack { blocks, wants, repeats }
        };
        table.columns.iter().zip(&line.cells).map(stack).collect()
    }

    /// How many rows of the sheet it wants.
    fn rows(&self) -> u32 {
        self.wants.iter().sum::<u32>() * self.repeats
    }

    /// From where to where a round of it stands in so many rows.
    fn round(&self, round: u32, total: u32) -> (u32, u32) {
        (total * round / self.repeats, total * (round + 1) / self.repeats)
    }
}

/// The heights of the rows of a line that takes so many.
fn measured(stacks: &[Stack], places: &[Place], total: u32, rounds: u32) -> Vec<f64> {
    let mut heights = vec![LINE + PAD; total as usize];
    for (stack, place) in stacks.iter().zip(places) {
        let hands = stack.blocks.iter().filter(|block| matches!(block, Block::Blank(_))).count();
        for round in 0..stack.repeats {
            let (from, to) = stack.round(round, total);
            let (rows, _) = spread(&stack.blocks, &stack.wants, to - from);
            for (block, (first, last)) in stack.blocks.iter().zip(rows) {
                let need = need(block, place, hands);
                let range = (from + first) as usize..=(from + last).min(total - 1) as usize;
                let has: f64 = heights[range.clone()].iter().sum();
                if need > has {
                    // Rounds are alike; else what is more stands at the end.
                    let upon = if rounds > 1 { range } else { *range.end()..=*range.end() };
                    let more = (need - has) / upon.clone().count() as f64;
                    heights[upon].iter_mut().for_each(|height| *height += more);
                }
            }
        }
    }
    heights
}

impl Book<'_> {
    pub(super) fn table(&mut self, table: &Table, places: &[Place]) -> Result<(), XlsxError> {
        let head = self.row;
        let mut high: f64 = 0.0;
        for (column, place) in table.columns.iter().zip(places) {
            self.words((head, head), (place.left, place.right), &column.head, &self.looks.head.clone())?;
            high = high.max(height(&column.head, self.across(place.left, place.right), Face::Bold));
        }
        self.sheet.set_repeat_rows(head, head)?;
        self.begin_with_next();
        self.end_row(high + 4.0)?;
        self.head = Some((head, high + 4.0));
        self.last_rows = self.units.len();
        for row in &table.rows {
            match row {
                Row::Band(text) => {
                    let last = places.last().map_or(0, |place| place.right);
                    self.begin_with_next();
                    self.words((self.row, self.row), (0, last), text, &self.looks.band.clone())?;
                    self.end_row(height(text, self.across(0, last), Face::Bold))?;
                }
                Row::Line(line) => {
                    self.begin();
                    self.line(table, places, line)?;
                    // What is before a high row need not stay with what is behind it.
                    if line.rounds > 1 {
                        self.last_rows = self.units.len();
                    }
                }
            }
        }
        Ok(())
    }

    fn line(&mut self, table: &Table, places: &[Place], line: &Line) -> Result<(), XlsxError> {
        let rounds = u32::from(line.rounds.max(1));
        let stacks = Stack::of(table, line);
        let least = stacks.iter().map(Stack::rows).max().unwrap_or(1).max(rounds);
        let mut heights = measured(&stacks, places, least, rounds);
        // A box is a line high: what is more stands below it.
        if rounds == 1 && least > 1 && heights.last().is_some_and(|last| *last > 2.0 * LINE) {
            heights = measured(&stacks, places, least + 1, rounds);
        }
        let (top, total) = (self.row, heights.len() as u32);
        for ((column, place), stack) in table.columns.iter().zip(places).zip(&stacks) {
            for round in 0..stack.repeats {
                let (from, to) = stack.round(round, total);
                let (from, to) = (top + from, top + to);
                let (rows, free) = spread(&stack.blocks, &stack.wants, to - from);
                let left = if place.numbered && rounds > 1 { place.first() } else { place.left };
                if place.numbered && rounds > 1 {
                    let number = (round + 1).to_string();
                    self.words((from, to - 1), (place.left, place.left), &number, &self.looks.tiny.clone())?;
                }
                for (block, (first, last)) in stack.blocks.iter().zip(rows) {
                    let spot = Spot {
                        rows: (from + first, from + last),
                        round: (stack.repeats > 1).then_some(round),
                        rounds,
                    };
                    self.block(block, place, left, &spot, column.centre)?;
                }
                if from + free < to {
                    self.words((from + free, to - 1), (left, place.right), "", &self.looks.cell.clone())?;
                }
            }
        }
        for height in heights {
            self.end_row(height)?;
        }
        Ok(())
    }

    fn block(
        &mut self,
        block: &Block,
        place: &Place,
        left: u16,
        spot: &Spot,
        centre: bool,
    ) -> Result<(), XlsxError> {
        let Spot { rows, round, rounds } = *spot;
        let looks = if centre { &self.looks.centre } else { &self.looks.cell };
        let looks = looks.clone();
        match block {
            Block::Text(lines) => self.rich(rows, (left, place.right), lines, &looks)?,
            Block::Tick(name, label) => {
                let shown = u16::try_from(if round.is_some() { 1 } else { rounds }).unwrap_or(1);
                // A box that has no other beside it, and no words, takes the whole cell.
                let alone = place.bare && shown == 1;
                for number in 0..shown {
                    let column = place.first() + number;
                    let last = if alone { place.right } else { column };
                    self.words(rows, (column, last), "", &self.looks.tick.clone())?;
                    let name = in_round(name, round.unwrap_or(u32::from(number)) + 1);
                    self.tick(&name, rows.0, column)?;
                }
                let words = place.first() + shown;
                if !alone && words <= place.right {
                    self.words(rows, (words, place.right), label, &looks)?;
                }
            }
            Block::Choice { name, label, options } => {
                let words = if place.chosen { place.right - 1 } else { place.right };
                self.words(rows, (left, words), &block.text(), &looks)?;
                let times = if round.is_some() { 1 } else { rounds };
                let high = rows.1 + 1 - rows.0;
                for number in 0..times {
                    let (from, to) =
                        (rows.0 + high * number / times, rows.0 + high * (number + 1) / times - 1);
                    let at = round.unwrap_or(number);
                    let said = if rounds > 1 {
                        format!("{label} ({} {})", w::ROUND.pattern(self.lang), at + 1)
                    } else {
                        label.clone()
                    };
                    self.choice(&in_round(name, at + 1), said.trim(), options, (from, to), place.right)?;
                }
            }
            Block::Blank(blank) => {
                let name = in_round(&blank.name, round.unwrap_or(0) + 1);
                self.blank(blank, &name, rows, (left, place.right))?;
            }
        }
        Ok(())
    }

    fn choice(
        &mut self,
        name: &str,
        label: &str,
        options: &[String],
        rows: (u32, u32),
        column: u16,
    ) -> Result<(), XlsxError> {
        let next = u16::try_from(self.lists.len()).unwrap_or(u16::MAX);
        let at = *self.lists.entry(options.to_vec()).or_insert(next);
        let column_of = column_name(at);
        let range = format!("={LISTS}!${column_of}$1:${column_of}${}", options.len());
        let mut list = DataValidation::new().allow_list_formula(Formula::new(range));
        // A message holds so much; the label stands beside it, too.
        const MOST: usize = 255;
        if !label.is_empty() && label.len() <= MOST {
            list = list.set_input_message(label)?;
        }
        self.words(rows, (column, column), "", &self.looks.write.clone())?;
        self.sheet.add_data_validation(rows.0, column, rows.1, column, &list)?;
        self.cells.push((name.to_owned(), rows.0, column));
        Ok(())
    }
}

/// The height that a block needs, in points, where so many write in its cell.
fn need(block: &Block, place: &Place, hands: usize) -> f64 {
    match block {
        // The line with the name is room, too.
        Block::Blank(_) if hands > 1 => LINE + PAD,
        Block::Blank(blank) if blank.kind == BlankKind::Lines => HAND * 1.5,
        Block::Blank(_) => HAND,
        // A label over boxes is a line of its own.
        Block::Text(lines) if matches!(&lines[..], [(Look::Label, _)]) => LINE + PAD,
        Block::Text(lines) => {
            let boxes = if place.bare { 0.0 } else { f64::from(place.boxes) * BOX };
            let strong = lines.iter().any(|(look, _)| *look == Look::Strong);
            let face = if strong { Face::Bold } else { Face::Regular };
            height(&block.text(), place.width + boxes + place.choice, face)
        }
        Block::Tick(..) | Block::Choice { .. } => height(&block.text(), place.width, Face::Regular),
    }
}
