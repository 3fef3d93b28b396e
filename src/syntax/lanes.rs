//! The lanes that a list of actors declares: `Kabid = Kepala Bidang`.

use super::ast::{Comment, JenisPelaksana, Pelaksana};
use super::commas::comma_parts;
use super::from_pairs::{self, Found, is_of_a_name};
use super::prose::Prose;
use super::{faults, remedies};
use crate::diag::Diagnostic;
use crate::source::Spanned;
use crate::text::is_initials;
use smol_str::SmolStr;
use std::ops::Range;

/// `Staf, Kasi, dan Kabid`: those on the line of the key, behind the mark of an item where one stands there.
pub(super) fn on_a_line(prose: &Prose<'_>, mark: usize, found: &mut Found) -> Vec<Pelaksana> {
    let mut parts: Vec<_> = comma_parts(prose, mark).collect();
    if let [_, .., last] = &mut parts[..] {
        let part = &prose.text[last.clone()];
        let words = part.trim_start();
        if words.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("dan ")) {
            last.start += part.len() - words.len() + "dan ".len();
        }
    }
    let lane = |range| lane(prose, range, Comma::OfTheList, Vec::new(), found);
    parts.into_iter().filter_map(lane).collect()
}

/// `Kasubbag Umum, Kasubbag Umpar = Kepala Subbagian Umum (luar)`: the one of an item.
pub(super) fn of_an_item(prose: &Prose<'_>, comments: Vec<Comment>, found: &mut Found) -> Option<Pelaksana> {
    lane(prose, 0..prose.text.len(), Comma::BetweenNames, comments, found)
}

/// What a comma in a lane would be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comma {
    /// It parts lanes, and none is left in one.
    OfTheList,
    /// It parts the short names of one.
    BetweenNames,
}

fn lane(
    prose: &Prose<'_>,
    range: Range<usize>,
    comma: Comma,
    comments: Vec<Comment>,
    found: &mut Found,
) -> Option<Pelaksana> {
    let words = prose.trimmed(range.clone());
    if words.is_empty() {
        return None;
    }
    if let Some((nama, panjang)) = plain(prose, words.clone()) {
        let span = prose.locate(words);
        return Some(Pelaksana { comments, nama, panjang: Some(panjang), jenis: None, span });
    }
    let whole = prose.locate(words);
    let mut end = range.start + prose.text[range.clone()].trim_end().len();
    let mut jenis = None;
    if let Some(open) = bracket_at_end(prose, range.start..end) {
        let word: Spanned<SmolStr> = prose.part(open + 1..end - 1);
        let place = prose.locate(open..end);
        jenis = kind(&word.value).map(|kind| Spanned::new(kind, place));
        let in_full = prose.text[range.start..open].contains('=');
        if jenis.is_none() && !in_full {
            let name: Spanned<SmolStr> = prose.part(range.start..open);
            if is_short_for(&word.value, &name.value) {
                found.push(remedies::short_name_in_brackets(whole, place, &word.value, &name.value));
                let nama = vec![from_pairs::check_name(word, found)];
                return Some(Pelaksana { comments, nama, panjang: Some(name), jenis, span: whole });
            }
            if is_long_for(&word.value, &name.value) {
                found.push(remedies::long_name_in_brackets(whole, place, &name.value, &word.value));
                let nama = vec![from_pairs::check_name(name, found)];
                return Some(Pelaksana { comments, nama, panjang: Some(word), jenis, span: whole });
            }
            found.push(remedies::lane_kind(place, &word.value));
        }
        // Behind the equals sign any other bracket belongs to the office.
        if jenis.is_some() || !in_full {
            end = open;
        }
    }
    let equals = prose.text[range.start..end].find('=').map(|at| range.start + at);
    let panjang: Option<Spanned<SmolStr>> =
        equals.map(|at| prose.part(behind_equals(prose, at, end, found)..end));
    let mut empty = panjang.as_ref().is_some_and(|long| long.value.is_empty());
    let mut nama = Vec::new();
    let mut at = range.start;
    let parts = |c: char| comma == Comma::BetweenNames && c == ',';
    for name in prose.text[range.start..equals.unwrap_or(end)].split(parts) {
        let short: Spanned<SmolStr> = prose.part(at..at + name.len());
        at += name.len() + 1;
        if short.value.is_empty() {
            empty = true;
            continue;
        }
        nama.push(from_pairs::check_name(short, found));
    }
    if empty {
        found.push(Diagnostic::at(&faults::EMPTY_NAME, whole));
    }
    let panjang = panjang.filter(|long| !long.value.is_empty());
    if nama.is_empty() {
        nama.extend(panjang.clone());
    }
    if nama.is_empty() {
        return None;
    }
    Some(Pelaksana { comments, nama, panjang, jenis, span: whole })
}

/// `Staf = Pejabat Staf`: most lanes, a name and an office without any other mark.
fn plain(prose: &Prose<'_>, words: Range<usize>) -> Option<(Vec<Spanned<SmolStr>>, Spanned<SmolStr>)> {
    let typed = &prose.text[words.clone()];
    let short = typed.bytes().take_while(|byte| is_of_a_name(*byte)).count();
    let (name, office) = (typed[..short].strip_suffix(' ')?, typed[short..].strip_prefix("= ")?);
    let both = !name.is_empty() && !office.is_empty() && office.bytes().all(is_of_a_name);
    let from = words.end - office.len();
    both.then(|| (vec![prose.part(words.start..words.start + name.len())], prose.part(from..words.end)))
}

/// Where the bracket opens that a lane ends with.
fn bracket_at_end(prose: &Prose<'_>, lane: Range<usize>) -> Option<usize> {
    let typed = prose.text[lane.clone()].strip_suffix(')')?;
    typed.rfind('(').map(|at| lane.start + at)
}

fn kind(word: &str) -> Option<JenisPelaksana> {
    match word.to_lowercase().as_str() {
        "luar" => Some(JenisPelaksana::Luar),
        "sistem" => Some(JenisPelaksana::Sistem),
        _ => None,
    }
}

/// `Kepala Bidang (Kabid)`: whether the word in brackets is a short name.
fn is_short_for(word: &str, name: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.len() < name.len() && !word.contains(' ')
}

/// `PPC (Petugas Penerima Contoh)`: whether the words in brackets begin with the letters of the name.
fn is_long_for(words: &str, name: &str) -> bool {
    const SMALL: [&str; 5] = ["dan", "atau", "serta", "untuk", "di"];
    is_initials(name, words.split(' ').filter(|word| !SMALL.contains(word)))
}

/// Where the office begins, behind the equals sign and whatever was typed to look like one.
fn behind_equals(prose: &Prose<'_>, at: usize, end: usize, found: &mut Found) -> usize {
    let behind = &prose.text[at + 1..end];
    let more = behind.len() - behind.trim_start_matches(['=', '>']).len();
    if more > 0 {
        let mark = at..at + 1 + more;
        found.push(remedies::look_alike(prose.locate(mark.clone()), &prose.text[mark], "="));
    }
    at + 1 + more
}
