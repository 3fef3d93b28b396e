//! `SOP530` assignment-without-order: an assignment that nobody gives, a routine that an outsider begins.

use crate::analysis::Procedure;
use crate::analysis::kalimat::VerbClass;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{JenisPelaksana, KegiatanId, SimpulId};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP530",
    name: "assignment-without-order",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text { id: "SOP {jenis} ini diawali {apa}", en: "this SOP of kind {jenis} begins with {apa}" },
    help: Some(Text {
        id: "penugasan diawali perintah atasan, pekerjaan rutin diawali penanggung jawabnya, pelayanan diawali pemohon",
        en: "an assignment begins with an order, routine work with whoever is in charge, a service with the applicant",
    }),
    basis: Some("R60"),
    page: page!("SOP530"),
};

static NO_ORDER: Text = Text { id: "kegiatan yang bukan perintah", en: "a row that is no order" };
static OUTSIDER: Text = Text { id: "pihak luar", en: "an outside party" };

/// The papers that carry an order: whoever begins by getting one was told to.
const ORDERS: [&str; 4] = ["perintah", "disposisi", "tugas", "instruksi"];

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let Some(first) = sop.kegiatan.first() else { return };
    let words = first.uraian.to_lowercase();
    let ordered = procedure.kalimat(KegiatanId::from_index(0)).mentions(VerbClass::Order)
        || ORDERS.iter().any(|order| words.contains(order));
    let opening = &sop[SimpulId(first.simpul.start)];
    let outside = opening.oleh.iter().all(|lane| sop[*lane].jenis == JenisPelaksana::Luar);
    let (kind, what) = if sop.identitas.is_of_kind("penugasan") && !ordered {
        ("penugasan", &NO_ORDER)
    } else if sop.identitas.is_of_kind("rutin") && outside {
        ("rutin", &OUTSIDER)
    } else {
        return;
    };
    sink.push(Diagnostic::at(&RULE, first.uraian_span).with("jenis", kind).with("apa", what));
}
