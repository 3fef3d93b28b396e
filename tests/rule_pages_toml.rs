//! Pages of rules about `sop.toml`, run: the bad example gives exactly the findings that the page prints, the good one
//! none. `UPDATE_EXPECT=1` rewrites the pages.
#![allow(clippy::disallowed_methods, reason = "tests read files and the environment")]

#[path = "common/pages.rs"]
mod pages;

use pages::{fences, folder, keep_words, read};
use sop::diag::Sink;
use sop::source::LineIndex;
use sop::text::Lang;
use sop::{config, rules};

fn findings(text: &str, lang: Lang) -> String {
    let mut sink = Sink::new();
    config::parse(text, "sop.toml", &rules::all(), &mut sink);
    let index = LineIndex::new(text);
    let mut out = String::new();
    for finding in sink.into_sorted() {
        let at = index.line_column(text, finding.primary.start as usize);
        out += &format!("{}:{} {} {}\n", at.line, at.column, finding.rule.code, finding.message(lang));
    }
    out
}

#[test]
fn pages_about_settings_keep_their_word() {
    for rule in config::faults::ALL {
        let path = folder().join(format!("{}.md", rule.code));
        let page = read(&path);
        let example = |section| {
            let fences = fences(&page, section);
            let example = fences.iter().find(|fence| fence.language == "toml").expect("settings");
            page[example.inside.clone()].to_owned()
        };
        let bad = example("Salah");
        assert!(findings(&bad, Lang::Id).contains(rule.code), "{} does not raise itself", rule.code);
        assert_eq!(findings(&example("Benar"), Lang::Id), "", "the good example of {}", rule.code);
        keep_words(&path, |lang| findings(&bad, lang)).unwrap_or_else(|why| panic!("{}: {why}", rule.code));
    }
}
