//! The register as a workbook (XLSX) that an office can sort, filter and print.

use super::list::Line;
use crate::text::{Lang, Text, for_a_cell};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

/// Heads and widths in characters.
const COLUMNS: [(Text, f64); 13] = [
    (Text { id: "No", en: "No" }, 5.0),
    (Text { id: "Nomor SOP", en: "Number" }, 26.0),
    (Text { id: "Nama SOP", en: "Title" }, 36.0),
    (Text { id: "Unit", en: "Unit" }, 26.0),
    (Text { id: "Tanggal Pembuatan", en: "Made" }, 13.0),
    (Text { id: "Tanggal Revisi", en: "Revised" }, 13.0),
    (Text { id: "Tanggal Efektif", en: "In force" }, 13.0),
    (Text { id: "Disahkan oleh", en: "Approved by" }, 24.0),
    (Text { id: "Waktu", en: "Time" }, 20.0),
    (Text { id: "Galat", en: "Errors" }, 7.0),
    (Text { id: "Peringatan", en: "Warnings" }, 11.0),
    (Text { id: "Saran", en: "Advice" }, 7.0),
    (Text { id: "Berkas", en: "File" }, 28.0),
];

const TITLE: Text = Text { id: "Daftar SOP", en: "Register of SOPs" };
/// At the foot of each page.
const PAGES: Text = Text { id: "Halaman &P dari &N", en: "Page &P of &N" };

/// The bytes of the workbook; the same lines give the same bytes.
///
/// # Panics
///
/// Only for our own bugs: more lines than a sheet has rows.
pub fn xlsx(lines: &[Line<'_>], lang: Lang) -> Vec<u8> {
    write(lines, lang).unwrap_or_else(|error| panic!("bug: the register as a workbook: {error}"))
}

fn write(lines: &[Line<'_>], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Without a day of its own the library would write today's.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = TITLE.pattern(lang);
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&day));
    let head = Format::new().set_bold().set_text_wrap().set_border(FormatBorder::Thin);
    let head = head
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color("D9E2F3");
    let cell = Format::new().set_text_wrap().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
    // A number at the right edge would run into the text beside it.
    let number = cell.clone().set_align(FormatAlign::Center);
    let sheet = book.add_worksheet();
    sheet.set_name(title)?;
    for (column, (text, width)) in (0u16..).zip(&COLUMNS) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, text.pattern(lang), &head)?;
    }
    sheet.set_row_height(0, LINE * 2.0)?;
    for (row, line) in (1u32..).zip(lines) {
        let [file, texts @ ..] = line.texts();
        let cells = (1usize..).zip(texts).chain([(COLUMNS.len() - 1, file)]);
        let high = cells.map(|(column, text)| height(text, COLUMNS[column].1)).max().unwrap_or(1);
        sheet.set_row_height(row, LINE * high as f64)?;
        sheet.write_number_with_format(row, 0, f64::from(row), &number)?;
        for (column, text) in (1u16..).zip(texts) {
            sheet.write_string_with_format(row, column, for_a_cell(text, lang), &cell)?;
        }
        for (column, count) in (9u16..).zip([line.galat, line.peringatan, line.saran]) {
            sheet.write_number_with_format(row, column, count as f64, &number)?;
        }
        sheet.write_string_with_format(row, 12, for_a_cell(file, lang), &cell)?;
    }
    let last = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last, 12)?;
    sheet.set_freeze_panes(1, 3)?;
    sheet
        .set_landscape()
        .set_margins(0.4, 0.4, 0.65, 0.65, 0.3, 0.3)
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_header(format!("&C&B{title}"))
        .set_footer(format!("&R{}", PAGES.pattern(lang)))
        .set_print_area(0, 0, last, 12)?
        .set_repeat_rows(0, 0)?;
    book.save_to_buffer()
}

/// Height of a line in the typeface that workbooks begin with, in points.
const LINE: f64 = 15.0;

/// How many lines a text takes in a column of so many digits' width. Not every program makes a row as high as its text.
fn height(text: &str, width: f64) -> usize {
    // A capital is wider than a digit, and a cell has edges.
    let room = width as usize - 3;
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace().map(|word| word.chars().count()) {
        if used > 0 && used + 1 + word > room {
            (lines, used) = (lines + 1, 0);
        }
        // A word longer than the column is cut by the program.
        lines += word.saturating_sub(1) / room;
        used += word % room.max(1) + usize::from(used > 0);
    }
    lines
}
