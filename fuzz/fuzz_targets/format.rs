//! The canonical form of any text that reads without errors is a fixed point and reads so, too; no text makes it panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::diag::{Severity, Sink};
use sop::syntax::ast::Sop;
use sop::{fmt, syntax};

/// What a text is read as, and how many errors that found.
fn read(text: &str) -> (Sop, usize) {
    let mut sink = Sink::new();
    let sop = syntax::parse(text, &mut sink);
    let errors = sink.into_sorted().into_iter().filter(|finding| finding.severity == Severity::Error);
    (sop, errors.count())
}

fuzz_target!(|text: &str| {
    let (sop, errors) = read(text);
    let once = fmt::format(&sop);
    let (sop, after) = read(&once);
    let again = fmt::format(&sop);
    // `sop fmt` writes nothing where a text has errors.
    if errors == 0 {
        assert_eq!(again, once, "twice is not once");
        assert_eq!(after, 0, "the canonical form has errors\n{once}");
    }
    let _ = (fmt::renumber(text), fmt::said(text));
});
