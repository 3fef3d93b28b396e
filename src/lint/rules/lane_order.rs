//! `SOP219` lane-order: lanes that are not in the order of first involvement.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{KegiatanId, PelaksanaId, Sop};
use crate::page;
use crate::sorting;
use crate::source::Span;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP219",
    name: "lane-order",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "lajur {nama} bertindak lebih dahulu (kegiatan {nomor}) daripada lajur {lain} di sebelah kirinya (kegiatan {nanti})",
        en: "the lane {nama} acts earlier (row {nomor}) than the lane {lain} to its left (row {nanti})",
    },
    help: Some(Text {
        id: "urutkan daftar `pelaksana` menurut keterlibatan pertama: alur pada bagan lalu berjalan dari kiri",
        en: "put the list `pelaksana` in order of first involvement: the flow of the chart then runs from the left",
    }),
    basis: Some("R35, R36"),
    page: page!("SOP219"),
};

static REORDER: Text = Text { id: "urutkan lajurnya", en: "put the lanes in order" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let order = first_involvements(sop);
    // Lanes that nobody declared stand at the end, and are reported as such.
    let declared = |lane: &PelaksanaId| sop[*lane].span.is_some();
    let wanted: Vec<PelaksanaId> = order.iter().map(|(lane, _)| *lane).filter(declared).collect();
    let Some(at) = wanted.windows(2).position(|pair| pair[0] > pair[1]) else { return };
    let (later, early) =
        (wanted[at + 1], wanted[..=at].iter().copied().filter(|lane| *lane > wanted[at + 1]));
    let Some(first) = early.min() else { return };
    let row = |lane: PelaksanaId| {
        let found = order.iter().find(|(known, _)| *known == lane);
        found.map_or(String::new(), |(_, row)| sop[*row].nomor.to_string())
    };
    let span = sop[first].span.unwrap_or_default();
    let mut finding = Diagnostic::at(&RULE, span)
        .with("nama", sop[first].pendek.as_str())
        .with("nomor", row(first))
        .with("lain", sop[later].pendek.as_str())
        .with("nanti", row(later));
    finding.fix = reordered(procedure, &wanted);
    sink.push(finding);
}

/// The acting lanes in order of first involvement, with the row; those of one place in the order that they have.
fn first_involvements(sop: &Sop) -> Vec<(PelaksanaId, KegiatanId)> {
    let mut order: Vec<(PelaksanaId, KegiatanId)> = Vec::new();
    let mut acted = vec![false; sop.pelaksana.len()];
    let mut lanes: Vec<PelaksanaId> = Vec::new();
    for place in sop.simpul.chunk_by(|one, two| (one.kegiatan, one.tempat) == (two.kegiatan, two.tempat)) {
        if order.len() == acted.len() {
            break;
        }
        lanes.clear();
        lanes.extend(place.iter().flat_map(|simpul| &simpul.oleh));
        lanes.sort_unstable();
        for lane in &lanes {
            if !std::mem::replace(&mut acted[lane.index()], true) {
                order.push((*lane, place[0].kegiatan));
            }
        }
    }
    order
}

/// The list with whole lines moved, so that comments stay with their lanes; lanes where nobody acts come last. `None`
/// where lanes share a line.
fn reordered(procedure: &Procedure, wanted: &[PelaksanaId]) -> Option<Fix> {
    let (sop, naskah) = (&procedure.sop, &procedure.naskah);
    let items: Vec<(PelaksanaId, Span)> = (0..sop.pelaksana.len())
        .map(PelaksanaId::from_index)
        .filter_map(|lane| Some((lane, naskah.lines(sop[lane].span?))))
        .collect();
    let (first, last) = (items.first()?.1, items.last()?.1);
    if !naskah.at(first).trim_start().starts_with('-') {
        return None;
    }
    let mut start = first.start;
    while let Some(before) = start.checked_sub(1) {
        let line = naskah.lines(Span { start: before, end: before });
        if !naskah.at(line).trim_start().starts_with('#') {
            break;
        }
        start = line.start;
    }
    let mut blocks = Vec::with_capacity(items.len());
    let mut from = start;
    for (lane, line) in &items {
        if line.start < from || line.end <= from {
            return None;
        }
        blocks.push((*lane, naskah.at(Span { start: from, end: line.end })));
        from = line.end;
    }
    let mut place = vec![wanted.len(); sop.pelaksana.len()];
    for (at, lane) in wanted.iter().enumerate() {
        place[lane.index()] = at;
    }
    sorting::by_key(&mut blocks, |(lane, _)| place[lane.index()]);
    let text: String = blocks.into_iter().map(|(_, block)| block).collect();
    Some(Fix { title: &REORDER, edits: vec![(Span { start, end: last.end }, text)], safe: true })
}
