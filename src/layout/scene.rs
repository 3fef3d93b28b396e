//! The drawing, as data: pages of shapes at fixed places. Every printed format draws this and decides nothing.

use super::font::{self, Face};
use crate::model::Key;
use crate::paper::Margins;
use crate::paper::length::{FontSize, Len};
use std::sync::Arc;

/// Pages in print order.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// The pages.
    pub pages: Vec<Page>,
}

/// One side of paper.
#[derive(Clone, Debug)]
pub struct Page {
    /// Width as it lies.
    pub width: Len,
    /// Height as it lies.
    pub height: Len,
    /// Nothing is drawn outside.
    pub margins: Margins,
    /// What is on it.
    pub kind: PageKind,
    /// In paint order, which for texts is also the reading order of their cells.
    pub items: Vec<Item>,
}

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// Before the procedures.
    Depan(Depan),
    /// The identity block.
    Identitas,
    /// What was found in the text; of a working print only.
    Temuan,
    /// A page of a form to fill in; both numbers from 1.
    Isian {
        /// This one.
        page: usize,
        /// How many.
        pages: usize,
    },
    /// A page of the chart; both numbers from 1, over the chart pages only.
    Bagan {
        /// This one.
        page: usize,
        /// How many.
        pages: usize,
    },
}

/// A page before the procedures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depan {
    /// The cover (*halaman judul*).
    Sampul,
    /// Who drew up, examined and approved it.
    Pengesahan,
    /// The table of contents.
    DaftarIsi,
}

/// A shape and what it is.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is, for the attributes of the SVG and the tags of the PDF.
    pub mark: Mark,
    /// What is drawn.
    pub shape: Shape,
}

/// A point on the page, from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// To the right.
    pub x: Len,
    /// Down.
    pub y: Len,
}

impl Point {
    /// The point at `x`, `y`.
    pub const fn new(x: Len, y: Len) -> Point {
        Point { x, y }
    }
}

/// A shade: 0 black, 255 white. Office printers print no colour.
pub type Shade = u8;

/// A stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Its width.
    pub width: Len,
    /// Its shade.
    pub shade: Shade,
}

/// What can be drawn. Kept short: a new variant does not compile until every format draws it.
#[derive(Clone, Debug)]
pub enum Shape {
    /// An axis-parallel rectangle.
    Rect {
        /// Left.
        x: Len,
        /// Top.
        y: Len,
        /// Width.
        width: Len,
        /// Height.
        height: Len,
        /// Radius of the corners.
        radius: Len,
        /// Inside.
        fill: Option<Shade>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A closed outline.
    Polygon {
        /// Corners in order.
        points: Vec<Point>,
        /// Inside.
        fill: Option<Shade>,
        /// Outline.
        stroke: Stroke,
    },
    /// Straight lines: each list is one connected polyline.
    Lines {
        /// The polylines.
        runs: Vec<Vec<Point>>,
        /// How they are drawn.
        stroke: Stroke,
        /// A filled head at the end of the last run.
        head: bool,
    },
    /// One line of text.
    Text(TextLine),
    /// A picture, fitted into the box without distortion by whoever placed it.
    Image {
        /// Left.
        x: Len,
        /// Top.
        y: Len,
        /// Width.
        width: Len,
        /// Height.
        height: Len,
        /// The picture.
        image: Arc<Image>,
    },
}

/// One line of text.
#[derive(Clone, Debug)]
pub struct TextLine {
    /// Left end of the baseline.
    pub x: Len,
    /// Height of the baseline.
    pub baseline: Len,
    /// The face.
    pub face: Face,
    /// The size.
    pub size: FontSize,
    /// What is written.
    pub words: String,
}

/// A picture as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Image {
    /// SVG source.
    Svg(String),
    /// PNG bytes.
    Png(Vec<u8>),
}

/// The head of an arrow, in page units: its length.
pub const HEAD_LENGTH: Len = Len::um(2100);
/// The head of an arrow: its width.
pub const HEAD_WIDTH: Len = Len::um(1700);

/// The corners of the head of a horizontal or vertical arrow, its tip first.
pub fn arrow_head(from: Point, to: Point) -> [Point; 3] {
    let toward = |a: Len, b: Len| (b - a).to_um().signum();
    let (dx, dy) = (toward(from.x, to.x), toward(from.y, to.y));
    let back = Point::new(to.x - HEAD_LENGTH * dx, to.y - HEAD_LENGTH * dy);
    let half = HEAD_WIDTH / 2;
    let wing = |side: i32| Point::new(back.x + half * (dy * side), back.y + half * (dx * side));
    [to, wing(1), wing(-1)]
}

/// What a cell of a table is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellOf {
    /// Its head.
    Head,
    /// A band across it that names a phase.
    Band,
    /// A row, or a strip with connectors.
    Row,
}

/// What a shape is. Step keys as in the SVG contract: `7`, `7.2`, `@A`, `!1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing that a reader asks for (identity page lines, logo frame, …): an artifact.
    Plain,
    /// A cell of the chart's table.
    Cell {
        /// `head`, the row's number, `atas`, `bawah`, `tahapN`.
        row: String,
        /// `no`, `kegiatan`, a lane's id, …
        col: String,
        /// Of what it is a cell.
        of: CellOf,
    },
    /// A line of text in a cell.
    CellText {
        /// The cell's row.
        row: String,
        /// The cell's column.
        col: String,
        /// In a connector strip: says where the letters lead.
        note: bool,
    },
    /// The title.
    Title,
    /// Page x of y.
    PageNo,
    /// Running text outside the table: footnotes, totals.
    Note,
    /// A line of the table of contents.
    Entri {
        /// The page it leads to, from 0.
        halaman: usize,
    },
    /// A rule of the table.
    Rule(RuleKind),
    /// The plain line between the symbols of a joint row.
    Joint {
        /// The step's key.
        step: String,
    },
    /// A flow line.
    Flow(FlowMark),
    /// The word at a flow line.
    FlowLabel {
        /// The flow's id.
        flow: String,
    },
    /// The outline of a symbol.
    Symbol(SymbolMark),
    /// The letter in a connector; directly follows its outline.
    SymbolLabel,
    /// A line of the identity page.
    Field(FieldMark),
    /// The agency's logo.
    Logo,
    /// A text of a form to fill in, outside its table.
    Form(FormMark),
    /// What a form repeats at the head of further pages.
    Running,
    /// A place to fill in; where it is no box to tick its shape has neither fill nor stroke.
    Fill(FillMark),
    /// A QR code.
    Code {
        /// What it says.
        words: String,
    },
}

/// A place to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FillMark {
    /// Unique in the form: `7.kelengkapan.1`, `7.mulai@2`.
    pub name: String,
    /// What is filled in, for those who do not see the page.
    pub label: String,
    /// A box to tick, or words.
    pub tick: bool,
    /// Row and column of its cell, in a table.
    pub cell: Option<(String, String)>,
}

/// A text of a form: its lines are read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormMark {
    /// Its own number, over all pages of the form.
    pub block: usize,
    /// What it is.
    pub role: FormRole,
}

/// What a text of a form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormRole {
    /// A heading in the body.
    Heading,
    /// Running text, or a field.
    Paragraph,
    /// Stands above items.
    Label,
    /// One of several below each other.
    Item,
}

/// Which part of the identity page a line of text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldMark {
    /// The field.
    pub field: Key,
    /// Which part of it.
    pub part: FieldPart,
}

/// A part of a field of the identity page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldPart {
    /// The printed label.
    Label,
    /// The number before an item, from 1.
    Number(usize),
    /// What is filled in; of a list, the item, from 1.
    Value(usize),
}

/// Which rule of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// The outer frame and the line under the head.
    Frame,
    /// Between columns.
    Col,
    /// Between lanes.
    Lane,
    /// Between rows.
    Row,
}

/// A flow line's attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowMark {
    /// Id of the logical flow, the same on both sides of a page break.
    pub flow: String,
    /// Key of the end it leaves, on this page.
    pub from: String,
    /// Key of the end it enters, on this page.
    pub to: String,
    /// The branch of a decision: `ya`, `tidak`, or the condition.
    pub branch: Option<String>,
    /// Starts on another line of its net.
    pub tee_start: bool,
    /// Ends on another line of its net.
    pub tee_end: bool,
}

/// A symbol's attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SymbolMark {
    /// Its key.
    pub step: String,
    /// Its cell's row.
    pub row: String,
    /// Its cell's lane.
    pub role: String,
    /// Which of the five.
    pub kind: SymbolKind,
    /// Text alternative, in the language of the document: `keputusan, Kabid, ya ke 3, tidak ke 1`.
    pub alt: String,
}

/// The symbols of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SymbolKind {
    /// A box.
    Process,
    /// A diamond.
    Decision,
    /// A capsule at the start.
    Start,
    /// A capsule at the end; of an outcome's own end, with its name.
    End(Option<String>),
    /// A pentagon.
    Connector {
        /// A, B, … Z, AA.
        label: String,
        /// The flow leaves the page here.
        out: bool,
        /// Chart page of the partner, from 1.
        peer_page: usize,
    },
}

impl TextLine {
    /// Width of the line.
    pub fn width(&self) -> Len {
        font::width(&self.words, self.face, self.size)
    }

    /// Top of the box that the line claims: the ascent above its baseline.
    pub fn top(&self) -> Len {
        self.baseline - self.size.em().scale(76, 100)
    }

    /// Height of the box: ascent to descent.
    pub fn height(&self) -> Len {
        self.size.em().scale(97, 100)
    }

    /// Top of the letters relative to the baseline, and their height: no more than what is printed, for words that
    /// stand close to lines.
    pub fn tight(&self) -> (Len, Len) {
        let descends = self.words.contains(['g', 'j', 'p', 'q', 'y', 'Q', ',', ';', '(', ')']);
        let em = self.size.em();
        (-em.scale(75, 100), em.scale(if descends { 97 } else { 78 }, 100))
    }
}
