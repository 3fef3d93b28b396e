//! What a workbook says of itself, before the reader of workbooks takes its word: that reader makes room for as many
//! texts as a file claims to have, copies fonts for every format of a cell, and counts on with addresses of any length.

use std::io::{Cursor, Read};

/// What is wrong with a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Broken,
    Large,
}

/// What a workbook may hold. Beyond, a file is no office's, or means harm.
#[derive(Clone, Copy)]
pub(super) struct Most {
    /// Files in the package.
    pub parts: usize,
    /// Bytes of one of them, unpacked.
    pub part: u64,
    /// Bytes of all; and of the largest for every sheet.
    pub all: u64,
    /// Cells of all sheets, empty ones counted.
    pub cells: usize,
    /// Bytes of text in cells that share their text.
    pub text: usize,
    /// Texts that cells share, as the file claims.
    pub shared: u64,
    /// Bytes of the formats of cells.
    pub styles: u64,
    /// Formats of cells: the number that Excel allows.
    pub formats: usize,
    /// Bytes of a tag or text in them: longer than any name of a font.
    pub name: usize,
}

pub(super) const MOST: Most = Most {
    parts: 2_000,
    part: 64 << 20,
    all: 128 << 20,
    cells: 2_000_000,
    text: 64 << 20,
    shared: 1_000_000,
    styles: 4 << 20,
    formats: 65_536,
    name: 2_048,
};

/// Looks at every part, and at the numbers in it that would be believed. Returns the bytes of the largest part.
pub(super) fn check(bytes: &[u8], most: &Most) -> Result<u64, Fault> {
    let mut packed = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Broken)?;
    if packed.len() > most.parts {
        return Err(Fault::Large);
    }
    let (mut all, mut largest) = (0u64, 0);
    for at in 0..packed.len() {
        let mut part = packed.by_index(at).map_err(|_| Fault::Broken)?;
        all = all.saturating_add(part.size());
        largest = largest.max(part.size());
        if part.size() > most.part || all > most.all {
            return Err(Fault::Large);
        }
        let name = String::from_utf8_lossy(part.name_raw()).to_lowercase();
        let mut text = Vec::new();
        // More than it claims to have is an error of the archive.
        part.read_to_end(&mut text).map_err(|_| Fault::Broken)?;
        // In UTF-16 every other byte of a tag is zero.
        text.retain(|byte| *byte != 0);
        let fits = if name.ends_with("styles.xml") {
            styles_fit(&text, most)
        } else if name.ends_with("sharedstrings.xml") {
            claimed(&text) <= most.shared
        } else {
            true
        };
        if !fits {
            return Err(Fault::Large);
        }
        let sheet = ["sheetData", "dimension"];
        let is_sheet = || sheet.iter().any(|tag| memchr::memmem::find(&text, tag.as_bytes()).is_some());
        if is_sheet() && !addresses_fit(&text) {
            return Err(Fault::Broken);
        }
    }
    Ok(largest)
}

fn styles_fit(text: &[u8], most: &Most) -> bool {
    let tags = || text.split(|byte| *byte == b'<');
    let formats = tags().filter(|tag| {
        let name = tag.split(|byte| matches!(byte, b' ' | b'>' | b'/')).next().unwrap_or_default();
        name.rsplit(|byte| *byte == b':').next() == Some(b"xf")
    });
    text.len() as u64 <= most.styles
        && tags().all(|tag| tag.len() <= most.name)
        && formats.count() <= most.formats
}

/// Whether the addresses of a sheet's rows and cells are no longer than the last one that there is, `XFD1048576`, and of
/// a range the second is not before the first.
fn addresses_fit(text: &[u8]) -> bool {
    memchr::memchr_iter(b'=', text).all(|at| {
        let name = text[..at].trim_ascii_end();
        let name = name.strip_suffix(b"ef").filter(|name| name.ends_with(b"r")).unwrap_or(name);
        let [.., before, b'r'] = name else { return true };
        let value = text[at + 1..].trim_ascii_start();
        // Without a mark of quotation it is no attribute.
        let Some(value) = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")) else { return true };
        // Two addresses at most, of a range.
        let value = value[..value.len().min(24)].split(|byte| matches!(byte, b'"' | b'\'')).next();
        let mut last = Some((0, 0));
        !before.is_ascii_whitespace()
            || value.unwrap_or_default().split(|byte| *byte == b':').all(|part| {
                let next = address(part);
                let follows = |(row, column)| next.is_some_and(|next| row <= next.0 && column <= next.1);
                std::mem::replace(&mut last, next).is_some_and(follows)
            })
    })
}

/// Row and column of an address, 0 where it has none; `None` where it is longer than any.
fn address(text: &[u8]) -> Option<(u32, u32)> {
    let (letters, rest) = text.split_at(text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count());
    let digits = &rest[..rest.iter().take_while(|byte| byte.is_ascii_digit()).count()];
    if letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let column =
        letters.iter().fold(0, |sum, byte| sum * 26 + u32::from(byte.to_ascii_uppercase() - b'A' + 1));
    let row = digits.iter().fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0'));
    Some((row, column))
}

/// The largest number that is said to be that of the texts.
fn claimed(text: &[u8]) -> u64 {
    const WORD: &[u8] = b"uniqueCount";
    let mut most = 0;
    for at in memchr::memmem::find_iter(text, WORD) {
        let number = text[at + WORD.len()..].iter();
        let number = number
            .skip_while(|byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\'' | b'+'));
        let digits = number.take_while(|byte| byte.is_ascii_digit());
        most = most.max(
            digits.fold(0u64, |sum, digit| sum.saturating_mul(10).saturating_add(u64::from(digit - b'0'))),
        );
    }
    most
}
