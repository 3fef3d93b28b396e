//! What differs between two texts, line by line, as `diff -u` prints it.

use similar::udiff::UnifiedHunkHeader;
use similar::{Algorithm, DiffOp, capture_diff_slices, group_diff_ops};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Of so many lines the fewest that differ are looked for, which takes as long as the square of what differs.
const MOST_SEARCHED: usize = 4000;
/// Of a longer text only between lines that each of both has once, and there of so many.
const MOST_BETWEEN: usize = 500;
/// So often lines are looked for that stand once between others.
const DEEPEST: usize = 4;

/// The difference, with so many lines around it that stay; nothing where there is none.
pub(super) fn unified(name: &str, old: &str, new: &str, around: usize) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let mut said = String::new();
    for hunk in group_diff_ops(ops(&old, &new), around) {
        if said.is_empty() {
            let _ = writeln!(said, "--- {name}\n+++ {name}");
        }
        let _ = writeln!(said, "{}", UnifiedHunkHeader::new(&hunk));
        for op in hunk {
            match op {
                DiffOp::Equal { .. } => lines(&mut said, ' ', &old[op.old_range()]),
                _ => {
                    lines(&mut said, '-', &old[op.old_range()]);
                    lines(&mut said, '+', &new[op.new_range()]);
                }
            }
        }
    }
    said
}

fn lines(said: &mut String, sign: char, lines: &[&str]) {
    for line in lines {
        let _ = write!(said, "{sign}{line}");
        if !line.ends_with('\n') {
            said.push_str("\n\\ No newline at end of file\n");
        }
    }
}

/// What was done to the old lines. Lines that the other text does not have are nobody's, so that only the others are
/// looked for: where each of a hundred thousand lines differs nothing is left of them.
fn ops(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let shared = |lines: &[&str], other: &[&str]| {
        let other: BTreeSet<&str> = other.iter().copied().collect();
        (0..lines.len()).filter(|at| other.contains(lines[*at])).collect::<Vec<usize>>()
    };
    let (in_old, in_new) = (shared(old, new), shared(new, old));
    let of_old: Vec<&str> = in_old.iter().map(|at| old[*at]).collect();
    let of_new: Vec<&str> = in_new.iter().map(|at| new[*at]).collect();
    let same = match of_old.len().max(of_new.len()) <= MOST_SEARCHED {
        true => longest(&of_old, &of_new),
        false => in_turn(&of_old, &of_new, DEEPEST),
    };
    let pairs = same.into_iter().map(|(one, other)| (in_old[one], in_new[other]));
    let pairs = pairs.chain([(old.len(), new.len())]);
    let mut ops: Vec<DiffOp> = Vec::new();
    let (mut old_index, mut new_index) = (0, 0);
    for (one, other) in pairs {
        let (old_len, new_len) = (one - old_index, other - new_index);
        match (old_len, new_len) {
            (0, 0) => {}
            (_, 0) => ops.push(DiffOp::Delete { old_index, old_len, new_index }),
            (0, _) => ops.push(DiffOp::Insert { old_index, new_index, new_len }),
            (_, _) => ops.push(DiffOp::Replace { old_index, old_len, new_index, new_len }),
        }
        match ops.last_mut() {
            Some(DiffOp::Equal { len, .. }) => *len += 1,
            _ => ops.push(DiffOp::Equal { old_index: one, new_index: other, len: 1 }),
        }
        (old_index, new_index) = (one + 1, other + 1);
    }
    // The pair behind the ends is no line.
    match ops.last_mut() {
        Some(DiffOp::Equal { len, .. }) if *len > 1 => *len -= 1,
        _ => drop(ops.pop()),
    }
    ops
}

/// Pairs of lines that are the same, in the same order in both texts.
type Pairs = Vec<(usize, usize)>;

/// As many as there can be.
fn longest(old: &[&str], new: &[&str]) -> Pairs {
    let ops = capture_diff_slices(Algorithm::Myers, old, new).into_iter();
    let same = ops.filter(|op| matches!(op, DiffOp::Equal { .. }));
    same.flat_map(|op| op.old_range().zip(op.new_range())).collect()
}

/// Many, without a long search: what both begin and end with; then the lines that each text has once, and between two of
/// them the same again; where there is none of those, the first of several equal lines is the first in the other text, too,
/// and so on.
fn in_turn(old: &[&str], new: &[&str], deeper: usize) -> Pairs {
    let begins = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let (rest_of_old, rest_of_new) = (&old[begins..], &new[begins..]);
    let behind = rest_of_old.iter().rev().zip(rest_of_new.iter().rev());
    let ends = behind.take_while(|(one, other)| one == other).count();
    let (middle, other) =
        (&rest_of_old[..rest_of_old.len() - ends], &rest_of_new[..rest_of_new.len() - ends]);
    let mut pairs: Pairs = (0..begins).map(|at| (at, at)).collect();
    let shifted = |found: Pairs| found.into_iter().map(|(one, two)| (one + begins, two + begins));
    match middle.len().max(other.len()) <= MOST_BETWEEN {
        true => pairs.extend(shifted(longest(middle, other))),
        false => pairs.extend(shifted(around_single_lines(middle, other, deeper))),
    }
    pairs.extend((0..ends).rev().map(|at| (old.len() - 1 - at, new.len() - 1 - at)));
    pairs
}

fn around_single_lines(old: &[&str], new: &[&str], deeper: usize) -> Pairs {
    // How often a line stands in the one, and where in the other, the first last.
    let mut places: BTreeMap<&str, (usize, Vec<usize>)> = BTreeMap::new();
    new.iter().enumerate().rev().for_each(|(at, line)| places.entry(line).or_default().1.push(at));
    old.iter().for_each(|line| places.entry(line).or_default().0 += 1);
    let lines = || old.iter().enumerate();
    let single = |(at, line): (usize, &&str)| match &places[line] {
        (1, there) if there.len() == 1 => Some((at, there[0])),
        _ => None,
    };
    let single: Pairs = if deeper > 0 { lines().filter_map(single).collect() } else { Pairs::new() };
    if single.is_empty() {
        let mut equal = Pairs::new();
        for (at, line) in lines() {
            equal.extend(places.get_mut(line).and_then(|(_, there)| there.pop()).map(|there| (at, there)));
        }
        return rising(&equal);
    }
    let mut pairs = Pairs::new();
    let (mut from, mut to) = (0, 0);
    for (one, other) in rising(&single).into_iter().chain([(old.len(), new.len())]) {
        let between = in_turn(&old[from..one], &new[to..other], deeper - 1);
        pairs.extend(between.into_iter().map(|(at, there)| (at + from, there + to)));
        pairs.push((one, other));
        (from, to) = (one + 1, other + 1);
    }
    // The pair behind the ends is no line.
    pairs.pop();
    pairs
}

/// Of pairs in order of the first place, as many as are in order of the second.
fn rising(pairs: &[(usize, usize)]) -> Pairs {
    // Of the rows of each length the one that ends lowest, and what stands before each pair in its row.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![usize::MAX; pairs.len()];
    for (at, (_, other)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *other);
        before[at] = length.checked_sub(1).map_or(usize::MAX, |shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let next = |at: &usize| Some(before[*at]).filter(|before| *before < pairs.len());
    let mut row: Pairs = std::iter::successors(ends.last().copied(), next).map(|at| pairs[at]).collect();
    row.reverse();
    row
}

#[cfg(test)]
mod tests {
    use super::unified;

    #[test]
    fn a_difference_is_said_as_diff_says_it() {
        let old = "a\nb\nc\nd\ne\nf\ng\nh\n";
        assert_eq!(unified("x", old, old, 2), "");
        let new = "a\nb\nc\nD\ne\nf\ng\nh\ni";
        let said = "--- x\n+++ x\n@@ -2,7 +2,8 @@\n b\n c\n-d\n+D\n e\n f\n g\n h\n+i\n\\ No newline at end of file\n";
        assert_eq!(unified("x", old, new, 2), said);
        assert_eq!(unified("x", "a\n", "", 2), "--- x\n+++ x\n@@ -1 +0,0 @@\n-a\n");
    }

    #[test]
    fn texts_without_a_common_line_cost_no_search() {
        let text = |sign: &str| (0..200_000).map(|at| format!("{sign}{at}\n")).collect::<String>();
        let said = unified("x", &text("a"), &text("b"), 2);
        assert_eq!(said.lines().count(), 3 + 400_000);
    }

    #[test]
    fn a_difference_holds_both_texts_and_no_more_than_it_must() {
        for seed in 0..500u32 {
            let mut state = seed;
            let mut next = move |below: u32| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 16) % below
            };
            let mut text = || (0..next(12)).map(|_| format!("{}\n", next(6))).collect::<String>();
            let (old, new) = (text(), text());
            let said = unified("x", &old, &new, 100);
            let with = |signs: [char; 2]| {
                let lines = said.lines().skip(3).filter(|line| line.starts_with(signs));
                lines.map(|line| format!("{}\n", &line[1..])).collect::<String>()
            };
            let changed = said.lines().skip(3).filter(|line| !line.starts_with(' ')).count();
            // The library's own way, which may take its time here.
            let least = similar::TextDiff::from_lines(&old, &new);
            let least = least.iter_all_changes().filter(|it| it.tag() != similar::ChangeTag::Equal).count();
            assert_eq!(changed, least, "{old:?} {new:?}");
            if old != new {
                assert_eq!((with([' ', '-']), with([' ', '+'])), (old, new), "{said}");
            }
        }
    }

    #[test]
    fn a_long_text_differs_where_it_was_changed() {
        const ROWS: usize = 4000;
        let row = |at: usize| format!("{at}. Staf: a\n   waktu: 1 jam\n   output: b\n\n");
        let rows: Vec<String> = (0..ROWS).map(row).collect();
        let mut changed = rows.clone();
        // A line less, a line more, a line that is another, and rows that changed places.
        changed[10] = rows[10].replace("   waktu: 1 jam\n", "");
        changed[2000] = rows[2000].replace("output: b\n", "output: b\n   output: b\n");
        changed[3000] = rows[3000].replace("Staf", "Kasi");
        changed.swap(3500, 3501);
        let said = unified("x", &rows.concat(), &changed.concat(), 1);
        let signs = said.lines().skip(2).filter(|line| line.starts_with(['-', '+'])).count();
        assert_eq!(signs, 1 + 1 + 2 + 8, "{said}");
        // Of lines that are all the same nothing is searched for.
        let (mut old, mut new) = ("a\n".to_owned(), "b\na\n".to_owned());
        old += &"b\n".repeat(200_000);
        new += "c\n";
        assert_eq!(unified("x", &old, &new, 0).lines().count(), 2 + 2 + 1 + 200_000 + 1);
    }
}
