//! Places on the page, in pixels as BPMN counts them: the lanes are columns in the order of the sheet, every part stands in
//! a band of its own, and what a row needs and gives stands left and right of the lanes.
//!
//! Flows run in the gaps between bands and in the gutters between lanes only; a side of a gateway may be left or entered
//! straight across the lanes, since nothing else stands in its band. So no flow ever runs through a shape.

mod labels;
mod papers;
mod route;

use super::graph::{Graph, Kind, MOST_TIMERS};
use super::gutters::Gutters;
use crate::layout::font::Face;
use crate::layout::wrap::wrap;
use crate::paper::length::{FontSize, Len};
use papers::Data;
use route::{Route, Side};
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
                    let papers = self.needed(*task).len().max(self.made(*task).len()) as i32;
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
