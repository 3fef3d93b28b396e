//! `SOP239` parallel-only-in-words: the sentence says that rows go on side by side, and they are drawn one after the other.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{KegiatanId, Setelah};
use crate::page;
use crate::text::Text;
use std::ops::Range;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP239",
    name: "parallel-only-in-words",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: menurut kalimat atau keterangannya ada yang dikerjakan bersamaan, tetapi kegiatannya digambar berurutan dan waktunya dijumlahkan",
        en: "row {nomor}: by its sentence or remark rows are done side by side, but they are drawn one after the other and their times are added",
    },
    help: Some(Text {
        id: "tulis `bersamaan: 2, 3` di bawah kegiatan yang memulai keduanya, dan `menunggu: 2, 3` di bawah kegiatan sesudahnya",
        en: "write `bersamaan: 2, 3` below the row that starts both, and `menunggu: 2, 3` below the row after them",
    }),
    basis: None,
    page: page!("SOP239"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    if sop.simpul.iter().any(|simpul| matches!(simpul.setelah, Setelah::Bersamaan(_))) {
        return;
    }
    for (at, row) in sop.kegiatan.iter().enumerate() {
        let word = procedure.kalimat(KegiatanId::from_index(at)).side_by_side.clone();
        let in_text = word.filter(|word| says_so(&row.uraian.to_ascii_lowercase(), word.clone()));
        let in_text = in_text.map(|word| row.letak(word));
        let in_remark = || row.keterangan_span.filter(|_| row.keterangan.as_deref().is_some_and(remarks_so));
        if let Some(place) = in_text.or_else(in_remark) {
            sink.push(Diagnostic::at(&RULE, place).with("nomor", row.nomor.to_string()));
        }
    }
}

/// Whether a word of a text in small letters that may say so stands with what makes it sure: `bersamaan dengan penyerahan
/// berkas` is about papers.
fn says_so(lower: &str, word: Range<usize>) -> bool {
    let (before, behind) = (lower[..word.start].trim_end(), lower[word.end..].trim_start());
    let row = ["dengan kegiatan", "dengan langkah", "dengan nomor", "dengan no"];
    // `menghubungi Dokter dan Sopir secara bersamaan` is one piece of work.
    let of_two = [" dan ", " serta ", " & "].iter().any(|and| before.contains(and));
    (before.ends_with("secara") && !of_two) || row.iter().any(|row| behind.starts_with(row))
}

fn remarks_so(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let mut words = ["paralel", "bersamaan", "serempak", "serentak"]
        .iter()
        .flat_map(|word| lower.match_indices(word).map(|(at, word)| at..at + word.len()));
    words.any(|word| says_so(&lower, word))
}
