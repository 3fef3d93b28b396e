//! A line with a colon whose words are no key: a misspelt field, a row without its number, an outcome, or text.

use super::gathered::MeantKey;
use super::{DraftRow, Line, Open, Reader};
use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::fields::Draft;
use crate::syntax::keys::Key;
use crate::syntax::prose::trim;
use crate::syntax::{characters, faults, keys, near, remedies, values};
use crate::text::{ARROWS, fold};

/// What people write above the outcomes of a row.
pub(super) const HEADS_OUTCOMES: [&str; 6] =
    ["keputusan", "hasil keputusan", "pilihan", "hasil", "percabangan", "kondisi"];

impl Reader<'_> {
    /// A line with a colon whose words are no key: a misspelt field, a row without its number, or text.
    pub(super) fn not_a_key(&mut self, label: Span, rest: Span, line: Line) {
        if self.misnumbered_row(line) {
            return;
        }
        // `-> sumber ditemukan: Langkah 5`
        let arrow = ARROWS.iter().any(|arrow| self.text[label.range()].starts_with(arrow));
        if arrow && self.noted(line, line.span, true) {
            return;
        }
        if self.signer_with_label(label, line)
            || self.lane_in_row(label, rest, line)
            || self.unit_behind_time(label, rest, line)
        {
            return;
        }
        // `Irban : Inspektur Pembantu` below lanes without their marks.
        let bare = |field: &Draft| field.key.value == Key::Pelaksana && field.takes_bare_items();
        let among_lanes = self.open == Open::Field && self.field.as_ref().is_some_and(bare);
        let says_more = !self.text[rest.range()].trim().is_empty();
        if among_lanes && !self.in_rows && line.indent > 0 && says_more {
            return self.bare_item(line);
        }
        let typed = &self.text[label.range()];
        let words = typed.split_whitespace().count();
        let near = if typed.len() <= 60 { self.nearest_key(typed) } else { None };
        let colon_ends_word =
            self.text[rest.start as usize..].starts_with(['\n', '\r']) || rest.start == rest.end || {
                let before = self.text[..rest.start as usize].chars().next_back();
                before.is_some_and(characters::is_blank)
            };
        let is_field = words <= 3 && (near.is_some() || colon_ends_word);
        if line.indent > 0 && !is_field && self.open != Open::Nothing && !self.is_beside_its_field(line) {
            if near::condition(typed).is_some() && self.answer_of_its_own(label, rest, line, near) {
                return;
            }
            return self.continuation(line.span);
        }
        // `6. Inspektur` above `Memutuskan: terbukti, …`: the text of the row.
        let no_text = |draft: &DraftRow| draft.uraian.is_empty() && !draft.row.oleh.is_empty();
        let begins = self.open == Open::Row && line.indent > 0 && self.row.as_ref().is_some_and(no_text);
        if begins && near.is_none() && near::condition(typed).is_none() {
            return self.continuation(line.span);
        }
        if self.flow_label(label, rest, line) {
            return;
        }
        if near.is_none() && self.heads_a_group_of_lanes(label, rest, line) {
            return;
        }
        if self.answer_of_its_own(label, rest, line, near) || self.answer_and_condition(label, rest, line) {
            return;
        }
        if self.numbered_in_words(label, rest, line) {
            return;
        }
        if near.is_none() && self.row_of_a_lane(label, rest, line) {
            return;
        }
        if let Some(found) = self.unknown_label(label, rest, line, near) {
            return self.reported(found);
        }
        if words > 3 && keys::meant(&fold(typed)).is_none() {
            return self.reported(Diagnostic::at(&faults::LINE, line.span));
        }
        let meant = near.and_then(keys::find).filter(|key| self.is_free(*key));
        let found = remedies::unknown_key(label, typed, near, line.indent > 0);
        let Some((key, near)) = meant.zip(near) else { return self.reported(found) };
        self.meant_instead(label, typed, near, found);
        self.start_field(Spanned::new(key, label), None, None, rest, line);
    }

    /// `Pihak luar:` among the lanes: what stands below it are lanes as before.
    fn heads_a_group_of_lanes(&mut self, label: Span, rest: Span, line: Line) -> bool {
        let lanes = self.field.as_ref().is_some_and(|field| field.key.value == Key::Pelaksana);
        let alone = self.text[rest.range()].trim().is_empty();
        if !lanes || self.open != Open::Field || line.indent == 0 || !alone {
            return false;
        }
        let found = Diagnostic::at(&faults::UNKNOWN_KEY, label).with("kata", &self.text[label.range()]);
        self.found.push(found.help(&remedies::NO_GROUPS));
        true
    }

    /// `ya berkas lengkap: lanjut ke 3`: an answer and its condition without the comma between them.
    fn answer_and_condition(&mut self, label: Span, rest: Span, line: Line) -> bool {
        let typed = &self.text[label.range()];
        let Some((answer, condition)) = near::answer_without_comma(typed, &self.text[rest.range()]) else {
            return false;
        };
        let name = typed[answer.len()..].trim();
        if self.is_declared(name) {
            self.reported(remedies::answer_of_somebody(label, typed, answer, name));
            return true;
        }
        self.found.push(remedies::missing_comma(label, answer, condition));
        let answer_span = Span::new(label.start as usize, label.start as usize + answer.len());
        let key = if answer.eq_ignore_ascii_case("ya") { Key::Ya } else { Key::Tidak };
        let whole = condition.len() == typed.len();
        let place =
            if whole { label } else { trim(self.text, Span { start: answer_span.end, end: label.end }) };
        let condition = Spanned::new(condition.into(), place);
        self.start_field(Spanned::new(key, answer_span), None, Some(condition), rest, line);
        true
    }

    /// `Kabid: Menelaah usulan` at the margin: a row without its number.
    fn row_of_a_lane(&mut self, label: Span, rest: Span, line: Line) -> bool {
        let typed = &self.text[label.range()];
        if !self.in_rows || line.indent > 0 || !self.is_declared(typed) {
            return false;
        }
        let number = self.next_number();
        let found = Diagnostic::at(&faults::UNKNOWN_KEY, label).with("kata", typed);
        self.found.push(found.with("nomor", number.to_string()).help(&remedies::NUMBER_THE_ROW));
        self.start_row(Spanned::new(number, label), Some(label), rest, line);
        true
    }

    /// What is said of a label that is no slip of a key, where more can be said than that it is unknown.
    fn unknown_label(&self, label: Span, rest: Span, line: Line, near: Option<&str>) -> Option<Diagnostic> {
        let typed = &self.text[label.range()];
        let unknown = |place: Span| Diagnostic::at(&faults::UNKNOWN_KEY, place).with("kata", typed);
        let alone = rest.start >= rest.end;
        let is_key = |head: &str| keys::find(&fold(head)).is_some();
        if typed.split_once('(').is_some_and(|(head, _)| is_key(head)) {
            return Some(unknown(label).help(&remedies::CLOSE_BRACKET));
        }
        if self.in_rows && line.indent == 0 && near.is_none() {
            let (place, head) = match alone {
                true => (Span { end: line.span.end, ..label }, typed),
                false => (line.span, &self.text[line.span.range()]),
            };
            let found = unknown(place).with("nomor", self.next_number().to_string());
            return Some(remedies::heads_a_phase(found.help(&remedies::NUMBER_THE_ROW), head));
        }
        if let Some((key, name)) = typed.split_at_checked("waktu ".len())
            && key.eq_ignore_ascii_case("waktu ")
            && self.is_declared(name.trim())
        {
            return Some(remedies::name_without_brackets(label, typed, name.trim()));
        }
        if self.row.is_some() && alone && HEADS_OUTCOMES.contains(&fold(typed).as_str()) {
            return Some(unknown(label).help(&remedies::OUTCOMES_ONLY));
        }
        if let Some(found) = self.outcome_with_words(label, rest, line).filter(|_| near.is_none()) {
            return Some(found);
        }
        if self.row.is_some() && line.indent > 0 && is_answer_in_words(typed) {
            return Some(remedies::outcome_without_target(label, typed, self.text[rest.range()].trim()));
        }
        if let Some(found) = self.other_outcome(label, rest, line, near) {
            return Some(found);
        }
        let three = self.in_rows && ["mutu baku", "baku mutu"].contains(&fold(typed).as_str());
        three.then(|| unknown(label).help(&remedies::THREE_FIELDS))
    }

    /// `Langkah 3: Staf: Mengarsipkan laporan`
    fn numbered_in_words(&mut self, label: Span, rest: Span, line: Line) -> bool {
        let number = remedies::number_of_a_row(&self.text[label.range()]).and_then(values::nomor);
        let said = trim(self.text, rest);
        let Some(number) = number.filter(|_| self.in_rows && line.indent == 0 && said.start < said.end)
        else {
            return false;
        };
        self.gathered.row_marks.push((Span { start: label.start, end: said.start }, format!("{number}. ")));
        let colon =
            self.text[said.range()].find(':').filter(|at| self.is_declared(&self.text[said.range()][..*at]));
        let (actors, text) = match colon.map(|at| said.start as usize + at) {
            Some(colon) => (
                Some(Span::new(said.start as usize, colon)),
                trim(self.text, Span::new(colon + 1, said.end as usize)),
            ),
            None => (None, said),
        };
        self.start_row(Spanned::new(number, label), actors, text, line);
        true
    }

    /// Keeps a word that stands for a known key: in rows one finding is enough for all that write it so.
    fn meant_instead(&mut self, label: Span, typed: &str, near: &'static str, found: Diagnostic) {
        if !self.in_rows {
            return self.found.push(found);
        }
        let word = fold(typed);
        let mut known = self.gathered.meant_keys.iter_mut();
        match known.find(|known| known.near == near && fold(&known.typed) == word) {
            Some(known) => known.labels.push(label),
            None => {
                self.gathered.meant_keys.push(MeantKey {
                    typed: typed.to_owned(),
                    near,
                    labels: vec![label],
                });
            }
        }
    }
}

/// `Setuju`, `Ditolak`, `Tidak lengkap`: in front of a colon more likely an answer than a field.
fn is_answer_in_words(typed: &str) -> bool {
    const ANSWERS: [&str; 14] = [
        "y",
        "t",
        "setuju",
        "disetujui",
        "tolak",
        "ditolak",
        "sesuai",
        "lengkap",
        "memenuhi syarat",
        "layak",
        "benar",
        "salah",
        "diterima",
        "revisi",
    ];
    let words = fold(typed);
    let plain = ["tidak ", "belum ", "kurang "].iter().find_map(|denial| words.strip_prefix(denial));
    ANSWERS.contains(&plain.unwrap_or(&words))
}
