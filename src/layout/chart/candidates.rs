//! The ways an arrow can go: a closed family of shapes with at most four bends, each one that a person would draw.

use super::diagram::Kind;
use super::grid::{Arrow, Grid, Level, Symbol};
use super::route::{At, Line, LineKind, PORT, Port, Route, Spot2};

/// Prices in thousandths. Crossings before bends before length.
pub(super) mod price {
    pub const BEND: i32 = 10_000;
    pub const CROSSING: i32 = 100_000;
    pub const CHANNEL: i32 = 500;
    pub const SIDE_BY_SIDE: i32 = 1_000;
    /// Two that come from opposite sides on one line and turn into one channel: seen from afar they look like one line.
    pub const FACE_TO_FACE: i32 = 35_000;
    pub const UNDER_THE_LAST_ROW: i32 = 3_000;
    /// Between lanes of 20 mm at 0.04 per mm, per unit of level space.
    pub const ACROSS: i32 = 40;
    /// Between rows of 15 mm.
    pub const DOWN: i32 = 30;
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
    /// Candidates alike in ends, ports and number of lines.
    pub alike: u32,
}

/// Enough for nearly all pages.
pub(super) const NARROW: Limits = Limits { window: 60_000, most: 32, alike: 4 };
/// For pages that could not be drawn otherwise.
pub(super) const ALL: Limits = Limits { window: price::FORBIDDEN / 2, most: 2000, alike: 100 };
/// For pages where lines cross.
pub(super) const WIDE: Limits = Limits { window: 300_000, most: 150, alike: 12 };

/// Row gutters tried between two centre lines, unless there are more.
const ALL_GUTTERS: i32 = 30;

/// Prices of the four ports; `None` where a line may not leave (enter).
type Ports = [Option<i32>; 4];

const EACH_PORT: [Port; 4] = [Port::E, Port::S, Port::W, Port::N];

/// Collects candidates; keeps its memory from arrow to arrow.
#[derive(Default)]
pub(super) struct Candidates {
    /// The cheapest so far, and how much dearer others may be.
    least: i32,
    window: i32,
    found: Vec<Route>,
    order: Vec<u32>,
    alike: Vec<(u64, u32)>,
}

impl Candidates {
    /// Appends the candidates of an arrow to `out`, cheapest first. `false` when there is none.
    pub fn of(&mut self, grid: &Grid, index: usize, limits: Limits, out: &mut Vec<Route>) -> bool {
        let arrow = &grid.arrows[index];
        self.found.clear();
        (self.least, self.window) = (i32::MAX, limits.window);
        for source in arrow.sources.clone() {
            for target in arrow.targets.clone() {
                self.between(grid, arrow, index as u32, source, target);
            }
        }
        let found = &self.found;
        self.order.clear();
        self.order.extend(0..found.len() as u32);
        self.order.sort_unstable_by(|a, b| rank(&found[*a as usize], &found[*b as usize]));
        let Some(best) = self.order.first().map(|first| found[*first as usize].own) else { return false };
        let from = out.len();
        self.alike.clear();
        for route in self.order.iter().map(|index| &found[*index as usize]) {
            let cell = u64::from(route.source) << 40 | u64::from(route.target) << 16;
            let ports = (route.exit as u64) << 8 | (route.entry as u64) << 4;
            let first_in_cell = count(&mut self.alike, cell) == 1;
            let first_at_ports = count(&mut self.alike, ports) == 1;
            let few_alike = count(&mut self.alike, cell | ports | route.len() as u64) <= limits.alike;
            let cheap = route.own <= best + limits.window && few_alike && out.len() - from < limits.most;
            if cheap || first_in_cell || first_at_ports {
                out.push(*route);
            }
        }
        true
    }

    fn between(&mut self, grid: &Grid, arrow: &Arrow, index: u32, source: u32, target: u32) {
        let (s, t) = (&grid.symbols[source as usize], &grid.symbols[target as usize]);
        let (exits, entries, extra) = port_prices(grid, arrow, s, t);
        let start = |port: Port| at_port(s, port);
        let end = |port: Port| at_port(t, port);
        for exit in EACH_PORT {
            let Some(leaving) = exits[exit as usize] else { continue };
            for entry in EACH_PORT {
                let Some(entering) = entries[entry as usize] else { continue };
                let ports = leaving + entering + extra;
                each_shape(grid, s, t, exit, entry, |lines| {
                    let at_least = ports + price::BEND * (lines.len() as i32 - 1);
                    if at_least.saturating_sub(self.window) > self.least {
                        return;
                    }
                    let Some(mut route) = Route::new(start(exit), exit, end(entry), entry, lines) else {
                        return;
                    };
                    route.arrow = index;
                    route.net = arrow.net;
                    route.source = source;
                    route.target = target;
                    route.free = s.free || t.free;
                    if let Some(price) = way_price(grid, &route) {
                        route.own = price + ports;
                        self.least = self.least.min(route.own);
                        self.found.push(route);
                    }
                });
            }
        }
    }
}

fn count(seen: &mut Vec<(u64, u32)>, key: u64) -> u32 {
    if let Some((_, count)) = seen.iter_mut().find(|(of, _)| *of == key) {
        *count += 1;
        return *count;
    }
    seen.push((key, 1));
    1
}

fn rank(a: &Route, b: &Route) -> std::cmp::Ordering {
    let key = |route: &Route| (route.own, route.len(), route.exit, route.entry);
    key(a).cmp(&key(b)).then_with(|| (a.lines(), a.source, a.target).cmp(&(b.lines(), b.source, b.target)))
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

/// Bends, length and channels of a route; `None` when a symbol or a joint line stands in its way.
fn way_price(grid: &Grid, route: &Route) -> Option<i32> {
    let last = route.len() - 1;
    let mut price = price::BEND * last as i32;
    for (index, stretch) in route.stretches().enumerate() {
        // The source and the target touch their own first and last stretch.
        let own = |symbol: u32, at: At| {
            ((index == 0 && symbol == route.source) || (index == last && symbol == route.target))
                && !(stretch.low < at && at < stretch.high)
        };
        let (low, high) = (stretch.low - PORT, stretch.high + PORT);
        let blocked = match stretch.line.kind {
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
        };
        if blocked {
            return None;
        }
        let length = stretch.high - stretch.low;
        if stretch.line.vertical() {
            price += length * price::DOWN;
            let crossed = grid.links.iter().filter(|link| {
                let level = 20 * link.level + 10;
                (stretch.low < level && level < stretch.high)
                    && (20 * link.left + 10 < stretch.at && stretch.at < 20 * link.right + 10)
            });
            price += price::CROSSING * crossed.count() as i32;
        } else {
            price += length * price::ACROSS;
        }
        if stretch.line.channel() {
            price += price::CHANNEL;
        }
        if stretch.line == Line::between(grid.levels.len() as i32) {
            price += price::UNDER_THE_LAST_ROW;
        }
    }
    Some(price)
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
    if end_capsule {
        extra += 4000 * (s.lane - t.lane).abs();
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
            out[port as usize] = Some(0);
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
