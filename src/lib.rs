//! `sop`: a compiler for government Standard Operating Procedures.
//!
//! ```text
//!   .sop text ── syntax ──▶ ast::Sop ── model ──▶ model::Sop ── analysis ──▶ Procedure
//!                              │                                               │
//!                              └─▶ fmt ──▶ .sop text                           ├─▶ lint ──▶ Diagnostics ──▶ report, cli
//!                                                                              ├─▶ layout ──▶ Scene ──▶ emit::{svg, pdf}
//!                                                                              └─▶ views ──▶ emit::{checklist, rust, json}
//! ```
//!
//! The library reads no file, no clock and no environment: the same text gives the same bytes.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod analysis;
pub mod compile;
pub mod config;
pub mod diag;
pub mod emit;
pub mod few;
pub mod fix;
pub mod fmt;
pub mod forms;
pub mod import;
pub mod layout;
pub mod lint;
pub mod lookup;
pub mod model;
pub mod register;
pub mod regulation;
pub mod rekam;
pub mod report;
pub mod rules;
pub mod simulate;
pub mod source;
pub mod syntax;
pub mod text;
