//! A table's columns, and what is drawn of them beside the rows.

use crate::layout::form::sheet::{Align, Block, Sheet};
use crate::layout::scene::{CellOf, Mark, Point, RuleKind, Shape, Stroke};
use crate::paper::length::Len;

/// Between a rule and the text beside it.
pub const PAD_X: Len = Len::um(1100);
/// Between a rule and the text under or over it.
pub const PAD_Y: Len = Len::um(900);
/// Behind the head.
const SHADE: u8 = 232;
const ROW: Stroke = Stroke { width: Len::um(180), shade: 0 };

/// The columns of a table.
#[derive(Debug)]
pub struct Grid {
    /// One a column.
    pub keys: Vec<String>,
    /// One more than there are columns, from 0.
    pub edges: Vec<Len>,
    pub heads: Vec<Block>,
}

impl Grid {
    pub fn width(&self) -> Len {
        self.edges.last().copied().unwrap_or_default()
    }

    /// From where to where a column reaches.
    pub fn column(&self, at: usize) -> (Len, Len) {
        (self.edges[at], self.edges[at + 1])
    }

    pub fn key(&self, at: usize) -> &str {
        &self.keys[at]
    }

    pub fn head_height(&self) -> Len {
        self.heads.iter().map(Block::height).max().unwrap_or_default() + PAD_Y * 2
    }

    /// Draws the head from `top` down; returns its lower edge.
    pub fn draw_head(&self, sheet: &mut Sheet, top: Len) -> Len {
        let left = sheet.columns.left;
        let height = self.head_height();
        for (at, key) in self.keys.iter().enumerate() {
            let (from, to) = self.column(at);
            let mark = Mark::Cell { row: "head".to_owned(), col: key.clone(), of: CellOf::Head };
            let (x, width) = (left + from, to - from);
            let fill = Some(SHADE);
            sheet.put(mark, Shape::Rect { x, y: top, width, height, radius: Len::ZERO, fill, stroke: None });
        }
        for ((at, key), block) in self.keys.iter().enumerate().zip(&self.heads) {
            let (from, to) = self.column(at);
            let mark = Mark::CellText { row: "head".to_owned(), col: key.clone(), note: false };
            let y = top + (height - block.height()) / 2;
            sheet.block(left + from + PAD_X, y, to - from - PAD_X * 2, Align::Centre, block, &mark);
            if at > 0 {
                sheet.down(left + from, top, top + height);
            }
        }
        top + height
    }

    /// The rule between what stands above and a row.
    pub fn rule_above(&self, sheet: &mut Sheet, y: Len) {
        let left = sheet.columns.left;
        let run = vec![Point::new(left, y), Point::new(left + self.width(), y)];
        sheet.put(Mark::Rule(RuleKind::Row), Shape::Lines { runs: vec![run], stroke: ROW, head: false });
    }
}
