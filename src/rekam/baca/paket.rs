//! A workbook is a package of XML files. Nothing that a file claims of itself is believed, and none costs more than its
//! bytes.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;
use std::collections::BTreeMap;
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
    /// Bytes of all that are read, as often as they are.
    pub all: u64,
    /// Cells of all sheets, empty ones counted.
    pub cells: usize,
    /// Bytes of text in cells that share their text.
    pub text: usize,
}

pub(super) const MOST: Most =
    Most { parts: 2_000, part: 64 << 20, all: 128 << 20, cells: 2_000_000, text: 64 << 20 };

/// The files of the package.
pub(super) struct Package<'b> {
    files: zip::ZipArchive<Cursor<&'b [u8]>>,
    part: u64,
    left: u64,
}

/// By its own name, of what kind a file is and where it lies.
pub(super) type Links = BTreeMap<String, (String, String)>;

impl Package<'_> {
    pub fn open<'b>(bytes: &'b [u8], most: &Most) -> Result<Package<'b>, Fault> {
        let files = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Broken)?;
        if files.len() > most.parts {
            return Err(Fault::Large);
        }
        Ok(Package { files, part: most.part, left: most.all })
    }

    /// A file, by its name in any case; `None` where there is none.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let same = |(a, b): (&u8, u8)| a.eq_ignore_ascii_case(&b) || (*a == b'\\' && b == b'/');
        let mut names = self.files.file_names_raw();
        let at = names.position(|it| it.len() == name.len() && it.iter().zip(name.bytes()).all(same));
        drop(names);
        let Some(at) = at else { return Ok(None) };
        let file = self.files.by_index(at).map_err(|_| Fault::Broken)?;
        let size = file.size();
        if size > self.part {
            return Err(Fault::Large);
        }
        self.left = self.left.checked_sub(size).ok_or(Fault::Large)?;
        let mut text = String::new();
        // More than it claims to have is an error of the package.
        match file.take(size + 1).read_to_string(&mut text) {
            Ok(read) if read as u64 == size => Ok(Some(text)),
            Ok(_) | Err(_) => Err(Fault::Broken),
        }
    }

    pub fn links(&mut self, folder: &str, name: &str) -> Result<Links, Fault> {
        let text = self.text(name)?.ok_or(Fault::Broken)?;
        let (mut pieces, mut links) = (Pieces::of(&text), Links::new());
        while let Some(piece) = pieces.next()? {
            let Piece::Open(start) = piece else { continue };
            if let Some(((id, kind), target)) =
                attribute(&start, "Id").zip(attribute(&start, "Type")).zip(attribute(&start, "Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let path =
                    target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
                links.insert(id, (kind, path));
            }
        }
        Ok(links)
    }
}

/// An XML file, piece by piece.
pub(super) struct Pieces<'t>(Reader<&'t [u8]>);

pub(super) enum Piece<'t> {
    Open(BytesStart<'t>),
    Text(Cow<'t, str>),
    /// The name without its prefix.
    Close(String),
}

impl<'t> Pieces<'t> {
    pub fn of(text: &'t str) -> Pieces<'t> {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        Pieces(reader)
    }

    pub fn next(&mut self) -> Result<Option<Piece<'t>>, Fault> {
        loop {
            return Ok(Some(match self.0.read_event().map_err(|_| Fault::Broken)? {
                Event::Start(start) => Piece::Open(start),
                Event::End(end) => Piece::Close(end.local_name().as_ref().to_owned()),
                Event::Text(text) => Piece::Text(text.xml10_content()),
                Event::CData(text) => Piece::Text(text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let named = quick_xml::escape::resolve_predefined_entity(&reference.xml10_content());
                    let letter = reference.resolve_char_ref().map_err(|_| Fault::Broken)?;
                    let text = named.map(str::to_owned).or(letter.map(String::from));
                    Piece::Text(text.ok_or(Fault::Broken)?.into())
                }
                Event::DocType(_) => return Err(Fault::Broken),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => continue,
            }));
        }
    }

    /// The text up to the end of an element: its parts put together, without what says how to pronounce it.
    pub fn text(&mut self, end: &str) -> Result<String, Fault> {
        let (mut out, mut part, mut spoken) = (String::new(), None, false);
        while let Some(piece) = self.next()? {
            match piece {
                Piece::Open(start) => match start.local_name().as_ref() {
                    "t" if !spoken => {
                        let kept = attribute(&start, "space").is_some_and(|it| it == "preserve");
                        part = Some((String::new(), kept));
                    }
                    "rPh" => spoken = true,
                    _ => {}
                },
                Piece::Text(words) => part.iter_mut().for_each(|(part, _)| part.push_str(&words)),
                Piece::Close(name) if name == end => return Ok(out),
                Piece::Close(name) => {
                    spoken &= name != "rPh";
                    if let Some((part, kept)) = part.take_if(|_| name == "t") {
                        let blank = [' ', '\t', '\r', '\n'];
                        out.push_str(&unescaped(if kept { &part } else { part.trim_matches(blank) }));
                    }
                }
            }
        }
        Err(Fault::Broken)
    }
}

/// An attribute by its name without prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found =
        start.attributes().with_checks(false).flatten().find(|it| it.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// Letters that XML cannot hold are written as `_x000D_`.
pub(super) fn unescaped(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find("_x") {
        let code = rest[at..].get(2..7).and_then(|it| it.strip_suffix('_'));
        let code = code.and_then(|it| u32::from_str_radix(it, 16).ok());
        out.push_str(&rest[..at]);
        match code {
            Some(code) => out.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)),
            None => out.push_str("_x"),
        }
        rest = &rest[at + if code.is_some() { 7 } else { 2 }..];
    }
    out + rest
}
