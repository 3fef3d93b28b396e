//! Rows of the commonest shape, read whole: a number, who acts and what is done on one line, and below it fields that
//! stand on a line each. Any other row is left to the reader of lines, which makes the same of these; the tests of
//! `definition` hold the two together.

use super::flow_lines::has_several_answers;
use super::{MOST_FOUND, Open, Reader};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Baris, Kegiatan, Nomor};
use crate::syntax::characters::MAX_LINE;
use crate::syntax::here::Here;
use crate::syntax::keys::{self, Key, Keys, Place, Shape};
use crate::syntax::prose::Source;
use crate::syntax::{fields, from_pairs, values};
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
#[derive(Clone, Copy)]
struct PlainField {
    key: Spanned<Key>,
    kondisi: Option<Span>,
    value: Span,
}

impl Reader<'_> {
    /// Reads such rows from the start of a line on; where the first line starts that is left.
    pub(super) fn plain_rows(&mut self, mut start: usize) -> usize {
        let noted = self.field.as_ref().is_some_and(|field| field.misplaced);
        if noted || self.over {
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
        let mut end = self.plain_line(start)?;
        let number = Span::new(start, name - ". ".len());
        let nomor = Spanned::new(values::nomor(&self.text[number.range()])?, number);
        let (actors, text) = (Span::new(name, colon), Span::new(colon + ": ".len(), end));
        let mut row =
            Plain { nomor, actors, text, fields: SmallVec::new(), end, next: bytes.len(), next_head: None };
        let mut keys = Keys::default();
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
                    end = self.plain_line(line)?;
                    let last = row.fields.last().map_or(Key::BatasWaktu, |field| field.key.value);
                    let field = self.plain_field(Span::new(begin, end), last)?;
                    if !keys.add(field.key.value) {
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

    /// Where a line ends that could be plain: it is no longer than a line may be, and nothing unseen stands at its end.
    pub(super) fn plain_line(&self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let end = memchr::memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |at| from + at);
        (end - from <= MAX_LINE && bytes[..end].last().is_some_and(u8::is_ascii_graphic)).then_some(end)
    }

    /// The field that a line is, without the blanks around it.
    fn plain_field(&self, line: Span, last: Key) -> Option<PlainField> {
        let typed = &self.text[line.range()];
        let (key, colon, kondisi) = match keys::heading(typed, Some(last)) {
            Some((key, colon)) => (key, colon, None),
            None => {
                let colon = typed.bytes().position(|byte| matches!(byte, b':' | b'('))?;
                let said = |words: &str| words.bytes().last().is_some_and(|last| last != b' ');
                let (word, words) = typed[..colon].split_once(", ").filter(|(_, words)| said(words))?;
                let key = keys::short(word, None).filter(|key| matches!(key, Key::Ya | Key::Tidak))?;
                (key, colon, Some(words))
            }
        };
        let value = typed[colon..].strip_prefix(": ")?;
        let info = key.info();
        let flow = info.shape == Shape::Alur || key == Key::BilaPerlu;
        if info.place != Place::Row
            || flow && !is_bare_target(value) && has_several_answers(typed)
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
        let fields = row.fields.iter().map(|PlainField { key, kondisi, value }| {
            let kondisi = kondisi.map(|words| source.tidy_part(words).into_spanned());
            fields::of_a_line(*key, kondisi, source.tidy_part(*value), &here, found)
        });
        read.fields = fields.collect();
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

/// `lanjut ke 5`, `kembali ke 3` and no more: what most lines of the flow say.
fn is_bare_target(value: &str) -> bool {
    let row = value.strip_prefix("lanjut ke ").or_else(|| value.strip_prefix("kembali ke "));
    row.is_some_and(|row| row.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::Reader;
    use crate::syntax::lines::{self, Cut, Lines};

    /// A reader, and the lines that are left to it one by one.
    struct Watched<'t>(Reader<'t>, Vec<&'t str>);

    impl Lines for Watched<'_> {
        fn ahead(&mut self, start: usize) -> usize {
            self.0.ahead(start)
        }

        fn take(&mut self, cut: Cut) {
            self.1.extend(self.0.text[cut.start..].lines().next());
            self.0.take(cut);
        }
    }

    fn left(text: &str) -> Vec<&str> {
        let mut watched = Watched(Reader::new(text), Vec::new());
        lines::each(text, &mut watched);
        watched.1
    }

    const FIELDS: &str = "sop: Uji\nNomor: 1/2025\ninstansi:\n  - Kabupaten\n  - Dinas\n\nunit: Bagian\n\
        tanggal pembuatan: 2 Juni 2025\ntanggal revisi: -\nnip: 1\ndasar hukum:\n- UU Nomor 1\n\n  - PP\nperingatan: Segera\n\
        pelaksana:\n  - Kasi\n  - Kabid\n";
    const ROWS: &str = "kegiatan:\n\n1. Kasi: Menyusun\n   kelengkapan: Surat, Berkas\n   waktu: 2 jam 30 menit\n\n   output: Konsep\n\
        2. Kabid: Memeriksa\n   ya, lengkap: lanjut ke 3\n   tidak: kembali ke 1, paling banyak 2 kali\n   Waktu: 1 hari\n\
        tahap: Akhir\n3. Kasi atau Kabid: Mengirim\n   output: -\n\n12. Kasi: Menyimpan\n   alur: selesai\n";

    #[test]
    fn of_an_ordinary_sheet_hardly_a_line_is_left() {
        let text = format!("{FIELDS}{ROWS}");
        let lanes = ["pelaksana:", "  - Kasi", "  - Kabid"];
        assert_eq!(left(&text), [&lanes[..], &["kegiatan:", "tahap: Akhir"]].concat());
    }
}
