//! The few lines of a file that a finding shows, made safe to print: long lines are cut around the place, and
//! characters that a terminal would obey or hide are replaced.
//!
//! miette reads a file from its start for every label; this is built from the lines that are shown, so that the size
//! of the file costs nothing.

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use sop::source::{LineColumn, LineIndex, Span};
use sop::text::is_hidden;
use std::collections::BTreeSet;

/// A label over more lines than this is shown by its first line.
const MOST_LINES: usize = 6;

/// Lines of a file, with their numbers.
pub(super) struct Excerpt {
    name: String,
    text: String,
    lines: Vec<Line>,
    /// Where each label begins here, and where that is in the file.
    places: Vec<(usize, LineColumn)>,
}

struct Line {
    /// In the file, from 0.
    number: usize,
    /// First byte in the excerpt.
    start: usize,
}

impl Excerpt {
    /// Cuts out what the labels touch, and one line around it. Returns the labels' places in the excerpt, in their order.
    pub(super) fn new(
        name: &str,
        text: &str,
        index: &LineIndex,
        labels: &[Span],
        width: usize,
        unicode: bool,
    ) -> (Excerpt, Vec<SourceSpan>) {
        let mut wanted = BTreeSet::new();
        let mut cut: Vec<(usize, usize)> = Vec::new();
        for label in labels {
            let (start, end, first, last) = touched(text, index, *label);
            // What comes after the last line end is no line.
            let lines = if text.ends_with('\n') { index.lines() - 1 } else { index.lines() };
            wanted.extend(first.saturating_sub(1)..=last);
            wanted.extend((last + 1 < lines).then_some(last + 1));
            cut.push((start, end));
        }
        let mut out =
            Excerpt { name: name.to_owned(), text: String::new(), lines: Vec::new(), places: Vec::new() };
        let mut spans: Vec<Option<(usize, usize)>> = vec![None; labels.len()];
        for number in wanted {
            let start = out.text.len();
            let (from, to) = line_range(text, index, number);
            let aim = cut.iter().map(|&(at, _)| at).find(|at| (from..=to).contains(at));
            let (left, right) = window(&text[from..to], aim.map_or(0, |at| at - from), width);
            let (left, right) = (from + left, from + right);
            let dots = if unicode { "…" } else { "..." };
            if left > from {
                out.text.push_str(dots);
            }
            let at_excerpt = |out: &Excerpt, at: usize, spans: &mut Vec<Option<(usize, usize)>>| {
                for (span, &(begin, end)) in spans.iter_mut().zip(&cut) {
                    if begin <= at && at <= end {
                        let here = out.text.len();
                        *span = Some((span.map_or(here, |(first, _)| first), here));
                    }
                }
            };
            for (offset, c) in text[left..right].char_indices() {
                at_excerpt(&out, left + offset, &mut spans);
                push_safe(&mut out.text, c, unicode);
            }
            at_excerpt(&out, right, &mut spans);
            if right < to {
                out.text.push_str(dots);
            }
            out.text.push('\n');
            out.lines.push(Line { number, start });
        }
        let spans: Vec<_> = spans.into_iter().map(Option::unwrap_or_default).collect();
        out.places = labels
            .iter()
            .zip(&spans)
            .map(|(label, (start, _))| (*start, index.line_column(text, label.start as usize)))
            .collect();
        (out, spans.into_iter().map(|(start, end)| SourceSpan::from(start..end)).collect())
    }

    fn line_at(&self, byte: usize) -> usize {
        self.lines.partition_point(|line| line.start <= byte).saturating_sub(1)
    }
}

/// The label without line ends around it, and the lines it touches, from 0.
fn touched(text: &str, index: &LineIndex, label: Span) -> (usize, usize, usize, usize) {
    let start = floor(text, label.start as usize);
    let mut end = floor(text, label.end as usize).max(start);
    while end > start && matches!(text.as_bytes()[end - 1], b'\n' | b'\r') {
        end -= 1;
    }
    let first = index.line_of(start);
    let last = index.line_of(end);
    if last - first < MOST_LINES {
        return (start, end, first, last);
    }
    (start, line_range(text, index, first).1.max(start), first, first)
}

fn floor(text: &str, byte: usize) -> usize {
    text.floor_char_boundary(byte.min(text.len()))
}

/// The bytes of a line without its end.
fn line_range(text: &str, index: &LineIndex, line: usize) -> (usize, usize) {
    let start = index.start_of(line);
    let end = if line + 1 < index.lines() { index.start_of(line + 1) - 1 } else { text.len() };
    let end = end.max(start);
    (start, if text[start..end].ends_with('\r') { end - 1 } else { end })
}

/// The part of a long line to show, a third of it before `aim`.
fn window(line: &str, aim: usize, width: usize) -> (usize, usize) {
    if line.len() <= width {
        return (0, line.len());
    }
    let aim = floor(line, aim);
    let back = |from: usize, by: usize| line[..from].char_indices().rev().nth(by).map_or(0, |(at, _)| at);
    let forth = |from: usize| line[from..].char_indices().nth(width).map_or(line.len(), |(at, _)| from + at);
    let mut left = back(aim, width / 3);
    let right = forth(left);
    if right == line.len() {
        left = back(right, width);
    }
    (left, right)
}

fn push_safe(out: &mut String, c: char, unicode: bool) {
    match c {
        '\t' => out.push(c),
        _ if !is_hidden(c) => out.push(c),
        '\0'..='\u{1f}' if unicode => out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('?')),
        _ => out.push(if unicode { char::REPLACEMENT_CHARACTER } else { '?' }),
    }
}

/// Words that hold names from a document, made safe to print.
pub(super) fn safe(words: &str, unicode: bool) -> String {
    let mut out = String::with_capacity(words.len());
    words.chars().for_each(|c| push_safe(&mut out, c, unicode));
    out
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (from, to) = (span.offset(), span.offset() + span.len());
        if to > self.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let joined = |above: usize| self.lines[above].number + 1 == self.lines[above + 1].number;
        let (mut first, mut last) = (self.line_at(from), self.line_at(to));
        for _ in 0..before {
            if first > 0 && joined(first - 1) {
                first -= 1;
            }
        }
        for _ in 0..after {
            if last + 1 < self.lines.len() && joined(last) {
                last += 1;
            }
        }
        let start = self.lines[first].start;
        let end = self.lines.get(last + 1).map_or(self.text.len(), |line| line.start);
        let place = self.places.iter().find(|(at, _)| *at == from && before == 0).map(|(_, place)| *place);
        let (line, column) =
            place.map_or((self.lines[first].number, 0), |place| (place.line - 1, place.column - 1));
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            &self.text.as_bytes()[start..end],
            SourceSpan::from(start..end),
            line,
            column,
            last - first + 1,
        )))
    }
}
