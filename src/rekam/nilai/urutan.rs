//! The order of a case: played on the net of the procedure, returns counted.

use super::{Jenis, Langkah, Penilai, Temuan};
use crate::analysis::sound::Hasil;
use crate::model::{Setelah, SimpulId};
use crate::rekam::putar::{Hitungan, Pemutar};
use crate::rekam::{Kata, nama};
use std::collections::BTreeMap;

impl Penilai<'_> {
    /// The order: played on the net.
    pub(super) fn replay(
        &self,
        langkah: &[Langkah],
        temuan: &mut Vec<Temuan>,
    ) -> (Option<Hitungan>, bool, Vec<(String, usize)>) {
        let mut jejak = Vec::new();
        let mut judged = true;
        let mut used: BTreeMap<(SimpulId, usize), u32> = BTreeMap::new();
        let done: Vec<(usize, &Langkah)> =
            langkah.iter().enumerate().filter(|(_, it)| !it.entri.berjalan).collect();
        let mut lacks = |one: &Langkah, id: &str, en: &str| {
            temuan.push(Temuan {
                jenis: Jenis::Catatan,
                letak: one.entri.letak.clone(),
                kunci: one.kunci.clone(),
                apa: Kata::new(format!("langkah {}: {id}", one.kunci), format!("row {}: {en}", one.kunci)),
            });
        };
        let several = done.len() > 1;
        for (at, one) in done {
            let entry = &one.entri;
            if several && entry.waktu().is_none() {
                judged = false;
                lacks(
                    one,
                    "waktunya tidak dicatat, sehingga urutan berkas ini tidak dinilai",
                    "its time is not recorded, so the order of this case is not judged",
                );
            }
            let Some(hasil) = entry.hasil else {
                judged = false;
                lacks(
                    one,
                    "hasil keputusannya tidak dicatat, sehingga urutan berkas ini tidak dinilai",
                    "its outcome is not recorded, so the order of this case is not judged",
                );
                continue;
            };
            jejak.push((self.event(entry.simpul, hasil, &mut used), at));
        }
        for ((simpul, index), times) in &used {
            let Setelah::Jika(cabang) = &self.sop[*simpul].setelah else { continue };
            let way = &cabang[*index].lanjutan;
            if let Some(most) = way.paling_banyak.filter(|most| times > most && way.lalu.is_none()) {
                let kunci = self.sop.kunci(*simpul);
                let answer = cabang[*index].jawaban.teks();
                temuan.push(Temuan {
                    jenis: Jenis::Pengembalian,
                    letak: Kata::default(),
                    apa: Kata::new(
                        format!(
                            "langkah {kunci}: `{answer}` diambil {times} kali, paling banyak {most} kali"
                        ),
                        format!(
                            "row {kunci}: `{answer}` was taken {times} times, at most {most} are allowed"
                        ),
                    ),
                    kunci,
                });
            }
        }
        if !judged {
            return (None, false, jejak);
        }
        let mut pemutar = Pemutar::new(&self.net);
        for (name, at) in &jejak {
            let open: Vec<String> = pemutar.open().iter().map(|name| bare(name)).collect();
            if pemutar.play(name) != Some(true) {
                let one = &langkah[*at];
                let expected = listed(&open);
                temuan.push(Temuan {
                    jenis: Jenis::Urutan,
                    letak: one.entri.letak.clone(),
                    kunci: one.kunci.clone(),
                    apa: match &expected {
                        Some(expected) => Kata::new(
                            format!(
                                "langkah {} dikerjakan, padahal gilirannya langkah {expected}",
                                one.kunci
                            ),
                            format!("row {} was done while it was the turn of row {expected}", one.kunci),
                        ),
                        None => Kata::new(
                            format!("langkah {} dikerjakan sesudah berkas berakhir", one.kunci),
                            format!("row {} was done after the case had ended", one.kunci),
                        ),
                    },
                });
            }
        }
        let berakhir = pemutar.at_end();
        if !berakhir {
            let open: Vec<String> = pemutar.open().iter().map(|name| bare(name)).collect();
            if let Some(open) = listed(&open) {
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
        }
        (Some(pemutar.finish()), berakhir, jejak)
    }

    /// The name of what happened; beyond a bound, what follows it.
    fn event(&self, simpul: SimpulId, hasil: Hasil, used: &mut BTreeMap<(SimpulId, usize), u32>) -> String {
        let mut lalu = false;
        if let (Hasil::Cabang(index), Setelah::Jika(cabang)) = (hasil, &self.sop[simpul].setelah) {
            let times = used.entry((simpul, index)).or_default();
            *times += 1;
            let way = &cabang[index].lanjutan;
            lalu = way.lalu.is_some() && way.paling_banyak.is_some_and(|most| *times > most);
        }
        nama(self.sop, simpul, hasil, lalu)
    }
}

/// The row of a net's name: `2 (tidak)` is `2`.
fn bare(name: &str) -> String {
    name.split(" (").next().unwrap_or(name).to_owned()
}

fn listed(rows: &[String]) -> Option<String> {
    let mut rows = rows.to_vec();
    rows.dedup();
    (!rows.is_empty()).then(|| rows.join(", "))
}
