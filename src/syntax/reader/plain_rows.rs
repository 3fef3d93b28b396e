//! Rows of the commonest shape, read whole: a number, who acts and what is done on one line, and below it fields that
//! stand on a line each. Any other row is left to the reader of lines, which makes the same of these; the tests of
//! `definition` hold the two together.

use super::flow_lines::has_several_answers;
use super::{MOST_FOUND, Open, Reader};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Baris, Kegiatan, Nomor};
use crate::syntax::characters::MAX_LINE;
use crate::syntax::here::Here;
use crate::syntax::keys::{self, Key};
use crate::syntax::prose::Source;
use crate::syntax::{definition, fields, from_pairs, values};
use smallvec::SmallVec;

/// Such a row, and where its parts stand.
struct Plain {
    nomor: Spanned<Nomor>,
    actors: Span,
    text: Span,
    fields: SmallVec<[PlainField; 6]>,
    /// Its last line.
    end: usize,
    /// The start of the line that shows that it has ended, and what begins there, if it is another row.
    next: usize,
    next_head: Option<Head>,
}

/// Where the actors of a row begin, and where their colon stands.
type Head = (usize, usize);

/// A field of such a row.
struct PlainField {
    key: Spanned<Key>,
    kondisi: Option<Span>,
    value: Span,
}

impl Reader<'_> {
    /// Reads such rows from the start of a line on; where the first line starts that is left.
    pub(super) fn plain_rows(&mut self, mut start: usize) -> usize {
        let expected = self.in_rows && !self.over && self.comments.is_empty() && !self.tabular;
        let noted = self.field.as_ref().is_some_and(|field| field.misplaced);
        if !expected || noted || definition::alone() {
            return start;
        }
        let mut head = self.head(start);
        while self.found.len() <= MOST_FOUND
            && let Some(at) = head
            && let Some(row) = self.plain_row(start, at)
        {
            (start, head) = (row.next, row.next_head);
            self.take_row(row);
        }
        start
    }

    /// The row whose line starts here, if all of it is of this shape.
    fn plain_row(&self, start: usize, (name, colon): Head) -> Option<Plain> {
        let bytes = self.text.as_bytes();
        let line_end = |from: usize| {
            let end = memchr::memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |at| from + at);
            (end - from <= MAX_LINE && bytes[end - 1].is_ascii_graphic()).then_some(end)
        };
        let mut end = line_end(start)?;
        let number = Span::new(start, name - ". ".len());
        let nomor = Spanned::new(values::nomor(&self.text[number.range()])?, number);
        let (actors, text) = (Span::new(name, colon), Span::new(colon + ": ".len(), end));
        let mut row =
            Plain { nomor, actors, text, fields: SmallVec::new(), end, next: bytes.len(), next_head: None };
        loop {
            let line = (end + 1).min(bytes.len());
            let begin = line + bytes[line..].iter().take_while(|byte| **byte == b' ').count();
            match bytes.get(begin) {
                None => break,
                Some(b'\n') => end = begin,
                Some(_) if begin == line => {
                    row.next_head = self.head(line);
                    if row.next_head.is_none() && !bytes[line..].starts_with(b"tahap:") {
                        return None;
                    }
                    row.next = line;
                    break;
                }
                Some(_) => {
                    end = line_end(line)?;
                    let last = row.fields.last().map_or(Key::BatasWaktu, |field| field.key.value);
                    let field = self.plain_field(Span::new(begin, end), last)?;
                    if row.fields.iter().any(|known| known.key.value == field.key.value) {
                        return None;
                    }
                    row.fields.push(field);
                    row.end = end;
                }
            }
        }
        let tidy = self.source.tidy || Source::new(&self.text[start..row.end]).tidy;
        (tidy && !self.is_text_before(actors, text)).then_some(row)
    }

    /// The field that a line is, without the blanks around it.
    fn plain_field(&self, line: Span, last: Key) -> Option<PlainField> {
        let typed = &self.text[line.range()];
        let colon = typed.bytes().position(|byte| matches!(byte, b':' | b'('))?;
        let (label, value) = (&typed[..colon], typed[colon..].strip_prefix(": ")?);
        let (key, kondisi) = match keys::short(label, Some(last)) {
            Some(key) => (key, None),
            None => {
                let (word, words) = label.split_once(", ")?;
                (keys::short(word, Some(last))?, Some(words))
            }
        };
        let flow = matches!(key, Key::Alur | Key::Ya | Key::Tidak | Key::BilaPerlu);
        if label.ends_with(' ')
            || kondisi.is_some() && !matches!(key, Key::Ya | Key::Tidak)
            || flow && has_several_answers(typed)
            || !fields::stands_on_a_line(key, value)
        {
            return None;
        }
        let start = line.start as usize;
        let colon = start + colon;
        Some(PlainField {
            key: Spanned::new(key, Span::new(start, start + key.word().len())),
            kondisi: kondisi.map(|words| Span::new(colon - words.len(), colon)),
            value: Span::new(colon + ": ".len(), line.end as usize),
        })
    }

    fn take_row(&mut self, row: Plain) {
        self.close_row();
        self.open = Open::Nothing;
        self.last_number = row.nomor.value.angka;
        self.signed = false;
        let Reader { source, found, sop, .. } = self;
        let oleh = from_pairs::oleh(&source.tidy_part(row.actors), found);
        let uraian = source.tidy_part(row.text);
        let mut read = Kegiatan {
            comments: Vec::new(),
            nomor: row.nomor,
            oleh,
            uraian_letak: uraian.seams(),
            uraian: uraian.into_spanned(),
            rincian: Vec::new(),
            fields: Vec::new(),
            span: Span { end: row.end as u32, ..row.nomor.span },
        };
        let here = Here { row: Some(&read), above: &sop.baris };
        let mut fields = Vec::with_capacity(row.fields.len());
        for PlainField { key, kondisi, value } in row.fields {
            let kondisi = kondisi.map(|words| source.tidy_part(words).into_spanned());
            fields.push(fields::of_a_line(key, kondisi, source.tidy_part(value), &here, found));
        }
        read.fields = fields;
        sop.baris.push(Baris::Kegiatan(read));
    }

    /// The head of a row, if the line is `12. Kasi: …`. What stands before the colon may be an answer or the word for a field,
    /// unless somebody is called that.
    fn head(&self, line: usize) -> Option<Head> {
        let bytes = &self.text.as_bytes()[line..];
        let digits = bytes.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        let name = digits + ". ".len();
        if digits == 0 || !bytes[digits..].starts_with(b". ") || !bytes.get(name)?.is_ascii_uppercase() {
            return None;
        }
        let colon = name + bytes[name..].iter().position(|byte| matches!(byte, b':' | b'(' | b'\n'))?;
        let plain = bytes[colon..].starts_with(b": ") && bytes[colon - 1] != b' ';
        let actors = &self.text[line + name..line + colon];
        let named = plain
            && (self.is_declared(actors)
                || actors.split_once(" atau ").is_some_and(|(first, _)| self.is_declared(first)));
        named.then_some((line + name, line + colon))
    }
}
