//! What stands on lines of the commonest shape, read by whole lines. Any other line is left to the reader of lines, which
//! makes the same of these; the tests of `definition` hold the two together.

mod fields;
mod rows;

use super::Reader;
use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::ast::Field;
use crate::syntax::characters::MAX_LINE;
use crate::syntax::fields::{of_a_line, of_items};
use crate::syntax::here::Here;
use crate::syntax::keys::Key;
use crate::syntax::prose::Source;
use smol_str::SmolStr;

/// What a field of such lines holds.
enum Body {
    /// A value behind the key.
    Line(Span),
    /// Nothing behind the key, and an item on each line below it.
    Items(Vec<Span>),
}

impl Body {
    /// Where it ends.
    fn end(&self) -> u32 {
        let last = match self {
            Body::Line(value) => Some(value),
            Body::Items(items) => items.last(),
        };
        last.map_or(0, |last| last.end)
    }

    fn read(
        &self,
        key: Spanned<Key>,
        kondisi: Option<Spanned<SmolStr>>,
        source: Source<'_>,
        here: &Here,
        found: &mut Vec<Diagnostic>,
    ) -> Field {
        match self {
            Body::Line(value) => of_a_line(key, kondisi, source.tidy_part(*value), here, found),
            Body::Items(items) => of_items(key, source, items, found),
        }
    }
}

impl Reader<'_> {
    /// Where a line ends that could be plain: it is no longer than a line may be, tidy, and nothing unseen stands at its end.
    fn plain_line(&self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let end = memchr::memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |at| from + at);
        let plain = end - from <= MAX_LINE && bytes[..end].last().is_some_and(u8::is_ascii_graphic);
        (plain && (self.source.tidy || Source::new(&self.text[from..end]).tidy)).then_some(end)
    }

    /// The items from the start of a line on, and where the line starts that is none. None if one of them may be more than an item.
    fn plain_items(&self, mut line: usize, is_plain: impl Fn(&str) -> bool) -> Option<(Body, usize)> {
        let bytes = self.text.as_bytes();
        let mut items = Vec::new();
        loop {
            line = line.min(bytes.len());
            line += bytes[line..].iter().take_while(|byte| **byte == b'\n').count();
            let begin = line + bytes[line..].iter().take_while(|byte| **byte == b' ').count();
            let Some([b'-', b' ', first]) = bytes.get(begin..begin + 3) else { break };
            if !first.is_ascii_graphic() || (self.in_rows && begin == line) {
                break;
            }
            let end = self.plain_line(line)?;
            let item = Span::new(begin + "- ".len(), end);
            let typed = &self.text[item.range()];
            // A colon may be that of a field, and `- 2 -` is the number of a page.
            if memchr::memchr(b':', typed.as_bytes()).is_some() || typed.ends_with('-') || !is_plain(typed) {
                return None;
            }
            items.push(item);
            line = end + 1;
        }
        (!items.is_empty()).then_some((Body::Items(items), line))
    }
}
