//! A table's rows as units: the widths of its columns, and the cells of each row.

use super::cell::{self, Bit, Rule, bits};
use super::grid::{Grid, PAD_X, PAD_Y};
use super::unit::{Cell, Kind, Unit};
use super::{Place, Type};
use crate::forms::names::in_round;
use crate::forms::{Column, Line, Piece, Row, Table, Tick};
use crate::layout::font::{self, Face};
use crate::layout::form::sheet::Block;
use crate::layout::length::{FontSize, Len};
use crate::layout::wrap::pieces;
use std::rc::Rc;

/// No row that is filled in by hand is lower.
const LEAST_ROW: Len = Len::mm(9);
/// No word makes a column wider than this.
const WIDEST_WORD: Len = Len::mm(32);
/// A table's rows as units.
pub fn units(table: &Table, Place { width, size }: Place, out: &mut Vec<Unit>) {
    let edges = edges(table, width, size);
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

/// Columns by their weights; one in which nothing stands takes what its head needs. Where a word would be broken, those
/// that can spare it give room.
pub(super) fn edges(table: &Table, width: Len, size: Type) -> Vec<Len> {
    let lines = || {
        table.rows.iter().filter_map(|row| match row {
            Row::Line(line) => Some(line),
            Row::Band(_) => None,
        })
    };
    let count = table.columns.len();
    let empty: Vec<bool> = (0..count).map(|at| lines().all(|line| line.cells[at].is_empty())).collect();
    let need: Vec<Len> = (0..count)
        .map(|at| {
            let widest = lines().flat_map(|line| &line.cells[at]).map(|piece| widest(piece, size)).max();
            let head = word(&table.columns[at].head, Face::Bold, size.small);
            let need = head.max(widest.unwrap_or_default().min(WIDEST_WORD)) + PAD_X * 2 + Len::um(100);
            need.min(width / 3)
        })
        .collect();
    let fixed: Len = need.iter().zip(&empty).filter(|(_, empty)| **empty).map(|(need, _)| *need).sum();
    let weights =
        || table.columns.iter().zip(&empty).map(|(column, empty)| if *empty { 0 } else { column.weight });
    let total: i64 = weights().map(i64::from).sum::<i64>().max(1);
    let share =
        |weight: u16| Len::um((i64::from((width - fixed).to_um()) * i64::from(weight) / total) as i32);
    let wanted: Vec<Len> = weights()
        .zip(&need)
        .zip(&empty)
        .map(|((weight, need), empty)| if *empty { *need } else { share(weight) })
        .collect();
    let missing: Len = wanted.iter().zip(&need).map(|(has, needs)| (*needs - *has).max(Len::ZERO)).sum();
    let spare: Len = wanted.iter().zip(&need).map(|(has, needs)| (*has - *needs).max(Len::ZERO)).sum();
    let given = missing.min(spare);
    let part = |of: Len, all: Len| match all {
        Len::ZERO => Len::ZERO,
        all => Len::um((i64::from(of.to_um()) * i64::from(given.to_um()) / i64::from(all.to_um())) as i32),
    };
    let mut edges = vec![Len::ZERO];
    for (has, needs) in wanted.iter().zip(&need) {
        let more = part((*needs - *has).max(Len::ZERO), missing);
        let less = part((*has - *needs).max(Len::ZERO), spare);
        edges.push(*edges.last().expect("bug: it begins with one") + *has + more - less);
    }
    // What division leaves over goes to the last.
    if let Some(last) = edges.last_mut() {
        *last = width;
    }
    edges
}

/// The widest word of a text.
fn word(text: &str, face: Face, size: FontSize) -> Len {
    let words = text.split_whitespace().flat_map(pieces);
    words.map(|word| font::width(word, face, size)).max().unwrap_or_default()
}

/// The widest word of a piece, with what stands before it.
fn widest(piece: &Piece, Type { body, small, .. }: Type) -> Len {
    match piece {
        Piece::Text(text) => word(text, Face::Regular, body),
        Piece::Item { text, .. } => word(text, Face::Regular, body) + Len::mm(4),
        Piece::Strong(text) => word(text, Face::Bold, body),
        Piece::Label(text) => word(text, Face::BoldItalic, small),
        Piece::Note { label, text } => word(&format!("{label}: {text}"), Face::Italic, small),
        Piece::Tick(Tick { label, .. }) | Piece::Choice { label, .. } => {
            word(label, Face::Regular, body) + Len::um(4300)
        }
        Piece::Blank(_) => Len::ZERO,
    }
}
