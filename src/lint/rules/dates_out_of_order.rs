//! `SOP507` dates-out-of-order: made after it came into force.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::full_date;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP507",
    name: "dates-out-of-order",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "tanggal pembuatan {pembuatan} lebih kemudian daripada tanggal efektif {efektif}",
        en: "the date of making, {pembuatan}, is later than the date in force, {efektif}",
    },
    help: Some(Text {
        id: "tanggal pembuatan adalah hari SOP selesai disusun, tanggal efektif hari mulai berlaku; perbaiki salah satunya",
        en: "the date of making is the day the SOP was finished, the date in force the day it begins to hold; mend one of them",
    }),
    basis: Some("R07"),
    page: page!("SOP507"),
};

static IN_FORCE: Text = Text { id: "berlaku sejak", en: "in force since" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let (made, in_force) = (full_date(&identitas.tanggal_pembuatan), full_date(&identitas.tanggal_efektif));
    let (Some((made, pembuatan)), Some((in_force, efektif))) = (made, in_force) else { return };
    if made > in_force {
        let at = |key| identitas.span(key).unwrap_or_default();
        sink.push(
            Diagnostic::at(&RULE, at(Key::TanggalPembuatan))
                .with("pembuatan", pembuatan)
                .with("efektif", efektif)
                .related(at(Key::TanggalEfektif), &IN_FORCE),
        );
    }
}
