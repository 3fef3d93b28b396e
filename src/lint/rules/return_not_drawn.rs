//! `SOP232` return-not-drawn: the sentence or the remark returns the work, and no arrow goes back.

use crate::analysis::Procedure;
use crate::analysis::flow::Target;
use crate::analysis::kalimat::{Drawn, HandOver};
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Arah, KegiatanId, PelaksanaId, SimpulId};
use crate::page;
use crate::source::Span;
use crate::text::Text;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

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

/// By who acts there, the first two places: where a second stands above a row, none of them is the one that is meant.
#[derive(Default)]
pub(super) struct PlacesOf<'p>(OnceCell<BTreeMap<&'p [PelaksanaId], FirstTwo>>);

type FirstTwo = (SimpulId, Option<SimpulId>);

impl<'p> PlacesOf<'p> {
    /// The only place of these lanes above another.
    fn only_above(
        &self,
        procedure: &'p Procedure,
        lanes: &[PelaksanaId],
        below: SimpulId,
    ) -> Option<SimpulId> {
        let places = self.0.get_or_init(|| {
            let mut places = BTreeMap::new();
            for (at, simpul) in (0..).map(SimpulId).zip(&procedure.sop.simpul) {
                match places.entry(&simpul.oleh[..]) {
                    Entry::Vacant(entry) => drop(entry.insert((at, None))),
                    Entry::Occupied(mut entry) => drop(entry.get_mut().1.get_or_insert(at)),
                }
            }
            places
        });
        let (first, second) = places.get(lanes)?;
        (*first < below && second.is_none_or(|second| second >= below)).then_some(*first)
    }
}

fn check(procedure: &Procedure, sink: &mut Sink) {
    let places = PlacesOf::default();
    for (at, row) in procedure.sop.kegiatan.iter().enumerate() {
        let id = KegiatanId::from_index(at);
        for hand_over in &procedure.kalimat(id).handovers {
            if procedure.drawn(id, hand_over) != Drawn::NoReturn {
                continue;
            }
            let mut found = Diagnostic::at(&RULE, row.letak(hand_over.range.clone()))
                .with("nomor", row.nomor.to_string());
            found.fix = outcomes(procedure, id, hand_over, &places);
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
pub(super) fn outcomes<'p>(
    procedure: &'p Procedure,
    id: KegiatanId,
    hand_over: &HandOver,
    places: &PlacesOf<'p>,
) -> Option<Fix> {
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
    let back = places.only_above(procedure, lanes, SimpulId(row.simpul.start))?;
    let lines = format!(
        "\n   ya: lanjut ke {}\n   tidak: kembali ke {}",
        sop.kegiatan_dari(next).nomor,
        sop.kegiatan_dari(back).nomor
    );
    let end = row.span.end as usize;
    Some(Fix { title: &ADD_OUTCOMES, edits: vec![(Span::new(end, end), lines)], safe: false })
}
