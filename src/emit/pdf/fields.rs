//! Places to fill in → form fields that a PDF reader offers.
//!
//! The library that writes our PDFs knows no form fields. They are put into the file that it wrote, before it is packed:
//! the objects that must name them (pages, the tags around them, the catalogue) change, the others stay as they are.

use super::file::{File, Objects, between, numbers, stream};
use crate::layout::font::{self, Face, UNITS_PER_EM};
use crate::layout::scene::FillMark;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use krilla::geom::Rect;
use krilla::tagging::TagId;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

/// A place to fill in, as it was drawn.
#[derive(Debug)]
pub struct Place {
    /// From 0.
    pub page: usize,
    /// In points, from the upper left corner.
    pub area: Rect,
    pub mark: FillMark,
}

/// How the tag around a place is found again.
pub fn id(number: usize) -> TagId {
    number.to_string().into_bytes().into()
}

/// Type of what is filled in.
const SIZE: u8 = 7;

/// Adds the form fields to what changes in a file, whose pages are so many points high; `None` where it is not as its
/// library writes it.
pub fn add(file: &File<'_>, heights: &[f32], places: Vec<Place>, objects: &mut Objects) -> Option<()> {
    if places.is_empty() {
        return Some(());
    }
    let catalog = file.object(file.root)?;
    let tree: usize = between(catalog, "/StructTreeRoot ", " 0 R")?.parse().ok()?;
    let structure = file.object(tree)?;
    let mut key: usize = between(structure, "/ParentTreeNextKey ", ">>")?.trim().parse().ok()?;
    let kids: usize = between(catalog, "/Pages ", " 0 R")?.parse().ok()?;
    let sheets = numbers(between(file.object(kids)?, "/Kids[", "]")?);
    let tags = tags(file);

    let mut next = file.next(objects);
    let mut take = || {
        next += 1;
        next - 1
    };
    let font = font(objects, &mut take);
    let (on, off, empty) = (take(), take(), take());
    let box_size = places.iter().find(|place| place.mark.tick).map_or(9.0, |place| place.area.width());
    objects.insert(on, appearance(box_size, &cross(box_size)));
    objects.insert(off, appearance(box_size, ""));
    objects.insert(empty, appearance(1.0, "/Tx BMC\nEMC\n"));

    let mut annotations: BTreeMap<usize, String> = BTreeMap::new();
    let (mut fields, mut parents) = (String::new(), String::new());
    for (number, place) in places.into_iter().enumerate() {
        let (widget, sheet, tag) = (take(), *sheets.get(place.page)?, *tags.get(&number)?);
        let height = heights.get(place.page)?;
        let area = place.area;
        let mut object = format!(
            "<</Type/Annot/Subtype/Widget/F 4/P {sheet} 0 R/StructParent {key}/Rect[{} {} {} {}]/T{}/TU{}",
            area.left(),
            height - area.bottom(),
            area.right(),
            height - area.top(),
            string(&place.mark.name.replace('.', ":")),
            string(if place.mark.label.trim().is_empty() { &place.mark.name } else { &place.mark.label }),
        );
        // A cell of a table takes words on several lines.
        let several = if place.mark.cell.is_some() { 1 << 12 } else { 0 };
        object += &if place.mark.tick {
            format!("/FT/Btn/V/Off/AS/Off/AP<</N<</Ya {on} 0 R/Off {off} 0 R>>>>>>")
        } else {
            format!("/FT/Tx/Ff {several}/DA(/Ar {SIZE} Tf 0 g)/AP<</N {empty} 0 R>>>>")
        };
        objects.insert(widget, object.into_bytes());
        let _ = write!(annotations.entry(sheet).or_default(), "{widget} 0 R ");
        let _ = write!(fields, "{widget} 0 R ");
        let _ = write!(parents, " {key} {tag} 0 R");
        key += 1;
        // The tag is empty so far.
        let around = file.object(tag)?.strip_suffix(">>")?.replace("/K[]", "");
        let around = format!("{around}/K[<</Type/OBJR/Obj {widget} 0 R/Pg {sheet} 0 R>>]>>");
        objects.insert(tag, around.into_bytes());
    }
    for (sheet, annotations) in annotations {
        let page = file.object(sheet)?;
        let page = page.strip_suffix(">>")?;
        objects.insert(sheet, format!("{page}/Annots[{}]>>", annotations.trim_end()).into_bytes());
    }
    let nums = structure.find("/Nums[")?;
    let close = nums + structure[nums..].find("]>>")?;
    let structure = format!("{}{parents}{}", &structure[..close], &structure[close..]);
    let next_key = structure.find("/ParentTreeNextKey ")? + "/ParentTreeNextKey ".len();
    let end = next_key + structure[next_key..].find(|c: char| !c.is_ascii_digit())?;
    objects.insert(tree, format!("{}{key}{}", &structure[..next_key], &structure[end..]).into_bytes());
    let catalog = catalog.strip_suffix(">>")?;
    let form = format!(
        "{catalog}/AcroForm<</Fields[{}]/DR<</Font<</Ar {font} 0 R>>>>/DA(/Ar {SIZE} Tf 0 g)>>>>",
        fields.trim_end()
    );
    objects.insert(file.root, form.into_bytes());
    Some(())
}

/// The tags around places, by the number of the place.
fn tags(file: &File<'_>) -> BTreeMap<usize, usize> {
    let objects = (1..file.size()).filter_map(|number| {
        let body = file.body(number).filter(|body| body.starts_with(b"<</Type/StructElem/S/Form/"))?;
        let id = std::str::from_utf8(body).ok()?.lines().next()?;
        Some((between(id, "/ID(U", ")")?.parse().ok()?, number))
    });
    objects.collect()
}

/// The face for what is typed, whole, in the code of Western texts.
fn font(objects: &mut Objects, take: &mut impl FnMut() -> usize) -> usize {
    let (font, descriptor, file) = (take(), take(), take());
    let width = |code: u8| {
        let advance = i32::from(font::glyph(Face::Regular, western(code)).advance);
        (advance * 1000 + UNITS_PER_EM / 2) / UNITS_PER_EM
    };
    let widths: Vec<String> = (32..=255).map(|code| width(code).to_string()).collect();
    let name = "Arimo";
    objects.insert(
        font,
        format!(
            "<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar 32/LastChar 255/Widths[{}]\
             /FontDescriptor {descriptor} 0 R/Encoding/WinAnsiEncoding>>",
            widths.join(" ")
        )
        .into_bytes(),
    );
    objects.insert(
        descriptor,
        format!(
            "<</Type/FontDescriptor/FontName/{name}/Flags 32/FontBBox[-544 -303 1302 980]/ItalicAngle 0\
             /Ascent 905/Descent -212/CapHeight 688/StemV 80/FontFile2 {file} 0 R>>"
        )
        .into_bytes(),
    );
    let data = Face::Regular.data();
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    let packed = encoder.write_all(data).and_then(|()| encoder.finish());
    let packed = packed.expect("bug: memory refuses bytes");
    objects.insert(file, stream(&format!("/Length1 {}/Filter/FlateDecode", data.len()), &packed));
    font
}

/// A text in any letters, as UTF-16 in hexadecimal digits.
fn string(text: &str) -> String {
    const MOST: usize = 200;
    let digits = |unit: u16| {
        [12, 8, 4, 0].map(|shift| char::from(b"0123456789ABCDEF"[usize::from(unit >> shift & 15)]))
    };
    let mut out = String::from("<FEFF");
    for letter in text.chars().take(MOST) {
        out.extend(letter.encode_utf16(&mut [0; 2]).iter().flat_map(|unit| digits(*unit)));
    }
    out.push('>');
    out
}

/// What a field looks like, in a square of this side.
fn appearance(side: f32, content: &str) -> Vec<u8> {
    let length = content.len();
    // The length comes first, where the packer looks for it.
    let keys =
        format!("<</Length {length}/Type/XObject/Subtype/Form/BBox[0 0 {side} {side}]/Resources<<>>>>");
    format!("{keys}\nstream\n{content}\nendstream").into_bytes()
}

/// A cross, a tenth away from the edges.
fn cross(side: f32) -> String {
    let (from, to) = (side * 0.15, side * 0.85);
    format!("q 1.2 w 0 G {from} {from} m {to} {to} l {from} {to} m {to} {from} l S Q")
}

/// The letter of a code of `WinAnsiEncoding`.
fn western(code: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '•', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '•', 'Ž', '•', '•', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '•', 'ž', 'Ÿ',
    ];
    match code {
        127 => '•',
        128..=159 => UPPER[usize::from(code) - 128],
        _ => char::from(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_utf_16_in_hexadecimal_digits() {
        assert_eq!(string("Aé😀\u{abcd}"), "<FEFF004100E9D83DDE00ABCD>");
        assert_eq!(string(&"x".repeat(300)).len(), "<FEFF>".len() + 4 * 200);
    }
}
