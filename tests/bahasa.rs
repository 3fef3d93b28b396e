//! The writers' guide is true: every example in it compiles without an error and without a warning.

#[path = "common/pages.rs"]
mod pages;

use sop::config::Config;
use sop::diag::Severity;
use sop::text::Lang;

#[test]
fn every_example_of_the_guide_is_clean() {
    let guide = pages::read(&pages::folder().join("../bahasa.md"));
    let examples: Vec<_> = pages::fences_within(&guide, 0..guide.len())
        .into_iter()
        .filter(|fence| fence.language.starts_with("sop"))
        .collect();
    assert!(examples.len() >= 5, "the guide lost its examples");
    for fence in examples {
        let (text, _) = pages::example(&guide, &fence);
        let compiled = sop::compile::compile(&text, &Config::default());
        let found: Vec<String> = compiled
            .diagnostics
            .iter()
            .filter(|finding| finding.severity > Severity::Advice)
            .map(|finding| format!("{} {}", finding.rule.code, finding.message(Lang::Id)))
            .collect();
        assert!(found.is_empty(), "{}\n{found:#?}", &guide[fence.inside.clone()]);
        assert!(compiled.procedure.is_some());
    }
}
