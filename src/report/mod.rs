//! Findings → text for other programs.

pub mod json;
