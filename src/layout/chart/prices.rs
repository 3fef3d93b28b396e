//! What two routes cost each other: crossings, company in a channel, or that they cannot both be drawn.

use super::candidates::price;
use super::grid::{Grid, Symbol};
use super::route::{End, LineKind, MOST_LINES, PORT, Route, Shifts, Spot2, crossings};

/// How far two tracks of a channel stand apart while their order is tried.
const SHIFT: i32 = 2;

/// A pair of stretches in one channel: their indices, and the end from which their routes run in common up to there, so
/// that they may be one track.
pub(super) type Shared = (usize, usize, Option<End>);

/// The most channels that two routes can share: the inner lines of each.
pub(super) const MOST_SHARED: usize = MOST_LINES - 2;

/// The price of a pair, in thousandths; the same both ways.
pub(super) fn pair_price(grid: &Grid, a: &Route, b: &Route) -> i32 {
    if a.high.1 < b.low.1 || b.high.1 < a.low.1 {
        return 0;
    }
    if compete(grid, a, b) {
        return price::FORBIDDEN;
    }
    if a.high.0 < b.low.0 || b.high.0 < a.low.0 {
        return 0;
    }
    if a.apart(b) {
        return price::CROSSING * crossings(a.points(), b.points());
    }
    let mut shared = [(0, 0, None); MOST_SHARED];
    let Some((count, face_to_face)) = shared_channels(a, b, &mut shared) else { return price::FORBIDDEN };
    if count == 0 {
        return price::CROSSING * crossings(a.points(), b.points());
    }
    let mut best = price::FORBIDDEN;
    each_order(&shared[..count], |a_shifts, b_shifts, tracks| {
        let (p, q) = (a.shifted(a_shifts), b.shifted(b_shifts));
        if lie_on_each_other(a, b, &p, &q) {
            return;
        }
        let crossed = crossings(&p[..=a.len()], &q[..=b.len()]);
        best = best.min(price::CROSSING * crossed + price::SIDE_BY_SIDE * tracks);
    });
    if face_to_face { best.saturating_add(price::FACE_TO_FACE).min(price::FORBIDDEN) } else { best }
}

/// Tries both orders of two routes in every channel that they share, and one common track where they may merge and
/// do so from there to their common end; tells how many channels they use side by side.
fn each_order(shared: &[Shared], mut each: impl FnMut(&Shifts, &Shifts, i32)) {
    let all = 3u32.pow(shared.len() as u32);
    'orders: for code in 0..all {
        let (mut a, mut b) = ([0; MOST_LINES], [0; MOST_LINES]);
        let (mut rest, mut tracks) = (code, 0);
        for (i, j, common) in shared {
            let shift = match rest % 3 {
                0 => -SHIFT,
                1 => SHIFT,
                _ if common.is_some() => 0,
                _ => continue 'orders,
            };
            rest /= 3;
            (a[*i], b[*j]) = (shift, -shift);
            tracks += i32::from(shift != 0);
        }
        let parted = |(i, _, common): &Shared| {
            let between = |at: usize| match common {
                Some(End::Start) => at < *i,
                Some(End::Target) => at > *i,
                None => false,
            };
            a[*i] == 0 && shared.iter().any(|(at, ..)| between(*at) && a[*at] != 0)
        };
        if !shared.iter().any(parted) {
            each(&a, &b, tracks);
        }
    }
}

/// The channels in which two routes meet, and whether they turn into one from opposite sides of it, one on the other's
/// line; `None` when they lie on each other where only one net may.
fn shared_channels(a: &Route, b: &Route, out: &mut [Shared; MOST_SHARED]) -> Option<(usize, bool)> {
    let (start, end) = (a.shares(End::Start, b), a.shares(End::Target, b));
    let (mut count, mut face_to_face) = (0, false);
    for (i, line) in a.lines().iter().enumerate() {
        for (j, other) in b.lines().iter().enumerate() {
            if line != other {
                continue;
            }
            let (p, q) = (a.stretch(i), b.stretch(j));
            if p.low.max(q.low) > p.high.min(q.high) {
                continue;
            }
            if p.line.channel() {
                out[count] = (i, j, common_from(a, b, i, j));
                count += 1;
            } else if !common_end(a, b, (start, end), i, j) {
                // Where they only touch, a gutter must be there to part them.
                let (from, to) = (p.low.max(q.low), p.high.min(q.high));
                if from < to || from % 20 != 0 {
                    return None;
                }
                face_to_face = true;
            }
        }
    }
    Some((count, face_to_face))
}

/// Whether two stretches are where both routes begin (end) in common.
fn common_end(a: &Route, b: &Route, (start, end): (bool, bool), i: usize, j: usize) -> bool {
    (start && i == 0 && j == 0) || (end && i + 1 == a.len() && j + 1 == b.len())
}

/// Whether two routes that turn into one channel from opposite sides would meet behind their turns in this order of
/// the tracks: `p` and `q` are their corners.
fn lie_on_each_other(a: &Route, b: &Route, p: &[Spot2], q: &[Spot2]) -> bool {
    let ends = (a.shares(End::Start, b), a.shares(End::Target, b));
    a.lines().iter().enumerate().any(|(i, line)| {
        !line.channel()
            && b.lines().iter().enumerate().any(|(j, other)| {
                let along = |point: Spot2| if line.vertical() { point.1 } else { point.0 };
                let span = |at: &[Spot2], i: usize| {
                    let (from, to) = (along(at[i]), along(at[i + 1]));
                    (from.min(to), from.max(to))
                };
                line == other && !common_end(a, b, ends, i, j) && {
                    let (r, s) = (span(p, i), span(q, j));
                    r.0.max(s.0) < r.1.min(s.1)
                }
            })
    })
}

/// The common end, if there is one, up to which two routes take the same lines from these stretches on: the stretches may
/// be one track.
pub(super) fn common_from(a: &Route, b: &Route, i: usize, j: usize) -> Option<End> {
    if a.shares(End::Target, b) && a.lines()[i..] == b.lines()[j..] {
        Some(End::Target)
    } else if a.shares(End::Start, b) && a.lines()[..=i] == b.lines()[..=j] {
        Some(End::Start)
    } else {
        None
    }
}

/// Whether two routes want one port in two ways, or cells that exclude each other.
fn compete(grid: &Grid, a: &Route, b: &Route) -> bool {
    (a.source == b.source && a.exit == b.exit && a.net != b.net)
        || (a.source == b.target && a.exit == b.entry)
        || (a.target == b.source && a.entry == b.exit)
        || ((a.free || b.free) && (exclude(grid, a, b) || through(grid, a, b) || through(grid, b, a)))
}

/// Whether two routes place free symbols where only one can stand, or one of them in two cells.
fn exclude(grid: &Grid, a: &Route, b: &Route) -> bool {
    [a.source, a.target].into_iter().any(|p| {
        [b.source, b.target].into_iter().any(|q| {
            let (of_p, of_q) = (&grid.symbols[p as usize], &grid.symbols[q as usize]);
            p != q && of_p.free && of_q.free && (same_cell(of_p, of_q) || of_p.unit == of_q.unit)
        })
    })
}

/// Whether a route runs through a free symbol of the other.
fn through(grid: &Grid, route: &Route, other: &Route) -> bool {
    [other.source, other.target].into_iter().any(|index| {
        let symbol = &grid.symbols[index as usize];
        if !symbol.free || index == route.source || index == route.target {
            return false;
        }
        let (x, y) = symbol.centre();
        route.stretches().any(|stretch| match stretch.line.kind {
            LineKind::Centre => stretch.at == x && stretch.low < y + PORT && y - PORT < stretch.high,
            LineKind::Middle => stretch.at == y && stretch.low < x + PORT && x - PORT < stretch.high,
            LineKind::Gutter | LineKind::Between => false,
        })
    })
}

fn same_cell(a: &Symbol, b: &Symbol) -> bool {
    (a.level, a.lane) == (b.level, b.lane)
}

/// Price of one relative order of two routes in the channels they share: crossings first, then length.
pub(super) fn order_price(a: &Route, b: &Route, a_shifts: &Shifts, b_shifts: &Shifts) -> i64 {
    let (p, q) = (a.shifted(a_shifts), b.shifted(b_shifts));
    let (p, q) = (&p[..=a.len()], &q[..=b.len()]);
    let length = |points: &[(i32, i32)]| -> i64 {
        points.windows(2).map(|w| i64::from((w[0].0 - w[1].0).abs() + (w[0].1 - w[1].1).abs())).sum()
    };
    let clash = if lie_on_each_other(a, b, p, q) { 1_000_000_000 } else { 0 };
    clash + i64::from(crossings(p, q)) * 1_000_000 + length(p) + length(q)
}

/// The shift that stands for "first" in [`order_price`].
pub(super) const FIRST: i32 = -SHIFT;
