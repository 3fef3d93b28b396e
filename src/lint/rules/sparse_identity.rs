//! `SOP503` sparse-identity: fields that many approved sheets fill in and some do not.

use crate::analysis::Procedure;
use crate::diag::{Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::missing_fields;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP503",
    name: "sparse-identity",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "bagian identitas dapat dilengkapi dengan {daftar}",
        en: "the identity block could also hold {daftar}",
    },
    help: Some(Text {
        id: "isi sebelum disahkan, misalnya `{contoh}: …`; `-` berarti memang tidak ada",
        en: "fill it in before approval, for example `{contoh}: …`; `-` means none",
    }),
    basis: Some("R01, R09, R11, R26"),
    page: page!("SOP503"),
};

const FIELDS: &[Key] = &[
    Key::Unit,
    Key::Logo,
    Key::TanggalRevisi,
    Key::TanggalEfektif,
    Key::NamaPejabat,
    Key::Nip,
    Key::Keterkaitan,
];

fn check(procedure: &Procedure, sink: &mut Sink) {
    missing_fields(procedure, &RULE, FIELDS, sink);
}
