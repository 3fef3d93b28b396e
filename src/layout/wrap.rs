//! Words → lines, and back.

use super::font::{self, Face};
use crate::paper::length::{FontSize, Len};
use crate::text::months;
use std::borrow::Cow;

/// The last character of a line that was broken between syllables. It is drawn as a hyphen; who copies, searches or hears
/// the text gets the word without it.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// Whether the word at the end of a line goes on in the next: after the hyphen of a broken word, and after the `-`, `/` or
/// `_` that stands behind a letter.
pub fn goes_on(line: &str) -> bool {
    line.ends_with(SOFT_HYPHEN)
        || line.strip_suffix(['-', '/', '_']).is_some_and(|word| word.ends_with(char::is_alphabetic))
}

/// The text that was broken into these lines.
pub fn join<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for line in lines {
        append(&mut text, line);
    }
    text
}

/// Puts the next line of a text behind those before it.
pub fn append(text: &mut String, line: &str) {
    if text.ends_with(SOFT_HYPHEN) {
        text.pop();
    } else if !text.is_empty() && !goes_on(text) {
        text.push(' ');
    }
    text.push_str(line);
}

/// Breaks a text into lines no wider than `width`: at blanks, but not between a number and its unit; after `-`, `/` and `_`
/// between letters; and inside a word only when the word alone is too wide, with a [`SOFT_HYPHEN`] between the syllables
/// of a word, without one in numbers and codes, which a hyphen would change. A line break in the text is kept. No line is
/// empty, and a text without a word gives no line.
pub fn wrap(text: &str, width: Len, face: Face, size: FontSize) -> Vec<String> {
    let room = i64::from(width.to_um()) * i64::from(font::UNITS_PER_EM) / i64::from(size.em().to_um()).max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, room, face, &mut lines);
    }
    lines
}

/// `room` is the width of a line in font units.
fn wrap_paragraph(text: &str, room: i64, face: Face, lines: &mut Vec<String>) {
    let blank = font::units(" ", face);
    let (mut line, mut used) = (String::new(), 0);
    // Where a line has no room for a number and its unit, they part: first `kerja` goes, then `hari`.
    let parted = |word| {
        let (number, kind) = part(word, room, face);
        let (number, unit) = part(number, room, face);
        [number, unit, kind].into_iter().filter(|part| !part.is_empty())
    };
    for word in words(text).flat_map(parted) {
        let mut glue = !line.is_empty();
        each_piece(word, |mut piece| {
            let mut wide = font::units(piece, face);
            let apart = if glue { blank } else { 0 };
            if used + apart + wide > room {
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                used = 0;
                while wide > room && piece.chars().nth(1).is_some() {
                    let (at, hyphen) = cut(piece, room, face);
                    lines.push(piece[..at].chars().chain(hyphen.then_some(SOFT_HYPHEN)).collect());
                    piece = &piece[at..];
                    wide = font::units(piece, face);
                }
            } else if glue {
                line.push(' ');
                used += blank;
            }
            line.push_str(piece);
            used += wide;
            glue = false;
        });
    }
    if !line.is_empty() {
        lines.push(line);
    }
}

/// What stands before the last blank of words that belong together, and what behind it, where a line has no room for both.
fn part(word: &str, room: i64, face: Face) -> (&str, &str) {
    let apart = word.rsplit_once(' ').filter(|_| font::units(word, face) > room);
    apart.unwrap_or((word, ""))
}

/// A text for who breaks lines without knowing what stays together, with a no-break blank between a number and its unit. Of
/// what is longer, `1 x 24 jam`, `3 hari kerja`, a narrow column may need to break the rest.
pub fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, _) in text.match_indices(' ') {
        let before = text[..at].rsplit(' ').next().unwrap_or_default();
        let unit = text[at + 1..].split(' ').next().unwrap_or_default();
        if is_number(before) && is_unit(unit) {
            out.push_str(&text[done..at]);
            out.push('\u{a0}');
            done = at + 1;
        }
    }
    out + &text[done..]
}

/// The words of a line, as they stay together: a number and its unit, with one blank between, are one, and so are
/// `5 - 15 hari`, `1 x 24 jam`, `No. 7`, `langkah 7`, and an arrow with what it leads to.
pub fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut plain = line.split_whitespace().peekable();
    std::iter::from_fn(move || {
        let word = plain.next()?;
        let start = word.as_ptr() as usize - line.as_ptr() as usize;
        let mut end = start + word.len();
        // What follows after one blank, where it belongs to the number.
        let mut take = |end: usize, belongs: fn(&str) -> bool| {
            let behind = line[end..].strip_prefix(' ').unwrap_or_default();
            let next = plain.next_if(|next| belongs(next) && behind.starts_with(*next));
            next.map(|next| end + 1 + next.len())
        };
        if matches!(word, "No." | "hal." | "langkah" | "step") {
            end = take(end, begins_with_number).unwrap_or(end);
        } else if word == "→" {
            end = take(end, |_| true).unwrap_or(end);
        } else if is_number(word) || word == "±" {
            if word == "±" {
                let Some(number) = take(end, is_number) else { return Some(word) };
                end = number;
            }
            if let Some(sign) = take(end, |next| is_dash(next) || is_times(next)) {
                end = take(sign, is_number).unwrap_or(sign);
            }
            if let Some(unit) = take(end, is_unit) {
                end = take(unit, is_kind_of_day).unwrap_or(unit);
            }
        }
        Some(&line[start..end])
    })
}

/// `3 hari kerja`, `3 working days`
fn is_kind_of_day(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ')']);
    ["kerja", "kalender", "day", "days"].iter().any(|kind| word.eq_ignore_ascii_case(kind))
}

/// `1 x 24 jam`
fn is_times(word: &str) -> bool {
    matches!(word, "x" | "×")
}

/// `7`, `2a`, `3,`
fn begins_with_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–")
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '-'))
}

fn is_unit(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ')']);
    // `5 Menit`, as many type it; but `Nomor 35 Tahun 2012` parts before its `Tahun`.
    let is = |unit: &&str| word.eq_ignore_ascii_case(unit);
    ["detik", "menit", "jam", "hari", "minggu", "bulan", "kali"].iter().any(is)
        || word == "tahun"
        || matches!(
            word,
            "second" | "seconds" | "minute" | "minutes" | "hour" | "hours" | "day" | "days" | "times"
        )
        || matches!(word, "working" | "calendar" | "week" | "weeks" | "month" | "months" | "year" | "years")
        // `2 Juni 2025`
        || (word.starts_with(|c: char| c.is_ascii_uppercase()) && months::number(word).is_some())
}

/// What has more characters, hardly is a word; a cut in it is no place for a hyphen.
const LONGEST_WORD: usize = 40;

/// Where a word that is too wide is cut, in bytes, and whether a hyphen belongs there: at the last syllable that fits
/// with its hyphen, else after the last character that does, and after the first in any case.
fn cut(word: &str, room: i64, face: Face) -> (usize, bool) {
    let hyphen = font::units("-", face);
    let chars: Vec<(usize, char)> = word.char_indices().collect();
    let letters = word.trim_end_matches(['-', '/', '.', ',', ':', ';', ')']);
    let has_syllables =
        chars.len() <= LONGEST_WORD && letters.trim_start_matches('(').chars().all(char::is_alphabetic);
    let (mut syllable, mut last) = (None, chars[1].0);
    let mut used = 0;
    for index in 1..chars.len() {
        used += font::units(&word[chars[index - 1].0..chars[index].0], face);
        if used > room {
            break;
        }
        last = chars[index].0;
        if has_syllables
            && used + hyphen <= room
            && begins_syllable(&chars, index)
            && may_begin_line(&letters[last.min(letters.len())..])
        {
            syllable = Some(last);
        }
    }
    syllable.map_or((last, false), |at| (at, true))
}

/// Whether the rest of a word may stand on the next line: no two letters alone, and not the end of a root with the
/// ending -an (*pemandang-an*, never *pemanda-ngan*).
fn may_begin_line(rest: &str) -> bool {
    let root = rest.to_lowercase();
    let ending = root.strip_suffix("an").filter(|root| *root != "k");
    rest.chars().nth(2).is_some() && ending.is_none_or(|root| root.contains(['a', 'e', 'i', 'o', 'u']))
}

/// Whether an Indonesian syllable begins with this letter: a consonant (`ng`, `ny`, `kh`, `sy` and a stop with `r` or
/// `l` are one) before a vowel, when a vowel went before it.
fn begins_syllable(word: &[(usize, char)], index: usize) -> bool {
    let at = |index: usize| word.get(index).map_or(' ', |(_, c)| c.to_ascii_lowercase());
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let one = |a: char, b: char| {
        matches!((a, b), ('n', 'g' | 'y') | ('k', 'h') | ('s', 'y'))
            || matches!((a, b), ('b' | 'd' | 'g' | 'k' | 'p' | 't', 'r' | 'l'))
    };
    let onset = if one(at(index), at(index + 1)) { 2 } else { 1 };
    !vowel(at(index))
        && vowel(at(index + onset))
        && !one(at(index - 1), at(index))
        && (0..index).any(|before| vowel(at(before)))
}

/// A word cut after each `-` and `/` that stands between letters; not after a single letter and its `-`, as in `e-Office`.
pub fn pieces(word: &str) -> Vec<&str> {
    let mut out = Vec::new();
    each_piece(word, |piece| out.push(piece));
    out
}

/// Hands over the [`pieces`] of a word.
pub fn each_piece<'a>(word: &'a str, mut each: impl FnMut(&'a str)) {
    let mut start = 0;
    if word.contains(['-', '/', '_']) {
        let mut before = None;
        let mut chars = word.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let after = chars.peek().map(|(_, c)| *c);
            let between = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            // `e-` is nothing to leave alone at the end of a line.
            let alone = c == '-' && word[start..at].chars().nth(1).is_none();
            if matches!(c, '-' | '/' | '_') && between(before) && between(after) && !alone {
                each(&word[start..=at]);
                start = at + 1;
            }
            before = Some(c);
        }
    }
    each(&word[start..]);
}

/// Where a program that sets the text itself may break a word, besides where it knows of itself.
const MAY_BREAK: char = '\u{200b}';
/// A shorter word finds room in every column.
const LONG_WORD: usize = 20;

/// A text for a program that sets it itself: after the `/` or `_` between letters it may break a word that is too long for narrow
/// columns, as [`wrap`] does; otherwise it would cut it between any two letters.
pub fn breakable(text: &str) -> Cow<'_, str> {
    let long = |word: &str| word.len() >= LONG_WORD && word.contains(['/', '_']);
    if text.len() < LONG_WORD || !text.contains(['/', '_']) || !text.split_whitespace().any(long) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for word in text.split_inclusive(char::is_whitespace) {
        let long = long(word);
        let start = out.len();
        each_piece(word, |piece| {
            if long && out.len() > start && out.ends_with(['/', '_']) {
                out.push(MAY_BREAK);
            }
            out.push_str(piece);
        });
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: FontSize = FontSize::tenths(85);

    #[test]
    fn a_number_is_not_parted_from_its_unit_by_who_breaks_lines() {
        assert_eq!(unbroken("paling lama 2 jam"), "paling lama 2\u{a0}jam");
        assert_eq!(unbroken("1 x 24 jam, lalu 3 hari kerja"), "1 x 24\u{a0}jam, lalu 3\u{a0}hari kerja");
        assert_eq!(unbroken("Rangkap 2 dan No. 7"), "Rangkap 2 dan No. 7");
    }

    #[test]
    fn a_long_word_may_be_broken_where_a_line_would_be() {
        assert_eq!(
            breakable("Lembar Pertanggungjawaban/Verifikasi KTP/SIM"),
            "Lembar Pertanggungjawaban/\u{200b}Verifikasi KTP/SIM"
        );
        assert!(
            matches!(breakable("Nomor 000.8.3/123456/789012/2025"), Cow::Owned(text) if !text.contains(MAY_BREAK))
        );
        assert!(matches!(breakable("Formulir KTP/SIM, NPWP, dan foto lokasi"), Cow::Borrowed(_)));
    }

    #[test]
    fn no_word_is_lost_and_no_line_is_too_wide() {
        let text = "Menyampaikan laporan/rekapitulasi perundang-undangan kepada Kabid";
        let lines = wrap(text, Len::mm(24), Face::Regular, SIZE);
        assert!(lines.iter().all(|line| font::width(line, Face::Regular, SIZE) <= Len::mm(24)));
        assert_eq!(join(lines.iter().map(String::as_str)), text);
    }

    #[test]
    fn a_word_wider_than_the_column_is_cut() {
        assert!(wrap("Pertanggungjawabannya", Len::mm(10), Face::Regular, SIZE).len() > 2);
        let lines = wrap("Menyelenggarakan administrasi", Len::mm(15), Face::Regular, SIZE);
        assert_eq!(lines, ["Menye\u{ad}", "lenggara\u{ad}", "kan", "adminis\u{ad}", "trasi"]);
        assert_eq!(join(lines.iter().map(String::as_str)), "Menyelenggarakan administrasi");
        for (word, width, first) in
            [("Pemandangan", 17, "Peman"), ("penyebarluasan", 20, "penyebar"), ("(Kasubbag):", 13, "(Kasub")]
        {
            assert_eq!(wrap(word, Len::mm(width), Face::Regular, SIZE)[0], format!("{first}\u{ad}"));
        }
        assert_eq!(wrap("5 - 15 hari kerja", Len::mm(17), Face::Regular, SIZE), ["5 - 15 hari", "kerja"]);
        let words = |text| words(text).collect::<Vec<_>>();
        assert_eq!(words("Nomor 35 Tahun 2012"), ["Nomor", "35", "Tahun", "2012"]);
        assert_eq!(words("selama 5 Menit atau 3 Hari Kerja"), ["selama", "5 Menit", "atau", "3 Hari Kerja"]);
        let lines = wrap("Petugas: 1 jam, paling banyak 2 kali", Len::mm(17), Face::Regular, SIZE);
        assert_eq!(lines, ["Petugas:", "1 jam,", "paling", "banyak", "2 kali"]);
        let lines = wrap("paling banyak 2 kali, lalu ke No. 10.", Len::mm(26), Face::Regular, SIZE);
        assert_eq!(lines, ["paling banyak", "2 kali, lalu ke", "No. 10."]);
        assert_eq!(wrap("Kabid: 1 hari kerja", Len::mm(19), Face::Regular, SIZE), ["Kabid:", "1 hari kerja"]);
        assert_eq!(
            wrap("Kabid: 12 hari kerja", Len::mm(14), Face::Regular, SIZE),
            ["Kabid:", "12 hari", "kerja"]
        );
        let lines = wrap("Petugas atau Kasubbag, langkah 7", Len::mm(36), Face::Regular, SIZE);
        assert_eq!(lines, ["Petugas atau Kasubbag,", "langkah 7"]);
        let lines = wrap("tidak lengkap → 6, lalu ± 30 menit", Len::mm(21), Face::Regular, SIZE);
        assert_eq!(lines, ["tidak lengkap", "→ 6, lalu", "± 30 menit"]);
        for width in [16, 22] {
            let lines = wrap("Kadis: 1 x 24 jam", Len::mm(width), Face::Regular, SIZE);
            assert_eq!(lines, ["Kadis:", "1 x 24 jam"]);
        }
        assert_eq!(
            wrap("at most 2 working days", Len::mm(25), Face::Regular, SIZE),
            ["at most", "2 working days"]
        );
        assert_eq!(wrap("30 menit", Len::mm(9), Face::Regular, SIZE), ["30", "menit"]);
        assert_eq!(wrap("Kasubbag: 30", Len::mm(10), Face::Regular, SIZE)[0], "Kasub\u{ad}");
        let lines = wrap("1234567890123456", Len::mm(15), Face::Regular, SIZE);
        assert_eq!(lines.concat(), "1234567890123456");
        let lines = wrap("000.8.3.114.SATPOLPP.KABUPATEN", Len::mm(15), Face::Regular, SIZE);
        assert_eq!(lines.concat(), "000.8.3.114.SATPOLPP.KABUPATEN");
        assert_eq!(pieces("SIPD-RI/e-Office"), ["SIPD-", "RI/", "e-Office"]);
        assert_eq!(pieces("Laporan_Kegiatan_2025.docx"), ["Laporan_", "Kegiatan_2025.docx"]);
        let lines = wrap("Laporan_Pertanggungjawaban.docx", Len::mm(45), Face::Regular, SIZE);
        assert_eq!(lines, ["Laporan_", "Pertanggungjawaban.docx"]);
        assert_eq!(join(lines.iter().map(String::as_str)), "Laporan_Pertanggungjawaban.docx");
        assert_eq!(wrap("  ", Len::mm(10), Face::Regular, SIZE), Vec::<String>::new());
    }
}
