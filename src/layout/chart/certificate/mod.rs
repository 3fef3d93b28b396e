//! How a chart turned out, measured on the finished drawing: it reads what any printer is given, and asks the layouter
//! nothing.
//!
//! Crossings are counted twice: as the points in which a reader sees lines cross, and as pairs of whole flows, a line
//! that ends in a T followed to its end. The latter is what the lower bound bounds.

mod bound;
mod read;

use crate::layout::chart::style::foot;
use crate::layout::scene::{Page, PageKind, Point, SymbolKind};
use crate::paper::length::Len;
use read::{Drawing, Stretch, Symbol, stretches};
pub(in crate::layout) use read::{Flow, read};
use std::collections::BTreeMap;

/// Points nearer than this are one crossing to the eye.
const ONE_POINT: Len = Len::um(300);
/// A line that ends this near to another meets it and does not cross it.
const MEETS: Len = Len::um(50);
/// Symbols whose middles differ less in height stand on one level.
const ONE_LEVEL: Len = Len::mm(1);

/// Measures of a page, or of several together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// Symbols, connectors among them; of a joint row, each.
    pub symbols: usize,
    /// Flow lines; one that is cut by a page break counts on both pages.
    pub flows: usize,
    /// Points in which lines cross.
    pub crossings: usize,
    /// Crossings of whole flows, pair by pair.
    pub pair_crossings: usize,
    /// What no drawing can have fewer of; unknown where more than seven flows run abreast.
    pub crossing_bound: Option<usize>,
    /// Corners.
    pub bends: usize,
    /// Flows that need a corner, because their ends are not in one free line.
    pub bend_bound: usize,
    /// Length of all flows.
    pub length_um: i64,
    /// The same, had each gone the shortest way around corners.
    pub direct_um: i64,
    /// Arrow heads.
    pub heads: usize,
    /// Those that enter a symbol in the middle of its top.
    pub heads_on_top: usize,
    /// Words at flows.
    pub labels: usize,
    /// Those that lie over a rule of the table.
    pub labels_on_rules: usize,
    /// Height between the table's head and the foot of the page.
    pub room_um: i64,
    /// What the table leaves of it.
    pub unused_um: i64,
}

/// Measures of a page of the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageMeasures {
    /// Its number among the pages of the chart.
    pub page: usize,
    /// What was measured.
    pub measures: Measures,
    /// Its connectors, in the order they are drawn.
    pub connectors: Vec<Connector>,
}

/// A connector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connector {
    /// Its letters.
    pub label: String,
    /// Whether the flow leaves the page.
    pub out: bool,
    /// The page of its partner.
    pub peer_page: usize,
}

impl Measures {
    /// Sums; the bound is known only where it is known of all.
    pub fn total<'a>(of: impl Iterator<Item = &'a Measures>) -> Measures {
        of.fold(Measures { crossing_bound: Some(0), ..Measures::default() }, |sum, page| Measures {
            symbols: sum.symbols + page.symbols,
            flows: sum.flows + page.flows,
            crossings: sum.crossings + page.crossings,
            pair_crossings: sum.pair_crossings + page.pair_crossings,
            crossing_bound: sum.crossing_bound.zip(page.crossing_bound).map(|(a, b)| a + b),
            bends: sum.bends + page.bends,
            bend_bound: sum.bend_bound + page.bend_bound,
            length_um: sum.length_um + page.length_um,
            direct_um: sum.direct_um + page.direct_um,
            heads: sum.heads + page.heads,
            heads_on_top: sum.heads_on_top + page.heads_on_top,
            labels: sum.labels + page.labels,
            labels_on_rules: sum.labels_on_rules + page.labels_on_rules,
            room_um: sum.room_um + page.room_um,
            unused_um: sum.unused_um + page.unused_um,
        })
    }
}

/// Measures the pages of a chart; other pages are passed over.
pub fn certify(pages: &[Page]) -> Vec<PageMeasures> {
    let charts = pages.iter().filter_map(|page| match page.kind {
        PageKind::Bagan { page: number, .. } => Some((number, page)),
        PageKind::Depan(_) | PageKind::Identitas | PageKind::Temuan | PageKind::Isian { .. } => None,
    });
    charts.map(|(number, page)| of_page(number, page)).collect()
}

fn of_page(number: usize, page: &Page) -> PageMeasures {
    let drawing = read(page);
    let foot = page.height - page.margins.bottom - foot(&page.margins);
    let connectors = drawing.symbols.iter().filter_map(|symbol| match &symbol.mark.kind {
        SymbolKind::Connector { label, out, peer_page } => {
            Some(Connector { label: label.clone(), out: *out, peer_page: *peer_page })
        }
        _ => None,
    });
    let um = |length: Len| i64::from(length.to_um());
    let heads = drawing.flows.iter().filter(|flow| !flow.mark.tee_end);
    let measures = Measures {
        symbols: drawing.symbols.len(),
        flows: drawing.flows.len(),
        crossings: crossings(&drawing),
        pair_crossings: pair_crossings(&drawing),
        crossing_bound: crossing_bound(&drawing),
        bends: drawing.flows.iter().map(|flow| flow.course.len().saturating_sub(2)).sum(),
        bend_bound: drawing.flows.iter().filter(|flow| !in_line(&drawing, flow)).count(),
        length_um: drawing.flows.iter().flat_map(|flow| stretches(&flow.course)).map(length_um).sum(),
        direct_um: drawing.flows.iter().filter_map(|flow| Some(length_um(ends(flow)?))).sum(),
        heads: heads.clone().count(),
        heads_on_top: heads.filter(|flow| enters_on_top(&drawing, flow)).count(),
        labels: drawing.words.len(),
        labels_on_rules: drawing.words.iter().filter(|area| on_a_rule(&drawing, **area)).count(),
        room_um: um(foot - drawing.body),
        unused_um: um((foot - drawing.bottom.max(drawing.body)).max(Len::ZERO)),
    };
    PageMeasures { page: number, connectors: connectors.collect(), measures }
}

/// First and last point of a course.
fn ends(flow: &Flow) -> Option<Stretch> {
    Some((*flow.course.first()?, *flow.course.last()?))
}

/// Along the axes.
fn length_um((a, b): Stretch) -> i64 {
    i64::from(((a.x - b.x).abs() + (a.y - b.y).abs()).to_um())
}

/// Where two stretches cross; those that touch or lie on each other do not.
fn crossing(first: Stretch, second: Stretch) -> Option<Point> {
    let upright = |stretch: Stretch| stretch.0.x == stretch.1.x;
    let (upright, level) = match (upright(first), upright(second)) {
        (true, false) => (first, second),
        (false, true) => (second, first),
        _ => return None,
    };
    let within = |a: Len, at: Len, b: Len| a.min(b) + MEETS < at && at < a.max(b) - MEETS;
    let at = Point::new(upright.0.x, level.0.y);
    (within(level.0.x, at.x, level.1.x) && within(upright.0.y, at.y, upright.1.y)).then_some(at)
}

/// Distinct points in which the lines cross as drawn, plain lines of joint rows among them.
fn crossings(drawing: &Drawing) -> usize {
    let flows = drawing.flows.iter().map(|flow| stretches(&flow.drawn).collect());
    let lines: Vec<Vec<Stretch>> = flows.chain(drawing.joints.iter().map(|joint| vec![*joint])).collect();
    let mut seen: Vec<Point> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        for other in &lines[..index] {
            for point in line.iter().flat_map(|a| other.iter().filter_map(|b| crossing(*a, *b))) {
                let same = |known: &Point| length_um((*known, point)) < i64::from(ONE_POINT.to_um());
                if !seen.iter().any(same) {
                    seen.push(point);
                }
            }
        }
    }
    seen.len()
}

/// Crossings of whole courses, pair by pair.
fn pair_crossings(drawing: &Drawing) -> usize {
    let courses: Vec<Vec<Stretch>> =
        drawing.flows.iter().map(|flow| stretches(&flow.course).collect()).collect();
    let count = |a: &[Stretch], b: &[Stretch]| {
        a.iter().map(|a| b.iter().filter(|b| crossing(*a, **b).is_some()).count()).sum::<usize>()
    };
    let pairs = courses.iter().enumerate();
    let of_flows: usize = pairs.map(|(at, a)| courses[..at].iter().map(|b| count(a, b)).sum::<usize>()).sum();
    of_flows + courses.iter().map(|course| count(course, &drawing.joints)).sum::<usize>()
}

/// Whether some symbols at the two ends of a flow stand in one line with nothing between.
fn in_line(drawing: &Drawing, flow: &Flow) -> bool {
    let of = |key: &'_ str| {
        let key = key.to_owned();
        drawing.symbols.iter().filter(move |symbol| symbol.mark.step == key)
    };
    of(&flow.mark.from).any(|a| of(&flow.mark.to).any(|b| free_between(drawing, a, b)))
}

fn free_between(drawing: &Drawing, a: &Symbol, b: &Symbol) -> bool {
    let (from, to) = (a.centre(), b.centre());
    let between = |a: Len, at: Len, b: Len| a.min(b) < at && at < a.max(b);
    let nothing = |hit: &dyn Fn(&Symbol) -> bool| !drawing.symbols.iter().any(hit);
    let beside = from.y == to.y
        && nothing(&|s| between(s.low.y, from.y, s.high.y) && between(from.x, s.centre().x, to.x));
    let below = from.x == to.x
        && nothing(&|s| between(s.low.x, from.x, s.high.x) && between(from.y, s.centre().y, to.y));
    beside || below
}

fn enters_on_top(drawing: &Drawing, flow: &Flow) -> bool {
    let Some((_, end)) = ends(flow) else { return false };
    let on_top = |symbol: &Symbol| end == Point::new(symbol.centre().x, symbol.low.y);
    drawing.symbols.iter().filter(|symbol| symbol.mark.step == flow.mark.to).any(on_top)
}

fn on_a_rule(drawing: &Drawing, (low, high): (Point, Point)) -> bool {
    drawing.rules.iter().any(|(a, b)| {
        let over = |from: Len, to: Len, low: Len, high: Len| from.min(to) < high && low < from.max(to);
        let inside = |low: Len, at: Len, high: Len| low < at && at < high;
        if a.x == b.x {
            inside(low.x, a.x, high.x) && over(a.y, b.y, low.y, high.y)
        } else {
            inside(low.y, a.y, high.y) && over(a.x, b.x, low.x, high.x)
        }
    })
}

/// Where a flow's end stands, from top to bottom.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Height {
    Above,
    Level(usize),
    Below,
}

/// The bound, with the linked symbols of a joint row as one level, and symbols side by side one after the other.
fn crossing_bound(drawing: &Drawing) -> Option<usize> {
    let key = |symbol: &Symbol| (symbol.mark.step.clone(), symbol.mark.row.clone());
    let mut places: BTreeMap<(String, String), (Len, Len)> = BTreeMap::new();
    for symbol in drawing.symbols.iter().filter(|symbol| !symbol.is_connector()) {
        let at = (symbol.centre().y, symbol.centre().x);
        places.entry(key(symbol)).and_modify(|known| *known = at.min(*known)).or_insert(at);
    }
    let mut levels: Vec<(Len, Len)> = places.values().copied().collect();
    levels.sort_unstable();
    let first = levels.first().map_or(Len::ZERO, |level| level.0);
    let height = |step: &str, at: Point| {
        let symbol = drawing.symbol_at(step, at)?;
        Some(if !symbol.is_connector() {
            Height::Level(levels.binary_search(&places[&key(symbol)]).ok()?)
        } else if symbol.centre().y < first {
            Height::Above
        } else {
            Height::Below
        })
    };
    let mut flows = Vec::new();
    for flow in &drawing.flows {
        let (start, end) = ends(flow)?;
        let (a, b) = (height(&flow.mark.from, start)?, height(&flow.mark.to, end)?);
        if let (Height::Level(a), Height::Level(b)) = (a, b)
            && (levels[a].0 - levels[b].0).abs() < ONE_LEVEL
        {
            continue;
        }
        let level = |height: Height| if let Height::Level(level) = height { Some(level) } else { None };
        flows.push((level(a.min(b)), level(a.max(b))));
    }
    bound::least_crossings(levels.len(), &flows)
}
