//! What stands in a cell, broken into lines: bits one below the other, each a line of text with its boxes, or a place to
//! write.

use super::{BOX, BOX_LINE, Type, WRITE};
use crate::forms::names::in_round;
use crate::forms::{Blank, BlankKind, Piece};
use crate::layout::font::{self, Face};
use crate::layout::form::sheet::{Sheet, leading};
use crate::layout::scene::{FillMark, Mark, Point, Shape};
use crate::layout::wrap::wrap;
use crate::paper::length::{FontSize, Len};

/// Between a box and what it stands before, and between boxes.
const BOX_GAP: Len = Len::um(1000);
/// Between a rule and what stands under it.
const UNDER_RULE: Len = Len::um(500);
/// Text beside boxes has at least this width; else it stands below them.
const BESIDE: Len = Len::mm(15);
/// Between pieces.
const PIECE_GAP: Len = Len::um(400);
/// Between outcomes that may be chosen several times.
const ROUNDS_GAP: Len = Len::um(1100);

/// One line of a cell.
#[derive(Clone, Debug)]
pub struct Bit {
    pub height: Len,
    /// A line across the cell above it: another round, another hand.
    pub rule: Rule,
    /// How many boxes, and the number in the first (0: none is numbered).
    boxes: (u8, u8),
    /// From the left of the cell's inside; `None` for the middle.
    indent: Option<Len>,
    words: String,
    face: Face,
    size: FontSize,
    /// The name of each box, or of the place to write; and what it is.
    pub fields: Vec<String>,
    pub label: String,
}

/// What stands above a bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    None,
    /// Between hands.
    Light,
    /// Between rounds.
    Round,
}

impl Bit {
    fn text(words: String, indent: Len, face: Face, size: FontSize) -> Bit {
        Bit {
            height: leading(size),
            rule: Rule::None,
            boxes: (0, 0),
            indent: Some(indent),
            words,
            face,
            size,
            fields: Vec::new(),
            label: String::new(),
        }
    }

    /// A text broken into lines.
    pub fn lines(text: &str, width: Len, face: Face, size: FontSize) -> Vec<Bit> {
        let lines = wrap(text, width, face, size).into_iter();
        lines.map(|words| Bit::text(words, Len::ZERO, face, size)).collect()
    }

    /// Cuts off what fits into `room` where nothing stands in it and it is higher than a hand needs.
    pub fn cut(&mut self, room: Len) -> Option<Bit> {
        const HAND: Len = Len::mm(15);
        if !self.words.is_empty() || self.boxes.0 > 0 || self.height < HAND || room <= Len::ZERO {
            return None;
        }
        let upper = Bit { height: room, ..self.clone() };
        (self.height, self.rule) = (self.height - room, Rule::None);
        self.fields.clear();
        Some(upper)
    }

    /// Words and nothing else.
    pub fn is_text(&self) -> bool {
        !self.words.is_empty() && self.boxes.0 == 0 && self.fields.is_empty()
    }

    /// Nothing, so high.
    pub fn space(height: Len) -> Bit {
        Bit { height, ..Bit::text(String::new(), Len::ZERO, Face::Regular, FontSize::tenths(70)) }
    }
}

/// The height of bits.
pub fn height(bits: &[Bit]) -> Len {
    bits.iter().map(|bit| bit.height).sum()
}

/// Breaks pieces into lines of this width. `rounds` boxes stand before each tick; `centre` sets texts in the middle.
pub fn bits(pieces: &[Piece], width: Len, size: Type, rounds: u8, centre: bool) -> Vec<Bit> {
    let mut out: Vec<Bit> = Vec::new();
    let mut written = false;
    for piece in pieces {
        let first = out.is_empty();
        let mut own = piece_bits(piece, width, size, rounds);
        if centre {
            own.iter_mut()
                .filter(|bit| bit.boxes.0 == 0 || bit.words.is_empty())
                .for_each(|bit| bit.indent = None);
        }
        let blank = matches!(piece, Piece::Blank(_));
        if blank
            && written
            && let Some(bit) = own.first_mut()
        {
            bit.rule = Rule::Light;
        }
        written |= blank;
        if !first && !blank && !own.is_empty() {
            let many = matches!(piece, Piece::Choice { .. }) && rounds > 1;
            out.push(Bit::space(if many { ROUNDS_GAP } else { PIECE_GAP }));
        }
        out.append(&mut own);
    }
    out
}

fn piece_bits(piece: &Piece, width: Len, size: Type, rounds: u8) -> Vec<Bit> {
    let Type { body, small, .. } = size;
    let lines = |text: &str, face: Face, size: FontSize, indent: Len| -> Vec<Bit> {
        let lines = wrap(text, width - indent, face, size).into_iter();
        lines.map(|words| Bit::text(words, indent, face, size)).collect()
    };
    match piece {
        Piece::Text(text) => lines(text, Face::Regular, body, Len::ZERO),
        Piece::Strong(text) => lines(text, Face::Bold, body, Len::ZERO),
        Piece::Label(text) => lines(text, Face::BoldItalic, small, Len::ZERO),
        Piece::Note { label, text } => lines(&format!("{label}: {text}"), Face::Italic, small, Len::ZERO),
        Piece::Item { marker, text } => {
            let marker = format!("{marker} ");
            let indent = font::width(&marker, Face::Regular, body).min(width / 2);
            let mut own = lines(text, Face::Regular, body, indent);
            if let Some(first) = own.first_mut() {
                first.indent = Some(Len::ZERO);
                first.words.insert_str(0, &marker);
            }
            own
        }
        Piece::Tick(tick) => boxes(&tick.name, &tick.label, width, size, rounds),
        Piece::Choice { name, value, label } => boxes(&format!("{name}={value}"), label, width, size, rounds),
        Piece::Blank(blank) => write(blank, width),
    }
}

/// The width of so many boxes side by side.
fn boxes_width(count: u8) -> Len {
    BOX * i32::from(count) + BOX_GAP * (i32::from(count) - 1)
}

/// How wide a cell is inside where words stand beside the boxes of so many rounds.
pub fn beside(rounds: u8) -> Len {
    boxes_width(rounds) + BOX_GAP + BESIDE
}

/// Boxes and what they stand before: beside them where there is room, else below.
fn boxes(name: &str, label: &str, width: Len, Type { body, boxes, .. }: Type, rounds: u8) -> Vec<Bit> {
    let plain = |words, indent| Bit::text(words, indent, Face::Regular, body);
    let own = boxes_width(rounds);
    let numbered = u8::from(rounds > 1);
    let named =
        |first: u8, count: u8| (first..first + count).map(|round| in_round(name, round.into())).collect();
    let row = |count: u8, first: u8| Bit {
        height: boxes,
        boxes: (count, if numbered > 0 { first } else { 0 }),
        fields: named(first, count),
        label: label.to_owned(),
        ..plain(String::new(), Len::ZERO)
    };
    let mut out = Vec::new();
    if own > width {
        // A narrow column has them one below the other.
        out.extend((1..=rounds).map(|round| row(1, round)));
    } else {
        out.push(row(rounds, 1));
    }
    let indent = own + BOX_GAP;
    let beside = own <= width && (rounds == 1 || width >= self::beside(rounds)) && width - indent > BOX;
    let indent = if beside { indent } else { Len::ZERO };
    for (at, words) in wrap(label, width - indent, Face::Regular, body).into_iter().enumerate() {
        match out.last_mut() {
            Some(bit) if beside && at == 0 => (bit.words, bit.indent) = (words, Some(indent)),
            _ => out.push(plain(words, indent)),
        }
    }
    out
}

/// A place to write in a cell; small words at its top say by whom.
fn write(blank: &Blank, width: Len) -> Vec<Bit> {
    let height = match blank.kind {
        BlankKind::Initials | BlankKind::Date | BlankKind::Text => Len::um(7500),
        BlankKind::Moment => Len::um(8200),
        BlankKind::Lines => Len::mm(9),
    };
    let label = blank.label.as_deref().unwrap_or_default();
    let size = FontSize::tenths(70);
    let mut out: Vec<Bit> = wrap(label, width, Face::Regular, size)
        .into_iter()
        .map(|words| Bit::text(words, Len::ZERO, Face::Regular, size))
        .collect();
    match out.last_mut() {
        Some(last) => last.height += height - Len::um(2500),
        None => out.push(Bit::space(height)),
    }
    if let Some(last) = out.last_mut() {
        (last.fields, last.label) = (vec![blank.name.clone()], label.to_owned());
    }
    out
}

/// Draws bits one below the other from `(x, y)`, the inside of the cell; rules run over the whole cell.
pub fn draw<'b>(
    sheet: &mut Sheet,
    bits: impl Iterator<Item = &'b Bit>,
    (x, y): (Len, Len),
    width: Len,
    pad: Len,
    mark: &Mark,
) {
    let mut top = y;
    for (at, bit) in bits.enumerate() {
        if bit.rule != Rule::None && at > 0 {
            let run = vec![Point::new(x - pad, top), Point::new(x + width + pad, top)];
            sheet.put(Mark::Plain, Shape::Lines { runs: vec![run], stroke: WRITE, head: false });
        }
        let (count, first) = bit.boxes;
        if count > 0 {
            let from = match bit.indent {
                Some(_) => x,
                None => x + (width - boxes_width(count)) / 2,
            };
            for number in 0..count {
                let left = from + (BOX + BOX_GAP) * i32::from(number);
                let above = top + (bit.height - BOX) / 2;
                let name = bit.fields.get(usize::from(number)).cloned().unwrap_or_default();
                let fill = fill(name, &bit.label, true, mark);
                tick(sheet, left, above, fill);
                if first > 0 {
                    let words = (first + number).to_string();
                    let size = FontSize::tenths(70);
                    let inside = left + (BOX - font::width(&words, Face::Regular, size)) / 2;
                    let line = above + (BOX - leading(size)) / 2;
                    sheet.line(inside, line, Face::Regular, size, &words, mark.clone());
                }
            }
        }
        let lines = if bit.words.is_empty() { Len::ZERO } else { leading(bit.size) };
        if let ([name], 0) = (&bit.fields[..], count)
            && bit.height - lines > BOX
        {
            let fill = fill(name.clone(), &bit.label, false, mark);
            area(sheet, (x, top + lines), (width, bit.height - lines - HAIR), fill);
        }
        if !bit.words.is_empty() {
            let left = match bit.indent {
                Some(indent) => x + indent,
                None => x + (width - font::width(&bit.words, bit.face, bit.size)) / 2,
            };
            let down = match bit.rule {
                _ if count > 0 => (bit.height - leading(bit.size)) / 2,
                Rule::None => Len::ZERO,
                Rule::Light | Rule::Round => UNDER_RULE,
            };
            sheet.line(left, top + down, bit.face, bit.size, &bit.words, mark.clone());
        }
        top += bit.height;
    }
}

/// Under a place to write.
const HAIR: Len = Len::um(300);

fn fill(name: String, label: &str, tick: bool, mark: &Mark) -> Mark {
    let cell = match mark {
        Mark::CellText { row, col, .. } => Some((row.clone(), col.clone())),
        _ => None,
    };
    Mark::Fill(FillMark { name, label: label.to_owned(), tick, cell })
}

/// A place to write: nothing is drawn.
pub fn area(sheet: &mut Sheet, (x, y): (Len, Len), (width, height): (Len, Len), mark: Mark) {
    sheet.put(mark, Shape::Rect { x, y, width, height, radius: Len::ZERO, fill: None, stroke: None });
}

/// A box to tick.
fn tick(sheet: &mut Sheet, x: Len, y: Len, mark: Mark) {
    let half = BOX_LINE.width / 2;
    let shape = Shape::Rect {
        x: x + half,
        y: y + half,
        width: BOX - BOX_LINE.width,
        height: BOX - BOX_LINE.width,
        radius: Len::ZERO,
        fill: Some(255),
        stroke: Some(BOX_LINE),
    };
    sheet.put(mark, shape);
}

/// A line to write on.
pub fn write_on(sheet: &mut Sheet, from: Len, to: Len, y: Len) {
    let run = vec![Point::new(from, y), Point::new(to, y)];
    sheet.put(Mark::Plain, Shape::Lines { runs: vec![run], stroke: WRITE, head: false });
}
