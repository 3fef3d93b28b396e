//! Numbered lines: rows, or items that come from a word processor.

use super::{DraftRow, Line, Open, ROW_INDENT, Reader};
use crate::diag::Diagnostic;
use crate::few::Few;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Baris, Nomor};
use crate::syntax::fields::DraftItem;
use crate::syntax::keys::{self, Key};
use crate::syntax::lines::{Mark, Parts};
use crate::syntax::prose::{Stretches, trim};
use crate::syntax::{faults, from_pairs, remedies, values};
use crate::text::{fold, split_at_if};

impl<'t> Reader<'t> {
    pub(super) fn numbered(&mut self, parts: Parts, line: Line) {
        let Parts::Numbered { number, mark, actors, text } = parts else { return };
        let actors = actors.map(|actors| trim(self.text, actors));
        let marked = |actors: Span| self.text[actors.range()].starts_with(['.', ',', ';', ')', '-']);
        if actors.is_some_and(marked) && self.misnumbered_row(line) {
            return;
        }
        if actors.is_some_and(|actors| self.lettered_row(number, actors, text, line)) {
            return;
        }
        if mark != Mark::Space && actors.is_some_and(|label| self.numbered_field(number, label, text, line)) {
            return;
        }
        if actors.is_none() && mark != Mark::Space && self.numbered_heading(text, line) {
            return;
        }
        // Blanks after the mark may be all that follows it.
        let start = actors.map_or(text.start, |actors| actors.start).min(line.span.end);
        let marked = Span { start: number.start, end: start };
        // `Catatan:` below the rows, and its items.
        let of_notes = self.open == Open::Field
            && self.field.as_ref().is_some_and(|field| field.misplaced && field.takes_items())
            && !actors.is_some_and(|actors| self.is_declared(&self.text[actors.range()]));
        let as_row = if of_notes {
            false
        } else if self.in_rows {
            let first = self.sop.baris.is_empty() && self.row.is_none();
            line.indent <= self.row_indent
                || (first && self.open == Open::Nothing && mark == Mark::Dot)
                || actors.is_some_and(|actors| first || self.next_row_indented(number, mark, actors))
        } else {
            let begins = actors.is_some() && line.indent <= ROW_INDENT && self.rows_may_begin(mark);
            begins || (line.indent == 0 && self.first_row_alone(number, mark))
        };
        if as_row {
            if !self.in_rows {
                self.found.push(remedies::no_kegiatan(line.span, line.line_start));
                self.close_field();
                self.in_rows = true;
            }
            if mark != Mark::Dot {
                let mark = Span { start: number.start, end: marked.end };
                let typed = &self.text[number.range()];
                self.gathered.row_marks.push((mark, format!("{typed}. ")));
            }
            if self.sop.baris.is_empty() && self.row.is_none() {
                self.row_indent = self.row_indent.max(line.indent);
            }
            let typed = &self.text[number.range()];
            let value = values::nomor(typed).unwrap_or_else(|| {
                self.found.push(Diagnostic::at(&faults::ROW_NUMBER, number).with("nomor", typed));
                self.next_number()
            });
            self.start_row(Spanned::new(value, number), actors, text, line);
        } else if mark != Mark::Space && (self.takes_items() || self.is_sub_step(marked, line)) {
            let text = trim(self.text, Span { start, end: line.span.end });
            self.item(line, text, Some(marked));
        } else {
            self.plain(line);
        }
    }

    /// `2.a Kabid: …`: the row `2a`, wherever it stands.
    fn lettered_row(&mut self, number: Span, actors: Span, text: Span, line: Line) -> bool {
        let typed = &self.text[actors.range()];
        let [letter @ b'a'..=b'z', b' ' | b'.' | b')', ..] = typed.as_bytes() else { return false };
        let name = typed[2..].trim_start();
        if !self.in_rows || !self.is_declared(name) {
            return false;
        }
        let typed_number = format!("{}{}", &self.text[number.range()], char::from(*letter));
        let Some(value) = values::nomor(&typed_number) else { return false };
        let start = actors.end as usize - name.len();
        self.gathered.row_marks.push((Span::new(line.line_start, start), format!("{value}. ")));
        self.start_row(Spanned::new(value, number), Some(Span { start: start as u32, ..actors }), text, line);
        true
    }

    /// Whether an indented numbered line is the row after one that has its fields already, and not an item of them.
    fn next_row_indented(&self, number: Span, mark: Mark, actors: Span) -> bool {
        let follows = values::nomor(&self.text[number.range()]) == Some(self.next_number());
        let filled = self.row.is_some() && !self.row_keys.first.is_empty();
        mark == Mark::Dot && follows && filled && self.is_declared(&self.text[actors.range()])
    }

    /// Whether a numbered line with a colon before `kegiatan:` is more likely a row than an item.
    pub(super) fn rows_may_begin(&self, mark: Mark) -> bool {
        let after_lanes = self.identity_keys.holds(Key::Pelaksana);
        let in_list = self.field.as_ref().is_some_and(|field| field.takes_numbered_items());
        mark == Mark::Dot && after_lanes && !in_list
    }

    /// `1. Pegawai mengisi formulir` where nothing is open that it could be an item of: rows without their `kegiatan:`.
    fn first_row_alone(&self, number: Span, mark: Mark) -> bool {
        let alone = match &self.field {
            Some(field) => self.open != Open::Field || !field.takes_items(),
            None => true,
        };
        alone && mark != Mark::Space && &self.text[number.range()] == "1"
    }

    pub(super) fn start_row(&mut self, nomor: Spanned<Nomor>, actors: Option<Span>, text: Span, line: Line) {
        let actors = actors.filter(|actors| actors.start < actors.end);
        if actors.is_some_and(|actors| self.outcome_as_row(actors, text, line)) {
            return;
        }
        self.close_row();
        self.last_number = nomor.value.angka;
        self.signed = false;
        if actors.is_none() && is_end(&self.text[text.range()]) {
            let rest = &self.text[line.span.end as usize..];
            let end = line.span.end as usize + rest.find('\n').map_or(rest.len(), |at| at + 1);
            return self.reported(remedies::end_as_row(line.span, Span::new(line.line_start, end)));
        }
        if let Some((name, text)) = actors.and_then(|actors| self.actor_with_remark(actors, line)) {
            return self.open_row(nomor, Some(name), text, line);
        }
        // `2. Menandatangani laporan: Kabid`
        if let Some(typed) = actors.filter(|actors| self.is_text_before(*actors, text)) {
            let (name, said) = (trim(self.text, text), &self.text[typed.range()]);
            let found =
                remedies::actor_behind_the_text(typed.to(name), nomor.value, &self.text[name.range()], said);
            self.found.push(found);
            return self.open_row(nomor, Some(name), typed, line);
        }
        // `1. (Kabid) Menelaah usulan`
        if actors.is_none()
            && let Some((name, said)) = self.actor_in_brackets(text)
        {
            let letter = self.text[said.range()].chars().next().unwrap_or_default();
            let (number, between) = (nomor.value.to_string(), Span { end: said.start, ..text });
            let typed = (&self.text[name.range()], true);
            self.found.push(remedies::actor_without_colon(line.span, &number, typed, between, letter));
            return self.open_row(nomor, Some(name), said, line);
        }
        // `1. Kabid Menelaah usulan`: the colon was forgotten.
        if actors.is_none()
            && let Some(front) = self.actors_in_front(text).or_else(|| self.actor_before_verb(text))
        {
            return self.row_without_colon(nomor, &front, line);
        }
        // `3. Petugas cek fisik: rem, ban`: the colon that stands there is one of the text.
        let undeclared = |typed: &str| typed.contains(' ') && !self.is_declared(typed);
        if let Some(typed) = actors.filter(|actors| undeclared(&self.text[actors.range()]))
            && let Some(front) = self.actors_in_front(Span { end: line.span.end, ..typed })
            && (front.works(self.text) || open_bracket(&self.text[typed.range()]))
        {
            return self.row_without_colon(nomor, &front, line);
        }
        if let Some(name) = self.actor_alone(actors, text) {
            let typed = &self.text[name.range()];
            let found = remedies::actor_in_front(line.span, nomor.value, typed, "…");
            let above_text = actors.is_none() && self.text_below(line);
            self.found.push(if above_text { remedies::with_colon(found, name.end) } else { found });
            return self.open_row(nomor, Some(name), Span { start: name.end, end: name.end }, line);
        }
        let actors = actors.filter(|actors| !self.heads_the_text(*actors));
        if let Some((said, name)) = actors.is_none().then(|| self.actor_at_end(text)).flatten() {
            let (typed, words) = (&self.text[name.range()], &self.text[said.range()]);
            self.found.push(remedies::actor_behind_the_text(text, nomor.value, typed, words));
            return self.open_row(nomor, Some(name), said, line);
        }
        if let Some(answer) = actors.filter(|actors| self.is_answer(*actors)) {
            self.open_row(nomor, None, text, line);
            let answer = &self.text[answer.range()];
            return remedies::answer_as_actor(self.found.last_mut(), answer);
        }
        self.open_row(nomor, actors, text, line);
    }

    /// Whether the line below is indented and no field: the text of a row whose actor stands alone.
    fn text_below(&self, line: Line) -> bool {
        let below = self.below(line.span.end);
        let indented = below.starts_with([' ', '\t']) && !below.trim().is_empty();
        let label = below.split_once(':').map(|(label, _)| fold(label));
        let field = label.is_some_and(|label| keys::find(&label).is_some());
        indented && !field && !below.trim_start().starts_with(['-', '#'])
    }

    /// `Langkah 1. (Kabid) Menelaah usulan`, `Kegiatan 2 - Kasi memeriksa usulan`: a row whose number is said in words.
    pub(super) fn row_in_words(&mut self, line: Line) -> bool {
        const COUNTS: [&str; 7] = ["langkah", "kegiatan", "aktivitas", "tahap", "step", "nomor", "no"];
        let typed = &self.text[line.span.range()];
        let Some((word, rest)) = typed.split_once([' ', '.']).filter(|_| self.in_rows) else { return false };
        let counts = COUNTS.iter().any(|known| known.eq_ignore_ascii_case(word));
        if !counts || line.indent > self.row_indent {
            return false;
        }
        let rest = rest.trim_start();
        let number = &rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())];
        let behind = &rest[number.len()..];
        let said = behind.trim_start_matches(['.', ')', ':', '-', '–', ' ', '\t']);
        let marked = behind[..behind.len() - said.len()].contains(['.', ')', ':', '-', '–']);
        let end = line.span.end as usize;
        let text = Span::new(end - said.len(), end);
        let acts = || self.actor_in_brackets(text).is_some() || self.actors_in_front(text).is_some();
        let Some(value) = values::nomor(number).filter(|_| marked && acts()) else { return false };
        let from = end - rest.len();
        let place = Span::new(from, from + number.len());
        self.gathered.row_marks.push((Span { end: text.start, ..line.span }, format!("{value}. ")));
        self.start_row(Spanned::new(value, place), None, text, line);
        true
    }

    /// Whether what stands before the colon of a row is its text, and what stands behind it who acts.
    fn is_text_before(&self, typed: Span, name: Span) -> bool {
        const LONGEST: usize = 60;
        let (said, name) = (&self.text[typed.range()], &self.text[name.range()]);
        // Cheaper than names first: most rows are told by these.
        let short = name.len() <= LONGEST && said.contains(' ');
        if !short || self.is_declared(said) {
            return false;
        }
        let (arrow, choice) = (said.contains('>') && said.contains("->"), said.contains(" atau "));
        let of_names = arrow || choice || said.contains([',', '→']);
        !of_names && !open_bracket(said) && self.is_declared(name)
    }

    /// `Kadis (bila tidak ada: Sekretaris): Menandatangani`: the name, and the text behind the colon of the row.
    fn actor_with_remark(&mut self, actors: Span, line: Line) -> Option<(Span, Span)> {
        let open = self.text[actors.range()].find('(')?;
        let start = actors.start as usize;
        let (from, end) = (start + open, line.span.end as usize);
        let close = from + self.text[from..end].find(')')?;
        let behind = self.text[close + 1..end].trim_start();
        let name = trim(self.text, Span::new(start, from));
        if !behind.starts_with(':') || name.start == name.end {
            return None;
        }
        let remark = self.text[from + 1..close].trim();
        // No longer remark names somebody at its end.
        const MOST_WORDS: usize = 20;
        let starts = remark.match_indices(' ').map(|(at, _)| &remark[at + 1..]).take(MOST_WORDS);
        // `(atau Sekcam bila Camat berhalangan)`
        let until = |rest: &'t str| split_at_if(rest).map(|(name, _)| name);
        let names = starts.flat_map(|rest| [Some(rest), until(rest)]).flatten();
        let deputy = std::iter::once(remark).chain(names).find(|rest| self.is_declared(rest));
        let whole = Span::new(start, close + 1);
        let found = remedies::remark_behind_actor(whole, &self.text[whole.range()], remark, deputy);
        self.found.push(found);
        Some((name, trim(self.text, Span::new(end - behind.len() + 1, end))))
    }

    /// `3. Kegiatan : Mengarsipkan laporan`
    fn heads_the_text(&self, actors: Span) -> bool {
        let typed = &self.text[actors.range()];
        keys::heads_rows(typed) && !self.is_declared(typed)
    }

    /// Takes `Kegiatan : Mengarsipkan laporan` as the text of a row that has none yet; of its actor was told above.
    pub(super) fn text_below_actor(&mut self, text: Span) -> bool {
        let source = self.text;
        let row = self.row.as_mut().filter(|row| row.uraian.is_empty() && !row.row.oleh.is_empty());
        let Some(row) = row else { return false };
        let Some(told) = told_without_actor(&mut self.found, row.row.span) else { return false };
        let name = row.row.oleh[0].pelaku.first().map_or("…", |pelaku| pelaku.nama.value.as_str());
        *told = remedies::actor_in_front(row.row.span, row.row.nomor.value, name, &source[text.range()]);
        row.uraian.push(source, text);
        self.open = Open::Row;
        true
    }

    /// `pelaksana: Kabid` below `2. Menandatangani laporan`: who acts, one line too low.
    pub(super) fn actor_below(&mut self, rest: Span) -> bool {
        let actors = trim(self.text, rest);
        let Some(draft) =
            self.row.as_mut().filter(|draft| draft.row.oleh.is_empty() && actors.start < actors.end)
        else {
            return false;
        };
        let Some(found) = told_without_actor(&mut self.found, draft.row.span) else { return false };
        let mut stretches = Stretches::default();
        stretches.push(self.text, actors);
        let said = draft.uraian.span().map_or("", |span| &self.text[span.range()]);
        *found =
            remedies::actor_in_front(draft.row.span, draft.row.nomor.value, &self.text[actors.range()], said);
        draft.row.oleh = from_pairs::oleh(&stretches.join(self.source), &mut self.found);
        true
    }

    pub(super) fn open_row(&mut self, nomor: Spanned<Nomor>, actors: Option<Span>, text: Span, line: Line) {
        let oleh = match actors {
            Some(actors) => {
                let mut stretches = Stretches::default();
                stretches.push(self.text, actors);
                from_pairs::oleh(&stretches.join(self.source), &mut self.found)
            }
            None => {
                self.found.push(
                    Diagnostic::at(&faults::NO_ACTOR, line.span).with("nomor", nomor.value.to_string()),
                );
                Few::new()
            }
        };
        let draft = self.row.insert(DraftRow::new(nomor, oleh, line.span));
        draft.row.comments = std::mem::take(&mut self.comments);
        draft.row.uraian.span = Span { start: text.start, end: text.start };
        draft.uraian.push(self.text, text);
        self.row_keys.clear();
        self.open = Open::Row;
    }

    pub(super) fn close_row(&mut self) {
        self.close_field();
        let Some(DraftRow { mut row, uraian, rincian }) = self.row.take() else { return };
        if uraian.is_empty() && rincian.is_empty() {
            let nama = row.oleh.first().and_then(|place| place.pelaku.first());
            self.found.push(
                Diagnostic::at(&faults::NO_TEXT, row.nomor.span)
                    .with("nomor", row.nomor.value.to_string())
                    .with("nama", nama.map_or("…", |nama| nama.nama.value.as_str())),
            );
        }
        if !uraian.is_empty() {
            let uraian = uraian.join(self.source);
            row.uraian_letak = uraian.seams();
            row.uraian = uraian.into_spanned();
        }
        row.span = row.span.to(row.uraian.span);
        if !rincian.is_empty() {
            DraftItem::check_marks(&rincian, self.text, false, &mut self.found);
            row.rincian = rincian.into_iter().map(|item| item.read(self.source)).collect();
        }
        for item in &row.rincian {
            row.span = row.span.to(item.text.span);
        }
        if let Some(last) = row.fields.last() {
            row.span = row.span.to(last.span);
        }
        self.sop.baris.push(Baris::Kegiatan(row));
    }
}

/// What was told of a row that has no actor; every line is read once, so it stands near the end.
fn told_without_actor(found: &mut [Diagnostic], row: Span) -> Option<&mut Diagnostic> {
    let mut near = found.iter_mut().rev().take(8);
    near.find(|found| found.rule.code == faults::NO_ACTOR.code && found.primary == row)
}

/// Whether a bracket opens in a text and does not close: what follows belongs to it, a colon too.
fn open_bracket(text: &str) -> bool {
    text.rfind('(').is_some_and(|open| !text[open..].contains(')'))
}

/// `Mulai`, `Selesai.`: a symbol of the flow chart, and no row.
fn is_end(typed: &str) -> bool {
    let typed = typed.trim().trim_end_matches('.');
    ["mulai", "selesai", "start", "end"].iter().any(|word| word.eq_ignore_ascii_case(typed))
}
