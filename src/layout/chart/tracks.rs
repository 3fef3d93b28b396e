//! How much room the tracks of a channel need, and on which side of the table rule each of them lies.
//!
//! ```text
//!    symbol | pad low      rule      pad high | symbol
//!           |   t0  t1      |      t2         |
//!           |<->|<->|<----->|<----->|<------->|
//! ```

use super::channels::Channel;
use super::grid::Grid;
use super::route::{Port, Route, Stretch};
use super::style::{CLEAR, LABELLED_STUB, LEAD_IN, SPACING, STUB, Style};
use crate::paper::length::Len;

/// A page whose routes are chosen, before it has millimetres.
#[derive(Clone, Copy)]
pub(super) struct Routed<'a> {
    pub grid: &'a Grid,
    /// Whether a return joins in the row that it goes back to, also where that row grows by it.
    pub home: bool,
    pub routes: &'a [Route],
    pub style: &'a Style,
    /// Width of the word at each route; nothing where it has none.
    pub labels: &'a [Len],
    /// Whether that word found no clear place so far.
    pub crowded: &'a [bool],
    /// Cells that hold a symbol, as (level, lane), the chosen cells of free symbols among them.
    pub occupied: &'a [(i32, i32)],
}

/// Distance of a word from its line and from the next.
const WORD_ROOM: Len = Len::um(1100);

/// What each track of a channel asks for, from the lowest.
#[derive(Clone, Debug)]
pub(super) struct Demand {
    /// Distance from the symbols on the left (above).
    pub low: Vec<Len>,
    /// Distance from the symbols on the right (below).
    pub high: Vec<Len>,
    /// Below nothing: its ends are at symbols on the low side.
    pub lean: Vec<i32>,
    /// Per track, whether a return comes down into a symbol under the rule.
    pub back: Vec<bool>,
}

/// What a return is given for joining in the row that it goes back to, and not in the one above it.
const HOME: Len = Len::um(1600);

/// Room that the pads on both sides of the rule must give.
pub(super) type Pads = (Len, Len);

impl Routed<'_> {
    /// What the tracks of a channel ask for.
    pub fn demand(&self, channel: &Channel) -> Demand {
        let mut demand = Demand {
            low: vec![Len::ZERO; channel.count],
            high: vec![Len::ZERO; channel.count],
            lean: vec![0; channel.count],
            back: vec![false; channel.count],
        };
        for (group, track) in channel.groups.iter().zip(&channel.tracks) {
            for (index, at) in group {
                self.passing(channel, self.routes[*index].stretch(*at), *track, &mut demand);
                self.ending(channel, *index, *at, *track, &mut demand);
                if *at == 1 {
                    self.forking(channel, *index, *track, &mut demand);
                }
            }
        }
        if channel.line.vertical() {
            self.beside_labels(channel, &mut demand);
        }
        demand
    }

    /// Distance from the symbols that a stretch passes.
    fn passing(&self, channel: &Channel, stretch: Stretch, track: usize, demand: &mut Demand) {
        let beyond = channel.line.index;
        for (side, clear) in [(beyond - 1, &mut demand.low[track]), (beyond, &mut demand.high[track])] {
            let strip = !channel.line.vertical()
                && self.grid.levels.get(side as usize).is_some_and(super::candidates::is_strip);
            let passes = strip
                || self.occupied.iter().any(|(level, lane)| {
                    let (of, at) = if channel.line.vertical() { (*lane, *level) } else { (*level, *lane) };
                    of == side && stretch.low - 4 < 20 * at + 10 && 20 * at + 10 < stretch.high + 4
                });
            if passes {
                *clear = (*clear).max(CLEAR);
            }
        }
    }

    /// The straight run at a symbol where the track begins or ends.
    fn ending(&self, channel: &Channel, index: usize, at: usize, track: usize, demand: &mut Demand) {
        let route = &self.routes[index];
        let (source, target) =
            (&self.grid.symbols[route.source as usize], &self.grid.symbols[route.target as usize]);
        let label = self.labels[index];
        let leaving = if label == Len::ZERO {
            STUB
        } else if channel.line.vertical() {
            if self.crowded[index] || (self.wants_label_room(channel) && !self.grid.arrows[index].forks) {
                STUB.max(self.label_room(index))
            } else {
                STUB
            }
        } else {
            LABELLED_STUB
        };
        for (symbol, port, here, run) in
            [(source, route.exit, at == 1, leaving), (target, route.entry, at + 2 == route.len(), LEAD_IN)]
        {
            if !here || port.sideways() != channel.line.vertical() {
                continue;
            }
            let of = if channel.line.vertical() { symbol.lane } else { symbol.level };
            if matches!(port, Port::E | Port::S) && of == channel.line.index - 1 {
                demand.low[track] = demand.low[track].max(run);
                demand.lean[track] -= 1;
            }
            if matches!(port, Port::W | Port::N) && of == channel.line.index {
                demand.high[track] = demand.high[track].max(run);
                demand.lean[track] += 1;
                let returns = port == Port::N && symbol == target && source.level >= target.level;
                demand.back[track] |= self.home && returns;
            }
        }
    }

    /// Where a line turns off and a fork of it goes straight on to a symbol, the fork has its word and its head behind that.
    fn forking(&self, channel: &Channel, index: usize, track: usize, demand: &mut Demand) {
        let (route, own) = (&self.routes[index], &self.grid.arrows[index]);
        for (other, straight) in self.routes.iter().enumerate() {
            let arrow = &self.grid.arrows[other];
            let forks = arrow.forks && arrow.net == own.net && straight.len() == 1;
            if !forks || (straight.source, straight.exit) != (route.source, route.exit) {
                continue;
            }
            let target = &self.grid.symbols[straight.target as usize];
            let (at, run) = if channel.line.vertical() {
                (target.lane, LEAD_IN + self.labels[other] + WORD_ROOM)
            } else {
                (target.level, LEAD_IN + LABELLED_STUB)
            };
            let beyond = matches!(route.exit, Port::E | Port::S);
            if beyond && at == channel.line.index {
                demand.high[track] = demand.high[track].max(run);
            } else if !beyond && at == channel.line.index - 1 {
                demand.low[track] = demand.low[track].max(run);
            }
        }
    }

    /// Every track that passes the row of a labelled side exit leaves room for its word; one that passes the word of an
    /// upright exit only where that word found no clear place.
    fn beside_labels(&self, channel: &Channel, demand: &mut Demand) {
        for (index, route) in self.routes.iter().enumerate() {
            if self.labels[index] == Len::ZERO || !(self.crowded[index] || self.wants_label_room(channel)) {
                continue;
            }
            let source = &self.grid.symbols[route.source as usize];
            let centre = source.centre();
            let right = source.lane + 1 == channel.line.index;
            if !right && source.lane != channel.line.index {
                continue;
            }
            let (room, (low, high)) = match route.exit {
                Port::E | Port::W if right == (route.exit == Port::E) => {
                    (self.label_room(index), (centre.1 - 6, centre.1 + 6))
                }
                Port::N | Port::S if self.crowded[index] => {
                    // A line that goes straight on may have its word on either side.
                    if route.points().get(2).is_some_and(|corner| right == (corner.0 < centre.0)) {
                        continue;
                    }
                    let room = self.labels[index] + WORD_ROOM - self.style.size(source.kind).0 / 2;
                    let down = route.exit == Port::S;
                    (room, if down { (centre.1, centre.1 + 16) } else { (centre.1 - 16, centre.1) })
                }
                _ => continue,
            };
            for (group, track) in channel.groups.iter().zip(&channel.tracks) {
                // A line that forks off leaves the other side of the common line to its word.
                let forks = |of: usize| {
                    let (other, own) = (&self.grid.arrows[of], &self.grid.arrows[index]);
                    other.forks && other.net == own.net && !self.crowded[index]
                };
                let group = group.iter().filter(|(route, _)| !forks(*route));
                let passes = group.map(|(route, at)| self.routes[*route].stretch(*at));
                if passes.into_iter().any(|s| s.low < high && low < s.high) {
                    let clear = if right { &mut demand.low[*track] } else { &mut demand.high[*track] };
                    *clear = (*clear).max(room);
                }
            }
        }
    }

    /// The text columns must be kept free always, the lanes where the style has room.
    fn wants_label_room(&self, channel: &Channel) -> bool {
        self.style.label_room || channel.line.index == 0 || channel.line.index == self.grid.lanes
    }

    fn label_room(&self, index: usize) -> Len {
        let source = &self.grid.symbols[self.routes[index].source as usize];
        let more = if self.crowded[index] { WORD_ROOM } else { Len::ZERO };
        Len::um(1600) + more + self.labels[index] - self.style.size(source.kind).0 / 2
    }
}

impl Demand {
    /// What both pads must be when the first `split` tracks lie on the low side of a rule that keeps them `clear`.
    pub fn pads(&self, split: usize, clear: Len) -> Pads {
        let (mut low, mut high) = (Len::ZERO, Len::ZERO);
        for track in 0..self.low.len() {
            if track < split {
                let from_rule = clear + SPACING * (split - 1 - track) as i32;
                low = low.max(from_rule + self.low[track]);
                high = high.max(self.high[track] - from_rule);
            } else {
                let from_rule = clear + SPACING * (track - split) as i32;
                high = high.max(from_rule + self.high[track]);
                low = low.max(self.low[track] - from_rule);
            }
        }
        (low, high)
    }

    /// Whether any return would join elsewhere if its row were given no more for it.
    pub fn brings_home(&self, now: (Option<Len>, Option<Len>), clear: Len, split: usize) -> bool {
        if !self.back.contains(&true) {
            return false;
        }
        let away = Demand { back: vec![false; self.back.len()], ..self.clone() };
        away.split(now, clear) != split
    }

    /// The split that makes the pads grow least beyond what there is; then the one that leaves most tracks on the side
    /// they belong to, then the more even one. A side that does not exist has no pad.
    pub fn split(&self, now: (Option<Len>, Option<Len>), clear: Len) -> usize {
        let tracks = self.low.len();
        let price = |split: usize| {
            let (low, high) = self.pads(split, clear);
            let grow = |need: Len, now: Option<Len>| now.map_or(Len::ZERO, |now| (need - now).max(Len::ZERO));
            let astray = (0..tracks).filter(|track| match self.lean[*track].signum() {
                0 => false,
                lean => (lean < 0) != (*track < split),
            });
            let away = (0..split).filter(|track| self.back[*track] && self.lean[*track] > 0).count();
            let growth = grow(low, now.0) + grow(high, now.1) + HOME * away as i32;
            (growth, astray.count(), (2 * split).abs_diff(tracks))
        };
        let least = if now.1.is_none() { tracks } else { 0 };
        let most = if now.0.is_none() { 0 } else { tracks };
        (least..=most).min_by_key(|split| price(*split)).unwrap_or(0)
    }

    /// Places of the tracks relative to the rule, given the pads there are: a tight bundle around the middle of the
    /// room that both ends allow.
    pub fn places(&self, split: usize, pads: Pads, clear: Len) -> Vec<Len> {
        let tracks = self.low.len();
        let mut places = vec![Len::ZERO; tracks];
        let lowest = |track: usize| self.low[track] - pads.0;
        let highest = |track: usize| pads.1 - self.high[track];
        bundle(&mut places, 0..split, &lowest, &|_| -clear);
        bundle(&mut places, split..tracks, &|track| lowest(track).max(clear), &highest);
        places
    }
}

fn bundle(
    places: &mut [Len],
    tracks: std::ops::Range<usize>,
    lowest: &dyn Fn(usize) -> Len,
    highest: &dyn Fn(usize) -> Len,
) {
    let count = tracks.len();
    if count == 0 {
        return;
    }
    let (mut low, mut high) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for track in tracks.clone() {
        let least = lowest(track);
        low.push(low.last().map_or(least, |before: &Len| least.max(*before + SPACING)));
    }
    for track in tracks.clone().rev() {
        let most = highest(track);
        high.push(high.last().map_or(most, |after: &Len| most.min(*after - SPACING)));
    }
    high.reverse();
    let middle = low.iter().chain(&high).copied().sum::<Len>() / (2 * count as i32);
    let first = middle - SPACING * (count as i32 - 1) / 2;
    let mut before: Option<Len> = None;
    for (slot, track) in tracks.enumerate() {
        let mut place = (first + SPACING * slot as i32).max(low[slot]).min(high[slot]);
        if let Some(before) = before {
            place = place.max(before + SPACING);
        }
        places[track] = place;
        before = Some(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demand(low: [i32; 2], high: [i32; 2]) -> Demand {
        Demand {
            low: low.map(Len::um).to_vec(),
            high: high.map(Len::um).to_vec(),
            lean: vec![-1, 1],
            back: vec![false; 2],
        }
    }

    #[test]
    fn tracks_on_both_sides_of_the_rule_need_least_room() {
        let demand = demand([1500, 0], [0, 2700]);
        assert_eq!(demand.pads(1, Len::mm(1)), (Len::um(2500), Len::um(3700)));
        assert_eq!(demand.split((Some(Len::um(2500)), Some(Len::um(3700))), Len::mm(1)), 1);
        assert_eq!(demand.split((None, Some(Len::mm(9))), Len::mm(1)), 0);
    }

    #[test]
    fn a_return_joins_in_its_own_row_where_little_room_is_missing() {
        let of = |back: bool| Demand {
            low: vec![Len::ZERO],
            high: vec![LEAD_IN],
            lean: vec![1],
            back: vec![back],
        };
        let roomy = Some(Len::mm(6));
        for (high, home) in [(Len::um(2300), true), (Len::um(1800), false)] {
            let now = (roomy, Some(high));
            assert_eq!(of(false).split(now, Len::mm(1)), 1, "over the rule there is room");
            assert_eq!(of(true).split(now, Len::mm(1)), usize::from(!home), "{high:?}");
            assert_eq!(of(true).brings_home(now, Len::mm(1), usize::from(!home)), home);
        }
    }

    #[test]
    fn a_bundle_keeps_its_spacing_and_its_bounds() {
        let demand = demand([1500, 0], [0, 1200]);
        let places = demand.places(0, (Len::mm(1), Len::mm(9)), Len::mm(1));
        assert_eq!(places[1] - places[0], SPACING);
        assert!(places[0] >= Len::mm(1) && places[1] <= Len::um(7800));
    }
}
