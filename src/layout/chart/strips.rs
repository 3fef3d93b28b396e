//! Words that depend on where the pages break: what stands in the strips of connectors, and which flows are named where.

use super::diagram::{Diagram, Goal};
use super::pages::{Connector, Letters, Pages};
use super::style::{CELL_PAD_X, LABEL_SIZE, Style};
use super::table::{Column, Widths};
use crate::layout::font::{self, Face};
use crate::layout::wrap::wrap;
use crate::paper::length::Len;
use crate::sorting;

/// Width of the word at a flow on a page.
pub(super) fn label_width(diagram: &Diagram, pages: &Pages, page: usize, flow: usize) -> Len {
    match label(diagram, pages, page, flow) {
        Some(label) => font::width(label, Face::Regular, LABEL_SIZE),
        None => Len::ZERO,
    }
}

/// The word at a flow on a page: at its source, and only there.
pub(super) fn label<'a>(diagram: &'a Diagram, pages: &Pages, page: usize, flow: usize) -> Option<&'a str> {
    let flow = &diagram.flows[flow];
    let here = pages.of_place(diagram, flow.from) == page;
    flow.branch.as_ref().filter(|_| here).map(|branch| branch.label.as_str())
}

/// What the upper (lower) strip of a page says, a line for each letter.
pub(super) fn strip_notes(
    diagram: &Diagram,
    pages: &Pages,
    letters: &Letters,
    page: usize,
    connectors: &[Connector],
    top: bool,
) -> Vec<String> {
    let mut notes: Vec<(usize, String)> = Vec::new();
    for connector in connectors {
        let target_page = pages.of_place(diagram, connector.target);
        let forward = connector.source_page < target_page;
        if (connector.out != forward) != top {
            continue;
        }
        let at = letter_index(letters, connector);
        let number = |place: usize| diagram.rows[diagram.places[place].row].number.as_str();
        let text = if connector.out {
            format!(
                "{}: ke hal. {}, No. {}",
                letters[at].1,
                diagram.first_page + target_page,
                number(connector.target)
            )
        } else {
            let mut from: Vec<&str> = Vec::new();
            for flow in pages.flows_of(page).into_iter().map(|flow| &diagram.flows[flow]) {
                let leads = flow.to == Goal::Place(connector.target)
                    && pages.of_place(diagram, flow.from) == connector.source_page;
                if leads && !from.contains(&number(flow.from)) {
                    from.push(number(flow.from));
                }
            }
            format!(
                "{}: dari hal. {}, No. {}",
                letters[at].1,
                diagram.first_page + connector.source_page,
                from.join(", ")
            )
        };
        notes.push((at, text));
    }
    sorting::by(&mut notes, |a, b| {
        (letters[a.0].1.len(), &letters[a.0].1).cmp(&(letters[b.0].1.len(), &letters[b.0].1))
    });
    notes.into_iter().map(|(_, text)| text).collect()
}

/// The index of a connector's letter.
pub(super) fn letter_index(letters: &Letters, connector: &Connector) -> usize {
    let key = (connector.source_page, connector.target);
    letters.binary_search_by_key(&key, |(key, _)| *key).expect("bug: a connector has no letter")
}

/// The printed lines of the notes in a strip.
pub(super) fn strip_lines(notes: &[String], widths: &Widths, style: &Style) -> Vec<String> {
    let width = widths.of(Column::Kegiatan) - CELL_PAD_X * 2;
    notes.iter().flat_map(|note| wrap(note, width, Face::Regular, style.strip())).collect()
}
