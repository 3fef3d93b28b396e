//! What returns add: each arrow back, taken once.
//!
//! A return from a place to an earlier one costs the way from there to the place again, its own time included. What
//! happens in between may itself return, but each arrow is taken once in all.
//!
//! Most ways lead through rows that none of them can avoid; what lies between two of these is added up once, so that many
//! long returns cost little more than one. Where there is no such row, ways are measured one by one, up to a limit.

use super::ways::{Goal, Lalu, Run, Ways};
use crate::model::{Arah, KegiatanId, Lanjutan, Sasaran, Simpul, SimpulId, Sop};
use std::collections::BTreeMap;

/// An arrow back, and what it costs to take it once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balik {
    /// Who sends back.
    pub dari: SimpulId,
    /// Where to.
    pub ke: SimpulId,
    /// Thousandths of a minute of work, at least.
    pub sedikitnya: u64,
    /// At most.
    pub paling_banyak: u64,
    /// How often it may be taken, where that is bounded.
    pub kali: Option<u32>,
}

/// So many places are looked at to measure returns; a procedure of 300 rows that each go back to the first needs a ninth
/// even where no row is common to all its ways.
const MOST_PLACES: usize = 400_000;

/// What going back adds.
#[derive(Clone, Debug)]
pub struct Returns {
    /// The arrows back, in order of place, and what each costs.
    pub each: Vec<Balik>,
    /// The longest run that takes every arrow back of its places once, and goes on behind one that may be taken no more;
    /// `None` also where not all were measured.
    pub longest: Option<Run>,
    /// The longest run that takes every arrow back as often as it may be; `None` also where one is not bounded.
    pub bounded: Option<Run>,
    /// The place of the first one that was not measured any more.
    pub uncounted: Option<SimpulId>,
}

impl Returns {
    /// Measures every arrow back by the times of the places, at least and at most.
    pub(super) fn of(sop: &Sop, least: &dyn Fn(SimpulId) -> u64, most: &dyn Fn(SimpulId) -> u64) -> Returns {
        let (each, uncounted) = all(sop, least, most);
        let counted = uncounted.is_none();
        let once = |_: &Balik| 1;
        let longest = if counted { longest(sop, &each, most, once, Lalu::AfterOne) } else { None };
        let bounded = counted && each.iter().all(|balik| balik.kali.is_some());
        let as_often = |balik: &Balik| u64::from(balik.kali.unwrap_or(1));
        let bounded = if bounded { self::longest(sop, &each, most, as_often, Lalu::AfterAll) } else { None };
        Returns { each, longest, bounded, uncounted }
    }
}

/// Whether it may be that not every arrow back can be measured: no way is longer than the procedure, of a row at most one
/// is measured to the next row that all pass, and of a return two.
pub(super) fn may_be_too_many(sop: &Sop) -> bool {
    let returns: usize =
        sop.simpul.iter().map(|simpul| backward(simpul).map(|(_, to)| to.len()).sum::<usize>()).sum();
    (2 * returns + sop.kegiatan.len()).saturating_mul(sop.simpul.len()) > MOST_PLACES
}

fn all(
    sop: &Sop,
    least: &dyn Fn(SimpulId) -> u64,
    most: &dyn Fn(SimpulId) -> u64,
) -> (Vec<Balik>, Option<SimpulId>) {
    let passed = passed_by_all(sop);
    let mut least = Measure::new(sop, least, false, &passed);
    let mut most = Measure::new(sop, most, true, &passed);
    let mut found = Vec::new();
    for (at, simpul) in sop.simpul.iter().enumerate() {
        let dari = SimpulId::from_index(at);
        for (lanjutan, to) in backward(simpul) {
            if least.looked_at > MOST_PLACES {
                return (found, Some(dari));
            }
            // Of alternatives one does it again.
            let to = || to.iter().copied().filter(|ke| *ke <= dari);
            let sedikitnya = to().filter_map(|ke| least.again(dari, ke)).min();
            let paling_banyak = to().filter_map(|ke| most.again(dari, ke)).max();
            if let (Some(ke), Some(sedikitnya), Some(paling_banyak)) =
                (to().next(), sedikitnya, paling_banyak)
            {
                let kali = lanjutan.paling_banyak;
                found.push(Balik { dari, ke, sedikitnya, paling_banyak, kali });
            }
        }
    }
    (found, None)
}

/// The ways back that leave a place, and where they lead.
fn backward(simpul: &Simpul) -> impl Iterator<Item = (&Lanjutan, &[SimpulId])> {
    simpul.setelah.lanjutan().filter_map(|lanjutan| match &lanjutan.ke {
        Sasaran::Simpul(to) if lanjutan.arah == Arah::Kembali => Some((lanjutan, to.as_slice())),
        Sasaran::Simpul(_) | Sasaran::Akhir(_) => None,
    })
}

/// The rows that every way from above to below passes by its one entry, in order.
fn passed_by_all(sop: &Sop) -> Vec<KegiatanId> {
    let mut found = Vec::new();
    // The furthest place that an arrow from above leads to.
    let mut furthest = SimpulId(0);
    for (at, row) in sop.kegiatan.iter().enumerate() {
        let id = KegiatanId::from_index(at);
        if sop.entries(id).count() == 1 && furthest.0 <= row.simpul.start {
            found.push(id);
        }
        for (place, simpul) in sop.simpul_dari(id) {
            for lanjutan in simpul.setelah.lanjutan() {
                let Sasaran::Simpul(to) = &lanjutan.ke else { continue };
                furthest = to.iter().copied().filter(|to| *to > place).fold(furthest, SimpulId::max);
            }
        }
    }
    found
}

/// Ways again, the shortest or the longest ones.
struct Measure<'a> {
    sop: &'a Sop,
    minutes: &'a dyn Fn(SimpulId) -> u64,
    longest: bool,
    passed: &'a [KegiatanId],
    /// By row in `passed`: from the first of them that can be reached from there, how long it takes to here. After a
    /// gap that no way leads over it begins anew.
    sums: Vec<u128>,
    /// By row in `passed`: how many such gaps lie before it.
    gaps: Vec<u32>,
    /// By place: from its start to the next row in `passed`.
    heads: Vec<Option<Option<u64>>>,
    /// By place: from the last row in `passed`, itself included, until it is done.
    tails: Vec<Option<Option<u64>>>,
    /// Between two places without such a row: from the start of the first until the second is done.
    apart: BTreeMap<(SimpulId, SimpulId), Option<u64>>,
    looked_at: usize,
}

impl<'a> Measure<'a> {
    fn new(
        sop: &'a Sop,
        minutes: &'a dyn Fn(SimpulId) -> u64,
        longest: bool,
        passed: &'a [KegiatanId],
    ) -> Measure<'a> {
        let places = sop.simpul.len();
        let (sums, gaps) = (Vec::new(), Vec::new());
        Measure {
            sop,
            minutes,
            longest,
            passed,
            sums,
            gaps,
            heads: vec![None; places],
            tails: vec![None; places],
            apart: BTreeMap::new(),
            looked_at: 0,
        }
    }

    /// From the start of `ke` until `dari` is done again.
    fn again(&mut self, dari: SimpulId, ke: SimpulId) -> Option<u64> {
        let row = self.sop[dari].kegiatan;
        let from = self.sop[ke].kegiatan;
        if from == row {
            // Within a row: the places between the two.
            let between = self.sop.simpul_dari(row).filter(|(id, _)| *id >= ke && *id <= dari);
            self.looked_at += self.sop[row].simpul.len();
            return Some(between.map(|(id, _)| (self.minutes)(id)).fold(0, u64::saturating_add));
        }
        let next = self.passed.partition_point(|passed| *passed <= from);
        let last = self.passed.partition_point(|passed| *passed <= row);
        if next >= last {
            if let Some(known) = self.apart.get(&(ke, dari)) {
                return *known;
            }
            let way = self.way(ke, Goal::Place(dari));
            self.apart.insert((ke, dari), way);
            return way;
        }
        let (next, last) = (next, last - 1);
        let head = self.head(ke, next)?;
        let tail = self.tail(dari, last)?;
        self.add_up_to(last);
        if self.gaps[next] != self.gaps[last] {
            return None;
        }
        let sum = u128::from(head) + (self.sums[last] - self.sums[next]) + u128::from(tail);
        Some(u64::try_from(sum).unwrap_or(u64::MAX))
    }

    fn head(&mut self, from: SimpulId, next: usize) -> Option<u64> {
        match self.heads[from.index()] {
            Some(known) => known,
            None => {
                let head = self.way(from, Goal::Start(self.passed[next]));
                *self.heads[from.index()].insert(head)
            }
        }
    }

    fn tail(&mut self, to: SimpulId, last: usize) -> Option<u64> {
        match self.tails[to.index()] {
            Some(known) => known,
            None => {
                let tail = self.way(self.entry(last), Goal::Place(to));
                *self.tails[to.index()].insert(tail)
            }
        }
    }

    /// The one place that a row in `passed` begins with.
    fn entry(&self, at: usize) -> SimpulId {
        SimpulId(self.sop[self.passed[at]].simpul.start)
    }

    fn add_up_to(&mut self, last: usize) {
        for at in self.sums.len()..=last {
            let before = at.checked_sub(1);
            let way = before.map(|before| self.head(self.entry(before), at));
            let (sum, gaps) = before.map_or((0, 0), |before| (self.sums[before], self.gaps[before]));
            match way.flatten() {
                Some(way) => {
                    self.sums.push(sum + u128::from(way));
                    self.gaps.push(gaps);
                }
                None => {
                    self.sums.push(0);
                    self.gaps.push(gaps + 1);
                }
            }
        }
    }

    fn way(&mut self, from: SimpulId, goal: Goal) -> Option<u64> {
        let (minutes, lalu) = (self.minutes, Lalu::Never);
        let ways = Ways { sop: self.sop, minutes, longest: self.longest, goal, lalu };
        self.looked_at += ways.end() - from.index();
        ways.since(from)
    }
}

/// The longest run that takes every arrow back of its places so often, with the ways that are open then.
fn longest(
    sop: &Sop,
    returns: &[Balik],
    most: &dyn Fn(SimpulId) -> u64,
    times: impl Fn(&Balik) -> u64,
    lalu: Lalu,
) -> Option<Run> {
    let mut extra = vec![0u64; sop.simpul.len()];
    for balik in returns {
        let at = &mut extra[balik.dari.index()];
        *at = at.saturating_add(balik.paling_banyak.saturating_mul(times(balik)));
    }
    let minutes = |id: SimpulId| most(id).saturating_add(extra[id.index()]);
    Ways { sop, minutes: &minutes, longest: true, goal: Goal::End, lalu }.since_start_of(KegiatanId(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::compile;
    use crate::config::Config;

    /// A procedure of up to eleven rows whose arrows go on, over rows, and back; some rows hold a chain, some may be
    /// passed over, some start two others.
    fn random(seed: u64) -> String {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut below = |most: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state % most
        };
        let rows = 4 + below(8);
        let mut text = "pelaksana:\n  - A\n  - B\n\nkegiatan:\n\n".to_owned();
        for row in 1..=rows {
            let chain = below(4) == 0;
            text += &format!(
                "{row}. {}: Memeriksa\n   waktu: {} menit\n",
                if chain { "A -> B?" } else { "A" },
                below(9) + 1
            );
            let back = 1 + below(row);
            let on = (row + 1 + below(3)).min(rows);
            if row < rows {
                match below(4) {
                    0 | 1 => text += &format!("   ya: lanjut ke {on}\n   tidak: kembali ke {back}\n"),
                    2 if row + 2 <= rows && !chain => {
                        text += &format!("   bersamaan: {}, {}\n", row + 1, row + 2)
                    }
                    _ if chain => text += "   ya: selesai\n   tidak: kembali\n",
                    _ => text += "   bila perlu: ada\n",
                }
            } else if chain {
                text += &format!("   ya: selesai\n   tidak: kembali ke {back}\n");
            }
        }
        text
    }

    #[test]
    fn a_way_put_together_is_as_long_as_one_measured_at_once() {
        let (mut apart, mut all) = (0, 0);
        for seed in 0..600 {
            let text = random(seed);
            let procedure = compile(&text, &Config::default()).procedure.expect("it has rows");
            let (sop, time) = (&procedure.sop, procedure.time());
            let passed = passed_by_all(sop);
            for longest in [false, true] {
                let minutes = |id: SimpulId| {
                    let kerja = time.place(id).kerja;
                    if longest { kerja.sampai } else { kerja.dari }
                };
                let mut measure = Measure::new(sop, &minutes, longest, &passed);
                for dari in (0..sop.simpul.len()).map(SimpulId::from_index) {
                    for ke in (0..=dari.index()).map(SimpulId::from_index) {
                        let (row, from) = (sop[dari].kegiatan, sop[ke].kegiatan);
                        if row == from {
                            continue;
                        }
                        let (goal, lalu) = (Goal::Place(dari), Lalu::Never);
                        let at_once = Ways { sop, minutes: &minutes, longest, goal, lalu };
                        let at_once = at_once.since(ke);
                        assert_eq!(measure.again(dari, ke), at_once, "{seed}: {dari:?} to {ke:?}\n{text}");
                        apart += usize::from(passed.iter().any(|passed| *passed > from && *passed <= row));
                        all += 1;
                    }
                }
            }
        }
        assert!(apart * 10 > all && apart * 10 < all * 9, "{apart} of {all} ways were put together");
    }
}
