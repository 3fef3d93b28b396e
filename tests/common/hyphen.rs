//! Words that were cut at the end of a line, put together again.

/// What is printed, without the hyphens that the expected words do not have: only those between two letters.
pub fn joined(printed: &str, expected: &str) -> String {
    let printed: Vec<char> = printed.chars().collect();
    let mut expected = expected.chars().peekable();
    let letter = |at: Option<usize>| at.and_then(|at| printed.get(at)).is_some_and(|c| c.is_alphabetic());
    let mut out = String::new();
    for (at, &c) in printed.iter().enumerate() {
        let cut = c == '-' && letter(at.checked_sub(1)) && letter(Some(at + 1));
        if cut && expected.peek() != Some(&c) {
            continue;
        }
        expected.next();
        out.push(c);
    }
    out
}
