//! The procedure as what may happen next: turns that wait for somebody, and what taking one brings about.

use crate::model::{AkhirId, Lanjutan, Sasaran, Setelah, SimpulId, Sop};
use crate::source::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// What came of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hasil {
    /// Done; it decides nothing.
    Selesai,
    /// An outcome of its decision.
    Cabang(usize),
    /// The row is passed over (`bila perlu`).
    Dilewati,
}

/// The procedure in motion.
///
/// A situation is a set of bits: first one for every arrival at a row that waits for several, then one for every turn.
pub(super) struct Net {
    /// First those of the places, in order; then those of targets that name one of several alternatives.
    pub turns: Vec<Turn>,
    pub joins: Vec<Join>,
    /// How many arrivals there are.
    pub arrivals: usize,
    pub moves: Vec<Move>,
    /// By bounded way: how often it may be taken.
    pub bounds: Vec<u32>,
    effects: Vec<Effect>,
    /// Number of places: the symbols of one row at one point of its chain are one place.
    places: usize,
}

/// What waits for somebody: any one of its symbols takes it.
pub(super) struct Turn {
    pub simpul: Range<u32>,
    pub place: u32,
    moves: Range<u32>,
}

/// A row that waits for several.
pub(super) struct Join {
    /// The bits of its arrivals.
    pub bits: Range<usize>,
    /// Where the row is entered.
    pub place: u32,
    /// The place that each arrival comes from.
    pub awaited: Vec<u32>,
}

/// Something that can be done with a turn.
pub(super) struct Move {
    pub simpul: SimpulId,
    pub hasil: Hasil,
    pub span: Span,
    pub bound: Option<Bound>,
    way: Range<u32>,
}

/// The limit of a way.
pub(super) struct Bound {
    /// Into [`Net::bounds`].
    pub index: u32,
    /// What follows once it is used up.
    pub lalu: Option<Range<u32>>,
}

/// What a move brings about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Effect {
    Start(u32),
    /// At a join: the bit of the arrival, the join, and the turn that starts when all have come.
    Arrive(usize, usize, u32),
    End(AkhirId),
}

impl Net {
    pub fn of(sop: &Sop) -> Net {
        let mut maker = Maker::new(sop);
        maker.joins();
        let mut at = 0;
        // Targets that name one of several alternatives add turns, which have moves of their own.
        while at < maker.net.turns.len() {
            maker.moves(at);
            at += 1;
        }
        maker.net
    }

    /// The bit of a turn.
    pub fn bit(&self, turn: u32) -> usize {
        self.arrivals + turn as usize
    }

    pub fn moves_of(&self, turn: usize) -> Range<usize> {
        let moves = &self.turns[turn].moves;
        moves.start as usize..moves.end as usize
    }

    /// What a move brings about; with `lalu`, once its bound is used up.
    pub fn effects(&self, number: usize, lalu: bool) -> &[Effect] {
        let step = &self.moves[number];
        let range = match &step.bound {
            Some(Bound { lalu: Some(next), .. }) if lalu => next,
            _ => &step.way,
        };
        &self.effects[range.start as usize..range.end as usize]
    }

    /// Words that hold a situation.
    pub fn words(&self) -> usize {
        (self.turns.len() + self.arrivals).div_ceil(64).max(1)
    }

    /// The turns at the place of this one, itself included.
    pub fn same_place(&self, turn: u32) -> impl Iterator<Item = u32> + '_ {
        let place = self.turns[turn as usize].place;
        let others = self.turns[self.places..].iter().enumerate().filter(move |(_, it)| it.place == place);
        std::iter::once(place).chain(others.map(|(at, _)| (self.places + at) as u32))
    }
}

struct Maker<'a> {
    sop: &'a Sop,
    net: Net,
    /// By symbol: its place.
    place: Vec<u32>,
    /// By place: the join at it.
    join: Vec<Option<usize>>,
    bounds: BTreeMap<(SimpulId, usize), u32>,
}

impl<'a> Maker<'a> {
    fn new(sop: &'a Sop) -> Maker<'a> {
        let mut turns: Vec<Turn> = Vec::with_capacity(sop.simpul.len());
        let mut place = Vec::with_capacity(sop.simpul.len());
        let mut before = None;
        for (at, simpul) in (0u32..).zip(&sop.simpul) {
            let here = Some((simpul.kegiatan, simpul.tempat));
            let own = turns.len() as u32;
            match turns.last_mut().filter(|_| before == here) {
                Some(turn) => turn.simpul.end = at + 1,
                None => turns.push(Turn { simpul: at..at + 1, place: own, moves: 0..0 }),
            }
            place.push(turns.len() as u32 - 1);
            before = here;
        }
        let net = Net {
            places: turns.len(),
            joins: Vec::new(),
            arrivals: 0,
            bounds: Vec::new(),
            moves: Vec::with_capacity(2 * turns.len()),
            effects: Vec::with_capacity(2 * turns.len()),
            turns,
        };
        let join = vec![None; net.places];
        Maker { sop, net, place, join, bounds: BTreeMap::new() }
    }

    fn joins(&mut self) {
        for at in 0..self.net.places {
            let first = SimpulId(self.net.turns[at].simpul.start);
            let mut awaited: Vec<u32> =
                self.sop[first].menunggu.iter().map(|id| self.place[id.index()]).collect();
            awaited.sort_unstable();
            awaited.dedup();
            if awaited.is_empty() {
                continue;
            }
            let from = self.net.arrivals;
            self.net.arrivals += awaited.len();
            self.join[at] = Some(self.net.joins.len());
            self.net.joins.push(Join { bits: from..self.net.arrivals, place: at as u32, awaited });
        }
    }

    fn moves(&mut self, turn: usize) {
        let first = self.net.moves.len() as u32;
        for at in self.net.turns[turn].simpul.clone() {
            let id = SimpulId(at);
            let sop = self.sop;
            match &sop[id].setelah {
                Setelah::Ke(way) => self.one(id, Hasil::Selesai, id, 0, &[way]),
                Setelah::Jika(cabang) => {
                    for (index, cabang) in cabang.iter().enumerate() {
                        self.one(id, Hasil::Cabang(index), id, index, &[&cabang.lanjutan]);
                    }
                }
                Setelah::Bersamaan(ways) => {
                    self.one(id, Hasil::Selesai, id, 0, &ways.iter().collect::<Vec<_>>());
                }
            }
            let row = &sop[sop[id].kegiatan];
            if row.bila_perlu.is_some() && sop[id].tempat == 0 {
                // As if the row had been done: out of its last place, by the first outcome.
                let last =
                    SimpulId(self.net.turns[self.place[row.simpul.end as usize - 1] as usize].simpul.start);
                match &sop[last].setelah {
                    Setelah::Ke(way) => self.one(id, Hasil::Dilewati, last, 0, &[way]),
                    Setelah::Jika(cabang) => self.one(id, Hasil::Dilewati, last, 0, &[&cabang[0].lanjutan]),
                    Setelah::Bersamaan(ways) => {
                        self.one(id, Hasil::Dilewati, last, 0, &ways.iter().collect::<Vec<_>>());
                    }
                }
            }
        }
        self.net.turns[turn].moves = first..self.net.moves.len() as u32;
    }

    /// A move of `id` along the ways that leave `through` by its outcome `index`.
    fn one(&mut self, id: SimpulId, hasil: Hasil, through: SimpulId, index: usize, ways: &[&Lanjutan]) {
        let Some(first) = ways.first() else { return };
        let way = self.targets(through, ways.iter().map(|way| &way.ke));
        let bound = first.paling_banyak.map(|most| {
            let next = self.net.bounds.len() as u32;
            let number = *self.bounds.entry((through, index)).or_insert(next);
            if number == next {
                self.net.bounds.push(most);
            }
            Bound {
                index: number,
                lalu: first.lalu.as_ref().map(|lalu| self.targets(through, std::iter::once(lalu))),
            }
        });
        self.net.moves.push(Move { simpul: id, hasil, span: first.span, bound, way });
    }

    fn targets<'s>(&mut self, from: SimpulId, to: impl Iterator<Item = &'s Sasaran>) -> Range<u32> {
        let first = self.net.effects.len() as u32;
        for to in to {
            let effect = match to {
                Sasaran::Akhir(id) => Effect::End(*id),
                Sasaran::Simpul(ids) => {
                    let turn = self.turn(ids);
                    let join = self.join[self.net.turns[turn as usize].place as usize];
                    let arrival = join.and_then(|join| {
                        let Join { awaited, bits, .. } = &self.net.joins[join];
                        let at = awaited.iter().position(|place| *place == self.place[from.index()])?;
                        Some(Effect::Arrive(bits.start + at, join, turn))
                    });
                    arrival.unwrap_or(Effect::Start(turn))
                }
            };
            self.net.effects.push(effect);
        }
        first..self.net.effects.len() as u32
    }

    /// The turn of a target: that of the place, or one of its own where only some of the alternatives are meant.
    fn turn(&mut self, ids: &[SimpulId]) -> u32 {
        let (first, last) = (ids[0].0, ids[ids.len() - 1].0);
        let place = self.place[first as usize];
        let simpul = first..last + 1;
        if self.net.turns[place as usize].simpul == simpul {
            return place;
        }
        let known = self.net.turns.iter().position(|turn| turn.simpul == simpul);
        let fresh = self.net.turns.len();
        if known.is_none() {
            self.net.turns.push(Turn { simpul, place, moves: 0..0 });
        }
        known.unwrap_or(fresh) as u32
    }
}
