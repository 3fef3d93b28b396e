//! `SOP210` many-outcomes: a decision with more than two outcomes.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Setelah, SimpulId};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP210",
    name: "many-outcomes",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: keputusan {pelaksana} mempunyai {banyak} hasil; belah ketupat yang baku mempunyai dua",
        en: "row {nomor}: the decision of {pelaksana} has {banyak} outcomes; the regular diamond has two",
    },
    help: Some(Text {
        id: "bagi menjadi dua keputusan berurutan bila mungkin",
        en: "divide it into two decisions, one after the other, if possible",
    }),
    basis: Some("R44"),
    page: page!("SOP210"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for (at, simpul) in sop.simpul.iter().enumerate() {
        if let Setelah::Jika(cabang) = &simpul.setelah
            && cabang.len() > 2
        {
            sink.push(
                Diagnostic::at(&RULE, simpul.span)
                    .with("nomor", sop[simpul.kegiatan].nomor.to_string())
                    .with("pelaksana", sop.pelaku(SimpulId::from_index(at)))
                    .with("banyak", cabang.len()),
            );
        }
    }
}
