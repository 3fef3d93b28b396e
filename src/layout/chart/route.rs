//! Lines in level space, where routes are chosen before any millimetre is known.
//!
//! Centre lines lie at `20k + 10`, gutters at `20g`, ports 3 from the centre of their symbol, so that every question
//! about two routes is a comparison of integers.

/// A coordinate in level space.
pub(super) type At = i32;

/// A point in level space.
pub(super) type Spot2 = (At, At);

/// Distance of a port from the centre of its symbol.
pub(super) const PORT: At = 3;

/// An end of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Start,
    Target,
}

/// The middle of a side of a symbol. In the order in which ties are broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Port {
    /// Right.
    E,
    /// Below.
    S,
    /// Left.
    W,
    /// Above.
    N,
}

impl Port {
    /// Unit vector outward.
    pub fn outward(self) -> (At, At) {
        match self {
            Port::E => (1, 0),
            Port::S => (0, 1),
            Port::W => (-1, 0),
            Port::N => (0, -1),
        }
    }

    /// On the left or the right side.
    pub fn sideways(self) -> bool {
        matches!(self, Port::E | Port::W)
    }

    /// The port on the other side.
    pub fn opposite(self) -> Port {
        match self {
            Port::E => Port::W,
            Port::S => Port::N,
            Port::W => Port::E,
            Port::N => Port::S,
        }
    }
}

/// The four kinds of lines: centre lines hold one net, gutters any number of tracks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LineKind {
    /// Centre line of a lane.
    Centre,
    /// Gutter around a lane rule.
    Gutter,
    /// Middle line of a level.
    Middle,
    /// Gutter between levels.
    Between,
}

impl LineKind {
    /// In the order of their numbers.
    pub const ALL: [LineKind; 4] = [LineKind::Centre, LineKind::Gutter, LineKind::Middle, LineKind::Between];
}

/// A line of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    pub kind: LineKind,
    pub index: i32,
}

impl Line {
    pub const fn centre(lane: i32) -> Line {
        Line { kind: LineKind::Centre, index: lane }
    }
    pub const fn gutter(left_of: i32) -> Line {
        Line { kind: LineKind::Gutter, index: left_of }
    }
    pub const fn middle(level: i32) -> Line {
        Line { kind: LineKind::Middle, index: level }
    }
    pub const fn between(above: i32) -> Line {
        Line { kind: LineKind::Between, index: above }
    }
    pub fn vertical(self) -> bool {
        matches!(self.kind, LineKind::Centre | LineKind::Gutter)
    }
    /// Whether it holds many tracks.
    pub fn channel(self) -> bool {
        matches!(self.kind, LineKind::Gutter | LineKind::Between)
    }
    fn bit(self) -> u64 {
        1 << (16 * (self.kind as u64) + (self.index as u64) % 16)
    }
    pub fn at(self) -> At {
        20 * self.index + if self.channel() { 0 } else { 10 }
    }
}

/// The most lines of a route.
pub(super) const MOST_LINES: usize = 5;

/// Shifts of the lines of a route, when two run side by side in a channel.
pub(super) type Shifts = [At; MOST_LINES];

/// A way from one symbol to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Route {
    /// Index of the arrow that it serves.
    pub arrow: u32,
    /// Nets of the arrow: lines of one net may begin in common.
    pub net: u32,
    /// Index of the symbol it leaves.
    pub source: u32,
    /// Index of the symbol it enters.
    pub target: u32,
    pub exit: Port,
    pub entry: Port,
    lines: [Line; MOST_LINES],
    count: u8,
    points: [Spot2; MOST_LINES + 1],
    /// What it costs by itself, in thousandths.
    pub own: i32,
    /// Whether the cell of an end is part of the choice.
    pub free: bool,
    /// A bit for each of its lines; another line may have the same.
    uses: u64,
    /// Box around it.
    pub low: Spot2,
    pub high: Spot2,
}

/// A stretch of a route along one line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub line: Line,
    /// Where it lies across its direction.
    pub at: At,
    pub low: At,
    pub high: At,
}

impl Route {
    /// A route along `lines` from a port at `start` to a port at `end`; `None` when it would leave or enter through
    /// the symbol, or stand still.
    pub fn new(start: Spot2, exit: Port, end: Spot2, entry: Port, lines: &[Line]) -> Option<Route> {
        let mut all = [Line::centre(0); MOST_LINES];
        all[..lines.len()].copy_from_slice(lines);
        let mut route = Route {
            arrow: 0,
            net: 0,
            source: 0,
            target: 0,
            exit,
            entry,
            lines: all,
            count: lines.len() as u8,
            points: [start; MOST_LINES + 1],
            own: 0,
            free: false,
            uses: lines.iter().fold(0, |uses, line| uses | line.bit()),
            low: (0, 0),
            high: (0, 0),
        };
        route.points[lines.len()] = end;
        route.points = route.shifted(&[0; MOST_LINES]);
        let n = lines.len();
        let heading = |a: Spot2, b: Spot2| ((b.0 - a.0).signum(), (b.1 - a.1).signum());
        let inward = entry.opposite().outward();
        if heading(route.points[0], route.points[1]) != exit.outward()
            || heading(route.points[n - 1], route.points[n]) != inward
            || route.points().windows(2).any(|pair| pair[0] == pair[1])
        {
            return None;
        }
        (route.low, route.high) = (start, start);
        for point in &route.points[1..=n] {
            route.low = (route.low.0.min(point.0), route.low.1.min(point.1));
            route.high = (route.high.0.max(point.0), route.high.1.max(point.1));
        }
        Some(route)
    }

    pub fn lines(&self) -> &[Line] {
        &self.lines[..usize::from(self.count)]
    }

    /// Its corners, with both ends.
    pub fn points(&self) -> &[Spot2] {
        &self.points[..=usize::from(self.count)]
    }

    /// How many stretches it has.
    pub fn len(&self) -> usize {
        usize::from(self.count)
    }

    pub fn stretch(&self, index: usize) -> Stretch {
        let (a, b) = (self.points[index], self.points[index + 1]);
        let line = self.lines[index];
        if line.vertical() {
            Stretch { line, at: a.0, low: a.1.min(b.1), high: a.1.max(b.1) }
        } else {
            Stretch { line, at: a.1, low: a.0.min(b.0), high: a.0.max(b.0) }
        }
    }

    pub fn stretches(&self) -> impl Iterator<Item = Stretch> + '_ {
        (0..self.len()).map(|index| self.stretch(index))
    }

    /// Its corners when its lines are shifted.
    pub fn shifted(&self, shifts: &Shifts) -> [Spot2; MOST_LINES + 1] {
        let mut points = self.points;
        for i in 0..self.len() - 1 {
            let (here, next) = (self.lines[i], self.lines[i + 1]);
            let (a, b) = (here.at() + shifts[i], next.at() + shifts[i + 1]);
            points[i + 1] = if here.vertical() { (a, b) } else { (b, a) };
        }
        points
    }

    /// Whether they surely have no line in common.
    pub fn apart(&self, other: &Route) -> bool {
        self.uses & other.uses == 0
    }

    /// Leaves the same symbol by the same port, for the same net; or enters the same one by the same port.
    pub fn shares(&self, end: End, other: &Route) -> bool {
        match end {
            End::Start => self.source == other.source && self.exit == other.exit && self.net == other.net,
            End::Target => self.target == other.target && self.entry == other.entry,
        }
    }
}

/// How often two polylines, each with stretches that are upright and level in turn, cross properly.
pub(super) fn crossings(a: &[Spot2], b: &[Spot2]) -> i32 {
    let inside = |value: At, a: At, b: At| (a < value && value < b) || (b < value && value < a);
    let upright = |points: &[Spot2], at: usize| points[at].0 == points[at + 1].0;
    let mut count = 0;
    for (i, p) in a.windows(2).enumerate() {
        let across = usize::from(upright(a, i) == upright(b, 0));
        for q in b.windows(2).skip(across).step_by(2) {
            let (v, h) = if upright(a, i) { (p, q) } else { (q, p) };
            count += i32::from(inside(v[0].0, h[0].0, h[1].0) && inside(h[0].1, v[0].1, v[1].1));
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_must_leave_outward_and_arrive_inward() {
        let lines = [Line::middle(0), Line::centre(1)];
        let route = |exit, entry| Route::new((13, 10), exit, (30, 27), entry, &lines);
        assert!(route(Port::E, Port::N).is_some());
        assert!(route(Port::E, Port::S).is_none());
        assert!(route(Port::W, Port::N).is_none());
    }

    #[test]
    fn lines_that_only_touch_do_not_cross() {
        assert_eq!(crossings(&[(0, 10), (20, 10)], &[(10, 0), (10, 20)]), 1);
        assert_eq!(crossings(&[(0, 10), (20, 10)], &[(10, 10), (10, 20)]), 0);
    }
}
