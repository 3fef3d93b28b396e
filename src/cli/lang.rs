//! Which language the program speaks: `--lang`, else the locale, else Indonesian.

use sop::text::Lang;
use std::env;
use std::ffi::OsString;

/// Looks for `--lang` among the arguments before they are parsed, because the help itself is in a language.
pub(super) fn choose(args: &[OsString]) -> Lang {
    let mut words = args.iter().filter_map(|arg| arg.to_str()).take_while(|&arg| arg != "--");
    let mut asked = None;
    while let Some(word) = words.next() {
        if word == "--lang" {
            asked = words.next();
        } else if let Some(value) = word.strip_prefix("--lang=") {
            asked = Some(value);
        }
    }
    asked.and_then(parse).or_else(of_locale).unwrap_or_default()
}

/// `id` and `en`, and the locales that begin with them; `in` is how old systems spell Indonesian.
fn parse(word: &str) -> Option<Lang> {
    match word.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase().as_str() {
        "id" | "in" => Some(Lang::Id),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// As the C library chooses: the first of these that is set and not empty decides.
fn of_locale() -> Option<Lang> {
    locale("LC_MESSAGES").as_deref().and_then(parse)
}

/// The value of a locale category.
pub(super) fn locale(category: &str) -> Option<String> {
    ["LC_ALL", category, "LANG"].iter().find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()))
}
