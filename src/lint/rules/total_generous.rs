//! `SOP306` total-generous: a total that is more than the longest run.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::{Lint, rewritten_total};
use crate::model::Key;
use crate::page;
use crate::text::{Arg, Lang, Text};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP306",
    name: "total-generous",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "waktu total `{total}` lebih {lebih} daripada jalan terpanjang menurut waktu tiap kegiatan, {lama}",
        en: "the total `{total}` is {lebih} more than the longest way by the times of the rows, {lama}",
    },
    help: Some(Text {
        id: "betulkan waktu total bila sisanya bukan cadangan untuk pengembalian",
        en: "mend the total, unless the rest is kept for returns",
    }),
    basis: Some("R85"),
    page: page!("SOP306"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let (sop, time) = (&procedure.sop, procedure.time());
    let (Some(total), Some(longest), Some(spare)) = (&sop.identitas.waktu_total, &time.longest, time.spare)
    else {
        return;
    };
    let at = sop.identitas.span(Key::WaktuTotal).unwrap_or_default();
    let fix = rewritten_total(total, &time.words(longest.minutes, Lang::Id), at);
    sink.push(
        Diagnostic::at(&RULE, at)
            .with("total", total.teks.as_str())
            .with("lama", Arg::both(|lang| time.words(longest.minutes, lang)))
            .with("lebih", Arg::both(|lang| time.words(spare, lang)))
            .fix(fix),
    );
}
