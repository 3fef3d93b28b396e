//! What can be wrong with names and completeness: SOP150 to SOP199.

use crate::diag::Rule;

/// Every rule of this stage, in order of code.
pub static ALL: &[&Rule] = &[];
