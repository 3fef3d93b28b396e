//! Makes a finished PDF half as long. A tagged sheet is hundreds of tiny objects, one for each cell of its table; PDF 1.5
//! lets them lie together, compressed, in object streams, with a compressed table of where everything is.
//!
//! Archives allow that (ISO 19005-2 and -3, 6.1); the streams are written with the line ends that they insist on. What
//! krilla leaves as it is, the pages' content above all, is compressed here too: setting up a compressor costs as much as
//! a page, so one does it all.

use super::file::{File, Objects, plain_stream};
use flate2::{Compress, Compression, FlushCompress, Status};
use std::borrow::Cow;
use std::fmt::Write as _;

/// A fifth longer than the next level, in half its time: 36 KB for the first procedure.
const LEVEL: Compression = Compression::new(1);

/// So many objects lie in one stream: a reader that wants one object unpacks them all.
const TOGETHER: usize = 400;

/// Objects that stay as they are and come first: the catalogue, and the source with its name. However much of a file is
/// cut off, what it was made from is lost last.
const FIRST: [&[u8]; 3] = [b"/Type/Catalog/", b"/Type/Filespec/", b"/Type/EmbeddedFile/"];

/// Where an object is, as the table of a PDF says it.
#[derive(Clone, Copy)]
enum Place {
    Free,
    /// From the beginning of the file.
    At(usize),
    /// In an object stream, as its so-manieth object.
    In(usize, usize),
}

/// The file with its new and changed objects, half as long; `None` where it is not built as expected.
pub fn pack(file: &File<'_>, changed: &Objects) -> Option<Vec<u8>> {
    let mut out = Writer::new(Vec::with_capacity(1 << 16));
    out.bytes.extend_from_slice(file.head());
    let mut places = vec![Place::Free; file.next(changed)];
    let (mut small, mut large) = (Vec::new(), Vec::new());
    for (number, place) in places.iter_mut().enumerate().skip(1) {
        let body = changed.get(&number).map_or_else(|| file.body(number), |body| Some(body.as_slice()))?;
        if comes_first(body) {
            *place = Place::At(out.bytes.len());
            out.object(number, &without_suspects(body));
        } else if body.ends_with(b"endstream") {
            large.push((number, body));
        } else {
            small.push((number, body));
        }
    }
    for together in small.chunks(TOGETHER) {
        let container = places.len();
        let (mut index, mut bodies) = (String::new(), Vec::new());
        for (at, (number, body)) in together.iter().enumerate() {
            let _ = write!(index, "{number} {} ", bodies.len());
            bodies.extend_from_slice(body);
            bodies.push(b'\n');
            places[*number] = Place::In(container, at);
        }
        places.push(Place::At(out.bytes.len()));
        let keys = format!("/Type/ObjStm/N {}/First {}", together.len(), index.len());
        out.stream(container, &keys, &[index.as_bytes(), &bodies]);
    }
    for (number, body) in large {
        places[number] = Place::At(out.bytes.len());
        out.object(number, body);
    }

    let (table, start) = (places.len(), out.bytes.len());
    places.push(Place::At(start));
    let entries: Vec<u8> = places.iter().flat_map(|place| place.entry()).collect();
    let keys = format!("/Type/XRef/Size {}/W[1 4 2]{}", places.len(), file.trailer);
    out.stream(table, &keys, &[&entries]);
    out.bytes.extend_from_slice(format!("startxref\n{start}\n%%EOF").as_bytes());
    Some(out.bytes)
}

/// Whether an object is one of [`FIRST`], which say so soon.
fn comes_first(body: &[u8]) -> bool {
    let head = &body[..body.len().min(64)];
    memchr::memchr_iter(b'/', head).any(|at| FIRST.iter().any(|kind| head[at..].starts_with(kind)))
}

/// The catalogue without what it says by saying nothing (ISO 32000-1, table 321): poppler takes the word for an error.
fn without_suspects(body: &[u8]) -> Cow<'_, [u8]> {
    const WORDS: &[u8] = b"/Suspects false";
    let in_catalogue = memchr::memmem::find(body, FIRST[0]).is_some();
    match memchr::memmem::find(body, WORDS).filter(|_| in_catalogue) {
        Some(at) => [&body[..at], &body[at + WORDS.len()..]].concat().into(),
        None => body.into(),
    }
}

impl Place {
    fn entry(self) -> [u8; 7] {
        let (kind, first, second) = match self {
            Place::Free => (0, 0, usize::from(u16::MAX)),
            Place::At(offset) => (1, offset, 0),
            Place::In(container, at) => (2, container, at),
        };
        let fits = "bug: a PDF longer than its table can say";
        let [a, b, c, d] = u32::try_from(first).expect(fits).to_be_bytes();
        let [e, f] = u16::try_from(second).expect(fits).to_be_bytes();
        [kind, a, b, c, d, e, f]
    }
}

struct Writer {
    bytes: Vec<u8>,
    deflate: Compress,
}

impl Writer {
    fn new(bytes: Vec<u8>) -> Writer {
        Writer { bytes, deflate: Compress::new(LEVEL, true) }
    }

    /// An object as it is; a stream that nobody compressed is compressed, unless it is what catalogues read.
    fn object(&mut self, number: usize, body: &[u8]) {
        match plain_stream(body) {
            Some((keys, data)) if !keys.contains("/Type/Metadata") => {
                self.stream(number, keys, &[data]);
                return;
            }
            _ => {}
        }
        self.bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        self.bytes.extend_from_slice(body);
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    fn stream(&mut self, number: usize, keys: &str, data: &[&[u8]]) {
        let data = self.deflated(data);
        let head = format!("{number} 0 obj\n<<{keys}/Length {}/Filter/FlateDecode>>\nstream\n", data.len());
        self.bytes.extend_from_slice(head.as_bytes());
        self.bytes.extend_from_slice(&data);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    fn deflated(&mut self, parts: &[&[u8]]) -> Vec<u8> {
        self.deflate.reset();
        let whole: usize = parts.iter().map(|part| part.len()).sum();
        // What cannot be made shorter becomes longer by an eighth at most.
        let mut out = Vec::with_capacity(whole + whole / 8 + 64);
        let mut status = Ok(Status::Ok);
        for (at, part) in parts.iter().enumerate() {
            let last = at + 1 == parts.len();
            let flush = if last { FlushCompress::Finish } else { FlushCompress::None };
            status = self.deflate.compress_vec(part, &mut out, flush);
        }
        let done = matches!(status, Ok(Status::StreamEnd)) && self.deflate.total_in() == whole as u64;
        assert!(done, "bug: data are not compressed whole");
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: &[u8] = b"%PDF-1.7\n\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\n2 0 obj\n<</Type/Pages\
        /Kids[]/Count 0>>\nendobj\n\nxref\n0 3\n0000000000 65535 f\r\n0000000010 00000 n\r\n0000000056 00000 n\r\n\
        trailer\n<</Size 3/Root 1 0 R>>\nstartxref\n103\n%%EOF";

    #[test]
    fn every_object_is_found_again() {
        let file = File::read(SHORT).expect("it is built as expected");
        let packed = pack(&file, &Objects::new()).expect("its objects are, too");
        let pdf = hayro_syntax::Pdf::new(std::sync::Arc::new(packed)).expect("it is a PDF");
        assert_eq!(pdf.objects().into_iter().count(), 4);
        assert_eq!(pdf.pages().len(), 0);
    }

    #[test]
    fn a_catalogue_does_not_say_that_it_is_not_suspect() {
        let catalogue = b"<</Type/Catalog/MarkInfo<</Marked true/Suspects false>>>>";
        assert_eq!(&*without_suspects(catalogue), b"<</Type/Catalog/MarkInfo<</Marked true>>>>");
        let other = &catalogue[16..];
        assert_eq!(&*without_suspects(other), other);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        // Behind the number of the last line nothing is missed.
        for cut in 0..SHORT.len() - "\n%%EOF".len() {
            assert!(File::read(&SHORT[..cut]).is_none(), "{cut}");
        }
        assert!(File::read(&[b"  ", SHORT].concat()).is_none());
    }
}
