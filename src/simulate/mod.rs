//! Cases of a procedure, carried through without anybody: one step at a time, or many with chance deciding.
//!
//! [`Case`] says what may be done and does it; [`run`](run::run) lets N cases arrive, lets each actor take his work in the
//! order in which it comes, and tells how long everything took. The same seed gives the same numbers everywhere: no
//! clock, no system's mathematics.

mod case;
mod dice;
mod run;

pub use case::{Case, Offer, Onward, Outcome};
pub use run::{Chances, EndCount, Lane, Plan, Report, RowReport, Unknown, run};
