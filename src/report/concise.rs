//! One finding a line, as compilers write them: `a.sop:3:1: galat SOP101: …`.

use super::{Format, Report};
use crate::text::Text;

pub(super) const FORMAT: Format =
    Format { name: "concise", about: Text { id: "satu baris satu temuan", en: "one line a finding" }, write };

static FAILED: Text = Text { id: "gagal", en: "failed" };

fn write(report: &Report) -> String {
    let lang = report.lang;
    let found = report.findings().map(|(file, finding)| {
        let (at, weight) = (finding.place.start, finding.severity.word().pattern(lang));
        let (name, code, message) = (&file.name, finding.rule.code, &finding.message);
        format!("{name}:{}:{}: {weight} {code}: {message}\n", at.line, at.column)
    });
    let failed = report
        .failures
        .iter()
        .map(|failure| format!("{}: {}: {}\n", failure.file, FAILED.pattern(lang), failure.message));
    found.chain(failed).collect()
}
