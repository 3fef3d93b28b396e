//! `SOP304` limit-impossible: a limit that the times of the rows themselves exceed.

use crate::analysis::Procedure;
use crate::analysis::time::Run;
use crate::diag::{Diagnostic, Rule, Severity, Sink, Step};
use crate::lint::Lint;
use crate::model::{KegiatanId, Sop};
use crate::page;
use crate::sorting;
use crate::text::{Arg, Lang, Text};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

// A warning, although no one can keep such a limit: the sheet can still be printed, and an office must be able to
// print what it has approved.
static RULE: Rule = Rule {
    code: "SOP304",
    name: "limit-impossible",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "batas `{batas}` tidak dapat dipenuhi: hingga kegiatan {nomor} perlu paling sedikit {lama}, \
             {lebih} melebihi batasnya",
        en: "the limit `{batas}` cannot be met: up to row {nomor} it takes at least {lama}, {lebih} too long",
    },
    help: Some(Text {
        id: "dihitung sepanjang kegiatan {jalan}; waktu terbanyak ada pada kegiatan {baris}: perpendek waktunya atau \
             longgarkan batasnya",
        en: "added up along rows {jalan}; most of it goes into row {baris}: shorten its time or widen the limit",
    }),
    basis: Some("R28"),
    page: page!("SOP304"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let (sop, time) = (&procedure.sop, procedure.time());
    for (batas, holding) in sop.batas.iter().zip(&time.limits) {
        let Some(holding) = holding else { continue };
        let (Some(excess), Some(last)) = (holding.excess(), holding.least.rows.last()) else { continue };
        let mut longest: Vec<KegiatanId> = holding.least.rows.clone();
        sorting::by_key(&mut longest, |row| std::cmp::Reverse(time.rows[row.index()].kerja.dari));
        longest.truncate(3);
        let rows = |lang: Lang| {
            let row = |row: &KegiatanId| {
                format!("{} ({})", sop[*row].nomor, time.words(time.rows[row.index()].kerja.dari, lang))
            };
            longest.iter().map(row).collect::<Vec<_>>().join(", ")
        };
        sink.push(
            Diagnostic::at(&RULE, batas.span)
                .with("batas", batas.teks.as_str())
                .with("nomor", sop[*last].nomor.to_string())
                .with("lama", Arg::both(|lang| time.words_of(holding, holding.least.minutes, lang)))
                .with("lebih", Arg::both(|lang| time.words_of(holding, excess, lang)))
                .with("baris", Arg::both(rows))
                .run(steps(sop, &holding.least)),
        );
    }
}

/// The rows of the shortest way: even it is too long.
fn steps(sop: &Sop, run: &Run) -> Vec<Step> {
    let step = |row: &KegiatanId| Step {
        place: sop[*row].simpul.start,
        label: sop[*row].nomor.to_string(),
        answer: None,
        span: sop[*row].nomor_span,
    };
    run.rows.iter().map(step).collect()
}
