//! What must hold of every chart page, read from the marks alone; shares no code with the layouter.
#![allow(dead_code, reason = "each test uses its part")]

use sop::layout::scene::{FlowMark, Mark, Page, Point, Shape, SymbolKind, SymbolMark};
use sop::paper::length::Len;

pub type Um = i64;

#[derive(Clone, Copy, Debug)]
pub struct Box2 {
    pub x0: Um,
    pub y0: Um,
    pub x1: Um,
    pub y1: Um,
}

impl Box2 {
    pub fn of(points: &[(Um, Um)]) -> Box2 {
        let xs = points.iter().map(|p| p.0);
        let ys = points.iter().map(|p| p.1);
        Box2 {
            x0: xs.clone().min().unwrap(),
            y0: ys.clone().min().unwrap(),
            x1: xs.max().unwrap(),
            y1: ys.max().unwrap(),
        }
    }
    pub fn grown(self, by: Um) -> Box2 {
        Box2 { x0: self.x0 - by, y0: self.y0 - by, x1: self.x1 + by, y1: self.y1 + by }
    }
    pub fn meets(self, other: Box2) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }
    pub fn holds(self, other: Box2, slack: Um) -> bool {
        let of = self.grown(slack);
        of.x0 <= other.x0 && of.y0 <= other.y0 && other.x1 <= of.x1 && other.y1 <= of.y1
    }
    pub fn centre(self) -> (Um, Um) {
        ((self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2)
    }
}

pub struct Symbol {
    pub mark: SymbolMark,
    pub outline: Vec<(Um, Um)>,
    pub area: Box2,
}

pub struct Flow {
    pub mark: FlowMark,
    pub points: Vec<(Um, Um)>,
    pub head: bool,
}

pub struct Words {
    pub text: String,
    pub cell: Option<(String, String)>,
    pub flow: Option<String>,
    pub in_symbol: bool,
    pub area: Box2,
}

/// A page, sorted by what its marks are.
#[derive(Default)]
pub struct Read {
    pub cells: Vec<((String, String), Box2)>,
    pub symbols: Vec<Symbol>,
    pub flows: Vec<Flow>,
    pub joints: Vec<(String, Vec<(Um, Um)>)>,
    pub words: Vec<Words>,
    pub rules: Vec<((Um, Um), (Um, Um))>,
}

fn um(length: Len) -> Um {
    Um::from(length.to_um())
}

fn point(point: &Point) -> (Um, Um) {
    (um(point.x), um(point.y))
}

pub fn read(page: &Page) -> Read {
    let mut out = Read::default();
    for item in &page.items {
        let outline: Vec<(Um, Um)> = match &item.shape {
            Shape::Rect { x, y, width, height, .. } => {
                let (x, y, w, h) = (um(*x), um(*y), um(*width), um(*height));
                vec![(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
            }
            Shape::Polygon { points, .. } => points.iter().map(point).collect(),
            Shape::Lines { runs, .. } => runs.iter().flatten().map(point).collect(),
            Shape::Text(line) => {
                let (above, height) = line.tight();
                let (x, y) = (um(line.x), um(line.baseline + above));
                vec![(x, y), (x + um(line.width()), y + um(height))]
            }
            Shape::Image { .. } => continue,
        };
        let area = Box2::of(&outline);
        match &item.mark {
            Mark::Cell { row, col, .. } => out.cells.push(((row.clone(), col.clone()), area)),
            Mark::Symbol(mark) => out.symbols.push(Symbol { mark: mark.clone(), outline, area }),
            Mark::Flow(mark) => {
                let head = matches!(item.shape, Shape::Lines { head: true, .. });
                out.flows.push(Flow { mark: mark.clone(), points: outline, head });
            }
            Mark::Joint { step } => out.joints.push((step.clone(), outline)),
            Mark::Rule(_) => {
                if let Shape::Lines { runs, .. } = &item.shape {
                    for run in runs {
                        out.rules.extend(run.windows(2).map(|pair| (point(&pair[0]), point(&pair[1]))));
                    }
                }
            }
            mark => {
                if let Shape::Text(line) = &item.shape {
                    let (cell, flow) = match mark {
                        Mark::CellText { row, col, .. } => (Some((row.clone(), col.clone())), None),
                        Mark::FlowLabel { flow } => (None, Some(flow.clone())),
                        _ => (None, None),
                    };
                    let in_symbol = *mark == Mark::SymbolLabel;
                    out.words.push(Words { text: line.words.clone(), cell, flow, in_symbol, area });
                }
            }
        }
    }
    out
}

/// Everything that a page or the whole chart has wrong.
pub fn faults(pages: &[Page]) -> Vec<String> {
    let mut found = Vec::new();
    let read: Vec<Read> = pages.iter().map(read).collect();
    for (number, (page, of)) in pages.iter().zip(&read).enumerate() {
        let mut say = |words: String| found.push(format!("page {}: {words}", number + 1));
        margins(page, of, &mut say);
        cells_and_texts(of, &mut say);
        symbols(of, &mut say);
        for flow in &of.flows {
            ends(of, flow, &mut say);
            clear_of_symbols(of, flow, &mut say);
        }
        company(of, &mut say);
        labels(of, &mut say);
    }
    connectors(&read, &mut found);
    found
}

/// A line's points, its mark where it is a flow, and its name.
type Line<'a> = (&'a [(Um, Um)], Option<&'a FlowMark>, &'a str);
type Say<'a> = &'a mut dyn FnMut(String);

fn margins(page: &Page, of: &Read, say: Say) {
    let inside = Box2 {
        x0: um(page.margins.left),
        y0: um(page.margins.top),
        x1: um(page.width - page.margins.right),
        y1: um(page.height - page.margins.bottom),
    };
    let cells = of.cells.iter().map(|(key, area)| (format!("cell {key:?}"), *area));
    let symbols = of.symbols.iter().map(|symbol| (format!("symbol {}", symbol.mark.step), symbol.area));
    let flows = of.flows.iter().map(|flow| (format!("flow {}", flow.mark.flow), Box2::of(&flow.points)));
    let words = of.words.iter().map(|words| (format!("text `{}`", words.text), words.area));
    for (what, area) in cells.chain(symbols).chain(flows).chain(words) {
        if !inside.holds(area, 100) {
            say(format!("{what} is outside the margins"));
        }
    }
}

fn cells_and_texts(of: &Read, say: Say) {
    for (index, (key, area)) in of.cells.iter().enumerate() {
        for (other_key, other) in &of.cells[..index] {
            if area.grown(-30).meets(*other) {
                say(format!("cells {key:?} and {other_key:?} overlap"));
            }
        }
    }
    for (index, words) in of.words.iter().enumerate() {
        if let Some(cell) = &words.cell {
            match of.cells.iter().find(|(key, _)| key == cell) {
                Some((_, area)) if area.holds(words.area, 50) => {}
                Some(_) => say(format!("`{}` leaves its cell {cell:?}", words.text)),
                None => say(format!("`{}` names no cell {cell:?}", words.text)),
            }
        }
        for other in &of.words[..index] {
            if words.area.meets(other.area) {
                say(format!("`{}` and `{}` overlap", words.text, other.text));
            }
        }
        if words.flow.is_none()
            && of.rules.iter().any(|(a, b)| words.area.meets(Box2::of(&[*a, *b]).grown(1)))
        {
            say(format!("a rule crosses `{}`", words.text));
        }
    }
}

fn symbols(of: &Read, say: Say) {
    for (index, symbol) in of.symbols.iter().enumerate() {
        let step = &symbol.mark.step;
        let key = (symbol.mark.row.clone(), symbol.mark.role.clone());
        match of.cells.iter().find(|(of, _)| *of == key) {
            Some((_, cell)) => {
                if !cell.holds(symbol.area, 0) {
                    say(format!("symbol {step} leaves its cell"));
                }
                if (cell.centre().0 - symbol.area.centre().0).abs() > 1 {
                    say(format!("symbol {step} is off the centre of its lane"));
                }
            }
            None => say(format!("symbol {step} stands in no cell {key:?}")),
        }
        if of.symbols[..index].iter().any(|other| other.area.grown(500).meets(symbol.area)) {
            say(format!("symbol {step} stands too close to another"));
        }
        let joined = of.symbols.iter().filter(|other| other.mark.step == *step).count();
        let loose = !step.starts_with(['@', '!'])
            && of.joints.iter().filter(|(of, _)| of == step).count() + 1 < joined;
        if loose {
            say(format!("the symbols of {step} are not joined"));
        }
    }
}

/// The middle of each side.
fn ports(symbol: &Symbol) -> [(Um, Um); 4] {
    let (x, y) = symbol.area.centre();
    [(x, symbol.area.y0), (symbol.area.x1, y), (x, symbol.area.y1), (symbol.area.x0, y)]
}

fn ends(of: &Read, flow: &Flow, say: Say) {
    let name = format!("flow {} ({} to {})", flow.mark.flow, flow.mark.from, flow.mark.to);
    for pair in flow.points.windows(2) {
        if (pair[0].0 == pair[1].0) == (pair[0].1 == pair[1].1) {
            say(format!("{name} has a slanted or empty stretch"));
        }
    }
    let at_port = |step: &str, at: (Um, Um)| {
        of.symbols.iter().any(|symbol| symbol.mark.step == step && ports(symbol).contains(&at))
    };
    let (first, last) = (flow.points[0], flow.points[flow.points.len() - 1]);
    if !flow.mark.tee_start && !at_port(&flow.mark.from, first) {
        say(format!("{name} begins at no port"));
    }
    if !flow.mark.tee_end && !at_port(&flow.mark.to, last) {
        say(format!("{name} ends at no port"));
    }
    if flow.head == flow.mark.tee_end {
        say(format!("{name} has a head too many or too few"));
    }
    let before = flow.points[flow.points.len() - 2];
    if flow.head && (before.0 - last.0).abs() + (before.1 - last.1).abs() < 2_100 {
        say(format!("{name} has no room for its head"));
    }
    for (tee, at, to_end) in [(flow.mark.tee_start, first, false), (flow.mark.tee_end, last, true)] {
        if !tee {
            continue;
        }
        let hosted = of.flows.iter().any(|host| {
            !std::ptr::eq(host, flow)
                && (if to_end { host.mark.to == flow.mark.to } else { host.mark.from == flow.mark.from })
                && host.points.windows(2).any(|pair| on(at, pair[0], pair[1]))
        });
        if !hosted {
            say(format!("{name} ends in the air"));
        }
        if arms(of, at) == 4 {
            say(format!("{name} joins its net in a junction with four arms"));
        }
    }
}

fn on(at: (Um, Um), a: (Um, Um), b: (Um, Um)) -> bool {
    let area = Box2::of(&[a, b]);
    area.x0 <= at.0 && at.0 <= area.x1 && area.y0 <= at.1 && at.1 <= area.y1
}

fn arms(of: &Read, at: (Um, Um)) -> usize {
    let mut arms = [false; 4];
    for pair in of.flows.iter().flat_map(|flow| flow.points.windows(2)) {
        if on(at, pair[0], pair[1]) {
            for end in pair {
                let (dx, dy) = ((end.0 - at.0).signum(), (end.1 - at.1).signum());
                match (dx, dy) {
                    (1, _) => arms[0] = true,
                    (-1, _) => arms[1] = true,
                    (_, 1) => arms[2] = true,
                    (_, -1) => arms[3] = true,
                    _ => {}
                }
            }
        }
    }
    arms.iter().filter(|arm| **arm).count()
}

/// Whether a convex outline, grown by `by` through its centre, and an axis-parallel stretch meet.
fn stretch_meets(outline: &[(Um, Um)], by: Um, a: (Um, Um), b: (Um, Um)) -> bool {
    let area = Box2::of(outline);
    let (cx, cy) = area.centre();
    let grow = |p: &(Um, Um)| (p.0 + (p.0 - cx).signum() * by, p.1 + (p.1 - cy).signum() * by);
    let outline: Vec<(Um, Um)> = outline.iter().map(grow).collect();
    let stretch = [a, b];
    let axes = (0..outline.len()).map(|i| (outline[i], outline[(i + 1) % outline.len()])).chain([
        (a, b),
        ((0, 0), (1, 0)),
        ((0, 0), (0, 1)),
    ]);
    for (p, q) in axes {
        let normal = (p.1 - q.1, q.0 - p.0);
        let span = |points: &[(Um, Um)]| {
            let along = points.iter().map(|p| normal.0 * p.0 + normal.1 * p.1);
            (along.clone().min().unwrap(), along.max().unwrap())
        };
        let (s, t) = (span(&outline), span(&stretch));
        if normal != (0, 0) && (s.1 <= t.0 || t.1 <= s.0) {
            return false;
        }
    }
    true
}

fn clear_of_symbols(of: &Read, flow: &Flow, say: Say) {
    let ends = |symbol: &Symbol| symbol.mark.step == flow.mark.from || symbol.mark.step == flow.mark.to;
    for symbol in &of.symbols {
        let by = if ends(symbol) { -150 } else { 500 };
        if flow.points.windows(2).any(|pair| stretch_meets(&symbol.outline, by, pair[0], pair[1])) {
            say(format!("flow {} runs through or too close to symbol {}", flow.mark.flow, symbol.mark.step));
        }
    }
}

/// Lines of one net may share a stretch, and draw it once; all others keep their distance.
fn company(of: &Read, say: Say) {
    let lines: Vec<Line> = of
        .flows
        .iter()
        .map(|flow| (&flow.points[..], Some(&flow.mark), flow.mark.flow.as_str()))
        .chain(of.joints.iter().map(|(step, points)| (&points[..], None, step.as_str())))
        .collect();
    for (index, (points, mark, name)) in lines.iter().enumerate() {
        for (other_points, other_mark, other_name) in &lines[..index] {
            let net = match (mark, other_mark) {
                (Some(a), Some(b)) => a.to == b.to || (a.from == b.from && a.branch == b.branch),
                _ => false,
            };
            for a in points.windows(2) {
                for b in other_points.windows(2) {
                    let (gap, run) = side_by_side(a, b);
                    if gap == 0 && run > 0 {
                        say(format!("flows {name} and {other_name} lie on each other"));
                    } else if gap < 1_000 && run > 800 {
                        say(format!("flows {name} and {other_name} run too close"));
                    }
                }
            }
            let touches = |p: &[(Um, Um)], q: &[(Um, Um)]| {
                p.iter().any(|at| q.windows(2).any(|pair| on(*at, pair[0], pair[1])))
            };
            if !net && (touches(points, other_points) || touches(other_points, points)) {
                say(format!("flows {name} and {other_name} touch"));
            }
        }
        for a in points.windows(2) {
            for (p, q) in &of.rules {
                let (gap, run) = side_by_side(a, &[*p, *q]);
                if gap < 400 && run > 800 {
                    say(format!("flow {name} runs along a rule"));
                }
            }
        }
    }
}

/// Distance and common length of two parallel stretches.
fn side_by_side(a: &[(Um, Um)], b: &[(Um, Um)]) -> (Um, Um) {
    let upright = |s: &[(Um, Um)]| s[0].0 == s[1].0;
    if upright(a) != upright(b) {
        return (Um::MAX, 0);
    }
    let (p, q) = (Box2::of(a), Box2::of(b));
    if upright(a) {
        ((p.x0 - q.x0).abs(), p.y1.min(q.y1) - p.y0.max(q.y0))
    } else {
        ((p.y0 - q.y0).abs(), p.x1.min(q.x1) - p.x0.max(q.x0))
    }
}

/// The box of the head at the end of a line.
fn head(points: &[(Um, Um)]) -> Box2 {
    let (before, tip) = (points[points.len() - 2], points[points.len() - 1]);
    let (dx, dy) = ((before.0 - tip.0).signum(), (before.1 - tip.1).signum());
    let base = (tip.0 + dx * 2_100, tip.1 + dy * 2_100);
    Box2::of(&[(base.0 - dy * 850, base.1 - dx * 850), (tip.0 + dy * 850, tip.1 + dx * 850)])
}

fn labels(of: &Read, say: Say) {
    for flow in &of.flows {
        let real = !flow.mark.from.starts_with('@');
        if real
            && flow.mark.branch.is_some()
            && !of.words.iter().any(|w| w.flow.as_ref() == Some(&flow.mark.flow))
        {
            say(format!("flow {} has no word", flow.mark.flow));
        }
    }
    for words in of.words.iter().filter(|words| words.flow.is_some()) {
        for symbol in &of.symbols {
            let corners = [
                (words.area.x0, words.area.y0),
                (words.area.x1, words.area.y0),
                (words.area.x1, words.area.y1),
                (words.area.x0, words.area.y1),
            ];
            let edges = (0..4).any(|i| stretch_meets(&symbol.outline, 0, corners[i], corners[(i + 1) % 4]));
            if edges {
                say(format!("`{}` stands on symbol {}", words.text, symbol.mark.step));
            }
        }
        let lines =
            of.flows.iter().map(|flow| &flow.points).chain(of.joints.iter().map(|(_, points)| points));
        for points in lines {
            if points.windows(2).any(|pair| Box2::of(pair).grown(50).meets(words.area)) {
                say(format!("`{}` stands on a line", words.text));
            }
        }
        for flow in of.flows.iter().filter(|flow| flow.head) {
            if head(&flow.points).meets(words.area) {
                say(format!("`{}` stands on the head of flow {}", words.text, flow.mark.flow));
            }
        }
        let own = of.flows.iter().find(|flow| Some(&flow.mark.flow) == words.flow.as_ref());
        match own {
            Some(own) if own.points.windows(2).any(|pair| Box2::of(pair).grown(4_000).meets(words.area)) => {}
            _ => say(format!("`{}` stands far from its line", words.text)),
        }
    }
}

fn connectors(pages: &[Read], found: &mut Vec<String>) {
    let mut all = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        for symbol in &page.symbols {
            let SymbolKind::Connector { label, out, peer_page } = &symbol.mark.kind else { continue };
            let (to, from) = (
                page.flows.iter().any(|flow| flow.mark.to == symbol.mark.step),
                page.flows.iter().any(|flow| flow.mark.from == symbol.mark.step),
            );
            if (to, from) != (*out, !*out) {
                found.push(format!("page {}: connector {label} is not used as it points", number + 1));
            }
            all.push((label.clone(), *out, number + 1, *peer_page));
        }
    }
    for (label, out, page, peer) in &all {
        let peers = all.iter().filter(|other| other.0 == *label && other.1 != *out).collect::<Vec<_>>();
        let same = all.iter().filter(|other| other.0 == *label && other.1 == *out).count();
        if same != 1 || peers.len() != 1 || peers[0].2 != *peer || peers[0].3 != *page {
            found.push(format!("page {page}: connector {label} has no partner"));
        }
    }
}

/// The arrows that the pages show, connectors followed: from, to, branch.
pub fn edges(pages: &[Page]) -> Vec<(String, String, String)> {
    let flows: Vec<FlowMark> = pages.iter().flat_map(|page| read(page).flows).map(|flow| flow.mark).collect();
    let branch = |flow: &FlowMark| flow.branch.clone().unwrap_or_default();
    let mut out = Vec::new();
    for flow in flows.iter().filter(|flow| !flow.from.starts_with('@')) {
        if flow.to.starts_with('@') {
            let beyond = flows.iter().filter(|other| other.from == flow.to);
            out.extend(beyond.map(|other| (flow.from.clone(), other.to.clone(), branch(flow))));
        } else {
            out.push((flow.from.clone(), flow.to.clone(), branch(flow)));
        }
    }
    out.sort();
    out
}
