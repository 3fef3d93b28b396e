//! `SOP528` service-without-applicant: a service that the applicant does not begin or never gets.

use super::service::{applicants, receives};
use crate::analysis::Procedure;
use crate::analysis::kalimat::VerbClass;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::{Lint, holds};
use crate::model::{KegiatanId, Key, PelaksanaId, SimpulId};
use crate::page;
use crate::text::{Text, fold};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP528",
    name: "service-without-applicant",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text { id: "SOP pelayanan ini {apa}", en: "this SOP of a service {apa}" },
    help: Some(Text {
        id: "pelayanan diawali permohonan dan selesai ketika pemohon menerima hasilnya; tulis pemohon sebagai pelaksana `(luar)`",
        en: "a service begins with the application and ends when the applicant gets the result; write the applicant as a lane `(luar)`",
    }),
    basis: Some("R58"),
    page: page!("SOP528"),
};

static NO_LANE: Text = Text { id: "tidak mempunyai lajur pemohon", en: "has no lane for the applicant" };
static NOT_FIRST: Text = Text {
    id: "diawali kegiatan yang bukan kegiatan pemohon",
    en: "begins with a row that is not the applicant's",
};
static NEVER: Text = Text {
    id: "selesai tanpa pemohon menerima hasilnya",
    en: "ends without the applicant getting the result",
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    if !sop.identitas.is_of_kind("pelayanan") {
        return;
    }
    let at = sop.identitas.span(Key::Jenis).unwrap_or_default();
    let applicants = applicants(sop);
    if applicants.is_empty() {
        sink.push(Diagnostic::at(&RULE, at).with("apa", &NO_LANE));
        return;
    }
    let Some(first) = sop.kegiatan.first() else { return };
    let opening = SimpulId(first.simpul.start);
    let named = procedure.kalimat(KegiatanId::from_index(0)).mentions(VerbClass::Receive);
    if !sop[opening].oleh.iter().any(|lane| applicants.contains(lane)) && !named {
        sink.push(Diagnostic::at(&RULE, first.uraian_span).with("apa", &NOT_FIRST));
    }
    let gets = |row| {
        let row = KegiatanId::from_index(row);
        receives(procedure, row, &applicants) || is_told(procedure, row, &applicants)
    };
    if !(1..sop.kegiatan.len()).any(gets) {
        sink.push(Diagnostic::at(&RULE, at).with("apa", &NEVER));
    }
}

/// Whether an applicant is told in a row what came of it: the answer to a complaint is no paper.
fn is_told(procedure: &Procedure, row: KegiatanId, applicants: &[PelaksanaId]) -> bool {
    let sop = &procedure.sop;
    let told = sop[row].tembusan.as_deref().map(fold).unwrap_or_default();
    let informs = procedure.kalimat(row).does(VerbClass::Inform);
    let said = if informs { fold(&sop[row].uraian) } else { String::new() };
    let mut names = applicants.iter().map(|lane| fold(&sop[*lane].pendek));
    (informs || !told.is_empty()) && names.any(|name| holds(&told, &name) || holds(&said, &name))
}
