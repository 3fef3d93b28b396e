//! How good a drawing is, read from its marks alone: crossings and bends, and how few of them any drawing must have.
#![allow(dead_code, reason = "each test uses its part")]

use super::chart_law::{Box2, Flow, Read, Symbol, Um, read};
use sop::layout::scene::{Page, SymbolKind};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::AddAssign;

/// Flows abreast up to which the least number of crossings is computed.
const ABREAST: usize = 7;

/// Figures of a page, or of many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub pages: usize,
    pub flows: usize,
    /// Pairs of whole flows, shared stretches included, that cross.
    pub crossings: usize,
    /// Crossings of the pages whose bound is known.
    pub bounded: usize,
    /// The least that any drawing of these pages has, where each flow stays between the levels that it joins.
    pub bound: usize,
    pub unbounded_pages: usize,
    pub pages_at_bound: usize,
    /// The most that a page is above its bound.
    pub worst: usize,
    pub bends: usize,
    /// Flows whose ends are not in one free line.
    pub bend_bound: usize,
}

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Figures) {
        self.pages += other.pages;
        self.flows += other.flows;
        self.crossings += other.crossings;
        self.bounded += other.bounded;
        self.bound += other.bound;
        self.unbounded_pages += other.unbounded_pages;
        self.pages_at_bound += other.pages_at_bound;
        self.worst = self.worst.max(other.worst);
        self.bends += other.bends;
        self.bend_bound += other.bend_bound;
    }
}

/// The figures of each page.
pub fn figures(pages: &[Page]) -> Vec<Figures> {
    pages.iter().map(|page| of_page(&read(page))).collect()
}

fn of_page(of: &Read) -> Figures {
    let courses: Vec<Course> = of.flows.iter().map(|flow| Course::of(of, flow)).collect();
    let mut crossings = 0;
    for (index, course) in courses.iter().enumerate() {
        crossings +=
            courses[..index].iter().map(|other| crossed(&course.points, &other.points)).sum::<usize>();
        crossings += of.joints.iter().map(|(_, line)| crossed(&course.points, line)).sum::<usize>();
    }
    let bound = bound(of, &courses);
    Figures {
        pages: 1,
        flows: courses.len(),
        crossings,
        bounded: bound.map_or(0, |_| crossings),
        bound: bound.unwrap_or(0),
        unbounded_pages: usize::from(bound.is_none()),
        pages_at_bound: usize::from(bound == Some(crossings)),
        worst: bound.map_or(0, |bound| crossings.saturating_sub(bound)),
        bends: courses.iter().map(|course| course.points.len() - 2).sum(),
        bend_bound: courses.iter().filter(|course| !straight(of, course)).count(),
    }
}

/// A whole flow: what it shares with its net included.
struct Course<'a> {
    points: Vec<(Um, Um)>,
    from: &'a str,
    to: &'a str,
    source: Option<&'a Symbol>,
    target: Option<&'a Symbol>,
}

impl<'a> Course<'a> {
    fn of(page: &'a Read, flow: &'a Flow) -> Course<'a> {
        let mut points = flow.points.clone();
        if flow.mark.tee_end {
            points.extend(rest(page, flow, points[points.len() - 1], true, 0));
        }
        if flow.mark.tee_start {
            let mut before = rest(page, flow, points[0], false, 0);
            before.reverse();
            before.append(&mut points);
            points = before;
        }
        points.dedup();
        let mut simple: Vec<(Um, Um)> = Vec::new();
        for point in points {
            if let [.., a, b] = simple[..]
                && ((a.0 == b.0 && b.0 == point.0) || (a.1 == b.1 && b.1 == point.1))
            {
                simple.pop();
            }
            simple.push(point);
        }
        let at = |step: &str, point: (Um, Um)| {
            page.symbols.iter().find(|symbol| {
                symbol.mark.step == step && symbol.area.grown(100).meets(Box2::of(&[point]).grown(1))
            })
        };
        let (from, to) = (flow.mark.from.as_str(), flow.mark.to.as_str());
        let (source, target) = (at(from, simple[0]), at(to, simple[simple.len() - 1]));
        Course { points: simple, from, to, source, target }
    }
}

/// What follows (precedes, outward) a T on the line that it stands on.
fn rest(page: &Read, flow: &Flow, tee: (Um, Um), to_end: bool, depth: usize) -> Vec<(Um, Um)> {
    for host in page.flows.iter().filter(|host| !std::ptr::eq(*host, flow)) {
        let net = if to_end {
            host.mark.to == flow.mark.to
        } else {
            host.mark.from == flow.mark.from && host.mark.branch == flow.mark.branch
        };
        let Some(at) =
            host.points.windows(2).position(|pair| Box2::of(pair).grown(1).meets(Box2::of(&[tee]).grown(1)))
        else {
            continue;
        };
        if !net {
            continue;
        }
        let (mut out, on): (Vec<_>, bool) = if to_end {
            (host.points[at + 1..].to_vec(), host.mark.tee_end)
        } else {
            (host.points[..=at].iter().rev().copied().collect(), host.mark.tee_start)
        };
        if on && depth < 8 {
            out.extend(rest(page, host, out[out.len() - 1], to_end, depth + 1));
        }
        return out;
    }
    Vec::new()
}

fn crossed(a: &[(Um, Um)], b: &[(Um, Um)]) -> usize {
    let inside = |value: Um, a: Um, b: Um| a.min(b) < value && value < a.max(b);
    let mut count = 0;
    for p in a.windows(2) {
        for q in b.windows(2) {
            let upright = p[0].0 == p[1].0;
            if upright == (q[0].0 == q[1].0) {
                continue;
            }
            let (v, h) = if upright { (p, q) } else { (q, p) };
            count += usize::from(inside(v[0].0, h[0].0, h[1].0) && inside(h[0].1, v[0].1, v[1].1));
        }
    }
    count
}

/// Whether some symbols of both ends stand in one line with nothing between.
fn straight(page: &Read, course: &Course) -> bool {
    let of = |step: &str| page.symbols.iter().filter(|symbol| symbol.mark.step == step).collect::<Vec<_>>();
    of(course.from).iter().any(|s| {
        of(course.to).iter().any(|t| {
            let (a, b) = (s.area.centre(), t.area.centre());
            let free = |between: &dyn Fn(&Symbol) -> bool| {
                let others = |symbol: &&Symbol| !std::ptr::eq(*symbol, *s) && !std::ptr::eq(*symbol, *t);
                !page.symbols.iter().filter(others).any(between)
            };
            let inside = |value: Um, p: Um, q: Um| p.min(q) < value && value < p.max(q);
            let level = (a.1 - b.1).abs() < 300
                && free(&|o| inside(a.1, o.area.y0, o.area.y1) && inside(o.area.centre().0, a.0, b.0));
            let upright = (a.0 - b.0).abs() < 300
                && free(&|o| inside(a.0, o.area.x0, o.area.x1) && inside(o.area.centre().1, a.1, b.1));
            level || upright
        })
    })
}

/// The least number of crossings. Each place is an obstacle of its own, from top to bottom and then from left to
/// right; the flows between two levels stand in some order, and neighbours that change places cross. Those that end at
/// a level must be neighbours and are replaced by those that begin there. `None` where too many stand abreast.
fn bound(page: &Read, courses: &[Course]) -> Option<usize> {
    let key = |symbol: &Symbol| (symbol.mark.step.clone(), symbol.mark.row.clone());
    let connector = |symbol: &Symbol| matches!(symbol.mark.kind, SymbolKind::Connector { .. });
    let mut first: BTreeMap<(String, String), (Um, Um)> = BTreeMap::new();
    for symbol in page.symbols.iter().filter(|symbol| !connector(symbol)) {
        let (x, y) = symbol.area.centre();
        let slot = first.entry(key(symbol)).or_insert((y, x));
        *slot = (*slot).min((y, x));
    }
    let mut levels: Vec<(Um, Um, &(String, String))> =
        first.iter().map(|(key, (y, x))| ((y + 50) / 100, *x, key)).collect();
    levels.sort_unstable();
    let top = levels.first().map_or(0, |level| first[level.2].0);
    let end = |symbol: Option<&Symbol>, step: &str| -> Option<Option<usize>> {
        let symbol = symbol.or_else(|| page.symbols.iter().find(|symbol| symbol.mark.step == step))?;
        if connector(symbol) {
            return Some(None);
        }
        let key = key(symbol);
        Some(levels.iter().position(|level| *level.2 == key))
    };
    let above = |step: &str| {
        page.symbols.iter().any(|symbol| symbol.mark.step == step && symbol.area.centre().1 < top)
    };
    let mut spans: Vec<(Option<usize>, Option<usize>)> = Vec::new();
    for course in courses {
        let (from, to) = (end(course.source, course.from)?, end(course.target, course.to)?);
        let span = match (from, to) {
            (Some(a), Some(b)) => {
                let height = |level: usize| first[levels[level].2].0;
                if a == b || (height(a) - height(b)).abs() < 1_000 {
                    continue;
                }
                (Some(a.min(b)), Some(a.max(b)))
            }
            (Some(at), None) if above(course.to) => (None, Some(at)),
            (None, Some(at)) if above(course.from) => (None, Some(at)),
            (Some(at), None) | (None, Some(at)) => (Some(at), None),
            (None, None) => (None, None),
        };
        spans.push(span);
    }
    least_crossings(levels.len(), &spans)
}

/// An order of flows, from the left.
type Order = Vec<u8>;

fn least_crossings(levels: usize, spans: &[(Option<usize>, Option<usize>)]) -> Option<usize> {
    let begin: Order = (0..spans.len() as u8).filter(|flow| spans[usize::from(*flow)].0.is_none()).collect();
    if begin.len() > ABREAST {
        return None;
    }
    let mut states: BTreeMap<Order, usize> =
        permutations(&begin).into_iter().map(|order| (order, 0)).collect();
    for level in 0..levels {
        let ending: BTreeSet<u8> =
            (0..spans.len() as u8).filter(|flow| spans[usize::from(*flow)].1 == Some(level)).collect();
        let starting: Order =
            (0..spans.len() as u8).filter(|flow| spans[usize::from(*flow)].0 == Some(level)).collect();
        let width = states.keys().next()?.len();
        if width > ABREAST || width - ending.len() + starting.len() > ABREAST || starting.len() > 5 {
            return None;
        }
        if !ending.is_empty() {
            states = with_swaps(states);
        }
        let starts = permutations(&starting);
        let mut next: BTreeMap<Order, usize> = BTreeMap::new();
        for (order, paid) in &states {
            let at: Vec<usize> = (0..order.len()).filter(|at| ending.contains(&order[*at])).collect();
            let slots: Vec<(usize, usize)> = match (at.first(), at.last()) {
                (Some(first), Some(last)) if last - first + 1 == at.len() => vec![(*first, last + 1)],
                (Some(_), _) => continue,
                _ => (0..=order.len()).map(|at| (at, at)).collect(),
            };
            for (from, to) in slots {
                for start in &starts {
                    let mut after = order[..from].to_vec();
                    after.extend_from_slice(start);
                    after.extend_from_slice(&order[to..]);
                    let slot = next.entry(after).or_insert(usize::MAX);
                    *slot = (*slot).min(*paid);
                }
            }
        }
        states = next;
    }
    states.values().min().copied()
}

/// Every order that swaps of neighbours lead to, with the least that it costs.
fn with_swaps(states: BTreeMap<Order, usize>) -> BTreeMap<Order, usize> {
    let mut queues: BTreeMap<usize, VecDeque<Order>> = BTreeMap::new();
    for (order, paid) in &states {
        queues.entry(*paid).or_default().push_back(order.clone());
    }
    let mut best = states;
    while let Some((paid, queue)) = queues.pop_first() {
        for order in queue {
            if best[&order] < paid {
                continue;
            }
            for at in 1..order.len() {
                let mut swapped = order.clone();
                swapped.swap(at - 1, at);
                if best.get(&swapped).is_none_or(|known| *known > paid + 1) {
                    best.insert(swapped.clone(), paid + 1);
                    queues.entry(paid + 1).or_default().push_back(swapped);
                }
            }
        }
    }
    best
}

fn permutations(of: &[u8]) -> Vec<Order> {
    let Some((first, rest)) = of.split_first() else { return vec![Vec::new()] };
    let mut out = Vec::new();
    for order in permutations(rest) {
        for at in 0..=order.len() {
            let mut longer = order.clone();
            longer.insert(at, *first);
            out.push(longer);
        }
    }
    out
}

#[test]
fn three_skips_over_each_other_cannot_all_be_drawn_without_a_crossing() {
    let span = |a, b| (Some(a), Some(b));
    let chain = [span(0, 1), span(1, 2), span(2, 3), span(3, 4), span(4, 5)];
    let with = |skips: &[(Option<usize>, Option<usize>)]| least_crossings(6, &[&chain[..], skips].concat());
    assert_eq!(with(&[span(0, 3), span(1, 4)]), Some(0));
    assert_eq!(with(&[span(0, 3), span(1, 4), span(2, 5)]), Some(1));
    assert_eq!(with(&[(None, Some(2)), span(1, 3), (Some(4), None)]), Some(0));
}
