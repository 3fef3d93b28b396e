//! The table around the drawing: widths of its columns, its heads, and the text in its cells.

use super::diagram::{Diagram, Paragraph, Row};
use super::style::{BAND_HEIGHT, CELL_PAD_X, CELL_PAD_Y, HEAD_PAD_X, HEAD_PAD_Y, Style, head_sizes};
use crate::config::{KolomMutuBaku, Labels, SMALLEST_TYPE};
use crate::layout::font::{self, Face};
use crate::layout::wrap::{pieces, wrap};
use crate::paper::length::{FontSize, Len};

/// A text column of the form. In the order of the fields of [`Row`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Kegiatan,
    Kelengkapan,
    Waktu,
    Output,
    Keterangan,
}

pub(super) const COLUMNS: [Column; 5] =
    [Column::Kegiatan, Column::Kelengkapan, Column::Waktu, Column::Output, Column::Keterangan];

impl Column {
    /// As the cells are named.
    pub fn id(self) -> &'static str {
        match self {
            Column::Kegiatan => "kegiatan",
            Column::Kelengkapan => "kelengkapan",
            Column::Waktu => "waktu",
            Column::Output => "output",
            Column::Keterangan => "keterangan",
        }
    }

    pub fn head(self, words: &Labels) -> &str {
        match self {
            Column::Kegiatan => &words.kegiatan,
            Column::Kelengkapan => &words.kelengkapan,
            Column::Waktu => &words.waktu,
            Column::Output => &words.output,
            Column::Keterangan => &words.keterangan,
        }
    }

    pub fn text(self, row: &Row) -> &[Paragraph] {
        match self {
            Column::Kegiatan => &row.kegiatan,
            Column::Kelengkapan => &row.kelengkapan,
            Column::Waktu => &row.waktu,
            Column::Output => &row.output,
            Column::Keterangan => &row.keterangan,
        }
    }

    /// Whether its text is centred in this row, as one short value is; times of several actors are a list.
    pub fn centred(self, row: &Row) -> bool {
        self == Column::Waktu && row.waktu.len() < 2
    }

    pub fn widest(self) -> Len {
        self.bounds().1
    }

    /// Narrowest, widest, share of the surplus.
    fn bounds(self) -> (Len, Len, i32) {
        match self {
            Column::Kegiatan => (Len::mm(34), Len::mm(92), 340),
            Column::Kelengkapan | Column::Output => (Len::mm(21), Len::mm(52), 210),
            Column::Waktu => (Len::mm(14), Len::mm(22), 115),
            Column::Keterangan => (Len::mm(16), Len::mm(36), 150),
        }
    }
}

impl From<KolomMutuBaku> for Column {
    fn from(column: KolomMutuBaku) -> Column {
        match column {
            KolomMutuBaku::Kelengkapan => Column::Kelengkapan,
            KolomMutuBaku::Waktu => Column::Waktu,
            KolomMutuBaku::Output => Column::Output,
        }
    }
}

/// The column No.
pub(super) const NO_WIDTH: Len = Len::mm(8);
/// Lanes are not wider than this unless the drawing or the paper demands it.
const WANTED_LANE: Len = Len::mm(23);

/// Widths of the columns. They sum to the width between the margins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Widths {
    pub text: [Len; 5],
    /// Even, so that the centre of a lane is a whole micrometre.
    pub lanes: Vec<Len>,
}

impl Widths {
    pub fn of(&self, column: Column) -> Len {
        self.text[column as usize]
    }
}

/// What each text column needs for the longest word of its head in one size.
pub(super) fn head_widths(words: &Labels, size: FontSize) -> [Len; 5] {
    COLUMNS.map(|column| {
        let words = column.head(words).split_whitespace();
        words.map(|word| font::width(word, Face::Bold, size)).max().unwrap_or(Len::ZERO) + HEAD_PAD_X
    })
}

/// What each text column needs for its head, and to be a column.
fn least_widths(heads: [Len; 5], style: &Style) -> [Len; 5] {
    COLUMNS.map(|column| column.bounds().0.scale(style.columns, 100).max(heads[column as usize]))
}

/// A remark of more letters than this makes a tower in a column of the least width.
const LONG_REMARK: usize = 160;
/// What Keterangan then needs at least, where smaller symbols can pay for it.
const REMARKS: Len = Len::mm(26);

/// The same for a diagram: where a long remark stands, its column is wider, down to the style in which paper is short.
pub(super) fn least_widths_of(diagram: &Diagram, style: &Style) -> [Len; 5] {
    let mut least = least_widths(head_widths(&diagram.words, SMALLEST_TYPE), style);
    let letters = |row: &Row| row.keterangan.iter().map(|it| it.text.len()).sum::<usize>();
    if style.columns >= ROOMY && diagram.rows.iter().any(|row| letters(row) > LONG_REMARK) {
        let keterangan = &mut least[Column::Keterangan as usize];
        *keterangan = REMARKS.scale(style.columns, 100).max(*keterangan);
    }
    least
}

/// A style whose columns are narrower than this, in hundredths, has no width to give.
const ROOMY: i32 = 90;

/// Width that the table needs when the lanes have no more than they need.
pub(super) fn least_width(words: &Labels, style: &Style, lanes: Len) -> Len {
    width_with(head_widths(words, SMALLEST_TYPE), style, lanes)
}

/// Whether the table is no wider than this. Mostly there is room for heads as wide as they can be, and nothing is
/// measured.
pub(super) fn fits(words: &Labels, style: &Style, lanes: Len, between: Len) -> bool {
    let wide =
        |column: Column| font::width_at_most(column.head(words), Face::Bold, SMALLEST_TYPE) + HEAD_PAD_X;
    width_with(COLUMNS.map(wide), style, lanes) <= between || least_width(words, style, lanes) <= between
}

fn width_with(heads: [Len; 5], style: &Style, lanes: Len) -> Len {
    NO_WIDTH + least_widths(heads, style).into_iter().sum() + lanes
}

/// Widths that give every lane at least its need; `None` when the paper is too narrow.
pub(super) fn widths(diagram: &Diagram, style: &Style, need: &[Len]) -> Option<Widths> {
    let mut text = least_widths_of(diagram, style);
    let table = diagram.paper.width - diagram.paper.margins.left - diagram.paper.margins.right;
    let budget = table - NO_WIDTH - text.iter().copied().sum();
    if need.iter().copied().sum::<Len>() > budget {
        return None;
    }
    // The longest word of a head is kept whole where the paper allows it; one that makes its lane wider than lanes are
    // is broken behind its `/`.
    let wide = |word: &str| font::width(word, Face::Bold, SMALLEST_TYPE) + HEAD_PAD_X;
    let word = |name: &str| {
        let widest = name.split_whitespace().map(|word| match wide(word) {
            whole if whole <= WANTED_LANE => whole,
            _ => pieces(word).into_iter().map(wide).max().unwrap_or_default(),
        });
        even_up(widest.max().unwrap_or(HEAD_PAD_X))
    };
    let roomy: Vec<Len> =
        need.iter().zip(&diagram.lanes).map(|(need, lane)| word(&lane.name).max(*need)).collect();
    let need = if roomy.iter().copied().sum::<Len>() <= budget { &roomy[..] } else { need };
    let total: Len = need.iter().copied().sum();
    let wanted = (WANTED_LANE * need.len() as i32).min(table.scale(44, 100)).max(total).min(budget);
    let level = water_level(need, wanted);
    let mut lanes: Vec<Len> = need.iter().map(|need| (*need).max(level)).collect();
    let mut rest = budget - lanes.iter().copied().sum();
    // A column in which nothing stands takes what its head needs.
    let written = |column: &Column| diagram.rows.iter().any(|row| !column.text(row).is_empty());
    let (open, empty): (Vec<Column>, Vec<Column>) =
        COLUMNS.into_iter().partition(|column| *column == Column::Kegiatan || written(column));
    let heads = head_widths(&diagram.words, diagram.type_size);
    for column in empty {
        // No head touches the rules of its column.
        let wanted = heads[column as usize] - HEAD_PAD_X + CELL_PAD_X * 2;
        let more = (wanted - text[column as usize]).max(Len::ZERO).min(rest);
        text[column as usize] += more;
        rest -= more;
    }
    rest = spread(&mut text, rest, open);
    let each = rest.to_um() / lanes.len() as i32 / 2 * 2;
    lanes.iter_mut().for_each(|lane| *lane += Len::um(each));
    text[0] += rest - Len::um(each) * lanes.len() as i32;
    Some(Widths { text, lanes })
}

/// The next even number of micrometres.
pub(super) fn even_up(length: Len) -> Len {
    Len::um((length.to_um() + 1) / 2 * 2)
}

/// The greatest even level with which the lanes, none below its need, take no more than `total`.
fn water_level(need: &[Len], total: Len) -> Len {
    let (mut low, mut high) = (0, total.to_um() / 2 + 1);
    while high - low > 1 {
        let middle = (low + high) / 2;
        if need.iter().map(|need| (*need).max(Len::um(2 * middle))).sum::<Len>() <= total {
            low = middle;
        } else {
            high = middle;
        }
    }
    Len::um(2 * low)
}

/// Widens some text columns by their shares up to their maxima; returns what none of them can use.
fn spread(text: &mut [Len; 5], mut rest: Len, mut open: Vec<Column>) -> Len {
    while rest > Len::ZERO && !open.is_empty() {
        let shares: i32 = open.iter().map(|column| column.bounds().2).sum();
        let offered = rest;
        rest = Len::ZERO;
        let mut given = Len::ZERO;
        let mut full = Vec::new();
        for column in &open {
            let (_, widest, share) = column.bounds();
            let width = &mut text[*column as usize];
            let part = Len::um((i64::from(offered.to_um()) * i64::from(share) / i64::from(shares)) as i32);
            given += part;
            *width += part;
            if *width > widest {
                rest += *width - widest.min(*width);
                *width = widest;
                full.push(*column);
            }
        }
        // What division leaves over goes to the first column.
        text[0] += offered - given;
        if full.is_empty() {
            break;
        }
        open.retain(|column| !full.contains(column));
    }
    rest
}

/// A printed line of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CellLine {
    /// From the left end of the text.
    pub indent: Len,
    pub words: String,
}

/// The lines of paragraphs in a column; what follows a marker hangs beside it.
pub(super) fn lines(paragraphs: &[Paragraph], width: Len, face: Face, size: FontSize) -> Vec<CellLine> {
    let mut out = Vec::new();
    for paragraph in paragraphs {
        if paragraph.marker.is_empty() {
            let lines = wrap(&paragraph.text, width, face, size);
            out.extend(lines.into_iter().map(|words| CellLine { indent: Len::ZERO, words }));
            continue;
        }
        let marker = format!("{} ", paragraph.marker);
        let indent = font::width(&marker, face, size);
        for (index, line) in wrap(&paragraph.text, width - indent, face, size).into_iter().enumerate() {
            out.push(if index == 0 {
                CellLine { indent: Len::ZERO, words: format!("{marker}{line}") }
            } else {
                CellLine { indent, words: line }
            });
        }
    }
    out
}

/// The texts of a row, in the order of [`COLUMNS`], and the height that they need.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    pub columns: [Vec<CellLine>; 5],
    pub height: Len,
    /// Of the band above the row.
    pub band: Len,
}

/// The texts of every row.
pub(super) fn cells(diagram: &Diagram, widths: &Widths, style: &Style) -> Vec<Cells> {
    diagram
        .rows
        .iter()
        .map(|row| {
            let columns = COLUMNS.map(|column| {
                lines(column.text(row), widths.of(column) - CELL_PAD_X * 2, Face::Regular, style.body)
            });
            let most = columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
            let height = Style::leading(style.body) * most as i32 + CELL_PAD_Y * 2;
            let band = row.band.as_ref().map_or(Len::ZERO, |band| {
                let lines = band_lines(band, widths, style).len();
                BAND_HEIGHT.max(Style::leading(style.body) * lines as i32 + CELL_PAD_Y * 2)
            });
            Cells { columns, height, band }
        })
        .collect()
}

/// The lines of the band above a row.
pub(super) fn band_lines(text: &str, widths: &Widths, style: &Style) -> Vec<String> {
    wrap(text, NO_WIDTH + widths.of(Column::Kegiatan) - CELL_PAD_X * 2, Face::Bold, style.body)
}

/// The table's head.
#[derive(Clone, Debug)]
pub(super) struct Heads {
    /// Lines of each lane's name.
    pub lanes: Vec<Vec<String>>,
    pub lane_size: FontSize,
    /// Lines of each text column's head.
    pub columns: [Vec<String>; 5],
    pub column_size: FontSize,
    /// Height of the upper line (Pelaksana, Mutu Baku).
    pub upper: Len,
    /// Height of the lower line.
    pub lower: Len,
}

impl Heads {
    pub fn height(&self) -> Len {
        self.upper + self.lower
    }
}

/// The largest size at which no word is cut but behind a `/`.
fn head_size<'a>(text: FontSize, heads: impl Iterator<Item = (&'a str, Len)> + Clone) -> FontSize {
    let fits = |size: FontSize| {
        heads.clone().all(|(head, width)| {
            let mut parts = head.split_whitespace().flat_map(|word| word.split_inclusive('/'));
            parts.all(|part| font::width(part, Face::Bold, size) <= width - HEAD_PAD_X)
        })
    };
    head_sizes(text).find(|size| fits(*size)).unwrap_or(SMALLEST_TYPE)
}

/// Sets the head.
pub(super) fn heads(diagram: &Diagram, widths: &Widths) -> Heads {
    let lane_heads =
        diagram.lanes.iter().zip(&widths.lanes).map(|(lane, width)| (lane.name.as_str(), *width));
    let column_heads = COLUMNS.iter().map(|column| (column.head(&diagram.words), widths.of(*column)));
    let (lane_size, column_size) =
        (head_size(diagram.type_size, lane_heads.clone()), head_size(diagram.type_size, column_heads));
    let set = |head: &str, width: Len, size: FontSize| wrap(head, width - HEAD_PAD_X, Face::Bold, size);
    let lanes: Vec<Vec<String>> = lane_heads.map(|(head, width)| set(head, width, lane_size)).collect();
    let columns = COLUMNS.map(|column| set(column.head(&diagram.words), widths.of(column), column_size));
    let high = |lines: usize, size: FontSize| Style::leading(size) * lines.max(1) as i32 + HEAD_PAD_Y;
    let upper = high(1, column_size);
    let under = [Column::Kelengkapan, Column::Waktu, Column::Output];
    let deepest = under.iter().map(|column| columns[*column as usize].len()).max().unwrap_or(1);
    let mut lower = high(deepest, column_size);
    for lane in &lanes {
        lower = lower.max(high(lane.len(), lane_size));
    }
    for column in [Column::Kegiatan, Column::Keterangan] {
        lower = lower.max(high(columns[column as usize].len(), column_size) - upper);
    }
    Heads { lanes, lane_size, columns, column_size, upper, lower }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_are_equal_unless_one_needs_more() {
        let need = [Len::mm(10), Len::mm(30), Len::mm(10)];
        assert_eq!(water_level(&need, Len::mm(66)), Len::mm(18));
        assert_eq!(water_level(&need, Len::mm(120)), Len::mm(40));
    }

    #[test]
    fn the_surplus_is_spent_to_the_last_micrometre() {
        let mut text = COLUMNS.map(|column| column.bounds().0);
        let before: Len = text.iter().copied().sum();
        let left = spread(&mut text, Len::um(400_001), COLUMNS.to_vec());
        assert_eq!(text.iter().copied().sum::<Len>() - before + left, Len::um(400_001));
        assert!(left > Len::ZERO);
    }
}
