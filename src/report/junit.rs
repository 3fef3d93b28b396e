//! JUnit XML, as build servers show tests: a suite a file, a case a finding.
//!
//! A case fails where the finding fails the check; lighter findings pass and say what they say. The shape is the one of
//! Jenkins' `junit-10.xsd`.

use super::xml::escape;
use super::{File, Format, Report, UNREADABLE};
use crate::text::Text;
use std::fmt::Write;

pub(super) const FORMAT: Format = Format {
    name: "junit",
    about: Text { id: "XML JUnit: satu temuan satu uji", en: "JUnit XML: a finding is a test case" },
    write,
};

fn write(report: &Report) -> String {
    let mut suites = String::new();
    let (mut tests, mut failures) = (0, 0);
    for file in &report.files {
        let failing = file.findings.iter().filter(|finding| finding.severity >= report.fail_at).count();
        let cases = file.findings.len().max(1);
        tests += cases;
        failures += failing;
        let name = escape(&file.name);
        let _ = writeln!(
            suites,
            "  <testsuite name=\"{name}\" tests=\"{cases}\" failures=\"{failing}\" errors=\"0\" skipped=\"0\">\n{}  </testsuite>",
            of_file(report, file)
        );
    }
    for failure in &report.failures {
        let (name, message) = (escape(&failure.file), escape(&failure.words()));
        let _ = writeln!(
            suites,
            "  <testsuite name=\"{name}\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n    \
             <testcase classname=\"{name}\" name=\"{UNREADABLE}\">\n      \
             <error type=\"{UNREADABLE}\" message=\"{message}\"/>\n    </testcase>\n  </testsuite>"
        );
    }
    tests += report.failures.len();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"sop check\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{}\">\n{suites}</testsuites>\n",
        report.failures.len()
    )
}

fn of_file(report: &Report, file: &File) -> String {
    let class = escape(&file.name);
    if file.findings.is_empty() {
        return format!("    <testcase classname=\"{class}\" name=\"sop check\"/>\n");
    }
    let mut out = String::new();
    for finding in &file.findings {
        let at = finding.place.start;
        let name = format!("{} {} {}:{}", finding.rule.code, finding.rule.name, at.line, at.column);
        let weight = finding.severity.word().pattern(report.lang);
        let inside = if finding.severity >= report.fail_at {
            let (message, words) = (escape(&finding.message), escape(&finding.words()));
            format!("<failure type=\"{weight}\" message=\"{message}\">{words}</failure>")
        } else {
            format!("<system-out>{weight}: {}</system-out>", escape(&finding.words()))
        };
        let _ = writeln!(
            out,
            "    <testcase classname=\"{class}\" name=\"{name}\">\n      {inside}\n    </testcase>"
        );
    }
    out
}
