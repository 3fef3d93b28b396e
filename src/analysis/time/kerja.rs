//! Days and hours on which an office works: dates, weekends, public holidays and joint leave by year.
//!
//! Holidays are decreed year by year; the table (`data/libur.tsv`) holds the years whose decree is known, an office adds
//! more in `sop.toml`. In later years weekends and what falls on the same date every year are left out, and
//! [`Kerja::known`] says which years are known.

use crate::config::Kalender;
use crate::day::Day;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A moment of working time: a day, and how much of it is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Saat {
    /// The day.
    pub hari: Day,
    /// Thousandths of a minute of work since the office opened.
    pub terpakai: u64,
}

/// The working calendar of an office.
#[derive(Clone, Debug)]
pub struct Kerja<'a> {
    kalender: &'a Kalender,
    libur: &'a BTreeSet<Day>,
}

/// Public holidays and joint leave.
struct Table {
    /// Of the years whose decree is known.
    days: BTreeSet<Day>,
    /// Of every year: month and day.
    yearly: BTreeSet<(u32, u32)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/libur.tsv"));
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut table = Table { days: BTreeSet::new(), yearly: BTreeSet::new() };
    for line in lines {
        let date = line.split('\t').next().unwrap_or_default();
        let parse = |date: &str| Day::parse(date).unwrap_or_else(|| panic!("bug: data/libur.tsv: {line}"));
        match date.strip_prefix('*') {
            Some(date) => {
                let (_, month, day) = parse(&format!("2024{date}")).date();
                table.yearly.insert((month, day));
            }
            None => {
                table.days.insert(parse(date));
            }
        }
    }
    table
});

impl Table {
    /// The first year that the table does not know, and from which on only the fixed dates are holidays.
    fn beyond(&self) -> i64 {
        self.days.last().map_or(1, |last| last.date().0 + 1)
    }
}

/// Whether no office of the state works on a day. Before the years that are known nothing is said.
fn is_holiday(day: Day) -> bool {
    let table = &*TABLE;
    let (year, month, date) = day.date();
    table.days.contains(&day) || (table.yearly.contains(&(month, date)) && table.beyond() <= year)
}

/// A century of days: no procedure goes on for longer, and no number typed by mistake keeps us walking.
const MOST_DAYS: u64 = 36_525;

impl<'a> Kerja<'a> {
    /// The table's holidays and `libur`, which an office adds.
    pub fn new(kalender: &'a Kalender, libur: &'a BTreeSet<Day>) -> Kerja<'a> {
        Kerja { kalender, libur }
    }

    /// Whether the holidays of a year are known.
    pub fn known(&self, year: i64) -> bool {
        TABLE.days.iter().chain(self.libur).any(|day| day.date().0 == year)
    }

    /// The years whose holidays come with the program.
    pub fn years() -> BTreeSet<i64> {
        TABLE.days.iter().map(|day| day.date().0).collect()
    }

    /// The holidays and days of joint leave that come with the program, in order.
    pub fn holidays() -> impl Iterator<Item = Day> {
        TABLE.days.iter().copied()
    }

    /// The holidays of a fixed date in years whose decree is not known yet: the first of these years, month, day.
    pub fn yearly() -> impl Iterator<Item = (i64, u32, u32)> {
        TABLE.yearly.iter().map(|&(month, day)| (TABLE.beyond(), month, day))
    }

    /// Whether the office works on a day. A week begins on Monday.
    pub fn works(&self, day: Day) -> bool {
        day.weekday() < self.kalender.hari_kerja_per_minggu && !is_holiday(day) && !self.libur.contains(&day)
    }

    /// The start of a day, or of the next one on which the office works.
    pub fn start(&self, day: Day) -> Saat {
        Saat { hari: self.next(day), terpakai: 0 }
    }

    fn next(&self, day: Day) -> Day {
        (0..3660).map(|step| day.plus(step)).find(|day| self.works(*day)).unwrap_or(day)
    }

    fn length(&self) -> u64 {
        u64::from(self.kalender.menit_per_hari_kerja) * 1000
    }

    /// After so much work, in thousandths of a minute. What ends with the day ends on that day.
    pub fn after_work(&self, from: Saat, work: u64) -> Saat {
        if work == 0 {
            return from;
        }
        let mut at = if self.works(from.hari) { from } else { self.start(from.hari) };
        if at.terpakai >= self.length() {
            at = self.start(at.hari.plus(1));
        }
        let mut left = work.min(MOST_DAYS * self.length());
        while at.terpakai + left > self.length() {
            left -= self.length() - at.terpakai;
            at = self.start(at.hari.plus(1));
        }
        Saat { terpakai: at.terpakai + left, ..at }
    }

    /// After so many days on the calendar, in thousandths; a part of a day counts as a day. May be a day off.
    pub fn after_days(&self, from: Saat, days: u64) -> Saat {
        let days = days.div_ceil(1000).min(MOST_DAYS);
        Saat { hari: from.hari.plus(i64::try_from(days).unwrap_or(0)), ..from }
    }

    /// Minutes of work from a time of one day to a time of another, each in minutes after midnight; none where the
    /// second lies before the first.
    pub fn between(&self, from: (Day, u32), to: (Day, u32)) -> u64 {
        let days = from.0.until(to.0).min(MOST_DAYS as i64);
        let mut sum = 0;
        for step in 0..=days {
            let day = from.0.plus(step);
            let first = if step == 0 { from.1 } else { 0 };
            let last = if day == to.0 { to.1 } else { 24 * 60 };
            if self.works(day) {
                let open = self.hours(day).into_iter();
                sum += open
                    .map(|(from, to)| u64::from(to.min(last).saturating_sub(from.max(first))))
                    .sum::<u64>();
            }
        }
        sum
    }

    /// When the office works on a day that it works on: before and after the break.
    fn hours(&self, day: Day) -> [(u32, u32); 2] {
        let jam = &self.kalender.jam;
        let (from, to) = if day.weekday() == 4 { jam.istirahat_jumat } else { jam.istirahat };
        let end = jam.mulai.saturating_add(self.kalender.menit_per_hari_kerja);
        if jam.mulai < from && from < end {
            [(jam.mulai, from), (to, end + (to - from))]
        } else {
            [(jam.mulai, end), (end, end)]
        }
    }

    /// What the clock says, in minutes after midnight: work pauses for the break.
    pub fn clock(&self, at: Saat) -> u32 {
        let jam = &self.kalender.jam;
        let (from, to) = if at.hari.weekday() == 4 { jam.istirahat_jumat } else { jam.istirahat };
        let minutes = u32::try_from(at.terpakai / 1000).unwrap_or(u32::MAX);
        let plain = jam.mulai.saturating_add(minutes);
        if plain > from && jam.mulai < from { plain + (to - from) } else { plain }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn every_listed_year_has_its_fixed_holidays_and_more() {
        for year in Kerja::years() {
            for fixed in ["01-01", "05-01", "06-01", "08-17", "12-25"] {
                assert!(TABLE.days.contains(&day(&format!("{year}-{fixed}"))), "{year}-{fixed}");
            }
            let days = TABLE.days.iter().filter(|day| day.date().0 == year).count();
            assert!((24..=30).contains(&days), "{year}");
        }
    }

    #[test]
    fn later_years_keep_the_holidays_with_a_fixed_date() {
        let (kalender, libur) = (Kalender::default(), BTreeSet::new());
        let kerja = Kerja::new(&kalender, &libur);
        let last = Kerja::years().into_iter().max().unwrap();
        for year in [last + 1, last + 2, last + 40] {
            assert!(!kerja.known(year));
            let working = |day: &Day| day.weekday() < 5;
            let first = day(&format!("{year}-01-01"));
            let days = (0..365).map(|step| first.plus(step)).filter(working);
            let off: Vec<_> = days.filter(|day| !kerja.works(*day)).collect();
            let fixed = ["01-01", "05-01", "06-01", "08-17", "12-25"];
            let fixed = fixed.iter().map(|date| day(&format!("{year}-{date}"))).filter(working);
            assert_eq!(off, fixed.collect::<Vec<_>>(), "{year}");
        }
        assert!(Kerja::yearly().all(|(year, ..)| year == last + 1));
        assert!(kerja.works(day("2010-08-17")), "of years before the table nothing is said");
    }

    #[test]
    fn work_is_counted_minute_by_minute() {
        let kalender = Kalender::default();
        let libur = BTreeSet::from([day("2026-01-06")]);
        let kerja = Kerja::new(&kalender, &libur);
        // One minute at a time, over a weekend, a holiday of the table (16 January) and one of the office.
        let (mut at, mut used) = (day("2026-01-01"), 0);
        for minutes in 1..=8000u64 {
            if used == 450 || !kerja.works(at) {
                at = at.plus(1);
                while !kerja.works(at) {
                    at = at.plus(1);
                }
                used = 0;
            }
            used += 1;
            let found = kerja.after_work(kerja.start(day("2026-01-01")), minutes * 1000);
            assert_eq!(found, Saat { hari: at, terpakai: used * 1000 }, "{minutes}");
        }
    }

    #[test]
    fn work_between_two_times_is_what_the_office_works_between_them() {
        let (kalender, libur) = (Kalender::default(), BTreeSet::new());
        let kerja = Kerja::new(&kalender, &libur);
        let between =
            |from: (&str, u32), to: (&str, u32)| kerja.between((day(from.0), from.1), (day(to.0), to.1));
        // 2026-01-05 is a Monday.
        assert_eq!(between(("2026-01-05", 480), ("2026-01-05", 510)), 30);
        assert_eq!(between(("2026-01-05", 690), ("2026-01-05", 810)), 60);
        assert_eq!(between(("2026-01-05", 0), ("2026-01-05", 1440)), 450);
        assert_eq!(between(("2026-01-09", 0), ("2026-01-12", 480)), 480);
        assert_eq!(between(("2026-01-10", 0), ("2026-01-11", 1440)), 0);
        assert_eq!(between(("2026-01-06", 0), ("2026-01-05", 0)), 0);
        // As many minutes as the calendar counts forward.
        for minutes in [1, 269, 270, 271, 450, 451, 2000] {
            let end = kerja.after_work(kerja.start(day("2026-01-05")), minutes * 1000);
            assert_eq!(kerja.between((day("2026-01-05"), 0), (end.hari, kerja.clock(end))), minutes);
        }
    }

    #[test]
    fn the_clock_pauses_for_the_break() {
        let (kalender, libur) = (Kalender::default(), BTreeSet::new());
        let kerja = Kerja::new(&kalender, &libur);
        let clock =
            |date: &str, minutes: u64| kerja.clock(Saat { hari: day(date), terpakai: minutes * 1000 });
        assert_eq!(clock("2026-01-05", 0), 7 * 60 + 30);
        assert_eq!(clock("2026-01-05", 270), 12 * 60);
        assert_eq!(clock("2026-01-05", 271), 13 * 60 + 1);
        assert_eq!(clock("2026-01-05", 450), 16 * 60);
        assert_eq!(clock("2026-01-09", 450), 16 * 60 + 30);
    }
}
