//! Where lines of one net part or meet, the reader must see a T: four arms look like a crossing.

use super::route::{Line, LineKind, Route, Spot2};

/// Pairs of routes of one net that part (meet) on a centre or middle line at a point where a third line runs on in the
/// direction opposite to the one that turns off.
pub(super) fn four_armed(routes: &[&Route]) -> Vec<(usize, usize)> {
    let mut bad = Vec::new();
    for (a, route) in routes.iter().enumerate() {
        for (b, other) in routes.iter().enumerate() {
            if a == b {
                continue;
            }
            for from_start in [true, false] {
                let common = if from_start { route.shares_start(other) } else { route.shares_end(other) };
                if common && parts_at_four_arms(routes, a, b, from_start) {
                    bad.push((a, b));
                }
            }
        }
    }
    bad
}

/// A route read from its common end with another.
fn read(route: &Route, from_start: bool) -> (Vec<Line>, Vec<Spot2>) {
    let (mut lines, mut points) = (route.lines().to_vec(), route.points().to_vec());
    if !from_start {
        lines.reverse();
        points.reverse();
    }
    (lines, points)
}

fn parts_at_four_arms(routes: &[&Route], a: usize, b: usize, from_start: bool) -> bool {
    let (lines, points) = read(routes[a], from_start);
    let (other_lines, other_points) = read(routes[b], from_start);
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
