//! The register as a workbook (XLSX) that an office can sort, filter and print.

use super::list::Line;
use crate::text::{Lang, Text};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

/// Heads and widths in characters.
const COLUMNS: [(Text, f64); 13] = [
    (Text { id: "No", en: "No" }, 5.0),
    (Text { id: "Nomor SOP", en: "Number" }, 28.0),
    (Text { id: "Nama SOP", en: "Title" }, 48.0),
    (Text { id: "Unit", en: "Unit" }, 32.0),
    (Text { id: "Tanggal Pembuatan", en: "Made" }, 18.0),
    (Text { id: "Tanggal Revisi", en: "Revised" }, 18.0),
    (Text { id: "Tanggal Efektif", en: "In force" }, 18.0),
    (Text { id: "Disahkan oleh", en: "Approved by" }, 32.0),
    (Text { id: "Waktu", en: "Time" }, 24.0),
    (Text { id: "Galat", en: "Errors" }, 9.0),
    (Text { id: "Peringatan", en: "Warnings" }, 12.0),
    (Text { id: "Saran", en: "Advice" }, 9.0),
    (Text { id: "Berkas", en: "File" }, 36.0),
];

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
    book.set_properties(&DocProperties::new().set_title("Daftar SOP").set_creation_datetime(&day));
    let head = Format::new().set_bold().set_text_wrap().set_border(FormatBorder::Thin);
    let head = head
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color("D9E2F3");
    let cell = Format::new().set_text_wrap().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
    let sheet = book.add_worksheet();
    sheet.set_name("Daftar SOP")?;
    for (column, (text, width)) in (0u16..).zip(&COLUMNS) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, text.pattern(lang), &head)?;
    }
    for (row, line) in (1u32..).zip(lines) {
        let [file, texts @ ..] = line.texts();
        sheet.write_number_with_format(row, 0, f64::from(row), &cell)?;
        for (column, text) in (1u16..).zip(texts) {
            sheet.write_string_with_format(row, column, text, &cell)?;
        }
        for (column, count) in (9u16..).zip([line.galat, line.peringatan, line.saran]) {
            sheet.write_number_with_format(row, column, count as f64, &cell)?;
        }
        sheet.write_string_with_format(row, 12, file, &cell)?;
    }
    let last = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last, 12)?;
    sheet.set_freeze_panes(1, 3)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    book.save_to_buffer()
}
