//! Lists brought into order by one piece of machine code for all of them. The standard library makes some six kilobytes
//! anew for every kind of list and key; where a list is short, or sorted once, its speed is not what counts. What is
//! sorted again and again (the checking of folders, the layout) stays with `slice::sort`.

use std::cmp::Ordering;

/// As `slice::sort_by_key`: what has the same key stays in the order it has.
pub fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    by(list, |one, other| key(one).cmp(&key(other)));
}

/// As `slice::sort_by`: what is equal stays in the order it has.
pub fn by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut from = order(list.len(), &|one, other| compare(&list[one], &list[other]));
    // Along each ring of those that take each other's place, one swap for each.
    for start in 0..list.len() {
        let mut at = start;
        loop {
            let next = std::mem::replace(&mut from[at], at);
            if next == start {
                break;
            }
            list.swap(at, next);
            at = next;
        }
    }
}

/// Where each of `len` stands now, in the order in which they are to stand.
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_short_list_comes_out_as_from_the_standard_library() {
        // All lists of up to six of three keys, and one long one.
        let lists = (0..7u32).flat_map(|len| {
            (0..3u32.pow(len)).map(move |nth| (0..len).map(|at| nth / 3u32.pow(at) % 3).collect::<Vec<_>>())
        });
        let long = (0..500u32).map(|at| at * at % 83).collect();
        for keys in lists.chain([long]) {
            let list: Vec<(u32, usize)> = keys.into_iter().zip(0..).collect();
            let (mut ours, mut theirs) = (list.clone(), list);
            by_key(&mut ours, |it| it.0);
            theirs.sort_by_key(|it| it.0);
            assert_eq!(ours, theirs);
            by(&mut ours, |one, other| other.0.cmp(&one.0));
            theirs.sort_by_key(|it| std::cmp::Reverse(it.0));
            assert_eq!(ours, theirs);
        }
    }
}
