//! `SOP570` subject-in-front: the sentence repeats who acts, which the lane shows.

use crate::analysis::Procedure;
use crate::analysis::kalimat::Verb;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Kegiatan, KegiatanId, PelaksanaId};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP570",
    name: "subject-in-front",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: kalimatnya menyebut {pelaku} lagi, padahal lajurnya sudah menunjukkan pelaksananya",
        en: "row {nomor}: its sentence names {pelaku} again, though the lane shows who acts",
    },
    help: Some(Text { id: "mulai kalimat dengan kata kerjanya", en: "begin the sentence with its verb" }),
    basis: Some("R66"),
    page: page!("SOP570"),
};

static DROP_SUBJECT: Text =
    Text { id: "hapus nama pelaksana dari kalimat", en: "drop the actor from the sentence" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for (at, row) in sop.kegiatan.iter().enumerate() {
        let kalimat = procedure.kalimat(KegiatanId::from_index(at));
        let (Some(first), Some(last)) = (kalimat.subjects.first(), kalimat.subjects.last()) else { continue };
        let acting: Vec<PelaksanaId> =
            sop.simpul_dari_baris(row).flat_map(|simpul| simpul.oleh.clone()).collect();
        // All of them act here: who else is named is the matter of another rule, or of nobody's lane.
        if !kalimat.subjects.iter().all(|party| party.lanes.iter().any(|lane| acting.contains(lane))) {
            continue;
        }
        let range = first.range.start..last.range.end;
        let mut found = Diagnostic::at(&RULE, row.letak(range.clone()))
            .with("nomor", row.nomor.to_string())
            .with("pelaku", &row.uraian[range]);
        // Everybody who acts must be named: `Kabid bersama Kasi` in the lane of one of them says more than the lane.
        let all = acting.iter().all(|lane| kalimat.subjects.iter().any(|party| party.lanes.contains(lane)));
        found.fix =
            kalimat.verbs.first().filter(|_| all).and_then(|verb| drop_subject(row, last.range.end, verb));
        sink.push(found);
    }
}

/// Where nothing stands between who acts and the verb, the sentence loses no word but the actor's.
fn drop_subject(row: &Kegiatan, end: usize, verb: &Verb) -> Option<Fix> {
    let text = &row.uraian;
    if !text[end..verb.range.start].trim().is_empty() {
        return None;
    }
    let first = text[verb.range.start..].chars().next()?;
    let place = row.uraian_letak.locate(0..verb.range.start + first.len_utf8())?;
    let edits = vec![(place, first.to_uppercase().to_string())];
    Some(Fix { title: &DROP_SUBJECT, edits, safe: false })
}
