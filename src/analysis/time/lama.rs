//! How long a written time is: in minutes of work, and in days from the first to the last.
//!
//! Units of work (menit, jam, hari kerja, minggu) are as long as the calendar of `sop.toml` says. Calendar units
//! (hari kalender, bulan, …, and `1 x 24 jam`) hold more or less work, as the weekend falls: they are a range, from the
//! fewest to the most working days that can lie in them. So a sum is never too sure of itself. Holidays are not counted.

use super::unit::{CALENDAR_DAY, HOUR, MINUTE, SECOND, WORKING_DAY};
use crate::config::Kalender;
use crate::model::waktu::{self, Rentang};
use crate::model::{Durasi, Satuan, Sifat, Suku};
use crate::text::Lang;

/// How long a time is, in thousandths of a minute of work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lama {
    /// Minutes of work.
    pub kerja: Rentang,
    /// Days from the first to the last, at least: a day of work and a day on the calendar both count as one, which is
    /// as many minutes as a day of work has.
    pub hari: u64,
    /// Of `kerja`, what is written in units of work.
    pub bekerja: Rentang,
    /// What is written in units of the calendar, in thousandths of a day.
    pub berlalu: Rentang,
}

/// What a limit leaves room for, in thousandths of a minute of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// The most work that can lie in it.
    pub(super) kerja: u64,
    /// The most days, where it is written in calendar units.
    pub(super) hari: Option<u64>,
    /// The least work that lies in it.
    pub(super) pasti: u64,
}

/// The length of a row's time, for so many items where it counts per item. `paling lama` may be shorter, down to
/// nothing.
pub(super) fn of(durasi: &Durasi, kalender: &Kalender, items: u32) -> Lama {
    let times = durasi.per.as_deref().map_or(1, |per| batches(per, items));
    let (mut work, mut calendar) = (Sum::default(), Sum::default());
    let mut all = Sum::default();
    for part in &durasi.suku {
        let (dari, sampai) = (part.dari.saturating_mul(times), part.sampai.saturating_mul(times));
        let part = Suku { dari, sampai, ..*part };
        let on_calendar = calendar_days(part, kalender);
        let length = Sum::of(part, on_calendar, kalender);
        all.add(length);
        if on_calendar.is_some() { calendar.add(length) } else { work.add(length) }
    }
    let day = f64::from(kalender.menit_per_hari_kerja);
    let mut lama = Lama {
        kerja: Rentang { dari: floor(all.least), sampai: ceil(all.most) },
        hari: floor(all.first),
        bekerja: Rentang { dari: floor(work.least), sampai: ceil(work.most) },
        berlalu: Rentang { dari: floor(calendar.first / day), sampai: ceil(calendar.last / day) },
    };
    if durasi.sifat == Some(Sifat::PalingLama) {
        lama.hari = 0;
        for range in [&mut lama.kerja, &mut lama.bekerja, &mut lama.berlalu] {
            range.dari = 0;
        }
    }
    lama
}

/// How often a time is spent on so many items: `per berkas` once for each, `/ 150 siswa` once for every 150 begun. A
/// period (`per triwulan`) is no item.
fn batches(per: &str, items: u32) -> u64 {
    const PERIODS: [&str; 8] = ["jam", "hari", "minggu", "bulan", "triwulan", "semester", "tahun", "periode"];
    // `1.000`
    let figure = |c: char| c.is_ascii_digit() || c == '.';
    let word = per.trim_start().trim_start_matches(figure);
    let number = &per.trim_start()[..per.trim_start().len() - word.len()];
    let size = number.replace('.', "").parse::<u64>().unwrap_or(1).max(1);
    let first = word.split_whitespace().next().unwrap_or_default().to_lowercase();
    if PERIODS.contains(&first.as_str()) { 1 } else { u64::from(items).div_ceil(size) }
}

/// The room that a limit, or a total, leaves.
pub(super) fn room(durasi: &Durasi, kalender: &Kalender) -> Room {
    let mut sum = Sum::default();
    let mut calendar = false;
    for part in &durasi.suku {
        let on_calendar = calendar_days(*part, kalender);
        calendar |= on_calendar.is_some();
        sum.add(Sum::of(*part, on_calendar, kalender));
    }
    Room { kerja: ceil(sum.most), hari: calendar.then(|| ceil(sum.last)), pasti: floor(sum.least) }
}

/// A length, or the sum of several, in thousandths of a minute.
#[derive(Clone, Copy, Default)]
struct Sum {
    /// Work at least.
    least: f64,
    /// Work at most.
    most: f64,
    /// Days at least.
    first: f64,
    /// Days at most.
    last: f64,
}

impl Sum {
    /// Of one part, which has so many days on the calendar a unit.
    fn of(part: Suku, on_calendar: Option<(f64, f64)>, kalender: &Kalender) -> Sum {
        let (dari, sampai) = (part.dari as f64, part.sampai as f64);
        let Some((fewest, most)) = on_calendar else {
            let unit = waktu::menit(part.satuan, kalender);
            let (least, most) = (dari * unit, sampai * unit);
            return Sum { least, most, first: least, last: most };
        };
        let day = f64::from(kalender.menit_per_hari_kerja);
        let week = f64::from(kalender.hari_kerja_per_minggu).min(7.0);
        let (first, last) = (dari * fewest, sampai * most);
        Sum {
            least: fewest_working(first, week) * day,
            most: most_working(last, week) * day,
            first: first * day,
            last: last * day,
        }
    }

    fn add(&mut self, other: Sum) {
        self.least += other.least;
        self.most += other.most;
        self.first += other.first;
        self.last += other.last;
    }
}

/// How many days on the calendar a unit has, at least and at most; `None` for a unit of work.
fn calendar_days(suku: Suku, kalender: &Kalender) -> Option<(f64, f64)> {
    const DAY_OF_HOURS: u64 = 24_000;
    match suku.satuan {
        // `1 x 24 jam` is a day and a night, not three days of work.
        Satuan::Jam if suku.dari > 0 && [suku.dari, suku.sampai].iter().all(|n| n % DAY_OF_HOURS == 0) => {
            Some((1.0 / 24.0, 1.0 / 24.0))
        }
        Satuan::Hari if !kalender.hari_adalah_hari_kerja => Some((1.0, 1.0)),
        Satuan::HariKalender => Some((1.0, 1.0)),
        Satuan::Bulan => Some((28.0, 31.0)),
        Satuan::Triwulan => Some((90.0, 92.0)),
        Satuan::Semester => Some((181.0, 184.0)),
        Satuan::Tahun => Some((365.0, 366.0)),
        Satuan::Detik | Satuan::Menit | Satuan::Jam | Satuan::Hari | Satuan::HariKerja | Satuan::Minggu => {
            None
        }
    }
}

/// Days are in thousandths.
fn fewest_working(days: f64, week: f64) -> f64 {
    let (weeks, rest) = weeks(days);
    weeks * week * 1000.0 + (rest - (7.0 - week) * 1000.0).max(0.0)
}

fn most_working(days: f64, week: f64) -> f64 {
    let (weeks, rest) = weeks(days);
    weeks * week * 1000.0 + rest.min(week * 1000.0)
}

fn weeks(days: f64) -> (f64, f64) {
    let weeks = (days / 7000.0).floor();
    (weeks, days - weeks * 7000.0)
}

// Both saturate: a number that no office means is still a number. The small step keeps what was meant to be whole.
fn floor(minutes: f64) -> u64 {
    (minutes + 1e-6) as u64
}

fn ceil(minutes: f64) -> u64 {
    (minutes - 1e-6).ceil() as u64
}

/// A length of work as an office says it, where so many minutes are a day of work: `12 hari kerja 1 jam 30 menit`.
/// Seconds are said of less than an hour only.
pub fn words(thousandths: u64, day: u32, lang: Lang) -> String {
    let day = u64::from(day).max(1);
    // A third of a minute is not all of its thousandths.
    let seconds = thousandths.saturating_mul(60).saturating_add(500) / 1000;
    let (minutes, seconds) = (seconds / 60, if seconds < 3600 { seconds % 60 } else { 0 });
    let units = [
        (minutes / day, &WORKING_DAY),
        (minutes % day / 60, &HOUR),
        (minutes % day % 60, &MINUTE),
        (seconds, &SECOND),
    ];
    let parts: Vec<String> = units
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| unit.counted(number, lang))
        .collect();
    if parts.is_empty() { MINUTE.counted(0, lang) } else { parts.join(" ") }
}

/// A number of days on the calendar: `9 hari kalender`, `9,5 hari kalender`.
pub(super) fn calendar_words(thousandths: u64, kalender: &Kalender, lang: Lang) -> String {
    let day = u64::from(kalender.menit_per_hari_kerja).max(1);
    CALENDAR_DAY.tenths(thousandths / (day * 100), lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn durasi(number: u64, satuan: Satuan) -> Durasi {
        let suku = vec![Suku { dari: number * 1000, sampai: number * 1000, satuan }].into();
        Durasi { sifat: None, suku, per: None, setara: None }
    }

    fn days(number: u64, satuan: Satuan) -> (u64, u64, u64) {
        let lama = of(&durasi(number, satuan), &Kalender::default(), 1);
        (lama.kerja.dari / 450_000, lama.kerja.sampai / 450_000, lama.hari / 450_000)
    }

    #[test]
    fn days_on_the_calendar_hold_more_or_less_work_as_the_weekend_falls() {
        assert_eq!(days(1, Satuan::HariKalender), (0, 1, 1));
        assert_eq!(days(3, Satuan::HariKalender), (1, 3, 3));
        assert_eq!(days(7, Satuan::HariKalender), (5, 5, 7));
        assert_eq!(days(10, Satuan::HariKalender), (6, 8, 10));
        assert_eq!(days(1, Satuan::Bulan), (20, 23, 28));
        assert_eq!(days(1, Satuan::Minggu), (5, 5, 5));
        assert_eq!(days(24, Satuan::Jam), (0, 1, 1));
    }

    #[test]
    fn a_row_that_may_take_at_most_so_long_may_take_less() {
        let mut at_most = durasi(3, Satuan::HariKerja);
        at_most.sifat = Some(Sifat::PalingLama);
        assert_eq!(of(&at_most, &Kalender::default(), 1).kerja, Rentang { dari: 0, sampai: 1_350_000 });
    }

    #[test]
    fn items_are_counted_and_periods_are_not() {
        assert_eq!(batches("berkas", 20), 20);
        assert_eq!(batches("150 siswa", 301), 3);
        assert_eq!(batches("triwulan", 20), 1);
        assert_eq!(batches("orang", 1), 1);
    }

    #[test]
    fn a_length_is_said_in_the_units_of_an_office() {
        let kalender = Kalender::default();
        let said = |minutes: u64| words(minutes * 1000, kalender.menit_per_hari_kerja, Lang::Id);
        assert_eq!(said(12 * 450 + 90), "12 hari kerja 1 jam 30 menit");
        assert_eq!(said(90), "1 jam 30 menit");
        assert_eq!(said(0), "0 menit");
        assert_eq!(words(500, 450, Lang::Id), "30 detik");
        assert_eq!(words(1500, 450, Lang::Id), "1 menit 30 detik");
        assert_eq!(words(333, 450, Lang::Id), "20 detik");
        assert_eq!(words(59_999, 450, Lang::Id), "1 jam");
        assert_eq!(words(90_500, 450, Lang::Id), "1 jam 30 menit");
        assert_eq!(calendar_words(4_275_000, &kalender, Lang::Id), "9,5 hari kalender");
        assert_eq!(words((450 + 90) * 1000, 450, Lang::En), "1 working day 1 hour 30 minutes");
        assert_eq!(words(0, 450, Lang::En), "0 minutes");
        assert_eq!(calendar_words(4_275_000, &kalender, Lang::En), "9.5 calendar days");
        assert_eq!(calendar_words(450_000, &kalender, Lang::En), "1 calendar day");
    }
}
