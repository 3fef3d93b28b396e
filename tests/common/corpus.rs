//! The procedures of `sops/`, compiled with the settings every test shares.
#![allow(dead_code, clippy::disallowed_methods, reason = "each test uses a part; tests read files")]

use sop::analysis::Procedure;
use sop::config::Config;
use sop::emit::{Emitter, Job, Options};
use std::path::{Path, PathBuf};

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
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(root().join("sops")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "sop"));
    paths.sort();
    assert!(paths.len() >= 12, "sops/ holds the seed twice and at least ten real procedures");
    paths.iter().map(|path| sample(path.file_stem().unwrap().to_str().unwrap(), &text_of(path))).collect()
}

/// A procedure from its text.
pub fn sample(stem: &str, text: &str) -> Sample {
    let compiled = sop::compile::compile(text, &Config::default());
    let options = Options {
        stem: stem.to_owned(),
        source: text.as_bytes().to_vec(),
        forced: compiled.has_errors(),
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

fn text_of(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}
