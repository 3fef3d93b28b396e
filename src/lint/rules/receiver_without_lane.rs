//! `SOP235` receiver-without-lane: the work goes to an office that has no lane.

use crate::analysis::Procedure;
use crate::analysis::kalimat::Drawn;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::KegiatanId;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP235",
    name: "receiver-without-lane",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: {nama} menerima pekerjaan menurut kalimatnya, tetapi tidak mempunyai lajur",
        en: "row {nomor}: {nama} receives the work by its sentence, but has no lane",
    },
    help: Some(Text {
        id: "tambahkan {nama} pada `pelaksana` beserta kegiatannya, dengan `(luar)` bila di luar kantor; atau tulis nama \
             lajur yang dimaksud",
        en: "add {nama} to `pelaksana` with the row that they do, with `(luar)` if outside the office; or write the \
             name of the lane that is meant",
    }),
    basis: Some("R49"),
    page: page!("SOP235"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    for (at, row) in procedure.sop.kegiatan.iter().enumerate() {
        let id = KegiatanId::from_index(at);
        for hand_over in &procedure.kalimat(id).handovers {
            let (Drawn::NoLane, Some(party)) = (procedure.drawn(id, hand_over), &hand_over.to) else {
                continue;
            };
            let name = &row.uraian[party.range.clone()];
            let told = [&row.tembusan, &row.pengganti].into_iter().flatten().any(|text| text.contains(name));
            if !told {
                sink.push(
                    Diagnostic::at(&RULE, row.letak(party.range.clone()))
                        .with("nomor", row.nomor.to_string())
                        .with("nama", name),
                );
            }
        }
    }
}
