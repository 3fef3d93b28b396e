//! A page for people in tools that show Markdown: the summary of a build, a comment on a change.

use super::{Format, Report};
use crate::text::Text;
use std::fmt::Write;

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    about: Text {
        id: "halaman Markdown, untuk ringkasan dan komentar",
        en: "a Markdown page, for summaries and comments",
    },
    write,
};

static TITLE: Text = Text { id: "Pemeriksaan SOP", en: "SOP check" };
static HEAD: [Text; 4] = [
    Text { id: "Tempat", en: "Place" },
    Text { id: "Bobot", en: "Severity" },
    Text { id: "Aturan", en: "Rule" },
    Text { id: "Temuan", en: "Finding" },
];
static UNREAD: Text = Text { id: "Tidak terbaca", en: "Could not be read" };

fn write(report: &Report) -> String {
    let lang = report.lang;
    let procedures = report.files.iter().filter(|file| !file.is_settings()).count();
    let summary = report.count().summary(procedures, lang);
    let mut out = format!("## {}\n\n{summary}\n", TITLE.pattern(lang));
    for file in report.files.iter().filter(|file| !file.findings.is_empty()) {
        let head = HEAD.map(|text| text.pattern(lang)).join(" | ");
        let _ = write!(out, "\n### {}\n\n| {head} |\n|---|---|---|---|\n", cell(&file.name));
        for finding in &file.findings {
            let (at, weight) = (finding.place.start, finding.severity.word().pattern(lang));
            let rule = format!("{} {}", finding.rule.code, finding.rule.name);
            let help = finding.help.as_deref().map(|help| format!("<br>{}", cell(help)));
            let words = cell(&finding.message) + &help.unwrap_or_default();
            let _ = writeln!(out, "| {}:{} | {weight} | {rule} | {words} |", at.line, at.column);
        }
    }
    if !report.failures.is_empty() {
        let _ = write!(out, "\n### {}\n\n", UNREAD.pattern(lang));
        for failure in &report.failures {
            let _ = writeln!(out, "- {}: {}", cell(&failure.file), cell(&failure.message));
        }
    }
    out
}

/// Words that stand in a cell as they are: between backticks nothing is a mark but the bar, elsewhere marks are escaped.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let balanced = text.matches('`').count().is_multiple_of(2);
    let mut code = false;
    for c in text.chars() {
        match c {
            '`' if balanced => {
                code = !code;
                out.push(c);
            }
            '|' => out.push_str("\\|"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' if !code => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn names_from_a_document_break_no_table() {
        assert_eq!(cell("baris `a|b_c` dan _d_ | <i>\n"), "baris `a\\|b_c` dan \\_d\\_ \\| \\<i\\> ");
        assert_eq!(cell("satu ` saja"), "satu \\` saja");
    }
}
