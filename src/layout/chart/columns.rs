//! Widths of the text columns, chosen by what stands in them: a little is moved from one column to another as long as
//! the table becomes lower.

use super::diagram::{Diagram, Paragraph};
use super::style::{CELL_PAD_X, CELL_PAD_Y, Style};
use super::table::{COLUMNS, Column, Widths, head_widths, least_widths_of};
use crate::layout::font::{self, Face};
use crate::layout::wrap::{each_piece, words};
use crate::paper::length::Len;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A longer chart is judged by this many rows, evenly spread, so that its columns cost no more time.
const ROWS_JUDGED: usize = 250;
/// What is moved at once, in millimetres; larger steps cross a stretch where nothing is gained.
const STEPS: [i32; 4] = [1, 2, 4, 7];

/// What Kegiatan becomes wider or narrower by at once, in millimetres.
const KEGIATAN_STEP: usize = 8;
/// How wide any column may become on the right for a word, or Waktu for the times of several actors.
const WIDEST_WORD: Len = Len::mm(52);
const WIDEST_TIMES: Len = Len::mm(30);

/// How much lower the table must become by that, in percent.
const CLEAR_GAIN: i64 = 4;

/// `3 hari kerja` is no word to widen a column for: `3 hari` and `kerja`.
fn loosely(word: &str) -> impl Iterator<Item = &str> {
    let begins =
        |word: &str, with: &str| word.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
    let of_day = |kind: &str| begins(kind, "kerja") || begins(kind, "kalender");
    let kind = word.rsplit_once(' ').filter(|(_, kind)| of_day(kind));
    let (word, kind) = kind.map_or((word, None), |(number, kind)| (number, Some(kind)));
    std::iter::once(word).chain(kind)
}

/// Lengths are in font units, so that lines are counted exactly as they will be broken.
pub(super) struct Words {
    /// Width of the marker, and of the blank after it.
    indent: i64,
    /// Each piece, and whether a blank parts it from the one before; a line of the source each.
    lines: Vec<Vec<(i64, bool)>>,
}

impl Words {
    fn of(paragraph: &Paragraph) -> Words {
        let units = |text: &str| font::units(text, Face::Regular);
        let marker = &paragraph.marker;
        let indent = if marker.is_empty() { 0 } else { units(marker) + units(" ") };
        let pieces = |line: &str| {
            let mut out = Vec::new();
            for word in words(line).flat_map(loosely) {
                let mut apart = true;
                each_piece(word, |piece| out.push((units(piece), std::mem::take(&mut apart))));
            }
            out
        };
        Words { indent, lines: paragraph.text.split('\n').map(pieces).collect() }
    }

    fn widest(&self) -> i64 {
        self.indent + self.lines.iter().flatten().map(|(width, _)| *width).max().unwrap_or(0)
    }

    /// Printed lines in a column of this width, and how many words must be cut.
    fn count(&self, width: i64, blank: i64) -> (i32, usize) {
        let width = (width - self.indent).max(1);
        let (mut lines, mut cut) = (0, 0);
        for pieces in &self.lines {
            let mut used = 0;
            for (piece, apart) in pieces {
                let longer = used + if *apart && used > 0 { blank } else { 0 } + piece;
                if used > 0 && longer <= width {
                    used = longer;
                    continue;
                }
                let whole = (piece - 1).max(0) / width;
                cut += usize::from(whole > 0);
                lines += 1 + whole as i32;
                used = piece - whole * width;
            }
        }
        (lines, cut)
    }
}

/// The words of each column, row and paragraph; the same in every style.
type Texts = [Vec<Vec<Words>>; 5];

/// Lines of each judged row in one column at one width.
struct Counted {
    lines: Vec<i32>,
    cut: usize,
}

/// Words cut, height of the rows, lines of the rows whether they count or not: less is better, in this order.
type Price = (usize, i32, i32);
const NOTHING_KNOWN: Price = (usize::MAX, i32::MAX, i32::MAX);

/// The texts of a chart, measured.
pub(super) struct Columns {
    pub style: Style,
    words: Rc<Texts>,
    /// A column needs this for its words.
    least: [Len; 5],
    /// A column wants this for its head, in the size of the text.
    heads: [Len; 5],
    /// A column gives nothing away below this.
    floor: [Len; 5],
    /// A column takes nothing more above this.
    widest: [Len; 5],
    /// Height that the drawing takes of each judged row.
    drawn: Vec<Len>,
    known: [BTreeMap<Len, Rc<Counted>>; 5],
    /// What became of widths that were settled before.
    settled: BTreeMap<[Len; 5], [Len; 5]>,
}

impl Columns {
    /// Of a diagram whose `words` another style may know already; `drawn` is the height that a row's symbols ask for.
    pub fn new(
        diagram: &Diagram,
        style: Style,
        words: Option<Rc<Texts>>,
        drawn: impl Fn(usize) -> Len,
    ) -> Columns {
        let every = diagram.rows.len() / ROWS_JUDGED + 1;
        let judged = || (0..diagram.rows.len()).step_by(every);
        let measure = |column: Column| {
            let of_row = |row: usize| column.text(&diagram.rows[row]).iter().map(Words::of).collect();
            judged().map(of_row).collect::<Vec<Vec<Words>>>()
        };
        let words = words.unwrap_or_else(|| Rc::new(COLUMNS.map(measure)));
        let mut least = least_widths_of(diagram, &style);
        let em = i64::from(style.body.em().to_um());
        for (least, words) in least.iter_mut().zip(&*words) {
            let widest = words.iter().flatten().map(Words::widest).max().unwrap_or(0);
            let um = (widest * em + UNITS - 1) / UNITS;
            *least = (*least).max(Len::um(i32::try_from(um).unwrap_or(i32::MAX / 4)) + CELL_PAD_X * 2);
        }
        let mut widest: [Len; 5] =
            std::array::from_fn(|column| COLUMNS[column].widest().max(least[column].min(WIDEST_WORD)));
        if words[Column::Waktu as usize].iter().any(|paragraphs| paragraphs.len() > 1) {
            let waktu = &mut widest[Column::Waktu as usize];
            *waktu = WIDEST_TIMES.max(*waktu);
        }
        Columns {
            style,
            words,
            least,
            heads: head_widths(&diagram.words, style.body),
            floor: least,
            widest,
            drawn: judged().map(drawn).collect(),
            known: Default::default(),
            settled: BTreeMap::new(),
        }
    }

    /// The words, for another style.
    pub fn words(&self) -> Rc<Texts> {
        Rc::clone(&self.words)
    }

    /// Moves width between the text columns so that the table becomes lower.
    pub fn settle(&mut self, widths: &mut Widths) {
        let begin = widths.text;
        if let Some(settled) = self.settled.get(&begin) {
            widths.text = *settled;
            return;
        }
        self.floor = std::array::from_fn(|at| self.least[at].max(self.heads[at].min(begin[at])));
        let (mut text, mut best) = self.settle_others(self.fed(begin));
        // The lanes stand right of Kegiatan: it moves by much or not at all, and only for a clear gain.
        loop {
            let moves = [self.widened(text), self.narrowed(text)];
            let settled = moves.into_iter().flatten().map(|text| self.settle_others(text));
            let Some((other, price)) = settled.min_by_key(|(_, price)| *price) else { break };
            let clear = i64::from(price.1) * 100 <= i64::from(best.1) * (100 - CLEAR_GAIN);
            if price.0 > best.0 || (price.0 == best.0 && !clear) {
                break;
            }
            (text, best) = (other, price);
        }
        self.settled.insert(begin, text);
        widths.text = text;
    }

    /// A column on the right that lacks a little for its widest word gets just that, where the others on the right have so
    /// much to give: no step is as short.
    fn fed(&self, mut text: [Len; 5]) -> [Len; 5] {
        for to in 1..5 {
            let spare = |text: &[Len; 5], at: usize| (text[at] - self.floor[at]).max(Len::ZERO);
            let mut missing = self.least[to].min(self.widest[to]) - text[to];
            if missing <= Len::ZERO || missing > (1..5).map(|at| spare(&text, at)).sum() {
                continue;
            }
            while let Some(from) =
                (1..5).max_by_key(|at| (spare(&text, *at), *at)).filter(|_| missing > Len::ZERO)
            {
                let given = spare(&text, from).min(missing);
                text[from] -= given;
                text[to] += given;
                missing -= given;
            }
        }
        text
    }

    /// Kegiatan wider by a step; the others pay, those first that have most to give.
    fn widened(&self, mut text: [Len; 5]) -> Option<[Len; 5]> {
        for _ in 0..KEGIATAN_STEP {
            let from = (1..5).max_by_key(|column| (text[*column] - self.floor[*column], *column))?;
            text[from] -= Len::mm(1);
            text[0] += Len::mm(1);
        }
        let fits = text[0] <= self.widest[0] && (1..5).all(|column| text[column] >= self.floor[column]);
        fits.then_some(text)
    }

    /// Kegiatan narrower by a step; the others gain, those first that are furthest from their maximum.
    fn narrowed(&self, mut text: [Len; 5]) -> Option<[Len; 5]> {
        for _ in 0..KEGIATAN_STEP {
            let to = (1..5).max_by_key(|column| (self.widest[*column] - text[*column], *column))?;
            text[0] -= Len::mm(1);
            text[to] += Len::mm(1);
        }
        let fits = text[0] >= self.floor[0] && (1..5).all(|column| text[column] <= self.widest[column]);
        fits.then_some(text)
    }

    /// Moves width between the columns on the right until no step makes the table lower.
    fn settle_others(&mut self, mut text: [Len; 5]) -> ([Len; 5], Price) {
        let mut counted: [Rc<Counted>; 5] = std::array::from_fn(|column| self.count(column, text[column]));
        let mut best = self.price(&counted.each_ref().map(|column| &**column), NOTHING_KNOWN);
        while let Some((price, from, to, by)) = self.step(&text, &counted, best) {
            best = price;
            text[from] -= by;
            text[to] += by;
            counted[from] = self.count(from, text[from]);
            counted[to] = self.count(to, text[to]);
        }
        (text, best)
    }

    /// The move of some width from one column on the right to another that gains most.
    fn step(
        &mut self,
        text: &[Len; 5],
        counted: &[Rc<Counted>; 5],
        best: Price,
    ) -> Option<(Price, usize, usize, Len)> {
        let mut step = None;
        let (mut least, floor, widest) = (best, self.floor, self.widest);
        for by in STEPS.map(Len::mm) {
            for from in (1..5).filter(|from| text[*from] - by >= floor[*from]) {
                let narrower = self.count(from, text[from] - by);
                for to in (1..5).filter(|to| *to != from && text[*to] + by <= widest[*to]) {
                    let wider = self.count(to, text[to] + by);
                    let with = |column: usize| match column {
                        _ if column == from => &*narrower,
                        _ if column == to => &*wider,
                        column => &*counted[column],
                    };
                    let price = self.price(&std::array::from_fn(with), least);
                    if price < least {
                        least = price;
                        step = Some((price, from, to, by));
                    }
                }
            }
        }
        step
    }

    fn count(&mut self, column: usize, width: Len) -> Rc<Counted> {
        let (words, em) = (&self.words[column], i64::from(self.style.body.em().to_um()));
        let count = || {
            let units = i64::from((width - CELL_PAD_X * 2).to_um()) * UNITS / em;
            let blank = font::units(" ", Face::Regular);
            let mut counted = Counted { lines: Vec::with_capacity(words.len()), cut: 0 };
            for row in words {
                let mut lines = 0;
                for paragraph in row {
                    let (more, cut) = paragraph.count(units, blank);
                    lines += more;
                    counted.cut += cut;
                }
                counted.lines.push(lines);
            }
            Rc::new(counted)
        };
        self.known[column].entry(width).or_insert_with(count).clone()
    }

    /// The price of these columns; as soon as it is no less than `least`, something that is no less.
    fn price(&self, counted: &[&Counted; 5], least: Price) -> Price {
        let cut = counted.iter().map(|column| column.cut).sum();
        if cut > least.0 {
            return (cut, 0, 0);
        }
        let leading = Style::leading(self.style.body).to_um();
        let pads = (CELL_PAD_Y * 2).to_um();
        let most = if cut < least.0 { i32::MAX } else { least.1 };
        let (mut height, mut total) = (0, 0);
        for (row, drawn) in self.drawn.iter().enumerate() {
            let lines = counted.iter().fold(1, |lines, column| lines.max(column.lines[row]));
            height += (leading * lines + pads).max(drawn.to_um());
            total += lines;
            if height > most {
                break;
            }
        }
        (cut, height, total)
    }
}

const UNITS: i64 = font::UNITS_PER_EM as i64;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::wrap::wrap;
    use crate::paper::length::FontSize;

    #[test]
    fn lines_are_counted_as_they_are_broken() {
        let text = "Menyampaikan laporan/rekapitulasi perundang-undangan\nkepada Kabid dan 3 (tiga) saksi";
        let words = Words::of(&Paragraph { marker: String::new(), text: text.to_owned() });
        let size = FontSize::tenths(85);
        for width in (24..90).map(Len::mm) {
            let units = i64::from(width.to_um()) * UNITS / i64::from(size.em().to_um());
            let (lines, cut) = words.count(units, font::units(" ", Face::Regular));
            assert_eq!((lines as usize, cut), (wrap(text, width, Face::Regular, size).len(), 0), "{width:?}");
        }
    }
}
