//! Procedures that say nearly the same.

use super::Entry;
use super::faults::NEAR_DUPLICATE;
use crate::diag::{Diagnostic, Sink};
use std::collections::{BTreeMap, BTreeSet};

/// A shorter procedure shares its rows with many.
const FEWEST: usize = 4;
/// A row that stands in more procedures than that says nothing of any of them.
const MOST: usize = 50;

/// A row's words as a number: letters and digits only, in lower case (FNV-1a).
pub(super) fn mark(text: &str) -> u64 {
    let letters = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    letters.fold(0xcbf2_9ce4_8422_2325, |sum, c| (sum ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3))
}

/// Two procedures are nearly the same when four of five rows of the longer one stand in the other, too.
pub(super) fn check(entries: &[Entry], found: &mut [Sink]) {
    let mut by_row: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.rows.len() >= FEWEST) {
        for row in entry.rows.iter().collect::<BTreeSet<_>>() {
            by_row.entry(*row).or_default().push(at);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for with in by_row.values().filter(|with| with.len() <= MOST) {
        for (index, later) in with.iter().enumerate() {
            with[..index].iter().for_each(|earlier| *shared.entry((*earlier, *later)).or_default() += 1);
        }
    }
    // The later of two, and with the one that it shares most with.
    let mut nearest: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for ((earlier, later), same) in shared {
        let longer = entries[earlier].rows.len().max(entries[later].rows.len());
        let more = nearest.get(&later).is_none_or(|(most, _)| same > *most);
        if same * 5 >= longer * 4 && more {
            nearest.insert(later, (same, earlier));
        }
    }
    for (later, (same, earlier)) in nearest {
        let entry = &entries[later];
        found[later].push(
            Diagnostic::at(&NEAR_DUPLICATE, entry.places.sop)
                .with("lain", entries[earlier].called())
                .with("sama", same)
                .with("semua", entry.rows.len()),
        );
    }
}
