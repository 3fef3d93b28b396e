//! The pairs of boxes under the head: numbered lists side by side, flowing over pages where they are long.

use super::sheet::{Align, Block, PAD_X, PAD_Y, Sheet, leading, mark};
use crate::layout::font::{self, Face};
use crate::layout::scene::FieldPart;
use crate::layout::wrap::{join, wrap};
use crate::model::Key;
use crate::paper::length::{FontSize, Len};

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
#[derive(Clone, Debug)]
pub struct Side {
    field: Key,
    label: String,
    size: FontSize,
    width: Len,
    lines: Vec<Line>,
    /// It began on an earlier page.
    continued: bool,
}

/// A line of an item.
#[derive(Clone, Debug)]
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
        let label = label.trim_end_matches([':', ' ']).to_owned();
        let mut side =
            Side { field, label, size, width: width - PAD_X * 2, lines: Vec::new(), continued: false };
        let widest = font::width(&format!("{}.", items.len()), Face::Regular, size);
        let indent = if items.len() > 1 { widest + NUMBER_GAP } else { Len::ZERO };
        for (index, text) in items.iter().enumerate() {
            let number = (items.len() > 1).then(|| format!("{}.", index + 1));
            side.item(index + 1, number, indent, text);
        }
        side
    }

    fn item(&mut self, item: usize, number: Option<String>, indent: Len, text: &str) {
        let lines = wrap(text, self.width - indent, Face::Regular, self.size);
        self.lines.extend(lines.into_iter().enumerate().map(|(at, words)| {
            let first = at == 0;
            Line { item, number: number.clone().filter(|_| first), indent, words, first }
        }));
    }

    /// What remains from a line on, broken anew for another width.
    fn rest(&self, start: usize, width: Len) -> Side {
        let mut rest = Side { width: width - PAD_X * 2, lines: Vec::new(), continued: true, ..self.clone() };
        for lines in self.lines[start..].chunk_by(|a, b| a.item == b.item) {
            let Line { item, ref number, indent, .. } = lines[0];
            rest.item(item, number.clone(), indent, &join(lines.iter().map(|line| line.words.as_str())));
        }
        rest
    }

    fn label(&self, start: usize) -> Block {
        let suffix = if self.continued || start > 0 { " (lanjutan):" } else { ":" };
        Block::new(&format!("{}{suffix}", self.label), self.width, Face::Bold, self.size)
    }

    fn line_height(&self, line: &Line, at_top: bool) -> Len {
        let gap = if line.first && !at_top { ITEM_GAP } else { Len::ZERO };
        leading(self.size) + gap
    }

    /// The height of the box around these of its lines.
    fn height(&self, lines: std::ops::Range<usize>) -> Len {
        let label = self.label(lines.start).height();
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
        let label = self.label(lines.start);
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

    /// Draws the pair from `y` down, `extra` higher than it need be, on as many pages as it takes; Returns the lower edge.
    pub fn draw(&self, sheet: &mut Sheet, y: Len, extra: Len, next: Next) -> Len {
        self.flow(sheet, y, extra, next, false)
    }

    /// As [`Pair::draw`]; `fresh` when nothing but the short head stands on the page yet.
    fn flow(&self, sheet: &mut Sheet, mut y: Len, extra: Len, next: Next, mut fresh: bool) -> Len {
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
            y = next(sheet, bottom);
            fresh = true;
            let mut unfinished = parts.iter().filter(|part| !part.is_last());
            if let (2, Some(part), None) = (parts.len(), unfinished.next(), unfinished.next()) {
                // The other box is done: this one takes the page's whole width.
                let left = part.side.rest(part.end, columns.right - columns.left);
                return Pair { left, right: None }.flow(sheet, y, extra, next, fresh);
            }
            for part in &mut parts {
                part.start = part.end;
            }
        }
    }
}

/// Ends a page at a height, begins another, and returns where its free part begins.
type Next<'a> = &'a dyn Fn(&mut Sheet, Len) -> Len;

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

    fn height(&self) -> Len {
        self.side.height(self.start..self.end)
    }

    fn draw(&self, sheet: &mut Sheet, x: Len, y: Len) {
        self.side.draw(sheet, x, y, self.start..self.end);
    }
}
