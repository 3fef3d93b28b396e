//! The rows while the flow is resolved: numbers, symbols and names find their ids here.

use super::faults::{AMBIGUOUS_SYMBOL, NAME_NOT_IN_ROW, NEAREST_ROWS, ONE_ROW_ONLY, UNKNOWN_TARGET};
use super::pelaksana::Lanes;
use super::{Kegiatan, KegiatanId, Nomor, PelaksanaId, Simpul, SimpulId};
use crate::diag::{Diagnostic, Sink};
use crate::source::{Span, Spanned};
use crate::syntax::ast;
use std::collections::BTreeMap;
use std::ops::Range;

/// All rows, with everything but the flow known.
pub(super) struct Rows<'a> {
    pub written: Vec<&'a ast::Kegiatan>,
    pub simpul: Vec<Simpul>,
    /// By symbol: marked with `?`.
    pub deciding: Vec<bool>,
    lanes: &'a Lanes,
    ranges: Vec<Range<u32>>,
    by_number: BTreeMap<Nomor, KegiatanId>,
}

impl<'a> Rows<'a> {
    pub fn new(
        written: Vec<&'a ast::Kegiatan>,
        kegiatan: &[Kegiatan],
        simpul: Vec<Simpul>,
        deciding: Vec<bool>,
        lanes: &'a Lanes,
    ) -> Rows<'a> {
        let mut by_number = BTreeMap::new();
        for (at, row) in kegiatan.iter().enumerate() {
            // A target to a number that stands twice means the first.
            by_number.entry(row.nomor).or_insert(KegiatanId::from_index(at));
        }
        let ranges = kegiatan.iter().map(|row| row.simpul.clone()).collect();
        Rows { written, simpul, deciding, lanes, ranges, by_number }
    }

    pub fn len(&self) -> usize {
        self.written.len()
    }

    pub fn nomor(&self, row: KegiatanId) -> Nomor {
        self.written[row.index()].nomor.value
    }

    /// The first row with this number.
    pub fn find(&self, nomor: Nomor) -> Option<KegiatanId> {
        self.by_number.get(&nomor).copied()
    }

    /// The row that a line aims at; one that is not there is reported.
    pub fn target(&self, nomor: Nomor, span: Span, sink: &mut Sink) -> Option<KegiatanId> {
        let found = self.find(nomor);
        if found.is_none() {
            let below = self.by_number.range(..nomor).next_back();
            let above = self.by_number.range(nomor..).next();
            let finding = Diagnostic::at(&UNKNOWN_TARGET, span).with("tujuan", nomor.to_string());
            let said = |row: (&Nomor, &KegiatanId)| row.0.to_string();
            sink.push(match (below, above) {
                (Some(below), Some(above)) => {
                    finding.with("dekat", vec![said(below), said(above)]).help(&NEAREST_ROWS)
                }
                _ => {
                    let first = self.by_number.first_key_value().map_or(String::new(), said);
                    let last = self.by_number.last_key_value().map_or(String::new(), said);
                    finding.with("pertama", first).with("terakhir", last)
                }
            });
        }
        found
    }

    /// The symbols of a row.
    pub fn symbols(&self, row: KegiatanId) -> impl DoubleEndedIterator<Item = SimpulId> + use<> {
        self.ranges[row.index()].clone().map(SimpulId)
    }

    /// The symbols of one place of a row: one, or several alternatives.
    pub fn place(&self, row: KegiatanId, tempat: u32) -> Vec<SimpulId> {
        let range = self.ranges[row.index()].clone();
        let symbols = &self.simpul[range.start as usize..range.end as usize];
        let first = symbols.partition_point(|simpul| simpul.tempat < tempat);
        let past = symbols.partition_point(|simpul| simpul.tempat <= tempat);
        (first..past).map(|at| SimpulId::from_index(range.start as usize + at)).collect()
    }

    /// Where a row is entered.
    pub fn entry(&self, row: KegiatanId) -> Vec<SimpulId> {
        self.place(row, 0)
    }

    /// The last place of a row.
    pub fn last_place(&self, row: KegiatanId) -> u32 {
        self.symbols(row).next_back().map_or(0, |id| self.simpul[id.index()].tempat)
    }

    /// The symbol of a named actor in a row; a name that does not act there is reported.
    pub fn symbol(&self, row: KegiatanId, nama: &Spanned<String>, sink: &mut Sink) -> Option<SimpulId> {
        let lane = self.lanes.find_any(&nama.value);
        let mut found = self
            .symbols(row)
            .filter(|id| lane.is_some_and(|lane| self.simpul[id.index()].oleh.contains(&lane)));
        let nomor = self.nomor(row).to_string();
        let Some(first) = found.next() else {
            let mut ada: Vec<String> = Vec::new();
            for id in self.symbols(row) {
                for lane in &self.simpul[id.index()].oleh {
                    let pendek = self.short(*lane);
                    if !ada.iter().any(|known| known == pendek) {
                        ada.push(pendek.to_owned());
                    }
                }
            }
            let finding = Diagnostic::at(&NAME_NOT_IN_ROW, nama.span)
                .with("nama", nama.value.as_str())
                .with("nomor", nomor)
                .with("ada", ada);
            // `lanjut ke 3 atau 4`
            sink.push(if names_a_row(&nama.value) { finding.help(&ONE_ROW_ONLY) } else { finding });
            return None;
        };
        if found.next().is_some() {
            sink.push(
                Diagnostic::at(&AMBIGUOUS_SYMBOL, nama.span)
                    .with("nama", nama.value.as_str())
                    .with("nomor", nomor),
            );
        }
        Some(first)
    }

    fn short(&self, lane: PelaksanaId) -> &str {
        &self.lanes.list[lane.index()].pendek
    }

    /// Who acts at a symbol, as messages name them.
    pub fn names(&self, id: SimpulId) -> Vec<String> {
        self.simpul[id.index()].oleh.iter().map(|lane| self.short(*lane).to_owned()).collect()
    }
}

/// `atau 4`, `dan kegiatan 5`: another row, and nobody's name.
fn names_a_row(typed: &str) -> bool {
    let mut words = typed.split_whitespace();
    let joins = words.next().is_some_and(|word| ["atau", "dan", "/", "&", "-"].contains(&word));
    joins && words.next_back().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()))
}
