//! Where the sheet is cut into pages: between the rows of the form, never inside one, and signatures stand with what
//! they are for; and what stands around each page.

use super::{Book, inches};
use crate::emit::lembar::words as w;
use crate::layout::FORCED_NOTE;
use crate::paper::PageSetup;
use crate::paper::length::Len;
use rust_xlsxwriter::{IgnoreError, XlsxError};

/// A program sets rows up to so much higher than another.
const HIGHER: f64 = 0.97;
/// Below the page, for its number.
const FOOTER: Len = Len::mm(7);
/// Above this height the head of the table stays on the screen, in points.
const FROZEN: f64 = 230.0;

/// Rows of the sheet that stand on one page.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    /// The first of them.
    pub row: u32,
    /// The next unit stands on the same page.
    pub keep: bool,
}

/// Headings and bands are lower than this, in points.
const HEADING: f64 = 36.0;

/// The rows before which a page ends. `heights` are those of all rows, `page` what a page takes, `head` what is repeated
/// on each further page, from the row `from` on; all in points.
pub fn breaks(units: &[Unit], heights: &[f64], page: f64, head: f64, from: u32) -> Vec<u32> {
    let end = heights.len();
    let height = |at: usize| -> f64 {
        let first = units[at].row as usize;
        let next = units.get(at + 1).map_or(end, |unit| unit.row as usize);
        heights.get(first..next.max(first)).unwrap_or_default().iter().sum()
    };
    let mut out = Vec::new();
    let mut room = page;
    let mut at = 0;
    while at < units.len() {
        let mut last = at;
        while units[last].keep && last + 1 < units.len() {
            last += 1;
        }
        let fresh = if units[at].row > from { page - head } else { page };
        let whole: f64 = (at..=last).map(height).sum();
        // What is higher than a page is cut between its units; but a heading stays with what it stands over.
        let mut upto = if whole > fresh { at } else { last };
        let mut high: f64 = (at..=upto).map(height).sum();
        while upto < last && high < HEADING {
            upto += 1;
            high += height(upto);
        }
        if high > room && room < fresh {
            out.push(units[at].row);
            room = fresh;
        }
        room -= high;
        while room < 0.0 {
            room += fresh;
        }
        at = upto + 1;
    }
    out
}

/// How many pages there are, and the heights of what stands on the last but one and on the last.
fn last_pages(units: &[Unit], heights: &[f64], page: f64, head: f64, from: u32) -> (usize, f64, f64) {
    let cuts = breaks(units, heights, page, head, from);
    let filled = |top: u32, end: usize| heights[top as usize..end].iter().sum::<f64>();
    let top = |back: usize| cuts.len().checked_sub(back).map_or(0, |at| cuts[at]);
    let last = filled(top(1), heights.len());
    let before = if cuts.is_empty() { page } else { filled(top(2), top(1) as usize) };
    (cuts.len() + 1, before, last)
}

/// Units from one up to another are kept on one page.
pub fn keep(units: &mut [Unit], (from, to): (usize, usize)) {
    units[from..to.saturating_sub(1)].iter_mut().for_each(|unit| unit.keep = true);
}

/// From which unit on the end of a form is kept together, up to `to`: from the first of `ways`, unless that leaves more than
/// half of the page before it empty: then from where the last two pages are most alike, and no more than those. Lengths as
/// in [`breaks`].
pub fn kept_from(
    units: &[Unit],
    heights: &[f64],
    (page, head, from): (f64, f64, u32),
    ways: impl Iterator<Item = usize>,
    to: usize,
) -> Option<usize> {
    let of = |way: usize| {
        let mut units = units.to_vec();
        keep(&mut units, (way, to));
        last_pages(&units, heights, page, head, from)
    };
    let mut best: Option<(usize, (usize, f64, f64))> = None;
    for way in ways {
        let Some((_, (pages, before, last))) = best else {
            best = Some((way, of(way)));
            continue;
        };
        if before > page / 2.0 {
            break;
        }
        let next = of(way);
        if next.0 <= pages && (next.1 - next.2).abs() < (before - last).abs() {
            best = Some((way, next));
        }
    }
    best.map(|(way, _)| way)
}

impl Book<'_> {
    /// What a page takes of the sheet, in points.
    pub(super) fn page_room(&self) -> f64 {
        let PageSetup { height, margins, .. } = self.setup;
        inches(height - margins.top - margins.bottom - FOOTER) * 72.0 / self.scale() * HIGHER
    }

    /// The rows before which a page ends.
    pub(super) fn breaks(&self) -> Vec<u32> {
        let (row, head) = self.head.unwrap_or((self.row, 0.0));
        breaks(&self.units, &self.heights, self.page_room(), head, row)
    }

    /// Sets the paper, what stands above and below each page, and where pages end.
    pub(super) fn page(&mut self, paper: u8) -> Result<(), XlsxError> {
        let (page, of) = (w::PAGE.pattern(self.lang), w::OF.pattern(self.lang));
        // An ampersand is a command in a footer.
        let most = (self.setup.width.to_um() / 2_000) as usize;
        let mut running = String::new();
        for c in self.form.running.chars() {
            // A footer has room for 255 letters in all, and a line for its page.
            if running.chars().count() >= most.min(120) {
                running.push_str("...");
                break;
            }
            running.extend(std::iter::repeat_n(c, if c == '&' { 2 } else { 1 }));
        }
        if self.form.standing.has_errors() {
            let note = FORCED_NOTE.pattern(self.lang).replace('&', "&&");
            self.sheet.set_header(format!("&C&8&B{note}"));
        }
        let case = self.form.head.iter().find(|field| field.is_case_number());
        if let Some(field) = case {
            running.push_str(&format!("\n{}: {}", field.label.replace('&', "&&"), ".".repeat(50)));
        }
        let PageSetup { width, height, margins } = self.setup;
        if width > height {
            self.sheet.set_landscape();
        }
        let last = (self.row.saturating_sub(1), self.columns() - 1);
        let scale = (self.scale() * 100.0).round() as u16;
        self.sheet
            .set_paper_size(paper)
            .set_margins(
                inches(margins.left),
                inches(margins.right),
                inches(margins.top),
                inches(margins.bottom + FOOTER),
                inches(margins.top) / 2.0,
                inches(margins.bottom),
            )
            .set_print_scale(scale)
            .set_print_center_horizontally(true)
            .set_footer(format!("&L&8{running}&R&8{page} &P {of} &N"))
            .set_print_area(0, 0, last.0, last.1)?
            .set_screen_gridlines(false);
        // The number of a step is a name: no corner of its cell need be green.
        self.sheet.ignore_error_range(0, 0, last.0, last.1, IgnoreError::NumberStoredAsText)?;
        let (row, _) = self.head.unwrap_or((self.row, 0.0));
        self.sheet.set_page_breaks(&self.breaks())?;
        let above: f64 = self.heights.iter().take(row as usize).sum();
        if self.head.is_some() && above <= FROZEN {
            self.sheet.set_freeze_panes(row + 1, 0)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(keeps: &[bool], heights: &[f64]) -> Vec<u32> {
        let units: Vec<Unit> = (0..).zip(keeps).map(|(row, keep)| Unit { row, keep: *keep }).collect();
        breaks(&units, heights, 100.0, 10.0, 0)
    }

    #[test]
    fn a_page_ends_before_what_does_not_fit() {
        assert_eq!(cut(&[false; 4], &[40.0; 4]), [2]);
        // The head takes its room on the second page.
        assert_eq!(cut(&[false; 5], &[50.0, 50.0, 45.0, 45.0, 45.0]), [2, 4]);
        assert!(cut(&[false; 3], &[30.0; 3]).is_empty());
    }

    #[test]
    fn what_is_kept_moves_on_together_unless_it_fills_a_page() {
        assert_eq!(cut(&[false, false, true, false], &[40.0, 30.0, 20.0, 20.0]), [2]);
        assert_eq!(cut(&[true, true, true, false], &[40.0; 4]), [2]);
    }

    #[test]
    fn the_end_leaves_no_row_alone_on_the_page_before_it() {
        let from = |end: f64, ways: &[usize]| {
            let units: Vec<Unit> = (0..10).map(|row| Unit { row, keep: false }).collect();
            let heights = [[16.0; 9].as_slice(), &[end]].concat();
            kept_from(&units, &heights, (100.0, 10.0, 0), ways.iter().copied(), 10)
        };
        // Six rows stand on the first page. With two of the others on the third, one would be left for the second.
        assert_eq!(from(50.0, &[7, 8]), Some(8));
        assert_eq!(from(30.0, &[6, 7, 8]), Some(6), "all of them have room beside the end");
        assert_eq!(from(50.0, &[]), None);
    }

    #[test]
    fn a_row_higher_than_a_page_begins_one_and_goes_on() {
        assert_eq!(cut(&[false; 3], &[50.0, 150.0, 20.0]), [1]);
        assert_eq!(cut(&[false; 3], &[150.0, 40.0, 20.0]), [2]);
        // What stands over it goes with it.
        assert_eq!(cut(&[false, true, false], &[50.0, 20.0, 150.0]), [1]);
    }
}
