//! `SOP410` semicolon-between-papers: papers with `;` between them are read as one.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Butir;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP410",
    name: "semicolon-between-papers",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: `{teks}` terbaca sebagai satu dokumen",
        en: "row {nomor}: `{teks}` is read as one paper",
    },
    help: Some(Text {
        id: "pisahkan dengan koma, atau tulis tiap dokumen pada barisnya sendiri dengan `- `",
        en: "put commas between them, or write each on a line of its own with `- `",
    }),
    basis: None,
    page: page!("SOP410"),
};

static WRITE_COMMAS: Text = Text { id: "pisahkan dengan koma", en: "put commas between them" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    for row in &procedure.sop.kegiatan {
        for butir in row.mutu_baku.kelengkapan.iter().chain(&row.mutu_baku.output) {
            if !is_several(butir) {
                continue;
            }
            let found = Diagnostic::at(&RULE, butir.span)
                .with("nomor", row.nomor.to_string())
                .with("teks", butir.teks.as_str());
            // A name on a line of its own may hold commas.
            sink.push(match butir.baris_sendiri {
                true => found,
                false => {
                    let typed = procedure.naskah.at(butir.span);
                    found.fix(Fix::replace(&WRITE_COMMAS, butir.span, typed.replace(';', ",")))
                }
            });
        }
    }
}

/// In brackets a semicolon may belong to the name.
fn is_several(butir: &Butir) -> bool {
    let parts = butir.teks.split(';').filter(|part| !part.trim().is_empty());
    parts.count() > 1 && !butir.teks.contains('(')
}
