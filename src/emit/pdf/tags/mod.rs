//! What was drawn → the tree that screen readers walk: the identity as headings and lists, the chart as one table over
//! all its pages, each symbol with its words. Rules, arrows and what is repeated on every page are artifacts.

mod chart;
mod isian;

use super::content::Content;
use super::draw::draw;
use super::fields::{self, Place};
use super::outline::to;
use super::{links, short};
use crate::layout::length::Len;
use crate::layout::scene::{FieldMark, FieldPart, Item, Mark, Page, PageKind, Shape};
use crate::layout::wrap::append;
use crate::model::Key;
use chart::Chart;
use isian::Isian;
use krilla::Document;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::geom::Rect;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, Node, SpanTag, Tag, TagGroup,
};
use std::num::NonZeroU16;

/// Gathers the pieces while pages are drawn.
#[derive(Default)]
pub struct Tags {
    page: usize,
    /// Whether the page is of the chart.
    charting: bool,
    /// Whether the page comes before the procedures.
    before: bool,
    front: Vec<TagGroup>,
    contents: Vec<TagGroup>,
    /// Lines of this page that lead to others.
    leads: Vec<Leads>,
    logo: Vec<TagGroup>,
    fields: Vec<Field>,
    identity_notes: Vec<TagGroup>,
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
    ids: Vec<Identifier>,
}

impl Piece {
    fn push(&mut self, run: &[Item], id: Identifier) {
        for item in run {
            if let Shape::Text(line) = &item.shape {
                append(&mut self.words, &line.words);
            }
        }
        self.ids.push(id);
    }

    fn group(self, tag: impl Into<krilla::tagging::TagKind>) -> TagGroup {
        TagGroup::with_children(tag, self.ids.into_iter().map(Node::from).collect())
    }
}

/// A line that leads to another page.
struct Leads {
    words: String,
    area: Rect,
    page: usize,
    id: Identifier,
}

impl Tags {
    /// Draws a page and remembers what is on it. `index` counts all pages from 0.
    pub fn draw(&mut self, document: &mut Document, content: &mut Content, index: usize, pages: &[Page]) {
        let page = &pages[index];
        let settings = PageSettings::from_wh(page.width.to_pt(), page.height.to_pt())
            .expect("bug: a page without extent");
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        content.begin(page);
        self.items(&mut surface, content, index, page);
        surface.finish();
        for link in links::of(pages, index) {
            let id = sheet.add_tagged_annotation(link.annotation);
            self.chart.link(link.symbol, id);
        }
        for line in std::mem::take(&mut self.leads) {
            let target = Target::Destination(to(line.page, Len::ZERO).into());
            let link = Annotation::new_link(LinkAnnotation::new(line.area, target), Some(short(&line.words)));
            let link = sheet.add_tagged_annotation(link);
            let line = TagGroup::with_children(Tag::Link, vec![line.id.into(), link.into()]);
            self.contents.push(TagGroup::with_children(Tag::TOCI, vec![line.into()]));
        }
        sheet.finish();
    }

    fn items(&mut self, surface: &mut Surface, content: &mut Content, index: usize, page: &Page) {
        self.page = index;
        self.charting = matches!(page.kind, PageKind::Bagan { .. } | PageKind::Isian { .. });
        self.before = matches!(page.kind, PageKind::Depan(_));
        if self.charting {
            self.chart.begin(index);
        }
        let mut rest = &page.items[..];
        while let Some(first) = rest.first() {
            let artifact = self.artifact(&first.mark);
            let alike = |item: &&Item| match artifact {
                Some(_) => self.artifact(&item.mark) == artifact,
                None => belong_together(first, item),
            };
            let count = 1 + rest[1..].iter().take_while(alike).count();
            let (run, after) = rest.split_at(count);
            rest = after;
            run.iter().for_each(|item| self.note_cell(item));
            let tag = match (artifact, &first.shape) {
                (Some(kind), _) => ContentTag::Artifact(Artifact::with_kind(kind)),
                (None, Shape::Text(_)) => ContentTag::Span(SpanTag::empty()),
                (
                    None,
                    Shape::Rect { .. } | Shape::Polygon { .. } | Shape::Lines { .. } | Shape::Image { .. },
                ) => ContentTag::Other,
            };
            let id = surface.start_tagged(tag);
            draw(surface, content, run.iter().map(|item| &item.shape));
            surface.end_tagged();
            content.end();
            if artifact.is_none() {
                self.take(run, id);
            }
        }
    }

    /// What an item is when it is nothing to read out: decoration, or a repetition of an earlier page.
    fn artifact(&self, mark: &Mark) -> Option<ArtifactType> {
        match mark {
            Mark::Plain
            | Mark::Cell { .. }
            | Mark::Rule(_)
            | Mark::Fill(_)
            | Mark::Joint { .. }
            | Mark::Flow(_)
            | Mark::FlowLabel { .. } => Some(ArtifactType::Layout),
            Mark::PageNo | Mark::Running => Some(ArtifactType::Page),
            Mark::CellText { row, .. } => {
                (row == "head" && self.chart.repeats()).then_some(ArtifactType::Page)
            }
            Mark::Title => (self.charting && self.chart.repeats()).then_some(ArtifactType::Page),
            Mark::Field(FieldMark { field, part: FieldPart::Label }) => {
                let known = self.fields.iter().find(|known| known.key == *field);
                known.is_some_and(|known| known.page < self.page).then_some(ArtifactType::Page)
            }
            Mark::Field(_)
            | Mark::Note
            | Mark::Entri { .. }
            | Mark::Symbol(_)
            | Mark::SymbolLabel
            | Mark::Form(_)
            | Mark::Code { .. }
            | Mark::Logo => None,
        }
    }

    /// The cells themselves are not drawn to be read, but say where the table's columns are. A place to fill in is read
    /// as a form field, which is put into its tag later; what is drawn there is decoration.
    fn note_cell(&mut self, item: &Item) {
        if let (Mark::Cell { row, col, .. }, Shape::Rect { x, y, width, height, .. }) =
            (&item.mark, &item.shape)
        {
            self.chart.cell(row, col, (*x, *y), (*width, *height));
        }
        if let Mark::Fill(fill) = &item.mark {
            let tag = Tag::Form.with_id(Some(fields::id(self.places.len())));
            let group = TagGroup::new(tag);
            let area = bounds(&item.shape).expect("bug: a place to fill in without extent");
            self.places.push(Place { page: self.page, area, mark: fill.clone() });
            match &fill.cell {
                Some((row, col)) => self.chart.form(row, col, group),
                None => self.isian.group(group, self.chart.has_rows()),
            }
        }
    }

    /// Takes what was drawn as one; all of it bears the first's mark.
    fn take(&mut self, run: &[Item], id: Identifier) {
        let item = &run[0];
        match (&item.mark, &item.shape) {
            (Mark::Field(mark), Shape::Text(_)) => self.field(*mark, run, id),
            (Mark::CellText { row, col, .. }, _) => self.chart.text(row, col, id),
            (Mark::Title, Shape::Text(_)) if self.before => {
                let mut title = Piece::default();
                title.push(run, id);
                self.front.push(heading(1, title));
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
            (Mark::Symbol(symbol), shape) => {
                let bounds = bounds(shape).map(|rect| BBox::new(self.page, rect));
                self.chart.symbol(symbol, bounds, id);
            }
            (Mark::SymbolLabel, _) => self.chart.symbol_label(id),
            (Mark::Form(mark), _) => {
                let mut words = Piece::default();
                words.push(run, id);
                self.isian.text(*mark, words, self.chart.has_rows());
            }
            (Mark::Code { words }, shape) => {
                let bounds = bounds(shape).map(|rect| BBox::new(self.page, rect));
                let tag = Tag::Figure(Some(short(&format!("Kode QR: {words}")))).with_bbox(bounds);
                self.isian.group(TagGroup::with_children(tag, vec![id.into()]), false);
            }
            (Mark::Logo, shape) => {
                let bounds = bounds(shape).map(|rect| BBox::new(self.page, rect));
                let tag = Tag::Figure(Some("Logo instansi".to_owned())).with_bbox(bounds);
                let logo = TagGroup::with_children(tag, vec![id.into()]);
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
                let group = TagGroup::with_children(Tag::P, vec![id.into()]);
                match (self.charting, self.before) {
                    (true, _) => self.chart.notes.push(group),
                    (_, true) => self.front.push(group),
                    (false, false) => self.identity_notes.push(group),
                }
            }
        }
    }

    fn field(&mut self, mark: FieldMark, run: &[Item], id: Identifier) {
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
    pub fn finish(mut self) -> (Vec<Node>, Vec<Place>) {
        let places = std::mem::take(&mut self.places);
        let named = !self.fields.is_empty() || !self.front.is_empty();
        let mut groups = self.front;
        if !self.contents.is_empty() {
            groups
                .push(TagGroup::with_children(Tag::TOC, self.contents.into_iter().map(Into::into).collect()));
        }
        groups.extend(self.logo);
        groups.extend(self.fields.into_iter().flat_map(Field::groups));
        groups.extend(self.identity_notes);
        // Below the name on the identity page the chart is a section; alone, its title is the first heading.
        let (before, after) = self.isian.groups();
        groups.extend(self.chart.groups(if named { 2 } else { 1 }, before));
        groups.extend(after);
        (groups.into_iter().map(Node::from).collect(), places)
    }
}

/// The box around both.
fn around(a: Rect, b: Rect) -> Rect {
    let (left, top) = (a.left().min(b.left()), a.top().min(b.top()));
    Rect::from_ltrb(left, top, a.right().max(b.right()), a.bottom().max(b.bottom())).unwrap_or(a)
}

impl Field {
    fn groups(self) -> Vec<TagGroup> {
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
            groups.push(heading(2, self.label));
            let numbered = self.parts.iter().any(|part| !part.number.ids.is_empty());
            let numbering = if numbered { ListNumbering::Decimal } else { ListNumbering::None };
            let mut list = TagGroup::new(Tag::L(numbering));
            let any = !self.parts.is_empty();
            for part in self.parts {
                let mut item = TagGroup::new(Tag::LI);
                if !part.number.ids.is_empty() {
                    item.push(part.number.group(Tag::Lbl));
                }
                item.push(part.value.group(Tag::LBody));
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
            groups.push(heading(1, self.label));
        } else if self.key == Key::Sop {
            groups.push(self.label.group(Tag::P));
            groups.push(heading(1, value));
        } else {
            let mut line = self.label;
            line.ids.extend(value.ids);
            groups.push(line.group(Tag::P));
        }
        groups.retain(|group| !group.children.is_empty());
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

fn heading(level: u16, piece: Piece) -> TagGroup {
    let level = NonZeroU16::new(level).expect("bug: headings count from 1");
    let title = short(&piece.words);
    piece.group(Tag::Hn(level, Some(title)))
}

/// The box around a shape, in points.
fn bounds(shape: &Shape) -> Option<Rect> {
    let rect = |x: Len, y: Len, right: Len, bottom: Len| {
        Rect::from_ltrb(x.to_pt(), y.to_pt(), right.to_pt(), bottom.to_pt())
    };
    match shape {
        Shape::Rect { x, y, width, height, .. } | Shape::Image { x, y, width, height, .. } => {
            rect(*x, *y, *x + *width, *y + *height)
        }
        Shape::Polygon { points, .. } => {
            let (left, right) = (points.iter().map(|p| p.x).min()?, points.iter().map(|p| p.x).max()?);
            rect(left, points.iter().map(|p| p.y).min()?, right, points.iter().map(|p| p.y).max()?)
        }
        Shape::Text(line) => rect(line.x, line.top(), line.x + line.width(), line.top() + line.height()),
        Shape::Lines { runs, .. } => {
            let points = || runs.iter().flatten();
            let (left, right) = (points().map(|p| p.x).min()?, points().map(|p| p.x).max()?);
            rect(left, points().map(|p| p.y).min()?, right, points().map(|p| p.y).max()?)
        }
    }
}
