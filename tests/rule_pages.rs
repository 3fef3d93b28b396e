//! Every rule page is a test: its bad example raises the rule and says exactly what the page says it says; its good
//! example raises nothing. How examples are written stands in `docs/rules/README.md`, whose list is held here too.
//!
//! `UPDATE_EXPECT=1 cargo test --test rule_pages` rewrites the expected text in the pages, and the list.
#![allow(clippy::disallowed_methods, reason = "tests read files and the environment")]

#[path = "common/pages.rs"]
mod pages;

use pages::{Fence, example, fences, folder, keep_words, read};
use sop::config::Config;
use sop::diag::Severity;
use sop::rules;
use sop::source::LineIndex;
use sop::text::Lang;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

fn updating() -> bool {
    std::env::var_os("UPDATE_EXPECT").is_some()
}

/// What is found in an example: `LINE:COL CODE message`, and how much each weighs.
fn findings(
    page: &str,
    fence: &Fence,
    settings: &Config,
    lang: Lang,
) -> Vec<(String, &'static str, Severity)> {
    let (text, before) = example(page, fence);
    let index = LineIndex::new(&text);
    let compiled = sop::compile::compile(&text, settings);
    let found = compiled.diagnostics.iter().map(|finding| {
        let at = index.line_column(&text, finding.primary.start as usize);
        let line = (at.line).saturating_sub(before);
        let said = format!("{line}:{} {} {}", at.column, finding.rule.code, finding.message(lang));
        (said, finding.rule.code, finding.severity)
    });
    found.collect()
}

/// The settings that a page gives its examples.
fn settings_of(text: &str) -> Config {
    let mut sink = sop::diag::Sink::new();
    let settings = sop::config::parse(text, "sop.toml", &rules::all(), &mut sink);
    assert!(!sink.has_errors(), "{text}");
    sop::config::merge([&settings]).config
}

#[test]
fn pages_keep_their_word() {
    let mut wrong = String::new();
    for rule in rules::all() {
        let path = folder().join(format!("{}.md", rule.code));
        let page = read(&path);
        if let Err(why) = page_keeps_its_word(rule, &page, &path) {
            let _ = writeln!(wrong, "{}: {why}", rule.code);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn page_keeps_its_word(rule: &sop::diag::Rule, page: &str, path: &Path) -> Result<(), String> {
    let title = format!("# `{}` {}\n", rule.code, rule.name);
    if !page.starts_with(&title) {
        return Err(format!("the page must begin with {title:?}"));
    }
    let bad = fences(page, "Salah");
    if bad.iter().any(|fence| fence.language == "toml") {
        // A rule of settings: `rule_pages_toml.rs` runs its page.
        return Ok(());
    }
    if bad.iter().any(|fence| fence.language.contains(".sop")) {
        // A rule on many files: `rule_pages_many.rs` runs its page.
        return Ok(());
    }
    let (settings, bad): (Vec<_>, Vec<_>) = bad.into_iter().partition(|fence| fence.language == "toml sop");
    let settings =
        settings.first().map_or_else(Config::default, |fence| settings_of(&page[fence.inside.clone()]));
    let bad: Vec<_> = bad.into_iter().filter(|fence| fence.language.starts_with("sop")).collect();
    let [bad] = &bad[..] else {
        return Err("`## Salah` needs one `sop` fence".to_owned());
    };
    let found = findings(page, bad, &settings, Lang::Id);
    if !found.iter().any(|(_, code, _)| *code == rule.code) {
        return Err(format!("the bad example does not raise the rule, but {found:#?}"));
    }
    keep_words(path, |lang| {
        findings(page, bad, &settings, lang).iter().map(|(said, ..)| format!("{said}\n")).collect()
    })?;
    let good = fences(page, "Benar");
    let [good] = &good[..] else {
        return Err("`## Benar` needs one `sop` fence".to_owned());
    };
    let raised: Vec<_> = findings(page, good, &settings, Lang::Id)
        .into_iter()
        .filter(|(_, code, severity)| *code == rule.code || *severity > Severity::Advice)
        .collect();
    if raised.is_empty() { Ok(()) } else { Err(format!("the good example raises {raised:#?}")) }
}

#[test]
fn every_page_belongs_to_a_rule() {
    let codes: BTreeSet<String> = rules::all().iter().map(|rule| format!("{}.md", rule.code)).collect();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name == "README.md" || codes.contains(&name), "{name} belongs to no rule");
    }
}

#[test]
fn the_list_of_rules_is_complete() {
    let list = rules::index(Lang::Id);
    let path = folder().join("README.md");
    let page = read(&path);
    let head = "## Daftar aturan\n\n";
    let at = page.find(head).expect("README.md has a list of rules") + head.len();
    if page[at..] != list {
        assert!(
            updating(),
            "docs/rules/README.md is out of date: UPDATE_EXPECT=1 cargo test --test rule_pages"
        );
        std::fs::write(&path, page[..at].to_owned() + &list).unwrap();
    }
}
