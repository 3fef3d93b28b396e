//! Every situation that a procedure can get into, breadth first, so that the first of a kind is reached by a shortest
//! run.

use super::net::{Effect, Net};

/// Where a step leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum To {
    /// To this situation.
    Situation(u32),
    /// To an end, and nothing is left.
    End,
    /// To an end while something goes on elsewhere.
    EndTooSoon,
    /// To a place that is already under way; or to a join that has this arrival already.
    Twice(u32),
}

/// Whether a step can be taken, where the bound of its way is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    Yes,
    /// This one or the next step of the list.
    OrNext,
    /// This one or the step before.
    OrBefore,
    /// As long as the bound is not used up.
    Perhaps,
}

/// A step from a situation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub from: u32,
    pub to: To,
    pub number: u32,
    /// By what follows the bound.
    pub lalu: bool,
    pub sure: Sure,
}

/// How the situations are searched.
pub(super) struct Plan<'a> {
    pub net: &'a Net,
    /// The bounds that are counted; of the others both sides are tried.
    pub counted: &'a [u32],
    /// Take one turn of each situation only. No turn can be taken away by another, so this finds out whether the
    /// procedure is sound; it does not find the shortest runs.
    pub one_turn: bool,
    pub most: usize,
    /// So many steps are taken at most; a little more for the last situation.
    pub most_steps: usize,
}

/// The situations that were found, in order of the length of the shortest run to them.
#[derive(Default)]
pub(super) struct Situations {
    /// A situation is its bits, then a word for each counted bound.
    stride: usize,
    words: Vec<u64>,
    /// From which situation each was first reached, and by which of its steps.
    parent: Vec<(u32, u32)>,
    pub steps: Vec<Step>,
    /// By situation: where its steps begin; one more at the end.
    starts: Vec<u32>,
    table: Vec<u32>,
    /// How many were looked at: fewer than were found, when there are more than the plan allows.
    pub looked_at: usize,
}

impl Situations {
    pub fn find(plan: &Plan<'_>) -> Situations {
        let net = plan.net;
        let stride = net.words() + plan.counted.len();
        // A sound procedure has about as many as turns.
        let some = 2 * net.turns.len();
        let mut found = Situations {
            stride,
            words: Vec::with_capacity(some * stride),
            parent: Vec::with_capacity(some),
            steps: Vec::with_capacity(some),
            starts: Vec::with_capacity(some),
            table: vec![u32::MAX; 256],
            looked_at: 0,
        };
        let mut here = vec![0; stride];
        set(&mut here, net.bit(0));
        found.intern(&here, (u32::MAX, 0));
        let mut next = vec![0; stride];
        let mut at = 0;
        while at < found.len() {
            found.starts.push(found.steps.len() as u32);
            if found.len() > plan.most || found.steps.len() > plan.most_steps {
                return found;
            }
            here.copy_from_slice(found.situation(at));
            for turn in turns(net, &here) {
                for number in net.moves_of(turn) {
                    found.step(plan, at, (turn, number), &here, &mut next);
                }
                if plan.one_turn {
                    break;
                }
            }
            at += 1;
            found.looked_at = at;
        }
        found.starts.push(found.steps.len() as u32);
        found
    }

    /// Whether there are more situations than were looked at.
    pub fn cut(&self) -> bool {
        self.looked_at < self.len()
    }

    pub fn len(&self) -> usize {
        self.parent.len()
    }

    /// The steps from a situation that was looked at.
    pub fn steps_of(&self, at: usize) -> &[Step] {
        &self.steps[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    pub fn situation(&self, at: usize) -> &[u64] {
        &self.words[at * self.stride..(at + 1) * self.stride]
    }

    /// The moves that lead to a situation: number, and whether by what follows the bound.
    pub fn run_to(&self, mut at: usize) -> Vec<(u32, bool)> {
        let mut run = Vec::new();
        while let (parent, step) = self.parent[at]
            && parent != u32::MAX
        {
            let step = &self.steps[step as usize];
            run.push((step.number, step.lalu));
            at = parent as usize;
        }
        run.reverse();
        run
    }

    fn step(
        &mut self,
        plan: &Plan<'_>,
        at: usize,
        (turn, number): (usize, usize),
        here: &[u64],
        next: &mut [u64],
    ) {
        let net = plan.net;
        let mut push = |found: &mut Situations, lalu: bool, sure: Sure, count: Option<usize>| {
            next.copy_from_slice(here);
            clear(next, net.bit(turn as u32));
            if let Some(slot) = count {
                next[slot] += 1;
            }
            let to = match take(net, net.effects(number, lalu), next) {
                Ok(()) => {
                    let step = found.steps.len() as u32;
                    To::Situation(found.intern(next, (at as u32, step)))
                }
                Err(to) => to,
            };
            found.steps.push(Step { from: at as u32, to, number: number as u32, lalu, sure });
        };
        let Some(bound) = &net.moves[number].bound else { return push(self, false, Sure::Yes, None) };
        match plan.counted.iter().position(|counted| *counted == bound.index) {
            Some(slot) => {
                let slot = net.words() + slot;
                if here[slot] < u64::from(net.bounds[bound.index as usize]) {
                    push(self, false, Sure::Yes, Some(slot));
                } else if bound.lalu.is_some() {
                    push(self, true, Sure::Yes, None);
                }
            }
            None if bound.lalu.is_some() => {
                push(self, false, Sure::OrNext, None);
                push(self, true, Sure::OrBefore, None);
            }
            None => push(self, false, Sure::Perhaps, None),
        }
    }

    /// The number of a situation, new or known.
    fn intern(&mut self, situation: &[u64], parent: (u32, u32)) -> u32 {
        if self.len() * 2 >= self.table.len() {
            self.table = vec![u32::MAX; self.table.len() * 4];
            for at in 0..self.len() {
                let slot = self.slot(self.situation(at)).unwrap_or_else(|free| free);
                self.table[slot] = at as u32;
            }
        }
        match self.slot(situation) {
            Ok(slot) => self.table[slot],
            Err(free) => {
                let fresh = self.len() as u32;
                self.table[free] = fresh;
                self.words.extend_from_slice(situation);
                self.parent.push(parent);
                fresh
            }
        }
    }

    /// Where it stands in the table, or where it would.
    fn slot(&self, situation: &[u64]) -> Result<usize, usize> {
        let mut hash = 0u64;
        for word in situation {
            hash = (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
        let mut slot = (hash >> 32) as usize & (self.table.len() - 1);
        loop {
            match self.table[slot] {
                u32::MAX => return Err(slot),
                known if self.situation(known as usize) == situation => return Ok(slot),
                _ => slot = (slot + 1) & (self.table.len() - 1),
            }
        }
    }
}

/// Applies what a move brings about; its own turn is gone already.
fn take(net: &Net, effects: &[Effect], situation: &mut [u64]) -> Result<(), To> {
    for effect in effects {
        let turn = match *effect {
            Effect::End(_) if situation[..net.words()].iter().all(|word| *word == 0) => return Err(To::End),
            Effect::End(_) => return Err(To::EndTooSoon),
            Effect::Start(turn) => turn,
            Effect::Arrive(bit, join, turn) => {
                let join = &net.joins[join];
                if is_set(situation, bit) {
                    return Err(To::Twice(join.place));
                }
                set(situation, bit);
                if !join.bits.clone().all(|bit| is_set(situation, bit)) {
                    continue;
                }
                join.bits.clone().for_each(|bit| clear(situation, bit));
                turn
            }
        };
        if net.same_place(turn).any(|turn| is_set(situation, net.bit(turn))) {
            return Err(To::Twice(net.turns[turn as usize].place));
        }
        set(situation, net.bit(turn));
    }
    Ok(())
}

/// The turns that wait, in order.
pub(super) fn turns<'a>(net: &'a Net, situation: &'a [u64]) -> impl Iterator<Item = usize> + 'a {
    let words = situation[..net.words()].iter().enumerate();
    let bits = words.flat_map(|(at, word)| {
        let mut rest = *word;
        std::iter::from_fn(move || {
            let bit = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(at * 64 + bit)
        })
    });
    bits.filter_map(|bit| bit.checked_sub(net.arrivals))
}

pub(super) fn is_set(situation: &[u64], bit: usize) -> bool {
    situation[bit / 64] & (1 << (bit % 64)) != 0
}

fn set(situation: &mut [u64], bit: usize) {
    situation[bit / 64] |= 1 << (bit % 64);
}

fn clear(situation: &mut [u64], bit: usize) {
    situation[bit / 64] &= !(1 << (bit % 64));
}
