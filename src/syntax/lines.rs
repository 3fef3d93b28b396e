//! One line cut into its parts: by hand where the line is of a common shape, by the grammar where it is not.
//!
//! The grammar's `file` and `line` are the definition. What is written here is the same once more for lines whose marks
//! are ASCII; it refuses every other line. Random lines in the tests hold the two together.

use pest::Parser;
use pest::iterators::Pair;

use super::definition;
use super::grammar::{Grammar, Rule};
use crate::source::Span;

/// A line as the grammar cuts it: from its first character that is no blank to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// Where the line begins.
    pub(super) start: usize,
    /// The whole line behind its indent, blanks at its end included.
    pub(super) span: Span,
    pub(super) parts: Parts,
}

/// What a line is made of. `text` is all that follows the mark and the blanks behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    /// `waktu: 7 hari`
    Labelled { label: Span, text: Span },
    /// `- Kadis = Kepala Dinas`
    Item { text: Span },
    /// `2a. Petugas: Menyusun pilihan jadwal`
    Numbered { number: Span, mark: Mark, actors: Option<Span>, text: Span },
    /// `# abaikan SOP203: alasan`
    Comment,
    /// `a. data pribadi`
    Lettered { text: Span },
    /// `• Komputer`
    Bullet { text: Span },
    /// None of the above.
    Plain,
}

/// What stands behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `2.`
    Dot,
    /// `2)`
    Bracket,
    /// `2 Kabid: …`
    Space,
}

/// Who takes the lines of a text.
pub(super) trait Lines {
    /// Where the line starts that is to be cut next: here, or behind lines that were read whole.
    fn ahead(&mut self, start: usize) -> usize;

    /// Takes a line.
    fn take(&mut self, cut: Cut);
}

/// Cuts every line of a text that holds more than blanks.
pub(super) fn each(text: &str, lines: &mut impl Lines) {
    if definition::alone() {
        return by_grammar(text, 0, &mut |cut| lines.take(cut));
    }
    let mut start = 0;
    while start <= text.len() {
        start = lines.ahead(start);
        let end = memchr::memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |at| start + at);
        match by_hand(text, start, end) {
            Ok(Some(cut)) => lines.take(cut),
            Ok(None) => {}
            // U+FEFF is no character of the first line, and one of any other.
            Err(()) if start > 0 && text[start..end].starts_with('\u{FEFF}') => {
                return by_grammar(text, start, &mut |cut| lines.take(cut));
            }
            Err(()) => by_grammar(&text[..end], start, &mut |cut| lines.take(cut)),
        }
        start = end + 1;
    }
}

/// Cuts every line from `from` on, which is where one begins, as the grammar does.
pub(super) fn by_grammar(text: &str, from: usize, take: &mut impl FnMut(Cut)) {
    // Behind its first line a text is read as any other; only there a line end may stand before U+FEFF.
    let from = if text[from..].starts_with('\u{FEFF}') { from.saturating_sub(1) } else { from };
    let lines =
        Grammar::parse(Rule::file, &text[from..]).expect("bug: the grammar's `file` reads every text");
    lines.flat_map(Pair::into_inner).filter_map(|pair| cut_of(text, &pair, from)).for_each(take);
}

fn cut_of(text: &str, pair: &Pair<'_, Rule>, base: usize) -> Option<Cut> {
    let place = |pair: &Pair<'_, Rule>| {
        let span = pair.as_span();
        Span::new(base + span.start(), base + span.end())
    };
    let inner = || pair.clone().into_inner();
    let last = || inner().last().map_or(place(pair), |last| place(&last));
    let parts = match pair.as_rule() {
        Rule::labelled => {
            let mut parts = inner();
            Parts::Labelled { label: place(&parts.next()?), text: place(&parts.next()?) }
        }
        Rule::item => Parts::Item { text: last() },
        Rule::numbered => {
            let (mut number, mut mark, mut actors, mut text) = (None, Mark::Dot, None, place(pair));
            for part in inner() {
                match part.as_rule() {
                    Rule::number => number = Some(place(&part)),
                    Rule::actors => actors = Some(place(&part)),
                    Rule::text => text = place(&part),
                    Rule::bracket => mark = Mark::Bracket,
                    Rule::space => mark = Mark::Space,
                    _ => mark = Mark::Dot,
                }
            }
            Parts::Numbered { number: number?, mark, actors, text }
        }
        Rule::comment => Parts::Comment,
        Rule::lettered => Parts::Lettered { text: last() },
        Rule::bullet => Parts::Bullet { text: last() },
        Rule::plain => Parts::Plain,
        _ => return None,
    };
    let span = place(pair);
    let start = text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
    Some(Cut { start, span, parts })
}

/// Whether a byte is a blank by itself. A no-break space has two bytes: where one could be a blank, a line is refused.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r')
}

/// The line between two places; `Ok(None)` for one that is all blanks, `Err` for one that the grammar should read.
fn by_hand(text: &str, start: usize, end: usize) -> Result<Option<Cut>, ()> {
    let bytes = &text.as_bytes()[..end];
    let at = |place: usize| bytes.get(place).copied();
    let ascii =
        |place: usize| at(place).map_or(Ok(None), |byte| if byte < 128 { Ok(Some(byte)) } else { Err(()) });
    let behind_blanks = |mut place: usize| {
        while at(place).is_some_and(is_blank) {
            place += 1;
        }
        ascii(place).map(|_| place)
    };
    let begin = behind_blanks(start)?;
    let Some(first) = ascii(begin)? else { return Ok(None) };
    let span = Span::new(begin, end);
    let text_from = |place: usize| behind_blanks(place).map(|from| Span::new(from, end));
    // Nearly always it is near.
    let colon_from = |place: usize| bytes[place..].iter().position(|byte| *byte == b':').map(|at| place + at);
    let labelled = || {
        Ok(match colon_from(begin) {
            Some(colon) if colon > begin => {
                Parts::Labelled { label: Span::new(begin, colon), text: text_from(colon + 1)? }
            }
            _ => Parts::Plain,
        })
    };
    let parts = match first {
        b'-' if at(begin + 1) != Some(b'>') => Parts::Item { text: text_from(begin + 1)? },
        b'#' => Parts::Comment,
        b'*' => Parts::Bullet { text: text_from(begin + 1)? },
        b'0'..=b'9' => {
            let mut behind = begin;
            while at(behind).is_some_and(|byte| byte.is_ascii_digit()) {
                behind += 1;
            }
            let lettered = ascii(behind)?.is_some_and(|byte| byte.is_ascii_alphabetic());
            if lettered && !ascii(behind + 1)?.is_some_and(|byte| byte.is_ascii_alphabetic()) {
                behind += 1;
            }
            let number = Span::new(begin, behind);
            let next = ascii(behind + 1)?;
            let mark = match at(behind) {
                Some(b'.') if next.is_none_or(|byte| is_blank(byte) || byte.is_ascii_alphabetic()) => {
                    Some(Mark::Dot)
                }
                Some(b')') => Some(Mark::Bracket),
                Some(byte) if is_blank(byte) => {
                    let words = behind_blanks(behind)?;
                    colon_from(words).filter(|colon| *colon > words).map(|_| Mark::Space)
                }
                _ => None,
            };
            match mark {
                None => labelled()?,
                Some(mark) => {
                    let from = behind_blanks(behind + 1)?;
                    match colon_from(from).filter(|colon| *colon > from) {
                        Some(colon) => {
                            let actors = Some(Span::new(from, colon));
                            Parts::Numbered { number, mark, actors, text: text_from(colon + 1)? }
                        }
                        None => Parts::Numbered { number, mark, actors: None, text: Span::new(from, end) },
                    }
                }
            }
        }
        letter if letter.is_ascii_alphabetic() && matches!(at(begin + 1), Some(b'.' | b')')) => {
            match ascii(begin + 2)? {
                None => Parts::Lettered { text: Span::new(end, end) },
                Some(byte) if is_blank(byte) => Parts::Lettered { text: text_from(begin + 2)? },
                Some(_) => labelled()?,
            }
        }
        _ => labelled()?,
    };
    Ok(Some(Cut { start, span, parts }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    impl Lines for Vec<Cut> {
        fn ahead(&mut self, start: usize) -> usize {
            start
        }

        fn take(&mut self, cut: Cut) {
            self.push(cut);
        }
    }

    fn cuts(text: &str) -> (Vec<Cut>, Vec<Cut>) {
        let (mut mixed, mut defined) = (Vec::new(), Vec::new());
        each(text, &mut mixed);
        by_grammar(text, 0, &mut |cut| defined.push(cut));
        (mixed, defined)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn lines_are_cut_as_the_grammar_cuts_them(
            text in "(\u{FEFF})?([ \t\r\u{A0}]{0,2}[-#*•a2b0-9.):>→é\u{A0}\u{FEFF} ]{0,5}[ a:A.é\u{A0}\r]{0,6}\n?){0,4}"
        ) {
            let (mixed, defined) = cuts(&text);
            prop_assert_eq!(mixed, defined);
        }
    }

    #[test]
    fn every_mark_is_read_by_hand() {
        for (line, parts) in [
            ("sop: x", Parts::Labelled { label: Span::new(0, 3), text: Span::new(5, 6) }),
            ("  - x", Parts::Item { text: Span::new(4, 5) }),
            ("# x", Parts::Comment),
            ("* x", Parts::Bullet { text: Span::new(2, 3) }),
            ("a. x", Parts::Lettered { text: Span::new(3, 4) }),
            ("kata saja", Parts::Plain),
            (
                "2a. K: x",
                Parts::Numbered {
                    number: Span::new(0, 2),
                    mark: Mark::Dot,
                    actors: Some(Span::new(4, 5)),
                    text: Span::new(7, 8),
                },
            ),
        ] {
            let cut = by_hand(line, 0, line.len()).ok().flatten();
            assert_eq!(cut.map(|cut| cut.parts), Some(parts), "{line}");
        }
        assert_eq!(by_hand(" \t\r", 0, 3), Ok(None));
        assert_eq!(by_hand("→ x", 0, 5), Err(()));
    }
}
