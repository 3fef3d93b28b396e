//! `SOP208` unbounded-return: work may be sent back without a limit.

use crate::analysis::Procedure;
use crate::analysis::flow::{Edge, Target};
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Sop;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP208",
    name: "unbounded-return",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: pengembalian ke kegiatan {tujuan} tidak dibatasi",
        en: "row {nomor}: the return to row {tujuan} has no limit",
    },
    help: Some(Text {
        id: "tambahkan `, paling banyak 2 kali, lalu …` agar pekerjaan tidak beredar terus",
        en: "add `, paling banyak 2 kali, lalu …`, lest the work go round for ever",
    }),
    basis: Some("R51"),
    page: page!("SOP208"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let mut returns =
        procedure.flow.returns().filter(|edge| !edge.lalu && edge.paling_banyak.is_none()).peekable();
    while let Some(first) = returns.next() {
        // One finding a row, also where every initial of a chain may refuse.
        let row = sop[first.from].kegiatan;
        let mut targets = vec![target(sop, first)];
        while let Some(next) = returns.next_if(|edge| sop[edge.from].kegiatan == row) {
            let to = target(sop, next);
            if !targets.contains(&to) {
                targets.push(to);
            }
        }
        sink.push(
            Diagnostic::at(&RULE, first.span)
                .with("nomor", sop[row].nomor.to_string())
                .with("tujuan", targets),
        );
    }
}

fn target(sop: &Sop, edge: &Edge) -> String {
    match edge.to {
        Target::Simpul(to) => sop.kegiatan_dari(to).nomor.to_string(),
        Target::Akhir(_) => unreachable!("bug: a return that ends"),
    }
}
