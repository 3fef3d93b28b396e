//! What letters a text has, asked of many bytes in one step.

/// Which letters a text has, in 32 bits, so that one may stand for several: what has more is no part of the text.
pub fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |mask, letter| mask | 1 << (letter % 32))
}

/// Whether a text is ASCII, and nothing in it a control. Without a way out of the loop many bytes are looked at in one
/// step.
pub fn is_printable_ascii(text: &str) -> bool {
    text.bytes().fold(true, |all, byte| all & (b' '..0x7F).contains(&byte))
}

/// Whether two blanks stand side by side; many bytes in one step, too.
pub fn has_two_blanks(text: &str) -> bool {
    let behind = text.as_bytes().get(1..).unwrap_or_default();
    text.bytes().zip(behind).fold(false, |any, (one, next)| any | (one == b' ' && *next == b' '))
}

/// A text with a capital in front.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a text begins with words of ASCII, in small letters or large.
pub fn begins_with(text: &str, words: &str) -> bool {
    let head = text.as_bytes().get(..words.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(words.as_bytes()))
}
