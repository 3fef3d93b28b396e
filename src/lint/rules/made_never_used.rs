//! `SOP404` made-never-used: a paper that is made and leads nowhere.

use crate::analysis::Procedure;
use crate::analysis::dokumen::Keadaan;
use crate::analysis::flow::Target;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::names::Names;
use crate::lint::{Lint, holds, made_at};
use crate::model::{JenisPelaksana, KegiatanId, PelaksanaId};
use crate::page;
use crate::text::{Text, fold};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP404",
    name: "made-never-used",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "{dokumen} dibuat pada kegiatan {nomor}, tetapi tidak dipakai dan bukan hasil akhir",
        en: "{dokumen} is made in row {nomor}, but it is neither used nor a final result",
    },
    help: Some(Text {
        id: "tulis sebagai kelengkapan kegiatan yang memakainya, atau pada `pencatatan` bila disimpan",
        en: "write it as kelengkapan of the row that uses it, or under `pencatatan` if it is kept",
    }),
    basis: Some("R79"),
    page: page!("SOP404"),
};

/// Only a file that declares `dokumen luar` says that all its papers are accounted for.
fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    if sop.identitas.dokumen_luar.is_empty() {
        return;
    }
    let used = procedure.papers().papers().filter(|(_, paper)| !paper.needed.is_empty());
    let used = Names::of(used.map(|(id, _)| (id, sop[id].kunci())));
    let kept: Vec<String> = sop.identitas.pencatatan.iter().map(|kept| fold(kept)).collect();
    let kept = Names::of(kept.iter().map(|kept| ((), kept.as_str())));
    for (id, paper) in procedure.papers().papers() {
        let named_elsewhere = || {
            let name = sop[id].kunci();
            used.any_kin(name, |other, _| other != id) || kept.any_kin(name, |(), kept| holds(kept, name))
        };
        let [row] = paper.made.as_slice() else { continue };
        let stays = paper.keadaan == Keadaan::Arsip
            || ends(procedure, *row)
            || leaves(procedure, *row)
            || sop[*row].tembusan.is_some();
        if paper.needed.is_empty() && !stays && !named_elsewhere() {
            sink.push(
                Diagnostic::at(&RULE, made_at(&sop[*row], id))
                    .with("nomor", sop[*row].nomor.to_string())
                    .with("dokumen", format!("`{}`", sop[id].nama)),
            );
        }
    }
}

/// Whether the procedure can end with this row: what it makes is a result.
fn ends(procedure: &Procedure, row: KegiatanId) -> bool {
    let sop = &procedure.sop;
    let mut places = sop.simpul_dari(row);
    places.any(|(id, _)| procedure.flow.after(id).any(|edge| matches!(edge.to, Target::Akhir(_))))
}

/// Whether what a row makes is given to somebody outside the office: the last of its places is theirs, or its sentence
/// says so.
fn leaves(procedure: &Procedure, row: KegiatanId) -> bool {
    let sop = &procedure.sop;
    let outside = |lane: &PelaksanaId| sop[*lane].jenis == JenisPelaksana::Luar;
    let last = sop.simpul_dari(row).skip(1).last();
    let handed = &procedure.kalimat(row).handovers;
    let mut given = handed.iter().filter(|it| !it.back).filter_map(|it| it.to.as_ref());
    last.is_some_and(|(_, place)| place.oleh.iter().any(outside))
        || given.any(|party| !party.lanes.is_empty() && party.lanes.iter().all(outside))
}
