//! A form as a workbook: a cell for every box and every place to write, named so that `sop rekam` finds it again,
//! outcomes to choose from a list, the head of the table repeated on every page, pages that cut no row.

mod blocks;
mod head;
mod looks;
mod pages;
mod table;

use super::logo::Logo;
use crate::emit::Options;
use crate::forms::names;
use crate::forms::{Blank, BlankKind, Form, Part, Table};
use crate::layout::fill::{columns, paper, sides};
use crate::layout::wrap::breakable;
use crate::paper::length::Len;
use crate::paper::{PAPERS, PageSetup};
use crate::text::{Lang, for_a_cell, letter};
use blocks::Look;
use looks::Looks;
use pages::Unit;
use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// The bytes of the workbook; the same form gives the same bytes.
///
/// # Panics
///
/// Only for our own bugs: more rows than a sheet has.
pub fn xlsx(form: &Form, options: &Options) -> Vec<u8> {
    write(form, options).unwrap_or_else(|error| panic!("bug: a form as a workbook: {error}"))
}

/// How much smaller than on a screen a sheet is printed that fits its page: letters of 9 points are of 8 there.
const SCALE: f64 = 0.9;
/// A pixel in points.
const POINT: f64 = 0.75;
/// A program sets columns up to so much wider than another.
const WIDER: f64 = 0.93;
/// A sheet that would be printed smaller than this upright lies,
const LEAST_UPRIGHT: f64 = 0.86;
/// unless so small a print, letters of 9 points as of 7, takes fewer pages upright: high rows leave much of a lying page free.
const LEAST_SAVING: f64 = 0.77;
/// A longer form is not laid out twice.
const MOST_TRIED: usize = 200;
/// The papers as workbooks number them. F4 is a millimetre off the folio of 8.5 by 13 inches, which it is sold as.
const SIZES: [(&str, u8); 5] = [("f4", 14), ("a4", 9), ("a3", 8), ("legal", 5), ("letter", 1)];
const TICK: &str = "✓";
const LISTS: &str = "Pilihan";

struct Book<'a> {
    form: &'a Form,
    lang: Lang,
    looks: Looks,
    sheet: Worksheet,
    name: String,
    setup: PageSetup,
    /// Width of each column, in pixels.
    pixels: Vec<f64>,
    /// Height of each row that is done, in points.
    heights: Vec<f64>,
    units: Vec<Unit>,
    /// The row of the table's head, and its height.
    head: Option<(u32, f64)>,
    /// The first unit behind the table's last high row.
    last_rows: usize,
    /// The first unit behind the table; 0 without one.
    table_end: usize,
    row: u32,
    /// Names of cells, with their places.
    cells: Vec<(String, u32, u16)>,
    /// Lists to choose from, each once, with its column.
    lists: BTreeMap<Vec<String>, u16>,
}

fn write(form: &Form, options: &Options) -> Result<Vec<u8>, XlsxError> {
    let lang = options.lang;
    let (short, long) = sides(&options.config);
    let own = PAPERS.iter().find(|it| (it.width, it.height) == (short, long));
    let number = SIZES.iter().find(|(name, _)| own.is_some_and(|own| own.name == *name));
    let mut book = Workbook::new();
    book.set_default_format(&face(), 17, 64)?;
    // Without a day of its own the library would write today's.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = form.sop.as_deref().unwrap_or(&form.judul);
    book.set_properties(
        &DocProperties::new().set_title(title).set_subject(&form.judul).set_creation_datetime(&day),
    );
    let mut made = Book::laid_out(form, options, LEAST_UPRIGHT)?;
    let asked = paper(form, &options.config);
    if made.setup.width != asked.width && made.units.len() <= MOST_TRIED {
        let upright = Book::laid_out(form, options, LEAST_SAVING)?;
        if upright.setup.width == asked.width && upright.breaks().len() < made.breaks().len() {
            made = upright;
        }
    }
    made.page(number.map_or(9, |(_, number)| *number))?;
    let Book { sheet, name, cells, lists, .. } = made;
    book.push_worksheet(sheet);
    if !lists.is_empty() {
        let choices = book.add_worksheet();
        choices.set_name(LISTS)?.set_hidden(true);
        for (items, column) in &lists {
            for (row, item) in (0u32..).zip(items) {
                choices.write_string(row, *column, for_a_cell(item, lang))?;
            }
        }
    }
    for (field, row, column) in cells {
        let at = format!("='{}'!${}${}", name.replace('\'', "''"), column_name(column), row + 1);
        book.define_name(names::cell(&field), &at)?;
    }
    book.save_to_buffer()
}

/// The width of columns is counted in digits of this face, which every program has or has the like of.
fn face() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10)
}

fn inches(length: Len) -> f64 {
    f64::from(length.to_um()) / 25_400.0
}

/// At most 31 characters, and none that a sheet's name may not have.
fn sheet_name(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(31).collect();
    if kept.trim().is_empty() { "SOP".to_owned() } else { kept.trim().to_owned() }
}

/// A column as programs name it: A, B, … Z, AA, …
fn column_name(column: u16) -> String {
    letter(usize::from(column)).to_ascii_uppercase()
}

impl<'a> Book<'a> {
    /// The form in its rows and columns; a sheet that would be printed smaller than `least` upright lies.
    fn laid_out(form: &'a Form, options: &Options, least: f64) -> Result<Book<'a>, XlsxError> {
        let name = sheet_name(&form.judul);
        let mut sheet = Worksheet::new();
        sheet.set_default_format(&face(), 17, 64)?.set_name(&name)?;
        let mut made = Book {
            form,
            lang: options.lang,
            looks: Looks::new(),
            sheet,
            name,
            setup: paper(form, &options.config),
            pixels: Vec::new(),
            heights: Vec::new(),
            units: Vec::new(),
            head: None,
            last_rows: 0,
            table_end: 0,
            row: 0,
            cells: Vec::new(),
            lists: BTreeMap::new(),
        };
        made.columns_of(sides(&options.config), least)?;
        made.title(Logo::of(options).as_ref())?;
        made.parts()?;
        Ok(made)
    }
}

impl Book<'_> {
    /// Gives the sheet its columns, on the long side of the paper where they need it.
    fn columns_of(&mut self, (short, long): (Len, Len), least: f64) -> Result<(), XlsxError> {
        // The widest table says how wide the columns are; there is one in every form that has any.
        let tables = self.form.parts.iter().filter_map(|part| match part {
            Part::Table(table) => Some(table),
            _ => None,
        });
        let widest = tables.max_by_key(|table| table.columns.len());
        let widths = |book: &Book| match widest {
            Some(table) => table::places(table, &book.shares(table), book.room()).1,
            None => [20.0, 30.0, 20.0, 30.0].map(|share| book.room() * share / 100.0).into(),
        };
        self.pixels = widths(self);
        if self.scale() < least && self.setup.width < self.setup.height {
            (self.setup.width, self.setup.height) = (long, short);
            self.pixels = widths(self);
        }
        for (column, pixels) in (0u16..).zip(&self.pixels) {
            self.sheet.set_column_width_pixels(column, pixels.round() as u32)?;
        }
        Ok(())
    }

    /// Between the margins, in pixels of a sheet that is printed at its scale.
    fn room(&self) -> f64 {
        let PageSetup { width, margins, .. } = self.setup;
        inches(width - margins.left - margins.right) * 96.0 / SCALE * WIDER
    }

    /// The columns of a table in pixels, as they are on our own pages.
    fn shares(&self, table: &Table) -> Vec<f64> {
        let PageSetup { width, margins, .. } = self.setup;
        let width = width - margins.left - margins.right;
        let pixels = |own: Len| self.room() * f64::from(own.to_um()) / f64::from(width.to_um());
        columns(table, width).into_iter().map(pixels).collect()
    }

    /// How much smaller than on a screen the sheet is printed.
    fn scale(&self) -> f64 {
        let all: f64 = self.pixels.iter().sum();
        ((SCALE * self.room() / all).min(SCALE) * 100.0).floor().max(10.0) / 100.0
    }

    fn columns(&self) -> u16 {
        u16::try_from(self.pixels.len()).unwrap_or(u16::MAX)
    }

    /// The width of these columns together, in pixels.
    fn across(&self, first: u16, last: u16) -> f64 {
        self.pixels.iter().take(usize::from(last) + 1).skip(first.into()).sum()
    }

    /// The column that begins nearest to this share of the width.
    fn cut(&self, share: f64) -> u16 {
        let wanted = self.across(0, self.columns()) * share;
        let off = |at: u16| (self.across(0, at) - self.pixels[usize::from(at)] - wanted).abs();
        (0..self.columns()).min_by(|a, b| off(*a).total_cmp(&off(*b))).unwrap_or(0)
    }

    /// The first column from this one on before which so many pixels are.
    fn behind(&self, from: u16, pixels: f64) -> u16 {
        let last = self.columns() - 1;
        (from + 1..last).find(|at| self.across(from, at - 1) >= pixels).unwrap_or(last)
    }

    /// The first and the last column between so many pixels at both sides.
    fn between(&self, aside: f64) -> (u16, u16) {
        let all = self.across(0, self.columns());
        let last = self.columns() - 1;
        let left =
            (0..=last).find(|at| *at == 0 && aside <= 0.0 || *at > 0 && self.across(0, at - 1) >= aside);
        let right = (0..=last).rev().find(|at| self.across(0, *at) <= all - aside);
        match (left, right) {
            // The same on both sides would be nearer to the middle, but columns are as the table needs them.
            (Some(left), Some(right)) if left < right && self.across(left, right) > all / 2.0 => {
                (left, right)
            }
            _ => (0, last),
        }
    }

    /// A unit of a page begins in the next row.
    fn begin(&mut self) {
        self.unit(false);
    }

    /// The same, of one that stands on a page with the unit behind it.
    fn begin_with_next(&mut self) {
        self.unit(true);
    }

    fn unit(&mut self, keep: bool) {
        self.units.push(Unit { row: self.row, keep });
    }

    /// Ends a row of this height, in points.
    fn end_row(&mut self, height: f64) -> Result<(), XlsxError> {
        // No program has higher ones.
        let height = ((height * 4.0).ceil() / 4.0).min(409.0);
        self.sheet.set_row_height(self.row, height)?;
        self.heights.push(height);
        self.row += 1;
        Ok(())
    }

    /// Text in one cell or over several; rows and columns from one to another.
    fn words(
        &mut self,
        rows: (u32, u32),
        columns: (u16, u16),
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        // An arrow stays with what it leads to.
        let text = for_a_cell(&breakable(text), self.lang).replace("→ ", "→\u{a0}");
        if rows.0 == rows.1 && columns.0 >= columns.1 {
            self.sheet.write_string_with_format(rows.0, columns.0, text, format)?;
        } else {
            self.sheet.merge_range(rows.0, columns.0, rows.1, columns.1.max(columns.0), &text, format)?;
        }
        Ok(())
    }

    /// Lines of words that do not look alike.
    fn rich(
        &mut self,
        rows: (u32, u32),
        columns: (u16, u16),
        lines: &[(Look, String)],
        format: &Format,
    ) -> Result<(), XlsxError> {
        let text = lines.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("\n");
        let strong = lines.iter().all(|(look, _)| *look == Look::Strong);
        let format = if strong { format.clone().set_bold() } else { format.clone() };
        self.words(rows, columns, &text, &format)?;
        let alike = strong || lines.iter().all(|(look, _)| *look == Look::Plain);
        // What is too long for a cell was cut, and says so.
        if alike || for_a_cell(&text, self.lang) != text {
            return Ok(());
        }
        let lines: Vec<&(Look, String)> = lines.iter().filter(|(_, line)| !line.is_empty()).collect();
        let ended = lines.iter().enumerate().map(|(at, (look, line))| {
            let end = if at + 1 < lines.len() { "\n" } else { "" };
            (*look, format!("{}{end}", breakable(line).replace("→ ", "→\u{a0}")))
        });
        let ended: Vec<(Look, String)> = ended.collect();
        let parts: Vec<(&Format, &str)> = ended
            .iter()
            .map(|(look, text)| {
                let format = match look {
                    Look::Plain => &self.looks.plain,
                    Look::Strong => &self.looks.bold,
                    Look::Label => &self.looks.label,
                    Look::Note => &self.looks.note,
                };
                (format, text.as_str())
            })
            .collect();
        if !parts.is_empty() {
            self.sheet.write_rich_string_with_format(rows.0, columns.0, &parts, &format)?;
        }
        Ok(())
    }

    /// Makes a cell a box to tick.
    fn tick(&mut self, name: &str, row: u32, column: u16) -> Result<(), XlsxError> {
        let list = DataValidation::new().allow_list_strings(&[TICK])?;
        self.sheet.add_data_validation(row, column, row, column, &list)?;
        self.cells.push((name.to_owned(), row, column));
        Ok(())
    }

    fn blank(
        &mut self,
        blank: &Blank,
        name: &str,
        rows: (u32, u32),
        columns: (u16, u16),
    ) -> Result<(), XlsxError> {
        let format = match blank.kind {
            BlankKind::Date => &self.looks.date,
            BlankKind::Moment => &self.looks.moment,
            BlankKind::Text | BlankKind::Lines | BlankKind::Initials => &self.looks.write,
        };
        let format = format.clone();
        self.words(rows, columns, "", &format)?;
        self.cells.push((name.to_owned(), rows.0, columns.0));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_that_programs_take() {
        assert_eq!(sheet_name("A/B: [c]'s *?"), "AB cs");
        assert_eq!(sheet_name("Lembar Kendali Pelaksanaan SOP dan lain-lain").chars().count(), 30);
        assert_eq!(column_name(27), "AB");
    }

    #[test]
    fn every_paper_has_its_number_in_a_workbook() {
        assert!(PAPERS.iter().map(|paper| paper.name).eq(SIZES.map(|(name, _)| name)));
    }
}
