//! What comes after each place: outcomes, chains, forks, joins and ends.

use super::faults::{
    A_DECISION, ADD_OUTCOME, AN_ALUR, BACKWARD_FORK, BACKWARD_JOIN, CONFLICTING_FLOW, DOUBLED_OUTCOME,
    LIES_EARLIER, LIES_HERE, LIES_LATER, MISSING_OUTCOME, MIXED_OUTCOMES, NOTHING_BEFORE, NUMBER_TWICE,
    SECOND_JIKA, SMALL_FORK, TIDAK, WRITE_KEMBALI, WRITE_LANJUT, WRONG_DIRECTION, YA,
};
use super::rows::Rows;
use super::{Akhir, AkhirId, Arah, Cabang, Jawaban, KegiatanId, Lanjutan, Nomor, Sasaran, Setelah, SimpulId};
use crate::diag::{Diagnostic, Fix, Sink};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Field, Value};
use crate::syntax::keys::Key;
use crate::text::{Text, fold};
use std::collections::BTreeMap;

/// Says for every symbol what it waits for and what comes after it; returns the ends.
pub(super) fn resolve(rows: &mut Rows, sink: &mut Sink) -> Vec<Akhir> {
    let waiters = joins(rows, sink);
    let mut resolver = Resolver { rows, waiters, ends: Ends::default(), sink };
    let mut setelah = Vec::with_capacity(resolver.rows.simpul.len());
    for at in 0..resolver.rows.len() {
        resolver.row(KegiatanId::from_index(at), &mut setelah);
    }
    let ends = resolver.ends.list;
    for (simpul, setelah) in rows.simpul.iter_mut().zip(setelah) {
        simpul.setelah = setelah;
    }
    ends
}

/// Reads every `menunggu`; returns, by row, which row waits for it.
fn joins(rows: &mut Rows, sink: &mut Sink) -> Vec<Option<KegiatanId>> {
    let mut waiters = vec![None; rows.len()];
    for at in 0..rows.len() {
        let own = KegiatanId::from_index(at);
        let Some(field) = rows.written[at].field(Key::Menunggu) else { continue };
        let mut awaited = Vec::new();
        for row in numbers(rows, own, field, sink) {
            if row.value >= own {
                sink.push(
                    Diagnostic::at(&BACKWARD_JOIN, row.span)
                        .with("nomor", rows.nomor(own).to_string())
                        .with("tujuan", rows.nomor(row.value).to_string()),
                );
                continue;
            }
            waiters[row.value.index()].get_or_insert(own);
            awaited.extend(rows.place(row.value, rows.last_place(row.value)));
        }
        for id in rows.entry(own) {
            rows.simpul[id.index()].menunggu.clone_from(&awaited);
        }
    }
    waiters
}

/// The rows of a `bersamaan` or `menunggu`, each once.
fn numbers(rows: &Rows, own: KegiatanId, field: &Field, sink: &mut Sink) -> Vec<Spanned<KegiatanId>> {
    let Value::Nomor(list) = &field.value else { return Vec::new() };
    let mut found: Vec<Spanned<KegiatanId>> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for nomor in list {
        let Some(row) = rows.target(nomor.value, nomor.span, sink) else { continue };
        if seen.insert(row) {
            found.push(Spanned::new(row, nomor.span));
        } else {
            sink.push(
                Diagnostic::at(&NUMBER_TWICE, nomor.span)
                    .with("nomor", rows.nomor(own).to_string())
                    .with("kata", field.key.value.word())
                    .with("tujuan", nomor.value.to_string()),
            );
        }
    }
    found
}

/// The ends in order of first mention; those of the same name are one.
#[derive(Default)]
struct Ends {
    list: Vec<Akhir>,
    names: BTreeMap<Option<String>, AkhirId>,
}

impl Ends {
    fn id(&mut self, nama: Option<&str>) -> AkhirId {
        let fresh = AkhirId::from_index(self.list.len());
        let id = *self.names.entry(nama.map(fold)).or_insert(fresh);
        if id == fresh {
            self.list.push(Akhir { nama: nama.map(str::to_owned) });
        }
        id
    }
}

struct Resolver<'r, 'a, 's> {
    rows: &'r Rows<'a>,
    /// By row: the row that waits for it.
    waiters: Vec<Option<KegiatanId>>,
    ends: Ends,
    sink: &'s mut Sink,
}

/// An outcome line, or a plain `alur` line.
#[derive(Clone, Copy)]
struct Line<'a> {
    key: Key,
    field: &'a Field,
    alur: &'a ast::Alur,
    /// The symbol it names.
    simpul: Option<SimpulId>,
}

/// The flow lines of a row, and who decides in it.
struct Lines<'a> {
    list: Vec<Line<'a>>,
    /// A line named somebody who does not act here, which is reported: what it would have said is not missed.
    lost: bool,
    /// Whether a `?` stands in the row.
    marked: bool,
    /// The last place of the row.
    last: u32,
    /// The last place that decides.
    last_deciding: Option<u32>,
}

impl Line<'_> {
    fn leading(&self, lanjutan: Lanjutan) -> Cabang {
        let kondisi = match self.key {
            Key::Jika => None,
            _ => self.alur.kondisi.as_ref().map(|kondisi| kondisi.value.clone()),
        };
        Cabang { jawaban: self.answer(), kondisi, lanjutan }
    }

    fn outcome(&self) -> bool {
        self.key != Key::Alur
    }

    fn answer(&self) -> Jawaban {
        let words = || self.alur.kondisi.as_ref().map_or(String::new(), |kondisi| kondisi.value.clone());
        match self.key {
            Key::Ya => Jawaban::Ya,
            Key::Tidak => Jawaban::Tidak,
            _ => Jawaban::Jika(words()),
        }
    }
}

impl<'a> Resolver<'_, 'a, '_> {
    fn row(&mut self, row: KegiatanId, setelah: &mut Vec<Setelah>) {
        let lines = self.lines(row);
        let fork = self.fork(row, &lines);
        for id in self.rows.symbols(row) {
            let tempat = self.rows.simpul[id.index()].tempat;
            let next = match &fork {
                _ if self.decides(id, &lines) => self.decision(row, id, &lines),
                Some(fork) if tempat == lines.last => fork.clone(),
                _ => Setelah::Ke(self.way(row, id, &lines)),
            };
            setelah.push(next);
        }
    }

    fn lines(&mut self, row: KegiatanId) -> Lines<'a> {
        let written = self.rows.written[row.index()];
        let mut list = Vec::new();
        let mut lost = false;
        for field in &written.fields {
            let Value::Alur(alur) = &field.value else { continue };
            let simpul = match &field.untuk {
                None => None,
                Some(nama) => {
                    let Some(found) = self.rows.symbol(row, nama, self.sink) else {
                        lost = true;
                        continue;
                    };
                    Some(found)
                }
            };
            list.push(Line { key: field.key.value, field, alur, simpul });
        }
        let marked = self.rows.symbols(row).any(|id| self.rows.deciding[id.index()]);
        let last = self.rows.last_place(row);
        let mut lines = Lines { list, lost, marked, last, last_deciding: None };
        lines.last_deciding = self
            .rows
            .symbols(row)
            .rev()
            .find(|id| self.decides(*id, &lines))
            .map(|id| self.rows.simpul[id.index()].tempat);
        lines
    }

    /// Marked with `?`, named by an outcome line, or the last place of a row with outcome lines and no `?`.
    fn decides(&self, id: SimpulId, lines: &Lines) -> bool {
        self.rows.deciding[id.index()]
            || lines.list.iter().any(|line| {
                line.outcome()
                    && match line.simpul {
                        Some(named) => named == id,
                        None => !lines.marked && self.rows.simpul[id.index()].tempat == lines.last,
                    }
            })
    }

    /// What a symbol that does not decide does next.
    fn way(&mut self, row: KegiatanId, id: SimpulId, lines: &Lines<'a>) -> Lanjutan {
        let at_end = self.rows.simpul[id.index()].tempat == lines.last;
        let own = |line: &&Line<'a>| !line.outcome() && line.simpul == Some(id);
        let shared = |line: &&Line<'a>| !line.outcome() && line.simpul.is_none() && at_end;
        if let Some(first) = lines.list.iter().find(own)
            && let Some(second) =
                lines.list.iter().filter(own).nth(1).filter(|second| !parser_said_so(first, second))
        {
            self.doubled(row, id, second);
        }
        let line = lines.list.iter().find(own).or_else(|| lines.list.iter().find(shared)).copied();
        line.and_then(|line| self.follow(row, id, &line)).unwrap_or_else(|| self.onward(row, id))
    }

    /// Along the chain; from the end of the row to the row that waits for it, else to the next one, else to the end.
    fn onward(&mut self, row: KegiatanId, id: SimpulId) -> Lanjutan {
        let simpul = &self.rows.simpul[id.index()];
        let next = KegiatanId::from_index(row.index() + 1);
        let ke = if simpul.tempat < self.rows.last_place(row) {
            Sasaran::Simpul(self.rows.place(row, simpul.tempat + 1))
        } else if let Some(waiter) = self.waiters[row.index()] {
            Sasaran::Simpul(self.rows.entry(waiter))
        } else if next.index() < self.rows.len() {
            Sasaran::Simpul(self.rows.entry(next))
        } else {
            Sasaran::Akhir(self.ends.id(None))
        };
        implied(ke, Arah::Maju, simpul.span)
    }

    fn decision(&mut self, row: KegiatanId, id: SimpulId, lines: &Lines<'a>) -> Setelah {
        let tempat = self.rows.simpul[id.index()].tempat;
        let marked = self.rows.deciding[id.index()];
        // Alternatives share the unnamed lines: one message is enough for all of them.
        let speaks = self.rows.place(row, tempat).first() == Some(&id);
        let written = self.outcomes(row, id, lines, speaks);
        let mut cabang: Vec<Cabang> = Vec::new();
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
    fn outcomes(&mut self, row: KegiatanId, id: SimpulId, lines: &Lines<'a>, speaks: bool) -> Vec<Line<'a>> {
        let is_last = lines.last_deciding == Some(self.rows.simpul[id.index()].tempat);
        let own = |key: Key| lines.list.iter().any(|line| line.simpul == Some(id) && line.key == key);
        let answers = own(Key::Ya) || own(Key::Tidak);
        let mut found: Vec<Line<'a>> = Vec::new();
        for line in &lines.list {
            let applies = match (line.simpul, line.key) {
                (_, Key::Alur) => false,
                (Some(named), _) => named == id,
                (None, Key::Tidak) => !own(Key::Tidak) && !own(Key::Jika),
                (None, Key::Ya) => is_last && !own(Key::Ya) && !own(Key::Jika),
                (None, _) => is_last && !own(Key::Jika) && !answers,
            };
            if !applies {
                continue;
            }
            let same = |known: &&Line| match (known.answer(), line.answer()) {
                (Jawaban::Jika(known), Jawaban::Jika(new)) => fold(&known) == fold(&new),
                (known, new) => known == new,
            };
            if let Some(first) = found.iter().find(|known| same(known)) {
                if (speaks || line.simpul.is_some()) && !parser_said_so(first, line) {
                    self.doubled(row, id, line);
                }
                continue;
            }
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
            self.sink.push(
                Diagnostic::at(&MIXED_OUTCOMES, line.field.span)
                    .with("nomor", self.rows.nomor(row).to_string())
                    .with("nama", names)
                    .with("kata", kata)
                    .with("lain", line.key.word()),
            );
        }
        found
    }

    fn doubled(&mut self, row: KegiatanId, id: SimpulId, line: &Line) {
        let hasil = if line.outcome() { line.answer().teks().to_owned() } else { line.key.word().to_owned() };
        self.sink.push(
            Diagnostic::at(&DOUBLED_OUTCOME, line.field.span)
                .with("nomor", self.rows.nomor(row).to_string())
                .with("hasil", hasil)
                .with("nama", self.rows.names(id)),
        );
    }

    fn at_end(&self, id: SimpulId, lines: &Lines) -> bool {
        self.rows.simpul[id.index()].tempat == lines.last
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
        let end = self.rows.written[row.index()].span.end as usize;
        let edits = vec![(Span::new(end, end), format!("\n   {line}"))];
        let fix = Fix { title: &ADD_OUTCOME, edits, safe: false };
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

    /// Where a line leads from a symbol; `None` when its target cannot be found, which is reported.
    fn follow(&mut self, row: KegiatanId, id: SimpulId, line: &Line) -> Option<Lanjutan> {
        let (ke, arah) = self.target(row, id, line.alur.sasaran.as_ref()?)?;
        let paling_banyak = line.alur.paling_banyak.as_ref();
        let lalu = line.alur.lalu.as_ref().and_then(|lalu| self.target(row, id, lalu)).map(|(ke, _)| ke);
        Some(Lanjutan {
            ke,
            arah,
            paling_banyak: paling_banyak.map(|bound| bound.value),
            lalu,
            span: line.field.span,
        })
    }

    fn target(
        &mut self,
        row: KegiatanId,
        id: SimpulId,
        to: &Spanned<ast::Sasaran>,
    ) -> Option<(Sasaran, Arah)> {
        let (rujukan, said) = match &to.value {
            ast::Sasaran::Lanjut(rujukan) => (rujukan, Arah::Maju),
            ast::Sasaran::Kembali(rujukan) => (rujukan, Arah::Kembali),
            ast::Sasaran::Selesai(nama) => {
                let akhir = self.ends.id(nama.as_ref().map(|nama| nama.value.as_str()));
                return Some((Sasaran::Akhir(akhir), Arah::Maju));
            }
            ast::Sasaran::KembaliSatu => return self.one_back(row, id, to.span),
        };
        let aimed = self.rows.target(rujukan.nomor.value, rujukan.nomor.span, self.sink)?;
        let symbols = match &rujukan.pelaku {
            Some(nama) => vec![self.rows.symbol(aimed, nama, self.sink)?],
            None => self.rows.entry(aimed),
        };
        let lies = if aimed == row && rujukan.pelaku.is_none() {
            Arah::Kembali
        } else if symbols[0] > id
            && !self.rows.place(row, self.rows.simpul[id.index()].tempat).contains(&symbols[0])
        {
            Arah::Maju
        } else {
            Arah::Kembali
        };
        if lies != said {
            self.wrong_direction(row, rujukan, aimed, to.span, lies);
        }
        Some((Sasaran::Simpul(symbols), lies))
    }

    fn one_back(&mut self, row: KegiatanId, id: SimpulId, span: Span) -> Option<(Sasaran, Arah)> {
        let Some(before) = self.rows.simpul[id.index()].tempat.checked_sub(1) else {
            let names = self.rows.names(id);
            self.sink.push(
                Diagnostic::at(&NOTHING_BEFORE, span)
                    .with("nomor", self.rows.nomor(row).to_string())
                    .with("nama", names),
            );
            return None;
        };
        Some((Sasaran::Simpul(self.rows.place(row, before)), Arah::Kembali))
    }

    fn wrong_direction(
        &mut self,
        row: KegiatanId,
        to: &ast::Rujukan,
        aimed: KegiatanId,
        span: Span,
        lies: Arah,
    ) {
        let (kata, ganti, title) = match lies {
            Arah::Maju => ("kembali", "lanjut", &WRITE_LANJUT),
            Arah::Kembali => ("lanjut", "kembali", &WRITE_KEMBALI),
        };
        let letak = match lies {
            Arah::Maju => &LIES_LATER,
            Arah::Kembali if aimed == row => &LIES_HERE,
            Arah::Kembali => &LIES_EARLIER,
        };
        let start = span.start as usize;
        let word = Span::new(start, start + kata.len());
        self.sink.push(
            Diagnostic::at(&WRONG_DIRECTION, span)
                .with("nomor", self.rows.nomor(row).to_string())
                .with("kata", kata)
                .with("tujuan", to.nomor.value.to_string())
                .with("letak", letak)
                .with("ganti", ganti)
                .fix(Fix { title, edits: vec![(word, ganti.to_owned())], safe: true }),
        );
    }

    /// `bersamaan`, when the row has one that can be kept.
    fn fork(&mut self, row: KegiatanId, lines: &Lines<'a>) -> Option<Setelah> {
        let field = self.rows.written[row.index()].field(Key::Bersamaan)?;
        let nomor = self.rows.nomor(row);
        let conflict = if lines.last_deciding.is_some() {
            Some(&A_DECISION)
        } else {
            let alur =
                |line: &Line| line.key == Key::Alur && line.simpul.is_none_or(|id| self.at_end(id, lines));
            lines.list.iter().any(alur).then_some(&AN_ALUR)
        };
        if let Some(lain) = conflict {
            self.sink.push(
                Diagnostic::at(&CONFLICTING_FLOW, field.span)
                    .with("nomor", nomor.to_string())
                    .with("lain", lain),
            );
        }
        let mut branches = Vec::new();
        let mut backward = false;
        for to in numbers(self.rows, row, field, self.sink) {
            if to.value <= row {
                backward = true;
                self.sink.push(
                    Diagnostic::at(&BACKWARD_FORK, to.span)
                        .with("nomor", nomor.to_string())
                        .with("tujuan", self.rows.nomor(to.value).to_string()),
                );
                continue;
            }
            branches.push(implied(Sasaran::Simpul(self.rows.entry(to.value)), Arah::Maju, field.span));
        }
        let named = match &field.value {
            Value::Nomor(list) => list.len(),
            _ => 0,
        };
        if named == 1 && !backward {
            self.sink.push(Diagnostic::at(&SMALL_FORK, field.span).with("nomor", nomor.to_string()));
        }
        match branches.len() {
            0 => None,
            1 => branches.pop().map(Setelah::Ke),
            _ => Some(Setelah::Bersamaan(branches)),
        }
    }
}

/// The same key for the same name twice is a fault of writing, and reported as that.
fn parser_said_so(first: &Line, second: &Line) -> bool {
    let name = |line: &Line| line.field.untuk.as_ref().map(|nama| fold(&nama.value));
    second.key != Key::Jika && name(first) == name(second)
}

/// A way on that no line spells out.
fn implied(ke: Sasaran, arah: Arah, span: Span) -> Lanjutan {
    Lanjutan { ke, arah, paling_banyak: None, lalu: None, span }
}
