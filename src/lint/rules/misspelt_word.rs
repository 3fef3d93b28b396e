//! `SOP536` misspelt-word: words of the form that are often misspelt.

use crate::analysis::Procedure;
use crate::diag::Fix;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Key;
use crate::page;
use crate::regulation::misspelt;
use crate::source::Span;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP536",
    name: "misspelt-word",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "`{tertulis}` seharusnya dieja `{baku}`",
        en: "`{tertulis}` should be spelt `{baku}`",
    },
    help: Some(Text {
        id: "perbaiki di semua tempat; ejaan kantor sendiri dapat didaftarkan di bagian `[ejaan]` dalam `sop.toml`",
        en: "mend it everywhere; the office can list its own words in the section `[ejaan]` of `sop.toml`",
    }),
    basis: Some("R72"),
    page: page!("SOP536"),
};

static SPELL: Text = Text { id: "perbaiki ejaannya di semua tempat", en: "mend the spelling everywhere" };

/// A misspelt word as typed first, its right spelling, where it stands first, and what mends it everywhere.
struct Word {
    typed: String,
    right: String,
    first: Span,
    edits: Option<Vec<(Span, String)>>,
}

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let mut words: Vec<Word> = Vec::new();
    let laws = sop.identitas.span(Key::DasarHukum);
    for (text, tulisan) in procedure.tulisan() {
        let place = tulisan.place;
        let of_a_law = laws.is_some_and(|laws| laws.start <= place.start && place.end <= laws.end);
        // A law keeps the spelling of its day.
        let mut wrong = misspelt(text, &procedure.kantor);
        wrong.retain(|found| !(of_a_law && found.once_right));
        if wrong.is_empty() {
            continue;
        }
        let places = procedure.naskah.parts(place, text, wrong.iter().map(|found| found.at.clone()));
        for (found, place) in wrong.iter().zip(places) {
            let typed = text[found.at.clone()].to_lowercase();
            let edit = place.map(|place| (place, found.right.clone()));
            match words.iter_mut().find(|word| word.typed.to_lowercase() == typed) {
                Some(word) => match (&mut word.edits, edit) {
                    (Some(edits), Some(more)) => edits.push(more),
                    _ => word.edits = None,
                },
                None => words.push(Word {
                    typed: text[found.at.clone()].to_owned(),
                    right: found.right.clone(),
                    first: tulisan.place,
                    edits: edit.map(|edit| vec![edit]),
                }),
            }
        }
    }
    for mut word in words {
        // A lane's short name stands in many places that belong together; its writer changes it.
        let of_a_lane = |lane: &crate::model::Pelaksana| {
            let mut names = lane.short_names();
            names.any(|name| name.to_lowercase().contains(&word.typed.to_lowercase()))
        };
        if sop.pelaksana.iter().any(of_a_lane) {
            word.edits = None;
        }
        let found = Diagnostic::at(&RULE, word.first).with("tertulis", word.typed).with("baku", word.right);
        sink.push(match word.edits {
            Some(edits) => found.fix(Fix { title: &SPELL, edits, safe: true }),
            None => found,
        });
    }
}
