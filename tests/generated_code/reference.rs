//! A small interpreter of the model, written for reading: what a case may do next, and where it gets.

use sop::model::{Jawaban, KegiatanId, Lanjutan, PelaksanaId, Sasaran, Setelah, SimpulId, Sop};
use sop::text::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A place: the symbols of one row that stand at one point of its chain; several are alternatives.
type Place = (KegiatanId, u32);

#[derive(Default)]
struct State {
    /// What waits; within one, any symbol takes it.
    waiting: Vec<Vec<SimpulId>>,
    /// For each row that joins, the places that have come.
    come: BTreeMap<KegiatanId, BTreeSet<Place>>,
    /// How often each bounded arrow was taken: by symbol and outcome.
    taken: BTreeMap<(SimpulId, usize), u32>,
    ends: Vec<String>,
}

/// What one actor may do: the outcome, or `None` for passing the row over.
type Move = (SimpulId, Option<usize>);

pub fn runs(sop: &Sop) -> String {
    let mut out = String::new();
    for seed in 0..40u64 {
        let mut dice = seed;
        let mut state = State { waiting: vec![place(sop, (KegiatanId(0), 0))], ..State::default() };
        for _ in 0..150 {
            let mut moves: Vec<Move> = Vec::new();
            let waiting: BTreeSet<SimpulId> = state.waiting.concat().into_iter().collect();
            for &id in &waiting {
                let who = actors(sop, id);
                let open: Vec<usize> =
                    (0..outcomes(sop, id).len()).filter(|&at| way(sop, &state, id, at).is_some()).collect();
                let hasil: Vec<&str> = open.iter().map(|&at| outcomes(sop, id)[at].0).collect();
                let optional = sop[sop[id].kegiatan].bila_perlu.is_some() && sop[id].tempat == 0;
                let skip = if optional { "?" } else { "" };
                write!(out, "{}{skip}[{}]({}) ", label(sop, id), who.join("+"), hasil.join("/")).unwrap();
                for _ in &who {
                    moves.extend(open.iter().map(|&at| (id, Some(at))));
                    moves.extend(optional.then_some((id, None)));
                }
            }
            let finished = state.waiting.is_empty() && state.come.values().all(BTreeSet::is_empty);
            writeln!(out, "| {} {finished}", state.ends.join(", ")).unwrap();
            if moves.is_empty() {
                break;
            }
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (id, outcome) = moves[((dice >> 33) as usize) % moves.len()];
            step(sop, &mut state, id, outcome);
        }
    }
    out
}

fn step(sop: &Sop, state: &mut State, id: SimpulId, outcome: Option<usize>) {
    let (from, at) = match outcome {
        Some(at) => (id, at),
        None => (last_of(sop, sop[id].kegiatan), 0),
    };
    let Some(targets) = way(sop, state, from, at) else { return };
    *state.taken.entry((from, at)).or_default() += 1;
    let taken = state.waiting.iter().position(|place| place.contains(&id)).unwrap();
    state.waiting.remove(taken);
    for target in targets {
        match target {
            Sasaran::Akhir(end) => {
                state.ends.push(sop[end].nama.clone().unwrap_or_else(|| "selesai".to_owned()))
            }
            Sasaran::Simpul(ids) => {
                let (row, here) = (sop[ids[0]].kegiatan, (sop[from].kegiatan, sop[from].tempat));
                let awaited: BTreeSet<Place> =
                    sop[ids[0]].menunggu.iter().map(|id| (sop[*id].kegiatan, sop[*id].tempat)).collect();
                if awaited.contains(&here) {
                    let come = state.come.entry(row).or_default();
                    come.insert(here);
                    if *come != awaited {
                        continue;
                    }
                    come.clear();
                }
                state.waiting.push(ids);
            }
        }
    }
}

/// Where an outcome leads now; `None` when it may not be taken again.
fn way(sop: &Sop, state: &State, id: SimpulId, at: usize) -> Option<Vec<Sasaran>> {
    let arrows = &outcomes(sop, id)[at].1;
    let used = state.taken.get(&(id, at)).copied().unwrap_or(0);
    match arrows[0].paling_banyak {
        Some(most) if used >= most => arrows[0].lalu.clone().map(|lalu| vec![lalu]),
        _ => Some(arrows.iter().map(|arrow| arrow.ke.clone()).collect()),
    }
}

fn outcomes(sop: &Sop, id: SimpulId) -> Vec<(&str, Vec<&Lanjutan>)> {
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
