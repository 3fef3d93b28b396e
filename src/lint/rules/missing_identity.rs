//! `SOP501` missing-identity: what no official sheet goes without.

use crate::analysis::Procedure;
use crate::diag::{Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::missing_fields;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP501",
    name: "missing-identity",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text { id: "bagian identitas belum memuat {daftar}", en: "the identity block lacks {daftar}" },
    help: Some(Text {
        id: "isi di atas `kegiatan:`, misalnya `{contoh}: …`; yang sama bagi semua SOP dapat ditulis di `sop.toml`",
        en: "fill it in above `kegiatan:`, for example `{contoh}: …`; what all SOPs share can stand in `sop.toml`",
    }),
    basis: Some("R01, R03, R06, R11"),
    page: page!("SOP501"),
};

const FIELDS: &[Key] = &[Key::Sop, Key::Instansi, Key::Nomor, Key::TanggalPembuatan, Key::DisahkanOleh];

fn check(procedure: &Procedure, sink: &mut Sink) {
    missing_fields(procedure, &RULE, FIELDS, sink);
}
