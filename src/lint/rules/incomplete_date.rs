//! `SOP504` incomplete-date: a date without its day, month or year.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP504",
    name: "incomplete-date",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text { id: "`{kata}` belum lengkap: {tanggal}", en: "`{kata}` is not complete: {tanggal}" },
    help: Some(Text {
        id: "tulis hari, bulan, dan tahun, misalnya `30 November 2023`",
        en: "write day, month and year, for example `30 November 2023`",
    }),
    basis: Some("R06"),
    page: page!("SOP504"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    for (key, isian) in identitas.dates() {
        let Some(tanggal) = isian.isi() else { continue };
        // A date of which nothing could be read was reported when it was read; dots stand for what is to come.
        let parts = [tanggal.hari.is_some(), tanggal.bulan.is_some(), tanggal.tahun.is_some()];
        if parts == [false; 3] && !tanggal.teks.contains(['.', '…', '_']) {
            continue;
        }
        if parts.contains(&false) {
            sink.push(
                Diagnostic::at(&RULE, identitas.span(key).unwrap_or_default())
                    .with("kata", key.word())
                    .with("tanggal", tanggal.teks.as_str()),
            );
        }
    }
}
