//! What is drawn, as elements of SVG with the attributes that let a machine read the chart.

use super::{desc, title};
use crate::layout::font::Face;
use crate::layout::scene::{
    CellOf, HEAD_LENGTH, HEAD_WIDTH, Image, Item, Mark, Page, PageKind, Point, RuleKind, Shade, Shape,
    Stroke, SymbolKind, SymbolMark, TextLine, arrow_head,
};
use crate::layout::wrap::SOFT_HYPHEN;
use crate::paper::length::Len;
use crate::text::xml_entity;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt::Write;

/// Arial and the faces with its widths, of which every desktop has one. Office programs look at the first name only, so
/// the one that they have leads. A `textLength` would hold the width with any face, but they space its letters badly.
const FAMILIES: &str = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif";

/// An SVG file while it is written.
pub(super) struct Svg {
    pub(super) out: String,
}

impl Svg {
    /// The file's head, up to what is drawn.
    pub(super) fn open(&mut self, page: &Page) {
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
    pub(super) fn item(&mut self, item: &Item, letter: Option<&Item>) {
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
                    path(&mut self.out, &arrow_head(*from, *to));
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
            Mark::Cell { row, col, of } => {
                let class = match of {
                    CellOf::Head => "cell head",
                    CellOf::Band => "cell band",
                    CellOf::Row => "cell",
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
pub(in crate::emit) fn address(image: &Image) -> String {
    let (kind, bytes) = match image {
        Image::Svg(source) => ("svg+xml", source.as_bytes()),
        Image::Png(bytes) => ("png", bytes.as_slice()),
    };
    format!("data:image/{kind};base64,{}", STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_break_out_of_its_tag() {
        assert_eq!(Escaped("a<b & \"c\">").to_string(), "a&lt;b &amp; &quot;c&quot;&gt;");
    }
}
