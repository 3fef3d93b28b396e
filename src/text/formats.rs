//! Texts as the formats of other programs can hold them: XML, cells of a workbook.

use super::{Lang, Text};
use std::borrow::Cow;

/// What a cell of a workbook holds at most, in UTF-16 units.
const MOST_IN_A_CELL: usize = 32_767;

static CUT: Text = Text {
    id: " … (terpotong: satu sel memuat paling banyak 32.767 huruf)",
    en: " … (cut: a cell holds 32,767 letters at most)",
};

/// A text as a cell of a workbook can hold it: a longer one is cut, and says so.
pub fn for_a_cell(text: &str, lang: Lang) -> Cow<'_, str> {
    // No text has more units than bytes.
    if text.len() <= MOST_IN_A_CELL || text.encode_utf16().count() <= MOST_IN_A_CELL {
        return Cow::Borrowed(text);
    }
    let cut = CUT.pattern(lang);
    let mut room = MOST_IN_A_CELL - cut.encode_utf16().count();
    let fits = |c: &char| room.checked_sub(c.len_utf16()).map(|rest| room = rest).is_some();
    Cow::Owned(text.chars().take_while(fits).collect::<String>() + cut)
}

/// What nobody sees, what a terminal obeys, and what no XML may hold ([2.2](https://www.w3.org/TR/xml/#charsets)):
/// controls (line ends, too), turns of direction, characters without width, U+FFFE and U+FFFF.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Adds a character to a text of XML, in an element or between double quotes.
pub fn push_xml(out: &mut String, c: char) {
    match xml_entity(c) {
        Some(entity) => out.push_str(entity),
        None => out.push(c),
    }
}

/// What stands in XML, in an element or between double quotes, for a character that it reads as its own.
pub fn xml_entity(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        _ => None,
    }
}

/// A text on one line, as XML may hold it in an element or between double quotes. What cannot be seen is left out.
pub fn xml_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => out.push(' '),
            c if is_hidden(c) => {}
            c => push_xml(&mut out, c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_what_it_can_and_says_what_it_cannot() {
        for letter in ["a", "é", "\u{1F5CE}"] {
            let units = letter.encode_utf16().count();
            let most = letter.repeat(MOST_IN_A_CELL / units);
            assert_eq!(for_a_cell(&most, Lang::Id), most);
            let cut = for_a_cell(&(most + letter), Lang::Id).into_owned();
            assert!(cut.ends_with("32.767 huruf)"));
            assert!((0..units).contains(&(MOST_IN_A_CELL - cut.encode_utf16().count())));
        }
    }
}
