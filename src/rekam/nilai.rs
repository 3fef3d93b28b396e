//! Cases held against the procedure: planned and actual time, order, actors, papers, returns.

use super::putar::{Hitungan, Pemutar};
use super::saat::Saat;
use super::{Berkas, Entri, Kata, nama};
use crate::analysis::Procedure;
use crate::analysis::sound::{Hasil, PetriNet};
use crate::analysis::time::kerja::Kerja;
use crate::analysis::time::unit::{HOUR, MINUTE, WORKING_DAY};
use crate::config::Config;
use crate::model::waktu::jumlah;
use crate::model::{Arah, Durasi, KegiatanId, Sasaran, Satuan, Setelah, Sifat, SimpulId, Sop, Suku};
use crate::text::{Lang, fold};
use std::collections::BTreeMap;

/// What the cases say of the procedure.
#[derive(Clone, Debug, Default)]
pub struct Laporan {
    /// Case by case.
    pub berkas: Vec<Nilai>,
    /// Row by row, over all cases.
    pub kegiatan: Vec<PerKegiatan>,
    /// Of all cases whose order could be judged.
    pub hitungan: Hitungan,
    /// How many these are.
    pub dinilai: usize,
}

/// A case.
#[derive(Clone, Debug)]
pub struct Nilai {
    /// Its number.
    pub nomor: String,
    /// What it is about.
    pub perihal: String,
    /// What was done, in order of time.
    pub langkah: Vec<Langkah>,
    /// What does not fit.
    pub temuan: Vec<Temuan>,
    /// How well its order fits; `None` where it cannot be judged.
    pub hitungan: Option<Hitungan>,
    /// It came to an end of the procedure and nothing is open.
    pub berakhir: bool,
    /// From the first beginning to the last end.
    pub lama: Option<Lama>,
    /// What happened, by the names of the net, with its entry (an index into `langkah`).
    pub jejak: Vec<(String, usize)>,
}

/// A row that was done once.
#[derive(Clone, Debug)]
pub struct Langkah {
    /// As recorded.
    pub entri: Entri,
    /// The key of its place.
    pub kunci: String,
    /// How long it took.
    pub lama: Option<Lama>,
    /// It took longer than the standard allows.
    pub terlambat: bool,
}

/// How long something took, in minutes. A day without a time of day leaves a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lama {
    /// Of work, by the office's calendar: at least and at most.
    pub kerja: (u64, u64),
    /// On the clock: at least and at most.
    pub kalender: (u64, u64),
}

/// What kind of thing does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Jenis {
    /// Out of order.
    Urutan,
    /// Somebody whom the row does not name.
    Pelaksana,
    /// A paper not ticked.
    Dokumen,
    /// Longer than the standard.
    Waktu,
    /// More returns than allowed.
    Pengembalian,
    /// Not recorded, so that something cannot be judged.
    Catatan,
}

impl Jenis {
    /// As programs read it.
    pub fn name(self) -> &'static str {
        match self {
            Jenis::Urutan => "urutan",
            Jenis::Pelaksana => "pelaksana",
            Jenis::Dokumen => "dokumen",
            Jenis::Waktu => "waktu",
            Jenis::Pengembalian => "pengembalian",
            Jenis::Catatan => "catatan",
        }
    }
}

/// Something that does not fit.
#[derive(Clone, Debug)]
pub struct Temuan {
    /// What kind.
    pub jenis: Jenis,
    /// Where in the file; empty for the case as a whole.
    pub letak: Kata,
    /// The key of the row; empty for the case as a whole.
    pub kunci: String,
    /// What is.
    pub apa: Kata,
}

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
    pub baku: Option<(u64, u64)>,
    /// The standard as it is typed.
    pub baku_teks: String,
    /// Least, middle and most minutes of work, of those that are known exactly.
    pub kerja: Option<(u64, u64, u64)>,
    /// How often it took longer than the standard.
    pub terlambat: usize,
}

/// Compares cases with the procedure.
pub fn nilai(berkas: &[Berkas], procedure: &Procedure, config: &Config) -> Laporan {
    let penilai = Penilai {
        sop: &procedure.sop,
        net: PetriNet::of(&procedure.sop),
        kerja: Kerja::new(&config.kalender, &config.libur),
        config,
    };
    let nilai: Vec<Nilai> = berkas.iter().map(|case| penilai.case(case)).collect();
    let judged: Vec<Hitungan> = nilai.iter().filter_map(|it| it.hitungan).collect();
    Laporan {
        kegiatan: penilai.rows(&nilai),
        hitungan: judged.iter().fold(Hitungan::default(), |sum, it| sum.plus(*it)),
        dinilai: judged.len(),
        berkas: nilai,
    }
}

struct Penilai<'a> {
    sop: &'a Sop,
    net: PetriNet,
    kerja: Kerja<'a>,
    config: &'a Config,
}

impl Penilai<'_> {
    fn case(&self, case: &Berkas) -> Nilai {
        let mut entries: Vec<&Entri> = case.entri.iter().collect();
        // Entries of one moment stay as they stand in the file.
        entries.sort_by_key(|it| it.waktu().map(Saat::urutan));
        let mut temuan = Vec::new();
        let mut seen: BTreeMap<(KegiatanId, u32), usize> = BTreeMap::new();
        let mut langkah: Vec<Langkah> = Vec::new();
        for entry in entries {
            let row = self.sop[entry.simpul].kegiatan;
            // The places of a chain share the time of their row in a form: it is counted once.
            let first = *seen.entry((row, entry.putaran)).or_insert(langkah.len()) == langkah.len();
            let shared = !first
                && langkah.iter().any(|it| {
                    self.sop[it.entri.simpul].kegiatan == row
                        && it.entri.mulai == entry.mulai
                        && it.entri.selesai == entry.selesai
                });
            let lama = match (entry.mulai, entry.selesai) {
                (Some(from), Some(to)) if !shared => Some(self.between(from, to)),
                _ => None,
            };
            let mut one =
                Langkah { kunci: self.sop.kunci(entry.simpul), entri: entry.clone(), lama, terlambat: false };
            self.judge(&mut one, row, &mut temuan);
            langkah.push(one);
        }
        let (hitungan, berakhir, jejak) = self.replay(&langkah, &mut temuan);
        let start =
            langkah.iter().filter_map(|it| it.entri.mulai.or(it.entri.selesai)).min_by_key(|it| it.urutan());
        let end = langkah.iter().filter_map(|it| it.entri.waktu()).max_by_key(|it| it.urutan());
        Nilai {
            nomor: case.nomor.clone(),
            perihal: case.perihal.clone(),
            lama: start.zip(end).map(|(from, to)| self.between(from, to)),
            langkah,
            temuan,
            hitungan,
            berakhir,
            jejak,
        }
    }

    /// What a single entry says.
    fn judge(&self, one: &mut Langkah, row: KegiatanId, temuan: &mut Vec<Temuan>) {
        let entry = &one.entri;
        let kegiatan = &self.sop[row];
        let mut find = |jenis, apa| {
            temuan.push(Temuan { jenis, letak: entry.letak.clone(), kunci: one.kunci.clone(), apa });
        };
        let nomor = &one.kunci;
        if entry.mulai.zip(entry.selesai).is_some_and(|(from, to)| from.urutan() > to.urutan()) {
            find(
                Jenis::Catatan,
                Kata::new(
                    format!("langkah {nomor} tercatat selesai sebelum mulai"),
                    format!("row {nomor} is recorded to end before it begins"),
                ),
            );
        }
        let strangers: Vec<&str> = entry
            .pelaksana
            .iter()
            .map(String::as_str)
            .filter(|name| !self.may(entry.simpul, row, name))
            .collect();
        if !strangers.is_empty() {
            let own = self.sop.pelaku(entry.simpul).join(", ");
            let names = strangers.join(", ");
            find(
                Jenis::Pelaksana,
                Kata::new(
                    format!("langkah {nomor} dikerjakan {names}, padahal milik {own}"),
                    format!("row {nomor} was done by {names}, but it is {own}'s"),
                ),
            );
        }
        if entry.hasil.is_some() && entry.hasil != Some(Hasil::Dilewati) {
            for (ticks, papers, id, en) in [
                (&entry.kelengkapan, &kegiatan.mutu_baku.kelengkapan, "kelengkapan", "paper needed"),
                (&entry.output, &kegiatan.mutu_baku.output, "output", "output"),
            ] {
                let Some(ticks) = ticks else { continue };
                let missing: Vec<String> = ticks
                    .iter()
                    .zip(papers)
                    .filter(|(ticked, _)| !**ticked)
                    .map(|(_, butir)| crate::forms::paper(&butir.teks))
                    .collect();
                if !missing.is_empty() {
                    let list = missing.join(", ");
                    find(
                        Jenis::Dokumen,
                        Kata::new(
                            format!("langkah {nomor}: {id} tidak dicentang: {list}"),
                            format!("row {nomor}: {en} not ticked: {list}"),
                        ),
                    );
                }
            }
        }
        if let Some(lama) = one.lama
            && let Some((baku, taken)) = self.longer(row, lama)
        {
            one.terlambat = true;
            let teks = self.standard_text(row);
            find(
                Jenis::Waktu,
                Kata::new(
                    format!("langkah {nomor} memakan {}, baku {teks}", words(taken, self.config, baku).id),
                    format!(
                        "row {nomor} took {}, the standard is {teks}",
                        words(taken, self.config, baku).en
                    ),
                ),
            );
        }
    }

    /// Whether somebody may do a row: the lanes of its place, and its deputy.
    fn may(&self, simpul: SimpulId, row: KegiatanId, name: &str) -> bool {
        let lanes = self.sop[simpul].oleh.iter().map(|id| &self.sop[*id]);
        let same = |other: &str| fold(other) == fold(name);
        let mut names =
            lanes.flat_map(|lane| lane.nama_lain.iter().chain([&lane.pendek]).chain(&lane.panjang));
        names.any(|it| same(it)) || self.sop[row].pengganti.as_deref().is_some_and(same)
    }

    /// The order: played on the net.
    fn replay(
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

    fn between(&self, from: Saat, to: Saat) -> Lama {
        let day = 24 * 60;
        // A day alone: it began at some time of it and ended at some time of it.
        let (first, last) = (from.menit.map_or((0, day), |m| (m, m)), to.menit.map_or((0, day), |m| (m, m)));
        let clock = |from_minutes: u32, to_minutes: u32| {
            let days = from.hari.until(to.hari);
            let minutes = days * i64::from(day) + i64::from(to_minutes) - i64::from(from_minutes);
            u64::try_from(minutes).unwrap_or(0)
        };
        let work = |from_minutes: u32, to_minutes: u32| {
            self.kerja.between((from.hari, from_minutes), (to.hari, to_minutes))
        };
        Lama {
            kerja: (work(first.1, last.0), work(first.0, last.1)),
            kalender: (clock(first.1, last.0), clock(first.0, last.1)),
        }
    }

    /// By how much a row took longer than its standard in any case: standard and time taken, in minutes.
    fn longer(&self, row: KegiatanId, lama: Lama) -> Option<(u64, u64)> {
        let durasi = self.durations(row)?;
        if durasi.iter().any(|it| it.sifat == Some(Sifat::PalingCepat)) {
            return None;
        }
        if durasi.iter().flat_map(|it| &it.suku).any(|suku| self.by_the_clock(suku)) {
            // Units of the calendar run over nights and weekends.
            let most: u64 = durasi.iter().flat_map(|it| &it.suku).map(|suku| self.clock_minutes(suku)).sum();
            return (lama.kalender.0 > most).then_some((most, lama.kalender.0));
        }
        let (_, most) = self.standard(row)?;
        (lama.kerja.0 > most).then_some((most, lama.kerja.0))
    }

    fn by_the_clock(&self, suku: &Suku) -> bool {
        match suku.satuan {
            Satuan::HariKalender | Satuan::Bulan | Satuan::Triwulan | Satuan::Semester | Satuan::Tahun => {
                true
            }
            Satuan::Hari => !self.config.kalender.hari_adalah_hari_kerja,
            Satuan::Jam => suku.sampai > 0 && suku.sampai.is_multiple_of(24_000),
            Satuan::Detik | Satuan::Menit | Satuan::HariKerja | Satuan::Minggu => false,
        }
    }

    fn clock_minutes(&self, suku: &Suku) -> u64 {
        const DAY: u64 = 24 * 60;
        let unit = match suku.satuan {
            Satuan::Detik => return suku.sampai / 60_000,
            Satuan::Menit => 1,
            Satuan::Jam => 60,
            Satuan::Hari | Satuan::HariKerja | Satuan::HariKalender => DAY,
            Satuan::Minggu => 7 * DAY,
            Satuan::Bulan => 31 * DAY,
            Satuan::Triwulan => 92 * DAY,
            Satuan::Semester => 184 * DAY,
            Satuan::Tahun => 366 * DAY,
        };
        suku.sampai.saturating_mul(unit) / 1000
    }

    /// The times of a row that add up; `None` where one is no number, or counts per item.
    fn durations(&self, row: KegiatanId) -> Option<Vec<&Durasi>> {
        let times = &self.sop[row].mutu_baku.waktu;
        let durasi: Option<Vec<&Durasi>> = times.iter().map(|it| it.waktu.durasi.as_ref()).collect();
        durasi.filter(|it| !it.is_empty() && it.iter().all(|it| it.per.is_none()))
    }

    /// Minutes of work, at least and at most.
    fn standard(&self, row: KegiatanId) -> Option<(u64, u64)> {
        let durasi = self.durations(row)?;
        let sums = durasi.iter().map(|it| jumlah(&it.suku, &self.config.kalender));
        let (least, most) = sums.fold((0, 0), |sum, it| (sum.0 + it.dari, sum.1 + it.sampai));
        let at_most = durasi.iter().any(|it| it.sifat == Some(Sifat::PalingLama));
        Some((if at_most { 0 } else { least / 1000 }, most.div_ceil(1000)))
    }

    fn standard_text(&self, row: KegiatanId) -> String {
        let times = &self.sop[row].mutu_baku.waktu;
        times.iter().map(|it| it.waktu.teks.as_str()).collect::<Vec<_>>().join(", ")
    }

    fn rows(&self, cases: &[Nilai]) -> Vec<PerKegiatan> {
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
                if let Some(lama) = one.lama.filter(|lama| lama.kerja.0 == lama.kerja.1) {
                    taken[at].push(lama.kerja.0);
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
        for (row, taken) in rows.iter_mut().zip(&mut taken) {
            taken.sort_unstable();
            row.kerja = taken.first().map(|least| (*least, taken[taken.len() / 2], taken[taken.len() - 1]));
        }
        rows
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

/// Minutes in words; in days where the standard is in days of the clock.
fn words(minutes: u64, config: &Config, standard: u64) -> Kata {
    let day = u64::from(config.kalender.menit_per_hari_kerja).max(1);
    let said = |lang| match (minutes / 60, minutes % 60) {
        _ if standard >= day && minutes >= day => WORKING_DAY.tenths(minutes * 10 / day, lang),
        (0, rest) => MINUTE.counted(rest, lang),
        (hours, 0) => HOUR.counted(hours, lang),
        (hours, rest) => format!("{} {}", HOUR.counted(hours, lang), MINUTE.counted(rest, lang)),
    };
    Kata::new(said(Lang::Id), said(Lang::En))
}
