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
        Reach { from_start: forward(sop, flow, |_| true), to_end: backward(sop, flow, |_| true) }
    }

    /// By place: the first row leads here, also when no bound is ever used up.
    pub(super) fn without_lalu(sop: &Sop, flow: &Flow) -> Vec<bool> {
        forward(sop, flow, |edge| !edge.lalu)
    }

    /// Whether every place leads to an end by arrows that may be taken any number of times.
    pub(super) fn always_to_end(&self, sop: &Sop, flow: &Flow) -> bool {
        let free = |edge: &Edge| edge.paling_banyak.is_none() && !edge.lalu;
        let all = |leads: &[bool]| leads.iter().all(|leads| *leads);
        match flow.edges.iter().all(free) {
            true => all(&self.to_end),
            false => all(&backward(sop, flow, free)),
        }
    }
}

fn forward(sop: &Sop, flow: &Flow, takes: impl Fn(&Edge) -> bool) -> Vec<bool> {
    let start: Vec<SimpulId> = match sop.kegiatan.first() {
        Some(_) => sop.entries(KegiatanId(0)).collect(),
        None => Vec::new(),
    };
    walk(sop.simpul.len(), start, |id, found| {
        for edge in flow.after(id).filter(|edge| takes(edge)) {
            if let Target::Simpul(to) = edge.to {
                found.push(to);
            }
        }
    })
}

fn backward(sop: &Sop, flow: &Flow, takes: impl Fn(&Edge) -> bool) -> Vec<bool> {
    let last = flow.edges.iter().filter(|edge| matches!(edge.to, Target::Akhir(_)) && takes(edge));
    walk(sop.simpul.len(), last.map(|edge| edge.from).collect(), |id, found| {
        flow.before(id).filter(|edge| takes(edge)).for_each(|edge| found.push(edge.from));
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
