//! Places in a text. The only module that turns bytes into lines and columns.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A half-open range of bytes in the source text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, in bytes.
    pub fn new(start: usize, end: usize) -> Span {
        let cap = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: cap(start), end: cap(end) }
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// As a range to index the text with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Puts a value at a place.
    pub fn new(value: T, span: Span) -> Spanned<T> {
        Spanned { value, span }
    }
}

/// The way from a text that runs over several lines, joined, back to the file.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Seams {
    first: Stretch,
    /// Most texts are one stretch.
    more: Vec<Stretch>,
}

/// A part of a joined text that is, byte for byte, a part of the file.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Stretch {
    /// Where it begins in the joined text.
    at: usize,
    len: usize,
    /// The byte of the file where it begins.
    source: u32,
}

impl Seams {
    /// Adds the next stretch: these bytes of the joined text are, byte for byte, those that begin at `source`.
    pub fn push(&mut self, range: std::ops::Range<usize>, source: u32) {
        let stretch = Stretch { at: range.start, len: range.len(), source };
        if self.first.len == 0 {
            self.first = stretch;
        } else {
            self.more.push(stretch);
        }
    }

    /// The place in the file of a part of the joined text; `None` where the file spells it with other bytes.
    pub fn locate(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let place = |at: usize| {
            let before = self.more.partition_point(|stretch| stretch.at <= at);
            let stretch = before.checked_sub(1).map_or(self.first, |last| self.more[last]);
            let inside = at.checked_sub(stretch.at).filter(|inside| *inside < stretch.len)?;
            Some(stretch.source as usize + inside)
        };
        let last = place(range.end.checked_sub(1)?)?;
        Some(Span::new(place(range.start)?, last + 1))
    }
}

/// Places are no part of what a text means: two that differ in places only look alike.
impl std::fmt::Debug for Seams {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Seams")
    }
}

/// A place as people count it: both numbers begin at 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Finds lines and columns without reading the text again from its start.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Reads the text once. Lines end at `\n`; a `\r` before it belongs to the line end.
    pub fn new(text: &str) -> LineIndex {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes());
        let starts = std::iter::once(0).chain(ends.map(|at| at + 1)).collect();
        LineIndex { starts }
    }

    /// Index of the line that holds the byte, from 0.
    pub fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte) - 1
    }

    /// First byte of a line, counted from 0.
    pub fn start_of(&self, line: usize) -> usize {
        self.starts[line]
    }

    /// How many lines there are; at least one.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// Line and column of a byte. A byte past the end counts as the end.
    pub fn line_column(&self, text: &str, byte: usize) -> LineColumn {
        let byte = byte.min(text.len());
        let line = self.line_of(byte);
        let start = self.starts[line];
        let column = text.get(start..byte).map_or(byte - start, |before| before.chars().count()) + 1;
        LineColumn { line: line + 1, column }
    }
}

/// The text of a file, shared: for what must quote or move it as it was written.
#[derive(Clone, Debug, Default)]
pub struct Naskah(Arc<str>);

impl Naskah {
    /// Keeps a copy of the text.
    pub fn new(text: &str) -> Naskah {
        Naskah(Arc::from(text))
    }

    /// Whether all of it is ASCII that can be printed, but for blanks and ends of lines and pages.
    pub fn is_plain(&self) -> bool {
        // As a signed number a byte beyond ASCII is less than a blank.
        let prints = |byte: u8| (byte.cast_signed() >= b' '.cast_signed()) & (byte != 0x7F);
        // Mostly there are no other blanks, and that is seen in fewer steps.
        self.holds_only(|byte| prints(byte) | (byte == b'\n'))
            || self.holds_only(|byte| prints(byte) | (b'\t'..=b'\r').contains(&byte))
    }

    /// Without a way out of the loop many bytes are looked at in one step.
    fn holds_only(&self, known: impl Fn(u8) -> bool) -> bool {
        self.0.bytes().fold(true, |all, byte| all & known(byte))
    }

    /// What stands at a place; empty outside the text.
    pub fn at(&self, span: Span) -> &str {
        self.0.get(span.range()).unwrap_or_default()
    }

    /// The places of parts of `joined`, the text that was read at `whole`: several lines joined with one blank, comments
    /// between them left out. The parts stand in order; `None` where what is written there reads otherwise.
    pub fn parts(
        &self,
        whole: Span,
        joined: &str,
        parts: impl IntoIterator<Item = std::ops::Range<usize>>,
    ) -> impl Iterator<Item = Option<Span>> {
        let text = self.at(whole);
        // How far the two have been gone through; the first past its end where they differ.
        let (mut read, mut at) = (0, 0);
        let mut place = move |to: usize| {
            let between = joined.get(read..to)?;
            read = usize::MAX;
            for c in between.chars() {
                at += match c {
                    ' ' => between_words(&text[at..]),
                    _ => text[at..].starts_with(c).then(|| c.len_utf8())?,
                };
            }
            read = to;
            Some(whole.start as usize + at)
        };
        parts.into_iter().map(move |part| Some(Span::new(place(part.start)?, place(part.end)?)))
    }

    /// The whole lines that a place touches, with the line end behind them.
    pub fn lines(&self, span: Span) -> Span {
        let start = self.0[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
        let end =
            self.0[span.end as usize..].find('\n').map_or(self.0.len(), |at| span.end as usize + at + 1);
        Span::new(start, end)
    }
}

/// How many bytes of blanks, line ends and comment lines stand before the next word.
fn between_words(text: &str) -> usize {
    let mut rest = text.trim_start();
    let broken = |rest: &str| text[..text.len() - rest.len()].contains('\n');
    while rest.starts_with('#') && broken(rest) {
        rest = rest.split_once('\n').map_or("", |(_, after)| after).trim_start();
    }
    text.len() - rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_text_is_found_in_its_own_line_behind_a_comment() {
        let text = "sop: satu  dua\n  # catatan\n    tiga empat\n";
        let naskah = Naskah::new(text);
        let whole = Span::new(5, text.len() - 1);
        let joined = "satu dua tiga empat";
        let found = |words: &str| {
            let at = joined.find(words).unwrap();
            naskah
                .parts(whole, joined, std::iter::once(at..at + words.len()))
                .next()
                .unwrap()
                .map(|span| naskah.at(span))
        };
        for word in ["satu", "dua", "tiga", "empat", "satu  dua", "tiga empat"] {
            assert_eq!(found(&word.replace("  ", " ")), Some(word));
        }
        let several = naskah.parts(whole, joined, [0..4, 9..13, 14..19, 0..4]);
        let several: Vec<_> = several.map(|span| span.map(|span| naskah.at(span))).collect();
        assert_eq!(several, [Some("satu"), Some("tiga"), Some("empat"), None]);
        assert!(naskah.parts(whole, "satu lima dua", [5..9, 10..13]).all(|span| span.is_none()));
        assert_eq!(naskah.at(naskah.lines(Span::new(7, 8))), "sop: satu  dua\n");
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "satu\n→ dua";
        let index = LineIndex::new(text);
        let at = text.find("dua").unwrap();
        assert_eq!(index.line_column(text, at), LineColumn { line: 2, column: 3 });
        assert_eq!(index.line_column(text, 999), LineColumn { line: 2, column: 6 });
    }
}
