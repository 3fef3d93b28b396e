//! A PDF while it is written: objects get numbers, streams are compressed, small objects lie together.
//!
//! A tagged sheet is hundreds of tiny objects, one for each cell of its table; PDF 1.5 lets them lie together, compressed,
//! in object streams, with a compressed table of where everything is, which makes the file half as long. Archives allow
//! that (ISO 19005-2 and -3, 6.1). One compressor does it all: setting one up costs as much as a page.

use crate::paper::length::Len;
use flate2::{Compress, Compression, FlushCompress, Status};
use pdf_writer::writers::Destination;
use pdf_writer::{Chunk, Filter, Finish, Name, Obj, Rect, Ref, Settings, Str};
use std::fmt::Write as _;

/// A fifth longer than the next level, in half its time: 36 KB for the first procedure.
const LEVEL: Compression = Compression::new(1);
/// So many objects lie in one stream: a reader that wants one object unpacks them all.
const TOGETHER: usize = 400;
/// The second line holds bytes that no text has.
const HEAD: &[u8] = b"%PDF-1.7\n%\x80\x80\x80\x80\n";

/// Objects by number.
pub struct File {
    /// What comes first: however much of a file is cut off, what it was made from is lost last.
    first: Chunk,
    large: Chunk,
    small: Chunk,
    /// Where each small object begins.
    starts: Vec<(Ref, usize)>,
    places: Vec<Place>,
    deflate: Compress,
}

/// Where an object is, as the table of a PDF says it.
#[derive(Clone, Copy)]
enum Place {
    Free,
    /// From the beginning of what comes first.
    First(usize),
    /// From the beginning of what comes next.
    Next(usize),
    /// In an object stream, as its so-manieth object.
    In(Ref, usize),
}

impl File {
    pub fn new() -> File {
        let chunk = || Chunk::with_settings(Settings { pretty: false });
        File {
            first: chunk(),
            large: chunk(),
            small: chunk(),
            starts: Vec::new(),
            places: vec![Place::Free],
            deflate: Compress::new(LEVEL, true),
        }
    }

    /// Takes a number. Its object is to be written once.
    pub fn number(&mut self) -> Ref {
        self.places.push(Place::Free);
        let number = i32::try_from(self.places.len() - 1).expect("bug: more objects than a PDF can count");
        Ref::new(number)
    }

    /// Where a small object is written, which is no stream.
    pub fn object(&mut self, id: Ref) -> &mut Chunk {
        self.starts.push((id, self.small.len()));
        &mut self.small
    }

    /// Where a stream is written, or what is to be found without unpacking anything.
    pub fn stream(&mut self, id: Ref) -> &mut Chunk {
        self.places[id.get() as usize] = Place::Next(self.large.len());
        &mut self.large
    }

    /// The same, before all others.
    pub fn first(&mut self, id: Ref) -> &mut Chunk {
        self.places[id.get() as usize] = Place::First(self.first.len());
        &mut self.first
    }

    /// Writes a stream without further keys.
    pub fn plain(&mut self, id: Ref, data: &[u8]) {
        let data = self.packed(&[data]);
        self.stream(id).stream(id, &data).filter(Filter::FlateDecode);
    }

    /// The parts as one, compressed (`FlateDecode`).
    pub fn packed(&mut self, parts: &[&[u8]]) -> Vec<u8> {
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

    /// What was written so far, as a number that tells it from other files.
    pub fn fingerprint(&self) -> u128 {
        let mut hash = xxhash_rust::xxh3::Xxh3::new();
        for chunk in [&self.first, &self.small, &self.large] {
            hash.update(chunk.as_bytes());
        }
        hash.digest128()
    }

    /// The whole file. Its names are those of the document and of this state of it.
    pub fn finish(mut self, catalogue: Ref, info: Ref, names: [&str; 2]) -> Vec<u8> {
        let (small, starts) =
            (std::mem::replace(&mut self.small, Chunk::new()), std::mem::take(&mut self.starts));
        let ends = starts.iter().skip(1).map(|(_, start)| *start).chain([small.len()]);
        let object = |((id, start), end): (&(Ref, usize), usize)| (*id, body(&small.as_bytes()[*start..end]));
        let objects: Vec<_> = starts.iter().zip(ends).map(object).collect();
        for together in objects.chunks(TOGETHER) {
            let container = self.number();
            let (mut index, mut bodies) = (String::new(), Vec::new());
            for (at, (id, body)) in together.iter().enumerate() {
                let _ = write!(index, "{} {} ", id.get(), bodies.len());
                bodies.extend_from_slice(body);
                bodies.push(b'\n');
                self.places[id.get() as usize] = Place::In(container, at);
            }
            let data = self.packed(&[index.as_bytes(), &bodies]);
            let mut stream = self.first(container).stream(container, &data);
            stream.filter(Filter::FlateDecode).pair(Name(b"Type"), Name(b"ObjStm"));
            stream.pair(Name(b"N"), together.len() as i32).pair(Name(b"First"), index.len() as i32);
        }
        let table = self.number();
        let at_table = self.large.len();
        self.places[table.get() as usize] = Place::Next(at_table);
        let (after_head, after_first) = (HEAD.len(), HEAD.len() + self.first.len());
        let entries: Vec<u8> =
            self.places.iter().flat_map(|place| place.entry(after_head, after_first)).collect();
        let data = self.packed(&[&entries]);
        let mut stream = self.large.stream(table, &data);
        stream.filter(Filter::FlateDecode).pair(Name(b"Type"), Name(b"XRef"));
        stream.pair(Name(b"Size"), self.places.len() as i32);
        stream.insert(Name(b"W")).array().items([1, 4, 2]);
        stream.pair(Name(b"Root"), catalogue).pair(Name(b"Info"), info);
        stream.insert(Name(b"ID")).array().items(names.map(|name| Str(name.as_bytes())));
        stream.finish();
        let mut out = [HEAD, self.first.as_bytes(), self.large.as_bytes()].concat();
        out.extend_from_slice(format!("startxref\n{}\n%%EOF", after_first + at_table).as_bytes());
        out
    }
}

/// What stands between `N 0 obj` and `endobj`.
fn body(object: &[u8]) -> &[u8] {
    let begin = memchr::memchr(b'\n', object).expect("bug: an object without its number");
    object[begin + 1..].strip_suffix(b"\nendobj\n").expect("bug: an object without its end")
}

impl Place {
    fn entry(self, after_head: usize, after_first: usize) -> [u8; 7] {
        let (kind, first, second) = match self {
            Place::Free => (0, 0, usize::from(u16::MAX)),
            Place::First(offset) => (1, after_head + offset, 0),
            Place::Next(offset) => (1, after_first + offset, 0),
            Place::In(container, at) => (2, container.get() as usize, at),
        };
        let fits = "bug: a PDF longer than its table can say";
        let [a, b, c, d] = u32::try_from(first).expect(fits).to_be_bytes();
        let [e, f] = u16::try_from(second).expect(fits).to_be_bytes();
        [kind, a, b, c, d, e, f]
    }
}

/// A page in the file.
#[derive(Clone, Copy)]
pub struct Sheet {
    pub id: Ref,
    height: i32,
}

impl Sheet {
    pub fn new(id: Ref, height: Len) -> Sheet {
        Sheet { id, height: height.to_hundredths_pt() }
    }

    /// A box on it, from its upper left corner, as a PDF has it.
    pub fn rect(&self, (left, top): (Len, Len), (right, bottom): (Len, Len)) -> Rect {
        Rect::new(left.to_pt(), self.up(bottom), right.to_pt(), self.up(top))
    }

    /// A way to this height on it.
    pub fn write_destination(&self, top: Len, to: Obj<'_>) {
        to.start::<Destination<'_>>().page(self.id).xyz(0.0, self.up(top), None);
    }

    fn up(&self, down: Len) -> f32 {
        (f64::from(self.height - down.to_hundredths_pt()) / 100.0) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_object_is_found_again() {
        let mut file = File::new();
        let [catalogue, pages, info, long, source] = [(); 5].map(|()| file.number());
        file.object(pages).pages(pages).kids([]).count(0);
        file.object(info).indirect(info).dict();
        file.plain(long, &[b'x'; 1000]);
        file.first(catalogue)
            .indirect(catalogue)
            .dict()
            .pair(Name(b"Type"), Name(b"Catalog"))
            .pair(Name(b"Pages"), pages);
        file.first(source).stream(source, b"1. Staf: Menyusun");
        for _ in 0..2 * TOGETHER {
            let id = file.number();
            file.object(id).indirect(id).primitive(id.get());
        }
        let pdf = file.finish(catalogue, info, ["a", "b"]);
        let pdf = hayro_syntax::Pdf::new(std::sync::Arc::new(pdf)).expect("it is a PDF");
        // Those above, three object streams and the table.
        assert_eq!(pdf.objects().into_iter().count(), 5 + 2 * TOGETHER + 4);
        assert_eq!(pdf.pages().len(), 0);
    }
}
