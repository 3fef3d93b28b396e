//! Crossings held against Graphviz, which is given our symbols where they stand and draws the arrows its own way
//! (`neato -n2 -Gsplines=ortho`), without labels and without pages. Asked for by name, where Graphviz is installed:
//! `cargo test --release --test neato -- --ignored --nocapture`.

#[path = "common/chart_law.rs"]
mod chart_law;
#[path = "common/chart_measure.rs"]
mod chart_measure;
#[path = "common/diagrams.rs"]
mod diagrams;

use chart_law::{Box2, Um};
use diagrams::{LOOPS, Mixture};
use sop::layout::scene::Page;
use sop::paper::length::Len;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

const CHARTS: u64 = 40;

/// As offices draw them; the other mixture has long returns and twice as many decisions.
const TYPICAL: Mixture = Mixture { decisions: (25, 25), back: 3, joint: 0, ..LOOPS };

#[test]
#[ignore = "asks Graphviz; minutes"]
fn no_more_crossings_than_neato_needs_on_the_same_grid() {
    if Command::new("neato").arg("-V").output().is_err() {
        eprintln!("not asked: neato (Graphviz) is not installed");
        return;
    }
    println!(
        "rows x lanes | charts | ours | neato | ours a chart | neato a chart | ours above | neato above"
    );
    let nasty = Mixture { joint: 0, ..LOOPS };
    let sizes = [(15, 4), (30, 6), (60, 8)];
    for ((rows, lanes), (name, mixture)) in
        sizes.into_iter().flat_map(|size| [(size, ("typical", TYPICAL)), (size, ("nasty", nasty))])
    {
        let mixture = Mixture { lanes: (lanes, lanes), rows: (rows, rows), ..mixture };
        let (mut ours, mut theirs, mut above, mut below, mut charts) = (0, 0, Vec::new(), 0, 0);
        for seed in 0..CHARTS {
            let mut diagram = diagrams::diagram(seed, mixture, true);
            diagram.paper.height = Len::mm(10_000);
            let Ok(chart) = sop::layout::chart::draw(&diagram) else { continue };
            let [page] = &chart.pages[..] else { panic!("{rows}x{lanes} {seed}: not one page") };
            let own = chart_measure::figures(&chart.pages)[0].crossings;
            let neato = crossings(&neato(page, &diagrams::edges(&diagram)));
            charts += 1;
            ours += own;
            theirs += neato;
            below += usize::from(own < neato);
            if own > neato {
                above.push(format!("{seed}: {own} > {neato}"));
            }
        }
        let mean = |sum: usize| sum as f64 / f64::from(charts);
        println!(
            "{rows} x {lanes}, {name} | {charts} | {ours} | {theirs} | {:.2} | {:.2} | {} | {below}  {above:?}",
            mean(ours),
            mean(theirs),
            above.len(),
        );
        assert!(charts > 0 && ours <= theirs, "{rows}x{lanes}: {ours} crossings, neato {theirs}");
    }
}

type Line = Vec<(Um, Um)>;

/// The arrows as neato draws them between our symbols.
fn neato(page: &Page, edges: &[(String, String, String)]) -> Vec<Line> {
    let read = chart_law::read(page);
    // Micrometres as points, of which neato counts 72 an inch: only the scale differs.
    let points = |um: Um| um as f64 / 500.0;
    let mut graph = String::from("digraph { node [shape=box fixedsize=true label=\"\"]\n");
    for symbol in &read.symbols {
        let Box2 { x0, y0, x1, y1 } = symbol.area;
        let (x, y) = symbol.area.centre();
        let _ = writeln!(
            graph,
            "\"{}\" [pos=\"{},{}\" width={} height={}]",
            symbol.mark.step,
            points(x),
            points(-y),
            points(x1 - x0) / 72.0,
            points(y1 - y0) / 72.0
        );
    }
    for (from, to, _) in edges {
        let _ = writeln!(graph, "\"{from}\" -> \"{to}\"");
    }
    graph.push('}');
    let mut child = Command::new("neato")
        .args(["-n2", "-Gsplines=ortho", "-Tplain"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("neato runs");
    child.stdin.take().expect("it has an input").write_all(graph.as_bytes()).expect("it reads");
    let plain = child.wait_with_output().expect("neato ends").stdout;
    let drawn: Vec<Line> = String::from_utf8_lossy(&plain)
        .lines()
        .filter_map(|line| line.strip_prefix("edge "))
        .map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let count: usize = words[2].parse().expect("how many points follow");
            let length = |word: &str| (word.parse::<f64>().expect("a length") * 36_000.0).round() as Um;
            // A straight stretch is a curve of four points of which the inner two say nothing.
            words[3..3 + 2 * count].chunks(2).step_by(3).map(|it| (length(it[0]), length(it[1]))).collect()
        })
        .collect();
    assert_eq!(drawn.len(), edges.len(), "neato leaves out arrows");
    drawn
}

/// Points where arrows go through each other; where they merely touch or share a stretch is none. Arrows that lie on
/// each other count as one, which is kinder than our own count of every pair.
fn crossings(lines: &[Line]) -> usize {
    let through = |a: &[(Um, Um)], b: &[(Um, Um)]| {
        let (across, down) = if a[0].1 == a[1].1 { (a, b) } else { (b, a) };
        let inside = |value: Um, p: Um, q: Um| p.min(q) < value && value < p.max(q);
        let crossed = across[0].1 == across[1].1
            && down[0].0 == down[1].0
            && inside(down[0].0, across[0].0, across[1].0)
            && inside(across[0].1, down[0].1, down[1].1);
        crossed.then_some((down[0].0, across[0].1))
    };
    let mut points = BTreeSet::new();
    for (at, line) in lines.iter().enumerate() {
        for other in &lines[..at] {
            for one in line.windows(2) {
                points.extend(other.windows(2).filter_map(|stretch| through(one, stretch)));
            }
        }
    }
    points.len()
}
