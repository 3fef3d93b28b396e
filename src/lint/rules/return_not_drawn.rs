//! `SOP232` return-not-drawn: the sentence or the remark returns the work, and no arrow goes back.

use crate::analysis::Procedure;
use crate::analysis::flow::Target;
use crate::analysis::kalimat::{Drawn, HandOver};
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Arah, KegiatanId, SimpulId};
use crate::page;
use crate::source::Span;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP232",
    name: "return-not-drawn",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: menurut kalimat atau keterangannya pekerjaan dikembalikan, tetapi tidak ada panah yang kembali",
        en: "row {nomor}: by its sentence or remark the work is returned, but no arrow goes back",
    },
    help: Some(Text {
        id: "tulis kedua hasilnya di bawah kegiatan ini: `ya: lanjut ke …` dan `tidak: kembali ke …`",
        en: "write both outcomes below this row: `ya: lanjut ke …` and `tidak: kembali ke …`",
    }),
    basis: Some("R50"),
    page: page!("SOP232"),
};

static ADD_OUTCOMES: Text = Text { id: "tambahkan kedua hasilnya", en: "add both outcomes" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    for (at, row) in procedure.sop.kegiatan.iter().enumerate() {
        let id = KegiatanId::from_index(at);
        for hand_over in &procedure.kalimat(id).handovers {
            if procedure.drawn(id, hand_over) != Drawn::NoReturn {
                continue;
            }
            let mut found = Diagnostic::at(&RULE, row.letak(hand_over.range.clone()))
                .with("nomor", row.nomor.to_string());
            found.fix = outcomes(procedure, id, hand_over);
            sink.push(found);
        }
        if let Some(place) = row.keterangan_span.filter(|_| told_in_remark(procedure, id))
            && !procedure.kalimat(id).handovers.iter().any(|it| procedure.drawn(id, it) == Drawn::NoReturn)
        {
            sink.push(Diagnostic::at(&RULE, place).with("nomor", row.nomor.to_string()));
        }
    }
}

/// Whether the remark of a row returns the work, and no way leads back.
pub(super) fn told_in_remark(procedure: &Procedure, id: KegiatanId) -> bool {
    procedure.sop[id].keterangan.as_deref().is_some_and(returns) && leads_only_on(procedure, id)
}

/// Whether a remark returns the work.
fn returns(remark: &str) -> bool {
    let lower = remark.to_lowercase();
    ["dikembalikan", "diulang", "mengulang"].iter().any(|word| lower.contains(word))
}

/// Whether a row decides nothing, and no way leads back from it.
pub(super) fn leads_only_on(procedure: &Procedure, id: KegiatanId) -> bool {
    let mut places = procedure.sop.simpul_dari(id);
    places.all(|(place, simpul)| {
        !simpul.memutuskan() && procedure.flow.after(place).all(|way| way.arah == Arah::Maju)
    })
}

/// The two lines, where the row simply goes on and exactly one row above is that of the one who gets it back.
pub(super) fn outcomes(procedure: &Procedure, id: KegiatanId, hand_over: &HandOver) -> Option<Fix> {
    let sop = &procedure.sop;
    let row = &sop[id];
    let (place, simpul) = sop.simpul_dari(id).next().filter(|_| row.simpul.len() == 1)?;
    let mut ways = procedure.flow.after(place);
    let (way, None) = (ways.next()?, ways.next()) else { return None };
    let Target::Simpul(next) = way.to else { return None };
    // Its own line says where it goes: the writer decides what becomes of that.
    if simpul.memutuskan() || way.span.start > row.uraian_span.start {
        return None;
    }
    let lanes = &hand_over.to.as_ref()?.lanes;
    let mut above = (0..row.simpul.start).map(SimpulId).filter(|above| sop[*above].oleh == *lanes);
    let (back, None) = (above.next()?, above.next()) else { return None };
    let lines = format!(
        "\n   ya: lanjut ke {}\n   tidak: kembali ke {}",
        sop.kegiatan_dari(next).nomor,
        sop.kegiatan_dari(back).nomor
    );
    let end = row.span.end as usize;
    Some(Fix { title: &ADD_OUTCOMES, edits: vec![(Span::new(end, end), lines)], safe: false })
}
