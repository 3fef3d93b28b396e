//! A text cut into words and marks, each with its place; and the small words of `data/kata-tugas.txt`.

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
    SideBySide,
}

impl WordList {
    const ALL: [(&'static str, WordList); 16] = [
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
        ("bersamaan", WordList::SideBySide),
    ];
}

/// In which lists a word stands: a bit for each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lists(u16);

impl Lists {
    pub fn has(self, list: WordList) -> bool {
        self.0 >> list as u16 & 1 == 1
    }

    pub fn add(&mut self, list: WordList) {
        self.0 |= 1 << list as u16;
    }
}

/// The small words, each with a list that it stands in.
pub(super) fn small_words() -> impl Iterator<Item = (&'static str, WordList)> {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/kata-tugas.txt"));
    let mut list = WordList::LookAlike;
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).flat_map(move |line| {
        let name = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        if let Some(name) = name {
            let named = WordList::ALL.iter().find(|(known, _)| *known == name);
            list = named.unwrap_or_else(|| panic!("bug: no list `{name}`")).1;
        }
        let words = if name.is_some() { "" } else { line };
        words.split_whitespace().map(move |word| (word, list))
    })
}

/// A word or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    /// In lower case (ASCII letters; others as they stand), in full where offices shorten it.
    pub word: &'t str,
    /// First byte in the text.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Whether it is typed with a capital first.
    pub capital: bool,
}

impl Piece<'_> {
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
pub(super) fn cut<'t>(text: &str, lower: &'t str, mut found: impl FnMut(Piece<'t>)) {
    let mut start = 0;
    while let Some(first) = char_at(lower, start) {
        let mut end = start + first.len_utf8();
        if first.is_whitespace() {
            start = end;
            continue;
        }
        if first.is_alphanumeric() {
            end = end_of_word(lower, end);
        }
        let capital = char_at(text, start).is_some_and(char::is_uppercase);
        found(Piece { word: in_full(&lower[start..end]), start, end, capital });
        start = end;
    }
}

/// Where a word ends that goes on at a place, or ends there.
fn end_of_word(text: &str, at: usize) -> usize {
    let mut end = at;
    loop {
        end += text.as_bytes()[end..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let Some(next) = char_at(text, end) else { return end };
        // A hyphen joins only when a letter or digit follows it: `PPK-SKPD`, `masing-masing`.
        let joins = next == '-' && char_at(text, end + 1).is_some_and(char::is_alphanumeric);
        if !next.is_alphanumeric() && !joins {
            return end;
        }
        end += next.len_utf8();
    }
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
    use crate::analysis::kalimat::kamus::is;

    fn pieces<'t>(text: &str, lower: &'t str) -> Vec<Piece<'t>> {
        let mut pieces = Vec::new();
        cut(text, lower, |piece| pieces.push(piece));
        pieces
    }

    #[test]
    fn words_marks_and_places_are_kept() {
        let text = "Memaraf SPP-LS (PA/KPA), lalu …";
        let lower = text.to_ascii_lowercase();
        let pieces = pieces(text, &lower);
        let words: Vec<&str> = pieces.iter().map(|piece| piece.word).collect();
        assert_eq!(words, ["memaraf", "spp-ls", "(", "pa", "/", "kpa", ")", ",", "lalu", "…"]);
        assert!(pieces.iter().all(|piece| text[piece.start..piece.end].to_ascii_lowercase() == piece.word));
        assert!(pieces[0].capital && pieces[1].capital && !pieces[8].capital);
    }

    #[test]
    fn a_shortened_word_is_the_word_it_stands_for() {
        let text = "Menyerahkan berkas kpd Kasi utk diperiksa";
        let lower = text.to_ascii_lowercase();
        let pieces = pieces(text, &lower);
        assert_eq!((pieces[2].word, &text[pieces[2].start..pieces[2].end]), ("kepada", "kpd"));
        assert!(is(WordList::Purpose, pieces[4].word) && is(WordList::Purpose, "untuk"));
    }

    fn listed(wanted: WordList) -> Vec<&'static str> {
        small_words().filter(|(_, list)| *list == wanted).map(|(word, _)| word).collect()
    }

    #[test]
    fn a_sentence_opens_a_condition_with_the_words_that_do_so_everywhere() {
        let mut everywhere = crate::text::IF;
        everywhere.sort_unstable();
        assert_eq!(listed(WordList::Condition), everywhere);
    }

    #[test]
    fn a_sentence_denies_with_the_words_that_do_so_everywhere() {
        let mut everywhere = crate::text::DENIALS;
        everywhere.sort_unstable();
        assert_eq!(listed(WordList::Denial), everywhere);
    }
}
