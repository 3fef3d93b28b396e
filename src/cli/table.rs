//! Tables for the terminal.

use sop::text::{Lang, Text};

/// A cell that is longer pushes away what follows in its line, and not in all others.
const MOST_PADDED: usize = 200;

/// The words over the columns.
pub(super) fn head(texts: &[Text], lang: Lang) -> Vec<String> {
    texts.iter().map(|text| text.pattern(lang).to_owned()).collect()
}

/// Cells under each other, two blanks apart, the last one as long as it is.
pub(super) fn columns(rows: &[Vec<String>], indent: &str) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count)
        .map(|at| {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count());
            cells.filter(|length| *length <= MOST_PADDED).max().unwrap_or(0)
        })
        .collect();
    let line = |row: &Vec<String>| {
        let cells: Vec<String> =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        format!("{indent}{}", cells.join("  ")).trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_may_be_of_any_length() {
        // The formatter refuses to pad to more than 65,535.
        let long = "x".repeat(70_000);
        let rows = [vec![long.clone(), "b".to_owned()], vec!["aaa".to_owned(), "c".to_owned()]];
        assert_eq!(columns(&rows, " "), format!(" {long}  b\n aaa  c\n"));
    }
}
