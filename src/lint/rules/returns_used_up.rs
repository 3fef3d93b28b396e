//! `SOP212` returns-used-up: nothing is left to do once a bound is used up.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::{Lint, steps};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP212",
    name: "returns-used-up",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: setelah batas pengembaliannya habis tidak ada jalan lagi, dan pekerjaan berhenti: {jalan}",
        en: "row {nomor}: once its returns are used up there is no way on, and the work stops: {jalan}",
    },
    help: Some(Text {
        id: "tambahkan `, lalu lanjut ke …` atau `, lalu selesai, …`",
        en: "add `, lalu lanjut ke …` or `, lalu selesai, …`",
    }),
    basis: Some("R51"),
    page: page!("SOP212"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let Some(stuck) = &procedure.sound.stuck else { return };
    let Some(place) = stuck.used_up.first() else { return };
    sink.push(
        Diagnostic::at(&RULE, sop[*place].span)
            .with("nomor", sop.kegiatan_dari(*place).nomor.to_string())
            .run(steps(sop, &stuck.run)),
    );
}
