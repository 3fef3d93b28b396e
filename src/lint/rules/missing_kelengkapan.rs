//! `SOP401` missing-kelengkapan: a row does not say what is needed.

use crate::analysis::Procedure;
use crate::diag::{Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::missing_column;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP401",
    name: "missing-kelengkapan",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kelengkapan belum diisi pada kegiatan {nomor}",
        en: "kelengkapan is not filled in for row {nomor}",
    },
    help: Some(Text {
        id: "tambahkan misalnya `kelengkapan: Surat permohonan`, atau `kelengkapan: -` bila memang tidak ada",
        en: "add for example `kelengkapan: Surat permohonan`, or `kelengkapan: -` if there is none",
    }),
    basis: Some("R73"),
    page: page!("SOP401"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    missing_column(
        procedure,
        &RULE,
        Key::Kelengkapan,
        |mutu_baku| mutu_baku.kelengkapan.is_empty(),
        |_, found| found,
        sink,
    );
}
