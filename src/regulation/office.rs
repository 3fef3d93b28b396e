//! What an office adds to the tables of the project.

use super::citation::Citation;
use super::number::NumberPattern;
use crate::text::{fold, is_if};
use std::collections::BTreeMap;

/// What an office says for itself in `sop.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Office {
    /// How it numbers its SOPs.
    pub number: Option<NumberPattern>,
    /// Rules that were replaced.
    pub replaced: Vec<Replaced>,
    /// Abbreviations, folded, and what they stand for.
    pub abbreviations: BTreeMap<String, String>,
    /// Wrong spelling in lower case, and the right one.
    pub spelling: BTreeMap<String, String>,
    /// Sentences that say nothing.
    pub boilerplate: Vec<String>,
    /// Pairs of answers.
    pub answers: Vec<(String, String)>,
    /// Verbs in lower case, and the kind of each: one of [`VERB_KINDS`].
    pub verbs: BTreeMap<String, String>,
}

/// What a verb can do with the work, each kind called by a verb of its own (`data/kata-kerja.txt`).
pub const VERB_KINDS: [&str; 16] = [
    "mengajukan",
    "menyerahkan",
    "memerintahkan",
    "mengembalikan",
    "menerima",
    "memeriksa",
    "memutuskan",
    "menandatangani",
    "memaraf",
    "menyusun",
    "memperbaiki",
    "mencatat",
    "mengarsipkan",
    "memberitahukan",
    "melaksanakan",
    "keadaan",
];

/// A rule that was replaced.
#[derive(Clone, Debug)]
pub struct Replaced {
    /// Which.
    pub old: Citation,
    /// As the table writes it.
    pub text: String,
    /// By which, in full.
    pub by: String,
}

impl Replaced {
    /// Takes both as they are cited.
    pub fn new(old: &str, by: &str) -> Replaced {
        Replaced { old: Citation::read(old), text: old.to_owned(), by: by.to_owned() }
    }
}

impl PartialEq for Replaced {
    fn eq(&self, other: &Replaced) -> bool {
        (&self.text, &self.by) == (&other.text, &other.by)
    }
}

impl Eq for Replaced {}

impl Office {
    /// Adds an abbreviation.
    pub fn abbreviate(&mut self, short: &str, long: &str) {
        self.abbreviations.insert(fold(short), long.to_owned());
    }

    /// Adds a spelling.
    pub fn spell(&mut self, wrong: &str, right: &str) {
        self.spelling.insert(fold(wrong), right.to_owned());
    }

    /// Adds a pair of answers.
    pub fn answer(&mut self, yes: &str, no: &str) {
        self.answers.push((fold(yes), fold(no)));
    }

    /// Adds a verb of a kind.
    pub fn does(&mut self, verb: &str, kind: &str) {
        self.verbs.insert(fold(verb), kind.to_owned());
    }

    /// Adds a sentence that says nothing.
    pub fn says_nothing(&mut self, sentence: &str) {
        self.boilerplate.push(plain(sentence));
    }
}

/// Letters and digits in lower case, single blanks; `jika` and its like are `apabila`.
pub(super) fn plain(sentence: &str) -> String {
    let lower = sentence.to_lowercase();
    let mut plain = String::with_capacity(lower.len());
    for word in lower.split(|c: char| !c.is_alphanumeric() && c != '…').filter(|word| !word.is_empty()) {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(if is_if(word) { "apabila" } else { word });
    }
    plain
}
