//! How a filled form is read back: the name of its schema, names of places in a round, and names where a format allows
//! fewer letters.

/// What the schema of a filled form is called, in JSON and CSV.
pub const SCHEMA: &str = "isian-v1";

/// The name of a place in a round, counted from 1; the first has no mark of its own: `7.mulai`, `7.mulai@2`.
pub fn in_round(name: &str, round: u32) -> String {
    if round > 1 { format!("{name}{ROUND}{round}") } else { name.to_owned() }
}

/// The place and the round that a name stands for; `None` where no number follows the mark.
pub fn round_of(name: &str) -> Option<(&str, u32)> {
    match name.split_once(ROUND) {
        Some((place, round)) => Some((place, round.parse().ok()?)),
        None => Some((name, 1)),
    }
}

const ROUND: char = '@';

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
    fn a_round_gives_its_place_back() {
        for (round, name) in [(1, "7.mulai"), (2, "7.mulai@2"), (12, "7.mulai@12")] {
            assert_eq!(in_round("7.mulai", round), name);
            assert_eq!(round_of(name), Some(("7.mulai", round)));
        }
        assert_eq!(round_of("7.mulai@dua"), None);
    }

    #[test]
    fn a_cell_gives_its_name_back() {
        for name in ["7.mulai", "7~2.1.hasil@3", "berkas.nomor", "2a.kelengkapan.10"] {
            assert_eq!(of_cell(&cell(name)).as_deref(), Some(name));
            assert!(cell(name).chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_'));
        }
        assert_eq!(of_cell("Print_Area"), None);
    }
}
