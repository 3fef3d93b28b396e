//! Many cases at once: they arrive, wait for whoever is busy, are worked on, and end.
//!
//! Every lane of the office works with so many people, each on one thing at a time, in the order in which work comes. A
//! party outside the office, or a system, keeps nobody waiting: each case has its own. What is written in units of work
//! occupies its actors; what is written in units of the calendar only passes. All times are thousandths of a minute of
//! work.

use super::case::{Case, Offer};
use super::dice::Dice;
use crate::analysis::Procedure;
use crate::model::{AkhirId, JenisPelaksana, KegiatanId, PelaksanaId, SimpulId, Sop};
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

impl Lane {
    fn add(&mut self, work: u64, waited: u64) {
        self.tasks += 1;
        self.busy += work;
        self.waited += waited;
        self.longest_wait = self.longest_wait.max(waited);
    }
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

/// When something was ready or done, and when it would have been if nobody had to be waited for.
#[derive(Clone, Copy, Default)]
struct Moment {
    at: u64,
    unhindered: u64,
}

impl Moment {
    fn later(self, other: Moment) -> Moment {
        Moment { at: self.at.max(other.at), unhindered: self.unhindered.max(other.unhindered) }
    }
}

/// A turn that waits in a case.
struct Turn {
    /// A number that is its own.
    name: u64,
    /// When it would be ready if nobody had to be waited for.
    unhindered: u64,
}

struct Running<'a> {
    case: Case<'a>,
    dice: Dice,
    began: u64,
    /// When the last step so far was done.
    last: Moment,
    steps: usize,
    waiting: Vec<Turn>,
    /// By row that waits for several: when the latest of those that have come was done.
    come: BTreeMap<KegiatanId, Moment>,
}

/// A turn that somebody may take: the earliest first, those of one moment in the order of the cases.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Ready {
    at: u64,
    case: usize,
    turn: u64,
}

struct Office<'a> {
    procedure: &'a Procedure,
    plan: &'a Plan,
    /// By lane: when each of its people is free again.
    free: Vec<Vec<u64>>,
    cases: Vec<Running<'a>>,
    ready: BinaryHeap<Reverse<Ready>>,
    /// How many turns there have been, so that each has a name of its own.
    turns: u64,
    report: Report,
}

/// Lets the cases run.
pub fn run(procedure: &Procedure, plan: &Plan) -> Report {
    let mut office = Office::new(procedure, plan);
    if !procedure.sop.kegiatan.is_empty() {
        office.open();
    }
    while let Some(Reverse(ready)) = office.ready.pop() {
        office.step(ready);
    }
    let mut report = office.report;
    report.durations.sort_unstable();
    report.work.sort_unstable();
    report
}

impl<'a> Office<'a> {
    fn new(procedure: &'a Procedure, plan: &'a Plan) -> Office<'a> {
        let sop = &procedure.sop;
        let lanes = sop.pelaksana.iter().enumerate();
        let lanes: Vec<Lane> = lanes
            .map(|(at, lane)| Lane { people: people(lane.jenis, plan, at), ..Lane::default() })
            .collect();
        Office {
            procedure,
            plan,
            free: lanes.iter().map(|lane| vec![0; lane.people as usize]).collect(),
            cases: Vec::new(),
            ready: BinaryHeap::new(),
            turns: 0,
            report: Report {
                lanes,
                rows: vec![RowReport::default(); sop.kegiatan.len()],
                ..Report::default()
            },
        }
    }

    /// All cases, each from when it arrives.
    fn open(&mut self) {
        let mut arrivals = Dice::new(self.plan.seed, 0);
        let mut now = 0;
        for number in 0..self.plan.cases as usize {
            if let Some(gap) = self.plan.gap.filter(|_| number > 0) {
                now += arrivals.gap(gap);
            }
            let arrived = Moment { at: now, unhindered: now };
            self.cases.push(Running {
                case: Case::open(&self.procedure.sop),
                dice: Dice::new(self.plan.seed, 1 + number as u64),
                began: now,
                last: arrived,
                steps: 0,
                waiting: Vec::new(),
                come: BTreeMap::new(),
            });
            self.begin(number, arrived);
        }
    }

    /// A turn begins in a case.
    fn begin(&mut self, number: usize, ready: Moment) {
        let name = self.turns;
        self.turns += 1;
        self.cases[number].waiting.push(Turn { name, unhindered: ready.unhindered });
        self.ready.push(Reverse(Ready { at: ready.at, case: number, turn: name }));
    }

    /// Somebody takes a turn.
    fn step(&mut self, Ready { at, case: number, turn }: Ready) {
        let running = &mut self.cases[number];
        let Some(turn) = running.waiting.iter().position(|it| it.name == turn) else { return };
        running.steps += 1;
        let offers = running.case.offers_of(turn);
        // Of several who may do it, whoever is free first.
        let possible = offers.iter().filter(|offer| !offer.outcomes.is_empty());
        let first = possible.min_by_key(|offer| all_free(&self.free, offer.oleh, at));
        let Some(offer) = first.filter(|_| running.steps <= MOST_STEPS) else {
            self.report.unfinished += 1;
            running.waiting.clear();
            return;
        };
        let outcome = &offer.outcomes[self.plan.chances.choose(offer, &mut running.dice)];
        let ready = Moment { at, unhindered: running.waiting[turn].unhindered };
        let done = match outcome.at {
            Some(_) => self.work(number, offer, ready),
            None => {
                self.report.rows[self.procedure.sop[offer.simpul].kegiatan.index()].passed += 1;
                ready
            }
        };
        self.go_on(number, offer, outcome.at, done);
    }

    /// Those who act together do it, as soon as all of them are free; says when it is done.
    fn work(&mut self, number: usize, offer: &Offer<'_>, ready: Moment) -> Moment {
        let sop = &self.procedure.sop;
        let dice = &mut self.cases[number].dice;
        let lama = self.procedure.time().place(offer.simpul);
        let work = dice.between(lama.bekerja.dari, lama.bekerja.sampai);
        let passing = dice.between(
            lama.kerja.dari.saturating_sub(lama.bekerja.dari),
            lama.kerja.sampai.saturating_sub(lama.bekerja.sampai),
        );
        let start = all_free(&self.free, offer.oleh, ready.at);
        let waited = start - ready.at;
        for lane in offer.oleh {
            let until = start.saturating_add(work);
            occupy(&mut self.free[lane.index()], until);
            self.report.lanes[lane.index()].add(work, waited);
        }
        let row = &mut self.report.rows[sop[offer.simpul].kegiatan.index()];
        row.waited += waited;
        // A chain of several places is one row.
        row.done += u32::from(sop[offer.simpul].tempat == 0);
        let done = |from: u64| from.saturating_add(work).saturating_add(passing);
        Moment { at: done(start), unhindered: done(ready.unhindered) }
    }

    /// The turn is taken: others begin, or the case ends.
    fn go_on(&mut self, number: usize, offer: &Offer<'_>, chosen: Option<usize>, done: Moment) {
        let running = &mut self.cases[number];
        let before = running.case.ends.len();
        running.waiting.remove(offer.turn);
        let mut begun = Vec::new();
        for step in running.case.take(offer.turn, offer.simpul, chosen) {
            let Some(row) = step.joins else {
                begun.push(done);
                continue;
            };
            // It goes on when the last of those it waits for is done, whichever was looked at last.
            let latest = running.come.entry(row).or_default();
            *latest = latest.later(done);
            if step.begins {
                begun.extend(running.come.remove(&row));
            }
        }
        running.last = running.last.later(done);
        for end in &running.case.ends[before..] {
            count(&mut self.report.ends, &self.procedure.sop, *end);
        }
        if running.waiting.is_empty() && begun.is_empty() {
            if running.case.is_finished() {
                self.report.durations.push(running.last.at - running.began);
                self.report.work.push(running.last.unhindered - running.began);
            } else {
                self.report.unfinished += 1;
            }
        }
        self.report.span = self.report.span.max(done.at);
        begun.into_iter().for_each(|ready| self.begin(number, ready));
    }
}

/// Nobody waits for a party outside the office.
fn people(kind: JenisPelaksana, plan: &Plan, lane: usize) -> u32 {
    match kind {
        JenisPelaksana::Dalam => plan.people.get(lane).copied().unwrap_or(1).max(1),
        JenisPelaksana::Luar | JenisPelaksana::Sistem => 0,
    }
}

/// When all of them are free, from a moment on.
fn all_free(free: &[Vec<u64>], lanes: &[PelaksanaId], from: u64) -> u64 {
    let soonest =
        |lane: &PelaksanaId| free[lane.index()].iter().copied().min().map_or(from, |at| at.max(from));
    lanes.iter().map(soonest).max().unwrap_or(from)
}

/// Whoever of a lane is free first is so only then.
fn occupy(free: &mut [u64], until: u64) {
    if let Some(first) = free.iter_mut().min() {
        *first = until;
    }
}

fn count(ends: &mut Vec<EndCount>, sop: &Sop, end: AkhirId) {
    let nama = sop[end].nama.clone();
    match ends.iter_mut().find(|it| it.nama == nama) {
        Some(known) => known.cases += 1,
        None => ends.push(EndCount { nama, cases: 1 }),
    }
}
