//! The best choice for a few arrows while all others stay: branch and bound with forward checking.

use super::prospects::{PriceRow, Prospects};

/// The most arrows that are chosen together.
pub(super) const MOST_TOGETHER: usize = 10;

/// The routes that an arrow may still take: a stretch of the pool, cheapest first.
#[derive(Clone, Copy, Default)]
struct Domain {
    arrow: usize,
    from: usize,
    to: usize,
}

/// Searches; keeps its memory from set to set.
#[derive(Default)]
pub(super) struct Exact {
    pool: Vec<(u32, i64)>,
    rows: Vec<PriceRow>,
    taken: Vec<(usize, u32)>,
    best: i64,
    found: Vec<(usize, u32)>,
    steps: usize,
    most_steps: usize,
}

impl Exact {
    /// Chooses for the arrows of `set` anew; `choice` holds a route for every arrow. `true` when a choice cheaper
    /// than `at_most` was found and taken over.
    pub fn improve(
        &mut self,
        table: &mut Prospects,
        choice: &mut [u32],
        set: &[usize],
        at_most: i64,
        steps: usize,
    ) -> bool {
        self.pool.clear();
        self.taken.clear();
        self.found.clear();
        self.best = at_most;
        self.steps = 0;
        self.most_steps = steps;
        let mut domains = [Domain::default(); MOST_TOGETHER];
        let domains = &mut domains[..set.len()];
        // The least that the set can cost, as far as it is known: a route that costs its arrow more than the rest
        // leaves over is of no use.
        let mut least: i64 = set.iter().map(|arrow| table.least(*arrow)).sum();
        for (domain, arrow) in domains.iter_mut().zip(set) {
            let from = self.pool.len();
            least -= table.least(*arrow);
            let slack = at_most - least;
            table.rows_of(*arrow, choice, |other| !set.contains(&other), &mut self.rows);
            for route in table.of(*arrow) {
                if table.own(route) >= slack {
                    break;
                }
                self.steps += 1;
                if let Some(price) = table.within(route, &self.rows, slack) {
                    self.pool.push((route, price));
                }
            }
            *domain = Domain { arrow: *arrow, from, to: self.pool.len() };
            if domain.from == domain.to {
                return false;
            }
            self.sort(from);
            least += self.pool[from].1;
        }
        for domain in domains.iter_mut() {
            let pool = &self.pool[domain.from..domain.to];
            let slack = at_most - least + pool[0].1;
            domain.to = domain.from + pool.partition_point(|(_, price)| *price < slack);
            if domain.from == domain.to {
                return false;
            }
        }
        self.branch(table, domains, 0, least);
        for (arrow, route) in &self.found {
            choice[*arrow] = *route;
        }
        !self.found.is_empty()
    }

    /// How much work the last search took.
    pub fn steps(&self) -> usize {
        self.steps
    }

    fn sort(&mut self, from: usize) {
        self.pool[from..].sort_unstable_by_key(|(route, price)| (*price, *route));
    }

    /// `bound` is what is paid and the cheapest route of every domain.
    fn branch(&mut self, table: &mut Prospects, domains: &[Domain], paid: i64, bound: i64) {
        if domains.is_empty() {
            self.best = paid;
            self.found.clone_from(&self.taken);
            return;
        }
        let regret = |domain: &Domain| match &self.pool[domain.from..domain.to] {
            [first, second, ..] => second.1 - first.1,
            _ => i64::MAX,
        };
        let mut pick = 0;
        for slot in 1..domains.len() {
            if regret(&domains[slot]) > regret(&domains[pick]) {
                pick = slot;
            }
        }
        let picked = domains[pick];
        let least = self.pool[picked.from].1;
        for at in picked.from..picked.to {
            let (route, price) = self.pool[at];
            let mut bound = bound - least + price;
            if bound >= self.best || self.steps > self.most_steps {
                break;
            }
            let mark = self.pool.len();
            let mut next = [Domain::default(); MOST_TOGETHER];
            let mut count = 0;
            let others = domains.iter().enumerate().filter(|(slot, _)| *slot != pick);
            let possible = others.into_iter().all(|(_, domain)| {
                let from = self.pool.len();
                bound -= self.pool[domain.from].1;
                let slack = self.best - bound;
                let mut least = i64::MAX;
                let row = table.row(route, domain.arrow);
                for other in domain.from..domain.to {
                    let (route_of_other, so_far) = self.pool[other];
                    if so_far >= slack {
                        break;
                    }
                    self.steps += 1;
                    let price = so_far + row.map_or(0, |row| table.in_row(row, route_of_other));
                    if price < slack {
                        self.pool.push((route_of_other, price));
                        least = least.min(price);
                    }
                }
                if self.pool.len() == from {
                    return false;
                }
                bound += least;
                self.sort(from);
                next[count] = Domain { arrow: domain.arrow, from, to: self.pool.len() };
                count += 1;
                true
            });
            if possible {
                self.taken.push((picked.arrow, route));
                self.branch(table, &next[..count], paid + price, bound);
                self.taken.pop();
            }
            self.pool.truncate(mark);
        }
    }
}
