//! The paper under the identity page: where its lines run, and how a text is set into them.

use crate::layout::FORCED_NOTE;
use crate::layout::font::{self, Face};
use crate::layout::logo;
use crate::layout::scene::{
    FieldMark, Image, Item, Mark, Page, PageKind, Point, RuleKind, Shape, Stroke, TextLine,
};
use crate::layout::wrap::{join, wrap};
use crate::model::Standing;
use crate::paper::PageSetup;
use crate::paper::length::{FontSize, Len};
use crate::text::Lang;
use std::sync::Arc;

/// Between a rule and the text beside it.
pub const PAD_X: Len = Len::um(2000);
/// Between a rule and the text under or over it.
pub const PAD_Y: Len = Len::um(1200);

/// Kept free above the lower margin: services that sign electronically stamp their line there.
const STRIP: Len = Len::mm(10);

/// What the number of a page takes at the foot.
const NUMBER: Len = Len::mm(45);

const FRAME: Stroke = Stroke { width: Len::um(500), shade: 0 };
const INNER: Stroke = Stroke { width: Len::um(180), shade: 0 };
/// Under the name of who signs.
const UNDERLINE: Stroke = INNER;

/// A text broken into lines.
#[derive(Clone, Debug)]
pub struct Block {
    pub lines: Vec<String>,
    pub face: Face,
    pub size: FontSize,
}

impl Block {
    /// Breaks a text into lines no wider than `width`.
    pub fn new(text: &str, width: Len, face: Face, size: FontSize) -> Block {
        Block { lines: wrap(text, width, face, size), face, size }
    }

    /// Keeps the first `most` lines and returns the words of the others.
    pub fn split(&mut self, most: usize) -> Option<String> {
        let rest = self.lines.split_off(most.min(self.lines.len()));
        (!rest.is_empty()).then(|| join(rest.iter().map(String::as_str)))
    }

    /// Keeps the first `most` lines and marks that more was there. For what stands elsewhere in full.
    pub fn shorten(&mut self, most: usize, width: Len) {
        if self.split(most).is_none() {
            return;
        }
        if let Some(last) = self.lines.last_mut() {
            while !last.is_empty() && font::width(&format!("{last}…"), self.face, self.size) > width {
                last.pop();
            }
            last.push('…');
        }
    }

    /// From the top of the first line to the bottom of the last.
    pub fn height(&self) -> Len {
        leading(self.size) * i32::try_from(self.lines.len()).unwrap_or(i32::MAX)
    }
}

/// From baseline to baseline.
pub fn leading(size: FontSize) -> Len {
    size.em().scale(120, 100)
}

/// Where a line lies in its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
}

/// The columns of the form.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    pub left: Len,
    /// Between the two halves.
    pub middle: Len,
    pub right: Len,
    pub top: Len,
    /// Nothing of the form lies below.
    pub bottom: Len,
}

impl Columns {
    pub fn of(setup: PageSetup) -> Columns {
        // The frame's line lies inside the margins with its whole width.
        let line = FRAME.width / 2;
        let left = setup.margins.left + line;
        let right = setup.width - setup.margins.right - line;
        let bottom = setup.height - setup.margins.bottom - STRIP - line;
        // The right half begins at 53 % of the page, the median of signed sheets; wide margins move it.
        let middle = setup.width.scale(53, 100);
        let third = (right - left) / 3;
        Columns {
            left,
            middle: middle.max(left + third).min(right - third),
            right,
            top: setup.margins.top + line,
            bottom,
        }
    }
}

/// Pages while they are drawn.
pub struct Sheet {
    pub columns: Columns,
    setup: PageSetup,
    kind: PageKind,
    pages: Vec<Page>,
    standing: Standing,
    lang: Lang,
    /// Only the number of pages is asked for.
    measured: bool,
}

impl Sheet {
    /// Paper without a page yet.
    pub fn new(setup: PageSetup, kind: PageKind, standing: Standing) -> Sheet {
        let columns = Columns::of(setup);
        Sheet { columns, setup, kind, pages: Vec::new(), standing, lang: Lang::Id, measured: false }
    }

    /// The same with nothing drawn on its pages: a long form that is tried out takes no memory.
    pub fn measured(self) -> Sheet {
        Sheet { measured: true, ..self }
    }

    /// The same with its notes in a language; else they are in Indonesian.
    pub fn speaking(self, lang: Lang) -> Sheet {
        Sheet { lang, ..self }
    }

    /// Begins a page; what follows is drawn on it.
    pub fn begin(&mut self) {
        let PageSetup { width, height, margins } = self.setup;
        self.pages.push(Page { width, height, margins, kind: self.kind, items: Vec::new() });
    }

    /// Ends the page with its frame, from the upper margin to `bottom`.
    pub fn end(&mut self, bottom: Len) {
        let Columns { left, right, top, .. } = self.columns;
        self.frame(left, right, top, bottom);
        self.note();
    }

    /// A frame.
    pub fn frame(&mut self, left: Len, right: Len, top: Len, bottom: Len) {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        self.rule(corners.map(|(x, y)| Point::new(x, y)).to_vec(), RuleKind::Frame, FRAME);
    }

    /// Says on a page of a file with errors that it has them.
    pub fn note(&mut self) {
        let Columns { left, right, .. } = self.columns;
        if self.standing.has_errors() {
            let (size, words) = (FontSize::tenths(90), FORCED_NOTE.pattern(self.lang));
            // Beside it stands the number of the page.
            let width = right - left - NUMBER;
            let block = Block::new(words, width, Face::Bold, size);
            let y = self.setup.height - self.setup.margins.bottom - block.height();
            self.block(left, y, width, Align::Left, &block, &Mark::Note);
        }
    }

    pub fn finish(self) -> Vec<Page> {
        self.pages
    }

    /// An inner rule from one side to the other.
    pub fn across(&mut self, from: Len, to: Len, y: Len) {
        self.rule(vec![Point::new(from, y), Point::new(to, y)], RuleKind::Row, INNER);
    }

    /// An inner rule from above to below.
    pub fn down(&mut self, x: Len, from: Len, to: Len) {
        self.rule(vec![Point::new(x, from), Point::new(x, to)], RuleKind::Col, INNER);
    }

    fn rule(&mut self, run: Vec<Point>, kind: RuleKind, stroke: Stroke) {
        self.put(Mark::Rule(kind), Shape::Lines { runs: vec![run], stroke, head: false });
    }

    /// A block whose first line begins at `y`.
    pub fn block(&mut self, x: Len, y: Len, width: Len, align: Align, block: &Block, mark: &Mark) {
        let Block { lines, face, size } = block;
        let mut top = y;
        for words in lines {
            let x = match align {
                Align::Left => x,
                Align::Centre => x + (width - font::width(words, *face, *size)) / 2,
            };
            self.line(x, top, *face, *size, words, mark.clone());
            top += leading(*size);
        }
    }

    /// The line under a name that stands in the middle of a space; `bottom` is that of the block.
    pub fn under_name(&mut self, x: Len, width: Len, bottom: Len, block: &Block) {
        if let [line] = &block.lines[..] {
            let length = font::width(line, block.face, block.size);
            let from = Point::new(x + (width - length) / 2, bottom - leading(block.size).scale(12, 100));
            let run = vec![from, Point::new(from.x + length, from.y)];
            self.put(Mark::Plain, Shape::Lines { runs: vec![run], stroke: UNDERLINE, head: false });
        }
    }

    /// A logo in the middle of a space, as large as it fits there.
    pub fn logo(
        &mut self,
        image: &Arc<Image>,
        (x, y): (Len, Len),
        (width, height): (Len, Len),
        most: (Len, Len),
    ) {
        if let Some((wide, high)) = logo::fit(image, most.0, most.1) {
            let (x, y) = (x + (width - wide) / 2, y + (height - high) / 2);
            self.put(Mark::Logo, Shape::Image { x, y, width: wide, height: high, image: Arc::clone(image) });
        }
    }

    /// A line whose leading begins at `top`.
    pub fn line(&mut self, x: Len, top: Len, face: Face, size: FontSize, words: &str, mark: Mark) {
        if self.measured {
            return;
        }
        // The line's box, ascent to descent, lies in the middle of its leading.
        let baseline = top + (leading(size) - size.em().scale(97, 100)) / 2 + size.em().scale(76, 100);
        let words = words.to_owned();
        self.put(mark, Shape::Text(TextLine { x, baseline, face, size, words }));
    }

    /// Anything else.
    pub fn put(&mut self, mark: Mark, shape: Shape) {
        if self.measured {
            return;
        }
        let page = self.pages.last_mut().expect("bug: nothing is drawn before a page begins");
        page.items.push(Item { mark, shape });
    }
}

/// The mark of a field's part.
pub fn mark(field: crate::model::Key, part: crate::layout::scene::FieldPart) -> Mark {
    Mark::Field(FieldMark { field, part })
}
