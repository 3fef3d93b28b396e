//! The table: its head, the cells with their texts, its rules.

use super::super::grid::Level;
use super::super::strips::{strip_lines, strip_notes};
use super::super::style::{
    CELL_PAD_X, CELL_PAD_Y, COLUMN_STROKE, FRAME_STROKE, LANE_STROKE, ROW_STROKE, Style,
};
use super::super::table::{COLUMNS, Column, NO_WIDTH, band_lines};
use super::{Align, BLACK, Painter};
use crate::layout::font::Face;
use crate::layout::scene::{CellOf, Mark, Point, RuleKind, Shape, Stroke};
use crate::paper::length::{FontSize, Len};

const HEAD_FILL: u8 = 0xe6;
const BAND_FILL: u8 = 0xf2;

impl Painter<'_> {
    fn cell(&mut self, row: &str, col: &str, area: [Len; 4], of: CellOf) {
        let [x, y, width, height] = area;
        let fill = match of {
            CellOf::Head => Some(HEAD_FILL),
            CellOf::Band => Some(BAND_FILL),
            CellOf::Row => None,
        };
        let mark = Mark::Cell { row: row.to_owned(), col: col.to_owned(), of };
        self.put(mark, Shape::Rect { x, y, width, height, radius: Len::ZERO, fill, stroke: None });
    }

    fn head_cell(&mut self, col: &str, area: [Len; 4], lines: &[String], size: FontSize) {
        self.cell("head", col, area, CellOf::Head);
        let [x, y, width, height] = area;
        let first = Self::first_baseline(y, height, lines.len(), size);
        for (line, words) in lines.iter().enumerate() {
            let mark = Mark::CellText { row: "head".to_owned(), col: col.to_owned(), note: false };
            let baseline = first + Style::leading(size) * line as i32;
            self.text(mark, words, Align::Middle(x + width / 2), baseline, Face::Bold, size);
        }
    }

    pub(super) fn head(&mut self) {
        let (heads, words) = (&self.layout.heads, &self.diagram.words);
        let (top, upper, lower) = (self.table_top, heads.upper, heads.lower);
        let full = heads.height();
        let area = |(x, width): (Len, Len), y: Len, height: Len| [x, y, width, height];
        let one = |word: &str| vec![word.to_owned()];
        self.head_cell("no", [self.left, top, NO_WIDTH, full], &one(&words.no), heads.column_size);
        let column =
            |column: Column| (column.id(), &heads.columns[column as usize], self.columns[column as usize]);
        let (kegiatan, keterangan) = (column(Column::Kegiatan), column(Column::Keterangan));
        let under: Vec<_> = self.diagram.columns.iter().map(|of| column(Column::from(*of))).collect();
        self.head_cell(kegiatan.0, area(kegiatan.2, top, full), kegiatan.1, heads.column_size);
        let rules = self.frame.lane_rules.clone();
        let lanes_width = rules[rules.len() - 1] - rules[0];
        self.head_cell(
            "pelaksana",
            [rules[0], top, lanes_width, upper],
            &one(&words.pelaksana),
            heads.column_size,
        );
        for (lane, pair) in
            self.diagram.lanes.iter().zip(rules.windows(2)).enumerate().map(|(i, of)| (i, of.1))
        {
            let area = [pair[0], top + upper, pair[1] - pair[0], lower];
            self.head_cell(&self.diagram.lanes[lane].id, area, &heads.lanes[lane], heads.lane_size);
        }
        let mutu_baku = [rules[rules.len() - 1], top, keterangan.2.0 - rules[rules.len() - 1], upper];
        self.head_cell("mutu-baku", mutu_baku, &one(&words.mutu_baku), heads.column_size);
        for (id, lines, of) in under {
            self.head_cell(id, area(of, top + upper, lower), lines, heads.column_size);
        }
        self.head_cell(keterangan.0, area(keterangan.2, top, full), keterangan.1, heads.column_size);
    }

    /// The key that names the cells of a level's row.
    pub(super) fn row_key(&self, level: Level) -> String {
        match level {
            Level::Row { row, .. } => self.diagram.rows[row].key.clone(),
            Level::Band { row } => format!("tahap{}", self.diagram.rows[row].key),
            Level::Strip { top, index } => {
                let levels = &self.layout.sheets[self.index].solved.grid.levels;
                let same = |of: &&Level| matches!(of, Level::Strip { top: other, .. } if *other == top);
                let name = if top { "atas" } else { "bawah" };
                if levels.iter().filter(same).count() > 1 {
                    format!("{name}{}", index + 1)
                } else {
                    name.to_owned()
                }
            }
        }
    }

    pub(super) fn body(&mut self) {
        let layout = self.layout;
        let grid = &layout.sheets[self.index].solved.grid;
        for (level, what) in grid.levels.iter().enumerate() {
            let top = self.frame.level_rules[level];
            let key = self.row_key(*what);
            match *what {
                Level::Row { index, .. } if index > 0 => {}
                Level::Row { row, of, .. } => {
                    let height = self.frame.level_rules[level + of] - top;
                    self.cells(&key, top, height, CellOf::Row);
                    self.row_texts(row, &key, top, height);
                }
                Level::Band { row } => {
                    let height = self.frame.level_rules[level + 1] - top;
                    self.cells(&key, top, height, CellOf::Band);
                    self.band_text(row, &key, top, height);
                }
                Level::Strip { top: upper, index } => {
                    let height = self.frame.level_rules[level + 1] - top;
                    self.cells(&key, top, height, CellOf::Row);
                    if index == 0 {
                        self.strip_text(upper, &key, top, height);
                    }
                }
            }
        }
    }

    fn cells(&mut self, key: &str, y: Len, height: Len, of: CellOf) {
        let columns = self.columns;
        let (x, width) = columns[Column::Kegiatan as usize];
        if of == CellOf::Band {
            self.cell(key, "kegiatan", [self.left, y, NO_WIDTH + width, height], of);
        } else {
            self.cell(key, "no", [self.left, y, NO_WIDTH, height], of);
            self.cell(key, "kegiatan", [x, y, width, height], of);
        }
        let rules = self.frame.lane_rules.clone();
        for (lane, pair) in rules.windows(2).enumerate() {
            let id = &self.diagram.lanes[lane].id;
            self.cell(key, id, [pair[0], y, pair[1] - pair[0], height], of);
        }
        let mut rest: Vec<Column> = self.diagram.columns.iter().map(|of| Column::from(*of)).collect();
        rest.push(Column::Keterangan);
        for column in rest {
            let (x, width) = columns[column as usize];
            self.cell(key, column.id(), [x, y, width, height], of);
        }
    }

    fn cell_text(key: &str, col: &str, note: bool) -> Mark {
        Mark::CellText { row: key.to_owned(), col: col.to_owned(), note }
    }

    fn row_texts(&mut self, row: usize, key: &str, y: Len, height: Len) {
        let (layout, diagram) = (self.layout, self.diagram);
        let size = layout.style.body;
        let baseline = Self::first_baseline(y, height, 1, size);
        let number = Align::Middle(self.left + NO_WIDTH / 2);
        self.text(
            Self::cell_text(key, "no", false),
            &diagram.rows[row].number,
            number,
            baseline,
            Face::Regular,
            size,
        );
        for column in COLUMNS {
            let lines = &layout.cells[row].columns[column as usize];
            let (x, width) = self.columns[column as usize];
            let first = Self::first_baseline(y, height, lines.len(), size);
            for (index, line) in lines.iter().enumerate() {
                let align = if column.centred(&diagram.rows[row]) {
                    Align::Middle(x + width / 2)
                } else {
                    Align::Left(x + CELL_PAD_X + line.indent)
                };
                let baseline = first + Style::leading(size) * index as i32;
                self.text(
                    Self::cell_text(key, column.id(), false),
                    &line.words,
                    align,
                    baseline,
                    Face::Regular,
                    size,
                );
            }
        }
    }

    fn band_text(&mut self, row: usize, key: &str, y: Len, height: Len) {
        let (layout, size) = (self.layout, self.layout.style.body);
        let text = self.diagram.rows[row].band.as_deref().unwrap_or_default();
        let lines = band_lines(text, &layout.widths, &layout.style);
        let first = Self::first_baseline(y, height, lines.len(), size);
        for (index, words) in lines.iter().enumerate() {
            let baseline = first + Style::leading(size) * index as i32;
            let at = Align::Left(self.left + CELL_PAD_X);
            self.text(Self::cell_text(key, "kegiatan", false), words, at, baseline, Face::Bold, size);
        }
    }

    fn strip_text(&mut self, upper: bool, key: &str, y: Len, height: Len) {
        let layout = self.layout;
        let connectors = &layout.sheets[self.index].connectors;
        let notes = strip_notes(self.diagram, &layout.pages, &layout.letters, self.index, connectors, upper);
        let size = layout.style.strip();
        let lines = strip_lines(&notes, &layout.widths, &layout.style);
        let first = Self::first_baseline(y, height, lines.len(), size);
        let x = self.columns[Column::Kegiatan as usize].0 + CELL_PAD_X;
        for (index, words) in lines.iter().enumerate() {
            let baseline = first + Style::leading(size) * index as i32;
            self.text(
                Self::cell_text(key, "kegiatan", true),
                words,
                Align::Left(x),
                baseline,
                Face::Regular,
                size,
            );
        }
    }

    /// Bottom of the table.
    fn bottom(&self) -> Len {
        self.frame.level_rules[self.frame.level_rules.len() - 1]
    }

    pub(super) fn footnotes(&mut self) {
        let layout = self.layout;
        if self.index + 1 != layout.sheets.len() {
            return;
        }
        let size = layout.style.body;
        let first = self.bottom() + CELL_PAD_Y + size.em().scale(85, 100);
        for (index, line) in layout.footnotes.iter().enumerate() {
            let baseline = first + Style::leading(size) * index as i32;
            self.text(
                Mark::Note,
                &line.words,
                Align::Left(self.left + line.indent),
                baseline,
                Face::Regular,
                size,
            );
        }
    }

    fn rule(&mut self, kind: RuleKind, runs: Vec<Vec<Point>>) {
        let (width, shade) = match kind {
            RuleKind::Frame => (FRAME_STROKE, BLACK),
            RuleKind::Col => (COLUMN_STROKE, 0x33),
            RuleKind::Lane => (LANE_STROKE, 0x99),
            RuleKind::Row => (ROW_STROKE, 0x66),
        };
        self.put(Mark::Rule(kind), Shape::Lines { runs, stroke: Stroke { width, shade }, head: false });
    }

    /// Heights of the rules between rows; levels of one row have none between them.
    pub(super) fn row_rules(&self) -> Vec<Len> {
        let grid = &self.layout.sheets[self.index].solved.grid;
        let inner = (0..self.frame.level_rules.len()).filter(|level| !grid.inside_row(*level));
        inner.map(|level| self.frame.level_rules[level]).collect()
    }

    pub(super) fn rules(&mut self) {
        let (left, right, bottom) = (self.left, self.right, self.bottom());
        let across = |y: Len, from: Len, to: Len| vec![Point::new(from, y), Point::new(to, y)];
        let down = |x: Len, from: Len, to: Len| vec![Point::new(x, from), Point::new(x, to)];
        let row_rules = self.row_rules();
        for y in row_rules.iter().skip(1).take(row_rules.len().saturating_sub(2)) {
            self.rule(RuleKind::Row, vec![across(*y, left, right)]);
        }
        let under_heads = self.table_top + self.layout.heads.upper;
        let rules = self.frame.lane_rules.clone();
        for x in &rules[1..rules.len() - 1] {
            self.rule(RuleKind::Lane, vec![down(*x, under_heads, bottom)]);
        }
        let kegiatan = self.columns[Column::Kegiatan as usize].0;
        self.rule(RuleKind::Col, self.beside_bands(kegiatan));
        let under: Vec<Len> =
            self.diagram.columns.iter().map(|of| self.columns[Column::from(*of) as usize].0).collect();
        let keterangan = self.columns[Column::Keterangan as usize].0;
        for x in [rules[0], under[0], keterangan] {
            self.rule(RuleKind::Col, vec![down(x, self.table_top, bottom)]);
        }
        for x in &under[1..] {
            self.rule(RuleKind::Col, vec![down(*x, under_heads, bottom)]);
        }
        self.rule(RuleKind::Col, vec![across(under_heads, rules[0], keterangan)]);
        self.rule(RuleKind::Frame, vec![across(self.body_top, left, right)]);
        let corner = Point::new(left, self.table_top);
        let around =
            [(right, self.table_top), (right, bottom), (left, bottom)].map(|(x, y)| Point::new(x, y));
        let mut frame = vec![corner];
        frame.extend(around);
        frame.push(corner);
        self.rule(RuleKind::Frame, vec![frame]);
    }

    /// The rule after No, interrupted by the bands, whose text stands across it.
    fn beside_bands(&self, x: Len) -> Vec<Vec<Point>> {
        let grid = &self.layout.sheets[self.index].solved.grid;
        let mut runs = Vec::new();
        let mut from = self.table_top;
        for (level, what) in grid.levels.iter().enumerate() {
            if matches!(what, Level::Band { .. }) {
                let top = self.frame.level_rules[level];
                if top > from {
                    runs.push(vec![Point::new(x, from), Point::new(x, top)]);
                }
                from = self.frame.level_rules[level + 1];
            }
        }
        if self.bottom() > from {
            runs.push(vec![Point::new(x, from), Point::new(x, self.bottom())]);
        }
        runs
    }
}
