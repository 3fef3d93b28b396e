//! A small edit moves little: how much of a chart is drawn elsewhere after the text of one row has grown.
//!
//! `cargo test --release --test stability -- --ignored --nocapture` prints the figures.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/corpus.rs"]
mod corpus;

use sop::layout::scene::{Mark, Page, PageKind, Shape, SymbolKind};
use sop::paper::length::Len;
use std::collections::BTreeMap;

/// Page, and left end in micrometres, of each symbol; shape of each flow.
#[derive(Default)]
struct Places {
    symbols: BTreeMap<(String, String), (usize, i32)>,
    flows: BTreeMap<(usize, String), String>,
}

fn places(text: &str) -> Option<Places> {
    let sample = corpus::sample("uji", text);
    let job = sample.job();
    let mut out = Places::default();
    for page in &job.sheet().ok()?.scene.pages {
        let PageKind::Bagan { page: number, .. } = page.kind else { continue };
        of_page(page, number, &mut out);
    }
    Some(out)
}

fn of_page(page: &Page, number: usize, out: &mut Places) {
    for item in &page.items {
        match (&item.mark, &item.shape) {
            (Mark::Symbol(mark), shape) if !matches!(mark.kind, SymbolKind::Connector { .. }) => {
                let left = match shape {
                    Shape::Rect { x, .. } => *x,
                    Shape::Polygon { points, .. } => points.iter().map(|point| point.x).min().unwrap(),
                    _ => Len::ZERO,
                };
                out.symbols.insert((mark.step.clone(), mark.role.clone()), (number, left.to_um()));
            }
            (Mark::Flow(mark), Shape::Lines { runs, .. }) => {
                let points = runs.concat();
                let turns = points.windows(2).map(|pair| {
                    let (dx, dy) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
                    match (dx.to_um().signum(), dy.to_um().signum()) {
                        (1, _) => 'E',
                        (-1, _) => 'W',
                        (_, 1) => 'S',
                        _ => 'N',
                    }
                });
                out.flows.insert((number, mark.flow.clone()), turns.collect());
            }
            _ => {}
        }
    }
}

/// The text with three words more in each of its rows in turn.
fn edits(text: &str) -> impl Iterator<Item = String> + '_ {
    let is_row = |line: &str| {
        let digits = line.chars().take_while(char::is_ascii_digit).count();
        digits > 0 && line[digits..].starts_with('.') && line.contains(": ")
    };
    let rows: Vec<usize> =
        text.lines().enumerate().filter(|(_, line)| is_row(line)).map(|(at, _)| at).collect();
    rows.into_iter().map(move |row| {
        let edited = text.lines().enumerate().map(|(at, line)| {
            if at == row { format!("{line} dengan teliti sekali\n") } else { format!("{line}\n") }
        });
        edited.collect()
    })
}

#[test]
#[ignore = "a measure; prints its figures"]
fn an_edit_of_one_row_moves_little() {
    let (mut edited, mut symbols, mut other_page, mut beside, mut flows, mut reshaped) = (0, 0, 0, 0, 0, 0);
    for sample in corpus::samples() {
        let text = String::from_utf8(sample.options.source.clone()).unwrap();
        let before = places(&text).unwrap();
        for text in edits(&text) {
            let Some(after) = places(&text) else { continue };
            edited += 1;
            for (key, (page, left)) in &before.symbols {
                let Some((new_page, new_left)) = after.symbols.get(key) else { continue };
                symbols += 1;
                other_page += usize::from(page != new_page);
                beside += usize::from((left - new_left).abs() > 1000);
            }
            for (key, shape) in &before.flows {
                let Some(new_shape) = after.flows.get(key) else { continue };
                flows += 1;
                reshaped += usize::from(shape != new_shape);
            }
        }
    }
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
    println!("{edited} edits of one row each");
    println!("symbols on another page: {:.2} %", share(other_page, symbols));
    println!("symbols more than 1 mm to the side: {:.2} %", share(beside, symbols));
    println!("flows of another shape: {:.2} %", share(reshaped, flows));
    assert!(edited > 100 && share(other_page, symbols) < 5.0 && share(reshaped, flows) < 5.0);
}
