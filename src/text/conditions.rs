//! Words that open a condition: `jika`, and what else offices write for it.

use super::begins_with;

/// In sentences, the commonest first; `data/kata-tugas.txt` has the same for the reader of a row's sentence.
pub const IF: [&str; 7] = ["jika", "bila", "apabila", "kalau", "bilamana", "jikalau", "manakala"];

/// What notes have for it beside, and no sentence.
const IF_IN_A_NOTE: [&str; 2] = ["jk", "if"];

/// Whether a word opens a condition, in small letters or large.
pub fn is_if(word: &str) -> bool {
    is_one_of(&IF, word)
}

/// The same of a note beside a chart, which is short and may be English: `jk lengkap -> 3`.
pub fn is_if_in_a_note(word: &str) -> bool {
    is_if(word) || is_one_of(&IF_IN_A_NOTE, word)
}

/// Whether such a word of a note begins with these two small letters.
pub fn begins_an_if(letters: [u8; 2]) -> bool {
    IF.iter().chain(&IF_IN_A_NOTE).any(|word| word.as_bytes().starts_with(&letters))
}

/// `kembali ke 1 bila ada kesalahan`: what stands before the first such word in small letters, and the condition behind it.
pub fn split_at_if(text: &str) -> Option<(&str, &str)> {
    let word = |(at, _): (usize, &str)| Some((at, text[at + 1..].split_once(' ')?));
    let opens = |(at, (word, condition))| IF.contains(&word).then(|| (&text[..at], condition));
    text.match_indices(' ').filter_map(word).find_map(opens)
}

/// Where the words end by which a text begins that something is done *if need be*: `bila perlu, …`, `opsional`.
pub fn when_needed(text: &str) -> Option<usize> {
    const OPTIONAL: [&str; 3] = ["opsional", "optional", "tidak wajib"];
    const NEED: [&str; 4] = ["perlu", "diperlukan", "dibutuhkan", "dipandang perlu"];
    let (from, words) = match text.split_once(' ') {
        Some((first, _)) if is_if(first) => (first.len() + 1, &NEED[..]),
        _ => (0, &OPTIONAL[..]),
    };
    let ends = |end: &usize| !text[*end..].starts_with(char::is_alphanumeric);
    let begins = |words: &&str| begins_with(&text[from..], words).then(|| from + words.len());
    words.iter().filter_map(begins).find(ends)
}

/// Whether a text says no more than that.
pub fn says_when_needed(text: &str) -> bool {
    when_needed(text) == Some(text.len())
}

fn is_one_of(words: &[&str], word: &str) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_opened_by_words_of_sentences_and_in_notes_by_two_more() {
        assert!(IF.iter().all(|word| is_if(word) && is_if_in_a_note(word)));
        assert!(is_if("Apabila") && is_if_in_a_note("JK") && is_if_in_a_note("If"));
        assert!(!is_if("jk") && !is_if("if"));
        for none in ["", "jikala", "apa", "tidak", "maka", "dalam hal"] {
            assert!(!is_if(none) && !is_if_in_a_note(none), "{none}");
        }
    }

    #[test]
    fn a_text_is_parted_at_the_first_of_them() {
        assert_eq!(split_at_if("kembali ke 1 bila ada kesalahan"), Some(("kembali ke 1", "ada kesalahan")));
        assert_eq!(split_at_if("ke 1 jika salah bila perlu"), Some(("ke 1", "salah bila perlu")));
        assert_eq!(split_at_if("jika salah ke 1"), None);
        assert_eq!(split_at_if("ke 1 jika"), None);
        assert_eq!(split_at_if("ke 1 Jika salah"), None);
    }

    #[test]
    fn what_is_done_if_need_be_says_so_in_whole_words() {
        assert_eq!(when_needed("Bila perlu, menyusun konsep"), Some("Bila perlu".len()));
        assert_eq!(when_needed("apabila dipandang perlu"), Some("apabila dipandang perlu".len()));
        assert_eq!(when_needed("Opsional"), Some("Opsional".len()));
        assert!(says_when_needed("JIKA DIBUTUHKAN") && !says_when_needed("bila perlu saja"));
        assert_eq!(when_needed("jika diperlukannya"), None);
        assert_eq!(when_needed("jika lengkap"), None);
        assert_eq!(when_needed("perlu"), None);
    }
}
