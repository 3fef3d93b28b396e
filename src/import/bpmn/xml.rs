//! XML → elements. A file may come from anywhere: its size, its depth and the number of its elements are bounded, and a
//! document type, which is where entities are declared, is refused.

use crate::import::Refused;
use crate::text::{Arg, Text};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

/// A larger file is no diagram that a person drew.
const MOST_BYTES: usize = 16 * 1024 * 1024;
const MOST_ELEMENTS: usize = 300_000;
const DEEPEST: usize = 100;

static TOO_LARGE: Text = Text {
    id: "berkas ini lebih besar dari {paling} MiB; bagan yang digambar orang tidak pernah sebesar itu",
    en: "this file is larger than {paling} MiB, which no diagram that people draw is",
};
static TOO_MANY: Text = Text {
    id: "berkas ini memuat lebih dari {paling} unsur",
    en: "this file holds more than {paling} elements",
};
static TOO_DEEP: Text = Text {
    id: "unsur di berkas ini bersarang lebih dari {paling} lapis",
    en: "the elements of this file are nested more than {paling} deep",
};
static DOCTYPE: Text = Text {
    id: "berkas ini memuat DOCTYPE, yang dapat dipakai menyisipkan isi tersembunyi; BPMN tidak memerlukannya: hapus baris itu \
         atau simpan ulang dari penyunting BPMN",
    en: "this file holds a DOCTYPE, which can smuggle things in and which BPMN does not need: delete that line, or save the \
         file again from a BPMN editor",
};
static NOT_TEXT: Text = Text {
    id: "berkas ini bukan teks UTF-8; simpan ulang dengan pengodean UTF-8",
    en: "this file is not UTF-8 text; save it again as UTF-8",
};
static NOT_XML: Text = Text {
    id: "berkas ini bukan XML yang utuh (bita ke-{letak}): {sebab}",
    en: "this file is no complete XML (byte {letak}): {sebab}",
};
static UNKNOWN_ENTITY: Text = Text {
    id: "berkas ini memakai entitas `&{nama};` yang tidak dikenal XML",
    en: "this file uses an entity that XML does not know: `&{nama};`",
};

/// Which vocabulary an element belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// BPMN's model.
    Model,
    /// Its drawing.
    Drawing,
    /// Our own.
    Sop,
    /// An engine's, or anybody's.
    Other,
}

/// An element.
#[derive(Debug)]
pub(super) struct Element {
    pub space: Space,
    /// Without its prefix.
    pub name: String,
    /// With their prefixes.
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    /// All text directly in it.
    pub text: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The children of BPMN's model with this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |it| it.space == Space::Model && it.name == name)
    }

    pub fn first(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|it| it.space == Space::Model && it.name == name)
    }

    /// Our own elements with this name among the extensions.
    pub fn own<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.all("extensionElements")
            .flat_map(|it| &it.children)
            .filter(move |it| it.space == Space::Sop && it.name == name)
    }

    /// Children in our own vocabulary.
    pub fn inner<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |it| it.space == Space::Sop && it.name == name)
    }

    /// `documentation`, each on its lines.
    pub fn documentation(&self) -> Option<String> {
        let texts: Vec<&str> =
            self.all("documentation").map(|it| it.text.trim()).filter(|it| !it.is_empty()).collect();
        (!texts.is_empty()).then(|| texts.join("\n"))
    }
}

fn refused(text: &'static Text, args: Vec<(&'static str, Arg)>) -> Refused {
    Refused { text, args }
}

fn number(value: usize) -> Arg {
    Arg::from(value.to_string())
}

/// The outermost element.
///
/// Errors: no XML, or more of it than anybody draws.
pub(super) fn read(bytes: &[u8]) -> Result<Element, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(refused(&TOO_LARGE, vec![("paling", number(MOST_BYTES / 1024 / 1024))]));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| refused(&NOT_TEXT, vec![]))?;
    let text = text.trim_start_matches('\u{FEFF}');
    let mut reader = NsReader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut count = 0;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let broken = |error: &dyn std::fmt::Display| {
            refused(&NOT_XML, vec![("letak", number(at)), ("sebab", Arg::from(error.to_string()))])
        };
        let (space, event) = reader.read_resolved_event().map_err(|error| broken(&error))?;
        let space = vocabulary(&space);
        if matches!(event, Event::Start(_) | Event::Empty(_)) {
            count += 1;
            if count > MOST_ELEMENTS {
                return Err(refused(&TOO_MANY, vec![("paling", number(MOST_ELEMENTS))]));
            }
        }
        match event {
            Event::Start(start) => {
                if open.len() >= DEEPEST {
                    return Err(refused(&TOO_DEEP, vec![("paling", number(DEEPEST))]));
                }
                open.push(element(space, &start).map_err(|error| broken(&error))?);
            }
            Event::Empty(start) => {
                let element = element(space, &start).map_err(|error| broken(&error))?;
                close(element, &mut open, &mut root);
            }
            Event::End(_) => {
                if let Some(element) = open.pop() {
                    close(element, &mut open, &mut root);
                }
            }
            Event::Text(text) => push(&mut open, &text.xml10_content()),
            Event::CData(text) => push(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content().into_owned();
                let of_number = reference.resolve_char_ref().map_err(|error| broken(&error))?;
                match (of_number, predefined(&name)) {
                    (Some(c), _) => push(&mut open, c.encode_utf8(&mut [0; 4])),
                    (None, Some(known)) => push(&mut open, known),
                    (None, None) => return Err(refused(&UNKNOWN_ENTITY, vec![("nama", Arg::from(name))])),
                }
            }
            Event::DocType(_) => return Err(refused(&DOCTYPE, vec![])),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => break,
        }
    }
    match root {
        Some(root) if open.is_empty() => Ok(root),
        _ => {
            Err(refused(&NOT_XML, vec![("letak", number(text.len())), ("sebab", Arg::from("…".to_owned()))]))
        }
    }
}

fn vocabulary(space: &ResolveResult) -> Space {
    let ResolveResult::Bound(uri) = space else { return Space::Other };
    match uri.0 {
        "http://www.omg.org/spec/BPMN/20100524/MODEL" => Space::Model,
        "http://www.omg.org/spec/BPMN/20100524/DI"
        | "http://www.omg.org/spec/DD/20100524/DC"
        | "http://www.omg.org/spec/DD/20100524/DI" => Space::Drawing,
        "urn:sop:bpmn:1" => Space::Sop,
        _ => Space::Other,
    }
}

fn element(space: Space, start: &BytesStart) -> Result<Element, quick_xml::Error> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0)?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    let name = start.local_name().as_ref().to_owned();
    Ok(Element { space, name, attributes, children: Vec::new(), text: String::new() })
}

fn close(element: Element, open: &mut [Element], root: &mut Option<Element>) {
    match open.last_mut() {
        Some(parent) => parent.children.push(element),
        None => *root = root.take().or(Some(element)),
    }
}

fn push(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

/// The entities that need no declaration.
fn predefined(name: &str) -> Option<&'static str> {
    Some(match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "apos" => "'",
        "quot" => "\"",
        _ => return None,
    })
}
