//! A page: its routes and millimetres, and what its drawing tells of lanes and rows.

use super::{Failure, Rounds, Sheet, Solved};
use crate::layout::chart::fit::{Texts, fit};
use crate::layout::chart::grid::{Level, grid, strip_cells};
use crate::layout::chart::pages::{Letters, Pages};
use crate::layout::chart::strips::{label_width, strip_lines, strip_notes};
use crate::layout::chart::style::{CELL_PAD_Y, STRIP_HEIGHT, Style};
use crate::layout::chart::table::Widths;
use crate::layout::chart::tracks::Routed;
use crate::layout::chart::typeset::Typeset;
use crate::layout::chart::unfit;
use crate::paper::length::Len;

/// Pairs of cells between which arrows of one page may run. Ordinary pages have up to some hundred; beyond this the search for
/// routes takes minutes and gigabytes, and nobody could follow the lines.
const MOST_CELLS: usize = 1000;

impl Rounds<'_, '_> {
    /// Routes a page and gives it its millimetres.
    pub(super) fn sheet(
        &mut self,
        pages: &Pages,
        page: usize,
        letters: &Letters,
        of: &Typeset,
    ) -> Result<Sheet, Failure> {
        let widths = &of.widths;
        let rows = pages.rows(page);
        // Those of the connectors alone are too many: the grid is not made to count the others.
        let strips = strip_cells(self.diagram, pages, page);
        if strips > MOST_CELLS {
            return Err(Failure::Never(unfit::too_many_arrows(self.diagram, rows)));
        }
        let (mut grid, connectors) = grid(self.diagram, self.rows, pages, page);
        grid.scale = self.memory.scale.unwrap_or_default();
        let cells = grid.arrows.iter().map(|arrow| arrow.sources.len().saturating_mul(arrow.targets.len()));
        let cells = cells.fold(0, usize::saturating_add);
        debug_assert!(strips <= cells, "bug: an arrow to a connector has fewer cells than its strip");
        if cells > MOST_CELLS {
            return Err(Failure::Never(unfit::too_many_arrows(self.diagram, rows)));
        }
        let solved = self
            .memory
            .solve((rows.start, rows.end), grid)
            .map_err(|at| Failure::Never(unfit::stuck(self.diagram, &at.0, at.1)))?;
        let labels: Vec<Len> = solved
            .grid
            .arrows
            .iter()
            .map(|arrow| label_width(self.diagram, pages, page, arrow.flow))
            .collect();
        let occupied: Vec<(i32, i32)> = occupied(&solved);
        let arrows = solved.grid.arrows.iter();
        let crowded: Vec<bool> = arrows.map(|arrow| self.crowded.contains(&arrow.flow)).collect();
        let routed = Routed {
            home: self.home,
            grid: &solved.grid,
            routes: &solved.routes,
            style: &self.style,
            labels: &labels,
            crowded: &crowded,
            occupied: &occupied,
        };
        let strip = |top: bool| {
            let notes = strip_notes(self.diagram, pages, letters, page, &connectors, top);
            let lines = strip_lines(&notes, widths, &self.style).len() as i32;
            STRIP_HEIGHT.max(Style::leading(self.style.strip()) * lines + CELL_PAD_Y * 2)
        };
        let texts = Texts {
            rows: &|row| of.cells[row].height,
            bands: &|row| of.cells[row].band,
            strips: (strip(true), strip(false)),
        };
        let fit = fit(&routed, &solved.channels, &widths.lanes, &texts);
        Ok(Sheet { rows, solved, connectors, fit })
    }

    /// Raises the needs of the lanes; `true` when one must become wider.
    pub(super) fn learn_lanes(&mut self, sheet: &Sheet, widths: &Widths) -> bool {
        let mut grew = false;
        for (lane, pad) in sheet.fit.lane_pads.iter().enumerate() {
            let need = self.style.lane(*pad);
            if need > widths.lanes[lane] {
                grew = true;
                self.need[lane] = self.need[lane].max(need);
                self.wanted[lane] = self.need[lane] + self.spare;
            }
        }
        grew
    }

    /// Remembers the heights that a drawing needs. Where the page is too high, returns its last row, and whether it has
    /// no other that could move to the next page.
    pub(super) fn learn_heights(
        &mut self,
        sheet: &Sheet,
        page: usize,
        pages: &Pages,
        of: &Typeset,
    ) -> Option<(usize, bool)> {
        let rows = pages.rows(page);
        let mut strips = Len::ZERO;
        let mut of_rows = vec![Len::ZERO; rows.len()];
        for (level, height) in sheet.solved.grid.levels.iter().zip(&sheet.fit.heights) {
            match *level {
                Level::Strip { .. } => strips += *height,
                Level::Band { row } | Level::Row { row, .. } => of_rows[row - rows.start] += *height,
            }
        }
        for (row, height) in rows.clone().zip(of_rows) {
            self.row_heights[row] = self.row_heights[row].max(height);
        }
        let known = self.strips[rows.start].unwrap_or(Len::ZERO);
        self.strips[rows.start] = Some(known.max(strips));
        let last = page + 1 == pages.count();
        let notes = if last { of.notes } else { Len::ZERO };
        if sheet.fit.height() + notes <= self.room(page, &of.heads) {
            return None;
        }
        let items = rows.len() + usize::from(notes > Len::ZERO);
        self.reach[rows.start] = rows.start + items.saturating_sub(1).max(1);
        Some((if rows.is_empty() { usize::MAX } else { rows.end - 1 }, items <= 1))
    }
}

fn occupied(solved: &Solved) -> Vec<(i32, i32)> {
    let ends = solved.routes.iter().flat_map(|route| [route.source, route.target]);
    let free = ends.map(|symbol| &solved.grid.symbols[symbol as usize]).filter(|symbol| symbol.free);
    let fixed = solved.grid.symbols.iter().filter(|symbol| !symbol.free);
    fixed.chain(free).map(|symbol| (symbol.level, symbol.lane)).collect()
}
