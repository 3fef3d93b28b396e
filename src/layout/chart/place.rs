//! Coordinates: where every symbol stands and every line runs, each stretch drawn once.

use super::channels::Channel;
use super::diagram::Kind;
use super::fit::{Fit, clear_of};
use super::grid::{Grid, Symbol};
use super::route::{LineKind, Port, Route};
use super::style::Style;
use super::trim::{Course, trim};
use crate::layout::scene::Point;
use crate::paper::length::Len;

/// A symbol on the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub symbol: Symbol,
    pub centre: Point,
    pub width: Len,
    pub height: Len,
}

/// Where the table's lanes and levels lie on the page.
pub(super) struct Frame {
    /// Left rule of the first lane, and the right rule of each.
    pub lane_rules: Vec<Len>,
    /// Top of the first level, and the bottom of each.
    pub level_rules: Vec<Len>,
    /// Middle line of each level.
    pub middles: Vec<Len>,
}

impl Frame {
    pub fn new(left: Len, top: Len, lanes: &[Len], fit: &Fit) -> Frame {
        let mut at = left;
        let mut lane_rules = vec![left];
        for lane in lanes {
            at += *lane;
            lane_rules.push(at);
        }
        let level_rules = fit.tops().into_iter().map(|y| top + y).collect();
        Frame { lane_rules, level_rules, middles: fit.middles.iter().map(|y| top + *y).collect() }
    }

    pub fn centre(&self, lane: i32) -> Len {
        let lane = lane as usize;
        self.lane_rules[lane] + (self.lane_rules[lane + 1] - self.lane_rules[lane]) / 2
    }
}

/// The symbols that are drawn: the fixed ones, and each free one in its chosen cell.
pub(super) fn symbols(grid: &Grid, routes: &[Route], frame: &Frame, style: &Style) -> Vec<(u32, Placed)> {
    let mut chosen: Vec<u32> = routes.iter().flat_map(|route| [route.source, route.target]).collect();
    chosen.sort_unstable();
    let drawn = |index: u32, symbol: &Symbol| !symbol.free || chosen.binary_search(&index).is_ok();
    let all = grid.symbols.iter().enumerate().map(|(index, symbol)| (index as u32, symbol));
    all.filter(|(index, symbol)| drawn(*index, symbol))
        .map(|(index, symbol)| {
            let (width, height) = style.size(symbol.kind);
            let centre = Point::new(frame.centre(symbol.lane), frame.middles[symbol.level as usize]);
            (index, Placed { symbol: *symbol, centre, width, height })
        })
        .collect()
}

impl Placed {
    pub fn port(&self, port: Port) -> Point {
        let (dx, dy) = port.outward();
        Point::new(self.centre.x + self.width / 2 * dx, self.centre.y + self.height / 2 * dy)
    }

    pub fn left(&self) -> Len {
        self.centre.x - self.width / 2
    }

    pub fn top(&self) -> Len {
        self.centre.y - self.height / 2
    }

    /// Corners of its outline; of a capsule, those of its box.
    pub fn outline(&self) -> Vec<Point> {
        let (w, h) = (self.width / 2, self.height / 2);
        let at = |dx: Len, dy: Len| Point::new(self.centre.x + dx, self.centre.y + dy);
        match self.symbol.kind {
            Kind::Decision => vec![at(Len::ZERO, -h), at(w, Len::ZERO), at(Len::ZERO, h), at(-w, Len::ZERO)],
            Kind::Connector => {
                // The tip takes the last third.
                let shoulder = self.height.scale(35, 200);
                if self.symbol.up {
                    vec![at(Len::ZERO, -h), at(w, -shoulder), at(w, h), at(-w, h), at(-w, -shoulder)]
                } else {
                    vec![at(-w, -h), at(w, -h), at(w, shoulder), at(Len::ZERO, h), at(-w, shoulder)]
                }
            }
            Kind::Process | Kind::Start | Kind::End => vec![at(-w, -h), at(w, -h), at(w, h), at(-w, h)],
        }
    }
}

/// The courses of all routes, trimmed.
pub(super) fn courses(
    grid: &Grid,
    routes: &[Route],
    channels: &[Channel],
    fit: &Fit,
    frame: &Frame,
    placed: &[(u32, Placed)],
    style: &Style,
) -> Vec<Course> {
    let mut tracks: Vec<Vec<Len>> = routes.iter().map(|route| vec![Len::ZERO; route.len()]).collect();
    let half_decision = style.size(Kind::Decision).0 / 2;
    for (channel, (demand, split)) in channels.iter().zip(&fit.gutters) {
        let index = channel.line.index as usize;
        let (rule, pads) = if channel.line.vertical() {
            let rule = frame.lane_rules[index];
            let pad = |lane: usize| frame.centre(lane as i32) - frame.lane_rules[lane] - half_decision;
            let low = index.checked_sub(1).map_or(Len::ZERO, pad);
            let high = if index + 1 < frame.lane_rules.len() { pad(index) } else { Len::ZERO };
            (rule, (low, high))
        } else {
            let rule = frame.level_rules[index];
            let low = index
                .checked_sub(1)
                .map_or(Len::ZERO, |over| rule - frame.middles[over] - fit.symbols[over] / 2);
            let high =
                frame.middles.get(index).map_or(Len::ZERO, |middle| *middle - fit.symbols[index] / 2 - rule);
            (rule, (low, high))
        };
        let places = demand.places(*split, pads, clear_of(grid, channel.line));
        for (group, track) in channel.groups.iter().zip(&channel.tracks) {
            for (route, at) in group {
                tracks[*route][*at] = rule + places[*track];
            }
        }
    }
    let find = |index: u32| {
        let at = placed.binary_search_by_key(&index, |(index, _)| *index);
        &placed[at.expect("bug: a line ends at a symbol that is not drawn")].1
    };
    let full: Vec<Vec<Point>> = routes
        .iter()
        .zip(&tracks)
        .map(|(route, tracks)| {
            let at = |index: usize| match route.lines()[index].kind {
                LineKind::Centre => frame.centre(route.lines()[index].index),
                LineKind::Middle => frame.middles[route.lines()[index].index as usize],
                LineKind::Gutter | LineKind::Between => tracks[index],
            };
            let mut points = vec![find(route.source).port(route.exit)];
            for index in 0..route.len() - 1 {
                let (here, next) = (at(index), at(index + 1));
                let vertical = route.lines()[index].vertical();
                points.push(if vertical { Point::new(here, next) } else { Point::new(next, here) });
            }
            points.push(find(route.target).port(route.entry));
            points
        })
        .collect();
    trim(routes, full, |route| grid.arrows[route.arrow as usize].forks)
}
