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
//!
//! # Where to begin
//!
//! [`compile::compile`] takes a text through every stage and never fails: what is wrong with the text is a finding.
//!
//! ```
//! use sop::compile::compile;
//! use sop::config::Config;
//! use sop::diag::Severity;
//! use sop::source::LineIndex;
//! use sop::text::Lang;
//!
//! let text = "\
//! sop: Surat Masuk
//! pelaksana:
//!   - Staf
//!   - Kabid = Kepala Bidang
//! kegiatan:
//! 1. Staf: Mencatat surat
//! 2. Kabid: Membaca surat
//!    tidak: kembali ke 1
//! ";
//! let compiled = compile(text, &Config::default());
//! let errors = compiled.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
//! let lines = LineIndex::new(text);
//! let said: Vec<String> = errors
//!     .map(|finding| {
//!         let line = lines.line_column(text, finding.primary.range().start).line;
//!         format!("{line}: {} {}", finding.rule.code, finding.message(Lang::En))
//!     })
//!     .collect();
//! assert_eq!(said, ["8: SOP164 row 2: the decision of Kabid has no outcome `ya`"]);
//! ```
//!
//! [`compile::Compiled::procedure`] is what was meant, with the facts about it: [`model`] and [`analysis`]. Every output
//! is an [`emit::Emitter`] that makes files of it, as bytes; writing them is the caller's.
//!
//! ```
//! use sop::compile::compile;
//! use sop::config::Config;
//! use sop::emit::{self, Job, Options};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let text = "sop: Surat Masuk\npelaksana:\n  - Staf\nkegiatan:\n1. Staf: Mencatat surat\n";
//! let procedure = compile(text, &Config::default()).procedure.ok_or("no rows")?;
//! let options = Options { stem: "surat-masuk".to_owned(), source: text.into(), ..Options::default() };
//! let job = Job::new(&procedure, &options);
//! for name in ["json", "svg"] {
//!     let emitter = emit::find(name).ok_or("no such output")?;
//!     for file in (emitter.emit)(&job)? {
//!         println!("{}{}: {} bytes", options.stem, file.suffix, file.bytes.len());
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Settings of an office come from [`config::parse`]; [`fmt`] rewrites a text in its canonical form, [`fix`] applies the
//! remedies that findings carry, [`report`] prints findings for other programs, [`register`] looks at many procedures,
//! [`simulate`] runs cases, [`rekam`] reads filled forms.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod analysis;
pub mod compile;
pub mod config;
pub mod day;
pub mod diag;
pub mod emit;
pub mod few;
pub mod fix;
pub mod fmt;
mod fnv;
pub mod forms;
pub mod import;
pub mod layout;
pub mod lint;
mod lookup;
pub mod model;
mod packed;
pub mod paper;
pub mod register;
pub mod regulation;
pub mod rekam;
pub mod report;
pub mod rules;
pub mod simulate;
mod sorting;
pub mod source;
pub mod syntax;
pub mod text;
