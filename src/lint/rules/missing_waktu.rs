//! `SOP301` missing-waktu: a row does not say how long.

use crate::analysis::Procedure;
use crate::diag::{Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::missing_column;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP301",
    name: "missing-waktu",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "waktu belum diisi pada kegiatan {nomor}",
        en: "waktu is not filled in for row {nomor}",
    },
    help: Some(Text {
        id: "tambahkan misalnya `waktu: 30 menit`, atau `waktu: -` bila memang tidak ada",
        en: "add for example `waktu: 30 menit`, or `waktu: -` if there is none",
    }),
    basis: Some("R73"),
    page: page!("SOP301"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    missing_column(procedure, &RULE, Key::Waktu, |mutu_baku| mutu_baku.waktu.is_empty(), sink);
}
