//! Pages of rules about `sop.toml`, run: the bad example gives exactly the findings that the page prints, the good one
//! none. `UPDATE_EXPECT=1` rewrites the pages.
#![allow(clippy::disallowed_methods, reason = "tests read files and the environment")]

use sop::diag::Sink;
use sop::source::LineIndex;
use sop::text::Lang;
use sop::{config, rules};

fn findings(text: &str) -> String {
    let mut sink = Sink::new();
    config::parse(text, "sop.toml", &rules::all(), &mut sink);
    let index = LineIndex::new(text);
    let mut out = String::new();
    for finding in sink.into_sorted() {
        let at = index.line_column(text, finding.primary.start as usize);
        out += &format!("{}:{} {} {}\n", at.line, at.column, finding.rule.code, finding.message(Lang::Id));
    }
    out
}

/// The inside of the first fence of this language after `from`, as a range.
fn fence(page: &str, from: usize, language: &str) -> std::ops::Range<usize> {
    let open = format!("```{language}\n");
    let start = from + page[from..].find(&open).unwrap_or_else(|| panic!("no {open}")) + open.len();
    start..start + page[start..].find("```").expect("the fence is closed")
}

#[test]
fn pages_about_settings_keep_their_word() {
    for rule in config::faults::ALL {
        let path = format!("{}/docs/rules/{}.md", env!("CARGO_MANIFEST_DIR"), rule.code);
        let page = std::fs::read_to_string(&path).unwrap();
        let bad = fence(&page, page.find("## Salah").unwrap(), "toml");
        let said = fence(&page, bad.end, "text");
        let good = fence(&page, page.find("## Benar").unwrap(), "toml");
        let found = findings(&page[bad]);
        assert!(found.contains(rule.code), "{} does not raise itself", rule.code);
        assert_eq!(findings(&page[good]), "", "the good example of {}", rule.code);
        if found != page[said.clone()] {
            if std::env::var_os("UPDATE_EXPECT").is_some() {
                std::fs::write(&path, format!("{}{found}{}", &page[..said.start], &page[said.end..]))
                    .unwrap();
            } else {
                assert_eq!(found, page[said], "{path}");
            }
        }
    }
}
