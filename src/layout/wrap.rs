//! Words → lines.

use super::font::{self, Face};
use super::length::{FontSize, Len};

/// Breaks a text into lines no wider than `width`: at blanks, after `-` and `/` between letters, and inside a word
/// only when the word alone is too wide. A line break in the text is kept. No line is empty, and a text without a
/// word gives no line.
pub fn wrap(text: &str, width: Len, face: Face, size: FontSize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, width, face, size, &mut lines);
    }
    lines
}

fn wrap_paragraph(text: &str, width: Len, face: Face, size: FontSize, lines: &mut Vec<String>) {
    let fits = |line: &str| font::width(line, face, size) <= width;
    let mut line = String::new();
    for word in text.split_whitespace() {
        for (index, piece) in pieces(word).into_iter().enumerate() {
            let glue = if index == 0 && !line.is_empty() { " " } else { "" };
            let longer = format!("{line}{glue}{piece}");
            if fits(&longer) {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for c in piece.chars() {
                line.push(c);
                if !fits(&line) && line.chars().count() > 1 {
                    line.pop();
                    lines.push(std::mem::replace(&mut line, c.to_string()));
                }
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
}

/// A word cut after each `-` and `/` that stands between letters.
pub fn pieces(word: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut before = None;
    let mut chars = word.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        let between = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        if matches!(c, '-' | '/') && between(before) && between(after) {
            out.push(&word[start..at + c.len_utf8()]);
            start = at + c.len_utf8();
        }
        before = Some(c);
    }
    out.push(&word[start..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: FontSize = FontSize::tenths(85);

    #[test]
    fn no_word_is_lost_and_no_line_is_too_wide() {
        let text = "Menyampaikan laporan/rekapitulasi perundang-undangan kepada Kabid";
        let lines = wrap(text, Len::mm(20), Face::Regular, SIZE);
        assert!(lines.iter().all(|line| font::width(line, Face::Regular, SIZE) <= Len::mm(20)));
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(letters(&lines.concat()), letters(text));
    }

    #[test]
    fn a_word_wider_than_the_column_is_cut() {
        assert!(wrap("Pertanggungjawabannya", Len::mm(10), Face::Regular, SIZE).len() > 2);
        assert_eq!(wrap("  ", Len::mm(10), Face::Regular, SIZE), Vec::<String>::new());
    }
}
