//! Kinds of rules of the state, and how a table of the project is read.

use std::sync::LazyLock;

/// A table of the project: the rows of a file of `data/peraturan/`, cell by cell. Lines that begin with `#` explain.
macro_rules! table {
    ($name:literal) => {
        $crate::regulation::kinds::rows(include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/data/peraturan/",
            $name,
            ".tsv"
        )))
    };
}

pub(super) use table;

pub(super) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

pub(super) fn cell(row: &[&'static str], at: usize) -> &'static str {
    row.get(at).copied().unwrap_or_default().trim()
}

/// A kind of rule of the state: `Peraturan Bupati`.
#[derive(Debug)]
pub struct Kind {
    /// 1 is the highest.
    pub rank: u8,
    /// In full.
    pub name: &'static str,
    /// As offices abbreviate it.
    pub short: Vec<&'static str>,
}

pub(super) static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
    let kind = |row: Vec<&'static str>| Kind {
        rank: cell(&row, 0).parse().expect("bug: a kind of rule without its rank"),
        name: cell(&row, 1),
        short: cell(&row, 2).split(", ").filter(|short| !short.is_empty()).collect(),
    };
    table!("hierarki").map(kind).collect()
});
