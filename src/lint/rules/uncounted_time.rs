//! `SOP312` uncounted-time: so much was written that not all of it is added up.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP312",
    name: "uncounted-time",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "{apa} mulai dari sini tidak dihitung: terlalu banyak untuk satu SOP",
        en: "{apa} from here on are not counted: there are too many for one procedure",
    },
    help: Some(Text {
        id: "bagi menjadi beberapa SOP yang saling merujuk",
        en: "divide it into several procedures that refer to each other",
    }),
    basis: None,
    page: page!("SOP312"),
};

static RETURNS: Text = Text { id: "lamanya pengembalian", en: "the times of returns" };
static LIMITS: Text = Text { id: "batas waktu", en: "limits" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let (sop, uncounted) = (&procedure.sop, procedure.time().uncounted);
    if let Some(place) = uncounted.returns {
        sink.push(Diagnostic::at(&RULE, sop.kegiatan_dari(place).nomor_span).with("apa", &RETURNS));
    }
    if let Some(limit) = uncounted.limits.and_then(|at| sop.batas.get(at)) {
        sink.push(Diagnostic::at(&RULE, limit.span).with("apa", &LIMITS));
    }
}
