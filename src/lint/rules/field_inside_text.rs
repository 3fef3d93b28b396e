//! `SOP542` field-inside-text: a field of the row stands inside a text, and is printed as a part of it.

use crate::analysis::Procedure;
use crate::analysis::tulisan::Mark;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Kegiatan, Key};
use crate::page;
use crate::source::Span;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP542",
    name: "field-inside-text",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: isian `{isian}:` berada di tengah teks, sehingga tercetak sebagai bagiannya",
        en: "row {nomor}: the field `{isian}:` stands inside a text, and is printed as a part of it",
    },
    help: Some(Text {
        id: "tulis `{isian}:` di barisnya sendiri, di bawah kegiatan ini",
        en: "write `{isian}:` on a line of its own, below this row",
    }),
    basis: None,
    page: page!("SOP542"),
};

const FIELDS: [Key; 4] = [Key::Kelengkapan, Key::Waktu, Key::Output, Key::Keterangan];

fn check(procedure: &Procedure, sink: &mut Sink) {
    for (text, tulisan) in procedure.tulisan_with(Mark::Colon) {
        if let Some(row) = tulisan.bagian.row() {
            look(&procedure.sop[row], text, tulisan.place, sink);
        }
    }
    for row in &procedure.sop.kegiatan {
        if let Some((text, place)) = row.keterangan.as_deref().zip(row.keterangan_span) {
            look(row, text, place, sink);
        }
    }
}

fn look(row: &Kegiatan, text: &str, place: Span, sink: &mut Sink) {
    let colons = memchr::memchr_iter(b':', text.as_bytes());
    let labels = colons.map(|colon| text[..colon].trim_end());
    let key = labels
        .filter_map(|before| before.rsplit(' ').next())
        .find_map(|word| FIELDS.into_iter().find(|key| word.eq_ignore_ascii_case(key.word())));
    if let Some(key) = key {
        let found = Diagnostic::at(&RULE, place).with("nomor", row.nomor.to_string());
        sink.push(found.with("isian", key.word()));
    }
}
