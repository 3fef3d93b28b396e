//! Texts of a procedure as documentation of the generated code.

/// A text as one line of documentation that shows exactly that text: nothing in it is a mark, a link or a tag.
/// Characters that cannot be seen are left out.
pub(super) fn doc_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    for (at, word) in words.enumerate() {
        if at > 0 {
            out.push(' ');
        }
        for c in word.chars() {
            let hidden = c.escape_debug().len() > 1 && !matches!(c, '\\' | '\'' | '"');
            if hidden {
                continue;
            }
            if c.is_ascii_punctuation()
                && !matches!(c, '.' | ',' | ';' | '/' | '(' | ')' | '?' | '%' | '"' | '\'' | '-')
            {
                out.push('\\');
            }
            out.push(c);
        }
    }
    escape_start(out)
}

/// A line that would begin a list is no list.
fn escape_start(line: String) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let mark = line[digits..].starts_with(['.', ')']) && digits > 0;
    if mark {
        format!("{}\\{}", &line[..digits], &line[digits..])
    } else if line.starts_with('-') {
        format!("\\{line}")
    } else {
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documentation_shows_exactly_the_text() {
        assert_eq!(
            doc_text("a  *b* [c](d) <e> `f` https://g"),
            "a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\` https\\://g"
        );
        assert_eq!(doc_text("1. satu"), "1\\. satu");
        assert_eq!(doc_text("- satu"), "\\- satu");
        assert_eq!(doc_text("# satu\nbaris"), "\\# satu baris");
        assert_eq!(doc_text("a\u{202e}b\u{200b}c ± “d”"), "abc ± “d”");
    }
}
