//! Which rows run side by side: the fork around a row whose branches are joined again further down.

use crate::model::{Arah, KegiatanId, Sasaran, Setelah, SimpulId, Sop};

/// The row of the outermost fork that starts the branch `row` lies in, where another branch of it is waited for between
/// `row` and the end of `to`; `None` where nothing is.
pub(super) fn fork_around(sop: &Sop, row: KegiatanId, to: KegiatanId) -> Option<KegiatanId> {
    let forks = |at: &usize| matches!(sop.simpul[*at].setelah, Setelah::Bersamaan(_));
    let start = sop[row].simpul.start as usize;
    let behind = |at: usize| reached(sop, SimpulId::from_index(at), sop[to].simpul.end as usize);
    let mut below = None;
    (0..start).filter(forks).find_map(|at| {
        let of_fork = behind(at);
        if !of_fork[start] {
            return None;
        }
        let below = below.get_or_insert_with(|| behind(start));
        let waits = |join: usize| {
            let waited = &sop.simpul[join].menunggu;
            let other = |id: &SimpulId| {
                let branch = id.index();
                of_fork.get(branch) == Some(&true) && below.get(branch) == Some(&false)
            };
            below[join] && waited.iter().any(other)
        };
        (start + 1..sop[to].simpul.end as usize).any(waits).then_some(sop.simpul[at].kegiatan)
    })
}

/// By place up to `end`: whether it is reached from a place without going back, the place itself included.
fn reached(sop: &Sop, from: SimpulId, end: usize) -> Vec<bool> {
    let mut reached = vec![false; end.max(from.index() + 1)];
    reached[from.index()] = true;
    for at in from.index()..end {
        if !reached[at] {
            continue;
        }
        for lanjutan in sop.simpul[at].setelah.lanjutan().filter(|it| it.arah == Arah::Maju) {
            let Sasaran::Simpul(to) = &lanjutan.ke else { continue };
            to.iter().filter(|to| to.index() < end).for_each(|to| reached[to.index()] = true);
        }
    }
    reached
}
