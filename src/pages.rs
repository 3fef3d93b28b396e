//! The pages of the rules. They are packed by `build.rs`, and unpacked when the first is asked for.

use std::io::Read;
use std::sync::LazyLock;

/// All pages, each with a NUL behind it.
static ALL: LazyLock<String> = LazyLock::new(|| {
    let mut text = String::new();
    let packed: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pages.z"));
    flate2::read::ZlibDecoder::new(packed).read_to_string(&mut text).expect("bug: our own pages are damaged");
    text
});

/// The page of the rule with exactly this code.
pub fn of(code: &str) -> Option<&'static str> {
    let title = format!("# `{code}` ");
    ALL.split('\0').find(|page| page.starts_with(&title))
}
