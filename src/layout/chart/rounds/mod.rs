//! From a diagram to finished pages: widths, breaks, routes and heights depend on each other, so they are computed in
//! rounds. Needs are only ever raised, which ends the loop.

mod memory;
mod page;

pub(super) use memory::{Memory, Solved};

use super::breaks::{Breaks, Heights};
use super::columns::Columns;
use super::diagram::{Diagram, Kind};
use super::fit::Fit;
use super::levels::{RowLevels, levels};
use super::pages::{Connector, Letters, Pages};
use super::style::{LADDER, LANE_PAD, SPACING, STRIP_HEIGHT, Style, foot};
use super::table::{CellLine, Cells, Heads, Widths, least_width, widths};
use super::typeset::{Titles, Typeset, drawn_height, footnotes};
use super::unfit::{self, Unfit};
use crate::paper::length::Len;
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
/// In a longer chart a lane that must grow grows by a track more, so that the chart is begun again less often.
const SPARE_ROWS: usize = 1000;

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
}
