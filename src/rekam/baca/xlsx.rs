//! Workbooks: a form that was filled in, where its cells have names, or a table like that of the CSV.

use super::isian::Isian;
use super::tabel::{self, Baris, Sel};
use super::{Acuan, whole};
use crate::config::Hari;
use crate::forms::names;
use crate::rekam::saat::Saat;
use crate::rekam::{Bacaan, Kata};
use calamine::{DataRef, Reader, Xlsx};
use std::collections::BTreeMap;
use std::io::Cursor;

/// More cells than any office fills in; more unpacked bytes than any form has. Beyond, a file is broken or means harm.
const MOST_CELLS: usize = 2_000_000;
const MOST_BYTES: u64 = 256 << 20;
const MOST_PARTS: usize = 2_000;

/// By row and column, from 0.
type Cells = BTreeMap<(u32, u32), String>;

pub(super) fn baca(bytes: &[u8], acuan: &Acuan<'_>) -> Bacaan {
    let broken = || {
        whole(
            Kata::new(
                "buku kerja ini rusak, terkunci, atau bukan XLSX",
                "the workbook is damaged, locked or no XLSX",
            ),
            Kata::new(
                "buka dengan Excel atau LibreOffice, lalu simpan ulang sebagai XLSX tanpa kata sandi",
                "open it in Excel or LibreOffice and save it again as XLSX without a password",
            ),
        )
    };
    let large = || {
        whole(
            Kata::new(
                "buku kerja ini jauh lebih besar daripada formulir mana pun",
                "the workbook is far larger than any form",
            ),
            Kata::new("periksa apakah berkasnya benar", "check whether this is the right file"),
        )
    };
    let Ok(mut packed) = zip::ZipArchive::new(Cursor::new(bytes)) else { return broken() };
    let parts = packed.len();
    let sizes =
        (0..parts.min(MOST_PARTS)).map(|at| packed.by_index_raw(at).map_or(MOST_BYTES, |part| part.size()));
    if sizes.fold(0, u64::saturating_add) >= MOST_BYTES || parts > MOST_PARTS {
        return large();
    }
    let Ok(mut book) = Xlsx::new(Cursor::new(bytes)) else { return broken() };
    let defined: Vec<(String, String)> = book
        .defined_names()
        .iter()
        .filter_map(|(name, at)| Some((names::of_cell(name)?, at.clone())))
        .collect();
    let mut sheets: BTreeMap<String, Cells> = BTreeMap::new();
    let mut left = MOST_CELLS;
    let order = book.sheet_names();
    for name in &order {
        match cells(&mut book, name, &mut left) {
            Some(cells) => _ = sheets.insert(name.clone(), cells),
            None if left == 0 => return large(),
            None => return broken(),
        }
    }
    if !defined.is_empty() {
        return form(&defined, &sheets, acuan);
    }
    // A table may stand on any sheet; the first that has one is read.
    let mut first = None;
    for name in &order {
        let rows = rows(&sheets[name]);
        if rows.is_empty() {
            continue;
        }
        let read = tabel::baca(rows, acuan);
        if read.cacat.iter().all(|it| it.berkas.is_some()) {
            return read;
        }
        first.get_or_insert(read);
    }
    first.unwrap_or_else(|| tabel::baca(Vec::new(), acuan))
}

fn cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, left: &mut usize) -> Option<Cells> {
    let mut out = Cells::new();
    let mut reader = book.worksheet_cells_reader(sheet).ok()?;
    while let Some(cell) = reader.next_cell().ok()? {
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
        *left = left.checked_sub(1)?;
        out.insert(cell.get_position(), text);
    }
    Some(out)
}

fn rows(cells: &Cells) -> Vec<Baris> {
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
            last.sel.resize(*column as usize, Sel::default());
            last.sel.push(Sel::text(text));
        }
    }
    out
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

    #[test]
    fn an_address_is_a_row_and_a_column() {
        assert_eq!(address("'Lembar Kendali'!$G$12"), Some(("Lembar Kendali".to_owned(), 11, 6)));
        assert_eq!(address("A!$AA$1:$AB$2"), Some(("A".to_owned(), 0, 26)));
        assert_eq!(address("A!#REF!"), None);
    }
}
