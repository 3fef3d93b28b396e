//! What is to be drawn, and nothing of where: lanes, rows, places, flows. Knows neither the model nor the page.

use crate::config::{KolomMutuBaku, Labels};
use crate::paper::PageSetup;
use crate::paper::length::FontSize;
use std::ops::Range;

/// A chart's content.
///
/// Invariants: places are ordered by row, then as the case passes them; every row has at least one place and every
/// place at least one lane; lanes of a place are distinct; flows are ordered by the place they leave.
#[derive(Clone, Debug)]
pub struct Diagram {
    /// Printed above the table.
    pub title: String,
    /// Left to right.
    pub lanes: Vec<Lane>,
    /// Top to bottom.
    pub rows: Vec<Row>,
    /// Symbols, joint ones counted once.
    pub places: Vec<Place>,
    /// Arrows.
    pub flows: Vec<Flow>,
    /// Names of the ends, keys `!1`, `!2`, …; `None` is the plain end.
    pub ends: Vec<Option<String>>,
    /// Printed under the table of the last page.
    pub footnotes: Vec<Paragraph>,
    /// Printed words.
    pub words: Labels,
    /// Order of the columns under Mutu Baku.
    pub columns: [KolomMutuBaku; 3],
    /// The page.
    pub paper: PageSetup,
    /// Text in the table, where there is room for it.
    pub type_size: FontSize,
    /// The procedure's number, printed at the foot of every page.
    pub number: Option<String>,
    /// Printed at the foot of every page.
    pub warning: Option<String>,
    /// What the connectors call the first page: 1, or its number in a book.
    pub first_page: usize,
}

#[cfg(test)]
impl Diagram {
    /// These places and flows, and nothing else: no words, and the usual page.
    pub(super) fn bare(rows: Vec<Row>, places: Vec<Place>, flows: Vec<Flow>) -> Diagram {
        let print = crate::config::Config::default().cetak;
        Diagram {
            title: String::new(),
            lanes: Vec::new(),
            rows,
            places,
            flows,
            ends: Vec::new(),
            footnotes: Vec::new(),
            words: Labels::default(),
            columns: print.kolom,
            paper: print.halaman,
            type_size: print.huruf,
            number: None,
            warning: None,
            first_page: 1,
        }
    }
}

/// A lane.
#[derive(Clone, Debug)]
pub struct Lane {
    /// Names its cells; unlike any other column's.
    pub id: String,
    /// Its head.
    pub name: String,
}

/// A row of the table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Names its cells; unlike any other row's.
    pub key: String,
    /// Printed under No.
    pub number: String,
    /// The band above it.
    pub band: Option<String>,
    /// Kegiatan.
    pub kegiatan: Vec<Paragraph>,
    /// Kelengkapan.
    pub kelengkapan: Vec<Paragraph>,
    /// Waktu.
    pub waktu: Vec<Paragraph>,
    /// Output.
    pub output: Vec<Paragraph>,
    /// Keterangan.
    pub keterangan: Vec<Paragraph>,
    /// Its places.
    pub places: Range<usize>,
}

/// A text that begins on a line of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// `a.`, `-`, or nothing; what follows hangs beside it.
    pub marker: String,
    /// The text.
    pub text: String,
}

impl Paragraph {
    /// Without a marker.
    pub fn plain(text: impl Into<String>) -> Paragraph {
        Paragraph { marker: String::new(), text: text.into() }
    }
}

/// A place in the flow.
#[derive(Clone, Debug)]
pub struct Place {
    /// Step key: `7`, `7.2`.
    pub key: String,
    /// Its row.
    pub row: usize,
    /// Who acts, from left to right.
    pub lanes: Vec<usize>,
    /// Its symbol.
    pub kind: Kind,
    /// Whether it is an alternative to the place before it in its row.
    pub alternative: bool,
    /// The end that its capsule is: index into [`Diagram::ends`].
    pub end: Option<usize>,
}

/// The symbols of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A box.
    Process,
    /// A diamond.
    Decision,
    /// A capsule where the procedure begins.
    Start,
    /// A capsule where it ends.
    End,
    /// A pentagon that leads to another page.
    Connector,
}

/// An arrow.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Index of the place it leaves.
    pub from: usize,
    /// Where it ends.
    pub to: Goal,
    /// Which outcome it is. Flows of one place without an outcome, or with the same one, are one net.
    pub branch: Option<Branch>,
}

/// Where an arrow ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Goal {
    /// At a place.
    Place(usize),
    /// At an end of its row: index into [`Diagram::ends`].
    End(usize),
}

/// An outcome.
#[derive(Clone, Debug)]
pub struct Branch {
    /// `ya`, `tidak`, `tidak, lalu`, or the condition.
    pub id: String,
    /// Printed at the arrow.
    pub label: String,
    /// Its number among the outcomes of its place, from 0.
    pub index: usize,
    /// Where the case goes after the last return, by the side of the outcome that returns: its symbol has no other left.
    pub shares_side: bool,
}

/// Ends the name of where a case goes after the last return of an outcome.
pub(super) const AFTER_RETURNS: &str = ", lalu";

impl Branch {
    /// The outcome after whose last return a case goes this way.
    pub(super) fn after_returns_of(&self) -> Option<&str> {
        self.id.strip_suffix(AFTER_RETURNS)
    }
}

impl Diagram {
    /// The row in which a flow ends.
    pub(super) fn goal_row(&self, flow: &Flow) -> usize {
        match flow.to {
            Goal::Place(place) => self.places[place].row,
            Goal::End(_) => self.places[flow.from].row,
        }
    }

    /// Step key of a flow's goal.
    pub fn goal_key(&self, flow: &Flow) -> String {
        match flow.to {
            Goal::Place(place) => self.places[place].key.clone(),
            Goal::End(end) => format!("!{}", end + 1),
        }
    }
}

impl Diagram {
    /// The same with numbers at some flows, and their words under Keterangan.
    pub(super) fn numbered(&self, flows: &[usize]) -> Diagram {
        let mut diagram = self.clone();
        for flow in flows {
            let from = self.flows[*flow].from;
            let Some(number) = diagram.next_number(*flow) else { continue };
            let Some(branch) = &mut diagram.flows[*flow].branch else { continue };
            let words = std::mem::replace(&mut branch.label, number.clone());
            let place = &self.places[from];
            let row = &mut diagram.rows[place.row];
            let deciding = |place: &&Place| place.kind == Kind::Decision;
            let actor = if self.places[row.places.clone()].iter().filter(deciding).count() > 1 {
                let names: Vec<&str> =
                    place.lanes.iter().map(|lane| self.lanes[*lane].name.as_str()).collect();
                format!(" ({})", names.join(", "))
            } else {
                String::new()
            };
            let paragraph = Paragraph::plain(format!("{number}{actor}: {words}"));
            if words != number && !row.keterangan.contains(&paragraph) {
                row.keterangan.push(paragraph);
            }
        }
        diagram
    }

    /// The number for the words at a flow: that of the same outcome, else the next one of its decision.
    fn next_number(&self, flow: usize) -> Option<String> {
        let (from, index) = (self.flows[flow].from, self.flows[flow].branch.as_ref()?.index);
        let first = self.flows.partition_point(|flow| flow.from < from);
        let of_place = self.flows[first..].iter().take_while(|flow| flow.from == from);
        let number = |label: &str| label.strip_prefix('(')?.strip_suffix(')')?.parse::<usize>().ok();
        let numbered = of_place.filter_map(|flow| flow.branch.as_ref()).filter_map(|branch| {
            let number = number(&branch.label)?;
            Some((branch.index, number))
        });
        let same = numbered.clone().find(|(of, _)| *of == index).map(|(_, number)| number);
        let number = same.unwrap_or_else(|| 1 + numbered.map(|(_, number)| number).max().unwrap_or_default());
        Some(format!("({number})"))
    }

    /// Sides that each place needs: one for each outcome, or one for all its other flows, and one to be entered by.
    pub fn sides(&self) -> Vec<usize> {
        let mut entered = vec![0; self.places.len()];
        for flow in &self.flows {
            if let Goal::Place(to) = flow.to {
                entered[to] = 1;
            }
        }
        let mut sides = entered;
        for of_place in self.flows.chunk_by(|a, b| a.from == b.from) {
            let branch = |flow: &Flow| flow.branch.as_ref().map(|branch| branch.index);
            let mut nets: Vec<Option<usize>> = of_place.iter().map(branch).collect();
            nets.sort_unstable();
            nets.dedup();
            sides[of_place[0].from] += nets.len();
        }
        sides
    }

    /// A place that needs more sides than its symbols have, and how many.
    pub(super) fn overfull(&self) -> Option<(usize, usize)> {
        let sides = self.sides().into_iter().enumerate();
        sides
            .zip(&self.places)
            .find(|((_, sides), place)| *sides > 4 * place.lanes.len())
            .map(|(found, _)| found)
    }
}
