//! The shortest and the longest way ahead, without returns.
//!
//! Arrows that do not go back lead to later places only, so one walk from the last place to the first is enough. Of
//! outcomes one is taken, of parallel branches the longest decides; since each decision answers for itself, what is best
//! from every place on can be had at the same time, and the result is exact for every sound procedure.

use crate::model::{Arah, KegiatanId, Lanjutan, Sasaran, Setelah, SimpulId, Sop};

/// Where a way ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// At an end of the procedure.
    End,
    /// When this row is done.
    Done(KegiatanId),
    /// When this row starts.
    Start(KegiatanId),
    /// When this place is done.
    Place(SimpulId),
}

/// Which ways lead on that open only when an outcome has gone back as often as it may: `, lalu …`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lalu {
    /// None: nothing goes back.
    Never,
    /// Those behind one return.
    AfterOne,
    /// All of them.
    AfterAll,
}

/// What is still to come.
#[derive(Clone, Copy, Debug)]
struct Ahead {
    minutes: u64,
    /// Whether the row of this place is carried out, or passed over.
    done: bool,
    next: Option<SimpulId>,
}

/// A way: how long, and the rows that make it so long, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Thousandths of a minute of work.
    pub minutes: u64,
    /// The critical path: in parallel branches, the longest one. Rows that are passed over are left out.
    pub rows: Vec<KegiatanId>,
}

/// What is looked for.
pub(super) struct Ways<'a> {
    pub(super) sop: &'a Sop,
    /// How long a place takes.
    pub(super) minutes: &'a dyn Fn(SimpulId) -> u64,
    /// The longest way, else the shortest.
    pub(super) longest: bool,
    pub(super) goal: Goal,
    /// Which ways are open behind returns.
    pub(super) lalu: Lalu,
}

/// By place, from the first one on.
struct Table {
    first: usize,
    ahead: Vec<Option<Ahead>>,
}

impl Table {
    fn get(&self, id: SimpulId) -> Option<Ahead> {
        *id.index().checked_sub(self.first).and_then(|at| self.ahead.get(at))?
    }
}

impl Ways<'_> {
    /// From the start of a row.
    pub(super) fn since_start_of(&self, row: KegiatanId) -> Option<Run> {
        self.sop.kegiatan.get(row.index())?;
        let table = self.table(row);
        let entries = self.sop.entries(row);
        let best = self.best(entries.filter_map(|id| Some((table.get(id)?.minutes, Some(id)))))?;
        Some(self.run(&table, best))
    }

    /// From the start of a place, in thousandths of a minute of work.
    pub(super) fn since(&self, place: SimpulId) -> Option<u64> {
        Some(self.table(self.sop[place].kegiatan).get(place)?.minutes)
    }

    /// From the end of a row.
    pub(super) fn since_end_of(&self, row: KegiatanId) -> Option<Run> {
        let table = self.table(row);
        let places = self.sop.simpul_dari(row).filter(|(id, _)| self.leaves(*id));
        let best = self.best(places.filter_map(|(id, _)| self.after(id, &table, false)))?;
        Some(self.run(&table, best))
    }

    /// Behind the last place that a way may need.
    pub(super) fn end(&self) -> usize {
        match self.goal {
            Goal::End => self.sop.simpul.len(),
            Goal::Done(row) | Goal::Start(row) => self.sop[row].simpul.end as usize,
            Goal::Place(place) => place.index() + 1,
        }
    }

    fn table(&self, from: KegiatanId) -> Table {
        let last = self.end();
        let first = self.sop[from].simpul.start as usize;
        let mut table = Table { first, ahead: vec![None; last.saturating_sub(first)] };
        for at in (first..last).rev() {
            let id = SimpulId::from_index(at);
            let done = self.after(id, &table, false).map(|(minutes, next)| Ahead {
                minutes: minutes.saturating_add((self.minutes)(id)),
                done: true,
                next,
            });
            let passed = self.past(id, &table).map(|(minutes, next)| Ahead { minutes, done: false, next });
            table.ahead[at - first] = match (done, passed) {
                (Some(done), Some(passed)) if passed.minutes < done.minutes => Some(passed),
                (done, passed) => done.or(passed),
            };
        }
        table
    }

    /// Past an optional row, as if it had been done: out of its last place, by its first outcome.
    fn past(&self, id: SimpulId, table: &Table) -> Option<(u64, Option<SimpulId>)> {
        let simpul = &self.sop[id];
        let row = &self.sop[simpul.kegiatan];
        if self.longest || row.bila_perlu.is_none() || simpul.tempat > 0 || self.is_goal(simpul.kegiatan) {
            return None;
        }
        let last = self.sop.last_place(simpul.kegiatan);
        let places = self.sop.simpul_dari(simpul.kegiatan).filter(|(_, simpul)| simpul.tempat == last);
        self.best(places.filter_map(|(id, _)| self.after(id, table, true)))
    }

    fn is_goal(&self, row: KegiatanId) -> bool {
        match self.goal {
            Goal::End => false,
            Goal::Done(goal) | Goal::Start(goal) => goal == row,
            Goal::Place(place) => self.sop[place].kegiatan == row,
        }
    }

    /// Whether the row can be done when this place is: its last one, or one with a way out of the row.
    fn leaves(&self, id: SimpulId) -> bool {
        let simpul = &self.sop[id];
        let mut ways = simpul.setelah.lanjutan();
        let out = |lanjutan: &Lanjutan| {
            lanjutan.arah == Arah::Maju
                && match &lanjutan.ke {
                    Sasaran::Akhir(_) => true,
                    Sasaran::Simpul(to) => to.iter().any(|to| self.sop[*to].kegiatan != simpul.kegiatan),
                }
        };
        simpul.tempat == self.sop.last_place(simpul.kegiatan) || ways.any(out)
    }

    /// What comes after a place, and through which one.
    fn after(&self, id: SimpulId, table: &Table, first_outcome: bool) -> Option<(u64, Option<SimpulId>)> {
        let done = self.goal == Goal::Done(self.sop[id].kegiatan) && self.leaves(id);
        if done || self.goal == Goal::Place(id) {
            return Some((0, None));
        }
        let way = |lanjutan: &Lanjutan| self.way(id, lanjutan, table);
        match &self.sop[id].setelah {
            Setelah::Ke(lanjutan) => way(lanjutan),
            Setelah::Jika(cabang) => {
                let count = if first_outcome { 1 } else { cabang.len() };
                self.best(cabang.iter().take(count).filter_map(|cabang| way(&cabang.lanjutan)))
            }
            Setelah::Bersamaan(branches) => {
                branches.iter().filter_map(way).max_by_key(|(minutes, _)| *minutes)
            }
        }
    }

    fn way(&self, from: SimpulId, lanjutan: &Lanjutan, table: &Table) -> Option<(u64, Option<SimpulId>)> {
        let open = match self.lalu {
            Lalu::Never => false,
            Lalu::AfterOne => lanjutan.paling_banyak == Some(1),
            Lalu::AfterAll => true,
        };
        let lalu = lanjutan.lalu.as_ref().filter(|_| open);
        self.best([Some(&lanjutan.ke), lalu].into_iter().flatten().filter_map(|to| self.to(from, to, table)))
    }

    fn to(&self, from: SimpulId, to: &Sasaran, table: &Table) -> Option<(u64, Option<SimpulId>)> {
        match to {
            Sasaran::Akhir(_) => (self.goal == Goal::End).then_some((0, None)),
            Sasaran::Simpul(to) => self.best(to.iter().filter(|to| **to > from).filter_map(|to| {
                if self.goal == Goal::Start(self.sop[*to].kegiatan) {
                    return Some((0, None));
                }
                Some((table.get(*to)?.minutes, Some(*to)))
            })),
        }
    }

    /// The shortest, or the longest; the first of equals.
    fn best(&self, ways: impl Iterator<Item = (u64, Option<SimpulId>)>) -> Option<(u64, Option<SimpulId>)> {
        ways.reduce(|best, other| {
            let better = if self.longest { other.0 > best.0 } else { other.0 < best.0 };
            if better { other } else { best }
        })
    }

    fn run(&self, table: &Table, (minutes, first): (u64, Option<SimpulId>)) -> Run {
        let mut rows = Vec::with_capacity(self.sop.kegiatan.len());
        let mut at = first;
        while let Some(id) = at {
            let Some(ahead) = table.get(id) else { break };
            let row = self.sop[id].kegiatan;
            if ahead.done && rows.last() != Some(&row) {
                rows.push(row);
            }
            at = ahead.next;
        }
        Run { minutes, rows }
    }
}
