//! `SOP233` condition-without-decision: the sentence speaks of two cases, and the row does not decide.

use super::return_not_drawn::outcomes;
use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::KegiatanId;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP233",
    name: "condition-without-decision",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: kalimatnya memuat syarat ({syarat}), tetapi bagannya tidak bercabang di sini",
        en: "row {nomor}: its sentence holds conditions ({syarat}), but the chart does not branch here",
    },
    help: Some(Text {
        id: "tulis hasilnya di bawah kegiatan ini, misalnya `ya, {contoh}: lanjut ke …` dan `tidak: kembali ke …`",
        en: "write the outcomes below this row, for example `ya, {contoh}: lanjut ke …` and `tidak: kembali ke …`",
    }),
    basis: Some("R47"),
    page: page!("SOP233"),
};

/// `memenuhi syarat lanjut ke no` → `memenuhi syarat`: where the case goes is no part of the condition.
fn without_target(condition: &str) -> &str {
    const GOES: [&str; 7] =
        [" lanjut", " kembali", " dilanjutkan", " dikembalikan", " diteruskan", " selesai", " maka"];
    let end = GOES.iter().filter_map(|word| condition.find(word)).min().unwrap_or(condition.len());
    &condition[..end]
}

fn check(procedure: &Procedure, sink: &mut Sink) {
    for (at, row) in procedure.sop.kegiatan.iter().enumerate() {
        let id = KegiatanId::from_index(at);
        let conditions = &procedure.kalimat(id).conditions;
        let (Some(first), Some(last)) = (conditions.first(), conditions.last()) else { continue };
        if !procedure.undecided(id) {
            continue;
        }
        let words = |range: &std::ops::Range<usize>| without_target(&row.uraian[range.clone()]).to_owned();
        let all: Vec<String> = conditions.iter().map(|condition| words(&condition.range)).collect();
        let good = conditions.iter().find(|condition| !condition.refuses);
        let mut found = Diagnostic::at(&RULE, row.letak(first.range.start..last.range.end))
            .with("nomor", row.nomor.to_string())
            .with("syarat", all)
            .with("contoh", good.map_or("setuju".to_owned(), |condition| words(&condition.range)));
        // Where it goes back is known only when the sentence says so, once.
        let mut back = procedure.kalimat(id).handovers.iter().filter(|it| it.back);
        if let (Some(returned), None) = (back.next(), back.next()) {
            found.fix = outcomes(procedure, id, returned);
        }
        sink.push(found);
    }
}
