//! Which places the first row reaches, and from which an end is reached, along any arrows.
//!
//! A place that waits for several is reached when one of them is: whether all of them come is a question of
//! soundness, not of reach. So what is called unreachable here truly is, and so is a place without a way out.

use super::flow::{Edge, Flow, Target};
use crate::model::{KegiatanId, SimpulId, Sop};

/// Reach forward from the start and backward from the ends.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// By place: the first row leads here.
    pub from_start: Vec<bool>,
    /// By place: an end can be reached from here.
    pub to_end: Vec<bool>,
}

impl Reach {
    /// Walks every arrow once in each direction.
    pub fn of(sop: &Sop, flow: &Flow) -> Reach {
        let count = sop.simpul.len();
        let from_start = forward(sop, flow, |_| true);
        let ending = |edge: &&Edge| matches!(edge.to, Target::Akhir(_));
        let last: Vec<SimpulId> = flow.edges.iter().filter(ending).map(|edge| edge.from).collect();
        let to_end = walk(count, last, |id, found| found.extend(flow.before(id).map(|edge| edge.from)));
        Reach { from_start, to_end }
    }

    /// By place: the first row leads here, also when no bound is ever used up.
    pub(super) fn without_lalu(sop: &Sop, flow: &Flow) -> Vec<bool> {
        forward(sop, flow, |edge| !edge.lalu)
    }
}

fn forward(sop: &Sop, flow: &Flow, takes: impl Fn(&Edge) -> bool) -> Vec<bool> {
    let start: Vec<SimpulId> = match sop.kegiatan.first() {
        Some(_) => sop
            .simpul_dari(KegiatanId(0))
            .filter(|(_, simpul)| simpul.tempat == 0)
            .map(|(id, _)| id)
            .collect(),
        None => Vec::new(),
    };
    walk(sop.simpul.len(), start, |id, found| {
        found.extend(flow.after(id).filter(|edge| takes(edge)).filter_map(|edge| match edge.to {
            Target::Simpul(to) => Some(to),
            Target::Akhir(_) => None,
        }));
    })
}

/// The places that `next` leads to from `start`, itself included.
fn walk(count: usize, start: Vec<SimpulId>, next: impl Fn(SimpulId, &mut Vec<SimpulId>)) -> Vec<bool> {
    let mut seen = vec![false; count];
    let mut open = start;
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut seen[id.index()], true) {
            next(id, &mut open);
        }
    }
    seen
}
