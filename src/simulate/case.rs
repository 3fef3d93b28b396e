//! A case: what waits, who may take it, and what comes of it. What a run is, `analysis::sound` says.

use crate::model::{AkhirId, KegiatanId, PelaksanaId, Sasaran, Setelah, SimpulId, Sop};
use std::collections::{BTreeMap, BTreeSet};

/// The place of a row's chain that a symbol stands at.
type Place = (KegiatanId, u32);

/// A case under way.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    sop: &'a Sop,
    /// Turns that wait for somebody; within one, any symbol takes it.
    waiting: Vec<Vec<SimpulId>>,
    /// For each row that waits for several, the places that have come.
    come: BTreeMap<KegiatanId, BTreeSet<Place>>,
    /// How often each bounded way was taken.
    taken: BTreeMap<(SimpulId, usize), u32>,
    /// The ends reached, in order.
    pub ends: Vec<AkhirId>,
}

/// A way to take a turn that waits.
#[derive(Clone, Debug)]
pub struct Offer<'a> {
    /// Which of the waiting turns.
    pub turn: usize,
    /// The symbol that takes it.
    pub simpul: SimpulId,
    /// Who acts together.
    pub oleh: &'a [PelaksanaId],
    /// What may come of it.
    pub outcomes: Vec<Outcome<'a>>,
}

/// What may come of a symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome<'a> {
    /// Which of its branches; `None` for passing the row over.
    pub at: Option<usize>,
    /// `ya`, `tidak`, the condition, `selesai`, `dilewati`.
    pub answer: &'a str,
    /// The condition in words.
    pub kondisi: Option<&'a str>,
}

/// What an arrow to a row does when it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Onward {
    /// The row, where it waits for several and this is one of them.
    pub joins: Option<KegiatanId>,
    /// Whether a turn begins.
    pub begins: bool,
}

impl<'a> Case<'a> {
    /// At the first row.
    pub fn open(sop: &'a Sop) -> Case<'a> {
        let first = sop.entries(KegiatanId(0)).collect();
        Case { sop, waiting: vec![first], come: BTreeMap::new(), taken: BTreeMap::new(), ends: Vec::new() }
    }

    /// What may be done now.
    pub fn offers(&self) -> Vec<Offer<'a>> {
        let turns = self.waiting.iter().enumerate();
        turns.flat_map(|(at, turn)| turn.iter().map(move |id| self.offer(at, *id))).collect()
    }

    /// How many turns wait.
    pub fn turns(&self) -> usize {
        self.waiting.len()
    }

    /// The ways to take one waiting turn.
    pub fn offers_of(&self, turn: usize) -> Vec<Offer<'a>> {
        self.waiting[turn].iter().map(|id| self.offer(turn, *id)).collect()
    }

    fn offer(&self, turn: usize, id: SimpulId) -> Offer<'a> {
        let sop = self.sop;
        let all = outcomes(sop, id).into_iter().filter(|it| self.way(id, it.at.unwrap_or(0)).is_some());
        let passed = Outcome { at: None, answer: "dilewati", kondisi: None };
        let passable = sop.may_be_passed(id) && self.way(sop.goes_on_from(sop[id].kegiatan), 0).is_some();
        Offer {
            turn,
            simpul: id,
            oleh: &sop[id].oleh,
            outcomes: all.chain(passable.then_some(passed)).collect(),
        }
    }

    /// Whether nothing waits, not even for others to come.
    pub fn is_finished(&self) -> bool {
        self.waiting.is_empty() && self.come.values().all(BTreeSet::is_empty)
    }

    /// Takes a turn, and says what its arrows do, in order. The turn that was taken is gone, those behind it have moved up,
    /// and those that begin stand behind them.
    pub fn take(&mut self, turn: usize, id: SimpulId, at: Option<usize>) -> Vec<Onward> {
        let sop = self.sop;
        let (from, branch) = at.map_or_else(|| (sop.goes_on_from(sop[id].kegiatan), 0), |at| (id, at));
        let Some(targets) = self.way(from, branch) else { return Vec::new() };
        *self.taken.entry((from, branch)).or_default() += 1;
        self.waiting.remove(turn);
        let mut onward = Vec::new();
        for target in targets {
            match target {
                Sasaran::Akhir(end) => self.ends.push(*end),
                Sasaran::Simpul(ids) => {
                    let place = |id: SimpulId| (sop[id].kegiatan, sop[id].tempat);
                    let awaited: BTreeSet<Place> = sop[ids[0]].menunggu.iter().map(|id| place(*id)).collect();
                    let joins = awaited.contains(&place(from)).then_some(sop[ids[0]].kegiatan);
                    if joins.is_some() {
                        let come = self.come.entry(sop[ids[0]].kegiatan).or_default();
                        come.insert(place(from));
                        if *come != awaited {
                            onward.push(Onward { joins, begins: false });
                            continue;
                        }
                        come.clear();
                    }
                    onward.push(Onward { joins, begins: true });
                    self.waiting.push(ids.to_vec());
                }
            }
        }
        onward
    }

    /// Where a branch leads now; `None` when it may not be taken again.
    fn way(&self, id: SimpulId, branch: usize) -> Option<Vec<&'a Sasaran>> {
        let arrows = self.sop[id].setelah.outcome(branch)?;
        let used = self.taken.get(&(id, branch)).copied().unwrap_or(0);
        match arrows[0].paling_banyak {
            Some(most) if used >= most => arrows[0].lalu.as_ref().map(|then| vec![then]),
            _ => Some(arrows.iter().map(|arrow| &arrow.ke).collect()),
        }
    }
}

fn outcomes(sop: &Sop, id: SimpulId) -> Vec<Outcome<'_>> {
    match &sop[id].setelah {
        Setelah::Ke(_) | Setelah::Bersamaan(_) => {
            vec![Outcome { at: Some(0), answer: "selesai", kondisi: None }]
        }
        Setelah::Jika(cabang) => {
            let all = cabang.iter().enumerate();
            all.map(|(at, of)| Outcome {
                at: Some(at),
                answer: of.jawaban.teks(),
                kondisi: of.kondisi.as_deref(),
            })
            .collect()
        }
    }
}

/// All answers that may ever come of a symbol, passing over included.
pub(super) fn answers(sop: &Sop, id: SimpulId) -> Vec<&str> {
    let passed = sop.may_be_passed(id).then_some("dilewati");
    outcomes(sop, id).into_iter().map(|it| it.answer).chain(passed).collect()
}
