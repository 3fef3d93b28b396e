//! Any bytes through every stage: findings, places that lie in the text, and words for each finding.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::compile::compile_bytes;
use sop::config::Config;
use sop::text::Lang;

fuzz_target!(|bytes: &[u8]| {
    let (text, compiled) = compile_bytes(bytes, &Config::default());
    for finding in &compiled.diagnostics {
        let place = finding.primary.start as usize..finding.primary.end as usize;
        assert!(text.get(place.clone()).is_some(), "{} points at {place:?}", finding.rule.code);
        for lang in [Lang::Id, Lang::En] {
            assert!(!finding.message(lang).is_empty());
        }
    }
});
