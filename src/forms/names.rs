//! How a filled form is read back: the name of its schema, and names of places where a format allows fewer letters.

/// What the schema of a filled form is called, in JSON and CSV.
pub const SCHEMA: &str = "isian-v1";

/// As the name of a cell in a workbook: `7.mulai@2` is `isi_7.mulai__p2`.
pub fn cell(name: &str) -> String {
    format!("{CELL}{}", name.replace('@', "__p").replace('~', "__n"))
}

/// The name that a cell's name stands for; `None` for a cell of somebody else's.
pub fn of_cell(name: &str) -> Option<String> {
    Some(name.strip_prefix(CELL)?.replace("__p", "@").replace("__n", "~"))
}

const CELL: &str = "isi_";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_gives_its_name_back() {
        for name in ["7.mulai", "7~2.1.hasil@3", "berkas.nomor", "2a.kelengkapan.10"] {
            assert_eq!(of_cell(&cell(name)).as_deref(), Some(name));
            assert!(cell(name).chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_'));
        }
        assert_eq!(of_cell("Print_Area"), None);
    }
}
