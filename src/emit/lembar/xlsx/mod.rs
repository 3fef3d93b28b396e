//! A form as a workbook: a cell for every box and every place to write, named so that `sop rekam` finds it again,
//! outcomes to choose from a list, the head of the table repeated on every page.

mod blocks;
mod table;

use super::words as w;
use crate::emit::Options;
use crate::forms::names;
use crate::forms::{Blank, BlankKind, Field, Form, Part, Signer, Table, Value};
use crate::layout::FORCED_NOTE;
use crate::layout::fill::sides;
use crate::layout::paper::PAPERS;
use crate::text::{Lang, for_a_cell};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Image, Workbook,
    Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// The bytes of the workbook; the same form gives the same bytes.
///
/// # Panics
///
/// Only for our own bugs: more rows than a sheet has.
pub fn xlsx(form: &Form, options: &Options) -> Vec<u8> {
    write(form, options).unwrap_or_else(|error| panic!("bug: a form as a workbook: {error}"))
}

/// Height of a line in the typeface of the sheet, in points.
const LINE: f64 = 12.5;
/// Width of a box, in digits.
const BOX: f64 = 3.6;
/// Digits a millimetre: 128 between the margins of a landscape A4 page at full size.
const DIGITS: f64 = 128.0 / 272.0;
/// What the margins take of the long side, in millimetres.
const MARGINS: f64 = 25.0;
/// The papers as workbooks number them. F4 is a millimetre off the folio of 8.5 by 13 inches, which it is sold as.
const SIZES: [(&str, u8); 5] = [("f4", 14), ("a4", 9), ("a3", 8), ("legal", 5), ("letter", 1)];
const TICK: &str = "✓";
const LISTS: &str = "Pilihan";

struct Looks {
    plain: Format,
    bold: Format,
    title: Format,
    head: Format,
    cell: Format,
    strong: Format,
    centre: Format,
    tick: Format,
    band: Format,
    write: Format,
    date: Format,
    moment: Format,
}

impl Looks {
    fn new() -> Looks {
        let plain =
            Format::new().set_font_name("Arial").set_font_size(9).set_text_wrap().set_align(FormatAlign::Top);
        let bordered = plain.clone().set_border(FormatBorder::Thin);
        let write = bordered.clone().set_unlocked();
        Looks {
            bold: plain.clone().set_bold(),
            title: plain.clone().set_bold().set_font_size(13),
            head: bordered
                .clone()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color("E8E8E8"),
            strong: bordered.clone().set_bold(),
            centre: bordered.clone().set_bold().set_align(FormatAlign::Center),
            tick: write.clone().set_align(FormatAlign::Center),
            band: bordered.clone().set_bold().set_background_color("F3F3F3"),
            date: write.clone().set_num_format("yyyy-mm-dd"),
            moment: write.clone().set_num_format("yyyy-mm-dd hh:mm"),
            cell: bordered,
            write,
            plain,
        }
    }
}

struct Book<'a> {
    form: &'a Form,
    lang: Lang,
    looks: Looks,
    sheet: Worksheet,
    name: String,
    /// The paper, as workbooks number it.
    paper: u8,
    /// Width of the sheet, in digits.
    width: f64,
    /// Columns of the sheet.
    columns: u16,
    row: u32,
    /// Names of cells, with their places.
    cells: Vec<(String, u32, u16)>,
    /// Lists to choose from, each once, with its column.
    lists: BTreeMap<Vec<String>, u16>,
}

fn write(form: &Form, options: &Options) -> Result<Vec<u8>, XlsxError> {
    let lang = options.lang;
    let (short, long) = sides(&options.config);
    let paper = PAPERS.iter().find(|it| (it.width, it.height) == (short, long));
    let number = SIZES.iter().find(|(name, _)| paper.is_some_and(|paper| paper.name == *name));
    let mut book = Workbook::new();
    // Without a day of its own the library would write today's.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = form.sop.as_deref().unwrap_or(&form.judul);
    book.set_properties(
        &DocProperties::new().set_title(title).set_subject(&form.judul).set_creation_datetime(&day),
    );
    let name = sheet_name(&form.judul);
    let mut sheet = Worksheet::new();
    sheet.set_name(&name)?;
    let mut made = Book {
        form,
        lang,
        looks: Looks::new(),
        sheet,
        name,
        paper: number.map_or(9, |(_, number)| *number),
        width: (f64::from(long.to_um()) / 1000.0 - MARGINS) * DIGITS,
        columns: 1,
        row: 0,
        cells: Vec::new(),
        lists: BTreeMap::new(),
    };
    made.all()?;
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
        let at = format!("='{}'!${}${}", name.replace('\'', "''"), letters(column), row + 1);
        book.define_name(names::cell(&field), &at)?;
    }
    book.save_to_buffer()
}

/// At most 31 characters, and none that a sheet's name may not have.
fn sheet_name(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(31).collect();
    if kept.trim().is_empty() { "SOP".to_owned() } else { kept.trim().to_owned() }
}

fn letters(column: u16) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    if column < 26 { last.to_string() } else { letters(column / 26 - 1) + &last.to_string() }
}

impl Book<'_> {
    fn all(&mut self) -> Result<(), XlsxError> {
        let form = self.form;
        let tables: Vec<&Table> = form
            .parts
            .iter()
            .filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None })
            .collect();
        // The widest table says how wide the columns are; there is one in every form that has any.
        let widest = tables.iter().max_by_key(|table| table.columns.len());
        let places = widest.map(|table| self.places(table)).transpose()?;
        if places.is_none() {
            for (column, width) in (0u16..).zip([30.0, 60.0, 30.0]) {
                self.sheet.set_column_width(column, width)?;
            }
            self.columns = 3;
        }
        self.head()?;
        form.parts.iter().try_for_each(|part| self.part(part))?;
        self.signers()?;
        if !form.after.is_empty() {
            self.row += 1;
        }
        form.after.iter().try_for_each(|part| self.part(part))?;
        self.page()
    }

    fn part(&mut self, part: &Part) -> Result<(), XlsxError> {
        match part {
            Part::Heading(text) => self.wide(text, &self.looks.bold.clone())?,
            Part::Paragraph(text) => self.wide(text, &self.looks.plain.clone())?,
            Part::Fields(fields) => fields.iter().try_for_each(|field| self.field(field))?,
            Part::Ticks { label, items } => {
                self.wide(label, &self.looks.bold.clone())?;
                for tick in items {
                    self.tick(&tick.name, self.row, 0)?;
                    self.words(
                        self.row,
                        self.row,
                        1,
                        self.columns - 1,
                        &tick.label,
                        &self.looks.plain.clone(),
                    )?;
                    self.row += 1;
                }
            }
            Part::List { label, items } => {
                if !label.is_empty() {
                    self.wide(label, &self.looks.bold.clone())?;
                }
                for (number, item) in (1..).zip(items) {
                    let text = if items.len() > 1 { format!("{number}. {item}") } else { item.clone() };
                    self.wide(&text, &self.looks.plain.clone())?;
                }
            }
            Part::Table(table) => {
                let places = self.places(table)?;
                self.table(table, &places)?;
            }
        }
        Ok(())
    }

    fn page(&mut self) -> Result<(), XlsxError> {
        let (page, of) = (w::PAGE.pattern(self.lang), w::OF.pattern(self.lang));
        // An ampersand is a command in a footer.
        let running = self.form.running.replace('&', "&&");
        let running: String = running.chars().take(180).collect();
        self.sheet
            .set_landscape()
            .set_paper_size(self.paper)
            .set_margins(0.55, 0.45, 0.5, 0.6, 0.3, 0.3)
            .set_print_fit_to_pages(1, 0)
            .set_footer(format!("&L&7{running}&R&7{page} &P {of} &N"));
        self.sheet.set_screen_gridlines(false);
        Ok(())
    }

    fn head(&mut self) -> Result<(), XlsxError> {
        let form = self.form;
        if form.forced {
            self.wide(FORCED_NOTE.pattern(self.lang), &self.looks.strong.clone())?;
        }
        let top = self.row;
        for line in &form.instansi {
            self.wide(line, &self.looks.plain.clone())?;
        }
        self.wide(&form.judul, &self.looks.title.clone())?;
        self.sheet.set_row_height(self.row - 1, LINE * 1.6)?;
        for field in &form.head {
            self.field(field)?;
        }
        if let Some(text) = &form.qr
            && let Some(picture) = super::picture(text)
        {
            let image = Image::new_from_buffer(&picture)?.set_alt_text(w::QR.pattern(self.lang));
            let image = image.set_scale_to_size(76.0, 76.0, true);
            self.sheet.insert_image_with_offset(top, self.columns - 1, &image, 2, 2)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A text over the whole width.
    fn wide(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.words(self.row, self.row, 0, self.columns - 1, text, format)?;
        self.sheet.set_row_height(self.row, LINE * lines(text, self.width * 0.85) as f64)?;
        self.row += 1;
        Ok(())
    }

    /// A label, and what belongs to it.
    fn field(&mut self, field: &Field) -> Result<(), XlsxError> {
        let (row, split) = (self.row, (self.columns / 3).max(1));
        self.words(row, row, 0, split - 1, &field.label, &self.looks.plain.clone())?;
        let last = if self.columns > split + 3 { self.columns - 3 } else { self.columns - 1 };
        match &field.value {
            Value::Text(text) => {
                self.words(row, row, split, last, text, &self.looks.bold.clone())?;
                let sidik = self.form.qr.as_deref().is_some_and(|qr| qr.ends_with(&format!(" {text}")));
                if sidik && text.len() == 19 {
                    self.cells.push(("sidik".to_owned(), row, split));
                }
            }
            Value::Blank(blank) => self.blank(blank, &blank.name, (row, row), (split, last))?,
        }
        self.row += 1;
        Ok(())
    }

    /// Text in one cell or over several.
    fn words(
        &mut self,
        top: u32,
        bottom: u32,
        left: u16,
        right: u16,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let text = for_a_cell(text, self.lang);
        if top == bottom && left >= right {
            self.sheet.write_string_with_format(top, left, text, format)?;
        } else {
            self.sheet.merge_range(top, left, bottom, right.max(left), &text, format)?;
        }
        Ok(())
    }

    fn tick(&mut self, name: &str, row: u32, column: u16) -> Result<(), XlsxError> {
        let list = DataValidation::new().allow_list_strings(&[TICK])?;
        self.sheet.write_blank(row, column, &self.looks.tick)?;
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
        self.words(rows.0, rows.1, columns.0, columns.1, "", &format)?;
        self.cells.push((name.to_owned(), rows.0, columns.0));
        Ok(())
    }

    fn signers(&mut self) -> Result<(), XlsxError> {
        let count = u16::try_from(self.form.signers.len()).unwrap_or(1);
        if count == 0 {
            return Ok(());
        }
        let plain = self.looks.plain.clone().set_align(FormatAlign::Center);
        let lines: [fn(&Signer) -> &str; 6] =
            [|it| &it.label, |it| &it.jabatan, |_| "", |it| &it.nama, |it| &it.pangkat, |it| &it.nip];
        let share = (self.columns / count).max(1);
        self.row += 1;
        for (at, line) in lines.iter().enumerate() {
            for (number, signer) in (0u16..).zip(&self.form.signers) {
                let left = number * share;
                let right = (left + share - 1).min(self.columns - 1);
                let text = if at == 3 && line(signer).is_empty() {
                    "(........................)"
                } else {
                    line(signer)
                };
                let format = plain.clone();
                self.words(self.row, self.row, left, right, text, &format)?;
            }
            self.sheet.set_row_height(self.row, if at == 2 { 44.0 } else { LINE })?;
            self.row += 1;
        }
        Ok(())
    }
}

/// How many lines a text takes in so many digits. Not every program makes a row as high as its text.
fn lines(text: &str, width: f64) -> usize {
    // A capital is wider than a digit, and a cell has edges.
    let room = (width * 0.92 - 1.0).max(2.0) as usize;
    text.lines()
        .map(|line| {
            let (mut count, mut used) = (1, 0);
            for word in line.split_whitespace().map(|word| word.chars().count()) {
                if used > 0 && used + 1 + word > room {
                    (count, used) = (count + 1, 0);
                }
                count += word.saturating_sub(1) / room;
                used += word % room.max(1) + usize::from(used > 0);
            }
            count
        })
        .sum::<usize>()
        .max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_that_programs_take() {
        assert_eq!(sheet_name("A/B: [c]'s *?"), "AB cs");
        assert_eq!(sheet_name("Lembar Kendali Pelaksanaan SOP dan lain-lain").chars().count(), 30);
        assert_eq!(letters(0), "A");
        assert_eq!(letters(27), "AB");
    }
}
