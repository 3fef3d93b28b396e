//! `SOP509` date-style: the name of a month that is not written as the others are.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::mend;
use crate::page;
use crate::text::{Text, months};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP509",
    name: "date-style",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "nama bulan dalam `{kata}` ditulis {tertulis}, bukan {baku}",
        en: "the month in `{kata}` is written {tertulis}, not {baku}",
    },
    help: Some(Text {
        id: "tulis semua tanggal dengan satu cara, misalnya `30 November 2023`",
        en: "write all dates in one way, for example `30 November 2023`",
    }),
    basis: Some("R10"),
    page: page!("SOP509"),
};

static WRITE_MONTH: Text = Text { id: "tulis nama bulan yang baku", en: "write the usual name of the month" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    for (key, isian) in identitas.dates() {
        let Some(date) = isian.isi() else { continue };
        let Some(usual) = date.bulan.and_then(months::in_date) else { continue };
        for (text, place) in identitas.butir(key, [&date.teks]) {
            let Some(typed) = text.split(' ').find(|word| word.starts_with(char::is_alphabetic)) else {
                continue;
            };
            if typed == usual {
                continue;
            }
            let at = typed.as_ptr() as usize - text.as_ptr() as usize;
            let edit = (at..at + typed.len(), usual.as_str());
            let mut found = Diagnostic::at(&RULE, place).with("kata", key.word());
            found.fix = mend(procedure, (place, text), [edit], &WRITE_MONTH);
            sink.push(found.with("tertulis", typed).with("baku", usual.as_str()));
        }
    }
}
