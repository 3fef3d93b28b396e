//! `SOP237` number-not-drawn: the sentence or the remark names a row by its number, and no arrow leads there.

use crate::analysis::Procedure;
use crate::analysis::flow::Target;
use crate::analysis::kalimat::Drawn;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::KegiatanId;
use crate::page;
use crate::source::Span;
use crate::text::Text;
use std::collections::BTreeMap;
use std::ops::Range;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP237",
    name: "number-not-drawn",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: kalimat atau keterangannya menyebut kegiatan {tujuan}, tetapi tidak ada panah ke sana",
        en: "row {nomor}: its sentence or remark names row {tujuan}, but no arrow leads there",
    },
    help: Some(Text {
        id: "perbaiki nomornya bila penomoran sudah berubah, atau tulis alurnya di bawah kegiatan ini",
        en: "correct the number if the rows were numbered anew, or write the flow below this row",
    }),
    basis: Some("R49"),
    page: page!("SOP237"),
};

static NO_SUCH_ROW: Text = Text {
    id: "tidak ada kegiatan {tujuan}; sebut nomor yang ada, atau hapus nomornya",
    en: "there is no row {tujuan}; name one that there is, or leave the number out",
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let mut rows: Option<BTreeMap<String, usize>> = None;
    let has_digit = |text: &str| text.bytes().fold(false, |any, byte| any | byte.is_ascii_digit());
    for (at, row) in sop.kegiatan.iter().enumerate() {
        if !has_digit(&row.uraian) && !row.keterangan.as_deref().is_some_and(has_digit) {
            continue;
        }
        let in_text = rows_named(&row.uraian);
        let in_text = in_text.into_iter().map(|(range, number)| (row.letak(range), number));
        let remark = row.keterangan.as_deref().zip(row.keterangan_span);
        let in_remark = remark
            .into_iter()
            .flat_map(|(text, place)| rows_named(text).into_iter().map(move |(_, number)| (place, number)));
        let named: Vec<(Span, String)> = in_text.chain(in_remark).collect();
        let id = KegiatanId::from_index(at);
        // That the sentence is not drawn at all is said elsewhere.
        if named.is_empty() || !procedure.kalimat(id).conditions.is_empty() && procedure.undecided(id) {
            continue;
        }
        if procedure.kalimat(id).handovers.iter().any(|it| procedure.drawn(id, it) != Drawn::Agrees) {
            continue;
        }
        // Of two rows with one number the first is meant.
        let rows = rows.get_or_insert_with(|| {
            sop.kegiatan.iter().enumerate().rev().map(|(at, row)| (row.nomor.to_string(), at)).collect()
        });
        for (place, number) in named {
            let there = rows.get(&number).copied();
            let leads = |target: &Target| match target {
                Target::Simpul(simpul) => Some(sop[*simpul].kegiatan.index()) == there,
                Target::Akhir(_) => false,
            };
            let mut ways = sop.simpul_dari(id).flat_map(|(from, _)| procedure.flow.after(from));
            if there.is_some() && ways.any(|way| leads(&way.to)) {
                continue;
            }
            let found =
                Diagnostic::at(&RULE, place).with("nomor", row.nomor.to_string()).with("tujuan", number);
            sink.push(if there.is_none() { found.help(&NO_SUCH_ROW) } else { found });
        }
    }
}

/// The rows that a sentence sends the work to by their numbers: `kembali ke langkah 3`, `lanjut ke 5.`
fn rows_named(text: &str) -> Vec<(Range<usize>, String)> {
    const GOES: [&str; 11] = [
        "lanjut",
        "lanjutkan",
        "dilanjutkan",
        "kembali",
        "kembalikan",
        "dikembalikan",
        "diteruskan",
        "menuju",
        "mengulang",
        "mengulangi",
        "diulang",
    ];
    const COUNTED: [&str; 8] = ["no", "nomor", "langkah", "kegiatan", "butir", "poin", "angka", "baris"];
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let words: Vec<(usize, &str)> = {
        let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        text.split_whitespace().map(|word| (start(word), word)).collect()
    };
    let mut found = Vec::new();
    for (at, _) in words.iter().enumerate().filter(|(_, (_, word))| GOES.contains(&plain(word).as_str())) {
        let mut counted = false;
        for (next, (start, word)) in words.iter().enumerate().skip(at + 1).take(4) {
            let word_plain = plain(word);
            let number = word_plain.strip_prefix("no.").unwrap_or(&word_plain);
            let digits = number.trim_end_matches(|c: char| c.is_ascii_lowercase());
            if !digits.is_empty()
                && number.len() - digits.len() < 2
                && digits.bytes().all(|b| b.is_ascii_digit())
            {
                // `kembali ke 3 kecamatan` counts something else.
                let ends = next + 1 == words.len() || word.ends_with(|c: char| !c.is_alphanumeric());
                if counted || number.len() < word_plain.len() || (ends && plain(words[next - 1].1) == "ke") {
                    found.push((words[at].0..start + word.len(), number.to_owned()));
                }
                break;
            }
            counted |= COUNTED.contains(&word_plain.as_str());
            if !counted && !matches!(word_plain.as_str(), "ke" | "kepada" | "pada") {
                break;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::rows_named;

    #[test]
    fn numbers_of_rows_are_told_from_other_numbers() {
        let numbers = |text| rows_named(text).into_iter().map(|(_, number)| number).collect::<Vec<_>>();
        assert_eq!(
            numbers("Memeriksa berkas; bila kurang kembali ke no. 3, bila lengkap lanjut ke 5"),
            ["3", "5"]
        );
        assert_eq!(numbers("Menyusun konsep (kembali ke langkah no.2a)"), ["2a"]);
        for text in [
            "Kembali ke 3 kecamatan",
            "Dilanjutkan selama 2 hari",
            "Lanjut ke tahap 2",
            "Menyerahkan 2 berkas",
        ] {
            assert!(numbers(text).is_empty(), "{text}");
        }
    }
}
