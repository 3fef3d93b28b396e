//! What a target that cannot be read probably means: `lanjut ke kegiatan 3.`, `balik ke langkah sebelumnya`.

use crate::syntax::keys::Shape;
use crate::syntax::{values, words};
use crate::text::{ARROWS, begins_with, nearest};
use std::borrow::Cow;

/// `lanjut ke kegiatan 3.` → `lanjut ke 3`, `kembali 1, maks. 2 kali` → `kembali ke 1, paling banyak 2 kali`.
pub(in crate::syntax) fn target(typed: &str) -> Option<String> {
    if let Some(end) = end_in_brackets(typed).or_else(|| end_behind_arrow(typed)) {
        return Some(end);
    }
    let text = with_commas(typed.trim().trim_end_matches(['.', ';']).trim());
    let mut parts = text.split(',').map(str::trim);
    let mut meant = vec![aim(parts.next()?)?];
    for part in parts {
        let times = how_often(part);
        let after = part.get(..5).filter(|head| head.eq_ignore_ascii_case("lalu "));
        meant.push(match (times, after) {
            (Some(times), _) => format!("paling banyak {times} kali"),
            (None, Some(_)) => format!("lalu {}", aim(&part[5..])?),
            // `maks. 2 kali, selesai`
            (None, None) => match aim(part) {
                Some(then) if meant.last().is_some_and(|it| it.starts_with("paling banyak")) => {
                    format!("lalu {then}")
                }
                // `ditolak, selesai`
                Some(end) if end == "selesai" && meant[0].starts_with("selesai") => continue,
                // An outcome leads to one place.
                Some(then) if !then.starts_with("selesai") => return None,
                _ => part.to_owned(),
            },
        });
    }
    let meant = meant.join(", ");
    (meant != typed && values::is_value_of(Shape::Alur, &meant)).then_some(meant)
}

/// `hewan ditahan (selesai)` → `selesai, hewan ditahan`
fn end_in_brackets(typed: &str) -> Option<String> {
    let (name, end) = typed.trim().trim_end_matches('.').strip_suffix(')')?.rsplit_once('(')?;
    let (name, ends) = (name.trim(), ["selesai", "stop", "end"]);
    let plain = !name.is_empty() && !leads_on(&name.to_lowercase()) && !name.contains([',', '(', ':']);
    let meant = format!("selesai, {name}");
    let ends = ends.iter().any(|word| word.eq_ignore_ascii_case(end.trim()));
    (plain && ends && values::is_value_of(Shape::Alur, &meant)).then_some(meant)
}

/// `surat penolakan → selesai` → `selesai, surat penolakan`
fn end_behind_arrow(typed: &str) -> Option<String> {
    let (name, end) = ARROWS.iter().find_map(|arrow| typed.split_once(arrow))?;
    let name = name.trim().trim_end_matches(',');
    let plain = !name.is_empty() && !leads_on(&name.to_lowercase()) && !name.contains([',', '(', ':']);
    let meant = format!("selesai, {name}");
    let ends = end.trim().trim_end_matches('.').eq_ignore_ascii_case("selesai");
    (plain && ends && values::is_value_of(Shape::Alur, &meant)).then_some(meant)
}

/// `ulangi langkah 3 dengan harga lebih rendah, maksimal 3 kali`: the target, and the words behind its number that say how.
pub(in crate::syntax) fn target_with_words(typed: &str) -> Option<(String, &str)> {
    let number = typed.find(|c: char| c.is_ascii_digit())?;
    let behind = number + typed[number..].find(' ')?;
    let end = typed[behind..].find(',').map_or(typed.len(), |at| behind + at);
    let words = typed[behind..end].trim();
    let meant = target(&format!("{}{}", &typed[..behind], &typed[end..]))?;
    explains(words).then_some((meant, words))
}

/// A target as it stands where it can be read, else what it means.
pub(super) fn readable(typed: &str) -> Option<String> {
    if values::is_value_of(Shape::Alur, typed) { Some(typed.to_owned()) } else { target(typed) }
}

/// `kembali ke 1 maksimal 3 kali lalu selesai (ditolak)` with the commas that are missing.
fn with_commas(typed: &str) -> String {
    // `kembali 6 (maks. 2 kali)`
    let bracket = typed.split_once('(').and_then(|(before, rest)| {
        let (bound, behind) = rest.split_once(')').filter(|(bound, _)| how_often(bound).is_some())?;
        Some(format!("{}, {bound}{behind}", before.trim_end().trim_end_matches(',')))
    });
    let typed = bracket.as_deref().unwrap_or(typed);
    let mut out: Vec<String> = Vec::new();
    let mut words = typed.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let lower = word.to_lowercase();
        let begins = match lower.trim_end_matches('.') {
            "maksimal" | "maksimum" | "maks" | "sebanyak" | "lalu" | "kemudian" => true,
            "paling" => words.peek().is_some_and(|next| next.eq_ignore_ascii_case("banyak")),
            _ => false,
        };
        let ends = out.last().is_none_or(|before| before.ends_with(','));
        if let Some(before) = out.last_mut().filter(|_| begins && !ends) {
            before.push(',');
        }
        out.push(if lower == "kemudian" { "lalu".to_owned() } else { word.to_owned() });
    }
    let text = out.join(" ");
    match text.split_once("selesai (").and_then(|(before, rest)| Some((before, rest.strip_suffix(')')?))) {
        Some((before, name)) => format!("{before}selesai, {name}"),
        None => text,
    }
}

/// `maksimal 3 kali`, `sebanyak dua kali`: how often at most.
pub(in crate::syntax) fn how_often(typed: &str) -> Option<u32> {
    let lower = typed.to_lowercase();
    let mut words = lower.split_whitespace();
    let first = words.next()?.trim_end_matches('.');
    // `2 kali`, `2x`
    if let Ok(times) = first.trim_end_matches(['x', '×']).parse() {
        let alone = words.next().map_or(first.ends_with(['x', '×']), |word| word == "kali");
        return (alone && words.next().is_none()).then_some(times);
    }
    if !matches!(first, "maksimal" | "maksimum" | "maks" | "max" | "sebanyak" | "paling") {
        return None;
    }
    let times = words.find_map(|word| {
        let word = word.trim_end_matches(['x', '×']);
        word.parse().ok().or_else(|| words::number(word))
    });
    // `maksimal 3 hari` is how long.
    times.filter(|_| words.next().is_none_or(|word| words::unit(word).is_none()))
}

/// Whether what should be a condition is another outcome: `Kabid menolak kembali ke 1`.
pub(super) fn leads_on(condition: &str) -> bool {
    condition.split_whitespace().any(|word| matches!(word, "kembali" | "lanjut" | "selesai" | "ke"))
}

/// `untuk diperbaiki`, `maksimal 3 hari` behind a target: no name, but what it is for or how long.
pub(in crate::syntax) fn explains(typed: &str) -> bool {
    let first = typed.split([' ', '.']).next().unwrap_or_default();
    let bound = ["maksimal", "maks", "paling"].iter().any(|word| word.eq_ignore_ascii_case(first));
    let words = ["untuk", "agar", "guna", "supaya", "setiap", "dalam", "selama", "karena", "dengan"];
    (bound && how_often(typed).is_none()) || words.iter().any(|word| word.eq_ignore_ascii_case(first))
}

/// `kembali ke Kasi`: the verb of a target that names somebody and no row.
pub(in crate::syntax) fn verb_before_a_name(typed: &str) -> Option<&'static str> {
    let (verb, rest) = typed.split_once(' ')?;
    let rest = rest.trim_start();
    let name = ["ke ", "kepada ", "kpd "].into_iter().find_map(|to| rest.strip_prefix(to))?;
    let name = &name[..name_ends(name)];
    let of_row = name.chars().any(|letter| letter.is_ascii_digit());
    let verb = match verb.to_lowercase().as_str() {
        "lanjut" | "lanjutkan" | "diteruskan" | "dilanjutkan" => "lanjut",
        "kembali" | "kembalikan" | "dikembalikan" | "balik" => "kembali",
        _ => return None,
    };
    (!of_row && !name.trim().is_empty()).then_some(verb)
}

/// Where a name in a target ends: at a comma, or where a bound begins without one.
fn name_ends(rest: &str) -> usize {
    const BOUND: [&str; 6] = [",", " maks", " max", " paling banyak", " sebanyak", " ("];
    BOUND.iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len())
}

/// Where the name stands in such a target.
pub(in crate::syntax) fn name_aimed_at(typed: &str) -> Option<std::ops::Range<usize>> {
    let to = [" ke ", " kepada ", " kpd "].into_iter().find(|to| typed.contains(to))?;
    let start = typed.find(to)? + to.len();
    let rest = &typed[start..];
    let name = rest[..name_ends(rest)].trim();
    let start = start + rest.len() - rest.trim_start().len();
    (!name.is_empty()).then_some(start..start + name.len())
}

/// `lanjut ke 2 dan 3`, `ke 2, 3 dan 4`: the rows, where a target names several.
pub(in crate::syntax) fn several_rows(typed: &str) -> Option<Vec<&str>> {
    let verbs = ["lanjut ke ", "lanjut ", "kembali ke ", "ke "];
    let verb = verbs.iter().find(|verb| begins_with(typed, verb))?;
    let words = typed[verb.len()..].split([' ', ',', '&', '/']).filter(|word| !word.is_empty());
    let (rows, others): (Vec<&str>, Vec<&str>) = words.partition(|word| values::nomor(word).is_some());
    (rows.len() > 1 && others.iter().all(|word| matches!(*word, "dan" | "serta"))).then_some(rows)
}

/// `kembali ke langkah sebelumnya`, `lanjut`, `ke kegiatan berikutnya`: the row before or behind row `here`.
pub(in crate::syntax) fn neighbour(typed: &str, here: u16) -> Option<String> {
    let lower = typed.trim_end_matches(['.', ';']).to_lowercase();
    let known = |word: &str| {
        matches!(
            word,
            "lanjut" | "lanjutkan" | "kembali" | "ke" | "pada" | "langkah" | "kegiatan" | "tahap" | "proses"
        )
    };
    let (last, mut rest) = match lower.rsplit_once(' ') {
        Some((rest, last)) => (last, rest.split(' ')),
        None => (lower.as_str(), "".split(' ')),
    };
    let back = match last {
        "lanjut" | "lanjutkan" | "berikutnya" | "selanjutnya" => false,
        "sebelumnya" => true,
        _ => return None,
    };
    let alone = rest.all(|word| word.is_empty() || known(word));
    match back {
        _ if !alone => None,
        true => here.checked_sub(1).filter(|row| *row > 0).map(|row| format!("kembali ke {row}")),
        false => Some(format!("lanjut ke {}", here.saturating_add(1))),
    }
}

/// `balik ke-3` → `balik ke 3`, up to the first `ke-` that no number follows.
fn with_numbers_apart(typed: &str) -> Cow<'_, str> {
    let counts = |(at, ke): &(usize, &str)| typed[at + ke.len()..].starts_with(|c: char| c.is_ascii_digit());
    let mut out = String::new();
    let mut rest = 0;
    for (at, ke) in typed.match_indices("ke-").take_while(counts) {
        out.push_str(&typed[rest..at]);
        out.push_str("ke ");
        rest = at + ke.len();
    }
    if rest == 0 { Cow::Borrowed(typed) } else { Cow::Owned(out + &typed[rest..]) }
}

/// A target as the language writes it; where the verb is not said, the number says which way from row `here`.
pub(in crate::syntax) fn target_from(typed: &str, here: u16) -> Option<String> {
    let apart = with_numbers_apart(typed);
    let typed = apart.as_ref();
    let first = typed.split([' ', ',']).next()?.to_lowercase();
    if let Some(target) = neighbour(typed, here) {
        return Some(target);
    }
    const SAID: [&str; 10] = [
        "lanjut",
        "kembali",
        "selesai",
        "dilanjutkan",
        "dikembalikan",
        "ulangi",
        "ulang",
        "diulang",
        "diulangi",
        "balik",
    ];
    // `stop, diarahkan ke jalur lain`; but `stop kontak`
    let ends =
        ["stop", "berhenti", "berakhir"].contains(&first.as_str()) && !typed[first.len()..].starts_with(' ');
    let said = ends || SAID.contains(&first.as_str());
    let known = said || first == "ke" || ARROWS.contains(&first.as_str());
    let bare = first.bytes().all(|byte| byte.is_ascii_digit());
    if !(bare || known) || first.is_empty() {
        return None;
    }
    let meant = readable(typed.trim_start_matches(['-', '=', '>', '→', ' ']))?;
    let unsaid = bare || !said;
    let number = meant.strip_prefix("lanjut ke ").and_then(|rest| rest.split(',').next());
    match number.and_then(values::nomor) {
        Some(row) if unsaid && row.angka <= here => Some(meant.replacen("lanjut", "kembali", 1)),
        _ => Some(meant),
    }
}

/// `7 s.d. 12`, `kegiatan 7 - 12`: two rows, and nothing but words between rows.
pub(in crate::syntax) fn stretch(typed: &str) -> Option<(&str, &str)> {
    const BETWEEN: [&str; 15] = [
        "setelah", "sesudah", "sejak", "dari", "antara", "kegiatan", "langkah", "baris", "nomor", "no",
        "sampai", "hingga", "dengan", "s.d", "s/d",
    ];
    let words = || {
        typed.split([' ', '-', '–']).map(|word| word.trim_end_matches('.')).filter(|word| !word.is_empty())
    };
    let is_row = |word: &&str| values::nomor(word).is_some();
    let between = |word: &str| BETWEEN.iter().any(|known| known.eq_ignore_ascii_case(word));
    let mut rows = words().filter(is_row);
    let (from, to, None) = (rows.next()?, rows.next()?, rows.next()) else { return None };
    words().all(|word| is_row(&word) || between(word)).then_some((from, to))
}

/// Where a target aims: its verb, and the number behind whatever words.
pub(super) fn aim(typed: &str) -> Option<String> {
    let lower = typed.to_lowercase();
    let mut words = lower.split_whitespace();
    let first = words.next()?.trim_end_matches([':', '.']);
    let verb = match first {
        "selesai" | "tamat" | "berakhir" | "berhenti" | "end" | "stop" => {
            let name = typed.split_once(' ').map_or("", |(_, name)| name.trim());
            let name = name.trim_start_matches(['-', '–', '—', ':', ' ']);
            return Some(match first {
                "selesai" if name.is_empty() => typed.to_owned(),
                "selesai" => format!("selesai, {name}"),
                _ => "selesai".to_owned(),
            });
        }
        "kembali" | "kembalikan" | "dikembalikan" | "balik" | "ulang" | "ulangi" | "diulang" | "diulangi" => {
            "kembali"
        }
        "ditolak" | "batal" | "dibatalkan" => return Some(format!("selesai, {typed}")),
        "tolak" if words.next().is_none() => return Some("selesai, ditolak".to_owned()),
        "lanjut" | "lanjutkan" | "dilanjutkan" | "ke" | "menuju" | "->" | "→" | "langsung" | "langkah"
        | "kegiatan" | "baris" | "terus" | "diteruskan" | "lalu" | "kemudian" => "lanjut",
        _ if first.trim_start_matches("->").trim_matches(['→', '(', ')']).parse::<u16>().is_ok() => {
            "lanjut"
        }
        _ => match nearest(first, ["lanjut", "kembali", "selesai"]).filter(|_| first.len() > 4)? {
            "selesai" if typed.contains(' ') => return None,
            "selesai" => return Some("selesai".to_owned()),
            verb => verb,
        },
    };
    let of_row = |word: &str| {
        let word = word.trim_matches(['.', ',', '-', '>', '→', '#', '(', ')']).trim_start_matches("no.");
        let figure = values::nomor(word).map(|_| word.to_owned());
        // `ke langkah keempat`
        let ordinal = || if word == "pertama" { Some(1) } else { words::number(word.strip_prefix("ke")?) };
        figure.or_else(|| Some(words::number(word).or_else(ordinal)?.to_string()))
    };
    let filler = |word: &str| {
        let word = word.trim_matches(['.', ':']);
        matches!(
            word,
            "ke" | "kepada"
                | "no"
                | "nomor"
                | "kegiatan"
                | "langkah"
                | "baris"
                | "tahap"
                | "pada"
                | "dari"
                | "mulai"
                | "lagi"
                | "butir"
                | "->"
                | "→"
        )
    };
    let mut rest = lower.split_whitespace().skip_while(|word| of_row(word).is_none());
    let number = of_row(rest.next()?)?;
    let fillers = lower.split_whitespace().skip(1).take_while(|word| of_row(word).is_none()).all(filler);
    let name = rest.next().is_none();
    (fillers && name).then(|| format!("{verb} ke {number}"))
}

#[cfg(test)]
mod tests {
    use super::{target_from, with_numbers_apart};

    #[test]
    fn a_number_behind_a_hyphen_is_one_up_to_the_first_word_that_is_none() {
        for (typed, apart) in [
            ("balik ke-3", "balik ke 3"),
            ("ke-1, lalu ke-2", "ke 1, lalu ke 2"),
            ("ke-1 ke-dua ke-3", "ke 1 ke-dua ke-3"),
            ("ke-dua ke-3", "ke-dua ke-3"),
            ("lanjut ke 3", "lanjut ke 3"),
        ] {
            assert_eq!(with_numbers_apart(typed), apart);
        }
        assert_eq!(target_from("balik ke-3", 5).as_deref(), Some("kembali ke 3"));
    }

    #[test]
    fn a_line_of_nothing_else_is_read_in_one_pass() {
        // The longest that is read.
        assert_eq!(target_from(&"ke-1".repeat(16_000), 5), None);
    }
}
