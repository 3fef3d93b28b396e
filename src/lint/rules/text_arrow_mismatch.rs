//! `SOP230` text-arrow-mismatch: the sentence hands the work to somebody, and the arrow goes to another.

use super::service::is_applicant;
use crate::analysis::Procedure;
use crate::analysis::kalimat::{Drawn, HandOver, Verb, VerbClass};
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{JenisPelaksana, KegiatanId, PelaksanaId};
use crate::page;
use crate::text::{Arg, Text, begins_with};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP230",
    name: "text-arrow-mismatch",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: menurut kalimatnya pekerjaan diteruskan kepada {kalimat}, tetapi panahnya menuju {panah}",
        en: "row {nomor}: by its sentence the work goes to {kalimat}, but its arrow leads to {panah}",
    },
    help: Some(Text {
        id: "samakan keduanya: perbaiki nama dalam kalimat, atau arahkan panahnya ke kegiatan milik {kalimat}",
        en: "make them agree: mend the name in the sentence, or point the arrow at a row of {kalimat}",
    }),
    basis: Some("R49, R50"),
    page: page!("SOP230"),
};

static RECEIVES: Text = Text {
    id: "tambahkan kegiatan ketika {kalimat} menerimanya, atau perbaiki nama dalam kalimat",
    en: "add a row in which {kalimat} receives it, or mend the name in the sentence",
};

static PERHAPS_OUTSIDE: Text = Text {
    id: "bila {kalimat} pihak luar, tulis `(luar)` di belakang namanya dalam daftar `pelaksana`; bila bukan, samakan kalimat dan panahnya",
    en: "if {kalimat} is outside the office, write `(luar)` behind the name in the list `pelaksana`; if not, make sentence and arrow agree",
};

static THE_END: Text = Text { id: "akhir prosedur", en: "the end of the procedure" };

static WRITE_WHERE_THE_ARROW_LEADS: Text =
    Text { id: "tulis pelaksana yang dituju panah", en: "write the actor whom the arrow leads to" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    for at in 0..procedure.sop.kegiatan.len() {
        let id = KegiatanId::from_index(at);
        for hand_over in &procedure.kalimat(id).handovers {
            // A lane that is not declared may be the one of the sentence, misspelt; that is a finding already.
            let declared = |lane: &PelaksanaId| procedure.sop[*lane].span.is_some();
            if let Drawn::Elsewhere(lanes) = procedure.drawn(id, hand_over)
                && lanes.iter().all(declared)
                && !leaves_the_office(procedure, id, hand_over, &lanes)
            {
                sink.push(finding(procedure, id, hand_over, &lanes));
            }
        }
    }
}

/// What ends with a party from outside needs no row in which that party receives it, if it acts in another; nor does what
/// such a party is given for good, while who gives it goes on alone, to file it, or others do no more than that.
fn leaves_the_office(
    procedure: &Procedure,
    row: KegiatanId,
    hand_over: &HandOver,
    lanes: &[PelaksanaId],
) -> bool {
    let sop = &procedure.sop;
    let acts = |lane: &PelaksanaId| sop.simpul.iter().any(|simpul| simpul.oleh.contains(lane));
    let outside = |lane: &PelaksanaId| sop[*lane].jenis == JenisPelaksana::Luar && acts(lane);
    let gives = |lane: &PelaksanaId| sop.simpul_dari(row).any(|(_, simpul)| simpul.oleh.contains(lane));
    let below = || sop.simpul.iter().filter(|simpul| simpul.kegiatan > row);
    let goes_on_alone = || lanes.iter().all(gives) && below().all(|simpul| simpul.oleh.iter().all(gives));
    hand_over.to.as_ref().is_some_and(|party| party.lanes.iter().all(outside))
        && (lanes.is_empty()
            || goes_on_alone()
            || below().all(|simpul| keeps_record(procedure, simpul.kegiatan)))
}

/// Whether a row does no more than record, file or sum up what was done: `Merekap penyerahan`.
fn keeps_record(procedure: &Procedure, row: KegiatanId) -> bool {
    let mut own = procedure.kalimat(row).verbs.iter().filter(|verb| verb.own).peekable();
    let keeps = |verb: &Verb| match verb.class {
        Some(VerbClass::File | VerbClass::Record) => true,
        _ => verb.active.is_some_and(|verb| matches!(verb, "merekap" | "merekapitulasi")),
    };
    let sums_up = || begins_with(&procedure.sop[row].uraian, "rekap");
    if own.peek().is_some() { own.all(keeps) } else { sums_up() }
}

fn finding(procedure: &Procedure, id: KegiatanId, hand_over: &HandOver, lanes: &[PelaksanaId]) -> Diagnostic {
    let sop = &procedure.sop;
    let row = &sop[id];
    let party = hand_over.to.as_ref().expect("bug: nobody is named, and yet the wrong one");
    let panah = if lanes.is_empty() { Arg::from(&THE_END) } else { sop.heads(lanes).into() };
    let found = Diagnostic::at(&RULE, row.letak(hand_over.range.clone()))
        .with("nomor", row.nomor.to_string())
        .with("kalimat", sop.heads(&party.lanes))
        .with("panah", panah);
    // Given for good, nobody outside needs a row to receive it.
    let outside = |lane: &PelaksanaId| sop[*lane].jenis == JenisPelaksana::Dalam && is_applicant(&sop[*lane]);
    match party.lanes.as_slice() {
        [lane] if outside(lane) => found.help(&PERHAPS_OUTSIDE),
        _ if lanes.is_empty() => found.help(&RECEIVES),
        _ => found,
    }
}

/// Names in the sentence who gets the work by the arrow, where that is one.
pub(super) fn write_where_the_arrow_leads(
    procedure: &Procedure,
    id: KegiatanId,
    hand_over: &HandOver,
) -> Option<Fix> {
    let lane = procedure.led_to(id, hand_over)?;
    let place = procedure.sop[id].uraian_letak.locate(hand_over.to.as_ref()?.range.clone())?;
    let edits = vec![(place, procedure.sop[lane].pendek.clone())];
    Some(Fix { title: &WRITE_WHERE_THE_ARROW_LEADS, edits, safe: false })
}
