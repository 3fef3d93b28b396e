//! Whatever has rows is put out in every format, as `--force` does, and each format answers with bytes or a reason.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use sop::compile::compile;
use sop::config::Config;
use sop::emit::{ALL, Job, Options};

fuzz_target!(|text: &str| -> Corpus {
    let compiled = compile(text, &Config::default());
    let Some(procedure) = compiled.procedure else { return Corpus::Reject };
    let options = Options {
        stem: "fuzz".to_owned(),
        source: text.as_bytes().to_vec(),
        standing: sop::model::Standing::WithErrors,
        ..Options::default()
    };
    let job = Job::new(&procedure, &options);
    // Pictures are the SVG once more, and take a hundred times as long.
    for emitter in ALL.iter().filter(|emitter| emitter.name != "png") {
        if let Err(error) = (emitter.emit)(&job) {
            assert!(
                matches!(error, sop::emit::EmitError::DoesNotFit(_)),
                "{}: {error:?}",
                emitter.name
            );
        }
    }
    Corpus::Keep
});
