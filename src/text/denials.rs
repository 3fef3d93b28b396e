//! Words that deny: `tidak`, and what else does.

/// In sentences and notes; `data/kata-tugas.txt` has the same for the reader of a row's sentence.
pub const DENIALS: [&str; 5] = ["tidak", "belum", "kurang", "bukan", "tdk"];

/// Whether a word denies, in small letters or large.
pub fn denies(word: &str) -> bool {
    DENIALS.iter().any(|denial| denial.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::denies;

    #[test]
    fn a_word_denies_in_small_letters_and_large() {
        assert!(denies("tidak") && denies("Belum") && denies("TDK"));
        for none in ["", "tida", "ditolak", "tanpa", "tidak lengkap"] {
            assert!(!denies(none), "{none}");
        }
    }
}
