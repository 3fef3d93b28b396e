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
