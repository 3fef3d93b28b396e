//! A moment as people and programs write it: a day, and where it is written a time of that day.

use crate::day::Day;
use crate::text::months;

/// A day, and minutes after midnight where they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saat {
    /// The day.
    pub hari: Day,
    /// Minutes after midnight.
    pub menit: Option<u32>,
}

impl Saat {
    /// `2026-03-02 08:10`, `2026-03-02T08:10:30`, `2/3/2026 08.10` (day before month), `2 Maret 2026 08.10`, each also
    /// without a time. `None` for all else; a zone is not guessed at.
    pub fn parse(text: &str) -> Option<Saat> {
        let text = text.trim();
        let (day, clock) = split(text);
        let hari = day_of(day)?;
        let menit = match clock {
            None => None,
            Some(clock) => Some(clock_of(clock)?),
        };
        Some(Saat { hari, menit })
    }

    /// For putting in order: a day without a time comes after all times of that day.
    pub fn urutan(self) -> (Day, u32) {
        (self.hari, self.menit.unwrap_or(24 * 60))
    }

    /// `2026-03-02 08:10`
    pub fn text(self) -> String {
        match self.menit {
            Some(minutes) => format!("{} {:02}:{:02}", self.hari.iso(), minutes / 60, minutes % 60),
            None => self.hari.iso(),
        }
    }
}

/// The day and the time of the day.
fn split(text: &str) -> (&str, Option<&str>) {
    if let Some((day, clock)) =
        text.split_once('T').filter(|(day, _)| day.starts_with(|c: char| c.is_ascii_digit()))
    {
        return (day, Some(clock));
    }
    match text.rsplit_once(char::is_whitespace) {
        Some((day, clock)) if clock.contains([':', '.']) => {
            let day = day.trim().trim_end_matches("pukul").trim_end_matches(',').trim();
            (day, Some(clock))
        }
        _ => (text, None),
    }
}

fn day_of(text: &str) -> Option<Day> {
    if let Some(day) = Day::parse(text).filter(|_| text.find('-') == Some(4)) {
        return Some(day);
    }
    let parts: Vec<&str> = if text.contains('/') {
        text.split('/').collect()
    } else if text.contains('-') {
        text.split('-').collect()
    } else {
        text.split_whitespace().collect()
    };
    let [day, month, year] = parts.as_slice() else { return None };
    if year.len() != 4 || day.len() > 2 {
        return None;
    }
    let month = match month.parse::<u32>() {
        Ok(month) if month_is_number(text) => month,
        _ => months::number(month).or_else(|| months::number_of_english(month))?.into(),
    };
    Day::of(year.parse().ok()?, month, day.parse().ok()?)
}

fn month_is_number(text: &str) -> bool {
    text.contains(['/', '-'])
}

/// `08:10`, `08.10`, `08:10:30`
fn clock_of(text: &str) -> Option<u32> {
    let parts: Vec<&str> = text.split([':', '.']).collect();
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    if parts.iter().any(|part| part.is_empty() || part.len() > 2) {
        return None;
    }
    match numbers.as_slice() {
        [hours, minutes] | [hours, minutes, 0..60] if *hours < 24 && *minutes < 60 => {
            Some(hours * 60 + minutes)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_offices_and_programs_write_them() {
        for text in [
            "2026-03-02 08:10",
            "2026-03-02T08:10",
            "2026-03-02T08:10:30",
            "2/3/2026 08.10",
            "02-03-2026 08:10",
            "2 Maret 2026 08.10",
            "2 March 2026, 08:10",
            "2 Maret 2026 pukul 08.10",
        ] {
            assert_eq!(Saat::parse(text).map(Saat::text).as_deref(), Some("2026-03-02 08:10"), "{text}");
        }
        assert_eq!(Saat::parse("2026-03-02").map(Saat::text).as_deref(), Some("2026-03-02"));
        assert_eq!(Saat::parse("2 Maret 2026").map(Saat::text).as_deref(), Some("2026-03-02"));
    }

    #[test]
    fn what_could_mean_two_things_is_not_read() {
        for text in [
            "",
            "kemarin",
            "2026-02-30",
            "30/2/2026",
            "2/3/26",
            "2026-03-02 25:00",
            "08:10",
            "2026-03-02T08:10Z",
            "2 3 2026",
        ] {
            assert_eq!(Saat::parse(text), None, "{text}");
        }
    }
}
