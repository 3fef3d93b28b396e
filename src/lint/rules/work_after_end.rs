//! `SOP213` work-after-end: an end while something goes on elsewhere.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::{Lint, steps};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP213",
    name: "work-after-end",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} mengakhiri prosedur, padahal kegiatan {sisa} belum selesai: {jalan}",
        en: "row {nomor} ends the procedure while row {sisa} is not done: {jalan}",
    },
    help: Some(Text {
        id: "pertemukan dahulu semua yang berjalan bersamaan dengan `menunggu`, baru selesai",
        en: "let all that goes on at the same time meet at a row with `menunggu`, and end after it",
    }),
    basis: Some("R41"),
    page: page!("SOP213"),
};

static NOT_DONE: Text = Text { id: "belum selesai", en: "not done yet" };
static STILL_WAITS: Text = Text { id: "masih menunggu", en: "still waits" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let Some(fault) = &procedure.sound.too_soon else { return };
    // Where a row is started twice, or waits in vain, that is the cause, and reported.
    let cause = procedure.sound.twice.is_some() || !procedure.flow.unfed(sop).is_empty();
    let Some(last) = fault.run.last().filter(|_| !cause) else { return };
    let waiting = fault.joins.iter().map(|join| &sop[join.row]);
    let left: Vec<String> = fault
        .left
        .iter()
        .map(|place| sop.kegiatan_dari(*place).nomor.to_string())
        .chain(waiting.clone().map(|row| row.nomor.to_string()))
        .collect();
    let mut finding = Diagnostic::at(&RULE, last.span)
        .with("nomor", sop.kegiatan_dari(last.simpul).nomor.to_string())
        .with("sisa", left)
        .run(steps(sop, &fault.run));
    for place in &fault.left {
        finding = finding.related(sop[*place].span, &NOT_DONE);
    }
    for row in waiting {
        finding = finding.related(row.menunggu_span.unwrap_or(row.nomor_span), &STILL_WAITS);
    }
    sink.push(finding);
}
