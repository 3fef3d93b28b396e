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
pub(super) use from_procedure::row_key;

use crate::analysis::Procedure;
use crate::config::Config;
use crate::layout::FORCED_NOTE;
use crate::layout::length::Len;
use crate::layout::scene::Page;
use crate::text::{Arg, Lang, Text};
use rounds::Memory;
use style::Style;

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
    /// What is too large, and mostly what to do about it, in both languages.
    pub text: &'static Text,
    /// What to do about it, where the text does not say so.
    pub remedy: Option<&'static Text>,
    /// What is put in place of its names.
    pub args: Vec<(&'static str, Arg)>,
}

impl Unfit {
    /// The sentence.
    pub fn words(&self, lang: Lang) -> String {
        let texts = std::iter::once(self.text).chain(self.remedy);
        texts.map(|text| text.fill(lang, &self.args)).collect::<Vec<_>>().join("; ")
    }
}

/// Whether so many lanes stand on the paper at all, whatever is drawn in them.
///
/// Errors: the table is too wide for it.
pub fn room(lanes: usize, config: &Config) -> Result<(), Unfit> {
    let paper = &config.cetak.halaman;
    let style = style::LADDER[style::LADDER.len() - 1].with_type(config.cetak.huruf);
    let width = table::least_width(&config.label, &style, &vec![style.lane(style::LANE_PAD); lanes]);
    let between = paper.width - paper.margins.left - paper.margins.right;
    if width <= between { Ok(()) } else { Err(unfit::too_narrow(lanes, width, paper)) }
}

/// Draws the chart of a procedure. With `forced` every page says that the file still has errors.
///
/// Errors: the lanes or a row do not fit the paper, or a symbol has too few sides for its arrows.
pub fn chart(procedure: &Procedure, config: &Config, forced: bool) -> Result<Chart, Unfit> {
    chart_from(procedure, config, forced, 1)
}

/// As [`chart`], in a book: connectors call the first page by this number.
///
/// Errors: as [`chart`].
pub fn chart_from(
    procedure: &Procedure,
    config: &Config,
    forced: bool,
    first_page: usize,
) -> Result<Chart, Unfit> {
    drawn(procedure, config, forced, true, first_page)
}

/// Draws the chart without its title, for a page that says it already.
///
/// Errors: as [`chart`].
pub fn untitled(procedure: &Procedure, config: &Config, forced: bool) -> Result<Chart, Unfit> {
    drawn(procedure, config, forced, false, 1)
}

fn drawn(
    procedure: &Procedure,
    config: &Config,
    forced: bool,
    titled: bool,
    first_page: usize,
) -> Result<Chart, Unfit> {
    let with_room = |room: Len| {
        let (mut diagram, notes) = diagram(procedure, config, room);
        diagram.warning = forced.then(|| FORCED_NOTE.id.to_owned());
        diagram.first_page = first_page;
        if !titled {
            diagram.title.clear();
        }
        (diagram, notes)
    };
    let (diagram, notes) = with_room(CONDITION);
    let (roomy, roomy_notes) = with_room(LONG_CONDITION);
    let labels = |diagram: &Diagram| -> Vec<Option<String>> {
        diagram.flows.iter().map(|flow| flow.branch.as_ref().map(|branch| branch.label.clone())).collect()
    };
    let mut memory = Memory::of(&diagram);
    let (drawn, notes) = if diagram.rows.len() > ROWS_TRIED || labels(&diagram) == labels(&roomy) {
        (attempt(&diagram, &mut memory)?, notes)
    } else {
        let plain = attempt(&diagram, &mut memory);
        memory.forget_texts();
        match (plain, attempt(&roomy, &mut memory)) {
            (plain, Ok(long)) if plain.as_ref().map_or(true, |plain| long.is_as_good_as(plain)) => {
                (long, roomy_notes)
            }
            (plain, _) => (plain?, notes),
        }
    };
    Ok(drawn.chart(&diagram, notes))
}

/// Draws a diagram.
///
/// Errors: as [`chart()`].
pub fn draw(diagram: &Diagram) -> Result<Chart, Unfit> {
    Ok(attempt(diagram, &mut Memory::of(diagram))?.chart(diagram, Vec::new()))
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
/// A longer chart is not laid out twice.
const ROWS_TRIED: usize = 100;

/// A drawing that may be compared with another.
struct Drawn {
    pages: Vec<Page>,
    style: Style,
    widest_lane: Len,
    /// The flows whose word is without a clear place.
    without: Vec<usize>,
    /// Words that stand under Keterangan because of that.
    numbered: usize,
}

impl Drawn {
    fn is_as_good_as(&self, other: &Drawn) -> bool {
        self.style == other.style
            && self.pages.len() <= other.pages.len()
            && self.without.len() + self.numbered <= other.without.len() + other.numbered
            && self.widest_lane <= other.widest_lane.scale(5, 4)
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

fn attempt(diagram: &Diagram, memory: &mut Memory) -> Result<Drawn, Unfit> {
    if let Some((place, sides)) = diagram.overfull() {
        return Err(unfit::too_many_branches(diagram, place, sides));
    }
    let mut crowded = Vec::new();
    let mut drawn = draw_around(diagram, &crowded, memory)?;
    for _ in 0..MAKING_ROOM {
        if drawn.without.is_empty() {
            break;
        }
        let more = drawn.without.iter().copied().filter(|flow| !crowded.contains(flow)).collect::<Vec<_>>();
        crowded.extend(more);
        // Where the paper has no more room, the drawing stays as it is.
        let Ok(again) = draw_around(diagram, &crowded, memory) else { break };
        if again.without.len() < drawn.without.len() {
            drawn = again;
        }
    }
    number_the_rest(diagram, &mut crowded, memory, &mut drawn);
    Ok(drawn)
}

/// A word for which no place can be found stands under Keterangan, and its number at the line.
fn number_the_rest(diagram: &Diagram, crowded: &mut Vec<usize>, memory: &mut Memory, drawn: &mut Drawn) {
    let mut flows: Vec<usize> = Vec::new();
    for _ in 0..MAKING_ROOM {
        if drawn.without.iter().all(|flow| flows.contains(flow)) {
            break;
        }
        flows.extend(&drawn.without);
        flows.sort_unstable();
        flows.dedup();
        crowded.retain(|flow| !flows.contains(flow));
        memory.forget_texts();
        let Ok(again) = draw_around(&diagram.numbered(&flows), crowded, memory) else { break };
        if again.without.len() < drawn.without.len() {
            *drawn = Drawn { numbered: flows.len(), ..again };
        }
    }
    if !flows.is_empty() {
        memory.forget_texts();
    }
}

/// How often room is made for words that found no clear place.
const MAKING_ROOM: usize = 3;

/// Draws with room made for the words of some flows.
fn draw_around(diagram: &Diagram, crowded: &[usize], memory: &mut Memory) -> Result<Drawn, Unfit> {
    let layout = rounds::lay_out(diagram, crowded, memory)?;
    let widest_lane = layout.widths.lanes.iter().copied().max().unwrap_or_default();
    let mut drawn =
        Drawn { pages: Vec::new(), style: layout.style, widest_lane, without: Vec::new(), numbered: 0 };
    for index in 0..layout.sheets.len() {
        let (page, more) = draw::page(&layout, index);
        drawn.pages.push(page);
        drawn.without.extend(more);
    }
    Ok(drawn)
}
