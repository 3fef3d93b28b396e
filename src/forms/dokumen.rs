//! The papers and tools of a procedure: where each comes from, which row makes it, which needs it.

use super::langkah::Langkah;
use super::{Column, Form, Jenis, Line, Part, Piece, Row, Setup, Table, words as w};
use crate::analysis::Procedure;
use crate::analysis::dokumen::Asal;
use crate::model::{DokumenId, KegiatanId};
use crate::text::{Text, fold};

/// The groups, in the order of the list.
const GROUPS: [(Asal, &Text); 4] = [
    (Asal::Luar, &w::OUTSIDE),
    (Asal::Dibuat, &w::MADE_INSIDE),
    (Asal::TakDiketahui, &w::ORIGIN_UNKNOWN),
    (Asal::Alat, &w::TOOLS),
];

/// The list of a procedure.
pub fn form(procedure: &Procedure, setup: &Setup) -> Form {
    let of = Langkah::new(procedure, setup);
    let mut form = Form::of(Jenis::Dokumen, &w::PAPERS, procedure, setup);
    let columns = vec![
        Column::new("no", &setup.label.no, 10).centre(),
        Column::new("nama", of.word(&w::PAPER_OR_TOOL), 64),
        Column::new("dibuat", of.word(&w::MADE_BY), 56),
        Column::new("diperlukan", of.word(&w::NEEDED_BY), 56),
    ];
    let mut rows = Vec::new();
    let mut number = 0;
    for (asal, name) in GROUPS {
        let lines: Vec<DokumenId> = (0..of.sop.dokumen.len())
            .map(DokumenId::from_index)
            .filter(|id| procedure.papers()[*id].asal == asal)
            .collect();
        if lines.is_empty() {
            continue;
        }
        rows.push(Row::Band(of.word(name)));
        for id in lines {
            number += 1;
            let paper = &procedure.papers()[id];
            let cells = vec![
                vec![Piece::Text(number.to_string())],
                vec![Piece::Text(of.sop[id].nama.to_string())],
                steps(&of, &paper.made),
                steps(&of, &paper.needed),
            ];
            rows.push(Row::Line(Line { key: number.to_string(), rounds: 1, cells }));
        }
    }
    if rows.is_empty() {
        form.parts.push(Part::Paragraph(of.word(&w::NO_PAPERS)));
    } else {
        form.parts.push(Part::Table(Table { columns, rows }));
    }
    // A tool without a row is no paper of the model where it is only listed.
    let unlisted: Vec<String> = of
        .sop
        .identitas
        .peralatan
        .iter()
        .filter(|name| !of.sop.dokumen.iter().any(|it| fold(&it.nama) == fold(name)))
        .cloned()
        .collect();
    if !unlisted.is_empty() {
        form.parts.push(Part::List { label: setup.label.peralatan.clone(), items: unlisted });
    }
    form
}

/// `2 (Kabid)`, one below the other.
fn steps(of: &Langkah, rows: &[KegiatanId]) -> Vec<Piece> {
    if rows.is_empty() {
        return vec![Piece::Text("-".to_owned())];
    }
    let line = |row: &KegiatanId| {
        let mut who: Vec<String> = Vec::new();
        for (_, simpul) in of.sop.simpul_dari(*row) {
            for lane in &simpul.oleh {
                let name = &of.sop[*lane].pendek;
                if !who.contains(name) {
                    who.push(name.clone());
                }
            }
        }
        Piece::Item { marker: format!("{}.", of.nomor(*row)), text: who.join(", ") }
    };
    rows.iter().map(line).collect()
}
