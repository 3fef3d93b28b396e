//! The candidates of all arrows of a page, and what they cost each other, computed when first asked.

use super::candidates::{Candidates, Limits, price};
use super::grid::Grid;
use super::prices::pair_price;
use super::route::{At, Route};
use std::ops::Range;

/// Nobody asked yet.
const UNKNOWN: i32 = -1;
/// A pair of arrows whose bands of levels are apart.
const APART: u32 = u32::MAX;
/// A pair of arrows that nobody asked for yet.
const UNASKED: u32 = u32::MAX - 1;

/// Candidates and prices. A route is named by its index.
pub(super) struct Prospects<'a> {
    pub grid: &'a Grid,
    routes: Vec<Route>,
    /// Arrow of each route, and its number among those of the arrow.
    places: Vec<(u32, u32)>,
    own: Vec<i32>,
    /// First route of each arrow, and the end.
    first: Vec<u32>,
    /// Arrows whose bands meet that of an arrow.
    near: Vec<Vec<u32>>,
    /// Where the prices of two arrows begin, the lower arrow first, and how many routes the other has.
    blocks: Vec<(u32, u32)>,
    prices: Vec<i32>,
}

/// The prices of one route with all routes of another arrow.
#[derive(Clone, Copy)]
pub(super) struct PriceRow {
    route: u32,
    first: u32,
    from: u32,
    step: u32,
}

impl<'a> Prospects<'a> {
    /// Errors: the first arrow that has no candidate.
    pub fn new(grid: &'a Grid, limits: impl Fn(usize) -> Limits) -> Result<Prospects<'a>, usize> {
        let count = grid.arrows.len();
        let mut candidates = Candidates::default();
        let (mut routes, mut first) = (Vec::with_capacity(count * 24), vec![0]);
        for arrow in 0..count {
            if !candidates.of(grid, arrow, limits(arrow), &mut routes) {
                return Err(arrow);
            }
            first.push(routes.len() as u32);
        }
        let bands: Vec<(At, At)> = first
            .windows(2)
            .map(|of| {
                let of = &routes[of[0] as usize..of[1] as usize];
                of.iter().fold((At::MAX, At::MIN), |(low, high), route: &Route| {
                    (low.min(route.low.1), high.max(route.high.1))
                })
            })
            .collect();
        let mut blocks = vec![(APART, 0); count * count];
        let mut near = vec![Vec::new(); count];
        for a in 0..count {
            for b in a + 1..count {
                if bands[a].1 >= bands[b].0 && bands[b].1 >= bands[a].0 {
                    blocks[a * count + b] = (UNASKED, first[b + 1] - first[b]);
                    near[a].push(b as u32);
                    near[b].push(a as u32);
                }
            }
        }
        Ok(Prospects {
            grid,
            places: (0..count)
                .flat_map(|arrow| (0..first[arrow + 1] - first[arrow]).map(move |at| (arrow as u32, at)))
                .collect(),
            own: routes.iter().map(|route| route.own).collect(),
            prices: Vec::with_capacity(routes.len() * routes.len() / 4),
            routes,
            first,
            near,
            blocks,
        })
    }

    pub fn arrows(&self) -> Range<usize> {
        0..self.near.len()
    }

    /// Candidates of an arrow, cheapest first.
    pub fn of(&self, arrow: usize) -> Range<u32> {
        self.first[arrow]..self.first[arrow + 1]
    }

    /// The candidate of an arrow that is this very route.
    pub fn find(&self, arrow: usize, route: &Route) -> Option<u32> {
        self.of(arrow).find(|index| self.routes[*index as usize] == *route)
    }

    /// Arrows that may meet an arrow.
    pub fn near(&self, arrow: usize) -> &[u32] {
        &self.near[arrow]
    }

    pub fn route(&self, route: u32) -> &Route {
        &self.routes[route as usize]
    }

    /// What a route costs by itself.
    pub fn own(&self, route: u32) -> i64 {
        i64::from(self.own[route as usize])
    }

    /// What the cheapest route of an arrow costs.
    pub fn least(&self, arrow: usize) -> i64 {
        self.own(self.first[arrow])
    }

    /// What two routes cost each other.
    #[inline]
    pub fn pair(&mut self, a: u32, b: u32) -> i64 {
        let (a, b) = (a.min(b), a.max(b));
        self.slot(a, b).map_or(0, |at| self.price_at(at, a, b))
    }

    /// What two routes cost each other, which is kept at a place; the lower route first.
    #[inline]
    fn price_at(&mut self, at: usize, a: u32, b: u32) -> i64 {
        if self.prices[at] == UNKNOWN {
            self.prices[at] = pair_price(self.grid, &self.routes[a as usize], &self.routes[b as usize]);
        }
        i64::from(self.prices[at])
    }

    /// Puts the rows of an arrow with what its neighbours have chosen into `rows`; only of neighbours that count.
    pub fn rows_of(
        &mut self,
        arrow: usize,
        choice: &[u32],
        counts: impl Fn(usize) -> bool,
        rows: &mut Vec<PriceRow>,
    ) {
        rows.clear();
        for index in 0..self.near[arrow].len() {
            let other = self.near[arrow][index] as usize;
            if counts(other) {
                rows.extend(self.row(choice[other], arrow));
            }
        }
    }

    /// Where the prices of a route with those of another arrow stand; `None` where all of them are nothing.
    #[inline]
    pub fn row(&mut self, route: u32, arrow: usize) -> Option<PriceRow> {
        let (own, at) = self.places[route as usize];
        let own = own as usize;
        let (low, high) = (own.min(arrow), own.max(arrow));
        let (from, columns) = match self.blocks[low * self.near.len() + high] {
            (APART, _) => return None,
            (UNASKED, columns) => (self.begin(low, high) as u32, columns),
            known => known,
        };
        let (from, step) = if own < arrow { (from + at * columns, 1) } else { (from + at, columns) };
        Some(PriceRow { route, first: self.first[arrow], from, step })
    }

    /// What the route of a row and one of the other arrow cost each other.
    #[inline]
    pub fn in_row(&mut self, row: PriceRow, route: u32) -> i64 {
        let at = (row.from + (route - row.first) * row.step) as usize;
        self.price_at(at, row.route.min(route), row.route.max(route))
    }

    /// What a route costs by itself and with those of the rows; `None` where that is `at_most` or more.
    #[inline]
    pub fn within(&mut self, route: u32, rows: &[PriceRow], at_most: i64) -> Option<i64> {
        let mut price = self.own(route);
        for row in rows {
            if price >= at_most {
                return None;
            }
            price += self.in_row(*row, route);
        }
        (price < at_most).then_some(price)
    }

    /// Excludes that two routes are drawn together.
    pub fn forbid(&mut self, a: u32, b: u32) {
        if let Some(at) = self.slot(a.min(b), a.max(b)) {
            self.prices[at] = price::FORBIDDEN;
        }
    }

    #[inline]
    fn slot(&mut self, a: u32, b: u32) -> Option<usize> {
        let ((i, row), (j, column)) = (self.places[a as usize], self.places[b as usize]);
        let (from, columns) = self.blocks[i as usize * self.near.len() + j as usize];
        match from {
            APART => None,
            UNASKED => Some(self.begin(i as usize, j as usize) + (row * columns + column) as usize),
            from => Some((from + row * columns + column) as usize),
        }
    }

    /// Makes room for the prices of two arrows.
    #[cold]
    fn begin(&mut self, i: usize, j: usize) -> usize {
        let from = self.prices.len();
        let (at, columns) = &mut self.blocks[i * self.near.len() + j];
        *at = from as u32;
        let size = (self.first[i + 1] - self.first[i]) * *columns;
        self.prices.resize(from + size as usize, UNKNOWN);
        from
    }
}
