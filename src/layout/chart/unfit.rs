//! Why a chart cannot be drawn, in words that say what to widen or to split.

use super::diagram::{Diagram, Goal};
use super::grid::{Grid, Unit};
use super::search::Stuck;
use super::style::{CELL_PAD_X, Style};
use super::table::{COLUMNS, Column, lines};
use crate::config::SMALLEST_TYPE;
use crate::layout::font::Face;
use crate::paper::length::Len;
use crate::paper::{PAPERS, PageSetup};
use crate::text::{Arg, Lang, Text};
use std::ops::Range;

/// Why a chart cannot be drawn on its paper, or another output not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// What is too large, and mostly what to do about it, in both languages.
    pub text: &'static Text,
    /// What to do about it, where the text does not say so.
    pub remedy: Option<&'static Text>,
    /// What is put in place of its names.
    pub args: Vec<(&'static str, Arg)>,
}

impl Unfit {
    /// The sentence.
    pub fn words(&self, lang: Lang) -> String {
        let texts = std::iter::once(self.text).chain(self.remedy);
        texts.map(|text| text.fill(lang, &self.args)).collect::<Vec<_>>().join("; ")
    }
}

/// Also what SOP222 says, before anything is drawn.
pub(in crate::layout) const TOO_NARROW: Text = Text {
    id: "tabel dengan {jumlah} pelaksana membutuhkan lebar {butuh} mm, sedangkan di antara margin tersedia {ada} mm",
    en: "a table with {jumlah} lanes needs a width of {butuh} mm, but there are {ada} mm between the margins",
};

static WIDER_PAPER: Text = Text {
    id: "pakai kertas {kertas}, atau gabungkan pelaksana yang sebagian besar bekerja bersama",
    en: "use {kertas} paper, or merge lanes that mostly act together",
};

static FEWER_LANES: Text = Text {
    id: "tidak ada kertas yang cukup lebar; gabungkan pelaksana yang sebagian besar bekerja bersama, atau pecah SOP ini",
    en: "no paper is wide enough; merge lanes that mostly act together, or divide this SOP",
};

static TOO_HIGH: Text = Text {
    id: "No. {nomor} lebih tinggi daripada satu halaman; pecah kegiatan itu menjadi beberapa baris, atau pakai kertas yang \
         lebih besar",
    en: "row {nomor} is higher than a page; split the activity into several rows, or use larger paper",
};

static TEXT_TOO_HIGH: Text = Text {
    id: "No. {nomor} lebih tinggi daripada satu halaman karena isi kolom {kolom}; pecah kegiatan itu menjadi beberapa baris, \
         atau sebut di situ nama sebuah daftar atau lampiran dan pindahkan rinciannya ke sana",
    en: "row {nomor} is higher than a page by what stands under {kolom}; split the activity into several rows, or name a list \
         or an annex there and move the details to it",
};

static NOTES_TOO_HIGH: Text = Text {
    id: "catatan di bawah tabel lebih tinggi daripada satu halaman; persingkat catatan itu",
    en: "the notes under the table are higher than a page; shorten them",
};

static TOO_MANY_BRANCHES: Text = Text {
    id: "No. {nomor}: simbol keputusan hanya mempunyai empat sisi, sedangkan di sini {jumlah} panah keluar dan masuk lewat \
         sisi sendiri; bagi keputusan itu menjadi dua baris",
    en: "row {nomor}: a decision has four sides, but {jumlah} arrows need a side of their own here; divide the decision \
         into two rows",
};

static TOO_MANY_ARROWS: Text = Text {
    id: "No. {nomor}: {jumlah} panah keluar dan masuk, lebih banyak daripada yang dapat ditarik di satu halaman; bagi kegiatan \
         itu, atau pertemukan dahulu sebagian panahnya di kegiatan lain",
    en: "row {nomor}: {jumlah} arrows leave and enter, more than can be drawn on a page; divide the activity, or let some of \
         its arrows meet in another row first",
};

static STUCK: Text = Text {
    id: "No. {nomor}: semua sisi simbol sudah terpakai sehingga satu panah tidak dapat digambar; bagi kegiatan itu menjadi \
         dua baris",
    en: "row {nomor}: all sides of the symbol are taken, so that one arrow cannot be drawn; divide the activity into two \
         rows",
};

/// `width` is what a table with so many lanes needs at least.
pub(super) fn too_narrow(lanes: usize, width: Len, paper: &PageSetup) -> Unfit {
    let sides = paper.margins.left + paper.margins.right;
    let whole_mm = |length: Len| length.to_um() / 1000;
    let mut args = vec![
        ("jumlah", Arg::from(lanes)),
        ("butuh", Arg::from(whole_mm(width + Len::um(999)).to_string())),
        ("ada", Arg::from(whole_mm(paper.width - sides).to_string())),
    ];
    // A little more, because lines and words may ask for room that is not known yet.
    let wide_enough = PAPERS.iter().filter(|paper| paper.height >= width.scale(103, 100) + sides);
    let remedy = match wide_enough.min_by_key(|paper| paper.height) {
        Some(paper) => {
            args.push(("kertas", Arg::from(paper.name.to_uppercase())));
            &WIDER_PAPER
        }
        None => &FEWER_LANES,
    };
    Unfit { text: &TOO_NARROW, remedy: Some(remedy), args }
}

pub(super) fn too_high(diagram: &Diagram, row: usize) -> Unfit {
    let Some(row) = diagram.rows.get(row) else {
        return Unfit { text: &NOTES_TOO_HIGH, remedy: None, args: Vec::new() };
    };
    let mut args = vec![("nomor", Arg::from(row.number.as_str()))];
    // What a text takes at least, in the widest column and the smallest type.
    let least = |column: &Column| {
        let width = column.widest() - CELL_PAD_X * 2;
        let lines = lines(column.text(row), width, Face::Regular, SMALLEST_TYPE).len();
        Style::leading(SMALLEST_TYPE) * i32::try_from(lines).unwrap_or(i32::MAX / 4000)
    };
    let longest = COLUMNS.into_iter().max_by_key(least).filter(|of| least(of) * 2 > diagram.paper.height);
    let Some(column) = longest else { return Unfit { text: &TOO_HIGH, remedy: None, args } };
    args.push(("kolom", Arg::from(column.head(&diagram.words))));
    Unfit { text: &TEXT_TOO_HIGH, remedy: None, args }
}

pub(super) fn too_many_branches(diagram: &Diagram, place: usize, sides: usize) -> Unfit {
    let number = diagram.rows[diagram.places[place].row].number.as_str();
    Unfit {
        text: &TOO_MANY_BRANCHES,
        remedy: None,
        args: vec![("nomor", Arg::from(number)), ("jumlah", Arg::from(sides))],
    }
}

/// Of these rows the one with the most arrows is named.
pub(super) fn too_many_arrows(diagram: &Diagram, rows: Range<usize>) -> Unfit {
    let mut arrows = vec![0usize; diagram.rows.len()];
    for flow in &diagram.flows {
        let from = diagram.places[flow.from].row;
        arrows[from] += 1;
        match flow.to {
            Goal::Place(to) if diagram.places[to].row != from => arrows[diagram.places[to].row] += 1,
            Goal::Place(_) | Goal::End(_) => {}
        }
    }
    // The first of those with as many.
    let row = rows.rev().max_by_key(|row| arrows[*row]).unwrap_or_default();
    let number = diagram.rows[row].number.as_str();
    let args = vec![("nomor", Arg::from(number)), ("jumlah", Arg::from(arrows[row]))];
    Unfit { text: &TOO_MANY_ARROWS, remedy: None, args }
}

pub(super) fn stuck(diagram: &Diagram, grid: &Grid, stuck: Stuck) -> Unfit {
    let arrow = &grid.arrows[stuck.arrow];
    let place = match grid.symbols[arrow.sources.start as usize].unit {
        Unit::Place(place) => place,
        Unit::End { .. } | Unit::Connector(_) => diagram.flows[arrow.flow].from,
    };
    let number = diagram.rows[diagram.places[place].row].number.as_str();
    Unfit { text: &STUCK, remedy: None, args: vec![("nomor", Arg::from(number))] }
}
