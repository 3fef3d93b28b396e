//! The checklist: the table as a form to tick while the work is done, in Markdown and as one HTML file.

mod view;
mod words;

use self::view::Escape;
use super::template::{Template, fill, template};
use super::{Artifact, EmitError, Emitter, Job};
use crate::text::Text;

pub(super) const EMITTER: Emitter = Emitter {
    name: "checklist",
    about: Text {
        id: "lembar kendali untuk diisi selama pelaksanaan (Markdown dan HTML)",
        en: "form to fill in while the work is done (Markdown and HTML)",
    },
    by_default: true,
    draws: false,
    emit,
};

static MARKDOWN: Template = template!("checklist.md");
static HTML: Template = template!("checklist.html");

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    let markdown = Escape { inline: markdown_text, line: markdown_line };
    let none = Escape { inline: str::to_owned, line: str::to_owned };
    let markdown = fill(&MARKDOWN, &view::view(job.procedure, job.options, markdown))?;
    let html = fill(&HTML, &view::view(job.procedure, job.options, none))?;
    Ok(vec![Artifact::text(".checklist.md", markdown), Artifact::text(".checklist.html", html)])
}

/// Text within a line of Markdown, printed as it stands: nothing in it is a mark.
fn markdown_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '#') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

/// Text that begins a line of Markdown: it begins no list and no rule either.
fn markdown_line(text: &str) -> String {
    let text = markdown_text(text);
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    let list =
        if number.is_empty() { rest.starts_with(['-', '+', '=']) } else { rest.starts_with(['.', ')']) };
    if list { format!("{number}\\{rest}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_full_of_marks_is_printed_as_it_stands() {
        assert_eq!(markdown_text("a | b"), "a \\| b");
        assert_eq!(markdown_text("[x](y) `c` <b>"), "\\[x\\](y) \\`c\\` \\<b\\>");
        assert_eq!(markdown_text("&lt; 5*_5 \\ #1"), "\\&lt; 5\\*\\_5 \\\\ \\#1");
        assert_eq!(markdown_text("12. - a"), "12. - a");
    }

    #[test]
    fn a_text_at_the_beginning_of_a_line_begins_no_list() {
        assert_eq!(markdown_line("# 1. a"), "\\# 1. a");
        assert_eq!(markdown_line("12. a 3. b"), "12\\. a 3. b");
        assert_eq!(markdown_line("- a - b"), "\\- a - b");
        assert_eq!(markdown_line("2023 a"), "2023 a");
    }
}
