//! Names, each once as names are compared, and found without a copy: nearly all are written alike, but for the case of
//! their letters.

use crate::lookup::{Free, Mark, Places};
use crate::text::{fold, is_same_name, is_tidy};

/// Names, numbered from 0 in the order in which they came.
#[derive(Debug)]
pub(super) struct Names<N> {
    list: Vec<N>,
    places: Places,
}

impl<N: AsRef<str>> Names<N> {
    /// None yet, and room for so many.
    pub fn with_room(names: usize) -> Names<N> {
        Names { list: Vec::with_capacity(names), places: Places::with_room(names) }
    }

    /// The number of a name.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.find(name).ok()
    }

    /// Adds a name, as it is to be kept; the number of the same name where there is one already.
    pub fn add(&mut self, name: &str, kept: impl FnOnce() -> N) -> Result<(), usize> {
        match self.find(name) {
            Ok(known) => Err(known),
            Err(free) => {
                self.list.push(kept());
                self.places.take(free);
                Ok(())
            }
        }
    }

    fn find(&self, name: &str) -> Result<usize, Free> {
        let marked = |mark| self.places.find(mark, |at| is_same_name(self.list[at].as_ref(), name));
        let found = marked(Mark::of_any_case(name));
        // Few names are changed by more than the case of their letters when they are compared.
        found.or_else(|free| if is_tidy(name) { Err(free) } else { marked(Mark::of_any_case(&fold(name))) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_compared_alike_have_one_number() {
        let mut names = Names::with_room(1);
        let added = ["Kasi", "KASI", "Kasi  Umum", "kasi umum", "a/b", "A / b", "Éa", "éA", "a/b c"];
        let numbers = added.map(|name| names.add(name, || name));
        assert_eq!(numbers, [Ok(()), Err(0), Ok(()), Err(1), Ok(()), Err(2), Ok(()), Err(3), Ok(())]);
        assert_eq!(["a  / B", "a/b  C", "kasiumum"].map(|name| names.get(name)), [Some(2), Some(4), None]);
    }
}
