//! `SOP220` single-actor: an administrative procedure of one actor.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Key;
use crate::page;
use crate::source::Span;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP220",
    name: "single-actor",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "`jenis: administratif`, tetapi hanya {nama} yang bertindak",
        en: "`jenis: administratif`, but only {nama} acts",
    },
    help: Some(Text {
        id: "prosedur dengan satu pelaksana adalah `teknis`; bila ada pelaksana lain, tulis pada kegiatannya",
        en: "a procedure of one actor is `teknis`; if there are other actors, write them at their rows",
    }),
    basis: Some("R33"),
    page: page!("SOP220"),
};

static WRITE_TEKNIS: Text = Text { id: "tulis `teknis`", en: "write `teknis`" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let mut acting = sop.simpul.iter().flat_map(|simpul| &simpul.oleh).copied();
    if let Some(only) = acting.next()
        && acting.all(|lane| lane == only)
        && sop.identitas.is_of_kind("administratif")
    {
        let at = sop.identitas.span(Key::Jenis).unwrap_or_default();
        let mut finding = Diagnostic::at(&RULE, at).with("nama", sop[only].pendek.as_str());
        if let Some(word) = procedure.naskah.at(at).to_ascii_lowercase().find("administratif") {
            let start = at.start as usize + word;
            let edits = vec![(Span::new(start, start + "administratif".len()), "teknis".to_owned())];
            finding = finding.fix(Fix { title: &WRITE_TEKNIS, edits, safe: false });
        }
        sink.push(finding);
    }
}
