//! `SOP310` long-time: a row that takes longer than a year, which is mostly a slip of the finger.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::waktu;
use crate::model::{Satuan, Suku};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP310",
    name: "long-time",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: waktu `{waktu}` lebih dari setahun",
        en: "row {nomor}: the time `{waktu}` is more than a year",
    },
    help: Some(Text {
        id: "periksa angka dan satuannya; bila memang selama itu, pecah menjadi beberapa kegiatan",
        en: "check the number and its unit; if it does take that long, divide it into several rows",
    }),
    basis: Some("R74"),
    page: page!("SOP310"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let kalender = procedure.time().kalender();
    let year = [Suku { dari: 1000, sampai: 1000, satuan: Satuan::Tahun }];
    let year = waktu::jumlah(&year, kalender).sampai;
    for row in &procedure.sop.kegiatan {
        for time in &row.mutu_baku.waktu {
            let Some(durasi) = &time.waktu.durasi else { continue };
            if waktu::jumlah(&durasi.suku, kalender).dari > year {
                sink.push(
                    Diagnostic::at(&RULE, time.span)
                        .with("nomor", row.nomor.to_string())
                        .with("waktu", time.waktu.teks.as_str()),
                );
            }
        }
    }
}
