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
/// An hour.
pub static HOUR: Unit = Unit { one: Text { id: "jam", en: "hour" }, many: Text { id: "jam", en: "hours" } };
/// A minute.
pub static MINUTE: Unit =
    Unit { one: Text { id: "menit", en: "minute" }, many: Text { id: "menit", en: "minutes" } };
pub(super) static SECOND: Unit =
    Unit { one: Text { id: "detik", en: "second" }, many: Text { id: "detik", en: "seconds" } };

impl Unit {
    /// `1 hour`, `2 hours`.
    pub fn counted(&self, number: u64, lang: Lang) -> String {
        let unit = if number == 1 { &self.one } else { &self.many };
        format!("{number} {}", unit.pattern(lang))
    }

    /// Of so many tenths: `9 days`, `9.5 days`; with a comma in Indonesian.
    pub fn tenths(&self, tenths: u64, lang: Lang) -> String {
        let comma = if lang == Lang::Id { ',' } else { '.' };
        match (tenths / 10, tenths % 10) {
            (number, 0) => self.counted(number, lang),
            (number, tenth) => format!("{number}{comma}{tenth} {}", self.many.pattern(lang)),
        }
    }
}
