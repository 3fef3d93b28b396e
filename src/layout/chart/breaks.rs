//! Where pages break: fewest pages first, then fewest lines cut.

use super::diagram::Diagram;
use crate::paper::length::Len;
use std::ops::Range;

/// Prices of a page break; fewest pages first, then fewest lines cut.
mod price {
    pub const PAGE: i64 = 100_000;
    pub const CUT: i64 = 6_000;
    pub const UNUSED: i64 = 10_000;
    /// A page that ends within a phase, where others end between two.
    pub const WITHIN_PHASE: i64 = 3_000;
    pub const SHORT_LAST_PAGE: i64 = 15_000;
    /// A page before the last of which less than two fifths are used.
    pub const SHORT_PAGE: i64 = 15_000;
}

/// What it costs to leave some of the room of a page before the last.
fn unused(unused: Len, room: Len) -> i64 {
    let (unused, room) = (i64::from(unused.max(Len::ZERO).to_um()), i64::from(room.to_um().max(1)));
    let short = if 5 * unused > 3 * room { price::SHORT_PAGE } else { 0 };
    price::UNUSED * unused / room + short
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

/// The cheapest breaks, by a dynamic program over rows. A row is never split; one that is higher than a page gets a
/// page of its own, and whoever measures that page must refuse it.
pub(super) struct Breaks {
    rows: usize,
    /// Flows cut above each item.
    cut: Vec<i32>,
    /// What a break above each item costs, whatever the pages are.
    price: Vec<i64>,
    /// From each item on: what the pages to the end cost, and where the second of them begins.
    best: Vec<(i64, usize)>,
}

impl Breaks {
    pub fn new(diagram: &Diagram, heights: &Heights) -> Breaks {
        let rows = diagram.rows.len();
        // The notes are an item after the last row, so that they may move to a page of their own.
        let items = rows + usize::from(heights.notes > Len::ZERO);
        let cut = cut_flows(diagram, items);
        let within = |row: usize| diagram.rows.get(row).is_some_and(|row| row.band.is_none());
        let phases = diagram.rows.iter().any(|row| row.band.is_some());
        let price = (0..=items)
            .map(|item| {
                let phase = if phases && within(item) { price::WITHIN_PHASE } else { 0 };
                price::CUT * i64::from(cut[item]) + phase
            })
            .collect();
        let mut breaks = Breaks { rows, cut, price, best: vec![(0, items); items + 1] };
        breaks.renew(heights, 0..items);
        breaks
    }

    /// Breaks anew the pages that begin with one of these items; what comes behind them is as it was.
    pub fn renew(&mut self, heights: &Heights, items: Range<usize>) {
        let end = self.best.len() - 1;
        for from in (items.start..items.end.min(end)).rev() {
            self.best[from] = self.page(heights, from, end);
        }
    }

    /// The best page that begins with an item.
    fn page(&self, heights: &Heights, from: usize, items: usize) -> (i64, usize) {
        let room = if from == 0 { heights.first_page } else { heights.further_page };
        let learned = heights.strips.get(from).copied().flatten();
        let mut body = Len::ZERO;
        let mut best = (i64::MAX, from + 1);
        for to in from + 1..=items {
            body += if to > self.rows { heights.notes } else { heights.rows[to - 1] };
            let cut_above = from > 0 && self.cut[from] > 0;
            let cut_below = to < items && self.cut[to] > 0;
            let expected = heights.strip * (i32::from(cut_above) + i32::from(cut_below));
            let need = body + learned.map_or(expected, |learned| learned.max(expected));
            let beyond = heights.reach.get(from).is_some_and(|reach| to > *reach);
            if to > from + 1 && (body > room || beyond) {
                break;
            }
            // One row more may do without the strip that is too much here.
            if to > from + 1 && need > room {
                continue;
            }
            let mut price = self.best[to].0 + price::PAGE;
            if to == items {
                // The notes are no row.
                let short = from > 0 && to.min(self.rows).saturating_sub(from) < 3;
                price += if short { price::SHORT_LAST_PAGE } else { 0 };
            } else {
                price += self.price[to] + unused(room - need, room);
            }
            if price < best.0 {
                best = (price, to);
            }
        }
        best
    }

    /// The pages from an item to the end.
    pub fn from(&self, begin: usize) -> impl Iterator<Item = Range<usize>> + '_ {
        let items = self.best.len() - 1;
        let begins = std::iter::successors(Some(begin), |from| Some(self.best[*from].1));
        begins
            .take_while(move |from| *from < items)
            .map(|from| from.min(self.rows)..self.best[from].1.min(self.rows))
    }
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
    use super::super::diagram::{Flow, Goal, Kind, Place, Row};
    use super::*;

    /// Rows with one place each, and these flows between them.
    fn diagram(rows: usize, flows: &[(usize, usize)]) -> Diagram {
        let place = |row| Place {
            key: String::new(),
            row,
            lanes: vec![0],
            kind: Kind::Process,
            alternative: false,
            end: None,
        };
        let flow = |(from, to): &(usize, usize)| Flow { from: *from, to: Goal::Place(*to), branch: None };
        let places = (0..rows).map(place).collect();
        Diagram::bare(vec![Row::default(); rows], places, flows.iter().map(flow).collect())
    }

    /// Where the rows of a page end, for rows of 20 mm on pages of 150 mm.
    fn ends(rows: usize, flows: &[(usize, usize)]) -> Vec<usize> {
        ends_with(Len::ZERO, rows, flows)
    }

    /// With notes of this height under the last row; they are an item of their own.
    fn ends_with(notes: Len, rows: usize, flows: &[(usize, usize)]) -> Vec<usize> {
        let heights = Heights {
            rows: &vec![Len::mm(20); rows],
            notes,
            strips: &[],
            reach: &[],
            strip: Len::mm(10),
            first_page: Len::mm(150),
            further_page: Len::mm(150),
        };
        let breaks = Breaks::new(&diagram(rows, flows), &heights);
        breaks.from(0).map(|page| page.end).collect()
    }

    #[test]
    fn a_page_is_not_left_almost_empty_to_cut_fewer_lines() {
        let row_by_row = (0..8).map(|row| (row, row + 1));
        let across = [(2, 8), (2, 7), (3, 8)];
        let flows: Vec<(usize, usize)> = row_by_row.chain(across).collect();
        let [first, _] = ends(9, &flows)[..] else { panic!("two pages") };
        assert!((3..=6).contains(&first), "{first}");
        assert_eq!(ends(9, &flows[..8]), [6, 9], "where nothing is won by it, a page is filled");
    }

    #[test]
    fn two_rows_are_a_short_last_page_with_notes_under_them_too() {
        let flows: Vec<(usize, usize)> = (0..7).map(|row| (row, row + 1)).collect();
        assert_eq!(ends(8, &flows), [5, 8]);
        assert_eq!(ends_with(Len::mm(4), 8, &flows), [5, 8]);
    }

    /// What a division into pages costs, said anew; `None` when a page of several rows is too high.
    fn price_of(pages: &[Range<usize>], flows: &[(usize, usize)], heights: &Heights) -> Option<i64> {
        let items = pages.last().map_or(0, |last| last.end);
        let cut_at =
            |row: usize| flows.iter().filter(|(a, b)| a.min(b) < &row && &row <= a.max(b)).count() as i64;
        let mut total = 0;
        for page in pages {
            let (above, below) =
                (page.start > 0 && cut_at(page.start) > 0, page.end < items && cut_at(page.end) > 0);
            let body: Len =
                page.clone().map(|row| heights.rows.get(row).copied().unwrap_or(heights.notes)).sum();
            let need = body + heights.strip * (i32::from(above) + i32::from(below));
            let room = if page.start == 0 { heights.first_page } else { heights.further_page };
            if page.len() > 1 && need > room {
                return None;
            }
            total += price::PAGE;
            if page.end < items {
                total += price::CUT * cut_at(page.end) + unused(room - need, room);
            } else if page.start > 0
                && page.end.min(heights.rows.len()) - page.start.min(heights.rows.len()) < 3
            {
                total += price::SHORT_LAST_PAGE;
            }
        }
        Some(total)
    }

    /// Every way to divide some items into pages.
    fn divisions(items: usize) -> impl Iterator<Item = Vec<Range<usize>>> {
        (0..1usize << (items - 1)).map(move |breaks| {
            let mut pages = Vec::new();
            let mut from = 0;
            for to in 1..=items {
                if to == items || breaks >> (to - 1) & 1 == 1 {
                    pages.push(from..to);
                    from = to;
                }
            }
            pages
        })
    }

    #[test]
    fn the_breaks_are_those_of_an_exhaustive_search() {
        let mut state = 1u64;
        let mut random = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        for case in 0..60 {
            let rows = if case % 6 == 0 { 14 } else { 2 + random(10) as usize };
            let row_heights: Vec<Len> = (0..rows).map(|_| Len::mm(6 + random(40) as i32)).collect();
            let mut flows: Vec<(usize, usize)> = (1..rows).map(|row| (row - 1, row)).collect();
            flows.retain(|_| random(4) > 0);
            for _ in 0..random(rows as u64) {
                flows.push((random(rows as u64) as usize, random(rows as u64) as usize));
            }
            flows.sort_unstable();
            let heights = Heights {
                rows: &row_heights,
                notes: Len::mm(random(3) as i32 * 9),
                strips: &[],
                reach: &[],
                strip: Len::um(11_500),
                first_page: Len::mm(80 + random(60) as i32),
                further_page: Len::mm(90 + random(60) as i32),
            };
            let items = rows + usize::from(heights.notes > Len::ZERO);
            let best = divisions(items).filter_map(|pages| price_of(&pages, &flows, &heights)).min();
            let mut chosen: Vec<Range<usize>> =
                Breaks::new(&diagram(rows, &flows), &heights).from(0).collect();
            // The notes are no row; here they are counted as one.
            chosen.last_mut().expect("there is a page").end = items;
            let chosen_price = price_of(&chosen, &flows, &heights);
            assert_eq!(chosen_price, best, "case {case}: {chosen:?} of {row_heights:?}, {flows:?}");
        }
    }
}
