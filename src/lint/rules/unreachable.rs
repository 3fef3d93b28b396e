//! `SOP202` unreachable: no arrow leads here.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::groups;
use crate::model::KegiatanId;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP202",
    name: "unreachable",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} tidak tercapai: tidak ada alur yang sampai ke sini",
        en: "row {nomor} is never reached: no way leads here",
    },
    help: Some(Text {
        id: "arahkan alur kegiatan {dekat} ke sini, atau hapus yang tidak terpakai",
        en: "let row {dekat} lead here, or delete what is not used",
    }),
    basis: Some("R43"),
    page: page!("SOP202"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let reached = &procedure.reach.from_start;
    // Rows that follow each other are one finding: what leads to the first of them usually mends them all.
    for group in groups(sop, |id| !reached[id.index()]) {
        let before =
            sop.simpul[..group.first.index()].iter().zip(reached).rev().find(|(_, reached)| **reached);
        let near = before.map_or(KegiatanId(0), |(simpul, _)| simpul.kegiatan);
        sink.push(
            Diagnostic::at(&RULE, sop[group.first].span)
                .with("nomor", group.names)
                .with("dekat", sop[near].nomor.to_string()),
        );
    }
}
