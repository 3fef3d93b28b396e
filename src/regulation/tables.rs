//! The tables themselves, read once.

use super::citation::Citation;
use super::kinds::{cell, table};
use super::office::{Office, Replaced, plain};
use crate::text::fold;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static REPLACED: LazyLock<Vec<Replaced>> =
    LazyLock::new(|| table!("diganti").map(|row| Replaced::new(cell(&row, 0), cell(&row, 1))).collect());

/// What replaced a rule. The office is asked first.
pub fn superseded<'o>(citation: &Citation, office: &'o Office) -> Option<&'o Replaced> {
    office.replaced.iter().chain(REPLACED.iter()).find(|known| known.old.is_same(citation))
}

/// Rules of the state that the tables name, in full.
static NAMED: LazyLock<Vec<(Citation, &'static str)>> = LazyLock::new(|| {
    let replaced = table!("diganti").flat_map(|row| [cell(&row, 0), cell(&row, 1)]);
    let guides = table!("pedoman-sop").map(|row| cell(&row, 0));
    replaced.chain(guides).map(|text| (Citation::read(text), text)).collect()
});

/// A citation in full, where the tables know the rule by its kind, number and year.
pub fn in_full(citation: &Citation) -> Option<&'static str> {
    NAMED.iter().find(|(known, _)| known.is_same(citation)).map(|(_, text)| *text)
}

/// Whom a guide to writing SOPs binds.
static GUIDES: LazyLock<Vec<(Citation, bool)>> = LazyLock::new(|| {
    table!("pedoman-sop").map(|row| (Citation::read(cell(&row, 0)), cell(&row, 1) == "daerah")).collect()
});

/// Groups of civil servants and their ranks, the lowest first: `("IV/b", "Pembina Tingkat I")`.
pub static RANKS: LazyLock<Vec<(&'static str, &'static str)>> =
    LazyLock::new(|| table!("pangkat").map(|row| (cell(&row, 0), cell(&row, 1))).collect());

/// Wrong spelling → the right one, and whether it was right once.
pub(super) static SPELLING: LazyLock<BTreeMap<&'static str, (&'static str, bool)>> = LazyLock::new(|| {
    table!("ejaan").map(|row| (cell(&row, 0), (cell(&row, 1), cell(&row, 2) == "lama"))).collect()
});

static ABBREVIATIONS: LazyLock<BTreeMap<String, &'static str>> =
    LazyLock::new(|| table!("singkatan").map(|row| (fold(cell(&row, 0)), cell(&row, 1))).collect());

static BOILERPLATE: LazyLock<Vec<(String, Option<String>)>> = LazyLock::new(|| {
    let sentence = |row: Vec<&'static str>| parts(&plain(cell(&row, 0)));
    table!("kalimat-baku").map(sentence).collect()
});

static ANSWERS: LazyLock<Vec<(&'static str, &'static str)>> =
    LazyLock::new(|| table!("jawaban").map(|row| (cell(&row, 0), cell(&row, 1))).collect());

/// Whether readers of an SOP know this abbreviation.
pub fn is_abbreviation(word: &str, office: &Office) -> bool {
    let word = fold(word);
    ABBREVIATIONS.contains_key(&word) || office.abbreviations.contains_key(&word)
}

/// Whether a rule of the state is only about how SOPs are written.
pub fn is_writing_guide(citation: &Citation) -> bool {
    is_own_guide(citation) || GUIDES.iter().any(|(guide, _)| guide.is_same(citation))
}

/// Whether it is such a rule for regions.
pub fn is_regional_guide(citation: &Citation) -> bool {
    is_own_guide(citation) || GUIDES.iter().any(|(guide, of_regions)| *of_regions && guide.is_same(citation))
}

/// Whether a region restates the national guide in a rule of its own.
fn is_own_guide(citation: &Citation) -> bool {
    let words = citation.subject.to_lowercase();
    citation.kind.is_some_and(|kind| kind.rank >= 7)
        && (words.contains("standar operasional")
            || words.contains("prosedur operasional")
            || words.contains("sop"))
        && (words.contains("pedoman") || words.contains("penyusunan"))
}

/// Whether two answers are a pair of the list.
pub fn is_known_answer(yes: &str, no: &str, office: &Office) -> bool {
    let (yes, no) = (fold(yes), fold(no));
    let known = ANSWERS.contains(&(yes.as_str(), no.as_str()));
    known || office.answers.contains(&(yes, no))
}

/// Whether a condition, in small letters, ends with the first half of a pair of the list: `berkas lengkap`.
pub fn says_yes(condition: &str) -> bool {
    let ends = |yes: &str| {
        condition.strip_suffix(yes).is_some_and(|before| before.is_empty() || before.ends_with(' '))
    };
    ANSWERS.iter().any(|(yes, _)| ends(yes))
}

/// Whether a sentence would stand in any SOP.
pub fn is_boilerplate(sentence: &str, office: &Office) -> bool {
    let sentence = plain(sentence);
    BOILERPLATE.iter().any(|known| fits(&sentence, known))
        || office.boilerplate.iter().any(|known| fits(&sentence, &parts(known)))
}

/// A sentence that is known, in two where `…` stands for any words.
fn parts(known: &str) -> (String, Option<String>) {
    match known.split_once('…') {
        None => (known.to_owned(), None),
        Some((before, after)) => (before.trim().to_owned(), Some(after.trim().to_owned())),
    }
}

fn fits(sentence: &str, (before, after): &(String, Option<String>)) -> bool {
    match after {
        None => sentence == before,
        Some(after) => sentence
            .strip_prefix(before.as_str())
            .is_some_and(|rest| rest.ends_with(after.as_str()) && rest.len() > after.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::kinds::{KINDS, rows};
    use super::*;

    #[test]
    fn a_sentence_for_any_sop_is_known_with_its_words_exchanged() {
        let known = |text| is_boilerplate(text, &Office::default());
        assert!(known("Disimpan sebagai data elektronik dan manual."));
        assert!(known("Jika SOP ini tidak dilaksanakan, maka penertiban pegawai tidak berjalan lancar"));
        assert!(!known("Buku agenda surat masuk"));
        assert!(!known("Apabila SOP ini tidak dilaksanakan maka izin diberikan tanpa dasar"));
    }

    #[test]
    fn every_row_of_every_table_can_be_read() {
        assert!(KINDS.len() > 30 && RANKS.len() == 17 && SPELLING.len() > 40 && ANSWERS.len() > 5);
        assert!(ABBREVIATIONS.len() > 50 && !BOILERPLATE.is_empty());
        for replaced in REPLACED.iter() {
            assert!(replaced.old.is_complete(), "{:?}", replaced.old);
            let by = Citation::read(&replaced.by);
            assert!(by.is_complete() && by.written_out().is_empty(), "{by:?}");
            assert!(superseded_by_itself(&by), "{} was replaced, too", replaced.by);
        }
        assert!(GUIDES.iter().all(|(guide, _)| guide.is_complete()));
        assert!(KINDS.is_sorted_by_key(|kind| kind.rank));
        assert!(
            KINDS.iter().all(|kind| kind.name.is_ascii() && kind.short.iter().all(|name| name.is_ascii()))
        );
        for (text, count) in [
            (include_str!("../../data/peraturan/diganti.tsv"), 3),
            (include_str!("../../data/peraturan/pangkat.tsv"), 2),
            (include_str!("../../data/peraturan/singkatan.tsv"), 2),
            (include_str!("../../data/peraturan/jawaban.tsv"), 2),
        ] {
            assert!(text.contains("# Sumber: ") || count == 3, "a table without a source");
            for row in rows(text) {
                assert!(row.len() == count && row.iter().all(|cell| !cell.is_empty()), "{row:?}");
            }
        }
    }

    fn superseded_by_itself(by: &Citation) -> bool {
        !REPLACED.iter().any(|other| other.old.is_same(by))
    }

    #[test]
    fn a_regional_guide_is_one_whatever_its_number() {
        let guides = |text: &str| {
            let citation = Citation::read(text);
            (is_writing_guide(&citation), is_regional_guide(&citation))
        };
        let national = "PermenPANRB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan SOP";
        assert_eq!(guides(national), (true, false));
        let for_regions = "Permendagri Nomor 52 Tahun 2011 tentang SOP di Lingkungan Pemda";
        assert_eq!(guides(for_regions), (true, true));
        let own = "Peraturan Bupati Contoh Nomor 23 Tahun 2020 tentang Pedoman Penyusunan SOP";
        assert_eq!(guides(own), (true, true));
        let another = "Peraturan Bupati Contoh Nomor 9 Tahun 2022 tentang Pelaporan";
        assert_eq!(guides(another), (false, false));
    }
}
