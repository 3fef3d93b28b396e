//! `SOP240` optional-only-in-words: the sentence or the remark says that a row may be passed over, and the chart has no way
//! round it.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::KegiatanId;
use crate::page;
use crate::syntax::WHEN_NEEDED;
use crate::text::Text;
use std::ops::Range;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP240",
    name: "optional-only-in-words",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: menurut `{kata}` boleh dilewati, tetapi pada bagan selalu dikerjakan",
        en: "row {nomor}: by `{kata}` it may be passed over, but on the chart it is always done",
    },
    help: Some(Text {
        id: "tulis kapan dikerjakan di bawah kegiatan ini: `bila perlu: …`, misalnya `bila perlu: berkas belum lengkap`",
        en: "write below this row when it is done: `bila perlu: …`, for instance `bila perlu: berkas belum lengkap`",
    }),
    basis: None,
    page: page!("SOP240"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let in_sentences = ["perlu", "opsional", "optional", "dibutuhkan", "tidak wajib"];
    let in_sentences = in_sentences.iter().any(|word| procedure.says(word));
    for (at, row) in procedure.sop.kegiatan.iter().enumerate().filter(|(_, row)| row.bila_perlu.is_none()) {
        let kalimat = procedure.kalimat(KegiatanId::from_index(at));
        // Of a row that does two things the words may mean one of them.
        let one = || kalimat.verbs.iter().filter(|verb| verb.own).count() < 2;
        let sentence = Some(&row.uraian).filter(|_| in_sentences && one());
        let in_sentence = sentence
            .and_then(|text| said_of_all(text))
            .map(|words| (row.letak(words.clone()), &row.uraian[words]));
        let remark = row.keterangan.as_deref().zip(row.keterangan_span);
        let in_remark = remark.filter(|(text, _)| is_said(text)).map(|(text, place)| (place, text));
        if let Some((place, words)) = in_sentence.or(in_remark) {
            let found = Diagnostic::at(&RULE, place).with("nomor", row.nomor.to_string());
            sink.push(found.with("kata", words.trim_matches(['(', ')', ',', ' '])));
        }
    }
}

/// Where a sentence says it of all that it says: in brackets at one of its ends, or in front.
fn said_of_all(text: &str) -> Option<Range<usize>> {
    if let Some(open) = text.rfind('(').filter(|_| text.ends_with(')')) {
        return is_said(&text[open..]).then_some(open..text.len());
    }
    if let Some(close) = text.find(')').filter(|_| text.starts_with('(')) {
        return is_said(&text[..=close]).then_some(0..close + 1);
    }
    let lower = text.to_ascii_lowercase();
    let front = WHEN_NEEDED
        .iter()
        .filter(|words| lower.strip_prefix(**words).is_some_and(|rest| rest.starts_with([' ', ','])));
    front.map(|words| words.len()).max().map(|end| 0..end)
}

/// Whether a text says no more than that.
fn is_said(text: &str) -> bool {
    const LONGEST: usize = 30;
    text.len() <= LONGEST && {
        let words = text.trim_matches(['(', ')', '.', ' ']).to_ascii_lowercase();
        WHEN_NEEDED.contains(&words.as_str())
    }
}
