//! Procedures as they were typed: those of `sops/`, and those of other folders.
#![allow(dead_code, clippy::disallowed_methods, reason = "each test uses a part; tests read files")]

use std::path::{Path, PathBuf};

/// Every procedure of `sops/`: the name of its file without the ending, and its text; in order of name.
pub fn sops() -> Vec<(String, String)> {
    let found = within("sops");
    assert!(found.len() >= 12, "sops/ holds the seed twice and at least ten real procedures");
    found
}

/// The same of another folder of the package.
pub fn within(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "sop"));
    paths.sort();
    let stem = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| (stem(path), std::fs::read_to_string(path).unwrap())).collect()
}
