//! `SOP302` time-in-words: a time without a number.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Waktu;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP302",
    name: "time-in-words",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: waktu `{waktu}` tidak menyebut lama dan tidak ikut dijumlahkan",
        en: "row {nomor}: the time `{waktu}` gives no number and is left out of sums",
    },
    help: Some(Text {
        id: "tulis lamanya bila ada batasnya, misalnya `paling lama 3 hari kerja`",
        en: "write how long if there is a limit, for example `paling lama 3 hari kerja`",
    }),
    basis: Some("R74, R75"),
    page: page!("SOP302"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    for row in &procedure.sop.kegiatan {
        // Words that the language does not know were reported where they were read.
        let words = |waktu: &Waktu| waktu.durasi.is_none() && waktu.kata_dikenal;
        for time in row.mutu_baku.waktu.iter().filter(|time| words(&time.waktu)) {
            sink.push(
                Diagnostic::at(&RULE, time.span)
                    .with("nomor", row.nomor.to_string())
                    .with("waktu", time.waktu.teks.as_str()),
            );
        }
    }
}
