//! The words at the lines: of all places near the exit, the one that disturbs least.

use super::place::{Frame, Placed};
use super::route::{Port, Route};
use super::style::{SPACING, WORD_MARGIN};
use super::trim::Course;
use crate::layout::scene::{HEAD_LENGTH, HEAD_WIDTH, Point};
use crate::paper::length::Len;

/// Penalties, in thousandths of the price of a preference of 1.
mod penalty {
    pub const ON_SYMBOL: i32 = 100_000;
    pub const ON_LABEL: i32 = 80_000;
    pub const ON_LINE: i32 = 60_000;
    pub const FAR: i32 = 50_000;
    pub const OUTSIDE: i32 = 200_000;
    pub const OVER_ROW_RULE: i32 = 6_000;
    pub const OVER_LANE_RULE: i32 = 2_500;
    /// From here on a reader takes offence.
    pub const OFFENCE: i32 = 50_000;
}

/// What a place beside the line costs that is not one of those at the exit, at least.
const ALONG_THE_LINE: i32 = 4_000;

/// What a place beyond the first turn of a line costs,
const BEYOND_THE_TURN: i32 = 400;
/// and for each millimetre that the turn is away from the decision.
const FROM_THE_DECISION: i32 = 60;

/// Distance of a word from its line.
const GAP: Len = Len::um(550);

/// A box on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub left: Len,
    pub top: Len,
    pub right: Len,
    pub bottom: Len,
}

impl Area {
    fn around(a: Point, b: Point, by: Len) -> Area {
        Area {
            left: a.x.min(b.x) - by,
            top: a.y.min(b.y) - by,
            right: a.x.max(b.x) + by,
            bottom: a.y.max(b.y) + by,
        }
    }

    fn grown(self, by: Len) -> Area {
        Area { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    fn meets(self, other: Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Distance to another, along the axes.
    fn distance(self, other: Area) -> Len {
        let gap = |a: (Len, Len), b: (Len, Len)| (b.0 - a.1).max(a.0 - b.1).max(Len::ZERO);
        gap((self.left, self.right), (other.left, other.right))
            + gap((self.top, self.bottom), (other.top, other.bottom))
    }
}

/// A word to place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Index of its route.
    pub route: usize,
    pub width: Len,
    pub height: Len,
    /// The same word stands at the same exit already: here it says which line is meant, too.
    pub again: bool,
}

/// What the words must keep clear of.
pub(super) struct Surroundings<'a> {
    pub routes: &'a [Route],
    pub courses: &'a [Course],
    pub symbols: &'a [(u32, Placed)],
    pub frame: &'a Frame,
    /// Rules between rows; the lines between levels of one row are none.
    pub row_rules: &'a [Len],
    /// Joint lines.
    pub joints: &'a [(Point, Point)],
}

/// The places of words, in order, and whether each of them is fit to be read.
pub(super) fn place(words: &[Word], around: &Surroundings) -> Vec<(Area, bool)> {
    let mut placed: Vec<(Area, bool)> = Vec::new();
    for word in words {
        let mut best: Option<(i32, Area)> = None;
        let consider = |best: &mut Option<(i32, Area)>, preference: i32, area: Area| {
            let at_most = best.map_or(i32::MAX, |(least, _)| least - preference);
            if at_most <= 0 {
                return;
            }
            if let Some(price) = disturbance(area, word.route, around, &placed, at_most) {
                *best = Some((preference + price, area));
            }
        };
        if !word.again {
            each_place(word, around, |preference, area| consider(&mut best, preference, area));
        }
        if best.is_none_or(|(least, _)| least > ALONG_THE_LINE) {
            each_place_along(word, around, |preference, area| consider(&mut best, preference, area));
        }
        let (price, area) = best.expect("bug: a word has no place");
        placed.push((area, price < penalty::OFFENCE));
    }
    placed
}

fn each_place(word: &Word, around: &Surroundings, mut each: impl FnMut(i32, Area)) {
    let route = &around.routes[word.route];
    let points = &around.courses[word.route].full;
    let at = around.symbols.binary_search_by_key(&route.source, |(index, _)| *index);
    let source = &around.symbols[at.expect("bug: a line leaves a symbol that is not drawn")].1;
    let (start, next) = (points[0], points[1]);
    let run = (next.x - start.x).abs() + (next.y - start.y).abs();
    let area = |left: Len, top: Len| Area { left, top, right: left + word.width, bottom: top + word.height };
    if route.exit.sideways() {
        let right = route.exit == Port::E;
        let from = |x: Len| if right { x } else { x - word.width };
        let outward = |by: Len| if right { by } else { -by };
        for above in [true, false] {
            let below = if above { 0 } else { 600 };
            let line_top = if above { start.y - GAP - word.height } else { start.y + GAP };
            let along =
                [Len::um(350), Len::um(-600)].into_iter().chain(steps(Len::mm(1), run.min(Len::mm(40))));
            for offset in along {
                let inward = if offset < Len::ZERO { 500 } else { 0 };
                each(below + away(offset, 120) + inward, area(from(start.x + outward(offset)), line_top));
            }
            // A line that soon turns up has no room above it: beyond the turn the word is read with no other line.
            let own = &around.courses[word.route].drawn;
            if above && run < word.width && own.get(2).is_some_and(|corner| corner.y < start.y) {
                each(
                    BEYOND_THE_TURN + away(run, FROM_THE_DECISION),
                    area(from(next.x + outward(GAP)), line_top),
                );
            }
            for height in CORNER_HEIGHTS.map(|tenths| Len::um(tenths * 100)) {
                // Where the slope of the diamond has given way.
                let free = (source.height / 2 - height).max(Len::ZERO);
                let beside =
                    (source.width / 2).scale(free.to_um(), (source.height / 2).to_um()) + Len::um(560);
                let top = if above { start.y - height - word.height } else { start.y + height };
                let preference = below + 500 + away((height - Len::mm(2)).abs(), 200);
                each(preference, area(from(source.centre.x + outward(beside)), top));
            }
        }
    } else {
        let down = route.exit == Port::S;
        let turns_right = points.get(2).is_none_or(|corner| corner.x >= start.x);
        for side in [turns_right, !turns_right] {
            let other = if side == turns_right { 0 } else { 300 };
            let near = [500, 300, 800, 0, -500, -1000, -1400].into_iter().map(Len::um);
            for offset in near.chain(steps(Len::mm(1), run.min(Len::mm(20)))) {
                let inward = if offset < Len::ZERO { 300 } else { 0 };
                let top = if down { start.y + offset } else { start.y - offset - word.height };
                let left = if side { start.x + GAP } else { start.x - GAP - word.width };
                each(other + away(offset.abs(), 100) + inward, area(left, top));
            }
        }
    }
}

/// Where the exit is crowded, or the line is drawn only from a T farther on: beside the line itself, on either side,
/// as near to its beginning as may be; if need be beyond the next track.
fn each_place_along(word: &Word, around: &Surroundings, mut each: impl FnMut(i32, Area)) {
    let mut before = Len::ZERO;
    for pair in around.courses[word.route].drawn.windows(2) {
        let (start, end) = (pair[0], pair[1]);
        let length = (end.x - start.x).abs() + (end.y - start.y).abs();
        let upright = start.x == end.x;
        let forward = if upright { end.y > start.y } else { end.x > start.x };
        // The word keeps to the stretch; one that is longer than a short stretch may begin before it.
        let extent = if upright { word.height } else { word.width };
        for along in steps(-extent, length.min(ALONG - before)) {
            let first = |at: Len| if forward { at + along } else { at - along - extent };
            let preference =
                ALONG_THE_LINE + away(before + along, 150) + if along < Len::ZERO { 500 } else { 0 };
            for (beyond, price) in [(Len::ZERO, 0), (SPACING, 8_000), (FAR - GAP, 12_000)] {
                let gap = GAP + beyond;
                let (x, y) = (start.x, start.y);
                let places = if upright {
                    [(x + gap, first(y)), (x - gap - word.width, first(y))]
                } else {
                    [(first(x), y - gap - word.height), (first(x), y + gap)]
                };
                for (left, top) in places {
                    let area = Area { left, top, right: left + word.width, bottom: top + word.height };
                    each(preference + price, area);
                }
            }
        }
        before += length;
        if before >= ALONG {
            break;
        }
    }
}

/// Farther from its line a word is not read with it.
const FAR: Len = Len::um(3800);
/// How far along its line a word may wander.
const ALONG: Len = Len::mm(40);

fn away(offset: Len, price_per_mm: i32) -> i32 {
    offset.max(Len::ZERO).to_um() * price_per_mm / 1000
}

/// Heights above the exit line at the free corner of a diamond, in tenths of a millimetre, best first.
const CORNER_HEIGHTS: [i32; 17] = [20, 23, 26, 17, 29, 32, 35, 38, 41, 45, 50, 55, 60, 65, 70, 75, 80];

fn steps(from: Len, below: Len) -> impl Iterator<Item = Len> {
    (0..).map(move |step| from + Len::um(500) * step).take_while(move |offset| *offset < below)
}

/// What is wrong with a place; `None` where that is `at_most` or more.
fn disturbance(
    area: Area,
    own: usize,
    around: &Surroundings,
    placed: &[(Area, bool)],
    at_most: i32,
) -> Option<i32> {
    let mut price = 0;
    let within = |price: &i32| (*price < at_most).then_some(*price);
    let over = |rule: &Len, low: Len, high: Len| low - Len::um(150) < *rule && *rule < high + Len::um(150);
    let lanes = &around.frame.lane_rules;
    let inside = Len::um(200);
    let (left, right) = (lanes[0] + inside, lanes[lanes.len() - 1] - inside);
    let levels = &around.frame.level_rules;
    if area.left < left
        || area.right > right
        || area.top < levels[0]
        || area.bottom > levels[levels.len() - 1]
    {
        price += penalty::OUTSIDE;
    }
    // A rule is interrupted behind a word that stands so near.
    let beside = Area { left: area.left - WORD_MARGIN, right: area.right + WORD_MARGIN, ..area };
    price += penalty::OVER_LANE_RULE * count(lanes, |rule| over(rule, beside.left, beside.right));
    price += penalty::OVER_ROW_RULE * count(around.row_rules, |rule| over(rule, area.top, area.bottom));
    within(&price)?;
    for (other, _) in placed {
        if other.grown(Len::um(400)).meets(area) {
            price += penalty::ON_LABEL;
        }
    }
    let margin = Len::um(280);
    for (a, b) in around.joints {
        if Area::around(*a, *b, margin).meets(area) {
            price += penalty::ON_LINE;
        }
    }
    let near = |symbol: &Placed| {
        let corner = Point::new(symbol.left(), symbol.top());
        let opposite = Point::new(symbol.centre.x * 2 - corner.x, symbol.centre.y * 2 - corner.y);
        Area::around(corner, opposite, Len::um(200)).meets(area)
    };
    for (_, symbol) in around.symbols {
        if near(symbol) && meets_outline(area.grown(Len::um(200)), &symbol.outline()) {
            price += penalty::ON_SYMBOL;
            within(&price)?;
        }
    }
    for course in around.courses {
        for pair in course.full.windows(2) {
            if Area::around(pair[0], pair[1], margin).meets(area) {
                price += penalty::ON_LINE;
            }
        }
        if !course.tee_end && head(&course.drawn).meets(area) {
            price += penalty::ON_LINE;
        }
        within(&price)?;
    }
    let drawn = around.courses[own].drawn.windows(2);
    let distance = drawn.map(|pair| Area::around(pair[0], pair[1], Len::ZERO).distance(area)).min();
    if distance.is_some_and(|distance| distance > FAR) {
        price += penalty::FAR;
    }
    within(&price)
}

fn count(rules: &[Len], over: impl Fn(&Len) -> bool) -> i32 {
    rules.iter().filter(|rule| over(rule)).count() as i32
}

/// The box of the head at the end of a polyline.
fn head(points: &[Point]) -> Area {
    let (before, tip) = (points[points.len() - 2], points[points.len() - 1]);
    let half = HEAD_WIDTH / 2 + Len::um(200);
    let back =
        |from: Len, to: Len| (from - to).max(-HEAD_LENGTH - Len::um(100)).min(HEAD_LENGTH + Len::um(100));
    let base = Point::new(tip.x + back(before.x, tip.x), tip.y + back(before.y, tip.y));
    let area = Area::around(base, tip, Len::ZERO);
    if base.x == tip.x {
        Area { left: tip.x - half, right: tip.x + half, ..area }
    } else {
        Area { top: tip.y - half, bottom: tip.y + half, ..area }
    }
}

/// Whether a box and a convex outline overlap, by separating axes.
fn meets_outline(area: Area, outline: &[Point]) -> bool {
    let corners = [
        Point::new(area.left, area.top),
        Point::new(area.right, area.top),
        Point::new(area.right, area.bottom),
        Point::new(area.left, area.bottom),
    ];
    let separated_by = |shape: &[Point]| {
        (0..shape.len()).any(|index| {
            let (p, q) = (shape[index], shape[(index + 1) % shape.len()]);
            let normal = (i64::from((p.y - q.y).to_um()), i64::from((q.x - p.x).to_um()));
            let along =
                |point: &Point| normal.0 * i64::from(point.x.to_um()) + normal.1 * i64::from(point.y.to_um());
            let span = |points: &[Point]| {
                points
                    .iter()
                    .map(along)
                    .fold((i64::MAX, i64::MIN), |(low, high), at| (low.min(at), high.max(at)))
            };
            let (a, b) = (span(&corners), span(outline));
            a.1 <= b.0 || b.1 <= a.0
        })
    };
    !separated_by(&corners) && !separated_by(outline)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corner_beside_a_diamond_is_free() {
        let at = |x: i32, y: i32| Point::new(Len::mm(x), Len::mm(y));
        let diamond = [at(6, 0), at(12, 4), at(6, 8), at(0, 4)];
        let area = |left: i32, top: i32| Area {
            left: Len::mm(left),
            top: Len::mm(top),
            right: Len::mm(left + 2),
            bottom: Len::mm(top + 1),
        };
        assert!(!meets_outline(area(0, 0), &diamond));
        assert!(meets_outline(area(5, 3), &diamond));
    }
}
