//! `SOP206` same-target: a decision whose outcomes all lead to the same place.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Setelah, SimpulId};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP206",
    name: "same-target",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: semua hasil keputusan {pelaksana} menuju tempat yang sama",
        en: "row {nomor}: all outcomes of the decision of {pelaksana} lead to the same place",
    },
    help: Some(Text {
        id: "arahkan hasilnya ke tempat yang berbeda, atau hapus keputusannya",
        en: "let the outcomes lead to different places, or delete the decision",
    }),
    basis: Some("R44"),
    page: page!("SOP206"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for (at, simpul) in sop.simpul.iter().enumerate() {
        let Setelah::Jika(cabang) = &simpul.setelah else { continue };
        let Some((first, [.., last])) = cabang.split_first() else { continue };
        if cabang.iter().all(|cabang| cabang.lanjutan.ke == first.lanjutan.ke) {
            sink.push(
                Diagnostic::at(&RULE, last.lanjutan.span)
                    .with("nomor", sop[simpul.kegiatan].nomor.to_string())
                    .with("pelaksana", sop.pelaku(SimpulId::from_index(at))),
            );
        }
    }
}
