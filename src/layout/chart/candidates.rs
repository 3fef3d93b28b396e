//! The ways an arrow can go: a closed family of shapes with at most four bends, each one that a person would draw.

use super::diagram::Kind;
use super::grid::{Arrow, Grid, Level, Symbol};
use super::route::{At, Line, LineKind, MOST_LINES, PORT, Port, Route, Spot2};

/// Prices in thousandths. Crossings before bends before length.
pub(super) mod price {
    pub const BEND: i32 = 10_000;
    pub const CROSSING: i32 = 100_000;
    pub const CHANNEL: i32 = 500;
    pub const SIDE_BY_SIDE: i32 = 1_000;
    /// Two that come from opposite sides on one line and turn into one channel: seen from afar they look like one line.
    pub const FACE_TO_FACE: i32 = 35_000;
    pub const UNDER_THE_LAST_ROW: i32 = 3_000;
    /// An end in the lane of another actor than the one who decides: it seems that the other one ends the case. Worth an
    /// outcome that goes round the end, no crossing.
    pub const FOREIGN_LANE: i32 = 40_000;
    /// Two that cannot both be drawn.
    pub const FORBIDDEN: i32 = 1_000_000_000;
}

/// How many candidates an arrow has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limits {
    /// No candidate is dearer than the best by more.
    pub window: i32,
    /// Candidates in all.
    pub most: usize,
    /// Candidates of one exit and entry: a connector, which may stand in many lanes, has many of each.
    pub each: u32,
    /// Candidates alike in ends, ports and number of lines.
    pub alike: u32,
}

/// Enough for nearly all pages.
pub(super) const NARROW: Limits = Limits { window: 60_000, most: 32, each: 32, alike: 4 };
/// For pages that could not be drawn otherwise.
pub(super) const ALL: Limits = Limits { window: price::FORBIDDEN / 2, most: 2000, each: 2000, alike: 100 };
/// For pages where lines cross.
pub(super) const WIDE: Limits = Limits { window: 300_000, most: 300, each: 75, alike: 12 };

/// Row gutters tried between two centre lines, unless there are more.
const ALL_GUTTERS: i32 = 30;

/// Prices of the four ports; `None` where a line may not leave (enter).
type Ports = [Option<i32>; 4];

const EACH_PORT: [Port; 4] = [Port::E, Port::S, Port::W, Port::N];

/// Collects candidates; keeps its memory from arrow to arrow.
#[derive(Default)]
pub(super) struct Candidates {
    found: Vec<Shape>,
    cells: Vec<bool>,
    alike: Vec<u8>,
}

/// A shape that nobody has looked at yet whether it is free: its price, and what ranks it among those of one price
/// (lines, exit, entry, courses of the lines, source, target), packed so that sorting compares integers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Shape(u128);

impl Shape {
    const COURSE: u32 = 14;
    const CELL: u32 = 10;

    fn new(own: i32, exit: Port, entry: Port, lines: &[Line], (source, target): (u32, u32)) -> Shape {
        debug_assert!(own >= 0 && source < 1 << Shape::CELL && target < 1 << Shape::CELL);
        let mut packed = own as u128;
        packed = packed << 7 | (lines.len() << 4 | (exit as usize) << 2 | entry as usize) as u128;
        for at in 0..MOST_LINES {
            let course = lines.get(at).map_or(0, |line| (line.kind as u128) << 12 | line.index as u128);
            packed = packed << Shape::COURSE | course;
        }
        Shape((packed << Shape::CELL | u128::from(source)) << Shape::CELL | u128::from(target))
    }

    fn bits(self, from: u32, count: u32) -> u32 {
        (self.0 >> from) as u32 & ((1 << count) - 1)
    }

    fn target(self) -> u32 {
        self.bits(0, Shape::CELL)
    }

    fn source(self) -> u32 {
        self.bits(Shape::CELL, Shape::CELL)
    }

    /// Number of lines, exit, entry.
    fn form(self) -> u32 {
        self.bits(2 * Shape::CELL + MOST_LINES as u32 * Shape::COURSE, 7)
    }

    fn own(self) -> i32 {
        (self.0 >> (2 * Shape::CELL + MOST_LINES as u32 * Shape::COURSE + 7)) as i32
    }

    fn lines(self, out: &mut [Line; MOST_LINES]) -> &[Line] {
        let count = (self.form() >> 4) as usize;
        for (at, line) in out[..count].iter_mut().enumerate() {
            let course =
                self.bits(2 * Shape::CELL + (MOST_LINES - 1 - at) as u32 * Shape::COURSE, Shape::COURSE);
            *line = Line { kind: LineKind::ALL[(course >> 12) as usize], index: (course & 0xfff) as i32 };
        }
        &out[..count]
    }
}

impl Candidates {
    /// Appends the candidates of an arrow to `out`, cheapest first. `false` when there is none.
    pub fn of(&mut self, grid: &Grid, index: usize, limits: Limits, out: &mut Vec<Route>) -> bool {
        let arrow = &grid.arrows[index];
        self.found.clear();
        for (source, s) in arrow.sources.clone().enumerate() {
            for (target, t) in arrow.targets.clone().enumerate() {
                self.between(grid, arrow, (source as u32, target as u32), (s, t));
            }
        }
        self.found.sort_unstable();
        let from = out.len();
        let cells = arrow.sources.len() * arrow.targets.len();
        self.cells.clear();
        self.cells.resize(cells, false);
        self.alike.clear();
        self.alike.resize(cells << 7, 0);
        let (mut by_ports, mut at_most) = ([0u32; 16], i32::MAX);
        // Whether a shape is free is asked only where it would be taken.
        for shape in &self.found {
            let (own, form) = (shape.own(), shape.form());
            let cell = shape.source() as usize * arrow.targets.len() + shape.target() as usize;
            let alike = &mut self.alike[cell << 7 | form as usize];
            let ports = &mut by_ports[form as usize & 15];
            let few =
                u32::from(*alike) < limits.alike && *ports < limits.each && out.len() - from < limits.most;
            let cheap = own <= at_most && few;
            if !cheap && self.cells[cell] && *ports > 0 {
                continue;
            }
            let source = arrow.sources.start + shape.source();
            let target = arrow.targets.start + shape.target();
            let (s, t) = (&grid.symbols[source as usize], &grid.symbols[target as usize]);
            let (exit, entry) = (EACH_PORT[form as usize >> 2 & 3], EACH_PORT[form as usize & 3]);
            let mut lines = [Line::centre(0); MOST_LINES];
            let lines = shape.lines(&mut lines);
            let mut route = Route::new(at_port(s, exit), exit, at_port(t, entry), entry, lines)
                .expect("bug: a shape that cannot be drawn was priced");
            (route.arrow, route.net, route.source, route.target) = (index as u32, arrow.net, source, target);
            if blocked(grid, &route) {
                continue;
            }
            route.free = s.free || t.free;
            route.own = own;
            if at_most == i32::MAX {
                at_most = own + limits.window;
            }
            *alike = alike.saturating_add(1);
            self.cells[cell] = true;
            *ports += 1;
            out.push(route);
        }
        out.len() > from
    }

    fn between(&mut self, grid: &Grid, arrow: &Arrow, cell: (u32, u32), (source, target): (u32, u32)) {
        let (s, t) = (&grid.symbols[source as usize], &grid.symbols[target as usize]);
        let (exits, entries, extra) = port_prices(grid, arrow, s, t);
        for exit in EACH_PORT {
            let Some(leaving) = exits[exit as usize] else { continue };
            let start = at_port(s, exit);
            for entry in EACH_PORT {
                let Some(entering) = entries[entry as usize] else { continue };
                let end = at_port(t, entry);
                each_shape(grid, s, t, exit, entry, |lines| {
                    if let Some(price) = way_price(grid, (start, exit), (end, entry), lines) {
                        let own = price + leaving + entering + extra;
                        self.found.push(Shape::new(own, exit, entry, lines, cell));
                    }
                });
            }
        }
    }
}

fn at_port(symbol: &Symbol, port: Port) -> Spot2 {
    let (x, y) = symbol.centre();
    let (dx, dy) = port.outward();
    (x + PORT * dx, y + PORT * dy)
}

/// Every shape of the family between two ports.
fn each_shape(grid: &Grid, s: &Symbol, t: &Symbol, exit: Port, entry: Port, mut draw: impl FnMut(&[Line])) {
    let line = |symbol: &Symbol, port: Port| {
        if port.sideways() { Line::middle(symbol.level) } else { Line::centre(symbol.lane) }
    };
    let (first, last) = (line(s, exit), line(t, entry));
    let beside_source = Line::between(if exit == Port::S { s.level + 1 } else { s.level });
    let beside_target = Line::between(if entry == Port::N { t.level } else { t.level + 1 });
    let gutters = (0..=grid.lanes).map(Line::gutter);
    if first == last {
        draw(&[first]);
    } else if first.kind != last.kind {
        draw(&[first, last]);
    }
    match (first.kind, last.kind) {
        (LineKind::Centre, LineKind::Centre) => {
            if first != last {
                let (low, high) = match s.level.cmp(&t.level) {
                    std::cmp::Ordering::Less => (s.level + 1, t.level),
                    std::cmp::Ordering::Greater => (t.level + 1, s.level),
                    std::cmp::Ordering::Equal => (s.level, s.level + 1),
                };
                let all = high - low < ALL_GUTTERS;
                for j in (low..=high).filter(|j| all || *j < low + 3 || *j > high - 3) {
                    draw(&[first, Line::between(j), last]);
                }
            }
            if beside_source != beside_target {
                gutters.for_each(|gutter| draw(&[first, beside_source, gutter, beside_target, last]));
            }
        }
        (LineKind::Middle, LineKind::Middle) => gutters.for_each(|gutter| draw(&[first, gutter, last])),
        (LineKind::Centre, _) => gutters.for_each(|gutter| draw(&[first, beside_source, gutter, last])),
        _ => gutters.for_each(|gutter| draw(&[first, gutter, beside_target, last])),
    }
}

/// Bends, length and channels of a shape; `None` when it would leave or enter through the symbol, or stand still.
fn way_price(
    grid: &Grid,
    (start, exit): (Spot2, Port),
    (end, entry): (Spot2, Port),
    lines: &[Line],
) -> Option<i32> {
    let last = lines.len() - 1;
    let mut price = price::BEND * last as i32;
    let mut here = start;
    for (index, line) in lines.iter().enumerate() {
        let next = match lines.get(index + 1) {
            Some(next) if line.vertical() => (line.at(), next.at()),
            Some(next) => (next.at(), line.at()),
            None => end,
        };
        let (x, y) = (next.0 - here.0, next.1 - here.1);
        let heading = (x.signum(), y.signum());
        if heading == (0, 0)
            || (index == 0 && heading != exit.outward())
            || (index == last && heading != entry.opposite().outward())
        {
            return None;
        }
        if line.vertical() {
            let (low, high) = (here.1.min(next.1), here.1.max(next.1));
            let crossed = grid.links.iter().filter(|link| {
                let level = 20 * link.level + 10;
                (low < level && level < high)
                    && (20 * link.left + 10 < here.0 && here.0 < 20 * link.right + 10)
            });
            price += y.abs() * grid.scale.down + price::CROSSING * crossed.count() as i32;
        } else {
            price += x.abs() * grid.scale.across;
        }
        if line.channel() {
            price += price::CHANNEL;
        }
        if *line == Line::between(grid.levels.len() as i32) {
            price += price::UNDER_THE_LAST_ROW;
        }
        here = next;
    }
    Some(price)
}

/// Whether a symbol or a joint line stands in the way of a route.
fn blocked(grid: &Grid, route: &Route) -> bool {
    let last = route.len() - 1;
    route.stretches().enumerate().any(|(index, stretch)| {
        // The source and the target touch their own first and last stretch.
        let own = |symbol: u32, at: At| {
            ((index == 0 && symbol == route.source) || (index == last && symbol == route.target))
                && !(stretch.low < at && at < stretch.high)
        };
        let (low, high) = (stretch.low - PORT, stretch.high + PORT);
        match stretch.line.kind {
            LineKind::Centre => {
                grid.in_lane(stretch.line.index, low, high).any(|(at, symbol)| !own(symbol, at))
            }
            LineKind::Middle => {
                grid.in_level(stretch.line.index, low, high).any(|(at, symbol)| !own(symbol, at))
                    || grid.links.iter().any(|link| {
                        link.level == stretch.line.index
                            && stretch.low < 20 * link.right + 10 - PORT
                            && stretch.high > 20 * link.left + 10 + PORT
                    })
            }
            LineKind::Gutter | LineKind::Between => false,
        }
    })
}

/// What it costs to leave and to enter by each port, and what the choice of the two symbols costs.
fn port_prices(grid: &Grid, arrow: &Arrow, s: &Symbol, t: &Symbol) -> (Ports, Ports, i32) {
    let one_level = s.level == t.level && s.kind != Kind::Connector && t.kind != Kind::Connector;
    let facing = match t.lane.cmp(&s.lane) {
        std::cmp::Ordering::Less => Some(Port::W),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(Port::E),
    };
    let end_capsule = t.free && t.kind == Kind::End;
    let exits = exit_prices(grid, arrow, s, one_level, facing, end_capsule);
    let entries = entry_prices(arrow, s, t, one_level, facing, end_capsule);
    let mut extra = 1000 * (i32::from(!s.first) + i32::from(!t.first));
    if end_capsule && s.lane != t.lane {
        extra += price::FOREIGN_LANE + 4000 * (s.lane - t.lane).abs();
    }
    (exits, entries, extra)
}

fn ports(prices: &[(Port, i32)]) -> Ports {
    let mut out = [None; 4];
    for (port, price) in prices {
        out[*port as usize] = Some(*price);
    }
    out
}

fn exit_prices(
    grid: &Grid,
    arrow: &Arrow,
    s: &Symbol,
    one_level: bool,
    facing: Option<Port>,
    end: bool,
) -> Ports {
    use Port::{E, N, S, W};
    if s.kind == Kind::Connector {
        return ports(&[(if s.up { N } else { S }, 0)]);
    }
    if one_level && !arrow.back {
        let mut out = ports(&[(E, 3000), (W, 3000), (S, 4000), (N, 6000)]);
        if let Some(port) = facing {
            // Where two outcomes hand over to one place, the first goes straight.
            out[port as usize] =
                Some(if arrow.branch.is_some_and(|(branch, _)| branch > 0) { 200 } else { 0 });
        }
        return out;
    }
    if one_level {
        return ports(&[(S, 0), (N, 1000), (E, 3000), (W, 3000)]);
    }
    if s.kind != Kind::Decision {
        return ports(&[(S, 0), (E, 500), (W, 500)]);
    }
    let (branch, of) = arrow.branch.unwrap_or((0, 1));
    let (down, side) = match (branch, of) {
        (0, _) => (0, 1500),
        _ if end => (1000, 0),
        (_, ..=2) => (7000, 0),
        _ => (3000, 0),
    };
    let turned_away = |port: Port| if facing.is_some_and(|facing| facing != port) { 1500 } else { 0 };
    let same_lane = if facing.is_none() { 200 } else { 0 };
    let mut out = ports(&[(E, side + turned_away(E) + same_lane), (W, side + turned_away(W)), (S, down)]);
    if grid.crowded(s) || of > 3 {
        out[N as usize] = Some(8000);
    }
    out
}

fn entry_prices(
    arrow: &Arrow,
    s: &Symbol,
    t: &Symbol,
    one_level: bool,
    facing: Option<Port>,
    end: bool,
) -> Ports {
    use Port::{E, N, S, W};
    if t.kind == Kind::Connector {
        return ports(&[(if t.up { S } else { N }, 0)]);
    }
    if one_level && !arrow.back {
        let mut out = ports(&[(N, 4000), (S, 8000), (E, 6000), (W, 6000)]);
        if let Some(port) = facing {
            out[port.opposite() as usize] = Some(0);
        }
        return out;
    }
    if one_level {
        return ports(&[(S, 2000), (N, 2000), (E, 4000), (W, 4000)]);
    }
    if end {
        return ports(&[(N, 0), (E, 3000), (W, 3000)]);
    }
    if arrow.back || (s.kind == Kind::Connector && s.up) {
        return ports(&[(N, 0), (E, 3000), (W, 3000), (S, 6000)]);
    }
    ports(&[(N, 0), (E, 14_000), (W, 14_000)])
}

/// Whether a level is a strip of connectors.
pub(super) fn is_strip(level: &Level) -> bool {
    matches!(level, Level::Strip { .. })
}
