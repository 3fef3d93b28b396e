//! What stands above and below the table: headings, texts, fields, boxes, lists, signatures.

use super::cell::{self, Bit, bits};
use super::flow::{Kind, Text, Unit};
use super::{Marks, Type, WRITE, table};
use crate::forms::{BlankKind, Field, Part, Piece, Signer, Tick, Value};
use crate::layout::font::{self, Face};
use crate::layout::form::sheet::{Align, Block, PAD_Y, Sheet};
use crate::layout::length::{FontSize, Len};
use crate::layout::scene::{FormRole, Mark, Point, Shape};

/// Above a part.
const PART_GAP: Len = Len::um(2200);
/// Between items.
const ITEM_GAP: Len = Len::um(700);
/// A box with its words takes at least this width where several stand side by side.
const BESIDE: Len = Len::mm(42);
/// A label beside boxes.
const LABEL: Len = Len::mm(40);
/// Between columns.
const COLUMN_GAP: Len = Len::mm(4);
/// Room for a signature.
const SIGNATURE: Len = Len::mm(17);
/// A label stands so far below the top of its line.
const DOWN: Len = Len::um(2200);
/// The lines that are left free for notes.
const NOTE_LINES: usize = 2;

/// What a part is set into.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub width: Len,
    pub size: Type,
}

/// The units of a part.
pub fn units(part: &Part, place: Place, marks: &mut Marks, out: &mut Vec<Unit>) {
    let Place { width, size } = place;
    // What stands under a heading is near to it.
    let headed = out.last().is_some_and(|unit| unit.keep && unit.grid().is_none());
    let begin = if headed { ITEM_GAP } else { PART_GAP };
    match part {
        Part::Table(of) => {
            let first = out.len();
            table::units(of, place, out);
            if let (true, Some(unit)) = (headed, out.get_mut(first)) {
                unit.gap = ITEM_GAP;
            }
        }
        Part::Heading(words) => {
            let mark = marks.next(FormRole::Heading);
            let heading = FontSize::tenths(size.body.to_tenths() + 20);
            out.push(text(width, Bit::lines(words, width, Face::Bold, heading), mark, PART_GAP * 2, true));
        }
        Part::Paragraph(words) => {
            let (mark, bits) =
                (marks.next(FormRole::Paragraph), bits(&[Piece::Text(words.clone())], width, size, 1, false));
            out.push(text(width, bits, mark, begin, false));
        }
        Part::Fields(fields) => self::fields(fields, place, marks, out),
        Part::Ticks { label, items } => ticks(label, items, place, marks, out),
        Part::List { label, items } => {
            let mut gap = begin;
            if !label.is_empty() {
                let mark = marks.next(FormRole::Label);
                out.push(text(
                    width,
                    Bit::lines(&format!("{label}:"), width, Face::Bold, size.body),
                    mark,
                    gap,
                    true,
                ));
                gap = ITEM_GAP;
            }
            list(items, gap, place, marks, out);
        }
    }
}

/// Items below each other; short ones in two columns.
fn list(
    items: &[String],
    mut gap: Len,
    Place { width, size }: Place,
    marks: &mut Marks,
    out: &mut Vec<Unit>,
) {
    let half = (width - COLUMN_GAP) / 2;
    let narrow = |text: &String| font::width(text, Face::Regular, size.body) + Len::mm(8) <= half;
    let (columns, each) = if items.len() > 2 && items.iter().all(narrow) { (2, half) } else { (1, width) };
    for (row, items_of) in items.chunks(columns).enumerate() {
        let texts: Vec<Text> = (items_of.iter().enumerate())
            .map(|(at, item)| {
                let marker =
                    if items.len() > 1 { format!("{}.", row * columns + at + 1) } else { "-".to_owned() };
                let piece = Piece::Item { marker, text: item.clone() };
                let x = (each + COLUMN_GAP) * at as i32;
                let bits = bits(&[piece], each, size, 1, false);
                Text { x, width: each, bits, line: false, mark: marks.next(FormRole::Item) }
            })
            .collect();
        let height = texts.iter().map(|text| cell::height(&text.bits)).max().unwrap_or_default();
        out.push(Unit { gap, height, keep: false, kind: Kind::Texts(texts) });
        gap = ITEM_GAP;
    }
}

fn text(width: Len, bits: Vec<Bit>, mark: Mark, gap: Len, keep: bool) -> Unit {
    let height = cell::height(&bits);
    let text = Text { x: Len::ZERO, width, bits, line: false, mark };
    Unit { gap, height, keep, kind: Kind::Texts(vec![text]) }
}

/// The width of the widest label, with what stands behind it.
pub fn label_width(fields: &[Field], face: Face, size: FontSize) -> Len {
    let widest = fields.iter().map(|field| font::width(&field.label, face, size)).max();
    widest.unwrap_or_default() + Len::mm(2)
}

/// A field's label, and its value or the lines to write on.
fn fields(fields: &[Field], Place { width, size }: Place, marks: &mut Marks, out: &mut Vec<Unit>) {
    let label = label_width(fields, Face::Bold, size.body).min(width / 2);
    let mut gap = PART_GAP;
    for field in fields {
        let mark = marks.next(FormRole::Paragraph);
        let place = width - label - Len::mm(3);
        let lines = match &field.value {
            Value::Text(value) => vec![(bits(&[Piece::Text(value.clone())], place, size, 1, false), false)],
            Value::Blank(blank) => {
                let count = if blank.kind == BlankKind::Lines { NOTE_LINES } else { 1 };
                (0..count)
                    .map(|at| {
                        let mut bit = Bit::space(Len::um(5700));
                        let name =
                            if at == 0 { blank.name.clone() } else { format!("{}+{}", blank.name, at + 1) };
                        (bit.fields, bit.label) = (vec![name], field.label.clone());
                        (vec![bit], true)
                    })
                    .collect()
            }
        };
        for (at, (value, line)) in lines.into_iter().enumerate() {
            let mut texts = Vec::new();
            let at_left = |x, width, bits| Text { x, width, bits, line: false, mark: mark.clone() };
            if at == 0 {
                // The label of a line to write on stands at its height.
                let down = || line.then(|| Bit::space(DOWN)).into_iter();
                let name = Bit::lines(&field.label, label, Face::Bold, size.body);
                texts.push(at_left(Len::ZERO, label, down().chain(name).collect()));
                let colon = Bit::lines(":", Len::mm(3), Face::Regular, size.body);
                texts.push(at_left(label, Len::mm(3), down().chain(colon).collect()));
            }
            let x = label + Len::mm(3);
            texts.push(Text { x, width: place, bits: value, line, mark: mark.clone() });
            let height = texts.iter().map(|text| cell::height(&text.bits)).max().unwrap_or_default();
            let gap = if at == 0 { std::mem::replace(&mut gap, ITEM_GAP) } else { Len::ZERO };
            out.push(Unit { gap, height, keep: at == 0 && line, kind: Kind::Texts(texts) });
        }
    }
}

/// Boxes beside their label, in as many columns as the words leave room for.
fn ticks(label: &str, items: &[Tick], Place { width, size }: Place, marks: &mut Marks, out: &mut Vec<Unit>) {
    let label = format!("{label}:");
    let widest =
        items.iter().map(|tick| font::width(&tick.label, Face::Regular, size.body) + Len::mm(5)).max();
    let widest = widest.unwrap_or_default().max(BESIDE);
    let columns_in =
        |room: Len| ((room + COLUMN_GAP).to_um() / (widest + COLUMN_GAP).to_um()).max(1) as usize;
    // The label stands beside its boxes, unless above them it takes fewer lines.
    let name = LABEL.min(width / 3);
    let above = 1 + items.len().div_ceil(columns_in(width)) < items.len().div_ceil(columns_in(width - name));
    let name = if above { Len::ZERO } else { name };
    let mark = marks.next(FormRole::Label);
    let mut gap = PART_GAP;
    let mut beside = None;
    if above {
        out.push(text(width, Bit::lines(&label, width, Face::Bold, size.body), mark, gap, true));
        gap = Len::um(300);
    } else {
        let lines = Bit::lines(&label, name - COLUMN_GAP, Face::Bold, size.body);
        let bits = std::iter::once(Bit::space(Len::um(300))).chain(lines).collect();
        beside = Some(Text { x: Len::ZERO, width: name, bits, line: false, mark });
    }
    let columns = columns_in(width - name);
    let each = (width - name + COLUMN_GAP) / columns as i32 - COLUMN_GAP;
    for row in items.chunks(columns) {
        let boxes = row.iter().enumerate().map(|(at, tick)| Text {
            x: name + (each + COLUMN_GAP) * at as i32,
            width: each,
            bits: called(bits(&[Piece::Tick(tick.clone())], each, size, 1, false), &label),
            line: false,
            mark: marks.next(FormRole::Item),
        });
        let texts: Vec<Text> = beside.take().into_iter().chain(boxes).collect();
        let height = texts.iter().map(|text| cell::height(&text.bits)).max().unwrap_or_default();
        out.push(Unit { gap, height, keep: false, kind: Kind::Texts(texts) });
        gap = Len::um(300);
    }
}

/// Boxes are called by what they are and what they stand before.
fn called(mut bits: Vec<Bit>, label: &str) -> Vec<Bit> {
    bits.iter_mut()
        .filter(|bit| !bit.fields.is_empty())
        .for_each(|bit| bit.label = format!("{label} {}", bit.label));
    bits
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

/// A line to write on.
pub fn write_on(sheet: &mut Sheet, from: Len, to: Len, y: Len) {
    let run = vec![Point::new(from, y), Point::new(to, y)];
    sheet.put(Mark::Plain, Shape::Lines { runs: vec![run], stroke: WRITE, head: false });
}

/// Who signs, in his place.
#[derive(Debug)]
pub struct Signature {
    x: Len,
    width: Len,
    above: Vec<(Block, Mark)>,
    /// From the top to the name.
    name_top: Len,
    below: Vec<(Block, Mark)>,
    /// Nobody is named: a line to write on.
    open: bool,
}

/// Those who sign, side by side.
pub fn signers(signers: &[Signer], width: Len, marks: &mut Marks) -> Unit {
    let each = (width / i32::try_from(signers.len()).unwrap_or(1)).min(Len::mm(90));
    let between = match signers.len() {
        0 | 1 => Len::ZERO,
        more => (width - each * more as i32) / (more as i32 - 1),
    };
    let inner = each - Len::mm(6);
    let size = FontSize::tenths(90);
    let mut block = |text: &str, face| {
        let mut block = Block::new(text, inner, face, size);
        block.shorten(4, inner);
        (block, marks.next(FormRole::Paragraph))
    };
    let filled = |text: &&String| !text.is_empty();
    let mut all: Vec<Signature> = signers
        .iter()
        .enumerate()
        .map(|(at, signer)| {
            let above = std::iter::once(&format!("{},", signer.label))
                .chain([&signer.jabatan].into_iter().filter(filled))
                .map(|text| block(text, Face::Regular))
                .collect();
            let name = [&signer.nama].into_iter().filter(filled).map(|text| block(text, Face::Bold));
            let mut below: Vec<(Block, Mark)> = name.collect();
            let open = below.is_empty();
            if open {
                below.push(block("NIP", Face::Regular));
            } else {
                let rest = [&signer.pangkat, &signer.nip].into_iter().filter(filled);
                below.extend(rest.map(|text| block(text, Face::Regular)));
            }
            let x = (each + between) * at as i32 + Len::mm(3);
            Signature { x, width: inner, above, name_top: Len::ZERO, below, open }
        })
        .collect();
    let high = |blocks: &[(Block, Mark)]| blocks.iter().map(|(block, _)| block.height()).sum::<Len>();
    let above = all.iter().map(|it| high(&it.above)).max().unwrap_or_default();
    let below = all.iter().map(|it| high(&it.below)).max().unwrap_or_default();
    all.iter_mut().for_each(|it| it.name_top = above + SIGNATURE);
    let height = above + SIGNATURE + PAD_Y + below;
    Unit { gap: Len::mm(6), height, keep: false, kind: Kind::Signatures(all) }
}

impl Signature {
    pub fn draw(&self, sheet: &mut Sheet, top: Len) {
        let x = sheet.columns.left + self.x;
        let mut y = top;
        for (block, mark) in &self.above {
            sheet.block(x, y, self.width, Align::Centre, block, mark);
            y += block.height();
        }
        let line = top + self.name_top;
        let aside = self.width / 8;
        let (from, to) = match self.below.first() {
            Some((block, _)) if !self.open => {
                let wide = block.lines.iter().map(|line| font::width(line, block.face, block.size)).max();
                let aside = (self.width - wide.unwrap_or_default()) / 2;
                (x + aside, x + self.width - aside)
            }
            _ => (x + aside, x + self.width - aside),
        };
        let mut y = line + PAD_Y / 2;
        for (at, (block, mark)) in self.below.iter().enumerate() {
            if self.open {
                sheet.block(from, y, self.width - aside, Align::Left, block, mark);
            } else {
                sheet.block(x, y, self.width, Align::Centre, block, mark);
            }
            y += block.height();
            if at == 0 && !self.open {
                write_on(sheet, from, to, y - Len::um(200));
            }
        }
        if self.open {
            write_on(sheet, from, to, line);
        }
    }
}
