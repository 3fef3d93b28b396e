//! Procedures that say nearly the same.

use super::Entry;
use super::faults::NEAR_DUPLICATE;
use crate::diag::{Diagnostic, Sink};
use std::collections::BTreeMap;

/// A shorter procedure shares its rows with many.
const FEWEST: usize = 4;
/// A row that stands in more procedures than that says nothing of any of them.
const MOST: usize = 50;

/// A row's words as a number: letters and digits only, in lower case (FNV-1a).
pub(super) fn mark(text: &str) -> u64 {
    let put = |sum: u64, c: char| (sum ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3);
    let begin = 0xcbf2_9ce4_8422_2325;
    if text.is_ascii() {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.fold(begin, |sum, letter| put(sum, char::from(letter.to_ascii_lowercase())));
    }
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).fold(begin, put)
}

/// Two procedures are nearly the same when four of five rows of the longer one stand in the other, too.
pub(super) fn check(entries: &[Entry], found: &mut [Sink]) {
    // Row and entry, in order; a row that an entry has twice is there once.
    let mut rows: Vec<(u64, u32)> = Vec::new();
    for (at, entry) in (0..).zip(entries).filter(|(_, entry)| entry.rows.len() >= FEWEST) {
        rows.extend(entry.rows.iter().map(|row| (*row, at)));
    }
    rows.sort_unstable();
    rows.dedup();
    // Two entries, once for every row that both have.
    let mut shared: Vec<(u32, u32)> = Vec::new();
    for with in rows.chunk_by(|one, other| one.0 == other.0).filter(|with| with.len() <= MOST) {
        for (index, (_, later)) in with.iter().enumerate() {
            shared.extend(with[..index].iter().map(|(_, earlier)| (*earlier, *later)));
        }
    }
    shared.sort_unstable();
    // The later of two, and with the one that it shares most with.
    let mut nearest: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for same in shared.chunk_by(|one, other| one == other) {
        let ((earlier, later), same) = ((same[0].0 as usize, same[0].1 as usize), same.len());
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
