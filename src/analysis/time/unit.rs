//! Numbers of days, hours and minutes in words.

use crate::text::{Lang, Text};

/// A unit as it is said of one and of many.
#[derive(Debug)]
pub struct Unit {
    one: Text,
    many: Text,
}

/// A day of work.
pub static WORKING_DAY: Unit = Unit {
    one: Text { id: "hari kerja", en: "working day" },
    many: Text { id: "hari kerja", en: "working days" },
};
pub(super) static CALENDAR_DAY: Unit = Unit {
    one: Text { id: "hari kalender", en: "calendar day" },
    many: Text { id: "hari kalender", en: "calendar days" },
};
/// A day, of work or of the calendar, as the words around it say.
pub static DAY: Unit = Unit { one: Text { id: "hari", en: "day" }, many: Text { id: "hari", en: "days" } };
/// An hour.
pub(super) static HOUR: Unit =
    Unit { one: Text { id: "jam", en: "hour" }, many: Text { id: "jam", en: "hours" } };
/// A minute.
pub(super) static MINUTE: Unit =
    Unit { one: Text { id: "menit", en: "minute" }, many: Text { id: "menit", en: "minutes" } };
pub(super) static SECOND: Unit =
    Unit { one: Text { id: "detik", en: "second" }, many: Text { id: "detik", en: "seconds" } };

impl Unit {
    /// `1 hour`, `2 hours`.
    pub fn counted(&self, number: u64, lang: Lang) -> String {
        let unit = if number == 1 { &self.one } else { &self.many };
        number.to_string() + " " + unit.pattern(lang)
    }

    /// Of so many hundredths: `9 days`, `9.5 days`, `9.25 days`; with a comma in Indonesian.
    pub fn hundredths(&self, hundredths: u64, lang: Lang) -> String {
        let comma = if lang == Lang::Id { ',' } else { '.' };
        let (number, rest) = (hundredths / 100, hundredths % 100);
        let many = self.many.pattern(lang);
        match rest {
            0 => self.counted(number, lang),
            rest if rest % 10 == 0 => format!("{number}{comma}{} {many}", rest / 10),
            rest => format!("{number}{comma}{rest:02} {many}"),
        }
    }

    /// Of so many tenths; see [`Unit::hundredths`].
    pub fn tenths(&self, tenths: u64, lang: Lang) -> String {
        self.hundredths(tenths * 10, lang)
    }
}

/// Minutes as hours and minutes: `45 minutes`, `2 hours`, `1 hour 30 minutes`.
pub fn hours_and_minutes(minutes: u64, lang: Lang) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => MINUTE.counted(rest, lang),
        (hours, 0) => HOUR.counted(hours, lang),
        (hours, rest) => format!("{} {}", HOUR.counted(hours, lang), MINUTE.counted(rest, lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_one_and_no_figure_is_without_need() {
        let said = |hundredths| DAY.hundredths(hundredths, Lang::En);
        assert_eq!([100, 250, 205, 300].map(said), ["1 day", "2.5 days", "2.05 days", "3 days"]);
        assert_eq!(WORKING_DAY.tenths(15, Lang::Id), "1,5 hari kerja");
        let said = |minutes| hours_and_minutes(minutes, Lang::En);
        assert_eq!(
            [0, 60, 61, 150].map(said),
            ["0 minutes", "1 hour", "1 hour 1 minute", "2 hours 30 minutes"]
        );
    }
}
