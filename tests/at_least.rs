//! A check that asks only for grave findings says of them what a whole check says: what is not looked for hides none.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/pages.rs"]
mod pages;
#[path = "common/procedures.rs"]
#[allow(dead_code, reason = "each test file uses a part")]
mod procedures;
#[path = "common/typed.rs"]
mod typed;

use pages::{example, fences_within, folder, read};
use procedures::{Dice, procedure};
use sop::compile::{Compiled, compile, compile_at_least};
use sop::config::Config;
use sop::diag::{Diagnostic, Severity, Sink};
use sop::lint::rules;
use sop::register::{Entry, Register};
use sop::text::Lang;
use std::sync::Arc;

const LEAST: [Severity; 2] = [Severity::Error, Severity::Warning];

/// An office as delivered, one for which small things weigh much, and one that switched grave ones off.
fn offices() -> Vec<Config> {
    let office = |aturan: &[(&str, Option<Severity>)]| Config {
        aturan: aturan.iter().map(|(code, severity)| ((*code).to_owned(), *severity)).collect(),
        ..Config::default()
    };
    let strict = ["SOP205", "SOP403", "SOP404", "SOP411", "SOP605", "SOP607", "SOP913"];
    vec![
        office(&[]),
        office(&strict.map(|code| (code, Some(Severity::Error)))),
        office(&[("SOP201", None), ("SOP202", Some(Severity::Advice)), ("SOP601", None), ("SOP403", None)]),
    ]
}

/// What row 2 needs was to be made in row 1, which says so itself.
const EXPLAINED: &str = "sop: Penyusunan Laporan\ndokumen luar:\n  - Data\npelaksana:\n  - Kasi\nkegiatan:\n\
    1. Kasi: Menyusun laporan\n   kelengkapan: Data\n   waktu: 1 jam\n\
    2. Kasi: Mengirim laporan\n   kelengkapan: Laporan\n   waktu: 1 jam\n   output: Tanda terima\n";

/// Real procedures, faulty ones, every example of the rule pages, and random ones; a fourth also with a line less.
fn texts() -> Vec<String> {
    let mut texts = vec![EXPLAINED.to_owned()];
    texts.extend(typed::sops().into_iter().chain(typed::within("tests/diagnostics")).map(|(_, text)| text));
    let mut pages: Vec<_> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    for page in pages.iter().map(|path| read(path)) {
        let fences = fences_within(&page, 0..page.len());
        let sheets = fences.iter().filter(|fence| fence.language.starts_with("sop"));
        texts.extend(sheets.map(|fence| example(&page, fence).0));
    }
    texts.extend((0..20).map(|seed| procedure(seed, 4 + seed as usize % 12, 2 + seed as usize % 4)));
    let mut dice = Dice::new(7);
    for at in (0..texts.len()).step_by(4) {
        let lines: Vec<&str> = texts[at].lines().collect();
        let left_out = dice.below(lines.len().max(1));
        let left: Vec<&str> =
            lines.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, it)| *it).collect();
        texts.push(left.join("\n") + "\n");
    }
    texts
}

fn said(findings: &[Diagnostic], least: Severity) -> Vec<String> {
    let grave = findings.iter().filter(|finding| finding.severity >= least);
    grave.map(|it| format!("{:?} {:?} {}", it.rule.code, it.primary, it.message(Lang::Id))).collect()
}

#[test]
fn grave_findings_are_the_same_alone() {
    let [grave, left_out] = agree(&texts(), &offices()[0]);
    assert!(grave > 700 && left_out > 1_000, "{grave} {left_out}");
}

#[test]
fn grave_findings_are_the_same_alone_where_an_office_weighs_otherwise() {
    let (texts, offices) = (texts(), offices());
    let [grave, left_out] = agree(&texts, &offices[1]);
    assert!(grave > 700 && left_out > 1_000, "{grave} {left_out}");
    agree(texts.iter().step_by(9), &offices[2]);
}

/// Holds a check for grave findings against a whole one; how many they were, and how many were left out.
fn agree<'t>(texts: impl IntoIterator<Item = &'t String>, office: &Config) -> [usize; 2] {
    let (mut grave, mut left_out) = (0, 0);
    for text in texts {
        let all = compile(text, office).diagnostics;
        for least in LEAST {
            let (_, Compiled { diagnostics, .. }) = compile_at_least(text.as_bytes(), office, least);
            let expected = said(&all, least);
            assert_eq!(said(&diagnostics, Severity::Advice), expected, "{least:?}\n{text}");
            grave += expected.len();
            left_out += all.len() - expected.len();
        }
    }
    [grave, left_out]
}

#[test]
fn a_lint_finds_its_own_rule_only() {
    for text in texts().iter().step_by(3) {
        let Some(procedure) = compile(text, &Config::default()).procedure else { continue };
        for lint in rules::ALL {
            let mut sink = Sink::new();
            (lint.check)(&procedure, &mut sink);
            let found = sink.into_sorted();
            assert!(
                found.iter().all(|finding| finding.rule.code == lint.rule.code),
                "{}\n{text}",
                lint.rule.code
            );
        }
    }
}

#[test]
fn grave_findings_across_files_are_the_same_alone() {
    let texts: Vec<String> = texts().into_iter().step_by(3).collect();
    let offices: Vec<Arc<Config>> = offices().into_iter().map(Arc::new).collect();
    // All of one office, and each file of another.
    for of in [|_| 0, |at: usize| at % 3] {
        let (mut listed, mut unlisted) = (Register::new().whole(true), Register::new().whole(true));
        for (at, text) in texts.iter().enumerate() {
            let office = &offices[of(at)];
            let Compiled { procedure: Some(procedure), diagnostics, later, .. } = compile(text, office)
            else {
                continue;
            };
            let name = at.to_string();
            listed.add(Entry::of(&name, &procedure, &diagnostics, office, &later));
            unlisted.add(Entry::unlisted(&name, &procedure, office, &later));
        }
        let all = listed.findings(None, Severity::Advice);
        assert!(all.len() > 100, "{}", all.len());
        for least in LEAST {
            let mut expected: Vec<_> = all.iter().map(|(at, found)| (*at, said(found, least))).collect();
            expected.retain(|(_, found)| !found.is_empty());
            let found = unlisted.findings(None, least);
            let found: Vec<_> =
                found.iter().map(|(at, found)| (*at, said(found, Severity::Advice))).collect();
            assert_eq!(found, expected, "{least:?}");
        }
    }
}

#[test]
fn what_one_office_leaves_out_is_made_when_another_asks() {
    let mut offices = offices();
    let rules = (602..=607).map(|number| (format!("SOP{number}"), None));
    offices.push(Config { aturan: rules.collect(), ..Config::default() });
    let mut checked = Vec::new();
    for (at, text) in texts().iter().step_by(3).enumerate() {
        let office = &offices[at % 4];
        let Compiled { procedure: Some(procedure), later, .. } = compile(text, office) else { continue };
        checked.push((at.to_string(), procedure, office, later));
    }
    for least in LEAST {
        let (mut whole, mut less) = (Register::new().whole(true), Register::new().whole(true));
        for (name, procedure, office, later) in &checked {
            whole.add(Entry::unlisted(name, procedure, office, later));
            less.add(Entry::at_least(name, procedure, office, later, least));
        }
        let wanting = less.wanting(least);
        assert!(!wanting.is_empty(), "{least:?}");
        for at in wanting {
            let (name, procedure, office, later) = &checked[at];
            less.replace(at, Entry::unlisted(name, procedure, office, later));
        }
        let said = |register: Register| {
            let found = register.findings(None, least).into_iter();
            found.map(|(at, found)| (at, said(&found, Severity::Advice))).collect::<Vec<_>>()
        };
        assert_eq!(said(less), said(whole), "{least:?}");
    }
}
