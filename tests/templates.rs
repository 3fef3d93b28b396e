//! Templates print, loop and ask whether something is there. They do not think, and they hold no words.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use std::path::{Path, PathBuf};

fn templates() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(&path).unwrap())).collect()
}

/// What stands between the braces of each block and each value.
fn tags(text: &str) -> Vec<&str> {
    let mut tags = Vec::new();
    for (open, close) in [("{%", "%}"), ("{{", "}}")] {
        for part in text.split(open).skip(1) {
            let end =
                part.find(close).unwrap_or_else(|| panic!("`{open}` without `{close}` near {part:.40}"));
            tags.push(part[..end].trim_matches(['+', '-', ' ', '\n']));
        }
    }
    tags
}

fn is_name(text: &str) -> bool {
    text.split('.').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
}

fn is_allowed(tag: &str) -> bool {
    let words: Vec<&str> = tag.split_whitespace().collect();
    match words.as_slice() {
        ["if", name] | [name] if is_name(name) => true,
        ["for", item, "in", list] => is_name(item) && is_name(list),
        ["else" | "endif" | "endfor"] => true,
        _ => false,
    }
}

#[test]
fn templates_only_print_loop_and_ask_whether_something_is_there() {
    for (path, text) in templates() {
        assert!(!text.contains("{#"), "{}: comments belong into the view", path.display());
        for tag in tags(&text) {
            assert!(is_allowed(tag), "{}: `{tag}` is a thought; it belongs into the view", path.display());
        }
    }
}

/// The text of a page or form without what its format needs: tags, styles, values.
fn words(text: &str) -> String {
    let mut left = text.to_owned();
    for (open, close) in
        [("{%", "%}"), ("{{", "}}"), ("<style>", "</style>"), ("<script>", "</script>"), ("<", ">")]
    {
        while let Some(start) = left.find(open) {
            let end = left[start..].find(close).map_or(left.len(), |end| start + end + close.len());
            left.replace_range(start..end, " ");
        }
    }
    left
}

#[test]
fn forms_hold_no_word_of_either_language() {
    for (path, text) in templates() {
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.ends_with(".rs.j2") {
            for line in text.lines().filter(|line| line.trim_start().starts_with("//")) {
                // A heading that tools look for.
                let words = words(line).replace("# Errors", "").replace("SOP", "");
                assert!(!words.contains(char::is_alphabetic), "{name}: a word in `{line}`");
            }
        } else {
            let words = words(&text);
            assert!(
                !words.contains(char::is_alphabetic),
                "{name}: words in {:?}",
                words.split_whitespace().collect::<Vec<_>>()
            );
        }
    }
}

#[test]
fn the_check_knows_a_thought_from_a_name() {
    for thought in [
        "set x = 1",
        "if a == b",
        "a + 1",
        "macro m()",
        "a | upper",
        "if not a",
        "\"kata\"",
        "loop.index > 1",
    ] {
        assert!(!is_allowed(thought), "{thought}");
    }
    assert!(is_allowed("row.nomor") && is_allowed("for row in rows") && is_allowed("if row.tahap"));
}
