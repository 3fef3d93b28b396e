//! Dates: when each row starts and is done at the earliest and at the latest, if nobody goes back.
//!
//! Arrows that do not go back lead to later places, so one walk from the first place to the last is enough. Of several
//! arrows into a place the first token starts it, but a place that waits for several starts with the last of them.

use super::kerja::{Kerja, Saat};
use super::{Lama, Time};
use crate::day::Day;
use crate::model::{Arah, KegiatanId, Lanjutan, Sasaran, Setelah, SimpulId, Sop};

/// The dates of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tanggal {
    /// When its work begins at the earliest.
    pub mulai: Saat,
    /// When it is done at the earliest.
    pub paling_cepat: Saat,
    /// When it is done at the latest, which is when it is due.
    pub paling_lambat: Saat,
}

/// By row; `None` for one that is not reached without going back.
pub fn of(sop: &Sop, time: &Time, kerja: &Kerja<'_>, start: Day) -> Vec<Option<Tanggal>> {
    let mut arrived: Vec<Option<(Saat, Saat)>> = vec![None; sop.simpul.len()];
    let mut rows: Vec<Option<Tanggal>> = vec![None; sop.kegiatan.len()];
    let begin = kerja.start(start);
    for id in sop.entries(KegiatanId(0)) {
        arrived[id.index()] = Some((begin, begin));
    }
    for at in 0..sop.simpul.len() {
        let Some((early, late)) = arrived[at] else { continue };
        let id = SimpulId::from_index(at);
        let simpul = &sop[id];
        let lama = &time.places[at];
        let done = (after(kerja, early, lama, false), after(kerja, late, lama, true));
        let before = at.checked_sub(1).map(|before| &sop.simpul[before]);
        let alternative =
            before.is_some_and(|it| (it.kegiatan, it.tempat) == (simpul.kegiatan, simpul.tempat));
        note(&mut rows[simpul.kegiatan.index()], alternative, early, done);
        // An optional row goes on by its first outcome, at once.
        let optional = sop[simpul.kegiatan].bila_perlu.is_some();
        let mut go = |lanjutan: &Lanjutan, first: bool| {
            let (Arah::Maju, Sasaran::Simpul(to)) = (lanjutan.arah, &lanjutan.ke) else { return };
            let from = if optional && first { (early, done.1) } else { done };
            for to in to.iter().filter(|to| **to > id) {
                let joins = !sop[*to].menunggu.is_empty();
                arrived[to.index()] = Some(match arrived[to.index()] {
                    None => from,
                    Some(known) if joins => (known.0.max(from.0), known.1.max(from.1)),
                    Some(known) => (known.0.min(from.0), known.1.max(from.1)),
                });
            }
        };
        match &simpul.setelah {
            Setelah::Ke(lanjutan) => go(lanjutan, true),
            Setelah::Jika(cabang) => {
                cabang.iter().enumerate().for_each(|(index, cabang)| go(&cabang.lanjutan, index == 0));
            }
            Setelah::Bersamaan(branches) => branches.iter().for_each(|lanjutan| go(lanjutan, true)),
        }
    }
    rows
}

fn after(kerja: &Kerja<'_>, from: Saat, lama: &Lama, most: bool) -> Saat {
    let pick = |range: &crate::model::waktu::Rentang| if most { range.sampai } else { range.dari };
    kerja.after_days(kerja.after_work(from, pick(&lama.bekerja)), pick(&lama.berlalu))
}

/// Alternatives of a place are done when the quicker one is, at the earliest; a later place of the row is done later.
fn note(row: &mut Option<Tanggal>, alternative: bool, mulai: Saat, done: (Saat, Saat)) {
    *row = Some(match *row {
        None => Tanggal { mulai, paling_cepat: done.0, paling_lambat: done.1 },
        Some(known) => Tanggal {
            mulai: known.mulai.min(mulai),
            paling_cepat: match alternative {
                true => known.paling_cepat.min(done.0),
                false => known.paling_cepat.max(done.0),
            },
            paling_lambat: known.paling_lambat.max(done.1),
        },
    });
}
