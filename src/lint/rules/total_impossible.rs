//! `SOP305` total-impossible: a total that is less than the shortest run.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::{Lint, rewritten_total};
use crate::model::Key;
use crate::page;
use crate::text::{Arg, Lang, Text};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP305",
    name: "total-impossible",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "waktu total `{total}` tidak cukup: menurut waktu tiap kegiatan, jalan terpendek pun perlu {lama}, \
             {lebih} lebih lama",
        en: "the total `{total}` is not enough: by the times of the rows even the shortest way takes {lama}, \
             {lebih} longer",
    },
    help: Some(Text {
        id: "betulkan waktu total, atau waktu kegiatannya; `sop time` memperlihatkan hitungannya",
        en: "mend the total, or the times of the rows; `sop time` shows the sum",
    }),
    basis: Some("R85"),
    page: page!("SOP305"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let Some(total) = &sop.identitas.waktu_total else { return };
    let time = procedure.time();
    let Some(holding) = &time.total else { return };
    let Some(excess) = holding.excess() else { return };
    let at = sop.identitas.span(Key::WaktuTotal).unwrap_or_default();
    let fix = rewritten_total(total, &time.words_of(holding, holding.least.minutes, Lang::Id), at);
    sink.push(
        Diagnostic::at(&RULE, at)
            .with("total", total.teks.as_str())
            .with("lama", Arg::both(|lang| time.words_of(holding, holding.least.minutes, lang)))
            .with("lebih", Arg::both(|lang| time.words_of(holding, excess, lang)))
            .fix(fix),
    );
}
