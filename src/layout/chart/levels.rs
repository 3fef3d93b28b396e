//! Which symbols of a row stand beside each other, and which below.

use super::diagram::{Diagram, Goal, Place};

/// The symbols of a row, level by level, and the ends that its outcomes aim at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RowLevels {
    /// Places per level, in order.
    pub places: Vec<Vec<usize>>,
    /// Ends of outcomes, in order of first mention; they stand on levels below all places.
    pub ends: Vec<RowEnd>,
    /// How many levels the ends may take. Where one actor's outcomes aim at several, each may stand in his lane.
    pub end_levels: usize,
    /// How many of these levels are for every lane; the others are for those whose outcomes aim at an end.
    pub shared_end_levels: usize,
}

/// An end that outcomes of a row aim at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RowEnd {
    /// Index of the end.
    pub end: usize,
    /// The lanes of those who decide so.
    pub lanes: Vec<usize>,
}

impl RowLevels {
    /// Levels of the row.
    pub fn count(&self) -> usize {
        self.places.len() + self.end_levels
    }
}

/// The levels of every row.
pub(super) fn levels(diagram: &Diagram) -> Vec<RowLevels> {
    let mut rows: Vec<RowLevels> = (0..diagram.rows.len()).map(|row| of_row(diagram, row)).collect();
    for flow in &diagram.flows {
        if let Goal::End(end) = flow.to {
            let Place { row, lanes, .. } = &diagram.places[flow.from];
            let ends = &mut rows[*row].ends;
            match ends.iter_mut().find(|of| of.end == end) {
                Some(of) => of.lanes.extend(lanes),
                None => ends.push(RowEnd { end, lanes: lanes.clone() }),
            }
        }
    }
    for row in rows.iter_mut().filter(|row| !row.ends.is_empty()) {
        row.shared_end_levels = row.ends.len().div_ceil(diagram.lanes.len().max(1));
        let of_lane = |lane: &usize| row.ends.iter().filter(|of| of.lanes.first() == Some(lane)).count();
        let most = row.ends.iter().filter_map(|of| of.lanes.first()).map(of_lane).max();
        row.end_levels = row.shared_end_levels.max(most.unwrap_or_default());
    }
    rows
}

/// Places stay on one level as long as the case goes on in one direction, each beyond all lanes of the one before.
fn of_row(diagram: &Diagram, row: usize) -> RowLevels {
    let mut levels: Vec<Vec<usize>> = Vec::new();
    let mut heading = 0i32;
    for place in diagram.rows[row].places.clone() {
        let lanes = &diagram.places[place].lanes;
        let Some(level) = levels.last_mut() else {
            levels.push(vec![place]);
            continue;
        };
        let taken = || level.iter().flat_map(|other| diagram.places[*other].lanes.iter());
        let (first, last) = (lanes.iter().min(), lanes.iter().max());
        if diagram.places[place].alternative && !taken().any(|lane| lanes.contains(lane)) {
            level.push(place);
            continue;
        }
        let step = if first > taken().max() {
            1
        } else if last < taken().min() {
            -1
        } else {
            0
        };
        if step != 0 && (heading == 0 || heading == step) {
            level.push(place);
            heading = step;
        } else {
            levels.push(vec![place]);
            heading = 0;
        }
    }
    RowLevels { places: levels, ..RowLevels::default() }
}
