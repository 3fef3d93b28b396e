//! Where lines of one net part or meet, the reader must see a T: four arms look like a crossing. And each line must have
//! a stretch of its own, or nobody sees that it is there.

use super::route::{At, End, Line, LineKind, Route, Spot2};

/// Pairs of routes of one net that part (meet) on a centre or middle line at a point where a third line runs on in the
/// direction opposite to the one that turns off.
pub(super) fn four_armed(routes: &[&Route]) -> Vec<(usize, usize)> {
    let mut bad = Vec::new();
    for (a, route) in routes.iter().enumerate() {
        for (b, other) in routes.iter().enumerate() {
            if a == b {
                continue;
            }
            for end in [End::Start, End::Target] {
                if route.shares(end, other) && parts_at_four_arms(routes, a, b, end) {
                    bad.push((a, b));
                }
            }
        }
    }
    bad
}

/// Pairs of routes of which the first runs with others of its net from its beginning to where it meets the second, and
/// with that one to its end.
pub(super) fn hidden(routes: &[&Route]) -> Vec<(usize, usize)> {
    let mut bad = Vec::new();
    for (a, route) in routes.iter().enumerate() {
        let others = || routes.iter().enumerate().filter(|(b, _)| *b != a);
        let beginning = others().filter(|(_, other)| route.shares(End::Start, other));
        let Some(begun) = beginning.map(|(_, other)| common_run(route, other, End::Start)).max() else {
            continue;
        };
        let whole: At = route.stretches().map(|stretch| stretch.high - stretch.low).sum();
        let ending = others().filter(|(_, other)| route.shares(End::Target, other));
        bad.extend(
            ending
                .filter(|(_, other)| begun + common_run(route, other, End::Target) >= whole)
                .map(|(b, _)| (a, b)),
        );
    }
    bad
}

/// How far two routes run together from a common end.
fn common_run(route: &Route, other: &Route, end: End) -> At {
    let (lines, points) = read(route, end);
    let (other_lines, other_points) = read(other, end);
    let step =
        |points: &[Spot2], at: usize| (points[at + 1].0 - points[at].0, points[at + 1].1 - points[at].1);
    let mut run = 0;
    for at in 0..lines.len().min(other_lines.len()) {
        let (p, q) = (step(&points, at), step(&other_points, at));
        let one_way = p.0.signum() == q.0.signum() && p.1.signum() == q.1.signum();
        if lines[at] != other_lines[at] || !one_way {
            break;
        }
        run += (p.0 + p.1).abs().min((q.0 + q.1).abs());
        if p != q {
            break;
        }
    }
    run
}

/// A route read from its common end with another.
fn read(route: &Route, end: End) -> (Vec<Line>, Vec<Spot2>) {
    let (mut lines, mut points) = (route.lines().to_vec(), route.points().to_vec());
    if end == End::Target {
        lines.reverse();
        points.reverse();
    }
    (lines, points)
}

fn parts_at_four_arms(routes: &[&Route], a: usize, b: usize, end: End) -> bool {
    let (lines, points) = read(routes[a], end);
    let (other_lines, other_points) = read(routes[b], end);
    let mut i = 0;
    while i + 1 < lines.len()
        && i + 1 < other_lines.len()
        && lines[i] == other_lines[i]
        && points[i + 1] == other_points[i + 1]
        && lines[i + 1] == other_lines[i + 1]
    {
        i += 1;
    }
    if lines[i] != other_lines[i] || i + 1 >= lines.len() || lines[i].channel() {
        return false;
    }
    let (corner, next) = (points[i + 1], points[i + 2]);
    let along = |point: Spot2| if lines[i].vertical() { point.1 } else { point.0 };
    let across = |point: Spot2| if lines[i].vertical() { point.0 } else { point.1 };
    let (p, q) = (along(other_points[i]), along(other_points[i + 1]));
    if along(corner) <= p.min(q) || along(corner) >= p.max(q) {
        return false;
    }
    let turn = lines[i + 1];
    if !matches!(turn.kind, LineKind::Centre | LineKind::Middle) {
        return false;
    }
    let at = across(corner);
    let ahead = across(next) > at;
    routes.iter().enumerate().filter(|(index, _)| *index != a && *index != b).any(|(_, third)| {
        third.stretches().any(|stretch| {
            stretch.line == turn
                && if ahead {
                    stretch.low < at && at <= stretch.high
                } else {
                    stretch.low <= at && at < stretch.high
                }
        })
    })
}
