//! Findings as JSON, one a line, for programs that read while we write; the shapes are those of `json`.

use super::{Format, Report, json};
use crate::text::Text;
use serde::Serialize;

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    about: Text { id: "JSON, satu temuan satu baris", en: "JSON, one finding a line" },
    write,
};

fn write(report: &Report) -> String {
    let findings = json::findings(report);
    let failures = json::failures(report);
    findings.iter().map(line).chain(failures.iter().map(line)).collect()
}

fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("bug: words and numbers serialise") + "\n"
}
