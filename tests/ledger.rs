//! The ledger (`docs/peraturan/permenpan-35-2012.md`) and the rules hold each other: what a rule names as its basis
//! says that it is enforced by that rule, and the other way round.
#![allow(clippy::disallowed_methods, reason = "a test reads the file that it tests")]

use sop::rules;
use std::collections::{BTreeMap, BTreeSet};

const LEDGER: &str = "docs/peraturan/permenpan-35-2012.md";
/// What a page says where its provision was remembered and not read, in both languages.
const REMEMBERED: [&str; 2] = ["diingat penyusun program ini, belum dibaca", "remembered, not read"];

/// A row of the list.
struct Provision {
    held: String,
    source: String,
}

fn ledger() -> BTreeMap<String, Provision> {
    let text = std::fs::read_to_string(LEDGER).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| R"));
    let mut found = BTreeMap::new();
    for line in rows {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [number, _, held, source] = cells[..] else { panic!("{LEDGER}: not four columns: {line}") };
        let row = Provision { held: held.to_owned(), source: source.to_owned() };
        assert!(found.insert(number.to_owned(), row).is_none(), "{LEDGER}: {number} stands twice");
    }
    found
}

/// Every `SOP504` in a cell.
fn codes(cell: &str) -> BTreeSet<String> {
    cell.match_indices("SOP")
        .filter_map(|(at, _)| cell.get(at..at + 6))
        .filter(|code| code[3..].bytes().all(|byte| byte.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

/// `R26`, or several with commas between.
fn basis(rule: &sop::diag::Rule) -> Vec<&'static str> {
    rule.basis.map_or_else(Vec::new, |basis| basis.split(", ").collect())
}

#[test]
fn every_provision_is_listed_and_says_who_holds_it() {
    let ledger = ledger();
    let wanted: Vec<String> = (1..=95).map(|number| format!("R{number:02}")).collect();
    assert_eq!(ledger.keys().cloned().collect::<Vec<_>>(), wanted);
    for (number, row) in &ledger {
        for part in row.held.split(" · ") {
            let known = part == "belum"
                || part.starts_with("dengan sendirinya: ")
                || part.starts_with("penulis: ")
                || part.split(", ").all(|code| codes(code).contains(code));
            assert!(known, "{LEDGER}: {number}: nobody knows how to read {part:?}");
        }
        assert!(row.held == "belum" || !row.held.contains("belum"), "{LEDGER}: {number}: {}", row.held);
        assert!(row.source.starts_with(['S', 'E', 'M', 'I']), "{LEDGER}: {number}: {}", row.source);
    }
}

#[test]
fn the_ledger_and_the_rules_name_each_other() {
    let ledger = ledger();
    let mut wrong = Vec::new();
    for rule in rules::all() {
        for number in basis(rule) {
            let Some(row) = ledger.get(number) else {
                wrong.push(format!("{}: `basis` names {number}, which {LEDGER} does not list", rule.code));
                continue;
            };
            if !codes(&row.held).contains(rule.code) {
                let now = if row.held == "belum" { String::new() } else { row.held.clone() };
                let mut parts: Vec<&str> = now.split(" · ").collect();
                let held = parts.remove(0);
                let mut all = codes(held);
                all.insert(rule.code.to_owned());
                let mut cell = all.into_iter().collect::<Vec<_>>().join(", ");
                if codes(held).is_empty() && !held.is_empty() {
                    parts.insert(0, held);
                }
                parts.iter().for_each(|part| cell += &format!(" · {part}"));
                wrong.push(format!(
                    "{LEDGER}, row {number}: the third column says `{}`; write `{cell}`",
                    row.held
                ));
            }
        }
    }
    for (number, row) in &ledger {
        for code in codes(&row.held) {
            match rules::find(&code) {
                None => wrong.push(format!("{LEDGER}, row {number}: there is no rule {code}")),
                Some(rule) if !basis(rule).contains(&number.as_str()) => wrong.push(format!(
                    "{code} is named in row {number} of {LEDGER}: add {number} to its `basis` (now {:?})",
                    rule.basis
                )),
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_page_says_where_its_provision_was_remembered_and_not_read() {
    let ledger = ledger();
    for rule in rules::all() {
        let remembered: Vec<&str> = basis(rule)
            .into_iter()
            .filter(|number| {
                let source = ledger.get(*number).map_or("", |row| &row.source);
                let label = source.split([' ', ';', ',']).next().unwrap_or_default();
                label.split('/').any(|letter| letter == "M") || source.contains("(M)")
            })
            .collect();
        let page = rule.page().split_whitespace().collect::<Vec<_>>().join(" ");
        for words in REMEMBERED.iter().filter(|words| !page.contains(**words)) {
            assert!(
                remembered.is_empty(),
                "docs/rules/{}.md: {} was remembered, not read (label M): say so with the words {words:?}",
                rule.code,
                remembered.join(", ")
            );
        }
    }
}
