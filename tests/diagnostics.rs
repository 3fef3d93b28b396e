//! Bad files, and exactly what we say about them, remedies included.
//!
//! `tests/diagnostics/NAME.sop` is compiled as it stands; the findings are kept beside it in `NAME.txt`.
//! `UPDATE_EXPECT=1` rewrites those; review the diff as a writer would read it.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use sop::config::Config;
use sop::diag::Sink;
use sop::source::LineIndex;
use sop::syntax;
use sop::text::Lang;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

/// Every finding as a writer sees it: place, code, message, remedy.
fn said(text: &str) -> String {
    let index = LineIndex::new(text);
    let compiled = sop::compile::compile(text, &Config::default());
    let mut out = String::new();
    for finding in compiled.diagnostics {
        let at = index.line_column(text, finding.primary.start as usize);
        out += &format!("{}:{} {} {}\n", at.line, at.column, finding.rule.code, finding.message(Lang::Id));
        let help = finding.help_text(Lang::Id).expect("every finding here has a remedy");
        out += &format!("    {help}\n");
    }
    out
}

#[test]
fn bad_files_are_answered_word_for_word() {
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "sop") {
            let text = syntax::decode(&std::fs::read(&path).unwrap(), &mut Sink::new());
            expect_test::expect_file![path.with_extension("txt")].assert_eq(&said(&text));
        }
    }
}

/// What is typed instead of lines of the writers' guide's example, and what is found then: see `lain-ketik.txt`.
#[test]
fn every_other_way_to_type_the_example_is_answered_word_for_word() {
    let guide = std::fs::read_to_string(folder().join("../../docs/bahasa.md")).unwrap();
    let from = guide.find("```sop\n").unwrap() + "```sop\n".len();
    let example = &guide[from..from + guide[from..].find("```").unwrap()];
    let path = folder().join("lain-ketik.txt");
    let cases = std::fs::read_to_string(&path).unwrap();
    let (head, cases) = cases.split_once("\n\n").unwrap();
    let mut all = head.to_owned();
    for case in cases.split("\n\n") {
        let typed: Vec<&str> = case.lines().filter(|line| line.starts_with(['-', '+'])).collect();
        all += &format!("\n\n{}\n{}", typed.join("\n"), found(&other(example, &typed)).trim_end());
    }
    all.push('\n');
    expect_test::expect_file![path].assert_eq(&all);
}

/// A text with lines that begin with `-` taken out, and those that begin with `+` in their place.
fn other(text: &str, changes: &[&str]) -> String {
    // Whole lines are looked for.
    let mut text = format!("\n{text}");
    for change in changes.chunk_by(|one, next| one.starts_with('-') || next.starts_with('+')) {
        let side = |mark| {
            let lines = change.iter().filter_map(|line| line.strip_prefix(mark));
            lines.map(|line| format!("{line}\n")).collect::<String>()
        };
        let (out, into) = (format!("\n{}", side('-')), format!("\n{}", side('+')));
        assert!(text.contains(&out), "the example has no\n{out}");
        text = text.replacen(&out, &into, 1);
    }
    text.split_off(1)
}

/// What is found beyond the missing logo: place, code, message, help, and what a remedy writes.
fn found(text: &str) -> String {
    let index = LineIndex::new(text);
    let place = |at: usize| {
        let at = index.line_column(text, at);
        format!("{}:{}", at.line, at.column)
    };
    let mut out = String::new();
    for found in sop::compile::compile(text, &Config::default()).diagnostics {
        if found.rule.code == "SOP503" {
            continue;
        }
        let at = found.primary.range();
        out += &format!(
            "{}…{} {} {}\n",
            place(at.start),
            place(at.end),
            found.rule.code,
            found.message(Lang::Id)
        );
        out.extend(found.help_text(Lang::Id).map(|help| format!("    {help}\n")));
        for (at, new) in found.fix.iter().flat_map(|fix| &fix.edits) {
            let old = &text[at.range()];
            out += &format!("    {} {old:?} → {new:?}\n", place(at.range().start));
        }
    }
    if out.is_empty() { "    tidak ada temuan\n".to_owned() } else { out }
}

#[test]
fn ten_mistakes_are_ten_findings() {
    let text = std::fs::read_to_string(folder().join("sepuluh-kesalahan.sop")).unwrap();
    let said = said(&text);
    let findings: Vec<&str> = said.lines().filter(|line| !line.starts_with(' ')).collect();
    let lines: Vec<&str> = findings.iter().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(lines, ["4", "7", "14", "21", "39", "42", "44", "48", "51", "55"], "{said}");
}

#[test]
fn a_file_in_another_encoding_is_read_and_reported() {
    let text = "sop: Penyusunan Laporan\n";
    for bytes in [
        text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
        text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>(),
    ] {
        let mark = if bytes[0] == 0 { [0xFE, 0xFF] } else { [0xFF, 0xFE] };
        let mut sink = Sink::new();
        assert_eq!(syntax::decode(&[&mark[..], &bytes].concat(), &mut sink), text);
        assert_eq!(sink.into_sorted()[0].rule.code, "SOP103");
    }
    let mut sink = Sink::new();
    let text = syntax::decode(b"sop: Laporan \x93final\x94\n", &mut sink);
    let sop = syntax::parse(&text, &mut sink);
    let found = sink.into_sorted();
    assert_eq!(found.iter().map(|finding| finding.rule.code).collect::<Vec<_>>(), ["SOP103", "SOP103"]);
    assert_eq!(sop.fields.len(), 1, "the line is read all the same");
}

#[test]
fn crlf_and_bom_change_nothing() {
    let text =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("sops/bentuk-lain.sop")).unwrap();
    let other = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    let mut sink = Sink::new();
    let (one, two) = (syntax::parse(&text, &mut sink), syntax::parse(&other, &mut sink));
    assert!(sink.into_sorted().is_empty());
    assert_eq!(sop::fmt::format(&one), sop::fmt::format(&two));
}
