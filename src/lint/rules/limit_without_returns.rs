//! `SOP309` limit-without-returns: a limit that holds only if nothing is ever sent back.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::{Arg, Text};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP309",
    name: "limit-without-returns",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "batas `{batas}` hanya terpenuhi bila tidak ada yang dikembalikan: sisanya {sisa}, padahal kembali dari \
             kegiatan {dari} ke kegiatan {ke} menambah paling sedikit {tambahan}",
        en: "the limit `{batas}` holds only if nothing is sent back: {sisa} to spare, but going back from row {dari} to \
             row {ke} adds at least {tambahan}",
    },
    help: Some(Text {
        id: "perpendek waktu kegiatannya atau longgarkan batasnya, sehingga satu pengembalian masih muat",
        en: "shorten the times of the rows or widen the limit, so that one return still fits",
    }),
    basis: Some("R28"),
    page: page!("SOP309"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let (sop, time) = (&procedure.sop, procedure.time());
    for (batas, holding) in sop.batas.iter().zip(&time.limits) {
        let Some(holding) = holding else { continue };
        let Some(balik) = holding.balik else { continue };
        let spare = holding.allowed - holding.least.minutes;
        sink.push(
            Diagnostic::at(&RULE, batas.span)
                .with("batas", batas.teks.as_str())
                .with("sisa", Arg::both(|lang| time.words(spare, lang)))
                .with("dari", sop.kegiatan_dari(balik.dari).nomor.to_string())
                .with("ke", sop.kegiatan_dari(balik.ke).nomor.to_string())
                .with("tambahan", Arg::both(|lang| time.words(balik.sedikitnya, lang))),
        );
    }
}
