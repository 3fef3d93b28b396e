//! Bytes → characters, and the characters that a procedure may not hold.

use crate::diag::{Diagnostic, Fix, Sink};
use crate::source::Span;
use crate::text::{Arg, Lang, Text, is_hidden};

use super::faults;

/// The largest file that is read, in bytes.
pub const MAX_FILE: usize = 4 << 20;
/// The longest line that is read, in bytes.
pub const MAX_LINE: usize = 64 << 10;

static UTF_16: Text = Text { id: "UTF-16, bukan UTF-8", en: "UTF-16, not UTF-8" };
static NO_ENCODING: Text = Text { id: "bukan UTF-8 yang utuh", en: "not well-formed UTF-8" };
static REMOVE_ALL: Text = Text { id: "hapus semua karakter itu", en: "remove all of these characters" };
static ASK_MORE: Text =
    Text { id: "karakter di sini dan selanjutnya", en: "what stands here and further on" };
static REMOVE: Text = Text { id: "hapus karakter ini", en: "remove this character" };
static ASK_BIDI: Text =
    Text { id: "karakter pembalik arah tulisan", en: "a character that turns the direction of writing" };
static ASK_ZERO: Text = Text { id: "karakter tanpa lebar", en: "a character without width" };

/// Turns the bytes of a file into text. What is not UTF-8 becomes U+FFFD, which [`parse`](super::parse) reports at
/// its place; a file in UTF-16 is read and reported here.
pub fn decode(bytes: &[u8], sink: &mut Sink) -> String {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        _ => {
            // Nearly always it is well-formed, which is seen much faster.
            let whole = std::str::from_utf8(bytes).map(str::to_owned);
            return whole.unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned());
        }
    };
    let units = bytes[2..].chunks(2).map(|pair| unit([pair[0], *pair.get(1).unwrap_or(&0)]));
    let text: String =
        char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    sink.push(Diagnostic::at(&faults::ENCODING, Span::default()).with("keadaan", &UTF_16));
    text
}

/// White space inside a line.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{A0}' | '\r')
}

/// Characters that are reported, and left out of every text.
pub(super) fn is_refused(c: char) -> bool {
    is_hidden(c) && !matches!(c, '\t' | '\n' | '\r')
}

fn is_bidi(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// So many findings of one kind are made; the characters beyond are one finding more.
const MOST_FINDINGS: usize = 1000;

/// Reports every character that may not stand there; those of one line that are alike are one finding.
pub(super) fn check(text: &str, found: &mut Vec<Diagnostic>) {
    let mut at = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut kinds: [Kind; 3] = Default::default();
    while let Some(ahead) = unusual(&text.as_bytes()[at..]) {
        let start = at + ahead;
        let Some(c) = text[start..].chars().next() else { break };
        at = start + c.len_utf8();
        let suspect = match c {
            '\r' => !text[start + 1..].starts_with('\n') && start + 1 < text.len(),
            '\u{FFFD}' => true,
            _ => is_refused(c),
        };
        if !suspect {
            continue;
        }
        at = text.len() - text[start..].trim_start_matches(c).len();
        let span = Span::new(start, at);
        let kind = &mut kinds[kind_of(c)];
        match kind.last {
            Some((known, end, index))
                if known == c && !text[end..start].contains('\n') && found[index].fix.is_some() =>
            {
                kind.last = Some((c, at, index));
                let edits = found[index].fix.iter_mut().map(|fix| &mut fix.edits);
                edits.for_each(|edits| edits.push(edit(c, span)));
            }
            _ if kind.findings == MOST_FINDINGS => kind.rest.push((c, span)),
            _ => {
                kind.last = Some((c, at, found.len()));
                kind.findings += 1;
                found.push(finding(c, span));
            }
        }
    }
    found.extend(kinds.iter().filter_map(|kind| rest(&kind.rest)));
}

/// Where the first byte stands that no line of letters, figures and marks has.
fn unusual(bytes: &[u8]) -> Option<usize> {
    let known = |byte: &u8| matches!(byte, b' '..=b'~' | b'\t' | b'\n');
    // Without a way out of the inner loop many bytes are looked at in one step.
    let usual = |bytes: &[u8]| bytes.iter().fold(true, |all, byte| all & known(byte));
    let chunks = bytes.chunks(32).take_while(|bytes| usual(bytes)).count();
    let from = chunks * 32;
    let rest = bytes.get(from..)?;
    rest.iter().position(|byte| !known(byte)).map(|at| from + at)
}

/// What was found of one kind so far.
#[derive(Default)]
struct Kind {
    findings: usize,
    /// The character of the last finding, where it ends, and which finding it is.
    last: Option<(char, usize, usize)>,
    rest: Vec<(char, Span)>,
}

fn kind_of(c: char) -> usize {
    match c {
        '\u{FFFD}' => 0,
        _ if is_control(c) => 1,
        _ => 2,
    }
}

fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

fn edit(c: char, span: Span) -> (Span, String) {
    let instead = match c {
        '\r' => "\n",
        // Word's line break within a paragraph, and the end of a page.
        '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => " ",
        _ => "",
    };
    (span, instead.to_owned())
}

/// All that follow the last finding of their own, as one.
fn rest(places: &[(char, Span)]) -> Option<Diagnostic> {
    let (c, span) = *places.first()?;
    let number = places.len();
    let words = |id: &'static str, en: &'static str| {
        Arg::both(move |lang| match lang {
            Lang::Id => format!("{id} {number}"),
            Lang::En => format!("{en} {number}"),
        })
    };
    let mut found = match kind_of(c) {
        0 => Diagnostic::at(&faults::ENCODING, span).with(
            "keadaan",
            words(
                "dan selanjutnya bukan UTF-8 yang utuh, banyaknya",
                "and further on is not well-formed UTF-8, in all",
            ),
        ),
        1 => Diagnostic::at(&faults::CONTROL, span)
            .with("kode", words("di sini dan selanjutnya, banyaknya", "here and further on, in all")),
        _ => Diagnostic::at(&faults::INVISIBLE, span)
            .with("jenis", &ASK_MORE)
            .with("kode", words("banyaknya", "in all")),
    };
    if kind_of(c) > 0 {
        let edits = places.iter().map(|(c, span)| edit(*c, *span)).collect();
        found.fix = Some(Fix { title: &REMOVE_ALL, edits, safe: true });
    }
    Some(found)
}

fn finding(c: char, span: Span) -> Diagnostic {
    if c == '\u{FFFD}' {
        return Diagnostic::at(&faults::ENCODING, span).with("keadaan", &NO_ENCODING);
    }
    let diagnostic = if is_control(c) {
        Diagnostic::at(&faults::CONTROL, span)
    } else {
        let kind = if is_bidi(c) { &ASK_BIDI } else { &ASK_ZERO };
        Diagnostic::at(&faults::INVISIBLE, span).with("jenis", kind)
    };
    diagnostic.with("kode", format!("U+{:04X}", u32::from(c))).fix(Fix {
        title: &REMOVE,
        edits: vec![edit(c, span)],
        safe: true,
    })
}
