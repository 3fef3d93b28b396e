//! What can be wrong with a line: SOP101 to SOP149.

use crate::diag::Rule;

/// Every rule of this stage, in order of code.
pub static ALL: &[&Rule] = &[];
