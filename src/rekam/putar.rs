//! Token replay: a case is played on the procedure's net, and what does not fit is counted.
//!
//! The measure is that of Rozinat and van der Aalst (Conformance checking of processes based on monitoring real
//! behavior, 2008): half of what was there when it was needed, half of what was used up that was made. What happens by
//! itself (the start, a join) happens when something waits for it. Other tools give the same numbers on the net of
//! `sop build --target pnml`; `.ci/conformance` asks one.

use crate::analysis::sound::PetriNet;
use crate::sorting;

/// Tokens of a case, or of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hitungan {
    /// Put onto places.
    pub produced: u64,
    /// Taken from places.
    pub consumed: u64,
    /// Not there when they were needed.
    pub missing: u64,
    /// Left over at the end.
    pub remaining: u64,
}

impl Hitungan {
    /// Between 0 and 1; 1 is a case that the procedure allows.
    pub fn fitness(&self) -> f64 {
        let share = |part: u64, whole: u64| if whole == 0 { 1.0 } else { 1.0 - part as f64 / whole as f64 };
        0.5 * share(self.missing, self.consumed) + 0.5 * share(self.remaining, self.produced)
    }

    /// Together with another case.
    #[must_use]
    pub fn plus(self, other: Hitungan) -> Hitungan {
        Hitungan {
            produced: self.produced + other.produced,
            consumed: self.consumed + other.consumed,
            missing: self.missing + other.missing,
            remaining: self.remaining + other.remaining,
        }
    }
}

/// A case in motion on the net.
#[derive(Clone, Debug)]
pub struct Pemutar<'a> {
    net: &'a PetriNet,
    tokens: Vec<u64>,
    hitungan: Hitungan,
}

impl<'a> Pemutar<'a> {
    /// At the beginning.
    pub fn new(net: &'a PetriNet) -> Pemutar<'a> {
        let mut tokens = vec![0; net.places.len()];
        tokens[0] = 1;
        Pemutar { net, tokens, hitungan: Hitungan { produced: 1, ..Hitungan::default() } }
    }

    /// Whether the case has come to its end and nothing else is open.
    pub fn at_end(&self) -> bool {
        let last = self.tokens.len() - 1;
        self.tokens[last] > 0 && self.tokens[..last].iter().all(|tokens| *tokens == 0)
    }

    /// The names of what may happen now.
    pub fn open(&self) -> Vec<&'a str> {
        let mut now = self.clone();
        while let Some(silent) = now.silent(|_| true) {
            now.fire(silent);
        }
        let all = now.net.transitions.iter().enumerate();
        let open = all.filter(|(at, _)| now.enabled(*at)).filter_map(|(_, it)| it.name.as_deref());
        let mut names: Vec<&str> = open.collect();
        names.dedup();
        names
    }

    /// Plays something that happened; whether the procedure allowed it then. `None` for a name that the net lacks.
    pub fn play(&mut self, name: &str) -> Option<bool> {
        let mut named: Vec<usize> = (0..self.net.transitions.len())
            .filter(|at| self.net.transitions[*at].name.as_deref() == Some(name))
            .collect();
        // Alternatives carry one name: the one that may happen is meant.
        sorting::by_key(&mut named, |at| !self.enabled(*at));
        let first = *named.first()?;
        while !self.enabled(first) {
            let needed: Vec<usize> =
                self.net.transitions[first].from.iter().copied().filter(|at| self.tokens[*at] == 0).collect();
            let Some(silent) = self.silent(|to| to.iter().any(|place| needed.contains(place))) else { break };
            self.fire(silent);
        }
        let allowed = self.enabled(first);
        for at in 0..self.net.transitions[first].from.len() {
            let place = self.net.transitions[first].from[at];
            if self.tokens[place] == 0 {
                self.tokens[place] += 1;
                self.hitungan.missing += 1;
            }
        }
        self.fire(first);
        Some(allowed)
    }

    /// The end of the record.
    pub fn finish(mut self) -> Hitungan {
        let last = self.tokens.len() - 1;
        self.hitungan.consumed += 1;
        if self.tokens[last] == 0 {
            self.hitungan.missing += 1;
        } else {
            self.tokens[last] -= 1;
        }
        self.hitungan.remaining = self.tokens.iter().sum();
        self.hitungan
    }

    fn enabled(&self, at: usize) -> bool {
        self.net.transitions[at].from.iter().all(|place| self.tokens[*place] > 0)
    }

    fn silent(&self, wanted: impl Fn(&[usize]) -> bool) -> Option<usize> {
        (0..self.net.transitions.len()).find(|at| {
            let it = &self.net.transitions[*at];
            it.name.is_none() && self.enabled(*at) && wanted(&it.to)
        })
    }

    fn fire(&mut self, at: usize) {
        let it = &self.net.transitions[at];
        for place in &it.from {
            self.tokens[*place] -= 1;
        }
        for place in &it.to {
            self.tokens[*place] += 1;
        }
        self.hitungan.consumed += it.from.len() as u64;
        self.hitungan.produced += it.to.len() as u64;
    }
}
