//! Whatever has rows is laid out as a sheet, or refused in words.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use sop::compile::compile;
use sop::config::Config;
use sop::layout::sheet;
use sop::text::Lang;

fuzz_target!(|text: &str| -> Corpus {
    let config = Config::default();
    let Some(procedure) = compile(text, &config).procedure else { return Corpus::Reject };
    match sheet(&procedure, &config, None, sop::model::Standing::WithErrors) {
        Ok(sheet) => assert!(!sheet.scene.pages.is_empty()),
        Err(unfit) => assert!(!unfit.words(Lang::Id).is_empty() && !unfit.words(Lang::En).is_empty()),
    }
    Corpus::Keep
});
