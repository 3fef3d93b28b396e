//! Many cases at once: they arrive, wait for whoever is busy, are worked on, and end.
//!
//! Every lane of the office works with so many people, each on one thing at a time, in the order in which work comes. A
//! party outside the office, or a system, keeps nobody waiting: each case has its own. What is written in units of work
//! occupies its actors; what is written in units of the calendar only passes. All times are thousandths of a minute of
//! work.

use super::case::{Case, Offer};
use super::dice::Dice;
use crate::analysis::Procedure;
use crate::model::{AkhirId, JenisPelaksana, KegiatanId, SimpulId, Sop};
use crate::text::fold;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// After so many steps a case is given up: chance would never let it end.
const MOST_STEPS: usize = 2000;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Plan {
    /// How many cases.
    pub cases: u32,
    /// The mean time between two arrivals, in thousandths of a minute of work; `None` when all come at once.
    pub gap: Option<f64>,
    /// For chance.
    pub seed: u64,
    /// How likely the outcomes are.
    pub chances: Chances,
    /// By lane: how many people it has.
    pub people: Vec<u32>,
}

/// How likely outcomes are: by symbol and answer. What is not said shares what is left evenly.
#[derive(Clone, Debug, Default)]
pub struct Chances(BTreeMap<(SimpulId, String), f64>);

/// A name that the procedure does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// No row has this number.
    Row(String),
    /// The row has no such outcome; these are its own.
    Outcome(String, Vec<String>),
    /// The outcomes of a row are more than certain.
    Sum(String),
}

impl Chances {
    /// Says how likely an outcome of a row is, at every symbol of the row that has it.
    ///
    /// Errors: the row or the outcome does not exist, or more than certainty is asked for.
    pub fn set(&mut self, sop: &Sop, row: &str, answer: &str, chance: f64) -> Result<(), Unknown> {
        let found = (0..sop.kegiatan.len()).map(KegiatanId::from_index);
        let found = found.into_iter().find(|id| sop[*id].nomor.to_string() == row);
        let Some(id) = found else { return Err(Unknown::Row(row.to_owned())) };
        let (mut known, mut hit) = (Vec::new(), false);
        for (simpul, _) in sop.simpul_dari(id) {
            for outcome in super::case::answers(sop, simpul) {
                if fold(outcome) == fold(answer) {
                    self.0.insert((simpul, outcome.to_owned()), chance);
                    hit = true;
                }
                if !known.iter().any(|it| it == outcome) {
                    known.push(outcome.to_owned());
                }
            }
            let sum: f64 = self.0.iter().filter(|((at, _), _)| *at == simpul).map(|(_, chance)| chance).sum();
            if sum > 1.0 + 1e-9 {
                return Err(Unknown::Sum(row.to_owned()));
            }
        }
        if hit { Ok(()) } else { Err(Unknown::Outcome(row.to_owned(), known)) }
    }

    /// Which of the outcomes on offer chance takes.
    fn choose(&self, offer: &Offer, dice: &mut Dice) -> usize {
        let said: Vec<Option<f64>> = offer
            .outcomes
            .iter()
            .map(|it| self.0.get(&(offer.simpul, it.answer.to_owned())).copied())
            .collect();
        let sum: f64 = said.iter().flatten().sum();
        let silent = said.iter().filter(|it| it.is_none()).count();
        let rest = if silent > 0 { (1.0 - sum).max(0.0) / silent as f64 } else { 0.0 };
        let weights: Vec<f64> = said.iter().map(|it| it.unwrap_or(rest)).collect();
        let total: f64 = weights.iter().sum();
        // Where all that is left was said to be impossible, each is as likely as the other.
        let mut draw = dice.unit() * if total > 0.0 { total } else { weights.len() as f64 };
        for (at, weight) in weights.iter().enumerate() {
            draw -= if total > 0.0 { *weight } else { 1.0 };
            if draw < 0.0 {
                return at;
            }
        }
        weights.len().saturating_sub(1)
    }
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// From arrival to end, shortest first; of the cases that ended.
    pub durations: Vec<u64>,
    /// The same without waiting for anybody.
    pub work: Vec<u64>,
    /// How each end was reached.
    pub ends: Vec<EndCount>,
    /// Cases that were stuck, or given up.
    pub unfinished: u32,
    /// By lane.
    pub lanes: Vec<Lane>,
    /// By row.
    pub rows: Vec<RowReport>,
    /// From the first arrival to the last end.
    pub span: u64,
}

/// How often an end was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndCount {
    /// Its name.
    pub nama: Option<String>,
    /// How often.
    pub cases: u32,
}

/// A lane's share.
#[derive(Clone, Debug, Default)]
pub struct Lane {
    /// How many people; 0 where nobody waits for it.
    pub people: u32,
    /// Pieces of work.
    pub tasks: u32,
    /// Time at work, of all its people.
    pub busy: u64,
    /// Time that work waited for it, all together.
    pub waited: u64,
    /// The longest of that.
    pub longest_wait: u64,
}

/// A row's share.
#[derive(Clone, Debug, Default)]
pub struct RowReport {
    /// How often it was done.
    pub done: u32,
    /// How often it was passed over.
    pub passed: u32,
    /// How long it waited for its actors, all together.
    pub waited: u64,
}

struct Running<'a> {
    case: Case<'a>,
    dice: Dice,
    began: u64,
    last: u64,
    work: u64,
    steps: usize,
    /// By waiting turn: a number that is its own, and when it would be ready if nobody had to be waited for.
    names: Vec<(u64, u64)>,
    /// By row that waits for several: when the latest of those that have come was done, and would have been.
    come: BTreeMap<KegiatanId, (u64, u64)>,
}

/// Lets the cases run.
pub fn run(procedure: &Procedure, plan: &Plan) -> Report {
    let sop = &procedure.sop;
    let mut report = Report {
        lanes: sop
            .pelaksana
            .iter()
            .enumerate()
            .map(|(at, lane)| Lane { people: people(lane.jenis, plan, at), ..Lane::default() })
            .collect(),
        rows: vec![RowReport::default(); sop.kegiatan.len()],
        ..Report::default()
    };
    if sop.kegiatan.is_empty() {
        return report;
    }
    // By lane: when each of its people is free again.
    let mut free: Vec<Vec<u64>> = report.lanes.iter().map(|lane| vec![0; lane.people as usize]).collect();
    let mut arrivals = Dice::new(plan.seed, 0);
    let mut cases: Vec<Running> = Vec::new();
    // What is ready, the earliest first; those of one moment in the order of the cases.
    let mut ready: BinaryHeap<Reverse<(u64, usize, u64)>> = BinaryHeap::new();
    let (mut now, mut name) = (0, 0);
    for number in 0..plan.cases as usize {
        if let Some(gap) = plan.gap.filter(|_| number > 0) {
            now += arrivals.gap(gap);
        }
        let dice = Dice::new(plan.seed, 1 + number as u64);
        cases.push(Running {
            case: Case::open(sop),
            dice,
            began: now,
            last: now,
            work: now,
            steps: 0,
            names: vec![(name, now)],
            come: BTreeMap::new(),
        });
        ready.push(Reverse((now, number, name)));
        name += 1;
    }
    while let Some(Reverse((at, number, turn))) = ready.pop() {
        let running = &mut cases[number];
        let Some(turn) = running.names.iter().position(|(it, _)| *it == turn) else { continue };
        running.steps += 1;
        let offers = running.case.offers_of(turn);
        // Of several who may do it, whoever is free first.
        let begin = |offer: &Offer| {
            offer.oleh.iter().map(|lane| soonest(&free[lane.index()], at)).max().unwrap_or(at)
        };
        let possible =
            offers.iter().filter(|offer| !offer.outcomes.is_empty()).min_by_key(|offer| begin(offer));
        let Some(offer) = possible.filter(|_| running.steps <= MOST_STEPS) else {
            report.unfinished += 1;
            running.names.clear();
            continue;
        };
        let outcome = &offer.outcomes[plan.chances.choose(offer, &mut running.dice)];
        let row = sop[offer.simpul].kegiatan;
        let unhindered = running.names[turn].1;
        let (mut end, mut unhindered_end) = (at, unhindered);
        if outcome.at.is_none() {
            report.rows[row.index()].passed += 1;
        } else {
            let lama = procedure.time().place(offer.simpul);
            let work = running.dice.between(lama.bekerja.dari, lama.bekerja.sampai);
            let passing = running.dice.between(
                lama.kerja.dari.saturating_sub(lama.bekerja.dari),
                lama.kerja.sampai.saturating_sub(lama.bekerja.sampai),
            );
            let start = begin(offer);
            for lane in offer.oleh {
                occupy(&mut report.lanes[lane.index()], &mut free[lane.index()], (at, start), work);
            }
            end = start.saturating_add(work).saturating_add(passing);
            unhindered_end = unhindered.saturating_add(work).saturating_add(passing);
            report.rows[row.index()].waited += start - at;
            // A chain of several places is one row.
            report.rows[row.index()].done += u32::from(sop[offer.simpul].tempat == 0);
        }
        let (simpul, chosen) = (offer.simpul, outcome.at);
        let before = running.case.ends.len();
        running.names.remove(turn);
        for step in running.case.take(turn, simpul, chosen) {
            let mut done = (end, unhindered_end);
            if let Some(row) = step.joins {
                // It goes on when the last of those it waits for is done, whichever was looked at last.
                let latest = running.come.entry(row).or_default();
                *latest = (latest.0.max(done.0), latest.1.max(done.1));
                if !step.begins {
                    continue;
                }
                done = *latest;
                running.come.remove(&row);
            }
            running.names.push((name, done.1));
            ready.push(Reverse((done.0, number, name)));
            name += 1;
        }
        running.last = running.last.max(end);
        running.work = running.work.max(unhindered_end);
        for end in &running.case.ends[before..] {
            count(&mut report.ends, sop, *end);
        }
        if running.names.is_empty() {
            if running.case.is_finished() {
                report.durations.push(running.last - running.began);
                report.work.push(running.work - running.began);
            } else {
                report.unfinished += 1;
            }
        }
        report.span = report.span.max(end);
    }
    report.durations.sort_unstable();
    report.work.sort_unstable();
    report
}

/// Nobody waits for a party outside the office.
fn people(kind: JenisPelaksana, plan: &Plan, lane: usize) -> u32 {
    match kind {
        JenisPelaksana::Dalam => plan.people.get(lane).copied().unwrap_or(1).max(1),
        JenisPelaksana::Luar | JenisPelaksana::Sistem => 0,
    }
}

fn soonest(free: &[u64], at: u64) -> u64 {
    free.iter().copied().min().map_or(at, |free| free.max(at))
}

fn occupy(lane: &mut Lane, free: &mut [u64], (ready, start): (u64, u64), work: u64) {
    lane.tasks += 1;
    lane.busy += work;
    lane.waited += start - ready;
    lane.longest_wait = lane.longest_wait.max(start - ready);
    if let Some(first) = free.iter_mut().min() {
        *first = start.saturating_add(work);
    }
}

fn count(ends: &mut Vec<EndCount>, sop: &Sop, end: AkhirId) {
    let nama = sop[end].nama.clone();
    match ends.iter_mut().find(|it| it.nama == nama) {
        Some(known) => known.cases += 1,
        None => ends.push(EndCount { nama, cases: 1 }),
    }
}
