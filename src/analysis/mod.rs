//! Facts about a procedure, no opinions: lints judge, analyses compute.

pub mod flow;

use crate::model::Sop;
use flow::Flow;

/// A procedure with the facts computed from it. Every output reads this.
#[derive(Clone, Debug)]
pub struct Procedure {
    /// As meant.
    pub sop: Sop,
    /// Its arrows.
    pub flow: Flow,
}

/// Computes the facts. Cannot fail.
pub fn analyse(sop: Sop) -> Procedure {
    let flow = Flow::of(&sop);
    Procedure { sop, flow }
}
