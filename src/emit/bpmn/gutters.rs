//! The gutters between lanes and their tracks: which gutter is nearest, and which of its tracks is clear. Thousands of flows
//! ask, so what cannot be chosen is not looked at.

use std::ops::RangeInclusive;

/// Of so many tracks it is remembered what the first stretches of all of them have in common.
const TOGETHER: usize = 64;

/// From and to, ends included.
type Stretch = (i32, i32);

/// All gutters, from the left.
pub(super) struct Gutters(Vec<Gutter>);

#[derive(Clone, Default)]
struct Gutter {
    /// By track: its stretches.
    tracks: Vec<Vec<Stretch>>,
    /// By [`TOGETHER`] tracks: what is taken in all of them; may be empty.
    common: Vec<Stretch>,
}

impl Gutters {
    pub fn new(count: usize) -> Gutters {
        Gutters(vec![Gutter::default(); count])
    }

    /// How many tracks a gutter has.
    pub fn tracks(&self, gutter: usize) -> usize {
        self.0[gutter].tracks.len()
    }

    /// Lays a stretch into the first track of a gutter that is clear there.
    pub fn lay(&mut self, gutter: usize, stretch: Stretch) -> usize {
        let Gutter { tracks, common } = &mut self.0[gutter];
        let clear = |track: &Vec<Stretch>| !track.iter().any(|other| meet(*other, stretch));
        let together = tracks.chunks(TOGETHER).zip(&*common).enumerate();
        let open = together.filter(|(_, (_, common))| !meet(**common, stretch));
        let mut free =
            open.filter_map(|(at, (tracks, _))| Some(at * TOGETHER + tracks.iter().position(clear)?));
        match free.next() {
            Some(at) => {
                tracks[at].push(stretch);
                at
            }
            None => {
                let at = tracks.len();
                tracks.push(vec![stretch]);
                match common.get_mut(at / TOGETHER) {
                    Some(common) => *common = (common.0.max(stretch.0), common.1.min(stretch.1)),
                    None => common.push(stretch),
                }
                at
            }
        }
    }

    /// What the cheapest gutter costs between two lanes, and which it is: four for each lane that is passed and one for
    /// each track that is there; the first of those that cost the same.
    pub fn cheapest(&self, (a, b): (usize, usize), among: RangeInclusive<usize>) -> Option<(usize, usize)> {
        let (low, high) = among.into_inner();
        let past =
            |lane: usize, gutter: usize| if gutter <= lane { lane - gutter } else { gutter - lane - 1 };
        let passed = |gutter: usize| 4 * (past(a, gutter) + past(b, gutter));
        let price = |gutter: usize| (passed(gutter) + self.tracks(gutter), gutter);
        if low > high {
            return None;
        }
        // From here it is only further, to either side.
        let middle = (a.min(b) + 1).clamp(low, high);
        let mut best = price(middle);
        for gutter in middle + 1..=high {
            if passed(gutter) >= best.0 {
                break;
            }
            best = best.min(price(gutter));
        }
        for gutter in (low..middle).rev() {
            if passed(gutter) > best.0 {
                break;
            }
            best = best.min(price(gutter));
        }
        Some(best)
    }
}

fn meet(a: Stretch, b: Stretch) -> bool {
    a.0 <= a.1 && a.0 <= b.1 && b.0 <= a.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dice() -> impl FnMut(usize) -> usize {
        let mut random = 11u64;
        move |end| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (random >> 33) as usize % end
        }
    }

    #[test]
    fn a_stretch_lies_in_the_first_track_that_is_clear() {
        let mut below = dice();
        for length in [5, 100, 700] {
            let (mut gutters, mut plain) = (Gutters::new(1), Vec::<Vec<Stretch>>::new());
            for _ in 0..600 {
                let from = below(1000) as i32;
                let to = from + below(length) as i32;
                let clear = |track: &Vec<Stretch>| track.iter().all(|(a, b)| to < *a || *b < from);
                let at = plain.iter().position(clear).unwrap_or(plain.len());
                plain.resize(plain.len().max(at + 1), Vec::new());
                plain[at].push((from, to));
                assert_eq!(gutters.lay(0, (from, to)), at);
            }
            assert_eq!(gutters.tracks(0), plain.len());
            assert!(length < 700 || plain.len() > 2 * TOGETHER, "{}", plain.len());
        }
    }

    #[test]
    fn the_cheapest_gutter_is_that_of_a_look_at_all() {
        let mut below = dice();
        let mut gutters = Gutters::new(12);
        for _ in 0..2000 {
            gutters.lay(below(12), (0, 0));
            if below(400) == 0 {
                gutters = Gutters::new(12);
            }
            let (a, b, low, high) = (below(11), below(11), below(12), below(12));
            let price = |gutter: usize| {
                let far = |lane: usize| if gutter <= lane { lane - gutter } else { gutter - lane - 1 };
                (4 * (far(a) + far(b)) + gutters.tracks(gutter), gutter)
            };
            assert_eq!(gutters.cheapest((a, b), low..=high), (low..=high).map(price).min());
        }
    }
}
