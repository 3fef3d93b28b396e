//! `SOP535` unexplained-abbreviation: abbreviations that only the writer knows.

use crate::analysis::Procedure;
use crate::analysis::tulisan::Mark;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::shorten;
use crate::model::Key;
use crate::page;
use crate::regulation::{Office, is_abbreviation};
use crate::source::Span;
use crate::text::Text;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP535",
    name: "unexplained-abbreviation",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "singkatan yang tidak dijelaskan: {daftar}",
        en: "abbreviations that are not explained: {daftar}",
    },
    help: Some(Text {
        id: "tulis sekali lengkap, misalnya `Rencana Kerja (RK)`; yang dikenal di kantor ini dapat didaftarkan di `sop.toml`",
        en: "write it out once, for example `Rencana Kerja (RK)`; those the office knows can be listed in `sop.toml`",
    }),
    basis: Some("R71"),
    page: page!("SOP535"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let mut unknown: Vec<(&str, Span)> = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut plain: BTreeSet<&str> = BTreeSet::new();
    let laws = sop.identitas.span(Key::DasarHukum);
    for (text, tulisan) in procedure.tulisan_with(Mark::InnerCapital) {
        let place = tulisan.place;
        // Abbreviated rules of the state are a finding of their own.
        if laws.is_some_and(|laws| laws.start <= place.start && place.end <= laws.end) {
            continue;
        }
        if !has_capitals(text) {
            continue;
        }
        // In a title all in capitals every word looks like one; none of them is told elsewhere.
        if !text.chars().any(char::is_lowercase) && text.contains(' ') {
            plain.extend(capitals(text));
            continue;
        }
        for word in capitals(text).flat_map(|word| names(word, &procedure.kantor)) {
            if seen.insert(word) {
                unknown.push((word, place));
            }
        }
    }
    unknown.retain(|(word, _)| !plain.contains(word) && !known(word, &procedure.kantor));
    if unknown.is_empty() {
        return;
    }
    let explained = explained(procedure);
    unknown.retain(|(word, _)| {
        !explained.contains(*word) && !word.split('-').any(|part| explained.contains(part))
    });
    let words = words(procedure, &seen.iter().flat_map(|word| word.split('-')).collect());
    unknown.retain(|(word, _)| !word.split('-').all(|part| words.contains(part)));
    let Some((_, first)) = unknown.first().copied() else { return };
    let mut words: Vec<String> = unknown.iter().map(|(word, _)| (*word).to_owned()).collect();
    shorten(&mut words);
    sink.push(Diagnostic::at(&RULE, first).with("daftar", words));
}

/// Whether two capitals stand side by side anywhere: where not, no look at words is needed.
fn has_capitals(text: &str) -> bool {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(false, |any, (one, next)| any | (one.is_ascii_uppercase() & next.is_ascii_uppercase()))
}

/// Two to six capitals that stand by themselves, and several of them joined by hyphens, which are one name: `SIKS-NG`.
fn capitals(text: &str) -> impl Iterator<Item = &str> {
    let is_one = |word: &&str| (2..=6).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    let typed = text.split(|c: char| !c.is_alphanumeric() && c != '-').map(|word| word.trim_matches('-'));
    typed.flat_map(move |word| {
        let joined = word.split('-').all(|part| is_one(&part));
        let parts = word.split('-').filter(is_one);
        joined.then_some(word).into_iter().chain(parts.filter(move |_| !joined))
    })
}

/// What in capitals is one name: all that hyphens join, `SIKS-NG`, unless a part of it is known by itself, `DPA-SKPD`.
fn names<'t>(joined: &'t str, office: &Office) -> impl Iterator<Item = &'t str> {
    let one = known(joined, office) || !joined.split('-').any(|part| known(part, office));
    let parts = joined.split('-').filter(move |_| !one);
    one.then_some(joined).into_iter().chain(parts)
}

/// Of some words in capitals those that abbreviate nothing: words that are said aloud, `ASLI`, and a lane that is elsewhere
/// `Staf`.
fn words(procedure: &Procedure, wanted: &BTreeSet<&str>) -> BTreeSet<String> {
    const ALOUD: [&str; 22] = [
        "ASLI", "ATAU", "BELUM", "BUKAN", "DALAM", "DAN", "DARI", "DENGAN", "HANYA", "HARUS", "KE", "KEPADA",
        "OLEH", "PADA", "SEGERA", "SETIAP", "SUDAH", "TANPA", "TIDAK", "UNTUK", "WAJIB", "YANG",
    ];
    let lanes = procedure.sop.pelaksana.iter().map(|lane| lane.pendek.as_str());
    let texts = lanes.chain(procedure.tulisan().map(|(text, _)| text));
    let typed = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let not_in_capitals = typed.filter(|word| word.bytes().any(|byte| byte.is_ascii_lowercase()));
    let in_capitals =
        not_in_capitals.map(str::to_ascii_uppercase).filter(|word| wanted.contains(word.as_str()));
    in_capitals.chain(ALOUD.map(str::to_owned)).collect()
}

fn known(word: &str, office: &Office) -> bool {
    let roman = word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    roman || is_abbreviation(word, office)
}

/// Whatever stands in the names of lanes or of the agency, or beside a bracket: `Rencana Kerja (RK)`, `RK (Rencana Kerja)`.
fn explained(procedure: &Procedure) -> BTreeSet<&str> {
    let sop = &procedure.sop;
    let mut found = BTreeSet::new();
    for lane in &sop.pelaksana {
        let names = lane.names();
        found.extend(names.flat_map(|name| capitals(name)));
    }
    let agency = sop.identitas.instansi.iter().chain(&sop.identitas.unit).chain(&sop.identitas.catatan);
    found.extend(agency.flat_map(|name| capitals(name)));
    let below = sop.kegiatan.iter().flat_map(|row| row.keterangan.iter().chain(&row.rincian));
    for text in procedure.tulisan().map(|(text, _)| text).chain(below.map(String::as_str)) {
        for (at, _) in text.match_indices('(') {
            let inside = text[at + 1..].split(['(', ')']).next().unwrap_or_default();
            found.extend(capitals(inside));
            found.extend(text[..at].split(' ').rfind(|word| !word.is_empty()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hyphens_join_is_one_name_unless_a_part_is_known() {
        let office = Office::default();
        let found = |text| capitals(text).flat_map(|word| names(word, &office)).collect::<Vec<_>>();
        assert_eq!(found("Masuk ke SIKS-NG, lalu LKB"), ["SIKS-NG", "LKB"]);
        assert_eq!(found("Kartu KK-XYZ - ABC"), ["KK", "XYZ", "ABC"]);
        assert_eq!(found("X-RAY, SMA-1, -ABC-"), ["RAY", "SMA", "ABC"]);
    }
}
