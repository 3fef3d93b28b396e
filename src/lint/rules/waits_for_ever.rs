//! `SOP211` waits-for-ever: a row that waits for what does not come.

use crate::analysis::Procedure;
use crate::analysis::sound::Langkah;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::{Lint, steps};
use crate::model::Setelah;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP211",
    name: "waits-for-ever",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} menunggu kegiatan {tujuan}, yang {sebab}: {jalan}",
        en: "row {nomor} waits for row {tujuan}, which is {sebab}: {jalan}",
    },
    help: Some(Text {
        id: "tunggu hanya kegiatan yang pada setiap jalan dikerjakan, atau mulai semuanya dengan `bersamaan`",
        en: "wait only for rows that are done on every way, or start all of them with `bersamaan`",
    }),
    basis: Some("R41"),
    page: page!("SOP211"),
};

static NOT_DONE: Text = Text { id: "pada jalan ini tidak dikerjakan", en: "not done on this way" };
static NOT_AGAIN: Text =
    Text { id: "sesudah pengembalian tidak dikerjakan lagi", en: "not done again after the return" };
static RETURN_TO_FORK: Text = Text {
    id: "kembalikan ke kegiatan {mulai}, yang memulai semuanya, atau tulis pengulangannya sebagai kegiatan tersendiri",
    en: "return to row {mulai}, which starts all of them, or write what is done again as a row of its own",
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    // A place whose bound is used up is a finding of its own; a row that is waited for and leads elsewhere, too.
    let Some(stuck) = procedure.sound.stuck.as_ref().filter(|stuck| stuck.used_up.is_empty()) else { return };
    let Some(waiting) = stuck.joins.first().filter(|_| procedure.flow.unfed(sop).is_empty()) else { return };
    let row = &sop[waiting.row];
    let missing: Vec<String> = waiting.missing.iter().map(|row| sop[*row].nomor.to_string()).collect();
    let found = Diagnostic::at(&RULE, row.menunggu_span.unwrap_or(row.nomor_span))
        .with("nomor", row.nomor.to_string())
        .with("tujuan", missing)
        .run(steps(sop, &stuck.run));
    // A row that was done once, and with it all that it waits for, waits once more.
    let row_of = |step: &Langkah| sop[step.simpul].kegiatan;
    let again = stuck.run.iter().any(|step| row_of(step) == waiting.row);
    let starts = |step: &&Langkah| matches!(sop[step.simpul].setelah, Setelah::Bersamaan(_));
    let fork = stuck.run.iter().rfind(starts).filter(|_| again);
    sink.push(match fork {
        Some(fork) => {
            let fork = sop.kegiatan_dari(fork.simpul).nomor.to_string();
            found.with("sebab", &NOT_AGAIN).with("mulai", fork).help(&RETURN_TO_FORK)
        }
        None => found.with("sebab", &NOT_DONE),
    });
}
