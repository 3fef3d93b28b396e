//! The best choice for a few arrows while all others stay: branch and bound with forward checking.

use super::search::Table;

/// The most arrows that are chosen together.
pub(super) const MOST_TOGETHER: usize = 7;

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
    taken: Vec<(usize, u32)>,
    best: i64,
    found: Vec<(usize, u32)>,
    nodes: usize,
    most_nodes: usize,
}

impl Exact {
    /// Chooses for the arrows of `set` anew; `choice` holds a route for every arrow. `true` when a choice cheaper
    /// than `at_most` was found and taken over.
    pub fn improve(
        &mut self,
        table: &mut Table,
        choice: &mut [u32],
        set: &[usize],
        at_most: i64,
        nodes: usize,
    ) -> bool {
        self.pool.clear();
        self.taken.clear();
        self.found.clear();
        self.best = at_most;
        self.nodes = 0;
        self.most_nodes = nodes;
        let mut domains = [Domain::default(); MOST_TOGETHER];
        for (slot, arrow) in set.iter().enumerate() {
            let from = self.pool.len();
            for route in table.of(*arrow) {
                let mut price = table.own(route);
                if price >= at_most {
                    break;
                }
                for (other, chosen) in choice.iter().enumerate() {
                    if !set.contains(&other) {
                        price += table.pair(route, *chosen);
                        if price >= at_most {
                            break;
                        }
                    }
                }
                if price < at_most {
                    self.pool.push((route, price));
                }
            }
            if self.pool.len() == from {
                return false;
            }
            domains[slot] = Domain { arrow: *arrow, from, to: self.pool.len() };
            self.sort(from);
        }
        self.branch(table, &domains[..set.len()], 0);
        for (arrow, route) in &self.found {
            choice[*arrow] = *route;
        }
        !self.found.is_empty()
    }

    /// How many nodes the last search took.
    pub fn nodes(&self) -> usize {
        self.nodes
    }

    fn sort(&mut self, from: usize) {
        self.pool[from..].sort_unstable_by_key(|(route, price)| (*price, *route));
    }

    fn branch(&mut self, table: &mut Table, domains: &[Domain], paid: i64) {
        self.nodes += 1;
        if self.nodes > self.most_nodes {
            return;
        }
        if domains.is_empty() {
            self.best = paid;
            self.found.clone_from(&self.taken);
            return;
        }
        let bound = paid + domains.iter().map(|domain| self.pool[domain.from].1).sum::<i64>();
        if bound >= self.best {
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
            if bound - least + price >= self.best {
                break;
            }
            let slack = self.best - (paid + price);
            let mark = self.pool.len();
            let mut next = [Domain::default(); MOST_TOGETHER];
            let mut count = 0;
            let others = domains.iter().enumerate().filter(|(slot, _)| *slot != pick);
            let possible = others.into_iter().all(|(_, domain)| {
                let from = self.pool.len();
                for other in domain.from..domain.to {
                    let (route_of_other, so_far) = self.pool[other];
                    if so_far >= slack {
                        break;
                    }
                    let price = so_far + table.pair(route, route_of_other);
                    if price < slack {
                        self.pool.push((route_of_other, price));
                    }
                }
                self.sort(from);
                next[count] = Domain { arrow: domain.arrow, from, to: self.pool.len() };
                count += 1;
                self.pool.len() > from
            });
            if possible {
                self.taken.push((picked.arrow, route));
                self.branch(table, &next[..count], paid + price);
                self.taken.pop();
            }
            self.pool.truncate(mark);
        }
    }
}
