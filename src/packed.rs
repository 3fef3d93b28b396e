//! Texts that few runs show: pages of rules, templates. They are packed by `build.rs`, and unpacked when the first of their
//! kind is asked for.

use std::io::Read;
use std::sync::LazyLock;

static PAGES: LazyLock<String> =
    LazyLock::new(|| unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/pages.z"))));
static TEMPLATES: LazyLock<String> =
    LazyLock::new(|| unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/templates.z"))));

/// The page of the rule with exactly this code.
pub fn page(code: &str) -> Option<&'static str> {
    find(&PAGES, code)
}

/// The template of exactly this name, which is that of its file without `.j2`.
pub fn template(name: &str) -> Option<&'static str> {
    find(&TEMPLATES, name)
}

fn unpacked(packed: &[u8]) -> String {
    let mut text = String::new();
    flate2::read::ZlibDecoder::new(packed).read_to_string(&mut text).expect("bug: our own texts are damaged");
    text
}

/// In turn a name and its text, each with a NUL behind it.
fn find<'t>(all: &'t str, name: &str) -> Option<&'t str> {
    let mut parts = all.split('\0');
    while let (Some(known), Some(text)) = (parts.next(), parts.next()) {
        if known == name {
            return Some(text);
        }
    }
    None
}
