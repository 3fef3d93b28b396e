//! Lines with a key: where a field begins, whether it may stand there, and what is made of it when it ends.

use super::{Line, Open, Reader};
use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::ast::Field;
use crate::syntax::fields::Draft;
use crate::syntax::from_pairs::{self, Kepala};
use crate::syntax::here::Here;
use crate::syntax::keys::{self, Key, Place, Shape};
use crate::syntax::prose::{Stretches, trim};
use crate::syntax::{definition, faults, remedies};
use crate::text::{fold, folded, own_mark};
use smol_str::SmolStr;

impl Reader<'_> {
    /// A line `key: text`, or one that looks like it.
    pub(super) fn labelled(&mut self, label: Span, rest: Span, line: Line) {
        let label = trim(self.text, label);
        let last = self.field.as_ref().map(|field| field.key.value);
        let last = last.or(self.row.is_some().then_some(Key::BatasWaktu));
        let key = keys::short(&self.text[label.range()], last);
        let flow = |key: Key| key.info().shape == Shape::Alur || key == Key::BilaPerlu;
        // `Alur:` above the rows.
        if key == Some(Key::Alur) && !self.in_rows && self.text[rest.range()].trim().is_empty() {
            return self.kegiatan(label, rest, line);
        }
        if key.is_none_or(flow) && self.outcomes_in_a_line(line, true) {
            return;
        }
        if let Some(key) = key.filter(|key| *key != Key::Jika && !definition::alone()) {
            return self.start_field(Spanned::new(key, label), None, None, rest, line);
        }
        let mut stretches = Stretches::default();
        stretches.push(self.text, label);
        let prose = stretches.join(self.source);
        let Some(kepala) = from_pairs::kepala(&prose) else {
            return self.not_a_key(label, rest, line);
        };
        let word = folded(&kepala.kata.value);
        if word == "kegiatan" || (!self.in_rows && keys::is_kegiatan(&word)) {
            return self.kegiatan(label, rest, line);
        }
        if word == "tahap" {
            return self.tahap(label, rest);
        }
        let Some(key) = keys::find(&word) else {
            return self.not_a_key(label, rest, line);
        };
        let flow = matches!(key, Key::Ya | Key::Tidak | Key::Jika);
        let kepala = if flow { self.condition_in_brackets(kepala, label) } else { kepala };
        let Kepala { kata, untuk, kondisi } = kepala;
        if let (false, Some(kondisi)) = (flow, &kondisi) {
            if line.indent > 0 && kondisi.value.split(' ').count() > 2 {
                // `output, kelengkapan, dan lain-lain sebagai berikut:` is a sentence.
                return self.not_a_key(label, rest, line);
            }
            let comma =
                Span { start: untuk.as_ref().map_or(kata.span.end, |_| kondisi.span.start), ..kondisi.span };
            self.found.push(remedies::no_condition_taken(kondisi.span, comma, key.word()));
        }
        if key == Key::Jika && kondisi.is_none() && self.heads_items(rest, line) {
            let end = line.span.end as usize;
            let end = end + self.text[end..].find('\n').map_or(0, |at| at + 1);
            let whole = Span::new(line.line_start, end);
            return self.reported(remedies::heads_outcomes(kata.span, whole));
        }
        if key == Key::Jika && kondisi.is_none() {
            self.found.push(Diagnostic::at(&faults::NO_CONDITION, kata.span));
        }
        let in_brackets = untuk.as_ref().filter(|_| key == Key::Waktu);
        if let Some(unit) = in_brackets.and_then(|name| self.unit_named(&name.value)) {
            return self.time_without_unit(Spanned::new(key, kata.span), &unit, label, rest, line);
        }
        let untuk = untuk.filter(|name| {
            let taken = key.info().shape == Shape::Alur || key == Key::Waktu;
            if !taken {
                let end = name.span.end as usize;
                let close = self.text[end..label.end as usize].find(')').map_or(end, |at| end + at + 1);
                let brackets = Span::new(kata.span.end as usize, close);
                self.found.push(remedies::no_name_taken(name.span, brackets, key.word(), &name.value));
            }
            taken
        });
        self.start_field(Spanned::new(key, kata.span), untuk, kondisi.filter(|_| flow), rest, line);
    }

    /// `Jika:` above `- lengkap => 4`: whether nothing stands behind a key, and an item below it.
    fn heads_items(&self, rest: Span, line: Line) -> bool {
        let below = self.below(line.span.end);
        let item = own_mark(below.trim_start()).is_some() || below.trim_start().starts_with(['-', '•']);
        self.row.is_some() && item && self.text[rest.range()].trim().is_empty()
    }

    /// Begins a field, which ends the one before it.
    pub(super) fn start_field(
        &mut self,
        key: Spanned<Key>,
        untuk: Option<Spanned<SmolStr>>,
        kondisi: Option<Spanned<SmolStr>>,
        rest: Span,
        line: Line,
    ) {
        let place = key.value.info().place;
        let here = self.place();
        self.close_field();
        let misplaced = place != here;
        if key.value == Key::Sop && self.in_rows && line.indent == 0 && self.identity_keys.holds(Key::Sop) {
            self.over = true;
            return self.reported(remedies::second_sop(key.span));
        }
        if key.value == Key::Pelaksana && self.actor_below(rest) {
            self.open = Open::Reported;
            return;
        }
        // `Keterangan:` with items at the margin, below rows whose fields are indented.
        if key.value == Key::Keterangan && line.indent == 0 && self.heads_notes(rest) {
            let notes = Spanned::new(Key::Catatan, key.span);
            return self.start_field(notes, untuk, kondisi, rest, line);
        }
        if misplaced && self.signed && self.covered(line) {
            self.open = Open::Reported;
            return;
        }
        if misplaced {
            let typed = self.text[key.span.range()].to_owned();
            let found = Diagnostic::at(&faults::PLACE, key.span).with("kata", typed);
            self.found.push(match (key.value, self.row.is_some()) {
                (Key::Catatan, true) if line.indent > 0 => found.help(&remedies::REMARK_OF_A_ROW),
                (Key::Catatan, _) => found.help(&remedies::NOTES_ABOVE),
                _ => found,
            });
        } else if place == Place::Row && self.row.is_none() {
            let typed = self.text[key.span.range()].to_owned();
            let diagnostic = Diagnostic::at(&faults::PLACE, key.span).with("kata", typed);
            return self.reported(diagnostic.help(&remedies::NO_ROW_YET));
        } else {
            self.check_doubled(key, untuk.as_ref(), kondisi.as_ref());
        }
        let draft = self.field.insert(Draft::new(key, untuk, kondisi, line.span));
        draft.comments = std::mem::take(&mut self.comments);
        draft.misplaced = misplaced;
        draft.text.push(self.text, rest);
        self.open = Open::Field;
    }

    /// Whether `Keterangan:` at the margin heads notes on the whole procedure.
    fn heads_notes(&self, rest: Span) -> bool {
        let fields = self.row.as_ref().map_or(&[][..], |row| &row.row.fields);
        let indented = |field: &Field| {
            let start = field.span.start as usize;
            self.text[..start].ends_with([' ', '\t'])
        };
        self.text[rest.range()].trim().is_empty() && fields.last().is_some_and(indented)
    }

    fn check_doubled(
        &mut self,
        key: Spanned<Key>,
        untuk: Option<&Spanned<SmolStr>>,
        kondisi: Option<&Spanned<SmolStr>>,
    ) {
        if key.value == Key::Jika {
            return;
        }
        let seen = if self.in_rows { &mut self.row_keys } else { &mut self.identity_keys };
        let first = match untuk {
            None => seen.first(key.value, key.span),
            Some(name) => *seen.named.entry((key.value, fold(&name.value))).or_insert(key.span),
        };
        if first != key.span {
            let found = Diagnostic::at(&faults::DOUBLED, key.span)
                .with("kata", key.value.word())
                .related(first, &remedies::FIRST_HERE);
            let (seen, other) = match key.value {
                Key::Ya => (&self.row_keys, Key::Tidak),
                Key::Tidak => (&self.row_keys, Key::Ya),
                _ => return self.found.push(found),
            };
            let found = match (seen.holds(other), kondisi) {
                (true, Some(kondisi)) => {
                    found.with("syarat", kondisi.value.as_str()).help(&remedies::MORE_THAN_TWO)
                }
                (true, None) => found,
                (false, _) => found.with("lain", other.word()).help(&remedies::THE_OTHER_ANSWER),
            };
            self.found.push(found);
        }
    }

    /// Reads the field whose lines are all there, if one is open.
    pub(super) fn close_field(&mut self) {
        let Some(draft) = &mut self.field else { return };
        let place = draft.key.value.info().place;
        let of_a_row =
            draft.misplaced && draft.key.value == Key::Pelaksana && self.identity_keys.holds(Key::Pelaksana);
        let here = Here { row: self.row.as_ref().map(|row| &row.row), above: &self.sop.baris };
        let field = draft.read(self.source, &here, &mut self.found);
        self.field = None;
        self.says_the_same_twice(place, &field);
        match (place, &mut self.row) {
            (Place::Row, Some(row)) => row.row.fields.push(field),
            // Among the rows it names who acts, and no lanes.
            (Place::Identity, _) if of_a_row => {}
            (Place::Identity, _) => {
                if field.key.value == Key::Pelaksana {
                    self.lanes = self.lanes.or(Some(self.sop.fields.len()));
                }
                self.sop.fields.push(field);
            }
            // Reported where it began; nothing in the AST could hold it.
            (Place::Row, None) => {}
        }
    }

    /// A doubled key whose second field says nothing else can simply go.
    fn says_the_same_twice(&mut self, place: Place, field: &Field) {
        // Every line is read once: what it raised stands at the end.
        let doubled = |found: &&mut Diagnostic| {
            found.rule.code == faults::DOUBLED.code && found.primary == field.key.span
        };
        let finding = self.found.iter_mut().rev().take(8).find(doubled);
        let Some(finding) = finding.filter(|_| field.comments.is_empty()) else { return };
        let said = |other: &Field| &self.text[other.key.span.end as usize..other.span.end as usize];
        let same =
            |other: &Field| other.key.value == field.key.value && said(other).trim() == said(field).trim();
        let known = match (place, &self.row) {
            (Place::Row, Some(row)) => &row.row.fields[..],
            (Place::Identity, _) => &self.sop.fields,
            (Place::Row, None) => &[],
        };
        // Who doubles that much has no row before him, but lines of something else.
        let same = known.iter().take(200).any(same);
        // What says something else is not for a program to remove.
        if same {
            finding.fix = Some(remedies::remove_second(field.span));
        }
    }
}
