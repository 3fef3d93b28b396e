//! A table's rows as units: the cells of each row.

use super::cell::{self, Bit, Rule, bits};
use super::grid::{Grid, PAD_X, PAD_Y};
use super::unit::{Cell, Kind, Unit};
use super::{Place, Type};
use crate::forms::names::in_round;
use crate::forms::{Column, Line, Piece, Row, Table};
use crate::layout::font::Face;
use crate::layout::form::sheet::Block;
use crate::paper::length::Len;
use std::rc::Rc;

/// No row that is filled in by hand is lower.
pub(super) const LEAST_ROW: Len = Len::mm(9);

/// A table's rows as units.
pub fn units(table: &Table, edges: Vec<Len>, Place { width, size }: Place, out: &mut Vec<Unit>) {
    let heads = table.columns.iter().zip(edges.windows(2)).map(|(column, edge)| {
        Block::new(&column.head, edge[1] - edge[0] - PAD_X * 2, Face::Bold, size.small)
    });
    let heads = heads.collect();
    let keys = table.columns.iter().map(|column| column.key.clone()).collect();
    let grid = Rc::new(Grid { keys, edges, heads });
    let mut gap = Len::mm(3);
    let mut bands = 0;
    for row in &table.rows {
        let (height, kind, keep) = match row {
            Row::Band(words) => {
                bands += 1;
                let words = bits(&[Piece::Strong(words.clone())], width - PAD_X * 2, size, 1, false);
                let words = Cell::from(words);
                let height = words.height() + PAD_Y * 2;
                (height, Kind::Band { grid: Rc::clone(&grid), key: format!("tahap{bands}"), words }, true)
            }
            Row::Line(line) => {
                let (cells, height) = cells(line, table, &grid, size);
                (height, Kind::Row { grid: Rc::clone(&grid), key: line.key.clone(), cells }, false)
            }
        };
        out.push(Unit { gap, height, keep, kind });
        gap = Len::ZERO;
    }
}

/// The cells of a line, and how high it is.
fn cells(line: &Line, table: &Table, grid: &Grid, size: Type) -> (Vec<Cell>, Len) {
    let rounds = line.rounds.max(1);
    let first = table.columns.iter().position(|column| column.rounds);
    // A cell as often as it is given: once, or once a round.
    let mut given: Vec<Vec<Vec<Bit>>> = Vec::new();
    for (at, (column, pieces)) in table.columns.iter().zip(&line.cells).enumerate() {
        let (from, to) = grid.column(at);
        let width = to - from - PAD_X * 2;
        if !column.rounds || rounds == 1 {
            given.push(vec![bits(pieces, width, size, rounds, column.centre)]);
            continue;
        }
        let of_round = |round: u8| match first == Some(at) {
            true => bits(&numbered(pieces, round), width, size, 1, column.centre),
            false => bits(pieces, width, size, 1, column.centre),
        };
        let named = |round: u8| {
            let mut bits = of_round(round);
            bits.iter_mut()
                .flat_map(|bit| &mut bit.fields)
                .for_each(|name| *name = in_round(name, round.into()));
            bits
        };
        given.push((1..=rounds).map(named).collect());
    }
    // What is filled in is called by its row and column.
    for (column, given) in table.columns.iter().zip(&mut given) {
        for bit in given.iter_mut().flatten().filter(|bit| !bit.fields.is_empty()) {
            let rest = if bit.label.is_empty() { String::new() } else { format!(": {}", bit.label) };
            bit.label = format!("{} {}{rest}", column.head, line.key);
        }
    }
    let repeated = |column: &Column| column.rounds && rounds > 1;
    let tallest = |rounds: bool| {
        let cells = table.columns.iter().zip(&given).filter(|(column, _)| repeated(column) == rounds);
        cells.flat_map(|(_, given)| given).map(|bits| cell::height(bits)).max().unwrap_or_default()
    };
    let filled = line
        .cells
        .iter()
        .flatten()
        .any(|piece| matches!(piece, Piece::Tick(_) | Piece::Choice { .. } | Piece::Blank(_)));
    let least = if filled { LEAST_ROW } else { Len::ZERO };
    let inner = tallest(false).max(tallest(true) * i32::from(rounds)).max(least - PAD_Y * 2);
    let each = Len::um(inner.to_um() / i32::from(rounds));
    let cells = table.columns.iter().zip(given).map(|(column, given)| {
        if !repeated(column) {
            return given.into_iter().next().unwrap_or_default().into();
        }
        let mut all: Vec<Bit> = Vec::new();
        for mut bits in given {
            let rest = each - cell::height(&bits);
            bits.push(Bit::space(rest));
            if !all.is_empty() {
                bits[0].rule = Rule::Round;
            }
            all.append(&mut bits);
        }
        all.into()
    });
    (cells.collect(), inner + PAD_Y * 2)
}

/// The place of one round says which it is.
fn numbered(pieces: &[Piece], round: u8) -> Vec<Piece> {
    let mut pieces = pieces.to_vec();
    if let Some(Piece::Blank(blank)) = pieces.first_mut() {
        blank.label.get_or_insert_with(|| round.to_string());
    }
    pieces
}
