//! Pages of marks: the table, its texts, the symbols and the lines, in paint order.

use super::diagram::{Diagram, Goal, Kind};
use super::grid::{Level, Link, Unit};
use super::labels::{self, Area, Surroundings, Word};
use super::place::{self, Frame, Placed};
use super::rounds::Layout;
use super::route::Port;
use super::strips::{label, letter_index, strip_lines, strip_notes};
use super::style::{
    CELL_PAD_X, CELL_PAD_Y, COLUMN_STROKE, FLOW_STROKE, FOOT_SIZE, FRAME_STROKE, HEAD_SIZE, LABEL_SIZE,
    LANE_STROKE, ROW_STROKE, SYMBOL_STROKE, Style, TITLE_SIZE,
};
use super::table::{COLUMNS, Column, NO_WIDTH, band_lines};
use super::trim::Course;
use crate::layout::font::{self, Face};
use crate::layout::length::{FontSize, Len};
use crate::layout::scene::{
    FlowMark, Item, Mark, Page, PageKind, Point, RuleKind, Shape, Stroke, SymbolKind, SymbolMark, TextLine,
};

const HEAD_FILL: u8 = 0xe6;
const BAND_FILL: u8 = 0xf2;
const BLACK: u8 = 0;
const WHITE: u8 = 255;
/// A rule ends this far beside a word.
const WORD_MARGIN: Len = Len::um(250);

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

    fn cell(&mut self, row: &str, col: &str, area: [Len; 4], head: bool, band: bool) {
        let [x, y, width, height] = area;
        let fill = if head { Some(HEAD_FILL) } else { band.then_some(BAND_FILL) };
        let mark = Mark::Cell { row: row.to_owned(), col: col.to_owned(), head, band };
        self.put(mark, Shape::Rect { x, y, width, height, radius: Len::ZERO, fill, stroke: None });
    }

    fn head_cell(&mut self, col: &str, area: [Len; 4], lines: &[String], size: FontSize) {
        self.cell("head", col, area, true, false);
        let [x, y, width, height] = area;
        let first = Self::first_baseline(y, height, lines.len(), size);
        for (line, words) in lines.iter().enumerate() {
            let mark = Mark::CellText { row: "head".to_owned(), col: col.to_owned(), note: false };
            let baseline = first + Style::leading(size) * line as i32;
            self.text(mark, words, Align::Middle(x + width / 2), baseline, Face::Bold, size);
        }
    }

    fn head(&mut self) {
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
    fn row_key(&self, level: Level) -> String {
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

    fn body(&mut self) {
        let layout = self.layout;
        let grid = &layout.sheets[self.index].solved.grid;
        for (level, what) in grid.levels.iter().enumerate() {
            let top = self.frame.level_rules[level];
            let key = self.row_key(*what);
            match *what {
                Level::Row { index, .. } if index > 0 => {}
                Level::Row { row, of, .. } => {
                    let height = self.frame.level_rules[level + of] - top;
                    self.cells_of(&key, top, height, false);
                    self.row_texts(row, &key, top, height);
                }
                Level::Band { row } => {
                    let height = self.frame.level_rules[level + 1] - top;
                    self.cells_of(&key, top, height, true);
                    self.band_text(row, &key, top, height);
                }
                Level::Strip { top: upper, index } => {
                    let height = self.frame.level_rules[level + 1] - top;
                    self.cells_of(&key, top, height, false);
                    if index == 0 {
                        self.strip_text(upper, &key, top, height);
                    }
                }
            }
        }
    }

    fn cells_of(&mut self, key: &str, y: Len, height: Len, band: bool) {
        let columns = self.columns;
        let (x, width) = columns[Column::Kegiatan as usize];
        if band {
            self.cell(key, "kegiatan", [self.left, y, NO_WIDTH + width, height], false, true);
        } else {
            self.cell(key, "no", [self.left, y, NO_WIDTH, height], false, false);
            self.cell(key, "kegiatan", [x, y, width, height], false, false);
        }
        let rules = self.frame.lane_rules.clone();
        for (lane, pair) in rules.windows(2).enumerate() {
            let id = &self.diagram.lanes[lane].id;
            self.cell(key, id, [pair[0], y, pair[1] - pair[0], height], false, band);
        }
        let mut rest: Vec<Column> = self.diagram.columns.iter().map(|of| Column::from(*of)).collect();
        rest.push(Column::Keterangan);
        for column in rest {
            let (x, width) = columns[column as usize];
            self.cell(key, column.id(), [x, y, width, height], false, band);
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

    fn footnotes(&mut self) {
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
    fn row_rules(&self) -> Vec<Len> {
        let grid = &self.layout.sheets[self.index].solved.grid;
        let inner = (0..self.frame.level_rules.len()).filter(|level| !grid.inside_row(*level));
        inner.map(|level| self.frame.level_rules[level]).collect()
    }

    fn rules(&mut self) {
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

    /// The plain lines of joint rows, from outline to outline, each with its place.
    fn joints(&self, placed: &[(u32, Placed)]) -> Vec<(usize, (Point, Point))> {
        let grid = &self.layout.sheets[self.index].solved.grid;
        let symbol = |level: i32, lane: i32| {
            let of = |placed: &&Placed| (placed.symbol.level, placed.symbol.lane) == (level, lane);
            placed.iter().map(|(_, placed)| placed).find(of).expect("bug: a joint line is loose")
        };
        let line = |link: &Link| {
            let a = symbol(link.level, link.left).port(Port::E);
            let b = symbol(link.level, link.right).port(Port::W);
            (link.place, (a, b))
        };
        grid.links.iter().map(line).collect()
    }

    fn draw_joints(&mut self, joints: &[(usize, (Point, Point))]) {
        for (place, (a, b)) in joints {
            let stroke = Stroke { width: FLOW_STROKE, shade: BLACK };
            let mark = Mark::Joint { step: self.diagram.places[*place].key.clone() };
            self.put(mark, Shape::Lines { runs: vec![vec![*a, *b]], stroke, head: false });
        }
    }

    /// Step key of a symbol.
    fn step(&self, symbol: u32) -> String {
        let sheet = &self.layout.sheets[self.index];
        match sheet.solved.grid.symbols[symbol as usize].unit {
            Unit::Place(place) => self.diagram.places[place].key.clone(),
            Unit::End { end, .. } => format!("!{}", end + 1),
            Unit::Connector(index) => format!("@{}", self.letter(index)),
        }
    }

    fn letter(&self, connector: usize) -> &'a str {
        let layout = self.layout;
        let connector = &layout.sheets[self.index].connectors[connector];
        &layout.letters[letter_index(&layout.letters, connector)].1
    }

    fn flows(&mut self, courses: &[Course]) {
        let layout = self.layout;
        let sheet = &layout.sheets[self.index];
        for (route, course) in sheet.solved.routes.iter().zip(courses) {
            let arrow = &sheet.solved.grid.arrows[route.arrow as usize];
            let branch = self.diagram.flows[arrow.flow].branch.as_ref();
            let mark = Mark::Flow(FlowMark {
                flow: flow_id(arrow.flow),
                from: self.step(route.source),
                to: self.step(route.target),
                branch: branch.filter(|_| arrow.branch.is_some()).map(|branch| branch.id.clone()),
                tee_start: course.tee_start,
                tee_end: course.tee_end,
            });
            let stroke = Stroke { width: FLOW_STROKE, shade: BLACK };
            self.put(
                mark,
                Shape::Lines { runs: vec![straightened(&course.drawn)], stroke, head: !course.tee_end },
            );
        }
    }

    fn symbol(&mut self, placed: &Placed) {
        let sheet = &self.layout.sheets[self.index];
        let symbol = placed.symbol;
        let role = &self.diagram.lanes[symbol.lane as usize];
        let level = sheet.solved.grid.levels[symbol.level as usize];
        let (step, kind, alt) = match symbol.unit {
            Unit::Place(place) => {
                let of = &self.diagram.places[place];
                let kind = match of.kind {
                    Kind::Decision => SymbolKind::Decision,
                    Kind::Start => SymbolKind::Start,
                    Kind::End => SymbolKind::End(of.end.and_then(|end| self.diagram.ends[end].clone())),
                    Kind::Process | Kind::Connector => SymbolKind::Process,
                };
                (of.key.clone(), kind, place_alt(self.diagram, place, &role.name))
            }
            Unit::End { end, .. } => {
                let name = self.diagram.ends[end].clone();
                let alt = name.as_ref().map_or("selesai".to_owned(), |name| format!("selesai, {name}"));
                (format!("!{}", end + 1), SymbolKind::End(name), alt)
            }
            Unit::Connector(index) => {
                let connector = sheet.connectors[index];
                let target_page = self.layout.pages.of_place(self.diagram, connector.target);
                let label = self.letter(index).to_owned();
                let (peer_page, toward) =
                    if connector.out { (target_page + 1, "ke") } else { (connector.source_page + 1, "dari") };
                let called = self.diagram.first_page + peer_page - 1;
                let alt = format!("penghubung {label}, {toward} halaman {called}");
                (format!("@{label}"), SymbolKind::Connector { label, out: connector.out, peer_page }, alt)
            }
        };
        let letter = match &kind {
            SymbolKind::Connector { label, .. } => Some(label.clone()),
            _ => None,
        };
        let mark =
            Mark::Symbol(SymbolMark { step, row: self.row_key(level), role: role.id.clone(), kind, alt });
        let stroke = Stroke { width: SYMBOL_STROKE, shade: BLACK };
        let shape = match symbol.kind {
            Kind::Decision | Kind::Connector => {
                Shape::Polygon { points: placed.outline(), fill: Some(WHITE), stroke }
            }
            Kind::Process | Kind::Start | Kind::End => Shape::Rect {
                x: placed.left(),
                y: placed.top(),
                width: placed.width,
                height: placed.height,
                radius: if symbol.kind == Kind::Process { Len::ZERO } else { placed.height / 2 },
                fill: Some(WHITE),
                stroke: Some(stroke),
            },
        };
        self.put(mark, shape);
        if let Some(letter) = letter {
            // The letter stands in the square part, away from the tip.
            let shift = if symbol.up { Len::um(900) } else { Len::um(-500) };
            let size = fitting(&letter, placed.width - Len::um(800));
            let baseline = placed.centre.y + shift + size.em().scale(36, 100);
            self.text(Mark::SymbolLabel, &letter, Align::Middle(placed.centre.x), baseline, Face::Bold, size);
        }
    }

    /// The words at the lines, each with its flow; and the flows whose word finds no clear place.
    fn words(
        &self,
        courses: &[Course],
        placed: &[(u32, Placed)],
        joints: &[(usize, (Point, Point))],
    ) -> (Vec<(usize, TextLine)>, Vec<usize>) {
        let layout = self.layout;
        let sheet = &layout.sheets[self.index];
        let mut words = Vec::new();
        let mut texts = Vec::new();
        for (route, arrow) in sheet.solved.grid.arrows.iter().enumerate() {
            let Some(text) = label(self.diagram, &layout.pages, self.index, arrow.flow) else { continue };
            let (x, baseline, words_) = (Len::ZERO, Len::ZERO, text.to_owned());
            let line = TextLine { x, baseline, face: Face::Regular, size: LABEL_SIZE, words: words_ };
            let (top, height) = line.tight();
            words.push(Word { route, width: line.width(), height });
            texts.push((arrow.flow, top, line));
        }
        let row_rules = self.row_rules();
        let joints: Vec<(Point, Point)> = joints.iter().map(|(_, line)| *line).collect();
        let around = Surroundings {
            routes: &sheet.solved.routes,
            courses,
            symbols: placed,
            frame: &self.frame,
            row_rules: &row_rules,
            joints: &joints,
        };
        let areas = labels::place(&words, &around);
        let set = |((flow, top, line), (area, _)): ((usize, Len, TextLine), &(Area, bool))| {
            (flow, TextLine { x: area.left, baseline: area.top - top, ..line })
        };
        let crowded = texts.iter().zip(&areas).filter(|(_, (_, clear))| !clear);
        let crowded = crowded.map(|((flow, ..), _)| *flow).collect();
        (texts.into_iter().zip(&areas).map(set).collect(), crowded)
    }

    /// A rule does not run through a word: it is interrupted there, in every program that shows the drawing.
    fn clear_rules_behind(&mut self, words: &[(usize, TextLine)]) {
        for (_, line) in words {
            let (above, height) = line.tight();
            let (x, y) = (line.x - WORD_MARGIN, line.baseline + above);
            let (width, radius) = (line.width() + WORD_MARGIN * 2, Len::ZERO);
            let (fill, stroke) = (Some(WHITE), None);
            self.put(Mark::Plain, Shape::Rect { x, y, width, height, radius, fill, stroke });
        }
    }
}

fn flow_id(flow: usize) -> String {
    format!("f{}", flow + 1)
}

/// The largest size in which a connector's letters stay inside it.
fn fitting(letters: &str, width: Len) -> FontSize {
    let fits = |size: &FontSize| font::width(letters, Face::Bold, *size) <= width;
    let sizes = [HEAD_SIZE, FontSize::tenths(80), FontSize::tenths(75)];
    sizes.into_iter().find(fits).unwrap_or(FontSize::tenths(70))
}

/// Without corners that are none.
fn straightened(points: &[Point]) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        if let [.., a, b] = out[..]
            && ((a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y))
        {
            out.pop();
        }
        if out.last() != Some(point) {
            out.push(*point);
        }
    }
    out
}

/// `keputusan, Kabid, ya ke 3, tidak ke 1`
fn place_alt(diagram: &Diagram, place: usize, lane: &str) -> String {
    let of = &diagram.places[place];
    let word = match of.kind {
        Kind::Start => "mulai",
        Kind::End => "selesai",
        Kind::Decision => "keputusan",
        Kind::Process | Kind::Connector => "kegiatan",
    };
    let mut alt = format!("{word}, {lane}");
    if let Some(name) = of.end.and_then(|end| diagram.ends[end].as_deref()) {
        alt.push_str(&format!(", {name}"));
    }
    let from = diagram.flows.partition_point(|flow| flow.from < place);
    for flow in diagram.flows[from..].iter().take_while(|flow| flow.from == place) {
        let branch = flow.branch.as_ref().map_or(String::new(), |branch| format!("{} ", branch.id));
        let goal = match flow.to {
            Goal::Place(to) => diagram.places[to].key.clone(),
            Goal::End(end) => {
                diagram.ends[end].as_ref().map_or("selesai".to_owned(), |name| format!("selesai, {name}"))
            }
        };
        alt.push_str(&format!(", {branch}ke {goal}"));
    }
    alt
}
