//! Pages → SVG, one file per page. What stands where is decided elsewhere; the attributes let a machine read the chart.

use super::{Artifact, EmitError, Emitter, Job};
use crate::layout::font::Face;
use crate::layout::length::Len;
use crate::layout::scene::{
    Depan, FieldPart, HEAD_LENGTH, HEAD_WIDTH, Image, Item, Mark, Page, PageKind, Point, RuleKind, Scene,
    Shade, Shape, Stroke, SymbolKind, SymbolMark, TextLine,
};
use crate::layout::wrap::{SOFT_HYPHEN, join};
use crate::model::Key;
use crate::text::{Text, xml_entity};
use std::fmt::Write;

pub(super) const EMITTER: Emitter = Emitter {
    name: "svg",
    about: Text {
        id: "lembar identitas dan bagan alir, satu berkas SVG per halaman",
        en: "identity sheet and flowchart, one SVG file per page",
    },
    by_default: true,
    draws: true,
    emit,
};

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    let scene = &job.sheet()?.scene;
    Ok(scene
        .pages
        .iter()
        .zip(names(scene))
        .map(|(page, name)| Artifact::text(name + ".svg", page_svg(page)))
        .collect())
}

/// What tells the file of each page from the others: `-identitas`, `-identitas-2`, `-1`, `-2`.
pub(super) fn names(scene: &Scene) -> impl Iterator<Item = String> {
    let numbered = |word: &str, before: usize| match before {
        0 => format!("-{word}"),
        _ => format!("-{word}-{}", before + 1),
    };
    scene.pages.iter().enumerate().map(move |(index, page)| {
        let before = scene.pages[..index].iter().filter(|other| other.kind == page.kind).count();
        match page.kind {
            PageKind::Depan(Depan::Sampul) => numbered("sampul", before),
            PageKind::Depan(Depan::Pengesahan) => numbered("pengesahan", before),
            PageKind::Depan(Depan::DaftarIsi) => numbered("daftar-isi", before),
            PageKind::Identitas => numbered("identitas", before),
            PageKind::Temuan => numbered("temuan", before),
            PageKind::Bagan { page, .. } | PageKind::Isian { page, .. } => format!("-{page}"),
        }
    })
}

/// A page as an SVG file; one unit is a millimetre.
pub fn page_svg(page: &Page) -> String {
    drawn(page, true)
}

/// The same on white that is there already, as a picture has it: filling a page anew is a fifth of drawing it.
#[cfg(feature = "png")]
pub(super) fn on_white(page: &Page) -> String {
    drawn(page, false)
}

fn drawn(page: &Page, with_paper: bool) -> String {
    let mut svg = Svg { out: String::with_capacity(page.items.len() * 300) };
    svg.open(page);
    if with_paper {
        let (width, height) = (page.width.to_mm_text(), page.height.to_mm_text());
        let _ = writeln!(svg.out, "<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
    }
    let mut items = page.items.iter().peekable();
    while let Some(item) = items.next() {
        let letter = items.next_if(|next| next.mark == Mark::SymbolLabel);
        svg.item(item, letter);
    }
    svg.out.push_str("</svg>\n");
    svg.out
}

/// Arial and the faces with its widths, of which every desktop has one. Office programs look at the first name only, so
/// the one that they have leads. A `textLength` would hold the width with any face, but they space its letters badly.
const FAMILIES: &str = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif";

/// What the page is, for those who do not see it.
fn title(page: &Page) -> String {
    let of_title = |item: &&Item| match &item.mark {
        Mark::Title => true,
        Mark::Field(mark) => mark.field == Key::Sop && matches!(mark.part, FieldPart::Value(_)),
        _ => false,
    };
    let words = page.items.iter().filter(of_title).filter_map(|item| match &item.shape {
        Shape::Text(line) => Some(line.words.as_str()),
        _ => None,
    });
    let mut title = join(words);
    match page.kind {
        PageKind::Depan(Depan::Sampul) => title.push_str(": halaman judul"),
        PageKind::Depan(Depan::Pengesahan | Depan::DaftarIsi) => {}
        PageKind::Identitas => title.push_str(": identitas"),
        PageKind::Temuan => title.push_str("Temuan"),
        PageKind::Isian { page, pages } => {
            let _ = write!(title, "{}halaman {page} dari {pages}", if title.is_empty() { "" } else { ", " });
        }
        PageKind::Bagan { page, pages } => {
            let _ = write!(title, ": bagan alir, halaman {page} dari {pages}");
        }
    }
    title
}

/// What the page shows: of a chart, every symbol with the way on.
fn desc(page: &Page) -> String {
    let symbols = page.items.iter().filter_map(|item| match &item.mark {
        Mark::Symbol(mark) => Some(mark),
        _ => None,
    });
    let mut desc = String::new();
    for mark in symbols {
        let sep = if desc.is_empty() { "" } else { ". " };
        let named = !mark.step.starts_with(['@', '!']);
        let _ = if named {
            write!(desc, "{sep}{}: {}", mark.step, mark.alt)
        } else {
            write!(desc, "{sep}{}", mark.alt)
        };
    }
    match page.kind {
        PageKind::Depan(_) => "Halaman depan dokumen SOP".to_owned(),
        PageKind::Identitas => "Lembar identitas SOP".to_owned(),
        PageKind::Temuan => "Temuan pada SOP ini".to_owned(),
        PageKind::Isian { .. } => "Formulir untuk diisi".to_owned(),
        PageKind::Bagan { .. } => desc,
    }
}

struct Svg {
    out: String,
}

impl Svg {
    fn open(&mut self, page: &Page) {
        let (width, height) = (page.width.to_mm_text(), page.height.to_mm_text());
        self.out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        match page.kind {
            PageKind::Depan(_) => self.attribute("class", "sop-depan"),
            PageKind::Identitas => self.attribute("class", "sop-identitas"),
            PageKind::Temuan => self.attribute("class", "sop-temuan"),
            PageKind::Isian { .. } => self.attribute("class", "sop-isian"),
            PageKind::Bagan { page: number, pages } => {
                self.attribute("class", "sop-page");
                self.attribute("data-page", &number.to_string());
                self.attribute("data-pages", &pages.to_string());
            }
        }
        let margins = page.margins;
        let sides = [margins.top, margins.right, margins.bottom, margins.left].map(Len::to_mm_text);
        self.attribute("data-margin", &sides.join(" "));
        self.attribute("width", &format!("{width}mm"));
        self.attribute("height", &format!("{height}mm"));
        self.attribute("viewBox", &format!("0 0 {width} {height}"));
        self.attribute("font-family", FAMILIES);
        self.attribute("style", "font-kerning:none");
        let (title, desc) = (title(page), desc(page));
        let _ = writeln!(self.out, ">\n<title>{}</title>\n<desc>{}</desc>", Escaped(&title), Escaped(&desc));
        let _ = writeln!(
            self.out,
            "<defs><marker id=\"panah\" viewBox=\"0 0 10 8\" refX=\"10\" refY=\"4\" markerUnits=\"userSpaceOnUse\" \
             markerWidth=\"{}\" markerHeight=\"{}\" orient=\"auto\"><path d=\"M0 0L10 4L0 8Z\" fill=\"#000\"/>\
             </marker></defs>",
            HEAD_LENGTH.to_mm_text(),
            HEAD_WIDTH.to_mm_text(),
        );
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.open_attribute(name);
        escape(&mut self.out, value);
        self.out.push('"');
    }

    fn length(&mut self, name: &str, value: Len) {
        self.open_attribute(name);
        value.write_mm(&mut self.out);
        self.out.push('"');
    }

    fn open_attribute(&mut self, name: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
    }

    /// `letter` is the text that stands in a symbol.
    fn item(&mut self, item: &Item, letter: Option<&Item>) {
        if let Mark::Symbol(mark) = &item.mark {
            self.symbol(mark, item, letter);
        } else {
            self.shape(item);
            self.out.push('\n');
        }
    }

    fn symbol(&mut self, mark: &SymbolMark, item: &Item, letter: Option<&Item>) {
        self.out.push_str("<g class=\"symbol\"");
        self.attribute("data-step", &mark.step);
        self.attribute("data-row", &mark.row);
        self.attribute("data-role", &mark.role);
        let kind = match &mark.kind {
            SymbolKind::Process => "process",
            SymbolKind::Decision => "decision",
            SymbolKind::Start => "start",
            SymbolKind::End(_) => "end",
            SymbolKind::Connector { .. } => "connector",
        };
        self.attribute("data-kind", kind);
        match &mark.kind {
            SymbolKind::End(Some(name)) => self.attribute("data-end", name),
            SymbolKind::Connector { label, out, peer_page } => {
                self.attribute("data-label", label);
                self.attribute("data-dir", if *out { "out" } else { "in" });
                self.attribute("data-peer-page", &peer_page.to_string());
            }
            SymbolKind::Process | SymbolKind::Decision | SymbolKind::Start | SymbolKind::End(None) => {}
        }
        let _ = write!(self.out, "><title>{}</title>", Escaped(&mark.alt));
        self.shape(item);
        if let Some(letter) = letter {
            self.shape(letter);
        }
        self.out.push_str("</g>\n");
    }

    fn shape(&mut self, item: &Item) {
        match &item.shape {
            Shape::Rect { x, y, width, height, radius, fill, stroke } => {
                self.out.push_str("<rect");
                self.mark(&item.mark);
                for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
                    self.length(name, *value);
                }
                if *radius > Len::ZERO {
                    self.length("rx", *radius);
                }
                self.paint(*fill, *stroke);
                self.out.push_str("/>");
            }
            Shape::Polygon { points, fill, stroke } => {
                self.out.push_str("<polygon");
                self.mark(&item.mark);
                self.open_attribute("points");
                for (at, point) in points.iter().enumerate() {
                    if at > 0 {
                        self.out.push(' ');
                    }
                    pair(&mut self.out, *point, ',');
                }
                self.out.push('"');
                self.paint(*fill, Some(*stroke));
                self.out.push_str("/>");
            }
            Shape::Lines { runs, stroke, head } => {
                self.out.push_str("<path");
                self.mark(&item.mark);
                self.open_attribute("d");
                runs.iter().for_each(|run| path(&mut self.out, run));
                self.out.push('"');
                self.paint(None, Some(*stroke));
                if *head {
                    self.attribute("marker-end", "url(#panah)");
                }
                self.out.push_str("/>");
                if let (true, Some([.., from, to])) = (*head, runs.last().map(Vec::as_slice)) {
                    // Drawn once more, for the programs that leave markers out.
                    self.out.push_str("<path d=\"");
                    head_path(&mut self.out, *from, *to);
                    self.out.push_str("Z\" fill=\"#000\"/>");
                }
            }
            Shape::Text(line) => self.text(&item.mark, line),
            Shape::Image { x, y, width, height, image } => {
                self.out.push_str("<image");
                self.mark(&item.mark);
                for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
                    self.length(name, *value);
                }
                let _ = write!(self.out, " href=\"{}\"/>", address(image));
            }
        }
    }

    /// The attributes that say what a shape is; those of a symbol stand on its group.
    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Plain | Mark::Symbol(_) => {}
            Mark::Cell { row, col, head, band } => {
                let class = if *head {
                    "cell head"
                } else if *band {
                    "cell band"
                } else {
                    "cell"
                };
                self.attribute("class", class);
                self.attribute("data-row", row);
                self.attribute("data-col", col);
            }
            Mark::CellText { row, col, note } => {
                if *note {
                    self.attribute("class", "note");
                }
                self.open_attribute("data-cell");
                escape(&mut self.out, row);
                self.out.push(':');
                escape(&mut self.out, col);
                self.out.push('"');
            }
            Mark::Title => self.attribute("class", "title"),
            Mark::PageNo => self.attribute("class", "page-no"),
            Mark::Note => self.attribute("class", "remark"),
            Mark::Entri { .. } => self.attribute("class", "entry"),
            Mark::Rule(kind) => {
                let kind = match kind {
                    RuleKind::Frame => "rule frame",
                    RuleKind::Col => "rule col",
                    RuleKind::Lane => "rule lane",
                    RuleKind::Row => "rule row",
                };
                self.attribute("class", kind);
            }
            Mark::Joint { step } => {
                self.attribute("class", "joint");
                self.attribute("data-step", step);
            }
            Mark::Flow(flow) => {
                self.attribute("class", "flow");
                self.attribute("data-flow", &flow.flow);
                self.attribute("data-from", &flow.from);
                self.attribute("data-to", &flow.to);
                if let Some(branch) = &flow.branch {
                    self.attribute("data-branch", branch);
                }
                match (flow.tee_start, flow.tee_end) {
                    (true, true) => self.attribute("data-tee", "both"),
                    (true, false) => self.attribute("data-tee", "start"),
                    (false, true) => self.attribute("data-tee", "end"),
                    (false, false) => {}
                }
            }
            Mark::FlowLabel { flow } => {
                self.attribute("class", "flow-label");
                self.attribute("data-flow", flow);
            }
            Mark::SymbolLabel => self.attribute("class", "symbol-label"),
            Mark::Field(_) => self.attribute("class", "field"),
            Mark::Logo => self.attribute("class", "logo"),
            Mark::Fill(fill) => {
                self.attribute("class", "isi");
                self.attribute("data-name", &fill.name);
            }
            Mark::Form(_) => self.attribute("class", "isian"),
            Mark::Running => self.attribute("class", "running"),
            Mark::Code { .. } => self.attribute("class", "qr"),
        }
    }

    fn paint(&mut self, fill: Option<Shade>, stroke: Option<Stroke>) {
        self.shade("fill", fill);
        self.shade("stroke", stroke.map(|stroke| stroke.shade));
        if let Some(stroke) = stroke {
            self.length("stroke-width", stroke.width);
        }
    }

    fn shade(&mut self, name: &str, shade: Option<Shade>) {
        match shade {
            None => self.attribute(name, "none"),
            Some(0) => self.attribute(name, "#000"),
            Some(255) => self.attribute(name, "#fff"),
            Some(shade) if shade.is_multiple_of(17) => {
                self.attribute(name, &format!("#{0:x}{0:x}{0:x}", shade / 17))
            }
            Some(shade) => self.attribute(name, &format!("#{shade:02x}{shade:02x}{shade:02x}")),
        }
    }

    fn text(&mut self, mark: &Mark, line: &TextLine) {
        self.out.push_str("<text");
        self.mark(mark);
        let (top, height) = if matches!(mark, Mark::FlowLabel { .. }) {
            let (above, height) = line.tight();
            (line.baseline + above, height)
        } else {
            (line.top(), line.height())
        };
        for (name, value) in
            [("data-x", line.x), ("data-y", top), ("data-width", line.width()), ("data-height", height)]
        {
            self.length(name, value);
        }
        self.length("x", line.x);
        self.length("y", line.baseline);
        self.length("font-size", line.size.em());
        if matches!(line.face, Face::Bold | Face::BoldItalic) {
            self.attribute("font-weight", "bold");
        }
        if matches!(line.face, Face::Italic | Face::BoldItalic) {
            self.attribute("font-style", "italic");
        }
        self.out.push('>');
        // A viewer shows no soft hyphen.
        match line.words.strip_suffix(SOFT_HYPHEN) {
            Some(words) => {
                escape(&mut self.out, words);
                self.out.push('-');
            }
            None => escape(&mut self.out, &line.words),
        }
        self.out.push_str("</text>");
    }
}

fn pair(out: &mut String, point: Point, between: char) {
    point.x.write_mm(out);
    out.push(between);
    point.y.write_mm(out);
}

fn path(out: &mut String, run: &[Point]) {
    let Some((first, rest)) = run.split_first() else { return };
    out.push('M');
    pair(out, *first, ' ');
    let mut from = first;
    for to in rest {
        if to.x == from.x {
            out.push('V');
            to.y.write_mm(out);
        } else if to.y == from.y {
            out.push('H');
            to.x.write_mm(out);
        } else {
            out.push('L');
            pair(out, *to, ' ');
        }
        from = to;
    }
}

/// The head of a horizontal or vertical arrow, as the marker draws it.
fn head_path(out: &mut String, from: Point, to: Point) {
    let toward = |a: Len, b: Len| (b - a).to_um().signum();
    let (dx, dy) = (toward(from.x, to.x), toward(from.y, to.y));
    let back = Point::new(to.x - HEAD_LENGTH * dx, to.y - HEAD_LENGTH * dy);
    let half = HEAD_WIDTH / 2;
    let wing = |side: i32| Point::new(back.x + half * (dy * side), back.y + half * (dx * side));
    path(out, &[to, wing(1), wing(-1)]);
}

/// Text as XML takes it, in attributes and between tags.
fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    let own = |rest: &str| rest.char_indices().find_map(|(at, c)| Some((at, xml_entity(c)?)));
    while let Some((at, entity)) = own(rest) {
        out.push_str(&rest[..at]);
        out.push_str(entity);
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// The same, for the words of a larger text.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut escaped = String::new();
        escape(&mut escaped, self.0);
        out.write_str(&escaped)
    }
}

/// A picture as an address that holds all of it.
pub(super) fn address(image: &Image) -> String {
    let (kind, bytes) = match image {
        Image::Svg(source) => ("svg+xml", source.as_bytes()),
        Image::Png(bytes) => ("png", bytes.as_slice()),
    };
    format!("data:image/{kind};base64,{}", base64(bytes))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            if digit <= chunk.len() {
                out.push(char::from(DIGITS[(word >> (18 - 6 * digit) & 63) as usize]));
            } else {
                out.push('=');
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_padded() {
        assert_eq!(["", "M", "Ma", "Man"].map(|text| base64(text.as_bytes())), ["", "TQ==", "TWE=", "TWFu"]);
    }

    #[test]
    fn text_cannot_break_out_of_its_tag() {
        assert_eq!(Escaped("a<b & \"c\">").to_string(), "a&lt;b &amp; &quot;c&quot;&gt;");
    }
}
