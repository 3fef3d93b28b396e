//! Remedies that a program applies: what each does to the bad example of its rule, and the law that none ever brings a
//! finding that was not there.
//!
//! `UPDATE_EXPECT=1 cargo test --test fix` rewrites `tests/fixes.txt`; review it in the diff.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/pages.rs"]
mod pages;
#[path = "common/typed.rs"]
mod typed;

use proptest::prelude::*;
use sop::compile::compile;
use sop::config::{self, Config};
use sop::diag::{Diagnostic, Severity, Sink};
use sop::fix::mend;
use sop::register::{Entry, Register};
use std::collections::BTreeMap;
use std::fmt::Write;

fn check(text: &str) -> Vec<Diagnostic> {
    compile(text, &Config::default()).diagnostics
}

fn check_settings(text: &str) -> Vec<Diagnostic> {
    let mut sink = Sink::new();
    config::parse(text, "sop.toml", &sop::rules::all(), &mut sink);
    sink.into_sorted()
}

fn count(found: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut count = BTreeMap::new();
    found.iter().for_each(|finding| *count.entry(finding.rule.code).or_default() += 1);
    count
}

type Check = fn(&str) -> Vec<Diagnostic>;

/// The bad example of each rule's page, and what checks it.
fn bad_examples() -> Vec<(&'static str, String, Check)> {
    let mut out: Vec<(&'static str, String, Check)> = Vec::new();
    for rule in sop::rules::all() {
        for fence in pages::fences(rule.page(), "Salah") {
            match fence.language.split(' ').next() {
                Some("sop") => out.push((rule.code, pages::example(rule.page(), &fence).0, check)),
                Some("toml") => {
                    out.push((rule.code, rule.page()[fence.inside.clone()].to_owned(), check_settings))
                }
                _ => {}
            }
        }
    }
    out
}

/// Mends a text and holds the law: nothing new, nothing left to do, every comment kept.
fn mended(name: &str, text: &str, also_unsafe: bool, check: Check) -> String {
    let before = count(&check(text));
    let after = mend(text, also_unsafe, check);
    let found = check(&after.text);
    for (code, number) in count(&found) {
        let had = before.get(code).copied().unwrap_or(0);
        assert!(number <= had, "{name}: {code} {had} → {number}\n{text}\n---\n{}", after.text);
    }
    let again = mend(&after.text, also_unsafe, check);
    assert_eq!(again.text, after.text, "{name}: mending twice");
    let comments = |text: &str| {
        let lines = text.lines().map(str::trim).filter(|line| line.starts_with('#'));
        let seen = |line: &str| line.chars().filter(|c| c.is_ascii_graphic()).collect::<String>();
        lines.filter(|line| !line.contains("abaikan")).map(seen).collect::<Vec<_>>()
    };
    let kept = comments(&after.text);
    for comment in comments(text) {
        assert!(kept.contains(&comment), "{name}: {comment} is lost");
    }
    after.text
}

/// The rules on many files, in the files of their bad example.
fn offered_among_many_files() -> BTreeMap<&'static str, bool> {
    let mut offered = BTreeMap::new();
    for rule in sop::register::faults::ALL {
        let mut register = Register::new();
        for fence in pages::fences(rule.page(), "Salah") {
            let Some(name) = fence.language.strip_prefix("sop ") else { continue };
            let compiled = compile(&rule.page()[fence.inside], &Config::default());
            let procedure = compiled.procedure.expect("it has rows");
            register.add(Entry::of(
                name,
                &procedure,
                &compiled.diagnostics,
                &Config::default(),
                &compiled.later,
            ));
        }
        let found = register.findings(None, Severity::Advice).into_iter().flat_map(|(_, found)| found);
        let own = found.filter(|finding| finding.rule.code == rule.code).filter_map(|finding| finding.fix);
        offered.extend(own.map(|fix| (rule.code, fix.safe)));
    }
    offered
}

/// Which rules bring a remedy stands in `data/perbaikan.tsv`, for `sop rules` and `sop explain`.
#[test]
fn at_least_a_third_of_the_rules_offer_a_remedy_and_say_so() {
    let mut offered = offered_among_many_files();
    for (code, text, check) in bad_examples() {
        let own = check(&text).into_iter().filter(|finding| finding.rule.code == code);
        for fix in own.filter_map(|finding| finding.fix).filter(|fix| !fix.edits.is_empty()) {
            let safe = offered.entry(code).or_default();
            *safe |= fix.safe;
        }
    }
    let all = sop::rules::all();
    assert!(3 * offered.len() >= all.len(), "{} of {} rules: {offered:?}", offered.len(), all.len());
    let line = |(code, safe): (&&str, &bool)| {
        format!("{code}\t{}\n", if *safe { "aman" } else { "perlu diperiksa" })
    };
    let text: String = offered.iter().map(line).collect();
    expect_test::expect_file!["../data/perbaikan.tsv"].assert_eq(&text);
}

#[test]
fn what_the_remedies_do_to_the_bad_examples() {
    let mut out = String::new();
    for (code, text, check) in bad_examples() {
        let safe = mended(code, &text, false, check);
        let both = mended(code, &text, true, check);
        for (kind, before, after) in [("aman", &text, &safe), ("perlu diperiksa", &safe, &both)] {
            if before != after {
                let _ = writeln!(out, "== {code}, {kind}");
                let diff = similar::TextDiff::from_lines(before.as_str(), after.as_str());
                for change in diff.iter_all_changes().filter(|it| it.tag() != similar::ChangeTag::Equal) {
                    let _ = writeln!(out, "{}{}", change.tag(), change.value().trim_end_matches('\n'));
                }
            }
        }
    }
    expect_test::expect_file!["fixes.txt"].assert_eq(&out);
}

/// The limit of the seed's warning, which stands in words only, and what computing it then says.
#[test]
fn a_limit_in_a_warning_becomes_one_that_is_computed() {
    let text = |rows: &str, warning: &str| {
        format!(
            "sop: Penyusunan Laporan\nperingatan:\n  - {warning}\npelaksana:\n  - Tim\n  - Kadis\n\nkegiatan:\n{rows}"
        )
    };
    let rows = "\n1. Tim: Menyiapkan monitoring dan evaluasi\n   waktu: 1 hari kerja\n   output: Instrumen\n\n\
                2. Tim: Melaksanakan monitoring dan evaluasi\n   waktu: 1 hari kerja\n   output: Bukti\n\n\
                3. Tim: Menyusun konsep\n   waktu: 1 hari kerja\n   output: Konsep laporan\n\n\
                4. Kadis: Menandatangani laporan\n   waktu: 1 jam\n   output: Laporan\n\n\
                5. Tim: Mengarsipkan\n   waktu: 1 jam\n   output: Arsip\n";
    let after = |warning: &str| mend(&text(rows, warning), true, check).text;
    let found =
        after("Laporan sudah harus selesai paling lambat 1 (satu) minggu setelah pelaksanaan monitoring");
    assert!(
        found.contains("monitoring\nbatas waktu:\n  - setelah 2 sampai 4: paling lama 1 minggu\n"),
        "{found}"
    );
    // Nothing that is said fits one row, or two fit: the writer has to say it.
    for unclear in [
        "paling lambat 1 minggu",
        "paling lambat 1 minggu setelah rapat",
        "paling lambat 1 minggu setelah evaluasi",
    ] {
        let warning = format!("Laporan selesai {unclear}");
        assert!(!after(&warning).contains("batas waktu"), "{unclear}");
    }
}

/// The name of a lane is dropped only in front of what says by itself what one must be able to do, of that lane alone.
#[test]
fn a_qualification_is_cut_only_to_what_can_stand_alone() {
    let offered = |item: &str| {
        let text = format!(
            "sop: Penyusunan Laporan\nkualifikasi pelaksana:\n  - {item}\npelaksana:\n  - Staf\n  - Kasi\n\nkegiatan:\n"
        );
        let found = check(&format!("{text}1. Staf: Menyusun laporan\n2. Kasi: Memeriksa laporan\n"));
        let told: Vec<_> = found.iter().filter(|it| it.rule.code == "SOP522").collect();
        let [finding] = told[..] else { panic!("SOP522 is raised {} times: {item}", told.len()) };
        finding.fix.is_some()
    };
    assert!(offered("Kasi mampu mengoperasikan komputer"));
    assert!(!offered("Kasi keuangan (D3/S1)"));
    assert!(!offered("Kasi mampu membimbing, Staf mampu mengetik"));
}

#[test]
fn real_procedures_are_mended_and_never_made_worse() {
    for (name, text) in typed::sops() {
        let safe = mended(&name, &text, false, check);
        // What is safe changes no meaning: the same rows and places, the same numbers.
        let rows = |text: &str| {
            let procedure = compile(text, &Config::default()).procedure.unwrap();
            let rows = procedure.sop.kegiatan.iter().map(|row| (row.nomor, row.simpul.clone()));
            rows.collect::<Vec<_>>()
        };
        assert_eq!(rows(&text), rows(&safe), "{name}");
        mended(&name, &text, true, check);
    }
}

/// A procedure with lines put where they do not belong, taken out, doubled, and spoilt.
fn spoilt() -> impl Strategy<Value = String> {
    let texts: Vec<String> = typed::sops()
        .into_iter()
        .map(|(_, text)| text)
        .chain(bad_examples().into_iter().filter(|it| it.1.len() < 4000).map(|it| it.1))
        .collect();
    let lines: Vec<String> = texts.iter().flat_map(|text| text.lines().map(str::to_owned)).collect();
    let steps = proptest::collection::vec((0..5usize, any::<usize>(), 0..lines.len()), 1..8);
    (0..texts.len(), steps).prop_map(move |(text, steps)| {
        let mut own: Vec<String> = texts[text].lines().take(60).map(str::to_owned).collect();
        for (what, at, other) in steps {
            let at = at % own.len().max(1);
            match what {
                0 => own.insert(at, lines[other].clone()),
                1 if !own.is_empty() => drop(own.remove(at)),
                2 => own.insert(at, own.get(at).cloned().unwrap_or_default()),
                3 => own[at] = own[at].replace(": ", ":").replace("- ", "• "),
                _ => own[at] = own[at].replacen('a', "", 1),
            }
            if own.is_empty() {
                own.push(String::new());
            }
        }
        own.join("\n") + "\n"
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_made_worse(text in spoilt()) {
        mended("spoilt", &text, true, check);
    }

    #[test]
    fn not_even_one_that_is_no_procedure(text in "(sop|1\\. Kabid|ya|tidak|waktu|- |: |lanjut ke 2|\n|   |•|#|,|\\?|\u{200b}|\r\n){0,40}") {
        mended("random", &text, true, check);
    }
}
