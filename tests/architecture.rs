//! Who may import whom: the picture in `src/lib.rs`, enforced. To widen the table is a decision, and shows as one.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Folder or root file of `src/` → what it may name after `crate::`.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("text", &[]),
    ("day", &["text"]),
    ("fnv", &[]),
    ("lookup", &[]),
    ("few", &[]),
    ("sorting", &[]),
    ("packed", &[]),
    ("paper", &[]),
    ("diag", &["packed", "source", "text"]),
    ("regulation", &["text"]),
    ("config", &["day", "diag", "paper", "regulation", "source", "text"]),
    ("syntax", &["day", "diag", "few", "lookup", "source", "text"]),
    ("fmt", &["diag", "sorting", "source", "syntax", "text"]),
    // Every door in is the AST: what another format says is written as a person would, and read again.
    ("import", &["diag", "sorting", "source", "syntax", "text"]),
    ("model", &["config", "diag", "few", "fnv", "lookup", "source", "syntax", "text"]),
    ("analysis", &["config", "day", "few", "lookup", "model", "regulation", "source", "syntax::ast", "text"]),
    // It lets cases run and draws nothing.
    ("simulate", &["analysis", "model", "text"]),
    // Which characters the typeface has is a fact that a lint judges; it draws nothing.
    (
        "lint",
        &["analysis", "diag", "layout::font", "model", "regulation", "sorting", "source", "syntax", "text"],
    ),
    // It knows no file system: names and procedures come in, facts and findings go out.
    (
        "register",
        &[
            "analysis",
            "config",
            "day",
            "diag",
            "lint::suppress",
            "model",
            "regulation",
            "sorting",
            "source",
            "syntax",
            "text",
        ],
    ),
    // The rules on many files are known to exceptions before there are many files.
    (
        "compile",
        &[
            "analysis",
            "config",
            "diag",
            "layout::faults",
            "lint",
            "model",
            "register::faults",
            "source",
            "syntax",
        ],
    ),
    (
        "rules",
        &["config", "diag", "layout::faults", "lint", "model", "register", "sorting", "syntax", "text"],
    ),
    (
        "layout",
        &[
            "analysis",
            "config",
            "diag",
            "forms",
            "model",
            "paper",
            "sorting",
            "source",
            "syntax::keys",
            "text",
        ],
    ),
    // What stands on a form, for every format; no geometry.
    ("forms", &["analysis", "config", "model", "regulation", "text"]),
    (
        "emit",
        &["analysis", "config", "day", "forms", "layout", "model", "packed", "paper", "sorting", "text"],
    ),
    // What was filled in is found by the names of the forms.
    ("rekam", &["analysis", "config", "day", "fnv", "forms", "model", "sorting", "text"]),
    // It tries what findings offer and knows no stage: the caller checks.
    ("fix", &["diag", "sorting", "source"]),
    ("report", &["diag", "fnv", "rules", "source", "text"]),
];

/// The binary's side: its own modules, and the library by its public name only.
const BINARY: &[&str] = &["main", "cli"];

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(files_under(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

fn source_files() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let name = |path: &Path| path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
    files_under(&src).iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// Every path that follows `crate::`, with braces taken apart: `crate::{lint, layout::font::X}` names `lint` and
/// `layout::font::X`.
fn imports(text: &str) -> Vec<String> {
    let code: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '$') {
            parts("", &code[at + "crate::".len()..], &mut found);
        }
    }
    found
}

fn parts(prefix: &str, rest: &str, found: &mut Vec<String>) {
    if let Some(inside) = rest.strip_prefix('{') {
        let (mut depth, mut start) = (1, 0);
        for (at, c) in inside.char_indices() {
            depth += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if depth == 0 || (depth == 1 && c == ',') {
                let part = inside[start..at].trim();
                if !part.is_empty() {
                    parts(prefix, part, found);
                }
                start = at + 1;
            }
            if depth == 0 {
                return;
            }
        }
        return;
    }
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(rest.len());
    let path = rest[..end].trim_end_matches(':');
    match rest[end..].strip_prefix('{') {
        Some(_) => parts(&format!("{prefix}{path}::"), &rest[end..], found),
        None => found.push(format!("{prefix}{path}")),
    }
}

fn folder_of(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

#[test]
fn folders_import_only_downwards() {
    let mut wrong = Vec::new();
    for (file, text) in source_files() {
        let folder = folder_of(&file);
        if folder == "lib" || BINARY.contains(&folder) {
            continue;
        }
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == folder) else {
            wrong.push(format!("src/{file}: `{folder}` has no row in the table of tests/architecture.rs"));
            continue;
        };
        // A stage's own tests may make what they look at by way of all stages.
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        for import in imports(text) {
            // `crate::page!` is a macro of `diag`, exported at the root.
            let own = import == folder || import.starts_with(&format!("{folder}::")) || import == "page";
            let may = allowed.iter().any(|it| import == *it || import.starts_with(&format!("{it}::")));
            if !own && !may {
                wrong.push(format!("src/{file}: `{folder}` may not import `{import}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_table_names_only_what_is_there() {
    let there: BTreeSet<String> = source_files().iter().map(|(file, _)| folder_of(file).to_owned()).collect();
    for (name, _) in MAY_IMPORT {
        assert!(there.contains(*name), "there is no `{name}` in src any more");
    }
}

#[test]
fn the_binary_knows_the_library_by_its_public_name() {
    for (file, text) in source_files().iter().filter(|(file, _)| BINARY.contains(&folder_of(file))) {
        for import in imports(text) {
            assert!(import.starts_with("cli"), "src/{file}: `crate::{import}`");
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for (file, text) in source_files() {
        assert!(text.starts_with("//! "), "src/{file} does not begin with `//! `");
    }
}

#[test]
fn imports_are_found_in_braces_and_out_of_them() {
    let text =
        "use crate::diag::{Rule, Sink};\nuse crate::{lint, layout::{font::A, scene}};\n// crate::emit\n";
    assert_eq!(imports(text), ["diag::Rule", "diag::Sink", "lint", "layout::font::A", "layout::scene"]);
}

#[test]
fn every_direct_dependency_says_why_it_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let page = fs::read_to_string(root.join("docs/dependencies.md")).unwrap();
    let of = |section: &str| {
        let (_, rest) = manifest.split_once(&format!("\n[{section}]\n")).unwrap();
        let lines = rest.lines().take_while(|line| !line.starts_with('['));
        lines.filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())).collect::<Vec<_>>()
    };
    let known = [of("dependencies"), of("dev-dependencies")].concat();
    assert!(known.len() > 30);
    for name in known {
        assert!(page.contains(&format!("`{name}`")), "docs/dependencies.md does not name `{name}`");
    }
}
