//! Marks and numbers of items in front of their words, and arrows between them.

/// What is typed for an arrow.
pub const ARROWS: [&str; 3] = ["->", "→", "=>"];

/// `1. Konsep 2. Nota dinas`: the parts of a text behind numbers that count on; `None` for fewer than two.
pub fn numbered_parts(text: &str) -> Option<Vec<&str>> {
    const MOST: usize = 50;
    let mut parts = Vec::new();
    let mut rest = text.strip_prefix("1. ").or_else(|| text.strip_prefix("1) "))?;
    for number in 2..MOST {
        let next = [". ", ") "].iter().find_map(|mark| rest.split_once(&format!(" {number}{mark}")));
        let Some((part, behind)) = next else { break };
        parts.push(part.trim_end_matches([',', ';', ' ']).trim());
        rest = behind;
    }
    parts.push(rest.trim());
    (parts.len() > 1 && parts.iter().all(|part| !part.is_empty())).then_some(parts)
}

/// Where the words begin behind `4. `, `a) `, `(1) ` or `• `.
pub fn own_mark(text: &str) -> Option<usize> {
    if let [first, second, ..] = text.as_bytes()
        && first.is_ascii_alphabetic()
        && second.is_ascii_alphabetic()
    {
        return None;
    }
    if let Some(inside) = text.strip_prefix('(') {
        let end = inside.find(')').filter(|end| (1..=2).contains(end))?;
        let figure =
            inside[..end].bytes().all(|b| b.is_ascii_digit() || (end == 1 && b.is_ascii_lowercase()));
        return if figure { behind_mark(text, end + 2) } else { None };
    }
    if let Some(words) = own_bullet(text) {
        return Some(words);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let letter = usize::from(digits == 0 && text.starts_with(|c: char| c.is_ascii_lowercase()));
    let mark = digits + letter;
    let rest = text.get(mark..).filter(|rest| (1..=2).contains(&mark) && rest.starts_with(['.', ')']))?;
    behind_mark(text, text.len() - rest.len() + 1)
}

/// Where the words begin behind `• `, and not behind a number, which may belong to the text.
pub fn own_bullet(text: &str) -> Option<usize> {
    let bullet = text.chars().next().filter(|c| matches!(c, '•' | '*' | '–' | '—' | '-'))?;
    behind_mark(text, bullet.len_utf8())
}

/// The label of an item by its place in a list, from 0: a, b, … z, aa, ab, …
pub fn letter(at: usize) -> String {
    let last = char::from(b'a' + (at % 26) as u8);
    if at < 26 { last.to_string() } else { letter(at / 26 - 1) + &last.to_string() }
}

/// The label that follows another in a list: `b` after `a`, `3` after `2`.
pub fn next_label(label: &str) -> Option<String> {
    match label.as_bytes() {
        [letter @ b'a'..=b'y'] => Some(char::from(letter + 1).to_string()),
        _ => label.parse::<u32>().ok()?.checked_add(1).map(|next| next.to_string()),
    }
}

/// Where the words begin behind a mark and a blank.
fn behind_mark(text: &str, mark: usize) -> Option<usize> {
    let rest = &text[mark..];
    let words = rest.trim_start();
    (rest.starts_with(' ') && !words.is_empty()).then_some(text.len() - words.len())
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!(
            [0, 25, 26, 27, 51, 52, 701, 702].map(letter),
            ["a", "z", "aa", "ab", "az", "ba", "zz", "aaa"]
        );
    }
}
