//! How many findings of each severity, and in words.

use crate::diag::Severity;
use crate::text::Lang;
use serde::{Deserialize, Serialize};

/// How many findings of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Pieces of advice.
    pub advice: usize,
}

impl Count {
    /// Counts one.
    pub fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Advice => self.advice += 1,
        }
    }

    /// Counts those of another.
    pub fn join(&mut self, other: Count) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.advice += other.advice;
    }

    /// Whether one is as heavy as `at`, or heavier.
    pub fn fails(self, at: Severity) -> bool {
        match at {
            Severity::Error => self.errors > 0,
            Severity::Warning => self.errors + self.warnings > 0,
            Severity::Advice => self.errors + self.warnings + self.advice > 0,
        }
    }

    /// `3 berkas: 1 galat, 2 peringatan, 4 saran`
    pub fn summary(self, files: usize, lang: Lang) -> String {
        let words = |number: usize, id: &str, one: &str, many: &str| match lang {
            Lang::Id => format!("{number} {id}"),
            Lang::En => format!("{number} {}", if number == 1 { one } else { many }),
        };
        let parts = [
            (self.errors, "galat", "error", "errors"),
            (self.warnings, "peringatan", "warning", "warnings"),
            (self.advice, "saran", "piece of advice", "pieces of advice"),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(number, ..)| *number > 0)
            .map(|(number, id, one, many)| words(number, id, one, many))
            .collect();
        let found = match (parts.is_empty(), lang) {
            (true, Lang::Id) => "tidak ada temuan".to_owned(),
            (true, Lang::En) => "no findings".to_owned(),
            (false, _) => parts.join(", "),
        };
        format!("{}: {found}", words(files, "berkas", "file", "files"))
    }
}
