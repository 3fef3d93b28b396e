//! What enters what: arrows sorted by where they lead, so that a graph can be walked against them.

/// Arrows by their targets.
#[derive(Clone, Debug, Default)]
pub(super) struct Entering {
    /// The arrows, as they were counted, by target.
    arrows: Vec<u32>,
    /// By target: where its own begin in `arrows`; one more at the end.
    starts: Vec<u32>,
}

impl Entering {
    /// Sorts arrows by their targets, of which there are so many; an arrow that leads to none of them is left out.
    pub fn of(
        targets: usize,
        arrows: impl DoubleEndedIterator<Item = Option<usize>> + ExactSizeIterator + Clone,
    ) -> Entering {
        let mut starts = vec![0; targets + 1];
        for to in arrows.clone().flatten() {
            starts[to] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut sorted = vec![0; sum as usize];
        for (index, to) in arrows.enumerate().rev() {
            if let Some(to) = to {
                starts[to] -= 1;
                sorted[starts[to] as usize] = index as u32;
            }
        }
        Entering { arrows: sorted, starts }
    }

    /// The arrows that lead to a target, in order.
    pub fn to(&self, target: usize) -> &[u32] {
        &self.arrows[self.starts[target] as usize..self.starts[target + 1] as usize]
    }
}
