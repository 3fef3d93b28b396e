//! The procedures of `sops/`, compiled with the settings every test shares.
#![allow(dead_code, clippy::disallowed_methods, reason = "each test uses a part; tests read files")]

mod typed;

use sop::analysis::Procedure;
use sop::config::Config;
use sop::emit::{Emitter, Job, Options};
use std::path::Path;

/// A procedure of `sops/`.
pub struct Sample {
    /// The file's name without its ending.
    pub stem: String,
    /// What was meant.
    pub procedure: Procedure,
    /// What the outputs are made with.
    pub options: Options,
}

impl Sample {
    /// What an emitter is given.
    pub fn job(&self) -> Job<'_> {
        Job::new(&self.procedure, &self.options)
    }
}

/// Folder of the package.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every procedure of `sops/`, by name.
pub fn samples() -> Vec<Sample> {
    typed::sops().iter().map(|(stem, text)| sample(stem, text)).collect()
}

/// A procedure from its text.
pub fn sample(stem: &str, text: &str) -> Sample {
    let compiled = sop::compile::compile(text, &Config::default());
    let options = Options {
        stem: stem.to_owned(),
        source: text.as_bytes().to_vec(),
        standing: compiled.standing(),
        ..Options::default()
    };
    let procedure = compiled.procedure.unwrap_or_else(|| panic!("{stem} has no row"));
    Sample { stem: stem.to_owned(), procedure, options }
}

/// The emitter of this name.
pub fn emitter(name: &str) -> &'static Emitter {
    sop::emit::find(name).unwrap_or_else(|| panic!("no emitter named {name}"))
}

/// The only file that an emitter makes of a sample, or the one with this ending.
pub fn emitted(name: &str, sample: &Sample, suffix: &str) -> String {
    let artifacts = (emitter(name).emit)(&sample.job()).unwrap();
    let artifact = artifacts.into_iter().find(|artifact| artifact.suffix == suffix);
    let artifact = artifact.unwrap_or_else(|| panic!("{name} makes no {suffix}"));
    String::from_utf8(artifact.bytes).unwrap()
}
