//! Rows: a number, who acts and what is done, and below it fields that stand on a line each, or have items below them.

use super::Body;
use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Baris, Kegiatan, Nomor};
use crate::syntax::fields::Draft;
use crate::syntax::here::Here;
use crate::syntax::keys::{self, Key, Keys, Place, Shape};
use crate::syntax::prose::Source;
use crate::syntax::reader::flow_lines::{has_several_answers, may_be_opposites};
use crate::syntax::reader::{Line, MOST_FOUND, Open, Reader};
use crate::syntax::{fields, from_pairs, near, values};
use crate::text::denies;
use smol_str::SmolStr;

/// Such lines of one row, and where their parts stand; its fields are in a list that is used for all rows.
struct Plain {
    /// None where the row was begun above.
    head: Option<PlainHead>,
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
struct PlainField {
    key: Spanned<Key>,
    kondisi: Option<Span>,
    value: Body,
}

impl PlainField {
    /// From its key to where its value ends.
    fn span(&self) -> Span {
        Span { end: self.value.end(), ..self.key.span }
    }

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
    pub(in crate::syntax::reader) fn plain_rows(&mut self, mut start: usize) -> usize {
        let noted = self.field.as_ref().is_some_and(|field| field.misplaced);
        if noted || self.over {
            return start;
        }
        let mut head = self.head(start);
        let mut fields = Vec::new();
        while self.found.len() <= MOST_FOUND
            && let Some(row) = self.plain_row(start, head, &mut fields)
        {
            start = row.next;
            let then = self.take_row(row, &mut fields);
            let Then::Row(next) = then else { break };
            head = Some(next);
        }
        start
    }

    /// The lines of a row from here on that are of this shape: its head, or a field of one that was begun above; `fields`
    /// holds the fields then.
    fn plain_row(&self, start: usize, head: Option<Head>, fields: &mut Vec<PlainField>) -> Option<Plain> {
        fields.clear();
        let bytes = self.text.as_bytes();
        let mut keys = Keys::default();
        let mut line = start;
        let head = match head {
            Some((name, colon)) => {
                let end = self.plain_line(start)?;
                let number = Span::new(start, name - ". ".len());
                let nomor = Spanned::new(values::nomor(&self.text[number.range()])?, number);
                let (actors, text) = (Span::new(name, colon), Span::new(colon + ": ".len(), end));
                line = end;
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
        let mut row = Plain { head, next: bytes.len(), then: Then::Other };
        loop {
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
                    let last = fields.last().map_or(Key::BatasWaktu, |field| field.key.value);
                    let field =
                        self.plain_line(line).and_then(|end| self.plain_field(Span::new(begin, end), last));
                    // One condition may stand beside another.
                    let field =
                        field.filter(|field| field.key.value == Key::Jika || keys.add(field.key.value));
                    let Some(field) = field else {
                        (row.next, row.then) = (line, Then::Unknown);
                        break;
                    };
                    line = field.value.end() as usize;
                    fields.push(field);
                }
            }
        }
        // What may go on with an item is left together with its list.
        if let (Then::Unknown, Some(PlainField { key, value: Body::Items(_), .. })) =
            (&row.then, fields.last())
        {
            row.next = self.text[..key.span.start as usize].rfind('\n').map_or(0, |end| end + 1);
            fields.pop();
        }
        (row.head.is_some() || !fields.is_empty()).then_some(row)
    }

    /// The field that a line is, without the blanks around it.
    fn plain_field(&self, line: Span, last: Key) -> Option<PlainField> {
        let typed = &self.text[line.range()];
        let (key, colon, kondisi) = match keys::heading(typed, Some(last)) {
            Some((key, colon)) => (key, colon, None),
            None => {
                let colon = typed.bytes().position(|byte| matches!(byte, b':' | b'('))?;
                let (key, words) = answer(&typed[..colon])?;
                (key, colon, Some(words))
            }
        };
        let info = key.info();
        if info.place != Place::Row {
            return None;
        }
        let start = line.start as usize;
        let place = Span::new(start, start + key.word().len());
        let value = match typed[colon..].strip_prefix(": ") {
            Some(value) => {
                let flow = info.shape == Shape::Alur || key == Key::BilaPerlu;
                if flow && !is_bare_target(value) && (has_several_answers(typed) || denies_a_part(value))
                    || !fields::stands_on_a_line(key, value)
                    || (key == Key::Jika && kondisi.is_none())
                {
                    return None;
                }
                Body::Line(Span::new(line.end as usize - value.len(), line.end as usize))
            }
            None if colon + 1 == typed.len() && matches!(info.shape, Shape::List | Shape::TextOrList) => {
                self.plain_items(line.end as usize + 1, says_nothing_else)?.0
            }
            None => return None,
        };
        let colon = start + colon;
        let kondisi = kondisi.map(|words| Span::new(colon - words.len(), colon));
        Some(PlainField { key: Spanned::new(key, place), kondisi, value })
    }

    /// Reads them, and says what stands behind them.
    fn take_row(&mut self, row: Plain, fields: &mut Vec<PlainField>) -> Then {
        let Plain { head, then, .. } = row;
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
                    self.take_whole_row(nomor, actors, text, fields);
                    return then;
                }
                let (span, line_start) = (nomor.span.to(text), nomor.span.start as usize);
                self.open_row(nomor, Some(actors), text, Line { span, indent: 0, line_start });
            }
        }
        let Reader { source, found, sop, row: Some(draft), row_keys, .. } = self else { return then };
        read_fields(&mut draft.row, fields, *source, &sop.baris, found);
        let named = fields.iter().chain(&last).map(|field| field.key).filter(|key| key.value != Key::Jika);
        named.for_each(|key| {
            row_keys.first(key.value, key.span);
        });
        if let Some(last) = last
            && let Body::Line(value) = last.value
        {
            let field = self.field.insert(Draft::new(last.key, None, last.kondisi(*source), last.span()));
            field.text.push(self.text, value);
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
            span: nomor.span.to(fields.last().map_or(text, PlainField::span)),
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
        let read = field.value.read(field.key, field.kondisi(source), source, &here, found);
        row.fields.push(read);
    }
}

/// `ya, lengkap`, `jika lengkap`: an outcome with its condition.
fn answer(label: &str) -> Option<(Key, &str)> {
    let (key, words) = match label.split_once(", ") {
        Some((word, words)) => {
            (keys::short(word, None).filter(|key| matches!(key, Key::Ya | Key::Tidak))?, words)
        }
        None => (Key::Jika, label.strip_prefix("jika ").filter(|words| !words.starts_with([' ', ',']))?),
    };
    words.bytes().last().is_some_and(|last| last != b' ').then_some((key, words))
}

/// Whether an item of a list is words, and no outcome or question that got among them.
fn says_nothing_else(item: &str) -> bool {
    near::says_nothing(item) && !item.contains('?') && !may_be_opposites(item)
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
