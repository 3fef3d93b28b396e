//! Texts in Markdown: nothing in them is a mark.

/// Text within a line of Markdown, printed as it stands: nothing in it is a mark.
pub(super) fn inline(text: &str) -> String {
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
pub(super) fn line(text: &str) -> String {
    let text = inline(text);
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
        assert_eq!(inline("a | b"), "a \\| b");
        assert_eq!(inline("[x](y) `c` <b>"), "\\[x\\](y) \\`c\\` \\<b\\>");
        assert_eq!(inline("&lt; 5*_5 \\ #1"), "\\&lt; 5\\*\\_5 \\\\ \\#1");
        assert_eq!(inline("12. - a"), "12. - a");
    }

    #[test]
    fn a_text_at_the_beginning_of_a_line_begins_no_list() {
        assert_eq!(line("# 1. a"), "\\# 1. a");
        assert_eq!(line("12. a 3. b"), "12\\. a 3. b");
        assert_eq!(line("- a - b"), "\\- a - b");
        assert_eq!(line("2023 a"), "2023 a");
    }
}
