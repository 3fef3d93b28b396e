//! Places on the page, in pixels as BPMN counts them: the lanes are columns in the order of the sheet, every part stands in
//! a band of its own, and what a row needs and gives stands left and right of the lanes.
//!
//! Flows run in the gaps between bands and in the gutters between lanes only; a side of a gateway may be left or entered
//! straight across the lanes, since nothing else stands in its band. So no flow ever runs through a shape.

use super::graph::{Flow, Graph, Kind, MOST_TIMERS};
use super::gutters::Gutters;
use crate::layout::font::Face;
use crate::layout::length::{FontSize, Len};
use crate::layout::wrap::wrap;
use crate::model::{Butir, SimpulId};
use std::collections::BTreeSet;

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rect {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

pub(super) type Line = Vec<(i32, i32)>;

/// A paper beside a task.
pub(super) struct Data {
    pub task: usize,
    /// Which of the row's papers.
    pub butir: usize,
    pub output: bool,
    pub bounds: Rect,
    pub label: Rect,
    /// From the paper to the task, or from the task to the paper.
    pub line: Line,
}

pub(super) struct Drawing {
    pub pool: Rect,
    pub lanes: Vec<Rect>,
    /// By node.
    pub nodes: Vec<Rect>,
    pub labels: Vec<Option<Rect>>,
    /// By flow.
    pub flows: Vec<Line>,
    pub flow_labels: Vec<Option<Rect>>,
    pub data: Vec<Data>,
}

const TASK_WIDTH: i32 = 180;
/// Above the words, where bpmn-js draws the little man, and as much below.
const TASK_HEAD: i32 = 27;
const GATEWAY: i32 = 50;
const EVENT: i32 = 36;
/// Where timers hang below a task, from its middle: a line that ends higher up hangs further out.
const TIMERS: [i32; MOST_TIMERS] = [60, 22, -60, -22];
/// Half the width of a lane without its gutters.
const HALF_LANE: i32 = 125;
/// The same, where a timer hangs below a task.
const HALF_WITH_TIMER: i32 = 180;
const GUTTER: i32 = 24;
const TRACK: i32 = 12;
const GAP: i32 = 44;
const LABEL: i32 = 90;
const LINE: i32 = 14;
const POOL_HEAD: i32 = 30;
const LANE_HEAD: i32 = 30;
const PAPER: (i32, i32) = (28, 38);
const PAPER_LABEL: i32 = 150;
const PAPER_STEP: i32 = 54;

/// Lines of a text in the type of bpmn-js (12 pixels).
fn lines(text: &str, width: i32) -> i32 {
    let room = Len::um(width * 25_400 / 96);
    wrap(text, room, Face::Regular, FontSize::tenths(90)).len().max(1) as i32
}

/// A side of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Above,
    Below,
    Left,
    Right,
}

/// Sides that are taken.
#[derive(Clone, Copy, Debug, Default)]
struct Sides([bool; 4]);

impl Sides {
    fn take(&mut self, side: Side) {
        self.0[side as usize] = true;
    }

    fn taken(self, side: Side) -> bool {
        self.0[side as usize]
    }
}

/// Where a vertical stretch runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Channel {
    /// Gap to gap within one band's border: no vertical stretch at all.
    None,
    /// The middle of a lane.
    Lane(usize),
    /// A gutter, and which of its tracks.
    Gutter(usize, usize),
}

struct Route {
    out: Side,
    into: Side,
    channel: Channel,
}

/// A band of the page: one part, and at times an end at its right.
#[derive(Default)]
struct Band {
    /// Room above and below its middle.
    up: i32,
    down: i32,
    middle: i32,
    /// Where a part stands in the middle of the band: its lane.
    lane: Option<usize>,
    /// Room below it.
    gap: i32,
}

pub(super) struct Pen<'a> {
    graph: &'a Graph<'a>,
    bands: Vec<Band>,
    /// By node: its band.
    band: Vec<usize>,
    /// By lane: the bands in whose middle one of its parts stands, in order.
    standing: Vec<Vec<usize>>,
    /// By node: the one before it, by the first flow.
    source: Vec<usize>,
    /// By node: its distance from the middle of its lane.
    shift: Vec<i32>,
    size: Vec<(i32, i32)>,
    routes: Vec<Route>,
    gutters: Gutters,
}

impl<'a> Pen<'a> {
    pub fn new(graph: &'a Graph<'a>) -> Pen<'a> {
        let lanes = graph.sop.pelaksana.len();
        let mut source = vec![0; graph.nodes.len()];
        graph.flows.iter().rev().for_each(|flow| source[flow.to] = flow.from);
        let mut pen = Pen {
            graph,
            bands: Vec::new(),
            band: vec![0; graph.nodes.len()],
            standing: vec![Vec::new(); lanes],
            source,
            shift: vec![0; graph.nodes.len()],
            size: graph.nodes.iter().map(|_| (0, 0)).collect(),
            routes: Vec::new(),
            gutters: Gutters::new(lanes + 1),
        };
        pen.stand();
        for (at, band) in pen.bands.iter().enumerate() {
            if let Some(lane) = band.lane {
                pen.standing[lane].push(at);
            }
        }
        pen
    }

    /// The papers of a task's row; those that are needed stand at its first place, those that are made at its last.
    fn papers(&self, task: usize, output: bool) -> &'a [Butir] {
        let sop = self.graph.sop;
        let first = SimpulId(self.graph.tasks[task].simpul.start);
        let row = sop.kegiatan_dari(first);
        let whole = sop.simpul_dari_baris(row).map(|it| it.tempat).max() == Some(sop[first].tempat);
        match output {
            false if sop[first].tempat == 0 => &row.mutu_baku.kelengkapan,
            true if whole => &row.mutu_baku.output,
            _ => &[],
        }
    }

    /// Bands and sizes.
    fn stand(&mut self) {
        let graph = self.graph;
        let mut timers = vec![0_usize; graph.tasks.len()];
        // By band: an end stands at its right.
        let mut taken = BTreeSet::new();
        for (at, node) in graph.nodes.iter().enumerate() {
            let (width, height) = match &node.kind {
                Kind::Task(task) => {
                    let text = lines(node.name.as_deref().unwrap_or_default(), TASK_WIDTH - 14) * LINE
                        + 2 * TASK_HEAD;
                    let papers = self.papers(*task, false).len().max(self.papers(*task, true).len()) as i32;
                    (TASK_WIDTH, text.max(papers * PAPER_STEP - 30))
                }
                Kind::Split | Kind::Guard | Kind::Merge | Kind::Fork | Kind::Join => (GATEWAY, GATEWAY),
                Kind::Start | Kind::End(_) | Kind::Late | Kind::Timer(..) => (EVENT, EVENT),
            };
            self.size[at] = (width, height);
            let mut band = Band { up: height / 2, down: height / 2, gap: GAP, ..Band::default() };
            match node.kind {
                Kind::Timer(task, _) => {
                    // On the lower border of its task, whose band it shares.
                    let host = graph.task_nodes[task];
                    self.band[at] = self.band[host];
                    self.shift[at] = TIMERS[timers[task]];
                    timers[task] += 1;
                    let host = self.band[host];
                    self.bands[host].gap = self.bands[host].gap.max(GAP + EVENT / 2);
                    continue;
                }
                Kind::Late => {
                    // The words of the timer stand above this end, beside the line that leads here.
                    let timer = self.source[at];
                    let name = graph.nodes[timer].name.as_deref().unwrap_or_default();
                    self.shift[at] = self.shift[timer];
                    band.up += 4 + lines(name, LABEL) * LINE;
                }
                Kind::End(_) => {
                    // At the right of its gateway, where that has no other end yet.
                    let before = self.source[at];
                    let gateway = matches!(graph.nodes[before].kind, Kind::Split | Kind::Guard);
                    if gateway && taken.insert(self.band[before]) {
                        self.band[at] = self.band[before];
                        self.shift[at] = 98;
                        let band = &mut self.bands[self.band[before]];
                        let name = node.name.as_deref().unwrap_or_default();
                        band.down = band.down.max(EVENT / 2 + 4 + lines(name, LABEL) * LINE);
                        continue;
                    }
                    band.lane = Some(node.lane);
                }
                Kind::Split | Kind::Guard => {
                    let name = node.name.as_deref().unwrap_or_default();
                    band.up = band.up.max(14 + lines(name, LABEL) * LINE);
                    band.lane = Some(node.lane);
                }
                _ => band.lane = Some(node.lane),
            }
            self.band[at] = self.bands.len();
            self.bands.push(band);
        }
    }

    /// Whether the middle of a lane is free in all bands between two.
    fn free(&self, lane: usize, from: usize, to: usize) -> bool {
        let bands = &self.standing[lane];
        bands.get(bands.partition_point(|band| *band <= from)).is_none_or(|next| *next >= to)
    }

    /// Chooses sides and channels.
    fn route(&mut self) {
        let graph = self.graph;
        let mut used = vec![Sides::default(); graph.nodes.len()];
        let mut routes: Vec<Option<Route>> = graph.flows.iter().map(|_| None).collect();
        // What has no choice first: timers, ends beside their gateway, the next part below.
        let mut order: Vec<usize> = (0..graph.flows.len()).collect();
        order.sort_by_key(|at| {
            let flow = &graph.flows[*at];
            let (from, to) = (self.band[flow.from] as i64, self.band[flow.to] as i64);
            (from != to, (to - from - 1).unsigned_abs(), *at)
        });
        for at in order {
            let flow = &graph.flows[at];
            let (from, to) = (flow.from, flow.to);
            let route = self.choose(from, to, &used);
            used[from].take(route.out);
            used[to].take(route.into);
            if let Channel::Gutter(gutter, _) = route.channel {
                let (a, b) = self.stretch(from, to, &route);
                let track = self.gutters.lay(gutter, (a.min(b), a.max(b)));
                routes[at] = Some(Route { channel: Channel::Gutter(gutter, track), ..route });
            } else {
                routes[at] = Some(route);
            }
        }
        self.routes = routes.into_iter().flatten().collect();
    }

    /// The vertical stretch of a route, in thirds of bands: 3b is the middle of band b, 3b+1 the first track in the gap
    /// below it, 3b+2 the second.
    fn stretch(&self, from: usize, to: usize, route: &Route) -> (i32, i32) {
        let (from, to) = (3 * self.band[from] as i32, 3 * self.band[to] as i32);
        let start = if route.out == Side::Below { from + 1 } else { from };
        let end = if route.into == Side::Above { to - 1 } else { to };
        (start, end)
    }

    fn choose(&self, from: usize, to: usize, used: &[Sides]) -> Route {
        let graph = self.graph;
        let (a, b) = (self.band[from], self.band[to]);
        let (lane_from, lane_to) = (graph.nodes[from].lane, graph.nodes[to].lane);
        if a == b {
            return Route { out: Side::Right, into: Side::Left, channel: Channel::None };
        }
        let gateway = |node: usize| {
            matches!(
                graph.nodes[node].kind,
                Kind::Split | Kind::Guard | Kind::Merge | Kind::Fork | Kind::Join
            )
        };
        let open = |node: usize, side: Side| gateway(node) && !used[node].taken(side);
        let below = !used[from].taken(Side::Below);
        let above = !used[to].taken(Side::Above);
        if b == a + 1 && below && above {
            return Route { out: Side::Below, into: Side::Above, channel: Channel::None };
        }
        if matches!(graph.nodes[from].kind, Kind::Timer(..)) {
            return Route { out: Side::Below, into: Side::Above, channel: Channel::None };
        }
        // Straight down the target's lane.
        if b > a && above && self.free(lane_to, a, b) {
            if below && (lane_to == lane_from || b > a + 1) {
                return Route { out: Side::Below, into: Side::Above, channel: Channel::Lane(lane_to) };
            }
            let side = if lane_to > lane_from { Side::Right } else { Side::Left };
            if lane_to != lane_from && open(from, side) {
                return Route { out: side, into: Side::Above, channel: Channel::Lane(lane_to) };
            }
        }
        // Through a gutter: sides where they are open, the nearest gutter.
        let mut best: Option<(usize, Route)> = None;
        for out in [Side::Below, Side::Left, Side::Right] {
            let allowed = match out {
                Side::Below => below || !gateway(from),
                side => open(from, side),
            };
            for into in [Side::Above, Side::Left, Side::Right] {
                let fits = match into {
                    Side::Above => above || !gateway(to),
                    side => open(to, side),
                };
                if !allowed || !fits {
                    continue;
                }
                let (mut low, mut high) = (0, graph.sop.pelaksana.len());
                for (side, lane) in [(out, lane_from), (into, lane_to)] {
                    match side {
                        Side::Left => high = high.min(lane),
                        Side::Right => low = low.max(lane + 1),
                        Side::Above | Side::Below => {}
                    }
                }
                let bends = usize::from(out == Side::Below) + usize::from(into == Side::Above);
                let cheapest = self.gutters.cheapest((lane_from, lane_to), low..=high);
                let Some((price, gutter)) = cheapest.map(|(price, at)| (price + 3 * bends, at)) else {
                    continue;
                };
                if best.as_ref().is_none_or(|(known, _)| price < *known) {
                    best = Some((price, Route { out, into, channel: Channel::Gutter(gutter, 0) }));
                }
            }
        }
        // More flows than sides share the lower or the upper one.
        best.map_or(
            Route { out: Side::Below, into: Side::Above, channel: Channel::Gutter(lane_to, 0) },
            |(_, route)| route,
        )
    }

    pub fn draw(mut self) -> Drawing {
        self.route();
        let graph = self.graph;
        self.room_for_labels();
        let (centres, gutters, lanes) = self.columns();
        let mut y = POOL_HEAD + LANE_HEAD + 30;
        for band in &mut self.bands {
            band.middle = y + band.up;
            y = band.middle + band.down + band.gap;
        }
        let height = y + 10;
        let nodes: Vec<Rect> = (0..graph.nodes.len())
            .map(|at| {
                let (width, height) = self.size[at];
                let x = centres[graph.nodes[at].lane] + self.shift[at];
                let band = &self.bands[self.band[at]];
                let y = match graph.nodes[at].kind {
                    Kind::Timer(task, _) => band.middle + self.size[graph.task_nodes[task]].1 / 2,
                    _ => band.middle,
                };
                Rect { x: x - width / 2, y: y - height / 2, width, height }
            })
            .collect();
        let flows: Vec<Line> = graph
            .flows
            .iter()
            .zip(&self.routes)
            .map(|(flow, route)| self.line(route, (flow.from, flow.to), &nodes, &centres, &gutters))
            .collect();
        // By node: the first flow that leaves it at its left.
        let mut at_left = vec![None; graph.nodes.len()];
        for (flow, _) in
            graph.flows.iter().zip(&self.routes).rev().filter(|(_, route)| route.out == Side::Left)
        {
            at_left[flow.from] = Some(flow);
        }
        let flow_labels = graph
            .flows
            .iter()
            .enumerate()
            .map(|(at, flow)| {
                flow.name.as_ref().map(|name| self.flow_label(at, name, nodes[flow.from], at_left[flow.from]))
            })
            .collect();
        let labels = (0..graph.nodes.len()).map(|at| self.label(at, &nodes)).collect();
        let left = gutters[0] - GUTTER;
        let right = lanes.last().map_or(0, |lane| lane.x + lane.width);
        let side = PAPER.0 + PAPER_LABEL + 50;
        let pool = Rect { x: left - side, y: 0, width: right - left + 2 * side, height };
        let mut drawing = Drawing {
            pool,
            lanes: lanes
                .into_iter()
                .map(|lane| Rect { height: height - POOL_HEAD, y: POOL_HEAD, ..lane })
                .collect(),
            data: self.data(&nodes, left, right),
            nodes,
            labels,
            flows,
            flow_labels,
        };
        drawing.move_by(160 - drawing.pool.x, 80);
        drawing
    }

    /// Gaps are as high as the words in them.
    fn room_for_labels(&mut self) {
        for (flow, route) in self.graph.flows.iter().zip(&self.routes) {
            let Some(name) = &flow.name else { continue };
            let words = lines(name, LABEL) * LINE;
            let band = &mut self.bands[self.band[flow.from]];
            match route.out {
                Side::Below => band.gap = band.gap.max(words + GAP),
                Side::Right => band.up = band.up.max(words + 24),
                _ => band.down = band.down.max(words + 8),
            }
        }
    }

    /// Middles of lanes, gutters, lanes.
    fn columns(&self) -> (Vec<i32>, Vec<i32>, Vec<Rect>) {
        let graph = self.graph;
        let count = graph.sop.pelaksana.len();
        let timers = graph.nodes.iter().filter(|node| matches!(node.kind, Kind::Timer(..)));
        let timers: BTreeSet<usize> = timers.map(|node| node.lane).collect();
        let wide = |lane: usize| if timers.contains(&lane) { HALF_WITH_TIMER } else { HALF_LANE };
        let room = |gutter: usize| GUTTER + TRACK * self.gutters.tracks(gutter) as i32;
        let (mut centres, mut gutters, mut lanes) = (Vec::new(), Vec::new(), Vec::new());
        let mut x = 0;
        for lane in 0..count {
            gutters.push(x + GUTTER);
            // The border runs at the left of the gutter, so that its tracks belong to the lane at its right.
            let left = x;
            x += room(lane) + wide(lane);
            centres.push(x);
            x += wide(lane);
            let last = lane + 1 == count;
            if last {
                gutters.push(x + GUTTER / 2);
                x += room(count);
            }
            lanes.push(Rect { x: left, y: 0, width: x - left, height: 0 });
        }
        (centres, gutters, lanes)
    }

    fn line(
        &self,
        route: &Route,
        (from, to): (usize, usize),
        nodes: &[Rect],
        centres: &[i32],
        gutters: &[i32],
    ) -> Line {
        let port = |node: usize, side: Side| {
            let Rect { x, y, width, height } = nodes[node];
            match side {
                Side::Above => (x + width / 2, y),
                Side::Below => (x + width / 2, y + height),
                Side::Left => (x, y + height / 2),
                Side::Right => (x + width, y + height / 2),
            }
        };
        let (start, end) = (port(from, route.out), port(to, route.into));
        let mut line = vec![start];
        let x = match route.channel {
            Channel::None if route.out == Side::Right => None,
            Channel::None => None,
            Channel::Lane(lane) => Some(centres[lane]),
            Channel::Gutter(gutter, track) => Some(gutters[gutter] + TRACK * track as i32),
        };
        match x {
            None if route.out == Side::Below && start.0 != end.0 => {
                let y = self.bands[self.band[from]].middle + self.bands[self.band[from]].down;
                let y = y + self.bands[self.band[from]].gap - 22;
                line.extend([(start.0, y), (end.0, y)]);
            }
            None => {}
            Some(x) => {
                if route.out == Side::Below && x != start.0 {
                    let band = &self.bands[self.band[from]];
                    let y = band.middle + band.down + band.gap - 22;
                    line.extend([(start.0, y), (x, y)]);
                } else if route.out != Side::Below {
                    line.push((x, start.1));
                }
                if route.into == Side::Above && x != end.0 {
                    let above = &self.bands[self.band[to] - 1];
                    let y = above.middle + above.down + above.gap - 11;
                    line.extend([(x, y), (end.0, y)]);
                } else if route.into != Side::Above {
                    line.push((x, end.1));
                }
            }
        }
        line.push(end);
        line
    }

    /// Beside the first stretch of its flow.
    fn flow_label(&self, at: usize, name: &str, from: Rect, at_left: Option<&Flow>) -> Rect {
        let height = lines(name, LABEL) * LINE;
        let middle = from.x + from.width / 2;
        let (x, y) = match self.routes[at].out {
            Side::Right => (from.x + from.width + 2, from.y + from.height / 2 - 20 - height),
            Side::Left => (from.x - LABEL - 2, from.y + from.height / 2 + 4),
            _ => {
                // Below what stands at the left side.
                let left = at_left.and_then(|flow| flow.name.as_ref());
                let below = left.map_or(0, |name| lines(name, LABEL) * LINE);
                (middle - LABEL - 5, from.y + from.height + 4 + (below - 20).max(0))
            }
        };
        Rect { x, y, width: LABEL, height }
    }

    /// The words beside an event or a gateway.
    fn label(&self, at: usize, nodes: &[Rect]) -> Option<Rect> {
        let bounds = nodes[at];
        let aside = |x: i32, shift: i32| if shift < 0 { x - LABEL - 4 } else { x + EVENT + 4 };
        let node = &self.graph.nodes[at];
        let name = node.name.as_deref()?;
        let height = lines(name, LABEL) * LINE;
        let (x, y) = match node.kind {
            Kind::Task(_) => return None,
            Kind::Split | Kind::Guard => (bounds.x - LABEL + 2, bounds.y + 10 - height),
            Kind::End(_) if self.shift[at] > 0 => {
                (bounds.x + EVENT / 2 - LABEL / 2 - 16, bounds.y + EVENT + 3)
            }
            Kind::Timer(..) => {
                let late =
                    nodes[self.graph.flows.iter().find(|flow| flow.from == at).map_or(at, |flow| flow.to)];
                (aside(late.x, self.shift[at]), late.y - 4 - height)
            }
            Kind::Late => (aside(bounds.x, self.shift[at]), bounds.y + (EVENT - height) / 2),
            _ => (bounds.x + EVENT + 4, bounds.y + (EVENT - height) / 2),
        };
        Some(Rect { x, y, width: LABEL, height })
    }

    /// What is needed stands left of the lanes, what is made right of them.
    fn data(&self, nodes: &[Rect], left: i32, right: i32) -> Vec<Data> {
        let mut out = Vec::new();
        for (node, at) in self.graph.nodes.iter().zip(nodes) {
            let Kind::Task(task) = node.kind else { continue };
            let middle = at.y + at.height / 2;
            for output in [false, true] {
                let papers = self.papers(task, output);
                let first = middle - (papers.len() as i32 - 1) * PAPER_STEP / 2;
                for (butir, paper) in papers.iter().enumerate() {
                    let y = first + butir as i32 * PAPER_STEP;
                    let x = if output { right + 30 } else { left - 30 - PAPER.0 };
                    let bounds = Rect { x, y: y - PAPER.1 / 2, width: PAPER.0, height: PAPER.1 };
                    let label_x = if output { x + PAPER.0 + 5 } else { x - PAPER_LABEL - 5 };
                    let height = lines(&paper.teks, PAPER_LABEL) * LINE;
                    let label = Rect { x: label_x, y: y - height / 2, width: PAPER_LABEL, height };
                    let (edge, bus, side) = if output {
                        (at.x + at.width, right + 14, x)
                    } else {
                        (at.x, left - 14, x + PAPER.0)
                    };
                    let mut line = vec![(edge, middle)];
                    if y != middle {
                        line.extend([(bus, middle), (bus, y)]);
                    }
                    line.push((side, y));
                    if !output {
                        line.reverse();
                    }
                    out.push(Data { task, butir, output, bounds, label, line });
                }
            }
        }
        out
    }
}

impl Drawing {
    fn move_by(&mut self, dx: i32, dy: i32) {
        let labels = self.labels.iter_mut().chain(&mut self.flow_labels).flatten();
        let data = self.data.iter_mut().flat_map(|data| [&mut data.bounds, &mut data.label]);
        let all = std::iter::once(&mut self.pool).chain(&mut self.lanes).chain(&mut self.nodes);
        for rect in all.chain(labels) {
            rect.x += dx;
            rect.y += dy;
        }
        for rect in data {
            rect.x += dx;
            rect.y += dy;
        }
        for point in self.flows.iter_mut().flatten() {
            *point = (point.0 + dx, point.1 + dy);
        }
        for point in self.data.iter_mut().flat_map(|data| &mut data.line) {
            *point = (point.0 + dx, point.1 + dy);
        }
    }
}
