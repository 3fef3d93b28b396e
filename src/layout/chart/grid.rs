//! The routing problem of one page: levels, symbols, arrows. Knows rows and lanes, no millimetres.

use super::diagram::{Diagram, Goal, Kind};
use super::levels::{RowEnd, RowLevels};
use super::pages::{Connector, Pages};
use super::route::At;
use crate::paper::length::Len;
use std::ops::Range;

/// One page as a grid of lanes and levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    /// How many lanes.
    pub lanes: i32,
    /// What length costs.
    pub scale: Scale,
    /// Top to bottom.
    pub levels: Vec<Level>,
    /// All symbols; a free one once for each cell it may take.
    pub symbols: Vec<Symbol>,
    /// Plain lines between neighbours of a joint row.
    pub links: Vec<Link>,
    /// The lines to draw.
    pub arrows: Vec<Arrow>,
    /// Fixed symbols per lane, by level.
    by_lane: Vec<Vec<(i32, u32)>>,
    /// Fixed symbols per level, by lane.
    by_level: Vec<Vec<(i32, u32)>>,
}

/// Price of a unit of level space, in thousandths: 0.04 per mm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    pub across: i32,
    pub down: i32,
}

impl Scale {
    /// Of lanes and rows of these average sizes, in steps of 5 mm, so that a small edit changes no price.
    pub fn of(lane: Len, row: Len) -> Scale {
        let price = |size: Len| ((size.to_um() + 2_500) / 5_000).clamp(1, 12) * 10;
        Scale { across: price(lane), down: price(row) }
    }
}

impl Default for Scale {
    /// Of lanes of 20 mm and rows of 15 mm.
    fn default() -> Scale {
        Scale::of(Len::mm(20), Len::mm(15))
    }
}

/// What a level is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Connectors to earlier (top) or later pages.
    Strip { top: bool, index: usize },
    /// The band above a row.
    Band { row: usize },
    /// A level of a row of several.
    Row { row: usize, index: usize, of: usize },
}

impl Level {
    /// The row it belongs to, bands excepted.
    pub fn row(self) -> Option<usize> {
        match self {
            Level::Row { row, .. } => Some(row),
            Level::Strip { .. } | Level::Band { .. } => None,
        }
    }
}

/// A symbol, or a cell that a free symbol may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Symbol {
    pub level: i32,
    pub lane: i32,
    pub kind: Kind,
    pub unit: Unit,
    /// Its cell is part of the choice.
    pub free: bool,
    /// A pentagon that points up.
    pub up: bool,
    /// Not one of the further symbols of a joint row.
    pub first: bool,
}

impl Symbol {
    /// Its centre in level space.
    pub fn centre(&self) -> (At, At) {
        (20 * self.lane + 10, 20 * self.level + 10)
    }
}

/// What a symbol stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A place of the diagram.
    Place(usize),
    /// An end of a row's outcomes.
    End { row: usize, end: usize },
    /// A connector: index into the page's list.
    Connector(usize),
}

/// A joint line between two lanes of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub level: i32,
    pub left: i32,
    pub right: i32,
    pub place: usize,
}

/// A line to draw: a flow, or the part of it on this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Arrow {
    /// Index of the flow.
    pub flow: usize,
    /// Symbols it may leave.
    pub sources: Range<u32>,
    /// Symbols it may enter.
    pub targets: Range<u32>,
    /// Arrows of one net may begin in common.
    pub net: u32,
    /// Goes to the same or an earlier place.
    pub back: bool,
    /// Number of the outcome and how many there are.
    pub branch: Option<(usize, usize)>,
    /// Parts from the line of its outcome.
    pub forks: bool,
}

impl Grid {
    /// Fixed symbols of a lane between two heights, ends included.
    pub fn in_lane(&self, lane: i32, low: At, high: At) -> impl Iterator<Item = (At, u32)> + '_ {
        between(&self.by_lane[lane as usize], low, high)
    }

    /// Fixed symbols of a level between two widths, ends included.
    pub fn in_level(&self, level: i32, low: At, high: At) -> impl Iterator<Item = (At, u32)> + '_ {
        between(&self.by_level[level as usize], low, high)
    }

    /// Whether neighbours of its level, not joined to it, stand beside it.
    pub fn crowded(&self, symbol: &Symbol) -> bool {
        self.by_level[symbol.level as usize].len() > 1
            && !self.links.iter().any(|link| link.level == symbol.level)
    }

    /// Whether the gutter above a level lies inside a row of the table.
    pub fn inside_row(&self, above: usize) -> bool {
        above > 0
            && above < self.levels.len()
            && self.levels[above].row().is_some()
            && self.levels[above].row() == self.levels[above - 1].row()
    }
}

fn between(sorted: &[(i32, u32)], low: At, high: At) -> impl Iterator<Item = (At, u32)> + '_ {
    let from = sorted.partition_point(|(index, _)| 20 * index + 10 < low);
    sorted[from..]
        .iter()
        .map(|(index, symbol)| (20 * index + 10, *symbol))
        .take_while(move |(at, _)| *at <= high)
}

/// The grid of a page, and its connectors in order of first mention.
pub(super) fn grid(
    diagram: &Diagram,
    rows: &[RowLevels],
    pages: &Pages,
    page: usize,
) -> (Grid, Vec<Connector>) {
    let mut builder = Builder::new(diagram, rows, pages, page);
    builder.lay_levels();
    builder.set_places();
    builder.draw_arrows();
    builder.finish()
}

/// How many cells the connectors of a page have to choose from, all together: each may stand anywhere in the strip of
/// its side.
pub(super) fn strip_cells(diagram: &Diagram, pages: &Pages, page: usize) -> usize {
    let connectors = pages.connectors(diagram, page);
    let on_top = connectors.iter().filter(|connector| on_top(diagram, pages, connector)).count();
    let lanes = diagram.lanes.len();
    let cells = |count: usize| count.saturating_mul(count.next_multiple_of(lanes));
    cells(on_top).saturating_add(cells(connectors.len() - on_top))
}

/// Whether a connector stands in the upper strip.
fn on_top(diagram: &Diagram, pages: &Pages, connector: &Connector) -> bool {
    let forward = connector.source_page < pages.of_place(diagram, connector.target);
    connector.out != forward
}

struct Builder<'a> {
    diagram: &'a Diagram,
    rows: &'a [RowLevels],
    pages: &'a Pages,
    page: usize,
    levels: Vec<Level>,
    symbols: Vec<Symbol>,
    links: Vec<Link>,
    arrows: Vec<Arrow>,
    connectors: Vec<Connector>,
    /// Symbols of each connector, place and end, once set.
    connector_cells: Vec<Range<u32>>,
    place_symbols: Vec<(usize, Range<u32>)>,
    end_cells: Vec<((usize, usize), Range<u32>)>,
}

impl<'a> Builder<'a> {
    fn new(diagram: &'a Diagram, rows: &'a [RowLevels], pages: &'a Pages, page: usize) -> Self {
        Builder {
            diagram,
            rows,
            pages,
            page,
            levels: Vec::new(),
            symbols: Vec::new(),
            links: Vec::new(),
            arrows: Vec::new(),
            connectors: pages.connectors(diagram, page),
            connector_cells: Vec::new(),
            place_symbols: Vec::new(),
            end_cells: Vec::new(),
        }
    }

    fn on_top(&self, connector: &Connector) -> bool {
        on_top(self.diagram, self.pages, connector)
    }

    fn lay_levels(&mut self) {
        let lanes = self.diagram.lanes.len();
        let on_top = self.connectors.iter().filter(|connector| self.on_top(connector)).count();
        let below = self.connectors.len() - on_top;
        self.levels.extend((0..on_top.div_ceil(lanes)).map(|index| Level::Strip { top: true, index }));
        for row in self.pages.rows(self.page) {
            if self.diagram.rows[row].band.is_some() {
                self.levels.push(Level::Band { row });
            }
            let of = self.rows[row].count();
            self.levels.extend((0..of).map(|index| Level::Row { row, index, of }));
        }
        self.levels.extend((0..below.div_ceil(lanes)).map(|index| Level::Strip { top: false, index }));
    }

    fn set_places(&mut self) {
        let lanes = self.diagram.lanes.len();
        for level in 0..self.levels.len() {
            let Level::Row { row, index, .. } = self.levels[level] else { continue };
            let Some(places) = self.rows[row].places.get(index) else { continue };
            for place in places {
                let from = self.symbols.len() as u32;
                let Some(of) = self.diagram.places.get(*place) else { continue };
                for (at, lane) in of.lanes.iter().enumerate() {
                    self.symbols.push(Symbol {
                        level: level as i32,
                        lane: *lane as i32,
                        kind: of.kind,
                        unit: Unit::Place(*place),
                        free: false,
                        up: false,
                        first: at == 0,
                    });
                }
                self.links.extend(of.lanes.windows(2).map(|pair| Link {
                    level: level as i32,
                    left: pair[0] as i32,
                    right: pair[1] as i32,
                    place: *place,
                }));
                self.place_symbols.push((*place, from..self.symbols.len() as u32));
            }
        }
        for row in self.pages.rows(self.page) {
            let levels = &self.rows[row];
            for RowEnd { end, lanes } in &levels.ends {
                let shared = levels.places.len() + levels.shared_end_levels;
                let unit = Unit::End { row, end: *end };
                let cells = self.free_cells(Kind::End, unit, false, |level, lane| match level {
                    Level::Row { row: of, index, .. } => {
                        of == row && index >= levels.places.len() && (index < shared || lanes.contains(&lane))
                    }
                    Level::Strip { .. } | Level::Band { .. } => false,
                });
                self.end_cells.push(((row, *end), cells));
            }
        }
        debug_assert!(lanes > 0);
        for index in 0..self.connectors.len() {
            let connector = self.connectors[index];
            let on_top = self.on_top(&connector);
            let up = connector.source_page > self.pages.of_place(self.diagram, connector.target);
            let cells =
                self.free_cells(Kind::Connector, Unit::Connector(index), up, |level, _| match level {
                    Level::Strip { top, .. } => top == on_top,
                    Level::Row { .. } | Level::Band { .. } => false,
                });
            self.connector_cells.push(cells);
        }
    }

    fn free_cells(
        &mut self,
        kind: Kind,
        unit: Unit,
        up: bool,
        may: impl Fn(Level, usize) -> bool,
    ) -> Range<u32> {
        let from = self.symbols.len() as u32;
        let mut cells = Vec::new();
        for (level, what) in self.levels.iter().enumerate() {
            let lanes = (0..self.diagram.lanes.len()).filter(|lane| may(*what, *lane));
            cells.extend(lanes.map(|lane| (level as i32, lane as i32)));
        }
        self.symbols.extend(cells.into_iter().map(|(level, lane)| Symbol {
            level,
            lane,
            kind,
            unit,
            free: true,
            up,
            first: true,
        }));
        from..self.symbols.len() as u32
    }

    fn place(&self, place: usize) -> Range<u32> {
        let at = self.place_symbols.binary_search_by_key(&place, |(place, _)| *place);
        self.place_symbols[at.expect("bug: a place is not on its page")].1.clone()
    }

    fn draw_arrows(&mut self) {
        let mut nets: Vec<(usize, Option<&str>)> = Vec::new();
        let mut entered: Vec<usize> = Vec::new();
        for index in self.pages.flows_of(self.page) {
            let flow = &self.diagram.flows[index];
            let source_page = self.pages.of_place(self.diagram, flow.from);
            if source_page == self.page {
                let branch = flow.branch.as_ref();
                let key = (flow.from, branch.map(|branch| branch.id.as_str()));
                let net = nets.iter().position(|net| *net == key).unwrap_or_else(|| {
                    nets.push(key);
                    nets.len() - 1
                });
                let (targets, back) = match flow.to {
                    Goal::Place(to) if self.pages.of_place(self.diagram, to) == self.page => {
                        (self.place(to), to <= flow.from)
                    }
                    Goal::Place(to) => (self.connector(source_page, to), to <= flow.from),
                    Goal::End(end) => {
                        let key = (self.diagram.places[flow.from].row, end);
                        let cells = self.end_cells.iter().find(|(of, _)| *of == key);
                        (cells.expect("bug: an end has no level").1.clone(), false)
                    }
                };
                self.arrows.push(Arrow {
                    flow: index,
                    sources: self.place(flow.from),
                    targets,
                    net: net as u32,
                    back,
                    branch: branch.map(|branch| (branch.index, self.pages.branches(flow.from))),
                    forks: branch.is_some_and(|branch| branch.shares_side),
                });
            } else if let Goal::Place(to) = flow.to {
                let sources = self.connector(source_page, to);
                let connector = sources.start as usize;
                if entered.contains(&connector) {
                    continue;
                }
                entered.push(connector);
                self.arrows.push(Arrow {
                    flow: index,
                    sources,
                    targets: self.place(to),
                    net: u32::MAX - connector as u32,
                    back: to <= flow.from,
                    branch: None,
                    forks: false,
                });
            }
        }
    }

    fn connector(&self, source_page: usize, target: usize) -> Range<u32> {
        let at = self.connectors.iter().position(|of| of.source_page == source_page && of.target == target);
        self.connector_cells[at.expect("bug: a flow leaves its page without a connector")].clone()
    }

    fn finish(self) -> (Grid, Vec<Connector>) {
        let mut by_lane = vec![Vec::new(); self.diagram.lanes.len()];
        let mut by_level = vec![Vec::new(); self.levels.len()];
        for (index, symbol) in self.symbols.iter().enumerate().filter(|(_, symbol)| !symbol.free) {
            by_lane[symbol.lane as usize].push((symbol.level, index as u32));
            by_level[symbol.level as usize].push((symbol.lane, index as u32));
        }
        by_lane.iter_mut().chain(&mut by_level).for_each(|list| list.sort_unstable());
        let grid = Grid {
            lanes: self.diagram.lanes.len() as i32,
            scale: Scale::default(),
            levels: self.levels,
            symbols: self.symbols,
            links: self.links,
            arrows: self.arrows,
            by_lane,
            by_level,
        };
        (grid, self.connectors)
    }
}
