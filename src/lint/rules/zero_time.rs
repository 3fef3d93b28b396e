//! `SOP303` zero-time: a time of zero.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP303",
    name: "zero-time",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: waktu `{waktu}` adalah nol",
        en: "row {nomor}: the time `{waktu}` is zero",
    },
    help: Some(Text {
        id: "tulis lama yang sebenarnya, misalnya `5 menit`",
        en: "write how long it really takes, for example `5 menit`",
    }),
    basis: Some("R74"),
    page: page!("SOP303"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    for row in &procedure.sop.kegiatan {
        for time in &row.mutu_baku.waktu {
            let Some(durasi) = &time.waktu.durasi else { continue };
            if durasi.suku.iter().all(|suku| suku.sampai == 0) {
                sink.push(
                    Diagnostic::at(&RULE, time.span)
                        .with("nomor", row.nomor.to_string())
                        .with("waktu", time.waktu.teks.as_str()),
                );
            }
        }
    }
}
