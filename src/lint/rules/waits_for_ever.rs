//! `SOP211` waits-for-ever: a row that waits for what does not come.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::{Lint, steps};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP211",
    name: "waits-for-ever",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} menunggu kegiatan {tujuan}, yang pada jalan ini tidak dikerjakan: {jalan}",
        en: "row {nomor} waits for row {tujuan}, which is not done on this way: {jalan}",
    },
    help: Some(Text {
        id: "tunggu hanya kegiatan yang pada setiap jalan dikerjakan, atau mulai semuanya dengan `bersamaan`",
        en: "wait only for rows that are done on every way, or start all of them with `bersamaan`",
    }),
    basis: Some("R41"),
    page: page!("SOP211"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    // A place whose bound is used up is a finding of its own; a row that is waited for and leads elsewhere, too.
    let Some(stuck) = procedure.sound.stuck.as_ref().filter(|stuck| stuck.used_up.is_empty()) else { return };
    let Some(waiting) = stuck.joins.first().filter(|_| procedure.flow.unfed(sop).is_empty()) else { return };
    let row = &sop[waiting.row];
    let missing: Vec<String> = waiting.missing.iter().map(|row| sop[*row].nomor.to_string()).collect();
    sink.push(
        Diagnostic::at(&RULE, row.menunggu_span.unwrap_or(row.nomor_span))
            .with("nomor", row.nomor.to_string())
            .with("tujuan", missing)
            .run(steps(sop, &stuck.run)),
    );
}
