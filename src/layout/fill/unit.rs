//! What pages are filled with, and how one that is higher than a page is cut.

use super::cell::{self, Bit, write_on};
use super::grid::{Grid, PAD_Y};
use super::signature::Signature;
use crate::layout::form::sheet::Sheet;
use crate::layout::length::Len;
use crate::layout::scene::Mark;
use std::rc::Rc;

/// The lines of a cell.
type Cell = Vec<Bit>;

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
    Row { grid: Rc<Grid>, key: String, cells: Vec<Vec<Bit>> },
    /// Words across a table.
    Band { grid: Rc<Grid>, key: String, words: Vec<Bit> },
    /// Who signs.
    Signatures(Vec<Signature>),
}

/// A text of a part.
#[derive(Debug)]
pub struct Text {
    pub x: Len,
    pub width: Len,
    pub bits: Vec<Bit>,
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

    /// What fits into `room`, and the rest; `None` where nothing of it fits or nothing of it can be cut.
    pub fn cut(self, room: Len) -> Result<(Unit, Unit), Unit> {
        let Unit { gap, height, keep, kind } = self;
        let whole = |kind| Unit { gap, height, keep, kind };
        let (first, rest) = match kind {
            Kind::Row { grid, key, cells } => {
                let Some((first, rest)) = cut(&cells, room - PAD_Y * 2) else {
                    return Err(whole(Kind::Row { grid, key, cells }));
                };
                let row = |cells| Kind::Row { grid: Rc::clone(&grid), key: key.clone(), cells };
                (row(first), row(rest))
            }
            Kind::Texts(texts) => {
                let cells: Vec<Vec<Bit>> = texts.iter().map(|text| text.bits.clone()).collect();
                let Some((first, rest)) = cut(&cells, room) else { return Err(whole(Kind::Texts(texts))) };
                let with = |cells: Vec<Vec<Bit>>| {
                    let texts = texts.iter().zip(cells);
                    let texts = texts.map(|(text, bits)| Text {
                        bits,
                        mark: text.mark.clone(),
                        line: text.line,
                        ..*text
                    });
                    Kind::Texts(texts.collect())
                };
                (with(first), with(rest))
            }
            kind @ (Kind::Band { .. } | Kind::Signatures(_)) => return Err(whole(kind)),
        };
        let sized = |kind: Kind, gap, keep| {
            let (cells, pad): (Vec<&Vec<Bit>>, Len) = match &kind {
                Kind::Row { cells, .. } => (cells.iter().collect(), PAD_Y * 2),
                Kind::Texts(texts) => (texts.iter().map(|text| &text.bits).collect(), Len::ZERO),
                Kind::Band { .. } | Kind::Signatures(_) => (Vec::new(), Len::ZERO),
            };
            let height = cells.iter().map(|bits| cell::height(bits)).max().unwrap_or_default() + pad;
            Unit { gap, height, keep, kind }
        };
        Ok((sized(first, gap, false), sized(rest, Len::ZERO, keep)))
    }
}

/// What of each cell fits into `room`, and the rest. `None` where no bit fits.
fn cut(cells: &[Cell], room: Len) -> Option<(Vec<Cell>, Vec<Cell>)> {
    let mut parts = (Vec::new(), Vec::new());
    for bits in cells {
        let mut used = Len::ZERO;
        let fits = bits.iter().take_while(|bit| {
            used += bit.height;
            used <= room
        });
        let count = fits.count();
        let (mut first, mut rest) = (bits[..count].to_vec(), bits[count..].to_vec());
        if let Some(bit) = rest.first_mut()
            && let Some(upper) = bit.cut(room - cell::height(&first))
        {
            first.push(upper);
        }
        parts.0.push(first);
        parts.1.push(rest);
    }
    parts.0.iter().any(|bits| !bits.is_empty()).then_some(parts)
}

impl Text {
    pub fn draw(&self, sheet: &mut Sheet, top: Len) {
        let x = sheet.columns.left + self.x;
        cell::draw(sheet, &self.bits, (x, top), self.width, Len::ZERO, &self.mark);
        if self.line {
            write_on(sheet, x, x + self.width, top + cell::height(&self.bits));
        }
    }
}
