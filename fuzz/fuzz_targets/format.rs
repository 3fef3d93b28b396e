//! The canonical form of any text is a fixed point, has no errors where the text has none, and renumbering never fails silently.
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
    let (sop, before) = read(text);
    let once = fmt::format(&sop);
    let (sop, after) = read(&once);
    assert_eq!(fmt::format(&sop), once, "twice is not once");
    // A text with errors may hide some, which show in better order.
    assert!(before > 0 || after == 0, "the canonical form has {after} errors, the text none\n{once}");
    let _ = fmt::renumber(text);
});
