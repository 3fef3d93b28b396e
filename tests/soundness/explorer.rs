//! Every situation of a small procedure, bounds counted, nothing left out: slow, and written for reading.

use sop::analysis::sound::{Hasil, Langkah};
use sop::model::{KegiatanId, Lanjutan, Sasaran, Setelah, SimpulId, Sop};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Lengths of the shortest runs to each fault, and the symbols that never get a turn.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    pub twice: Option<usize>,
    pub too_soon: Option<usize>,
    pub stuck: Option<usize>,
    pub endless: Option<usize>,
    pub never: Vec<SimpulId>,
}

/// The symbols of one row at one point of its chain.
type Place = (KegiatanId, u32);

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    /// What waits; within one, any symbol takes it.
    waiting: BTreeSet<Vec<SimpulId>>,
    /// At each row that waits: the places that have come.
    come: BTreeMap<KegiatanId, BTreeSet<Place>>,
    /// How often each bounded way was taken: by symbol and outcome.
    taken: BTreeMap<(SimpulId, usize), u32>,
}

enum Next {
    State(State),
    Ended,
    TooSoon,
    Twice,
}

type Move = (SimpulId, Option<usize>);

pub struct Explorer<'a> {
    pub sop: &'a Sop,
}

impl Explorer<'_> {
    /// `None` when there are more situations than that.
    pub fn explore(&self, most: usize) -> Option<Verdict> {
        let mut depth: BTreeMap<State, usize> = BTreeMap::new();
        let mut leads: BTreeMap<State, Vec<State>> = BTreeMap::new();
        let mut exits: BTreeSet<State> = BTreeSet::new();
        let mut verdict = Verdict::default();
        let mut seen = BTreeSet::new();
        let mut open = VecDeque::from([self.start()]);
        depth.insert(self.start(), 0);
        while let Some(state) = open.pop_front() {
            if depth.len() > most {
                return None;
            }
            let here = depth[&state];
            seen.extend(state.waiting.iter().flatten().copied());
            let moves = self.moves(&state);
            if moves.is_empty() {
                verdict.stuck = verdict.stuck.or(Some(here));
                exits.insert(state.clone());
            }
            for step in moves {
                match self.step(&state, step) {
                    Next::State(next) => {
                        leads.entry(state.clone()).or_default().push(next.clone());
                        if !depth.contains_key(&next) {
                            depth.insert(next.clone(), here + 1);
                            open.push_back(next);
                        }
                        continue;
                    }
                    Next::Ended => {}
                    Next::TooSoon => verdict.too_soon = verdict.too_soon.or(Some(here + 1)),
                    Next::Twice => verdict.twice = verdict.twice.or(Some(here + 1)),
                }
                exits.insert(state.clone());
            }
        }
        let out = way_out(&leads, exits);
        verdict.endless =
            depth.iter().filter(|(state, _)| !out.contains(state)).map(|(_, depth)| *depth).min();
        if verdict == Verdict::default() {
            let arrows = self.arrows();
            verdict.never = arrows.difference(&seen).copied().collect();
        }
        Some(verdict)
    }

    /// What a run shows: `Err` with the step that cannot be taken.
    pub fn replay(&self, run: &[Langkah]) -> Result<&'static str, Langkah> {
        let mut state = self.start();
        for (at, step) in run.iter().enumerate() {
            let outcome = match step.hasil {
                Hasil::Selesai => Some(0),
                Hasil::Cabang(index) => Some(index),
                Hasil::Dilewati => None,
            };
            if !self.moves(&state).contains(&(step.simpul, outcome)) {
                return Err(*step);
            }
            let last = at + 1 == run.len();
            state = match self.step(&state, (step.simpul, outcome)) {
                Next::State(next) => next,
                Next::Twice if last => return Ok("twice"),
                Next::TooSoon if last => return Ok("too soon"),
                _ => return Err(*step),
            };
        }
        Ok(if self.moves(&state).is_empty() { "stuck" } else { "endless" })
    }

    fn start(&self) -> State {
        let first = self.sop.simpul_dari(KegiatanId(0)).filter(|(_, symbol)| symbol.tempat == 0);
        State { waiting: BTreeSet::from([first.map(|(id, _)| id).collect()]), ..State::default() }
    }

    fn moves(&self, state: &State) -> Vec<Move> {
        let mut moves = Vec::new();
        for id in state.waiting.iter().flatten() {
            let outcomes = match &self.sop[*id].setelah {
                Setelah::Jika(cabang) => cabang.len(),
                Setelah::Ke(_) | Setelah::Bersamaan(_) => 1,
            };
            moves.extend((0..outcomes).map(|outcome| (*id, Some(outcome))));
            let optional = self.sop[self.sop[*id].kegiatan].bila_perlu.is_some() && self.sop[*id].tempat == 0;
            moves.extend(optional.then_some((*id, None)));
        }
        moves.retain(|step| self.way(state, *step).is_some());
        moves
    }

    /// The symbol and the outcome whose way a move takes.
    fn through(&self, (id, outcome): Move) -> (SimpulId, usize) {
        if let Some(outcome) = outcome {
            return (id, outcome);
        }
        let symbols: Vec<_> = self.sop.simpul_dari(self.sop[id].kegiatan).collect();
        let last = symbols.iter().map(|(_, symbol)| symbol.tempat).max().unwrap();
        (symbols.iter().find(|(_, symbol)| symbol.tempat == last).unwrap().0, 0)
    }

    /// Where a move leads now; `None` when it may not be made again.
    fn way(&self, state: &State, step: Move) -> Option<Vec<Sasaran>> {
        let (id, outcome) = self.through(step);
        let ways: Vec<&Lanjutan> = match &self.sop[id].setelah {
            Setelah::Ke(way) => vec![way],
            Setelah::Jika(cabang) => vec![&cabang[outcome].lanjutan],
            Setelah::Bersamaan(ways) => ways.iter().collect(),
        };
        let taken = state.taken.get(&(id, outcome)).copied().unwrap_or(0);
        match ways[0].paling_banyak {
            Some(most) if taken >= most => Some(vec![ways[0].lalu.clone()?]),
            _ => Some(ways.iter().map(|way| way.ke.clone()).collect()),
        }
    }

    fn step(&self, state: &State, step: Move) -> Next {
        let sop = self.sop;
        let targets = self.way(state, step).unwrap();
        let (from, outcome) = self.through(step);
        let mut next = state.clone();
        let bound = match &sop[from].setelah {
            Setelah::Ke(way) => way.paling_banyak,
            Setelah::Jika(cabang) => cabang[outcome].lanjutan.paling_banyak,
            Setelah::Bersamaan(_) => None,
        };
        if let Some(most) = bound {
            let taken = next.taken.entry((from, outcome)).or_default();
            *taken = (*taken + 1).min(most);
        }
        next.waiting.retain(|turn| !turn.contains(&step.0));
        for target in targets {
            let ids = match target {
                Sasaran::Akhir(_) if next.waiting.is_empty() && next.come.is_empty() => return Next::Ended,
                Sasaran::Akhir(_) => return Next::TooSoon,
                Sasaran::Simpul(ids) => ids,
            };
            let place = |id: SimpulId| (sop[id].kegiatan, sop[id].tempat);
            let awaited: BTreeSet<Place> = sop[ids[0]].menunggu.iter().map(|id| place(*id)).collect();
            if awaited.contains(&place(from)) {
                let row = sop[ids[0]].kegiatan;
                let come = next.come.entry(row).or_default();
                if !come.insert(place(from)) {
                    return Next::Twice;
                }
                if *come != awaited {
                    continue;
                }
                next.come.remove(&row);
            }
            if next.waiting.iter().any(|turn| place(turn[0]) == place(ids[0])) {
                return Next::Twice;
            }
            next.waiting.insert(ids.to_vec());
        }
        Next::State(next)
    }

    /// Every symbol that the arrows lead to.
    fn arrows(&self) -> BTreeSet<SimpulId> {
        let mut found: BTreeSet<SimpulId> = BTreeSet::new();
        let mut open: Vec<SimpulId> = self.start().waiting.into_iter().flatten().collect();
        while let Some(id) = open.pop() {
            if !found.insert(id) {
                continue;
            }
            let ways: Vec<&Lanjutan> = match &self.sop[id].setelah {
                Setelah::Ke(way) => vec![way],
                Setelah::Jika(cabang) => cabang.iter().map(|cabang| &cabang.lanjutan).collect(),
                Setelah::Bersamaan(ways) => ways.iter().collect(),
            };
            for target in ways.iter().flat_map(|way| std::iter::once(&way.ke).chain(&way.lalu)) {
                if let Sasaran::Simpul(ids) = target {
                    open.extend(ids);
                }
            }
        }
        found
    }
}

/// The situations from which one of these is reached.
fn way_out(leads: &BTreeMap<State, Vec<State>>, exits: BTreeSet<State>) -> BTreeSet<State> {
    let mut before: BTreeMap<&State, Vec<&State>> = BTreeMap::new();
    for (from, to) in leads.iter().flat_map(|(from, list)| list.iter().map(move |to| (from, to))) {
        before.entry(to).or_default().push(from);
    }
    let mut open: Vec<State> = exits.iter().cloned().collect();
    let mut out = exits;
    while let Some(state) = open.pop() {
        for from in before.get(&state).into_iter().flatten() {
            if out.insert((*from).clone()) {
                open.push((*from).clone());
            }
        }
    }
    out
}
