//! `SOP225` no-side-left: a decision with more outcomes than a diamond has sides.

use super::many_outcomes::{Sides, many_outcomes};
use crate::analysis::Procedure;
use crate::diag::{Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP225",
    name: "no-side-left",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: keputusan {pelaksana} mempunyai {banyak} hasil, lebih banyak daripada sisi belah ketupat yang masih bebas, sehingga bagannya tidak dapat dicetak",
        en: "row {nomor}: the decision of {pelaksana} has {banyak} outcomes, more than its diamond has free sides, so that the chart cannot be printed",
    },
    help: Some(Text {
        id: "bagi menjadi dua keputusan berurutan: belah ketupat bersisi empat, dan satu di antaranya bagi panah yang masuk",
        en: "divide it into two decisions, one after the other: a diamond has four sides, and one is for the arrow that comes in",
    }),
    basis: Some("R44"),
    page: page!("SOP225"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    many_outcomes(procedure, &RULE, Sides::TooFew).for_each(|found| sink.push(found));
}
