//! Pages of marks: the table, its texts, the symbols and the lines, in paint order.

mod arrows;
mod table;

use super::diagram::Diagram;
use super::place::{self, Frame};
use super::rounds::Layout;
use super::style::{FOOT_SIZE, HEAD_SIZE, Style, TITLE_SIZE};
use super::table::{Column, NO_WIDTH};
use crate::layout::font::{self, Face};
use crate::layout::scene::{Item, Mark, Page, PageKind, Shape, TextLine};
use crate::paper::length::{FontSize, Len};
use arrows::flow_id;

const BLACK: u8 = 0;

/// Where a line of text begins.
#[derive(Clone, Copy)]
enum Align {
    Left(Len),
    Middle(Len),
    Right(Len),
}

/// Draws a page of the layout.
pub(super) fn page(layout: &Layout, index: usize) -> (Page, Vec<usize>) {
    Painter::new(layout, index).paint()
}

struct Painter<'a> {
    layout: &'a Layout<'a>,
    diagram: &'a Diagram,
    index: usize,
    items: Vec<Item>,
    /// Top of the table, top of its body.
    table_top: Len,
    body_top: Len,
    /// Left and right of the table.
    left: Len,
    right: Len,
    /// Left and width of the text columns, in the order of [`COLUMNS`].
    columns: [(Len, Len); 5],
    frame: Frame,
}

impl<'a> Painter<'a> {
    fn new(layout: &'a Layout<'a>, index: usize) -> Self {
        let diagram = layout.diagram;
        let margins = diagram.paper.margins;
        let table_top = margins.top + layout.titles.height(index);
        let body_top = table_top + layout.heads.height();
        let mut at = margins.left + NO_WIDTH;
        let mut columns = [(Len::ZERO, Len::ZERO); 5];
        let mut column = |column: Column, at: &mut Len| {
            let width = layout.widths.of(column);
            columns[column as usize] = (*at, width);
            *at += width;
        };
        column(Column::Kegiatan, &mut at);
        let frame = Frame::new(at, body_top, &layout.widths.lanes, &layout.sheets[index].fit);
        at = frame.lane_rules[frame.lane_rules.len() - 1];
        diagram.columns.iter().for_each(|of| column(Column::from(*of), &mut at));
        column(Column::Keterangan, &mut at);
        Painter {
            layout,
            diagram,
            index,
            items: Vec::new(),
            table_top,
            body_top,
            left: margins.left,
            right: at,
            columns,
            frame,
        }
    }

    fn paint(mut self) -> (Page, Vec<usize>) {
        let layout = self.layout;
        let sheet = &layout.sheets[self.index];
        let (grid, routes) = (&sheet.solved.grid, &sheet.solved.routes[..]);
        let placed = place::symbols(grid, routes, &self.frame, &layout.style);
        let courses = place::courses(
            grid,
            routes,
            &sheet.solved.channels,
            &sheet.fit,
            &self.frame,
            &placed,
            &layout.style,
        );
        self.page_texts();
        self.head();
        self.body();
        self.footnotes();
        self.rules();
        let joints = self.joints(&placed);
        let (words, crowded) = self.words(&courses, &placed, &joints);
        self.clear_rules_behind(&words);
        self.draw_joints(&joints);
        self.flows(&courses);
        for (_, symbol) in &placed {
            self.symbol(symbol);
        }
        for (flow, line) in words {
            self.put(Mark::FlowLabel { flow: flow_id(flow) }, Shape::Text(line));
        }
        let page = Page {
            width: self.diagram.paper.width,
            height: self.diagram.paper.height,
            margins: self.diagram.paper.margins,
            kind: PageKind::Bagan { page: self.index + 1, pages: layout.sheets.len() },
            items: self.items,
        };
        (page, crowded)
    }

    fn put(&mut self, mark: Mark, shape: Shape) {
        self.items.push(Item { mark, shape });
    }

    fn text(&mut self, mark: Mark, words: &str, align: Align, baseline: Len, face: Face, size: FontSize) {
        let width = font::width(words, face, size);
        let x = match align {
            Align::Left(x) => x,
            Align::Middle(x) => x - width / 2,
            Align::Right(x) => x - width,
        };
        self.put(mark, Shape::Text(TextLine { x, baseline, face, size, words: words.to_owned() }));
    }

    /// Baseline of the first of some lines in the middle of a height.
    fn first_baseline(top: Len, height: Len, lines: usize, size: FontSize) -> Len {
        let leading = Style::leading(size);
        top + height / 2 - leading * lines as i32 / 2 + leading / 2 + size.em().scale(36, 100)
    }

    fn page_texts(&mut self) {
        let (paper, layout) = (self.diagram.paper, self.layout);
        let top = paper.margins.top;
        if self.index == 0 {
            let leading = TITLE_SIZE.em().scale(5, 4);
            for (line, words) in layout.titles.first.iter().enumerate() {
                let baseline = top + TITLE_SIZE.em() + leading * line as i32;
                self.text(
                    Mark::Title,
                    words,
                    Align::Middle(paper.width / 2),
                    baseline,
                    Face::Bold,
                    TITLE_SIZE,
                );
            }
        } else {
            for (line, words) in layout.titles.further.iter().enumerate() {
                let baseline = top + HEAD_SIZE.em() + Style::leading(HEAD_SIZE) * line as i32;
                self.text(Mark::Title, words, Align::Left(self.left), baseline, Face::Regular, HEAD_SIZE);
            }
        }
        let foot = paper.height - paper.margins.bottom - Len::um(800);
        let pages = layout.sheets.len();
        let page = (pages > 1).then(|| format!("Halaman {} dari {pages}", self.index + 1));
        let short = |number: &&String| {
            font::width(number, Face::Regular, FOOT_SIZE) < (self.right - self.left).scale(60, 100)
        };
        let number = self.diagram.number.as_ref().filter(short).cloned();
        let words: Vec<String> = number.into_iter().chain(page).collect();
        if !words.is_empty() {
            let words = words.join(" – ");
            self.text(Mark::PageNo, &words, Align::Right(self.right), foot, Face::Regular, FOOT_SIZE);
        }
        if let Some(warning) = &self.diagram.warning {
            self.text(Mark::Note, warning, Align::Left(self.left), foot, Face::Bold, FOOT_SIZE);
        }
    }
}
