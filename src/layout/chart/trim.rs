//! Lines of one net that lie on each other are drawn once: the others end (start) in a T on the first.

use super::route::{End, Route};
use crate::layout::scene::Point;
use crate::paper::length::Len;

/// A line on the page.
#[derive(Clone, Debug)]
pub(super) struct Course {
    /// From port to port.
    pub full: Vec<Point>,
    /// What of it is drawn: the rest lies on another line of its net.
    pub drawn: Vec<Point>,
    pub tee_start: bool,
    pub tee_end: bool,
}

/// Cuts every course where it begins to run, or stops running, on another of its net.
///
/// `forks` tells which lines are drawn from where they part from that of their outcome.
pub(super) fn trim(routes: &[Route], full: Vec<Vec<Point>>, forks: impl Fn(&Route) -> bool) -> Vec<Course> {
    let mut courses: Vec<Course> = full
        .into_iter()
        .map(|points| Course { drawn: points.clone(), full: points, tee_start: false, tee_end: false })
        .collect();
    for end in [End::Target, End::Start] {
        let mut done = vec![false; routes.len()];
        for first in 0..routes.len() {
            if done[first] {
                continue;
            }
            let common = |index: &usize| routes[*index].shares(end, &routes[first]);
            let mut net: Vec<usize> = (first..routes.len()).filter(common).collect();
            net.iter().for_each(|index| done[*index] = true);
            sort(&courses, &mut net, end, |index| end == End::Start && forks(&routes[index]));
            trim_net(&mut courses, net, end);
        }
    }
    courses
}

/// From the longest stretch at the common end to the shortest; of those that leave in common the shortest line first, so
/// that the others have a stretch of their own for their words.
fn sort(courses: &[Course], net: &mut [usize], end: End, last: impl Fn(usize) -> bool) {
    let at_end = end == End::Target;
    let common_stretch = |course: &Course| {
        let points = &course.full;
        let n = points.len();
        if at_end { distance(points[n - 2], points[n - 1]) } else { distance(points[0], points[1]) }
    };
    let whole = |course: &Course| -> Len {
        if at_end { Len::ZERO } else { course.full.windows(2).map(|pair| distance(pair[0], pair[1])).sum() }
    };
    net.sort_by_key(|index| {
        (last(*index), -common_stretch(&courses[*index]), whole(&courses[*index]), *index)
    });
}

fn trim_net(courses: &mut [Course], net: Vec<usize>, end: End) {
    let at_end = end == End::Target;
    let mut ink: Vec<(Point, Point)> = Vec::new();
    for (rank, index) in net.into_iter().enumerate() {
        if rank > 0 {
            let mut points = courses[index].drawn.clone();
            if !at_end {
                points.reverse();
            }
            let cut = cut_back(&mut points, &ink);
            if !at_end {
                points.reverse();
            }
            courses[index].drawn = points;
            if cut && at_end {
                courses[index].tee_end = true;
            } else if cut {
                courses[index].tee_start = true;
            }
        }
        ink.extend(courses[index].full.windows(2).map(|pair| (pair[0], pair[1])));
    }
}

/// Takes away from the end of a polyline what lies on the ink.
fn cut_back(points: &mut Vec<Point>, ink: &[(Point, Point)]) -> bool {
    let mut cut = false;
    while points.len() > 1 {
        let (a, b) = (points[points.len() - 2], points[points.len() - 1]);
        let length = distance(a, b);
        let covered = covered(a, b, ink);
        if covered == Len::ZERO {
            break;
        }
        cut = true;
        if covered < length {
            let toward = |b: Len, a: Len| {
                if a > b {
                    covered
                } else if a < b {
                    -covered
                } else {
                    Len::ZERO
                }
            };
            let last = points.len() - 1;
            points[last] = Point::new(b.x + toward(b.x, a.x), b.y + toward(b.y, a.y));
            break;
        }
        points.pop();
    }
    cut
}

fn distance(a: Point, b: Point) -> Len {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

/// How far the stretch from `a` to `b` lies on the ink, measured from `b` without a gap.
fn covered(a: Point, b: Point, ink: &[(Point, Point)]) -> Len {
    let upright = a.x == b.x;
    let mut spans: Vec<(Len, Len)> = Vec::new();
    for (p, q) in ink {
        if (p.x == q.x) != upright || (if upright { p.x != a.x } else { p.y != a.y }) {
            continue;
        }
        let from_b = |point: &Point| {
            if upright {
                if b.y > a.y { b.y - point.y } else { point.y - b.y }
            } else if b.x > a.x {
                b.x - point.x
            } else {
                point.x - b.x
            }
        };
        let (s, t) = (from_b(p), from_b(q));
        spans.push((s.min(t), s.max(t)));
    }
    spans.sort_unstable();
    let mut reach = Len::ZERO;
    for (low, high) in spans {
        if low <= reach {
            reach = reach.max(high);
        }
    }
    reach.min(distance(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: i32, y: i32) -> Point {
        Point::new(Len::mm(x), Len::mm(y))
    }

    #[test]
    fn a_line_is_cut_where_it_meets_its_net() {
        let mut points = vec![at(0, 0), at(10, 0), at(10, 30)];
        assert!(cut_back(&mut points, &[(at(10, 10), at(10, 30))]));
        assert_eq!(points, [at(0, 0), at(10, 0), at(10, 10)]);
        assert!(cut_back(&mut points, &[(at(10, 0), at(10, 30))]));
        assert_eq!(points, [at(0, 0), at(10, 0)]);
    }
}
