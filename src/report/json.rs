//! Findings as JSON; `docs/skema/temuan-v1.schema.json` describes the shape.

use super::{Format, Place, Report};
use crate::diag::Severity;
use crate::text::Text;
use serde::Serialize;

pub(super) const FORMAT: Format = Format {
    name: "json",
    about: Text { id: "satu dokumen JSON untuk program lain", en: "one JSON document for other programs" },
    write,
};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    findings: Vec<Finding<'a>>,
    failures: Vec<Failure<'a>>,
}

/// A finding; a document of its own in `jsonl`.
#[derive(Serialize)]
pub(super) struct Finding<'a> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    file: &'a str,
    #[serde(flatten)]
    region: Region,
    message: &'a str,
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
    fix: Option<Fix<'a>>,
    run: Vec<Step<'a>>,
    fingerprint: String,
}

/// A file that could not be read; a document of its own in `jsonl`.
#[derive(Serialize)]
pub(super) struct Failure<'a> {
    file: &'a str,
    failure: &'a str,
    help: Option<&'a str>,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    region: Region,
    message: &'a str,
}

#[derive(Serialize)]
struct Step<'a> {
    row: &'a str,
    answer: Option<&'a str>,
    line: usize,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    #[serde(flatten)]
    region: Region,
    text: &'a str,
}

#[derive(Serialize)]
struct Region {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl From<Place> for Region {
    fn from(place: Place) -> Region {
        Region {
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
        }
    }
}

pub(super) fn findings(report: &Report) -> Vec<Finding<'_>> {
    report.findings().map(|(file, finding)| one(file, finding)).collect()
}

fn one<'a>(file: &'a super::File, finding: &'a super::Finding) -> Finding<'a> {
    let related = finding.related.iter();
    Finding {
        code: finding.rule.code,
        name: finding.rule.name,
        severity: word(finding.severity),
        file: &file.name,
        region: finding.place.into(),
        message: &finding.message,
        help: finding.help.as_deref(),
        related: related.map(|(place, message)| Related { region: (*place).into(), message }).collect(),
        fix: finding.fix.as_ref().map(|fix| Fix {
            title: &fix.title,
            safe: fix.safe,
            edits: fix.edits.iter().map(|(place, text)| Edit { region: (*place).into(), text }).collect(),
        }),
        run: finding
            .run
            .iter()
            .map(|step| Step { row: &step.row, answer: step.answer.as_deref(), line: step.place.start.line })
            .collect(),
        fingerprint: format!("{:016x}", finding.fingerprint),
    }
}

pub(super) fn failures(report: &Report) -> Vec<Failure<'_>> {
    let failures = report.failures.iter();
    failures.map(|it| Failure { file: &it.file, failure: &it.message, help: it.help.as_deref() }).collect()
}

fn write(report: &Report) -> String {
    let document = Document { schema: "temuan-v1", findings: findings(report), failures: failures(report) };
    pretty(&document)
}

/// A value as indented JSON, with a line end at its end.
pub(super) fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("bug: words and numbers serialise") + "\n"
}

/// What a severity is called in every machine-readable report, in any language.
pub fn word(severity: Severity) -> &'static str {
    severity.word().en
}
