//! The commonest values, read without the grammar. Each function reads a text exactly as the grammar would, or says
//! `None`: then the grammar reads it, which is the definition and makes every finding. The tests hold the two together.

use super::Kepala;
use crate::few::Few;
use crate::source::Spanned;
use crate::syntax::ast::{Alur, Durasi, Nomor, Pelaku, Rujukan, Sasaran, Satuan, Suku, Tanggal, Tempat};
use crate::syntax::prose::Prose;
use crate::syntax::{values, words};
use crate::text::{begins_with, months};
use smol_str::SmolStr;
use std::ops::Range;

/// `ya, memenuhi syarat`, `jika berkas lengkap`
pub(super) fn kepala(prose: &Prose<'_>) -> Option<Kepala> {
    let text = prose.text.as_ref();
    if begins_with(text, "jika") {
        let (kata, from) = ("jika".len(), "jika ".len());
        let words = text[kata..].strip_prefix(' ')?;
        if words.is_empty() || words.starts_with(['(', ',']) {
            return None;
        }
        let kondisi = Some(prose.part(from..text.len()));
        return Some(Kepala { kata: prose.part(0..kata), untuk: None, kondisi });
    }
    let end = text.bytes().position(|byte| matches!(byte, b',' | b'(')).unwrap_or(text.len());
    if end == 0 {
        return None;
    }
    let kata = prose.part(0..end);
    let (untuk, end) = match text[end..].strip_prefix('(') {
        None => (None, end),
        Some(rest) => {
            let name = end + 1..end + 1 + rest.bytes().position(|byte| matches!(byte, b'(' | b')'))?;
            let end = name.end + 1;
            if !text[name.end..].starts_with(')') || !matches!(text.as_bytes().get(end), None | Some(b',')) {
                return None;
            }
            let name: Spanned<SmolStr> = prose.part(name);
            if name.value.is_empty() {
                return None;
            }
            (Some(name), end)
        }
    };
    let kondisi: Option<Spanned<SmolStr>> = (end < text.len()).then(|| prose.part(end + 1..text.len()));
    let kondisi = kondisi.filter(|words| !words.value.is_empty());
    Some(Kepala { kata, untuk, kondisi })
}

/// `Kabid, Kadis`, `Kasi -> Kabid?`
pub(super) fn oleh(prose: &Prose<'_>) -> Option<Few<Tempat>> {
    let text = prose.text.as_ref();
    let marks = |byte: u8| matches!(byte, b'=' | b'(' | b')' | b'[' | b']' | b':') || !byte.is_ascii();
    if text.bytes().any(marks) {
        return None;
    }
    let mut places = Few::new();
    let mut at = 0;
    let mut parts = text.split('>').peekable();
    while let Some(part) = parts.next() {
        let place = match parts.peek() {
            // `-->` is another arrow.
            Some(_) => part.strip_suffix('-').filter(|place| !place.ends_with('-'))?,
            None => part,
        };
        let span = prose.locate(prose.trimmed(at..at + place.len()));
        let mut pelaku = Few::new();
        let mut from = at;
        for actor in place.split(',') {
            let (name, rest) = actor.split_once('?').map_or((actor, None), |(name, rest)| (name, Some(rest)));
            let nama: Spanned<SmolStr> = prose.part(from..from + name.len());
            from += actor.len() + 1;
            if nama.value.is_empty() || rest.is_some_and(|rest| !rest.trim().is_empty()) {
                return None;
            }
            pelaku.push(Pelaku { nama, memutuskan: rest.is_some() });
        }
        places.push(Tempat { pelaku, span });
        at += part.len() + ">".len();
    }
    Some(places)
}

/// The number of a row at a place, and where it ends.
fn nomor(prose: &Prose<'_>, at: usize) -> Option<(Spanned<Nomor>, usize)> {
    let rest = &prose.text[at..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if !matches!(rest.as_bytes().get(digits), None | Some(b',')) {
        return None;
    }
    let nomor = values::nomor(rest.get(..digits).filter(|typed| (1..=4).contains(&typed.len()))?)?;
    let end = at + digits;
    Some((Spanned::new(nomor, prose.locate(at..end)), end))
}

/// `5, 6`
pub(super) fn daftar_nomor(prose: &Prose<'_>) -> Option<Vec<Spanned<Nomor>>> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let (number, end) = nomor(prose, at)?;
        found.push(number);
        match &prose.text[end..] {
            "" => return Some(found),
            rest => at = end + rest.strip_prefix(", ").map(|_| 2)?,
        }
    }
}

/// `lanjut ke 3`, `kembali ke 3`, `selesai, NAMA`, and where it ends.
fn sasaran(prose: &Prose<'_>, at: usize) -> Option<(Spanned<Sasaran>, usize)> {
    let text = prose.text.as_ref();
    let rest = &text[at..];
    if let Some(name) = rest.strip_prefix("selesai") {
        let named = match name.strip_prefix(", ") {
            None if name.is_empty() => None,
            None => return None,
            Some(name) if name.is_empty() || name.to_ascii_lowercase().starts_with("paling") => return None,
            Some(_) => Some(prose.part(at + "selesai, ".len()..text.len())),
        };
        let place = prose.locate(prose.trimmed(at..text.len()));
        return Some((Spanned::new(Sasaran::Selesai(named), place), text.len()));
    }
    if rest == "kembali" || rest.starts_with("kembali,") {
        let end = at + "kembali".len();
        return Some((Spanned::new(Sasaran::KembaliSatu, prose.locate(at..end)), end));
    }
    let (back, ahead) = (rest.starts_with("kembali ke "), rest.starts_with("lanjut ke "));
    let words = if back { "kembali ke ".len() } else { "lanjut ke ".len() };
    let (nomor, end) = nomor(prose, Some(at + words).filter(|_| back || ahead)?)?;
    let rujukan = Rujukan { nomor, pelaku: None };
    let target = if back { Sasaran::Kembali(rujukan) } else { Sasaran::Lanjut(rujukan) };
    Some((Spanned::new(target, prose.locate(at..end)), end))
}

/// A target, perhaps with `, paling banyak K kali` and `, lalu …`; without its condition.
pub(super) fn alur(prose: &Prose<'_>) -> Option<Alur> {
    let text = prose.text.as_ref();
    let (target, mut at) = sasaran(prose, 0)?;
    let mut alur = Alur { kondisi: None, sasaran: Some(target), paling_banyak: None, lalu: None };
    if let Some(bound) = text[at..].strip_prefix(", paling banyak ") {
        let from = at + ", paling banyak ".len();
        let end = from + bound.find(',').unwrap_or(bound.len());
        let count = text[from..end].strip_suffix(" kali").filter(|count| !count.starts_with('+'))?;
        let count = count.parse::<u32>().ok().filter(|count| *count > 0)?;
        alur.paling_banyak = Some(Spanned::new(count, prose.locate(from..end)));
        at = end;
    }
    if let (Some(_), Some(rest)) = (&alur.paling_banyak, text[at..].strip_prefix(", lalu ")) {
        if rest.starts_with("kembali") {
            return None;
        }
        let (target, end) = sasaran(prose, at + ", lalu ".len())?;
        alur.lalu = Some(target);
        at = end;
    }
    (at == text.len()).then_some(alur)
}

/// `2 jam 30 menit`, `1-2 hari kerja`, `15 menit per berkas`
pub(super) fn durasi(text: &str) -> Option<Durasi> {
    let strange = |letter: char| matches!(letter, '(' | ',' | '/') || letter.is_ascii_digit();
    let counted = |per: &str| !per.is_empty() && !per.contains(strange);
    let (mut suku, mut rest) = (Few::new(), text);
    loop {
        if let Some(behind) = rest.strip_prefix("per ").filter(|_| !suku.is_empty()) {
            let per = Some(behind.trim()).filter(|per| counted(per))?.into();
            return Some(Durasi { sifat: None, suku, per: Some(per), setara: None });
        }
        let (dari, behind) = thousandths(rest)?;
        let (sampai, behind) = match behind.strip_prefix('-') {
            Some(most) => thousandths(most)?,
            None => (dari, behind),
        };
        let (unit, behind) = first_word(behind.strip_prefix(' ')?);
        let (satuan, behind) = match (words::unit(unit)?, behind) {
            (Satuan::Hari, days) => match first_word(days) {
                (kind, behind) if kind.eq_ignore_ascii_case("kerja") => (Satuan::HariKerja, behind),
                (kind, behind) if kind.eq_ignore_ascii_case("kalender") => (Satuan::HariKalender, behind),
                _ => (Satuan::Hari, days),
            },
            other => other,
        };
        suku.push(Some(Suku { dari, sampai, satuan }).filter(|_| dari <= sampai)?);
        if behind.is_empty() {
            return Some(Durasi { sifat: None, suku, per: None, setara: None });
        }
        rest = behind;
    }
}

/// What stands before the first blank, and behind it.
fn first_word(text: &str) -> (&str, &str) {
    let end = text.bytes().position(|byte| byte == b' ').unwrap_or(text.len());
    (&text[..end], text.get(end + 1..).unwrap_or_default())
}

/// The number that a text begins with, in thousandths, and what stands behind it.
fn thousandths(text: &str) -> Option<(u64, &str)> {
    const MOST: usize = 9;
    let digits = text.bytes().take(MOST + 1).take_while(u8::is_ascii_digit).count();
    if !(1..=MOST).contains(&digits) {
        return None;
    }
    let number = text.bytes().take(digits).fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
    Some((number * 1000, &text[digits..]))
}

/// `2 Juni 2025`, `Juni 2025`
pub(super) fn tanggal(text: &str) -> Option<Tanggal> {
    let (rest, tahun) = text.rsplit_once(' ')?;
    let (hari, bulan) = rest.split_once(' ').map_or((None, rest), |(hari, bulan)| (Some(hari), bulan));
    let digits = |word: &str, long: Range<usize>| {
        long.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !hari.is_none_or(|hari| digits(hari, 1..3)) || !digits(tahun, 4..5) {
        return None;
    }
    Some(Tanggal {
        teks: text.into(),
        hari: hari.and_then(|hari| hari.parse().ok()),
        bulan: Some(months::number(bulan)?),
        tahun: tahun.parse().ok(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostic;
    use crate::source::Span;
    use crate::syntax::from_pairs::tanggal::{self as dates, is_possible};
    use crate::syntax::from_pairs::{alur as flow, kepala as heads, waktu as times};
    use crate::syntax::here::Here;
    use crate::syntax::prose::{Source, Stretches};
    use proptest::prelude::*;

    fn prose(text: &str) -> Prose<'_> {
        let mut stretches = Stretches::default();
        stretches.push(text, Span::new(0, text.len()));
        stretches.join(Source::new(text))
    }

    /// What is read by hand must be what the grammar reads, and the grammar must find nothing in it.
    fn same<T: PartialEq + std::fmt::Debug>(
        by_hand: Option<T>,
        by_grammar: impl FnOnce(&mut Vec<Diagnostic>) -> T,
    ) -> usize {
        let Some(by_hand) = by_hand else { return 0 };
        let mut found = Vec::new();
        assert_eq!(by_hand, by_grammar(&mut found));
        assert!(found.is_empty(), "{found:?}");
        1
    }

    /// How many kinds of value a text was read as.
    fn agree(text: &str) -> usize {
        let prose = prose(text);
        let nowhere = Here { row: None, above: &[] };
        same(kepala(&prose).map(Some), |_| heads::kepala_by_grammar(&prose))
            + same(oleh(&prose), |found| heads::oleh_by_grammar(&prose, found))
            + same(alur(&prose), |found| flow::alur_by_grammar(&prose, None, &nowhere, found))
            + same(daftar_nomor(&prose), |found| flow::daftar_nomor_by_grammar(&prose, found))
            + same(durasi(&prose.text).map(Some), |found| {
                times::waktu_by_grammar(&prose, false, found).durasi
            })
            + same(tanggal(&prose.text).filter(is_possible), |found| dates::tanggal_by_grammar(&prose, found))
    }

    #[test]
    fn the_commonest_values_are_read_by_hand() {
        for text in [
            "ya, memenuhi syarat",
            "jika berkas lengkap",
            "Kasi, Kabid -> Kadis?",
            "kembali ke 3, paling banyak 2 kali, lalu selesai, usulan ditolak",
            "lanjut ke 12",
            "selesai",
            "5, 6, 12",
            "2 jam 30 menit",
            "1-2 hari kerja",
            "3 Hari Kerja",
            "15 menit per berkas",
            "2 Juni 2025",
            "Juni 2025",
        ] {
            // Nearly any text could be a name or a head.
            let any = 1 + usize::from(!text.contains("(->"));
            assert!(agree(text) >= any, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]

        #[test]
        fn values_are_read_as_the_grammar_reads_them(
            words in prop::collection::vec(prop::sample::select(WORDS), 1..9),
            blanks in prop::collection::vec(prop::bool::weighted(0.6), 9),
        ) {
            let blank = |at: usize| if blanks[at] { " " } else { "" };
            let text: String = words.iter().enumerate().flat_map(|(at, word)| [*word, blank(at)]).collect();
            agree(&text);
        }
    }

    const WORDS: &[&str] = &[
        "lanjut ke",
        "kembali ke",
        "kembali",
        "selesai",
        "Selesai",
        ",",
        ", ",
        "paling banyak",
        "kali",
        "lalu",
        "2",
        "3",
        "12",
        "0",
        "10000",
        "3a",
        "dan",
        "ya",
        "tidak",
        "jika",
        "Kabid",
        "Kasi",
        "->",
        "→",
        "-->",
        "=>",
        "?",
        "(",
        ")",
        ">",
        "-",
        "menit",
        "Jam",
        "hari",
        "kerja",
        "kalender",
        "Kerja",
        "per",
        "berkas",
        "/",
        "+",
        "1,5",
        "1.000",
        "1-2",
        "2-1",
        "Juni",
        "februari",
        "30",
        "31",
        "2025",
        "1800",
        "25",
        "é",
        "\u{A0}",
        "e\u{301}",
        ":",
        "=",
        "minggu",
    ];
}
