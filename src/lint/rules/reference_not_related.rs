//! `SOP540` reference-not-related: a row refers to a SOP that `keterkaitan` does not name.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::ListEnd;
use crate::model::Key;
use crate::page;
use crate::regulation::title_key;
use crate::text::Text;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP540",
    name: "reference-not-related",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} merujuk `{nama}`, tetapi `keterkaitan` tidak memuatnya",
        en: "row {nomor} refers to `{nama}`, which `keterkaitan` does not list",
    },
    help: Some(Text {
        id: "tambahkan di `keterkaitan`, atau samakan namanya bila SOP itu sudah tercantum dengan nama lain",
        en: "add it to `keterkaitan`, or write the same name where that SOP is listed by another one",
    }),
    basis: Some("R26"),
    page: page!("SOP540"),
};

/// So many related SOPs are looked at for a part of their name.
const LONGEST_LIST: usize = 100;

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    // An empty list is told as such.
    if identitas.keterkaitan.is_empty() || procedure.sop.kegiatan.iter().all(|row| row.merujuk.is_empty()) {
        return;
    }
    let related: Vec<String> = identitas.keterkaitan.iter().map(|title| title_key(title)).collect();
    // One of the two may say more than the name, its number for one.
    let alike = |title: &str| {
        let mut shown = related.iter().take(LONGEST_LIST);
        shown.any(|related| related.contains(title) || title.contains(related.as_str()))
    };
    let mut known: BTreeSet<String> = related.iter().cloned().collect();
    let mut end = None;
    for row in &procedure.sop.kegiatan {
        for (title, place) in row.merujuk.iter().zip(&row.merujuk_span) {
            let own = title_key(title);
            if known.contains(&own) || alike(&own) {
                continue;
            }
            known.insert(own);
            let mut found = Diagnostic::at(&RULE, *place)
                .with("nomor", row.nomor.to_string())
                .with("nama", title.as_str());
            let end =
                end.get_or_insert_with(|| ListEnd::of(procedure, Key::Keterkaitan, &identitas.keterkaitan));
            found.fix = end.as_ref().map(|end| end.add(title));
            sink.push(found);
        }
    }
}
