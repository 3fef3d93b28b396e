//! `SOP402` missing-output: a row does not say what comes of it.

use crate::analysis::Procedure;
use crate::diag::{Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::missing_column;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP402",
    name: "missing-output",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "output belum diisi pada kegiatan {nomor}",
        en: "output is not filled in for row {nomor}",
    },
    help: Some(Text {
        id: "tambahkan misalnya `output: Disposisi`, atau `output: -` bila memang tidak ada",
        en: "add for example `output: Disposisi`, or `output: -` if there is none",
    }),
    basis: Some("R73"),
    page: page!("SOP402"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    missing_column(
        procedure,
        &RULE,
        Key::Output,
        |mutu_baku| mutu_baku.output.is_empty(),
        |_, found| found,
        sink,
    );
}
