//! What comes after each place: the way on, chains, forks, joins and ends.
//!
//! Decisions are resolved in `keputusan`, targets in `sasaran`.

mod keputusan;
mod sasaran;

use super::faults::{BACKWARD_FORK, BACKWARD_JOIN, CONFLICTING_FLOW, NUMBER_TWICE, SMALL_FORK};
use super::rows::Rows;
use super::{Akhir, AkhirId, Arah, Cabang, Jawaban, KegiatanId, Lanjutan, Sasaran, Setelah, SimpulId};
use crate::diag::{Diagnostic, Fix, Sink};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Field, Value};
use crate::syntax::keys::Key;
use crate::text::{Text, fold, folded};
use smallvec::SmallVec;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

static A_DECISION: Text = Text::new("keputusan", "a decision");
static AN_ALUR: Text = Text::new("`alur`", "`alur`");

/// Says for every symbol what it waits for and what comes after it; returns the ends.
pub(super) fn resolve(rows: &mut Rows, sink: &mut Sink) -> Vec<Akhir> {
    let waiters = joins(rows, sink);
    let mut resolver = Resolver { rows, waiters, ends: Ends::default(), sink };
    for at in 0..resolver.rows.len() {
        resolver.row(KegiatanId::from_index(at));
    }
    resolver.ends.list
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

static NAME_ONCE: Text = Text { id: "sebut satu kali saja", en: "name it once only" };
static WRITE_ALUR: Text = Text { id: "tulis sebagai `alur`", en: "write it as `alur`" };

/// The rows of a `bersamaan` or `menunggu`, each once.
fn numbers(rows: &Rows, own: KegiatanId, field: &Field, sink: &mut Sink) -> Vec<Spanned<KegiatanId>> {
    let Value::Nomor(list) = &field.value else { return Vec::new() };
    let mut found: Vec<Spanned<KegiatanId>> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut before: Option<Span> = None;
    for nomor in list {
        let end_before = before.replace(nomor.span).map(|span| span.end);
        let Some(row) = rows.target(nomor.value, nomor.span, sink) else { continue };
        if seen.insert(row) {
            found.push(Spanned::new(row, nomor.span));
        } else {
            let mut diagnostic = Diagnostic::at(&NUMBER_TWICE, nomor.span)
                .with("nomor", rows.nomor(own).to_string())
                .with("kata", field.key.value.word())
                .with("tujuan", nomor.value.to_string());
            diagnostic.fix =
                end_before.map(|start| Fix::remove(&NAME_ONCE, Span { start, end: nomor.span.end }).safe());
            sink.push(diagnostic);
        }
    }
    found
}

/// The ends in order of first mention; those of the same name are one.
#[derive(Default)]
struct Ends<'a> {
    list: Vec<Akhir>,
    plain: Option<AkhirId>,
    names: BTreeMap<Cow<'a, str>, AkhirId>,
}

impl<'a> Ends<'a> {
    fn id(&mut self, nama: Option<&'a str>) -> AkhirId {
        let fresh = AkhirId::from_index(self.list.len());
        let id = match nama {
            None => *self.plain.get_or_insert(fresh),
            Some(nama) => *self.names.entry(folded(nama)).or_insert(fresh),
        };
        if id == fresh {
            self.list.push(Akhir { nama: nama.map(str::to_owned) });
        }
        id
    }
}

struct Resolver<'r, 'a, 's> {
    rows: &'r mut Rows<'a>,
    /// By row: the row that waits for it.
    waiters: Vec<Option<KegiatanId>>,
    ends: Ends<'a>,
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

/// As many as most rows have at most.
type FewLines<'a> = SmallVec<[Line<'a>; 3]>;

/// The flow lines of a row, and who decides in it.
struct Lines<'a> {
    list: FewLines<'a>,
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
            _ => self.alur.kondisi.as_ref().map(|kondisi| kondisi.value.to_string()),
        };
        Cabang { jawaban: self.answer(), kondisi, lanjutan }
    }

    fn outcome(&self) -> bool {
        self.key != Key::Alur
    }

    fn answer(&self) -> Jawaban {
        match self.key {
            Key::Ya => Jawaban::Ya,
            Key::Tidak => Jawaban::Tidak,
            _ => Jawaban::Jika(self.words().to_owned()),
        }
    }

    /// The condition; nothing where none is written.
    fn words(&self) -> &str {
        self.alur.kondisi.as_ref().map_or("", |kondisi| kondisi.value.as_str())
    }
}

impl<'a> Resolver<'_, 'a, '_> {
    fn row(&mut self, row: KegiatanId) {
        if self.goes_on(row) {
            for id in self.rows.symbols(row) {
                self.rows.simpul[id.index()].setelah = Setelah::Ke(self.onward(row, id));
            }
            return;
        }
        let lines = self.lines(row);
        let fork = self.fork(row, &lines);
        for id in self.rows.symbols(row) {
            let tempat = self.rows.simpul[id.index()].tempat;
            let next = match &fork {
                _ if self.decides(id, &lines) => self.decision(row, id, &lines),
                Some(fork) if tempat == lines.last => fork.clone(),
                _ => Setelah::Ke(self.way(row, id, &lines)),
            };
            self.rows.simpul[id.index()].setelah = next;
        }
    }

    /// Whether nobody decides in a row, and no line of it says where it leads: most rows.
    fn goes_on(&self, row: KegiatanId) -> bool {
        let mut fields = self.rows.written[row.index()].fields.iter();
        let leads =
            |field: &Field| matches!(field.value, Value::Alur(_)) || field.key.value == Key::Bersamaan;
        !fields.any(leads) && !self.rows.symbols(row).any(|id| self.rows.deciding[id.index()])
    }

    fn lines(&mut self, row: KegiatanId) -> Lines<'a> {
        let written = self.rows.written[row.index()];
        let mut list = FewLines::new();
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
    fn at_end(&self, id: SimpulId, lines: &Lines) -> bool {
        self.rows.simpul[id.index()].tempat == lines.last
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
            let mut diagnostic = Diagnostic::at(&SMALL_FORK, field.span).with("nomor", nomor.to_string());
            if let [only] = branches.as_slice()
                && let Sasaran::Simpul(to) = &only.ke
            {
                let to = self.rows.nomor(self.rows.simpul[to[0].index()].kegiatan);
                diagnostic =
                    diagnostic.fix(Fix::replace(&WRITE_ALUR, field.span, format!("alur: lanjut ke {to}")));
            }
            self.sink.push(diagnostic);
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
