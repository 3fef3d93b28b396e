//! The pairs of boxes under the head: numbered lists side by side, flowing over pages where they are long.

use super::sheet::{Align, Block, PAD_X, PAD_Y, Sheet, leading, mark};
use crate::layout::font::{self, Face};
use crate::layout::length::{FontSize, Len};
use crate::layout::scene::FieldPart;
use crate::layout::wrap::wrap;
use crate::model::Key;

/// Between a label and its list.
const LABEL_GAP: Len = Len::um(600);
/// Between items.
const ITEM_GAP: Len = Len::um(400);
/// Between a number and its item.
const NUMBER_GAP: Len = Len::um(1300);
/// An item of up to so many lines is not broken over pages.
const UNBROKEN: usize = 6;
/// Empty boxes keep room for so many lines written by hand.
const FREE_LINES: i32 = 2;

/// A box: a label and a list.
#[derive(Debug)]
pub struct Side {
    field: Key,
    label: String,
    size: FontSize,
    width: Len,
    lines: Vec<Line>,
}

/// A line of an item.
#[derive(Debug)]
struct Line {
    item: usize,
    number: Option<String>,
    indent: Len,
    words: String,
    first: bool,
}

impl Side {
    /// `width` is the box's, rule to rule. A list of one item is printed without its number.
    pub fn new(field: Key, label: &str, items: &[String], width: Len, size: FontSize) -> Side {
        let width = width - PAD_X * 2;
        let numbered = items.len() > 1;
        let widest = font::width(&format!("{}.", items.len()), Face::Regular, size);
        let indent = if numbered { widest + NUMBER_GAP } else { Len::ZERO };
        let mut lines = Vec::new();
        for (index, item) in items.iter().enumerate() {
            for (at, words) in wrap(item, width - indent, Face::Regular, size).into_iter().enumerate() {
                let number = (numbered && at == 0).then(|| format!("{}.", index + 1));
                lines.push(Line { item: index + 1, number, indent, words, first: at == 0 });
            }
        }
        Side { field, label: label.trim_end_matches([':', ' ']).to_owned(), size, width, lines }
    }

    fn label(&self, continued: bool) -> Block {
        let suffix = if continued { " (lanjutan):" } else { ":" };
        Block::new(&format!("{}{suffix}", self.label), self.width, Face::Bold, self.size)
    }

    fn line_height(&self, line: &Line, at_top: bool) -> Len {
        let gap = if line.first && !at_top { ITEM_GAP } else { Len::ZERO };
        leading(self.size) + gap
    }

    /// The height of the box around these of its lines.
    fn height(&self, lines: std::ops::Range<usize>) -> Len {
        let label = self.label(lines.start > 0).height();
        let start = lines.start;
        let list: Len = lines.map(|at| self.line_height(&self.lines[at], at == start)).sum();
        PAD_Y * 2 + label + LABEL_GAP + list.max(leading(self.size) * FREE_LINES)
    }

    /// How many lines from `start` on fit into `room`, not counting a beginning of an item that had better stay whole.
    fn fitting(&self, start: usize, room: Len) -> usize {
        let mut end = start;
        while end < self.lines.len() && self.height(start..end + 1) <= room {
            end += 1;
        }
        if end < self.lines.len() && !self.lines[end].first {
            let item = self.lines[end].item;
            let begin = self.lines.partition_point(|line| line.item < item);
            let length = self.lines.partition_point(|line| line.item <= item) - begin;
            if begin > start && length <= UNBROKEN {
                end = begin;
            }
        }
        end - start
    }

    fn draw(&self, sheet: &mut Sheet, x: Len, y: Len, lines: std::ops::Range<usize>) {
        let label = self.label(lines.start > 0);
        let x = x + PAD_X;
        let mut top = y + PAD_Y;
        sheet.block(x, top, self.width, Align::Left, &label, &mark(self.field, FieldPart::Label));
        top += label.height() + LABEL_GAP;
        let start = lines.start;
        for at in lines {
            let line = &self.lines[at];
            let height = self.line_height(line, at == start);
            let line_top = top + height - leading(self.size);
            if let Some(number) = &line.number {
                let mark = mark(self.field, FieldPart::Number(line.item));
                sheet.line(x, line_top, Face::Regular, self.size, number, mark);
            }
            let mark = mark(self.field, FieldPart::Value(line.item));
            sheet.line(x + line.indent, line_top, Face::Regular, self.size, &line.words, mark);
            top += height;
        }
    }
}

/// Boxes side by side; they share their height. One alone spans the page.
#[derive(Debug)]
pub struct Pair {
    pub left: Side,
    pub right: Option<Side>,
}

impl Pair {
    fn sides(&self) -> impl Iterator<Item = &Side> {
        std::iter::once(&self.left).chain(&self.right)
    }

    /// The height when nothing is broken.
    pub fn height(&self) -> Len {
        self.sides().map(|side| side.height(0..side.lines.len())).max().unwrap_or_default()
    }

    /// Draws the pair from `y` down, `extra` higher than it need be, on as many pages as it takes; `next` ends a page at
    /// its argument, begins another and returns where its free part begins. Returns the lower edge.
    pub fn draw(&self, sheet: &mut Sheet, y: Len, extra: Len, next: &dyn Fn(&mut Sheet, Len) -> Len) -> Len {
        let mut y = y;
        let mut fresh = false;
        let mut start: Vec<usize> = self.sides().map(|_| 0).collect();
        loop {
            let room = sheet.columns.bottom - y;
            let ends: Vec<usize> = self
                .sides()
                .zip(&start)
                .map(|(side, &start)| start + side.fitting(start, room).max(usize::from(fresh)))
                .map(|end| end.min(usize::MAX))
                .collect();
            let ends: Vec<usize> =
                self.sides().zip(ends).map(|(side, end)| end.min(side.lines.len())).collect();
            let all = self.sides().zip(&ends).all(|(side, &end)| end == side.lines.len());
            let orphan = self
                .sides()
                .zip(&start)
                .zip(&ends)
                .any(|((side, &start), &end)| end < side.lines.len() && end - start < 2);
            let parts: Vec<_> = start.iter().zip(&ends).map(|(&start, &end)| start..end).collect();
            let shown = |(side, part): &(&Side, &std::ops::Range<usize>)| {
                part.start == 0 || !part.is_empty() || side.lines.is_empty()
            };
            let need = self
                .sides()
                .zip(&parts)
                .filter(shown)
                .map(|(side, part)| side.height(part.clone()))
                .max()
                .unwrap_or_default();
            if !fresh && (need > room || !all && orphan) {
                y = next(sheet, y);
                fresh = true;
                continue;
            }
            let bottom = y + need + if all { extra } else { Len::ZERO };
            let columns = sheet.columns;
            sheet.across(columns.left, columns.right, y);
            if self.right.is_some() {
                sheet.down(columns.middle, y, bottom);
            }
            let xs = [columns.left, columns.middle];
            for ((side, part), x) in self.sides().zip(&parts).zip(xs) {
                if shown(&(side, part)) {
                    side.draw(sheet, x, y, part.clone());
                }
            }
            if all {
                return bottom;
            }
            start = ends;
            y = next(sheet, bottom);
            fresh = true;
        }
    }
}
