//! What stands in the lanes: joint lines, arrows, symbols, and the words at the arrows.

use super::super::diagram::{AFTER_RETURNS, Diagram, Goal, Kind};
use super::super::grid::{Link, Unit};
use super::super::labels::{self, Area, Surroundings, Word};
use super::super::place::Placed;
use super::super::route::Port;
use super::super::strips::{label, letter_index};
use super::super::style::{FLOW_STROKE, HEAD_SIZE, LABEL_SIZE, SYMBOL_STROKE, WORD_MARGIN};
use super::super::trim::Course;
use super::{Align, BLACK, Painter};
use crate::layout::font::{self, Face};
use crate::layout::scene::{FlowMark, Mark, Point, Shape, Stroke, SymbolKind, SymbolMark, TextLine};
use crate::paper::length::{FontSize, Len};

const WHITE: u8 = 255;

impl<'a> Painter<'a> {
    /// The plain lines of joint rows, from outline to outline, each with its place.
    pub(super) fn joints(&self, placed: &[(u32, Placed)]) -> Vec<(usize, (Point, Point))> {
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

    pub(super) fn draw_joints(&mut self, joints: &[(usize, (Point, Point))]) {
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

    pub(super) fn flows(&mut self, courses: &[Course]) {
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

    pub(super) fn symbol(&mut self, placed: &Placed) {
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
    pub(super) fn words(
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
            let again = self.says_again(courses, route, text);
            words.push(Word { route, width: line.width(), height, again });
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

    /// Whether a line begins at a T on another one that leaves by the same exit and says the same there, or whose words hold
    /// for both up to there.
    fn says_again(&self, courses: &[Course], route: usize, text: &str) -> bool {
        let solved = &self.layout.sheets[self.index].solved;
        let leaves = |route: usize| (solved.routes[route].source, solved.routes[route].exit);
        let begins = |route: usize| courses[route].drawn.first() == courses[route].full.first();
        let forks = solved.grid.arrows[route].forks;
        let says =
            |flow: usize| forks || label(self.diagram, &self.layout.pages, self.index, flow) == Some(text);
        let mut others = solved.grid.arrows.iter().enumerate();
        !begins(route)
            && others
                .any(|(other, arrow)| begins(other) && leaves(other) == leaves(route) && says(arrow.flow))
    }

    /// A rule does not run through a word: it is interrupted there, in every program that shows the drawing.
    pub(super) fn clear_rules_behind(&mut self, words: &[(usize, TextLine)]) {
        for (_, line) in words {
            let (above, height) = line.tight();
            let (x, y) = (line.x - WORD_MARGIN, line.baseline + above);
            let (width, radius) = (line.width() + WORD_MARGIN * 2, Len::ZERO);
            let (fill, stroke) = (Some(WHITE), None);
            self.put(Mark::Plain, Shape::Rect { x, y, width, height, radius, fill, stroke });
        }
    }
}

pub(super) fn flow_id(flow: usize) -> String {
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
        let branch = flow.branch.as_ref().map_or(String::new(), |branch| {
            format!("{}{} ", branch.id, if branch.shares_side { AFTER_RETURNS } else { "" })
        });
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
