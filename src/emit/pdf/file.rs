//! Our own PDF between its library and the packer: objects are read, changed and added.
//!
//! Only our own files are read here, whose objects are plain text in the order of their numbers.

use std::collections::BTreeMap;

/// A PDF as its library writes it.
pub struct File<'a> {
    bytes: &'a [u8],
    /// Where each object begins; that of the number 0, which is none, is where the first does.
    offsets: Vec<usize>,
    /// Where the table of the objects begins.
    start: usize,
    /// The entries of the trailer but for its size.
    pub trailer: &'a str,
    pub root: usize,
}

/// New objects and new versions of old ones, by number.
pub type Objects = BTreeMap<usize, Vec<u8>>;

impl<'a> File<'a> {
    pub fn read(bytes: &'a [u8]) -> Option<File<'a>> {
        let tail = text(&bytes[bytes.len().saturating_sub(1024)..]);
        let start: usize = between(tail, "startxref\n", "\n")?.trim().parse().ok()?;
        let trailer = between(tail, "trailer\n<</Size ", ">>\nstartxref")?;
        let trailer = trailer.trim_start_matches(|c: char| c.is_ascii_digit());
        let root: usize = between(trailer, "/Root ", " 0 R")?.parse().ok()?;
        let table = bytes.get(start..)?.strip_prefix(b"xref\n0 ")?;
        let head = memchr::memchr(b'\n', table)?;
        let size: usize = text(&table[..head]).trim().parse().ok()?;
        // Twenty bytes an entry.
        let entries = table.get(head + 1..head + 1 + size * 20)?.chunks_exact(20);
        let offset = |entry: &[u8]| text(entry).strip_suffix(" 00000 n\r\n")?.parse::<usize>().ok();
        let mut offsets = vec![0];
        offsets.extend(entries.skip(1).map(offset).collect::<Option<Vec<_>>>()?);
        offsets[0] = *offsets.get(1)?;
        let ordered = offsets.is_sorted() && offsets.last().is_some_and(|last| *last <= start);
        ordered.then_some(File { bytes, offsets, start, trailer, root })
    }

    /// What comes before the objects.
    pub fn head(&self) -> &'a [u8] {
        &self.bytes[..self.offsets[0]]
    }

    /// What stands between `N 0 obj` and `endobj`.
    pub fn body(&self, number: usize) -> Option<&'a [u8]> {
        let end = self.offsets.get(number + 1).copied().unwrap_or(self.start);
        let object = &self.bytes[*self.offsets.get(number)?..end];
        let digits = object.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let named = text(&object[..digits]).parse() == Ok(number);
        let body = object[digits..].strip_prefix(b" 0 obj").filter(|_| named)?;
        Some(body.trim_ascii().strip_suffix(b"endobj")?.trim_ascii_end())
    }

    /// An object without a stream.
    pub fn object(&self, number: usize) -> Option<&'a str> {
        std::str::from_utf8(self.body(number)?).ok()
    }

    /// The data of a stream that nobody compressed.
    pub fn stream(&self, number: usize) -> Option<&'a [u8]> {
        Some(plain_stream(self.body(number)?)?.1)
    }

    /// One more than the last number.
    pub fn size(&self) -> usize {
        self.offsets.len()
    }

    /// The number of the next new object.
    pub fn next(&self, objects: &Objects) -> usize {
        objects.keys().next_back().map_or(self.size(), |last| self.size().max(last + 1))
    }
}

/// Keys but for the length, and data, of a stream that nobody compressed.
pub fn plain_stream(body: &[u8]) -> Option<(&str, &[u8])> {
    const BEGIN: &[u8] = b">>\nstream\n";
    let at = memchr::memmem::find(body, BEGIN)?;
    let keys = std::str::from_utf8(&body[..at]).ok()?.strip_prefix("<</Length ")?;
    let digits = keys.find(|c: char| !c.is_ascii_digit()).unwrap_or(keys.len());
    let (length, keys) = keys.split_at(digits);
    let data = body[at + BEGIN.len()..].get(..length.parse().ok()?)?;
    (!keys.contains("/Filter")).then_some((keys, data))
}

/// A stream that the packer compresses.
pub fn stream(keys: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<</Length {}{keys}>>\nstream\n", data.len()).into_bytes();
    out.extend_from_slice(data);
    out.extend_from_slice(b"\nendstream");
    out
}

/// What the bytes say up to the first that says nothing.
fn text(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    }
}

/// What stands between two words.
pub fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let from = text.find(before)? + before.len();
    let to = from + text[from..].find(after)?;
    Some(&text[from..to])
}

/// The objects that a list names.
pub fn numbers(list: &str) -> Vec<usize> {
    list.split(" 0 R").filter_map(|number| number.trim().parse().ok()).collect()
}
