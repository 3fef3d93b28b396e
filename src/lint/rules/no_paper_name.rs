//! `SOP411` no-paper-name: what stands for a paper names none.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP411",
    name: "no-paper-name",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: `{teks}` tidak menyebut dokumen",
        en: "row {nomor}: `{teks}` names no paper",
    },
    help: Some(Text {
        id: "tulis nama dokumennya di sini juga; daftar periksa menanyakan tiap dokumen dengan namanya",
        en: "write the paper's name here, too; the checklist asks for every paper by its name",
    }),
    basis: None,
    page: page!("SOP411"),
};

/// What people write in place of a name, without its full stops.
const NO_NAMES: [&str; 14] = [
    "idem",
    "sda",
    "s d a",
    "sama",
    "dst",
    "dll",
    "dsb",
    "dkk",
    "dan lain-lain",
    "lain-lain",
    "dan lainnya",
    "dan sebagainya",
    "dan seterusnya",
    "sama dengan di atas",
];

fn check(procedure: &Procedure, sink: &mut Sink) {
    for row in &procedure.sop.kegiatan {
        for butir in row.mutu_baku.kelengkapan.iter().chain(&row.mutu_baku.output) {
            let name = &procedure.sop[butir.dokumen];
            let plain = name.kunci.replace('.', "");
            let plain = plain.trim().trim_start_matches("dan ");
            let ditto = plain.chars().all(|c| matches!(c, '"' | '”' | '“' | '〃' | '-' | ' '));
            if ditto || NO_NAMES.iter().any(|known| known.trim_start_matches("dan ") == plain) {
                let found = Diagnostic::at(&RULE, butir.span).with("nomor", row.nomor.to_string());
                sink.push(found.with("teks", name.nama.as_str()));
            }
        }
    }
}
