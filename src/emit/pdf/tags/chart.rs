//! The chart as one table: its head once, then row by row over all pages, symbols inside their cells.

use super::super::short;
use super::super::tree::{Attribute, Group, Kid, Leaf};
use super::{Piece, heading};
use crate::layout::scene::SymbolMark;
use crate::paper::length::Len;
use crate::sorting;
use pdf_writer::types::StructRole;

/// What the chart pages hold.
#[derive(Default)]
pub struct Chart {
    pages: Vec<usize>,
    pub title: Piece,
    pub notes: Vec<Group>,
    cells: Vec<Cell>,
    /// Where this page's cells begin.
    first: usize,
    /// The cell of the symbol drawn last.
    symbol: Option<usize>,
}

struct Cell {
    /// Which chart page, from 0.
    page: usize,
    row: String,
    col: String,
    left: Len,
    top: Len,
    right: Len,
    bottom: Len,
    text: Vec<Kid>,
    symbols: Vec<Symbol>,
}

struct Symbol {
    alt: String,
    bounds: Option<Attribute>,
    ids: Vec<Leaf>,
    /// Where it leads when it is clicked.
    link: Option<Leaf>,
}

impl Chart {
    pub fn begin(&mut self, page: usize) {
        self.pages.push(page);
        self.first = self.cells.len();
    }

    /// Whether this page's title and head were already on an earlier one.
    pub fn repeats(&self) -> bool {
        self.pages.len() > 1
    }

    fn page(&self) -> usize {
        self.pages.len().saturating_sub(1)
    }

    pub fn cell(&mut self, row: &str, col: &str, (x, y): (Len, Len), (width, height): (Len, Len)) {
        if row == "head" && self.repeats() {
            return;
        }
        self.cells.push(Cell {
            page: self.page(),
            row: row.to_owned(),
            col: col.to_owned(),
            left: x,
            top: y,
            right: x + width,
            bottom: y + height,
            text: Vec::new(),
            symbols: Vec::new(),
        });
    }

    fn find(&self, row: &str, col: &str) -> Option<usize> {
        let here = self.cells[self.first..].iter().position(|cell| cell.row == row && cell.col == col);
        here.map(|at| self.first + at)
    }

    pub fn text(&mut self, row: &str, col: &str, id: Leaf) {
        match self.find(row, col) {
            Some(at) => self.cells[at].text.push(id.into()),
            None => self.notes.push(Group::of(StructRole::P, [id])),
        }
    }

    /// A place to fill in.
    pub fn form(&mut self, row: &str, col: &str, group: Group) {
        match self.find(row, col) {
            Some(at) => self.cells[at].text.push(group.into()),
            None => self.notes.push(group),
        }
    }

    pub fn symbol(&mut self, mark: &SymbolMark, bounds: Option<Attribute>, id: Leaf) {
        let alt = if mark.alt.is_empty() { "simbol bagan alir".to_owned() } else { mark.alt.clone() };
        let symbol = Symbol { alt, bounds, ids: vec![id], link: None };
        self.symbol = self.find(&mark.row, &mark.role);
        match self.symbol {
            Some(at) => self.cells[at].symbols.push(symbol),
            None => self.notes.push(symbol.group()),
        }
    }

    /// The letter in the symbol drawn last.
    pub fn symbol_label(&mut self, id: Leaf) {
        match self.symbol.and_then(|at| self.cells[at].symbols.last_mut()) {
            Some(symbol) => symbol.ids.push(id),
            None => self.notes.push(Group::of(StructRole::P, [id])),
        }
    }

    /// The symbol of a cell of this page can be clicked.
    pub fn link(&mut self, mark: &SymbolMark, id: Leaf) {
        let at = self.find(&mark.row, &mark.role);
        let symbol = at.and_then(|at| self.cells[at].symbols.last_mut());
        symbol.expect("bug: a link without a symbol").link = Some(id);
    }

    /// Whether a row of the table was drawn.
    pub fn has_rows(&self) -> bool {
        self.cells.iter().any(|cell| cell.row != "head")
    }

    /// `level` of the heading above the table; `before` stands between the two.
    pub fn groups(self, level: StructRole, before: Vec<Group>) -> Vec<Group> {
        let mut groups = Vec::new();
        if !self.title.ids.is_empty() {
            groups.push(heading(level, self.title));
        }
        groups.extend(before);
        groups.extend(table(self.cells));
        groups.extend(self.notes);
        groups
    }
}

fn table(cells: Vec<Cell>) -> Option<Group> {
    let (mut head, mut body): (Vec<Cell>, Vec<Cell>) = cells.into_iter().partition(|cell| cell.row == "head");
    if body.is_empty() {
        return None;
    }
    let mut columns: Vec<Len> = head.iter().chain(&body).map(|cell| cell.left).collect();
    columns.sort_unstable();
    columns.dedup();
    let mut tops: Vec<Len> = head.iter().map(|cell| cell.top).collect();
    tops.sort_unstable();
    tops.dedup();

    let mut table = Group::new(StructRole::Table);
    sorting::by_key(&mut head, |cell| (cell.top, cell.left));
    let mut rows = Group::new(StructRole::THead);
    for row in by_row(head, |a, b| a.top == b.top) {
        let mut group = Group::new(StructRole::TR);
        for cell in row {
            let columns = span(&columns, cell.left, cell.right);
            let spans = Attribute::Cell { heads: true, columns, rows: span(&tops, cell.top, cell.bottom) };
            group.push(cell.fill(Group::new(StructRole::TH).with([spans])));
        }
        rows.push(group);
    }
    if !rows.is_empty() {
        table.push(rows);
    }

    sorting::by_key(&mut body, |cell| (cell.page, cell.top, cell.left));
    let mut rows = Group::new(StructRole::TBody);
    for row in by_row(body, |a, b| a.page == b.page && a.row == b.row) {
        let mut group = Group::new(StructRole::TR);
        for cell in row {
            let columns = span(&columns, cell.left, cell.right);
            let spans = (columns > 1).then_some(Attribute::Cell { heads: false, columns, rows: 1 });
            group.push(cell.fill(Group::new(StructRole::TD).with(spans)));
        }
        rows.push(group);
    }
    table.push(rows);
    Some(table)
}

fn by_row(cells: Vec<Cell>, same: impl Fn(&Cell, &Cell) -> bool) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for cell in cells {
        match rows.last_mut() {
            Some(row) if same(&row[0], &cell) => row.push(cell),
            _ => rows.push(vec![cell]),
        }
    }
    rows
}

/// How many of the table's tracks begin between two edges.
fn span(tracks: &[Len], from: Len, to: Len) -> usize {
    tracks.iter().filter(|&&track| track >= from && track < to).count()
}

impl Cell {
    fn fill(self, mut group: Group) -> Group {
        for id in self.text {
            group.push(id);
        }
        for symbol in self.symbols {
            group.push(symbol.group());
        }
        group
    }
}

impl Symbol {
    fn group(self) -> Group {
        let alternative = Attribute::Alternative(short(&self.alt));
        let figure = Group::of(StructRole::Figure, self.ids).with([alternative]).with(self.bounds);
        match self.link {
            Some(link) => Group::of(StructRole::Link, [Kid::from(figure), link.into()]),
            None => figure,
        }
    }
}
