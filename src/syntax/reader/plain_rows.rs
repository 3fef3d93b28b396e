//! Rows of the commonest shape, read whole: a number, who acts and what is done on one line, and below it papers, time and
//! remark on a line each. Any other row is left to the reader of lines, which makes the same of these; the tests of
//! `definition` hold the two together.

use super::{MOST_FOUND, Open, Reader};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Baris, Kegiatan, Nomor};
use crate::syntax::characters::MAX_LINE;
use crate::syntax::keys::Key;
use crate::syntax::prose::Source;
use crate::syntax::{definition, fields, from_pairs, values};
use smallvec::SmallVec;

/// The fields that such a row may have, each once, as they are typed.
const FIELDS: [(Key, &[u8]); 4] = [
    (Key::Kelengkapan, b"kelengkapan: "),
    (Key::Waktu, b"waktu: "),
    (Key::Output, b"output: "),
    (Key::Keterangan, b"keterangan: "),
];

/// Such a row, and where its parts stand.
struct Plain {
    nomor: Spanned<Nomor>,
    actors: Span,
    text: Span,
    /// Key and value.
    fields: SmallVec<[(Spanned<Key>, Span); FIELDS.len()]>,
    /// Its last line.
    end: usize,
    /// The start of the line that shows that it has ended.
    next: usize,
}

impl Reader<'_> {
    /// Reads such rows from the start of a line on; where the first line starts that is left.
    pub(super) fn plain_rows(&mut self, mut start: usize) -> usize {
        let expected = self.in_rows && !self.over && self.comments.is_empty() && !self.tabular;
        let noted = self.field.as_ref().is_some_and(|field| field.misplaced);
        if !expected || noted || definition::alone() {
            return start;
        }
        while self.found.len() <= MOST_FOUND
            && let Some(row) = self.plain_row(start)
        {
            start = row.next;
            self.take_row(row);
        }
        start
    }

    /// The row whose line starts here, if all of it is of this shape.
    fn plain_row(&self, start: usize) -> Option<Plain> {
        let bytes = self.text.as_bytes();
        let name = name_behind_number(bytes, start)?;
        let line_end = |from: usize| {
            let end = memchr::memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |at| from + at);
            (end - from <= MAX_LINE && bytes[end - 1].is_ascii_graphic()).then_some(end)
        };
        let mut end = line_end(start)?;
        let colon = name + bytes[name..end].iter().position(|byte| matches!(byte, b':' | b'('))?;
        if bytes[colon - 1] == b' ' || !bytes[colon..end].starts_with(b": ") {
            return None;
        }
        let number = Span::new(start, name - ". ".len());
        let nomor = Spanned::new(values::nomor(&self.text[number.range()])?, number);
        let (actors, text) = (Span::new(name, colon), Span::new(colon + ": ".len(), end));
        let mut row = Plain { nomor, actors, text, fields: SmallVec::new(), end, next: bytes.len() };
        loop {
            let line = (end + 1).min(bytes.len());
            let begin = line + bytes[line..].iter().take_while(|byte| **byte == b' ').count();
            match bytes.get(begin) {
                None => break,
                Some(b'\n') => end = begin,
                Some(_) if begin == line => {
                    if name_behind_number(bytes, line).is_none() && !bytes[line..].starts_with(b"tahap:") {
                        return None;
                    }
                    row.next = line;
                    break;
                }
                Some(_) => {
                    let (key, typed) = FIELDS.iter().find(|(_, typed)| bytes[begin..].starts_with(typed))?;
                    end = line_end(line)?;
                    let value = Span::new(begin + typed.len(), end);
                    if row.fields.iter().any(|(known, _)| known.value == *key)
                        || !fields::stands_on_a_line(*key, &self.text[value.range()])
                    {
                        return None;
                    }
                    let key = Spanned::new(*key, Span::new(begin, begin + typed.len() - ": ".len()));
                    row.fields.push((key, value));
                    row.end = end;
                }
            }
        }
        let tidy = self.source.tidy || Source::new(&self.text[start..row.end]).tidy;
        (tidy && !self.is_text_before(actors, text)).then_some(row)
    }

    fn take_row(&mut self, row: Plain) {
        self.close_row();
        self.open = Open::Nothing;
        self.last_number = row.nomor.value.angka;
        let Reader { source, found, .. } = self;
        let oleh = from_pairs::oleh(&source.tidy_part(row.actors), found);
        let uraian = source.tidy_part(row.text);
        let fields =
            row.fields.into_iter().map(|(key, value)| fields::of_a_line(key, source.tidy_part(value), found));
        let row = Kegiatan {
            comments: Vec::new(),
            nomor: row.nomor,
            oleh,
            uraian_letak: uraian.seams(),
            uraian: uraian.into_spanned(),
            rincian: Vec::new(),
            fields: fields.collect(),
            span: Span { end: row.end as u32, ..row.nomor.span },
        };
        self.sop.baris.push(Baris::Kegiatan(row));
    }
}

/// Where the name begins behind `12. `, if a capital does.
fn name_behind_number(bytes: &[u8], line: usize) -> Option<usize> {
    let digits = bytes[line..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    match bytes.get(line + digits..)? {
        [b'.', b' ', b'A'..=b'Z', ..] if digits > 0 => Some(line + digits + ". ".len()),
        _ => None,
    }
}
