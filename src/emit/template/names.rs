//! The names that a template may use: of filters and functions, of its data, and those it makes itself.

use crate::text::nearest;
use std::collections::BTreeSet;
use std::ops::Range;

/// Functions that a template may call.
pub(super) const FUNCTIONS: &[&str] =
    &["range", "dict", "namespace", "debug", "loop", "self", "super", "caller"];

/// What may stand behind `|` or `is`.
pub(super) const FILTERS: &[&str] = &[
    "abs",
    "attr",
    "batch",
    "bool",
    "capitalize",
    "chain",
    "count",
    "default",
    "dictsort",
    "e",
    "escape",
    "first",
    "float",
    "format",
    "groupby",
    "indent",
    "int",
    "items",
    "join",
    "last",
    "length",
    "lines",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "pprint",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "safe",
    "select",
    "selectattr",
    "slice",
    "sort",
    "split",
    "string",
    "sum",
    "title",
    "trim",
    "unique",
    "upper",
    "zip",
    "defined",
    "divisibleby",
    "endingwith",
    "even",
    "false",
    "in",
    "iterable",
    "none",
    "number",
    "odd",
    "startingwith",
    "true",
    "undefined",
];

const KEYWORDS: [&str; 22] = [
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "in",
    "endfor",
    "set",
    "and",
    "or",
    "not",
    "is",
    "true",
    "false",
    "none",
    "with",
    "filter",
    "macro",
    "call",
    "recursive",
    "loop",
    "ignore",
];

/// The dotted name that is not in the data, and the nearest that is.
pub(super) fn culprit(place: &str, source: &str, given: &serde_json::Value) -> (String, Option<String>) {
    let names = names_of(given);
    let bound = bound_names(source);
    let paths = words_of(place);
    for path in &paths {
        for part in path.split('.').filter(|part| !part.is_empty()) {
            if !names.contains(part) && !bound.contains(part) && !KEYWORDS.contains(&part) {
                return (
                    (*path).to_owned(),
                    nearest(part, names.iter().map(String::as_str)).map(str::to_owned),
                );
            }
        }
    }
    // Known elsewhere, but not here.
    let path = paths.iter().find(|path| path.contains('.')).or(paths.first()).copied().unwrap_or(place);
    (path.to_owned(), None)
}

/// Dotted names outside quotes.
pub(super) fn words_of(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for (at, part) in text.split(['"', '\'']).enumerate() {
        if at % 2 == 0 {
            let words = part.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '.');
            out.extend(words.filter(|word| word.starts_with(|c: char| c.is_alphabetic() || c == '_')));
        }
    }
    out
}

/// Names that the template itself makes: behind `for` and `set`.
fn bound_names(source: &str) -> BTreeSet<&str> {
    let mut out = BTreeSet::new();
    for part in source.split("{%").skip(1) {
        let words: Vec<&str> = words_of(part.split("%}").next().unwrap_or(part));
        match words.as_slice() {
            ["for", rest @ ..] => out.extend(rest.iter().take_while(|word| **word != "in")),
            ["set" | "macro", rest @ ..] => out.extend(rest),
            _ => {}
        }
    }
    out
}

/// Every key at any depth.
pub(super) fn names_of(value: &serde_json::Value) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut todo = vec![value];
    while let Some(value) = todo.pop() {
        match value {
            serde_json::Value::Object(fields) => {
                out.extend(fields.keys().cloned());
                todo.extend(fields.values());
            }
            serde_json::Value::Array(items) => todo.extend(items),
            _ => {}
        }
    }
    out
}

/// Where a word stands between braces.
pub(super) fn find_word(source: &str, word: &str) -> Option<Range<usize>> {
    let part_of_a_word = |c: char| c.is_alphanumeric() || c == '_';
    source.match_indices(word).map(|(at, _)| at..at + word.len()).find(|range| {
        let (before, after) = (&source[..range.start], &source[range.end..]);
        let alone =
            !before.ends_with(|c| part_of_a_word(c) || c == '.') && !after.starts_with(part_of_a_word);
        let opened = before.rfind('{').is_some_and(|open| !before[open..].contains('}'));
        alone && opened
    })
}
