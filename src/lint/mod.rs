//! Opinions on a procedure, numbered, each with a page. A lint reads facts and computes none.

pub mod rules;

use crate::analysis::Procedure;
use crate::diag::{Rule, Sink};

/// A rule and the function that finds it.
#[derive(Debug)]
pub struct Lint {
    /// The rule.
    pub rule: &'static Rule,
    /// Pushes a finding for every place where it applies.
    pub check: fn(&Procedure, &mut Sink),
}

/// Runs every lint.
pub fn lint(procedure: &Procedure, sink: &mut Sink) {
    for lint in rules::ALL {
        (lint.check)(procedure, sink);
    }
}
