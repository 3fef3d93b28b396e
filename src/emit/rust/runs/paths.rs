//! The prime paths of a flow: the longest that can be walked without coming anywhere twice (Ammann and Offutt,
//! *Introduction to Software Testing*, 2nd ed., 7.2).

use crate::model::SimpulId;
use std::collections::BTreeSet;

/// Steps of the search.
const MOST_SEARCH: usize = 20_000;
/// Symbols of all paths that the search keeps.
const MOST_KEPT: usize = 4_000_000;

/// By symbol, those with an arrow to it.
pub(super) fn before(next: &[BTreeSet<SimpulId>]) -> Vec<Vec<SimpulId>> {
    let mut before = vec![Vec::new(); next.len()];
    for (at, next) in next.iter().enumerate() {
        next.iter().for_each(|to| before[to.index()].push(SimpulId::from_index(at)));
    }
    before
}

/// The paths that visit no symbol twice (a loop: only its own start) and are part of no longer one; as many as the
/// search finds within its budget.
pub(super) fn prime_paths(next: &[BTreeSet<SimpulId>], before: &[Vec<SimpulId>]) -> Vec<Vec<SimpulId>> {
    let (mut found, mut search, mut kept) = (Vec::new(), 0, 0);
    // By symbol: the path that it was last seen on.
    let mut on = vec![0; next.len()];
    for start in 0..next.len() {
        let mut open = vec![vec![SimpulId::from_index(start)]];
        while let Some(path) = open.pop() {
            search += 1;
            if search > MOST_SEARCH || kept > MOST_KEPT {
                return found;
            }
            path.iter().for_each(|id| on[id.index()] = search);
            let (first, last) = (path[0], path[path.len() - 1]);
            let mut longer = false;
            for &to in &next[last.index()] {
                if to == first {
                    kept += path.len();
                    found.push(path.iter().copied().chain([first]).collect());
                    longer = true;
                } else if on[to.index()] != search {
                    kept += path.len();
                    open.push(path.iter().copied().chain([to]).collect());
                    longer = true;
                }
            }
            let begins = before[first.index()].iter().all(|from| on[from.index()] == search && *from != last);
            if !longer && begins && path.len() > 1 {
                found.push(path);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All paths of a graph that visit no symbol twice, and its loops.
    fn simple_paths(next: &[BTreeSet<SimpulId>]) -> Vec<Vec<SimpulId>> {
        let mut all: Vec<Vec<SimpulId>> = (0..next.len()).map(|at| vec![SimpulId::from_index(at)]).collect();
        let mut at = 0;
        while let Some(path) = all.get(at).cloned() {
            at += 1;
            let looped = path.len() > 1 && path[0] == path[path.len() - 1];
            for to in &next[path[path.len() - 1].index()] {
                if !looped && (*to == path[0] || !path.contains(to)) {
                    all.push(path.iter().copied().chain([*to]).collect());
                }
            }
        }
        all.retain(|path| path.len() > 1);
        all
    }

    #[test]
    fn prime_paths_are_the_simple_paths_that_are_part_of_no_other() {
        let mut random = 7u64;
        let mut below = |end: u64| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (random >> 33) % end
        };
        let mut found = 0;
        for _ in 0..300 {
            let size = 2 + below(4) as usize;
            let next: Vec<BTreeSet<SimpulId>> = (0..size)
                .map(|_| (0..size).filter(|_| below(10) < 4).map(SimpulId::from_index).collect())
                .collect();
            let all = simple_paths(&next);
            let part = |path: &Vec<SimpulId>| {
                all.iter().any(|of| of.len() > path.len() && of.windows(path.len()).any(|part| part == path))
            };
            let plain: BTreeSet<_> = all.iter().filter(|path| !part(path)).cloned().collect();
            let searched = prime_paths(&next, &before(&next));
            found += searched.len();
            assert_eq!(searched.len(), plain.len(), "each once");
            assert_eq!(searched.into_iter().collect::<BTreeSet<_>>(), plain, "{next:?}");
        }
        assert!(found > 1000, "{found}");
    }
}
