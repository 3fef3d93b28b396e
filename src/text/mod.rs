//! Words for people, in both languages, chosen at the edge; and what is asked of any text.

mod at_most;
mod conditions;
mod denials;
mod formats;
mod letters;
mod marks;
pub mod months;
mod names;
mod others;
mod units;

pub use at_most::{at_most, behind_at_most, behind_one_of};
pub use conditions::{IF, begins_an_if, is_if, is_if_in_a_note, says_when_needed, split_at_if, when_needed};
pub use denials::{DENIALS, denies};
pub use formats::{for_a_cell, is_hidden, push_xml, xml_entity, xml_line};
pub use letters::{begins_with, capitalised, has_two_blanks, is_printable_ascii, letters};
pub use marks::{ARROWS, letter, next_label, numbered_parts, own_bullet, own_mark};
pub use names::{
    distance, fold, folded, initials, is_initials, is_personal_title, is_same_name, is_tidy, nearest,
};
pub use others::is_others;
pub use units::{begins_level, begins_unit_of_government, has_a_head, is_regional};

use std::borrow::Cow;

/// A language that messages and labels exist in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Indonesian, the default.
    #[default]
    Id,
    /// English.
    En,
}

/// A sentence in both languages; `{name}` stands for an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Indonesian.
    pub id: &'static str,
    /// English.
    pub en: &'static str,
}

/// What is put in place of a `{name}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Printed as it stands.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Joined with commas.
    List(Vec<String>),
    /// A phrase that itself exists in both languages.
    Phrase(&'static Text),
    /// A phrase put together in both languages.
    Both {
        /// Indonesian.
        id: String,
        /// English.
        en: String,
    },
}

impl Text {
    /// In Indonesian, and in English.
    pub const fn new(id: &'static str, en: &'static str) -> Text {
        Text { id, en }
    }

    /// The pattern in one language.
    pub fn pattern(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }

    /// Puts the arguments in place, in one pass: an argument that holds `{x}` is printed as it stands.
    pub fn fill(&self, lang: Lang, args: &[(&'static str, Arg)]) -> String {
        let mut out = String::new();
        let mut rest = self.pattern(lang);
        while let Some(open) = rest.find('{') {
            let Some(close) = rest[open..].find('}').map(|at| open + at) else { break };
            out.push_str(&rest[..open]);
            let name = &rest[open + 1..close];
            match args.iter().find(|(key, _)| *key == name) {
                Some((_, arg)) => out.push_str(&arg.words(lang)),
                None => out.push_str(&rest[open..=close]),
            }
            rest = &rest[close + 1..];
        }
        out.push_str(rest);
        out
    }

    /// The pattern with `…` in place of what it will name.
    pub fn outline(&self, lang: Lang) -> String {
        let mut out = String::new();
        for (number, part) in self.pattern(lang).split('{').enumerate() {
            match part.split_once('}') {
                Some((_, rest)) if number > 0 => {
                    out.push('…');
                    out.push_str(rest);
                }
                _ => out.push_str(part),
            }
        }
        out
    }

    /// The names in braces, in order of appearance in one language.
    pub fn names(&self, lang: Lang) -> Vec<&'static str> {
        let pattern = self.pattern(lang);
        pattern.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
    }
}

impl Arg {
    /// A phrase that is put together in each language.
    pub fn both(say: impl Fn(Lang) -> String) -> Arg {
        Arg::Both { id: say(Lang::Id), en: say(Lang::En) }
    }

    /// In one language.
    pub fn words(&self, lang: Lang) -> Cow<'_, str> {
        match self {
            Arg::Text(text) => Cow::Borrowed(text),
            Arg::Number(number) => Cow::Owned(number.to_string()),
            Arg::List(items) => Cow::Owned(items.join(", ")),
            Arg::Phrase(text) => Cow::Borrowed(text.pattern(lang)),
            Arg::Both { id, en } => Cow::Borrowed(match lang {
                Lang::Id => id,
                Lang::En => en,
            }),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Arg {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Arg {
        Arg::Number(i64::from(number))
    }
}

impl From<Vec<String>> for Arg {
    fn from(items: Vec<String>) -> Arg {
        Arg::List(items)
    }
}

impl From<Vec<&str>> for Arg {
    fn from(items: Vec<&str>) -> Arg {
        Arg::List(items.into_iter().map(str::to_owned).collect())
    }
}

impl From<&'static Text> for Arg {
    fn from(text: &'static Text) -> Arg {
        Arg::Phrase(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_argument_with_braces_is_printed_as_it_stands() {
        let text = Text { id: "judul {judul}, baris {nomor}", en: "" };
        let args = [("judul", Arg::from("{nomor}")), ("nomor", Arg::from(7u32))];
        assert_eq!(text.fill(Lang::Id, &args), "judul {nomor}, baris 7");
    }
}
