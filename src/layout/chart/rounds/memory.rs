//! What need not be computed twice: routes of pages, which do not depend on millimetres.

use crate::layout::chart::budget::Budget;
use crate::layout::chart::channels::{Channel, channels};
use crate::layout::chart::diagram::Diagram;
use crate::layout::chart::grid::{Grid, Scale};
use crate::layout::chart::route::Route;
use crate::layout::chart::search::{Stuck, choose};
use std::collections::BTreeMap;

/// A page problem and its solution; kept from round to round and from style to style, because neither depends on
/// millimetres.
pub(in crate::layout::chart) struct Solved {
    pub grid: Grid,
    pub routes: Vec<Route>,
    pub channels: Vec<Channel>,
}

/// What need not be computed again when a diagram is laid out anew, also with other words at its flows.
pub(in crate::layout::chart) struct Memory {
    solved: BTreeMap<(usize, usize), std::rc::Rc<Solved>>,
    budget: Budget,
    /// Of the lanes and rows as they were first set.
    pub(super) scale: Option<Scale>,
}

impl Memory {
    pub fn of(diagram: &Diagram) -> Memory {
        Memory { solved: BTreeMap::new(), budget: Budget::of(diagram.rows.len()), scale: None }
    }

    /// The routes of a page, found before or now.
    pub(super) fn solve(
        &mut self,
        rows: (usize, usize),
        grid: Grid,
    ) -> Result<std::rc::Rc<Solved>, Box<(Grid, Stuck)>> {
        if let Some(known) = self.solved.get(&rows).filter(|known| known.grid == grid) {
            return Ok(known.clone());
        }
        let choice = match choose(&grid, &mut self.budget) {
            Ok(choice) => choice,
            Err(stuck) => return Err(Box::new((grid, stuck))),
        };
        let channels = channels(&choice.routes);
        let solved = std::rc::Rc::new(Solved { grid, routes: choice.routes, channels });
        self.solved.insert(rows, solved.clone());
        Ok(solved)
    }
}
