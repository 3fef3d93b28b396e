//! `SOP502` missing-identity-list: boxes of the identity page that stand empty.

use crate::analysis::Procedure;
use crate::diag::{Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::missing_fields;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP502",
    name: "missing-identity-list",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kotak identitas masih kosong: {daftar}",
        en: "boxes of the identity block are still empty: {daftar}",
    },
    help: Some(Text {
        id: "isi di atas `kegiatan:`, misalnya `{contoh}:` dengan butir `- …` di bawahnya; `-` berarti memang tidak ada",
        en: "fill them in above `kegiatan:`, for example `{contoh}:` with items `- …` below it; `-` means none",
    }),
    basis: Some("R19, R25, R27, R29, R30"),
    page: page!("SOP502"),
};

const FIELDS: &[Key] =
    &[Key::DasarHukum, Key::KualifikasiPelaksana, Key::Peralatan, Key::Peringatan, Key::Pencatatan];

fn check(procedure: &Procedure, sink: &mut Sink) {
    missing_fields(procedure, &RULE, FIELDS, sink);
}
