//! Findings drawn onto a sheet that is laid out: a working print for the desk, never the sheet that is signed.
//!
//! Beside each row stand the codes of its findings; the way that shows a finding is shaded; what they say follows on
//! pages of their own.

use super::Sheet;
use super::chart::certificate::{Flow, read};
use super::font::{self, Face};
use super::scene::{CellOf, Item, Mark, Page, PageKind, Shape, Stroke, TextLine};
use super::wrap::wrap;
use crate::model::Sop;
use crate::paper::length::{FontSize, Len};
use crate::text::{Lang, Text};

/// Something that was found in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its rule.
    pub code: &'static str,
    /// How grave it is, in a word.
    pub severity: String,
    /// Whether the sheet cannot be signed with it.
    pub grave: bool,
    /// Key of the row that it is about; none of the identity and of the whole.
    pub row: Option<String>,
    /// What it says, and what helps.
    pub words: String,
    /// Keys of the places that a case passes to show it.
    pub run: Vec<String>,
}

/// Stands on every page.
static WORKING_PRINT: Text = Text {
    id: "LEMBAR KERJA dengan tanda temuan – bukan SOP yang disahkan",
    en: "WORKING PRINT with findings – not the approved SOP",
};
static LIST: Text = Text { id: "Temuan", en: "Findings" };
static NOTHING: Text = Text { id: "Tidak ada temuan.", en: "Nothing was found." };
static ROW: Text = Text { id: "No. {nomor}", en: "row {nomor}" };

const CODE_SIZE: FontSize = FontSize::tenths(70);
const CODE_HEIGHT: Len = Len::um(3400);
const CODE_STEP: Len = Len::um(3900);
const LIST_SIZE: FontSize = FontSize::tenths(90);
const TITLE_SIZE: FontSize = FontSize::tenths(110);
/// Shade of the way that a finding is shown by.
const SHADED: u8 = 0xc4;
/// How far the shade reaches beyond a symbol, and the half of its width along a line.
const BEYOND: Len = Len::um(1300);

/// The key of the row that a place of the text belongs to, as the cells of the chart are named.
pub fn row_at(sop: &Sop, position: u32) -> Option<String> {
    let holds = |span: crate::source::Span| span.start <= position && position < span.end;
    let row = sop.kegiatan.iter().find(|row| holds(row.span))?;
    Some(row.kunci())
}

/// Draws the findings onto a sheet and adds the pages that say them.
pub fn mark(sheet: &mut Sheet, findings: &[Finding], lang: Lang) {
    let Some(paper) = sheet.scene.pages.first().cloned() else { return };
    let pages = &mut sheet.scene.pages;
    let ways = ways(pages, findings);
    for (page, way) in pages.iter_mut().zip(ways) {
        let under = page
            .items
            .iter()
            .position(|item| matches!(item.mark, Mark::Joint { .. } | Mark::Flow(_) | Mark::Symbol(_)));
        page.items.splice(under.unwrap_or(0)..under.unwrap_or(0), way);
        codes(page, findings);
    }
    pages.extend(list(&paper, findings, lang));
    pages.iter_mut().for_each(|page| banner(page, lang));
}

fn text(x: Len, baseline: Len, face: Face, size: FontSize, words: &str) -> Item {
    let words = words.to_owned();
    Item { mark: Mark::Note, shape: Shape::Text(TextLine { x, baseline, face, size, words }) }
}

fn plain(shape: Shape) -> Item {
    Item { mark: Mark::Plain, shape }
}

/// In the upper margin, where the official sheet has nothing.
fn banner(page: &mut Page, lang: Lang) {
    let words = WORKING_PRINT.pattern(lang);
    let x = (page.width - font::width(words, Face::Bold, LIST_SIZE)) / 2;
    let baseline = (page.margins.top / 2).max(Len::mm(4));
    page.items.push(text(x, baseline, Face::Bold, LIST_SIZE, words));
}

/// The codes of each row's findings, one under the other, left of the table.
fn codes(page: &mut Page, findings: &[Finding]) {
    let cells: Vec<(String, Len, Len)> = page
        .items
        .iter()
        .filter_map(|item| match (&item.mark, &item.shape) {
            (Mark::Cell { row, col, of }, Shape::Rect { x, y, .. }) if *of != CellOf::Head && col == "no" => {
                Some((row.clone(), *x, *y))
            }
            _ => None,
        })
        .collect();
    for (row, left, top) in cells {
        let mut of_row: Vec<&Finding> = Vec::new();
        for finding in findings.iter().filter(|finding| finding.row.as_ref() == Some(&row)) {
            if of_row.iter().all(|known| known.code != finding.code) {
                of_row.push(finding);
            }
        }
        let mut y = top + Len::um(500);
        for finding in of_row {
            let width = font::width(finding.code, Face::Bold, CODE_SIZE) + Len::um(1200);
            let x = (left - width - Len::um(600)).max(Len::mm(1));
            let stroke = Stroke { width: Len::um(if finding.grave { 500 } else { 200 }), shade: 0 };
            page.items.push(plain(Shape::Rect {
                x,
                y,
                width,
                height: CODE_HEIGHT,
                radius: Len::um(600),
                fill: Some(255),
                stroke: Some(stroke),
            }));
            let baseline = y + CODE_HEIGHT / 2 + CODE_SIZE.em().scale(36, 100);
            page.items.push(text(x + Len::um(600), baseline, Face::Bold, CODE_SIZE, finding.code));
            y += CODE_STEP;
        }
    }
}

/// The shade under the lines and symbols that the runs of the findings pass, page by page.
fn ways(pages: &[Page], findings: &[Finding]) -> Vec<Vec<Item>> {
    let drawings: Vec<_> = pages.iter().map(read).collect();
    let mut out = vec![Vec::new(); pages.len()];
    let passed = |key: &str| findings.iter().any(|finding| finding.run.iter().any(|step| step == key));
    let hops: Vec<(&str, &str)> = findings
        .iter()
        .flat_map(|finding| finding.run.windows(2).map(|pair| (pair[0].as_str(), pair[1].as_str())))
        .collect();
    // A hop to another page goes through the connector that the one leads to and the other comes from.
    let all: Vec<&Flow> = drawings.iter().flat_map(|drawing| &drawing.flows).collect();
    let joins = |a: &str, connector: &str, b: &str| {
        connector.starts_with('@')
            && all.iter().any(|flow| flow.mark.from == a && flow.mark.to == connector)
            && all.iter().any(|flow| flow.mark.from == connector && flow.mark.to == b)
    };
    let on_the_way = |flow: &Flow| {
        let (from, to) = (flow.mark.from.as_str(), flow.mark.to.as_str());
        hops.iter().any(|(a, b)| {
            (from, to) == (*a, *b) || (from == *a && joins(a, to, b)) || (to == *b && joins(a, from, b))
        })
    };
    for (drawing, out) in drawings.iter().zip(&mut out) {
        for symbol in drawing.symbols.iter().filter(|symbol| passed(&symbol.mark.step)) {
            let size = |low: Len, high: Len| high - low + BEYOND * 2;
            out.push(plain(Shape::Rect {
                x: symbol.low.x - BEYOND,
                y: symbol.low.y - BEYOND,
                width: size(symbol.low.x, symbol.high.x),
                height: size(symbol.low.y, symbol.high.y),
                radius: BEYOND,
                fill: Some(SHADED),
                stroke: None,
            }));
        }
        for flow in drawing.flows.iter().filter(|flow| on_the_way(flow)) {
            let stroke = Stroke { width: BEYOND * 2, shade: SHADED };
            out.push(plain(Shape::Lines { runs: vec![flow.course.clone()], stroke, head: false }));
        }
    }
    out
}

/// What the findings say, in order.
fn list(paper: &Page, findings: &[Finding], lang: Lang) -> Vec<Page> {
    let margins = paper.margins;
    let (top, bottom) = (margins.top, paper.height - margins.bottom);
    let leading = LIST_SIZE.em().scale(130, 100);
    let indent = Len::mm(8);
    let width = (paper.width - margins.left - margins.right - indent).min(Len::mm(220));
    let mut pages: Vec<Page> = Vec::new();
    let mut y = bottom;
    let begin = |pages: &mut Vec<Page>| {
        let (width, height, kind) = (paper.width, paper.height, PageKind::Temuan);
        let baseline = top + TITLE_SIZE.em();
        let title = text(margins.left, baseline, Face::Bold, TITLE_SIZE, LIST.pattern(lang));
        pages.push(Page { width, height, margins, kind, items: vec![title] });
        top + TITLE_SIZE.em() * 2
    };
    let nothing = findings.is_empty().then(|| vec![NOTHING.pattern(lang).to_owned()]);
    let entries = findings.iter().map(|finding| {
        let row = finding.row.as_ref().map(|row| ROW.fill(lang, &[("nomor", row.as_str().into())]));
        let at = row.map_or(String::new(), |row| format!(", {row}"));
        let head = format!("{} ({}{at})", finding.code, finding.severity);
        let mut lines = vec![head];
        lines.extend(wrap(&finding.words, width, Face::Regular, LIST_SIZE));
        lines
    });
    for (number, lines) in entries.chain(nothing).enumerate() {
        let height = leading * lines.len() as i32;
        if y + height > bottom {
            y = begin(&mut pages);
        }
        let page = pages.last_mut().expect("bug: a list without a page");
        for (line, words) in lines.iter().enumerate() {
            let baseline = y + LIST_SIZE.em();
            let face = if line == 0 && !findings.is_empty() { Face::Bold } else { Face::Regular };
            if line == 0 && !findings.is_empty() {
                page.items.push(text(margins.left, baseline, face, LIST_SIZE, &format!("{}.", number + 1)));
            }
            page.items.push(text(margins.left + indent, baseline, face, LIST_SIZE, words));
            y += leading;
        }
        y += leading / 3;
    }
    pages
}
