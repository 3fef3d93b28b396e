//! `SOP231` self-hand-over: the sentence hands the work to the one who does the row.

use super::text_arrow_mismatch::write_where_the_arrow_leads;
use crate::analysis::Procedure;
use crate::analysis::kalimat::Drawn;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::KegiatanId;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP231",
    name: "self-hand-over",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: menurut kalimatnya {pelaksana} menyerahkan pekerjaan kepada dirinya sendiri",
        en: "row {nomor}: by its sentence {pelaksana} hands the work to themselves",
    },
    help: Some(Text {
        id: "tulis penerima yang sebenarnya, atau pindahkan kegiatan ini ke pelaksana yang menyerahkan",
        en: "write who really receives it, or move this row to the actor who hands it over",
    }),
    basis: Some("R48"),
    page: page!("SOP231"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    for (at, row) in procedure.sop.kegiatan.iter().enumerate() {
        let id = KegiatanId::from_index(at);
        for hand_over in &procedure.kalimat(id).handovers {
            let (Drawn::ToSelf, Some(party)) = (procedure.drawn(id, hand_over), &hand_over.to) else {
                continue;
            };
            let mut found = Diagnostic::at(&RULE, row.letak(hand_over.range.clone()))
                .with("nomor", row.nomor.to_string())
                .with("pelaksana", procedure.sop.heads(&party.lanes));
            found.fix = write_where_the_arrow_leads(procedure, id, hand_over);
            sink.push(found);
        }
    }
}
