//! A small interpreter of the model, written for reading: what a case may do next, and where it gets.

#![allow(dead_code, reason = "each test uses its part")]

use sop::model::{Jawaban, KegiatanId, Lanjutan, PelaksanaId, Sasaran, Setelah, SimpulId, Sop};
use sop::text::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A place: the symbols of one row that stand at one point of its chain; several are alternatives.
type Place = (KegiatanId, u32);

/// A case of a procedure.
#[derive(Clone)]
pub struct Reference<'a> {
    sop: &'a Sop,
    /// What waits; within one, any symbol takes it.
    waiting: Vec<Vec<SimpulId>>,
    /// For each row that joins, the places that have come.
    come: BTreeMap<KegiatanId, BTreeSet<Place>>,
    /// How often each bounded arrow was taken: by symbol and outcome.
    taken: BTreeMap<(SimpulId, usize), u32>,
    /// The ends reached, by name.
    pub ends: Vec<String>,
}

/// A symbol that waits to be done.
pub struct Offer<'a> {
    /// Which.
    pub simpul: SimpulId,
    /// Its row's number; in a row of several symbols also its actors.
    pub label: String,
    /// Who may act.
    pub who: Vec<&'a str>,
    /// The outcomes that may be taken: which of the symbol's, and its answer.
    pub outcomes: Vec<(usize, &'a str)>,
    /// Whether the row may be passed over from here.
    pub optional: bool,
}

/// What one actor may do: the outcome, or `None` for passing the row over.
pub type Move = (SimpulId, Option<usize>);

impl<'a> Reference<'a> {
    /// At the start of the procedure.
    pub fn open(sop: &'a Sop) -> Reference<'a> {
        Reference {
            sop,
            waiting: vec![place(sop, (KegiatanId(0), 0))],
            come: BTreeMap::new(),
            taken: BTreeMap::new(),
            ends: Vec::new(),
        }
    }

    /// What waits, in the order of the table.
    pub fn offers(&self) -> Vec<Offer<'a>> {
        let sop = self.sop;
        let waiting: BTreeSet<SimpulId> = self.waiting.concat().into_iter().collect();
        let offer = |id: SimpulId| {
            let all = outcomes(sop, id).into_iter().enumerate();
            let open = all.filter(|(at, _)| self.way(id, *at).is_some());
            Offer {
                simpul: id,
                label: label(sop, id),
                who: actors(sop, id),
                outcomes: open.map(|(at, (answer, _))| (at, answer)).collect(),
                optional: sop[sop[id].kegiatan].bila_perlu.is_some() && sop[id].tempat == 0,
            }
        };
        waiting.into_iter().map(offer).collect()
    }

    /// What waits, each with the symbols that may take it.
    pub fn turns(&self) -> &[Vec<SimpulId>] {
        &self.waiting
    }

    /// The situation without its history: two cases with one key go on alike.
    pub fn key(&self) -> String {
        let mut waiting: Vec<Vec<u32>> =
            self.waiting.iter().map(|turn| turn.iter().map(|id| id.0).collect()).collect();
        waiting.sort_unstable();
        let come: Vec<_> = self.come.iter().filter(|(_, places)| !places.is_empty()).collect();
        // Beyond its bound a way is used up, however often it was taken; one without a bound never is.
        let taken = self.taken.iter().filter_map(|((id, at), times)| {
            let most = outcomes(self.sop, *id)[*at].1[0].paling_banyak?;
            Some((id.0, *at, (*times).min(most)))
        });
        format!("{waiting:?} {come:?} {:?}", taken.collect::<Vec<_>>())
    }

    /// Whether nothing waits, not even at a join.
    pub fn is_finished(&self) -> bool {
        self.waiting.is_empty() && self.come.values().all(BTreeSet::is_empty)
    }

    /// Does what is offered.
    pub fn step(&mut self, (id, outcome): Move) {
        let sop = self.sop;
        let (from, at) = match outcome {
            Some(at) => (id, at),
            None => (last_of(sop, sop[id].kegiatan), 0),
        };
        let Some(targets) = self.way(from, at) else { return };
        *self.taken.entry((from, at)).or_default() += 1;
        let taken = self.waiting.iter().position(|place| place.contains(&id)).unwrap();
        self.waiting.remove(taken);
        for target in targets {
            match target {
                Sasaran::Akhir(end) => {
                    self.ends.push(sop[end].nama.clone().unwrap_or_else(|| "selesai".to_owned()))
                }
                Sasaran::Simpul(ids) => {
                    let (row, here) = (sop[ids[0]].kegiatan, (sop[from].kegiatan, sop[from].tempat));
                    let awaited: BTreeSet<Place> =
                        sop[ids[0]].menunggu.iter().map(|id| (sop[*id].kegiatan, sop[*id].tempat)).collect();
                    if awaited.contains(&here) {
                        let come = self.come.entry(row).or_default();
                        come.insert(here);
                        if *come != awaited {
                            continue;
                        }
                        come.clear();
                    }
                    self.waiting.push(ids.to_vec());
                }
            }
        }
    }

    /// Where an outcome leads now; `None` when it may not be taken again.
    pub fn way(&self, id: SimpulId, at: usize) -> Option<Vec<Sasaran>> {
        let arrows = &outcomes(self.sop, id)[at].1;
        let used = self.taken.get(&(id, at)).copied().unwrap_or(0);
        match arrows[0].paling_banyak {
            Some(most) if used >= most => arrows[0].lalu.clone().map(|lalu| vec![lalu]),
            _ => Some(arrows.iter().map(|arrow| arrow.ke.clone()).collect()),
        }
    }
}

/// What is offered along so many random walks of so many steps, as text.
pub fn runs(sop: &Sop, walks: u64, steps: usize) -> String {
    let mut out = String::new();
    for seed in 0..walks {
        let mut dice = seed;
        let mut case = Reference::open(sop);
        for _ in 0..steps {
            let mut moves: Vec<Move> = Vec::new();
            for offer in case.offers() {
                let answers: Vec<&str> = offer.outcomes.iter().map(|(_, answer)| *answer).collect();
                let skip = if offer.optional { "?" } else { "" };
                let who = offer.who.join("+");
                write!(out, "{}{skip}[{who}]({}) ", offer.label, answers.join("/")).unwrap();
                for _ in &offer.who {
                    moves.extend(offer.outcomes.iter().map(|(at, _)| (offer.simpul, Some(*at))));
                    moves.extend(offer.optional.then_some((offer.simpul, None)));
                }
            }
            writeln!(out, "| {} {}", case.ends.join(", "), case.is_finished()).unwrap();
            if moves.is_empty() {
                break;
            }
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            case.step(moves[((dice >> 33) as usize) % moves.len()]);
        }
    }
    out
}

/// Every outcome of a symbol, its answer and its arrows.
pub fn outcomes(sop: &Sop, id: SimpulId) -> Vec<(&str, Vec<&Lanjutan>)> {
    match &sop[id].setelah {
        Setelah::Ke(arrow) => vec![("selesai", vec![arrow])],
        Setelah::Bersamaan(arrows) => vec![("selesai", arrows.iter().collect())],
        Setelah::Jika(branches) => branches
            .iter()
            .map(|branch| {
                let answer = match &branch.jawaban {
                    Jawaban::Ya => "ya",
                    Jawaban::Tidak => "tidak",
                    Jawaban::Jika(condition) => condition,
                };
                (answer, vec![&branch.lanjutan])
            })
            .collect(),
    }
}

fn actors(sop: &Sop, id: SimpulId) -> Vec<&str> {
    let name = |id: &PelaksanaId| sop[*id].pendek.as_str();
    let mut who: Vec<&str> = sop[id].oleh.iter().map(name).collect();
    if let Some(deputy) = &sop[sop[id].kegiatan].pengganti {
        let lane = sop.pelaksana.iter().find(|lane| {
            let names = std::iter::once(&lane.pendek).chain(&lane.nama_lain).chain(&lane.panjang);
            names.into_iter().any(|name| fold(name) == fold(deputy))
        });
        who.push(lane.map_or(deputy.as_str(), |lane| lane.pendek.as_str()));
    }
    who
}

fn place(sop: &Sop, (row, at): Place) -> Vec<SimpulId> {
    sop.simpul_dari(row).filter(|(_, symbol)| symbol.tempat == at).map(|(id, _)| id).collect()
}

fn last_of(sop: &Sop, row: KegiatanId) -> SimpulId {
    let last = sop.simpul_dari(row).map(|(_, symbol)| symbol.tempat).max().unwrap();
    place(sop, (row, last))[0]
}

fn label(sop: &Sop, id: SimpulId) -> String {
    let row = &sop[sop[id].kegiatan];
    let nth = if row.nth > 1 { format!("~{}", row.nth) } else { String::new() };
    let names: Vec<&str> = sop[id].oleh.iter().map(|id| sop[*id].pendek.as_str()).collect();
    let who = if row.simpul.len() > 1 { format!(" ({})", names.join(", ")) } else { String::new() };
    format!("{}{nth}{who}", row.nomor)
}
