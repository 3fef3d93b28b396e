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
    pub fn draw(
        &self,
        sheet: &mut Sheet,
        mut y: Len,
        extra: Len,
        next: &dyn Fn(&mut Sheet, Len) -> Len,
    ) -> Len {
        let mut fresh = false;
        let mut parts: Vec<Part> = self.sides().map(|side| Part { side, start: 0, end: 0 }).collect();
        loop {
            let room = sheet.columns.bottom - y;
            for part in &mut parts {
                // A fresh page takes at least a line, or a word higher than the page would never end.
                let fitting = part.side.fitting(part.start, room).max(usize::from(fresh));
                part.end = (part.start + fitting).min(part.side.lines.len());
            }
            let all = parts.iter().all(Part::is_last);
            let lonely = parts.iter().any(|part| !part.is_last() && part.end - part.start < 2);
            let need = parts.iter().map(Part::height).max().unwrap_or_default();
            if !fresh && (need > room || lonely) {
                y = next(sheet, y);
                fresh = true;
                continue;
            }
            let bottom = y + need + if all { extra } else { Len::ZERO };
            let columns = sheet.columns;
            sheet.across(columns.left, columns.right, y);
            if parts.len() > 1 {
                sheet.down(columns.middle, y, bottom);
            }
            for (part, x) in parts.iter().zip([columns.left, columns.middle]) {
                part.draw(sheet, x, y);
            }
            if all {
                return bottom;
            }
            for part in &mut parts {
                part.start = part.end;
            }
            y = next(sheet, bottom);
            fresh = true;
        }
    }
}

/// The lines of a box that stand on one page.
struct Part<'a> {
    side: &'a Side,
    start: usize,
    end: usize,
}

impl Part<'_> {
    fn is_last(&self) -> bool {
        self.end == self.side.lines.len()
    }

    /// Nothing stands here any more: the other box of the pair is the longer one.
    fn is_over(&self) -> bool {
        self.start > 0 && self.start == self.end
    }

    fn height(&self) -> Len {
        if self.is_over() { Len::ZERO } else { self.side.height(self.start..self.end) }
    }

    fn draw(&self, sheet: &mut Sheet, x: Len, y: Len) {
        if !self.is_over() {
            self.side.draw(sheet, x, y, self.start..self.end);
        }
    }
}
