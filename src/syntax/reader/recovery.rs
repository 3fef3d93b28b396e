//! What a line that cannot be read might have meant, so that what follows is read as if it had been right.

use super::{Line, Open, Reader};
use crate::source::{Span, Spanned};
use crate::syntax::ast::Nomor;
use crate::syntax::keys::{KEYS, Key, Place, Shape};
use crate::syntax::prose::trim;
use crate::syntax::{characters, keys, near, remedies, values};
use crate::text::{fold, nearest};
use std::sync::LazyLock;

/// Typed in place of a colon.
const INSTEAD_OF_COLON: [char; 3] = [';', '=', '.'];

/// How messages shorten `waktu`.
const SHORT_WAKTU: &str = "wkt";

/// Whether some key begins with two letters of the first word of a line, and a word as long: most lines of a text are told
/// by that.
pub(super) fn begins_a_key(line: &str) -> bool {
    // By the first letter: a bit for every second one, and for the length of the first word.
    static KNOWN: LazyLock<[(u32, u32); 32]> = LazyLock::new(|| {
        let words = KEYS.iter().flat_map(|info| std::iter::once(&info.word).chain(info.labels));
        let mut known = [(0, 0); 32];
        for word in words.chain([&SHORT_WAKTU]) {
            if let [first, next, ..] = word.as_bytes() {
                let (seconds, lengths) = &mut known[letter(*first)];
                *seconds |= 1 << letter(*next);
                *lengths |= 1 << first_word(word).min(31);
            }
        }
        known
    });
    let [first, next, ..] = line.as_bytes() else { return false };
    let (seconds, lengths) = KNOWN[letter(*first)];
    seconds >> letter(*next) & 1 == 1 && lengths >> first_word(line).min(31) & 1 == 1
}

/// How many letters a text begins with.
fn first_word(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_alphabetic).count()
}

/// The last bits of a letter, which do not tell its case; other characters may share them.
fn letter(byte: u8) -> usize {
    usize::from(byte & 31)
}

impl<'t> Reader<'t> {
    /// `waktu： 30 menit`: a known key before something that looks like a colon.
    pub(super) fn look_alike_of_a_colon(&mut self, line: Line) -> bool {
        let Some((label, mark)) = label_with_look_alike(&self.text[line.span.range()]) else { return false };
        let start = line.span.start as usize;
        let colon = Span::new(start + label.len(), start + label.len() + mark.len());
        self.found.push(remedies::look_alike(colon, mark, ":"));
        let label = trim(self.text, Span::new(start, start + label.len()));
        let rest = trim(self.text, Span { start: colon.end, end: line.span.end });
        self.known_label(label, rest, line);
        true
    }

    /// `waktu 30 menit`: a field without the colon behind its key.
    pub(super) fn field_without_colon(&mut self, line: Line) -> bool {
        let Some((key, rest)) = self.key_without_colon(line) else { return false };
        let from = line.span.start as usize;
        let behind = line.span.end as usize - rest.len();
        let label = trim(self.text, Span::new(from, behind));
        let words = rest.trim_start();
        let at = line.span.end as usize - words.len();
        // `NIP.` is a label with its full stop.
        let short = self.text[label.range()].strip_suffix('.').map(str::len);
        let label =
            short.map_or(label, |length| Span::new(label.start as usize, label.start as usize + length));
        let mark = match (words.starts_with(INSTEAD_OF_COLON), short) {
            (true, _) => Span::new(label.end as usize, at + 1),
            (false, Some(_)) => Span::new(label.end as usize, label.end as usize + 1),
            (false, None) => Span { start: label.end, end: label.end },
        };
        let rest = Span { start: mark.end, end: line.span.end };
        if let Some(outcome) = self.answer_with_target(key, rest) {
            self.reported(remedies::outcome_in_item(line.span, outcome, true));
            return true;
        }
        let typed = &self.text[label.range()];
        self.found.push(match key {
            Some(Key::Waktu) if typed.eq_ignore_ascii_case(SHORT_WAKTU) => {
                remedies::short_key_without_colon(label.to(mark), Key::Waktu.word())
            }
            _ => remedies::missing_colon(label, typed, mark),
        });
        match key {
            Some(key) => self.start_field(Spanned::new(key, label), None, None, rest, line),
            None => self.kegiatan(label, rest, line),
        }
        true
    }

    /// The number that one would expect of the next row.
    pub(super) fn next_number(&self) -> Nomor {
        Nomor { angka: (self.last_number + 1).min(9999), huruf: None }
    }

    /// Whether a key may be read here without getting in the way of another: it was not given yet.
    pub(super) fn is_free(&self, key: Key) -> bool {
        let (seen, ready) = match self.in_rows {
            true => (&self.row_keys, self.row.is_some()),
            false => (&self.identity_keys, true),
        };
        ready && key.info().shape != Shape::Alur && !seen.holds(key)
    }

    pub(super) fn nearest_key(&self, typed: &str) -> Option<&'static str> {
        let place = self.place();
        let here = KEYS.iter().filter(move |info| info.place == place);
        let words = here.flat_map(|info| std::iter::once(&info.word).chain(info.labels)).copied();
        let head = typed.split(['(', ',']).next().unwrap_or(typed).trim();
        if let Some(key) = keys::meant(&fold(head)).filter(|key| key.info().place == place) {
            // Below the title, and below who signs, a name is that of the person.
            let of_person = key == Key::Sop && fold(head) == "nama" && self.identity_keys.holds(Key::Sop);
            return Some(if of_person { Key::NamaPejabat.word() } else { key.word() });
        }
        nearest(head, words.chain(["kegiatan", "tahap"]))
    }

    /// A key at the start of a line without a colon, and what follows it; no key means `kegiatan`.
    ///
    /// An indented line may be text that happens to begin with that word, so what follows must read as what the key
    /// takes: `waktu 30 menit`, `alur lanjut ke 3`.
    pub(super) fn key_without_colon(&self, line: Line) -> Option<(Option<Key>, &'t str)> {
        let (end, indented) = (line.span.end, line.indent > 0);
        let line = &self.text[line.span.range()];
        if !indented && fold(line) == "kegiatan" {
            return Some((None, ""));
        }
        let place = self.place();
        let head = line.get(..2).filter(|_| begins_a_key(line))?;
        let marked = |rest: &str| rest.trim_start().starts_with(INSTEAD_OF_COLON);
        let after = |word: &str| {
            let rest = line.get(word.len()..).filter(|_| line[..word.len()].eq_ignore_ascii_case(word));
            rest.filter(|rest| rest.is_empty() || rest.starts_with(characters::is_blank) || marked(rest))
        };
        let keys = KEYS.iter().filter(|info| info.place == place);
        let words = keys.flat_map(|info| {
            std::iter::once(&info.word).chain(info.labels).map(move |word| (info.key, *word))
        });
        let words = words.chain((place == Place::Row).then_some((Key::Waktu, SHORT_WAKTU)));
        let (key, rest) = words
            .filter(|(_, word)| word.is_char_boundary(2) && word[..2].eq_ignore_ascii_case(head))
            .filter(|(_, word)| line.is_char_boundary(word.len().min(line.len())) && line.len() >= word.len())
            .filter_map(|(key, word)| after(word).map(|rest| (key, rest)))
            .min_by_key(|(_, rest)| rest.len())?;
        let words = rest.trim_start();
        let value = words.trim_start_matches(INSTEAD_OF_COLON).trim();
        let meant = if words.starts_with([';', '=']) {
            let goes_on = self.open == Open::Reported && key.info().shape != Shape::Alur;
            !goes_on && !value.is_empty()
        } else if words.starts_with('.') {
            self.open != Open::Reported && values::is_value_of(key.info().shape, value)
        } else if indented {
            let digits = value.bytes().filter(u8::is_ascii_digit).count();
            let fits = values::is_value_of(key.info().shape, rest.trim())
                || (key == Key::Nip && digits >= 18)
                || (key == Key::Waktu && digits > 0 && near::time(rest).is_some());
            // `bila perlu` needs no value.
            let needs_none = key == Key::BilaPerlu && value.is_empty();
            // Below a line that was not read only what surely is a time.
            (fits && key == Key::Waktu)
                || (self.open == Open::Row && key.info().shape == Shape::List && self.time_below(end))
                || self.open != Open::Reported
                    && (fits || needs_none || (!value.is_empty() && self.value_is_complete()))
        } else {
            rest.trim().is_empty() || !self.in_rows || values::is_value_of(key.info().shape, rest.trim())
        };
        meant.then_some((Some(key), rest))
    }

    /// `Kelengkapan kartu anggota` above `Waktu 1 menit`: whether the line below is a time without its colon.
    fn time_below(&self, end: u32) -> bool {
        let below = self.below(end).trim_start();
        let time = below.get(..6).filter(|word| word.eq_ignore_ascii_case("waktu ")).map(|_| &below[6..]);
        time.is_some_and(|time| values::is_value_of(Shape::Waktu, time.trim()))
    }

    /// Whether the field above holds all that it can: a line below it is one of its own.
    fn value_is_complete(&self) -> bool {
        self.open == Open::Field && self.field.as_ref().is_some_and(|field| field.is_complete(self.source))
    }

    /// `ya, sesuai lanjut ke 3`: where the answer with its condition ends, of an outcome without its colon. Below a line
    /// that is complete `tidak, tidak sesuai` and nothing more is one, too.
    pub(super) fn outcome_without_colon(&self, line: &str, unaimed: bool) -> Option<usize> {
        self.row.as_ref()?;
        let answer = line.split([' ', ',', '(']).next()?;
        if !["ya", "tidak", "jika"].iter().any(|known| known.eq_ignore_ascii_case(answer)) {
            return None;
        }
        let spaces = line.match_indices(' ').map(|(at, _)| at);
        let aimed = spaces.filter(|at| *at >= answer.len()).find(|at| {
            let target = line[*at..].trim_start();
            let aims = target.get(..7).is_some_and(|verb| {
                verb.eq_ignore_ascii_case("lanjut ") || verb.eq_ignore_ascii_case("kembali")
            });
            aims && target.contains(|c: char| c.is_ascii_digit()) && values::is_value_of(Shape::Alur, target)
        });
        aimed.or_else(|| (unaimed && self.value_is_complete()).then_some(line.len()))
    }

    /// `2, Kabid: …`, `No. 2 Kabid: …`, `II. Kabid: …`, `a) Kabid: …`: a row whose number or mark cannot be read. Its
    /// actor is declared, so that it is no text; not so behind `1.2` and `(3)`, which begin none.
    pub(super) fn misnumbered_row(&mut self, line: Line) -> bool {
        const LONGEST_HEAD: usize = 16;
        if !self.in_rows || line.indent > self.row_indent {
            return false;
        }
        let typed = &self.text[line.span.range()];
        let starts = typed.char_indices().zip(typed.chars().skip(1));
        let starts = starts
            .take(LONGEST_HEAD)
            .filter(|((_, mark), next)| !mark.is_alphanumeric() && next.is_alphanumeric());
        let mut starts = starts.map(|((at, mark), _)| at + mark.len_utf8());
        let declared = starts.find_map(|at| {
            let colon = typed[at..].find(':')?;
            self.is_declared(&typed[at..at + colon]).then_some((at, colon))
        });
        let outlined = || {
            let at = outline_number(typed)?;
            Some((at, typed[at..].find(':').filter(|colon| *colon > 0)?))
        };
        let Some((at, colon)) = declared.or_else(outlined) else { return false };
        let Some(number) = number_in(&typed[..at]) else { return false };
        let start = line.span.start as usize;
        let place = Span::new(start + number.start, start + number.end);
        let nomor = values::nomor(&typed[number]).unwrap_or_else(|| self.next_number());
        self.gathered.row_marks.push((Span::new(start, start + at), format!("{nomor}. ")));
        let actors = Span::new(start + at, start + at + colon);
        let text = Span { start: actors.end + 1, end: line.span.end };
        self.start_row(Spanned::new(nomor, place), Some(trim(self.text, actors)), text, line);
        true
    }

    /// A line whose label is known although its colon is not there.
    pub(super) fn known_label(&mut self, label: Span, rest: Span, line: Line) {
        let word = fold(&self.text[label.range()]);
        match keys::find(&word) {
            Some(key) => self.start_field(Spanned::new(key, label), None, None, rest, line),
            None => self.kegiatan(label, rest, line),
        }
    }
}

/// Where what follows `1.2 ` or `(3) ` begins.
fn outline_number(line: &str) -> Option<usize> {
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (number, rest) = line.split_once(characters::is_blank)?;
    let bracketed = number.strip_prefix('(').and_then(|number| number.strip_suffix(')'));
    let parts = number.strip_suffix('.').unwrap_or(number).split('.');
    let outlined = parts.clone().count() > 1 && parts.clone().all(figures);
    (bracketed.is_some_and(figures) || outlined).then(|| line.len() - rest.trim_start().len())
}

/// What is meant as the number in what stands before the actors of a row: figures, or a Roman or lone letter with a mark.
fn number_in(head: &str) -> Option<std::ops::Range<usize>> {
    let figures = |c: char| c.is_ascii_digit();
    if let Some(first) = head.find(figures) {
        let last = head.rfind(figures)?;
        let letter = head[last + 1..].starts_with(|c: char| c.is_ascii_lowercase());
        return Some(first..last + 1 + usize::from(letter));
    }
    let word = head.trim_end_matches(|c: char| !c.is_alphanumeric());
    let marked = head[word.len()..].contains(|c: char| !c.is_whitespace() && c != ',');
    let roman = word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'i' | b'v' | b'x'));
    (marked && !word.is_empty() && (roman || word.len() == 1)).then_some(0..word.len())
}

/// A known key before something that looks like a colon.
fn label_with_look_alike(line: &str) -> Option<(&str, &str)> {
    let at = line.find(['：', '∶', '︰', '˸', 'ː', '﹕', '꞉'])?;
    let word = fold(&line[..at]);
    let known = keys::find(&word).is_some() || word == "kegiatan";
    let mark = line[at..].chars().next()?;
    known.then(|| (&line[..at], &line[at..at + mark.len_utf8()]))
}
