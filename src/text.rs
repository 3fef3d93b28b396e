//! Words for people, in both languages, chosen at the edge.

use std::borrow::Cow;

/// A language that messages and labels exist in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Indonesian, the default.
    #[default]
    Id,
    /// English.
    En,
}

/// A sentence in both languages; `{name}` stands for an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Indonesian.
    pub id: &'static str,
    /// English.
    pub en: &'static str,
}

/// What is put in place of a `{name}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Printed as it stands.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Joined with commas.
    List(Vec<String>),
    /// A phrase that itself exists in both languages.
    Phrase(&'static Text),
    /// A phrase put together in both languages.
    Both {
        /// Indonesian.
        id: String,
        /// English.
        en: String,
    },
}

impl Text {
    /// The pattern in one language.
    pub fn pattern(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }

    /// Puts the arguments in place, in one pass: an argument that holds `{x}` is printed as it stands.
    pub fn fill(&self, lang: Lang, args: &[(&'static str, Arg)]) -> String {
        let mut out = String::new();
        let mut rest = self.pattern(lang);
        while let Some(open) = rest.find('{') {
            let Some(close) = rest[open..].find('}').map(|at| open + at) else { break };
            out.push_str(&rest[..open]);
            let name = &rest[open + 1..close];
            match args.iter().find(|(key, _)| *key == name) {
                Some((_, arg)) => out.push_str(&arg.words(lang)),
                None => out.push_str(&rest[open..=close]),
            }
            rest = &rest[close + 1..];
        }
        out.push_str(rest);
        out
    }

    /// The pattern with `…` in place of what it will name.
    pub fn outline(&self, lang: Lang) -> String {
        let mut out = String::new();
        for (number, part) in self.pattern(lang).split('{').enumerate() {
            match part.split_once('}') {
                Some((_, rest)) if number > 0 => {
                    out.push('…');
                    out.push_str(rest);
                }
                _ => out.push_str(part),
            }
        }
        out
    }

    /// The names in braces, in order of appearance in one language.
    pub fn names(&self, lang: Lang) -> Vec<&'static str> {
        let pattern = self.pattern(lang);
        pattern.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
    }
}

impl Arg {
    /// A phrase that is put together in each language.
    pub fn both(say: impl Fn(Lang) -> String) -> Arg {
        Arg::Both { id: say(Lang::Id), en: say(Lang::En) }
    }

    /// In one language.
    pub fn words(&self, lang: Lang) -> Cow<'_, str> {
        match self {
            Arg::Text(text) => Cow::Borrowed(text),
            Arg::Number(number) => Cow::Owned(number.to_string()),
            Arg::List(items) => Cow::Owned(items.join(", ")),
            Arg::Phrase(text) => Cow::Borrowed(text.pattern(lang)),
            Arg::Both { id, en } => Cow::Borrowed(match lang {
                Lang::Id => id,
                Lang::En => en,
            }),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Arg {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Arg {
        Arg::Number(i64::from(number))
    }
}

impl From<Vec<String>> for Arg {
    fn from(items: Vec<String>) -> Arg {
        Arg::List(items)
    }
}

impl From<&'static Text> for Arg {
    fn from(text: &'static Text) -> Arg {
        Arg::Phrase(text)
    }
}

/// Names are compared so: without regard to case, repeated spaces, and blanks around `/` and `&`.
///
/// The caller passes text after NFC; the parser sees to that.
pub fn fold(name: &str) -> String {
    folded(name).into_owned()
}

/// The same without a copy where the name is folded as it stands.
pub fn folded(name: &str) -> Cow<'_, str> {
    match is_tidy(name) {
        true if name.bytes().fold(true, |all, byte| all & !byte.is_ascii_uppercase()) => Cow::Borrowed(name),
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Owned(fold_untidy(name)),
    }
}

/// Whether a text begins with words of ASCII, in small letters or large.
pub fn begins_with(text: &str, words: &str) -> bool {
    let head = text.as_bytes().get(..words.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(words.as_bytes()))
}

fn fold_untidy(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    if name.is_ascii() {
        fold_ascii(name, &mut out);
        return out;
    }
    let mut blank = false;
    for c in name.chars() {
        if c.is_whitespace() {
            blank = !out.is_empty();
            continue;
        }
        let tight = matches!(c, '/' | '&') || out.ends_with(['/', '&']);
        if blank && !tight {
            out.push(' ');
        }
        blank = false;
        out.extend(c.to_lowercase());
    }
    out
}

/// Nearly every name: printable ASCII, single blanks inside only, no mark that draws its neighbours near. Without a way out
/// of the loop many bytes are looked at in one step.
fn is_tidy(name: &str) -> bool {
    let [first, behind @ ..] = name.as_bytes() else { return true };
    let plain = |byte: u8| (b' '..0x7F).contains(&byte) & (byte != b'/') & (byte != b'&');
    let tidy = |before: u8, byte: u8| plain(byte) & !((before == b' ') & (byte == b' '));
    plain(*first)
        && *first != b' '
        && !name.ends_with(' ')
        && name.bytes().zip(behind).fold(true, |all, (before, byte)| all & tidy(before, *byte))
}

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

/// Which letters a text has, in 32 bits, so that one may stand for several: what has more is no part of the text.
pub fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |mask, letter| mask | 1 << (letter % 32))
}

/// Whether a text is ASCII, and nothing in it a control. Without a way out of the loop many bytes are looked at in one
/// step.
pub fn is_printable_ascii(text: &str) -> bool {
    text.bytes().fold(true, |all, byte| all & (b' '..0x7F).contains(&byte))
}

/// Whether two blanks stand side by side; many bytes in one step, too.
pub fn has_two_blanks(text: &str) -> bool {
    let behind = text.as_bytes().get(1..).unwrap_or_default();
    text.bytes().zip(behind).fold(false, |any, (one, next)| any | (one == b' ' && *next == b' '))
}

/// Of the others those in ASCII; the same answer without looking at characters.
fn fold_ascii(name: &str, out: &mut String) {
    let mut blank = false;
    let mut last = b' ';
    for byte in name.bytes() {
        // What `char::is_whitespace` says of ASCII.
        if matches!(byte, b' ' | b'\t'..=b'\r') {
            blank = !out.is_empty();
            continue;
        }
        let tight = matches!(byte, b'/' | b'&') || matches!(last, b'/' | b'&');
        if blank && !tight {
            out.push(' ');
        }
        blank = false;
        last = byte;
        out.push(char::from(byte.to_ascii_lowercase()));
    }
}

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

/// The candidate nearest to `word` by edits (insert, delete, replace, swap of neighbours), if near enough to be
/// what was meant: at most a third of the longer word. Ties go to the first. Nothing is near to what is longer than
/// any name.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 200;
    let folded: Vec<char> = fold(word).chars().collect();
    if folded.len() > LONGEST {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other: Vec<char> = fold(candidate).chars().collect();
        let allowed = folded.len().max(other.len()).max(3) / 3;
        if folded.len().abs_diff(other.len()) > allowed {
            continue;
        }
        let distance = edits(&folded, &other);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How many edits apart two names are, compared as [`fold`] does.
pub fn distance(a: &str, b: &str) -> usize {
    let chars = |text: &str| fold(text).chars().collect::<Vec<_>>();
    edits(&chars(a), &chars(b))
}

/// Damerau–Levenshtein distance (optimal string alignment).
fn edits(a: &[char], b: &[char]) -> usize {
    // The last row, the one before it, and the one that is being made.
    let mut rows = [vec![0; b.len() + 1], vec![0; b.len() + 1], (0..=b.len()).collect()];
    for i in 1..=a.len() {
        rows.rotate_left(1);
        let [before, last, row] = &mut rows;
        row[0] = i;
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row[j] = least;
        }
    }
    rows[2][b.len()]
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

    #[test]
    fn an_argument_with_braces_is_printed_as_it_stands() {
        let text = Text { id: "judul {judul}, baris {nomor}", en: "" };
        let args = [("judul", Arg::from("{nomor}")), ("nomor", Arg::from(7u32))];
        assert_eq!(text.fill(Lang::Id, &args), "judul {nomor}, baris 7");
    }

    #[test]
    fn names_are_compared_without_case_and_blanks() {
        assert_eq!(fold("  Sekretaris /  Kabid "), fold("sekretaris/kabid"));
        assert_ne!(fold("Kasi Umum"), fold("KasiUmum"));
    }

    #[test]
    fn a_name_in_ascii_is_compared_as_any_other() {
        // A letter beyond ASCII leads the long way round.
        for name in ["  Kasi\t\x0b Umum ", "A & B", "/ a", "a /", "& / x", "\x1c a", "a\r\nb", "", " "] {
            let long = fold(&format!("{name}\u{e9}"));
            let blank = name.ends_with(char::is_whitespace) && !name.trim().is_empty();
            let short = fold(name);
            let tight = short.ends_with(['/', '&']);
            assert_eq!(long, short + if blank && !tight { " \u{e9}" } else { "\u{e9}" }, "{name:?}");
        }
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_near() {
        assert_eq!(nearest("kelengkpan", ["kelengkapan", "keterangan"]), Some("kelengkapan"));
        assert_eq!(nearest("Kbaid", ["Kabid", "Kadis"]), Some("Kabid"));
        assert_eq!(nearest("surat", ["kelengkapan", "waktu"]), None);
    }
}
