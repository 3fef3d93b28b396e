//! Workbooks: a form that was filled in, where its cells have names, or a table like that of the CSV.

use super::buku::{self, Buku, Cells, Left};
use super::isian::Isian;
use super::paket::{Fault, MOST, Most};
use super::tabel::{self, Baris, Sel};
use super::{Acuan, whole};
use crate::forms::names;
use crate::rekam::{Bacaan, Kata};
use std::collections::BTreeMap;

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
    let mut buku = Buku::open(bytes, most)?;
    let names = buku.defined.iter();
    let defined = names.filter_map(|(name, at)| Some((names::of_cell(name)?, at.clone()))).collect();
    let mut out = Book { defined, sheets: BTreeMap::new(), tables: Vec::new() };
    let mut left = Left { cells: most.cells, text: most.text };
    for (name, part) in std::mem::take(&mut buku.sheets) {
        let cells = buku.cells(&part, &mut left)?;
        if out.defined.is_empty() {
            let rows = rows(&cells, &mut left).ok_or(Fault::Large)?;
            out.tables.extend((!rows.is_empty()).then_some(rows));
        } else {
            out.sheets.insert(name, cells);
        }
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
    let (row, column) = buku::address(&cell)?;
    Some((sheet, row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    const RELS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const BOOK_RELS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"/></row><row r="2"><c r="E2" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
    const SHARED: &str = r#"<sst uniqueCount="1"><si><t>nama</t></si></sst>"#;
    const STYLES: &str = r#"<styleSheet><fonts><font><name val="Arial"/></font></fonts><cellXfs><xf fontId="0"/><xf/></cellXfs></styleSheet>"#;

    /// A workbook whose sheet, texts and formats are these.
    fn packed(sheet: &str, shared: &str, styles: &str) -> Vec<u8> {
        package(
            r#"<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>"#,
            sheet,
            shared,
            styles,
        )
    }

    fn package(book: &str, sheet: &str, shared: &str, styles: &str) -> Vec<u8> {
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
        let exact = Most { parts: 6, part: longest, all, cells: 3 + 4, text: 8 };
        assert_eq!(fault(&exact, &bytes), None);
        let beyond: [fn(Most) -> Most; 5] = [
            |it| Most { parts: it.parts - 1, ..it },
            |it| Most { part: it.part - 1, ..it },
            |it| Most { all: it.all - 1, ..it },
            |it| Most { cells: it.cells - 1, ..it },
            |it| Most { text: it.text - 1, ..it },
        ];
        for (at, less) in beyond.into_iter().enumerate() {
            assert_eq!(fault(&less(exact), &bytes), Some(Fault::Large), "limit {at}");
        }
    }

    #[test]
    fn a_claim_is_not_believed() {
        let bytes = packed(SHEET, &SHARED.replace("\"1\"", "\"18446744073709551615\""), STYLES);
        assert_eq!(fault(&MOST, &bytes), None);
        let zeros = packed(SHEET, &SHARED.replace("nama", &" ".repeat(1 << 20)), STYLES);
        assert!(zeros.len() < 8 << 10, "{}", zeros.len());
        assert_eq!(fault(&MOST, &zeros), None);
        assert_eq!(fault(&Most { part: 1 << 20, ..MOST }, &zeros), Some(Fault::Large));
        // What it says of its size stands twice; a larger part than said is no part.
        for (size, answer) in [(1_000u32, Fault::Broken), (65 << 20, Fault::Large)] {
            assert_eq!(fault(&MOST, &lying(zeros.clone(), size)), Some(answer), "{size}");
        }
    }

    #[test]
    fn a_part_that_many_sheets_share_is_counted_for_each() {
        let sheets = r#"<sheet name="A" r:id="rId1"/>"#.repeat(100);
        let book = format!("<workbook><sheets>{sheets}</sheets></workbook>");
        let bytes = package(&book, SHEET, SHARED, STYLES);
        let length = [RELS, BOOK_RELS, SHARED, STYLES, &book].map(str::len).iter().sum::<usize>();
        let all = (length + 100 * SHEET.len()) as u64;
        assert_eq!(fault(&Most { all, ..MOST }, &bytes), None);
        assert_eq!(fault(&Most { all: all - 1, ..MOST }, &bytes), Some(Fault::Large));
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
        let words = SHEET
            .replace("<c r=\"C1\"/>", "<c r=\"C1\" t=\"inlineStr\"><is><t>faktor r = nilai</t></is></c>");
        assert_eq!(fault(&MOST, &packed(&words, SHARED, STYLES)), None);
    }

    /// What the cells of a sheet say, by their addresses.
    fn said(cells: &str, shared: &str, styles: &str) -> Result<Vec<(u32, u32, String)>, Fault> {
        let sheet = format!("<x:worksheet><x:sheetData>{cells}</x:sheetData></x:worksheet>");
        let bytes = packed(&sheet, shared, styles);
        let mut buku = Buku::open(&bytes, &MOST)?;
        let cells = buku.cells("xl/worksheets/sheet1.xml", &mut Left { cells: 100, text: 1_000 })?;
        Ok(cells.into_iter().map(|((row, column), text)| (row, column, text)).collect())
    }

    #[test]
    fn every_kind_of_cell_is_read() {
        let shared = "<sst><si><t> satu </t></si><si><r><t xml:space=\"preserve\">dua </t></r><rPh><t>ni</t></rPh>\
                      <r><t>tiga_x000D_&amp;&#233;</t></r></si><si/></sst>";
        let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><cellStyleXfs>\
                      <xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>\
                      <xf numFmtId=\"46\"/></cellXfs></styleSheet>";
        let cells = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>\
                     <x:row r=\"4\"><x:c r=\"B4\" t=\"inlineStr\"><x:v>lama</x:v><x:is><x:t>baru</x:t></x:is></x:c><c><v>7.50</v></c>\
                     <c s=\"1\"><f>TODAY()</f><v>46083</v></c><c s=\"2\"><v>1.25</v></c><c s=\"9\"><v>1e3</v></c></x:row>\
                     <row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"str\"><f>A1</f>\
                     <v>a&lt;b </v></c><c t=\"d\"><v>2026-03-02T08:20</v></c><c><v>kira-kira</v></c><c><f>A1</f><v/></c></row>";
        let expected = [
            (0, 0, "satu"),
            (0, 1, "dua tiga\r&é"),
            (0, 2, ""),
            (3, 1, "baru"),
            (3, 2, "7.5"),
            (3, 3, "2026-03-02"),
            (3, 4, "30:00"),
            (3, 5, "1000"),
            (4, 0, "x"),
            (4, 1, ""),
            (4, 2, "#REF!"),
            (4, 3, "a<b "),
            (4, 4, "2026-03-02T08:20"),
            (4, 5, "kira-kira"),
        ];
        let expected = expected.map(|(row, column, text)| (row, column, text.to_owned()));
        assert_eq!(said(cells, shared, styles).as_deref(), Ok(&expected[..]));
        for wrong in [
            "<c t=\"s\"><v>9</v></c>",
            "<c t=\"b\"><v>7</v></c>",
            "<c t=\"z\"><v>1</v></c>",
            "<c><v>1</c>",
            "&x;",
        ] {
            assert_eq!(said(wrong, shared, styles), Err(Fault::Broken), "{wrong}");
        }
    }

    #[test]
    fn an_address_is_a_row_and_a_column() {
        assert_eq!(address("'Lembar Kendali'!$G$12"), Some(("Lembar Kendali".to_owned(), 11, 6)));
        assert_eq!(address("A!$AA$1:$AB$2"), Some(("A".to_owned(), 0, 26)));
        assert_eq!(address("A!#REF!"), None);
    }
}
