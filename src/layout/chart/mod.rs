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

mod at_arrow;
mod breaks;
mod budget;
mod candidates;
pub mod certificate;
mod channels;
mod columns;
pub mod diagram;
mod draw;
mod exact;
#[cfg(test)]
mod exhaustive;
mod fit;
mod from_procedure;
mod grid;
mod junctions;
mod keterangan;
mod labels;
mod levels;
mod pages;
mod place;
mod prices;
mod prospects;
mod rounds;
mod route;
mod search;
mod strips;
mod style;
mod table;
mod tracks;
mod trim;
mod typeset;
mod unfit;

pub use diagram::Diagram;
pub use from_procedure::diagram;
pub(super) use unfit::TOO_NARROW;
pub use unfit::Unfit;

use crate::analysis::Procedure;
use crate::config::{Config, Labels};
use crate::layout::FORCED_NOTE;
use crate::layout::font::{self, Face};
use crate::layout::scene::Page;
use crate::model::Standing;
use crate::paper::PageSetup;
use crate::paper::length::{FontSize, Len};
use crate::text::{Arg, Lang, Text};
use diagram::Flow;
use rounds::{Least, Measured, Memory, least};
use std::ops::Range;
use style::{LABEL_SIZE, LADDER, LANE_PAD};

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

/// Whether so many lanes stand on the paper at all, whatever is drawn in them.
///
/// Errors: the table is too wide for it.
pub fn room(lanes: usize, config: &Config) -> Result<(), Unfit> {
    room_on(&config.cetak.halaman, lanes, &config.label, config.cetak.huruf)
}

fn room_on(paper: &PageSetup, lanes: usize, words: &Labels, size: FontSize) -> Result<(), Unfit> {
    // More would be metres longer than any length that is counted with.
    const MOST: usize = 10_000;
    let style = LADDER[LADDER.len() - 1].with_type(size);
    let width = style.lane(LANE_PAD) * lanes.min(MOST) as i32;
    let between = paper.width - paper.margins.left - paper.margins.right;
    match table::fits(words, &style, width, between) {
        true => Ok(()),
        false => Err(unfit::too_narrow(lanes, table::least_width(words, &style, width), paper)),
    }
}

/// Draws the chart of a procedure. Every page of a file with errors says that it has them.
///
/// Errors: the lanes or a row do not fit the paper, or a symbol has too few sides for its arrows.
pub fn chart(procedure: &Procedure, config: &Config, standing: Standing) -> Result<Chart, Unfit> {
    chart_from(procedure, config, standing, 1)
}

/// As [`chart`], in a book: connectors call the first page by this number.
///
/// Errors: as [`chart`].
pub fn chart_from(
    procedure: &Procedure,
    config: &Config,
    standing: Standing,
    first_page: usize,
) -> Result<Chart, Unfit> {
    drawn(procedure, config, &Around { standing, titled: true, first_page })
}

/// Draws the chart without its title, for a page that says it already.
///
/// Errors: as [`chart`].
pub fn untitled(procedure: &Procedure, config: &Config, standing: Standing) -> Result<Chart, Unfit> {
    drawn(procedure, config, &Around { standing, titled: false, first_page: 1 })
}

/// What the pages say around the table.
struct Around {
    standing: Standing,
    titled: bool,
    /// As connectors call it.
    first_page: usize,
}

fn drawn(procedure: &Procedure, config: &Config, around: &Around) -> Result<Chart, Unfit> {
    let draw = |sharing: bool| drawn_with(procedure, config, around, sharing);
    // Where a page has no place for a line that forks, words do.
    draw(true)
        .or_else(|(unfit, shared)| if shared { draw(false).map_err(|(unfit, _)| unfit) } else { Err(unfit) })
}

/// Errors: as [`chart`], and whether arrows share a side that words could be left to.
fn drawn_with(
    procedure: &Procedure,
    config: &Config,
    around: &Around,
    sharing: bool,
) -> Result<Chart, (Unfit, bool)> {
    let with_room = |room: Len| {
        let (mut diagram, notes) = diagram(procedure, config, room, sharing);
        diagram.warning = around.standing.has_errors().then(|| FORCED_NOTE.id.to_owned());
        diagram.first_page = around.first_page;
        if !around.titled {
            diagram.title.clear();
        }
        (Wording { diagram, measured: Measured::default() }, notes)
    };
    let (mut plain, notes) = with_room(CONDITION);
    let (mut wordy, wordy_notes) = with_room(LONG_CONDITION);
    let long = plain.diagram.rows.len() > ROWS_TRIED;
    let alike = long || plain.labels().eq(wordy.labels());
    let mut memory = Memory::of(&plain.diagram);
    let mut draw = |steps: Range<usize>, plain: &mut Wording, memory: &mut Memory| {
        if alike {
            return plain.draw(steps, memory).map(|drawn| (drawn, &notes));
        }
        // Most often the longer words take no more than the short ones would at least.
        let least = least(&plain.diagram, steps.start, memory, &mut plain.measured);
        let mut with_more = None;
        if let Some(least) = least {
            with_more = wordy.draw(steps.start..steps.start + 1, memory).ok();
            if let Some(drawn) = with_more.take_if(|drawn| drawn.takes_no_more_than(&least)) {
                return Ok((drawn, &wordy_notes));
            }
        }
        let with_less = plain.draw(steps.clone(), memory);
        match &with_less {
            Ok(drawn) if drawn.step == steps.start => {}
            Ok(drawn) => with_more = wordy.draw(drawn.step..drawn.step + 1, memory).ok(),
            Err(_) => with_more = wordy.draw(steps, memory).ok(),
        }
        match (with_less, with_more) {
            (Ok(less), Some(more)) if more.is_as_good_as(&less) => Ok((more, &wordy_notes)),
            (Err(_), Some(more)) => Ok((more, &wordy_notes)),
            (with_less, _) => with_less.map(|drawn| (drawn, &notes)),
        }
    };
    let (mut drawn, mut said) =
        draw(ALL_STEPS, &mut plain, &mut memory).map_err(|unfit| (unfit, plain.shares_sides()))?;
    // Smaller symbols leave more to the texts. Where they save a page, they are worth it.
    let (pages, next) = (drawn.pages.len(), drawn.step + 1);
    let smaller = LADDER.get(next).is_some_and(|style| style.body == LADDER[drawn.step].body);
    if smaller
        && !long
        && pages > 1
        && least(&plain.diagram, next, &mut memory, &mut plain.measured).is_some_and(|it| it.pages < pages)
    {
        let smaller = draw(next..next + 1, &mut plain, &mut memory).ok();
        if let Some((shorter, notes)) = smaller.filter(|(other, _)| other.is_shorter_than(&drawn)) {
            (drawn, said) = (shorter, notes);
        }
    }
    let said = said.clone();
    Ok(drawn.chart(&plain.diagram, said))
}

/// A diagram with some of its words in one place or another, and what is known of them.
struct Wording {
    diagram: Diagram,
    measured: Measured,
}

impl Wording {
    /// The words at the flows.
    fn labels(&self) -> impl Iterator<Item = Option<&str>> {
        self.diagram.flows.iter().map(|flow| flow.branch.as_ref().map(|branch| branch.label.as_str()))
    }

    fn shares_sides(&self) -> bool {
        let branches = self.diagram.flows.iter().filter_map(|flow| flow.branch.as_ref());
        branches.into_iter().any(|branch| branch.shares_side)
    }

    fn draw(&mut self, steps: Range<usize>, memory: &mut Memory) -> Result<Drawn, Unfit> {
        Attempt::of(&self.diagram, steps, memory, &mut self.measured)
    }
}

/// Draws a diagram.
///
/// Errors: as [`chart()`].
pub fn draw(diagram: &Diagram) -> Result<Chart, Unfit> {
    let drawn = Attempt::of(diagram, ALL_STEPS, &mut Memory::of(diagram), &mut Measured::default())?;
    Ok(drawn.chart(diagram, Vec::new()))
}

static CROWDED: Text = Text {
    id: "No. {nomor}: tulisan di panahnya tidak mendapat tempat yang lapang; pakai kertas yang lebih lebar atau pelaksana \
         yang lebih sedikit",
    en: "row {nomor}: the word at its arrow finds no clear place; use wider paper or fewer lanes",
};

/// A condition up to this width stands at its arrow.
const CONDITION: Len = Len::mm(16);
/// The same, where the page has room for it: nothing becomes smaller, no page is added, and no lane grows much.
const LONG_CONDITION: Len = Len::mm(30);
/// `Tidak` and the like are no wider.
const LONGEST_ANSWER: Len = Len::mm(10);
/// A longer chart is not laid out twice.
const ROWS_TRIED: usize = 100;

/// A drawing that may be compared with another.
struct Drawn {
    pages: Vec<Page>,
    /// Of the ladder of styles.
    step: usize,
    widest_lane: Len,
    /// The flows whose word is without a clear place.
    without: Vec<usize>,
    /// Words that stand under Keterangan because of that.
    numbered: usize,
}

impl Drawn {
    fn is_as_good_as(&self, other: &Drawn) -> bool {
        self.step == other.step
            && self.pages.len() <= other.pages.len()
            && self.without.len() + self.numbered <= other.without.len() + other.numbered
            && self.widest_lane <= other.widest_lane.scale(5, 4)
    }

    /// Whether no drawing that takes at least this much could be better.
    fn takes_no_more_than(&self, least: &Least) -> bool {
        self.pages.len() <= least.pages
            && self.without.len() + self.numbered == 0
            && self.widest_lane <= least.widest_lane.scale(5, 4)
    }

    fn is_shorter_than(&self, other: &Drawn) -> bool {
        self.pages.len() < other.pages.len()
            && self.without.len() + self.numbered <= other.without.len() + other.numbered
    }

    fn chart(self, diagram: &Diagram, mut notes: Vec<Note>) -> Chart {
        notes.extend(self.without.iter().map(|flow| {
            let place = &diagram.places[diagram.flows[*flow].from];
            let nomor = diagram.rows[place.row].number.as_str();
            Note { text: &CROWDED, args: vec![("nomor", Arg::from(nomor))] }
        }));
        notes.dedup();
        Chart { pages: self.pages, notes }
    }
}

/// Every step of the ladder of styles.
const ALL_STEPS: Range<usize> = 0..LADDER.len();

/// Tries to give every word a place: with more room, else with a number instead of a condition, else in a smaller style.
struct Attempt<'a> {
    diagram: &'a Diagram,
    memory: &'a mut Memory,
    measured: &'a mut Measured,
    drawn: Drawn,
    /// The flows whose words are given more room.
    crowded: Vec<usize>,
    /// The flows that have a number instead of a word, and the diagram with these numbers.
    numbered: Vec<usize>,
    with_numbers: Option<Wording>,
}

impl<'a> Attempt<'a> {
    fn of(
        diagram: &'a Diagram,
        steps: Range<usize>,
        memory: &'a mut Memory,
        measured: &'a mut Measured,
    ) -> Result<Drawn, Unfit> {
        if let Some((place, sides)) = diagram.overfull() {
            return Err(unfit::too_many_branches(diagram, place, sides));
        }
        // Further on, the widths of lanes are added up.
        room_on(&diagram.paper, diagram.lanes.len(), &diagram.words, diagram.type_size)?;
        let last = steps.end;
        let drawn = draw_around(diagram, &[], steps, memory, measured);
        let drawn = drawn.map_err(|unfit| unfit.expect("bug: the ladder of styles is empty"))?;
        let here = drawn.step..drawn.step + 1;
        let (crowded, numbered) = (Vec::new(), Vec::new());
        let mut attempt = Attempt { diagram, memory, measured, drawn, crowded, numbered, with_numbers: None };
        attempt.make_room(here.clone());
        attempt.number(here.clone(), |flow| is_condition(&diagram.flows[flow]));
        attempt.make_room(here.end..last);
        // Where a line forks, a number could only be that of its outcome.
        let forks = |flow: usize| diagram.flows[flow].branch.as_ref().is_some_and(|of| of.shares_side);
        attempt.number(here.start..last, |flow| !forks(flow));
        Ok(attempt.drawn)
    }

    /// Where the paper has no more room, the drawing stays as it is.
    fn make_room(&mut self, steps: Range<usize>) {
        for _ in 0..MAKING_ROOM {
            if self.drawn.without.is_empty() || steps.is_empty() {
                break;
            }
            let crowded = &self.crowded;
            let more: Vec<usize> =
                self.drawn.without.iter().copied().filter(|flow| !crowded.contains(flow)).collect();
            self.crowded.extend(more);
            if !self.draw_again(steps.clone()) {
                break;
            }
        }
    }

    /// A word for which no place can be found stands under Keterangan, and its number at the line.
    fn number(&mut self, steps: Range<usize>, may: impl Fn(usize) -> bool) {
        for _ in 0..MAKING_ROOM {
            let numbered = &self.numbered;
            let without = self.drawn.without.iter().copied();
            let more: Vec<usize> = without.filter(|flow| may(*flow) && !numbered.contains(flow)).collect();
            if more.is_empty() {
                break;
            }
            self.numbered.extend(more);
            self.numbered.sort_unstable();
            let numbered = &self.numbered;
            self.crowded.retain(|flow| !numbered.contains(flow));
            let diagram = self.diagram.numbered(numbered);
            self.with_numbers = Some(Wording { diagram, measured: Measured::default() });
            if !self.draw_again(steps.clone()) {
                break;
            }
        }
    }

    /// `false` where it does not fit; the drawing is taken over where it is better.
    fn draw_again(&mut self, steps: Range<usize>) -> bool {
        let (diagram, measured) = match &mut self.with_numbers {
            Some(Wording { diagram, measured }) => (&*diagram, measured),
            None => (self.diagram, &mut *self.measured),
        };
        let again = draw_around(diagram, &self.crowded, steps, self.memory, measured);
        let Ok(again) = again else { return false };
        if again.without.len() < self.drawn.without.len() {
            self.drawn = Drawn { numbered: self.numbered.len(), ..again };
        }
        true
    }
}

/// Whether a flow has a condition, which a number can stand for, and not a plain answer.
fn is_condition(flow: &Flow) -> bool {
    flow.branch.as_ref().is_some_and(|branch| {
        branch.after_returns_of().is_none()
            && font::width(&branch.label, Face::Regular, LABEL_SIZE) > LONGEST_ANSWER
    })
}

/// How often room is made for words that found no clear place.
const MAKING_ROOM: usize = 3;

/// Draws with room made for the words of some flows.
fn draw_around(
    diagram: &Diagram,
    crowded: &[usize],
    steps: Range<usize>,
    memory: &mut Memory,
    measured: &mut Measured,
) -> Result<Drawn, Option<Unfit>> {
    let (step, layout) = rounds::lay_out(diagram, crowded, steps, memory, measured)?;
    let widest_lane = layout.widths.lanes.iter().copied().max().unwrap_or_default();
    let mut drawn = Drawn { pages: Vec::new(), step, widest_lane, without: Vec::new(), numbered: 0 };
    for index in 0..layout.sheets.len() {
        let (page, more) = draw::page(&layout, index);
        drawn.pages.push(page);
        drawn.without.extend(more);
    }
    Ok(drawn)
}
