//! Words of the form that are often misspelt.

use super::office::Office;
use super::tables::SPELLING;
use crate::text::capitalised;
use std::ops::Range;
use std::sync::LazyLock;

/// A misspelt word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misspelt {
    /// Where it stands in the text.
    pub at: Range<usize>,
    /// How it is spelt, in the capitals of the text.
    pub right: String,
    /// Whether it was right once.
    pub once_right: bool,
}

/// The misspelt words of a text, in order.
pub fn misspelt(text: &str, office: &Office) -> Vec<Misspelt> {
    if office.spelling.is_empty() && !HEADS.may_begin_in(text) {
        return Vec::new();
    }
    let words = words(text);
    let mut found = Vec::new();
    let mut next = 0;
    while next < words.len() {
        let pair = words.get(next + 1).map(|second| words[next].start..second.end);
        let single = words[next].clone();
        let (hit, step) = match pair.and_then(|pair| look_up(text, pair, office)) {
            Some(hit) => (Some(hit), 2),
            None => (look_up(text, single, office), 1),
        };
        found.extend(hit);
        next += step;
    }
    found
}

/// The first words of the table's entries, as bits: most texts begin none of them, and are done with one pass and
/// without a copy. The first bits say little and are asked of every word, the second of those few that pass.
struct Heads {
    near: [u64; Heads::BITS / 64],
    exact: [u64; Heads::BITS / 64],
}

static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let mut heads = Heads { near: [0; Heads::BITS / 64], exact: [0; Heads::BITS / 64] };
    for wrong in SPELLING.keys() {
        let head = wrong.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().as_bytes();
        let near = Heads::near(head).expect("bug: a misspelt word of fewer than four letters");
        let exact = Heads::exact(head);
        heads.near[near / 64] |= 1 << (near % 64);
        heads.exact[exact / 64] |= 1 << (exact % 64);
    }
    heads
});

/// What a byte is, asked of every one of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// A letter or a digit of ASCII.
    Letter,
    /// No part of a word.
    Mark,
    Beyond,
}

static BYTES: [Byte; 256] = {
    let mut bytes = [Byte::Beyond; 256];
    let mut at = 0;
    while at < 128 {
        bytes[at] = if (at as u8).is_ascii_alphanumeric() { Byte::Letter } else { Byte::Mark };
        at += 1;
    }
    bytes
};

impl Heads {
    const BITS: usize = 4096;

    /// From the length of a word and its first four letters; shorter words begin no entry.
    fn near(word: &[u8]) -> Option<usize> {
        let letters = u32::from_le_bytes(*word.first_chunk()?) | 0x2020_2020;
        Some(((letters ^ word.len() as u32).wrapping_mul(0x9E37_79B1) >> 20) as usize % Heads::BITS)
    }

    /// From all of its letters.
    fn exact(word: &[u8]) -> usize {
        word.iter().fold(0, |mark: usize, byte| (mark ^ usize::from(byte | 0x20)).wrapping_mul(0x0100_0193))
            % Heads::BITS
    }

    /// Whether a word of a text may be the first of an entry. Words that are not all ASCII may always be.
    fn may_begin_in(&self, text: &str) -> bool {
        let has = |bits: &[u64], at: usize| bits[at / 64] >> (at % 64) & 1 == 1;
        let known = |word: &[u8]| {
            Heads::near(word).is_some_and(|near| has(&self.near, near))
                && has(&self.exact, Heads::exact(word))
        };
        let what = |byte: &u8| BYTES[usize::from(*byte)];
        let mut rest = text.as_bytes();
        while let Some(end) = rest.iter().position(|byte| what(byte) != Byte::Letter) {
            if what(&rest[end]) == Byte::Beyond || known(&rest[..end]) {
                return true;
            }
            rest = &rest[end + 1..];
        }
        known(rest)
    }
}

fn look_up(text: &str, at: Range<usize>, office: &Office) -> Option<Misspelt> {
    let typed = &text[at.clone()];
    // Longer than any word of the table: not worth a copy.
    if typed.len() > 40 {
        return None;
    }
    let lower = typed.to_lowercase();
    let own = office.spelling.get(&lower).map(|right| (right.as_str(), false));
    let (right, once_right) = own.or_else(|| SPELLING.get(lower.as_str()).copied())?;
    Some(Misspelt { right: like(typed, right), at, once_right })
}

/// The right word with the capitals of the typed one.
fn like(typed: &str, right: &str) -> String {
    let mut letters = typed.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    if first && letters.clone().next().is_some() && letters.all(char::is_uppercase) {
        return right.to_uppercase();
    }
    if first { capitalised(right) } else { right.to_owned() }
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        match found.last_mut().filter(|word| word.end == at) {
            Some(word) => word.end = at + c.len_utf8(),
            None => found.push(at..at + c.len_utf8()),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_word_is_found_with_its_capitals() {
        let mended = |text: &str| {
            let mut out = text.to_owned();
            for word in misspelt(text, &Office::default()).iter().rev() {
                out.replace_range(word.at.clone(), &word.right);
            }
            out
        };
        assert_eq!(mended("DINAS SOSIAL KABUPETAN LAMANDAU"), "DINAS SOSIAL KABUPATEN LAMANDAU");
        assert_eq!(mended("Foto copy KTP dan aktifitas"), "Fotokopi KTP dan aktivitas");
        assert_eq!(mended("Kabupaten, aktivitas"), "Kabupaten, aktivitas");
    }

    #[test]
    fn no_entry_of_the_table_is_passed_by() {
        for (wrong, (right, _)) in SPELLING.iter() {
            let text = format!("Berkas ({}) lengkap", wrong.to_uppercase());
            let found = misspelt(&text, &Office::default());
            assert!(found.iter().any(|word| word.right == right.to_uppercase()), "{wrong}");
        }
        let known = (0..2000).filter(|n| HEADS.may_begin_in(&format!("kata{n}"))).count();
        assert!(known < 100, "{known} of 2000 unknown words are looked up");
    }

    #[test]
    fn an_office_adds_its_own_words() {
        let mut office = Office::default();
        office.spell("Linjamsos", "Perlindungan Jaminan Sosial");
        assert_eq!(misspelt("bidang linjamsos", &office)[0].right, "Perlindungan Jaminan Sosial");
    }
}
