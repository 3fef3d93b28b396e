//! What pages are filled with, and how one that is higher than a page is cut.

use super::cell::{self, Bit, write_on};
use super::grid::{Grid, PAD_Y};
use super::signature::Signature;
use crate::layout::form::sheet::Sheet;
use crate::layout::scene::Mark;
use crate::paper::length::Len;
use std::collections::VecDeque;
use std::rc::Rc;

/// The lines of a cell, and how high they are. A long one is cut page by page, from its top.
#[derive(Debug, Default)]
pub struct Cell {
    bits: VecDeque<Bit>,
    height: Len,
}

/// A piece of a page that is not cut unless it is higher than one.
#[derive(Debug)]
pub struct Unit {
    /// Above it, unless it begins a page.
    pub gap: Len,
    pub height: Len,
    /// The next unit stands on the same page.
    pub keep: bool,
    pub kind: Kind,
}

/// What a unit is.
#[derive(Debug)]
pub enum Kind {
    /// Texts side by side.
    Texts(Vec<Text>),
    /// A row of a table.
    Row { grid: Rc<Grid>, key: String, cells: Vec<Cell> },
    /// Words across a table.
    Band { grid: Rc<Grid>, key: String, words: Cell },
    /// Who signs.
    Signatures(Vec<Signature>),
}

/// A text of a part.
#[derive(Debug)]
pub struct Text {
    pub x: Len,
    pub width: Len,
    pub cell: Cell,
    /// A line to write on, from its left end to the right end of the text's place.
    pub line: bool,
    pub mark: Mark,
}

impl Unit {
    pub fn grid(&self) -> Option<&Rc<Grid>> {
        match &self.kind {
            Kind::Row { grid, .. } | Kind::Band { grid, .. } => Some(grid),
            Kind::Texts(_) | Kind::Signatures(_) => None,
        }
    }

    /// What fits into `room`, and the rest; the unit itself where nothing of it fits or nothing of it can be cut.
    pub fn cut(mut self, room: Len) -> Result<(Unit, Unit), Unit> {
        let (first, height, pad) = match &mut self.kind {
            Kind::Row { grid, key, cells } => {
                let Some(first) = cut(&mut *cells, room - PAD_Y * 2) else { return Err(self) };
                // The rest says again which row it is of.
                if let (Some(number), Some(rest)) = (first.first(), cells.first_mut())
                    && rest.bits.is_empty()
                    && let Some(bit) = number.bits.front().filter(|bit| bit.is_text())
                {
                    *rest = Cell::from(vec![bit.clone()]);
                }
                let height = highest(&*cells);
                (Kind::Row { grid: Rc::clone(grid), key: key.clone(), cells: first }, height, PAD_Y * 2)
            }
            Kind::Texts(texts) => {
                let Some(first) = cut(texts.iter_mut().map(|text| &mut text.cell), room) else {
                    return Err(self);
                };
                let of_text = |(text, cell): (&Text, Cell)| Text { cell, mark: text.mark.clone(), ..*text };
                let height = highest(texts.iter().map(|text| &text.cell));
                (Kind::Texts(texts.iter().zip(first).map(of_text).collect()), height, Len::ZERO)
            }
            Kind::Band { .. } | Kind::Signatures(_) => return Err(self),
        };
        let of_first = match &first {
            Kind::Row { cells, .. } => highest(cells),
            Kind::Texts(texts) => highest(texts.iter().map(|text| &text.cell)),
            Kind::Band { .. } | Kind::Signatures(_) => Len::ZERO,
        };
        let first = Unit { gap: self.gap, height: of_first + pad, keep: false, kind: first };
        Ok((first, Unit { gap: Len::ZERO, height: height + pad, ..self }))
    }
}

impl Cell {
    pub fn height(&self) -> Len {
        self.height
    }

    /// Takes off what fits into `room`.
    fn cut(&mut self, room: Len) -> Cell {
        let mut first = Cell::default();
        while let Some(bit) = self.bits.front()
            && first.height + bit.height <= room
        {
            first.height += bit.height;
            first.bits.extend(self.bits.pop_front());
        }
        if let Some(bit) = self.bits.front_mut()
            && let Some(upper) = bit.cut(room - first.height)
        {
            first.height += upper.height;
            first.bits.push_back(upper);
        }
        self.height -= first.height;
        first
    }

    pub fn draw(&self, sheet: &mut Sheet, corner: (Len, Len), width: Len, pad: Len, mark: &Mark) {
        cell::draw(sheet, self.bits.iter(), corner, width, pad, mark);
    }
}

impl From<Vec<Bit>> for Cell {
    fn from(bits: Vec<Bit>) -> Cell {
        Cell { height: cell::height(&bits), bits: bits.into() }
    }
}

/// How high the highest of cells is.
pub fn highest<'c>(cells: impl IntoIterator<Item = &'c Cell>) -> Len {
    cells.into_iter().map(Cell::height).max().unwrap_or_default()
}

/// What of each cell fits into `room`, taken off. `None` where no bit fits; then the cells are as they were.
fn cut<'c>(cells: impl IntoIterator<Item = &'c mut Cell>, room: Len) -> Option<Vec<Cell>> {
    let first: Vec<Cell> = cells.into_iter().map(|cell| cell.cut(room)).collect();
    first.iter().any(|cell| !cell.bits.is_empty()).then_some(first)
}

impl Text {
    pub fn draw(&self, sheet: &mut Sheet, top: Len) {
        let x = sheet.columns.left + self.x;
        self.cell.draw(sheet, (x, top), self.width, Len::ZERO, &self.mark);
        if self.line {
            write_on(sheet, x, x + self.width, top + self.cell.height());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_cut_page_by_page_as_it_would_be_at_once() {
        let mut random = 5u64;
        let mut below = |end: i32| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (random >> 33) as i32 % end
        };
        for _ in 0..200 {
            let bits: Vec<Bit> = (0..below(30)).map(|_| Bit::space(Len::mm(1 + below(40)))).collect();
            let whole: Len = bits.iter().map(|bit| bit.height).sum();
            let (mut rest, mut cell) = (bits.clone(), Cell::from(bits));
            let mut drawn = Len::ZERO;
            while !rest.is_empty() {
                let room = Len::mm(5 + below(60));
                let mut used = Len::ZERO;
                let fits = rest.iter().take_while(|bit| {
                    used += bit.height;
                    used <= room
                });
                let count = fits.count();
                let mut first: Vec<Bit> = rest.drain(..count).collect();
                let upper = rest.first_mut().and_then(|bit| bit.cut(room - cell::height(&first)));
                first.extend(upper);
                let own = cell.cut(room);
                let heights = |bits: &[Bit]| bits.iter().map(|bit| bit.height).collect::<Vec<_>>();
                assert_eq!(heights(&first), heights(&Vec::from(own.bits)));
                assert_eq!((own.height, cell.height), (cell::height(&first), cell::height(&rest)));
                assert!(own.height <= room);
                drawn += own.height;
            }
            assert_eq!(drawn, whole, "nothing is lost");
        }
    }
}
