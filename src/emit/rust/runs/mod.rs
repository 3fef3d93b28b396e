//! The runs that the generated tests drive: together they take every transition, use up every bound and follow prime
//! paths. Here the model is stepped, not the tables of the generated file, so that the tests have something to say.
//!
//! Budgets are counts: for a procedure of a thousand rows some transitions may be left out, and the file says which.

mod case;
mod paths;

use crate::model::{Sasaran, SimpulId, Sop};
use crate::sorting;
use case::{Case, Kind, Move, Transition, Ways, transitions};
use paths::prime_paths;
use std::collections::{BTreeSet, VecDeque};
use std::fmt::Write as _;

/// Steps of all runs together.
const MOST_STEPS: usize = 12_000;
/// Prime paths that are driven.
const MOST_PATHS: usize = 48;
/// Moves that are weighed, and arrows that are followed to what is looked for.
const MOST_LOOKED_AT: usize = 20_000_000;
/// Places that wait, written down behind the steps: where thousands wait at once, each step names them all.
const MOST_WAITING: usize = 1_000_000;

/// The runs, and what they leave out.
#[derive(Default)]
pub(super) struct Runs {
    /// A run a line; a step is `place:outcome>places that wait then`, its outcome counted from 1, `?` for passing over.
    pub(super) lines: Vec<String>,
    /// Transitions that no run takes.
    pub(super) left_out: Vec<String>,
    /// Prime paths followed, of so many found.
    pub(super) paths: (usize, usize),
}

/// Makes the runs of a procedure.
pub(super) fn runs(sop: &Sop) -> Runs {
    let ways = Ways::of(sop);
    let next: Vec<BTreeSet<SimpulId>> =
        (0..sop.simpul.len()).map(|at| ways.successors(SimpulId::from_index(at))).collect();
    let mut driver = Driver {
        ways: &ways,
        before: paths::before(&next),
        next,
        left: transitions(&ways),
        steps: 0,
        looked_at: 0,
        waiting: 0,
        out: Runs::default(),
        far: Vec::new(),
    };
    driver.cover();
    driver.follow_paths();
    let name = |(id, kind): &Transition| {
        let key = sop.kunci(*id);
        match kind {
            Kind::Taken(at) => format!("{key}:{}", at + 1),
            Kind::Then(at) => format!("{key}:{}+", at + 1),
            Kind::Refused(at) => format!("{key}:{}!", at + 1),
            Kind::Passed => format!("{key}:?"),
        }
    };
    driver.out.left_out = driver.left.iter().map(name).collect();
    driver.out
}

/// Steps cases through what was not seen yet.
struct Driver<'a, 'w> {
    ways: &'w Ways<'a>,
    /// By symbol: those that its arrows lead to.
    next: Vec<BTreeSet<SimpulId>>,
    /// By symbol: those with an arrow to it.
    before: Vec<Vec<SimpulId>>,
    left: BTreeSet<Transition>,
    steps: usize,
    looked_at: usize,
    waiting: usize,
    out: Runs,
    /// By symbol: how many arrows to what is looked for; empty where something was seen since that was measured.
    far: Vec<usize>,
}

impl<'a, 'w> Driver<'a, 'w> {
    fn may_go_on(&self) -> bool {
        self.looked_at < MOST_LOOKED_AT && self.waiting < MOST_WAITING
    }

    fn may_begin(&self) -> bool {
        self.steps < MOST_STEPS && self.may_go_on()
    }

    /// Runs until nothing new comes.
    fn cover(&mut self) {
        loop {
            let before = self.left.len();
            let line = self.run_for_more();
            if self.left.len() == before {
                return;
            }
            self.out.lines.push(line);
        }
    }

    /// One run, always towards the nearest thing that was not seen yet.
    fn run_for_more(&mut self) -> String {
        let (mut case, mut line) = (Case::open(self.ways), String::new());
        let mut kept = 0;
        let mut idle = 0;
        self.far.clear();
        while idle < 2 * self.before.len() + 20 && self.may_begin() {
            let refused = self.see_refused(&case);
            let moves = self.moves(&case);
            let fresh = moves.iter().find(|(_, transition)| self.left.contains(transition));
            let best = fresh.or_else(|| moves.iter().find(|it| self.uses_up(it.1)));
            let Some((it, transition)) = best.copied().or_else(|| self.nearest(&case, &moves)) else { break };
            if self.take(&mut case, it, &mut line).is_none() {
                break;
            }
            idle += 1;
            if self.left.remove(&transition) || refused {
                (idle, kept) = (0, line.len());
                self.far.clear();
            }
        }
        // What waits at the end may be refused too.
        if self.see_refused(&case) {
            kept = line.len();
        }
        line.truncate(kept);
        line
    }

    fn moves(&mut self, case: &Case<'a, 'w>) -> Vec<(Move, Transition)> {
        let waiting = case.waiting.iter().flatten();
        self.looked_at += waiting.map(|id| self.ways.arrows(*id).len()).sum::<usize>();
        case.moves()
    }

    /// Takes a step; `None` where there has been too much to look at.
    fn take(&mut self, case: &mut Case<'a, 'w>, it: Move, line: &mut String) -> Option<()> {
        if !self.may_go_on() {
            return None;
        }
        self.steps += 1;
        let key = self.ways.sop.kunci(it.0);
        let outcome = it.1.map_or("?".to_owned(), |at| (at + 1).to_string());
        case.step(it);
        self.waiting += case.waiting.iter().map(Vec::len).sum::<usize>();
        let space = if line.is_empty() { "" } else { " " };
        let _ = write!(line, "{space}{key}:{outcome}>{}", case.keys());
        Some(())
    }

    /// Whether something is refused now that was not seen before.
    fn see_refused(&mut self, case: &Case<'a, 'w>) -> bool {
        case.refused().filter(|it| self.left.remove(it)).count() > 0
    }

    /// Using up a bound leads to what comes after.
    fn uses_up(&self, (id, kind): Transition) -> bool {
        let Kind::Taken(at) = kind else { return false };
        [Kind::Then(at), Kind::Refused(at)].iter().any(|after| self.left.contains(&(id, *after)))
    }

    /// The move that leads to what was not seen yet by the fewest arrows.
    fn nearest(&mut self, case: &Case<'a, 'w>, moves: &[(Move, Transition)]) -> Option<(Move, Transition)> {
        if self.far.is_empty() {
            self.looked_at += self.left.len();
            let goals: BTreeSet<SimpulId> = self.left.iter().map(|(id, _)| *id).collect();
            self.measure(&goals);
        }
        let far = moves.iter().filter_map(|it| Some((self.way(case, it.0)?, *it)));
        far.min_by_key(|(far, _)| *far).map(|(_, it)| it)
    }

    /// Arrows from where a move leads to what is looked for.
    fn way(&self, case: &Case<'a, 'w>, it: Move) -> Option<usize> {
        let near = |target: &Sasaran| match target {
            Sasaran::Simpul(ids) => ids.iter().map(|id| self.far[id.index()]).min(),
            Sasaran::Akhir(_) => None,
        };
        case.targets(it).into_iter().filter_map(near).min().filter(|far| *far < usize::MAX)
    }

    /// How far every symbol is from the goals, along the arrows.
    fn measure(&mut self, goals: &BTreeSet<SimpulId>) {
        self.looked_at += self.before.len();
        self.far = vec![usize::MAX; self.before.len()];
        let mut queue: VecDeque<SimpulId> = goals.iter().copied().collect();
        goals.iter().for_each(|id| self.far[id.index()] = 0);
        while let Some(id) = queue.pop_front() {
            self.looked_at += self.before[id.index()].len();
            for &from in &self.before[id.index()] {
                if self.far[from.index()] == usize::MAX {
                    self.far[from.index()] = self.far[id.index()] + 1;
                    queue.push_back(from);
                }
            }
        }
    }

    /// Follows prime paths: the longest first, each whole where bounds and joins allow it.
    fn follow_paths(&mut self) {
        let mut paths = prime_paths(&self.next, &self.before);
        self.out.paths.1 = paths.len();
        sorting::by_key(&mut paths, |path| std::cmp::Reverse(path.len()));
        for path in paths.into_iter().take(MOST_PATHS) {
            if !self.may_begin() {
                return;
            }
            if let Some(line) = self.follow(&path) {
                self.out.paths.0 += 1;
                if !self.out.lines.contains(&line) {
                    self.out.lines.push(line);
                }
            }
        }
    }

    fn follow(&mut self, path: &[SimpulId]) -> Option<String> {
        let (mut case, mut line) = (Case::open(self.ways), String::new());
        let mut done = vec![false; self.before.len()];
        for (at, &id) in path.iter().enumerate() {
            self.lead_to(&mut case, id, &done, &mut line)?;
            done[id.index()] = true;
            if let Some(&next) = path.get(at + 1) {
                let moves = self.moves(&case);
                let leads = |it: &&(Move, Transition)| {
                    it.0.0 == id
                        && case
                            .targets(it.0)
                            .iter()
                            .any(|target| matches!(target, Sasaran::Simpul(ids) if ids.contains(&next)))
                };
                let it = moves.iter().find(leads)?.0;
                self.take(&mut case, it, &mut line)?;
            }
        }
        Some(line)
    }

    /// Does other things until a symbol waits, away from the path where it can be.
    fn lead_to(
        &mut self,
        case: &mut Case<'a, 'w>,
        goal: SimpulId,
        done: &[bool],
        line: &mut String,
    ) -> Option<()> {
        if case.waits(goal) {
            return Some(());
        }
        self.measure(&BTreeSet::from([goal]));
        for _ in 0..2 * self.before.len() + 20 {
            let moves = self.moves(case);
            let ways =
                moves.iter().filter_map(|(it, _)| Some(((done[it.0.index()], self.way(case, *it)?), *it)));
            let (_, it) = ways.min_by_key(|(way, _)| *way)?;
            self.take(case, it, line)?;
            if case.waits(goal) {
                return Some(());
            }
        }
        None
    }
}
