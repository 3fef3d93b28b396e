//! A table of the form: its columns in the sheet, a line for each row and round.

use super::blocks::{Block, blocks, spread};
use super::{BOX, Book, LINE, LISTS, letters, lines};
use crate::forms::names::in_round;
use crate::forms::{Line, Piece, Row, Table};
use rust_xlsxwriter::{DataValidation, Formula, XlsxError};

/// Where the columns of a table stand in the sheet.
pub(super) struct Place {
    /// The first of its boxes.
    boxes: u16,
    /// How many boxes stand side by side.
    count: u16,
    /// Its words.
    text: u16,
    /// Where its outcomes are chosen.
    choice: Option<u16>,
    /// Width of its words, in digits.
    width: f64,
}

impl Book<'_> {
    /// Gives every column of a table its place, and the sheet its widths.
    pub(super) fn places(&mut self, table: &Table) -> Result<Vec<Place>, XlsxError> {
        let cells = |at: usize| {
            table.rows.iter().filter_map(move |row| match row {
                Row::Line(line) => Some((line.rounds.max(1), &line.cells[at])),
                Row::Band(_) => None,
            })
        };
        let sum: f64 = table.columns.iter().map(|column| f64::from(column.weight)).sum();
        let mut next = 0;
        let mut places = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            let ticks = cells(at).filter(|(_, pieces)| pieces.iter().any(|it| matches!(it, Piece::Tick(_))));
            let count =
                ticks.map(|(rounds, _)| if column.rounds { 1 } else { u16::from(rounds) }).max().unwrap_or(0);
            let chosen =
                cells(at).any(|(_, pieces)| pieces.iter().any(|it| matches!(it, Piece::Choice { .. })));
            let whole = self.width * f64::from(column.weight) / sum.max(1.0);
            let choice_width = if chosen { 9.0 } else { 0.0 };
            let least = if chosen { 15.0 } else { 5.0 };
            let width = (whole - BOX * f64::from(count) - choice_width).max(least);
            let place = Place {
                boxes: next,
                count,
                text: next + count,
                choice: chosen.then_some(next + count + 1),
                width,
            };
            for box_at in 0..count {
                self.sheet.set_column_width(next + box_at, BOX)?;
            }
            self.sheet.set_column_width(place.text, width)?;
            if let Some(choice) = place.choice {
                self.sheet.set_column_width(choice, choice_width)?;
            }
            next = place.choice.unwrap_or(place.text) + 1;
            places.push(place);
        }
        self.columns = self.columns.max(next);
        Ok(places)
    }

    pub(super) fn table(&mut self, table: &Table, places: &[Place]) -> Result<(), XlsxError> {
        let head = self.row;
        let mut high = 1;
        for (column, place) in table.columns.iter().zip(places) {
            let last = place.choice.unwrap_or(place.text);
            self.words(head, head, place.boxes, last, &column.head, &self.looks.head.clone())?;
            high = high.max(lines(&column.head, place.width + BOX * f64::from(place.count)));
        }
        self.sheet.set_row_height(head, LINE * high as f64 + 4.0)?;
        self.sheet.set_repeat_rows(head, head)?;
        self.row += 1;
        for row in &table.rows {
            match row {
                Row::Band(text) => {
                    let last = places.last().map_or(0, |place| place.choice.unwrap_or(place.text));
                    self.words(self.row, self.row, 0, last, text, &self.looks.band.clone())?;
                    self.row += 1;
                }
                Row::Line(line) => self.line(table, places, line)?,
            }
        }
        self.row += 1;
        Ok(())
    }

    fn line(&mut self, table: &Table, places: &[Place], line: &Line) -> Result<(), XlsxError> {
        let rounds = u32::from(line.rounds.max(1));
        let blocks: Vec<Vec<Block>> = line.cells.iter().map(|pieces| blocks(pieces)).collect();
        // A list to choose from holds one outcome: it is given for every round.
        let by_round: Vec<bool> = (table.columns.iter().zip(&blocks))
            .map(|(column, blocks)| {
                column.rounds || blocks.iter().any(|it| matches!(it, Block::Choice { .. }))
            })
            .collect();
        let most = |wanted: bool| {
            let of = blocks.iter().zip(&by_round).filter(|(_, by_round)| **by_round == wanted);
            of.map(|(blocks, _)| blocks.len()).max()
        };
        let (a_round, once) = (most(true), most(false));
        let count = |most: Option<usize>| u32::try_from(most.unwrap_or(1).max(1)).unwrap_or(1);
        let each = count(a_round).max(count(once).div_ceil(rounds));
        let total = each * rounds;
        let top = self.row;
        let mut heights = vec![LINE + 3.0; total as usize];
        for (((column, place), blocks), by_round) in
            table.columns.iter().zip(places).zip(&blocks).zip(&by_round)
        {
            let repeats = if *by_round { rounds } else { 1 };
            let room = if *by_round { each } else { total };
            for round in 0..repeats {
                let from = top + round * room;
                for (block, (first, last)) in blocks.iter().zip(spread(blocks, room)) {
                    let rows = (from + first, from + last);
                    // What is given once is printed once.
                    let quiet = round > 0 && !column.rounds;
                    self.block(block, place, rows, by_round.then_some(round), rounds, column.centre, quiet)?;
                    let again = round > 0 && matches!(block, Block::Choice { .. });
                    let text = if again { String::new() } else { block.text() };
                    let need = LINE * lines(&text, place.width) as f64 + 3.0;
                    let range = (rows.0 - top) as usize..=(rows.1 - top) as usize;
                    let has: f64 = heights[range.clone()].iter().sum();
                    if need > has {
                        let more = (need - has) / range.clone().count() as f64;
                        heights[range].iter_mut().for_each(|height| *height += more);
                    }
                }
                if blocks.is_empty() {
                    let last = place.choice.unwrap_or(place.text);
                    self.words(from, from + room - 1, place.boxes, last, "", &self.looks.cell.clone())?;
                }
            }
        }
        for (row, height) in (top..).zip(heights) {
            self.sheet.set_row_height(row, height.min(400.0))?;
        }
        self.row = top + total;
        Ok(())
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one cell")]
    fn block(
        &mut self,
        block: &Block,
        place: &Place,
        rows: (u32, u32),
        round: Option<u32>,
        rounds: u32,
        centre: bool,
        quiet: bool,
    ) -> Result<(), XlsxError> {
        // What may be chosen is said once; further rounds say who.
        let again = matches!(round, Some(round) if round > 0);
        let looks = match (block, centre) {
            (_, true) => &self.looks.centre,
            (Block::Strong(_), false) => &self.looks.strong,
            _ => &self.looks.cell,
        };
        let looks = looks.clone();
        let left = if matches!(block, Block::Tick(..)) { place.text } else { place.boxes };
        let right = match block {
            Block::Choice { .. } => place.text,
            _ => place.choice.unwrap_or(place.text),
        };
        match block {
            Block::Text(text) | Block::Strong(text) => {
                let text = if quiet { "" } else { text };
                self.words(rows.0, rows.1, left, right, text, &looks)?;
            }

            Block::Tick(name, label) => {
                let shown = if round.is_some() { 1 } else { rounds };
                for number in 0..u32::from(place.count) {
                    let column = place.boxes + u16::try_from(number).unwrap_or(0);
                    if rows.1 > rows.0 {
                        self.sheet.merge_range(rows.0, column, rows.1, column, "", &self.looks.tick)?;
                    }
                    if number < shown {
                        self.tick(&in_round(name, round.unwrap_or(number) + 1), rows.0, column)?;
                    } else if rows.1 == rows.0 {
                        self.sheet.write_blank(rows.0, column, &self.looks.cell)?;
                    }
                }
                self.words(rows.0, rows.1, left, right, label, &looks)?;
            }
            Block::Choice { name, label, options } => {
                let words = if again { label.clone() } else { block.text() };
                self.words(rows.0, rows.1, left, right, &words, &looks)?;
                let column = place.choice.expect("bug: a choice in a column without one");
                let next = u16::try_from(self.lists.len()).unwrap_or(u16::MAX);
                let at = *self.lists.entry(options.clone()).or_insert(next);
                let letter = letters(at);
                let range = format!("={LISTS}!${letter}$1:${letter}${}", options.len());
                let mut list = DataValidation::new().allow_list_formula(Formula::new(range));
                // A message holds so much; the label stands beside it, too.
                const MOST: usize = 255;
                if !label.is_empty() && label.len() <= MOST {
                    list = list.set_input_message(label)?;
                }
                let write = self.looks.write.clone();
                self.words(rows.0, rows.1, column, column, "", &write)?;
                self.sheet.add_data_validation(rows.0, column, rows.1, column, &list)?;
                self.cells.push((in_round(name, round.unwrap_or(0) + 1), rows.0, column));
            }
            Block::Blank(blank) => {
                let name = in_round(&blank.name, round.unwrap_or(0) + 1);
                self.blank(blank, &name, rows, (left, right))?;
            }
        }
        Ok(())
    }
}
