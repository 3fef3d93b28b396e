//! Packs the pages of the rules: 400 KB of text that few runs of the program show (`src/pages.rs`).
#![allow(clippy::disallowed_methods, reason = "a build script reads files")]

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=docs/rules");
    let mut pages: Vec<_> = fs::read_dir("docs/rules")
        .expect("docs/rules can be read")
        .map(|entry| entry.expect("docs/rules can be listed").path())
        .filter(|path| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"SOP")))
        .collect();
    pages.sort();
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    for page in pages {
        let text = fs::read(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
        packed.write_all(&text).and_then(|()| packed.write_all(b"\0")).expect("memory takes what is written");
    }
    let folder = env::var_os("OUT_DIR").expect("cargo names the folder");
    let packed = packed.finish().expect("memory takes what is written");
    fs::write(Path::new(&folder).join("pages.z"), packed).expect("the packed pages can be written");
}
