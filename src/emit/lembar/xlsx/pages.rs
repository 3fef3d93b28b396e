//! Where the sheet is cut into pages: between the rows of the form, never inside one, and signatures stand with what
//! they are for.

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
    fn a_row_higher_than_a_page_begins_one_and_goes_on() {
        assert_eq!(cut(&[false; 3], &[50.0, 150.0, 20.0]), [1]);
        assert_eq!(cut(&[false; 3], &[150.0, 40.0, 20.0]), [2]);
        // What stands over it goes with it.
        assert_eq!(cut(&[false, true, false], &[50.0, 20.0, 150.0]), [1]);
    }
}
