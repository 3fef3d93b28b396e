//! `SOP534` long-sentence: rows whose text nobody takes in at a glance.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::shorten;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP534",
    name: "long-sentence",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {daftar}: kalimatnya lebih dari {batas} karakter (termasuk spasi)",
        en: "rows {daftar}: the text has more than {batas} characters (with blanks)",
    },
    help: Some(Text {
        id: "bagi menjadi dua kegiatan, atau pindahkan rinciannya ke butir `- …` di bawahnya",
        en: "divide it into two rows, or move the details to items `- …` below it",
    }),
    basis: Some("R69"),
    page: page!("SOP534"),
};

/// Nine of ten rows of the approved SOPs that were measured are shorter.
const LONGEST: usize = 105;

fn check(procedure: &Procedure, sink: &mut Sink) {
    let long = procedure
        .sop
        .kegiatan
        .iter()
        .filter(|row| row.uraian.len() > LONGEST && row.uraian.chars().count() > LONGEST);
    let rows: Vec<_> = long.collect();
    if let Some(first) = rows.first() {
        let mut numbers: Vec<String> = rows.iter().map(|row| row.nomor.to_string()).collect();
        shorten(&mut numbers);
        sink.push(Diagnostic::at(&RULE, first.uraian_span).with("daftar", numbers).with("batas", LONGEST));
    }
}
