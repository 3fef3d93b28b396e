//! A sheet for the public about a service: what to bring, how it goes, how long it takes, what it costs where the
//! procedure says so. Rows in which the public has no part are not on it.

use super::hasil::Hasil;
use super::langkah::Langkah;
use super::{Column, Form, Jenis, Line, Part, Piece, Row, Setup, Table, words as w};
use crate::analysis::Procedure;
use crate::analysis::dokumen::Asal;
use crate::analysis::flow::Target;
use crate::analysis::kalimat::VerbClass;
use crate::model::{JenisPelaksana, KegiatanId, PelaksanaId, Sasaran, Setelah};
use crate::text::{Arg, fold};

/// The sheet; `None` where the procedure is no service.
pub fn form(procedure: &Procedure, setup: &Setup) -> Option<Form> {
    let of = Langkah::new(procedure, setup);
    let identitas = &of.sop.identitas;
    if !identitas.is_of_kind("pelayanan") {
        return None;
    }
    let mut form = Form::of(Jenis::Layanan, &w::SERVICE, procedure, setup);
    let hasil = Hasil::new(&of);
    let needed = requirements(&of);
    form.parts.push(Part::Heading(of.word(&w::REQUIREMENTS)));
    form.parts.push(match needed.is_empty() {
        true => Part::Paragraph(of.word(&w::NO_REQUIREMENTS)),
        false => Part::List { label: String::new(), items: needed },
    });
    form.parts.push(Part::Heading(of.word(&w::STEPS)));
    form.parts.push(Part::Table(steps(&of, &hasil)));
    form.parts.push(Part::Heading(of.word(&w::TIME)));
    form.parts.extend(time(&of, &hasil));
    let (cost, rest): (Vec<String>, Vec<String>) =
        identitas.catatan.iter().cloned().partition(|text| is_cost(text));
    let cost: Vec<String> =
        cost.into_iter().chain(identitas.peringatan.iter().filter(|text| is_cost(text)).cloned()).collect();
    if !cost.is_empty() {
        form.parts.push(Part::Heading(of.word(&w::COST)));
        form.parts.extend(cost.into_iter().map(Part::Paragraph));
    }
    let product = hasil.papers();
    if !product.is_empty() {
        form.parts.push(Part::Heading(of.word(&w::PRODUCT)));
        form.parts.push(Part::List { label: String::new(), items: product });
    }
    if !rest.is_empty() {
        form.parts.push(Part::Heading(of.word(&w::GOOD_TO_KNOW)));
        form.parts.push(Part::List { label: String::new(), items: rest });
    }
    Some(form)
}

/// Every paper from outside, in the order of the text.
fn requirements(of: &Langkah) -> Vec<String> {
    let mut found = of.sop.identitas.dokumen_luar.clone();
    for (dokumen, paper) in of.sop.dokumen.iter().zip(&of.procedure.papers().list) {
        let known = found.iter().any(|name| fold(name) == fold(&dokumen.nama));
        if paper.asal == Asal::Luar && !known {
            found.push(dokumen.nama.to_string());
        }
    }
    found
}

fn is_cost(text: &str) -> bool {
    let text = fold(text);
    ["biaya", "tarif", "gratis", "retribusi", "pnbp", "dipungut"].iter().any(|word| text.contains(word))
}

/// How long it takes until the service is given: as stated, else what the rows on the way there add up to; and the
/// limits over all of it.
fn time(of: &Langkah, hasil: &Hasil) -> Vec<Part> {
    let stated = of.sop.identitas.waktu_total.is_some();
    let sum = if stated { of.total() } else { hasil.time().map(|(least, most)| of.range(least, most)) };
    let limits =
        hasil.limits().into_iter().map(|limit| format!("{}: {}", of.word(&w::LIMIT), of.typed(limit)));
    let mut lines: Vec<String> = sum.into_iter().chain(limits).collect();
    if lines.is_empty() {
        lines.push(of.word(&w::NO_TIME));
    } else if of.rows().any(|row| !visible(of, row)) {
        lines.push(of.word(&w::TIME_INSIDE));
    }
    lines.into_iter().map(Part::Paragraph).collect()
}

/// The rows that the public sees: the first, those of a party from outside, those that such a party comes from or goes
/// to, those that name it, those at which the case may end.
fn visible(of: &Langkah, id: KegiatanId) -> bool {
    let outside = |lane: PelaksanaId| of.sop[lane].jenis == JenisPelaksana::Luar;
    let row = &of.sop[id];
    let text = fold(&format!("{} {}", row.uraian, row.keterangan.as_deref().unwrap_or_default()));
    let lanes = || (0..of.sop.pelaksana.len()).map(PelaksanaId::from_index).filter(|lane| outside(*lane));
    let named = lanes().any(|lane| of.sop[lane].short_names().any(|name| text.contains(&fold(name))));
    // A row that only files what is done is the office's own business.
    let files = matches!(of.procedure.kalimat(id).class(), Some(VerbClass::File | VerbClass::Record));
    let touches = of.sop.simpul_dari(id).any(|(at, simpul)| {
        let own = simpul.oleh.iter().copied().any(outside);
        let before =
            of.procedure.flow.before(at).any(|edge| of.sop[edge.from].oleh.iter().copied().any(outside));
        let after = of.procedure.flow.after(at).any(|edge| match edge.to {
            Target::Simpul(to) => of.sop[to].oleh.iter().copied().any(outside),
            Target::Akhir(_) => !files,
        });
        own || before || after
    });
    id == KegiatanId(0) || named || touches
}

/// The steps as the public meets them, numbered anew; outcomes that end the case early are said.
fn steps(of: &Langkah, hasil: &Hasil) -> Table {
    let shown: Vec<KegiatanId> = of.rows().filter(|id| visible(of, *id)).collect();
    let timed = shown.iter().any(|id| !of.waktu(*id).is_empty());
    let mut columns = vec![
        Column::new("no", &of.setup.label.no, 10).centre(),
        Column::new("kegiatan", of.word(&w::STEP_HEAD), 100),
        Column::new("pelaksana", of.word(&w::SERVED_BY), 40),
    ];
    if timed {
        columns.push(Column::new("waktu", &of.setup.label.waktu, 30));
    }
    let rows = shown
        .into_iter()
        .enumerate()
        .map(|(at, id)| {
            let mut kegiatan = of.uraian(id);
            kegiatan
                .extend(hasil.only_when(id).map(|text| Piece::Note { label: of.word(&w::ONLY_WHEN), text }));
            kegiatan.extend(ends(of, id));
            let number = (at + 1).to_string();
            let mut cells = vec![
                vec![Piece::Text(number.clone())],
                kegiatan,
                of.pelaksana(id).into_iter().map(Piece::Text).collect(),
            ];
            if timed {
                cells.push(of.waktu(id).into_iter().map(Piece::Text).collect());
            }
            Row::Line(Line { key: number, rounds: 1, cells })
        })
        .collect();
    Table { columns, rows }
}

/// `Tidak, berkas tidak lengkap: berkas dikembalikan kepada Pemohon`
fn ends(of: &Langkah, id: KegiatanId) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (_, simpul) in of.sop.simpul_dari(id) {
        let Setelah::Jika(cabang) = &simpul.setelah else { continue };
        for cabang in cabang {
            if let Sasaran::Akhir(end) = cabang.lanjutan.ke
                && let Some(nama) = &of.sop[end].nama
            {
                let bila = cabang.kondisi.clone().unwrap_or_else(|| of.answer(cabang));
                let label = w::WHEN_ENDS.fill(of.lang(), &[("bila", Arg::Text(bila))]);
                pieces.push(Piece::Note { label, text: nama.clone() });
            }
        }
    }
    pieces
}
