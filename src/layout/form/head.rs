//! The head of the identity page: logo and agency on the left, number, dates, approval and name on the right.

use super::sheet::{Align, Block, Columns, PAD_X, PAD_Y, Sheet, leading, mark};
use crate::config::Labels;
use crate::layout::font::{self, Face};
use crate::layout::scene::{FieldPart, Image, Mark};
use crate::model::{Identitas, Isian, Key, Tanggal};
use crate::paper::length::{FontSize, Len};
use std::sync::Arc;

/// Free for signature, QR code and stamp; the value column is wider than the 35 mm that they need.
const SIGNATURE: Len = Len::mm(25);
/// The least that the value column gets.
const VALUE: Len = Len::mm(45);
/// The least share of the sheet's width that the labels get, in hundredths (the median of signed sheets).
const LABEL_SHARE: i32 = 12;
/// The space of the logo.
const LOGO: (Len, Len) = (Len::mm(44), Len::mm(27));
/// The least height of a row, in hundredths of its leading.
const ROW: i32 = 175;

/// A text that is longer than its place in the head, and is printed on below.
#[derive(Debug)]
pub struct Overflow {
    pub field: Key,
    pub label: String,
    pub text: String,
}

/// The head, measured.
#[derive(Debug)]
pub struct Head {
    columns: Columns,
    /// Between label and value.
    tab: Len,
    /// What is kept free for the logo above the agency; nothing where the file says that there is none.
    logo: Len,
    agency: Vec<(Mark, Block)>,
    rows: Vec<Row>,
    /// What did not find its place.
    pub overflow: Vec<Overflow>,
}

#[derive(Debug)]
struct Row {
    field: Key,
    label: Block,
    value: Value,
}

#[derive(Debug)]
enum Value {
    Text(Block),
    Approval { title: Block, signer: Vec<(Key, Block)> },
}

impl Head {
    /// `tight` leaves each field the fewest lines, for paper that margins leave little of.
    pub fn new(
        identitas: &Identitas,
        labels: &Labels,
        columns: Columns,
        size: FontSize,
        tight: bool,
    ) -> Head {
        let mut fit = Fit { size, tight, overflow: Vec::new() };
        let right = columns.right - columns.middle;
        let names = [
            (Key::Nomor, &labels.nomor_sop),
            (Key::TanggalPembuatan, &labels.tanggal_pembuatan),
            (Key::TanggalRevisi, &labels.tanggal_revisi),
            (Key::TanggalEfektif, &labels.tanggal_efektif),
            (Key::DisahkanOleh, &labels.disahkan_oleh),
            (Key::Sop, &labels.nama_sop),
        ];
        let widest = names.iter().map(|(_, label)| font::width(label, Face::Regular, size)).max();
        let share = (columns.right - columns.left).scale(LABEL_SHARE, 100);
        let label_width = (widest.unwrap_or_default() + PAD_X * 2).max(share).min(right - VALUE);
        let tab = columns.middle + label_width;
        let width = columns.right - tab - PAD_X * 2;
        let date = |date: &Isian<Tanggal>| match date {
            Isian::Kosong => String::new(),
            Isian::TidakAda => "-".to_owned(),
            Isian::Isi(tanggal) => tanggal.teks.to_string(),
        };
        let plain = Face::Regular;
        let rows = names.map(|(field, label)| {
            let value = match field {
                Key::TanggalPembuatan => date(&identitas.tanggal_pembuatan),
                Key::TanggalRevisi => date(&identitas.tanggal_revisi),
                Key::TanggalEfektif => date(&identitas.tanggal_efektif),
                Key::Sop => identitas.sop.clone(),
                Key::DisahkanOleh => identitas.disahkan_oleh.clone().unwrap_or_default(),
                _ if identitas.tidak_ada.contains(&Key::Nomor) => "-".to_owned(),
                _ => identitas.nomor.clone().unwrap_or_default(),
            };
            let value = match field {
                Key::Sop => Value::Text(fit.block(field, label, &value, width, Face::Bold, 0, 6)),
                Key::DisahkanOleh => {
                    let nip = identitas.nip.as_deref().map(nip);
                    let signer = [
                        (Key::NamaPejabat, "Nama pejabat", identitas.nama_pejabat.clone(), Face::Bold),
                        (Key::Pangkat, "Pangkat", identitas.pangkat.clone(), plain),
                        (Key::Nip, "NIP", nip, plain),
                    ];
                    let signer = signer.map(|(key, label, text, face)| {
                        (key, fit.block(key, label, &text.unwrap_or_default(), width, face, 0, 2))
                    });
                    let title = fit.block(field, label, &value, width, plain, 0, 4);
                    Value::Approval { title, signer: signer.into() }
                }
                _ => Value::Text(fit.block(field, label, &value, width, plain, 0, 2)),
            };
            let width = label_width - PAD_X * 2;
            let mut label = Block::new(label, width, plain, size);
            label.shorten(if tight { 2 } else { 4 }, width);
            Row { field, label, value }
        });
        let agency = agency(identitas, columns.middle - columns.left - PAD_X * 4, &mut fit);
        let none = identitas.tidak_ada.contains(&Key::Logo);
        let logo = if none { Len::ZERO } else { LOGO.1 + LOGO_GAP };
        Head { columns, tab, logo, agency, rows: rows.into(), overflow: fit.overflow }
    }

    /// The least height that holds both sides.
    pub fn height(&self) -> Len {
        let rows = self.rows.iter().map(Row::height).sum::<Len>();
        rows.max(self.agency_height() + PAD_Y * 4)
    }

    fn agency_height(&self) -> Len {
        let gaps = AGENCY_GAP * i32::try_from(self.agency.len()).unwrap_or(i32::MAX);
        self.logo + gaps + self.agency.iter().map(|(_, block)| block.height()).sum()
    }

    /// Draws the head `extra` higher than it need be; the signature gains. Returns the lower edge.
    pub fn draw(&self, sheet: &mut Sheet, logo: Option<&Arc<Image>>, extra: Len) -> Len {
        let Columns { middle, right, top, .. } = self.columns;
        let bottom = top + self.height() + extra;
        let slack = bottom - top - self.rows.iter().map(Row::height).sum();
        self.draw_agency(sheet, logo, bottom);
        sheet.down(middle, top, bottom);
        sheet.down(self.tab, top, bottom);
        let mut y = top;
        for (index, row) in self.rows.iter().enumerate() {
            let given = if matches!(row.value, Value::Approval { .. }) { slack } else { Len::ZERO };
            let height = row.height() + given;
            if index > 0 {
                sheet.across(middle, right, y);
            }
            row.draw(sheet, (middle, self.tab, right), y, height);
            y += height;
        }
        bottom
    }

    fn draw_agency(&self, sheet: &mut Sheet, logo: Option<&Arc<Image>>, bottom: Len) {
        let Columns { left, middle, top, .. } = self.columns;
        let mut y = top + (bottom - top - self.agency_height()) / 2;
        if let Some(image) = logo {
            sheet.logo(image, (left, y), (middle - left, LOGO.1), LOGO);
        }
        y += self.logo;
        for (mark, block) in &self.agency {
            let inner = middle - left - PAD_X * 4;
            sheet.block(left + PAD_X * 2, y, inner, Align::Centre, block, mark);
            y += block.height() + AGENCY_GAP;
        }
    }
}

/// The number of a civil servant, named as what it is.
pub fn nip(number: &str) -> String {
    let named = number.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("nip"));
    if named { number.to_owned() } else { format!("NIP {number}") }
}

/// Between the logo and the agency's name.
const LOGO_GAP: Len = Len::mm(4);

/// Between its levels.
const AGENCY_GAP: Len = Len::um(800);

/// Levels of the agency, highest first, then the unit; the office itself is set largest.
fn agency(identitas: &Identitas, width: Len, fit: &mut Fit) -> Vec<(Mark, Block)> {
    let most = if fit.tight { 3 } else { 6 };
    let levels = &identitas.instansi;
    let mut blocks = Vec::new();
    for (index, name) in levels.iter().enumerate() {
        let lines = if index < most { 3 } else { 0 };
        let (face, larger) = if index + 1 == levels.len() { (Face::Bold, 30) } else { (Face::Regular, 20) };
        let block = fit.block(Key::Instansi, "Instansi", name, width, face, larger, lines);
        blocks.push((mark(Key::Instansi, FieldPart::Value(index + 1)), block));
    }
    if let Some(unit) = &identitas.unit {
        let block = fit.block(Key::Unit, "Unit kerja", unit, width, Face::Regular, 15, 3);
        blocks.push((mark(Key::Unit, FieldPart::Value(1)), block));
    }
    blocks
}

impl Row {
    fn height(&self) -> Len {
        let value = match &self.value {
            Value::Text(block) => block.height(),
            Value::Approval { title, signer } => {
                let signer: Len = signer.iter().map(|(_, block)| block.height()).sum();
                // An empty form keeps room for title, name and NIP written by hand.
                let line = leading(title.size);
                title.height().max(line) + SIGNATURE + signer.max(line * 2)
            }
        };
        (value.max(self.label.height()) + PAD_Y * 2).max(leading(self.label.size).scale(ROW, 100))
    }

    fn draw(&self, sheet: &mut Sheet, (label_x, tab, right): (Len, Len, Len), y: Len, height: Len) {
        let label = mark(self.field, FieldPart::Label);
        let (x, width) = (tab + PAD_X, right - tab - PAD_X * 2);
        let middle = |block: &Block| y + (height - block.height()) / 2;
        match &self.value {
            Value::Text(block) => {
                sheet.block(label_x + PAD_X, middle(&self.label), width, Align::Left, &self.label, &label);
                let value = mark(self.field, FieldPart::Value(1));
                sheet.block(x, middle(block), width, Align::Left, block, &value);
            }
            Value::Approval { title, signer } => {
                let y = y + PAD_Y;
                sheet.block(label_x + PAD_X, y, width, Align::Left, &self.label, &label);
                let value = |key| mark(key, FieldPart::Value(1));
                sheet.block(x, y, width, Align::Centre, title, &value(self.field));
                let lower: Len = signer.iter().map(|(_, block)| block.height()).sum();
                let mut at = y + height - PAD_Y * 2 - lower;
                for (key, block) in signer {
                    sheet.block(x, at, width, Align::Centre, block, &value(*key));
                    at += block.height();
                    if *key == Key::NamaPejabat {
                        sheet.under_name(x, width, at, block);
                    }
                }
            }
        }
    }
}

/// Sets texts into their places and keeps what is left over.
struct Fit {
    size: FontSize,
    tight: bool,
    overflow: Vec<Overflow>,
}

impl Fit {
    /// `larger` in tenths of a point over the body's size; `most` lines, a third of them where it is tight.
    #[expect(clippy::too_many_arguments, reason = "one call a line reads as the table of the head's places")]
    fn block(
        &mut self,
        field: Key,
        label: &str,
        text: &str,
        width: Len,
        face: Face,
        larger: u16,
        most: usize,
    ) -> Block {
        let mut block = Block::new(text, width, face, FontSize::tenths(self.size.to_tenths() + larger));
        let most = if self.tight { most.div_ceil(3) } else { most };
        if let Some(text) = block.split(most) {
            self.overflow.push(Overflow { field, label: label.to_owned(), text });
        }
        block
    }
}
