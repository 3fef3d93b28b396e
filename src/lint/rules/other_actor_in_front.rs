//! `SOP234` other-actor-in-front: the sentence begins with somebody who does not act in the row.

use crate::analysis::Procedure;
use crate::analysis::kalimat::Party;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Kegiatan, KegiatanId, PelaksanaId, Sop};
use crate::page;
use crate::source::Span;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP234",
    name: "other-actor-in-front",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: menurut {menurut} {kalimat} yang bertindak, tetapi simbolnya di lajur {lajur}",
        en: "row {nomor}: by {menurut} {kalimat} acts, but its symbol stands in the lane of {lajur}",
    },
    help: Some(Text {
        id: "tulis pelaksana yang sebenarnya sebelum titik dua, dan hapus nama pelaksana dari kalimatnya",
        en: "write who really acts before the colon, and drop the actor from the sentence",
    }),
    basis: Some("R66"),
    page: page!("SOP234"),
};

static SENTENCE: Text = Text { id: "kalimatnya", en: "its sentence" };
static SUB_STEP: Text = Text { id: "rinciannya", en: "a sub-step" };
static ROW_OF_ITS_OWN: Text = Text {
    id: "tulis pekerjaan {kalimat} sebagai kegiatan tersendiri, dengan waktu dan outputnya; bila dikerjakan berurutan di sini, \
         tulis semua pelaksananya: `{lajur} -> {kalimat}`",
    en: "write the work of {kalimat} as a row of its own, with its time and output; if it is done here in order, write all who \
         act: `{lajur} -> {kalimat}`",
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for (at, row) in sop.kegiatan.iter().enumerate() {
        let id = KegiatanId::from_index(at);
        let subjects = &procedure.kalimat(id).subjects;
        if let (Some(first), Some(last)) = (subjects.first(), subjects.last()) {
            let place = row.letak(first.range.start..last.range.end);
            found(sop, row, subjects, place, &SENTENCE).into_iter().for_each(|found| sink.push(found));
        }
        for item in procedure.beside(id).iter().filter(|beside| beside.item.is_some()) {
            let told = found(sop, row, &item.kalimat.subjects, item.place, &SUB_STEP);
            told.into_iter().for_each(|found| sink.push(found.help(&ROW_OF_ITS_OWN)));
        }
    }
}

/// The finding, where somebody else than those who act in the row stands in front of a text.
fn found(
    sop: &Sop,
    row: &Kegiatan,
    subjects: &[Party],
    place: Span,
    of: &'static Text,
) -> Option<Diagnostic> {
    let acting: Vec<PelaksanaId> =
        sop.simpul_dari_baris(row).flat_map(|simpul| simpul.oleh.clone()).collect();
    let acts = |lane: &PelaksanaId| acting.contains(lane) || row.disebut.contains(lane);
    // A name that is no lane's, or that need not be one lane's, proves nothing.
    let unsure = |party: &Party| !party.sure || party.lanes.is_empty() || party.lanes.iter().any(acts);
    if subjects.is_empty() || subjects.iter().any(unsure) {
        return None;
    }
    let named: Vec<PelaksanaId> = subjects.iter().flat_map(|party| party.lanes.clone()).collect();
    let found = Diagnostic::at(&RULE, place)
        .with("nomor", row.nomor.to_string())
        .with("menurut", of)
        .with("kalimat", sop.heads(&named))
        .with("lajur", sop.heads(&acting));
    Some(found)
}
