//! What regulation and office custom say, as data: kinds of rules and their rank, what replaced what, abbreviations,
//! ranks of officials, spelling. Knows no procedure.
//!
//! The tables are the files of `data/peraturan/`, each with its source, compiled in and read once. An office adds its
//! own ([`Office`]).

mod citation;
mod kinds;
mod number;
mod office;
mod spelling;
mod tables;
mod title;

pub use citation::{Citation, Part};
pub use kinds::Kind;
pub use number::{NumberPattern, PLACEHOLDERS, month_and_year, placeholders};
pub use office::{Office, Replaced, VERB_KINDS};
pub use spelling::{Misspelt, misspelt};
pub use tables::{
    RANKS, in_full, is_abbreviation, is_boilerplate, is_known_answer, is_regional_guide, is_writing_guide,
    says_yes, superseded,
};
pub use title::{title_key, without_prefix};
