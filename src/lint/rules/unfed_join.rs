//! `SOP207` unfed-join: a row waits for one that never leads to it.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP207",
    name: "unfed-join",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} menunggu kegiatan {tujuan}, tetapi kegiatan {tujuan} tidak menuju ke sini",
        en: "row {nomor} waits for row {tujuan}, but row {tujuan} does not lead here",
    },
    help: Some(Text {
        id: "arahkan alur kegiatan {tujuan} ke {nomor}, atau tunggu kegiatan yang terakhir sebelum ini",
        en: "let row {tujuan} lead to {nomor}, or wait for the last row before this one",
    }),
    basis: Some("R41"),
    page: page!("SOP207"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for (row, missing) in procedure.flow.unfed(sop) {
        let row = &sop[row];
        sink.push(
            Diagnostic::at(&RULE, row.menunggu_span.unwrap_or(row.nomor_span))
                .with("nomor", row.nomor.to_string())
                .with("tujuan", sop[missing].nomor.to_string()),
        );
    }
}
