//! `SOP522` qualification-per-person: a qualification of one actor, in a box for all.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::{excerpt, propose};
use crate::model::Key;
use crate::page;
use crate::source::Span;
use crate::text::{Text, fold, has_a_head};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP522",
    name: "qualification-per-person",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kualifikasi `{teks}` menyebut {nama}, padahal berlaku bagi semua pelaksana",
        en: "the qualification `{teks}` is about {nama}, and the box is for all actors",
    },
    help: Some(Text {
        id: "tulis kemampuan yang dituntut dari semua pelaksana, tanpa nama jabatan",
        en: "write what all actors must be able to do, without an office",
    }),
    basis: Some("R25"),
    page: page!("SOP522"),
};

static DROP: Text = Text { id: "hapus nama jabatannya", en: "drop the office" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let lanes = || {
        sop.pelaksana.iter().flat_map(|lane| {
            let names =
                [Some(&lane.pendek), lane.panjang.as_ref()].into_iter().flatten().chain(&lane.nama_lain);
            names.map(move |name| (name.as_str(), lane.pendek.as_str()))
        })
    };
    for (text, place) in sop.identitas.butir(Key::KualifikasiPelaksana, &sop.identitas.kualifikasi_pelaksana)
    {
        let words = fold(text);
        // Most names are told by their first letter.
        let may_begin = |name: &str| match (name.bytes().next(), words.bytes().next()) {
            (Some(one), Some(other)) if one.is_ascii_alphanumeric() => one.eq_ignore_ascii_case(&other),
            _ => true,
        };
        let mut lanes = lanes().filter(|(name, _)| may_begin(name)).map(|(name, lane)| (fold(name), lane));
        let named = lanes.find(|(name, _)| {
            words.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with([' ', ':', ',']))
        });
        // `Kepala bagian berpendidikan S-2`
        let named = named.or_else(|| {
            let unit = words.strip_prefix("kepala ")?.split([' ', ':', ',']).next()?;
            let length = "kepala ".len() + unit.len();
            has_a_head(unit).then(|| (words[..length].to_owned(), text.get(..length).unwrap_or(text)))
        });
        if let Some((folded, name)) = named {
            let length = folded.len();
            let mut found = Diagnostic::at(&RULE, place).with("teks", excerpt(text)).with("nama", name);
            let of_others = || sop.pelaksana.iter().any(|lane| speaks_of(&words[length..], &lane.pendek));
            if stands_alone(&words[length..]) && !of_others() {
                found.fix = without_name(procedure, (place, text), length);
            }
            sink.push(found);
        }
    }
}

/// Whether what stands behind the name says by itself what one must be able to do: `mampu …`, `memahami …`, `: S1 Hukum`;
/// but not `kimia (D3)` behind `Analis`.
fn stands_alone(rest: &str) -> bool {
    const ABLE: [&str; 13] = [
        "mampu", "dapat", "bisa", "paham", "mahir", "cakap", "terampil", "minimal", "paling", "pernah",
        "telah", "sudah", "lulusan",
    ];
    if let Some(said) = rest.strip_prefix(':') {
        return said.trim_start().starts_with(char::is_alphanumeric);
    }
    let rest = rest.trim();
    let first = rest.split([' ', ',', '(']).next().unwrap_or_default();
    // `bersertifikat` alone leaves open in what.
    if first.len() == rest.len() {
        return false;
    }
    let verb = first.len() > 5 && (first.starts_with("me") || first.starts_with("ber"));
    verb || ABLE.contains(&first)
}

/// Whether a folded text names a lane.
fn speaks_of(text: &str, lane: &str) -> bool {
    let lane = fold(lane);
    text.match_indices(lane.as_str()).any(|(at, _)| {
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        !text[..at].ends_with(char::is_alphanumeric) && ends(&text[at + lane.len()..])
    })
}

/// The text behind the name, with a capital. Only where folding has changed no length in front.
fn without_name(procedure: &Procedure, (place, text): (Span, &str), name: usize) -> Option<Fix> {
    let rest = text.get(name..)?.trim_start_matches([' ', ':', ',']);
    let first = rest.chars().next()?;
    let capital: String = first.to_uppercase().collect();
    let end = text.len() - rest.len() + first.len_utf8();
    propose(procedure, (place, text), [(0..end, capital.as_str())], &DROP)
}

#[cfg(test)]
mod tests {
    use super::{speaks_of, stands_alone};

    #[test]
    fn the_office_is_dropped_only_where_what_is_left_says_what_one_must_be_able_to_do() {
        for rest in [" mampu mengetik", ": s1 hukum", " memahami aturan", " minimal s1"] {
            assert!(stands_alone(rest), "{rest}");
        }
        for rest in [
            " kimia (d3/s1)",
            " (memiliki sipa)",
            ", perawat",
            " bersertifikat",
            " yang teliti",
            " meja",
            ": (d3)",
        ] {
            assert!(!stands_alone(rest), "{rest}");
        }
        assert!(speaks_of(" memiliki sipa, ttk memiliki sipttk", "TTK"));
        assert!(!speaks_of(" memiliki sipttk", "TTK"));
    }
}
