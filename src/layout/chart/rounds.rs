//! From a diagram to finished pages: widths, breaks, routes and heights depend on each other, so they are computed in
//! rounds. Needs are only ever raised, which ends the loop.

use super::channels::{Channel, channels};
use super::columns::Columns;
use super::diagram::{Diagram, Kind};
use super::fit::{Fit, Texts, fit};
use super::grid::{Connector, Grid, Level, grid};
use super::levels::{RowLevels, levels};
use super::pages::{Heights, Pages, breaks};
use super::route::Route;
use super::search::{Budget, Stuck, choose};
use super::style::{
    BAND_HEIGHT, CELL_PAD_X, CELL_PAD_Y, HEAD_SIZE, LABEL_SIZE, LADDER, LANE_PAD, ROW_PAD, STRIP_HEIGHT,
    Style, TITLE_SIZE, foot,
};
use super::table::{
    CellLine, Cells, Column, Heads, Widths, band_lines, cells, heads, least_width, lines, widths,
};
use super::tracks::Routed;
use super::{Unfit, unfit};
use crate::layout::font::{self, Face};
use crate::layout::length::Len;
use crate::layout::wrap::wrap;
use std::collections::BTreeMap;

/// Rounds before a page that is still too high is refused.
const ROUNDS: usize = 60;

/// Pages that are still looked at once a lane has proved too narrow, so that others that are show at once.
const LOOK_AHEAD: usize = 8;
/// A chart of at most so many rows is broken again, this often, once the heights of its rows are known.
const BROKEN_AGAIN_ROWS: usize = 200;
const BROKEN_AGAIN: usize = 8;

/// A page problem and its solution; kept from round to round and from style to style, because neither depends on
/// millimetres.
pub(super) struct Solved {
    pub grid: Grid,
    pub routes: Vec<Route>,
    pub channels: Vec<Channel>,
}

/// A page with its millimetres.
pub(super) struct Sheet {
    pub rows: std::ops::Range<usize>,
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
    pub letters: Vec<((usize, usize), String)>,
    pub sheets: Vec<Sheet>,
    pub titles: Titles,
    pub footnotes: Vec<CellLine>,
}

/// The lines above the table.
pub(super) struct Titles {
    pub first: Vec<String>,
    pub further: Vec<String>,
}

impl Titles {
    fn of(diagram: &Diagram) -> Titles {
        let margins = diagram.paper.margins;
        let width = diagram.paper.width - margins.left - margins.right;
        if diagram.title.trim().is_empty() {
            return Titles { first: Vec::new(), further: Vec::new() };
        }
        Titles {
            first: wrap(&diagram.title.to_uppercase(), width - Len::mm(30), Face::Bold, TITLE_SIZE),
            further: wrap(&format!("{} (lanjutan)", diagram.title), width, Face::Regular, HEAD_SIZE),
        }
    }

    /// Height above the table.
    pub fn height(&self, page: usize) -> Len {
        if page == 0 {
            let leading = TITLE_SIZE.em().scale(5, 4);
            if self.first.is_empty() { Len::ZERO } else { leading * self.first.len() as i32 + Len::mm(4) }
        } else if self.further.is_empty() {
            Len::ZERO
        } else {
            Style::leading(HEAD_SIZE) * self.further.len() as i32 + Len::mm(2)
        }
    }
}

/// Lays the diagram out in the most readable style that fits, with room for the words of the flows that are `crowded`.
pub(super) fn lay_out<'a>(diagram: &'a Diagram, crowded: &[usize]) -> Result<Layout<'a>, Unfit> {
    let rows = levels(diagram);
    let mut solver = Solver { solved: BTreeMap::new(), budget: Budget::of(diagram.rows.len()) };
    let mut why = None;
    for style in LADDER.map(|style| style.with_type(diagram.type_size)) {
        match Rounds::new(diagram, &rows, style, crowded, &mut solver).run() {
            Ok(layout) => return Ok(layout),
            Err(Failure::Never(unfit)) => return Err(unfit),
            Err(Failure::TooLarge(unfit)) => why = Some(unfit),
        }
    }
    Err(why.expect("bug: the ladder of styles is empty"))
}

enum Failure {
    /// A smaller style may help.
    TooLarge(Unfit),
    /// No style helps.
    Never(Unfit),
}

struct Solver {
    solved: BTreeMap<(usize, usize), std::rc::Rc<Solved>>,
    budget: Budget,
}

impl Solver {
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

struct Rounds<'a, 's> {
    diagram: &'a Diagram,
    rows: &'s [RowLevels],
    style: Style,
    crowded: &'s [usize],
    solver: &'s mut Solver,
    titles: Titles,
    /// Least width of each lane.
    need: Vec<Len>,
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
        solver: &'s mut Solver,
    ) -> Self {
        let count = diagram.rows.len();
        Rounds {
            diagram,
            rows,
            style,
            crowded,
            solver,
            titles: Titles::of(diagram),
            need: vec![style.lane(LANE_PAD); diagram.lanes.len()],
            row_heights: vec![Len::ZERO; count],
            strips: vec![None; count + 1],
            reach: vec![usize::MAX; count + 1],
        }
    }

    fn run(mut self) -> Result<Layout<'a>, Failure> {
        let mut columns = Columns::new(self.diagram, self.style, |row| self.drawn_height(row));
        let mut texts: Option<(Widths, Heads, Vec<Cells>)> = None;
        let mut highest = 0;
        for round in 0..ROUNDS {
            let Some(mut widths) = widths(self.diagram, &self.style, &self.need) else {
                let needed = least_width(self.diagram, &self.style, &self.need);
                return Err(Failure::TooLarge(unfit::too_many_lanes(self.diagram, needed)));
            };
            columns.settle(&mut widths);
            let (widths, heads, cells) = match texts.take() {
                Some(same) if same.0 == widths => same,
                _ => {
                    let (heads, cells) =
                        (heads(self.diagram, &widths), cells(self.diagram, &widths, &self.style));
                    (widths, heads, cells)
                }
            };
            let footnotes = self.footnotes();
            let (mut pages, mut grew, mut too_high) = (None, 0, None);
            let mut sheets: Vec<Sheet> = Vec::new();
            let mut begin = 0;
            // Page after page: one that is too high hands rows on, and only what follows is broken anew.
            let (pages, letters) = loop {
                let (of, letters) = pages.take().unwrap_or_else(|| {
                    let known = sheets.iter().map(|sheet| sheet.rows.clone());
                    let rest = self.breaks(&widths, &heads, &cells, &footnotes, begin);
                    let pages = Pages::new(self.diagram, known.chain(rest).collect());
                    let letters = pages.letters(self.diagram);
                    (pages, letters)
                });
                if sheets.len() == of.count() || grew > LOOK_AHEAD {
                    break (of, letters);
                }
                let sheet = self.sheet(&of, sheets.len(), &letters, &widths, &cells)?;
                if self.learn_lanes(&sheet, &widths) || grew > 0 {
                    grew += 1;
                }
                begin = sheet.rows.start;
                match self.learn_heights(&sheet, sheets.len(), &of, &heads, &footnotes) {
                    Some((row, alone)) => {
                        too_high = Some((row, alone));
                        if alone {
                            break (of, letters);
                        }
                    }
                    None => {
                        sheets.push(sheet);
                        pages = Some((of, letters));
                    }
                }
            };
            let settled = grew == 0
                && sheets.len() == pages.count()
                && self.settle(
                    round,
                    &pages,
                    &letters,
                    &mut sheets,
                    (&widths, &heads, &cells, &footnotes),
                )?;
            if settled {
                let (diagram, style, titles) = (self.diagram, self.style, self.titles);
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
            texts = Some((widths, heads, cells));
            if let (0, Some((row, true))) = (grew, too_high) {
                return Err(Failure::TooLarge(unfit::too_high(self.diagram, row)));
            }
            highest = too_high.map_or(highest, |(row, _)| row);
        }
        Err(Failure::TooLarge(unfit::too_high(self.diagram, highest)))
    }

    fn footnotes(&self) -> Vec<CellLine> {
        let margins = self.diagram.paper.margins;
        let width = self.diagram.paper.width - margins.left - margins.right;
        lines(&self.diagram.footnotes, width, Face::Regular, self.style.body)
    }

    fn footnote_height(&self, footnotes: &[CellLine]) -> Len {
        if footnotes.is_empty() {
            return Len::ZERO;
        }
        Style::leading(self.style.body) * footnotes.len() as i32 + CELL_PAD_Y * 2
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

    fn band_height(&self, row: usize, widths: &Widths) -> Len {
        let Some(band) = &self.diagram.rows[row].band else { return Len::ZERO };
        let lines = band_lines(band, widths, &self.style).len();
        BAND_HEIGHT.max(Style::leading(self.style.body) * lines as i32 + CELL_PAD_Y * 2)
    }

    /// Height that a row's symbols ask for before its tracks are known.
    fn drawn_height(&self, row: usize) -> Len {
        let levels = &self.rows[row];
        let size = |kind: Kind| self.style.size(kind).1 + ROW_PAD * 2;
        let of_places = |places: &Vec<usize>| {
            places.iter().map(|place| size(self.diagram.places[*place].kind)).max().unwrap_or(Len::ZERO)
        };
        levels.places.iter().map(of_places).sum::<Len>() + size(Kind::End) * levels.end_levels as i32
    }

    /// Height of a row with its band before its tracks are known.
    fn least_height(&self, row: usize, widths: &Widths, cells: &[Cells]) -> Len {
        cells[row].height.max(self.drawn_height(row)) + self.band_height(row, widths)
    }

    fn breaks(
        &self,
        widths: &Widths,
        heads: &Heads,
        cells: &[Cells],
        footnotes: &[CellLine],
        begin: usize,
    ) -> Vec<std::ops::Range<usize>> {
        let rows: Vec<Len> = (0..self.diagram.rows.len())
            .map(|row| self.least_height(row, widths, cells).max(self.row_heights[row]))
            .collect();
        let heights = Heights {
            rows: &rows,
            notes: self.footnote_height(footnotes),
            strips: &self.strips,
            reach: &self.reach,
            strip: STRIP_HEIGHT,
            first_page: self.room(0, heads),
            further_page: self.room(1, heads),
        };
        breaks(self.diagram, &heights, begin)
    }

    fn sheet(
        &mut self,
        pages: &Pages,
        page: usize,
        letters: &[((usize, usize), String)],
        widths: &Widths,
        cells: &[Cells],
    ) -> Result<Sheet, Failure> {
        let (grid, connectors) = grid(self.diagram, self.rows, pages, page);
        let rows = pages.rows(page);
        let solved = self
            .solver
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
            rows: &|row| cells[row].height,
            bands: &|row| self.band_height(row, widths),
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
        letters: &[((usize, usize), String)],
        sheets: &mut Vec<Sheet>,
        (widths, heads, cells, footnotes): (&Widths, &Heads, &[Cells], &[CellLine]),
    ) -> Result<bool, Failure> {
        sheets.clear();
        let mut settled = true;
        for page in 0..pages.count() {
            let sheet = self.sheet(pages, page, letters, widths, cells)?;
            settled &= !self.learn_lanes(&sheet, widths);
            settled &= self.learn_heights(&sheet, page, pages, heads, footnotes).is_none();
            sheets.push(sheet);
        }
        let short = self.diagram.rows.len() <= BROKEN_AGAIN_ROWS && round < BROKEN_AGAIN;
        Ok(settled && (!short || self.breaks(widths, heads, cells, footnotes, 0) == pages.breaks))
    }

    /// Raises the needs of the lanes; `true` when one must become wider.
    fn learn_lanes(&mut self, sheet: &Sheet, widths: &Widths) -> bool {
        let mut grew = false;
        for (lane, pad) in sheet.fit.lane_pads.iter().enumerate() {
            let need = self.style.lane(*pad);
            if need > widths.lanes[lane] {
                grew = true;
                self.need[lane] = self.need[lane].max(need);
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
        heads: &Heads,
        footnotes: &[CellLine],
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
        let notes = if last { self.footnote_height(footnotes) } else { Len::ZERO };
        if sheet.fit.height() + notes <= self.room(page, heads) {
            return None;
        }
        let items = rows.len() + usize::from(notes > Len::ZERO);
        self.reach[rows.start] = rows.start + items.saturating_sub(1).max(1);
        Some((if rows.is_empty() { usize::MAX } else { rows.end - 1 }, items <= 1))
    }
}

fn label_width(diagram: &Diagram, pages: &Pages, page: usize, flow: usize) -> Len {
    match label(diagram, pages, page, flow) {
        Some(label) => font::width(label, Face::Regular, LABEL_SIZE),
        None => Len::ZERO,
    }
}

/// The word at a flow on a page: at its source, and only there.
pub(super) fn label<'a>(diagram: &'a Diagram, pages: &Pages, page: usize, flow: usize) -> Option<&'a str> {
    let flow = &diagram.flows[flow];
    let here = pages.of_place(diagram, flow.from) == page;
    flow.branch.as_ref().filter(|_| here).map(|branch| branch.label.as_str())
}

fn occupied(solved: &Solved) -> Vec<(i32, i32)> {
    let ends = solved.routes.iter().flat_map(|route| [route.source, route.target]);
    let free = ends.map(|symbol| &solved.grid.symbols[symbol as usize]).filter(|symbol| symbol.free);
    let fixed = solved.grid.symbols.iter().filter(|symbol| !symbol.free);
    fixed.chain(free).map(|symbol| (symbol.level, symbol.lane)).collect()
}

/// What the upper (lower) strip of a page says, a line for each letter.
pub(super) fn strip_notes(
    diagram: &Diagram,
    pages: &Pages,
    letters: &[((usize, usize), String)],
    page: usize,
    connectors: &[Connector],
    top: bool,
) -> Vec<String> {
    let mut notes: Vec<(usize, String)> = Vec::new();
    for connector in connectors {
        let target_page = pages.of_place(diagram, connector.target);
        let forward = connector.source_page < target_page;
        if (connector.out != forward) != top {
            continue;
        }
        let at = letter_index(letters, connector);
        let number = |place: usize| diagram.rows[diagram.places[place].row].number.as_str();
        let text = if connector.out {
            format!("{}: ke hal. {}, No. {}", letters[at].1, target_page + 1, number(connector.target))
        } else {
            let mut from: Vec<&str> = Vec::new();
            for flow in pages.flows_of(page).map(|flow| &diagram.flows[flow]) {
                let leads = flow.to == super::diagram::Goal::Place(connector.target)
                    && pages.of_place(diagram, flow.from) == connector.source_page;
                if leads && !from.contains(&number(flow.from)) {
                    from.push(number(flow.from));
                }
            }
            format!("{}: dari hal. {}, No. {}", letters[at].1, connector.source_page + 1, from.join(", "))
        };
        notes.push((at, text));
    }
    notes.sort_by(|a, b| {
        (letters[a.0].1.len(), &letters[a.0].1).cmp(&(letters[b.0].1.len(), &letters[b.0].1))
    });
    notes.into_iter().map(|(_, text)| text).collect()
}

/// The index of a connector's letter.
pub(super) fn letter_index(letters: &[((usize, usize), String)], connector: &Connector) -> usize {
    let key = (connector.source_page, connector.target);
    letters.binary_search_by_key(&key, |(key, _)| *key).expect("bug: a connector has no letter")
}

/// The printed lines of the notes in a strip.
pub(super) fn strip_lines(notes: &[String], widths: &Widths, style: &Style) -> Vec<String> {
    let width = widths.of(Column::Kegiatan) - CELL_PAD_X * 2;
    notes.iter().flat_map(|note| wrap(note, width, Face::Regular, style.strip())).collect()
}
