//! `SOP544` date-far-off: in force years after it was made.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::full_date;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP544",
    name: "date-far-off",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "tanggal efektif {efektif} jauh sesudah tanggal pembuatan {pembuatan}",
        en: "the date in force, {efektif}, is long after the date of making, {pembuatan}",
    },
    help: Some(Text {
        id: "periksa tahunnya: SOP biasanya berlaku beberapa hari sampai beberapa bulan sesudah dibuat",
        en: "check the year: a SOP is in force some days to some months after it was made",
    }),
    basis: Some("R07"),
    page: page!("SOP544"),
};

/// Years between two dates that nobody plans.
const FAR: u16 = 3;

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let (made, in_force) = (full_date(&identitas.tanggal_pembuatan), full_date(&identitas.tanggal_efektif));
    let (Some((made, pembuatan)), Some((in_force, efektif))) = (made, in_force) else { return };
    // A SOP that was revised since is in force from then on.
    let revised = full_date(&identitas.tanggal_revisi).map_or(made, |(revised, _)| revised.max(made));
    if in_force.0 >= revised.0.saturating_add(FAR) {
        let at = identitas.span(Key::TanggalEfektif).unwrap_or_default();
        sink.push(Diagnostic::at(&RULE, at).with("pembuatan", pembuatan).with("efektif", efektif));
    }
}
