//! Findings in every format: one fixed set against `tests/reports/`, and whatever our rule pages raise against the shape
//! of the format.
//!
//! `UPDATE_EXPECT=1 cargo test --test report` rewrites the files; review them in the diff.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/pages.rs"]
mod pages;
#[path = "common/skema.rs"]
mod skema;

use serde_json::Value;
use sop::config::Config;
use sop::diag::{Diagnostic, Fix, Rule, Severity, Step};
use sop::report::{self, Report};
use sop::source::Span;
use sop::text::{Lang, Text};
use std::collections::BTreeSet;

const fn rule(code: &'static str, name: &'static str, severity: Severity, help: Option<Text>) -> Rule {
    Rule {
        code,
        name,
        severity,
        since: "0.1.0",
        message: Text { id: "`{apa}` tidak dikenali, 100%", en: "`{apa}` is not known, 100%" },
        help,
        basis: None,
        page: sop::diag::Page,
    }
}

static UNREADABLE: Rule = rule("SOP001", "unreadable-line", Severity::Error, None);
static MARK: Rule = rule(
    "SOP002",
    "foreign-mark",
    Severity::Warning,
    Some(Text { id: "tulis `-`, lalu: {apa}", en: "write `-`, then: {apa}" }),
);
static WORDY: Rule = rule("SOP003", "wordy", Severity::Advice, None);
static HERE: Text = Text { id: "yang pertama di sini", en: "the first one is here" };
static REPLACE: Text = Text { id: "ganti tandanya", en: "replace the mark" };

fn fixed_set(lang: Lang) -> Report {
    let text = "sop: Contoh\n→ satu <&>\r\n• dua | \"tiga\"\n";
    let at = |words: &str| {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let fix = Fix { title: &REPLACE, edits: vec![(at("•"), "-".to_owned())], safe: true };
    let step = |label: &str, answer: Option<&str>| Step {
        place: 0,
        label: label.to_owned(),
        answer: answer.map(sop::text::Arg::from),
        span: at("satu"),
    };
    let findings = [
        Diagnostic::at(&UNREADABLE, at("→ satu <&>")).with("apa", "<&> \"\u{1b}[1m"),
        Diagnostic::at(&MARK, at("• dua")).with("apa", "•|_").related(at("Contoh"), &HERE).fix(fix),
        Diagnostic::at(&WORDY, at("tiga"))
            .with("apa", "tiga")
            .run(vec![step("1", None), step("2 Kasi", Some("tidak"))]),
        Diagnostic::at(&WORDY, at("dua")).with("apa", "tiga"),
    ];
    let mut report = Report::new(lang, Severity::Error);
    report.add(report::File::new(lang, "bidang 1/SOP é, baru.sop", text, &findings));
    report.add(report::File::new(lang, "bersih.sop", "", &[]));
    report.add_failure(
        "rusak.sop",
        "tidak dapat dibaca: <tidak diizinkan>".to_owned(),
        Some("minta izin".to_owned()),
    );
    report
}

#[test]
fn one_set_of_findings_in_every_format_and_language() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports");
    let mut written = BTreeSet::new();
    for format in report::ALL {
        for (lang, name) in [(Lang::Id, "id"), (Lang::En, "en")] {
            let text = (format.write)(&fixed_set(lang));
            assert_eq!(text, (format.write)(&fixed_set(lang)), "{} is not deterministic", format.name);
            assert!(text.ends_with('\n') && !text.contains('\u{1b}'), "{}", format.name);
            let file = format!("{}.{name}.txt", format.name);
            expect_test::expect_file![folder.join(&file)].assert_eq(&text);
            written.insert(file);
        }
    }
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(written.contains(&name), "{name} comes from no format");
    }
}

/// Every bad example of every rule page, bytes that are no text, an empty file, a file that cannot be read.
fn everything() -> (Report, usize) {
    let mut report = Report::new(Lang::Id, Severity::Error);
    let mut count = 0;
    let mut add = |name: &str, bytes: &[u8]| {
        let (text, compiled) = sop::compile::compile_bytes(bytes, &Config::default());
        report.add(report::File::new(Lang::Id, name, &text, &compiled.diagnostics));
        count += compiled.diagnostics.len();
    };
    for rule in sop::rules::all() {
        for fence in
            pages::fences(rule.page(), "Salah").iter().filter(|fence| fence.language.starts_with("sop"))
        {
            add(&format!("{}.sop", rule.code), pages::example(rule.page(), fence).0.as_bytes());
        }
    }
    add("bukan-teks.sop", b"sop: \xff\xfe\0\x1b\n1. \xe2\x80");
    add("kosong.sop", b"");
    report.add_failure("rusak.sop", "tidak dapat dibaca".to_owned(), None);
    (report, count)
}

fn written(name: &str) -> (String, usize) {
    let format = report::ALL.iter().find(|format| format.name == name).unwrap();
    let (report, count) = everything();
    assert!(count > 100, "only {count} findings");
    ((format.write)(&report), count)
}

#[test]
fn json_and_its_lines_keep_to_our_schema() {
    let schema = skema::schema("temuan-v1.schema.json");
    let (text, count) = written("json");
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(skema::faults(&schema, &schema, &report, ""), Vec::<String>::new());
    assert_eq!(report["findings"].as_array().unwrap().len(), count);
    let marks: BTreeSet<&str> =
        report["findings"].as_array().unwrap().iter().map(|it| it["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(marks.len(), count, "every finding has a fingerprint of its own");
    let (text, count) = written("jsonl");
    assert_eq!(text.lines().count(), count + 1);
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        let shape = if value.get("failure").is_some() { "failure" } else { "finding" };
        assert_eq!(skema::faults(&schema, &schema["$defs"][shape], &value, ""), Vec::<String>::new());
    }
}

#[test]
fn sarif_names_every_rule_it_uses_and_every_place_is_one() {
    let (text, count) = written("sarif");
    let log: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), count);
    for rule in rules {
        let page = sop::rules::of(rule["id"].as_str().unwrap()).unwrap().page();
        assert!(page.starts_with("# `SOP") && rule["help"]["markdown"] == page);
    }
    for result in results {
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let number = |key: &str| region[key].as_u64().unwrap();
        assert!(number("startLine") >= 1 && number("startColumn") >= 1);
        assert!((number("endLine"), number("endColumn")) >= (number("startLine"), number("startColumn")));
    }
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    assert_eq!(run["invocations"][0]["toolExecutionNotifications"].as_array().unwrap().len(), 1);
}

#[test]
fn gitlab_and_reviewdog_get_what_they_ask_for() {
    let (text, count) = written("gitlab");
    let issues: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert_eq!(issues.len(), count + 1);
    let mut marks = BTreeSet::new();
    for issue in &issues {
        assert!(["info", "major", "critical", "blocker"].contains(&issue["severity"].as_str().unwrap()));
        assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
        assert!(!issue["description"].as_str().unwrap().is_empty() && issue["check_name"].is_string());
        assert!(marks.insert(issue["fingerprint"].as_str().unwrap()), "{issue}");
    }
    let (text, count) = written("rdjson");
    let result: Value = serde_json::from_str(&text).unwrap();
    let diagnostics = result["diagnostics"].as_array().unwrap();
    assert_eq!(diagnostics.len(), count + 1);
    for diagnostic in diagnostics {
        assert!(["ERROR", "WARNING", "INFO"].contains(&diagnostic["severity"].as_str().unwrap()));
        assert!(diagnostic["message"].is_string() && diagnostic["location"]["path"].is_string());
    }
    assert!(diagnostics.iter().any(|it| it["suggestions"][0]["range"]["start"]["line"].is_u64()));
}

#[test]
fn the_xml_formats_are_xml_and_count_right() {
    let (text, count) = written("junit");
    let xml = roxmltree::Document::parse(&text).unwrap();
    let named = |name: &'static str| xml.descendants().filter(move |node| node.has_tag_name(name));
    let sum = |key: &str| {
        named("testsuite").map(|it| it.attribute(key).unwrap().parse::<usize>().unwrap()).sum::<usize>()
    };
    assert_eq!(named("testcase").count(), sum("tests"));
    assert_eq!(named("failure").count(), sum("failures"));
    assert_eq!(named("failure").count() + named("system-out").count(), count);
    assert_eq!(xml.root_element().attribute("errors"), Some("1"));
    let (text, count) = written("checkstyle");
    let xml = roxmltree::Document::parse(&text).unwrap();
    let errors = xml.descendants().filter(|node| node.has_tag_name("error"));
    assert_eq!(errors.clone().count(), count + 1);
    for error in errors {
        assert!(error.attribute("line").unwrap().parse::<usize>().unwrap() >= 1);
        assert!(["error", "warning", "info"].contains(&error.attribute("severity").unwrap()));
    }
}

#[test]
fn formats_of_lines_hold_one_finding_a_line() {
    for name in ["concise", "github"] {
        let (text, count) = written(name);
        assert_eq!(text.lines().count(), count + 1, "{name}");
    }
    let (text, _) = written("markdown");
    for line in text.lines().filter(|line| line.starts_with('|')) {
        let bars = line.replace("\\|", "").matches('|').count();
        assert_eq!(bars, 5, "{line}");
    }
}

#[test]
fn the_settings_of_a_folder_are_no_procedure() {
    let mut report = Report::new(Lang::Id, Severity::Error);
    report.add(report::File::new(Lang::Id, "sop/bersih.sop", "", &[]));
    report.add(report::File::new(Lang::Id, "sop/sop.toml", "", &[]));
    let format = report::ALL.iter().find(|format| format.name == "markdown").unwrap();
    assert!((format.write)(&report).contains("\n1 berkas"), "{}", (format.write)(&report));
}

#[test]
fn what_we_hand_to_build_servers_names_formats_that_exist_and_the_page_names_all() {
    let names: BTreeSet<&str> = report::ALL.iter().map(|format| format.name).collect();
    let read = |path: &str| {
        std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
    };
    for path in ["integrasi/github.yml", "integrasi/gitlab.yml"] {
        let text = read(path);
        let used: Vec<&str> = text.split("--format ").skip(1).filter_map(|it| it.split(' ').next()).collect();
        assert!(used.len() >= 2 && used.iter().all(|name| names.contains(name.trim())), "{path}: {used:?}");
    }
    let page = read("docs/integrasi.md");
    for name in names {
        assert!(page.contains(&format!("\n| `{name}` |")), "{name}");
    }
}
