//! The case checklist (*lembar kendali*): it travels with a case; every actor records his step and confirms that it
//! may pass on (regulation: *Pencatatan dan Pendataan*).

use super::langkah::Langkah;
use super::{
    Blank, BlankKind, Column, Field, Form, Jenis, Line, Part, Piece, Row, Setup, Signer, Table, Tick,
    words as w,
};
use crate::analysis::Procedure;
use crate::model::{Butir, JenisPelaksana, KegiatanId, Pelaksana, PelaksanaId, Setelah};

/// The checklist of a procedure.
pub fn form(procedure: &Procedure, setup: &Setup) -> Form {
    let of = Langkah::new(procedure, setup);
    let (identitas, label) = (&of.sop.identitas, &setup.label);
    let mut form = Form::of(Jenis::LembarKendali, &w::CHECKLIST, procedure, setup);
    let blank = |label, name: &str, kind| Field::blank(of.word(label), name, kind);
    form.head.extend([
        blank(&w::CASE_NUMBER, "berkas.nomor", BlankKind::Text),
        blank(&w::CASE_SUBJECT, "berkas.perihal", BlankKind::Text),
        blank(&w::CASE_START, "berkas.mulai", BlankKind::Date),
        blank(&w::CASE_END, "berkas.selesai", BlankKind::Date),
    ]);
    let ticks = |label: String, name: &str, items: &[String]| {
        let tick = |(at, label): (usize, &String)| Tick {
            name: format!("{name}.{}", at + 1),
            label: of.named(label),
        };
        let items: Vec<Tick> = items.iter().enumerate().map(tick).collect();
        (!items.is_empty()).then_some(Part::Ticks { label, items })
    };
    form.parts.extend(ticks(of.word(&w::OUTSIDE), "luar", &identitas.dokumen_luar));
    form.parts.extend(ticks(label.peralatan.clone(), "peralatan", &identitas.peralatan));
    if of.rounds().iter().any(|rounds| *rounds > 1) {
        form.parts.push(Part::Paragraph(of.word(&w::ROUNDS_NOTE)));
    }
    form.parts.push(Part::Table(table(&of)));
    let stretches: Vec<String> = of
        .sop
        .batas
        .iter()
        .filter(|batas| batas.kegiatan.is_none())
        .map(|batas| of.typed(&batas.teks))
        .collect();
    form.parts.extend(ticks(of.word(&w::LIMITS), "batas", &stretches));
    let ends: Vec<String> = of.sop.akhir.iter().map(|akhir| of.end(akhir.nama.as_deref())).collect();
    form.parts.extend(ticks(of.word(&w::ENDED), "akhir", &ends));
    form.parts.extend(ticks(label.pencatatan.clone(), "pencatatan", &identitas.pencatatan));
    let mut fields = Vec::new();
    if let Some(total) = of.total() {
        fields.push(Field::text(of.word(&w::TOTAL), total));
    }
    fields.push(blank(&w::ACTUAL, "berkas.waktu", BlankKind::Text));
    fields.push(blank(&w::NOTES, "berkas.catatan", BlankKind::Lines));
    form.parts.push(Part::Fields(fields));
    for (label, items) in
        [(label.peringatan.clone(), &identitas.peringatan), (of.word(&w::FOOTNOTES), &identitas.catatan)]
    {
        if !items.is_empty() {
            form.after.push(Part::List { label, items: items.clone() });
        }
    }
    let legend = legend(&of);
    if !legend.is_empty() {
        form.after.push(Part::List { label: of.word(&w::LEGEND), items: legend });
    }
    form.signers = vec![
        Signer::open(w::FILLED_BY.pattern(setup.lang)),
        Signer::official(w::CHECKED.pattern(setup.lang), identitas),
    ];
    form
}

fn table(of: &Langkah) -> Table {
    let label = &of.setup.label;
    let papers = format!("{} / {}", label.kelengkapan, label.output);
    let columns = vec![
        Column::new("no", &label.no, 9).centre(),
        Column::new("kegiatan", &label.kegiatan, 37),
        Column::new("pelaksana", &label.pelaksana, 20),
        Column::new("dokumen", papers, 38),
        Column::new("waktu", &label.waktu, 15),
        Column::new("mulai", of.word(&w::START), 14).rounds(),
        Column::new("selesai", of.word(&w::END), 14).rounds(),
        Column::new("hasil", of.word(&w::RESULT), 24),
        Column::new("paraf", of.word(&w::INITIALS), 14).rounds(),
    ];
    let mut rows = Vec::new();
    for (id, rounds) in of.rows().zip(of.rounds()) {
        rows.extend(of.sop[id].tahap.map(|tahap| Row::Band(of.sop[tahap].nama.clone())));
        rows.push(Row::Line(line(of, id, rounds)));
    }
    Table { columns, rows }
}

fn line(of: &Langkah, id: KegiatanId, rounds: u8) -> Line {
    let key = of.key(id);
    let row = &of.sop[id];
    let mut kegiatan = of.uraian(id);
    kegiatan.extend(of.notes(id));
    if let Some(text) = &row.tembusan {
        kegiatan.push(Piece::tick(format!("{key}.tembusan"), format!("{}: {text}", of.word(&w::COPY))));
    }
    if row.bila_perlu.is_some() {
        kegiatan.push(Piece::tick(format!("{key}.dilewati"), of.word(&w::SKIPPED)));
    }
    let cells = vec![
        vec![Piece::Strong(of.nomor(id)), Piece::tick(format!("{key}.beres"), "")],
        kegiatan,
        of.pelaksana(id).into_iter().map(Piece::Strong).collect(),
        papers(of, id, &key),
        of.waktu(id).into_iter().map(Piece::Text).collect(),
        vec![Piece::blank(format!("{key}.mulai"), BlankKind::Moment)],
        vec![Piece::blank(format!("{key}.selesai"), BlankKind::Moment)],
        outcomes(of, id, &key),
        initials(of, id, &key),
    ];
    Line { key, rounds, cells }
}

/// What must be in hand, then what is made, each with its box.
fn papers(of: &Langkah, id: KegiatanId, key: &str) -> Vec<Piece> {
    let (label, mutu) = (&of.setup.label, &of.sop[id].mutu_baku);
    let mut pieces = Vec::new();
    let waits = of.menunggu(id);
    if !waits.is_empty() {
        pieces.push(Piece::Label(of.word(&w::WAITS)));
        pieces.extend(
            waits.iter().map(|row| Piece::tick(format!("{key}.menunggu.{}", of.key(*row)), of.step(*row))),
        );
    }
    for (label, name, list) in
        [(&label.kelengkapan, "kelengkapan", &mutu.kelengkapan), (&label.output, "output", &mutu.output)]
    {
        if !list.is_empty() {
            pieces.push(Piece::Label(label.clone()));
            let tick = |(at, butir): (usize, &Butir)| {
                Piece::tick(format!("{key}.{name}.{}", at + 1), of.named(&butir.teks))
            };
            pieces.extend(list.iter().enumerate().map(tick));
        }
    }
    pieces
}

/// The outcomes to choose from, or where the case goes on.
fn outcomes(of: &Langkah, id: KegiatanId, key: &str) -> Vec<Piece> {
    let named = of.sop[id].simpul.len() > 1;
    let mut pieces = Vec::new();
    for (at, simpul) in of.sop.simpul_dari(id) {
        let Setelah::Jika(cabang) = &simpul.setelah else { continue };
        if named {
            pieces.push(Piece::Label(of.actors(&simpul.oleh)));
        }
        let place = if named { of.sop.kunci(at) } else { key.to_owned() };
        pieces.extend(cabang.iter().map(|cabang| Piece::Choice {
            name: format!("{place}.hasil"),
            value: cabang.jawaban.teks().to_owned(),
            label: format!("{} {}", of.answer(cabang), of.way(at, &cabang.lanjutan)),
        }));
    }
    pieces.extend(of.next(id).into_iter().map(Piece::Text));
    pieces
}

/// Who signs: every joint actor, every place of a chain; of alternatives the one who acted, ticked.
fn initials(of: &Langkah, id: KegiatanId, key: &str) -> Vec<Piece> {
    let name = |lane: &PelaksanaId| of.sop[*lane].pendek.clone();
    let places = of.places(id);
    let several = places.len() > 1 || places.iter().flatten().any(|(_, simpul)| simpul.oleh.len() > 1);
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut blank = |label: Option<String>| {
        at += 1;
        Piece::Blank(Blank { name: format!("{key}.paraf.{at}"), kind: BlankKind::Initials, label })
    };
    for place in &places {
        if let [(_, simpul)] = place[..] {
            pieces.extend(simpul.oleh.iter().map(|lane| blank(several.then(|| name(lane)))));
        } else {
            let names = place.iter().map(|(_, simpul)| of.actors(&simpul.oleh));
            pieces.extend(names.map(|label| Piece::Choice {
                name: format!("{key}.oleh"),
                value: label.clone(),
                label,
            }));
            pieces.push(blank(None));
        }
    }
    pieces
}

/// The actors by their full names, where there is more to say than the short one.
fn legend(of: &Langkah) -> Vec<String> {
    let line = |pelaksana: &Pelaksana| {
        let kind = match pelaksana.jenis {
            JenisPelaksana::Dalam => None,
            JenisPelaksana::Luar => Some(&w::OUTSIDER),
            JenisPelaksana::Sistem => Some(&w::SYSTEM),
        };
        let names: Vec<&str> = pelaksana.short_names().map(String::as_str).collect();
        let mut value: Vec<String> = pelaksana.panjang.iter().cloned().collect();
        value.extend(kind.map(|kind| format!("({})", of.word(kind))));
        let said = !value.is_empty() || names.len() > 1;
        said.then(|| match (value.is_empty(), &pelaksana.panjang) {
            (true, _) => names.join(", "),
            (false, Some(_)) => format!("{}: {}", names.join(", "), value.join(" ")),
            (false, None) => format!("{} {}", names.join(", "), value.join(" ")),
        })
    };
    of.sop.pelaksana.iter().filter_map(line).collect()
}
