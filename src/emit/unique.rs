//! Names, each given once: a second one gets a number.

use std::collections::{BTreeMap, BTreeSet};

/// The names given so far.
#[derive(Default)]
pub(super) struct Unique {
    taken: BTreeSet<String>,
    /// By name: the first number that may be free.
    next: BTreeMap<String, u32>,
}

impl Unique {
    /// `a`, then `a_2`, then `a_3`.
    pub fn name(&mut self, wanted: &str) -> String {
        if self.taken.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let next = self.next.entry(wanted.to_owned()).or_insert(2);
        loop {
            let name = format!("{wanted}_{next}");
            *next += 1;
            if self.taken.insert(name.clone()) {
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_is_a_name_already_is_passed_over() {
        let mut names = Unique::default();
        let given = ["a", "a_3", "a", "a", "a_2", "b"].map(|wanted| names.name(wanted));
        assert_eq!(given, ["a", "a_3", "a_2", "a_4", "a_2_2", "b"]);
    }

    #[test]
    fn names_are_those_of_a_search_from_the_first_number_on() {
        let (mut names, mut taken) = (Unique::default(), BTreeSet::new());
        let mut random = 3u64;
        for _ in 0..500 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let wanted = ["a", "b", "a_2", "a_12", "b_3", "b_3_2"][(random >> 33) as usize % 6];
            let numbered = (2..).map(|at| format!("{wanted}_{at}"));
            let plain =
                std::iter::once(wanted.to_owned()).chain(numbered).find(|name| taken.insert(name.clone()));
            assert_eq!(Some(names.name(wanted)), plain);
        }
    }
}
