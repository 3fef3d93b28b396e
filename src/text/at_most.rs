//! How offices say that a time is the longest.

/// What stands in front of such a time, in small letters; the longer before those that they begin with.
pub const AT_MOST: [&str; 14] = [
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

/// What stands behind one of these words that a text in small letters begins with, its blanks and a full stop aside:
/// `3 hari` of `maks. 3 hari`.
pub fn behind_at_most(text: &str) -> Option<&str> {
    AT_MOST.iter().find_map(|words| behind(text, words))
}

fn behind<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(words)?;
    let ends = rest.starts_with(|c: char| matches!(c, ' ' | '.' | ':') || c.is_ascii_digit());
    ends.then(|| rest.trim_start_matches(['.', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::{AT_MOST, behind_at_most};

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
}
