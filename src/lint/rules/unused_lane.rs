//! `SOP201` unused-lane: a lane in which nobody acts.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP201",
    name: "unused-lane",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "lajur {nama} tidak bertindak pada kegiatan mana pun",
        en: "nobody acts in the lane {nama}",
    },
    help: Some(Text {
        id: "hapus dari daftar `pelaksana`, atau tulis pada kegiatan yang dilakukannya",
        en: "delete it from the list `pelaksana`, or write it at the row that it does",
    }),
    basis: Some("R37"),
    page: page!("SOP201"),
};

static REMOVE_LANE: Text = Text { id: "hapus dari daftar", en: "delete it from the list" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let mut used = vec![false; sop.pelaksana.len()];
    let acting = sop.simpul.iter().flat_map(|simpul| &simpul.oleh);
    for lane in acting.chain(sop.kegiatan.iter().flat_map(|row| &row.disebut)) {
        used[lane.index()] = true;
    }
    for (lane, used) in sop.pelaksana.iter().zip(used) {
        if let (Some(span), false) = (lane.span, used) {
            let fix = Fix::remove(&REMOVE_LANE, span);
            sink.push(Diagnostic::at(&RULE, span).with("nama", lane.pendek.as_str()).fix(fix));
        }
    }
}
