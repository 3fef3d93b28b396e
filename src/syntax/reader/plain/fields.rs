//! Fields of the identity: a key at the margin with its value on the same line, or with items on lines below it. Such a
//! field has ended where the next key stands.

use super::Body;
use crate::source::{Span, Spanned};
use crate::syntax::fields;
use crate::syntax::here::Here;
use crate::syntax::keys::{self, Key, Place, Shape};
use crate::syntax::reader::{MOST_FOUND, Open, Reader};

/// Such a field, and where its parts stand.
struct Plain {
    key: Spanned<Key>,
    value: Body,
    /// Where the next line starts, and the head of its field, unless the rows begin there.
    next: usize,
    next_head: Option<Head>,
}

/// The key of a field, and where its colon stands.
type Head = (Key, usize);

impl Reader<'_> {
    /// Reads such fields from the start of a line on; where the first line starts that is left.
    pub(in crate::syntax::reader) fn plain_fields(&mut self, mut start: usize) -> usize {
        let last = self.field.as_ref().map(|field| field.key.value);
        let mut head = self.field_head(start, last);
        while self.found.len() <= MOST_FOUND
            && let Some(at) = head
            && let Some(field) = self.plain_identity(start, at)
        {
            (start, head) = (field.next, field.next_head);
            self.take_field(field);
        }
        start
    }

    /// The field whose line starts here, if all of it is of this shape.
    fn plain_identity(&self, start: usize, (key, colon): Head) -> Option<Plain> {
        let shape = key.info().shape;
        if self.identity_keys.holds(key) || shape == Shape::Batas {
            return None;
        }
        let end = self.plain_line(start)?;
        let (value, line) = match self.text[colon + 1..end].strip_prefix(' ') {
            Some(value) if fields::stands_on_a_line(key, value) => {
                let blank = self.text[end..].bytes().take_while(|byte| *byte == b'\n').count();
                (Body::Line(Span::new(colon + 2, end)), end + blank)
            }
            None if colon + 1 == end
                && matches!(shape, Shape::List | Shape::TextOrList | Shape::Pelaksana) =>
            {
                self.plain_items(end + 1, |_| true)?
            }
            _ => return None,
        };
        let bytes = self.text.as_bytes();
        let next_head = self.field_head(line, Some(key));
        if next_head.is_none() && !bytes[line..].starts_with(b"kegiatan:") {
            return None;
        }
        Some(Plain { key: Spanned::new(key, Span::new(start, colon)), value, next: line, next_head })
    }

    fn take_field(&mut self, field: Plain) {
        self.close_field();
        self.identity_keys.first(field.key.value, field.key.span);
        let here = Here { row: None, above: &[] };
        let mut read = field.value.read(field.key, None, self.source, &here, &mut self.found);
        read.comments = std::mem::take(&mut self.comments);
        if field.key.value == Key::Pelaksana {
            self.lanes = Some(self.sop.fields.len());
        }
        self.sop.fields.push(read);
        self.open = Open::Field;
    }

    /// The head of a field of the identity, if a line is `unit: …`.
    fn field_head(&self, line: usize, last: Option<Key>) -> Option<Head> {
        let (key, colon) = keys::heading(&self.text[line..], last)?;
        (key.info().place == Place::Identity).then_some((key, line + colon))
    }
}
