//! From a diagram to finished pages: widths, breaks, routes and heights depend on each other, so they are computed in
//! rounds. Needs are only ever raised, which ends the loop.

use super::budget::Budget;
use super::channels::{Channel, channels};
use super::columns::Columns;
use super::diagram::{Diagram, Kind};
use super::fit::{Fit, Texts, fit};
use super::grid::{Grid, Level, Scale, grid, strip_cells};
use super::levels::{RowLevels, levels};
use super::pages::{Breaks, Connector, Heights, Letters, Pages};
use super::route::Route;
use super::search::{Stuck, choose};
use super::strips::{label_width, strip_lines, strip_notes};
use super::style::{CELL_PAD_Y, LADDER, LANE_PAD, SPACING, STRIP_HEIGHT, Style, foot};
use super::table::{CellLine, Cells, Heads, Widths, least_width, widths};
use super::tracks::Routed;
use super::typeset::{Titles, Typeset, drawn_height, footnotes};
use super::unfit::{self, Unfit};
use crate::layout::length::Len;
use std::collections::BTreeMap;
use std::ops::Range;

/// Rounds before a page that is still too high is refused.
const ROUNDS: usize = 60;

/// A longer chart is not laid out twice to see whether it takes less.
const TRIED_AWAY: usize = 100;
/// Pages that are still looked at once a lane has proved too narrow, so that others that are show at once; or as many as
/// before it, in a long chart a quarter of them, so that a chart is not begun again for each lane of it.
const LOOK_AHEAD: usize = 8;
/// A chart of at most so many rows is broken again, this often, once the heights of its rows are known.
const BROKEN_AGAIN_ROWS: usize = 200;
const BROKEN_AGAIN: usize = 8;
/// Pairs of cells between which arrows of one page may run. Ordinary pages have up to some hundred; beyond this the search for
/// routes takes minutes and gigabytes, and nobody could follow the lines.
const MOST_CELLS: usize = 1000;
/// In a longer chart a lane that must grow grows by a track more, so that the chart is begun again less often.
const SPARE_ROWS: usize = 1000;

/// A page problem and its solution; kept from round to round and from style to style, because neither depends on
/// millimetres.
pub(super) struct Solved {
    pub grid: Grid,
    pub routes: Vec<Route>,
    pub channels: Vec<Channel>,
}

/// A page with its millimetres.
pub(super) struct Sheet {
    pub rows: Range<usize>,
    pub solved: std::rc::Rc<Solved>,
    pub connectors: Vec<Connector>,
    pub fit: Fit,
}

/// Everything that the drawing is made from.
pub(super) struct Layout<'a> {
    pub diagram: &'a Diagram,
    pub style: Style,
    pub widths: Widths,
    pub heads: Heads,
    pub cells: Vec<Cells>,
    pub pages: Pages,
    pub letters: Letters,
    pub sheets: Vec<Sheet>,
    pub titles: Titles,
    pub footnotes: Vec<CellLine>,
}

/// Lays the diagram out in the most readable style of these steps of the ladder that fits, with room for the words of the
/// flows that are `crowded`. Tells the step.
///
/// Errors: none fits; without a reason where there is no step.
pub(super) fn lay_out<'a>(
    diagram: &'a Diagram,
    crowded: &[usize],
    steps: Range<usize>,
    memory: &mut Memory,
    measured: &mut Measured,
) -> Result<(usize, Layout<'a>), Option<Unfit>> {
    let rows = levels(diagram);
    let mut why = None;
    for step in steps {
        let style = LADDER[step].with_type(diagram.type_size);
        match at_home(diagram, &rows, style, crowded, memory, measured) {
            Ok(layout) => return Ok((step, layout)),
            Err(Failure::Never(unfit)) => return Err(Some(unfit)),
            Err(Failure::TooLarge(unfit)) => why = Some(unfit),
        }
    }
    Err(why)
}

/// With returns that join in the row they go back to, unless that takes a page or a connector more.
fn at_home<'a>(
    diagram: &'a Diagram,
    rows: &[RowLevels],
    style: Style,
    crowded: &[usize],
    memory: &mut Memory,
    measured: &mut Measured,
) -> Result<Layout<'a>, Failure> {
    let home = Rounds::new(diagram, rows, style, crowded, memory).run(measured);
    let grew = home.as_ref().map_or(true, |layout| layout.sheets.iter().any(|sheet| sheet.fit.home));
    let one = home.as_ref().is_ok_and(|layout| layout.sheets.len() == 1);
    if one || !grew || diagram.rows.len() > TRIED_AWAY {
        return home;
    }
    let away = Rounds { home: false, ..Rounds::new(diagram, rows, style, crowded, memory) }.run(measured);
    let takes = |layout: &Layout| {
        (layout.sheets.len(), layout.sheets.iter().map(|sheet| sheet.connectors.len()).sum::<usize>())
    };
    match (&home, &away) {
        (Ok(layout), Ok(other)) if takes(other) < takes(layout) => away,
        (Err(_), Ok(_)) => away,
        _ => home,
    }
}

/// What a chart takes at least.
pub(super) struct Least {
    pub pages: usize,
    pub widest_lane: Len,
}

/// What a step of the ladder takes at least, as far as texts and symbols tell; what arrows need comes on top. `None`
/// where it does not fit.
pub(super) fn least(
    diagram: &Diagram,
    step: usize,
    memory: &mut Memory,
    measured: &mut Measured,
) -> Option<Least> {
    let rows = levels(diagram);
    let style = LADDER[step].with_type(diagram.type_size);
    let rounds = Rounds::new(diagram, &rows, style, &[], memory);
    let mut widths = widths(diagram, &style, &rounds.wanted)?;
    rounds.columns(measured).settle(&mut widths);
    let widest_lane = widths.lanes.iter().copied().max().unwrap_or_default();
    let of = Typeset::new(diagram, &rows, &style, widths, &footnotes(diagram, &style));
    rounds.memory.scale.get_or_insert_with(|| of.scale());
    let pages = Breaks::new(diagram, &rounds.heights(&of, &of.least)).from(0).count();
    Some(Least { pages, widest_lane })
}

enum Failure {
    /// A smaller style may help.
    TooLarge(Unfit),
    /// No style helps.
    Never(Unfit),
}

/// What is known of the texts of a diagram, in each style that was tried.
#[derive(Default)]
pub(super) struct Measured(Vec<Columns>);

/// What need not be computed again when a diagram is laid out anew, also with other words at its flows.
pub(super) struct Memory {
    solved: BTreeMap<(usize, usize), std::rc::Rc<Solved>>,
    budget: Budget,
    /// Of the lanes and rows as they were first set.
    scale: Option<Scale>,
}

impl Memory {
    pub fn of(diagram: &Diagram) -> Memory {
        Memory { solved: BTreeMap::new(), budget: Budget::of(diagram.rows.len()), scale: None }
    }

    fn solve(&mut self, rows: (usize, usize), grid: Grid) -> Result<std::rc::Rc<Solved>, Box<(Grid, Stuck)>> {
        if let Some(known) = self.solved.get(&rows).filter(|known| known.grid == grid) {
            return Ok(known.clone());
        }
        let choice = match choose(&grid, &mut self.budget) {
            Ok(choice) => choice,
            Err(stuck) => return Err(Box::new((grid, stuck))),
        };
        let channels = channels(&choice.routes);
        let solved = std::rc::Rc::new(Solved { grid, routes: choice.routes, channels });
        self.solved.insert(rows, solved.clone());
        Ok(solved)
    }
}

/// An attempt to fill pages.
struct Tried {
    pages: Pages,
    /// Pages that were looked at since a lane proved too narrow, that one included.
    grew: usize,
    /// The last row of a page that was too high, and whether it had no other.
    too_high: Option<(usize, bool)>,
    complete: bool,
}

struct Rounds<'a, 's> {
    diagram: &'a Diagram,
    rows: &'s [RowLevels],
    style: Style,
    crowded: &'s [usize],
    /// Whether a return joins in the row that it goes back to, also where that row grows by it.
    home: bool,
    memory: &'s mut Memory,
    titles: Titles,
    /// Least width of each lane, and the same with room to spare: among hundreds of pages one more will want it.
    need: Vec<Len>,
    wanted: Vec<Len>,
    spare: Len,
    /// Height of each row with its band, as far as drawings have shown it.
    row_heights: Vec<Len>,
    /// Height of the strips of a page that begins with a row.
    strips: Vec<Option<Len>>,
    /// A page that begins with a row may not reach the row after these.
    reach: Vec<usize>,
}

impl<'a, 's> Rounds<'a, 's> {
    fn new(
        diagram: &'a Diagram,
        rows: &'s [RowLevels],
        style: Style,
        crowded: &'s [usize],
        memory: &'s mut Memory,
    ) -> Self {
        let count = diagram.rows.len();
        Rounds {
            diagram,
            rows,
            style,
            crowded,
            home: true,
            memory,
            titles: Titles::of(diagram),
            need: vec![style.lane(LANE_PAD); diagram.lanes.len()],
            wanted: vec![style.lane(LANE_PAD); diagram.lanes.len()],
            spare: if count > SPARE_ROWS { SPACING * 2 } else { Len::ZERO },
            row_heights: vec![Len::ZERO; count],
            strips: vec![None; count + 1],
            reach: vec![usize::MAX; count + 1],
        }
    }

    fn run(mut self, measured: &mut Measured) -> Result<Layout<'a>, Failure> {
        let columns = self.columns(measured);
        let mut texts: Option<Typeset> = None;
        let footnotes = footnotes(self.diagram, &self.style);
        let mut highest = 0;
        for round in 0..ROUNDS {
            let mut fitting = widths(self.diagram, &self.style, &self.wanted);
            if fitting.is_none() && self.spare > Len::ZERO {
                self.spare = Len::ZERO;
                self.wanted.clone_from(&self.need);
                fitting = widths(self.diagram, &self.style, &self.need);
            }
            let Some(mut widths) = fitting else {
                let needed = least_width(&self.diagram.words, &self.style, self.need.iter().copied().sum());
                let lanes = self.need.len();
                return Err(Failure::TooLarge(unfit::too_narrow(lanes, needed, &self.diagram.paper)));
            };
            columns.settle(&mut widths);
            let of = match texts.take().filter(|same| same.widths == widths) {
                Some(same) => same,
                None => Typeset::new(self.diagram, self.rows, &self.style, widths, &footnotes),
            };
            self.memory.scale.get_or_insert_with(|| of.scale());
            let Tried { pages, grew, too_high, complete } = self.pages(&of)?;
            if grew == 0 && complete {
                let letters = pages.letters(self.diagram);
                if let Some(sheets) = self.settle(round, &pages, &letters, &of)? {
                    let (diagram, style, titles) = (self.diagram, self.style, self.titles);
                    let Typeset { widths, heads, cells, .. } = of;
                    return Ok(Layout {
                        diagram,
                        style,
                        widths,
                        heads,
                        cells,
                        pages,
                        letters,
                        sheets,
                        titles,
                        footnotes,
                    });
                }
            }
            if let (0, Some((row, true))) = (grew, too_high) {
                return Err(Failure::TooLarge(unfit::too_high(self.diagram, row)));
            }
            highest = too_high.map_or(highest, |(row, _)| row);
            texts = Some(of);
        }
        Err(Failure::TooLarge(unfit::too_high(self.diagram, highest)))
    }

    /// What is known of the columns in this style, or is now.
    fn columns<'c>(&self, Measured(known): &'c mut Measured) -> &'c mut Columns {
        let at = known.iter().position(|columns| columns.style == self.style).unwrap_or_else(|| {
            let drawn = |row: usize| drawn_height(self.diagram, &self.rows[row], &self.style);
            let words = known.first().map(Columns::words);
            known.push(Columns::new(self.diagram, self.style, words, drawn));
            known.len() - 1
        });
        &mut known[at]
    }

    /// Page after page: one that is too high hands rows on, and only what follows is broken anew.
    fn pages(&mut self, of: &Typeset) -> Result<Tried, Failure> {
        let long = self.diagram.rows.len() > BROKEN_AGAIN_ROWS;
        let mut expected = self.expected(of, 0);
        let mut breaks = Breaks::new(self.diagram, &self.heights(of, &expected));
        let mut pages = Pages::new(self.diagram, breaks.from(0).collect());
        let mut letters = if long { Letters::new() } else { pages.letters(self.diagram) };
        let (mut done, mut grew, mut too_high) = (0, 0, None);
        while done < pages.count() && grew <= LOOK_AHEAD.max(if long { done / 4 } else { done }) {
            if long {
                letters = pages.provisional_letters(self.diagram, done);
            }
            let sheet = self.sheet(&pages, done, &letters, of)?;
            if self.learn_lanes(&sheet, &of.widths) || grew > 0 {
                grew += 1;
            }
            let rows = sheet.rows.clone();
            let begin = match self.learn_heights(&sheet, done, &pages, of) {
                Some((row, alone)) => {
                    too_high = Some((row, alone));
                    if alone {
                        return Ok(Tried { pages, grew, too_high, complete: false });
                    }
                    for row in rows.clone() {
                        expected[row] = of.least[row].max(self.row_heights[row]);
                    }
                    breaks.renew(&self.heights(of, &expected), rows.start..rows.end);
                    rows.start
                }
                None => {
                    done += 1;
                    // What was learned about the rows that are drawn is expected of the others.
                    if !(long && done.is_power_of_two()) {
                        continue;
                    }
                    expected = self.expected(of, rows.end);
                    breaks.renew(&self.heights(of, &expected), rows.end..self.diagram.rows.len() + 1);
                    rows.end
                }
            };
            let fixed = pages.breaks[..done].to_vec();
            pages = pages.broken(fixed.into_iter().chain(breaks.from(begin)).collect());
            if !long {
                letters = pages.letters(self.diagram);
            }
        }
        let complete = done == pages.count();
        Ok(Tried { pages, grew, too_high, complete })
    }

    /// Height of the table's body on a page.
    fn room(&self, page: usize, heads: &Heads) -> Len {
        let paper = self.diagram.paper;
        paper.height
            - paper.margins.top
            - paper.margins.bottom
            - self.titles.height(page)
            - heads.height()
            - foot(&paper.margins)
    }

    /// Heights of the rows with their bands: as drawings have shown them. In a long chart a row that is in no drawing
    /// yet, from `begin` on, is expected to need as much more than its least as the others did.
    fn expected(&self, of: &Typeset, begin: usize) -> Vec<Len> {
        let decides = |row: usize| {
            let mut places = self.diagram.rows[row].places.clone();
            usize::from(places.any(|place| self.diagram.places[place].kind == Kind::Decision))
        };
        let (mut more, mut drawn) = ([0i64; 2], [0i64; 2]);
        let mut expected = of.least.clone();
        for (row, expected) in
            expected.iter_mut().enumerate().filter(|(row, _)| self.row_heights[*row] > Len::ZERO)
        {
            more[decides(row)] += i64::from((self.row_heights[row] - *expected).max(Len::ZERO).to_um());
            drawn[decides(row)] += 1;
            *expected = (*expected).max(self.row_heights[row]);
        }
        if self.diagram.rows.len() > BROKEN_AGAIN_ROWS {
            for row in (begin..expected.len()).filter(|row| self.row_heights[*row] == Len::ZERO) {
                expected[row] += Len::um((more[decides(row)] / drawn[decides(row)].max(1)) as i32);
            }
        }
        expected
    }

    fn heights<'h>(&'h self, of: &'h Typeset, expected: &'h [Len]) -> Heights<'h> {
        Heights {
            rows: expected,
            notes: of.notes,
            strips: &self.strips,
            reach: &self.reach,
            strip: STRIP_HEIGHT,
            first_page: self.room(0, &of.heads),
            further_page: self.room(1, &of.heads),
        }
    }

    fn sheet(
        &mut self,
        pages: &Pages,
        page: usize,
        letters: &Letters,
        of: &Typeset,
    ) -> Result<Sheet, Failure> {
        let widths = &of.widths;
        let rows = pages.rows(page);
        // Those of the connectors alone are too many: the grid is not made to count the others.
        let strips = strip_cells(self.diagram, pages, page);
        if strips > MOST_CELLS {
            return Err(Failure::Never(unfit::too_many_arrows(self.diagram, rows)));
        }
        let (mut grid, connectors) = grid(self.diagram, self.rows, pages, page);
        grid.scale = self.memory.scale.unwrap_or_default();
        let cells = grid.arrows.iter().map(|arrow| arrow.sources.len().saturating_mul(arrow.targets.len()));
        let cells = cells.fold(0, usize::saturating_add);
        debug_assert!(strips <= cells, "bug: an arrow to a connector has fewer cells than its strip");
        if cells > MOST_CELLS {
            return Err(Failure::Never(unfit::too_many_arrows(self.diagram, rows)));
        }
        let solved = self
            .memory
            .solve((rows.start, rows.end), grid)
            .map_err(|at| Failure::Never(unfit::stuck(self.diagram, &at.0, at.1)))?;
        let labels: Vec<Len> = solved
            .grid
            .arrows
            .iter()
            .map(|arrow| label_width(self.diagram, pages, page, arrow.flow))
            .collect();
        let occupied: Vec<(i32, i32)> = occupied(&solved);
        let arrows = solved.grid.arrows.iter();
        let crowded: Vec<bool> = arrows.map(|arrow| self.crowded.contains(&arrow.flow)).collect();
        let routed = Routed {
            home: self.home,
            grid: &solved.grid,
            routes: &solved.routes,
            style: &self.style,
            labels: &labels,
            crowded: &crowded,
            occupied: &occupied,
        };
        let strip = |top: bool| {
            let notes = strip_notes(self.diagram, pages, letters, page, &connectors, top);
            let lines = strip_lines(&notes, widths, &self.style).len() as i32;
            STRIP_HEIGHT.max(Style::leading(self.style.strip()) * lines + CELL_PAD_Y * 2)
        };
        let texts = Texts {
            rows: &|row| of.cells[row].height,
            bands: &|row| of.cells[row].band,
            strips: (strip(true), strip(false)),
        };
        let fit = fit(&routed, &solved.channels, &widths.lanes, &texts);
        Ok(Sheet { rows, solved, connectors, fit })
    }

    /// Draws all pages again, now that each knows the others, and looks whether they still fit; a short chart whose
    /// heights are known better than when it was broken is broken again.
    fn settle(
        &mut self,
        round: usize,
        pages: &Pages,
        letters: &Letters,
        of: &Typeset,
    ) -> Result<Option<Vec<Sheet>>, Failure> {
        let mut sheets = Vec::with_capacity(pages.count());
        let mut settled = true;
        for page in 0..pages.count() {
            let sheet = self.sheet(pages, page, letters, of)?;
            settled &= !self.learn_lanes(&sheet, &of.widths);
            settled &= self.learn_heights(&sheet, page, pages, of).is_none();
            sheets.push(sheet);
        }
        if settled && self.diagram.rows.len() <= BROKEN_AGAIN_ROWS && round < BROKEN_AGAIN {
            let expected = self.expected(of, 0);
            let breaks = Breaks::new(self.diagram, &self.heights(of, &expected));
            settled = breaks.from(0).eq(pages.breaks.iter().cloned());
        }
        Ok(settled.then_some(sheets))
    }

    /// Raises the needs of the lanes; `true` when one must become wider.
    fn learn_lanes(&mut self, sheet: &Sheet, widths: &Widths) -> bool {
        let mut grew = false;
        for (lane, pad) in sheet.fit.lane_pads.iter().enumerate() {
            let need = self.style.lane(*pad);
            if need > widths.lanes[lane] {
                grew = true;
                self.need[lane] = self.need[lane].max(need);
                self.wanted[lane] = self.need[lane] + self.spare;
            }
        }
        grew
    }

    /// Remembers the heights that a drawing needs. Where the page is too high, returns its last row, and whether it has
    /// no other that could move to the next page.
    fn learn_heights(
        &mut self,
        sheet: &Sheet,
        page: usize,
        pages: &Pages,
        of: &Typeset,
    ) -> Option<(usize, bool)> {
        let rows = pages.rows(page);
        let mut strips = Len::ZERO;
        let mut of_rows = vec![Len::ZERO; rows.len()];
        for (level, height) in sheet.solved.grid.levels.iter().zip(&sheet.fit.heights) {
            match *level {
                Level::Strip { .. } => strips += *height,
                Level::Band { row } | Level::Row { row, .. } => of_rows[row - rows.start] += *height,
            }
        }
        for (row, height) in rows.clone().zip(of_rows) {
            self.row_heights[row] = self.row_heights[row].max(height);
        }
        let known = self.strips[rows.start].unwrap_or(Len::ZERO);
        self.strips[rows.start] = Some(known.max(strips));
        let last = page + 1 == pages.count();
        let notes = if last { of.notes } else { Len::ZERO };
        if sheet.fit.height() + notes <= self.room(page, &of.heads) {
            return None;
        }
        let items = rows.len() + usize::from(notes > Len::ZERO);
        self.reach[rows.start] = rows.start + items.saturating_sub(1).max(1);
        Some((if rows.is_empty() { usize::MAX } else { rows.end - 1 }, items <= 1))
    }
}

fn occupied(solved: &Solved) -> Vec<(i32, i32)> {
    let ends = solved.routes.iter().flat_map(|route| [route.source, route.target]);
    let free = ends.map(|symbol| &solved.grid.symbols[symbol as usize]).filter(|symbol| symbol.free);
    let fixed = solved.grid.symbols.iter().filter(|symbol| !symbol.free);
    fixed.chain(free).map(|symbol| (symbol.level, symbol.lane)).collect()
}
