//! Which rows stand on which page, and which flows leave their page through connectors.

use super::diagram::{Diagram, Goal};
use crate::text::letter;
use std::ops::Range;
use std::rc::Rc;

/// The rows of every page.
#[derive(Clone, Debug)]
pub(super) struct Pages {
    /// Rows of each page; the last may be empty, then it holds the notes only.
    pub breaks: Vec<Range<usize>>,
    /// Page of each row.
    page_of: Vec<usize>,
    always: Rc<Always>,
}

/// What holds wherever the pages break.
#[derive(Debug)]
struct Always {
    /// Flows with an end in each row, and where those of a row begin.
    flows: Vec<u32>,
    first: Vec<u32>,
    /// Number of outcomes of each place.
    branches: Vec<usize>,
}

impl Always {
    fn of(diagram: &Diagram) -> Always {
        let mut ends: Vec<(u32, u32)> = Vec::with_capacity(2 * diagram.flows.len());
        let mut branches = vec![0; diagram.places.len()];
        for (index, flow) in diagram.flows.iter().enumerate() {
            ends.push((diagram.places[flow.from].row as u32, index as u32));
            ends.push((diagram.goal_row(flow) as u32, index as u32));
            if let Some(branch) = &flow.branch {
                branches[flow.from] = branches[flow.from].max(branch.index + 1);
            }
        }
        ends.sort_unstable();
        let first = (0..=diagram.rows.len() as u32).map(|row| ends.partition_point(|end| end.0 < row) as u32);
        Always { first: first.collect(), flows: ends.iter().map(|end| end.1).collect(), branches }
    }
}

/// A connector of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Connector {
    /// Page on which the flow leaves its place.
    pub source_page: usize,
    /// The place it goes to.
    pub target: usize,
    /// Whether the flow leaves this page here.
    pub out: bool,
}

impl Pages {
    pub fn new(diagram: &Diagram, breaks: Vec<Range<usize>>) -> Pages {
        let always = Rc::new(Always::of(diagram));
        Pages { breaks: Vec::new(), page_of: vec![0; diagram.rows.len()], always }.broken(breaks)
    }

    /// The same rows on other pages.
    pub fn broken(mut self, breaks: Vec<Range<usize>>) -> Pages {
        for (page, rows) in breaks.iter().enumerate() {
            self.page_of[rows.clone()].fill(page);
        }
        self.breaks = breaks;
        self
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
    pub fn flows_of(&self, page: usize) -> Vec<usize> {
        let rows = self.rows(page);
        let first = |row: usize| self.always.first[row] as usize;
        let of_rows = &self.always.flows[first(rows.start)..first(rows.end)];
        let mut flows: Vec<usize> = of_rows.iter().map(|flow| *flow as usize).collect();
        flows.sort_unstable();
        flows.dedup();
        flows
    }

    /// Number of outcomes of a place.
    pub fn branches(&self, place: usize) -> usize {
        self.always.branches[place]
    }

    /// The connectors of a page: one pair for all flows of a page to one place.
    pub fn connectors(&self, diagram: &Diagram, page: usize) -> Vec<Connector> {
        let mut out: Vec<Connector> = Vec::new();
        for flow in self.flows_of(page).into_iter().map(|index| &diagram.flows[index]) {
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

    /// Letters for the connectors of a page, as long as nobody knows those of the pages before.
    pub fn provisional_letters(&self, diagram: &Diagram, page: usize) -> Letters {
        let connectors = self.connectors(diagram, page);
        let keys = connectors.iter().map(|connector| (connector.source_page, connector.target));
        let mut letters: Letters = keys.map(|key| (key, "AA".to_owned())).collect();
        letters.sort_unstable();
        letters
    }

    /// The letters of all connectors, by page of the source and place of the target.
    pub fn letters(&self, diagram: &Diagram) -> Letters {
        let mut keys: Vec<(usize, bool, usize, usize)> = Vec::new();
        for page in 0..self.count() {
            for connector in self.connectors(diagram, page).iter().filter(|connector| connector.out) {
                let target_page = self.of_place(diagram, connector.target);
                keys.push((page.min(target_page), page > target_page, connector.target, page));
            }
        }
        keys.sort_unstable();
        let mut letters: Letters = keys
            .iter()
            .enumerate()
            .map(|(index, key)| ((key.3, key.2), letter(index).to_ascii_uppercase()))
            .collect();
        letters.sort();
        letters
    }
}

/// The letter of each connector, by page of the source and place of the target.
pub(super) type Letters = Vec<((usize, usize), String)>;
