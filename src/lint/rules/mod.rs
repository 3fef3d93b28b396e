//! The list of lints: one file each.

use super::Lint;

/// Every lint, in order of code.
pub static ALL: &[Lint] = &[];
