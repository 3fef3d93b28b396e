//! Words for what else there may be.

use super::folded;

const OTHERS: [&str; 7] = ["dll", "dsb", "dst", "dkk", "lain-lain", "sebagainya", "seterusnya"];

/// Whether a text says no more than that there are others: `dll.`, `dan sebagainya`. Such a one names nothing that could be
/// there or not.
pub fn is_others(text: &str) -> bool {
    let text = folded(text);
    let words = text.trim_end_matches(['.', '…']);
    OTHERS.contains(&words.strip_prefix("dan ").unwrap_or(words))
}

#[cfg(test)]
mod tests {
    use super::is_others;

    #[test]
    fn others_are_not_named() {
        for text in ["dll", "Dll.", "dan lain-lain", "dan  sebagainya…", "seterusnya"] {
            assert!(is_others(text), "{text}");
        }
        for text in ["", "dan", "lain", "printer dll", "dan dan dll"] {
            assert!(!is_others(text), "{text}");
        }
    }
}
