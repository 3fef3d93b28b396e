//! A drawn page as its lines and symbols, read back from the marks alone.

use crate::layout::scene::{CellOf, FlowMark, Mark, Page, Point, Shape, SymbolKind, SymbolMark};
use crate::paper::length::Len;

/// A stretch of a line, axis-parallel.
pub(in crate::layout) type Stretch = (Point, Point);

/// A symbol and the box around it.
#[derive(Debug)]
pub(in crate::layout) struct Symbol<'a> {
    pub mark: &'a SymbolMark,
    pub low: Point,
    pub high: Point,
}

impl Symbol<'_> {
    pub fn centre(&self) -> Point {
        Point::new((self.low.x + self.high.x) / 2, (self.low.y + self.high.y) / 2)
    }

    pub fn is_connector(&self) -> bool {
        matches!(self.mark.kind, SymbolKind::Connector { .. })
    }

    /// Whether the point is on the box around the symbol.
    fn touches(&self, at: Point) -> bool {
        let inside = |low: Len, at: Len, high: Len| low <= at && at <= high;
        inside(self.low.x, at.x, self.high.x) && inside(self.low.y, at.y, self.high.y)
    }
}

/// A flow line.
#[derive(Debug)]
pub(in crate::layout) struct Flow<'a> {
    pub mark: &'a FlowMark,
    /// As drawn.
    pub drawn: Vec<Point>,
    /// From symbol to symbol: where the line ends in a T, it goes on along the line that it meets.
    pub course: Vec<Point>,
}

/// What a page shows.
#[derive(Debug, Default)]
pub(in crate::layout) struct Drawing<'a> {
    pub symbols: Vec<Symbol<'a>>,
    pub flows: Vec<Flow<'a>>,
    pub joints: Vec<Stretch>,
    pub rules: Vec<Stretch>,
    /// Upper left and lower right of every word at a line.
    pub words: Vec<(Point, Point)>,
    /// The table's lower edge.
    pub bottom: Len,
    /// Where the head ends.
    pub body: Len,
}

pub(super) fn stretches(points: &[Point]) -> impl Iterator<Item = Stretch> + '_ {
    points.windows(2).map(|pair| (pair[0], pair[1]))
}

pub(in crate::layout) fn read(page: &Page) -> Drawing<'_> {
    let mut out = Drawing::default();
    for item in &page.items {
        match (&item.mark, &item.shape) {
            (Mark::Symbol(mark), shape) => {
                let (low, high) = extent(shape);
                out.symbols.push(Symbol { mark, low, high });
            }
            (Mark::Flow(mark), Shape::Lines { runs, .. }) => {
                out.flows.push(Flow { mark, drawn: runs.concat(), course: Vec::new() });
            }
            (Mark::Joint { .. }, Shape::Lines { runs, .. }) => {
                out.joints.extend(runs.iter().flat_map(|run| stretches(run)));
            }
            (Mark::Rule(_), Shape::Lines { runs, .. }) => {
                out.rules.extend(runs.iter().flat_map(|run| stretches(run)));
            }
            (Mark::Cell { of, .. }, shape) => {
                let edge = if *of == CellOf::Head { &mut out.body } else { &mut out.bottom };
                *edge = (*edge).max(extent(shape).1.y);
            }
            (Mark::FlowLabel { .. }, shape) => out.words.push(extent(shape)),
            _ => {}
        }
    }
    let courses: Vec<Vec<Point>> = (0..out.flows.len()).map(|flow| course(&out.flows, flow)).collect();
    for (flow, course) in out.flows.iter_mut().zip(courses) {
        flow.course = course;
    }
    out
}

impl Drawing<'_> {
    /// The symbol at which a flow begins (ends): of several with its key, the one that its line touches.
    pub fn symbol_at(&self, key: &str, at: Point) -> Option<&Symbol<'_>> {
        let of_key = || self.symbols.iter().filter(|symbol| symbol.mark.step == key);
        of_key().find(|symbol| symbol.touches(at)).or_else(|| of_key().next())
    }
}

/// Upper left and lower right.
fn extent(shape: &Shape) -> (Point, Point) {
    let around = |points: &mut dyn Iterator<Item = Point>| {
        let first = points.next().unwrap_or_default();
        points.fold((first, first), |(low, high), p| {
            (Point::new(low.x.min(p.x), low.y.min(p.y)), Point::new(high.x.max(p.x), high.y.max(p.y)))
        })
    };
    match shape {
        Shape::Rect { x, y, width, height, .. } | Shape::Image { x, y, width, height, .. } => {
            (Point::new(*x, *y), Point::new(*x + *width, *y + *height))
        }
        Shape::Polygon { points, .. } => around(&mut points.iter().copied()),
        Shape::Lines { runs, .. } => around(&mut runs.iter().flatten().copied()),
        Shape::Text(line) => {
            let (above, height) = line.tight();
            let top = line.baseline + above;
            (Point::new(line.x, top), Point::new(line.x + line.width(), top + height))
        }
    }
}

/// The whole course of a line, without corners that are none.
fn course(flows: &[Flow], flow: usize) -> Vec<Point> {
    let mut points = flows[flow].drawn.clone();
    if flows[flow].mark.tee_end {
        let tail = beyond(flows, flow, true, flows.len());
        points.extend(tail);
    }
    if flows[flow].mark.tee_start {
        let mut head = beyond(flows, flow, false, flows.len());
        head.extend(points);
        points = head;
    }
    let mut out: Vec<Point> = Vec::new();
    for point in points {
        let goes_on = |a: Point, b: Point| (a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y);
        if out.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = out[..]
            && goes_on(a, b)
        {
            out.pop();
        }
        out.push(point);
    }
    out
}

/// What a line has in common with the line of its net that it ends (starts) on; `depth` bounds the search where lines
/// end on each other in a ring.
fn beyond(flows: &[Flow], flow: usize, at_end: bool, depth: usize) -> Vec<Point> {
    let own = &flows[flow];
    let tee = if at_end { own.drawn.last() } else { own.drawn.first() };
    let (Some(tee), Some(depth)) = (tee, depth.checked_sub(1)) else { return Vec::new() };
    for (index, host) in flows.iter().enumerate() {
        let net = if at_end {
            host.mark.to == own.mark.to
        } else {
            (&host.mark.from, &host.mark.branch) == (&own.mark.from, &own.mark.branch)
        };
        if index == flow || !net {
            continue;
        }
        let Some(at) = stretches(&host.drawn).position(|stretch| lies_on(*tee, stretch)) else { continue };
        if at_end {
            let mut rest = host.drawn[at + 1..].to_vec();
            if host.mark.tee_end {
                rest.extend(beyond(flows, index, true, depth));
            }
            return rest;
        }
        let mut rest = if host.mark.tee_start { beyond(flows, index, false, depth) } else { Vec::new() };
        rest.extend(&host.drawn[..=at]);
        return rest;
    }
    Vec::new()
}

fn lies_on(point: Point, (a, b): Stretch) -> bool {
    let between = |a: Len, at: Len, b: Len| a.min(b) <= at && at <= a.max(b);
    between(a.x, point.x, b.x) && between(a.y, point.y, b.y)
}
