//! The verdict, read off the situations.

use super::net::Net;
use super::situations::{Situations, Sure, To, is_set, turns};
use super::{Endless, Langkah, Soundness, Stuck, TooSoon, Twice, Waiting};
use crate::analysis::entering::Entering;
use crate::model::{SimpulId, Sop};

/// How sure something is while not every bound is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Whatever the bounds that are not counted allow.
    Surely,
    /// If they allow it.
    Perhaps,
}

/// From which situations a run comes to an end, or to where it stops.
pub(super) fn comes_to_an_end(found: &Situations, certainty: Certainty) -> Vec<bool> {
    let strictly = certainty == Certainty::Surely;
    let target = |to: To| match to {
        To::Situation(at) => Some(at as usize),
        To::End | To::EndTooSoon | To::Twice(_) => None,
    };
    let entering = Entering::of(found.len(), found.steps.iter().map(|step| target(step.to)));
    let mut ends = vec![false; found.len()];
    let mut good = vec![false; if strictly { found.steps.len() } else { 0 }];
    let mut open: Vec<usize> = Vec::new();
    let mut mark = |index: usize, ends: &mut Vec<bool>, open: &mut Vec<usize>| {
        let step = &found.steps[index];
        if strictly {
            good[index] = true;
            let both = match step.sure {
                Sure::Yes => true,
                Sure::OrNext => good[index + 1],
                Sure::OrBefore => good[index - 1],
                Sure::Perhaps => false,
            };
            if !both {
                return;
            }
        }
        if !std::mem::replace(&mut ends[step.from as usize], true) {
            open.push(step.from as usize);
        }
    };
    for (index, step) in found.steps.iter().enumerate() {
        if target(step.to).is_none() {
            mark(index, &mut ends, &mut open);
        }
    }
    for (at, ends) in ends.iter_mut().enumerate().take(found.looked_at) {
        let steps = found.steps_of(at);
        let stuck = steps.iter().all(|step| step.sure == Sure::Perhaps && !strictly);
        if stuck && !std::mem::replace(ends, true) {
            open.push(at);
        }
    }
    while let Some(at) = open.pop() {
        for index in entering.to(at) {
            mark(*index as usize, &mut ends, &mut open);
        }
    }
    ends
}

/// How often a run takes each bounded way; the bound that does not allow it, where there is one.
pub(super) fn count(net: &Net, run: &[(u32, bool)]) -> Result<Vec<u32>, u32> {
    let mut taken = vec![0; net.bounds.len()];
    for (number, lalu) in run {
        let Some(bound) = &net.moves[*number as usize].bound else { continue };
        let (taken, most) = (&mut taken[bound.index as usize], net.bounds[bound.index as usize]);
        if *lalu != (*taken >= most) {
            return Err(bound.index);
        }
        *taken += u32::from(!lalu);
    }
    Ok(taken)
}

/// Reads the verdict off the situations. An `Err` is a bound that must be counted first.
pub(super) struct Judge<'a> {
    pub sop: &'a Sop,
    pub net: &'a Net,
    /// The bounds that were counted.
    pub counted: &'a [u32],
    pub found: &'a Situations,
}

impl Judge<'_> {
    pub fn judge(&self) -> Result<Soundness, u32> {
        let mut verdict = Soundness {
            twice: self.twice()?,
            too_soon: self.too_soon()?,
            stuck: self.stuck()?,
            ..Soundness::default()
        };
        if !self.found.cut() {
            verdict.endless = self.endless()?;
        }
        Ok(verdict)
    }

    fn twice(&self) -> Result<Option<Twice>, u32> {
        let twice = self.found.steps.iter().find_map(|step| match step.to {
            To::Twice(place) => Some((step, place)),
            _ => None,
        });
        let Some((step, place)) = twice else { return Ok(None) };
        let mut run = self.found.run_to(step.from as usize);
        run.push((step.number, step.lalu));
        count(self.net, &run)?;
        Ok(Some(Twice { place: self.symbol(place), run: self.told(&run) }))
    }

    fn too_soon(&self) -> Result<Option<TooSoon>, u32> {
        let Some(step) = self.found.steps.iter().find(|step| step.to == To::EndTooSoon) else {
            return Ok(None);
        };
        let from = step.from as usize;
        let mut run = self.found.run_to(from);
        run.push((step.number, step.lalu));
        count(self.net, &run)?;
        let own = self.net.moves[step.number as usize].simpul.0;
        let here = self.found.situation(from);
        let left = turns(self.net, here).filter(|turn| !self.net.turns[*turn].simpul.contains(&own));
        Ok(Some(TooSoon {
            left: left.map(|turn| SimpulId(self.net.turns[turn].simpul.start)).collect(),
            joins: self.waiting(here),
            run: self.told(&run),
        }))
    }

    fn stuck(&self) -> Result<Option<Stuck>, u32> {
        let perhaps = |at: &usize| self.found.steps_of(*at).iter().all(|step| step.sure == Sure::Perhaps);
        let Some(at) = (0..self.found.looked_at).find(perhaps) else { return Ok(None) };
        let run = self.found.run_to(at);
        let taken = count(self.net, &run)?;
        for step in self.found.steps_of(at) {
            let bound = self.net.moves[step.number as usize].bound.as_ref();
            let open =
                bound.filter(|bound| taken[bound.index as usize] < self.net.bounds[bound.index as usize]);
            if let Some(bound) = open {
                return Err(bound.index);
            }
        }
        let here = self.found.situation(at);
        Ok(Some(Stuck {
            joins: self.waiting(here),
            used_up: turns(self.net, here).map(|turn| SimpulId(self.net.turns[turn].simpul.start)).collect(),
            run: self.told(&run),
        }))
    }

    fn endless(&self) -> Result<Option<Endless>, u32> {
        let surely = comes_to_an_end(self.found, Certainty::Surely);
        let Some(first) = surely.iter().position(|ends| !ends) else { return Ok(None) };
        let ahead = self.ahead(first);
        if comes_to_an_end(self.found, Certainty::Perhaps)[first] {
            let steps = ahead.iter().flat_map(|at| self.found.steps_of(*at));
            let bounds = steps.filter_map(|step| self.net.moves[step.number as usize].bound.as_ref());
            let open = bounds.map(|bound| bound.index).find(|index| !self.counted.contains(index));
            return Err(open.expect("bug: two verdicts, and no bound that they could depend on"));
        }
        let run = self.found.run_to(first);
        count(self.net, &run)?;
        let mut places: Vec<SimpulId> = self
            .innermost(&ahead)
            .iter()
            .flat_map(|at| turns(self.net, self.found.situation(*at)))
            .map(|turn| SimpulId(self.net.turns[turn].simpul.start))
            .collect();
        places.sort_unstable();
        places.dedup();
        Ok(Some(Endless { places, run: self.told(&run) }))
    }

    /// Of situations without a way out those that lead to each other and nowhere else: where the work goes round in the
    /// end. The walk against the steps that is finished last began in such a loop.
    fn innermost(&self, ahead: &[usize]) -> Vec<usize> {
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); self.found.len()];
        for at in ahead {
            for step in self.found.steps_of(*at) {
                if let To::Situation(to) = step.to {
                    before[to as usize].push(*at);
                }
            }
        }
        let mut seen = vec![false; self.found.len()];
        let mut last = ahead[0];
        for at in ahead {
            if std::mem::replace(&mut seen[*at], true) {
                continue;
            }
            last = *at;
            let mut open = vec![*at];
            while let Some(at) = open.pop() {
                open.extend(before[at].iter().filter(|from| !std::mem::replace(&mut seen[**from], true)));
            }
        }
        self.ahead(last)
    }

    /// The situations that can follow, this one included.
    fn ahead(&self, from: usize) -> Vec<usize> {
        let mut seen = vec![false; self.found.len()];
        seen[from] = true;
        let mut list = vec![from];
        let mut at = 0;
        while at < list.len() {
            for step in self.found.steps_of(list[at]) {
                if let To::Situation(to) = step.to
                    && !std::mem::replace(&mut seen[to as usize], true)
                {
                    list.push(to as usize);
                }
            }
            at += 1;
        }
        list
    }

    /// The rows that have an arrival and wait for others.
    fn waiting(&self, situation: &[u64]) -> Vec<Waiting> {
        let partly = self.net.joins.iter().filter(|join| join.bits.clone().any(|bit| is_set(situation, bit)));
        partly
            .map(|join| {
                let missing =
                    join.bits.clone().zip(&join.awaited).filter(|(bit, _)| !is_set(situation, *bit));
                Waiting {
                    row: self.sop[self.symbol(join.place)].kegiatan,
                    missing: missing.map(|(_, place)| self.sop[self.symbol(*place)].kegiatan).collect(),
                }
            })
            .collect()
    }

    fn symbol(&self, place: u32) -> SimpulId {
        SimpulId(self.net.turns[place as usize].simpul.start)
    }

    fn told(&self, run: &[(u32, bool)]) -> Vec<Langkah> {
        let told = run.iter().map(|(number, _)| &self.net.moves[*number as usize]);
        told.map(|step| Langkah { simpul: step.simpul, hasil: step.hasil, span: step.span }).collect()
    }
}
