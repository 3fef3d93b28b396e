//! A procedure as a diagram: what of it becomes an arrow, what becomes words.

use super::Note;
use super::at_arrow::Words;
use super::diagram::{AFTER_RETURNS, Branch, Diagram, Flow, Goal, Kind, Lane, Paragraph, Place, Row};
use super::keterangan::keterangan;
use crate::analysis::Procedure;
use crate::analysis::flow::{Edge, Target};
use crate::config::{Config, Labels};
use crate::model::{Butir, KegiatanId, Key, Lanjutan, Pelaksana, Sasaran, Setelah, Simpul, SimpulId, Sop};
use crate::paper::length::Len;
use crate::text::{Arg, Text, fold, letter};
use std::collections::BTreeMap;

static AFTER_THE_LIMIT: Text = Text {
    id: "No. {nomor}: arah setelah batas pengulangan dicetak pada kolom Keterangan dan tidak digambar, karena simbol \
         keputusan hanya mempunyai empat sisi",
    en: "row {nomor}: where the case goes after the last return is printed under Keterangan and not drawn, because a \
         decision has four sides only",
};

/// What the chart of a procedure shows, and what of it could be printed in words only. A condition stands at its arrow
/// when it is no wider than `room`.
///
/// With `sharing` a flow after the last return leaves by the side of its outcome where its symbol has no other left,
/// otherwise it is left to words there.
pub fn diagram(procedure: &Procedure, config: &Config, room: Len, sharing: bool) -> (Diagram, Vec<Note>) {
    let sop = &procedure.sop;
    let words = Words { labels: &config.label, room };
    let mut ids = LaneIds::new();
    let lane = |pelaksana: &Pelaksana| Lane { id: ids.of(&pelaksana.pendek), name: pelaksana.pendek.clone() };
    let lanes = sop.pelaksana.iter().map(lane).collect();
    let mut diagram = Diagram {
        title: sop.identitas.sop.clone(),
        lanes,
        rows: Vec::new(),
        places: places(procedure),
        flows: flows(procedure, &words),
        ends: sop.akhir.iter().map(|akhir| akhir.nama.clone()).collect(),
        footnotes: footnotes(sop, &config.label),
        words: config.label.clone(),
        columns: config.cetak.kolom,
        paper: config.cetak.halaman,
        type_size: config.cetak.huruf,
        number: sop.identitas.nomor.clone(),
        warning: None,
        first_page: 1,
    };
    let notes = if sharing {
        share_sides(&mut diagram);
        Vec::new()
    } else {
        drop_what_has_no_side(&mut diagram)
    };
    for index in 0..sop.kegiatan.len() {
        let row = row(sop, KegiatanId::from_index(index), &diagram, &words);
        diagram.rows.push(row);
    }
    (diagram, notes)
}

/// Names for the cells of lanes, each unlike that of any other column: those in use, and the number to try next behind each.
struct LaneIds(BTreeMap<String, usize>);

impl LaneIds {
    fn new() -> LaneIds {
        let columns =
            ["no", "kegiatan", "pelaksana", "mutu-baku", "kelengkapan", "waktu", "output", "keterangan"];
        LaneIds(columns.into_iter().chain([""]).map(|id| (id.to_owned(), 2)).collect())
    }

    fn of(&mut self, name: &str) -> String {
        let folded = fold(name);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let slug = words.collect::<Vec<_>>().join("-");
        let mut id = slug.clone();
        let mut number = self.0.get(&slug).copied().unwrap_or(2);
        while self.0.contains_key(&id) {
            id = format!("{slug}-{number}");
            number += 1;
        }
        self.0.insert(slug, number);
        self.0.entry(id.clone()).or_insert(2);
        id
    }
}

/// Places whose only way on is an end are end capsules themselves.
fn places(procedure: &Procedure) -> Vec<Place> {
    let sop = &procedure.sop;
    let first_tempat = sop.simpul.first().map(|simpul| (simpul.kegiatan, simpul.tempat));
    let mut out: Vec<Place> = Vec::new();
    for (index, simpul) in sop.simpul.iter().enumerate() {
        let mut lanes: Vec<usize> = simpul.oleh.iter().map(|lane| lane.index()).collect();
        lanes.sort_unstable();
        lanes.dedup();
        let end = own_end(simpul);
        let kind = if simpul.memutuskan() {
            Kind::Decision
        } else if Some((simpul.kegiatan, simpul.tempat)) == first_tempat {
            Kind::Start
        } else if end.is_some() {
            Kind::End
        } else {
            Kind::Process
        };
        let before = index.checked_sub(1).map(|before| &sop.simpul[before]);
        let alternative =
            before.is_some_and(|before| (before.kegiatan, before.tempat) == (simpul.kegiatan, simpul.tempat));
        out.push(Place {
            key: sop.kunci(SimpulId::from_index(index)),
            row: simpul.kegiatan.index(),
            lanes,
            kind,
            alternative,
            end,
        });
    }
    out
}

/// The end that is the only way on of a place that does not decide.
fn own_end(simpul: &Simpul) -> Option<usize> {
    match &simpul.setelah {
        Setelah::Ke(Lanjutan { ke: Sasaran::Akhir(end), lalu: None, .. }) => Some(end.index()),
        _ => None,
    }
}

fn flows(procedure: &Procedure, words: &Words) -> Vec<Flow> {
    let sop = &procedure.sop;
    let mut out = Vec::new();
    for edge in &procedure.flow.edges {
        let simpul = &sop[edge.from];
        let to = match edge.to {
            Target::Akhir(_) if own_end(simpul).is_some() => continue,
            Target::Akhir(end) => Goal::End(end.index()),
            Target::Simpul(to) => Goal::Place(to.index()),
        };
        out.push(Flow { from: edge.from.index(), to, branch: branch(simpul, edge, words) });
    }
    // What follows `, lalu` is an outcome of its own, after the others.
    for of_place in out.chunk_by_mut(|a, b| a.from == b.from) {
        let mut known: BTreeMap<(usize, String), usize> = BTreeMap::new();
        for branch in of_place.iter_mut().filter_map(|flow| flow.branch.as_mut()) {
            let next = known.len();
            branch.index = *known.entry((branch.index, branch.id.clone())).or_insert(next);
        }
    }
    out
}

fn branch(simpul: &Simpul, edge: &Edge, words: &Words) -> Option<Branch> {
    let cabang = match (&simpul.setelah, edge.cabang) {
        (Setelah::Jika(cabang), Some(index)) => Some((index, &cabang[index])),
        _ => None,
    };
    let Some((index, of)) = cabang else {
        return edge.lalu.then(|| Branch {
            id: "lalu".to_owned(),
            label: "lalu".to_owned(),
            index: 0,
            shares_side: false,
        });
    };
    let answer = words.at_arrow(simpul, of);
    let (id, label) = if edge.lalu {
        (of.jawaban.teks().to_owned() + AFTER_RETURNS, words.after_the_limit(simpul, of))
    } else {
        (of.jawaban.teks().to_owned(), answer)
    };
    Some(Branch { id, label, index, shares_side: false })
}

/// Places whose symbol has too few sides.
fn overfull(diagram: &Diagram) -> Vec<usize> {
    let sides = diagram.sides().into_iter().enumerate();
    let places = &diagram.places;
    sides.filter(|(place, sides)| *sides > 4 * places[*place].lanes.len()).map(|(place, _)| place).collect()
}

/// A flow after the last return leaves by the side of the outcome that returns where the symbol has no other for it: the
/// line forks, and `lalu` stands at the further way.
fn share_sides(diagram: &mut Diagram) {
    for place in overfull(diagram) {
        let of_place = |flow: &&mut Flow| flow.from == place;
        let outcomes = diagram.flows.iter().filter(|flow| flow.from == place);
        let mut by_id: BTreeMap<String, Branch> = BTreeMap::new();
        for outcome in outcomes.filter_map(|flow| flow.branch.as_ref()) {
            by_id.entry(outcome.id.clone()).or_insert_with(|| outcome.clone());
        }
        for branch in diagram.flows.iter_mut().filter(of_place).filter_map(|flow| flow.branch.as_mut()) {
            let outcome = branch.after_returns_of().and_then(|id| by_id.get(id));
            let Some(outcome) = outcome else { continue };
            *branch = Branch { label: "lalu".to_owned(), shares_side: true, ..outcome.clone() };
        }
    }
}

/// A flow after the last return is left to the words under Keterangan where the symbol has no side for it.
fn drop_what_has_no_side(diagram: &mut Diagram) -> Vec<Note> {
    let mut notes = Vec::new();
    for place in overfull(diagram) {
        let after_the_limit = |flow: &Flow| {
            flow.from == place
                && flow.branch.as_ref().is_some_and(|branch| branch.after_returns_of().is_some())
        };
        if diagram.flows.iter().any(after_the_limit) {
            diagram.flows.retain(|flow| !after_the_limit(flow));
            let number = diagram.places[place].key.clone();
            notes.push(Note { text: &AFTER_THE_LIMIT, args: vec![("nomor", Arg::from(number))] });
        }
    }
    notes
}

fn row(sop: &Sop, id: KegiatanId, diagram: &Diagram, words: &Words) -> Row {
    let kegiatan = &sop[id];
    let mut text = vec![Paragraph::plain(kegiatan.uraian.as_str())];
    for (index, rincian) in kegiatan.rincian.iter().enumerate() {
        text.push(Paragraph { marker: format!("{}.", letter(index)), text: rincian.clone() });
    }
    let mutu_baku = &kegiatan.mutu_baku;
    let papers = |butir: &[Butir], key: Key| {
        if mutu_baku.tidak_ada.contains(&key) { vec![Paragraph::plain("-")] } else { papers(butir) }
    };
    let waktu = if mutu_baku.tidak_ada.contains(&Key::Waktu) {
        vec![Paragraph::plain("-")]
    } else {
        let times = mutu_baku.waktu.iter().map(|of| match &of.untuk {
            Some(untuk) => format!("{untuk}: {}", of.waktu.teks),
            None => of.waktu.teks.to_string(),
        });
        times.map(Paragraph::plain).collect()
    };
    debug_assert!(diagram.places.len() == sop.simpul.len());
    Row {
        key: kegiatan.kunci(),
        number: kegiatan.nomor.to_string(),
        band: kegiatan.tahap.map(|tahap| sop[tahap].nama.clone()),
        kegiatan: text,
        kelengkapan: papers(&mutu_baku.kelengkapan, Key::Kelengkapan),
        waktu,
        output: papers(&mutu_baku.output, Key::Output),
        keterangan: keterangan(sop, id, kegiatan, words),
        places: kegiatan.simpul.start as usize..kegiatan.simpul.end as usize,
    }
}

/// Papers on one line, but those written as items of their own each on its own.
fn papers(butir: &[Butir]) -> Vec<Paragraph> {
    let marker = if butir.iter().filter(|of| of.baris_sendiri).count() > 1 { "-" } else { "" };
    let mut out: Vec<Paragraph> = Vec::new();
    let mut running = false;
    for of in butir {
        if of.baris_sendiri {
            out.push(Paragraph { marker: marker.to_owned(), text: of.teks.to_string() });
        } else if let (true, Some(last)) = (running, out.last_mut()) {
            last.text.push_str(", ");
            last.text.push_str(&of.teks);
        } else {
            out.push(Paragraph::plain(&*of.teks));
        }
        running = !of.baris_sendiri;
    }
    out
}

/// Stated total, limits of stretches, and the notes of the file.
fn footnotes(sop: &Sop, labels: &Labels) -> Vec<Paragraph> {
    let mut out = Vec::new();
    if let Some(total) = &sop.identitas.waktu_total {
        out.push(Paragraph::plain(format!("{} total: {}", labels.waktu, total.teks)));
    }
    let limits = sop.batas.iter().filter(|batas| batas.kegiatan.is_none());
    out.extend(limits.map(|batas| Paragraph::plain(format!("Batas waktu: {}", batas.teks))));
    match &sop.identitas.catatan[..] {
        [] => {}
        [one] => out.push(Paragraph::plain(format!("Catatan: {one}"))),
        several => {
            out.push(Paragraph::plain("Catatan:"));
            let numbered = several.iter().enumerate();
            out.extend(
                numbered.map(|(at, text)| Paragraph { marker: format!("{}.", at + 1), text: text.clone() }),
            );
        }
    }
    out
}
