//! Names compared: without case and blanks, and by how many edits they are apart.

use std::borrow::Cow;

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

/// Whether two names are the same, compared so.
pub fn is_same_name(one: &str, other: &str) -> bool {
    one == other
        || one.eq_ignore_ascii_case(other)
        || (!(is_tidy(one) && is_tidy(other)) && folded(one) == folded(other))
}

/// Whether a word stands before somebody's name and nowhere else: `Drs.`, `drh.`
pub fn is_personal_title(word: &str) -> bool {
    const TITLES: [&str; 10] = ["Drs.", "Dra.", "Dr.", "dr.", "drg.", "drh.", "Ir.", "H.", "Hj.", "Prof."];
    word.ends_with('.') && TITLES.contains(&word)
}

/// Whether a name in capitals is made of the first letters of these words: `PPC` of *Petugas Penerima Contoh*.
pub fn is_initials<'a>(name: &str, words: impl Iterator<Item = &'a str>) -> bool {
    name.len() > 1 && name.chars().all(char::is_uppercase) && initials(words).to_uppercase() == name
}

/// The first letters of words, as they are written.
pub fn initials<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.filter_map(|word| word.chars().next()).collect()
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

/// Whether folding changes no more of a name than the case of its letters. Nearly every one: printable ASCII, single
/// blanks inside only, none beside a mark that draws its neighbours near. Without a way out of the loop many bytes are
/// looked at in one step.
pub fn is_tidy(name: &str) -> bool {
    let [first, behind @ ..] = name.as_bytes() else { return true };
    let plain = |byte: u8| (b' '..0x7F).contains(&byte);
    let blank = |byte: u8| byte == b' ';
    let draws = |byte: u8| blank(byte) | (byte == b'/') | (byte == b'&');
    let parted = |before: u8, byte: u8| (blank(before) & draws(byte)) | (draws(before) & blank(byte));
    let tidy = |before: u8, byte: u8| plain(byte) & !parted(before, byte);
    plain(*first)
        && *first != b' '
        && !name.ends_with(' ')
        && name.bytes().zip(behind).fold(true, |all, (before, byte)| all & tidy(before, *byte))
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

/// The candidate nearest to `word` by edits (insert, delete, replace, swap of neighbours), if near enough to be
/// what was meant: at most a third of the longer word. Ties go to the first. Nothing is near to what is longer than
/// any name.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 200;
    let folded: Vec<char> = fold(word).chars().collect();
    if folded.len() > LONGEST {
        return None;
    }
    let own = Letters::of(&folded);
    let mut best: Option<(usize, &str)> = None;
    let mut other: Vec<char> = Vec::new();
    for candidate in candidates {
        other.clear();
        other.extend(self::folded(candidate).chars());
        let allowed = folded.len().max(other.len()).max(3) / 3;
        if folded.len().abs_diff(other.len()) > allowed || own.apart(Letters::of(&other)) > allowed {
            continue;
        }
        let most = match best {
            None => allowed,
            Some((0, _)) => break,
            Some((least, _)) => allowed.min(least - 1),
        };
        if let Some(distance) = edits(&folded, &other, most) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Which letters a name holds, a few of them under one sign.
#[derive(Clone, Copy)]
struct Letters(u64);

impl Letters {
    fn of(name: &[char]) -> Letters {
        Letters(name.iter().fold(0, |all, c| all | 1 << (u32::from(*c) % 64)))
    }

    /// Names are at least so many edits apart: each takes away or brings one letter at most.
    fn apart(self, other: Letters) -> usize {
        (self.0 & !other.0).count_ones().max((other.0 & !self.0).count_ones()) as usize
    }
}

/// How many edits apart two names are, compared as [`fold`] does.
pub fn distance(a: &str, b: &str) -> usize {
    let chars = |text: &str| fold(text).chars().collect::<Vec<_>>();
    let (a, b) = (chars(a), chars(b));
    edits(&a, &b, a.len().max(b.len())).expect("bug: names are farther apart than their letters")
}

/// Damerau–Levenshtein distance (optimal string alignment), if it is no more than `most`.
fn edits(a: &[char], b: &[char], most: usize) -> Option<usize> {
    // The row before the last, the last, and the one that is being made.
    let mut rows = [vec![0; b.len() + 1], vec![0; b.len() + 1], (0..=b.len()).collect()];
    let mut last_least = 0;
    for i in 1..=a.len() {
        rows.rotate_left(1);
        let [before, last, row] = &mut rows;
        row[0] = i;
        let mut row_least = i;
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row[j] = least;
            row_least = row_least.min(least);
        }
        // What follows is made of these two rows, and no smaller.
        if row_least.min(last_least) > most {
            return None;
        }
        last_least = row_least;
    }
    Some(rows[2][b.len()]).filter(|edits| *edits <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn names_are_the_same_when_they_are_folded_alike() {
        let names = ["Surat Masuk", "surat  masuk", "suratmasuk", "a/B & c", "A / B&c", "ÉA", "éa", "", " "];
        for one in names {
            assert_eq!(fold(one), fold_untidy(one));
            for other in names {
                assert_eq!(is_same_name(one, other), fold(one) == fold(other), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn names_are_never_fewer_edits_apart_than_their_letters_say() {
        let names = [
            "waktu",
            "watku",
            "waktuu",
            "wktu",
            "output",
            "outptu",
            "ketua",
            "rapat",
            "",
            "\u{e9}t\u{e9}",
            "aab",
        ];
        for one in names {
            for other in names {
                let chars = |name: &str| name.chars().collect::<Vec<char>>();
                let least = Letters::of(&chars(one)).apart(Letters::of(&chars(other)));
                assert!(least <= distance(one, other), "{one} {other}: {least}");
            }
        }
        let letters = |name: &str| Letters::of(&name.chars().collect::<Vec<char>>());
        assert_eq!(letters("waktu").apart(letters("output")), 3);
    }

    #[test]
    fn edits_are_counted_up_to_a_bound() {
        let names = ["waktu", "watku", "wkatu", "waktuu", "output", "ab", "ba", "cab", "bca", ""];
        for one in names {
            for other in names {
                let chars = |name: &str| name.chars().collect::<Vec<char>>();
                let apart = distance(one, other);
                for most in 0..8 {
                    let counted = edits(&chars(one), &chars(other), most);
                    assert_eq!(counted, Some(apart).filter(|apart| *apart <= most), "{one} {other} {most}");
                }
            }
        }
        assert_eq!([distance("waktu", "watku"), distance("waktu", "output"), distance("", "ab")], [1, 5, 2]);
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_near() {
        assert_eq!(nearest("kelengkpan", ["kelengkapan", "keterangan"]), Some("kelengkapan"));
        assert_eq!(nearest("Kbaid", ["Kabid", "Kadis"]), Some("Kabid"));
        assert_eq!(nearest("surat", ["kelengkapan", "waktu"]), None);
    }
}
