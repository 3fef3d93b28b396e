//! Reviewdog's diagnostic format, with the fixes as suggestions.
//!
//! <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>. Columns count bytes of UTF-8, as it asks.

use super::{Format, Place, Point, Report, UNREADABLE, json};
use crate::diag::Severity;
use crate::text::Text;
use serde::Serialize;

pub(super) const FORMAT: Format = Format {
    name: "rdjson",
    about: Text { id: "untuk reviewdog, beserta perbaikannya", en: "for reviewdog, with the fixes" },
    write,
};

#[derive(Serialize)]
struct Document<'a> {
    source: Source,
    diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    code: Code,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
    #[serde(rename = "relatedLocations", skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

impl From<Place> for Range {
    fn from(place: Place) -> Range {
        let at = |point: Point| Position { line: point.line, column: point.byte_column };
        Range { start: at(place.start), end: at(place.end) }
    }
}

fn write(report: &Report) -> String {
    let found = report.findings().map(|(file, finding)| {
        let at = |place: Place| Location { path: &file.name, range: Some(place.into()) };
        let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
        Diagnostic {
            message: finding.words(),
            location: at(finding.place),
            severity: match finding.severity {
                Severity::Error => "ERROR",
                Severity::Warning => "WARNING",
                Severity::Advice => "INFO",
            },
            code: Code { value: finding.rule.code },
            suggestions: edits.map(|(place, text)| Suggestion { range: (*place).into(), text }).collect(),
            related: finding
                .related
                .iter()
                .map(|(place, message)| Related { message, location: at(*place) })
                .collect(),
        }
    });
    let failed = report.failures.iter().map(|failure| Diagnostic {
        message: failure.words(),
        location: Location { path: &failure.file, range: None },
        severity: "ERROR",
        code: Code { value: UNREADABLE },
        suggestions: Vec::new(),
        related: Vec::new(),
    });
    json::pretty(&Document { source: Source { name: "sop" }, diagnostics: found.chain(failed).collect() })
}
