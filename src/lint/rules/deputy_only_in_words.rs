//! `SOP241` deputy-only-in-words: the words of a row say who acts when its actor cannot, and the row names no deputy.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::SimpulId;
use crate::page;
use crate::text::{Text, fold};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP241",
    name: "deputy-only-in-words",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: pengganti `{nama}` hanya disebut dalam kalimat, sehingga tidak tercatat sebagai yang boleh bertindak",
        en: "row {nomor}: the deputy `{nama}` is named in the words only, so nobody records that they may act",
    },
    help: Some(Text {
        id: "tulis di bawah kegiatan ini: `pengganti: {nama}`",
        en: "write below this row: `pengganti: {nama}`",
    }),
    basis: None,
    page: page!("SOP241"),
};

static ADD_DEPUTY: Text = Text { id: "tambahkan baris `pengganti`", en: "add a `pengganti` line" };

/// How it is said that an actor cannot act, in small letters.
const AWAY: [&str; 4] = ["berhalangan", "tidak berada di tempat", "tidak ada di tempat", "tidak di tempat"];
/// What stands in front of the one who then acts; the longer before those that they begin with.
const BY: [&str; 18] = [
    "digantikan oleh ",
    "diwakili oleh ",
    "diwakilkan kepada ",
    "dilimpahkan kepada ",
    "didelegasikan kepada ",
    "diwakilkan ke ",
    "dilimpahkan ke ",
    "didelegasikan ke ",
    "digantikan ",
    "diwakili ",
    "oleh ",
    "kepada ",
    "dilakukan ",
    "dilaksanakan ",
    "dikerjakan ",
    "ditangani ",
    "ditandatangani ",
    "diparaf ",
];

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let in_sentences = ["halang", "di tempat"].iter().any(|part| procedure.says(part));
    for row in sop.kegiatan.iter().filter(|row| row.pengganti.is_none()) {
        let sentence = in_sentences.then_some((row.uraian.as_str(), row.uraian_span));
        let mut said = sentence.into_iter().chain(row.beside());
        let Some((name, place)) = said.find_map(|(text, place)| Some((deputy(text)?, place))) else {
            continue;
        };
        let acts = row.simpul.clone().any(|at| {
            let own = sop.pelaku(SimpulId(at));
            own.iter().any(|own| fold(own) == fold(name))
        });
        if !acts {
            let found = Diagnostic::at(&RULE, place).with("nomor", row.nomor.to_string()).with("nama", name);
            sink.push(found.fix(Fix::add_to_row(&ADD_DEPUTY, row.span, &format!("pengganti: {name}"))));
        }
    }
}

/// Who acts when the actor is away: `dalam hal Kabid berhalangan, Sekretaris …`, `digantikan oleh Sekretaris jika
/// berhalangan`.
fn deputy(text: &str) -> Option<&str> {
    if !text.contains("halang") && !text.contains("HALANG") && !text.contains("tempat") {
        return None;
    }
    // Keeps every place in the text.
    let lower = text.to_ascii_lowercase();
    let (at, away) = AWAY.iter().find_map(|words| Some((lower.find(words)?, words.len())))?;
    let behind = at + away;
    let sentence = behind + lower[behind..].find(['.', ';']).unwrap_or(lower.len() - behind);
    let by = |from: usize, to: usize| {
        let part = &lower[from..to];
        BY.iter().find_map(|words| Some(from + part.find(words)? + words.len()))
    };
    // Directly behind it, with a comma between them; else behind a word that says so; else in front of it.
    let next = text[behind..sentence].strip_prefix(',').map(|rest| sentence - rest.trim_start().len());
    let named = |from: usize| name(&text[from..]);
    next.and_then(named)
        .or_else(|| by(behind, sentence).and_then(named))
        .or_else(|| by(lower[..at].rfind(['.', ';']).map_or(0, |at| at + 1), at).and_then(named))
}

/// The words in capitals that a text begins with.
fn name(text: &str) -> Option<&str> {
    let mut end = 0;
    for word in text.split_inclusive(' ') {
        let letters = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !letters.starts_with(char::is_uppercase) {
            break;
        }
        let start = end;
        end += word.len();
        // `Plt. Kabid`
        let title = matches!(letters, "Plt" | "Plh" | "Pj" | "Pjs");
        if letters.len() < word.trim_end().len() && !title {
            return Some(&text[..start + letters.len()]);
        }
    }
    Some(text[..end].trim_end()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::deputy;

    #[test]
    fn a_deputy_is_found_in_a_sentence() {
        for (text, name) in [
            ("Memaraf surat, dalam hal Kabid berhalangan, Sekretaris yang memaraf", Some("Sekretaris")),
            (
                "Memaraf surat; jika Kabid berhalangan digantikan oleh Kepala Seksi Umum.",
                Some("Kepala Seksi Umum"),
            ),
            ("Memaraf surat (bila berhalangan oleh Sekretaris)", Some("Sekretaris")),
            (
                "Apabila Kabid tidak berada di tempat, diparaf oleh Sekretaris, lalu dikirim",
                Some("Sekretaris"),
            ),
            ("Digantikan oleh Sekretaris apabila Kabid berhalangan", Some("Sekretaris")),
            ("Bila Kabid berhalangan, diparaf oleh Plh. Kabid.", Some("Plh. Kabid")),
            ("Kalau pejabat berhalangan diwakilkan ke Kasubbag", Some("Kasubbag")),
            (
                "Membukukan setoran, bila Bendahara berhalangan dilakukan Bendahara Pembantu",
                Some("Bendahara Pembantu"),
            ),
            // Nobody is named, or something else is done.
            ("Memaraf surat, jika Kabid berhalangan diparaf pejabat yang ditunjuk", None),
            ("Menunda rapat jika Kadis berhalangan", None),
            ("Menyerahkan undangan kepada Kadis. Bila Kadis berhalangan, rapat ditunda", None),
            ("Menyimpan arsip di tempat yang aman", None),
        ] {
            assert_eq!(deputy(text), name, "{text}");
        }
    }
}
