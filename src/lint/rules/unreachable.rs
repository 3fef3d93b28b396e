//! `SOP202` unreachable: no arrow leads here.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::groups;
use crate::model::{KegiatanId, SimpulId};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP202",
    name: "unreachable",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} tidak tercapai: {sebab}",
        en: "row {nomor} is never reached: {sebab}",
    },
    help: Some(Text {
        id: "arahkan alur kegiatan {dekat} ke sini, atau hapus yang tidak terpakai",
        en: "let row {dekat} lead here, or delete what is not used",
    }),
    basis: Some("R43"),
    page: page!("SOP202"),
};

static START_TOGETHER: Text = Text {
    id: "bila ini berjalan bersama kegiatan lain, tulis `bersamaan: …` pada kegiatan yang memulai keduanya; bila tidak, arahkan alur kegiatan {dekat} ke sini",
    en: "if this goes on beside other rows, write `bersamaan: …` in the row that starts them all; if not, let row {dekat} lead here",
};
static AWAITED: Text = Text {
    id: "kegiatan {tujuan} menunggu kegiatan {dekat}, sehingga pekerjaan langsung ke sana: betulkan nomor pada `menunggu`, atau tulis `alur` pada kegiatan {dekat}",
    en: "row {tujuan} waits for row {dekat}, so that the work goes there at once: mend the number at `menunggu`, or write an `alur` in row {dekat}",
};
static NO_WAY: Text = Text { id: "tidak ada alur yang sampai ke sini", en: "no way leads here" };
static NEVER_USED_UP: Text = Text {
    id: "batas pengembalian yang alurnya sampai ke sini tidak pernah habis",
    en: "the limit of returns after which the work comes here is never used up",
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let reached = &procedure.reach.from_start;
    let never = &procedure.sound.never;
    let faults: [(&dyn Fn(SimpulId) -> bool, &'static Text); 2] =
        [(&|id| !reached[id.index()], &NO_WAY), (&|id| never.contains(&id), &NEVER_USED_UP)];
    if never.is_empty() && !reached.contains(&false) {
        return;
    }
    for (fault, reason) in faults {
        // Rows that follow each other are one finding: what leads to the first of them usually mends them all.
        for group in groups(sop, fault) {
            let before =
                sop.simpul[..group.first.index()].iter().zip(reached).rev().find(|(_, reached)| **reached);
            let near = before.map_or(KegiatanId(0), |(simpul, _)| simpul.kegiatan);
            let found = Diagnostic::at(&RULE, sop[group.first].span)
                .with("nomor", group.names)
                .with("sebab", reason)
                .with("dekat", sop[near].nomor.to_string());
            let unreached = |id: &SimpulId| fault(*id) && *id >= group.first;
            let waiting =
                |of: &dyn Fn(&SimpulId) -> bool| sop.simpul.iter().find(|it| it.menunggu.iter().any(of));
            let next = KegiatanId(near.0 + 1) == sop[group.first].kegiatan;
            sink.push(match waiting(&|id| next && sop[*id].kegiatan == near) {
                Some(join) => found.with("tujuan", sop[join.kegiatan].nomor.to_string()).help(&AWAITED),
                None if waiting(&unreached).is_some() => found.help(&START_TOGETHER),
                None => found,
            });
        }
    }
}
