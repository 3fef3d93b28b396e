//! What was drawn → the tree that screen readers walk: the identity as headings and lists, the chart as one table over
//! all its pages, each symbol with its words. Rules, arrows and what is repeated on every page are artifacts.

mod chart;

use super::draw::{Fonts, draw};
use super::short;
use crate::layout::length::Len;
use crate::layout::scene::{FieldMark, FieldPart, Item, Mark, PageKind, Shape, SymbolMark, TextLine};
use crate::model::Key;
use chart::Chart;
use krilla::geom::Rect;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, Node, SpanTag, Tag, TagGroup,
    TagTree,
};
use std::num::NonZeroU16;

/// Gathers the pieces while pages are drawn.
#[derive(Default)]
pub struct Tags {
    page: usize,
    /// Whether the page is of the chart.
    charting: bool,
    logo: Option<TagGroup>,
    fields: Vec<Field>,
    identity_notes: Vec<TagGroup>,
    chart: Chart,
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
    fn push(&mut self, line: &TextLine, id: Identifier) {
        if !self.words.is_empty() {
            self.words.push(' ');
        }
        self.words.push_str(&line.words);
        self.ids.push(id);
    }

    fn group(self, tag: impl Into<krilla::tagging::TagKind>) -> TagGroup {
        TagGroup::with_children(tag, self.ids.into_iter().map(Node::from).collect())
    }
}

impl Tags {
    /// Draws a page's items and remembers what they are. `index` counts all pages from 0.
    pub fn page(
        &mut self,
        surface: &mut Surface,
        fonts: &Fonts,
        index: usize,
        kind: PageKind,
        items: &[Item],
    ) {
        self.page = index;
        self.charting = matches!(kind, PageKind::Bagan { .. });
        if self.charting {
            self.chart.begin(index);
        }
        let mut artifact = None;
        for item in items {
            self.note_cell(item);
            let kind = self.artifact(&item.mark);
            if kind != artifact {
                if artifact.is_some() {
                    surface.end_tagged();
                }
                if let Some(kind) = kind {
                    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
                }
                artifact = kind;
            }
            if artifact.is_some() {
                draw(surface, fonts, &item.shape);
                continue;
            }
            let tag = match &item.shape {
                Shape::Text(_) => ContentTag::Span(SpanTag::empty()),
                Shape::Rect { .. } | Shape::Polygon { .. } | Shape::Lines { .. } | Shape::Image { .. } => {
                    ContentTag::Other
                }
            };
            let id = surface.start_tagged(tag);
            draw(surface, fonts, &item.shape);
            surface.end_tagged();
            self.take(item, id);
        }
        if artifact.is_some() {
            surface.end_tagged();
        }
    }

    /// What an item is when it is nothing to read out: decoration, or a repetition of an earlier page.
    fn artifact(&self, mark: &Mark) -> Option<ArtifactType> {
        match mark {
            Mark::Plain
            | Mark::Cell { .. }
            | Mark::Rule(_)
            | Mark::Joint { .. }
            | Mark::Flow(_)
            | Mark::FlowLabel { .. } => Some(ArtifactType::Layout),
            Mark::PageNo => Some(ArtifactType::Page),
            Mark::CellText { row, .. } => {
                (row == "head" && self.chart.repeats()).then_some(ArtifactType::Page)
            }
            Mark::Title => self.chart.repeats().then_some(ArtifactType::Page),
            Mark::Field(FieldMark { field, part: FieldPart::Label }) => {
                let known = self.fields.iter().find(|known| known.key == *field);
                known.is_some_and(|known| known.page < self.page).then_some(ArtifactType::Page)
            }
            Mark::Field(_) | Mark::Note | Mark::Symbol(_) | Mark::SymbolLabel | Mark::Logo => None,
        }
    }

    /// The cells themselves are not drawn to be read, but say where the table's columns are.
    fn note_cell(&mut self, item: &Item) {
        if let (Mark::Cell { row, col, .. }, Shape::Rect { x, y, width, height, .. }) =
            (&item.mark, &item.shape)
        {
            self.chart.cell(row, col, (*x, *y), (*width, *height));
        }
    }

    fn take(&mut self, item: &Item, id: Identifier) {
        match (&item.mark, &item.shape) {
            (Mark::Field(mark), Shape::Text(line)) => self.field(*mark, line, id),
            (Mark::CellText { row, col, .. }, _) => self.chart.text(row, col, id),
            (Mark::Title, Shape::Text(line)) => self.chart.title.push(line, id),
            (Mark::Symbol(symbol), shape) => {
                let bounds = bounds(shape).map(|rect| BBox::new(self.page, rect));
                self.chart.symbol(symbol, bounds, id);
            }
            (Mark::SymbolLabel, _) => self.chart.symbol_label(id),
            (Mark::Logo, shape) => {
                let bounds = bounds(shape).map(|rect| BBox::new(self.page, rect));
                let tag = Tag::Figure(Some("Logo instansi".to_owned())).with_bbox(bounds);
                self.logo = Some(TagGroup::with_children(tag, vec![id.into()]));
            }
            // The other marks are artifacts, or a field drawn as something else than text: still to be read.
            (
                Mark::Note
                | Mark::Field(_)
                | Mark::Title
                | Mark::Plain
                | Mark::Cell { .. }
                | Mark::Rule(_)
                | Mark::Joint { .. }
                | Mark::Flow(_)
                | Mark::FlowLabel { .. }
                | Mark::PageNo,
                _,
            ) => {
                let group = TagGroup::with_children(Tag::P, vec![id.into()]);
                if self.charting { self.chart.notes.push(group) } else { self.identity_notes.push(group) }
            }
        }
    }

    /// A symbol of the page drawn last leads to another page.
    pub fn link(&mut self, symbol: &SymbolMark, id: Identifier) {
        self.chart.link(symbol, id);
    }

    fn field(&mut self, mark: FieldMark, line: &TextLine, id: Identifier) {
        let at = self.fields.iter().position(|field| field.key == mark.field).unwrap_or_else(|| {
            let (label, parts) = (Piece::default(), Vec::new());
            self.fields.push(Field { key: mark.field, page: self.page, label, parts });
            self.fields.len() - 1
        });
        let field = &mut self.fields[at];
        let (FieldPart::Number(item) | FieldPart::Value(item)) = mark.part else {
            field.label.push(line, id);
            return;
        };
        if field.parts.last().is_none_or(|part| part.item != item) {
            field.parts.push(Part { item, number: Piece::default(), value: Piece::default() });
        }
        if let Some(part) = field.parts.last_mut() {
            match mark.part {
                FieldPart::Number(_) => part.number.push(line, id),
                FieldPart::Value(_) | FieldPart::Label => part.value.push(line, id),
            }
        }
    }

    /// The finished tree.
    pub fn finish(self) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some("id".to_owned()));
        if let Some(logo) = self.logo {
            tree.push(logo);
        }
        for field in self.fields {
            for group in field.groups() {
                tree.push(group);
            }
        }
        for group in self.identity_notes.into_iter().chain(self.chart.groups()) {
            tree.push(group);
        }
        tree
    }
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
            let mut list = TagGroup::new(Tag::L(ListNumbering::Decimal));
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
        Shape::Lines { .. } => None,
    }
}
