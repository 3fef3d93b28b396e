//! One route for every arrow of a page, so that the sum of all prices is small. Budgets are counts, never times.

use super::budget::{Budget, Effort, QUICK};
use super::candidates::{ALL, Limits, NARROW, WIDE, price};
use super::exact::{Exact, MOST_TOGETHER};
use super::grid::Grid;
use super::junctions;
use super::prospects::{PriceRow, Prospects};
use super::route::Route;

const ROUNDS: usize = 10;
const DESCENTS: usize = 30;
const REPAIRS: usize = 30;
/// In a long document only an arrow with this much pain gets more candidates.
const WORTH_MORE_CANDIDATES: i64 = 10_000;
/// Cheapest candidates of an arrow that are looked at to see who blocks it.
const LOOKED_AT: usize = 16;

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

/// Chooses.
pub(super) fn choose(grid: &Grid, budget: &mut Budget) -> Result<Choice, Stuck> {
    let mut search = Search::new(grid, NARROW, budget)?;
    let mut choice = search.greedy();
    search.descend(&mut choice);
    search.neighbourhoods(&mut choice, QUICK);
    if search.pain(&choice) > search.budget.second_start {
        if !search.budget.long {
            search.neighbourhoods(&mut choice, search.budget.thorough);
        }
        search.second_start(&mut choice);
    }
    let pain = search.pain(&choice);
    // A route that is dearer than its arrow's cheapest by more than the pain is in no better choice.
    if pain > search.budget.widen {
        let window = i32::try_from(pain).unwrap_or(i32::MAX).min(WIDE.window);
        let wide = Limits { window, ..WIDE };
        let more: Vec<bool> = search.table.arrows().map(|arrow| search.needs_more(&choice, arrow)).collect();
        choice = search.widen(grid, |arrow| if more[arrow] { wide } else { NARROW }, &choice)?;
        search.begin_again(&mut choice);
    }
    search.part_at_junctions(&mut choice);
    if search.stuck(&choice).is_some() {
        search.budget.last_resort = true;
        choice = search.widen(grid, |_| ALL, &choice)?;
        // Mostly it is enough to look around those that are stuck.
        let pain = std::mem::replace(&mut search.budget.pain, i64::from(price::FORBIDDEN) / 2);
        search.neighbourhoods(&mut choice, search.budget.thorough);
        search.part_at_junctions(&mut choice);
        search.budget.pain = pain;
        if search.stuck(&choice).is_some() {
            search.begin_again(&mut choice);
            search.part_at_junctions(&mut choice);
        }
        search.budget.last_resort = false;
    }
    if let Some(arrow) = search.stuck(&choice) {
        return Err(Stuck { arrow });
    }
    Ok(Choice { routes: choice.iter().map(|route| *search.table.route(*route)).collect() })
}

struct Search<'a, 'b> {
    table: Prospects<'a>,
    exact: Exact,
    rows: Vec<PriceRow>,
    budget: &'b mut Budget,
}

impl<'a, 'b> Search<'a, 'b> {
    fn new(grid: &'a Grid, limits: Limits, budget: &'b mut Budget) -> Result<Search<'a, 'b>, Stuck> {
        let table = Prospects::new(grid, |_| limits).map_err(|arrow| Stuck { arrow })?;
        Ok(Search { table, exact: Exact::default(), rows: Vec::new(), budget })
    }

    /// The same choice among more candidates.
    fn widen(
        &mut self,
        grid: &'a Grid,
        limits: impl Fn(usize) -> Limits,
        choice: &[u32],
    ) -> Result<Vec<u32>, Stuck> {
        let routes: Vec<Route> = choice.iter().map(|route| *self.table.route(*route)).collect();
        self.table = Prospects::new(grid, limits).map_err(|arrow| Stuck { arrow })?;
        let known =
            |arrow: usize| self.table.find(arrow, &routes[arrow]).unwrap_or(self.table.of(arrow).start);
        Ok((0..routes.len()).map(known).collect())
    }

    /// What a choice costs above the sum of the cheapest routes.
    fn pain(&mut self, choice: &[u32]) -> i64 {
        let least: i64 = self.table.arrows().map(|arrow| self.table.least(arrow)).sum();
        self.total(choice) - least
    }

    /// Whether an arrow gets more candidates where few did not do.
    fn needs_more(&mut self, choice: &[u32], arrow: usize) -> bool {
        !self.budget.long || {
            let now = self.among(choice, arrow, choice[arrow], i64::MAX);
            now - self.table.least(arrow) > WORTH_MORE_CANDIDATES
        }
    }

    /// Searches thoroughly, from here and from another start.
    fn begin_again(&mut self, choice: &mut Vec<u32>) {
        self.neighbourhoods(choice, self.budget.thorough);
        self.second_start(choice);
    }

    /// Searches from another start, where that is worth it; the better choice wins.
    fn second_start(&mut self, choice: &mut Vec<u32>) {
        if self.budget.exhausted() || self.pain(choice) <= self.budget.second_start {
            return;
        }
        let known = self.total(choice);
        // Where lines cross, a start that looks dearer may still lead to one without.
        let below = if self.crosses(choice) { i64::MAX } else { known };
        let Some(mut second) = self.beam(below) else { return };
        self.neighbourhoods(&mut second, self.budget.thorough);
        if self.total(&second) < known {
            *choice = second;
        }
    }

    fn part_at_junctions(&mut self, choice: &mut [u32]) {
        for _ in 0..REPAIRS {
            let routes: Vec<&Route> = choice.iter().map(|route| self.table.route(*route)).collect();
            let mut bad = junctions::four_armed(&routes);
            bad.extend(junctions::hidden(&routes));
            if bad.is_empty() {
                break;
            }
            for (a, b) in bad {
                self.table.forbid(choice[a], choice[b]);
            }
            self.neighbourhoods(choice, self.budget.thorough);
        }
    }

    /// Price of a route of an arrow, given the routes of all others.
    fn among(&mut self, choice: &[u32], arrow: usize, route: u32, at_most: i64) -> i64 {
        let mut price = self.table.own(route);
        for index in 0..self.table.near(arrow).len() {
            if price >= at_most {
                break;
            }
            let other = self.table.near(arrow)[index] as usize;
            price += self.table.pair(route, choice[other]);
        }
        price
    }

    /// Whether any two lines cross.
    fn crosses(&mut self, choice: &[u32]) -> bool {
        self.table.arrows().any(|arrow| {
            (0..self.table.near(arrow).len()).any(|index| {
                let other = self.table.near(arrow)[index] as usize;
                other < arrow && self.table.pair(choice[arrow], choice[other]) >= price::CROSSING.into()
            })
        })
    }

    fn total(&mut self, choice: &[u32]) -> i64 {
        let all: Vec<usize> = self.table.arrows().collect();
        self.price_of(choice, &all)
    }

    /// Arrow after arrow, the cheapest first, against those that are placed.
    fn greedy(&mut self) -> Vec<u32> {
        let mut choice: Vec<u32> = self.table.arrows().map(|arrow| self.table.of(arrow).start).collect();
        let mut order: Vec<usize> = self.table.arrows().collect();
        order.sort_by_key(|arrow| self.table.least(*arrow));
        let mut placed = vec![false; order.len()];
        for arrow in order {
            self.table.rows_of(arrow, &choice, |other| placed[other], &mut self.rows);
            choice[arrow] = self.cheapest(arrow, choice[arrow], i64::MAX).1;
            placed[arrow] = true;
        }
        choice
    }

    /// The cheapest route of an arrow against those of the rows, and what it costs; else the one there is.
    fn cheapest(&mut self, arrow: usize, now: u32, costs: i64) -> (i64, u32) {
        let (mut best, mut choice) = (costs, now);
        for route in self.table.of(arrow) {
            if self.table.own(route) >= best {
                break;
            }
            if let Some(price) = self.table.within(route, &self.rows, best) {
                (best, choice) = (price, route);
            }
        }
        (best, choice)
    }

    /// Changes one route while that helps.
    fn descend(&mut self, choice: &mut [u32]) {
        for _ in 0..DESCENTS {
            let mut improved = false;
            for arrow in self.table.arrows() {
                self.table.rows_of(arrow, choice, |_| true, &mut self.rows);
                let now = self.table.within(choice[arrow], &self.rows, i64::MAX).unwrap_or(i64::MAX);
                let (price, route) = self.cheapest(arrow, choice[arrow], now);
                improved |= price < now;
                choice[arrow] = route;
            }
            if !improved {
                return;
            }
        }
    }

    /// Chooses anew for small sets of arrows that hinder each other, until a round brings nothing.
    fn neighbourhoods(&mut self, choice: &mut [u32], effort: Effort) {
        // Sets that nothing can be won from as long as nothing changes near them.
        let mut done: Vec<Vec<usize>> = Vec::new();
        for _ in 0..ROUNDS {
            let mut improved = false;
            let Effort { arrows, steps } = self.budget.at_most(effort);
            for set in self.sets(choice, arrows) {
                let mut key = set.clone();
                key.sort_unstable();
                if done.contains(&key) {
                    continue;
                }
                let now = self.price_of(choice, &set);
                let better = self.exact.improve(&mut self.table, choice, &set, now, steps);
                self.budget.spent += self.exact.steps();
                if better {
                    improved = true;
                    let table = &self.table;
                    let beside = |arrow: &usize| {
                        set.iter().any(|of| of == arrow || table.near(*of).contains(&(*arrow as u32)))
                    };
                    done.retain(|key| !key.iter().any(beside));
                }
                done.push(key);
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
            for index in 0..self.table.near(*arrow).len() {
                let other = self.table.near(*arrow)[index] as usize;
                if other < *arrow || !set.contains(&other) {
                    price += self.table.pair(choice[*arrow], choice[other]);
                }
            }
        }
        price
    }

    /// For every arrow in pain, most painful first: with those that hinder it most, and with those at its own rows.
    fn sets(&mut self, choice: &[u32], size: usize) -> Vec<Vec<usize>> {
        let size = size.min(MOST_TOGETHER - 1);
        let mut pain: Vec<(i64, usize)> = Vec::new();
        for arrow in self.table.arrows() {
            let least = self.table.least(arrow);
            let more = self.among(choice, arrow, choice[arrow], i64::MAX) - least;
            if more > self.budget.pain {
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
        for index in 0..self.table.near(arrow).len() {
            let other = self.table.near(arrow)[index] as usize;
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
        for other in self.table.arrows().filter(|other| *other != arrow) {
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

    /// Arrow after arrow from top to bottom, keeping the cheapest partial choices; `None` where none can cost less than
    /// `below` in the end.
    fn beam(&mut self, below: i64) -> Option<Vec<u32>> {
        let grid = self.table.grid;
        let mut order: Vec<usize> = self.table.arrows().collect();
        order.sort_by_key(|arrow| {
            let of = &grid.arrows[*arrow];
            let level = |symbol: u32| grid.symbols[symbol as usize].level;
            let (a, b) = (level(of.sources.start), level(of.targets.start));
            (a.min(b), a.max(b))
        });
        let (width, count) = (self.budget.beam, order.len());
        // Partial choices, one after the other: what each has paid, and the route of every arrow.
        let (mut paid, mut kept) = (vec![0], vec![u32::MAX; count]);
        // What each continued choice has paid, the choice before it and the new route; twice as many as are kept, so that
        // sorting the better half out costs little for each.
        let mut next: Vec<(i64, u32, u32)> = Vec::with_capacity(2 * width);
        let mut placed = vec![false; count];
        // What the arrows that are not placed yet cost at least.
        let mut rest: i64 = self.table.arrows().map(|arrow| self.table.least(arrow)).sum();
        for arrow in &order {
            rest -= self.table.least(*arrow);
            let near = self.table.near(*arrow).iter().map(|other| *other as usize);
            let near: Vec<usize> = near.filter(|of| placed[*of]).collect();
            placed[*arrow] = true;
            let mut at_most = below.saturating_sub(rest);
            for (state, paid) in paid.iter().enumerate() {
                let chosen = &kept[state * count..][..count];
                self.rows.clear();
                for other in &near {
                    self.rows.extend(self.table.row(chosen[*other], *arrow));
                }
                for route in self.table.of(*arrow) {
                    if paid + self.table.own(route) >= at_most {
                        break;
                    }
                    let Some(price) = self.table.within(route, &self.rows, at_most - paid) else { continue };
                    let found = (paid + price, state as u32, route);
                    next.push(found);
                    if next.len() == 2 * width {
                        at_most = next.select_nth_unstable(width - 1).1.0;
                        next.truncate(width);
                    }
                }
            }
            if next.is_empty() {
                return None;
            }
            next.sort_unstable();
            next.truncate(width);
            let mut chosen = Vec::with_capacity(next.len() * count);
            for (_, state, route) in &next {
                let from = chosen.len();
                chosen.extend_from_slice(&kept[*state as usize * count..][..count]);
                chosen[from + arrow] = *route;
            }
            kept = chosen;
            paid.clear();
            paid.extend(next.drain(..).map(|(price, ..)| price));
        }
        kept.truncate(count);
        Some(kept)
    }

    /// An arrow that excludes another in this choice.
    fn stuck(&mut self, choice: &[u32]) -> Option<usize> {
        for arrow in self.table.arrows() {
            for other in 0..arrow {
                if self.table.pair(choice[arrow], choice[other]) >= i64::from(price::FORBIDDEN) {
                    return Some(other);
                }
            }
        }
        None
    }
}
