//! The arrows of a procedure, as a flat list in canonical order.

use super::entering::Entering;
use crate::model::{AkhirId, Arah, KegiatanId, Lanjutan, Sasaran, Setelah, SimpulId, Sop};
use crate::source::Span;
use std::collections::BTreeSet;

/// One arrow from a place to a place or to an end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// From.
    pub from: SimpulId,
    /// To.
    pub to: Target,
    /// Forward or back.
    pub arah: Arah,
    /// Which outcome of a decision: index into its [`Setelah::Jika`].
    pub cabang: Option<usize>,
    /// One of several that start at once (fork).
    pub bersamaan: bool,
    /// What follows `, lalu`, when the bound is used up.
    pub lalu: bool,
    /// How often it may be taken, for a bounded return.
    pub paling_banyak: Option<u32>,
    /// The line that says so.
    pub span: Span,
}

/// Where an arrow ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// At a place.
    Simpul(SimpulId),
    /// At an end.
    Akhir(AkhirId),
}

/// All arrows, by place, then in the order of the text; alternatives give one arrow each.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    /// The arrows.
    pub edges: Vec<Edge>,
    /// By place: where its arrows begin in `edges`; one more at the end.
    starts: Vec<usize>,
    /// The arrows into places, by place that they enter.
    entering: Entering,
}

impl Flow {
    /// Lists the arrows.
    pub fn of(sop: &Sop) -> Flow {
        let mut edges = Vec::with_capacity(2 * sop.simpul.len());
        let mut starts = Vec::with_capacity(sop.simpul.len() + 1);
        for (at, simpul) in sop.simpul.iter().enumerate() {
            let from = SimpulId::from_index(at);
            starts.push(edges.len());
            match &simpul.setelah {
                Setelah::Ke(lanjutan) => push(&mut edges, from, lanjutan, None, false),
                Setelah::Jika(cabang) => {
                    for (index, cabang) in cabang.iter().enumerate() {
                        push(&mut edges, from, &cabang.lanjutan, Some(index), false);
                    }
                }
                Setelah::Bersamaan(branches) => {
                    for lanjutan in branches {
                        push(&mut edges, from, lanjutan, None, true);
                    }
                }
            }
        }
        starts.push(edges.len());
        let target = |edge: &Edge| match edge.to {
            Target::Simpul(to) => Some(to.index()),
            Target::Akhir(_) => None,
        };
        let entering = Entering::of(sop.simpul.len(), edges.iter().map(target));
        Flow { edges, starts, entering }
    }

    /// The arrows that leave a place.
    pub fn after(&self, from: SimpulId) -> impl Iterator<Item = &Edge> {
        self.edges[self.starts[from.index()]..self.starts[from.index() + 1]].iter()
    }

    /// The arrows that enter a place.
    pub fn before(&self, to: SimpulId) -> impl Iterator<Item = &Edge> {
        self.entering.to(to.index()).iter().map(|index| &self.edges[*index as usize])
    }

    /// Rows that wait for one that does not lead to them: the row, and what it waits for in vain.
    pub fn unfed(&self, sop: &Sop) -> Vec<(KegiatanId, KegiatanId)> {
        let mut found = Vec::new();
        for (at, row) in sop.kegiatan.iter().enumerate().filter(|(_, row)| row.menunggu_span.is_some()) {
            let here = SimpulId(row.simpul.start);
            let feeding: BTreeSet<KegiatanId> =
                self.before(here).map(|edge| sop[edge.from].kegiatan).collect();
            let awaited: BTreeSet<KegiatanId> =
                sop[here].menunggu.iter().map(|id| sop[*id].kegiatan).collect();
            found.extend(awaited.difference(&feeding).map(|missing| (KegiatanId::from_index(at), *missing)));
        }
        found
    }

    /// The arrows that go back, also those that `?` brings with it.
    pub fn returns(&self) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(|edge| edge.arah == Arah::Kembali)
    }
}

fn push(edges: &mut Vec<Edge>, from: SimpulId, lanjutan: &Lanjutan, cabang: Option<usize>, bersamaan: bool) {
    let edge = |to: Target, lalu: bool| Edge {
        from,
        to,
        arah: if lalu { direction(from, to) } else { lanjutan.arah },
        cabang,
        bersamaan,
        lalu,
        paling_banyak: if lalu { None } else { lanjutan.paling_banyak },
        span: lanjutan.span,
    };
    targets(&lanjutan.ke).for_each(|to| edges.push(edge(to, false)));
    if let Some(lalu) = &lanjutan.lalu {
        targets(lalu).for_each(|to| edges.push(edge(to, true)));
    }
}

fn direction(from: SimpulId, to: Target) -> Arah {
    match to {
        Target::Simpul(to) if to <= from => Arah::Kembali,
        _ => Arah::Maju,
    }
}

fn targets(sasaran: &Sasaran) -> impl Iterator<Item = Target> + '_ {
    let (simpul, akhir) = match sasaran {
        Sasaran::Simpul(ids) => (ids.as_slice(), None),
        Sasaran::Akhir(id) => (&[][..], Some(*id)),
    };
    simpul.iter().map(|id| Target::Simpul(*id)).chain(akhir.map(Target::Akhir))
}
