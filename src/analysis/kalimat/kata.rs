//! A text cut into words and marks, each with its place; and the small words of `data/kata-tugas.txt`.

use crate::lookup::Lookup;
use std::sync::LazyLock;

/// A section of `data/kata-tugas.txt`, which says what each is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordList {
    LookAlike,
    EndsName,
    Condition,
    WhenNeeded,
    Denial,
    Refusal,
    Rejection,
    Grant,
    Purpose,
    Aside,
    Then,
    And,
    Address,
    Adverb,
    Predicate,
}

impl WordList {
    const ALL: [(&'static str, WordList); 15] = [
        ("mirip kata kerja", WordList::LookAlike),
        ("akhir nama", WordList::EndsName),
        ("syarat", WordList::Condition),
        ("bila perlu", WordList::WhenNeeded),
        ("ingkar", WordList::Denial),
        ("buruk", WordList::Refusal),
        ("penolakan", WordList::Rejection),
        ("pemberian", WordList::Grant),
        ("tujuan", WordList::Purpose),
        ("keadaan sekitar", WordList::Aside),
        ("urutan", WordList::Then),
        ("setara", WordList::And),
        ("sapaan", WordList::Address),
        ("sebelum kata kerja", WordList::Adverb),
        ("predikat", WordList::Predicate),
    ];
}

/// In which lists a word stands: a bit for each.
static LISTS: LazyLock<Lookup<u16, &str>> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/kata-tugas.txt"));
    let mut lists = Lookup::default();
    let mut at = 0;
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => {
                let list = WordList::ALL.iter().find(|(known, _)| *known == name);
                at = list.unwrap_or_else(|| panic!("bug: no list `{name}`")).1 as usize;
            }
            None => line.split_whitespace().for_each(|word| *lists.entry(word, || 0) |= 1 << at),
        }
    }
    lists
});

/// Whether a word stands in a list; asked of a [`Token`] without looking it up again.
pub(super) fn is(list: WordList, word: &str) -> bool {
    LISTS.get(word).is_some_and(|lists| lists >> list as u16 & 1 == 1)
}

/// A word or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    /// In lower case (ASCII letters; others as they stand), in full where offices shorten it.
    pub word: &'t str,
    /// First byte in the text.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Whether it is typed with a capital first.
    pub capital: bool,
    /// The lists that it stands in.
    lists: u16,
}

impl Token<'_> {
    /// Whether it stands in a list.
    pub fn is(&self, list: WordList) -> bool {
        self.lists >> list as u16 & 1 == 1
    }

    /// Whether it is no word.
    pub fn is_mark(&self) -> bool {
        !self.word.starts_with(char::is_alphanumeric)
    }
}

/// Small words as offices shorten them.
fn in_full(word: &str) -> &str {
    match word {
        "kpd" => "kepada",
        "utk" => "untuk",
        "yg" => "yang",
        "dgn" => "dengan",
        "tdk" => "tidak",
        "dr" => "dari",
        word => word,
    }
}

/// Cuts `lower`, which is `text` in ASCII lower case: places are the same in both.
pub(super) fn tokens<'t>(text: &str, lower: &'t str) -> Vec<Token<'t>> {
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut start = 0;
    while let Some(first) = char_at(lower, start) {
        let mut end = start + first.len_utf8();
        if first.is_whitespace() {
            start = end;
            continue;
        }
        while first.is_alphanumeric()
            && let Some(next) = char_at(lower, end)
        {
            // A hyphen joins only when a letter or digit follows it: `PPK-SKPD`, `masing-masing`.
            let joins = next == '-' && char_at(lower, end + 1).is_some_and(char::is_alphanumeric);
            if !next.is_alphanumeric() && !joins {
                break;
            }
            end += next.len_utf8();
        }
        let capital = char_at(text, start).is_some_and(char::is_uppercase);
        let word = in_full(&lower[start..end]);
        let lists = LISTS.get(word).copied().unwrap_or(0);
        found.push(Token { word, start, end, capital, lists });
        start = end;
    }
    found
}

/// The character that begins at a place; nearly always a byte.
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => text[at..].chars().next(),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_marks_and_places_are_kept() {
        let text = "Memaraf SPP-LS (PA/KPA), lalu …";
        let lower = text.to_ascii_lowercase();
        let tokens = tokens(text, &lower);
        let words: Vec<&str> = tokens.iter().map(|token| token.word).collect();
        assert_eq!(words, ["memaraf", "spp-ls", "(", "pa", "/", "kpa", ")", ",", "lalu", "…"]);
        assert!(tokens.iter().all(|token| text[token.start..token.end].to_ascii_lowercase() == token.word));
        assert!(tokens[0].capital && tokens[1].capital && !tokens[8].capital);
    }

    #[test]
    fn a_shortened_word_is_the_word_it_stands_for() {
        let text = "Menyerahkan berkas kpd Kasi utk diperiksa";
        let lower = text.to_ascii_lowercase();
        let tokens = tokens(text, &lower);
        assert_eq!((tokens[2].word, &text[tokens[2].start..tokens[2].end]), ("kepada", "kpd"));
        assert!(tokens[4].is(WordList::Purpose) && is(WordList::Purpose, "untuk"));
    }
}
