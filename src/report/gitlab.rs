//! Code Quality of GitLab: a list of issues, shown in the merge request.
//!
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>

use super::{Format, Report, UNREADABLE, json};
use crate::diag::Severity;
use crate::fnv::START;
use crate::text::Text;
use serde::Serialize;

pub(super) const FORMAT: Format = Format {
    name: "gitlab",
    about: Text { id: "Code Quality untuk GitLab", en: "Code Quality for GitLab" },
    write,
};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

fn write(report: &Report) -> String {
    let found = report.findings().map(|(file, finding)| Issue {
        description: format!("{}: {}", finding.rule.code, finding.words()),
        check_name: finding.rule.name,
        fingerprint: format!("{:016x}", finding.fingerprint),
        severity: match finding.severity {
            Severity::Error => "critical",
            Severity::Warning => "major",
            Severity::Advice => "info",
        },
        location: Location {
            path: &file.name,
            lines: Lines { begin: finding.place.start.line, end: finding.place.end.line },
        },
    });
    let failed = report.failures.iter().enumerate().map(|(at, failure)| Issue {
        description: failure.words(),
        check_name: UNREADABLE,
        fingerprint: format!(
            "{:016x}",
            super::field(super::field(START, failure.file.as_bytes()), &at.to_le_bytes())
        ),
        severity: "blocker",
        location: Location { path: &failure.file, lines: Lines { begin: 1, end: 1 } },
    });
    json::pretty(&found.chain(failed).collect::<Vec<_>>())
}
