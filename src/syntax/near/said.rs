//! Outcomes as people note them beside a flow chart: `[Ya] langkah 3`, `> Tidak = kembali`, `jika lengkap, lanjut ke 5`.

use super::condition::target_in_brackets;
use super::target::target_from;
use crate::syntax::keys::Key;
use crate::syntax::values;
use crate::text::{begins_an_if, is_if_in_a_note, own_mark};

/// What a line says of an outcome.
pub(in crate::syntax) struct Said {
    /// The outcome as the language writes it, with `…` for a row that is not named.
    pub meant: String,
    /// Whether the row is named.
    pub known: bool,
    /// Whether it bears a mark that no text does.
    pub marked: bool,
    /// `jika`, and not `ya` or `tidak`.
    pub condition: bool,
}

/// How an answer is noted.
const YES: [&str; 3] = ["ya", "iya", "yes"];
const NO: [&str; 3] = ["tidak", "tdk", "no"];

/// Notes are short.
const LONGEST: usize = 160;
const MOST_WORDS: usize = 8;
/// What stands around an answer, and between it, its condition and its target.
const MARKS: [char; 10] = ['>', '[', '(', '"', '“', '*', '•', '-', '–', '→'];
const BETWEEN: [char; 13] = [']', ')', '"', '”', ':', '=', '-', '–', '>', '→', ',', ';', '\t'];

/// The outcome that a line notes; `here` is the row it stands in.
pub(in crate::syntax) fn outcome_said(typed: &str, here: u16) -> Option<Said> {
    if typed.len() > LONGEST || says_nothing(typed) {
        return None;
    }
    let own = own_mark(typed).unwrap_or(0);
    let body = typed[own..].trim_start_matches(MARKS).trim_start();
    let end = body.find(|c: char| !c.is_alphabetic()).unwrap_or(body.len());
    let (word, rest) = body.split_at(end);
    let parted = rest.trim_start_matches(' ').starts_with(BETWEEN) || rest.trim_start().starts_with('(');
    let key = match word.to_lowercase().as_str() {
        word if YES.contains(&word) => Key::Ya,
        word if NO.contains(&word) => Key::Tidak,
        "y" if parted || aim(behind_mark(rest), here).is_some() => Key::Ya,
        "t" if parted || aim(behind_mark(rest), here).is_some() => Key::Tidak,
        word if is_if_in_a_note(word) && rest.starts_with(' ') => Key::Jika,
        _ => return in_own_words(body, own > 0, here),
    };
    let said = behind_mark(rest);
    // `kalau terpakai → menghubungi pemohon (kembali ke no 1)`
    let explained = target_in_brackets(said).filter(|_| key == Key::Jika);
    let explained =
        explained.map(|(words, target)| (words.replace(" → ", ", ").replace(" -> ", ", "), target));
    let (condition, aim) = match aim(said, here).filter(|_| key != Key::Jika) {
        Some(aim) => ("", aim),
        None if explained.is_some() => {
            let (condition, target) = explained.as_ref()?;
            (condition.as_str(), Aim { target: target.clone(), known: true })
        }
        None => parts(said, parted && key != Key::Jika)
            .find_map(|(condition, target)| Some((condition, aim(target, here)?)))?,
    };
    let condition = condition.trim_matches([' ', ',', ')', ']', '(', '"']);
    // `jika OK ke mana, jika tidak …` are two.
    if condition.split([' ', ',']).any(is_if_in_a_note) {
        return None;
    }
    if condition.split_whitespace().count() > MOST_WORDS || (key == Key::Jika && condition.is_empty()) {
        return None;
    }
    let head = match (key, condition) {
        // `Jika ya, ke kegiatan 3`
        (Key::Jika, answer) if ["ya", "tidak"].iter().any(|known| known.eq_ignore_ascii_case(answer)) => {
            answer.to_lowercase()
        }
        (Key::Jika, condition) => format!("jika {condition}"),
        (key, "") => key.word().to_owned(),
        // `tidak lengkap` is one thought.
        (Key::Tidak, condition) if !parted => format!("tidak, tidak {condition}"),
        (key, condition) => format!("{}, {condition}", key.word()),
    };
    let Aim { target, known } = aim;
    let answer = key != Key::Jika && (parted || word.starts_with(char::is_uppercase));
    let marked = body.len() < typed.len() || answer;
    Some(Said { meant: format!("{head}: {target}"), known, marked, condition: key == Key::Jika })
}

/// Whether a text is words alone, and begins as no answer and no condition does: nearly all are told by it.
pub(in crate::syntax) fn says_nothing(typed: &str) -> bool {
    let begins = match typed.as_bytes() {
        [first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
            [first.to_ascii_lowercase(), second.to_ascii_lowercase()]
        }
        _ => return false,
    };
    let may_answer = matches!(&begins, b"ya" | b"iy" | b"ye" | b"ti" | b"td" | b"no") && {
        let word = typed.bytes().take_while(u8::is_ascii_alphabetic).count();
        YES.iter().chain(&NO).any(|known| known.eq_ignore_ascii_case(&typed[..word]))
    };
    !may_answer && !begins_an_if(begins) && !may_aim(typed)
}

/// Whether a text may say where something goes in words of one's own: it has a mark, the number of a row, or `maka`.
fn may_aim(text: &str) -> bool {
    let mark = |byte: u8| {
        matches!(byte, b'>' | b'=' | b'\t' | b':' | b';' | b'0'..=b'9') || byte == "→".as_bytes()[0]
    };
    text.bytes().any(mark) || text.contains(" maka ")
}

/// `sesuai => kembali`: words of one's own before a mark that parts nothing else; in a list of answers other marks do, too.
fn in_own_words(body: &str, listed: bool, here: u16) -> Option<Said> {
    const ARROWS: [&str; 9] = ["->", "→", "=>", ">>", " = ", "\t", ":", ";", " - "];
    if !(may_aim(body) || listed && body.contains(" - ")) {
        return None;
    }
    let arrows = if listed { &ARROWS[..] } else { &ARROWS[..6] };
    let at_arrow = arrows.iter().find_map(|arrow| body.split_once(arrow));
    // Behind a colon only what surely goes somewhere: `sesuai: lanjut ke Staf`, but not `KTP: 2`.
    let goes = |target: &str| {
        let first = target.trim_start().split(' ').next().unwrap_or_default().to_lowercase();
        way(&first).is_some() || matches!(first.as_str(), "langkah" | "kegiatan")
    };
    let numbered = |to: &str| goes(to) && to.contains(|c: char| c.is_ascii_digit());
    let at_word = || {
        let parted = [":", " maka "].iter().find_map(|word| body.split_once(word)).filter(|(_, to)| goes(to));
        parted.or_else(|| body.split_once(", ").filter(|(_, to)| numbered(to)))
    };
    // `Valid ke langkah 4`
    let at_row = || {
        let at =
            [" ke langkah ", " ke kegiatan ", " ke nomor ", " ke no"].iter().find_map(|to| body.find(to))?;
        let (condition, target) = (&body[..at], &body[at + 1..]);
        (condition.split(' ').count() <= 2 && target.ends_with(|c: char| c.is_ascii_digit()))
            .then_some((condition, target))
    };
    let (condition, target) = at_arrow.or_else(at_word).or_else(at_row)?;
    // `terisi → tawarkan tanggal lain → 1`: what is done on the way.
    let on_the_way = arrows[..4.min(arrows.len())].iter().find_map(|arrow| target.rsplit_once(arrow));
    if let Some((how, last)) = on_the_way
        && let Some(Aim { target, known }) = aim(behind_mark(last), here)
    {
        let condition = format!("{}, {}", in_a_sentence(condition.trim()), how.trim());
        let few = condition.split(' ').count() <= MOST_WORDS;
        let meant = format!("jika {condition}: {target}");
        return few.then_some(Said { meant, known, marked: true, condition: true });
    }
    let condition = as_condition(condition.trim().trim_end_matches([',', ':']));
    let Aim { target, known } = aim(behind_mark(target), here).or_else(|| unclear(target))?;
    let few = !condition.is_empty() && condition.split(' ').count() <= MOST_WORDS;
    let meant = format!("jika {}: {target}", in_a_sentence(condition));
    few.then_some(Said { meant, known, marked: at_arrow.is_some(), condition: true })
}

/// `lainnya`, `tolak`: the condition that one word in its place means.
pub(in crate::syntax) fn as_condition(typed: &str) -> &str {
    match typed.to_lowercase().as_str() {
        "else" | "lainnya" | "selebihnya" => "selain itu",
        "tolak" => "ditolak",
        "terima" => "diterima",
        _ => typed,
    }
}

/// `Selain itu` → `selain itu`; abbreviations stay as they are.
pub fn in_a_sentence(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}

/// Where a note aims.
struct Aim {
    /// As the language writes it, with `…` for a row that is not named.
    target: String,
    /// Whether the row is named.
    known: bool,
}

/// `1 dan 2`: behind an arrow, surely a target, but not a clear one.
fn unclear(said: &str) -> Option<Aim> {
    let said = said.trim().trim_start_matches("ke ");
    let aims = said.starts_with(|c: char| c.is_ascii_digit()) || said.to_lowercase().starts_with("selesai");
    (aims && said.split(' ').count() <= MOST_WORDS).then(|| Aim { target: "…".to_owned(), known: false })
}

fn behind_mark(rest: &str) -> &str {
    let rest = rest.trim_start_matches([' ']).trim_start_matches(BETWEEN).trim();
    rest.strip_prefix("maka ").unwrap_or(rest)
}

/// Every way to part a condition from a target: at a mark, or before a word, which may be a number alone.
fn parts(said: &str, numbers: bool) -> impl Iterator<Item = (&str, &str)> {
    let at_mark = said.char_indices().filter(|(_, mark)| BETWEEN.contains(mark));
    let at_mark = at_mark.map(|(at, _)| (&said[..at], behind_mark(&said[at..])));
    let at_word = said.match_indices(' ').map(|(at, _)| (&said[..at], behind_mark(&said[at..])));
    // `tidak laku : kembali ke c`: behind a colon stands no more of the condition.
    let whole = |(condition, _): &(&str, &str)| !condition.trim_end().contains(':');
    let named =
        move |(_, target): &(&str, &str)| numbers || !target.starts_with(|c: char| c.is_ascii_digit());
    at_mark.chain(at_word.filter(move |part| named(part) && whole(part)))
}

fn aim(said: &str, here: u16) -> Option<Aim> {
    let said = said.trim_end_matches(['.', ';', ' ']);
    // `(3)`, `Dokter (6)`, `pembebasan (langkah 7)`
    let row = said.strip_suffix(')').and_then(|named| named.rsplit_once('('));
    let row =
        row.map(|(name, row)| (name, row.trim_start_matches("langkah ").trim_start_matches("kegiatan ")));
    let row = row.filter(|(name, row)| !name.contains(BETWEEN) && values::nomor(row).is_some());
    let said = row.map_or(said, |(_, row)| row);
    let first = said.split([' ', '.']).next()?.to_lowercase();
    let to_row = matches!(
        first.as_str(),
        "no" | "nomor" | "langkah" | "kegiatan" | "baris" | "tahap" | "menuju" | "lompat"
    );
    let target = if to_row { target_from(&format!("ke {said}"), here) } else { target_from(said, here) };
    let named = |target: &String| {
        target.contains(|c: char| c.is_ascii_digit()) || target == "selesai" || target.starts_with("selesai,")
    };
    if let Some(target) = target.filter(named) {
        return Some(Aim { target, known: true });
    }
    let few = said.split(' ').count() <= MOST_WORDS + 4;
    way(&first).filter(|_| few).map(|way| Aim { target: way.to_owned(), known: false })
}

/// Where a verb in small letters sends the work, without the row.
fn way(verb: &str) -> Option<&'static str> {
    match verb {
        "lanjut" | "lanjutkan" | "dilanjutkan" | "diteruskan" | "teruskan" | "ke" => Some("lanjut ke …"),
        "kembali" | "kembalikan" | "dikembalikan" => Some("kembali ke …"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::outcome_said;

    #[test]
    fn notes_are_read_as_outcomes() {
        let meant = |typed: &str| outcome_said(typed, 2).map(|said| said.meant);
        for (typed, outcome) in [
            ("[Ya] langkah 3", "ya: lanjut ke 3"),
            ("> Tidak = kembali ke 1", "tidak: kembali ke 1"),
            ("Ya, sesuai\tNo. 3", "ya, sesuai: lanjut ke 3"),
            ("Tidak (belum lengkap) -> (1)", "tidak, belum lengkap: kembali ke 1"),
            ("Y => 3", "ya: lanjut ke 3"),
            ("- sehat → pembebasan (langkah 7)", "jika sehat: lanjut ke 7"),
            ("a. Ya - 3", "ya: lanjut ke 3"),
            ("2) belum sesuai: No. 1", "jika belum sesuai: kembali ke 1"),
            ("Ya maka diteruskan", "ya: lanjut ke …"),
            ("jika lengkap, lanjut ke 5", "jika lengkap: lanjut ke 5"),
            ("Manakala lengkap, lanjut ke 5", "jika lengkap: lanjut ke 5"),
            ("jk lengkap -> 5", "jika lengkap: lanjut ke 5"),
            ("Jika ya, ke kegiatan 3", "ya: lanjut ke 3"),
            (
                "- ada bahan kritis -> stop, diarahkan ke jalur lain",
                "jika ada bahan kritis: selesai, diarahkan ke jalur lain",
            ),
            ("rusak -> berhenti", "jika rusak: selesai"),
            ("Terisi → tawarkan tanggal lain → 1", "jika terisi, tawarkan tanggal lain: kembali ke 1"),
            ("Tidak disetujui dikembalikan kepada Staf", "tidak, tidak disetujui: kembali ke …"),
        ] {
            assert_eq!(meant(typed).as_deref(), Some(outcome), "{typed}");
        }
        for text in [
            "Tidak membawa senjata",
            "Yayasan 3",
            "Jika ada, surat kuasa",
            "T. Sipil 3",
            "Tidak lebih dari 3 lembar",
            "lampu -> stop kontak",
        ] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
