//! Lines that say where the flow goes in words of the writer's own: `lanjut ke 5` without its key, `Selain itu: …`,
//! `ya (lengkap): …`.

use super::not_a_key::HEADS_OUTCOMES;
use super::{Line, Open, Reader};
use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::from_pairs::Kepala;
use crate::syntax::keys::{Key, Shape};
use crate::syntax::prose::trim;
use crate::syntax::{near, remedies, values};
use crate::text::{ARROWS, begins_with, fold, is_if, nearest};

/// Words that say where the flow goes, at the start of a line,
const GOES: [&str; 7] = ["lanjut", "kembali", "selesai", "dilanjutkan", "lalu", "kemudian", "terus"];
/// and words that outcomes stand behind.
const HEADS: [&str; 5] = ["ya", "tidak", "alur", "keputusan", "hasil"];

/// Whether one of these is the first word of a line.
pub(super) fn begins_a_flow(typed: &str) -> bool {
    let first = typed.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    GOES.iter().chain(&HEADS).any(|known| known.eq_ignore_ascii_case(first))
}

/// Whether a line says `ya` or `tidak` more than once.
pub(super) fn has_several_answers(typed: &str) -> bool {
    let is_answer = |word: &&[u8]| word.eq_ignore_ascii_case(b"ya") || word.eq_ignore_ascii_case(b"tidak");
    let words = typed.as_bytes().split(|byte| matches!(byte, b' ' | b',' | b';' | b':'));
    words.filter(is_answer).nth(1).is_some()
}

/// Whether a line may be two cases: nearly none parts two, and ends with the number of a row or where the case ends.
pub(super) fn may_be_opposites(typed: &str) -> bool {
    let ends = typed.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit() || c == 'i');
    ends && memchr::memchr2(b',', b';', typed.as_bytes()).is_some()
}

impl Reader<'_> {
    /// `lanjut ke 5`, `→ 5` on a line of its own. Deeper than the field above it, it could be the rest of that field's text.
    pub(super) fn flow_line(&mut self, line: Line) -> bool {
        let typed = &self.text[line.span.range()];
        let behind_arrow = ARROWS.iter().find_map(|arrow| typed.strip_prefix(arrow)).map(str::trim_start);
        let verb = typed.split([' ', ',', '.']).next().unwrap_or_default();
        let known = |word: &&str| word.eq_ignore_ascii_case(verb);
        let says = behind_arrow.is_some() || GOES.iter().any(known);
        if !says || !self.is_in_row(line) {
            return false;
        }
        if let Some(rows) =
            near::several_rows(typed).filter(|_| self.is_beside_its_field(line) || self.open == Open::Row)
        {
            self.reported(remedies::several_rows(line.span, typed, &rows));
            return true;
        }
        let meant = match behind_arrow {
            Some(said) => near::target_from(said, self.last_number),
            None if values::is_value_of(Shape::Alur, typed) => Some(typed.to_owned()),
            None => near::target(typed),
        };
        let Some(meant) = meant else { return false };
        let names_a_row = meant.contains(|c: char| c.is_ascii_digit());
        let apart = match (self.open, &self.field) {
            (Open::Row, _) => names_a_row,
            (Open::Field, Some(field)) => {
                let shape = field.key.value.info().shape;
                self.is_beside_its_field(line)
                    || (names_a_row && !matches!(shape, Shape::Text | Shape::Alur | Shape::Waktu))
            }
            _ => false,
        };
        if !apart {
            return false;
        }
        let free = ![Key::Alur, Key::Ya, Key::Tidak].iter().any(|key| self.row_keys.holds(*key))
            && !self.has_conditions()
            && near::condition_at_end(&meant).is_none();
        self.found.push(remedies::flow_without_key(line.span, &meant, free));
        self.close_field();
        if free && meant == typed {
            let key = Spanned::new(Key::Alur, Span { end: line.span.start, ..line.span });
            self.start_field(key, None, None, line.span, line);
        } else {
            self.open = Open::Reported;
        }
        true
    }

    /// `Jika ya lanjut ke 3, jika tidak kembali ke 1`, `Ya -> 3`: outcomes that are not said as the language says them.
    pub(super) fn outcomes_in_a_line(&mut self, line: Line, labelled: bool) -> bool {
        let typed = &self.text[line.span.range()];
        let begins = |word: &&str| begins_with(typed, word);
        if self.row.is_none() || line.indent == 0 {
            return false;
        }
        if self.opposites_in_a_line(line, line.span) {
            return true;
        }
        let first = typed.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if !(HEADS.iter().any(begins) || is_if(first)) {
            return false;
        }
        if labelled && self.headed_outcomes(line, line.span) {
            return true;
        }
        let several = has_several_answers(typed);
        // One alone is a line without its colon, or a target that cannot be read; both are said elsewhere.
        let arrow = !labelled && ARROWS.iter().any(|arrow| typed.contains(arrow));
        let answers = if several || arrow { near::outcomes(typed, self.last_number) } else { None };
        let either = || if labelled { None } else { near::if_and_else(typed, self.last_number) };
        let Some(outcomes) = answers.or_else(either) else { return false };
        self.reported(remedies::outcomes_apart(line.span, &outcomes));
        true
    }

    /// `Lengkap ke 4, tidak lengkap ke 6`: a case and what denies it; `text` is the line without its mark.
    pub(super) fn opposites_in_a_line(&mut self, line: Line, text: Span) -> bool {
        let typed = &self.text[text.range()];
        if self.row.is_none() || self.open == Open::Nothing || !may_be_opposites(typed) {
            return false;
        }
        let Some(outcomes) = near::opposites(typed, self.last_number) else { return false };
        self.reported(remedies::outcomes_apart(line.span, &outcomes));
        true
    }

    /// `Keputusan: jika lengkap ke 3, jika tidak ke 1`: both outcomes behind what only heads them.
    pub(super) fn headed_outcomes(&mut self, line: Line, text: Span) -> bool {
        let Some((head, said)) = self.text[text.range()].split_once(':') else { return false };
        if self.row.is_none() || !HEADS_OUTCOMES.contains(&fold(head).as_str()) {
            return false;
        }
        let Some(outcomes) = near::outcomes_said(said.trim(), self.last_number) else { return false };
        self.reported(remedies::outcomes_apart(line.span, &outcomes));
        true
    }

    /// `Selesai: permohonan ditolak`, which wants its key in front.
    pub(super) fn flow_label(&mut self, label: Span, rest: Span, line: Line) -> bool {
        const VERBS: [&str; 5] = ["selesai", "lanjut", "lanjut ke", "kembali", "kembali ke"];
        let typed = &self.text[label.range()];
        let inside = self.row.is_some() && line.indent > 0 && self.open != Open::Nothing;
        if !inside || !VERBS.contains(&fold(typed).as_str()) {
            return false;
        }
        let whole = format!("{typed} {}", self.text[rest.range()].trim());
        let meant = near::target(&whole).unwrap_or_else(|| whole.trim_end().to_owned());
        if !values::is_value_of(Shape::Alur, &meant) {
            return false;
        }
        let all = Span { end: trim(self.text, line.span).end, ..label };
        self.reported(remedies::flow_label(label, all, typed, &meant));
        true
    }

    /// Whether an outcome of this row is `jika …`.
    fn has_conditions(&self) -> bool {
        let is_jika = |key: Key| key == Key::Jika;
        let done = self.row.iter().flat_map(|row| &row.row.fields).any(|field| is_jika(field.key.value));
        done || self.field.as_ref().is_some_and(|field| is_jika(field.key.value))
    }

    /// `ya (memenuhi syarat)`: in brackets stands nobody's name, but the condition.
    pub(super) fn condition_in_brackets(&mut self, kepala: Kepala, label: Span) -> Kepala {
        let (Some(words), None) = (&kepala.untuk, &kepala.kondisi) else { return kepala };
        if self.lanes().is_empty() {
            return kepala;
        }
        let name = fold(&words.value);
        let lanes = self.lanes().iter().take(100);
        let names =
            lanes.flat_map(|lane| lane.nama.iter().chain(&lane.panjang)).map(|name| fold(&name.value));
        let names: Vec<String> = names.collect();
        let in_row = self.row.iter().flat_map(|row| &row.row.oleh).flat_map(|place| &place.pelaku);
        let acts = |name: &str| in_row.clone().any(|pelaku| fold(&pelaku.nama.value) == name);
        if names.contains(&name) || acts(&name) || nearest(&name, names.iter().map(String::as_str)).is_some()
        {
            return kepala;
        }
        let end = words.span.end as usize;
        let close = self.text[end..label.end as usize].find(')').map_or(end, |at| end + at + 1);
        let brackets = Span::new(kepala.kata.span.end as usize, close);
        let found = remedies::condition_in_brackets(brackets, &kepala.kata.value, &words.value);
        self.found.push(Diagnostic { primary: words.span, ..found });
        Kepala { kondisi: kepala.untuk, untuk: None, kata: kepala.kata }
    }
}
