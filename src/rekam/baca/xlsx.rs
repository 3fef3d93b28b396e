//! Workbooks: a form that was filled in, where its cells have names, or a table like that of the CSV.

use super::isian::Isian;
use super::paket::{self, Fault, MOST, Most};
use super::tabel::{self, Baris, Sel};
use super::{Acuan, whole};
use crate::config::Hari;
use crate::forms::names;
use crate::rekam::saat::Saat;
use crate::rekam::{Bacaan, Kata};
use calamine::{DataRef, Reader, Xlsx};
use std::collections::BTreeMap;
use std::io::Cursor;

/// By row and column, from 0.
type Cells = BTreeMap<(u32, u32), String>;

pub(super) fn baca(bytes: &[u8], acuan: &Acuan<'_>) -> Bacaan {
    let book = match read(&MOST, bytes) {
        Ok(book) => book,
        Err(Fault::Broken) => {
            return whole(
                Kata::new(
                    "buku kerja ini rusak, terkunci, atau bukan XLSX",
                    "the workbook is damaged, locked or no XLSX",
                ),
                Kata::new(
                    "buka dengan Excel atau LibreOffice, lalu simpan ulang sebagai XLSX tanpa kata sandi",
                    "open it in Excel or LibreOffice and save it again as XLSX without a password",
                ),
            );
        }
        Err(Fault::Large) => {
            return whole(
                Kata::new(
                    "buku kerja ini jauh lebih besar daripada formulir mana pun",
                    "the workbook is far larger than any form",
                ),
                Kata::new("periksa apakah berkasnya benar", "check whether this is the right file"),
            );
        }
    };
    if !book.defined.is_empty() {
        return form(&book.defined, &book.sheets, acuan);
    }
    // A table may stand on any sheet; the first that has one is read.
    let mut first = None;
    for rows in book.tables {
        let read = tabel::baca(rows, acuan);
        if read.cacat.iter().all(|it| it.berkas.is_some()) {
            return read;
        }
        first.get_or_insert(read);
    }
    first.unwrap_or_else(|| tabel::baca(Vec::new(), acuan))
}

/// A workbook: a form where its cells have names, else a table on each sheet that is not empty.
struct Book {
    defined: Vec<(String, String)>,
    sheets: BTreeMap<String, Cells>,
    tables: Vec<Vec<Baris>>,
}

fn read(most: &Most, bytes: &[u8]) -> Result<Book, Fault> {
    let largest = paket::check(bytes, most)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| Fault::Broken)?;
    let names = book.defined_names().iter();
    let defined = names.filter_map(|(name, at)| Some((names::of_cell(name)?, at.clone()))).collect();
    let mut out = Book { defined, sheets: BTreeMap::new(), tables: Vec::new() };
    let order = book.sheet_names();
    // Each may stand for the largest part.
    if largest.saturating_mul(order.len() as u64) > most.all {
        return Err(Fault::Large);
    }
    let mut left = Left { cells: most.cells, text: most.text };
    for name in order {
        let cells = cells(&mut book, &name, &mut left)?;
        if out.defined.is_empty() {
            let rows = rows(&cells, &mut left).ok_or(Fault::Large)?;
            out.tables.extend((!rows.is_empty()).then_some(rows));
        } else {
            out.sheets.insert(name, cells);
        }
    }
    Ok(out)
}

/// What may still be read.
struct Left {
    cells: usize,
    text: usize,
}

impl Left {
    fn take(&mut self, cells: usize, text: usize) -> Option<()> {
        self.cells = self.cells.checked_sub(cells)?;
        self.text = self.text.checked_sub(text)?;
        Some(())
    }
}

fn cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, left: &mut Left) -> Result<Cells, Fault> {
    let mut out = Cells::new();
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| Fault::Broken)?;
    while let Some(cell) = reader.next_cell().map_err(|_| Fault::Broken)? {
        left.take(1, 0).ok_or(Fault::Large)?;
        // One text may stand in every cell.
        if let DataRef::SharedString(text) = cell.get_value() {
            left.take(0, text.len()).ok_or(Fault::Large)?;
        }
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::String(text) => text.clone(),
            DataRef::SharedString(text) => (*text).to_owned(),
            DataRef::Float(number) => number.to_string(),
            DataRef::Int(number) => number.to_string(),
            DataRef::Bool(truth) => if *truth { "x" } else { "" }.to_owned(),
            DataRef::DateTimeIso(text) => text.clone(),
            DataRef::DateTime(when) if when.is_datetime() => {
                let (year, month, day, hours, minutes, ..) = when.to_ymd_hms_milli();
                let clock = u32::from(hours) * 60 + u32::from(minutes);
                match Hari::of(i64::from(year), u32::from(month), u32::from(day)) {
                    Some(hari) => Saat { hari, menit: (clock > 0).then_some(clock) }.text(),
                    None => when.as_f64().to_string(),
                }
            }
            other => format!("{other:?}"),
        };
        out.insert(cell.get_position(), text);
    }
    Ok(out)
}

/// `None` where the cells stand so far apart that the empty ones between are too many.
fn rows(cells: &Cells, left: &mut Left) -> Option<Vec<Baris>> {
    let mut out: Vec<Baris> = Vec::new();
    for ((row, column), text) in cells {
        let nomor = *row as usize + 1;
        if text.trim().is_empty() || *column > 1_000 {
            continue;
        }
        if out.last().is_none_or(|last| last.nomor != nomor) {
            out.push(Baris { nomor, sel: Vec::new() });
        }
        if let Some(last) = out.last_mut() {
            left.take((*column as usize).saturating_sub(last.sel.len()), 0)?;
            last.sel.resize(*column as usize, Sel::default());
            last.sel.push(Sel::text(text));
        }
    }
    Some(out)
}

fn form(defined: &[(String, String)], sheets: &BTreeMap<String, Cells>, acuan: &Acuan<'_>) -> Bacaan {
    let mut out = Bacaan { tanpa_sidik: true, ..Bacaan::default() };
    let mut isian = Isian::default();
    for (name, at) in defined {
        // A deleted row leaves the name of its cell behind.
        let Some((sheet, row, column)) = address(at) else { continue };
        let Some(text) = sheets.get(&sheet).and_then(|cells| cells.get(&(row, column))) else { continue };
        let sel = at.rsplit('!').next().unwrap_or(at).replace('$', "");
        let letak = Kata::new(format!("sel {sel} (`{name}`)"), format!("cell {sel} (`{name}`)"));
        if name == "sidik" {
            out.tanpa_sidik = false;
            if let Some(fault) = acuan.check_sidik(text, letak) {
                out.cacat.push(fault);
                return out;
            }
        } else {
            isian.put(name, text, letak);
        }
    }
    isian.into_berkas(acuan, &mut out);
    out
}

/// `'Lembar Kendali'!$G$12`, and the first cell of a range.
fn address(text: &str) -> Option<(String, u32, u32)> {
    let (sheet, cell) = text.trim_start_matches('=').rsplit_once('!')?;
    let sheet = sheet.trim_matches('\'').replace("''", "'");
    let cell = cell.split(':').next()?.replace('$', "");
    let letters = cell.chars().take_while(char::is_ascii_uppercase).count();
    let (column, row) = cell.split_at(letters);
    if column.is_empty() || column.len() > 3 {
        return None;
    }
    let column = column.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1) - 1;
    Some((sheet, row.parse::<u32>().ok()?.checked_sub(1)?, column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    const RELS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const BOOK_RELS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"/></row><row r="2"><c r="E2" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
    const SHARED: &str = r#"<sst uniqueCount="1"><si><t>nama</t></si></sst>"#;
    const STYLES: &str = r#"<styleSheet><fonts><font><name val="Arial"/></font></fonts><cellXfs><xf fontId="0"/><xf/></cellXfs></styleSheet>"#;

    /// A workbook whose sheet, texts and formats are these.
    fn packed(sheet: &str, shared: &str, styles: &str) -> Vec<u8> {
        let book = r#"<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>"#;
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [
            ("_rels/.rels", RELS),
            ("xl/workbook.xml", book),
            ("xl/_rels/workbook.xml.rels", BOOK_RELS),
            ("xl/worksheets/sheet1.xml", sheet),
            ("xl/sharedStrings.xml", shared),
            ("xl/styles.xml", styles),
        ] {
            out.start_file(name, SimpleFileOptions::default()).unwrap();
            out.write_all(text.as_bytes()).unwrap();
        }
        out.finish().unwrap().into_inner()
    }

    fn fault(most: &Most, bytes: &[u8]) -> Option<Fault> {
        read(most, bytes).err()
    }

    #[test]
    fn a_workbook_at_a_limit_is_read_and_one_beyond_is_refused() {
        let bytes = packed(SHEET, SHARED, STYLES);
        let longest =
            [RELS, BOOK_RELS, SHEET, SHARED, STYLES].map(str::len).into_iter().max().unwrap() as u64;
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let all = (0..archive.len()).map(|at| archive.by_index_raw(at).unwrap().size()).sum();
        // Three cells, and one that is empty between them and the first column of each row: four in the second.
        let exact = Most {
            parts: 6,
            part: longest,
            all,
            cells: 3 + 4,
            text: 8,
            shared: 1,
            styles: STYLES.len() as u64,
            formats: 2,
            name: r#"name val="Arial"/>"#.len(),
        };
        assert_eq!(fault(&exact, &bytes), None);
        let beyond: [fn(Most) -> Most; 9] = [
            |it| Most { parts: it.parts - 1, ..it },
            |it| Most { part: it.part - 1, ..it },
            |it| Most { all: it.all - 1, ..it },
            |it| Most { cells: it.cells - 1, ..it },
            |it| Most { text: it.text - 1, ..it },
            |it| Most { shared: it.shared - 1, ..it },
            |it| Most { styles: it.styles - 1, ..it },
            |it| Most { formats: it.formats - 1, ..it },
            |it| Most { name: it.name - 1, ..it },
        ];
        for (at, less) in beyond.into_iter().enumerate() {
            assert_eq!(fault(&less(exact), &bytes), Some(Fault::Large), "limit {at}");
        }
    }

    #[test]
    fn a_claim_is_not_believed() {
        let bytes = packed(SHEET, &SHARED.replace("\"1\"", "\"18446744073709551615\""), STYLES);
        assert_eq!(fault(&MOST, &bytes), Some(Fault::Large));
        let zeros = packed(SHEET, &SHARED.replace("nama", &" ".repeat(1 << 20)), STYLES);
        assert!(zeros.len() < 8 << 10, "{}", zeros.len());
        assert_eq!(fault(&MOST, &zeros), None);
        assert_eq!(fault(&Most { part: 1 << 20, ..MOST }, &zeros), Some(Fault::Large));
        // What it says of its size stands twice; a larger part than said is no part.
        for (size, answer) in [(1_000u32, Fault::Broken), (65 << 20, Fault::Large)] {
            assert_eq!(fault(&MOST, &lying(zeros.clone(), size)), Some(answer), "{size}");
        }
    }

    /// The archive, which says that its texts have so many bytes.
    fn lying(mut bytes: Vec<u8>, size: u32) -> Vec<u8> {
        let name = b"xl/sharedStrings.xml";
        let at: Vec<usize> = memchr::memmem::find_iter(&bytes, name).collect();
        let [local, central] = at[..] else { panic!("{at:?}") };
        // Before the name: 30 bytes with the size at 22, and 46 with the size at 24.
        for place in [local - 30 + 22, central - 46 + 24] {
            bytes[place..place + 4].copy_from_slice(&size.to_le_bytes());
        }
        bytes
    }

    #[test]
    fn one_text_in_every_cell_is_counted_every_time() {
        let cells = r#"<c t="s"><v>0</v></c>"#.repeat(100);
        let sheet = format!("<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>");
        let bytes = packed(&sheet, &SHARED.replace("nama", &"n".repeat(100)), STYLES);
        assert_eq!(fault(&Most { text: 10_000, ..MOST }, &bytes), None);
        assert_eq!(fault(&Most { text: 9_999, ..MOST }, &bytes), Some(Fault::Large));
    }

    #[test]
    fn a_cell_has_no_address_beyond_the_last_one() {
        for (written, answer) in [
            ("r=\"XFD1048576\"", None),
            ("r=\"A12345678\"", Some(Fault::Broken)),
            ("r = 'ABCD1'", Some(Fault::Broken)),
        ] {
            let bytes = packed(&SHEET.replace("r=\"C1\"", written), SHARED, STYLES);
            assert_eq!(fault(&MOST, &bytes), answer, "{written}");
        }
        let range = SHEET.replace("<sheetData>", "<dimension ref=\"A1:E99999999999\"/><sheetData>");
        assert_eq!(fault(&MOST, &packed(&range, SHARED, STYLES)), Some(Fault::Broken));
        for (range, answer) in
            [("A1:C3", None), ("AC1:AA10", Some(Fault::Broken)), ("A3:B2", Some(Fault::Broken))]
        {
            let sheet = SHEET.replace("<sheetData>", &format!("<dimension ref=\"{range}\"/><sheetData>"));
            assert_eq!(fault(&MOST, &packed(&sheet, SHARED, STYLES)), answer, "{range}");
        }
        let no_cells = "<worksheet><dimension ref=\"mergeCells\"/></worksheet>";
        assert_eq!(fault(&MOST, &packed(no_cells, SHARED, STYLES)), Some(Fault::Broken));
        let words = SHEET
            .replace("<c r=\"C1\"/>", "<c r=\"C1\" t=\"inlineStr\"><is><t>faktor r = nilai</t></is></c>");
        assert_eq!(fault(&MOST, &packed(&words, SHARED, STYLES)), None);
    }

    #[test]
    fn an_address_is_a_row_and_a_column() {
        assert_eq!(address("'Lembar Kendali'!$G$12"), Some(("Lembar Kendali".to_owned(), 11, 6)));
        assert_eq!(address("A!$AA$1:$AB$2"), Some(("A".to_owned(), 0, 26)));
        assert_eq!(address("A!#REF!"), None);
    }
}
