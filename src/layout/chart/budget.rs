//! How much work the choice of routes may cost: counts, never times, so that every machine draws the same.

use super::candidates::{NARROW, price};

/// A document of more rows is searched less thoroughly.
const LONG: usize = 200;

/// How much work a document may cost. A step is a price looked at in the search among a set of arrows.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    pub thorough: Effort,
    steps: usize,
    pub spent: usize,
    /// A page this much above the sum of the cheapest routes is begun a second time.
    pub second_start: i64,
    /// Partial choices kept at that start.
    pub beam: usize,
    /// A page this much above gets more candidates.
    pub widen: i64,
    /// An arrow that could have gone cheaper by more than this is in pain.
    pub pain: i64,
    pub long: bool,
    /// A page that could not be drawn at all is worth as much again.
    pub last_resort: bool,
}

/// How hard a set of arrows is searched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// Neighbours chosen together with an arrow.
    pub arrows: usize,
    /// Steps per set.
    pub steps: usize,
}

pub(super) const QUICK: Effort = Effort { arrows: 4, steps: 8_000 };
const LAST_RESORT: Effort = Effort { arrows: 8, steps: 50_000 };
const EXHAUSTED: Effort = Effort { arrows: 3, steps: 1_000 };

impl Budget {
    /// Of a document with so many rows.
    pub fn of(rows: usize) -> Budget {
        let long = rows > LONG;
        Budget {
            thorough: if long { QUICK } else { Effort { arrows: 7, steps: 40_000 } },
            steps: if long { 1_500_000 } else { 20_000_000 },
            spent: 0,
            second_start: if long { price::CROSSING.into() } else { 25_000 },
            beam: if long { 12 } else { 48 },
            widen: if long { price::CROSSING.into() } else { NARROW.window.into() },
            pain: if long { 5_000 } else { 1_500 },
            long,
            last_resort: false,
        }
    }

    pub fn exhausted(&self) -> bool {
        self.spent > self.steps * (1 + usize::from(self.last_resort))
    }

    pub fn at_most(&self, effort: Effort) -> Effort {
        match effort {
            _ if self.exhausted() => EXHAUSTED,
            _ if self.last_resort => LAST_RESORT,
            effort => effort,
        }
    }
}
