//! `SOP526` numbered-item: an item whose text brings a number of its own.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::{excerpt, mend};
use crate::model::Key;
use crate::page;
use crate::text::{Text, numbered_parts, own_mark};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP526",
    name: "numbered-item",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "butir `{teks}` membawa nomor atau tanda sendiri, padahal nomor dicetak oleh program",
        en: "the item `{teks}` brings its own number or mark, and numbers are printed by the program",
    },
    help: Some(Text {
        id: "hapus nomor atau tandanya; butir dicetak bernomor urut",
        en: "delete the number or mark; items are printed in order with theirs",
    }),
    basis: Some("R31"),
    page: page!("SOP526"),
};

static SEVERAL: Text = Text {
    id: "ada beberapa butir di sini; tulis masing-masing pada barisnya sendiri dengan `- `",
    en: "there are several items here; write each on a line of its own with `- `",
};
static DROP: Text =
    Text { id: "hapus nomor atau tanda di depan butir", en: "delete the number or mark before the item" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    // The printed sheet numbers its six boxes; what stands in other lists is not printed with numbers.
    let printed = |key| !matches!(key, Key::Instansi | Key::DokumenLuar | Key::Catatan);
    for (key, items) in identitas.lists().into_iter().filter(|(key, _)| printed(*key)) {
        for (text, place) in identitas.butir(key, items) {
            let Some(end) = own_mark(text) else { continue };
            let mut found = Diagnostic::at(&RULE, place).with("teks", excerpt(text));
            if numbered_parts(text).is_some() {
                found = found.help(&SEVERAL);
            } else {
                found.fix = mend(procedure, (place, text), [(0..end, "")], &DROP);
            }
            sink.push(found);
        }
    }
}
