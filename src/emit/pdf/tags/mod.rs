//! What was drawn → the tree that screen readers walk: the identity as headings and lists, the chart as one table over
//! all its pages, each symbol with its words. Rules, arrows and what is repeated on every page are artifacts.

mod chart;
mod isian;

use super::content::{Content, Read};
use super::draw::draw;
use super::fields::Place;
use super::file::{File, Sheet};
use super::tree::{Attribute, Group, Leaf, Tree};
use super::{links, short};
use crate::layout::scene::{FieldMark, FieldPart, Item, Mark, Page, PageKind, Shape};
use crate::layout::wrap::append;
use crate::model::Key;
use crate::paper::length::Len;
use chart::Chart;
use isian::Isian;
use pdf_writer::Ref;
use pdf_writer::types::{ListNumbering, StructRole};

/// Where pages are drawn to.
pub struct Target<'a> {
    pub file: &'a mut File,
    pub content: &'a mut Content,
    pub tree: &'a mut Tree,
    pub sheets: &'a [Sheet],
}

/// Gathers the pieces while pages are drawn.
#[derive(Default)]
pub struct Tags {
    page: usize,
    /// Whether the page is of the chart.
    charting: bool,
    /// Whether the page comes before the procedures.
    before: bool,
    front: Vec<Group>,
    contents: Vec<Group>,
    /// Lines of this page that lead to others.
    leads: Vec<Leads>,
    logo: Vec<Group>,
    fields: Vec<Field>,
    identity_notes: Vec<Group>,
    chart: Chart,
    isian: Isian,
    /// Places to fill in, numbered through the file.
    pub places: Vec<Place>,
}

/// A field of the identity.
struct Field {
    key: Key,
    /// The page that its label stands on; on later ones it is a repetition.
    page: usize,
    label: Piece,
    parts: Vec<Part>,
}

/// An item of a list, or all of a text.
struct Part {
    item: usize,
    number: Piece,
    value: Piece,
}

/// Lines that belong together: what they say, and where they are in the file.
#[derive(Default)]
struct Piece {
    words: String,
    ids: Vec<Leaf>,
}

impl Piece {
    fn push(&mut self, run: &[Item], id: Leaf) {
        for item in run {
            if let Shape::Text(line) = &item.shape {
                append(&mut self.words, &line.words);
            }
        }
        self.ids.push(id);
    }

    fn group(self, role: StructRole) -> Group {
        Group::of(role, self.ids)
    }
}

/// A line that leads to another page.
struct Leads {
    words: String,
    area: Area,
    page: usize,
    id: Leaf,
}

/// Upper left and lower right corner.
type Area = [(Len, Len); 2];

impl Tags {
    /// Draws a page and remembers what is on it. `index` counts all pages from 0. What can be clicked or filled in is
    /// returned.
    pub fn draw(&mut self, to: &mut Target<'_>, index: usize, pages: &[Page]) -> Vec<Ref> {
        let (page, sheet) = (&pages[index], to.sheets[index]);
        let filled = self.places.len();
        to.content.begin(page);
        self.items(to, index, page);
        let mut annotations: Vec<Ref> = self.places[filled..].iter().map(|place| place.id).collect();
        let mut link = |to: &mut Target<'_>, area: Area, words: &str, (page, top): (usize, Len)| {
            let (id, key) = (to.file.number(), to.tree.key());
            let area = sheet.rect(area[0], area[1]);
            links::write(to.file, id, key, area, words, (to.sheets[page], top));
            annotations.push(id);
            Leaf::Annotation { page: index, id, key }
        };
        for links::Link { symbol, area, to: place } in links::of(pages, index) {
            self.chart.link(symbol, link(to, area, &symbol.alt, place));
        }
        for line in std::mem::take(&mut self.leads) {
            let leaf = link(to, line.area, &line.words, (line.page, Len::ZERO));
            let line = Group::of(StructRole::Link, [line.id, leaf]);
            self.contents.push(Group::of(StructRole::TOCI, [line]));
        }
        annotations
    }

    fn items(&mut self, to: &mut Target<'_>, index: usize, page: &Page) {
        self.page = index;
        self.charting = matches!(page.kind, PageKind::Bagan { .. } | PageKind::Isian { .. });
        self.before = matches!(page.kind, PageKind::Depan(_));
        if self.charting {
            self.chart.begin(index);
        }
        let mut rest = &page.items[..];
        while let Some(first) = rest.first() {
            let read = self.read(&first.mark);
            let alike = |item: &&Item| match read {
                Read::Aloud => belong_together(first, item),
                Read::Never | Read::Before => self.read(&item.mark) == read,
            };
            let count = 1 + rest[1..].iter().take_while(alike).count();
            let (run, after) = rest.split_at(count);
            rest = after;
            run.iter().for_each(|item| self.note_cell(item, to));
            let number = to.content.ink().open(read);
            draw(to.file, to.content, run.iter().map(|item| &item.shape));
            to.content.ink().close();
            if read == Read::Aloud {
                self.take(run, Leaf::Content { page: index, number }, to.sheets[index]);
            }
        }
    }

    /// Whether an item is read out, or is decoration or a repetition of an earlier page.
    fn read(&self, mark: &Mark) -> Read {
        let unless = |before: bool| if before { Read::Before } else { Read::Aloud };
        match mark {
            Mark::Plain
            | Mark::Cell { .. }
            | Mark::Rule(_)
            | Mark::Fill(_)
            | Mark::Joint { .. }
            | Mark::Flow(_)
            | Mark::FlowLabel { .. } => Read::Never,
            Mark::PageNo | Mark::Running => Read::Before,
            Mark::CellText { row, .. } => unless(row == "head" && self.chart.repeats()),
            Mark::Title => unless(self.charting && self.chart.repeats()),
            Mark::Field(FieldMark { field, part: FieldPart::Label }) => {
                let known = self.fields.iter().find(|known| known.key == *field);
                unless(known.is_some_and(|known| known.page < self.page))
            }
            Mark::Field(_)
            | Mark::Note
            | Mark::Entri { .. }
            | Mark::Symbol(_)
            | Mark::SymbolLabel
            | Mark::Form(_)
            | Mark::Code { .. }
            | Mark::Logo => Read::Aloud,
        }
    }

    /// The cells themselves are not drawn to be read, but say where the table's columns are. A place to fill in is read
    /// as a form field; what is drawn there is decoration.
    fn note_cell(&mut self, item: &Item, to: &mut Target<'_>) {
        if let (Mark::Cell { row, col, .. }, Shape::Rect { x, y, width, height, .. }) =
            (&item.mark, &item.shape)
        {
            self.chart.cell(row, col, (*x, *y), (*width, *height));
        }
        if let Mark::Fill(fill) = &item.mark {
            let (id, key, sheet) = (to.file.number(), to.tree.key(), to.sheets[self.page]);
            let group = Group::of(StructRole::Form, [Leaf::Annotation { page: self.page, id, key }]);
            let [from, until] = bounds(&item.shape).expect("bug: a place to fill in without extent");
            self.places.push(Place { id, key, sheet, area: sheet.rect(from, until), mark: fill.clone() });
            match &fill.cell {
                Some((row, col)) => self.chart.form(row, col, group),
                None => self.isian.group(group, self.chart.has_rows()),
            }
        }
    }

    /// Takes what was drawn as one; all of it bears the first's mark.
    fn take(&mut self, run: &[Item], id: Leaf, sheet: Sheet) {
        let item = &run[0];
        let area = |shape: &Shape| bounds(shape).map(|[from, to]| Attribute::Area(sheet.rect(from, to)));
        let figure = |words: &str| {
            let alternative = Attribute::Alternative(short(words));
            Group::of(StructRole::Figure, [id]).with([alternative]).with(area(&item.shape))
        };
        match (&item.mark, &item.shape) {
            (Mark::Field(mark), Shape::Text(_)) => self.field(*mark, run, id),
            (Mark::CellText { row, col, .. }, _) => self.chart.text(row, col, id),
            (Mark::Title, Shape::Text(_)) if self.before => {
                let mut title = Piece::default();
                title.push(run, id);
                self.front.push(heading(StructRole::H1, title));
            }
            (Mark::Title, Shape::Text(_)) => self.chart.title.push(run, id),
            (Mark::Entri { halaman }, Shape::Text(_)) => {
                let mut words = Piece::default();
                words.push(run, id);
                let areas = run.iter().filter_map(|item| bounds(&item.shape));
                if let Some(area) = areas.reduce(around) {
                    self.leads.push(Leads { words: words.words, area, page: *halaman, id });
                }
            }
            (Mark::Symbol(symbol), shape) => self.chart.symbol(symbol, area(shape), id),
            (Mark::SymbolLabel, _) => self.chart.symbol_label(id),
            (Mark::Form(mark), _) => {
                let mut words = Piece::default();
                words.push(run, id);
                self.isian.text(*mark, words, self.chart.has_rows());
            }
            (Mark::Code { words }, _) => self.isian.group(figure(&format!("Kode QR: {words}")), false),
            (Mark::Logo, _) => {
                let logo = figure("Logo instansi");
                if self.before { self.front.push(logo) } else { self.logo.push(logo) }
            }
            // The other marks are artifacts, or a field drawn as something else than text: still to be read.
            (
                Mark::Note
                | Mark::Entri { .. }
                | Mark::Field(_)
                | Mark::Title
                | Mark::Plain
                | Mark::Cell { .. }
                | Mark::Rule(_)
                | Mark::Joint { .. }
                | Mark::Flow(_)
                | Mark::FlowLabel { .. }
                | Mark::Running
                | Mark::Fill(_)
                | Mark::PageNo,
                _,
            ) => {
                let group = Group::of(StructRole::P, [id]);
                match (self.charting, self.before) {
                    (true, _) => self.chart.notes.push(group),
                    (_, true) => self.front.push(group),
                    (false, false) => self.identity_notes.push(group),
                }
            }
        }
    }

    fn field(&mut self, mark: FieldMark, run: &[Item], id: Leaf) {
        let at = self.fields.iter().position(|field| field.key == mark.field).unwrap_or_else(|| {
            let (label, parts) = (Piece::default(), Vec::new());
            self.fields.push(Field { key: mark.field, page: self.page, label, parts });
            self.fields.len() - 1
        });
        let field = &mut self.fields[at];
        let (FieldPart::Number(item) | FieldPart::Value(item)) = mark.part else {
            field.label.push(run, id);
            return;
        };
        if field.parts.last().is_none_or(|part| part.item != item) {
            field.parts.push(Part { item, number: Piece::default(), value: Piece::default() });
        }
        if let Some(part) = field.parts.last_mut() {
            match mark.part {
                FieldPart::Number(_) => part.number.push(run, id),
                FieldPart::Value(_) | FieldPart::Label => part.value.push(run, id),
            }
        }
    }

    /// What was drawn, in the order of reading.
    pub fn finish(mut self) -> (Vec<Group>, Vec<Place>) {
        let places = std::mem::take(&mut self.places);
        let named = !self.fields.is_empty() || !self.front.is_empty();
        let mut groups = self.front;
        if !self.contents.is_empty() {
            groups.push(Group::of(StructRole::TOC, self.contents));
        }
        groups.extend(self.logo);
        groups.extend(self.fields.into_iter().flat_map(Field::groups));
        groups.extend(self.identity_notes);
        // Below the name on the identity page the chart is a section; alone, its title is the first heading.
        let (before, after) = self.isian.groups();
        groups.extend(self.chart.groups(if named { StructRole::H2 } else { StructRole::H1 }, before));
        groups.extend(after);
        (groups, places)
    }
}

/// The box around both.
fn around(a: Area, b: Area) -> Area {
    let [(left, top), (right, bottom)] = a;
    let [(from_x, from_y), (to_x, to_y)] = b;
    [(left.min(from_x), top.min(from_y)), (right.max(to_x), bottom.max(to_y))]
}

impl Field {
    fn groups(self) -> Vec<Group> {
        let mut groups = Vec::new();
        let is_list = matches!(
            self.key,
            Key::DasarHukum
                | Key::KualifikasiPelaksana
                | Key::Keterkaitan
                | Key::Peralatan
                | Key::Peringatan
                | Key::Pencatatan
        );
        if is_list {
            groups.push(heading(StructRole::H2, self.label));
            let numbered = self.parts.iter().any(|part| !part.number.ids.is_empty());
            let numbering = if numbered { ListNumbering::Decimal } else { ListNumbering::None };
            let mut list = Group::new(StructRole::L).with([Attribute::Numbering(numbering)]);
            let any = !self.parts.is_empty();
            for part in self.parts {
                let mut item = Group::new(StructRole::LI);
                if !part.number.ids.is_empty() {
                    item.push(part.number.group(StructRole::Lbl));
                }
                item.push(part.value.group(StructRole::LBody));
                list.push(item);
            }
            if any {
                groups.push(list);
            }
            return groups;
        }
        let mut value = Piece::default();
        for part in self.parts {
            value.words.push_str(&part.value.words);
            value.ids.extend(part.value.ids);
        }
        if self.key == Key::Sop && value.ids.is_empty() {
            groups.push(heading(StructRole::H1, self.label));
        } else if self.key == Key::Sop {
            groups.push(self.label.group(StructRole::P));
            groups.push(heading(StructRole::H1, value));
        } else {
            let mut line = self.label;
            line.ids.extend(value.ids);
            groups.push(line.group(StructRole::P));
        }
        groups.retain(|group| !group.is_empty());
        groups
    }
}

/// Whether two items are lines of one text, to be read out as one.
fn belong_together(a: &Item, b: &Item) -> bool {
    let texts = matches!((&a.shape, &b.shape), (Shape::Text(_), Shape::Text(_)));
    texts
        && matches!(
            a.mark,
            Mark::CellText { .. } | Mark::Field(_) | Mark::Title | Mark::Entri { .. } | Mark::Form(_)
        )
        && a.mark == b.mark
}

fn heading(level: StructRole, piece: Piece) -> Group {
    let title = Attribute::Title(short(&piece.words));
    piece.group(level).with([title])
}

/// The box around a shape.
fn bounds(shape: &Shape) -> Option<Area> {
    match shape {
        Shape::Rect { x, y, width, height, .. } | Shape::Image { x, y, width, height, .. } => {
            Some([(*x, *y), (*x + *width, *y + *height)])
        }
        Shape::Polygon { points, .. } => {
            let (left, right) = (points.iter().map(|p| p.x).min()?, points.iter().map(|p| p.x).max()?);
            let (top, bottom) = (points.iter().map(|p| p.y).min()?, points.iter().map(|p| p.y).max()?);
            Some([(left, top), (right, bottom)])
        }
        Shape::Text(line) => {
            Some([(line.x, line.top()), (line.x + line.width(), line.top() + line.height())])
        }
        Shape::Lines { runs, .. } => {
            let points = || runs.iter().flatten();
            let (left, right) = (points().map(|p| p.x).min()?, points().map(|p| p.x).max()?);
            let (top, bottom) = (points().map(|p| p.y).min()?, points().map(|p| p.y).max()?);
            Some([(left, top), (right, bottom)])
        }
    }
}
