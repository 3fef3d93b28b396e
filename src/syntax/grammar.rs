//! The grammar, compiled in.

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/sop.pest"]
#[allow(missing_docs, reason = "every rule is documented in the grammar")]
pub struct Grammar;
