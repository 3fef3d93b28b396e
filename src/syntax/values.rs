//! Values by themselves, without a place and without findings: numbers of rows, amounts of time, and whether a text
//! reads as a value at all. Remedies are tried on these.

use super::ast::{Durasi, Nomor, Sifat, Suku};
use super::grammar::{Grammar, Rule};
use super::keys::Shape;
use super::words;
use crate::few::Few;
use pest::Parser;
use pest::iterators::Pair;

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

/// The number of a row, as a value; `None` outside 1 to 9999.
pub(super) fn nomor(typed: &str) -> Option<Nomor> {
    let digits = typed.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let huruf = typed[digits.len()..].chars().next().map(|letter| letter.to_ascii_lowercase());
    let angka = digits.parse().ok().filter(|number| (1..=9999).contains(number))?;
    Some(Nomor { angka, huruf })
}

/// What is the matter with a time that has the right shape.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Faulty {
    No,
    Unread,
    TimePerTime,
}

pub(super) fn durasi(pair: Pair<'_, Rule>, faulty: &mut Faulty) -> Option<Durasi> {
    let mut durasi = Durasi { sifat: None, suku: Few::new(), per: None, setara: None };
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::sifat => durasi.sifat = Some(sifat(part.as_str())),
            Rule::jumlah => durasi.suku = jumlah(part, faulty),
            Rule::per => {
                let counted = part.into_inner().next()?.as_str().trim().to_owned();
                if is_time(&counted) {
                    *faulty = Faulty::TimePerTime;
                } else if is_multiplied(&counted) {
                    *faulty = Faulty::Unread;
                }
                durasi.per = Some(counted.into());
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

/// Whether a text reads as the limit of a row.
pub(super) fn is_limit(text: &str) -> bool {
    Grammar::parse(Rule::batas, text).is_ok()
}

/// `3 hari kerja`: whether a text is a time that begins with its number.
pub fn is_duration(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && is_value_of(Shape::Waktu, text)
}

/// `berkas x 20 berkas`: nothing that is counted, but how many of it.
fn is_multiplied(counted: &str) -> bool {
    let lower = counted.to_lowercase();
    let factor = |sign: &str| {
        lower
            .split_once(sign)
            .is_some_and(|(_, rest)| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
    };
    // `1 jam/hari selama 5 hari`
    factor(" x ") || factor("×") || factor("*") || lower.contains(" selama ")
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
        "paling lama" | "paling lambat" | "maksimal" | "≤" => Sifat::PalingLama,
        "paling cepat" => Sifat::PalingCepat,
        _ => Sifat::KiraKira,
    }
}

pub(super) fn jumlah(pair: Pair<'_, Rule>, faulty: &mut Faulty) -> Few<Suku> {
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
