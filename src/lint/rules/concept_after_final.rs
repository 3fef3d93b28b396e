//! `SOP407` concept-after-final: a concept that is used after its final form exists.

use crate::analysis::Procedure;
use crate::analysis::dokumen::Keadaan;
use crate::analysis::flow::Target;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::{Lint, made_at, needed_at};
use crate::model::{Arah, DokumenId, KegiatanId};
use crate::page;
use crate::text::Text;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP407",
    name: "concept-after-final",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} memakai {konsep}, padahal {jadi} sudah dibuat pada kegiatan {lain}",
        en: "row {nomor} uses {konsep}, although {jadi} was made in row {lain}",
    },
    help: Some(Text {
        id: "pakailah bentuk akhirnya, atau perbaiki urutan kegiatannya",
        en: "use its final form, or mend the order of the rows",
    }),
    basis: Some("R81"),
    page: page!("SOP407"),
};

static MADE_HERE: Text = Text { id: "bentuk akhirnya dibuat di sini", en: "its final form is made here" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let concepts = || procedure.papers().papers().filter(|(_, paper)| paper.keadaan <= Keadaan::Draf);
    // By what a concept is of, where its final form is first made.
    let mut finals: BTreeMap<&str, Option<(DokumenId, KegiatanId)>> =
        concepts().map(|(id, concept)| (concept.pokok(&sop[id]), None)).collect();
    finals.remove("");
    if finals.is_empty() {
        return;
    }
    for (id, paper) in procedure.papers().papers() {
        if let (Keadaan::Jadi | Keadaan::Ditandatangani, Some(row)) = (paper.keadaan, paper.made.first())
            && let Some(first) = finals.get_mut(paper.pokok(&sop[id]))
            && first.is_none_or(|(_, first)| *row < first)
        {
            *first = Some((id, *row));
        }
    }
    for (id, concept) in concepts() {
        let Some((done, made)) = finals.get(concept.pokok(&sop[id])).copied().flatten() else { continue };
        // A concept that is written anew afterwards is another one.
        let again = |row: KegiatanId| concept.made.iter().any(|it| *it >= made && *it < row);
        let late = |row: &&KegiatanId| **row > made && !again(**row) && follows(procedure, made, **row);
        let Some(row) = concept.needed.iter().find(late) else { continue };
        sink.push(
            Diagnostic::at(&RULE, needed_at(&sop[*row], id))
                .with("nomor", sop[*row].nomor.to_string())
                .with("konsep", format!("`{}`", sop[id].nama))
                .with("jadi", format!("`{}`", sop[done].nama))
                .with("lain", sop[made].nomor.to_string())
                .related(made_at(&sop[made], done), &MADE_HERE),
        );
    }
}

/// Whether the work comes from one row to another without going back.
fn follows(procedure: &Procedure, from: KegiatanId, to: KegiatanId) -> bool {
    let sop = &procedure.sop;
    let mut reached = vec![false; sop.kegiatan.len()];
    reached[from.index()] = true;
    // Arrows that do not go back lead to later places only.
    for edge in procedure.flow.edges.iter().filter(|edge| edge.arah == Arah::Maju) {
        if let Target::Simpul(next) = edge.to {
            reached[sop[next].kegiatan.index()] |= reached[sop[edge.from].kegiatan.index()];
        }
    }
    reached[to.index()]
}
