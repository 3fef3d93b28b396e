//! CSV as spreadsheets write it: commas, semicolons or tabs, quotes where a cell holds one of them.

use super::{Acuan, tabel};
use crate::rekam::{Bacaan, Kata};
use tabel::{Baris, Sel};

pub(super) fn baca(text: &str, acuan: &Acuan<'_>) -> Bacaan {
    let mark = separator(text);
    let rows = match rows(text, mark) {
        Ok(rows) => rows,
        Err(line) => {
            return super::whole(
                Kata::new(
                    format!("tanda kutip yang dibuka pada baris {line} tidak pernah ditutup"),
                    format!("the quote that is opened on line {line} is never closed"),
                ),
                Kata::new("tutup dengan `\"`", "close it with `\"`"),
            );
        }
    };
    tabel::baca(rows, acuan)
}

/// Whichever the first line has most of.
fn separator(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: char| first.chars().filter(|c| *c == mark).count();
    [',', ';', '\t'].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(',')
}

/// Lines with their numbers; the line of a quote that is never closed otherwise.
fn rows(text: &str, mark: char) -> Result<Vec<Baris>, usize> {
    let (mut out, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut start) = (1, 1);
    let mut opened = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, opened) {
            ('"', Some(_)) if chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            ('"', Some(_)) => opened = None,
            ('"', None) if cell.is_empty() => opened = Some(line),
            ('\r', None) if chars.peek() == Some(&'\n') => {}
            ('\n', None) => {
                cells.push(Sel::text(&cell));
                cell.clear();
                out.push(Baris { nomor: start, sel: std::mem::take(&mut cells) });
                line += 1;
                start = line;
            }
            (c, None) if c == mark => {
                cells.push(Sel::text(&cell));
                cell.clear();
            }
            (c, _) => {
                line += usize::from(c == '\n');
                cell.push(c);
            }
        }
    }
    if let Some(line) = opened {
        return Err(line);
    }
    if !cell.is_empty() || !cells.is_empty() {
        cells.push(Sel::text(&cell));
        out.push(Baris { nomor: start, sel: cells });
    }
    out.retain(|row| row.sel.iter().any(|cell| !cell.is_empty()));
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_may_hold_marks_quotes_and_line_breaks() {
        let text = "a;b\r\n\"x;\"\"y\"\"\n z\";2\n\n3;4";
        let found = rows(text, separator(text)).unwrap();
        let shown: Vec<(usize, Vec<String>)> =
            found.iter().map(|row| (row.nomor, row.sel.iter().map(Sel::shown).collect())).collect();
        let row = |at, cells: &[&str]| (at, cells.iter().map(|cell| (*cell).to_owned()).collect());
        assert_eq!(shown, [row(1, &["a", "b"]), row(2, &["x;\"y\"\n z", "2"]), row(5, &["3", "4"])]);
        assert_eq!(rows("a,b\n\"x,1\n", ','), Err(2));
    }
}
