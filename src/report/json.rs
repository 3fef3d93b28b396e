//! Findings as JSON; `docs/skema/temuan-v1.schema.json` describes the shape.

use crate::diag::{Diagnostic, Severity};
use crate::source::LineIndex;
use crate::text::Lang;
use serde::Serialize;

/// A report under way: findings of any number of files, in the order they are added.
#[derive(Debug, Serialize)]
pub struct Report {
    schema: &'static str,
    findings: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Finding {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    help: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    run: Vec<Step>,
}

#[derive(Debug, Serialize)]
struct Step {
    row: String,
    answer: Option<String>,
    line: usize,
}

impl Default for Report {
    fn default() -> Report {
        Report { schema: "temuan-v1", findings: Vec::new() }
    }
}

impl Report {
    /// Adds the findings of one file; `text` is what their spans point into.
    pub fn add(&mut self, file: &str, text: &str, index: &LineIndex, findings: &[Diagnostic], lang: Lang) {
        self.findings.extend(findings.iter().map(|finding| {
            let start = index.line_column(text, finding.primary.start as usize);
            let end = index.line_column(text, finding.primary.end as usize);
            Finding {
                code: finding.rule.code,
                name: finding.rule.name,
                severity: word(finding.severity),
                file: file.to_owned(),
                line: start.line,
                column: start.column,
                end_line: end.line,
                end_column: end.column,
                message: finding.message(lang),
                help: finding.help_text(lang),
                run: finding
                    .run
                    .iter()
                    .map(|step| Step {
                        row: step.label.clone(),
                        answer: step.answer.as_ref().map(|answer| answer.words(lang).into_owned()),
                        line: index.line_column(text, step.span.start as usize).line,
                    })
                    .collect(),
            }
        }));
    }

    /// The report as one JSON document, with a line end at its end.
    pub fn to_text(&self) -> String {
        let mut text =
            serde_json::to_string_pretty(self).expect("bug: a report of words and numbers serialises");
        text.push('\n');
        text
    }
}

/// What a severity is called in every machine-readable report, in any language.
pub fn word(severity: Severity) -> &'static str {
    severity.word().en
}
