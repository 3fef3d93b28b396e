//! A day of the calendar, given from outside: the library has no clock.

use crate::text::{Lang, months};
use serde::{Deserialize, Serialize};

/// A day, counted from 1 January 1970 (day 0, a Thursday).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Day(i64);

impl From<Day> for i64 {
    fn from(day: Day) -> i64 {
        day.0
    }
}

impl TryFrom<i64> for Day {
    type Error = &'static str;

    fn try_from(days: i64) -> Result<Day, &'static str> {
        // Years of four digits, as they are read.
        const FIRST: i64 = -719_162;
        const LAST: i64 = 2_932_896;
        if (FIRST..=LAST).contains(&days) { Ok(Day(days)) } else { Err("no day of four-digit years") }
    }
}

impl Day {
    /// A date of the Gregorian calendar; `None` for one that does not exist.
    pub fn of(year: i64, month: u32, day: u32) -> Option<Day> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        // Days before a date, by years that begin in March (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
        let shifted = if month <= 2 { year - 1 } else { year };
        let (era, of_era) = (shifted.div_euclid(400), shifted.rem_euclid(400));
        let of_year = i64::from((153 * ((month + 9) % 12) + 2) / 5 + day - 1);
        let found = Day(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468);
        (found.date() == (year, month, day)).then_some(found)
    }

    /// `2026-01-05`, and nothing else.
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.trim().splitn(3, '-');
        let mut next = || parts.next()?.parse::<u32>().ok();
        Day::of(i64::from(next()?), next()?, next()?)
    }

    /// `2026-01-05` or `5 Januari 2026`.
    pub fn read(text: &str) -> Option<Day> {
        match text.split_whitespace().collect::<Vec<_>>()[..] {
            [day, month, year] if year.len() == 4 => {
                Day::of(year.parse().ok()?, months::number(month)?.into(), day.parse().ok()?)
            }
            _ => Day::parse(text).filter(|_| text.trim().find('-') == Some(4)),
        }
    }

    /// Year, month, day.
    pub fn date(self) -> (i64, u32, u32) {
        let days = self.0 + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        (year, u32::try_from(month).unwrap_or(1), u32::try_from(day).unwrap_or(1))
    }

    /// `2026-01-05`
    pub fn iso(self) -> String {
        let (year, month, day) = self.date();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// `5 Januari 2026`
    pub fn words(self, lang: Lang) -> String {
        let (year, month, day) = self.date();
        let month = u8::try_from(month).ok();
        let month = match lang {
            Lang::Id => month.and_then(months::in_date),
            Lang::En => month.and_then(months::in_english).map(str::to_owned),
        };
        format!("{day} {} {year}", month.unwrap_or_default())
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u32 {
        u32::try_from((self.0 + 3).rem_euclid(7)).unwrap_or(0)
    }

    /// How many days from this one to another; less than none where it lies before.
    pub fn until(self, other: Day) -> i64 {
        other.0.saturating_sub(self.0)
    }

    /// The same day a year later; the last of February for a day that a leap year alone has.
    #[must_use]
    pub fn in_a_year(self) -> Day {
        let (year, month, day) = self.date();
        Day::of(year + 1, month, day).unwrap_or(self.plus(365))
    }

    /// So many days later.
    #[must_use]
    pub fn plus(self, days: i64) -> Day {
        Day(self.0.saturating_add(days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        let mut day = Day::of(1999, 12, 31).unwrap();
        for _ in 0..146_097 {
            let next = day.plus(1);
            let (year, month, date) = next.date();
            assert_eq!(Day::of(year, month, date), Some(next));
            assert_eq!(next.weekday(), (day.weekday() + 1) % 7);
            day = next;
        }
        assert_eq!(Day::parse("2025-08-17").unwrap().weekday(), 6);
        assert_eq!(Day::parse("2025-02-29"), None);
        assert_eq!(Day::parse("17-08-2025"), None);
    }

    #[test]
    fn a_day_is_read_in_figures_and_in_words_where_the_calendar_has_it() {
        let read = |text| Day::read(text).map(Day::iso);
        for text in ["2026-11-24", " 2026-11-24 ", "24 November 2026", "24 nopember  2026"] {
            assert_eq!(read(text).as_deref(), Some("2026-11-24"), "{text}");
        }
        for text in [
            "2026-02-31",
            "31 Februari 2026",
            "24-11-2026",
            "2026-11",
            "26-11-24",
            "24 Nov 2026",
            "24 November 26",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_stored_day_is_one_that_can_be_read() {
        for text in ["0001-01-01", "1970-01-01", "9999-12-31"] {
            let day = Day::parse(text).unwrap();
            assert_eq!(Day::try_from(i64::from(day)), Ok(day), "{text}");
        }
        for beyond in [Day::parse("0001-01-01").unwrap().plus(-1), Day::parse("9999-12-31").unwrap().plus(1)]
        {
            assert!(Day::try_from(i64::from(beyond)).is_err());
        }
    }

    #[test]
    fn a_year_later_is_the_same_day() {
        let later = |text| Day::read(text).map(|day| day.in_a_year().words(Lang::Id));
        assert_eq!(later("2026-11-24").as_deref(), Some("24 November 2027"));
        assert_eq!(later("2028-02-29").as_deref(), Some("28 Februari 2029"));
    }
}
