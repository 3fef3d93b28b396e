//! `SOP204` no-way-out: work that goes round for ever.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::{Lint, shorten, steps};
use crate::model::KegiatanId;
use crate::page;
use crate::text::Text;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP204",
    name: "no-way-out",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "pekerjaan berputar pada kegiatan {nomor} dan tidak pernah selesai: {jalan}",
        en: "the work goes round in row {nomor} and never comes to an end: {jalan}",
    },
    help: Some(Text {
        id: "tambahkan `alur: selesai`, atau arahkan salah satu hasil keluar dari putaran ini",
        en: "add `alur: selesai`, or let one of the outcomes lead out of this loop",
    }),
    basis: Some("R41, R51"),
    page: page!("SOP204"),
};

static ITSELF: Text = Text {
    id: "arahkan `alur` kegiatan ini ke kegiatan lain; bila berlanjut ke kegiatan di bawahnya, hapus saja barisnya",
    en: "let the `alur` of this row lead to another row; if the work goes on to the row below, delete the line",
};
static FROM_START: Text = Text { id: "sejak kegiatan pertama", en: "from the first row on" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    // Without any end this would be said of the whole procedure.
    let Some(fault) = procedure.sound.endless.as_ref().filter(|_| procedure.reach.to_end.contains(&true))
    else {
        return;
    };
    // Where the loop closes.
    let Some(last) = fault.places.last() else { return };
    let rows: BTreeSet<KegiatanId> = fault.places.iter().map(|place| sop[*place].kegiatan).collect();
    let mut names: Vec<String> = rows.iter().map(|row| sop[*row].nomor.to_string()).collect();
    shorten(&mut names);
    let mut finding = Diagnostic::at(&RULE, sop[*last].span).with("nomor", names);
    if fault.places.len() == 1 && !sop[*last].memutuskan() {
        finding = finding.help(&ITSELF);
    }
    sink.push(match fault.run.as_slice() {
        [] => finding.with("jalan", &FROM_START),
        run => finding.run(steps(sop, run)),
    });
}
