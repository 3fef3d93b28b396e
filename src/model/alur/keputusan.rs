//! Decisions: which outcomes a symbol has, and what is missing, doubled or mixed among them.

use super::{FewLines, Line, Lines, Resolver, implied, parser_said_so};
use crate::diag::{Diagnostic, Fix};
use crate::model::faults::{DOUBLED_OUTCOME, MISSING_OUTCOME, MIXED_OUTCOMES};
use crate::model::{Arah, Cabang, Jawaban, KegiatanId, Nomor, Sasaran, Setelah, SimpulId};
use crate::source::Span;
use crate::syntax::keys::Key;
use crate::syntax::refuses;
use crate::text::{Text, fold};
use std::collections::BTreeMap;

static YA: Text = Text::new("`ya`", "`ya`");
static TIDAK: Text = Text::new("`tidak`", "`tidak`");
static SECOND_JIKA: Text = Text::new("`jika` yang kedua", "`jika` a second time");
static ADD_OUTCOME: Text = Text::new("tambahkan hasil yang belum ada", "add the outcome that is missing");

static WRITE_ANSWER: Text = Text { id: "tulis `{dekat}`", en: "write `{dekat}`" };
static OTHER_ANSWER: Text = Text {
    id: "bila hanya ada dua hasil, tulis `{dekat}: …`; bila lebih, tulis semuanya dengan `jika`",
    en: "if there are only two outcomes, write `{dekat}: …`; if there are more, write all of them with `jika`",
};
static REMOVE_SECOND: Text = Text { id: "hapus yang kedua", en: "remove the second" };

/// `jika tidak sesuai: …` beside `ya: …`: the other answer of two, as it is written.
fn as_other_answer(outcomes: &[Line], jika: &Line) -> Option<(String, Fix)> {
    let [one, other] = outcomes else { return None };
    let answer = if one.key == Key::Jika { other.key } else { one.key };
    let condition = jika.alur.kondisi.as_ref().filter(|_| jika.key == Key::Jika)?;
    let refuses = refuses(&condition.value);
    let word = match (answer, refuses) {
        (Key::Ya, true) => Key::Tidak.word(),
        (Key::Tidak, false) => Key::Ya.word(),
        _ => return None,
    };
    // `jika tidak: …` says no more than the answer.
    let alone = condition.value.eq_ignore_ascii_case(word);
    let meant = if alone { word.to_owned() } else { format!("{word}, {}", condition.value) };
    let place = jika.field.key.span.to(condition.span);
    Some((meant.clone(), Fix::replace(&WRITE_ANSWER, place, meant)))
}

impl<'a> Resolver<'_, 'a, '_> {
    pub(super) fn decision(&mut self, row: KegiatanId, id: SimpulId, lines: &Lines<'a>) -> Setelah {
        let tempat = self.rows.simpul[id.index()].tempat;
        let marked = self.rows.deciding[id.index()];
        // Alternatives share the unnamed lines: one message is enough for all of them.
        let speaks = self.rows.leads(row, id);
        let written = self.outcomes(row, id, lines, speaks);
        // The lines, and an answer that none of them gives.
        let mut cabang: Vec<Cabang> = Vec::with_capacity(written.len().max(2));
        let mut nowhere = None;
        for line in &written {
            match self.follow(row, id, line) {
                Some(lanjutan) => cabang.push(line.leading(lanjutan)),
                None if line.key != Key::Tidak => nowhere = nowhere.or(Some(line)),
                None => {}
            }
        }
        // An outcome whose target is lost goes on, lest all that follows be reported as unreachable, too.
        if let Some(line) = nowhere {
            let onward = self.onward(row, id);
            if cabang.iter().all(|other| other.lanjutan.ke != onward.ke) {
                cabang.push(line.leading(onward));
            }
        }
        let has = |key: Key| written.iter().any(|line| line.key == key);
        if has(Key::Jika) {
            if written.len() == 1 && speaks && !lines.lost {
                self.missing(
                    row,
                    id,
                    &SECOND_JIKA,
                    written[0].field.span,
                    "jika …: lanjut ke …".to_owned(),
                    None,
                );
            }
        } else {
            let place = self.rows.simpul[id.index()].span;
            if !has(Key::Ya) {
                if !marked && speaks && !lines.lost {
                    let next = self.rows.written.get(row.index() + 1).map(|next| next.nomor.value);
                    self.missing_answer(row, id, lines, Key::Ya, written.first(), next);
                }
                let lanjutan = self.onward(row, id);
                cabang.insert(0, Cabang { jawaban: Jawaban::Ya, kondisi: None, lanjutan });
            }
            if !has(Key::Tidak) {
                if !(marked && tempat > 0) && speaks && !lines.lost {
                    let before = row.index().checked_sub(1).map(|at| self.rows.written[at].nomor.value);
                    self.missing_answer(row, id, lines, Key::Tidak, written.first(), before);
                }
                if let Some(before) = tempat.checked_sub(1) {
                    let ke = Sasaran::Simpul(self.rows.place(row, before));
                    let lanjutan = implied(ke, Arah::Kembali, place);
                    cabang.push(Cabang { jawaban: Jawaban::Tidak, kondisi: None, lanjutan });
                }
            }
        }
        if cabang.is_empty() { Setelah::Ke(self.onward(row, id)) } else { Setelah::Jika(cabang) }
    }

    /// The outcome lines that speak for a symbol, each answer once, in file order.
    ///
    /// An unnamed `tidak` speaks for every deciding place that has none of its own. An unnamed `ya` or `jika` speaks
    /// for the last deciding place: from the earlier ones it would pass over the rest of the chain.
    fn outcomes(&mut self, row: KegiatanId, id: SimpulId, lines: &Lines<'a>, speaks: bool) -> FewLines<'a> {
        let is_last = lines.last_deciding == Some(self.rows.simpul[id.index()].tempat);
        let own = |key: Key| lines.list.iter().any(|line| line.simpul == Some(id) && line.key == key);
        let (ya, tidak, jika) = (own(Key::Ya), own(Key::Tidak), own(Key::Jika));
        let mut found = FewLines::new();
        let (mut said_ya, mut said_tidak) = (None, None);
        let mut conditions: BTreeMap<String, Option<Line<'a>>> = BTreeMap::new();
        for line in &lines.list {
            let applies = match (line.simpul, line.key) {
                (_, Key::Alur) => false,
                (Some(named), _) => named == id,
                (None, Key::Tidak) => !tidak && !jika,
                (None, Key::Ya) => is_last && !ya && !jika,
                (None, _) => is_last && !jika && !ya && !tidak,
            };
            if !applies {
                continue;
            }
            let said = match line.key {
                Key::Ya => &mut said_ya,
                Key::Tidak => &mut said_tidak,
                _ => conditions.entry(fold(line.words())).or_default(),
            };
            if let Some(first) = said {
                if (speaks || line.simpul.is_some()) && !parser_said_so(first, line) {
                    self.doubled(row, id, line);
                }
                continue;
            }
            *said = Some(*line);
            found.push(*line);
        }
        let alur = |line: &&Line| {
            line.key == Key::Alur
                && (line.simpul == Some(id) || (line.simpul.is_none() && is_last && self.at_end(id, lines)))
        };
        let foreign = match found.iter().find(|line| line.key != Key::Jika) {
            Some(answer) => {
                found.iter().find(|line| line.key == Key::Jika).map(|jika| (answer.key.word(), *jika))
            }
            None => None,
        };
        let conflict = foreign.or_else(|| {
            let first = found.first().map_or("?", |line| line.key.word());
            lines.list.iter().find(alur).map(|line| (first, *line))
        });
        if let Some((kata, line)) = conflict
            && speaks
        {
            let names = self.rows.names(id);
            let mixed = Diagnostic::at(&MIXED_OUTCOMES, line.field.span)
                .with("nomor", self.rows.nomor(row).to_string())
                .with("nama", names)
                .with("kata", kata)
                .with("lain", line.key.word());
            self.sink.push(match as_other_answer(&found, &line) {
                Some((meant, fix)) => mixed.with("dekat", meant).help(&OTHER_ANSWER).fix(fix),
                None => mixed,
            });
        }
        found
    }

    pub(super) fn doubled(&mut self, row: KegiatanId, id: SimpulId, line: &Line) {
        let hasil = if line.outcome() { line.answer().teks().to_owned() } else { line.key.word().to_owned() };
        self.sink.push(
            Diagnostic::at(&DOUBLED_OUTCOME, line.field.span)
                .with("nomor", self.rows.nomor(row).to_string())
                .with("hasil", hasil)
                .with("nama", self.rows.names(id))
                .fix(Fix::remove(&REMOVE_SECOND, line.field.span)),
        );
    }

    fn missing_answer(
        &mut self,
        row: KegiatanId,
        id: SimpulId,
        lines: &Lines,
        key: Key,
        written: Option<&Line>,
        near: Option<Nomor>,
    ) {
        let span = written.map_or(self.rows.simpul[id.index()].span, |line| line.field.span);
        let names = self.rows.names(id);
        let word = key.word();
        // A row of several places needs the name, unless one line speaks for the place at the end.
        let answer = if lines.last > 0 { format!("{word} ({})", names[0]) } else { word.to_owned() };
        let (hasil, direction) = if key == Key::Ya { (&YA, "lanjut") } else { (&TIDAK, "kembali") };
        let target = near.map_or("selesai".to_owned(), |near| format!("{direction} ke {near}"));
        let line = format!("{answer}: {target}");
        let fix = Fix::add_to_row(&ADD_OUTCOME, self.rows.written[row.index()].span, &line);
        self.missing(row, id, hasil, span, line, Some(fix));
    }

    fn missing(
        &mut self,
        row: KegiatanId,
        id: SimpulId,
        hasil: &'static Text,
        span: Span,
        contoh: String,
        fix: Option<Fix>,
    ) {
        let mut diagnostic = Diagnostic::at(&MISSING_OUTCOME, span)
            .with("nomor", self.rows.nomor(row).to_string())
            .with("nama", self.rows.names(id))
            .with("hasil", hasil)
            .with("contoh", contoh);
        diagnostic.fix = fix;
        self.sink.push(diagnostic);
    }
}
