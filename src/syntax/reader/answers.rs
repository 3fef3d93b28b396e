//! Outcomes in a writer's own words: `disetujui: 4`, `bila sesuai: lanjut 8`, `T: 1`, `a. ada temuan -> 4`.

use super::{Line, Open, Reader};
use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::fields::Draft;
use crate::syntax::here::Here;
use crate::syntax::keys::{Key, Shape};
use crate::syntax::{near, remedies, values};
use crate::text::{ARROWS, fold};

/// How many lines of a row are looked at on either side.
const LOOKED_AT: usize = 12;
/// A condition has no more.
const MANY_WORDS: usize = 8;

impl Reader<'_> {
    /// A label that is no key, with a target behind its colon. `near` is the key that it may be a slip of.
    pub(super) fn answer_of_its_own(
        &mut self,
        label: Span,
        rest: Span,
        line: Line,
        near: Option<&str>,
    ) -> bool {
        let (typed, said) = (&self.text[label.range()], self.text[rest.range()].trim());
        // At the margin it may be a row without its number.
        let aims = || near::target_from(said, self.last_number).is_some() && !self.is_declared(typed);
        let inside = self.row.is_some() && self.open != Open::Nothing && (line.indent > 0 || aims());
        if !inside || said.is_empty() || typed.contains(['(', ')']) {
            return false;
        }
        let exact = values::is_value_of(Shape::Alur, said);
        let Some(target) = self.target_said(said) else {
            return self.third_in_words(label, said, line)
                || self.outcome_to_somewhere(label, said, line, near);
        };
        let slip_of_answer = near.is_none_or(|near| near == "ya" || near == "tidak");
        let beside = self.outcomes_beside(line);
        // `tidak lengkap` is read as an answer with its condition, unless no other outcome is one.
        if near::answer_without_comma(typed, "").is_some() && beside.all - beside.yes - beside.no < 2 {
            return false;
        }
        // A number alone, or beside a word that is nearly a key, is an outcome where the row has another.
        if (!exact || !slip_of_answer) && beside.all < 2 {
            return false;
        }
        let answer = Answer::of(typed, &beside);
        if let (true, Some(condition)) =
            (beside.all > 2 && beside.yes > 0 && beside.no > 0, &answer.condition)
        {
            let found = remedies::third_outcome(label, typed, condition);
            self.reported(found);
            return true;
        }
        let meant = format!("{}: {target}", answer.words());
        let whole = Span { end: rest.end, ..label };
        self.found.push(remedies::outcome_meant(label, whole, typed, &meant));
        self.close_field();
        if !exact {
            self.open = Open::Reported;
            return true;
        }
        let key = Spanned::new(answer.key, Span { end: label.start, ..label });
        let condition = answer.condition.map(|condition| Spanned::new(condition.into(), label));
        self.start_field(key, None, condition, rest, line);
        true
    }

    /// `ragu-ragu: dikonservasi dulu, kembali ke 3` beside `ya` and `tidak`.
    fn third_in_words(&mut self, label: Span, said: &str, line: Line) -> bool {
        let aims = said.rsplit_once(',').is_some_and(|(_, end)| values::is_value_of(Shape::Alur, end.trim()));
        let beside = if aims { self.outcomes_beside(line) } else { Beside::default() };
        if beside.yes == 0 || beside.no == 0 {
            return false;
        }
        let typed = &self.text[label.range()];
        self.reported(remedies::third_outcome(label, typed, near::condition(typed).unwrap_or(typed)));
        true
    }

    /// Where a text leads; `salinan resep, selesai` ends with that name.
    fn target_said(&self, said: &str) -> Option<String> {
        const MOST_WORDS: usize = 6;
        near::target_from(said, self.last_number).or_else(|| {
            let (name, end) = said.rsplit_once(',')?;
            let name = name.trim();
            let short = !name.is_empty() && name.split(' ').count() <= MOST_WORDS;
            (short && end.trim().eq_ignore_ascii_case("selesai")).then(|| format!("selesai, {name}"))
        })
    }

    /// `penuh: pasien menunggu` beside `tersedia: lanjut ke 4`: what is perhaps the other outcome, and does not say where it leads.
    pub(super) fn other_outcome(
        &self,
        label: Span,
        rest: Span,
        line: Line,
        near: Option<&str>,
    ) -> Option<Diagnostic> {
        if near.is_some() || self.row.is_none() || line.indent == 0 {
            return None;
        }
        let beside = self.outcomes_beside(line);
        if beside.all != 1 {
            return None;
        }
        let typed = &self.text[label.range()];
        let words = Answer::of(typed, &Beside { all: 2, ..beside }).words();
        // `dipakai sendiri: ke 4` names its row; `KTP: 2` may be a number of papers.
        let said = self.text[rest.range()].trim();
        let target = self.target_said(said).filter(|_| !said.starts_with(|c: char| c.is_ascii_digit()));
        if let Some(target) = target {
            let whole = Span { end: rest.end, ..label };
            return Some(remedies::outcome_meant(label, whole, typed, &format!("{words}: {target}")));
        }
        Some(remedies::outcome_to_name(label, typed, &words, self.text[rest.range()].trim()))
    }

    /// `belum kuorum: skors 1 jam, kembali ke 5`: an outcome, and what is done before it leads to its row.
    pub(super) fn outcome_with_words(&self, label: Span, rest: Span, line: Line) -> Option<Diagnostic> {
        if self.row.is_none() || line.indent == 0 {
            return None;
        }
        let typed = &self.text[label.range()];
        let (how, target) = near::condition_in_front(self.text[rest.range()].trim())?;
        let names_a_row = target.contains(|c: char| c.is_ascii_digit());
        let beside = self.outcomes_beside(line);
        let words = Answer::of(typed, &Beside { all: beside.all + 1, ..beside }).words();
        names_a_row.then(|| remedies::outcome_with_words(label, typed, &format!("{words}: {target}"), how))
    }

    /// `disetujui: kembali ke PIC`: an outcome by its looks, whose target only the writer knows.
    fn outcome_to_somewhere(&mut self, label: Span, said: &str, line: Line, near: Option<&str>) -> bool {
        let typed = &self.text[label.range()];
        if near.is_some() || near::answer_without_comma(typed, "").is_some() {
            return false;
        }
        let Some(verb) = near::verb_before_a_name(said) else { return false };
        let words = Answer::of(typed, &self.outcomes_beside(line)).words();
        // `dikembalikan ke Staf`: the row is that of the one who gets it back.
        let here = Here { row: self.row.as_ref().map(|row| &row.row), above: &self.sop.baris };
        let name = near::name_aimed_at(said).filter(|_| verb == "kembali");
        let row = name.and_then(|name| here.row_of(&fold(&said[name])));
        let target = format!("{verb} ke {}", row.as_deref().unwrap_or("…"));
        let found = remedies::outcome_in_item(line.span, format!("{words}: {target}"), row.is_some());
        self.reported(found);
        true
    }

    /// `3. Ya: lanjut ke 5`, `4. Tidak lengkap: kembali ke 1` below a row: its outcomes, numbered like rows.
    pub(super) fn outcome_as_row(&mut self, actors: Span, text: Span, line: Line) -> bool {
        let typed = &self.text[actors.range()];
        let first = typed.split([' ', ',']).next().unwrap_or_default();
        let answers = is_short_answer(first) || near::condition(typed).is_some();
        if !answers || self.row.is_none() || self.is_declared(typed) {
            return false;
        }
        let said = self.text[text.range()].trim();
        let Some(target) = near::target_from(said, self.last_number) else { return false };
        let words = match typed.split_once(',') {
            Some((answer, condition)) => match key_of(&fold(answer)) {
                Some(key) => format!("{}, {}", key.word(), condition.trim()),
                None => Answer::of(typed, &Beside::default()).words(),
            },
            None => Answer::of(typed, &Beside::default()).words(),
        };
        // Below another answer it is no outcome of that row.
        let known = self.row.as_ref().is_some_and(|row| !row.row.oleh.is_empty());
        self.reported(remedies::outcome_in_item(line.span, format!("{words}: {target}"), known));
        true
    }

    /// Whether what stands where a row has its actors is an answer.
    pub(super) fn is_answer(&self, actors: Span) -> bool {
        let typed = &self.text[actors.range()];
        is_short_answer(typed) && !self.is_declared(typed)
    }

    /// `Ya = 7`: an answer without its colon and with a target that is not said as the language says it.
    pub(super) fn answer_with_target(&self, key: Option<Key>, rest: Span) -> Option<String> {
        let key = key.filter(|key| matches!(key, Key::Ya | Key::Tidak))?;
        let said = self.text[rest.range()].trim();
        let target = near::target_from(said, self.last_number).filter(|target| target != said)?;
        Some(format!("{}: {target}", key.word()))
    }

    /// `- jika benar: 3`, `- benar: lanjut ke 3`: whether what stands before and behind the colon of an item makes it an
    /// outcome. A number alone may count anything.
    pub(super) fn aims_in_item(&self, head: &str, said: &str) -> bool {
        let figures = |byte: u8| byte.is_ascii_digit();
        let named = said.bytes().any(figures) && near::target_from(said, self.last_number).is_some();
        let aims = named || values::is_value_of(Shape::Alur, said);
        let short = head.split(' ').count() <= MANY_WORDS;
        aims && short && (near::condition(head).is_some() || !said.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Tells the outcome that a line means.
    pub(super) fn outcome_meant(&mut self, line: Line, head: &str, said: &str) -> bool {
        let Some(target) = near::target_from(said, self.last_number) else { return false };
        let meant = format!("{}: {target}", Answer::of(head, &Beside::default()).words());
        self.reported(remedies::outcome_in_item(line.span, meant, true));
        true
    }

    /// `ya -> 3, tidak -> diobati dulu`: several outcomes in a line, of which one cannot be told.
    pub(super) fn each_answer(&mut self, line: Line) -> bool {
        if self.open == Open::Nothing || !self.is_in_row(line) {
            return false;
        }
        let typed = &self.text[line.span.range()];
        // Nearly no line holds one.
        if memchr::memchr2(b'>', "→".as_bytes()[0], typed.as_bytes()).is_none() {
            return false;
        }
        let said = ARROWS.iter().find_map(|arrow| typed.split_once(arrow)).map(|(_, said)| said);
        let mut parts = said.unwrap_or_default().split([',', ';']);
        let several =
            parts.next().is_some_and(|first| values::nomor(first.trim()).is_some()) && parts.next().is_some();
        // `-> kalau tidak jelas ditolak`
        let arrow = ARROWS.iter().find_map(|arrow| typed.strip_prefix(arrow));
        let case = arrow.is_some_and(|said| near::condition(said.trim_start()).is_some());
        if several || (case && near::outcome_said(typed, self.last_number).is_none()) {
            self.reported(remedies::each_answer(line.span));
            return true;
        }
        false
    }

    /// `- Ya = langkah 3`, `[Tidak] kembali`: an outcome that is noted as an item, or below the text that it follows from.
    pub(super) fn noted(&mut self, line: Line, text: Span, item: bool) -> bool {
        if self.open == Open::Nothing || self.row.is_none() || !(item || self.is_in_row(line)) {
            return false;
        }
        // What goes on below is a text.
        if item && self.goes_on(line) {
            return false;
        }
        // Of an indented line without a mark that was asked first of all.
        if (item || line.indent == 0) && self.opposites_in_a_line(line, text) {
            return true;
        }
        let typed = &self.text[text.range()];
        let Some(mut said) = near::outcome_said(typed, self.last_number) else { return false };
        let lists = |field: &Draft| field.key.value.info().shape == Shape::List;
        let papers = self.open == Open::Field && self.field.as_ref().is_some_and(lists);
        let told = papers
            || match item {
                // Sub-steps may well be done on a condition.
                true => said.known || !said.condition,
                false => said.marked || self.open == Open::Reported || self.is_beside_its_field(line),
            };
        if told {
            // `tidak lengkap -> 1` beside `lengkap -> 3`
            if let Some(answer) =
                said.meant.strip_prefix("tidak, tidak ").filter(|_| self.has_jika_beside(line))
            {
                said.meant = format!("jika tidak {answer}");
            }
            // `Tidak -> kembali ke pemohon`: the row is that of the one who gets it back.
            let here = Here { row: self.row.as_ref().map(|row| &row.row), above: &self.sop.baris };
            let back = said.meant.ends_with("kembali ke …");
            let name = near::name_aimed_at(typed).filter(|_| back && !said.known);
            let found = match name.and_then(|name| here.row_of(&fold(&typed[name]))) {
                Some(row) => remedies::outcome_in_item(line.span, said.meant.replace('…', &row), true),
                None => remedies::outcome_in_item(line.span, said.meant, said.known),
            };
            self.reported(found);
        }
        told
    }

    /// Whether the row notes another outcome around a line that is one in words of its own, and none that is `ya`.
    fn has_jika_beside(&self, line: Line) -> bool {
        // Each line is read for it.
        const NEAR: usize = 4;
        let Some(row) = &self.row else { return false };
        let start = row.row.span.start as usize;
        let above = self.text[start..line.line_start].lines().rev().take(NEAR);
        let below = self.text[line.span.end as usize..].lines().skip(1);
        let inside = |line: &&str| !line.trim().is_empty() && line.starts_with([' ', '\t', '-']);
        let lines = above.chain(below.take_while(inside).take(NEAR));
        let said = |line: &str| near::outcome_said(line.trim().trim_start_matches("- "), self.last_number);
        let said: Vec<String> = lines.filter_map(|line| Some(said(line)?.meant)).collect();
        let begins = |word: &str| said.iter().any(|meant| meant.starts_with(word));
        begins("jika ") && !begins("ya")
    }

    /// Whether the line below goes on with the text of this one.
    pub(super) fn goes_on(&self, line: Line) -> bool {
        let below = self.below(line.span.end);
        let words = below.trim_start();
        below.len() - words.len() > line.indent && !words.is_empty() && !words.starts_with(['-', '#'])
    }

    /// What other outcomes the row has, on the lines around one.
    fn outcomes_beside(&self, line: Line) -> Beside {
        let mut beside = Beside::default();
        let Some(row) = &self.row else { return beside };
        let start = row.row.span.start as usize;
        let above = self.text[start..line.line_start].lines().rev().take(LOOKED_AT);
        let at_margin = line.indent == 0;
        let is_row = |line: &str| line.starts_with(|c: char| c.is_ascii_digit());
        let inside = |line: &&str| {
            line.trim().is_empty() || line.starts_with([' ', '\t']) || (at_margin && !is_row(line))
        };
        let below = self.text[line.line_start..].lines().take_while(inside).take(LOOKED_AT);
        for (label, said) in above.chain(below).filter_map(|line| line.split_once(':')) {
            let first = fold(label.trim_start().split([' ', ',', '(']).next().unwrap_or_default());
            let answer = key_of(&first);
            let said = said.trim();
            let aims = || near::verb_before_a_name(said).is_some() || self.target_said(said).is_some();
            if answer.is_none() && !aims() {
                continue;
            }
            beside.all += 1;
            match answer {
                Some(Key::Ya) => beside.yes += 1,
                Some(Key::Tidak) => beside.no += 1,
                _ => {}
            }
        }
        beside
    }
}

/// `jika lengkap: lanjut ke 3`: whether it is an outcome as the language writes it.
pub(super) fn says_outcome(head: &str, said: &str) -> bool {
    head.to_lowercase().starts_with("jika ") && values::is_value_of(Shape::Alur, said)
}

/// The outcomes of a row by their answers.
#[derive(Default)]
struct Beside {
    all: usize,
    yes: usize,
    no: usize,
}

/// An outcome's key, and its condition.
struct Answer {
    key: Key,
    condition: Option<String>,
}

impl Answer {
    /// The answer that goes with the others of its row.
    fn of(typed: &str, beside: &Beside) -> Answer {
        if let Some(key) = key_of(&fold(typed)) {
            return Answer { key, condition: None };
        }
        // `ya/sesuai`
        if let Some((answer, condition)) = typed.split_once('/')
            && let Some(key) = key_of(&fold(answer))
            && !condition.trim().is_empty()
        {
            return Answer { key, condition: Some(near::in_a_sentence(condition.trim())) };
        }
        // `tdk ada indikasi`, which is counted as an answer
        if let Some((short, rest)) = typed.split_once(' ')
            && ["tdk", "tak"].iter().any(|known| known.eq_ignore_ascii_case(short))
        {
            let spelt = format!("tidak {rest}");
            let condition = near::answer_without_comma(&spelt, "").map_or(rest, |(_, condition)| condition);
            let key = if beside.all == 2 && beside.no == 1 { Key::Tidak } else { Key::Jika };
            let condition = if key == Key::Jika { &spelt } else { condition };
            return Answer { key, condition: Some(condition.to_owned()) };
        }
        let condition = match near::condition(typed) {
            Some(condition) => condition,
            None => near::as_condition(typed.trim()),
        };
        let key = match (beside.all, beside.yes, beside.no) {
            (2, 0, 1) => Key::Ya,
            (2, 1, 0) => Key::Tidak,
            _ => Key::Jika,
        };
        Answer { key, condition: Some(near::in_a_sentence(condition)) }
    }

    fn words(&self) -> String {
        match (&self.condition, self.key) {
            (None, key) => key.word().to_owned(),
            (Some(condition), Key::Jika) => format!("jika {condition}"),
            (Some(condition), key) => format!("{}, {condition}", key.word()),
        }
    }
}

/// Whether a word is an answer; most names are longer, or begin with another letter.
fn is_short_answer(word: &str) -> bool {
    const LONGEST: usize = 6;
    let may_begin =
        matches!(word.as_bytes().first(), Some(b'y' | b'Y' | b't' | b'T' | b'i' | b'I' | b'n' | b'N'));
    may_begin && word.len() <= LONGEST && key_of(&fold(word)).is_some()
}

/// The answer that a word is, in full or as people shorten it.
fn key_of(word: &str) -> Option<Key> {
    match word.trim_end_matches('.') {
        "ya" | "y" | "iya" | "yes" => Some(Key::Ya),
        "tidak" | "t" | "tdk" | "no" | "tak" => Some(Key::Tidak),
        _ => None,
    }
}
