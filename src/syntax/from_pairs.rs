//! Text of one field → its value: one function per entry rule of the grammar.
//!
//! Every function takes a [`Prose`], so that a place found in joined text is a place in the file.

use pest::Parser;
use pest::iterators::{Pair, Pairs};

use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};

use super::ast::{
    Acuan, Alur, Batas, Durasi, JenisBatas, Nomor, Pelaku, Rujukan, Sasaran, Sifat, Suku, Tanggal, Tempat,
    Waktu,
};
use super::faults;
use super::grammar::{Grammar, Rule};
use super::keys::Shape;
use super::prose::Prose;
use super::words;

pub(super) type Found = Vec<Diagnostic>;

fn read<'p>(rule: Rule, prose: &'p Prose<'_>) -> Option<Pairs<'p, Rule>> {
    Some(Grammar::parse(rule, &prose.text).ok()?.next()?.into_inner())
}

fn place(prose: &Prose<'_>, pair: &Pair<'_, Rule>) -> Span {
    let span = pair.as_span();
    prose.locate(span.start()..span.end())
}

/// The text of a pair without the blanks around it.
fn words_of(prose: &Prose<'_>, pair: &Pair<'_, Rule>) -> Spanned<String> {
    let span = pair.as_span();
    prose.part(span.start()..span.end())
}

/// Whether a text reads as what a key of this shape takes, where that can be told from other text.
pub(super) fn is_value_of(shape: Shape, text: &str) -> bool {
    match shape {
        Shape::Waktu => is_time(text),
        Shape::Alur => Grammar::parse(Rule::sasaran, text).is_ok(),
        Shape::Nomor => Grammar::parse(Rule::daftar_nomor, text).is_ok(),
        Shape::Text | Shape::List | Shape::TextOrList | Shape::Tanggal | Shape::Pelaksana | Shape::Batas => {
            false
        }
    }
}

// ---- before the colon -----------------------------------------------------------------------------------------

/// What stands before the colon of a field.
pub(super) struct Kepala {
    pub(super) kata: Spanned<String>,
    pub(super) untuk: Option<Spanned<String>>,
    pub(super) kondisi: Option<Spanned<String>>,
}

/// `tidak (Kadis), tidak disetujui`. `None` when brackets are left open or something follows them.
pub(super) fn kepala(prose: &Prose<'_>) -> Option<Kepala> {
    let head = read(Rule::kepala, prose)?.next()?;
    let mut kepala = Kepala { kata: Spanned::default(), untuk: None, kondisi: None };
    for part in head.into_inner() {
        match part.as_rule() {
            Rule::untuk => {
                kepala.untuk = part.into_inner().next().map(|inside| words_of(prose, &inside));
            }
            Rule::kondisi => kepala.kondisi = Some(words_of(prose, &part)),
            _ => kepala.kata = words_of(prose, &part),
        }
    }
    Some(kepala)
}

/// The number of a row, as a value; `None` outside 1 to 9999.
pub(super) fn nomor(typed: &str) -> Option<Nomor> {
    let digits = typed.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let huruf = typed[digits.len()..].chars().next().map(|letter| letter.to_ascii_lowercase());
    let angka = digits.parse().ok().filter(|number| (1..=9999).contains(number))?;
    Some(Nomor { angka, huruf })
}

/// The actor part of a row.
pub(super) fn oleh(prose: &Prose<'_>, found: &mut Found) -> Vec<Tempat> {
    let simple = |byte: u8| !matches!(byte, b',' | b'?' | b'>') && byte.is_ascii();
    if prose.text.bytes().all(simple) {
        // One actor, as in most rows.
        let nama = prose.part(0..prose.text.len());
        let span = nama.span;
        let nama = check_name(nama, found);
        return vec![Tempat { pelaku: vec![Pelaku { nama, memutuskan: false }], span }];
    }
    let mut places = Vec::new();
    let mut arrow = Span::default();
    for pair in read(Rule::oleh, prose).into_iter().flatten() {
        match pair.as_rule() {
            Rule::tempat => places.extend(tempat(prose, pair, arrow, found)),
            Rule::panah => {
                arrow = place(prose, &pair);
                if !matches!(pair.as_str(), "->" | "→") {
                    found.push(super::remedies::look_alike(arrow, pair.as_str(), "->"));
                }
            }
            _ => {}
        }
    }
    places
}

fn tempat(prose: &Prose<'_>, pair: Pair<'_, Rule>, arrow: Span, found: &mut Found) -> Option<Tempat> {
    let whole = words_of(prose, &pair).span;
    let mut pelaku = Vec::new();
    for actor in pair.into_inner() {
        let mut parts = actor.into_inner();
        let Some(name) = parts.next() else { continue };
        let nama = words_of(prose, &name);
        let tanya = parts.next();
        if let Some(rest) = parts.next().filter(|rest| !rest.as_str().trim().is_empty()) {
            found.push(Diagnostic::at(&faults::QUESTION, words_of(prose, &rest).span));
        }
        if !nama.value.is_empty() {
            let nama = check_name(nama, found);
            pelaku.push(Pelaku { nama, memutuskan: tanya.is_some() });
        } else if let Some(tanya) = tanya {
            found.push(Diagnostic::at(&faults::QUESTION, place(prose, &tanya)));
        } else {
            let near = if whole.start < whole.end { whole } else { arrow };
            let span = if near == Span::default() { prose.span } else { near };
            found.push(Diagnostic::at(&faults::EMPTY_PLACE, span));
        }
    }
    if pelaku.is_empty() { None } else { Some(Tempat { pelaku, span: whole }) }
}

/// Reports the marks that a name may not hold, and gives the name before them.
pub(super) fn check_name(mut nama: Spanned<String>, found: &mut Found) -> Spanned<String> {
    let mark = nama.value.find(['(', ')', '[', ']', '=', ':', '?', '→']);
    let arrow = nama.value.find("->");
    let Some(at) = [mark, arrow].into_iter().flatten().min() else { return nama };
    let mark = if Some(at) == arrow {
        "->"
    } else {
        &nama.value[at..at + nama.value[at..].chars().next().map_or(0, char::len_utf8)]
    };
    found.push(
        Diagnostic::at(&faults::NAME_MARK, nama.span).with("nama", nama.value.as_str()).with("tanda", mark),
    );
    let before = nama.value[..at].trim_end().len();
    if before > 0 {
        nama.value.truncate(before);
    }
    nama
}

// ---- flow -----------------------------------------------------------------------------------------------------

/// A target with its bound.
pub(super) fn alur(prose: &Prose<'_>, kondisi: Option<Spanned<String>>, found: &mut Found) -> Alur {
    let mut alur = Alur { kondisi, sasaran: None, paling_banyak: None, lalu: None };
    if prose.text.is_empty() {
        return alur;
    }
    let Some(pairs) = read(Rule::sasaran, prose) else {
        let diagnostic = Diagnostic::at(&faults::TARGET, prose.span).with("teks", prose.text.as_ref());
        found.push(diagnostic);
        return alur;
    };
    let (mut bound, mut after) = (None, None);
    for pair in pairs {
        let span = place(prose, &pair);
        match pair.as_rule() {
            Rule::paling_banyak => {
                bound = Some(span);
                alur.paling_banyak = banyaknya(prose, pair, found);
            }
            Rule::lalu => {
                after = Some(span);
                alur.lalu = pair.into_inner().next().and_then(|target| sasaran(prose, target, found));
            }
            Rule::EOI => {}
            _ => alur.sasaran = sasaran(prose, pair, found),
        }
    }
    if let (None, Some(after)) = (bound, after) {
        found.push(Diagnostic::at(&faults::BOUND_PLACE, after));
        alur.paling_banyak = Some(Spanned::new(1, after));
    }
    alur
}

fn sasaran(prose: &Prose<'_>, pair: Pair<'_, Rule>, found: &mut Found) -> Option<Spanned<Sasaran>> {
    let span = words_of(prose, &pair).span;
    let rule = pair.as_rule();
    let inner = pair.into_inner().next();
    let value = match (rule, inner) {
        (Rule::selesai, name) => Sasaran::Selesai(name.map(|name| words_of(prose, &name))),
        (Rule::kembali, None) => Sasaran::KembaliSatu,
        (Rule::kembali, Some(target)) => Sasaran::Kembali(rujukan(prose, target, found)?),
        (_, target) => Sasaran::Lanjut(rujukan(prose, target?, found)?),
    };
    Some(Spanned::new(value, span))
}

fn rujukan(prose: &Prose<'_>, pair: Pair<'_, Rule>, found: &mut Found) -> Option<Rujukan> {
    let mut parts = pair.into_inner();
    let nomor = row_number(prose, &parts.next()?, found)?;
    Some(Rujukan { nomor, pelaku: parts.next().map(|name| words_of(prose, &name)) })
}

fn row_number(prose: &Prose<'_>, pair: &Pair<'_, Rule>, found: &mut Found) -> Option<Spanned<Nomor>> {
    let span = place(prose, pair);
    let number = nomor(pair.as_str());
    if number.is_none() {
        found.push(Diagnostic::at(&faults::ROW_NUMBER, span).with("nomor", pair.as_str()));
    }
    number.map(|number| Spanned::new(number, span))
}

fn banyaknya(prose: &Prose<'_>, pair: Pair<'_, Rule>, found: &mut Found) -> Option<Spanned<u32>> {
    let whole = words_of(prose, &pair).span;
    let typed = pair.into_inner().next()?;
    let count = typed.as_str().trim().split_once(' ').filter(|(_, times)| times.eq_ignore_ascii_case("kali"));
    let number = count.and_then(|(number, _)| number.parse::<u32>().ok()).filter(|number| *number > 0);
    let span = words_of(prose, &typed).span;
    if number.is_none() {
        let at = if span.start < span.end { span } else { whole };
        found.push(Diagnostic::at(&faults::TIMES, at));
    }
    // A bound was meant, so that nobody need be told that there is none.
    Some(Spanned::new(number.unwrap_or(1), span))
}

/// `5, 6`
pub(super) fn daftar_nomor(prose: &Prose<'_>, found: &mut Found) -> Vec<Spanned<Nomor>> {
    let Some(pairs) = read(Rule::daftar_nomor, prose) else {
        found.push(Diagnostic::at(&faults::ROW_LIST, prose.span).with("teks", prose.text.as_ref()));
        return Vec::new();
    };
    pairs
        .filter(|pair| pair.as_rule() == Rule::nomor)
        .filter_map(|pair| row_number(prose, &pair, found))
        .collect()
}

// ---- dates ----------------------------------------------------------------------------------------------------

/// A date; one that cannot be read keeps its text and has no parts.
pub(super) fn tanggal(prose: &Prose<'_>, found: &mut Found) -> Tanggal {
    let teks = prose.text.to_string();
    let unread = Tanggal { teks, hari: None, bulan: None, tahun: None };
    let read = read(Rule::tanggal, prose)
        .and_then(|mut pairs| pairs.next())
        .and_then(|pair| date_parts(pair, &unread.teks));
    let Some((date, figures)) = read.filter(|(date, _)| is_possible(date)) else {
        found.push(Diagnostic::at(&faults::DATE, prose.span).with("teks", unread.teks.as_str()));
        return unread;
    };
    if figures {
        found.push(super::remedies::date_in_figures(prose.span, &date));
    }
    date
}

/// The parts of a date, and whether it was written in figures only.
fn date_parts(pair: Pair<'_, Rule>, teks: &str) -> Option<(Tanggal, bool)> {
    let mut date = Tanggal { teks: teks.to_owned(), hari: None, bulan: None, tahun: None };
    if pair.as_rule() == Rule::tanggal_angka {
        let mut numbers: Vec<u16> = pair.into_inner().filter_map(|part| part.as_str().parse().ok()).collect();
        if numbers.first().is_some_and(|first| *first > 31) {
            numbers.reverse();
        }
        let [hari, bulan, tahun] = numbers[..] else { return None };
        date.hari = Some(u8::try_from(hari).ok()?);
        date.bulan = Some(u8::try_from(bulan).ok()?);
        date.tahun = Some(tahun);
        return Some((date, true));
    }
    for part in pair.into_inner() {
        let typed = part.as_str();
        match part.as_rule() {
            Rule::hari => date.hari = typed.parse().ok(),
            Rule::tahun => date.tahun = typed.parse().ok(),
            Rule::bulan if typed.starts_with(char::is_alphabetic) => date.bulan = Some(words::month(typed)?),
            _ => {}
        }
    }
    Some((date, false))
}

/// Whether the calendar has such a day.
fn is_possible(date: &Tanggal) -> bool {
    let leap = date.tahun.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    let days = match date.bulan {
        None | Some(1 | 3 | 5 | 7 | 8 | 10 | 12) => 31,
        Some(4 | 6 | 9 | 11) => 30,
        Some(2) => 28 + u8::from(leap),
        Some(_) => return false,
    };
    let year = date.tahun.is_none_or(|year| (1900..=2199).contains(&year));
    year && date.hari.is_none_or(|day| (1..=days).contains(&day))
}

// ---- times ----------------------------------------------------------------------------------------------------

/// A time; words are kept as they are.
pub(super) fn waktu(prose: &Prose<'_>, total: bool, found: &mut Found) -> Waktu {
    let mut waktu = Waktu { teks: prose.text.to_string(), durasi: None, kata_dikenal: false, syarat: None };
    let mut faulty = Faulty::No;
    for pair in read(Rule::waktu, prose).into_iter().flatten() {
        match pair.as_rule() {
            Rule::lama => waktu.durasi = durasi(pair, &mut faulty),
            Rule::syarat if total => waktu.syarat = Some(words_of(prose, &pair).value),
            Rule::syarat => faulty = Faulty::Unread,
            _ => {}
        }
    }
    if faulty != Faulty::No {
        waktu.durasi = None;
    }
    if waktu.durasi.is_some() {
        return waktu;
    }
    waktu.kata_dikenal = words::is_known_time(&waktu.teks);
    let rule = if faulty == Faulty::TimePerTime {
        &faults::TIME_PER_TIME
    } else if waktu.kata_dikenal {
        return waktu;
    } else if waktu.teks.contains(|c: char| c.is_ascii_digit()) {
        &faults::TIME
    } else {
        &faults::TIME_WORDS
    };
    found.push(Diagnostic::at(rule, prose.span).with("teks", waktu.teks.as_str()));
    waktu
}

/// What is the matter with a time that has the right shape.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Faulty {
    No,
    Unread,
    TimePerTime,
}

fn durasi(pair: Pair<'_, Rule>, faulty: &mut Faulty) -> Option<Durasi> {
    let mut durasi = Durasi { sifat: None, suku: Vec::new(), per: None, setara: None };
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::sifat => durasi.sifat = Some(sifat(part.as_str())),
            Rule::jumlah => durasi.suku = jumlah(part, faulty),
            Rule::per => {
                let counted = part.into_inner().next()?.as_str().trim().to_owned();
                if is_time(&counted) {
                    *faulty = Faulty::TimePerTime;
                }
                durasi.per = Some(counted);
            }
            _ => {
                durasi.setara = part
                    .into_inner()
                    .find(|inner| inner.as_rule() == Rule::jumlah)
                    .map(|sum| jumlah(sum, faulty));
            }
        }
    }
    Some(durasi)
}

/// Whether a text reads as a time by itself.
fn is_time(text: &str) -> bool {
    let Ok(mut pairs) = Grammar::parse(Rule::waktu, text) else { return false };
    let mut faulty = Faulty::No;
    let time =
        pairs.next().and_then(|pair| pair.into_inner().next()).and_then(|pair| durasi(pair, &mut faulty));
    time.is_some() && faulty == Faulty::No
}

fn sifat(typed: &str) -> Sifat {
    match typed.to_lowercase().as_str() {
        "paling lama" | "paling lambat" | "≤" => Sifat::PalingLama,
        "paling cepat" => Sifat::PalingCepat,
        _ => Sifat::KiraKira,
    }
}

fn jumlah(pair: Pair<'_, Rule>, faulty: &mut Faulty) -> Vec<Suku> {
    pair.into_inner()
        .filter_map(|part| {
            let read = suku(part);
            if read.is_none() {
                *faulty = Faulty::Unread;
            }
            read
        })
        .collect()
}

fn suku(pair: Pair<'_, Rule>) -> Option<Suku> {
    let mut numbers = [0; 2];
    let mut count = 0;
    let mut times = false;
    let mut satuan = None;
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::angka => {
                numbers[count] = thousandths(part.as_str())?;
                count += 1;
            }
            Rule::kali => times = true,
            Rule::satuan => satuan = Some(words::unit(part.as_str())?),
            _ => {}
        }
    }
    let [first, second] = numbers;
    let (dari, sampai) = match (count, times) {
        (1, _) => (first, first),
        (_, true) => {
            let product = first.checked_mul(second)? / 1000;
            (product, product)
        }
        (_, false) => (first, second),
    };
    (dari <= sampai).then_some(Suku { dari, sampai, satuan: satuan? })
}

/// `1,5` → 1500, `1.000` → 1000000. `None` for what no office would write.
fn thousandths(typed: &str) -> Option<u64> {
    let (whole, decimals) = match typed.split_once(',') {
        Some((whole, decimals)) => (whole, decimals),
        None => match typed.split_once('.') {
            // A point before three digits groups thousands; before fewer it is read as the decimal comma.
            Some((whole, decimals)) if decimals.len() < 3 => (whole, decimals),
            _ => (typed, ""),
        },
    };
    let mut groups = whole.split('.');
    let head = groups.next()?;
    if head.len() > 9 || decimals.len() > 3 || decimals.contains(['.', ',']) {
        return None;
    }
    let mut number: u64 = head.parse().ok()?;
    for group in groups {
        if group.len() != 3 || number > 999_999 {
            return None;
        }
        number = number * 1000 + group.parse::<u64>().ok()?;
    }
    let scale = [1000, 100, 10, 1][decimals.len()];
    let fraction: u64 = if decimals.is_empty() { 0 } else { decimals.parse().ok()? };
    Some(number * 1000 + fraction * scale)
}

// ---- limits ---------------------------------------------------------------------------------------------------

/// A limit, of a row (`ruas` false) or of a stretch in the section `batas waktu`.
pub(super) fn batas(prose: &Prose<'_>, ruas: bool, found: &mut Found) -> Batas {
    let mut batas = Batas {
        comments: Vec::new(),
        teks: Spanned::new(prose.text.to_string(), prose.span),
        dari: None,
        sampai: None,
        jenis: None,
        durasi: None,
    };
    let rule = if ruas { Rule::rentang_batas } else { Rule::batas };
    let before = found.len();
    let mut faulty = Faulty::No;
    for pair in read(rule, prose).into_iter().flatten() {
        match pair.as_rule() {
            Rule::rentang => rentang(prose, pair, &mut batas, found),
            Rule::batas_isi => batas_isi(prose, pair, &mut batas, &mut faulty, found),
            _ => {}
        }
    }
    if faulty != Faulty::No || batas.durasi.is_none() {
        batas.jenis = None;
        batas.durasi = None;
    }
    if batas.jenis.is_none() && found.len() == before {
        let diagnostic = Diagnostic::at(&faults::LIMIT, prose.span).with("teks", prose.text.as_ref());
        found.push(if ruas { diagnostic.help(&super::remedies::LIMIT_OF_STRETCH) } else { diagnostic });
    }
    batas
}

fn batas_isi(
    prose: &Prose<'_>,
    pair: Pair<'_, Rule>,
    batas: &mut Batas,
    faulty: &mut Faulty,
    found: &mut Found,
) {
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::arah => {
                let soonest = part.as_str().to_lowercase().ends_with("cepat");
                batas.jenis = Some(if soonest { JenisBatas::PalingCepat } else { JenisBatas::PalingLama });
            }
            Rule::jumlah => {
                let suku = jumlah(part, faulty);
                batas.durasi = Some(Durasi { sifat: None, suku, per: None, setara: None });
            }
            Rule::acuan if batas.dari.is_none() => {
                if let Some(inner) = part.into_inner().next() {
                    batas.dari = acuan(prose, inner, found);
                }
            }
            // `setelah 4 sampai 9: paling lama 1 hari setelah 2` counts from two places.
            _ => *faulty = Faulty::Unread,
        }
    }
}

fn rentang(prose: &Prose<'_>, pair: Pair<'_, Rule>, batas: &mut Batas, found: &mut Found) {
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::acuan_nomor => batas.dari = acuan(prose, part, found),
            Rule::nomor => batas.sampai = row_number(prose, &part, found),
            _ => batas.dari = acuan(prose, part, found),
        }
    }
}

fn acuan(prose: &Prose<'_>, pair: Pair<'_, Rule>, found: &mut Found) -> Option<Spanned<Acuan>> {
    let words = words_of(prose, &pair);
    if pair.as_rule() != Rule::acuan_nomor {
        return Some(Spanned::new(Acuan::Peristiwa(words.value), words.span));
    }
    let mut parts = pair.into_inner();
    let from = parts.next()?.as_str().to_lowercase();
    let number = row_number(prose, &parts.next()?, found)?.value;
    let value = match from.as_str() {
        "dari" => Acuan::Dari(number),
        "sebelum" => Acuan::Sebelum(number),
        _ => Acuan::Setelah(number),
    };
    Some(Spanned::new(value, words.span))
}
