//! Text → AST. Never fails: what cannot be read is a finding, and the rest is read on.

pub mod ast;
pub mod keys;
