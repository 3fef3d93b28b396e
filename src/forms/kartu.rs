//! A card for each actor: only his own steps, what comes in from whom, what he must have, by when, and to whom it goes
//! under which outcome.

use super::langkah::{Langkah, paper};
use super::{Column, Field, Form, Jenis, Line, Part, Piece, Row, Setup, Table, words as w};
use crate::analysis::Procedure;
use crate::analysis::flow::Edge;
use crate::model::{
    Arah, Butir, DokumenId, KegiatanId, Lanjutan, PelaksanaId, Sasaran, Setelah, Simpul, SimpulId,
};
use crate::text::{Arg, fold};
use std::collections::BTreeSet;

/// A card for each lane that acts.
pub fn forms(procedure: &Procedure, setup: &Setup) -> Vec<Form> {
    let of = Langkah::new(procedure, setup);
    let mut places: Vec<Vec<SimpulId>> = vec![Vec::new(); of.sop.pelaksana.len()];
    for (at, simpul) in of.sop.simpul.iter().enumerate() {
        for lane in simpul.oleh.iter().collect::<BTreeSet<_>>() {
            places[lane.index()].push(SimpulId::from_index(at));
        }
    }
    let empty = Form::of(Jenis::Kartu, &w::CARD, procedure, setup);
    let acting = places.iter().enumerate().filter(|(_, places)| !places.is_empty());
    acting.map(|(lane, places)| card(&of, PelaksanaId::from_index(lane), places, empty.clone())).collect()
}

fn card(of: &Langkah, lane: PelaksanaId, places: &[SimpulId], mut form: Form) -> Form {
    let actor = &of.sop[lane];
    form.nama = format!("kartu-{}-{}", lane.index() + 1, slug(&actor.pendek));
    form.judul = format!("{}: {}", form.judul, actor.pendek);
    form.running =
        format!("{} · {}", form.judul, form.running.split_once(" · ").map_or("", |(_, rest)| rest));
    let label = &of.setup.label;
    let name = actor.panjang.as_deref().unwrap_or(&actor.pendek);
    form.head.push(Field::text(&label.pelaksana, name));
    let columns = vec![
        Column::new("no", &label.no, 8).centre(),
        Column::new("dari", of.word(&w::COMES_FROM), 34),
        Column::new("kegiatan", of.word(&w::TO_DO), 48),
        Column::new("kelengkapan", of.word(&w::IN_HAND), 36),
        Column::new("waktu", of.word(&w::BY_WHEN), 22),
        Column::new("kepada", of.word(&w::GOES_TO), 38),
    ];
    let rows = places.iter().map(|at| Row::Line(line(of, lane, *at, &of.sop[*at]))).collect();
    form.parts.push(Part::Table(Table { columns, rows }));
    let identitas = &of.sop.identitas;
    if !identitas.peringatan.is_empty() {
        form.after.push(Part::List { label: label.peringatan.clone(), items: identitas.peringatan.clone() });
    }
    form
}

fn line(of: &Langkah, lane: PelaksanaId, at: SimpulId, simpul: &Simpul) -> Line {
    let id = simpul.kegiatan;
    let label = &of.setup.label;
    let mut kegiatan = of.uraian(id);
    let others: Vec<PelaksanaId> = simpul.oleh.iter().copied().filter(|other| *other != lane).collect();
    if !others.is_empty() {
        kegiatan.push(Piece::Note { label: of.word(&w::WITH), text: of.sop.heads(&others).join(", ") });
    }
    let place = of.places(id).into_iter().find(|place| place.iter().any(|(it, _)| *it == at));
    let others = place.into_iter().flatten().filter(|(it, _)| *it != at);
    let others: Vec<String> = others.map(|(_, simpul)| of.actors(&simpul.oleh)).collect();
    if !others.is_empty() {
        kegiatan.push(Piece::Note { label: of.word(&w::OR_ELSE), text: others.join(", ") });
    }
    kegiatan.extend(of.notes(id));
    kegiatan.extend(
        of.sop[id].tembusan.iter().map(|text| Piece::Note { label: of.word(&w::COPY), text: text.clone() }),
    );
    let mutu = &of.sop[id].mutu_baku;
    let mut waktu: Vec<Piece> = mutu
        .waktu
        .iter()
        .filter(|line| line.simpul.is_none_or(|of| of == at))
        .map(|line| Piece::Text(of.stated(&line.waktu)))
        .collect();
    let stretches = of.sop.batas.iter().filter(|batas| batas.kegiatan.is_none() && batas.sampai == Some(id));
    waktu.extend(
        stretches.map(|batas| Piece::Note { label: of.word(&w::LIMIT), text: of.typed(&batas.teks) }),
    );
    let mut kepada = Vec::new();
    if !mutu.output.is_empty() {
        kepada.push(Piece::Note { label: label.output.clone(), text: names(&mutu.output) });
    }
    kepada.extend(goes_to(of, lane, at, simpul));
    let items =
        mutu.kelengkapan.iter().map(|butir| Piece::Item { marker: "-".to_owned(), text: paper(&butir.teks) });
    let cells = vec![
        vec![Piece::Strong(of.nomor(id))],
        comes_from(of, lane, at, simpul),
        kegiatan,
        items.collect(),
        waktu,
        kepada,
    ];
    Line { key: of.sop.kunci(at), rounds: 1, cells }
}

fn names(butir: &[Butir]) -> String {
    butir.iter().map(|butir| paper(&butir.teks)).collect::<Vec<_>>().join(", ")
}

/// `Kabid, langkah 4`; the own steps are called so.
fn who(of: &Langkah, lane: PelaksanaId, places: &[SimpulId]) -> String {
    let (first, or) = (places[0], format!(" {} ", of.word(&w::OR)));
    let own = places.iter().any(|at| of.sop[*at].oleh.contains(&lane));
    let names: Vec<String> = places.iter().map(|at| of.actors(&of.sop[*at].oleh)).collect();
    let name = if own && places.len() == 1 { of.word(&w::ONESELF) } else { names.join(&or) };
    format!("{name}, {}", of.step(of.sop[first].kegiatan))
}

/// From whom, with which papers, and after which answer.
fn comes_from(of: &Langkah, lane: PelaksanaId, at: SimpulId, simpul: &Simpul) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let id = simpul.kegiatan;
    let needed = &of.sop[id].mutu_baku.kelengkapan;
    if id == KegiatanId(0) && simpul.tempat == 0 {
        pieces.push(Piece::Strong(of.word(&w::BEGINS_HERE)));
    }
    let mut told: BTreeSet<DokumenId> = BTreeSet::new();
    let edges: Vec<&Edge> = of.procedure.flow.before(at).collect();
    for edge in &edges {
        let from = edge.from;
        let row = of.sop[from].kegiatan;
        let made = |butir: &&Butir| of.procedure.papers()[butir.dokumen].made.binary_search(&row).is_ok();
        let bring: Vec<&Butir> = needed.iter().filter(made).filter(|_| row != id).collect();
        let answer = match (&of.sop[from].setelah, edge.cabang) {
            (Setelah::Jika(cabang), Some(index)) => of.answer(&cabang[index]),
            _ => String::new(),
        };
        let whom = who(of, lane, &[from]);
        pieces.push(Piece::Strong(if edge.arah == Arah::Kembali {
            w::BACK_FROM.fill(of.lang(), &[("siapa", Arg::Text(whom))])
        } else {
            whom
        }));
        if !bring.is_empty() {
            told.extend(bring.iter().map(|butir| butir.dokumen));
            pieces.push(Piece::Text(
                bring.iter().map(|butir| paper(&butir.teks)).collect::<Vec<_>>().join(", "),
            ));
        }
        if !answer.is_empty() {
            pieces.push(Piece::Note { label: of.word(&w::WHEN), text: answer });
        }
    }
    // What no neighbour brings is looked for where it was made.
    if simpul.tempat == 0 {
        for butir in needed.iter().filter(|butir| !told.contains(&butir.dokumen)) {
            let made = &of.procedure.papers()[butir.dokumen].made;
            let earlier = made[..made.partition_point(|row| *row < id)].last();
            let label = match earlier {
                Some(row) => of.step(*row),
                None if of.sop[butir.dokumen].alat => continue,
                None => of.word(&w::FROM_OUTSIDE),
            };
            pieces.push(Piece::Note { label, text: paper(&butir.teks) });
        }
    }
    joined(pieces)
}

/// Notes of one label that follow each other are one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), &piece) {
            (Some(Piece::Note { label, text }), Piece::Note { label: next, text: more }) if label == next => {
                text.push_str(", ");
                text.push_str(more);
            }
            _ => out.push(piece),
        }
    }
    out
}

fn goes_to(of: &Langkah, lane: PelaksanaId, at: SimpulId, simpul: &Simpul) -> Vec<Piece> {
    let to = |lanjutan: &Lanjutan| {
        let words = match &lanjutan.ke {
            Sasaran::Akhir(id) => of.end(of.sop[*id].nama.as_deref()),
            Sasaran::Simpul(ids) => who(of, lane, ids),
        };
        let words = match lanjutan.arah {
            Arah::Kembali => w::BACK_TO.fill(of.lang(), &[("siapa", Arg::Text(words))]),
            Arah::Maju => words,
        };
        match of.bound(at, lanjutan) {
            Some(bound) => format!("{words} ({bound})"),
            None => words,
        }
    };
    match &simpul.setelah {
        Setelah::Ke(lanjutan) => vec![Piece::Strong(to(lanjutan))],
        Setelah::Bersamaan(branches) => branches
            .iter()
            .map(|lanjutan| Piece::Strong(to(lanjutan)))
            .chain([Piece::Text(of.word(&w::AT_ONCE))])
            .collect(),
        Setelah::Jika(cabang) => cabang
            .iter()
            .flat_map(|cabang| {
                [Piece::Label(of.answer(cabang)), Piece::Strong(format!("→ {}", to(&cabang.lanjutan)))]
            })
            .collect(),
    }
}

/// A name for a file: small letters and digits, the rest as one `-`.
fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let out: String = out.chars().take(40).collect();
    out.trim_end_matches('-').to_owned()
}
