//! What differs between two texts, line by line, as `diff -u` prints it.

use similar::udiff::UnifiedHunkHeader;
use similar::{Algorithm, DiffOp, capture_diff_slices, group_diff_ops};
use std::collections::BTreeSet;
use std::fmt::Write as _;

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
    let same = capture_diff_slices(Algorithm::Myers, &of_old, &of_new);
    let same = same.into_iter().filter(|op| matches!(op, DiffOp::Equal { .. }));
    let pairs = same.flat_map(|op| op.old_range().zip(op.new_range()));
    let pairs = pairs.map(|(one, other)| (in_old[one], in_new[other])).chain([(old.len(), new.len())]);
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
}
