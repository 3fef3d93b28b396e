//! A case that is stepped through the model: what may be done, and what comes of it.

use crate::model::{KegiatanId, Lanjutan, Sasaran, SimpulId, Sop};
use std::collections::{BTreeMap, BTreeSet};

/// Something to see: an outcome by its first way or by its second, a row passed over, an outcome refused when used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Taken(usize),
    Then(usize),
    Passed,
    Refused(usize),
}

pub(super) type Transition = (SimpulId, Kind);
pub(super) type Move = (SimpulId, Option<usize>);
/// A row and a place of its chain.
pub(super) type Place = (KegiatanId, u32);

/// What may follow, by symbol.
pub(super) struct Ways<'a> {
    pub(super) sop: &'a Sop,
    /// By outcome; several arrows only in a fork.
    arrows: Vec<Vec<Vec<&'a Lanjutan>>>,
    /// By row: from where it goes on when it is passed over.
    last: Vec<SimpulId>,
    /// The places that it waits for.
    awaited: Vec<BTreeSet<Place>>,
}

impl<'a> Ways<'a> {
    pub(super) fn of(sop: &'a Sop) -> Ways<'a> {
        let ids = || (0..sop.simpul.len()).map(SimpulId::from_index);
        let place = |id: &SimpulId| (sop[*id].kegiatan, sop[*id].tempat);
        let arrows = |id: SimpulId| (0..).map_while(|at| sop[id].setelah.outcome(at)).collect();
        let rows = (0..sop.kegiatan.len()).map(|at| sop.goes_on_from(KegiatanId::from_index(at)));
        Ways {
            sop,
            arrows: ids().map(arrows).collect(),
            last: rows.collect(),
            awaited: ids().map(|id| sop[id].menunggu.iter().map(place).collect()).collect(),
        }
    }

    pub(super) fn arrows(&self, id: SimpulId) -> &[Vec<&'a Lanjutan>] {
        &self.arrows[id.index()]
    }

    /// Those that its arrows lead to.
    pub(super) fn successors(&self, id: SimpulId) -> BTreeSet<SimpulId> {
        let aims = |sasaran: &Sasaran| match sasaran {
            Sasaran::Simpul(ids) => ids.to_vec(),
            Sasaran::Akhir(_) => Vec::new(),
        };
        let all = self.arrows(id).iter().flatten();
        let mut out: BTreeSet<SimpulId> =
            all.flat_map(|arrow| [Some(&arrow.ke), arrow.lalu.as_ref()]).flatten().flat_map(aims).collect();
        if self.sop.may_be_passed(id) {
            let over = self.arrows(self.passed_from(id)).iter().take(1).flatten();
            out.extend(over.flat_map(|arrow| aims(&arrow.ke)));
        }
        out
    }

    /// Where the arrow of a move begins, and which it is there.
    pub(super) fn arrow(&self, (id, outcome): Move) -> (SimpulId, usize) {
        outcome.map_or_else(|| (self.passed_from(id), 0), |at| (id, at))
    }

    fn passed_from(&self, id: SimpulId) -> SimpulId {
        self.last[self.sop[id].kegiatan.index()]
    }
}

/// A case on its way.
pub(super) struct Case<'a, 'w> {
    ways: &'w Ways<'a>,
    pub(super) waiting: Vec<Vec<SimpulId>>,
    come: BTreeMap<KegiatanId, BTreeSet<Place>>,
    used: BTreeMap<(SimpulId, usize), u32>,
}

impl<'a, 'w> Case<'a, 'w> {
    pub(super) fn open(ways: &'w Ways<'a>) -> Case<'a, 'w> {
        let waiting = vec![ways.sop.entries(KegiatanId(0)).collect()];
        Case { ways, waiting, come: BTreeMap::new(), used: BTreeMap::new() }
    }

    /// What may be done now, and what it would be.
    pub(super) fn moves(&self) -> Vec<(Move, Transition)> {
        let mut moves = Vec::new();
        for &id in self.waiting.iter().flatten() {
            for at in 0..self.ways.arrows(id).len() {
                moves.extend(self.kind(id, at).map(|kind| ((id, Some(at)), (id, kind))));
            }
            if self.ways.sop.may_be_passed(id) && self.kind(self.ways.passed_from(id), 0).is_some() {
                moves.push(((id, None), (id, Kind::Passed)));
            }
        }
        moves
    }

    /// What taking an outcome would be; `None` where it is refused.
    pub(super) fn kind(&self, id: SimpulId, at: usize) -> Option<Kind> {
        let arrow = self.ways.arrows(id)[at][0];
        match arrow.paling_banyak {
            Some(most) if self.used.get(&(id, at)).is_some_and(|used| *used >= most) || most == 0 => {
                arrow.lalu.as_ref().map(|_| Kind::Then(at))
            }
            _ => Some(Kind::Taken(at)),
        }
    }

    /// What is refused now.
    pub(super) fn refused(&self) -> impl Iterator<Item = Transition> + '_ {
        let all = self.waiting.iter().flatten();
        all.flat_map(|&id| (0..self.ways.arrows(id).len()).map(move |at| (id, at)))
            .filter(|(id, at)| self.kind(*id, *at).is_none())
            .map(|(id, at)| (id, Kind::Refused(at)))
    }

    pub(super) fn targets(&self, it: Move) -> Vec<&'a Sasaran> {
        let (from, at) = self.ways.arrow(it);
        let arrows = &self.ways.arrows(from)[at];
        match self.kind(from, at) {
            Some(Kind::Then(_)) => arrows[0].lalu.iter().collect(),
            _ => arrows.iter().map(|arrow| &arrow.ke).collect(),
        }
    }

    pub(super) fn step(&mut self, it: Move) {
        let targets = self.targets(it);
        let (from, at) = self.ways.arrow(it);
        *self.used.entry((from, at)).or_default() += 1;
        if let Some(turn) = self.waiting.iter().position(|turn| turn.contains(&it.0)) {
            self.waiting.remove(turn);
        }
        let sop = self.ways.sop;
        let place = (sop[from].kegiatan, sop[from].tempat);
        for target in targets {
            let Sasaran::Simpul(ids) = target else { continue };
            let awaited = &self.ways.awaited[ids[0].index()];
            if awaited.contains(&place) {
                let come = self.come.entry(sop[ids[0]].kegiatan).or_default();
                come.insert(place);
                if come != awaited {
                    continue;
                }
                come.clear();
            }
            self.waiting.push(ids.to_vec());
        }
    }

    pub(super) fn waits(&self, id: SimpulId) -> bool {
        self.waiting.iter().any(|turn| turn.contains(&id))
    }

    /// Keys of what waits, in the order of the table.
    pub(super) fn keys(&self) -> String {
        let ids: BTreeSet<SimpulId> = self.waiting.iter().flatten().copied().collect();
        let keys: Vec<String> = ids.into_iter().map(|id| self.ways.sop.kunci(id)).collect();
        if keys.is_empty() { "-".to_owned() } else { keys.join("+") }
    }
}

/// By outcome; several arrows only in a fork.
/// Everything that there is to see.
pub(super) fn transitions(ways: &Ways) -> BTreeSet<Transition> {
    let mut all = BTreeSet::new();
    for at in 0..ways.arrows.len() {
        let id = SimpulId::from_index(at);
        for (at, arrows) in ways.arrows(id).iter().enumerate() {
            all.insert((id, Kind::Taken(at)));
            if arrows[0].paling_banyak.is_some() {
                let after = if arrows[0].lalu.is_some() { Kind::Then(at) } else { Kind::Refused(at) };
                all.insert((id, after));
            }
        }
        if ways.sop.may_be_passed(id) {
            all.insert((id, Kind::Passed));
        }
    }
    all
}
