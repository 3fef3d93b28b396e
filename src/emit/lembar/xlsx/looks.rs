//! How cells look, and how high and wide text is in them.

use crate::layout::font::{self, Face};
use crate::layout::wrap::wrap;
use crate::paper::length::{FontSize, Len};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline};

/// Height of a line of text, in points.
pub const LINE: f64 = 12.0;
/// What a row is higher than its lines.
pub const PAD: f64 = 2.0;
/// The least height of a row in which a hand writes.
pub const HAND: f64 = 20.0;

/// The edges of a cell, in pixels.
const EDGES: f64 = 7.0;
/// A screen sets letters a little wider than paper.
const SLACK: f64 = 0.94;

pub struct Looks {
    pub plain: Format,
    pub bold: Format,
    pub agency: Format,
    pub unit: Format,
    pub title: Format,
    pub signer: Format,
    pub signed: Format,
    pub head: Format,
    pub cell: Format,
    pub centre: Format,
    pub tiny: Format,
    pub tick: Format,
    pub band: Format,
    pub line: Format,
    pub line_date: Format,
    pub write: Format,
    pub date: Format,
    pub moment: Format,
    /// Of words within a cell.
    pub label: Format,
    pub note: Format,
}

const DATE: &str = "yyyy-mm-dd";

impl Looks {
    pub fn new() -> Looks {
        let font = Format::new().set_font_name("Arial").set_font_size(9);
        let plain = font.clone().set_text_wrap().set_align(FormatAlign::Top);
        let centred = plain.clone().set_align(FormatAlign::Center);
        let bordered = plain.clone().set_border(FormatBorder::Thin);
        let write = bordered.clone().set_unlocked();
        let line =
            plain.clone().set_align(FormatAlign::Bottom).set_border_bottom(FormatBorder::Hair).set_unlocked();
        Looks {
            bold: plain.clone().set_bold(),
            agency: centred.clone().set_font_size(11),
            unit: centred.clone().set_font_size(11).set_bold(),
            title: centred.clone().set_font_size(14).set_bold(),
            signer: centred.clone().set_font_size(10),
            signed: centred.set_font_size(10).set_bold().set_underline(FormatUnderline::Single),
            head: bordered
                .clone()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color("E8E8E8"),
            centre: bordered.clone().set_bold().set_align(FormatAlign::Center),
            tiny: bordered.clone().set_font_size(7).set_align(FormatAlign::Center),
            tick: write.clone().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter),
            band: bordered.clone().set_bold().set_background_color("F3F3F3"),
            line_date: line.clone().set_num_format(DATE),
            line,
            date: write.clone().set_num_format(DATE),
            moment: write.clone().set_num_format("yyyy-mm-dd hh:mm"),
            label: font.clone().set_font_size(8).set_bold().set_italic(),
            note: font.set_font_size(8).set_italic(),
            cell: bordered,
            write,
            plain,
        }
    }
}

/// The lines that a text takes in so many pixels, in a size of tenths of a point.
pub fn broken(text: &str, pixels: f64, tenths: u16) -> Vec<String> {
    wrapped(text, pixels, tenths, Face::Bold)
}

fn wrapped(text: &str, pixels: f64, tenths: u16, face: Face) -> Vec<String> {
    let room = (pixels - EDGES).max(8.0) * SLACK;
    let width = Len::um((room * 25_400.0 / 96.0) as i32);
    wrap(text, width, face, FontSize::tenths(tenths))
}

/// How many lines a text takes in so many pixels, in a size of tenths of a point. Not every program makes a row as high
/// as its text.
pub fn lines(text: &str, pixels: f64, tenths: u16, face: Face) -> usize {
    text.split('\n').map(|line| wrapped(line, pixels, tenths, face).len().max(1)).sum()
}

/// The pixels that a text of the table takes on one line.
pub fn width(text: &str) -> f64 {
    let own = font::width(text, Face::Bold, FontSize::tenths(90));
    f64::from(own.to_um()) * 96.0 / 25_400.0 / SLACK + EDGES
}

/// The height of a text in a cell of the table, in points.
pub fn height(text: &str, pixels: f64, face: Face) -> f64 {
    lines(text, pixels, 90, face) as f64 * LINE + PAD
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_the_lines_that_its_letters_need() {
        assert_eq!(lines("", 50.0, 90, Face::Regular), 1);
        assert_eq!(lines("a\nb", 50.0, 90, Face::Regular), 2);
        assert_eq!(lines("Memeriksa berkas", 400.0, 90, Face::Regular), 1);
        assert_eq!(lines("Memeriksa berkas", 90.0, 90, Face::Regular), 2);
    }
}
