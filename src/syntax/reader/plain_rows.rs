//! Rows of the commonest shape, read by whole lines: a number, who acts and what is done, and below it fields that stand on
//! a line each. Any other line is left to the reader of lines, which makes the same of these; the tests of `definition` hold
//! the two together.

use super::flow_lines::has_several_answers;
use super::{Line, MOST_FOUND, Open, Reader};
use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Baris, Kegiatan, Nomor};
use crate::syntax::characters::MAX_LINE;
use crate::syntax::fields::Draft;
use crate::syntax::here::Here;
use crate::syntax::keys::{self, Key, Keys, Place, Shape};
use crate::syntax::prose::Source;
use crate::syntax::{fields, from_pairs, values};
use crate::text::denies;
use smallvec::SmallVec;
use smol_str::SmolStr;

/// Such lines of one row, and where their parts stand.
struct Plain {
    /// None where the row was begun above.
    head: Option<PlainHead>,
    fields: SmallVec<[PlainField; 6]>,
    /// The start of the line behind them, and what that is.
    next: usize,
    then: Then,
}

/// Where the actors of a row begin, and where their colon stands.
type Head = (usize, usize);

struct PlainHead {
    nomor: Spanned<Nomor>,
    actors: Span,
    text: Span,
}

/// A field of such a row.
#[derive(Clone, Copy)]
struct PlainField {
    key: Spanned<Key>,
    kondisi: Option<Span>,
    value: Span,
}

impl PlainField {
    fn kondisi(&self, source: Source<'_>) -> Option<Spanned<SmolStr>> {
        self.kondisi.map(|words| source.tidy_part(words).into_spanned())
    }
}

/// What stands behind such lines.
enum Then {
    /// Another row.
    Row(Head),
    /// No row, and nothing that could go on with this one.
    Other,
    /// Anything: the last line may go on there.
    Unknown,
}

impl Reader<'_> {
    /// Reads such lines from the start of one on; where the first line starts that is left.
    pub(super) fn plain_rows(&mut self, mut start: usize) -> usize {
        let noted = self.field.as_ref().is_some_and(|field| field.misplaced);
        if noted || self.over {
            return start;
        }
        let mut head = self.head(start);
        while self.found.len() <= MOST_FOUND
            && let Some(row) = self.plain_row(start, head)
        {
            start = row.next;
            let then = self.take_row(row);
            let Then::Row(next) = then else { break };
            head = Some(next);
        }
        start
    }

    /// The lines of a row from here on that are of this shape: its head, or a field of one that was begun above.
    fn plain_row(&self, start: usize, head: Option<Head>) -> Option<Plain> {
        let bytes = self.text.as_bytes();
        let mut keys = Keys::default();
        let mut line = start;
        let head = match head {
            Some((name, colon)) => {
                let end = self.plain_line(start)?;
                let number = Span::new(start, name - ". ".len());
                let nomor = Spanned::new(values::nomor(&self.text[number.range()])?, number);
                let (actors, text) = (Span::new(name, colon), Span::new(colon + ": ".len(), end));
                line = end + 1;
                Some(PlainHead { nomor, actors, text })
            }
            None => {
                if self.row.is_none() || !self.comments.is_empty() || bytes.get(start) != Some(&b' ') {
                    return None;
                }
                keys = self.row_keys.keys;
                None
            }
        };
        let mut row = Plain { head, fields: SmallVec::new(), next: bytes.len(), then: Then::Other };
        loop {
            line = line.min(bytes.len());
            let begin = line + bytes[line..].iter().take_while(|byte| **byte == b' ').count();
            match bytes.get(begin) {
                None => break,
                Some(b'\n') => line = begin + 1,
                Some(_) if begin == line => {
                    row.next = line;
                    row.then = match self.head(line) {
                        Some(head) => Then::Row(head),
                        None if bytes[line..].starts_with(b"tahap:") => Then::Other,
                        None => Then::Unknown,
                    };
                    break;
                }
                Some(_) => {
                    let last = row.fields.last().map_or(Key::BatasWaktu, |field| field.key.value);
                    let field =
                        self.plain_line(line).and_then(|end| self.plain_field(Span::new(begin, end), last));
                    let Some(field) = field.filter(|field| keys.add(field.key.value)) else {
                        (row.next, row.then) = (line, Then::Unknown);
                        break;
                    };
                    line = field.value.end as usize + 1;
                    row.fields.push(field);
                }
            }
        }
        (row.head.is_some() || !row.fields.is_empty()).then_some(row)
    }

    /// Where a line ends that could be plain: it is no longer than a line may be, tidy, and nothing unseen stands at its end.
    pub(super) fn plain_line(&self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let end = memchr::memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |at| from + at);
        let plain = end - from <= MAX_LINE && bytes[..end].last().is_some_and(u8::is_ascii_graphic);
        (plain && (self.source.tidy || Source::new(&self.text[from..end]).tidy)).then_some(end)
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
            || flow && !is_bare_target(value) && (has_several_answers(typed) || denies_a_part(value))
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

    /// Reads them, and says what stands behind them.
    fn take_row(&mut self, row: Plain) -> Then {
        let Plain { head, mut fields, then, .. } = row;
        // What may go on below is still being read.
        let open = matches!(then, Then::Unknown);
        let last = if open { fields.pop() } else { None };
        match head {
            None => self.close_field(),
            Some(PlainHead { nomor, actors, text }) => {
                self.close_row();
                self.last_number = nomor.value.angka;
                self.signed = false;
                if !open {
                    self.open = Open::Nothing;
                    self.take_whole_row(nomor, actors, text, &fields);
                    return then;
                }
                let (span, line_start) = (nomor.span.to(text), nomor.span.start as usize);
                self.open_row(nomor, Some(actors), text, Line { span, indent: 0, line_start });
            }
        }
        let Reader { source, found, sop, row: Some(draft), row_keys, .. } = self else { return then };
        read_fields(&mut draft.row, &fields, *source, &sop.baris, found);
        fields.iter().chain(&last).for_each(|field| {
            row_keys.first(field.key.value, field.key.span);
        });
        if let Some(last) = last {
            let line = last.key.span.to(last.value);
            let field = self.field.insert(Draft::new(last.key, None, last.kondisi(*source), line));
            field.text.push(self.text, last.value);
            self.open = Open::Field;
        }
        then
    }

    fn take_whole_row(&mut self, nomor: Spanned<Nomor>, actors: Span, text: Span, fields: &[PlainField]) {
        let Reader { source, found, sop, comments, .. } = self;
        let uraian = source.tidy_part(text);
        let mut row = Kegiatan {
            comments: std::mem::take(comments),
            nomor,
            oleh: from_pairs::oleh(&source.tidy_part(actors), found),
            uraian_letak: uraian.seams(),
            uraian: uraian.into_spanned(),
            rincian: Vec::new(),
            fields: Vec::new(),
            span: nomor.span.to(fields.last().map_or(text, |last| last.value)),
        };
        read_fields(&mut row, fields, *source, &sop.baris, found);
        sop.baris.push(Baris::Kegiatan(row));
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

/// Reads fields of a row behind those that it has.
fn read_fields(
    row: &mut Kegiatan,
    fields: &[PlainField],
    source: Source<'_>,
    above: &[Baris],
    found: &mut Vec<Diagnostic>,
) {
    row.fields.reserve(fields.len());
    for field in fields {
        let here = Here { row: Some(row), above };
        let value = source.tidy_part(field.value);
        let read = fields::of_a_line(field.key, field.kondisi(source), value, &here, found);
        row.fields.push(read);
    }
}

/// `lanjut ke 5`, `kembali ke 3` and no more: what most lines of the flow say.
fn is_bare_target(value: &str) -> bool {
    let row = value.strip_prefix("lanjut ke ").or_else(|| value.strip_prefix("kembali ke "));
    row.is_some_and(|row| row.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a part of a text denies something, as one of two cases that a line says does.
fn denies_a_part(value: &str) -> bool {
    value.split([' ', ',', ';']).any(denies)
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
        assert_eq!(left(&text), ["kegiatan:", "tahap: Akhir"]);
    }

    #[test]
    fn of_a_row_only_the_lines_are_left_that_are_not_plain() {
        let rows = "kegiatan:\n1. Kasi: Menyusun\n   konsep\n   waktu: 1 hari\n   output: Konsep\n     surat\n   # uji\n\
            2. Kabid: Memeriksa\n   kelengkapan: Surat\n   output:\n     - Konsep\n   waktu: 1 jam – 2 jam\n   \
            keterangan: Segera\n# uji\n3. Kasi: Mengirim\n   output: Surat\n";
        let lines = ["   konsep", "     surat", "   # uji"];
        let more = ["   output:", "     - Konsep", "   waktu: 1 jam – 2 jam", "# uji"];
        assert_eq!(left(&format!("{FIELDS}{rows}")), [&["kegiatan:"], &lines[..], &more].concat());
    }
}
