//! Whether a procedure can always be carried through, and where it cannot, the shortest run that shows it.
//!
//! # What a run is
//!
//! The same as in the generated Rust (`Case`). At the start the first row's turn waits. A **step** takes one waiting
//! turn, by any one of its symbols, with one outcome; or passes an optional row over, as if its last place had been
//! done with its first outcome. The turn is gone; every target of the way that is taken gets its turn, all of them
//! where several start at once. A target that waits for the place that was just done notes the arrival, and gets its
//! turn when all that it waits for have arrived; the arrivals are then forgotten. A target that does not wait for that
//! place gets its turn at once. A way with `paling banyak K kali` may be taken K times in the whole run; from then on
//! what follows `lalu` takes its place, and without `lalu` the outcome may not be taken.
//!
//! # What is sound
//!
//! A **situation** is what waits, what has arrived, and how often each bounded way was taken. Four things can be wrong:
//!
//! - [`Twice`]: a place gets its turn while it already waits for somebody, or arrives a second time at a row that still
//!   waits for others;
//! - [`TooSoon`]: a step reaches an end while another turn waits, or an arrival is kept;
//! - [`Stuck`]: something is left, and no step is possible;
//! - [`Endless`]: a situation from which steps are always possible, and none ever leads to an end or to one of the
//!   faults above.
//!
//! A run stops at the first two, as at an end. Without these four every run can be brought to an end, with nothing left.
//! A place that no run ever reaches although arrows lead to it is listed, too; only a bound that cannot be used up
//! brings that about.
//!
//! # How it is decided
//!
//! Where nothing starts several turns at once, nothing waits for several, and from everywhere ways without a bound lead
//! to an end, none of the four can be: nearly every procedure. Else the situations are searched.
//!
//! No step takes another turn away, so it is enough to look at one waiting turn of every situation: that finds a
//! procedure sound in about as many situations as it has places (partial order reduction; that a place is never started
//! twice follows, since the choices are free). Bounds are not counted for that: where the verdict must hold either way,
//! both sides of the bound have to come to an end. Only what is not sound so far is searched in full, breadth first.
//! A run found there is held against the bounds that it uses; when they do not allow it, that bound is counted from then
//! on, and the search begins anew. So a bound costs situations only where it matters, and what is found is exact. Where
//! half of what the search may take is used up so, one last search counts all bounds.

mod judge;
mod net;
mod petri;
mod situations;

pub use net::Hasil;
pub use petri::{Counted, PetriNet, Transition, label};

use super::flow::{Edge, Flow, Target};
use super::reach::Reach;
use crate::model::{KegiatanId, SimpulId, Sop};
use crate::source::Span;
use judge::{Certainty, Judge, comes_to_an_end, count};
use net::Net;
use situations::{Plan, Situations, To, turns};

/// More situations than this are not looked at, and that is reported; fewer where each takes much room.
const MOST_SITUATIONS: usize = 100_000;
/// What all situations may take, in words of eight bytes.
const MOST_WORDS: usize = 4_000_000;
/// More steps than this are not taken, and that is reported, too; fewer where each takes long.
const MOST_STEPS: usize = 2_000_000;
/// What all steps may copy, in words, however often the search begins anew.
const MOST_COPIED: usize = 50_000_000;

/// A step of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Langkah {
    /// Who acts.
    pub simpul: SimpulId,
    /// With what outcome.
    pub hasil: Hasil,
    /// The line that leads on.
    pub span: Span,
}

/// A place that is started while it is under way.
#[derive(Clone, Debug)]
pub struct Twice {
    /// The place, or the entry of the row that waits.
    pub place: SimpulId,
    /// The shortest run; its last step starts the place a second time.
    pub run: Vec<Langkah>,
}

/// An end that comes while something goes on elsewhere.
#[derive(Clone, Debug)]
pub struct TooSoon {
    /// What waits for somebody.
    pub left: Vec<SimpulId>,
    /// Rows that keep an arrival and wait for others.
    pub joins: Vec<Waiting>,
    /// The shortest run; its last step ends the procedure.
    pub run: Vec<Langkah>,
}

/// Something is left, and no step is possible.
#[derive(Clone, Debug)]
pub struct Stuck {
    /// Rows that wait for what does not come any more.
    pub joins: Vec<Waiting>,
    /// Places whose bounds are all used up.
    pub used_up: Vec<SimpulId>,
    /// The shortest run.
    pub run: Vec<Langkah>,
}

/// A row that waits, and for which rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The row.
    pub row: KegiatanId,
    /// What it still waits for.
    pub missing: Vec<KegiatanId>,
}

/// Steps are always possible, and none leads to an end.
#[derive(Clone, Debug)]
pub struct Endless {
    /// The places that are done over and over in the end, in order.
    pub places: Vec<SimpulId>,
    /// The shortest run to the first situation from which there is no way out.
    pub run: Vec<Langkah>,
}

/// The verdict. Sound when everything in it is empty.
#[derive(Clone, Debug, Default)]
pub struct Soundness {
    /// See [`Twice`].
    pub twice: Option<Twice>,
    /// See [`TooSoon`].
    pub too_soon: Option<TooSoon>,
    /// See [`Stuck`].
    pub stuck: Option<Stuck>,
    /// See [`Endless`].
    pub endless: Option<Endless>,
    /// Places that arrows lead to and no run reaches. Not looked for while there is one of the faults above.
    pub never: Vec<SimpulId>,
    /// The search ended after so many situations: what it would have found further on is not known.
    pub undecided: Option<usize>,
}

impl Soundness {
    /// Decides. Where there is no row, there is nothing to find.
    pub fn of(sop: &Sop, flow: &Flow, reach: &Reach) -> Soundness {
        if sop.simpul.is_empty() {
            return Soundness::default();
        }
        let doubted = doubted(sop, flow, reach);
        if doubted.is_empty() && goes_through(sop, flow, reach) {
            return Soundness::default();
        }
        let net = Net::of(sop);
        if is_sound(&net) {
            return never(doubted, &net);
        }
        let mut counted = Vec::new();
        let mut room = Room::of(&net);
        let whole = room.steps;
        let mut looked_at = 0;
        loop {
            let plan = room.plan(&net, &counted, false);
            let found = room.find(&plan);
            looked_at = looked_at.max(most(&plan, &found));
            match (Judge { sop, net: &net, counted: &counted, found: &found }).judge() {
                Ok(verdict) if verdict.has_fault() => return verdict,
                Ok(verdict) if found.cut() => return Soundness { undecided: Some(looked_at), ..verdict },
                Ok(_) => return never(doubted, &net),
                Err(bound) => counted.push(bound),
            }
            if room.steps < whole / 2 {
                // Bound by bound would not come to an end: one more search counts them all, and is the last.
                room = Room::of(&net);
                let others: Vec<u32> =
                    (0..net.bounds.len() as u32).filter(|bound| !counted.contains(bound)).collect();
                counted.extend(others);
            }
        }
    }

    fn has_fault(&self) -> bool {
        self.twice.is_some() || self.too_soon.is_some() || self.stuck.is_some() || self.endless.is_some()
    }
}

/// What is left for the search.
struct Room {
    steps: usize,
}

impl Room {
    fn of(net: &Net) -> Room {
        Room { steps: MOST_STEPS.min(MOST_COPIED / net.words()) }
    }

    fn plan<'a>(&self, net: &'a Net, counted: &'a [u32], one_turn: bool) -> Plan<'a> {
        let most = MOST_SITUATIONS.min(MOST_WORDS / net.words());
        Plan { net, counted, one_turn, most, most_steps: self.steps }
    }

    fn find(&mut self, plan: &Plan<'_>) -> Situations {
        let found = Situations::find(plan);
        self.steps = self.steps.saturating_sub(found.steps.len());
        found
    }
}

/// There are more situations than this.
fn most(plan: &Plan<'_>, found: &Situations) -> usize {
    plan.most.min(found.len() - 1)
}

fn is_sound(net: &Net) -> bool {
    let found = Situations::find(&Room::of(net).plan(net, &[], true));
    let fault = |to: To| matches!(to, To::EndTooSoon | To::Twice(_));
    !found.cut()
        && !found.steps.iter().any(|step| fault(step.to))
        && (0..found.len()).all(|at| !found.steps_of(at).is_empty())
        && comes_to_an_end(&found, Certainty::Surely).into_iter().all(|ends| ends)
}

/// Whether one turn at a time goes through the procedure, and from everywhere to an end by ways without a bound. Then it
/// is sound, and no situation has to be looked at.
fn goes_through(sop: &Sop, flow: &Flow, reach: &Reach) -> bool {
    sop.simpul.iter().all(|simpul| simpul.menunggu.is_empty())
        && flow.edges.iter().all(|edge| !edge.bersamaan)
        && reach.always_to_end(sop, flow)
}

/// Places that only what follows a bound leads to: reached only where the bound can be used up.
fn doubted(sop: &Sop, flow: &Flow, reach: &Reach) -> Vec<SimpulId> {
    let leads_on = |edge: &Edge| edge.lalu && matches!(edge.to, Target::Simpul(_));
    if !flow.edges.iter().any(leads_on) {
        return Vec::new();
    }
    let plain = Reach::without_lalu(sop, flow);
    let places = (0..sop.simpul.len()).map(SimpulId::from_index);
    places.filter(|id| reach.from_start[id.index()] && !plain[id.index()]).collect()
}

/// Of the places that are doubted those that no run reaches.
fn never(mut doubted: Vec<SimpulId>, net: &Net) -> Soundness {
    let mut verdict = Soundness::default();
    let mut counted = Vec::new();
    let mut room = Room::of(net);
    'search: while !doubted.is_empty() {
        let plan = room.plan(net, &counted, true);
        let found = room.find(&plan);
        if found.cut() {
            verdict.undecided = Some(most(&plan, &found));
            break;
        }
        while let Some(id) = doubted.last() {
            let here = |at: &usize| {
                turns(net, found.situation(*at)).any(|turn| net.turns[turn].simpul.contains(&id.0))
            };
            match (0..found.len()).find(here) {
                None => verdict.never.push(*id),
                Some(at) => {
                    if let Err(bound) = count(net, &found.run_to(at)) {
                        counted.push(bound);
                        continue 'search;
                    }
                }
            }
            doubted.pop();
        }
    }
    verdict.never.sort_unstable();
    verdict
}
