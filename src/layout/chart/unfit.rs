//! Why a chart cannot be drawn, in words that say what to widen or to split.

use super::Unfit;
use super::diagram::Diagram;
use super::grid::{Grid, Unit};
use super::search::Stuck;
use crate::text::{Arg, Text};

static TOO_MANY_LANES: Text = Text {
    id: "{jumlah} pelaksana tidak muat pada lebar kertas ini; pakai kertas yang lebih lebar (F4 atau A3) atau gabungkan \
         pelaksana yang sebagian besar bekerja bersama",
    en: "{jumlah} lanes do not fit the width of this paper; use wider paper (F4 or A3), or merge lanes that mostly act \
         together",
};

static TOO_HIGH: Text = Text {
    id: "No. {nomor} lebih tinggi daripada satu halaman; pecah kegiatan itu menjadi beberapa baris, atau pakai kertas yang \
         lebih besar",
    en: "row {nomor} is higher than a page; split the activity into several rows, or use larger paper",
};

static NOTES_TOO_HIGH: Text = Text {
    id: "catatan di bawah tabel lebih tinggi daripada satu halaman; persingkat catatan itu",
    en: "the notes under the table are higher than a page; shorten them",
};

static TOO_MANY_BRANCHES: Text = Text {
    id: "No. {nomor}: lambang keputusan hanya mempunyai empat sisi, sedangkan di sini {jumlah} panah keluar dan masuk lewat \
         sisi sendiri; bagi keputusan itu menjadi dua baris",
    en: "row {nomor}: a decision has four sides, but {jumlah} arrows need a side of their own here; divide the decision \
         into two rows",
};

static STUCK: Text = Text {
    id: "No. {nomor}: semua sisi lambang sudah terpakai sehingga satu panah tidak dapat digambar; bagi kegiatan itu menjadi \
         dua baris",
    en: "row {nomor}: all sides of the symbol are taken, so that one arrow cannot be drawn; divide the activity into two \
         rows",
};

pub(super) fn too_many_lanes(diagram: &Diagram) -> Unfit {
    Unfit { text: &TOO_MANY_LANES, args: vec![("jumlah", Arg::from(diagram.lanes.len()))] }
}

pub(super) fn too_high(diagram: &Diagram, row: usize) -> Unfit {
    match diagram.rows.get(row) {
        Some(row) => Unfit { text: &TOO_HIGH, args: vec![("nomor", Arg::from(row.number.as_str()))] },
        None => Unfit { text: &NOTES_TOO_HIGH, args: Vec::new() },
    }
}

pub(super) fn too_many_branches(diagram: &Diagram, place: usize, sides: usize) -> Unfit {
    let number = diagram.rows[diagram.places[place].row].number.as_str();
    Unfit { text: &TOO_MANY_BRANCHES, args: vec![("nomor", Arg::from(number)), ("jumlah", Arg::from(sides))] }
}

pub(super) fn stuck(diagram: &Diagram, grid: &Grid, stuck: Stuck) -> Unfit {
    let arrow = &grid.arrows[stuck.arrow];
    let place = match grid.symbols[arrow.sources.start as usize].unit {
        Unit::Place(place) => place,
        Unit::End { .. } | Unit::Connector(_) => diagram.flows[arrow.flow].from,
    };
    let number = diagram.rows[diagram.places[place].row].number.as_str();
    Unfit { text: &STUCK, args: vec![("nomor", Arg::from(number))] }
}
