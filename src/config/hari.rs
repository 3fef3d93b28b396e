//! A day on the calendar, and the hours of an office.

/// A day, counted from 1 January 1970 (day 0, a Thursday).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hari(i64);

impl Hari {
    /// A date of the Gregorian calendar; `None` for one that does not exist.
    pub fn of(year: i64, month: u32, day: u32) -> Option<Hari> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        // Days before a date, by years that begin in March (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
        let shifted = if month <= 2 { year - 1 } else { year };
        let (era, of_era) = (shifted.div_euclid(400), shifted.rem_euclid(400));
        let of_year = i64::from((153 * ((month + 9) % 12) + 2) / 5 + day - 1);
        let found = Hari(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468);
        (found.date() == (year, month, day)).then_some(found)
    }

    /// `2026-01-05`
    pub fn parse(text: &str) -> Option<Hari> {
        let mut parts = text.trim().splitn(3, '-');
        let mut next = || parts.next()?.parse::<u32>().ok();
        Hari::of(i64::from(next()?), next()?, next()?)
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
    pub fn text(self) -> String {
        let (year, month, day) = self.date();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u32 {
        u32::try_from((self.0 + 3).rem_euclid(7)).unwrap_or(0)
    }

    /// How many days from this one to another; less than none where it lies before.
    pub fn until(self, other: Hari) -> i64 {
        other.0.saturating_sub(self.0)
    }

    /// So many days later.
    #[must_use]
    pub fn plus(self, days: i64) -> Hari {
        Hari(self.0.saturating_add(days))
    }
}

/// When an office works, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JamKantor {
    /// It opens.
    pub mulai: u32,
    /// The break, from and to.
    pub istirahat: (u32, u32),
    /// The break on Fridays.
    pub istirahat_jumat: (u32, u32),
}

impl Default for JamKantor {
    /// 07.30, and breaks of 60 and of 90 minutes (Perpres 21/2023).
    fn default() -> JamKantor {
        JamKantor { mulai: 450, istirahat: (720, 780), istirahat_jumat: (690, 780) }
    }
}

/// `07.30` or `07:30`, in minutes after midnight.
pub(super) fn clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.trim().split_once(['.', ':'])?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        let mut day = Hari::of(1999, 12, 31).unwrap();
        for _ in 0..146_097 {
            let next = day.plus(1);
            let (year, month, date) = next.date();
            assert_eq!(Hari::of(year, month, date), Some(next));
            assert_eq!(next.weekday(), (day.weekday() + 1) % 7);
            day = next;
        }
        assert_eq!(Hari::parse("2025-08-17").unwrap().weekday(), 6);
        assert_eq!(Hari::parse("2025-02-29"), None);
        assert_eq!(Hari::parse("17-08-2025"), None);
    }
}
