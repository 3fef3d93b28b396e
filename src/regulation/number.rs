//! The number of an SOP: the pattern of an office, and the month and year that numbers often hold.

use crate::text::Text;

/// How an office numbers its SOPs: `000.8.3/{angka}/DINSOS/{bulan}/{tahun}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberPattern {
    /// As `sop.toml` writes it.
    pub text: String,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// Letter for letter.
    Exactly(String),
    /// `{angka}`
    Digits,
    /// `{huruf}`
    Letters,
    /// `{bulan}`: I to XII, or 01 to 12.
    Month,
    /// `{tahun}`
    Year,
    /// `{teks}`: anything without a `/`.
    Any,
}

const NAMES: [(&str, Part); 5] = [
    ("angka", Part::Digits),
    ("huruf", Part::Letters),
    ("bulan", Part::Month),
    ("tahun", Part::Year),
    ("teks", Part::Any),
];

/// What a pattern may hold, for whoever wrote something else; [`placeholders`] are the names.
pub static PLACEHOLDERS: Text = Text {
    id: "tulis nomor dengan {tempat} di tempat yang berubah",
    en: "write a number with {tempat} where it changes",
};

/// The names that may stand in braces, with them.
pub fn placeholders() -> Vec<String> {
    NAMES.iter().map(|(name, _)| format!("{{{name}}}")).collect()
}

const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

impl NumberPattern {
    /// Reads a pattern; `None` when a name in braces is none of ours or a brace stands alone.
    pub fn read(text: &str) -> Option<NumberPattern> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, behind) = after.split_once('}')?;
            if !before.is_empty() {
                parts.push(Part::Exactly(before.to_owned()));
            }
            parts.push(NAMES.iter().find(|(known, _)| *known == name)?.1.clone());
            rest = behind;
        }
        if rest.contains('}') || text.is_empty() {
            return None;
        }
        if !rest.is_empty() {
            parts.push(Part::Exactly(rest.to_owned()));
        }
        Some(NumberPattern { text: text.to_owned(), parts })
    }

    /// Whether a number is written so.
    pub fn fits(&self, number: &str) -> bool {
        fits(&self.parts, number.trim())
    }
}

fn fits(parts: &[Part], text: &str) -> bool {
    let Some((part, rest)) = parts.split_first() else { return text.is_empty() };
    if let Part::Exactly(words) = part {
        return text.strip_prefix(words.as_str()).is_some_and(|after| fits(rest, after));
    }
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let is = |taken: &str| match part {
        Part::Digits => taken.bytes().all(|b| b.is_ascii_digit()),
        Part::Letters => taken.chars().all(char::is_alphabetic),
        Part::Month => month(taken).is_some(),
        Part::Year => year(taken).is_some(),
        Part::Any => !taken.contains('/'),
        Part::Exactly(_) => unreachable!("bug: read above"),
    };
    ends.filter(|end| is(&text[..*end])).any(|end| fits(rest, &text[end..]))
}

fn month(text: &str) -> Option<u8> {
    let roman = MONTHS.iter().position(|name| *name == text).and_then(|at| u8::try_from(at + 1).ok());
    let figures = || text.parse().ok().filter(|month| text.len() == 2 && (1..=12).contains(month));
    roman.or_else(figures)
}

fn year(text: &str) -> Option<u16> {
    text.parse().ok().filter(|year| text.len() == 4 && (1990..2100).contains(year))
}

/// The month (in Roman figures) and the year that stand between strokes in a number, where each is there once.
pub fn month_and_year(number: &str) -> (Option<u8>, Option<u16>) {
    let once = |found: Vec<u16>| match found[..] {
        [only] => Some(only),
        _ => None,
    };
    let parts = || number.split('/').map(str::trim);
    let roman = |part: &str| MONTHS.iter().position(|name| *name == part).map(|at| at as u16 + 1);
    let months = once(parts().filter_map(roman).collect());
    (months.and_then(|month| u8::try_from(month).ok()), once(parts().filter_map(year).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_held_against_the_pattern_of_its_office() {
        let pattern = NumberPattern::read("880/{angka}{teks}/DINSOS/{bulan}/{tahun}").unwrap();
        assert!(pattern.fits("880/2126.a/DINSOS/XI/2023"));
        assert!(!pattern.fits("880/2126.a/PNSD5.B/XI/2023"));
        assert!(!pattern.fits("880/2126.a/DINSOS/XIII/2023"));
        assert!(!pattern.fits("880/2126.a/DINSOS/XI/23"));
        assert_eq!(NumberPattern::read("880/{nomor}"), None);
        assert_eq!(NumberPattern::read("880/{angka"), None);
    }

    #[test]
    fn month_and_year_are_read_only_where_they_are_plain() {
        assert_eq!(month_and_year("880/2126.a/PNSD5.B/XI/2023"), (Some(11), Some(2023)));
        assert_eq!(month_and_year("000.8.3/101/SATPOL"), (None, None));
        assert_eq!(month_and_year("V/12/X/2020"), (None, Some(2020)));
    }
}
