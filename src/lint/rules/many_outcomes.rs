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

/// What the drawing would say later.
static NO_SIDE_LEFT: Text = Text {
    id: "bagi menjadi dua keputusan berurutan: belah ketupat hanya bersisi empat, sehingga bagan ini tidak dapat dicetak",
    en: "divide it into two decisions, one after the other: a diamond has four sides, so that this chart cannot be printed",
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for (at, simpul) in sop.simpul.iter().enumerate() {
        if let Setelah::Jika(cabang) = &simpul.setelah
            && cabang.len() > 2
        {
            let id = SimpulId::from_index(at);
            let entered = procedure.flow.before(id).next().is_some();
            let found = Diagnostic::at(&RULE, simpul.span)
                .with("nomor", sop[simpul.kegiatan].nomor.to_string())
                .with("pelaksana", sop.pelaku(id))
                .with("banyak", cabang.len());
            let fits = cabang.len() + usize::from(entered) <= 4 * simpul.oleh.len();
            sink.push(if fits { found } else { found.help(&NO_SIDE_LEFT) });
        }
    }
}
