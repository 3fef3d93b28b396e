//! `SOP409` nothing-received: a party that receives work and no paper.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Arah, Key, SimpulId};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP409",
    name: "nothing-received",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: {pelaksana} menerima pekerjaan dari kegiatan {asal} tanpa dokumen apa pun",
        en: "row {nomor}: {pelaksana} receives the work of row {asal} without any paper",
    },
    help: Some(Text {
        id: "sebut dalam `kelengkapan` apa yang diterima, misalnya {dokumen}",
        en: "say in `kelengkapan` what is received, such as {dokumen}",
    }),
    basis: Some("R78"),
    page: page!("SOP409"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for row in &sop.kegiatan {
        let kelengkapan = &row.mutu_baku.kelengkapan;
        let none = row.mutu_baku.tidak_ada.contains(&Key::Kelengkapan) && kelengkapan.is_empty();
        let tools = !kelengkapan.is_empty() && kelengkapan.iter().all(|butir| sop[butir.dokumen].alat);
        if !none && !tools {
            continue;
        }
        let here = SimpulId(row.simpul.start);
        let mut before = procedure.flow.before(here).filter(|edge| edge.arah == Arah::Maju);
        let (Some(edge), None) = (before.next(), before.next()) else { continue };
        let from = sop.kegiatan_dari(edge.from);
        let other = sop[edge.from].oleh.iter().all(|lane| !sop[here].oleh.contains(lane));
        let papers = from.mutu_baku.output.iter().filter(|butir| !sop[butir.dokumen].alat);
        let names: Vec<String> = papers.map(|butir| format!("`{}`", sop[butir.dokumen].nama)).collect();
        if other && !names.is_empty() {
            sink.push(
                Diagnostic::at(&RULE, kelengkapan.first().map_or(row.nomor_span, |butir| butir.span))
                    .with("nomor", row.nomor.to_string())
                    .with("pelaksana", sop.pelaku(here))
                    .with("asal", from.nomor.to_string())
                    .with("dokumen", names),
            );
        }
    }
}
