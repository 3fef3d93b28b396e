//! `SOP204` no-way-out: no end can be reached from here.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::groups;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP204",
    name: "no-way-out",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "dari kegiatan {nomor} prosedur tidak pernah sampai selesai",
        en: "from row {nomor} the procedure never comes to an end",
    },
    help: Some(Text {
        id: "tambahkan `alur: selesai`, atau arahkan salah satu hasil keluar dari putaran ini",
        en: "add `alur: selesai`, or let one of the outcomes lead out of this loop",
    }),
    basis: Some("R41, R51"),
    page: page!("SOP204"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let (sop, reach) = (&procedure.sop, &procedure.reach);
    // Without any end this would be said of every row; what is not reached is reported as that.
    if reach.to_end.contains(&true) {
        for group in groups(sop, |id| reach.from_start[id.index()] && !reach.to_end[id.index()]) {
            sink.push(Diagnostic::at(&RULE, sop[group.first].span).with("nomor", group.names));
        }
    }
}
