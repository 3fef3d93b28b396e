//! Items, continuations, and lines without any mark.

use super::answers;
use super::flow_lines::{begins_a_flow, may_be_opposites};
use super::keyless::GO_ON;
use super::recovery::begins_a_key;
use super::{Line, Open, Reader};
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::fields::{Draft, DraftItem};
use crate::syntax::keys::{self, Key, Place, Shape};
use crate::syntax::prose::{Stretches, trim};
use crate::syntax::{definition, faults, near, refuses, remedies, values, words};
use crate::text::{fold, next_label, own_mark};

impl<'t> Reader<'t> {
    /// Whether what is being read is a list, so that a foreign mark is the mark of an item.
    pub(super) fn takes_items(&self) -> bool {
        self.open == Open::Field && self.field.as_ref().is_some_and(Draft::takes_items)
    }

    pub(super) fn marked(&mut self, bullet: bool, text: Span, line: Line) {
        // `*) Data dari bidang lain` below the table.
        if bullet && self.in_rows && self.text[text.range()].starts_with(')') {
            return self.reported(remedies::footnote(line.span));
        }
        if self.heads_rows(line) {
            return self.unread(line);
        }
        // `b) Kabid: …` at the margin is a row like `a) Staf: …` above it.
        if !bullet && line.indent == 0 && self.misnumbered_row(line) {
            return;
        }
        let mark = Span { start: line.span.start, end: text.start };
        let inside = self.open == Open::Row || self.open == Open::Field;
        let bullet = bullet && inside && (line.indent > 0 || !self.in_rows);
        if bullet || self.takes_items() || self.is_sub_step(mark, line) {
            self.item(line, text, Some(mark));
        } else if !self.noted(line, text, true) {
            self.plain(line);
        }
    }

    /// Whether a line at the margin heads the rows below it: `B. PELAKSANAAN`, `II. PELAKSANAAN`.
    fn heads_rows(&self, line: Line) -> bool {
        let typed = &self.text[line.span.range()];
        self.in_rows && line.indent <= self.row_indent && remedies::without_letter(typed).is_some()
    }

    /// Whether a line under a row's text is a sub-step as a word processor writes it: `a.`, and `b.` below `a.`.
    pub(super) fn is_sub_step(&self, mark: Span, line: Line) -> bool {
        let label = |mark: &str| mark.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_ascii_lowercase();
        let row = self.row.as_ref().filter(|_| self.open == Open::Row && line.indent > self.row_indent);
        let Some(row) = row else { return false };
        let uraian = row.uraian.span().map_or("", |span| &self.text[span.range()]);
        // `meliputi`, `a. data pribadi,`, `b. daftar masalah` on lines of their own are one sentence.
        let typed = &self.text[line.span.range()];
        if typed.ends_with(',') || (row.rincian.is_empty() && uraian.ends_with(',')) {
            return false;
        }
        let before = match row.rincian.last() {
            Some(item) => item.foreign.map(|mark| &self.text[mark.range()]),
            // `1. Staf: a. Membaca data`
            None => own_mark(uraian).map(|mark| &uraian[..mark]),
        };
        let before = before.map(label).unwrap_or_default();
        let this = label(&self.text[mark.range()]);
        let lettered = matches!(before.as_bytes(), [b'a'..=b'y']);
        let begins = !lettered && matches!(this.as_str(), "a" | "1");
        begins || next_label(&before).is_some_and(|next| next == this)
    }

    pub(super) fn item(&mut self, line: Line, text: Span, foreign: Option<Span>) {
        // `- 2 -`: the number of a page.
        let number = self.text[text.range()].trim_end().strip_suffix('-').map(str::trim);
        if number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
        {
            return self.reported(remedies::footnote(line.span));
        }
        let headed = self.in_rows && self.headed_outcomes(line, text);
        if headed
            || self.field_as_item(line, text)
            || self.noted(line, text, true)
            || self.question(line, text)
        {
            return;
        }
        let mut item =
            DraftItem { comments: Vec::new(), text: Stretches::default(), line: line.span, foreign };
        item.text.push(self.text, text);
        match self.open {
            Open::Reported => return,
            Open::Nothing => return self.reported(Diagnostic::at(&faults::LINE, line.span)),
            Open::Row | Open::Field => {}
        }
        if item.text.is_empty() {
            self.found.push(remedies::empty_item(line.span));
            return;
        }
        item.comments = std::mem::take(&mut self.comments);
        match (self.open, &mut self.field, &mut self.row) {
            (Open::Field, Some(field), _) => field.items.push(item),
            (Open::Row, _, Some(row)) => row.rincian.push(item),
            _ => {}
        }
    }

    /// `- waktu: 2 jam`, `- jika benar: lanjut ke 3` in a row: a field that is marked as an item.
    fn field_as_item(&mut self, line: Line, text: Span) -> bool {
        let open = self.open != Open::Nothing && (self.row.is_some() || !self.in_rows);
        let typed = &self.text[text.range()];
        let Some(colon) = memchr::memchr(b':', typed.as_bytes()).filter(|_| open) else { return false };
        let head = typed[..colon].split([',', '(']).next().unwrap_or_default();
        if !self.in_rows {
            return self.identity_field_as_item(line, text, colon);
        }
        let said = typed[colon + 1..].trim();
        let aims = || near::target_from(said, self.last_number).is_some();
        let is_field = match keys::find(&fold(head)).filter(|key| key.info().place == Place::Row) {
            Some(key) => key.info().shape != Shape::Alur || aims(),
            None if self.goes_on(line) || !self.aims_in_item(head, said) => false,
            // `- lengkap: ke langkah 3`
            None if !answers::says_outcome(head, said) => return self.outcome_meant(line, head, said),
            None => true,
        };
        if !is_field {
            return false;
        }
        self.labelled_item(line, text, colon);
        true
    }

    /// `- unit: Bagian Umum` below the agency: a field that was not given so far.
    fn identity_field_as_item(&mut self, line: Line, text: Span, colon: usize) -> bool {
        let typed = &self.text[text.range()];
        let key = keys::find(&fold(&typed[..colon])).filter(|key| key.info().place == Place::Identity);
        if !key.is_some_and(|key| self.is_free(key)) {
            return false;
        }
        self.labelled_item(line, text, colon);
        true
    }

    /// Reads an item as the field that it is.
    fn labelled_item(&mut self, line: Line, text: Span, colon: usize) {
        self.gathered.field_marks.push(Span { start: line.span.start, end: text.start });
        let start = text.start as usize;
        let label = Span::new(start, start + colon);
        let rest = Span::new(start + colon + 1, text.end as usize);
        self.labelled(label, rest, Line { span: Span { start: text.start, ..line.span }, ..line });
    }

    /// A line with no colon, number or mark that the language knows.
    pub(super) fn plain(&mut self, line: Line) {
        let typed = &self.text[line.span.range()];
        if self.only_goes_on(typed, line) {
            return self.continuation(line.span);
        }
        if (!typed.is_ascii() && self.look_alike_of_a_colon(line))
            || self.outcomes_in_a_line(line, false)
            || self.outcome_line(line, false)
            || self.each_answer(line)
            || self.heading(line)
            || self.end_alone(line)
        {
            return;
        }
        // `SOP Pengarsipan` below `keterkaitan:`
        if !self.in_rows && self.names_a_sop(typed) {
            return self.bare_item(line);
        }
        if self.field_without_colon(line)
            || self.outcome_line(line, true)
            || self.flow_line(line)
            || self.misnumbered_row(line)
            || self.row_in_words(line)
        {
            return;
        }
        if self.heads_rows(line) {
            return self.unread(line);
        }
        // `o Komputer`: the second bullet of a word processor.
        if typed.starts_with("o ") && line.indent > 0 && (self.open == Open::Row || self.takes_items()) {
            let text = Span { start: line.span.start + 2, ..line.span };
            return self.item(line, trim(self.text, text), Some(Span { end: text.start, ..line.span }));
        }
        if self.row.is_some() && line.indent > 0 && says_as_above(typed) {
            return self.reported(remedies::as_above(line.span, typed));
        }
        let around = self.wrapped(line)
            || self.letterhead(line)
            || self.official(line)
            || self.page_number(line)
            || self.column_heads(line)
            || self.question(line, line.span)
            || self.signature(line);
        if around {
            return;
        }
        // What is indented goes on with the text above it, but no name of a lane does.
        let indented = line.indent > 0 && self.open != Open::Nothing;
        let bare =
            |field: &Draft| field.takes_bare_items() && (!indented || field.key.value == Key::Pelaksana);
        if self.open == Open::Field
            && (self.stands_beside_items(line)
                || self.field.as_ref().is_some_and(|field| !self.in_rows && bare(field))
                || self.lists(line))
        {
            return self.bare_item(line);
        }
        if self.noted(line, line.span, false) {
            return;
        }
        if indented && !self.is_beside_its_field(line) {
            return self.continuation(line.span);
        }
        self.unread(line);
    }

    /// Whether a line in a row is words in small letters that can be nothing but the rest of the text above: nearly all are
    /// told by that.
    fn only_goes_on(&self, typed: &str, line: Line) -> bool {
        let above = match (self.open, &self.field) {
            (Open::Row, _) => true,
            (Open::Field, Some(_)) => !self.stands_beside_items(line) && !self.is_beside_its_field(line),
            _ => false,
        };
        above
            && self.row.is_some()
            && line.indent > self.row_indent
            && typed
                .bytes()
                .all(|byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b' ' | b',' | b'.' | b'/' | b'-'))
            && typed.starts_with(|c: char| c.is_ascii_lowercase())
            && !definition::alone()
            && near::says_nothing(typed)
            && !may_be_opposites(typed)
            && !begins_a_key(typed)
            && !says_as_above(typed)
            && !begins_a_flow(typed)
    }

    /// An item without any mark.
    pub(super) fn bare_item(&mut self, line: Line) {
        let nothing = Span { end: line.span.start, ..line.span };
        self.item(line, line.span, Some(nothing));
    }

    /// Whether a line below a list's key is an item, as the one above it is: that one is too short to have been broken,
    /// and this one begins as a text does. The one above becomes an item, too, unless it stands behind the key.
    fn lists(&mut self, line: Line) -> bool {
        const BROKEN_FROM: usize = 64;
        const LONGEST_LINE: usize = 119;
        let text = self.text;
        let begins = |at: usize| text[at..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let Some(field) = self.field.as_mut().filter(|_| begins(line.span.start as usize)) else {
            return false;
        };
        let behind_key = field.line_behind_key(text);
        let Some(above) = field.last_bare_line(text).or(behind_key) else { return false };
        let typed = &text[above.range()];
        let ends = typed.ends_with([',', '-', '/', '&', '(']);
        if behind_key.is_some() {
            // The formatter breaks a line only where what follows has no room on it.
            let line_above = indent_at(text, above.end as usize);
            let both = line_above + text[line.span.range()].chars().count();
            let open = typed.rsplit(' ').next().is_some_and(|last| GO_ON.contains(&last));
            return !ends && !open && line_above < BROKEN_FROM && both < LONGEST_LINE;
        }
        let indent = indent_at(text, above.start as usize);
        let length = indent + (above.end - above.start) as usize;
        let alike = indent == line.indent && begins(above.start as usize);
        if ends || length >= BROKEN_FROM || !alike {
            return false;
        }
        field.make_bare_item();
        true
    }

    /// Whether a line stands below items, and no deeper than their marks.
    fn stands_beside_items(&self, line: Line) -> bool {
        let items = self.field.as_ref().filter(|field| field.takes_items()).map(|field| &field.items);
        let marked = items.and_then(|items| items.last()).filter(|item| item.foreign.is_none());
        marked.is_some_and(|item| {
            line.indent > 0 && line.indent <= indent_at(self.text, item.line.start as usize)
        })
    }

    /// A line that belongs to nothing.
    fn unread(&mut self, line: Line) {
        let typed = &self.text[line.span.range()];
        let unread = || Diagnostic::at(&faults::LINE, line.span);
        self.reported(match (self.in_rows, line.indent <= self.row_indent) {
            (true, true) => remedies::heads_a_phase(unread(), typed),
            (true, false) => remedies::beside_fields(line.span, typed),
            (false, _) => unread(),
        });
    }

    /// Whether a line may belong to the row above it: it is indented, or the row's fields stand at the margin, too.
    pub(super) fn is_in_row(&self, line: Line) -> bool {
        let Some(row) = &self.row else { return false };
        let field = self.field.as_ref().map(|field| field.start());
        let field = field.or_else(|| row.row.fields.last().map(|field| field.span.start as usize));
        line.indent > 0 || field.is_some_and(|start| indent_at(self.text, start) == 0)
    }

    /// Whether a line in a row is indented no deeper than the field above it, and so is none of its text.
    pub(super) fn is_beside_its_field(&self, line: Line) -> bool {
        let Some(field) = self.field.as_ref().filter(|_| self.in_rows && self.open == Open::Field) else {
            return false;
        };
        let blanks = &self.text[line.line_start..line.span.start as usize];
        line.indent <= indent_at(self.text, field.start()) && !blanks.contains('\t')
    }

    /// `ya, sesuai lanjut ke 3`: an outcome without its colon, perhaps with a comma in its place.
    fn outcome_line(&mut self, line: Line, unaimed: bool) -> bool {
        let start = line.span.start as usize;
        let Some(label) = self.outcome_without_colon(&self.text[line.span.range()], unaimed) else {
            return false;
        };
        let typed = self.text[start..start + label].trim_end();
        // `jika sesuai maka lanjut ke 3`
        let said = typed.strip_suffix(" maka");
        // `jika tidak kembali ke 1` beside `ya: …`
        let beside = self.row_keys.holds(Key::Ya) || self.row_keys.holds(Key::Tidak);
        let said = said.or_else(|| near::condition(typed).filter(|_| beside).map(|_| typed));
        if let Some(said) = said {
            let target = self.text[start + label..line.span.end as usize].trim();
            let said = said.trim_end_matches([',', ';', ' ']);
            let answer = match said.split_once(' ') {
                Some((_, condition)) if condition.eq_ignore_ascii_case("tidak") => "tidak".to_owned(),
                Some((_, condition)) if condition.eq_ignore_ascii_case("ya") => "ya".to_owned(),
                Some((_, condition)) if refuses(condition) => format!("tidak, {condition}"),
                Some((_, condition)) => format!("ya, {condition}"),
                None => said.to_owned(),
            };
            let known = values::is_value_of(Shape::Alur, target);
            self.reported(remedies::outcome_in_item(
                line.span,
                format!("{answer}: {target}"),
                known && beside,
            ));
            return true;
        }
        let words = typed.trim_end_matches([',', ';', ' ']).len();
        let (label, mark) = (Span::new(start, start + words), Span::new(start + words, start + typed.len()));
        self.found.push(remedies::missing_colon(label, &self.text[label.range()], mark));
        self.labelled(label, Span { start: mark.end, end: line.span.end }, line);
        true
    }

    /// `SELESAI` at the margin below a row: the end of it all, or where a row ends the procedure.
    fn end_alone(&mut self, line: Line) -> bool {
        let typed = self.text[line.span.range()].trim_end_matches('.');
        let is_end = ["selesai", "tamat"].iter().any(|word| word.eq_ignore_ascii_case(typed));
        if line.indent > 0 || self.row.is_none() || !is_end {
            return false;
        }
        // As many lines as there may be in front of the next row.
        const NEAR: usize = 20;
        let rest = &self.text[line.span.end as usize..];
        let is_row = |line: &str| line.starts_with(|c: char| c.is_ascii_digit()) && line.contains(['.', ')']);
        if rest.lines().take(NEAR).any(is_row) {
            self.reported(remedies::flow_without_key(line.span, "selesai", true));
        } else {
            let end = line.span.end as usize + rest.find('\n').map_or(rest.len(), |at| at + 1);
            self.reported(remedies::end_as_row(line.span, Span::new(line.line_start, end)));
        }
        true
    }

    pub(super) fn continuation(&mut self, span: Span) {
        match (self.open, &mut self.field, &mut self.row) {
            (Open::Field, Some(field), _) => field.continue_with(self.text, span),
            (Open::Row, _, Some(row)) => {
                let text = row.rincian.last_mut().map_or(&mut row.uraian, |item| &mut item.text);
                text.push(self.text, span);
            }
            _ => {}
        }
    }
}

/// `sda`, `s.d.a.`: what stands above, once more.
fn says_as_above(typed: &str) -> bool {
    const LONGEST: usize = 20;
    let may_begin = |first: &u8| matches!(first, b's' | b'S' | b'i' | b'I' | b'd' | b'D');
    typed.len() <= LONGEST && typed.as_bytes().first().is_some_and(may_begin) && {
        let plain = typed.to_lowercase();
        let plain = if plain.contains(' ') { plain } else { plain.replace('.', "") };
        words::AS_ABOVE.contains(&plain.trim_end_matches('.'))
    }
}

/// Bytes between the start of a line and a place on it.
fn indent_at(text: &str, at: usize) -> usize {
    at - text[..at].rfind('\n').map_or(0, |end| end + 1)
}
