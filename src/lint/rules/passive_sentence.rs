//! `SOP572` passive-sentence: the sentence says what is done to a paper, not what the actor does.

use crate::analysis::Procedure;
use crate::analysis::kalimat::Voice;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::KegiatanId;
use crate::page;
use crate::text::{Text, capitalised};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP572",
    name: "passive-sentence",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: kalimatnya pasif (`{kata}`), sehingga yang dikerjakan pelaksananya tidak disebut lebih dahulu",
        en: "row {nomor}: its sentence is passive (`{kata}`), so what the actor does is not said first",
    },
    help: Some(Text {
        id: "tulis dari sudut pelaksana: `Menyerahkan berkas`, bukan `Berkas diserahkan`",
        en: "write it from the actor's side: `Menyerahkan berkas`, not `Berkas diserahkan`",
    }),
    basis: Some("R67"),
    page: page!("SOP572"),
};

static WRITE_ACTIVE: Text = Text { id: "tulis bentuk aktifnya", en: "write its active form" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    for (at, row) in procedure.sop.kegiatan.iter().enumerate() {
        let kalimat = procedure.kalimat(KegiatanId::from_index(at));
        let Some(verb) = kalimat.verbs.iter().find(|verb| verb.own) else { continue };
        let first = kalimat.verbs[0].range == verb.range || kalimat.verbs[0].voice == Voice::Passive;
        let conditional = kalimat.conditions.first().is_some_and(|it| it.range.start < verb.range.start);
        if verb.voice == Voice::Passive && first && !conditional {
            let mut found = Diagnostic::at(&RULE, row.letak(verb.range.clone()))
                .with("nomor", row.nomor.to_string())
                .with("kata", &row.uraian[verb.range.clone()]);
            // `Disusun laporan`: the active verb takes its place, unless somebody else is said to do it.
            let alone = verb.range.start == 0
                && verb.object
                && !row.uraian.contains(" oleh ")
                && !row.uraian.contains(" di");
            let place = row.uraian_letak.locate(verb.range.clone());
            if let (true, Some(active), Some(place)) = (alone, verb.active, place) {
                let edits = vec![(place, capitalised(active))];
                found = found.fix(Fix { title: &WRITE_ACTIVE, edits, safe: false });
            }
            sink.push(found);
        }
    }
}
