//! The `.sop` file inside the PDF: put in when the sheet is made, and got back years later, when the sheet is all that
//! an office still has.
//!
//! A PDF that passed through other hands (signed, stamped, saved anew, cut short) is read as far as its objects can be
//! found. What comes back is checked to be whole: a text with a hole is worse than none.

use super::file::File;
use crate::sorting;
use hayro_syntax::object::{Dict, MaybeRef, Object, Stream, String as Bytes};
use hayro_syntax::{Filter, LoadPdfError, Pdf};
use pdf_writer::types::AssociationKind;
use pdf_writer::{Date, Finish, Name, Ref, Str, TextStr};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How a source's name ends.
const ENDING: &str = ".sop";
/// How deep a list may lie in a list before we take the file for a hostile one.
const DEPTH: usize = 32;

/// A `.sop` file as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its name without folder: `usulan.sop`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Puts sources into a file, each under a name of its own; the names and what stands for them, in the order of names.
pub(super) fn attach(file: &mut File, sources: &[Source], date: Date) -> Vec<(String, Ref)> {
    let mut taken = BTreeSet::new();
    let mut attached = Vec::new();
    for source in sources {
        let stem = source.name.strip_suffix(ENDING).unwrap_or(&source.name);
        let further = (2..).map(|number| format!("{stem} ({number}){ENDING}"));
        let mut names = std::iter::once(format!("{stem}{ENDING}")).chain(further);
        let name = names.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default();
        let (specification, id, data) = (file.number(), file.number(), file.packed(&[&source.bytes]));
        let mut out = file.first(specification).file_spec(specification);
        out.path(Str(name.as_bytes())).unic_file(TextStr(&name));
        out.insert(Name(b"EF")).dict().pairs([(Name(b"F"), id), (Name(b"UF"), id)]);
        out.association_kind(AssociationKind::Source);
        out.description(TextStr("Naskah SOP ini; dikeluarkan kembali dengan `sop open`"));
        out.finish();
        let mut out = file.first(id).embedded_file(id, &data);
        out.filter(pdf_writer::Filter::FlateDecode);
        out.subtype(Name(b"text/plain"));
        out.params().size(source.bytes.len() as i32).modification_date(date);
        out.finish();
        attached.push((name, specification));
    }
    sorting::by(&mut attached, Ord::cmp);
    attached
}

/// Why no source came out of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// It is no PDF.
    NotPdf,
    /// It is a PDF without a `.sop` file in it.
    NoSource,
    /// Its objects, or those of the source, cannot be read, or the source is not whole.
    Damaged,
    /// It opens with a password only.
    Protected,
}

/// The sources in a PDF, at least one, each byte for byte as it was put in, in order of name.
pub fn sources(pdf: &[u8]) -> Result<Vec<Source>, Unopened> {
    // Mail and scanners put a few bytes before the beginning.
    if !pdf.windows(5).take(1024).any(|start| start == b"%PDF-") {
        return Err(Unopened::NotPdf);
    }
    let pdf = Pdf::new(Arc::new(pdf.to_vec())).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unopened::Protected,
        LoadPdfError::Invalid => Unopened::Damaged,
    })?;
    let mut found = Vec::new();
    for object in pdf.objects() {
        gather(&object, DEPTH, &mut found);
    }
    let mut seen = BTreeSet::new();
    let mut sources = Vec::new();
    for (name, stream) in found {
        let id = stream.obj_id();
        if seen.insert((id.obj_number, id.gen_number)) {
            sources.push(Source { name, bytes: whole(&stream).ok_or(Unopened::Damaged)? });
        }
    }
    sorting::by(&mut sources, |a, b| a.name.cmp(&b.name));
    if sources.is_empty() { Err(Unopened::NoSource) } else { Ok(sources) }
}

/// The sources that an object names. Programs that save a PDF anew move such names from an object of their own into
/// others: all are looked through.
fn gather<'a>(object: &Object<'a>, depth: usize, found: &mut Vec<(String, Stream<'a>)>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match object {
        Object::Dict(dict) => {
            found.extend(source_of(dict));
            for (_, value) in dict.entries() {
                if let MaybeRef::NotRef(value) = value {
                    gather(&value, depth, found);
                }
            }
        }
        Object::Array(array) => {
            for value in array.raw_iter() {
                if let MaybeRef::NotRef(value) = value {
                    gather(&value, depth, found);
                }
            }
        }
        _ => {}
    }
}

/// The source that a file specification stands for.
fn source_of<'a>(specification: &Dict<'a>) -> Option<(String, Stream<'a>)> {
    let files = specification.get::<Dict<'_>>("EF")?;
    let name = specification.get::<Bytes<'_>>("UF").or_else(|| specification.get::<Bytes<'_>>("F"))?;
    let name = text(name.as_bytes());
    // A name from outside never leads out of the folder that it is written into.
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    if name.len() <= ENDING.len() || !name.to_lowercase().ends_with(ENDING) || name.contains(char::is_control)
    {
        return None;
    }
    let stream = files.get::<Stream<'_>>("UF").or_else(|| files.get::<Stream<'_>>("F"))?;
    Some((name, stream))
}

/// A text string: UTF-16 where it says so, else a character a byte.
fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(pairs) => {
            let units = pairs.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        None => std::str::from_utf8(bytes)
            .map_or_else(|_| bytes.iter().map(|&byte| char::from(byte)).collect(), str::to_owned),
    }
}

/// The bytes of a file in the PDF, when its length, its checksum, or both say that they are all there and none denies it.
fn whole(stream: &Stream<'_>) -> Option<Vec<u8>> {
    let bytes = stream.decoded_data().ok()?.into_owned();
    let size = stream.dict().get::<Dict<'_>>("Params").and_then(|params| params.get::<i32>("Size"));
    let size = size.map(|size| usize::try_from(size) == Ok(bytes.len()));
    // Deflated data ends with a checksum; a line end may follow where a program counted it in.
    let deflated = stream.filters()[..] == [Filter::FlateDecode];
    let sum = deflated.then(|| {
        let (sum, raw) = (adler32(&bytes).to_be_bytes(), stream.raw_data());
        raw[raw.len().saturating_sub(sum.len() + 2)..].windows(sum.len()).any(|end| end == sum)
    });
    let says = [size, sum];
    (says.contains(&Some(true)) && !says.contains(&Some(false))).then_some(bytes)
}

/// The checksum at the end of a zlib stream (RFC 1950).
fn adler32(bytes: &[u8]) -> u32 {
    let add = |(low, high): (u32, u32), byte: &u8| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    };
    let (low, high) = bytes.iter().fold((1, 0), add);
    (high << 16) | low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_one_everybody_knows() {
        assert_eq!(adler32(b"Wikipedia"), 0x11E6_0398);
    }

    #[test]
    fn names_are_read_in_both_spellings_of_a_pdf() {
        assert_eq!(text(b"\xFE\xFF\0a\x20\x13"), "a–");
        assert_eq!(text(b"caf\xE9"), "café");
    }
}
