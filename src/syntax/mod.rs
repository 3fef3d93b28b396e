//! Text → AST. Never fails: what cannot be read is a finding, and the rest is read on.

pub mod ast;
pub mod faults;
pub mod keys;

use crate::diag::Sink;

/// Reads a text, reporting every line that cannot be read. Never fails.
pub fn parse(_text: &str, _sink: &mut Sink) -> ast::Sop {
    ast::Sop::default()
}
