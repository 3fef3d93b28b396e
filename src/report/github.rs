//! Workflow commands, which GitHub shows beside the lines of a pull request.
//!
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>

use super::{Format, Report};
use crate::diag::Severity;
use crate::text::Text;

pub(super) const FORMAT: Format = Format {
    name: "github",
    about: Text { id: "catatan pada baris di GitHub Actions", en: "annotations in GitHub Actions" },
    write,
};

fn write(report: &Report) -> String {
    let found = report.findings().map(|(file, finding)| {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let (start, end) = (finding.place.start, finding.place.end);
        format!(
            "::{command} file={},line={},endLine={},col={},endColumn={},title={}::{}\n",
            property(&file.name),
            start.line,
            end.line,
            start.column,
            end.column,
            property(&format!("{} {}", finding.rule.code, finding.rule.name)),
            data(&finding.words()),
        )
    });
    let failed = report
        .failures
        .iter()
        .map(|failure| format!("::error file={}::{}\n", property(&failure.file), data(&failure.words())));
    found.chain(failed).collect()
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
