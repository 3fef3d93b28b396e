//! The grammar is explained and used: every rule has a sentence, and the procedures and rule pages need every rule.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use pest::Parser;
use sop::syntax::grammar::{Grammar, Rule};
use std::collections::BTreeSet;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn texts(folder: &str, extension: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.extension().is_some_and(|found| found == extension));
    files.map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// The rules as the grammar writes them: name, whether silent, the line above.
fn written() -> Vec<(String, bool, String)> {
    let grammar = std::fs::read_to_string(root().join("grammar/sop.pest")).unwrap();
    let lines: Vec<&str> = grammar.lines().collect();
    let mut rules = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some((name, body)) = line.split_once(" = ") else { continue };
        if name.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            rules.push((name.to_owned(), body.starts_with("_{"), lines[index - 1].to_owned()));
        }
    }
    rules
}

#[test]
fn every_rule_has_its_sentence() {
    for (name, _, above) in written() {
        assert!(above.starts_with("/// "), "{name} has no sentence above it");
    }
}

#[test]
fn every_rule_is_needed() {
    let entries = [
        Rule::kepala,
        Rule::oleh,
        Rule::sasaran,
        Rule::daftar_nomor,
        Rule::tanggal,
        Rule::waktu,
        Rule::batas,
        Rule::rentang_batas,
    ];
    let mut seen = BTreeSet::new();
    for text in texts("sops", "sop").into_iter().chain(texts("docs/rules", "md")) {
        let lines = Grammar::parse(Rule::file, &text).expect("every text is read");
        for pair in lines.flatten() {
            seen.insert(format!("{:?}", pair.as_rule()));
            if matches!(pair.as_rule(), Rule::label | Rule::text | Rule::actors) {
                for entry in entries {
                    let part = Grammar::parse(entry, pair.as_str().trim());
                    seen.extend(
                        part.into_iter()
                            .flat_map(|part| part.flatten())
                            .map(|part| format!("{:?}", part.as_rule())),
                    );
                }
            }
        }
    }
    let silent: BTreeSet<String> =
        written().into_iter().filter(|(_, silent, _)| *silent).map(|(name, ..)| name).collect();
    let unused: Vec<String> = Rule::all_rules()
        .iter()
        .map(|rule| format!("{rule:?}"))
        .filter(|name| name != "EOI" && !silent.contains(name) && !seen.contains(name))
        .collect();
    assert!(unused.is_empty(), "nothing needs {unused:?}");
}
