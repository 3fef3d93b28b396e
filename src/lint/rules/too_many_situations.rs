//! `SOP215` too-many-situations: the search for a fault was given up.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP215",
    name: "too-many-situations",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "prosedur ini mempunyai masalah pada kegiatan yang berjalan bersamaan, tetapi lebih dari {banyak} keadaan harus diperiksa untuk menunjukkannya",
        en: "something is wrong among the rows that go on at the same time, but more than {banyak} situations would have to be looked at to show it",
    },
    help: Some(Text {
        id: "kurangi kegiatan yang berjalan bersamaan, atau pertemukan lebih awal dengan `menunggu`",
        en: "let fewer rows go on at the same time, or let them meet earlier with `menunggu`",
    }),
    basis: None,
    page: page!("SOP215"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    if let (Some(row), Some(count)) = (procedure.sop.kegiatan.first(), procedure.sound.undecided) {
        sink.push(Diagnostic::at(&RULE, row.nomor_span).with("banyak", count));
    }
}
