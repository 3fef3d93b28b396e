//! Any text as `sop.toml`: what is read of it can be used on a procedure, down to the printed page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::compile::compile;
use sop::config;
use sop::diag::Sink;
use sop::emit::{EmitError, Job, Options, find};

const PROCEDURE: &str = include_str!("../../sops/penyiapan-rapat.sop");

fuzz_target!(|text: &str| {
    let partial = config::parse(text, "sop.toml", &sop::rules::all(), &mut Sink::new());
    let config = config::merge([&partial]).config;
    let compiled = compile(PROCEDURE, &config);
    let Some(procedure) = compiled.procedure else { return };
    let options = Options { config, stem: "fuzz".to_owned(), standing: sop::model::Standing::WithErrors, ..Options::default() };
    let svg = find("svg").expect("SVG is always there");
    if let Err(error) = (svg.emit)(&Job::new(&procedure, &options)) {
        assert!(matches!(error, EmitError::DoesNotFit(_)), "{error:?}");
    }
});
