//! `SOP573` two-activities: one row holds several pieces of work.

use crate::analysis::Procedure;
use crate::analysis::kalimat::{Verb, VerbClass, Voice};
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::KegiatanId;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP573",
    name: "two-activities",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} memuat beberapa pekerjaan: {kata}",
        en: "row {nomor} holds several pieces of work: {kata}",
    },
    help: Some(Text {
        id: "tulis masing-masing sebagai kegiatan sendiri, dengan waktu dan outputnya, atau sebagai rincian `- …` di bawahnya",
        en: "write each as a row of its own, with its time and output, or as sub-steps `- …` below it",
    }),
    basis: Some("R68"),
    page: page!("SOP573"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let mut work: Vec<&Verb> = Vec::new();
    for (at, row) in procedure.sop.kegiatan.iter().enumerate() {
        let kalimat = procedure.kalimat(KegiatanId::from_index(at));
        work.clear();
        for verb in kalimat.verbs.iter().filter(|verb| is_work(verb)) {
            // `memeriksa dan meneliti berkas` is one thing; so is checking what was just written down. But who writes
            // `menyusun laporan dan menyusun jadwal` says himself that there are two.
            let words = |verb: &Verb| row.uraian[verb.range.clone()].to_lowercase();
            let is_made = matches!(verb.class, Some(VerbClass::Draft | VerbClass::CarryOut));
            let known = work.iter().find(|known| known.class == verb.class);
            if known.is_none_or(|known| is_made && words(known) == words(verb)) {
                work.push(verb);
            }
        }
        // One paper in several hands is not yet several pieces of work: each needs an object of its own.
        let taken_up = |verb: &Verb| row.uraian[verb.range.clone()].ends_with("nya");
        if work.len() < 2
            || row.simpul.len() > 1
            || !kalimat.conditions.is_empty()
            || work.iter().any(|it| taken_up(it))
        {
            continue;
        }
        let words: Vec<String> = work.iter().map(|verb| named(&row.uraian, verb)).collect();
        let (first, last) = (work[0], work[work.len() - 1]);
        sink.push(
            Diagnostic::at(&RULE, row.letak(first.range.start..last.range.end))
                .with("nomor", row.nomor.to_string())
                .with("kata", words),
        );
    }
}

/// A verb with its object: `menyusun konsep`, `membersihkan ruang`.
fn named(uraian: &str, verb: &Verb) -> String {
    let object = uraian[verb.range.end..].split_whitespace().next().unwrap_or_default();
    format!("{} {}", uraian[verb.range.clone()].to_lowercase(), object.trim_end_matches([',', ';', '.']))
}

/// What makes something, with an object of its own. Handing over, signing and receiving belong to the work before them.
fn is_work(verb: &Verb) -> bool {
    let makes = matches!(
        verb.class,
        Some(
            VerbClass::Check | VerbClass::Draft | VerbClass::Correct | VerbClass::File | VerbClass::CarryOut
        )
    );
    makes && verb.own && verb.object && verb.voice == Voice::Active
}
