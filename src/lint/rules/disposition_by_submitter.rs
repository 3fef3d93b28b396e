//! `SOP574` disposition-by-submitter: who submits something upwards is said to make the disposition on it.

use crate::analysis::Procedure;
use crate::analysis::kalimat::VerbClass;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::KegiatanId;
use crate::page;
use crate::text::{Text, fold};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP574",
    name: "disposition-by-submitter",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: {pelaksana} mengajukan, tetapi outputnya `{output}`, yang dibuat oleh atasan yang menerima",
        en: "row {nomor}: {pelaksana} submits, but the output is `{output}`, which the superior who receives it makes",
    },
    help: Some(Text {
        id: "tulis yang diajukan sebagai output di sini, dan disposisi sebagai output kegiatan atasan",
        en: "write what is submitted as the output here, and the disposition as the output of the superior's row",
    }),
    basis: Some("R84"),
    page: page!("SOP574"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for (at, row) in sop.kegiatan.iter().enumerate() {
        let id = KegiatanId::from_index(at);
        let kalimat = procedure.kalimat(id);
        let hands_up =
            kalimat.class() == Some(VerbClass::Submit) && kalimat.handovers.iter().any(|it| it.kepada);
        if !hands_up || kalimat.does(VerbClass::Order) {
            continue;
        }
        for output in row.mutu_baku.output.iter().filter(|output| fold(&output.teks) == "disposisi") {
            let names = sop.simpul_dari(id).next().map(|(place, _)| sop.pelaku(place)).unwrap_or_default();
            sink.push(
                Diagnostic::at(&RULE, output.span)
                    .with("nomor", row.nomor.to_string())
                    .with("pelaksana", names)
                    .with("output", &*output.teks),
            );
        }
    }
}
