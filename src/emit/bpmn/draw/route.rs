//! Where flows run: the sides they leave and enter by, and the lane or the gutter that their vertical stretch takes.

use super::{Line, Pen, Rect, TRACK};
use crate::emit::bpmn::graph::Kind;
use crate::sorting;

/// A side of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
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
pub(super) enum Channel {
    /// Gap to gap within one band's border: no vertical stretch at all.
    None,
    /// The middle of a lane.
    Lane(usize),
    /// A gutter, and which of its tracks.
    Gutter(usize, usize),
}

pub(super) struct Route {
    pub out: Side,
    pub into: Side,
    pub channel: Channel,
}

impl Pen<'_> {
    /// Whether the middle of a lane is free in all bands between two.
    fn free(&self, lane: usize, from: usize, to: usize) -> bool {
        let bands = &self.standing[lane];
        bands.get(bands.partition_point(|band| *band <= from)).is_none_or(|next| *next >= to)
    }

    /// Chooses sides and channels.
    pub(super) fn route(&mut self) {
        let graph = self.graph;
        let mut used = vec![Sides::default(); graph.nodes.len()];
        let mut routes: Vec<Option<Route>> = graph.flows.iter().map(|_| None).collect();
        // What has no choice first: timers, ends beside their gateway, the next part below.
        let mut order: Vec<usize> = (0..graph.flows.len()).collect();
        sorting::by_key(&mut order, |at| {
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
        let out = [Side::Below, Side::Left, Side::Right].into_iter().filter(|side| match side {
            Side::Below => below || !gateway(from),
            side => open(from, *side),
        });
        let into = [Side::Above, Side::Left, Side::Right].into_iter().filter(|side| match side {
            Side::Above => above || !gateway(to),
            side => open(to, *side),
        });
        // More flows than sides share the lower or the upper one.
        self.through_a_gutter((lane_from, lane_to), &out.collect::<Vec<_>>(), &into.collect::<Vec<_>>())
            .unwrap_or(Route { out: Side::Below, into: Side::Above, channel: Channel::Gutter(lane_to, 0) })
    }

    /// The cheapest way from one lane to another through a gutter, out and in by one of these sides.
    fn through_a_gutter(
        &self,
        (lane_from, lane_to): (usize, usize),
        outs: &[Side],
        intos: &[Side],
    ) -> Option<Route> {
        let mut best: Option<(usize, Route)> = None;
        for out in outs.iter().copied() {
            for into in intos.iter().copied() {
                let (mut low, mut high) = (0, self.graph.sop.pelaksana.len());
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
        best.map(|(_, route)| route)
    }

    pub(super) fn line(
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
}
