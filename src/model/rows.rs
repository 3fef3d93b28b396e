//! The rows while the flow is resolved: numbers, symbols and names find their ids here.

use super::faults::{AMBIGUOUS_SYMBOL, NAME_NOT_IN_ROW, UNKNOWN_TARGET};
use super::pelaksana::Lanes;
use super::{Kegiatan, KegiatanId, Nomor, PelaksanaId, Simpul, SimpulId};
use crate::diag::{Diagnostic, Sink};
use crate::few::Few;
use crate::source::{Span, Spanned};
use crate::syntax::ast;
use crate::text::Text;
use smol_str::SmolStr;
use std::ops::Range;

static NEAREST_ROWS: Text = Text::new("kegiatan yang terdekat: {dekat}", "the nearest rows: {dekat}");
static ONE_ROW_ONLY: Text = Text::new(
    "satu hasil menuju satu kegiatan; pilih salah satu, atau, bila keduanya dikerjakan bersamaan, tulis `bersamaan: {daftar}`",
    "an outcome leads to one row; choose one or, if both are done side by side, write `bersamaan: {daftar}`",
);

/// All rows, with everything but the flow known.
pub(super) struct Rows<'a> {
    pub written: Vec<&'a ast::Kegiatan>,
    pub simpul: Vec<Simpul>,
    /// By symbol: marked with `?`.
    pub deciding: Vec<bool>,
    lanes: &'a Lanes<'a>,
    ranges: Vec<Range<u32>>,
    numbers: Numbers,
}

/// The numbers of all rows, sorted; rows of the same number in file order.
pub(super) struct Numbers(Vec<(Nomor, KegiatanId)>);

impl Numbers {
    pub fn of(written: &[&ast::Kegiatan]) -> Numbers {
        let rows = written.iter().enumerate();
        let mut numbers: Vec<(Nomor, KegiatanId)> =
            rows.map(|(at, row)| (row.nomor.value, KegiatanId::from_index(at))).collect();
        numbers.sort();
        Numbers(numbers)
    }

    /// By row: 1 for the first one with its number, 2 for the second, …
    pub fn nth(&self) -> Vec<u32> {
        let mut nth = vec![1; self.0.len()];
        for two in self.0.windows(2).filter(|two| two[0].0 == two[1].0) {
            nth[two[1].1.index()] = nth[two[0].1.index()] + 1;
        }
        nth
    }

    /// Where the first row of this number stands among them, or would.
    fn position(&self, nomor: Nomor) -> usize {
        self.0.partition_point(|(known, _)| *known < nomor)
    }
}

impl<'a> Rows<'a> {
    pub fn new(
        written: Vec<&'a ast::Kegiatan>,
        kegiatan: &[Kegiatan],
        numbers: Numbers,
        simpul: Vec<Simpul>,
        deciding: Vec<bool>,
        lanes: &'a Lanes<'a>,
    ) -> Rows<'a> {
        let ranges = kegiatan.iter().map(|row| row.simpul.clone()).collect();
        Rows { written, simpul, deciding, lanes, ranges, numbers }
    }

    pub fn len(&self) -> usize {
        self.written.len()
    }

    pub fn nomor(&self, row: KegiatanId) -> Nomor {
        self.written[row.index()].nomor.value
    }

    /// The first row with this number.
    pub fn find(&self, nomor: Nomor) -> Option<KegiatanId> {
        let found = self.numbers.0.get(self.numbers.position(nomor));
        found.filter(|(known, _)| *known == nomor).map(|(_, row)| *row)
    }

    /// The row that a line aims at; one that is not there is reported.
    pub fn target(&self, nomor: Nomor, span: Span, sink: &mut Sink) -> Option<KegiatanId> {
        let found = self.find(nomor);
        if found.is_none() {
            let (below, above) = self.numbers.0.split_at(self.numbers.position(nomor));
            let finding = Diagnostic::at(&UNKNOWN_TARGET, span).with("tujuan", nomor.to_string());
            let said = |row: &(Nomor, KegiatanId)| row.0.to_string();
            sink.push(match (below.last(), above.first()) {
                (Some(below), Some(above)) => {
                    finding.with("dekat", vec![said(below), said(above)]).help(&NEAREST_ROWS)
                }
                _ => {
                    let first = self.numbers.0.first().map_or(String::new(), said);
                    let last = self.numbers.0.last().map_or(String::new(), said);
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
    pub fn place(&self, row: KegiatanId, tempat: u32) -> Few<SimpulId> {
        // Most rows are one symbol.
        if let (Range { start, end }, 0) = (self.ranges[row.index()].clone(), tempat)
            && start + 1 == end
        {
            return Few::from([SimpulId(start)]);
        }
        self.range(row, tempat).map(SimpulId).collect()
    }

    /// The first and the last symbol of a place.
    fn range(&self, row: KegiatanId, tempat: u32) -> Range<u32> {
        let range = self.ranges[row.index()].clone();
        let symbols = &self.simpul[range.start as usize..range.end as usize];
        let first = symbols.partition_point(|simpul| simpul.tempat < tempat) as u32;
        let count = symbols[first as usize..].partition_point(|simpul| simpul.tempat == tempat) as u32;
        range.start + first..range.start + first + count
    }

    /// Whether a symbol is the first of those that share its place.
    pub fn leads(&self, row: KegiatanId, id: SimpulId) -> bool {
        self.range(row, self.simpul[id.index()].tempat).start == id.0
    }

    /// Whether two symbols, the first one of this row, share a place.
    pub fn share_a_place(&self, row: KegiatanId, id: SimpulId, other: SimpulId) -> bool {
        self.range(row, self.simpul[id.index()].tempat).contains(&other.0)
    }

    /// Where a row is entered.
    pub fn entry(&self, row: KegiatanId) -> Few<SimpulId> {
        self.place(row, 0)
    }

    /// The last place of a row.
    pub fn last_place(&self, row: KegiatanId) -> u32 {
        self.symbols(row).next_back().map_or(0, |id| self.simpul[id.index()].tempat)
    }

    /// The symbol of a named actor in a row; a name that does not act there is reported.
    pub fn symbol(&self, row: KegiatanId, nama: &Spanned<SmolStr>, sink: &mut Sink) -> Option<SimpulId> {
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
                .with("nomor", nomor.as_str())
                .with("ada", ada);
            // `lanjut ke 3 atau 4`
            sink.push(match other_row(&nama.value) {
                Some(other) => finding.with("daftar", format!("{nomor}, {other}")).help(&ONE_ROW_ONLY),
                None => finding,
            });
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
fn other_row(typed: &str) -> Option<&str> {
    let mut words = typed.split_whitespace();
    let joins = words.next().is_some_and(|word| ["atau", "dan", "/", "&", "-"].contains(&word));
    words.next_back().filter(|last| joins && last.bytes().all(|byte| byte.is_ascii_digit()))
}
