//! Targets, and lists of row numbers.

use pest::iterators::Pair;
use smol_str::SmolStr;

use super::{Found, by_hand, place, read, unless_alone, words_of};
use crate::diag::Diagnostic;
use crate::source::Spanned;
use crate::syntax::ast::{Alur, Nomor, Rujukan, Sasaran};
use crate::syntax::grammar::Rule;
use crate::syntax::here::Here;
use crate::syntax::keys::{Key, Shape};
use crate::syntax::near::{self, condition, how_often};
use crate::syntax::prose::Prose;
use crate::syntax::values::{is_value_of, nomor};
use crate::syntax::{faults, remedies};

/// The target of a field; what cannot be read is told as a line of that field. `plain` where it names nobody.
pub(in crate::syntax) fn alur_of(
    key: Spanned<Key>,
    plain: bool,
    prose: &Prose<'_>,
    kondisi: Option<Spanned<SmolStr>>,
    here: &Here,
    found: &mut Found,
) -> Alur {
    let (before, plain) = (found.len(), plain && kondisi.is_none());
    let alur = alur(prose, kondisi, here, found);
    if let Some(told) = found.get_mut(before..).and_then(<[_]>::last_mut) {
        remedies::of_its_field(told, key, plain, prose);
    }
    alur
}

/// A target with its bound.
pub(in crate::syntax) fn alur(
    prose: &Prose<'_>,
    kondisi: Option<Spanned<SmolStr>>,
    here: &Here,
    found: &mut Found,
) -> Alur {
    let before = found.len();
    let alur = match unless_alone(|| by_hand::alur(prose)) {
        Some(alur) => Alur { kondisi, ..alur },
        None => alur_by_grammar(prose, kondisi, here, found),
    };
    let target = alur.sasaran.as_ref().map(|target| &target.value);
    // `selesai, kembali ke 1`, `selesai, ditolak, kembali ke 1`: an end of that name is hardly meant.
    if let Some(Sasaran::Selesai(Some(name))) = target
        && let Some(other) = [Some(name.value.as_str()), name.value.rsplit_once(", ").map(|(_, last)| last)]
            .into_iter()
            .flatten()
            .find(|part| is_value_of(Shape::Alur, part))
    {
        found.push(remedies::end_and_target(prose.span, &prose.text, other));
        return Alur { sasaran: None, paling_banyak: None, lalu: None, ..alur };
    }
    let (Some(Sasaran::Lanjut(row) | Sasaran::Kembali(row)), true) = (target, found.len() == before) else {
        return alur;
    };
    // `kembali ke 2 maksimal 3 kali`, `kembali ke 1 jika ada yang salah`: no name, but a bound without its comma or a
    // condition.
    let is_name = |name: &str| {
        let inner = name.strip_prefix('(').and_then(|name| name.strip_suffix(')')).unwrap_or(name);
        how_often(inner).is_none() && condition(name).is_none()
    };
    if let Some(words) = row.pelaku.as_ref().filter(|name| near::explains(&name.value)) {
        found.push(remedies::words_behind_target(prose.span, &prose.text, &words.value));
        return Alur { sasaran: None, paling_banyak: None, lalu: None, ..alur };
    }
    if row.pelaku.as_ref().is_some_and(|name| !is_name(&name.value)) {
        found.push(remedies::unread_target(prose.span, &prose.text, here));
        return Alur { sasaran: None, paling_banyak: None, lalu: None, ..alur };
    }
    alur
}

pub(super) fn alur_by_grammar(
    prose: &Prose<'_>,
    kondisi: Option<Spanned<SmolStr>>,
    here: &Here,
    found: &mut Found,
) -> Alur {
    let mut alur = Alur { kondisi, sasaran: None, paling_banyak: None, lalu: None };
    if prose.text.is_empty() {
        return alur;
    }
    let Some(pairs) = read(Rule::sasaran, prose) else {
        found.push(remedies::unread_target(prose.span, &prose.text, here));
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
                after = Some((span, pair.as_str()));
                alur.lalu = pair.into_inner().next().and_then(|target| sasaran(prose, target, found));
            }
            Rule::EOI => {}
            _ => alur.sasaran = sasaran(prose, pair, found),
        }
    }
    if let (None, Some((after, said))) = (bound, after) {
        found.push(remedies::then_without_bound(after, said));
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

pub(in crate::syntax) fn row_number(
    prose: &Prose<'_>,
    pair: &Pair<'_, Rule>,
    found: &mut Found,
) -> Option<Spanned<Nomor>> {
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
        found.push(remedies::times(at, typed.as_str()));
    }
    // A bound was meant, so that nobody need be told that there is none.
    Some(Spanned::new(number.unwrap_or(1), span))
}

/// `5, 6`
pub(in crate::syntax) fn daftar_nomor(prose: &Prose<'_>, found: &mut Found) -> Vec<Spanned<Nomor>> {
    unless_alone(|| by_hand::daftar_nomor(prose)).unwrap_or_else(|| daftar_nomor_by_grammar(prose, found))
}

pub(super) fn daftar_nomor_by_grammar(prose: &Prose<'_>, found: &mut Found) -> Vec<Spanned<Nomor>> {
    let Some(pairs) = read(Rule::daftar_nomor, prose) else {
        found.push(Diagnostic::at(&faults::ROW_LIST, prose.span).with("teks", prose.text.as_ref()));
        return Vec::new();
    };
    pairs
        .filter(|pair| pair.as_rule() == Rule::nomor)
        .filter_map(|pair| row_number(prose, &pair, found))
        .collect()
}
