//! Text that may run over several lines, joined with one space, and the way back to the bytes of the file.

use crate::source::{Seams, Span, Spanned};
use crate::text::{has_two_blanks, is_printable_ascii};
use smol_str::SmolStr;
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::characters::{is_blank, is_refused};

/// The text of a file, and what holds for all of it, so that nobody need ask it of each line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'t> {
    pub(super) text: &'t str,
    /// Whether it is ASCII that can be printed, but for line ends.
    pub(super) plain: bool,
    /// Whether, besides, no two blanks stand side by side but in front of a line: then, and nearly always, every part of
    /// a line can be taken as it stands.
    pub(super) tidy: bool,
}

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str) -> Source<'t> {
        // Without a way out of the loops many bytes are looked at in one step.
        let bytes = text.as_bytes();
        let known = |byte: u8| (b' '..0x7F).contains(&byte) | (byte == b'\n');
        let plain = bytes.iter().fold(true, |all, byte| all & known(*byte));
        let from = |at: usize| bytes.get(at..).unwrap_or_default();
        // Two blanks that begin no line.
        let apart = bytes.iter().zip(from(1)).zip(from(2)).fold(false, |any, ((before, one), two)| {
            any | ((*before > b' ') & (*one == b' ') & (*two == b' '))
        });
        Source { text, plain, tidy: plain && !apart }
    }

    /// A part of a line that is known to be tidy, and to have no blanks around it.
    pub(super) fn tidy_part(self, span: Span) -> Prose<'t> {
        Prose { text: Cow::Borrowed(&self.text[span.range()]), span, pieces: Vec::new() }
    }
}

/// Stretches of the file that make one text; a text without words has none.
#[derive(Clone, Debug, Default)]
pub(super) struct Stretches {
    first: Option<Span>,
    // Most texts stand on one line, and an empty `Vec` costs nothing.
    more: Vec<Span>,
}

impl Stretches {
    /// Adds the next line's stretch, without the blanks around it.
    pub(super) fn push(&mut self, source: &str, span: Span) {
        let span = trim(source, span);
        if span.start == span.end {
            return;
        }
        if self.first.is_none() {
            self.first = Some(span);
        } else {
            self.more.push(span);
        }
    }

    /// Whether they stand on one line.
    pub(super) fn is_one_line(&self) -> bool {
        self.more.is_empty()
    }

    /// Whether there are no words.
    pub(super) fn is_empty(&self) -> bool {
        self.first.is_none()
    }

    /// From the first to the last byte.
    pub(super) fn span(&self) -> Option<Span> {
        self.first.map(|first| first.to(self.more.last().copied().unwrap_or(first)))
    }

    /// The last of them.
    pub(super) fn last(&self) -> Option<Span> {
        self.more.last().copied().or(self.first)
    }

    /// Takes over what another text holds.
    pub(super) fn append(&mut self, source: &str, other: &Stretches) {
        for span in other.first.iter().chain(&other.more) {
            self.push(source, *span);
        }
    }

    /// The joined text.
    pub(super) fn join<'t>(&self, source: Source<'t>) -> Prose<'t> {
        let Some(first) = self.first else { return Prose::default() };
        let slice = &source.text[first.range()];
        if self.more.is_empty() && (source.tidy || is_plain(slice)) {
            return source.tidy_part(first);
        }
        let mut joined = Joined { text: String::new(), pieces: Vec::new() };
        for span in std::iter::once(&first).chain(&self.more) {
            joined.take(source, *span);
        }
        let Joined { text, mut pieces } = joined;
        if pieces.is_empty() {
            // Nothing is left of it, and that stands nowhere.
            pieces.push(Piece::default());
            return Prose { span: first, pieces, ..Prose::default() };
        }
        Prose { text: Cow::Owned(text), span: self.span().unwrap_or(first), pieces }
    }
}

/// A joined text: single blanks, NFC, without refused characters.
#[derive(Clone, Debug, Default)]
pub(super) struct Prose<'t> {
    /// The words.
    pub(super) text: Cow<'t, str>,
    /// Where all of it stands.
    pub(super) span: Span,
    /// None where the file has it there as it stands.
    pieces: Vec<Piece>,
}

/// A stretch of the joined text and the bytes it comes from.
#[derive(Clone, Copy, Debug, Default)]
struct Piece {
    at: usize,
    len: usize,
    source: Span,
    // Byte for byte; otherwise places inside it are those of the whole piece.
    exact: bool,
}

impl Prose<'_> {
    /// The place in the file of a range of the joined text.
    #[inline]
    pub(super) fn locate(&self, range: std::ops::Range<usize>) -> Span {
        if self.pieces.is_empty() {
            let from = self.span.start as usize;
            return Span::new(from + range.start, from + range.end);
        }
        self.locate_in_pieces(range)
    }

    fn locate_in_pieces(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.piece(range.start, true);
        let end = self.piece(range.end.saturating_sub(usize::from(range.end > range.start)), false);
        let from = if start.exact {
            start.source.start as usize + range.start.clamp(start.at, start.at + start.len) - start.at
        } else {
            start.source.start as usize
        };
        let to = if end.exact {
            end.source.start as usize + range.end.clamp(end.at, end.at + end.len) - end.at
        } else {
            end.source.end as usize
        };
        Span::new(from, to.max(from))
    }

    /// The piece that holds a place of the joined text; between two, the next one or the one before.
    fn piece(&self, at: usize, next: bool) -> Piece {
        let pieces = &self.pieces;
        let index = pieces.partition_point(|piece| piece.at <= at).max(1);
        let held = pieces[index - 1];
        if next && at >= held.at + held.len && index < pieces.len() { pieces[index] } else { held }
    }

    /// The way back, for whoever needs it when the text is gone.
    pub(super) fn seams(&self) -> Seams {
        let mut seams = Seams::default();
        if self.pieces.is_empty() {
            seams.push(0..self.text.len(), self.span.start);
        }
        for piece in self.pieces.iter().filter(|piece| piece.exact) {
            seams.push(piece.at..piece.at + piece.len, piece.source.start);
        }
        seams
    }

    /// A range of the joined text without the blanks around it.
    #[inline]
    pub(super) fn trimmed(&self, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        // One blank, as behind a comma, is most of what is ever cut off.
        match &self.text.as_bytes()[range.clone()] {
            [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => range,
            [b' ', first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => {
                range.start + 1..range.end
            }
            _ => self.trimmed_anywhere(range),
        }
    }

    fn trimmed_anywhere(&self, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let slice = &self.text[range.clone()];
        let start = range.end - slice.trim_start().len();
        start..start + slice.trim().len()
    }

    /// A part of the joined text, without the blanks around it, and its place.
    #[inline]
    pub(super) fn part<T: for<'a> From<&'a str>>(&self, range: std::ops::Range<usize>) -> Spanned<T> {
        let range = self.trimmed(range);
        Spanned::new(T::from(&self.text[range.clone()]), self.locate(range))
    }

    /// The same text with a word behind it that stands elsewhere.
    pub(super) fn with_word(self, word: &str) -> Prose<'static> {
        let text = format!("{} {word}", self.text);
        let pieces = vec![Piece { at: 0, len: text.len(), source: self.span, exact: false }];
        Prose { text: Cow::Owned(text), span: self.span, pieces }
    }

    /// All of it.
    pub(super) fn into_spanned(self) -> Spanned<SmolStr> {
        Spanned::new(SmolStr::from(self.text), self.span)
    }
}

struct Joined {
    text: String,
    pieces: Vec<Piece>,
}

impl Joined {
    fn take(&mut self, source: Source<'_>, span: Span) {
        let slice = &source.text[span.range()];
        if source.tidy || is_plain(slice) {
            return self.add(slice, span, true);
        }
        let base = span.start as usize;
        let mut at = 0;
        for word in slice.split(is_blank) {
            let place = Span::new(base + at, base + at + word.len());
            at += word.len();
            at += slice[at..].chars().next().map_or(0, char::len_utf8);
            if word.is_empty() {
                continue;
            }
            if is_nfc(word) && !word.contains(is_refused) {
                self.add(word, place, true);
            } else {
                let clean: String = word.chars().filter(|c| !is_refused(*c)).nfc().collect();
                if !clean.is_empty() {
                    self.add(&clean, place, false);
                }
            }
        }
    }

    fn add(&mut self, words: &str, source: Span, exact: bool) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.pieces.push(Piece { at: self.text.len(), len: words.len(), source, exact });
        self.text.push_str(words);
    }
}

/// Whether a stretch can be taken as it stands: nearly always.
fn is_plain(slice: &str) -> bool {
    !has_two_blanks(slice)
        && (is_printable_ascii(slice)
            || (!slice.contains(|c| (is_blank(c) && c != ' ') || is_refused(c)) && is_nfc(slice)))
}

/// A stretch without the blanks around it.
pub(super) fn trim(source: &str, span: Span) -> Span {
    let bytes = &source.as_bytes()[span.range()];
    if let (Some(first), Some(last)) = (bytes.first(), bytes.last())
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return span;
    }
    let slice = &source[span.range()];
    let start = span.start as usize + slice.len() - slice.trim_start_matches(is_blank).len();
    Span::new(start, start + slice.trim_matches(is_blank).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(source: &str) -> Prose<'_> {
        let mut stretches = Stretches::default();
        let mut at = 0;
        for line in source.split('\n') {
            stretches.push(source, Span::new(at, at + line.len()));
            at += line.len() + 1;
        }
        stretches.join(Source::new(source))
    }

    #[test]
    fn a_place_in_a_continuation_is_a_place_in_its_own_line() {
        let source = "satu  dua\n     tiga\u{A0}empat";
        let joined = prose(source);
        assert_eq!(joined.text, "satu dua tiga empat");
        for word in ["satu", "dua", "tiga", "empat"] {
            let at = joined.text.find(word).unwrap();
            assert_eq!(&source[joined.locate(at..at + word.len()).range()], word);
        }
        let at = joined.text.find("dua tiga").unwrap();
        assert_eq!(&source[joined.locate(at..at + 8).range()], "dua\n     tiga");
        assert_eq!(joined.seams().locate(at..at + 8), Some(joined.locate(at..at + 8)));
    }

    #[test]
    fn a_word_that_is_normalised_is_found_as_a_whole() {
        let source = "nama Rene\u{301}e di sini";
        let joined = prose(source);
        assert_eq!(joined.text, "nama Renée di sini");
        let at = joined.text.find("né").unwrap();
        assert_eq!(&source[joined.locate(at..at + 3).range()], "Rene\u{301}e");
        assert_eq!(joined.seams().locate(at..at + 3), None);
    }
}
