//! On pages small enough to try every choice of routes, the search finds one that is as cheap, and crosses as little.

use super::budget::Budget;
use super::candidates::{ALL, Candidates, price};
use super::diagram::{Branch, Diagram, Flow, Goal, Kind, Lane, Place, Row};
use super::grid::{Grid, grid};
use super::junctions::{four_armed, hidden};
use super::levels::levels;
use super::pages::Pages;
use super::prices::pair_price;
use super::route::{Route, crossings};
use super::search::choose;

struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// Three to five rows in two to four lanes; every other one decides, and sends back to any row before.
fn small(seed: u64) -> Diagram {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let (rows, lanes) = (3 + dice.below(3), 2 + dice.below(3));
    let mut places = Vec::new();
    let mut flows = Vec::new();
    let answer =
        |id: &str, index| Some(Branch { id: id.to_owned(), label: id.to_owned(), index, shares_side: false });
    for row in 0..rows {
        let (kind, last) = (if dice.below(2) == 0 { Kind::Decision } else { Kind::Process }, row + 1 == rows);
        let decides = kind == Kind::Decision && row > 0 && !last;
        places.push(Place {
            key: (row + 1).to_string(),
            row,
            lanes: vec![dice.below(lanes)],
            kind: if decides { Kind::Decision } else { Kind::Process },
            alternative: false,
            end: None,
        });
        if !last {
            let branch = if decides { answer("ya", 0) } else { None };
            flows.push(Flow { from: row, to: Goal::Place(row + 1), branch });
        }
        if decides {
            flows.push(Flow { from: row, to: Goal::Place(dice.below(row)), branch: answer("tidak", 1) });
        }
    }
    let lanes = (0..lanes).map(|lane| Lane { id: lane.to_string(), name: lane.to_string() }).collect();
    let rows = (0..rows).map(|row| Row { places: row..row + 1, ..Row::default() }).collect();
    Diagram { lanes, ..Diagram::bare(rows, places, flows) }
}

fn total(grid: &Grid, routes: &[&Route]) -> i64 {
    let pairs = |index: usize| routes[..index].iter().map(move |other| (routes[index], *other));
    let own: i64 = routes.iter().map(|route| i64::from(route.own)).sum();
    own + (0..routes.len()).flat_map(pairs).map(|(a, b)| i64::from(pair_price(grid, a, b))).sum::<i64>()
}

fn crossed(routes: &[&Route]) -> i32 {
    let pairs = |index: usize| routes[..index].iter().map(move |other| (routes[index], *other));
    (0..routes.len()).flat_map(pairs).map(|(a, b)| crossings(a.points(), b.points())).sum()
}

/// Tries every choice, arrow after arrow, and turns back only where what is chosen costs as much as the best already.
fn every_choice<'a>(
    grid: &Grid,
    candidates: &'a [Vec<Route>],
    chosen: &mut Vec<&'a Route>,
    paid: i64,
    best: &mut (i64, Vec<&'a Route>),
) {
    let Some(next) = candidates.get(chosen.len()) else {
        let drawable = four_armed(chosen).is_empty() && hidden(chosen).is_empty();
        if paid < best.0 && drawable {
            *best = (paid, chosen.clone());
        }
        return;
    };
    let rest: i64 = candidates[chosen.len() + 1..].iter().map(|of| i64::from(of[0].own)).sum();
    for route in next {
        let price: i64 = chosen.iter().map(|other| i64::from(pair_price(grid, route, other))).sum();
        let price = paid + price + i64::from(route.own);
        if price + rest < best.0 {
            chosen.push(route);
            every_choice(grid, candidates, chosen, price, best);
            chosen.pop();
        }
    }
}

#[test]
fn no_choice_of_routes_is_cheaper_on_small_pages() {
    let mut with_returns = 0;
    for seed in 0..120 {
        let diagram = small(seed);
        let pages = Pages::new(&diagram, std::iter::once(0..diagram.rows.len()).collect());
        let (grid, _) = grid(&diagram, &levels(&diagram), &pages, 0);
        let mut of = Candidates::default();
        let candidates: Vec<Vec<Route>> = (0..grid.arrows.len())
            .map(|arrow| {
                let mut routes = Vec::new();
                assert!(of.of(&grid, arrow, ALL, &mut routes), "arrow {arrow} of chart {seed} has no route");
                routes
            })
            .collect();
        let mut best = (i64::from(price::FORBIDDEN), Vec::new());
        every_choice(&grid, &candidates, &mut Vec::new(), 0, &mut best);
        let found = choose(&grid, &mut Budget::of(diagram.rows.len())).expect("a small chart can be drawn");
        let found: Vec<&Route> = found.routes.iter().collect();
        assert_eq!(total(&grid, &found), best.0, "chart {seed}: {found:#?} instead of {:#?}", best.1);
        assert_eq!(crossed(&found), crossed(&best.1), "chart {seed}");
        with_returns += usize::from(grid.arrows.iter().filter(|arrow| arrow.back).count() > 1);
    }
    assert!(with_returns > 20, "{with_returns}");
}
