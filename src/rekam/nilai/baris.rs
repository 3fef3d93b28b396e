//! Row by row over all cases: how often, how often back, how long.

use super::{Antara, Nilai, Penilai};
use crate::analysis::sound::Hasil;
use crate::model::{Arah, KegiatanId, Sasaran, Setelah};

/// A row over all cases.
#[derive(Clone, Debug)]
pub struct PerKegiatan {
    /// Which.
    pub kegiatan: KegiatanId,
    /// How often it was done.
    pub kali: usize,
    /// How often its decision sent the case back.
    pub dikembalikan: usize,
    /// How often the case came back to it.
    pub diulang: usize,
    /// The standard in minutes of work; `None` where it is not a number.
    pub baku: Option<Antara>,
    /// The standard as it is typed.
    pub baku_teks: String,
    /// How long it took, of those that are known exactly.
    pub kerja: Option<Sebaran>,
    /// How often it took longer than the standard.
    pub terlambat: usize,
}

/// Minutes of work, of all that were measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sebaran {
    /// The least.
    pub tersingkat: u64,
    /// Of all in order, the one in the middle.
    pub tengah: u64,
    /// The most.
    pub terlama: u64,
}

impl Sebaran {
    fn of(mut minutes: Vec<u64>) -> Option<Sebaran> {
        minutes.sort_unstable();
        let (tersingkat, terlama) = (*minutes.first()?, *minutes.last()?);
        Some(Sebaran { tersingkat, tengah: minutes[minutes.len() / 2], terlama })
    }
}

impl Penilai<'_> {
    pub(super) fn rows(&self, cases: &[Nilai]) -> Vec<PerKegiatan> {
        let mut rows: Vec<PerKegiatan> = (0..self.sop.kegiatan.len())
            .map(KegiatanId::from_index)
            .map(|kegiatan| PerKegiatan {
                kegiatan,
                kali: 0,
                dikembalikan: 0,
                diulang: 0,
                baku: self.standard(kegiatan),
                baku_teks: self.standard_text(kegiatan),
                kerja: None,
                terlambat: 0,
            })
            .collect();
        let mut taken: Vec<Vec<u64>> = vec![Vec::new(); rows.len()];
        for case in cases {
            let mut rounds: Vec<(usize, u32)> = Vec::new();
            for one in &case.langkah {
                let simpul = &self.sop[one.entri.simpul];
                let at = simpul.kegiatan.index();
                if !one.entri.berjalan && !rounds.contains(&(at, one.entri.putaran)) {
                    rounds.push((at, one.entri.putaran));
                    rows[at].kali += 1;
                }
                rows[at].terlambat += usize::from(one.terlambat);
                if let Some(lama) = one.lama.filter(|lama| lama.kerja.dari == lama.kerja.sampai) {
                    taken[at].push(lama.kerja.dari);
                }
                if let (Some(Hasil::Cabang(index)), Setelah::Jika(cabang)) =
                    (one.entri.hasil, &simpul.setelah)
                    && cabang[index].lanjutan.arah == Arah::Kembali
                {
                    rows[at].dikembalikan += 1;
                    if let Sasaran::Simpul(to) = &cabang[index].lanjutan.ke {
                        rows[self.sop[to[0]].kegiatan.index()].diulang += 1;
                    }
                }
            }
        }
        for (row, taken) in rows.iter_mut().zip(taken) {
            row.kerja = Sebaran::of(taken);
        }
        rows
    }
}
