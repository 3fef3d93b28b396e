//! What stands above and below the table: headings, texts, fields, boxes, lists, signatures.

use super::cell::{Bit, bits};
use super::signature::signatures;
use super::unit::{Cell, Kind, Text, Unit, highest};
use super::{Marks, Place, table};
use crate::forms::{BlankKind, Field, Part, Piece, Signer, Tick, Value};
use crate::layout::font::{self, Face};
use crate::layout::scene::{FormRole, Mark};
use crate::paper::length::{FontSize, Len};

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
/// A label stands so far below the top of its line.
const DOWN: Len = Len::um(2200);
/// The lines that are left free for notes.
const NOTE_LINES: usize = 2;

/// The units of a part; a table's columns begin and end at `edges`.
pub fn units(part: &Part, edges: &[Len], place: Place, marks: &mut Marks, out: &mut Vec<Unit>) {
    let Place { width, size } = place;
    // What stands under a heading is near to it.
    let headed = out.last().is_some_and(|unit| unit.keep && unit.grid().is_none());
    let begin = if headed { ITEM_GAP } else { PART_GAP };
    match part {
        Part::Table(of) => {
            let first = out.len();
            table::units(of, edges.to_vec(), place, out);
            if let (true, Some(unit)) = (headed, out.get_mut(first)) {
                unit.gap = ITEM_GAP;
            }
        }
        Part::Heading(words) => {
            let mark = marks.next(FormRole::Heading);
            let heading = FontSize::tenths(size.body.to_tenths() + 20);
            let heading = Bit::lines(words, width, Face::Bold, heading);
            out.push(Unit { keep: true, ..text(width, heading, mark, PART_GAP * 2) });
        }
        Part::Paragraph(words) => {
            let (mark, bits) =
                (marks.next(FormRole::Paragraph), bits(&[Piece::Text(words.clone())], width, size, 1, false));
            out.push(text(width, bits, mark, begin));
        }
        Part::Fields(fields) => self::fields(fields, place, marks, out),
        Part::Ticks { label, items } => ticks(label, items, place, marks, out),
        Part::List { label, items } => {
            let mut gap = begin;
            if !label.is_empty() {
                let mark = marks.next(FormRole::Label);
                let label = Bit::lines(&format!("{label}:"), width, Face::Bold, size.body);
                out.push(Unit { keep: true, ..text(width, label, mark, gap) });
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
                let cell = bits(&[piece], each, size, 1, false).into();
                Text { x, width: each, cell, line: false, mark: marks.next(FormRole::Item) }
            })
            .collect();
        let height = highest(texts.iter().map(|text| &text.cell));
        out.push(Unit { gap, height, keep: false, kind: Kind::Texts(texts) });
        gap = ITEM_GAP;
    }
}

fn text(width: Len, bits: Vec<Bit>, mark: Mark, gap: Len) -> Unit {
    let cell = Cell::from(bits);
    let height = cell.height();
    let text = Text { x: Len::ZERO, width, cell, line: false, mark };
    Unit { gap, height, keep: false, kind: Kind::Texts(vec![text]) }
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
        let last = lines.len() - 1;
        for (at, (value, line)) in lines.into_iter().enumerate() {
            let mut texts = Vec::new();
            let at_left = |x, width, bits: Vec<Bit>| Text {
                x,
                width,
                cell: bits.into(),
                line: false,
                mark: mark.clone(),
            };
            if at == 0 {
                // The label of a line to write on stands at its height.
                let down = || line.then(|| Bit::space(DOWN)).into_iter();
                let name = Bit::lines(&field.label, label, Face::Bold, size.body);
                texts.push(at_left(Len::ZERO, label, down().chain(name).collect()));
                let colon = Bit::lines(":", Len::mm(3), Face::Regular, size.body);
                texts.push(at_left(label, Len::mm(3), down().chain(colon).collect()));
            }
            let x = label + Len::mm(3);
            texts.push(Text { x, width: place, cell: value.into(), line, mark: mark.clone() });
            let height = highest(texts.iter().map(|text| &text.cell));
            let gap = if at == 0 { std::mem::replace(&mut gap, ITEM_GAP) } else { Len::ZERO };
            out.push(Unit { gap, height, keep: at < last && line, kind: Kind::Texts(texts) });
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
        let label = Bit::lines(&label, width, Face::Bold, size.body);
        out.push(Unit { keep: true, ..text(width, label, mark, gap) });
        gap = Len::um(300);
    } else {
        let lines = Bit::lines(&label, name - COLUMN_GAP, Face::Bold, size.body);
        let bits: Vec<Bit> = std::iter::once(Bit::space(Len::um(300))).chain(lines).collect();
        beside = Some(Text { x: Len::ZERO, width: name, cell: bits.into(), line: false, mark });
    }
    let columns = columns_in(width - name);
    let each = (width - name + COLUMN_GAP) / columns as i32 - COLUMN_GAP;
    for row in items.chunks(columns) {
        let boxes = row.iter().enumerate().map(|(at, tick)| Text {
            x: name + (each + COLUMN_GAP) * at as i32,
            width: each,
            cell: called(bits(&[Piece::Tick(tick.clone())], each, size, 1, false), &label).into(),
            line: false,
            mark: marks.next(FormRole::Item),
        });
        let texts: Vec<Text> = beside.take().into_iter().chain(boxes).collect();
        let height = highest(texts.iter().map(|text| &text.cell));
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

/// Those who sign, side by side.
pub fn signers(signers: &[Signer], width: Len, marks: &mut Marks) -> Unit {
    let (all, height) = signatures(signers, width, marks);
    Unit { gap: Len::mm(6), height, keep: false, kind: Kind::Signatures(all) }
}
