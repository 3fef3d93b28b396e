//! `SOP234` other-actor-in-front: the sentence begins with somebody who does not act in the row.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{KegiatanId, PelaksanaId};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP234",
    name: "other-actor-in-front",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: menurut kalimatnya {kalimat} yang bertindak, tetapi simbolnya di lajur {lajur}",
        en: "row {nomor}: by its sentence {kalimat} acts, but its symbol stands in the lane of {lajur}",
    },
    help: Some(Text {
        id: "tulis pelaksana yang sebenarnya sebelum titik dua, dan hapus nama pelaksana dari kalimatnya",
        en: "write who really acts before the colon, and drop the actor from the sentence",
    }),
    basis: Some("R66"),
    page: page!("SOP234"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for (at, row) in sop.kegiatan.iter().enumerate() {
        let id = KegiatanId::from_index(at);
        let subjects = &procedure.kalimat(id).subjects;
        let (Some(first), Some(last)) = (subjects.first(), subjects.last()) else { continue };
        let acting: Vec<PelaksanaId> =
            sop.simpul_dari_baris(row).flat_map(|simpul| simpul.oleh.clone()).collect();
        let acts = |lane: &PelaksanaId| acting.contains(lane) || row.disebut.contains(lane);
        // A name that is no lane's, or that need not be one lane's, proves nothing.
        if subjects.iter().any(|party| !party.sure || party.lanes.is_empty() || party.lanes.iter().any(acts))
        {
            continue;
        }
        let heads = |lanes: &mut dyn Iterator<Item = PelaksanaId>| -> Vec<String> {
            lanes.map(|lane| sop[lane].pendek.clone()).collect()
        };
        sink.push(
            Diagnostic::at(&RULE, row.letak(first.range.start..last.range.end))
                .with("nomor", row.nomor.to_string())
                .with("kalimat", heads(&mut subjects.iter().flat_map(|party| party.lanes.clone())))
                .with("lajur", heads(&mut acting.iter().copied())),
        );
    }
}
