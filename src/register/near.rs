//! Procedures that say nearly the same.

use super::Entry;
use super::faults::NEAR_DUPLICATE;
use crate::diag::{Diagnostic, Sink};
use crate::model::Sop;
use std::ops::Range;
use xxhash_rust::xxh3::xxh3_64;

/// A shorter procedure shares its rows with many.
const FEWEST: usize = 4;
/// A row that stands in more procedures than that says nothing of any of them.
const MOST: usize = 50;

/// Letters and digits of ASCII in lower case; 0 for what is neither.
static LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        if byte.is_ascii_alphanumeric() {
            letters[at] = byte.to_ascii_lowercase();
        }
        at += 1;
    }
    letters
};

/// The words of each row as a number.
pub(super) fn marks(sop: &Sop) -> Vec<u64> {
    let mut room = Vec::new();
    sop.kegiatan.iter().map(|row| mark(&row.uraian, &mut room)).collect()
}

/// A row's words as a number: letters and digits only, in lower case. `room` is for these letters.
///
/// Rows are held to be the same by their numbers alone, since of ten thousand files no text is kept. That two different rows
/// have one is not to be expected among fewer than some billions of them, and would change nothing but
/// a count: four of five rows have to agree before anything is said.
fn mark(text: &str, room: &mut Vec<u8>) -> u64 {
    room.resize(text.len(), 0);
    let room = room.as_mut_slice();
    let (mut end, mut all) = (0, 0);
    for byte in text.bytes() {
        let letter = LETTERS[usize::from(byte)];
        // What is none is written over by the next.
        room[end] = letter;
        end += usize::from(letter != 0);
        all |= byte;
    }
    if all.is_ascii() {
        return xxh3_64(&room[..end]);
    }
    let letters = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    xxh3_64(letters.collect::<String>().as_bytes())
}

/// Four of five.
fn is_most(part: usize, whole: usize) -> bool {
    part * 5 >= whole * 4
}

/// Two procedures are nearly the same when most rows of the longer one stand in the other, too.
pub(super) fn check(entries: &[Entry], found: &mut [Sink]) {
    // Row and entry, in order; a row that an entry has twice is there once.
    let mut rows: Vec<(u64, u32)> = Vec::new();
    for (at, entry) in (0..).zip(entries).filter(|(_, entry)| entry.rows.len() >= FEWEST) {
        rows.extend(entry.rows.iter().map(|row| (*row, at)));
    }
    rows.sort_unstable();
    rows.dedup();
    // Of every entry and each of its rows, the earlier ones that have it, too.
    let mut earlier: Vec<Vec<Range<usize>>> = vec![Vec::new(); entries.len()];
    let mut start = 0;
    for with in rows.chunk_by(|one, other| one.0 == other.0) {
        if with.len() <= MOST {
            for (nth, (_, entry)) in with.iter().enumerate().skip(1) {
                earlier[*entry as usize].push(start..start + nth);
            }
        }
        start += with.len();
    }
    // The later of two, and with the one that it shares most with.
    let mut nearest: Vec<(usize, usize, usize)> = Vec::new();
    let mut shared = vec![0; entries.len()];
    for (later, groups) in earlier.iter().enumerate() {
        // None shares more.
        if groups.is_empty() || !is_most(groups.len(), entries[later].rows.len()) {
            continue;
        }
        let earlier = || groups.iter().flat_map(|group| &rows[group.clone()]).map(|(_, at)| *at as usize);
        earlier().for_each(|earlier| shared[earlier] += 1);
        let mut best: Option<(usize, usize)> = None;
        for earlier in earlier() {
            let same: usize = std::mem::take(&mut shared[earlier]);
            let longer = entries[earlier].rows.len().max(entries[later].rows.len());
            // Of several that share as much the first.
            let more = best.is_none_or(|(most, of)| same > most || (same == most && earlier < of));
            if same > 0 && is_most(same, longer) && more {
                best = Some((same, earlier));
            }
        }
        nearest.extend(best.map(|(same, earlier)| (later, same, earlier)));
    }
    for (later, same, earlier) in nearest {
        let entry = &entries[later];
        found[later].push(
            Diagnostic::at(&NEAR_DUPLICATE, entry.places.sop)
                .with("lain", entries[earlier].called())
                .with("sama", same)
                .with("semua", entry.rows.len()),
        );
    }
}
