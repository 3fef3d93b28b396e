//! How offices say that a time is the longest.

/// What stands in front of such a time, in small letters; the longer before those that they begin with.
const AT_MOST: [&str; 14] = [
    "tidak boleh lebih dari",
    "tidak boleh melebihi",
    "tidak lebih dari",
    "tidak melebihi",
    "selambat-lambatnya",
    "selama-lamanya",
    "selambatnya",
    "maksimal",
    "maksimum",
    "maximal",
    "maks",
    "max",
    "paling lambat",
    "paling lama",
];

/// Where a text in small letters has one of these words, by their list and then by place: where it begins and where it
/// ends.
pub fn at_most(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let found = AT_MOST.iter().flat_map(move |words| text.match_indices(words));
    let ends = found.map(|(start, words)| (start, start + words.len()));
    ends.filter(move |(start, end)| {
        !text[..*start].ends_with(char::is_alphanumeric) && !text[*end..].starts_with(char::is_alphabetic)
    })
}

/// What stands behind one of these words that a text in small letters begins with, its blanks and a full stop aside:
/// `3 hari` of `maks. 3 hari`.
pub fn behind_at_most(text: &str) -> Option<&str> {
    behind_one_of(text, &AT_MOST)
}

/// The same of other words.
pub fn behind_one_of<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|words| {
        let rest = text.strip_prefix(words)?;
        let ends = rest.starts_with(|c: char| matches!(c, ' ' | '.' | ':') || c.is_ascii_digit());
        ends.then(|| rest.trim_start_matches(['.', ':', ' ']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_bounded_stands_behind_words_that_end() {
        assert_eq!(behind_at_most("maks. 3 hari"), Some("3 hari"));
        assert_eq!(behind_at_most("tidak boleh lebih dari 3 hari"), Some("3 hari"));
        assert_eq!(behind_at_most("max3 hari"), Some("3 hari"));
        assert_eq!(behind_at_most("maksud 3 hari"), None);
        assert_eq!(behind_at_most("paling lama"), None);
        for (at, words) in AT_MOST.iter().enumerate() {
            assert!(AT_MOST[..at].iter().all(|other| !words.starts_with(other)), "{words}");
        }
    }

    #[test]
    fn the_words_are_found_where_they_are_words() {
        let found =
            |text: &'static str| at_most(text).map(|(start, end)| &text[start..end]).collect::<Vec<_>>();
        assert_eq!(found("segera (maks. 3 hari)"), ["maks"]);
        assert_eq!(found("paling lambat 3 hari, maksimal 5 hari"), ["maksimal", "paling lambat"]);
        assert_eq!(found("max3 hari"), ["max"]);
        assert!(found("sesuai maksud, climax 3 hari").is_empty());
    }
}
