//! `SOP238` only-by-return: a row that nothing leads to but returns.

use crate::analysis::Procedure;
use crate::analysis::kalimat::VerbClass;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Arah, KegiatanId};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP238",
    name: "only-by-return",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} hanya dicapai lewat pengembalian dari kegiatan {dari}; alur yang biasa melompatinya",
        en: "row {nomor} is reached by returns from row {dari} only; the usual way passes it by",
    },
    help: Some(Text {
        id: "periksa nomor pada `lanjut ke …` di atasnya; bila memang hanya untuk perbaikan, abaikan temuan ini",
        en: "check the number at `lanjut ke …` above it; if the row is for corrections only, never mind this finding",
    }),
    basis: Some("R49"),
    page: page!("SOP238"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for (at, row) in sop.kegiatan.iter().enumerate().skip(1) {
        let id = KegiatanId::from_index(at);
        let places = sop.simpul_dari(id).flat_map(|(place, _)| procedure.flow.before(place));
        let mut ways = places.filter(|way| sop[way.from].kegiatan != id).peekable();
        let Some(first) = ways.peek().map(|way| sop[way.from].kegiatan) else { continue };
        let corrects = || procedure.kalimat(id).does(VerbClass::Correct);
        if !ways.all(|way| way.arah == Arah::Kembali) || corrects() {
            continue;
        }
        sink.push(
            Diagnostic::at(&RULE, row.nomor_span)
                .with("nomor", row.nomor.to_string())
                .with("dari", sop[first].nomor.to_string()),
        );
    }
}
