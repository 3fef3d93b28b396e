//! Any bytes as another program's file: what is read of it can be written as a text that reads without an error.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use sop::diag::{Severity, Sink};
use sop::{fmt, import, syntax};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let mut read = false;
    for importer in import::ALL {
        let Ok(imported) = (importer.import)(bytes) else { continue };
        read = true;
        let text = fmt::format(&imported.sop);
        let mut sink = Sink::new();
        syntax::parse(&text, &mut sink);
        let errors: Vec<_> =
            sink.into_sorted().into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "what was imported has errors: {errors:#?}\n{text}");
    }
    if read { Corpus::Keep } else { Corpus::Reject }
});
