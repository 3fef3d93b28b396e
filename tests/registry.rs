//! What every rule promises: a code of its own, a page with its title, and words in both languages.

use sop::diag::Severity;
use sop::rules;
use sop::text::{Lang, Text};
use std::collections::BTreeSet;

#[test]
fn every_rule_has_a_code_and_a_name_of_its_own() {
    let all = rules::all();
    assert!(all.len() > 80, "only {} rules are listed", all.len());
    let (mut codes, mut names) = (BTreeSet::new(), BTreeSet::new());
    for rule in &all {
        let digits = rule.code.strip_prefix("SOP").unwrap_or_default();
        assert!(digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()), "{}", rule.code);
        assert!(codes.insert(rule.code), "{} stands twice", rule.code);
        assert!(names.insert(rule.name), "{} has the name of another rule, {}", rule.code, rule.name);
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(rule.name.chars().all(plain), "{}: {}", rule.code, rule.name);
        assert!(rules::find(&rule.code.to_lowercase()).is_some_and(|found| found.code == rule.code));
        assert!(rules::find(rule.name).is_some_and(|found| found.code == rule.code));
    }
    assert!(all.is_sorted_by_key(|rule| rule.code));
}

#[test]
fn every_rule_has_its_page() {
    for rule in rules::all() {
        let title = format!("# `{}` {}\n", rule.code, rule.name);
        assert!(
            rule.page().starts_with(&title),
            "{}: the page begins with {:?}",
            rule.code,
            rule.page().lines().next()
        );
        for section in ["\n## Salah\n", "\n## Benar\n"] {
            assert_eq!(rule.page().matches(section).count(), 1, "{}: {section:?}", rule.code);
        }
    }
}

#[test]
fn every_page_explains_in_both_languages_and_links_only_to_pages() {
    let codes: BTreeSet<&str> = rules::all().iter().map(|rule| rule.code).collect();
    for rule in rules::all() {
        let (id, en) = (rules::explanation(rule.page(), Lang::Id), rules::explanation(rule.page(), Lang::En));
        assert!(
            !id.is_empty() && !en.is_empty(),
            "{}: {} Indonesian, {} English",
            rule.code,
            id.len(),
            en.len()
        );
        let body = rule.page().split_whitespace().collect::<Vec<_>>().join(" ");
        let (first, last) = (body.find(&id[0]), body.find(&en[0]));
        assert!(first < last, "{}: Indonesian comes first", rule.code);
        for words in id.iter().chain(&en) {
            for (at, _) in words.match_indices("SOP") {
                let code = words.get(at..at + 6).unwrap_or_default();
                let named = code.len() == 6 && code[3..].bytes().all(|byte| byte.is_ascii_digit());
                // The end of a range need not be a rule.
                let range = ["sampai ", "to "].iter().any(|word| words[..at].ends_with(word));
                assert!(!named || range || codes.contains(code), "{}: there is no {code}", rule.code);
            }
        }
    }
    assert!(
        rules::family("SOP2").len() >= 10 && rules::family("9xx").iter().all(|rule| rule.code >= "SOP900")
    );
    assert!(rules::family("SOP").is_empty() && rules::family("self-return").is_empty());
}

#[test]
fn every_word_of_a_rule_is_there_in_both_languages() {
    for rule in rules::all() {
        holds(rule.code, &rule.message);
        rule.help.iter().for_each(|help| holds(rule.code, help));
    }
    for severity in [Severity::Advice, Severity::Warning, Severity::Error] {
        holds("severity", severity.word());
    }
}

fn holds(what: &str, text: &Text) {
    let names = |lang| text.names(lang).into_iter().collect::<BTreeSet<_>>();
    assert_eq!(names(Lang::Id), names(Lang::En), "{what}: {text:?}");
    for words in [text.id, text.en] {
        assert!(!words.trim().is_empty(), "{what}: {text:?}");
        assert!(!words.contains('!') && !words.to_lowercase().contains("invalid"), "{what}: {words}");
        assert!(!words.ends_with('.'), "{what}: {words}");
        assert_eq!(words.matches('{').count(), words.matches('}').count(), "{what}: {words}");
    }
}
