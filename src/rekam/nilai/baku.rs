//! Time taken against the standard of a row.

use super::Penilai;
use crate::analysis::time::unit::{WORKING_DAY, hours_and_minutes};
use crate::config::Config;
use crate::model::waktu::jumlah;
use crate::model::{Durasi, KegiatanId, Satuan, Sifat, Suku};
use crate::rekam::Kata;
use crate::rekam::saat::Saat;
use crate::text::Lang;

/// Minutes, which may be a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Antara {
    /// At least.
    pub dari: u64,
    /// At most.
    pub sampai: u64,
}

/// How long something took. A day without a time of day leaves a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lama {
    /// Of work, by the office's calendar.
    pub kerja: Antara,
    /// On the clock.
    pub kalender: Antara,
}

/// A row took longer than its standard in any case.
pub(super) struct Longer {
    /// At most so many minutes.
    pub(super) standard: u64,
    /// At least so many.
    pub(super) taken: u64,
}

impl Penilai<'_> {
    pub(super) fn between(&self, from: Saat, to: Saat) -> Lama {
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
            kerja: Antara { dari: work(first.1, last.0), sampai: work(first.0, last.1) },
            kalender: Antara { dari: clock(first.1, last.0), sampai: clock(first.0, last.1) },
        }
    }

    /// Whether a row took longer than its standard, and by how much.
    pub(super) fn longer(&self, row: KegiatanId, lama: Lama) -> Option<Longer> {
        let durasi = self.durations(row)?;
        if durasi.iter().any(|it| it.sifat == Some(Sifat::PalingCepat)) {
            return None;
        }
        let suku = || durasi.iter().flat_map(|it| &it.suku);
        // Units of the calendar run over nights and weekends.
        let (standard, taken) = match suku().any(|suku| self.by_the_clock(suku)) {
            true => (suku().map(clock_minutes).sum(), lama.kalender.dari),
            false => (self.standard(row)?.sampai, lama.kerja.dari),
        };
        (taken > standard).then_some(Longer { standard, taken })
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

    /// The times of a row that add up; `None` where one is no number, or counts per item.
    fn durations(&self, row: KegiatanId) -> Option<Vec<&Durasi>> {
        let times = &self.sop[row].mutu_baku.waktu;
        let durasi: Option<Vec<&Durasi>> = times.iter().map(|it| it.waktu.durasi.as_ref()).collect();
        durasi.filter(|it| !it.is_empty() && it.iter().all(|it| it.per.is_none()))
    }

    /// Minutes of work.
    pub(super) fn standard(&self, row: KegiatanId) -> Option<Antara> {
        let durasi = self.durations(row)?;
        let sums = durasi.iter().map(|it| jumlah(&it.suku, &self.config.kalender));
        let (least, most) = sums.fold((0, 0), |sum, it| (sum.0 + it.dari, sum.1 + it.sampai));
        let at_most = durasi.iter().any(|it| it.sifat == Some(Sifat::PalingLama));
        Some(Antara { dari: if at_most { 0 } else { least / 1000 }, sampai: most.div_ceil(1000) })
    }

    pub(super) fn standard_text(&self, row: KegiatanId) -> String {
        let times = &self.sop[row].mutu_baku.waktu;
        times.iter().map(|it| it.waktu.teks.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// Minutes in words; in days where the standard is in days of the clock.
pub(super) fn words(minutes: u64, config: &Config, standard: u64) -> Kata {
    let day = u64::from(config.kalender.menit_per_hari_kerja).max(1);
    let said = |lang| match standard >= day && minutes >= day {
        true => WORKING_DAY.tenths(minutes * 10 / day, lang),
        false => hours_and_minutes(minutes, lang),
    };
    Kata::new(said(Lang::Id), said(Lang::En))
}

/// The longest that a part of a time is by the calendar, in minutes.
fn clock_minutes(suku: &Suku) -> u64 {
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
