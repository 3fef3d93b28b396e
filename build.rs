//! Packs texts that few runs of the program show: 400 KB of pages of rules, 90 KB of templates (`src/packed.rs`).
#![allow(clippy::disallowed_methods, reason = "a build script reads files")]

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    pack("docs/rules", "md", "pages.z");
    pack("templates", "j2", "templates.z");
}

/// Every file of a folder with such an ending: its name without that, a NUL, its text, and a NUL.
fn pack(folder: &str, ending: &str, packed: &str) {
    println!("cargo::rerun-if-changed={folder}");
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.expect("the folder can be listed").path()).collect();
    files.retain(|file| file.extension().is_some_and(|it| it == ending));
    files.sort();
    let mut out = ZlibEncoder::new(Vec::new(), Compression::best());
    for file in files {
        let text = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let name = file.file_stem().expect("a file has a name").as_encoded_bytes();
        [name, b"\0", &text, b"\0"].iter().for_each(|part| out.write_all(part).expect("memory takes it"));
    }
    let to = env::var_os("OUT_DIR").expect("cargo names the folder");
    let bytes = out.finish().expect("memory takes it");
    fs::write(Path::new(&to).join(packed), bytes).expect("the packed texts can be written");
}
