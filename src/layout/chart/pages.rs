//! Which rows stand on which page, and which flows leave their page through connectors.

use super::diagram::{Diagram, Goal};
use super::grid::Connector;
use crate::layout::length::Len;
use std::ops::Range;

/// Prices of a page break; fewest pages first, then fewest lines cut.
mod price {
    pub const PAGE: i64 = 100_000;
    pub const CUT: i64 = 6_000;
    pub const UNUSED: i64 = 10_000;
    pub const SHORT_LAST_PAGE: i64 = 15_000;
}

/// Heights that the breaks depend on.
pub(super) struct Heights<'a> {
    /// Of every row with its band.
    pub rows: &'a [Len],
    /// Of the notes under the table; nothing when there are none.
    pub notes: Len,
    /// Of both strips of a page that begins with a row, where that is known already.
    pub strips: &'a [Option<Len>],
    /// The last item that a page beginning with a row may hold, as far as pages have proved too high.
    pub reach: &'a [usize],
    /// A strip as long as nothing is known.
    pub strip: Len,
    /// Room on the first page.
    pub first_page: Len,
    /// Room on the others.
    pub further_page: Len,
}

/// The rows of every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pages {
    /// Rows of each page; the last may be empty, then it holds the notes only.
    pub breaks: Vec<Range<usize>>,
    /// Page of each row.
    page_of: Vec<usize>,
    /// Flows with an end on each page.
    flows: Vec<Vec<usize>>,
    /// Number of outcomes of each place.
    branches: Vec<usize>,
}

impl Pages {
    pub fn new(diagram: &Diagram, breaks: Vec<Range<usize>>) -> Pages {
        let mut page_of = vec![0; diagram.rows.len()];
        for (page, rows) in breaks.iter().enumerate() {
            page_of[rows.clone()].fill(page);
        }
        let mut flows = vec![Vec::new(); breaks.len()];
        let mut branches = vec![0; diagram.places.len()];
        for (index, flow) in diagram.flows.iter().enumerate() {
            let (from, to) = (page_of[diagram.places[flow.from].row], page_of[diagram.goal_row(flow)]);
            flows[from].push(index);
            if to != from {
                flows[to].push(index);
            }
            if let Some(branch) = &flow.branch {
                branches[flow.from] = branches[flow.from].max(branch.index + 1);
            }
        }
        Pages { breaks, page_of, flows, branches }
    }

    pub fn count(&self) -> usize {
        self.breaks.len()
    }

    pub fn rows(&self, page: usize) -> Range<usize> {
        self.breaks[page].clone()
    }

    pub fn of_place(&self, diagram: &Diagram, place: usize) -> usize {
        self.page_of[diagram.places[place].row]
    }

    /// Flows with an end on the page, in order.
    pub fn flows_of(&self, page: usize) -> impl Iterator<Item = usize> + '_ {
        self.flows[page].iter().copied()
    }

    /// Number of outcomes of a place.
    pub fn branches(&self, place: usize) -> usize {
        self.branches[place]
    }

    /// The connectors of a page: one pair for all flows of a page to one place.
    pub fn connectors(&self, diagram: &Diagram, page: usize) -> Vec<Connector> {
        let mut out: Vec<Connector> = Vec::new();
        for flow in self.flows_of(page).map(|index| &diagram.flows[index]) {
            let Goal::Place(target) = flow.to else { continue };
            let (source_page, target_page) =
                (self.of_place(diagram, flow.from), self.of_place(diagram, target));
            let connector = Connector { source_page, target, out: source_page == page };
            if source_page != target_page && !out.contains(&connector) {
                out.push(connector);
            }
        }
        out
    }

    /// The letters of all connectors, by page of the source and place of the target.
    pub fn letters(&self, diagram: &Diagram) -> Vec<((usize, usize), String)> {
        let mut keys: Vec<(usize, bool, usize, usize)> = Vec::new();
        for page in 0..self.count() {
            for connector in self.connectors(diagram, page).iter().filter(|connector| connector.out) {
                let target_page = self.of_place(diagram, connector.target);
                keys.push((page.min(target_page), page > target_page, connector.target, page));
            }
        }
        keys.sort_unstable();
        let mut letters: Vec<((usize, usize), String)> =
            keys.iter().enumerate().map(|(index, key)| ((key.3, key.2), letter(index))).collect();
        letters.sort();
        letters
    }
}

/// A, B, … Z, AA, AB, …
fn letter(index: usize) -> String {
    let mut rest = index + 1;
    let mut out = Vec::new();
    while rest > 0 {
        rest -= 1;
        out.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    out.iter().rev().collect()
}

/// The cheapest breaks, by a dynamic program over rows. A row is never split; one that is higher than a page gets a
/// page of its own, and whoever measures that page must refuse it.
pub(super) fn breaks(diagram: &Diagram, heights: &Heights) -> Vec<Range<usize>> {
    let rows = diagram.rows.len();
    // The notes are an item after the last row, so that they may move to a page of their own.
    let items = rows + usize::from(heights.notes > Len::ZERO);
    let cut = cut_flows(diagram, items);
    let mut best: Vec<Option<(i64, usize)>> = vec![None; items + 1];
    best[0] = Some((0, 0));
    for from in 0..items {
        let Some((paid, _)) = best[from] else { continue };
        let room = if from == 0 { heights.first_page } else { heights.further_page };
        let learned = heights.strips.get(from).copied().flatten();
        let mut body = Len::ZERO;
        for to in from + 1..=items {
            body += if to > rows { heights.notes } else { heights.rows[to - 1] };
            let cut_above = from > 0 && cut[from] > 0;
            let cut_below = to < items && cut[to] > 0;
            let expected = heights.strip * (i32::from(cut_above) + i32::from(cut_below));
            let need = body + learned.map_or(expected, |learned| learned.max(expected));
            if to > from + 1 && (need > room || heights.reach.get(from).is_some_and(|reach| to > *reach)) {
                break;
            }
            let last = to == items;
            let mut price = paid + price::PAGE;
            if last {
                price += if from > 0 && to - from < 3 { price::SHORT_LAST_PAGE } else { 0 };
            } else {
                let unused = i64::from((room - need).max(Len::ZERO).to_um());
                price +=
                    price::CUT * i64::from(cut[to]) + price::UNUSED * unused / i64::from(room.to_um().max(1));
            }
            if best[to].is_none_or(|(least, _)| price < least) {
                best[to] = Some((price, from));
            }
        }
    }
    let mut out = Vec::new();
    let mut to = items;
    while to > 0 {
        let from = best[to].expect("bug: no way to break the pages").1;
        out.push(from.min(rows)..to.min(rows));
        to = from;
    }
    out.reverse();
    out
}

/// How many flows pass from row `i - 1` to row `i`, either way.
fn cut_flows(diagram: &Diagram, items: usize) -> Vec<i32> {
    let mut change = vec![0i32; items + 2];
    for flow in &diagram.flows {
        let (a, b) = (diagram.places[flow.from].row, diagram.goal_row(flow));
        change[a.min(b) + 1] += 1;
        change[a.max(b) + 1] -= 1;
    }
    let mut open = 0;
    change
        .iter()
        .map(|by| {
            open += by;
            open
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letter), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
