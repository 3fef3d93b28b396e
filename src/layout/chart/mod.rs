//! The flowchart: a ruled table whose lanes hold symbols joined by arrows.
//!
//! ```text
//!  procedure ─▶ diagram ─▶ levels ─▶ widths, cells ─▶ pages ─▶ grid ─▶ candidates ─▶ search ─▶ channels ─▶ fit
//!                                      ▲                                                            │
//!                                      └──────── lanes or rows must grow, a page is too high ◀──────┤
//!                                                                                                   ▼
//!                                                                                   place ─▶ labels ─▶ draw
//! ```
//!
//! Routes are chosen in level space, before any millimetre is known; each page by itself. Integers only, budgets are
//! counts: the same diagram gives the same pages everywhere.

mod candidates;
pub mod certificate;
mod channels;
mod columns;
pub mod diagram;
mod draw;
mod exact;
mod fit;
mod from_procedure;
mod grid;
mod junctions;
mod labels;
mod levels;
mod pages;
mod place;
mod prices;
mod prospects;
mod rounds;
mod route;
mod search;
mod style;
mod table;
mod tracks;
mod trim;
mod unfit;

pub use diagram::Diagram;
pub use from_procedure::diagram;
pub(super) use from_procedure::row_key;

use crate::analysis::Procedure;
use crate::config::Config;
use crate::layout::FORCED_NOTE;
use crate::layout::scene::Page;
use crate::text::{Arg, Lang, Text};

/// A finished chart.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Its pages.
    pub pages: Vec<Page>,
    /// What was printed in words because it could not be drawn.
    pub notes: Vec<Note>,
}

/// Something that the reader of the source should know about the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// In both languages.
    pub text: &'static Text,
    /// What is put in place of its names.
    pub args: Vec<(&'static str, Arg)>,
}

impl Note {
    /// The sentence.
    pub fn words(&self, lang: Lang) -> String {
        self.text.fill(lang, &self.args)
    }
}

/// Why a chart cannot be drawn on its paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// What to widen or to split, in both languages.
    pub text: &'static Text,
    /// What is put in place of its names.
    pub args: Vec<(&'static str, Arg)>,
}

impl Unfit {
    /// The sentence.
    pub fn words(&self, lang: Lang) -> String {
        self.text.fill(lang, &self.args)
    }
}

/// Draws the chart of a procedure. With `forced` every page says that the file still has errors.
///
/// Errors: the lanes or a row do not fit the paper, or a symbol has too few sides for its arrows.
pub fn chart(procedure: &Procedure, config: &Config, forced: bool) -> Result<Chart, Unfit> {
    let (mut diagram, notes) = diagram(procedure, config);
    diagram.warning = forced.then(|| FORCED_NOTE.id.to_owned());
    let mut chart = draw(&diagram)?;
    chart.notes = notes;
    Ok(chart)
}

/// Draws a diagram.
///
/// Errors: as [`chart`].
pub fn draw(diagram: &Diagram) -> Result<Chart, Unfit> {
    if let Some((place, sides)) = diagram.overfull() {
        return Err(unfit::too_many_branches(diagram, place, sides));
    }
    let mut crowded = Vec::new();
    let (mut pages, mut without) = draw_around(diagram, &crowded)?;
    for _ in 0..MAKING_ROOM {
        if without.is_empty() {
            break;
        }
        crowded.extend(without.iter().copied().filter(|flow| !crowded.contains(flow)).collect::<Vec<_>>());
        // Where the paper has no more room, the drawing stays as it is.
        let Ok((again, still)) = draw_around(diagram, &crowded) else { break };
        if still.len() < without.len() {
            (pages, without) = (again, still);
        }
    }
    Ok(Chart { pages, notes: Vec::new() })
}

/// How often room is made for words that found no clear place.
const MAKING_ROOM: usize = 3;

/// The pages with room made for the words of some flows, and the flows whose word is still without a clear place.
fn draw_around(diagram: &Diagram, crowded: &[usize]) -> Result<(Vec<Page>, Vec<usize>), Unfit> {
    let layout = rounds::lay_out(diagram, crowded)?;
    let mut without = Vec::new();
    let pages = (0..layout.sheets.len()).map(|index| {
        let (page, more) = draw::page(&layout, index);
        without.extend(more);
        page
    });
    Ok((pages.collect(), without))
}
