//! The four faces in the binary, and how wide a line of text is.
//!
//! No shaping: advance widths without kerning, as office programs set Arial. The faces hold the code points that
//! Indonesian office texts use; what they lack is asked for with [`missing`] before anything is drawn.

use crate::paper::length::{FontSize, Len};
use std::sync::OnceLock;

/// A face of the embedded family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Upright.
    Regular,
    /// Heavy.
    Bold,
    /// Slanted.
    Italic,
    /// Heavy and slanted.
    BoldItalic,
}

/// Units of the em in every face.
pub const UNITS_PER_EM: i32 = 2048;

/// Every face.
pub const FACES: [Face; 4] = [Face::Regular, Face::Bold, Face::Italic, Face::BoldItalic];

impl Face {
    /// The font file.
    pub fn data(self) -> &'static [u8] {
        match self {
            Face::Regular => include_bytes!("../../assets/fonts/Arimo-Regular.ttf"),
            Face::Bold => include_bytes!("../../assets/fonts/Arimo-Bold.ttf"),
            Face::Italic => include_bytes!("../../assets/fonts/Arimo-Italic.ttf"),
            Face::BoldItalic => include_bytes!("../../assets/fonts/Arimo-BoldItalic.ttf"),
        }
    }

    fn table(self) -> &'static Table {
        static TABLES: [OnceLock<Table>; 4] = [const { OnceLock::new() }; 4];
        TABLES[self as usize].get_or_init(|| Table::read(self.data()))
    }
}

/// A glyph of a face: its number, and its advance in font units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Number in the face.
    pub id: u16,
    /// Advance, in 1/[`UNITS_PER_EM`] em.
    pub advance: u16,
}

struct Table {
    face: ttf_parser::Face<'static>,
    /// Sorted by character.
    glyphs: Vec<(char, Glyph)>,
    ascii: [Glyph; 128],
    missing: Glyph,
}

impl Table {
    fn read(data: &'static [u8]) -> Table {
        let face = ttf_parser::Face::parse(data, 0).expect("bug: an embedded font does not parse");
        assert_eq!(i32::from(face.units_per_em()), UNITS_PER_EM, "bug: an embedded font has another em");
        let glyph =
            |id: ttf_parser::GlyphId| Glyph { id: id.0, advance: face.glyph_hor_advance(id).unwrap_or(0) };
        let missing = glyph(ttf_parser::GlyphId(0));
        let mut glyphs = Vec::new();
        // A face lists its characters twice, in an old and a new form, and says the same in both.
        if let Some(subtable) = characters(&face).next() {
            subtable.codepoints(|code| {
                if let (Some(c), Some(id)) = (char::from_u32(code), subtable.glyph_index(code)) {
                    glyphs.push((c, glyph(id)));
                }
            });
        }
        glyphs.sort_by_key(|(c, _)| *c);
        glyphs.dedup_by_key(|(c, _)| *c);
        let mut ascii = [missing; 128];
        for (c, glyph) in glyphs.iter().filter(|(c, _)| c.is_ascii()) {
            ascii[*c as usize] = *glyph;
        }
        Table { face, glyphs, ascii, missing }
    }

    fn find(&self, c: char) -> Option<Glyph> {
        if let Some(glyph) = self.ascii.get(c as usize) {
            return (*glyph != self.missing).then_some(*glyph);
        }
        self.glyphs.binary_search_by_key(&c, |(c, _)| *c).ok().map(|at| self.glyphs[at].1)
    }
}

fn characters<'f>(face: &ttf_parser::Face<'f>) -> impl Iterator<Item = ttf_parser::cmap::Subtable<'f>> {
    let all = face.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
    all.filter(ttf_parser::cmap::Subtable::is_unicode)
}

/// The glyph of a character; the box of a missing glyph where the face has none.
pub fn glyph(face: Face, c: char) -> Glyph {
    let table = face.table();
    table.find(c).unwrap_or(table.missing)
}

/// Draws a glyph, in font units that count up from the baseline.
pub fn outline(face: Face, glyph: Glyph, pen: &mut dyn ttf_parser::OutlineBuilder) {
    face.table().face.outline_glyph(ttf_parser::GlyphId(glyph.id), pen);
}

/// What is drawn for a character. What the faces lack is reported before anything is drawn; drawn all the same, it is a
/// question mark and never a box.
pub fn printed(c: char) -> char {
    if (' '..='~').contains(&c) || has(c) { c } else { '?' }
}

/// Whether the embedded faces can print a character: all of ASCII that prints, among others.
pub fn has(c: char) -> bool {
    Face::Regular.table().find(c).is_some()
}

/// The first character of a text that the embedded faces cannot print.
pub fn missing(text: &str) -> Option<char> {
    text.chars().find(|c| !has(*c))
}

/// Sum of the advances of a line, in font units.
pub fn units(text: &str, face: Face) -> i64 {
    let table = face.table();
    text.chars().map(|c| i64::from(table.find(c).unwrap_or(table.missing).advance)).sum()
}

/// The width of a line, rounded up to the micrometre.
pub fn width(text: &str, face: Face, size: FontSize) -> Len {
    let em = i64::from(size.em().to_um());
    let um = (units(text, face) * em + i64::from(UNITS_PER_EM) - 1) / i64::from(UNITS_PER_EM);
    Len::um(i32::try_from(um).unwrap_or(i32::MAX / 4))
}

/// The same, or more, without measuring: no letter of ASCII is wider than the type is high, by more than an eighth.
pub fn width_at_most(text: &str, face: Face, size: FontSize) -> Len {
    match i32::try_from(text.len()) {
        Ok(letters) if text.is_ascii() && letters < 10_000 => (size.em() * letters).scale(9, 8),
        _ => width(text, face, size),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_of_ascii_is_much_wider_than_the_type_is_high() {
        for face in FACES {
            let widest = (0..128u8).map(|byte| glyph(face, char::from(byte)).advance).max();
            assert!(widest <= Some(UNITS_PER_EM as u16 / 8 * 9), "{face:?}: {widest:?}");
        }
    }

    #[test]
    fn widths_are_those_of_arial() {
        // Arial: space 0.278 em, `M` 0.833 em; bold `M` 0.833 em.
        assert_eq!(glyph(Face::Regular, ' ').advance, 569);
        assert_eq!(glyph(Face::Regular, 'M').advance, 1706);
        assert_eq!(width("MM", Face::Regular, FontSize::tenths(100)), Len::um(5878));
    }

    #[test]
    fn all_lists_of_a_face_say_the_same() {
        for of in FACES {
            let face = ttf_parser::Face::parse(of.data(), 0).unwrap();
            for list in characters(&face) {
                let mut count = 0;
                list.codepoints(|code| {
                    let Some(c) = char::from_u32(code).filter(|_| list.glyph_index(code).is_some()) else {
                        return;
                    };
                    assert_eq!(
                        list.glyph_index(code).map(|id| id.0),
                        of.table().find(c).map(|glyph| glyph.id)
                    );
                    count += 1;
                });
                assert_eq!(count, of.table().glyphs.len());
            }
        }
    }

    #[test]
    fn a_character_without_a_glyph_is_found() {
        assert_eq!(missing("Kasubbag – “tahap”"), None);
        assert_eq!(missing("nama ꦲ"), Some('ꦲ'));
        assert!((' '..='~').all(has));
    }
}
