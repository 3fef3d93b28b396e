//! `SOP543` levels-in-one: a government and its office in one line of the agency.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::{excerpt, write_items};
use crate::model::Key;
use crate::page;
use crate::text::{Text, begins_unit_of_government, begins_with};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP543",
    name: "levels-in-one",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "`{teks}` memuat beberapa tingkat instansi dalam satu baris cetak",
        en: "`{teks}` holds several levels of the agency in one printed line",
    },
    help: Some(Text {
        id: "tulis tiap tingkat sebagai butir sendiri: {daftar}",
        en: "write each level as an item of its own: {daftar}",
    }),
    basis: Some("R02"),
    page: page!("SOP543"),
};

/// What the name of a regional government begins with.
const GOVERNMENTS: [&str; 4] = ["pemerintah ", "pemprov ", "pemkab ", "pemkot "];

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    for (text, place) in identitas.butir(Key::Instansi, &identitas.instansi) {
        if !GOVERNMENTS.iter().any(|word| begins_with(text, word)) {
            continue;
        }
        let begins = |rest: &str| begins_unit_of_government(rest.split(' ').next().unwrap_or_default());
        // `Pemerintah Kecamatan …` is one level.
        let starts = text.match_indices(' ').map(|(at, _)| at + 1).skip(2);
        let Some(at) = starts.into_iter().find(|at| begins(&text[*at..])) else { continue };
        let above = text[..at].trim_end_matches([' ', '-', '–', '/', ';', ',']);
        let found = Diagnostic::at(&RULE, place).with("teks", excerpt(text));
        let typed = procedure.naskah.at(place);
        let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        // What was typed line by line is meant so.
        let levels = if lines.len() > 1 { lines } else { vec![above, &text[at..]] };
        let shown: Vec<String> = levels.iter().map(|level| format!("`- {}`", excerpt(level))).collect();
        let found = found.with("daftar", shown);
        let on_key_line = procedure.naskah.at(procedure.naskah.lines(place)).trim_start();
        sink.push(match !on_key_line.starts_with('-') && identitas.instansi.len() == 1 {
            true => found.fix(write_items(procedure, place, 2, levels)),
            false => found,
        });
    }
}
