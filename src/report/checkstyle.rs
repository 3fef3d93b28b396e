//! The XML of Checkstyle, which most build servers and editors can read.

use super::xml::escape;
use super::{Format, Report, UNREADABLE};
use crate::diag::Severity;
use crate::text::Text;
use std::fmt::Write;

pub(super) const FORMAT: Format = Format {
    name: "checkstyle",
    about: Text {
        id: "XML Checkstyle, misalnya untuk Jenkins",
        en: "Checkstyle XML, for example for Jenkins",
    },
    write,
};

fn write(report: &Report) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n");
    let file = |out: &mut String, name: &str, errors: &str| {
        let _ = writeln!(out, "  <file name=\"{}\">\n{errors}  </file>", escape(name));
    };
    for checked in &report.files {
        let mut errors = String::new();
        for finding in &checked.findings {
            let severity = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Advice => "info",
            };
            let _ = writeln!(
                errors,
                "    <error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}\" source=\"sop.{}\"/>",
                finding.place.start.line,
                finding.place.start.column,
                escape(&finding.words()),
                finding.rule.code
            );
        }
        file(&mut out, &checked.name, &errors);
    }
    for failure in &report.failures {
        let message = escape(&failure.words());
        let error = format!(
            "    <error line=\"1\" severity=\"error\" message=\"{message}\" source=\"sop.{UNREADABLE}\"/>\n"
        );
        file(&mut out, &failure.file, &error);
    }
    out.push_str("</checkstyle>\n");
    out
}
