//! A text as chat programs and wikis mark it up: `**Waktu:** 10 menit`, `## Dasar Hukum`, `### 1. Pengajuan`. Told once,
//! and read as if the marks were not there.

use super::keys;
use super::remedies;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::fold;

/// What such a text is read as, byte for byte as long, and what is told of it.
pub(super) struct Plain {
    pub(super) text: String,
    pub(super) told: Diagnostic,
}

const BOLD: &str = "**";

/// The same text without the marks, where several of its fields bear them; nearly no text does.
pub(super) fn plain(text: &str) -> Option<Plain> {
    const FEWEST: usize = 3;
    memchr::memmem::find(text.as_bytes(), BOLD.as_bytes())?;
    if text.lines().filter(|line| has_bold_label(line)).take(FEWEST).count() < FEWEST {
        return None;
    }
    let mut plain = text.to_owned().into_bytes();
    let mut edits: Vec<(Span, String)> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        match heading(body) {
            Some((marks, said, colon)) => {
                // The colon stands where the last blank stood, so that everything is where it was but for the label.
                let new = format!("{said}{}", if colon { ":" } else { "" });
                let at = start + marks;
                edits.push((Span::new(start, start + body.len()), new.clone()));
                plain[start..at].fill(b' ');
                let from = start + body.len() - new.len();
                plain[at.min(from)..start + body.len()].fill(b' ');
                plain[from..start + body.len()].copy_from_slice(new.as_bytes());
            }
            None if !body.starts_with('#') && body.matches(BOLD).count() % 2 == 0 => {
                for (at, mark) in body.match_indices(BOLD) {
                    edits.push((Span::new(start + at, start + at + mark.len()), String::new()));
                    plain[start + at..start + at + mark.len()].fill(b' ');
                }
            }
            None => {}
        }
        start += line.len();
    }
    let (first, _) = edits.first()?;
    let line = text[first.start as usize..].lines().next().unwrap_or_default();
    let told = remedies::markdown(Span::new(first.start as usize, first.start as usize + line.len()), edits);
    Some(Plain { text: String::from_utf8(plain).ok()?, told })
}

/// `**Waktu:** 10 menit`, `- **Waktu**: 10 menit`
fn has_bold_label(line: &str) -> bool {
    let body = line.trim_start().trim_start_matches(['-', '*', '•']).trim_start();
    let whole = line.trim_start();
    let label = body.strip_prefix(BOLD).or_else(|| whole.strip_prefix(BOLD)).unwrap_or(body);
    let bold = whole.contains(BOLD);
    bold && label.split_once(BOLD).is_some_and(|(label, rest)| label.ends_with(':') || rest.starts_with(':'))
}

/// `## Dasar Hukum`, `### 1. Pengajuan`: how many bytes its marks are, what it says, and whether it is a key that wants a
/// colon.
fn heading(line: &str) -> Option<(usize, &str, bool)> {
    let said = line.trim_start_matches('#');
    let marks = line.len() - said.len();
    let said = said.strip_prefix(' ').filter(|_| marks > 1)?.trim_matches(['*', ' ']).trim_end_matches(':');
    let numbered = said.split_once(". ").filter(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()));
    let words = numbered.map_or(said, |(_, words)| words);
    let key = fold(words);
    if keys::find(&key).is_some() || key == "kegiatan" || keys::is_kegiatan(&key) {
        return Some((marks, words, true));
    }
    numbered.map(|_| (marks, said, false))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn marks_become_blanks_and_headings_become_keys() {
        let text = "# SOP\n**Nomor:** 1\n## 2. Dasar Hukum\n1. **UU** 1\n### 1. Uji\n- **Waktu**: 1 jam\n**Output:** *x*\n";
        let read = plain(text).expect("it is marked up").text;
        let lines: Vec<&str> = read.lines().map(str::trim).collect();
        assert_eq!(
            lines,
            [
                "# SOP",
                "Nomor:   1",
                "Dasar Hukum:",
                "1.   UU   1",
                "1. Uji",
                "-   Waktu  : 1 jam",
                "Output:   *x*"
            ]
        );
        assert_eq!(read.len(), text.len());
        assert!(plain("**Nomor:** 1\n**Waktu:** 2\n# a\n").is_none());
    }
}
