//! A day of the calendar, given from outside: the library has no clock.

use crate::model::{Isian, Tanggal};
use crate::syntax::months;
use crate::text::Lang;
use serde::{Deserialize, Serialize};

/// Year, month, day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Day {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// Reads `2026-11-24` or `24 November 2026`.
    pub fn read(text: &str) -> Option<Day> {
        if let [day, month, year] = text.split_whitespace().collect::<Vec<_>>()[..] {
            let number =
                (1..=12).find(|it| months::name(*it).is_some_and(|name| name.eq_ignore_ascii_case(month)))?;
            return Day::read(&format!("{year}-{number:02}-{day}"));
        }
        let mut parts = text.trim().split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let read = Day { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        let whole = parts.next().is_none() && year.len() == 4;
        (whole && (1..=12).contains(&read.month) && (1..=31).contains(&read.day)).then_some(read)
    }

    /// A date of the identity block, where day, month and year are all there.
    pub(super) fn of(isian: &Isian<Tanggal>) -> Option<Day> {
        let (year, month, day) = isian.isi()?.full()?;
        Some(Day { year, month, day })
    }

    /// `2026-11-24`
    pub(super) fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The same day a year later.
    pub(super) fn in_a_year(self) -> Day {
        Day { year: self.year + 1, ..self }
    }

    /// `24 November 2026`
    pub(super) fn words(self, lang: Lang) -> String {
        let month = match lang {
            Lang::Id => months::in_date(self.month),
            Lang::En => months::in_english(self.month).map(str::to_owned),
        };
        format!("{} {} {}", self.day, month.unwrap_or_default(), self.year)
    }
}
