//! Names, each once as names are compared, and found without a copy: nearly all are written alike, but for the case of
//! their letters.

use crate::lookup::{Free, Mark, Places};
use crate::text::{fold, is_same_name, is_tidy};

/// What is found by its name.
pub(super) trait Named {
    /// Its name, as it was written first.
    fn nama(&self) -> &str;
}

/// Things with names, numbered from 0 in the order in which they came.
#[derive(Debug)]
pub(super) struct Names<N> {
    pub list: Vec<N>,
    places: Places,
}

impl<N: Named> Names<N> {
    /// None yet, and room for so many.
    pub fn with_room(names: usize) -> Names<N> {
        Names { list: Vec::with_capacity(names), places: Places::with_room(names) }
    }

    /// The number of a name.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.find(name).ok()
    }

    /// The number of a name, which is given to something new where nothing has it.
    pub fn add(&mut self, name: &str, fresh: impl FnOnce() -> N) -> usize {
        self.find(name).unwrap_or_else(|free| {
            self.list.push(fresh());
            self.places.take(free)
        })
    }

    fn find(&self, name: &str) -> Result<usize, Free> {
        let marked = |mark| self.places.find(mark, |at| is_same_name(self.list[at].nama(), name));
        let found = marked(Mark::of_any_case(name));
        // Few names are changed by more than the case of their letters when they are compared.
        found.or_else(|free| if is_tidy(name) { Err(free) } else { marked(Mark::of_any_case(&fold(name))) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Named for &str {
        fn nama(&self) -> &str {
            self
        }
    }

    #[test]
    fn names_that_are_compared_alike_have_one_number() {
        let mut names = Names::with_room(1);
        let added = ["Kasi", "KASI", "Kasi  Umum", "kasi umum", "a/b", "A / b", "Éa", "éA", "a/b c"];
        let numbers = added.map(|name| names.add(name, || name));
        assert_eq!(numbers, [0, 0, 1, 1, 2, 2, 3, 3, 4]);
        assert_eq!(["a  / B", "a/b  C", "kasiumum"].map(|name| names.get(name)), [Some(2), Some(4), None]);
    }
    #[test]
    fn other_names_with_the_same_mark_have_numbers_of_their_own() {
        // A mark leaves out the bit that tells a small letter from a large one, also where it tells two signs apart.
        let names = ["Laporan [A]", "Laporan {A}", "Berkas @", "Berkas `", "surat ^", "surat ~"];
        let mut numbered = Names::with_room(1);
        for (at, name) in names.into_iter().enumerate() {
            assert_eq!(Mark::of_any_case(name), Mark::of_any_case(names[at ^ 1]), "{name}");
            assert_eq!(numbered.add(name, || name), at, "{name}");
        }
        assert_eq!(names.map(|name| numbered.get(&name.to_uppercase())), [0, 1, 2, 3, 4, 5].map(Some));
        assert_eq!(numbered.get("Laporan [a}"), None);
    }
}
