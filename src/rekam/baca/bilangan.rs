//! What the numbers in the cells of a workbook mean: days and times are numbers there.

use crate::day::Day;
use crate::rekam::saat::Saat;
use std::collections::BTreeMap;

/// What a number means.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    #[default]
    Number,
    /// A day and a time, or one of them.
    Moment,
    /// How long something took.
    Duration,
}

impl Meaning {
    /// Of what is in force for a cell: a number of those that every workbook knows (ECMA-376, part 1, 18.8.30), or a
    /// pattern of its own.
    pub fn of(number: &str, patterns: &BTreeMap<String, String>) -> Meaning {
        if let Some(pattern) = patterns.get(number) {
            return Meaning::of_pattern(pattern);
        }
        match number.parse() {
            Ok(14..=22 | 27..=36 | 45 | 47 | 50..=58) => Meaning::Moment,
            Ok(46) => Meaning::Duration,
            Ok(0_u32..) | Err(_) => Meaning::Number,
        }
    }

    /// `yyyy-mm-dd hh:mm`, `[h]:mm`, `#,##0.00" hari"`: by the letters of its first part that are no words.
    fn of_pattern(pattern: &str) -> Meaning {
        let mut letters = pattern.chars();
        while let Some(c) = letters.next() {
            match c.to_ascii_lowercase() {
                ';' => break,
                '\\' | '_' | '*' => drop(letters.next()),
                '"' => drop(letters.by_ref().find(|c| *c == '"')),
                '[' => {
                    let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                    let one = ['h', 'm', 's'].into_iter().any(|unit| {
                        !inside.is_empty() && inside.chars().all(|c| c.eq_ignore_ascii_case(&unit))
                    });
                    if one {
                        return Meaning::Duration;
                    }
                }
                'd' | 'm' | 'h' | 'y' | 's' => return Meaning::Moment,
                _ => {}
            }
        }
        Meaning::Number
    }

    pub fn text(self, number: f64, from_1904: bool) -> Option<String> {
        // Days up to the end of the year 9999.
        if self == Meaning::Number || !(0.0..2_958_466.0).contains(&number) {
            return None;
        }
        let minutes = |days: f64| ((days * 86_400.0).round() / 60.0) as i64;
        let clock = |minutes: i64| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        if self == Meaning::Duration || (number > 0.0 && number < 1.0) {
            return Some(clock(minutes(number)));
        }
        // There, 1900 has a 29 February, and comes after it in all that follows.
        let days = match number {
            number if from_1904 => number + 1_462.0,
            number if number < 60.0 => number + 1.0,
            number => number,
        };
        let (days, clock) = (minutes(days) / 1440, minutes(days) % 1440);
        let hari = Day::of(1899, 12, 30)?.plus(days);
        Some(Saat { hari, menit: u32::try_from(clock).ok().filter(|clock| *clock > 0) }.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_says_what_a_number_means() {
        for (pattern, meaning) in [
            ("yyyy-mm-dd hh:mm", Meaning::Moment),
            ("DD/MM/YY", Meaning::Moment),
            ("[$-421]dd mmmm yyyy;@", Meaning::Moment),
            ("h:mm AM/PM", Meaning::Moment),
            ("*-yyyy", Meaning::Moment),
            ("[h]:mm", Meaning::Duration),
            ("[Red][mm]", Meaning::Duration),
            ("General", Meaning::Number),
            ("0.00E+00", Meaning::Number),
            ("#,##0\\ \"hari\"", Meaning::Number),
            ("[$Rp-421]#,##0;[Red]dd", Meaning::Number),
            ("#,##0*y_d", Meaning::Number),
            ("[]0", Meaning::Number),
        ] {
            assert_eq!(Meaning::of_pattern(pattern), meaning, "{pattern}");
        }
        let own = BTreeMap::from([("164".to_owned(), "dd".to_owned())]);
        let of = ["14", "22", "46", "49", "164", "165", ""].map(|number| Meaning::of(number, &own));
        let [number, moment, duration] = [Meaning::Number, Meaning::Moment, Meaning::Duration];
        assert_eq!(of, [moment, moment, duration, number, moment, number, number]);
    }

    #[test]
    fn moments_are_those_that_excel_shows() {
        let shown = |number: f64| Meaning::Moment.text(number, false);
        for (number, text) in [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (61.0, "1900-03-01"),
            (46_083.347_222_222_22, "2026-03-02 08:20"),
            (46_083.999_999_99, "2026-03-03"),
            (0.25, "06:00"),
            (2_958_465.0, "9999-12-31"),
        ] {
            assert_eq!(shown(number).as_deref(), Some(text));
        }
        assert_eq!([-1.0, 2_958_466.0, f64::NAN, f64::INFINITY].map(shown), [None, None, None, None]);
        assert_eq!(Meaning::Moment.text(44_621.0, true).as_deref(), Some("2026-03-02"));
        assert_eq!(Meaning::Duration.text(1.5, false).as_deref(), Some("36:00"));
        assert_eq!(Meaning::Number.text(1.5, false), None);
    }
}
