//! Tracks: which lines of a channel run as one, in which order the others lie, and which may share a place.

use super::prices::{FIRST, MOST_SHARED, common_from, order_price};
use super::route::{End, Line, MOST_LINES, Route, Stretch};

/// Ordered exactly up to this many tracks.
const EXACT: usize = 8;
/// Intervals nearer than half a level unit count as overlapping.
const NEAR: i32 = 5;

/// A stretch in a channel: index of the route, index of the stretch.
pub(super) type Member = (usize, usize);

/// A channel that is in use.
#[derive(Clone, Debug)]
pub(super) struct Channel {
    pub line: Line,
    /// Stretches that are drawn as one track.
    pub groups: Vec<Vec<Member>>,
    /// The track of each group, from the left (from the top).
    pub tracks: Vec<usize>,
    /// How many tracks there are.
    pub count: usize,
}

/// A pair of routes that run through common channels on tracks of their own.
struct Pair {
    a: usize,
    b: usize,
    shared: [(usize, usize); MOST_SHARED],
    count: usize,
    /// Price of each combination of orders; bit `q` says that `a` is first in channel `q`.
    prices: [i64; 1 << MOST_SHARED],
    /// Orders already settled.
    settled: [Option<bool>; MOST_SHARED],
}

/// The channels of a page, row gutters first.
pub(super) fn channels(routes: &[Route]) -> Vec<Channel> {
    let mut members: Vec<(bool, i32, Member)> = Vec::new();
    for (index, route) in routes.iter().enumerate() {
        for (at, line) in route.lines().iter().enumerate().filter(|(_, line)| line.channel()) {
            members.push((line.vertical(), line.index, (index, at)));
        }
    }
    members.sort_unstable();
    let lines: Vec<(Line, Vec<Member>)> = members
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .map(|chunk| {
            let line = if chunk[0].0 { Line::gutter(chunk[0].1) } else { Line::between(chunk[0].1) };
            (line, chunk.iter().map(|(_, _, member)| *member).collect())
        })
        .collect();
    let groups = merge(routes, &lines);
    let mut channels: Vec<Channel> = lines
        .iter()
        .zip(groups)
        .map(|((line, _), groups)| Channel { line: *line, groups, tracks: Vec::new(), count: 0 })
        .collect();
    let mut pairs = pairs(routes, &channels);
    for channel in &mut channels {
        let order = order(routes, channel, &mut pairs);
        lay_tracks(routes, channel, &order);
    }
    channels
}

/// For each channel the groups of stretches that become one track. Two that each belong with a third need not belong
/// together: then they may share its track only where they stay apart. What runs in common into a symbol (out of it) is
/// merged from there on.
fn merge(routes: &[Route], lines: &[(Line, Vec<Member>)]) -> Vec<Vec<Vec<Member>>> {
    // How many channels lie between a pair and its common end; nearest first.
    let mut pairs: Vec<(usize, usize, usize, usize)> = Vec::new();
    for (channel, (_, members)) in lines.iter().enumerate() {
        for q in 0..members.len() {
            for p in 0..q {
                let (first, second) = (members[p], members[q]);
                let (a, b) = (&routes[first.0], &routes[second.0]);
                let between = match common_from(a, b, first.1, second.1) {
                    Some(End::Target) => a.len() - 2 - first.1,
                    Some(End::Start) => first.1 - 1,
                    None => continue,
                };
                pairs.push((between, channel, q, p));
            }
        }
    }
    pairs.sort_unstable();
    let group = lines.iter().map(|(_, members)| (0..members.len()).collect()).collect();
    let mut merging = Merging { routes, lines, group };
    for (_, channel, q, p) in pairs {
        merging.merge(channel, p, q);
    }
    let groups = |(members, of): (&Vec<Member>, &Vec<usize>)| -> Vec<Vec<Member>> {
        let group = |id: usize| members.iter().zip(of).filter(move |(_, of)| **of == id).map(|(at, _)| *at);
        (0..members.len())
            .map(|id| group(id).collect())
            .filter(|group: &Vec<Member>| !group.is_empty())
            .collect()
    };
    lines.iter().map(|(_, members)| members).zip(&merging.group).map(groups).collect()
}

/// Stretches on their way into groups.
struct Merging<'a> {
    routes: &'a [Route],
    lines: &'a [(Line, Vec<Member>)],
    /// By channel and place in it.
    group: Vec<Vec<usize>>,
}

impl Merging<'_> {
    /// Makes one group of those of two stretches of a channel, if they agree.
    fn merge(&mut self, channel: usize, p: usize, q: usize) {
        let (members, of) = (&self.lines[channel].1, &self.group[channel]);
        if of[p] == of[q] || !self.one_track(members[p], members[q]) {
            return;
        }
        let (keep, drop) = (of[p].min(of[q]), of[p].max(of[q]));
        let within = |id: usize| members.iter().zip(of).filter(move |(_, of)| **of == id).map(|(at, _)| *at);
        let apart = |a: Member, b: Member| {
            let (p, q) = (self.routes[a.0].stretch(a.1), self.routes[b.0].stretch(b.1));
            p.high + NEAR < q.low || q.high + NEAR < p.low
        };
        let agree = |a: Member, b: Member| apart(a, b) || self.one_track(a.min(b), a.max(b));
        if within(keep).all(|a| within(drop).all(|b| agree(a, b))) {
            self.group[channel].iter_mut().filter(|of| **of == drop).for_each(|of| *of = keep);
        }
    }

    /// Whether two stretches of one line run on one track so far; on a line of one net they do.
    fn joined(&self, first: Member, second: Member) -> bool {
        let line = self.routes[first.0].lines()[first.1];
        let Some(channel) = self.lines.iter().position(|(known, _)| *known == line) else { return true };
        let of = |member: Member| {
            let at = self.lines[channel].1.iter().position(|known| *known == member);
            at.map(|at| self.group[channel][at])
        };
        of(first) == of(second)
    }

    /// Whether two stretches run as one, so that no junction has four arms.
    fn one_track(&self, first: Member, second: Member) -> bool {
        let routes = self.routes;
        let (a, b) = (&routes[first.0], &routes[second.0]);
        let Some(end) = common_from(a, b, first.1, second.1) else { return false };
        let at_end = end == End::Target;
        let towards = |at: usize| if at_end { at + 1 } else { at - 1 };
        if !self.joined((first.0, towards(first.1)), (second.0, towards(second.1))) {
            return false;
        }
        let corner = a.points()[if at_end { first.1 + 1 } else { first.1 }];
        let (p, q) = (a.stretch(first.1), b.stretch(second.1));
        let along = |point: (i32, i32)| if p.line.vertical() { point.1 } else { point.0 };
        let (da, db) = (p.low + p.high - 2 * along(corner), q.low + q.high - 2 * along(corner));
        let others =
            || routes.iter().enumerate().filter(|(index, _)| *index != first.0 && *index != second.0);
        if da.signum() * db.signum() < 0 && others().any(|(_, other)| other.shares(end, a)) {
            return false;
        }
        // Where the shorter one turns off, nobody may pass straight through, or turn in from the other side.
        let passes = |short: Member, long: Member| {
            let (u, o) = (&routes[short.0], &routes[long.0]);
            let away = if at_end { short.1.checked_sub(1) } else { Some(short.1 + 1) };
            let Some(next) = away.filter(|next| *next < u.len()) else { return false };
            let level = if at_end { u.points()[short.1] } else { u.points()[short.1 + 1] };
            let (vertical, whole) = (u.lines()[short.1].vertical(), o.stretch(long.1));
            let (along, across) = if vertical { (level.1, level.0) } else { (level.0, level.1) };
            let line = u.lines()[next];
            if line.channel() {
                // The tracks tell only later who is the longer one; what runs along with it all the way does not matter.
                let joins = |index: usize, at: usize| self.joined((short.0, next), (index, at));
                let along_with = |other: &Route, index| {
                    (0..other.len())
                        .any(|at| other.lines()[at] == u.lines()[short.1] && self.joined(short, (index, at)))
                };
                return whole.low <= along
                    && along <= whole.high
                    && others().any(|(index, other)| {
                        let touches = |s: Stretch| s.line == line && s.low <= across && across <= s.high;
                        let mut stretches = other.stretches().enumerate();
                        stretches.any(|(at, s)| touches(s) && joins(index, at)) && !along_with(other, index)
                    });
            }
            if along <= whole.low || along >= whole.high {
                return false;
            }
            let from_low = u.stretch(next).low < across;
            let faces = |s: Stretch| {
                if from_low { s.low <= across && across < s.high } else { s.low < across && across <= s.high }
            };
            others().any(|(_, other)| other.stretches().any(|s| s.line == line && faces(s)))
        };
        !passes(first, second) && !passes(second, first)
    }
}

fn group_of(channels: &[Channel], line: Line, member: Member) -> usize {
    let channel =
        channels.iter().find(|channel| channel.line == line).expect("bug: a stretch without a channel");
    channel.groups.iter().position(|group| group.contains(&member)).expect("bug: a stretch without a track")
}

fn pairs(routes: &[Route], channels: &[Channel]) -> Vec<Pair> {
    let mut out = Vec::new();
    for (b, second) in routes.iter().enumerate() {
        for (a, first) in routes[..b].iter().enumerate() {
            if first.high.1 < second.low.1 - 3 || second.high.1 < first.low.1 - 3 {
                continue;
            }
            let mut pair = Pair {
                a,
                b,
                shared: [(0, 0); MOST_SHARED],
                count: 0,
                prices: [0; 1 << MOST_SHARED],
                settled: [None; MOST_SHARED],
            };
            for (i, p) in first.stretches().enumerate().filter(|(_, p)| p.line.channel()) {
                for (j, q) in second.stretches().enumerate().filter(|(_, q)| p.line == q.line) {
                    let apart = p.low.max(q.low) > p.high.min(q.high) + NEAR;
                    if !apart && group_of(channels, p.line, (a, i)) != group_of(channels, p.line, (b, j)) {
                        pair.shared[pair.count] = (i, j);
                        pair.count += 1;
                    }
                }
            }
            if pair.count > 0 {
                pair.price(first, second);
                out.push(pair);
            }
        }
    }
    out
}

impl Pair {
    fn price(&mut self, first: &Route, second: &Route) {
        for code in 0..1 << self.count {
            let (mut a, mut b) = ([0; MOST_LINES], [0; MOST_LINES]);
            for (q, (i, j)) in self.shared[..self.count].iter().enumerate() {
                let shift = if code >> q & 1 == 1 { FIRST } else { -FIRST };
                (a[*i], b[*j]) = (shift, -shift);
            }
            self.prices[code] = order_price(first, second, &a, &b);
        }
    }

    /// Least price with `a` first (or not) in one channel, what is settled held fast.
    fn least(&self, channel: usize, a_first: bool) -> i64 {
        let fits = |code: usize| {
            (0..self.count).all(|q| {
                let first = code >> q & 1 == 1;
                if q == channel {
                    first == a_first
                } else {
                    self.settled[q].is_none_or(|settled| settled == first)
                }
            })
        };
        (0..1 << self.count).filter(|code| fits(*code)).map(|code| self.prices[code]).min().unwrap_or(0)
    }
}

/// The order of the groups of a channel that crosses least.
fn order(routes: &[Route], channel: &Channel, pairs: &mut [Pair]) -> Vec<usize> {
    let m = channel.groups.len();
    let group = |member: Member| channel.groups.iter().position(|group| group.contains(&member));
    // later[p][q]: price of p after q.
    let mut later = vec![vec![0i64; m]; m];
    let mut here: Vec<(usize, usize, usize, usize)> = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        for q in 0..pair.count {
            let (i, j) = pair.shared[q];
            if routes[pair.a].lines()[i] != channel.line {
                continue;
            }
            if let (Some(a), Some(b)) = (group((pair.a, i)), group((pair.b, j))) {
                later[a][b] += pair.least(q, false);
                later[b][a] += pair.least(q, true);
                here.push((index, q, a, b));
            }
        }
    }
    let order = if m <= EXACT { exact_order(&later) } else { scored_order(&later) };
    for (index, q, a, b) in here {
        let rank = |group: usize| order.iter().position(|of| *of == group);
        pairs[index].settled[q] = Some(rank(a) < rank(b));
    }
    order
}

/// Subset dynamic program, first track first.
fn exact_order(later: &[Vec<i64>]) -> Vec<usize> {
    let m = later.len();
    let mut best: Vec<Option<(i64, usize)>> = vec![None; 1 << m];
    best[0] = Some((0, 0));
    for mask in 0..1usize << m {
        let Some((paid, _)) = best[mask] else { continue };
        for next in (0..m).filter(|next| mask >> next & 1 == 0) {
            let before = (0..m).filter(|other| mask >> other & 1 == 1);
            let price = paid + before.map(|other| later[next][other]).sum::<i64>();
            let slot = &mut best[mask | 1 << next];
            if slot.is_none_or(|(least, _)| price < least) {
                *slot = Some((price, next));
            }
        }
    }
    let mut out = Vec::with_capacity(m);
    let mut mask = (1usize << m) - 1;
    while mask != 0 {
        let last = best[mask].map_or(0, |(_, last)| last);
        out.push(last);
        mask &= !(1 << last);
    }
    out.reverse();
    out
}

fn scored_order(later: &[Vec<i64>]) -> Vec<usize> {
    let score = |group: usize| -> i64 {
        later[group].iter().sum::<i64>() - later.iter().map(|row| row[group]).sum::<i64>()
    };
    let mut order: Vec<usize> = (0..later.len()).collect();
    order.sort_by_key(|group| score(*group));
    order
}

/// Longest path over the order among overlapping groups; groups that do not overlap may share a track.
fn lay_tracks(routes: &[Route], channel: &mut Channel, order: &[usize]) {
    let spans: Vec<(i32, i32)> = channel
        .groups
        .iter()
        .map(|group| {
            let stretches = group.iter().map(|(route, at)| routes[*route].stretch(*at));
            stretches.fold((i32::MAX, i32::MIN), |(low, high), s| (low.min(s.low), high.max(s.high)))
        })
        .collect();
    channel.tracks = vec![0; channel.groups.len()];
    for (rank, group) in order.iter().enumerate() {
        for before in &order[..rank] {
            let (p, q) = (spans[*group], spans[*before]);
            if p.0 <= q.1 + NEAR && q.0 <= p.1 + NEAR {
                channel.tracks[*group] = channel.tracks[*group].max(channel.tracks[*before] + 1);
            }
        }
    }
    channel.count = channel.tracks.iter().max().map_or(0, |last| last + 1);
}

#[cfg(test)]
mod tests {
    use super::super::route::{Port, Spot2};
    use super::*;

    /// From symbol `source` into the one in the second lane and row 5, around its right.
    fn around(source: u32, start: Spot2, exit: Port, level: i32) -> Route {
        let lines = [Line::middle(level), Line::gutter(2), Line::between(5), Line::centre(1)];
        let mut route = Route::new(start, exit, (30, 107), Port::N, &lines).unwrap();
        (route.source, route.net, route.target) = (source, source, 9);
        route
    }

    #[test]
    fn lines_that_end_alike_become_one_trunk() {
        let from_left = |row: i32| around(row as u32, (13, 20 * row + 10), Port::E, row);
        for channel in channels(&[from_left(0), from_left(1), from_left(3)]) {
            assert_eq!(channel.groups.len(), 1, "{:?}", channel.line);
        }
    }

    #[test]
    fn two_do_not_join_a_trunk_face_to_face() {
        let left = |source, row: i32| around(source, (13, 20 * row + 10), Port::E, row);
        let right = around(2, (67, 70), Port::W, 3);
        let channels = channels(&[left(0, 0), left(1, 3), right]);
        let gutter = channels.iter().find(|channel| channel.line == Line::gutter(2)).unwrap();
        assert!(gutter.groups.iter().all(|group| group.len() < 3), "{:?}", gutter.groups);
    }

    #[test]
    fn the_cheapest_order_is_found() {
        // 0 must come after 1, and 2 before both.
        let later = vec![vec![0, 1, 1], vec![9, 0, 1], vec![9, 9, 0]];
        assert_eq!(exact_order(&later), [2, 1, 0]);
    }
}
