//! `SOP301` missing-waktu: a row does not say how long.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::missing_column;
use crate::model::{Kegiatan, Key};
use crate::page;
use crate::syntax::time_said;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP301",
    name: "missing-waktu",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "waktu belum diisi pada kegiatan {nomor}",
        en: "waktu is not filled in for row {nomor}",
    },
    help: Some(Text {
        id: "tambahkan misalnya `waktu: 30 menit`, atau `waktu: -` bila memang tidak ada",
        en: "add for example `waktu: 30 menit`, or `waktu: -` if there is none",
    }),
    basis: Some("R73"),
    page: page!("SOP301"),
};

static LINE_OF_ITS_OWN: Text = Text {
    id: "waktunya ada di dalam kalimat; tulis pada baris sendiri di bawahnya: `{dekat}`",
    en: "its time stands in the sentence; write it on a line of its own below: `{dekat}`",
};
static MOVE: Text = Text { id: "pindahkan ke barisnya sendiri", en: "move it to a line of its own" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    missing_column(
        procedure,
        &RULE,
        Key::Waktu,
        |mutu_baku| mutu_baku.waktu.is_empty(),
        in_the_sentence,
        sink,
    );
}

/// `Mendaftar balita, 5 mnt`, `Menimbang balita (5 menit)`: the time that ends the sentence instead.
fn in_the_sentence(row: &Kegiatan, found: Diagnostic) -> Diagnostic {
    let text = row.uraian.trim_end_matches(['.', ';']);
    let bracket = || text.strip_suffix(')').and_then(|text| text.rfind(" ("));
    let Some(at) = bracket().or_else(|| text.rfind(", ")) else { return found };
    let Some(time) = time_said(text[at + ", ".len()..].trim_end_matches(')')) else { return found };
    let line = format!("waktu: {time}");
    let mut edits = vec![(row.letak(at..row.uraian.len()), String::new())];
    edits.extend(Fix::add_to_row(&MOVE, row.span, &line).edits);
    found.with("dekat", line).help(&LINE_OF_ITS_OWN).fix(Fix { title: &MOVE, edits, safe: false })
}
