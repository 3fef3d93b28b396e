//! The texts of a chart, set before anything is drawn.

use super::diagram::{Diagram, Kind};
use super::grid::Scale;
use super::levels::RowLevels;
use super::style::{CELL_PAD_Y, CLEAR, HEAD_SIZE, ROW_PAD, Style, TITLE_SIZE};
use super::table::{CellLine, Cells, Heads, Widths, cells, heads, lines};
use crate::layout::font::Face;
use crate::layout::wrap::wrap;
use crate::paper::length::Len;

/// The lines above the table.
pub(super) struct Titles {
    pub first: Vec<String>,
    pub further: Vec<String>,
}

impl Titles {
    pub fn of(diagram: &Diagram) -> Titles {
        let margins = diagram.paper.margins;
        let width = diagram.paper.width - margins.left - margins.right;
        if diagram.title.trim().is_empty() {
            return Titles { first: Vec::new(), further: Vec::new() };
        }
        Titles {
            first: wrap(&diagram.title.to_uppercase(), width - Len::mm(30), Face::Bold, TITLE_SIZE),
            further: wrap(&format!("{} (lanjutan)", diagram.title), width, Face::Regular, HEAD_SIZE),
        }
    }

    /// Height above the table.
    pub fn height(&self, page: usize) -> Len {
        if page == 0 {
            let leading = TITLE_SIZE.em().scale(5, 4);
            if self.first.is_empty() { Len::ZERO } else { leading * self.first.len() as i32 + Len::mm(4) }
        } else if self.further.is_empty() {
            Len::ZERO
        } else {
            Style::leading(HEAD_SIZE) * self.further.len() as i32 + Len::mm(2)
        }
    }
}

/// The lines under the table of the last page.
pub(super) fn footnotes(diagram: &Diagram, style: &Style) -> Vec<CellLine> {
    let margins = diagram.paper.margins;
    let width = diagram.paper.width - margins.left - margins.right;
    lines(&diagram.footnotes, width, Face::Regular, style.body)
}

/// Height that a row's symbols ask for before its tracks are known.
pub(super) fn drawn_height(diagram: &Diagram, levels: &RowLevels, style: &Style) -> Len {
    let size = |kind: Kind| style.size(kind).1 + ROW_PAD * 2;
    let of_places = |places: &Vec<usize>| {
        places.iter().map(|place| size(diagram.places[*place].kind)).max().unwrap_or(Len::ZERO)
    };
    let ends = levels.end_levels as i32;
    let closer = (ROW_PAD - CLEAR) * 2 * (ends - 1).max(0);
    levels.places.iter().map(of_places).sum::<Len>() + size(Kind::End) * ends - closer
}

/// The texts, set in columns of these widths.
pub(super) struct Typeset {
    pub widths: Widths,
    pub heads: Heads,
    pub cells: Vec<Cells>,
    /// Height of each row with its band before its tracks are known.
    pub least: Vec<Len>,
    /// Height of the notes under the table.
    pub notes: Len,
}

impl Typeset {
    pub fn new(
        diagram: &Diagram,
        rows: &[RowLevels],
        style: &Style,
        widths: Widths,
        footnotes: &[CellLine],
    ) -> Typeset {
        let heads = heads(diagram, &widths);
        let cells = cells(diagram, &widths, style);
        let of_row = cells.iter().zip(rows);
        let least =
            of_row.map(|(cells, levels)| cells.height.max(drawn_height(diagram, levels, style)) + cells.band);
        let notes = if footnotes.is_empty() {
            Len::ZERO
        } else {
            Style::leading(style.body) * footnotes.len() as i32 + CELL_PAD_Y * 2
        };
        Typeset { least: least.collect(), widths, heads, cells, notes }
    }

    /// What length costs in lanes and rows of these sizes.
    pub fn scale(&self) -> Scale {
        let average = |sizes: &[Len]| {
            let sum: i64 = sizes.iter().map(|size| i64::from(size.to_um())).sum();
            Len::um((sum / sizes.len().max(1) as i64) as i32)
        };
        Scale::of(average(&self.widths.lanes), average(&self.least))
    }
}
