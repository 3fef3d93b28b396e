//! Text → AST. Never fails: what cannot be read is a finding, and the rest is read on.
//!
//! The grammar (`grammar/sop.pest`) knows shapes, tables ([`keys`] and `words`) know words, the reader knows what may
//! follow what. Nothing is looked up here: whether a name is declared or a row exists is the model's business.

pub mod ast;
mod characters;
mod commas;
mod definition;
pub mod faults;
mod fields;
mod from_pairs;
#[doc(hidden)]
pub mod grammar;
mod here;
pub mod keys;
mod lanes;
mod lines;
mod markdown;
mod named_rows;
mod near;
mod prose;
mod reader;
mod remedies;
mod values;
mod words;

pub use characters::{MAX_FILE, MAX_LINE, decode};
pub use named_rows::{NamedRow, named_rows};
pub use near::{in_a_sentence, outcomes_said, refuses, time_said};
pub use reader::{Context, continues, is_item, parse};
pub use remedies::{is_pasted_table, is_row_without_number, is_unread_outcome};
pub use values::is_duration;
pub use words::AS_ABOVE;
