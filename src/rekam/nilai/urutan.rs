//! The order of a case: played on the net of the procedure, returns counted.

use super::{Jenis, Langkah, Penilai, Temuan};
use crate::analysis::sound::{Hasil, label};
use crate::model::{Setelah, SimpulId};
use crate::rekam::Kata;
use crate::rekam::putar::{Hitungan, Pemutar};
use std::collections::BTreeMap;

/// What the order of a case came to.
pub(super) struct Urutan {
    /// How well it fits; `None` where it cannot be judged.
    pub(super) hitungan: Option<Hitungan>,
    pub(super) berakhir: bool,
    pub(super) jejak: Jejak,
}

/// What happened, by the names of the net, with its step (an index).
type Jejak = Vec<(String, usize)>;

/// How often each branch was taken.
type Taken = BTreeMap<(SimpulId, usize), u32>;

impl Penilai<'_> {
    /// The order: played on the net.
    pub(super) fn replay(&self, langkah: &[Langkah], temuan: &mut Vec<Temuan>) -> Urutan {
        let before = temuan.len();
        let mut taken = Taken::new();
        let jejak = self.events(langkah, &mut taken, temuan);
        let judged = temuan.len() == before;
        self.check_bounds(&taken, temuan);
        if !judged {
            return Urutan { hitungan: None, berakhir: false, jejak };
        }
        let mut pemutar = Pemutar::new(&self.net);
        for (name, at) in &jejak {
            let turn = whose_turn(&pemutar);
            if pemutar.play(name) != Some(true) {
                temuan.push(out_of_order(&langkah[*at], turn));
            }
        }
        let berakhir = pemutar.at_end();
        if let Some(open) = whose_turn(&pemutar).filter(|_| !berakhir) {
            temuan.push(Temuan {
                jenis: Jenis::Catatan,
                letak: Kata::default(),
                kunci: String::new(),
                apa: Kata::new(
                    format!("berkas belum berakhir menurut catatan ini; gilirannya langkah {open}"),
                    format!("by this record the case has not ended; it is the turn of row {open}"),
                ),
            });
        }
        Urutan { hitungan: Some(pemutar.finish()), berakhir, jejak }
    }

    /// What happened; what is not recorded, so that the order cannot be judged, is a finding.
    fn events(&self, langkah: &[Langkah], taken: &mut Taken, temuan: &mut Vec<Temuan>) -> Jejak {
        let done: Vec<(usize, &Langkah)> =
            langkah.iter().enumerate().filter(|(_, it)| !it.entri.berjalan).collect();
        let several = done.len() > 1;
        let mut jejak = Vec::new();
        for (at, one) in done {
            let entry = &one.entri;
            if several && entry.waktu().is_none() {
                temuan.push(lacks(
                    one,
                    "waktunya tidak dicatat, sehingga urutan berkas ini tidak dinilai",
                    "its time is not recorded, so the order of this case is not judged",
                ));
            }
            match entry.hasil {
                Some(hasil) => jejak.push((self.event(entry.simpul, hasil, taken), at)),
                None => temuan.push(lacks(
                    one,
                    "hasil keputusannya tidak dicatat, sehingga urutan berkas ini tidak dinilai",
                    "its outcome is not recorded, so the order of this case is not judged",
                )),
            }
        }
        jejak
    }

    /// Returns that were taken more often than the procedure allows.
    fn check_bounds(&self, taken: &Taken, temuan: &mut Vec<Temuan>) {
        for ((simpul, index), times) in taken {
            let Setelah::Jika(cabang) = &self.sop[*simpul].setelah else { continue };
            let way = &cabang[*index].lanjutan;
            let Some(most) = way.paling_banyak.filter(|most| times > most && way.lalu.is_none()) else {
                continue;
            };
            let kunci = self.sop.kunci(*simpul);
            let answer = cabang[*index].jawaban.teks();
            temuan.push(Temuan {
                jenis: Jenis::Pengembalian,
                letak: Kata::default(),
                apa: Kata::new(
                    format!("langkah {kunci}: `{answer}` diambil {times} kali, paling banyak {most} kali"),
                    format!("row {kunci}: `{answer}` was taken {times} times, at most {most} are allowed"),
                ),
                kunci,
            });
        }
    }

    /// The name of what happened; beyond a bound, what follows it.
    fn event(&self, simpul: SimpulId, hasil: Hasil, taken: &mut Taken) -> String {
        let mut lalu = false;
        if let (Hasil::Cabang(index), Setelah::Jika(cabang)) = (hasil, &self.sop[simpul].setelah) {
            let times = taken.entry((simpul, index)).or_default();
            *times += 1;
            let way = &cabang[index].lanjutan;
            lalu = way.lalu.is_some() && way.paling_banyak.is_some_and(|most| *times > most);
        }
        label(self.sop, simpul, hasil, lalu)
    }
}

fn lacks(one: &Langkah, id: &str, en: &str) -> Temuan {
    Temuan {
        jenis: Jenis::Catatan,
        letak: one.entri.letak.clone(),
        kunci: one.kunci.clone(),
        apa: Kata::new(format!("langkah {}: {id}", one.kunci), format!("row {}: {en}", one.kunci)),
    }
}

fn out_of_order(one: &Langkah, turn: Option<String>) -> Temuan {
    let kunci = &one.kunci;
    let apa = match turn {
        Some(turn) => Kata::new(
            format!("langkah {kunci} dikerjakan, padahal gilirannya langkah {turn}"),
            format!("row {kunci} was done while it was the turn of row {turn}"),
        ),
        None => Kata::new(
            format!("langkah {kunci} dikerjakan sesudah berkas berakhir"),
            format!("row {kunci} was done after the case had ended"),
        ),
    };
    Temuan { jenis: Jenis::Urutan, letak: one.entri.letak.clone(), kunci: kunci.clone(), apa }
}

/// The rows that may be done now, if any: of the net's `2 (tidak)` the `2`.
fn whose_turn(pemutar: &Pemutar<'_>) -> Option<String> {
    let open = pemutar.open();
    let mut rows: Vec<&str> = open.iter().map(|name| name.split(" (").next().unwrap_or(name)).collect();
    rows.dedup();
    (!rows.is_empty()).then(|| rows.join(", "))
}
