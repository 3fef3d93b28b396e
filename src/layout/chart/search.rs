//! One route for every arrow of a page, so that the sum of all prices is small. Budgets are counts, never times.

use super::candidates::{Candidates, price};
use super::exact::{Exact, MOST_TOGETHER};
use super::grid::Grid;
use super::junctions;
use super::prices::pair_price;
use super::route::Route;
use std::ops::Range;

/// An arrow that could have gone cheaper by more than this is in pain.
const PAIN: i64 = 1_500;
/// A page this much above the sum of the cheapest routes is begun a second time.
const WORTH_A_SECOND_START: i64 = 25_000;
const ROUNDS: usize = 10;
const DESCENTS: usize = 30;
const REPAIRS: usize = 8;
const BEAM_WIDTH: usize = 48;
/// Cheapest candidates of an arrow that are looked at to see who blocks it.
const LOOKED_AT: usize = 16;

/// How much work a document may cost.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    arrows: usize,
    nodes: usize,
    spent: usize,
}

impl Budget {
    /// Of a document with so many rows.
    pub fn of(rows: usize) -> Budget {
        let (arrows, nodes) = if rows <= 200 { (6, 3000) } else { (5, 500) };
        Budget { arrows, nodes, spent: 0 }
    }

    fn exhausted(&self) -> bool {
        self.spent > 40_000
    }

    /// Neighbours chosen together with an arrow, and nodes per set.
    fn set(&self) -> (usize, usize) {
        if self.exhausted() { (4, 60) } else { (self.arrows, self.nodes) }
    }
}

/// A route per arrow.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub routes: Vec<Route>,
}

/// Two arrows that no choice can draw together, or one alone that cannot be drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stuck {
    pub arrow: usize,
}

/// Candidates of all arrows, and what they cost each other, computed when first asked.
pub(super) struct Table<'a> {
    grid: &'a Grid,
    routes: Vec<Route>,
    first: Vec<u32>,
    /// One more than the price; nothing where it was not asked for.
    pairs: Vec<i32>,
}

impl Table<'_> {
    /// Candidates of an arrow, cheapest first.
    pub fn of(&self, arrow: usize) -> Range<u32> {
        self.first[arrow]..self.first[arrow + 1]
    }

    pub fn own(&self, route: u32) -> i64 {
        i64::from(self.routes[route as usize].own)
    }

    pub fn pair(&mut self, a: u32, b: u32) -> i64 {
        let at = a.min(b) as usize * self.routes.len() + a.max(b) as usize;
        if self.pairs[at] == 0 {
            let (a, b) = (&self.routes[a.min(b) as usize], &self.routes[a.max(b) as usize]);
            self.pairs[at] = pair_price(self.grid, a, b) + 1;
        }
        i64::from(self.pairs[at] - 1)
    }

    fn forbid(&mut self, a: u32, b: u32) {
        let at = a.min(b) as usize * self.routes.len() + a.max(b) as usize;
        self.pairs[at] = price::FORBIDDEN + 1;
    }
}

/// Chooses.
pub(super) fn choose(grid: &Grid, budget: &mut Budget) -> Result<Choice, Stuck> {
    let mut candidates = Candidates::default();
    let mut routes = Vec::new();
    let mut first = vec![0];
    for arrow in 0..grid.arrows.len() {
        if !candidates.of(grid, arrow, &mut routes) {
            return Err(Stuck { arrow });
        }
        first.push(routes.len() as u32);
    }
    let pairs = vec![0; routes.len() * routes.len()];
    let table = Table { grid, routes, first, pairs };
    let mut search = Search { table, exact: Exact::default(), budget };
    let choice = search.run();
    if let Some(arrow) = search.stuck(&choice) {
        return Err(Stuck { arrow });
    }
    Ok(Choice { routes: choice.iter().map(|route| search.table.routes[*route as usize]).collect() })
}

struct Search<'a> {
    table: Table<'a>,
    exact: Exact,
    budget: &'a mut Budget,
}

impl Search<'_> {
    fn arrows(&self) -> Range<usize> {
        0..self.table.first.len() - 1
    }

    fn run(&mut self) -> Vec<u32> {
        let mut choice = self.greedy();
        self.descend(&mut choice);
        self.neighbourhoods(&mut choice);
        let least: i64 = self.arrows().map(|arrow| self.table.own(self.table.of(arrow).start)).sum();
        let mut price = self.total(&choice);
        if price - least > WORTH_A_SECOND_START && !self.budget.exhausted() {
            let mut second = self.beam();
            self.neighbourhoods(&mut second);
            if self.total(&second) < price {
                choice = second;
            }
        }
        for _ in 0..REPAIRS {
            let routes: Vec<&Route> =
                choice.iter().map(|route| &self.table.routes[*route as usize]).collect();
            let bad = junctions::four_armed(&routes);
            if bad.is_empty() {
                break;
            }
            for (a, b) in bad {
                self.table.forbid(choice[a], choice[b]);
            }
            self.neighbourhoods(&mut choice);
            price = self.total(&choice);
        }
        debug_assert!(price >= 0);
        choice
    }

    /// Price of a route of an arrow, given the routes of all others.
    fn among(&mut self, choice: &[u32], arrow: usize, route: u32, at_most: i64) -> i64 {
        let mut price = self.table.own(route);
        for (other, chosen) in choice.iter().enumerate() {
            if price >= at_most {
                break;
            }
            if other != arrow {
                price += self.table.pair(route, *chosen);
            }
        }
        price
    }

    fn total(&mut self, choice: &[u32]) -> i64 {
        let mut price = 0;
        for (arrow, route) in choice.iter().enumerate() {
            price += self.table.own(*route);
            for other in &choice[..arrow] {
                price += self.table.pair(*route, *other);
            }
        }
        price
    }

    /// Arrow after arrow, the cheapest first, against those that are placed.
    fn greedy(&mut self) -> Vec<u32> {
        let mut choice: Vec<u32> = self.arrows().map(|arrow| self.table.of(arrow).start).collect();
        let mut order: Vec<usize> = self.arrows().collect();
        order.sort_by_key(|arrow| self.table.own(choice[*arrow]));
        for (at, arrow) in order.iter().enumerate() {
            let mut best = i64::MAX;
            for route in self.table.of(*arrow) {
                let mut price = self.table.own(route);
                if price >= best {
                    break;
                }
                for placed in &order[..at] {
                    price += self.table.pair(route, choice[*placed]);
                    if price >= best {
                        break;
                    }
                }
                if price < best {
                    best = price;
                    choice[*arrow] = route;
                }
            }
        }
        choice
    }

    /// Changes one route while that helps.
    fn descend(&mut self, choice: &mut [u32]) {
        for _ in 0..DESCENTS {
            let mut improved = false;
            for arrow in self.arrows() {
                let mut best = self.among(choice, arrow, choice[arrow], i64::MAX);
                for route in self.table.of(arrow) {
                    if self.table.own(route) >= best {
                        break;
                    }
                    let price = self.among(choice, arrow, route, best);
                    if price < best {
                        choice[arrow] = route;
                        best = price;
                        improved = true;
                    }
                }
            }
            if !improved {
                return;
            }
        }
    }

    /// Chooses anew for small sets of arrows that hinder each other, until a round brings nothing.
    fn neighbourhoods(&mut self, choice: &mut [u32]) {
        for _ in 0..ROUNDS {
            let mut improved = false;
            let mut done: Vec<Vec<usize>> = Vec::new();
            for set in self.sets(choice) {
                let mut key = set.clone();
                key.sort_unstable();
                if done.contains(&key) {
                    continue;
                }
                let now = self.price_of(choice, &set);
                let (_, nodes) = self.budget.set();
                let better = self.exact.improve(&mut self.table, choice, &set, now, nodes);
                self.budget.spent += self.exact.nodes();
                if better {
                    improved = true;
                    done.clear();
                } else {
                    done.push(key);
                }
            }
            if !improved {
                return;
            }
        }
    }

    /// What the routes of a set cost, with each other and with all others.
    fn price_of(&mut self, choice: &[u32], set: &[usize]) -> i64 {
        let mut price = 0;
        for arrow in set {
            price += self.table.own(choice[*arrow]);
            for (other, route) in choice.iter().enumerate() {
                if !set.contains(&other) || other < *arrow {
                    price += self.table.pair(choice[*arrow], *route);
                }
            }
        }
        price
    }

    /// For every arrow in pain, most painful first: with those that hinder it most, and with those at its own rows.
    fn sets(&mut self, choice: &[u32]) -> Vec<Vec<usize>> {
        let size = self.budget.set().0.min(MOST_TOGETHER - 1);
        let mut pain: Vec<(i64, usize)> = Vec::new();
        for arrow in self.arrows() {
            let least = self.table.own(self.table.of(arrow).start);
            let more = self.among(choice, arrow, choice[arrow], i64::MAX) - least;
            if more > PAIN {
                pain.push((-more, arrow));
            }
        }
        pain.sort_unstable();
        let mut sets = Vec::new();
        for (_, arrow) in pain {
            sets.push(self.hindering(choice, arrow, size));
            sets.push(self.beside(arrow, size));
        }
        sets
    }

    fn hindering(&mut self, choice: &[u32], arrow: usize, size: usize) -> Vec<usize> {
        let mut found: Vec<(i64, i32, usize)> = Vec::new();
        for other in self.arrows().filter(|other| *other != arrow) {
            let now = self.table.pair(choice[arrow], choice[other]);
            let mut blocked = 0;
            for route in self.table.of(arrow).take(LOOKED_AT) {
                blocked += i32::from(self.table.pair(route, choice[other]) > 5_000);
            }
            if now > 0 || blocked > 0 {
                found.push((-now, -blocked, other));
            }
        }
        found.sort_unstable();
        std::iter::once(arrow).chain(found.iter().take(size).map(|(_, _, other)| *other)).collect()
    }

    fn beside(&self, arrow: usize, size: usize) -> Vec<usize> {
        let grid = self.table.grid;
        let ends = |arrow: usize| {
            let arrow = &grid.arrows[arrow];
            let level = |symbol: u32| grid.symbols[symbol as usize].level;
            let (a, b) = (level(arrow.sources.start), level(arrow.targets.start));
            [a.min(b), a.max(b)]
        };
        let own = ends(arrow);
        let mut found: Vec<(i32, i32, usize)> = Vec::new();
        for other in self.arrows().filter(|other| *other != arrow) {
            let of = ends(other);
            let common = of.iter().filter(|end| own.contains(end)).count() as i32;
            let near = own.iter().any(|end| of.contains(&(end + 1)));
            if common > 0 || near {
                found.push((-common, (of[0] - own[0]).abs(), other));
            }
        }
        found.sort_unstable();
        std::iter::once(arrow).chain(found.iter().take(size).map(|(_, _, other)| *other)).collect()
    }

    /// Arrow after arrow from top to bottom, keeping the cheapest partial choices.
    fn beam(&mut self) -> Vec<u32> {
        let grid = self.table.grid;
        let mut order: Vec<usize> = self.arrows().collect();
        order.sort_by_key(|arrow| {
            let of = &grid.arrows[*arrow];
            let level = |symbol: u32| grid.symbols[symbol as usize].level;
            let (a, b) = (level(of.sources.start), level(of.targets.start));
            (a.min(b), a.max(b))
        });
        let mut kept: Vec<(i64, Vec<u32>)> = vec![(0, Vec::new())];
        let mut next: Vec<(i64, usize, u32)> = Vec::new();
        for arrow in &order {
            next.clear();
            for (state, (paid, chosen)) in kept.iter().enumerate() {
                for route in self.table.of(*arrow) {
                    let mut price = paid + self.table.own(route);
                    for other in chosen {
                        price += self.table.pair(route, *other);
                    }
                    next.push((price, state, route));
                }
            }
            next.sort_unstable();
            next.truncate(BEAM_WIDTH);
            kept = next
                .iter()
                .map(|(price, state, route)| {
                    let mut chosen = Vec::with_capacity(order.len());
                    chosen.extend_from_slice(&kept[*state].1);
                    chosen.push(*route);
                    (*price, chosen)
                })
                .collect();
        }
        let mut choice = vec![0; order.len()];
        for (arrow, route) in order.iter().zip(&kept[0].1) {
            choice[*arrow] = *route;
        }
        choice
    }

    /// An arrow that excludes another in this choice.
    fn stuck(&mut self, choice: &[u32]) -> Option<usize> {
        for arrow in self.arrows() {
            for other in 0..arrow {
                if self.table.pair(choice[arrow], choice[other]) >= i64::from(price::FORBIDDEN) {
                    return Some(other);
                }
            }
        }
        None
    }
}
