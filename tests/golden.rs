//! Every procedure in `sops/`, through every emitter, against `tests/golden/`.
//!
//! `UPDATE_EXPECT=1 cargo test --test golden` rewrites the files; review them in the diff. A PDF is only held against
//! itself, and of the drawings a few are enough: the others are measured, not compared.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/corpus.rs"]
mod corpus;

use sop::emit::{Artifact, Emitter};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Drawings are kept of these.
const DRAWN: &[&str] = &["bentuk-lain", "monev", "razia-disiplin-pegawai"];

fn golden() -> PathBuf {
    corpus::root().join("tests/golden")
}

fn is_kept(artifact: &Artifact, stem: &str) -> bool {
    let drawing = [".svg", ".laporan.json", ".bpmn", ".scxml", ".dot"]
        .iter()
        .any(|ending| artifact.suffix.ends_with(ending));
    std::str::from_utf8(&artifact.bytes).is_ok()
        && !artifact.suffix.ends_with(".pdf")
        && (!drawing || DRAWN.contains(&stem))
}

fn check(emitter: &Emitter, sample: &corpus::Sample, written: &mut BTreeSet<PathBuf>) {
    let once = (emitter.emit)(&sample.job()).unwrap();
    let again = (emitter.emit)(&sample.job()).unwrap();
    assert!(once == again, "{}: {} is not deterministic", sample.stem, emitter.name);
    for artifact in once.iter().filter(|artifact| is_kept(artifact, &sample.stem)) {
        let path = golden().join(format!("{}{}", sample.stem, artifact.suffix));
        expect_test::expect_file![&path].assert_eq(std::str::from_utf8(&artifact.bytes).unwrap());
        written.insert(path);
    }
}

#[test]
fn every_output_is_the_one_that_was_reviewed() {
    let mut written = BTreeSet::new();
    for sample in corpus::samples() {
        for emitter in sop::emit::ALL.iter().chain([&sop::emit::CERTIFICATE]) {
            // Pictures of dots take their time; `tests/png.rs` looks at some.
            if emitter.name != "png" {
                check(emitter, &sample, &mut written);
            }
        }
    }
    for entry in std::fs::read_dir(golden()).unwrap() {
        let path = entry.unwrap().path();
        assert!(written.contains(&path), "{} comes from no procedure", path.display());
    }
}
