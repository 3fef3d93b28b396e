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
    many_outcomes(procedure, &RULE, Sides::Enough).for_each(|found| sink.push(found));
}

/// Whether a diamond has a side for each arrow.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sides {
    Enough,
    TooFew,
}

/// The decisions with more than two outcomes, as findings of a rule.
pub(super) fn many_outcomes<'p>(
    procedure: &'p Procedure,
    rule: &'static Rule,
    sides: Sides,
) -> impl Iterator<Item = Diagnostic> + 'p {
    let sop = &procedure.sop;
    sop.simpul.iter().enumerate().filter_map(move |(at, simpul)| {
        let Setelah::Jika(cabang) = &simpul.setelah else { return None };
        let id = SimpulId::from_index(at);
        let many = cabang.len() > 2;
        // Several acting together have a diamond each.
        let has = || {
            let entered = procedure.flow.before(id).next().is_some();
            let fit = cabang.len() + usize::from(entered) <= 4 * simpul.oleh.len();
            if fit { Sides::Enough } else { Sides::TooFew }
        };
        (many && has() == sides).then(|| {
            Diagnostic::at(rule, simpul.span)
                .with("nomor", sop[simpul.kegiatan].nomor.to_string())
                .with("pelaksana", sop.pelaku(id))
                .with("banyak", cabang.len())
        })
    })
}
