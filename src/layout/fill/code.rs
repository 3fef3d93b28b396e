//! A QR code: its squares, and the same as lines, of which each run of dark squares is one.

use crate::layout::scene::{Point, Shape, Stroke};
use crate::paper::length::Len;
use qrcodegen::{QrCode, QrCodeEcc};

/// The squares of a text.
pub struct Code(QrCode);

impl Code {
    /// `None` where the text is too long for any code.
    pub fn of(text: &str) -> Option<Code> {
        QrCode::encode_text(text, QrCodeEcc::Medium).ok().map(Code)
    }

    /// Squares of a side.
    pub fn size(&self) -> i32 {
        self.0.size()
    }

    /// Whether a square is dark; none is outside the code.
    pub fn is_dark(&self, column: i32, row: i32) -> bool {
        self.0.get_module(column, row)
    }

    /// The code in a square of this side at most, with what a reader needs free around it left to the caller; and its
    /// side.
    pub fn draw(&self, x: Len, y: Len, side: Len) -> (Shape, Len) {
        let count = self.size();
        let square = Len::um(side.to_um() / count / 2 * 2);
        let mut runs = Vec::new();
        for row in 0..count {
            let middle = y + square * row + square / 2;
            let mut from = None;
            for column in 0..=count {
                let dark = self.is_dark(column, row);
                match (dark, from) {
                    (true, None) => from = Some(column),
                    (false, Some(start)) => {
                        let end = |at: i32| Point::new(x + square * at, middle);
                        runs.push(vec![end(start), end(column)]);
                        from = None;
                    }
                    _ => {}
                }
            }
        }
        // A little wider than a square, so that no hair of white shows between two rows.
        let stroke = Stroke { width: square + square.scale(3, 100), shade: 0 };
        (Shape::Lines { runs, stroke, head: false }, square * count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dark_squares_are_all_drawn() {
        let code = Code::of("SOP 1\nsidik 0123").unwrap();
        let (shape, side) = code.draw(Len::ZERO, Len::ZERO, Len::mm(20));
        let Shape::Lines { runs, .. } = shape else { panic!("lines") };
        let square = side.to_um() / code.size();
        let drawn: i32 = runs.iter().map(|run| (run[1].x - run[0].x).to_um() / square).sum();
        let size = code.size();
        let dark = (0..size * size).filter(|at| code.is_dark(at % size, at / size)).count();
        assert_eq!(drawn as usize, dark);
    }
}
