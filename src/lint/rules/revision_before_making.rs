//! `SOP508` revision-before-making: revised before it was made.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::full_date;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP508",
    name: "revision-before-making",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "tanggal revisi {revisi} mendahului tanggal pembuatan {pembuatan}",
        en: "the date of revision, {revisi}, is before the date of making, {pembuatan}",
    },
    help: Some(Text {
        id: "tulis tanggal revisi yang sebenarnya, rencana peninjauan berikutnya, atau `-` bila belum pernah direvisi",
        en: "write the true date of revision, the planned day of review, or `-` when it was never revised",
    }),
    basis: Some("R08"),
    page: page!("SOP508"),
};

static NEVER: Text = Text { id: "tulis `-`: belum pernah direvisi", en: "write `-`: never revised" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let (made, revised) = (full_date(&identitas.tanggal_pembuatan), full_date(&identitas.tanggal_revisi));
    let (Some((made, pembuatan)), Some((revised, revisi))) = (made, revised) else { return };
    if revised < made {
        let at = identitas.span(Key::TanggalRevisi).unwrap_or_default();
        let mut found = Diagnostic::at(&RULE, at).with("revisi", revisi).with("pembuatan", pembuatan);
        if let Some((_, place)) = identitas.butir(Key::TanggalRevisi, [&revisi.to_owned()]).next() {
            found.fix = Some(Fix { title: &NEVER, edits: vec![(place, "-".to_owned())], safe: false });
        }
        sink.push(found);
    }
}
