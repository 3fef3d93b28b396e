//! `SOP240` optional-only-in-words: the sentence or the remark says that a row may be passed over, and the chart has no way
//! round it.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::KegiatanId;
use crate::page;
use crate::text::{IF, Text, begins_with, says_when_needed, when_needed};
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
    for (at, row) in procedure.sop.kegiatan.iter().enumerate().filter(|(_, row)| row.bila_perlu.is_none()) {
        let in_sentence = || {
            let words = said_of_all(&row.uraian)?;
            // Of a row that does two things the words may mean one of them.
            let kalimat = procedure.kalimat(KegiatanId::from_index(at));
            let one = kalimat.verbs.iter().filter(|verb| verb.own).count() < 2;
            one.then(|| (row.letak(words.clone()), &row.uraian[words]))
        };
        let remark = || row.keterangan.as_deref().zip(row.keterangan_span).filter(|(text, _)| is_said(text));
        if let Some((place, words)) = in_sentence().or_else(|| remark().map(|(text, place)| (place, text))) {
            let found = Diagnostic::at(&RULE, place).with("nomor", row.nomor.to_string());
            sink.push(found.with("kata", words.trim_matches(['(', ')', ',', ' '])));
        }
    }
}

/// Where a sentence says it of all that it says: in brackets at one of its ends, or in front.
fn said_of_all(text: &str) -> Option<Range<usize>> {
    if let Some(open) = text.rfind('(').filter(|_| text.ends_with(')')) {
        // `(opsional bila …)`
        let said = is_said(&text[open..]) || begins_with(&text[open..], "(opsional ");
        return said.then_some(open..text.len());
    }
    if let Some(close) = text.find(')').filter(|_| text.starts_with('(')) {
        return is_said(&text[..=close]).then_some(0..close + 1);
    }
    // `Meninjau lokasi jika diperlukan`
    if [" perlu", " diperlukan", " dibutuhkan"].iter().any(|word| text.ends_with(word)) {
        let at = IF.iter().filter_map(|word| text.rfind(&format!(" {word} "))).max();
        return at.filter(|at| is_said(&text[*at..])).map(|at| at + 1..text.len());
    }
    // Nearly every sentence begins with a verb that begins with an `m`.
    let verb = text.starts_with(['M', 'm']);
    let end = if verb { None } else { when_needed(text) };
    end.filter(|end| text[*end..].starts_with([' ', ','])).map(|end| 0..end)
}

/// Whether a text says no more than that.
fn is_said(text: &str) -> bool {
    const LONGEST: usize = 30;
    text.len() <= LONGEST && says_when_needed(text.trim_matches(['(', ')', '.', ' ']))
}
