//! What returns add: each arrow back, taken once.
//!
//! A return from a place to an earlier one costs the way from there to the place again, its own time included. What
//! happens in between may itself return, but each arrow is taken once in all.

use super::ways::{Goal, Run, Ways};
use crate::model::{Arah, KegiatanId, Lanjutan, Sasaran, Setelah, SimpulId, Sop};

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
}

/// Every arrow back, in order of place.
pub(super) fn all(sop: &Sop, least: &dyn Fn(SimpulId) -> u64, most: &dyn Fn(SimpulId) -> u64) -> Vec<Balik> {
    let mut found = Vec::new();
    for at in 0..sop.simpul.len() {
        let dari = SimpulId::from_index(at);
        for lanjutan in outcomes(&sop[dari].setelah) {
            let (Arah::Kembali, Sasaran::Simpul(to)) = (lanjutan.arah, &lanjutan.ke) else { continue };
            for ke in to.iter().copied().filter(|ke| *ke <= dari) {
                let again =
                    |minutes: &dyn Fn(SimpulId) -> u64, longest: bool| again(sop, dari, ke, minutes, longest);
                if let (Some(sedikitnya), Some(paling_banyak)) = (again(least, false), again(most, true)) {
                    found.push(Balik { dari, ke, sedikitnya, paling_banyak });
                }
            }
        }
    }
    found
}

fn outcomes(setelah: &Setelah) -> Vec<&Lanjutan> {
    match setelah {
        Setelah::Ke(lanjutan) => vec![lanjutan],
        Setelah::Jika(cabang) => cabang.iter().map(|cabang| &cabang.lanjutan).collect(),
        Setelah::Bersamaan(branches) => branches.iter().collect(),
    }
}

/// From the start of `ke` until `dari` is done again.
fn again(
    sop: &Sop,
    dari: SimpulId,
    ke: SimpulId,
    minutes: &dyn Fn(SimpulId) -> u64,
    longest: bool,
) -> Option<u64> {
    let row = sop[dari].kegiatan;
    if sop[ke].kegiatan == row {
        // Within a row: the places between the two.
        let between = sop.simpul_dari(row).filter(|(id, _)| *id >= ke && *id <= dari);
        return Some(between.map(|(id, _)| minutes(id)).fold(0, u64::saturating_add));
    }
    let ways = Ways { sop, minutes, longest, goal: Goal::Done(row) };
    ways.since_start_of(sop[ke].kegiatan).map(|run| run.minutes)
}

/// The longest run that takes every arrow back of its places once.
pub(super) fn longest(sop: &Sop, returns: &[Balik], most: &dyn Fn(SimpulId) -> u64) -> Option<Run> {
    let mut extra = vec![0u64; sop.simpul.len()];
    for balik in returns {
        let at = &mut extra[balik.dari.index()];
        *at = at.saturating_add(balik.paling_banyak);
    }
    let minutes = |id: SimpulId| most(id).saturating_add(extra[id.index()]);
    Ways { sop, minutes: &minutes, longest: true, goal: Goal::End }.since_start_of(KegiatanId(0))
}
