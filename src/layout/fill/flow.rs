//! Units → pages: what stays together, and what is repeated.

use super::grid::{Grid, PAD_X, PAD_Y};
use super::head::Head;
use super::unit::{Kind, Unit};
use crate::layout::form::sheet::Sheet;
use crate::layout::scene::{CellOf, Mark, Point, RuleKind, Shape, Stroke};
use crate::paper::length::Len;
use std::collections::VecDeque;
use std::rc::Rc;

/// Between columns.
const COLUMN: Stroke = Stroke { width: Len::um(180), shade: 0 };
/// The rows before the signatures that stay with them.
pub const WITH_SIGNATURE: usize = 3;
/// A row that must be cut anyhow is begun where this much is left.
const WORTH_CUTTING: Len = Len::mm(40);

/// So many of the last rows stay with the end of the list.
pub fn keep_with_last_rows(units: &mut [Unit], count: usize) {
    let rows = units.iter().enumerate().filter(|(_, unit)| matches!(unit.kind, Kind::Row { .. }));
    let rows: Vec<usize> = rows.map(|(at, _)| at).collect();
    let last = units.len().saturating_sub(1);
    let from = rows.get(rows.len().saturating_sub(count)).copied().unwrap_or(last);
    units[from..last].iter_mut().for_each(|unit| unit.keep = true);
}

/// What begins at `from` stays with what stands before it, where a page has `room` for all that then belongs together.
/// Tells whether it does.
pub fn keep_together(units: &mut [Unit], from: usize, room: Len) -> bool {
    let last = units.len().saturating_sub(1);
    let Some(before) = from.checked_sub(1).filter(|_| from <= last) else { return false };
    let begin = units[..before].iter().rposition(|unit| !unit.keep).map_or(0, |at| at + 1);
    let head = units[begin].grid().map_or(Len::ZERO, |grid| grid.head_height());
    let height: Len = units[begin..].iter().map(|unit| unit.gap + unit.height).sum();
    let fits = head + height <= room;
    if fits {
        units[before..last].iter_mut().for_each(|unit| unit.keep = true);
    }
    fits
}

/// The part of a table that stands on the page at hand.
struct Segment {
    grid: Rc<Grid>,
    top: Len,
}

struct Flow<'s> {
    sheet: &'s mut Sheet,
    head: &'s Head,
    y: Len,
    /// Nothing but the head stands on the page.
    fresh: bool,
    segment: Option<Segment>,
    filled: Vec<Len>,
}

/// Sets the units on as many pages as they take, or on one more than `most`; returns how far down each is filled.
pub fn flow(sheet: &mut Sheet, head: &Head, units: Vec<Unit>, most: usize) -> Vec<Len> {
    sheet.begin();
    let y = head.first(sheet);
    let mut flow = Flow { sheet, head, y, fresh: true, segment: None, filled: Vec::new() };
    let mut rest: VecDeque<Unit> = units.into();
    while let Some(unit) = rest.pop_front() {
        if flow.filled.len() > most {
            break;
        }
        let bottom = flow.sheet.columns.bottom;
        let own = flow.extent(&unit);
        let chain = own + flow.following(&unit, &rest);
        let full = flow.head.room(flow.sheet);
        // On a page of its own the table's head comes again.
        let again = match (unit.grid(), &flow.segment) {
            (Some(grid), Some(_)) => grid.head_height(),
            _ => Len::ZERO,
        };
        let room = bottom - flow.y;
        if chain <= room || (own <= room && (flow.fresh || chain + again > full)) {
            flow.place(unit);
        } else if !flow.fresh && (own + again <= full || room < WORTH_CUTTING) {
            flow.turn();
            rest.push_front(unit);
        } else {
            let head = own - unit.height;
            match unit.cut(room - head) {
                Ok((first, more)) => {
                    flow.place(first);
                    flow.turn();
                    rest.push_front(more);
                }
                // A long head leaves no room on the first page; nothing more can be done for a later one.
                Err(unit) if flow.fresh && !flow.filled.is_empty() => flow.place(unit),
                Err(unit) => {
                    flow.turn();
                    rest.push_front(unit);
                }
            }
        }
    }
    flow.end();
    flow.filled
}

impl Flow<'_> {
    /// The height that a unit takes as the next one.
    fn extent(&self, unit: &Unit) -> Len {
        let gap = if self.fresh { Len::ZERO } else { unit.gap };
        let head = match (unit.grid(), &self.segment) {
            (Some(grid), Some(segment)) if Rc::ptr_eq(grid, &segment.grid) => Len::ZERO,
            (Some(grid), _) => grid.head_height(),
            (None, _) => Len::ZERO,
        };
        gap + head + unit.height
    }

    /// The height of those that stay with a unit.
    fn following(&self, unit: &Unit, rest: &VecDeque<Unit>) -> Len {
        let mut height = Len::ZERO;
        let (mut keep, mut grid) = (unit.keep, unit.grid());
        for next in rest {
            if !keep {
                break;
            }
            height += next.gap + next.height;
            let same = matches!((grid, next.grid()), (Some(a), Some(b)) if Rc::ptr_eq(a, b));
            if let (Some(table), false) = (next.grid(), same) {
                height += table.head_height();
            }
            (keep, grid) = (next.keep, next.grid());
        }
        height
    }

    fn turn(&mut self) {
        self.end();
        self.sheet.begin();
        self.y = self.head.further(self.sheet);
        self.fresh = true;
    }

    fn end(&mut self) {
        self.close();
        self.filled.push(self.y);
        self.sheet.note();
    }

    /// Ends the table on this page.
    fn close(&mut self) {
        if let Some(Segment { grid, top }) = self.segment.take() {
            let left = self.sheet.columns.left;
            self.sheet.frame(left, left + grid.width(), top, self.y);
        }
    }

    fn place(&mut self, unit: Unit) {
        let left = self.sheet.columns.left;
        let same = matches!((unit.grid(), &self.segment), (Some(a), Some(b)) if Rc::ptr_eq(a, &b.grid));
        if !same {
            self.close();
        }
        if !self.fresh {
            self.y += unit.gap;
        }
        self.fresh = false;
        if let (Some(grid), false) = (unit.grid(), same) {
            let top = self.y;
            self.y = grid.draw_head(self.sheet, top);
            self.segment = Some(Segment { grid: Rc::clone(grid), top });
        }
        let (top, bottom) = (self.y, self.y + unit.height);
        match &unit.kind {
            Kind::Texts(texts) => texts.iter().for_each(|text| text.draw(self.sheet, top)),
            Kind::Signatures(all) => all.iter().for_each(|it| it.draw(self.sheet, top)),
            Kind::Row { grid, key, cells } => {
                grid.rule_above(self.sheet, top);
                for (at, cell) in cells.iter().enumerate() {
                    let (from, to) = grid.column(at);
                    let col = grid.key(at);
                    cell_of(self.sheet, key, col, (left + from, top), (to - from, unit.height), CellOf::Row);
                    let mark = Mark::CellText { row: key.clone(), col: col.to_owned(), note: false };
                    let inner = to - from - PAD_X * 2;
                    let corner = (left + from + PAD_X, top + PAD_Y);
                    cell.draw(self.sheet, corner, inner, PAD_X, &mark);
                }
                let runs = (1..cells.len()).map(|at| {
                    let x = left + grid.column(at).0;
                    [top, bottom].map(|y| Point::new(x, y)).to_vec()
                });
                let shape = Shape::Lines { runs: runs.collect(), stroke: COLUMN, head: false };
                self.sheet.put(Mark::Rule(RuleKind::Col), shape);
            }
            Kind::Band { grid, key, words } => {
                cell_of(self.sheet, key, grid.key(0), (left, top), (grid.width(), unit.height), CellOf::Band);
                grid.rule_above(self.sheet, top);
                let mark = Mark::CellText { row: key.clone(), col: grid.key(0).to_owned(), note: false };
                let inner = grid.width() - PAD_X * 2;
                words.draw(self.sheet, (left + PAD_X, top + PAD_Y), inner, PAD_X, &mark);
            }
        }
        self.y = bottom;
    }
}

fn cell_of(
    sheet: &mut Sheet,
    row: &str,
    col: &str,
    (x, y): (Len, Len),
    (width, height): (Len, Len),
    of: CellOf,
) {
    let mark = Mark::Cell { row: row.to_owned(), col: col.to_owned(), of };
    let fill = (of == CellOf::Band).then_some(240);
    sheet.put(mark, Shape::Rect { x, y, width, height, radius: Len::ZERO, fill, stroke: None });
}
