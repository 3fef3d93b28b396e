//! The pictures of `docs/gallery.md` are what the program draws.
//!
//! `UPDATE_EXPECT=1 cargo test --test gallery` draws them anew; look at them.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/corpus.rs"]
mod corpus;

use sop::emit::forms::{files, format};
use sop::forms::Jenis;
use std::collections::BTreeSet;

/// The forms that are shown, by the procedure of `sops/` they belong to.
const FORMS: &[(&str, &[Jenis])] = &[
    (
        "monev",
        &[
            Jenis::LembarKendali,
            Jenis::Kartu,
            Jenis::Dokumen,
            Jenis::Monitoring,
            Jenis::Evaluasi,
            Jenis::Verifikasi,
            Jenis::Identifikasi,
            Jenis::Register,
        ],
    ),
    ("legalisasi-sktm", &[Jenis::LembarKendali, Jenis::Layanan]),
];

#[test]
fn every_picture_is_drawn_by_the_program_and_shown() {
    let folder = corpus::root().join("docs/gallery");
    let text = std::fs::read_to_string(corpus::root().join("docs/gallery.md")).unwrap();
    let names: BTreeSet<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut drawn: BTreeSet<String> = BTreeSet::new();
    for stem in names.iter().filter_map(|name| name.strip_suffix(".sop")) {
        let source = std::fs::read_to_string(folder.join(format!("{stem}.sop"))).unwrap();
        let sample = corpus::sample(stem, &source);
        assert!(!sample.options.standing.has_errors(), "{stem} has errors");
        for artifact in (corpus::emitter("svg").emit)(&sample.job()).unwrap() {
            let name = format!("{stem}{}", artifact.suffix);
            if text.contains(&format!("(gallery/{name})")) {
                let page = std::str::from_utf8(&artifact.bytes).unwrap();
                expect_test::expect_file![folder.join(&name)].assert_eq(page);
                drawn.insert(name);
            }
        }
    }
    for (stem, kinds) in FORMS {
        let source = std::fs::read_to_string(corpus::root().join(format!("sops/{stem}.sop"))).unwrap();
        let sample = corpus::sample(stem, &source);
        for jenis in *kinds {
            for artifact in files(*jenis, &sample.job(), format("svg").unwrap()).unwrap() {
                let name = format!("{stem}{}", artifact.suffix);
                if text.contains(&format!("(gallery/{name})")) {
                    let page = std::str::from_utf8(&artifact.bytes).unwrap();
                    expect_test::expect_file![folder.join(&name)].assert_eq(page);
                    drawn.insert(name);
                }
            }
        }
    }
    for name in names.iter().filter(|name| !name.ends_with(".sop")) {
        assert!(drawn.contains(name), "{name} is drawn from no source, or not shown");
    }
    for link in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        let path = corpus::root().join("docs").join(link);
        assert!(path.exists() || drawn.contains(link.trim_start_matches("gallery/")), "{link} is not there");
    }
}
