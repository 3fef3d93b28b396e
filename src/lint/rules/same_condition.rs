//! `SOP217` same-condition: two outcomes of a decision with one and the same condition.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Cabang, Setelah, SimpulId};
use crate::page;
use crate::text::{Text, is_same_name};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP217",
    name: "same-condition",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: dua hasil keputusan {pelaksana} bersyarat sama, `{kondisi}`",
        en: "row {nomor}: two outcomes of the decision of {pelaksana} have the same condition, `{kondisi}`",
    },
    help: Some(Text {
        id: "tulis pada tiap hasil syaratnya sendiri, misalnya `ya, lengkap` dan `tidak, tidak lengkap`",
        en: "write at each outcome its own condition, as in `ya, lengkap` and `tidak, tidak lengkap`",
    }),
    basis: Some("R44"),
    page: page!("SOP217"),
};

static FIRST: Text = Text { id: "syarat yang sama", en: "the same condition" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for (at, simpul) in sop.simpul.iter().enumerate() {
        let Setelah::Jika(cabang) = &simpul.setelah else { continue };
        for (index, outcome) in cabang.iter().enumerate() {
            let Some(kondisi) = &outcome.kondisi else { continue };
            let same =
                |other: &&Cabang| other.kondisi.as_deref().is_some_and(|other| is_same_name(other, kondisi));
            if let Some(first) = cabang[..index].iter().find(same) {
                sink.push(
                    Diagnostic::at(&RULE, outcome.lanjutan.span)
                        .with("nomor", sop[simpul.kegiatan].nomor.to_string())
                        .with("pelaksana", sop.pelaku(SimpulId::from_index(at)))
                        .with("kondisi", kondisi.as_str())
                        .related(first.lanjutan.span, &FIRST),
                );
            }
        }
    }
}
