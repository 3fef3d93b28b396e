//! Every rule of every stage, listed and found.

use crate::diag::Rule;
use crate::layout::faults as sheet;
use crate::sorting;
use crate::text::{Lang, Text};
use crate::{config, lint, model, register, syntax};
use std::sync::LazyLock;

/// Every rule, in order of code.
pub fn all() -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> = Vec::new();
    rules.extend(syntax::faults::ALL);
    rules.extend(model::faults::ALL);
    rules.extend(lint::rules::ALL.iter().map(|lint| lint.rule));
    rules.extend(lint::suppress::ALL);
    rules.extend(sheet::ALL);
    rules.extend(register::faults::ALL);
    rules.extend(config::faults::ALL);
    sorting::by_key(&mut rules, |rule| rule.code);
    rules
}

/// The rule with exactly this code, for those who ask often.
pub fn of(code: &str) -> Option<&'static Rule> {
    static SORTED: LazyLock<Vec<&'static Rule>> = LazyLock::new(all);
    SORTED.binary_search_by_key(&code, |rule| rule.code).ok().map(|at| SORTED[at])
}

/// The rule with this code, without regard to case, or with this name.
pub fn find(code: &str) -> Option<&'static Rule> {
    all().into_iter().find(|rule| rule.code.eq_ignore_ascii_case(code) || rule.name == code)
}

/// Whether the findings of a rule bring a remedy, mostly or always; whether it is safe. Held against the rule pages by
/// `tests/fix.rs`.
pub fn remedy(rule: &Rule) -> Option<bool> {
    static OFFERED: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/perbaikan.tsv"));
    let mut lines = OFFERED.lines().filter_map(|line| line.split_once('\t'));
    lines.find(|(code, _)| *code == rule.code).map(|(_, kind)| kind == "aman")
}

/// A remedy in a word: `aman`.
pub fn remedy_word(rule: &Rule) -> Option<&'static Text> {
    static SAFE: Text = Text { id: "aman", en: "safe" };
    static TO_CHECK: Text = Text { id: "perlu diperiksa", en: "to be checked" };
    remedy(rule).map(|safe| if safe { &SAFE } else { &TO_CHECK })
}

/// The rules whose codes begin so: `SOP2`, `SOP20`, also written `2xx`. Empty for what is no family.
pub fn family(name: &str) -> Vec<&'static Rule> {
    let digits = name.trim().to_ascii_uppercase();
    let digits = digits.trim_start_matches("SOP").trim_end_matches('X');
    if digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let start = format!("SOP{digits}");
    all().into_iter().filter(|rule| rule.code.starts_with(&start)).collect()
}

/// Every rule as a table in Markdown, as it stands in `docs/rules/README.md`.
pub fn index(lang: Lang) -> String {
    let mut out = match lang {
        Lang::Id => {
            "| Kode | Nama | Bobot | Perbaikan | Yang ditemukan |\n|---|---|---|---|---|\n".to_owned()
        }
        Lang::En => "| Code | Name | Severity | Remedy | What is found |\n|---|---|---|---|---|\n".to_owned(),
    };
    for rule in all() {
        let message = rule.message.pattern(lang).replace('|', "\\|");
        let weight = rule.severity.word().pattern(lang);
        let remedy = remedy_word(rule).map_or("", |word| word.pattern(lang));
        out += &format!("| [{0}]({0}.md) | {1} | {weight} | {remedy} | {message} |\n", rule.code, rule.name);
    }
    out
}

/// The paragraphs of a page between its title and its examples that are in a language, each on one line.
pub fn explanation(page: &str, lang: Lang) -> Vec<String> {
    let body = page.split_once('\n').map_or("", |(_, body)| body);
    let text = body.split("\n## ").next().unwrap_or_default();
    let paragraphs = text.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.filter(|words| !words.is_empty() && language(words) == lang).collect()
}

/// By the small words, which every sentence has.
fn language(words: &str) -> Lang {
    const INDONESIAN: &[&str] = &[
        "yang", "dan", "tidak", "atau", "dengan", "ini", "pada", "dari", "di", "itu", "untuk", "adalah",
        "ke", "oleh", "satu", "bila", "belum",
    ];
    const ENGLISH: &[&str] = &[
        "the", "and", "is", "not", "of", "to", "in", "that", "it", "are", "for", "with", "by", "has", "one",
        "or", "an", "as", "row", "what", "be", "after",
    ];
    let count = |small: &[&str]| {
        let lower = words.to_lowercase();
        let parts = lower.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
        parts.filter(|word| small.contains(&word.as_str())).count()
    };
    if count(ENGLISH) > count(INDONESIAN) { Lang::En } else { Lang::Id }
}
