//! How wide the columns of a table are.

use super::Type;
use super::cell::{self, bits};
use super::grid::{PAD_X, PAD_Y};
use super::table::LEAST_ROW;
use crate::forms::{Line, Piece, Row, Table, Tick};
use crate::layout::font::{self, Face};
use crate::layout::wrap::{pieces, words};
use crate::paper::length::{FontSize, Len};

/// No word makes a column wider than this.
const WIDEST_WORD: Len = Len::mm(32);
/// Columns give way by so much at a time,
const STEP: Len = Len::mm(4);
/// so often at most, and the less often the more rows there are,
const STEPS: usize = 16;
const ROWS: usize = 1600;
/// where it makes the table lower by this
const WORTH: Len = Len::mm(5);
/// at once, or after so many more: where words no longer stand below their boxes but beside them, a column becomes higher
/// before it becomes lower.
const PATIENCE: usize = 3;

/// Columns by their weights; one in which nothing stands takes what its head needs. Where a word would be broken, those
/// that can spare it give room, and where rows would be high.
pub(super) fn edges(table: &Table, width: Len, size: Type) -> Vec<Len> {
    let lines = || lines(table);
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
    let mut widths = by_weight(table, width, &need, &empty);
    let least: Vec<Len> = (0..count).map(|at| least(table, at, widths[at], need[at], size)).collect();
    lower(table, &mut widths, &least, size);
    let mut edges = vec![Len::ZERO];
    edges.extend(widths.iter().scan(Len::ZERO, |edge, width| {
        *edge += *width;
        Some(*edge)
    }));
    // What division leaves over goes to the last.
    if let Some(last) = edges.last_mut() {
        *last = width;
    }
    edges
}

/// The width shared out by the weights, those without text as wide as they need; then each gets what it needs from those that
/// have more.
fn by_weight(table: &Table, width: Len, need: &[Len], empty: &[bool]) -> Vec<Len> {
    let fixed: Len = need.iter().zip(empty).filter(|(_, empty)| **empty).map(|(need, _)| *need).sum();
    let weights =
        || table.columns.iter().zip(empty).map(|(column, empty)| if *empty { 0 } else { column.weight });
    let total: i64 = weights().map(i64::from).sum::<i64>().max(1);
    let share =
        |weight: u16| Len::um((i64::from((width - fixed).to_um()) * i64::from(weight) / total) as i32);
    let wanted: Vec<Len> = weights()
        .zip(need)
        .zip(empty)
        .map(|((weight, need), empty)| if *empty { *need } else { share(weight) })
        .collect();
    let missing: Len = wanted.iter().zip(need).map(|(has, needs)| (*needs - *has).max(Len::ZERO)).sum();
    let spare: Len = wanted.iter().zip(need).map(|(has, needs)| (*has - *needs).max(Len::ZERO)).sum();
    let given = missing.min(spare);
    let part = |of: Len, all: Len| match all {
        Len::ZERO => Len::ZERO,
        all => Len::um((i64::from(of.to_um()) * i64::from(given.to_um()) / i64::from(all.to_um())) as i32),
    };
    let moved = |(has, needs): (&Len, &Len)| {
        let more = part((*needs - *has).max(Len::ZERO), missing);
        let less = part((*has - *needs).max(Len::ZERO), spare);
        *has + more - less
    };
    wanted.iter().zip(need).map(moved).collect()
}

/// How narrow a column may become for others, of the width that it has and what its words need.
fn least(table: &Table, at: usize, width: Len, need: Len, size: Type) -> Len {
    // A number is not parted from its unit,
    let texts = lines(table).flat_map(|line| &line.cells[at]).filter_map(|piece| match piece {
        Piece::Text(text) => Some(text),
        _ => None,
    });
    let whole = texts.flat_map(|text| words(text)).map(|it| font::width(it, Face::Regular, size.body)).max();
    let whole = whole.unwrap_or_default() + PAD_X * 2 + Len::um(100);
    // nor does what stands beside its boxes go below them.
    let boxed = lines(table).filter(|line| {
        line.rounds > 1
            && line.cells[at].iter().any(|it| matches!(it, Piece::Tick(tick) if !tick.label.is_empty()))
    });
    let beside = boxed.map(|line| cell::beside(line.rounds) + PAD_X * 2).max();
    let beside = beside.filter(|beside| *beside <= width).unwrap_or_default();
    width.scale(2, 3).max(need).max(whole.min(width)).max(beside)
}

/// Gives room to the columns that make rows high, step by step, from those that lose least by it.
fn lower(table: &Table, widths: &mut [Len], least: &[Len], size: Type) {
    let lines: Vec<&Line> = lines(table).collect();
    let column = |at: usize, width: Len| -> Vec<Len> {
        let rounds = |line: &Line| if table.columns[at].rounds { 1 } else { line.rounds.max(1) };
        let times = |line: &Line| if table.columns[at].rounds { i32::from(line.rounds.max(1)) } else { 1 };
        let high = |line: &&Line| {
            cell::height(&bits(&line.cells[at], width - PAD_X * 2, size, rounds(line), false)) * times(line)
        };
        lines.iter().map(high).collect()
    };
    // Where somebody writes by hand the room is his.
    let written =
        |at: usize| lines.iter().any(|line| line.cells[at].iter().any(|it| matches!(it, Piece::Blank(_))));
    let gives: Vec<bool> = (0..widths.len()).map(|at| !written(at)).collect();
    let mut heights: Vec<Vec<Len>> =
        widths.iter().enumerate().map(|(at, width)| column(at, *width)).collect();
    // Of the whole table, where one column is as high as given.
    let total = |heights: &[Vec<Len>], (at, other): (usize, &[Len])| -> Len {
        let of = |row: usize, column: usize| if column == at { other[row] } else { heights[column][row] };
        let high = |row| (0..heights.len()).map(|column| of(row, column)).max().unwrap_or_default();
        (0..lines.len()).map(|row| high(row).max(LEAST_ROW - PAD_Y * 2)).sum()
    };
    let mut now = total(&heights, (usize::MAX, &[]));
    let (mut kept, mut taker, mut since) = (widths.to_vec(), None, 0);
    let mut narrower: Vec<Option<Vec<Len>>> = vec![None; widths.len()];
    for _ in 0..STEPS.min(ROWS / lines.len().max(1)) {
        let Some(to) = taker.or_else(|| makes_high(&heights)) else { break };
        let wider = column(to, widths[to] + STEP);
        heights[to] = wider;
        let donors =
            (0..widths.len()).filter(|at| *at != to && gives[*at] && widths[*at] - STEP >= least[*at]);
        let tried = donors.map(|at| {
            let left = narrower[at].get_or_insert_with(|| column(at, widths[at] - STEP));
            (total(&heights, (at, left)), at)
        });
        let Some((total, from)) = tried.min() else { break };
        widths[to] += STEP;
        widths[from] -= STEP;
        narrower[to] = None;
        heights[from] = narrower[from].take().unwrap_or_default();
        if total + WORTH <= now {
            (kept, now, taker, since) = (widths.to_vec(), total, None, 0);
        } else if since < PATIENCE {
            (taker, since) = (Some(to), since + 1);
        } else {
            break;
        }
    }
    widths.copy_from_slice(&kept);
}

/// The column that alone makes rows high, the one that does it most.
fn makes_high(heights: &[Vec<Len>]) -> Option<usize> {
    let mut excess = vec![Len::ZERO; heights.len()];
    for row in 0..heights.first()?.len() {
        let highest = (0..heights.len()).max_by_key(|at| heights[*at][row])?;
        let others = (0..heights.len()).filter(|at| *at != highest).map(|at| heights[at][row]);
        let next = others.max().unwrap_or_default().max(LEAST_ROW);
        excess[highest] += (heights[highest][row] - next).max(Len::ZERO);
    }
    (0..heights.len()).filter(|at| excess[*at] > WORTH).max_by_key(|at| excess[*at])
}

/// The lines of a table.
fn lines(table: &Table) -> impl Iterator<Item = &Line> {
    table.rows.iter().filter_map(|row| match row {
        Row::Line(line) => Some(line),
        Row::Band(_) => None,
    })
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
