//! Where a target stands: what a remedy asks of its row and of those above.

use super::ast::{Baris, Kegiatan, Nomor};
use super::values;
use crate::text::fold;

/// The row that a field belongs to, and what was read before it.
pub(super) struct Here<'a> {
    /// `None` outside of rows.
    pub(super) row: Option<&'a Kegiatan>,
    pub(super) above: &'a [Baris],
}

impl Here<'_> {
    /// A target of a number alone with the word for its direction, which the number says; `None` outside of rows, and
    /// where it is no number.
    pub(super) fn towards(&self, target: &str) -> Option<String> {
        let order = |nomor: Nomor| (nomor.angka, nomor.huruf);
        let here = order(self.row?.nomor.value);
        let row = values::nomor(target.split(',').next().unwrap_or_default())?;
        let word = if order(row) <= here { "kembali" } else { "lanjut" };
        Some(format!("{word} ke {target}"))
    }

    /// What a target says to mean the nearest row above that somebody acts in, or their place in this row's chain.
    /// `name` is folded.
    pub(super) fn row_of(&self, name: &str) -> Option<String> {
        // More rows would be looked through for each target that cannot be read.
        const MOST: usize = 200;
        let row = self.row?;
        let pelaku = |row: &Kegiatan| {
            let mut pelaku = row.oleh.iter().flat_map(|place| &place.pelaku);
            pelaku.find(|pelaku| fold(&pelaku.nama.value) == name).map(|pelaku| pelaku.nama.value.clone())
        };
        if let Some(here) = pelaku(row).filter(|_| row.oleh.len() > 1) {
            return Some(format!("{} {here}", row.nomor.value));
        }
        let rows = self.above.iter().rev().take(MOST).filter_map(|baris| match baris {
            Baris::Kegiatan(row) => Some(row),
            Baris::Tahap(_) => None,
        });
        rows.into_iter().find(|row| pelaku(row).is_some()).map(|row| row.nomor.value.to_string())
    }
}
