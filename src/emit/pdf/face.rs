//! A face with the glyphs that a file uses, and no others. The glyphs keep their numbers, so that nothing in the pages
//! depends on what else is used.

use super::file::File;
use crate::layout::font::{Face, UNITS_PER_EM};
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Rect, Ref, Str};
use std::collections::BTreeSet;
use ttf_parser::{RawFace, Tag};

/// Tables that a PDF wants, in the order of their names.
const TABLES: [&[u8; 4]; 6] = [b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"];

/// What one face is used for.
#[derive(Default)]
pub struct Used {
    /// By glyph, the character that it stands for throughout the file; NUL for one that is not used.
    characters: Vec<char>,
}

impl Used {
    /// Whether a glyph stands for this character; one that stood for none does so from now on.
    pub fn stands_for(&mut self, id: u16, c: char) -> bool {
        let at = usize::from(id);
        if at >= self.characters.len() {
            self.characters.resize(at + 1, '\0');
        }
        let known = &mut self.characters[at];
        if *known == '\0' {
            *known = c;
        }
        *known == c
    }

    /// Glyphs and their characters.
    pub fn glyphs(&self) -> impl Iterator<Item = (u16, char)> + '_ {
        (0..).zip(self.characters.iter().copied()).filter(|(_, c)| *c != '\0')
    }
}

/// Writes a face; returns the font.
pub fn write(file: &mut File, face: Face, used: &Used) -> Ref {
    let [font, cid, descriptor, data, characters] = [(); 5].map(|()| file.number());
    let parsed = ttf_parser::Face::parse(face.data(), 0).expect("bug: an embedded font does not parse");
    let name = format!("{}+{}", tag(used), name(face));
    let name = Name(name.as_bytes());
    file.object(font)
        .type0_font(font)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(characters);
    let mut of_cid = file.object(cid).cid_font(cid);
    of_cid.subtype(CidFontType::Type2).base_font(name).font_descriptor(descriptor).default_width(0.0);
    of_cid.system_info(SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 });
    of_cid.cid_to_gid_map_predefined(Name(b"Identity"));
    // Not to the last digit: archives allow a thousandth of the em, and a line has a hundred letters.
    let width = |id: u16| {
        let advance = i32::from(parsed.glyph_hor_advance(ttf_parser::GlyphId(id)).unwrap_or(0));
        ((advance * 100_000 + UNITS_PER_EM / 2) / UNITS_PER_EM) as f32 / 100.0
    };
    let ids: Vec<u16> = used.glyphs().map(|(id, _)| id).collect();
    let mut widths = of_cid.widths();
    for together in ids.chunk_by(|a, b| a + 1 == *b) {
        widths.consecutive(together[0], together.iter().map(|id| width(*id)));
    }
    widths.finish();
    of_cid.finish();
    let thousandths = |units: i16| (i32::from(units) * 1000 / UNITS_PER_EM) as f32;
    let bounds = parsed.global_bounding_box();
    let [left, bottom, right, top] =
        [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(thousandths);
    let (bold, italic) =
        (matches!(face, Face::Bold | Face::BoldItalic), matches!(face, Face::Italic | Face::BoldItalic));
    let flags = FontFlags::SYMBOLIC | if italic { FontFlags::ITALIC } else { FontFlags::empty() };
    file.object(descriptor)
        .font_descriptor(descriptor)
        .name(name)
        .flags(flags)
        .bbox(Rect::new(left, bottom, right, top))
        .italic_angle(if italic { -12.0 } else { 0.0 })
        .ascent(thousandths(parsed.ascender()))
        .descent(thousandths(parsed.descender()))
        .cap_height(thousandths(parsed.capital_height().unwrap_or(parsed.ascender())))
        .stem_v(if bold { 169.0 } else { 95.0 })
        .font_file2(data);
    let outlines = subset(face, used).expect("bug: an embedded font lacks what every one has");
    let packed = file.packed(&[&outlines]);
    let mut stream = file.stream(data).stream(data, &packed);
    stream.filter(Filter::FlateDecode).pair(Name(b"Length1"), outlines.len() as i32);
    stream.finish();
    let system = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"UCS"), supplement: 0 };
    let mut map = UnicodeCmap::new(Name(b"Adobe-Identity-UCS"), system);
    used.glyphs().for_each(|(id, c)| map.pair(id, c));
    file.plain(characters, &map.finish());
    font
}

fn name(face: Face) -> &'static str {
    match face {
        Face::Regular => "Arimo-Regular",
        Face::Bold => "Arimo-Bold",
        Face::Italic => "Arimo-Italic",
        Face::BoldItalic => "Arimo-BoldItalic",
    }
}

/// Six letters that tell one choice of glyphs from another.
fn tag(used: &Used) -> String {
    let ids: Vec<u8> = used.glyphs().flat_map(|(id, _)| id.to_be_bytes()).collect();
    let mut rest = xxhash_rust::xxh3::xxh3_64(&ids);
    let letter = |_| {
        let letter = char::from(b'A' + (rest % 26) as u8);
        rest /= 26;
        letter
    };
    (0..6).map(letter).collect()
}

/// The font file with these glyphs and those that they are made of; the others are empty.
fn subset(face: Face, used: &Used) -> Option<Vec<u8>> {
    let raw = RawFace::parse(face.data(), 0).ok()?;
    let table = |name: &[u8; 4]| raw.table(Tag::from_bytes(name));
    let (glyf, loca, hmtx) = (table(b"glyf")?, table(b"loca")?, table(b"hmtx")?);
    // Offsets are counted in pairs of bytes, as `head` says of all our faces.
    let glyph = |id: u16| {
        let at = |index: usize| Some(2 * usize::from(number(loca, 2 * index)?));
        glyf.get(at(usize::from(id))?..at(usize::from(id) + 1)?)
    };
    let mut kept: BTreeSet<u16> = std::iter::once(0).chain(used.glyphs().map(|(id, _)| id)).collect();
    let mut open: Vec<u16> = kept.iter().copied().collect();
    while let Some(id) = open.pop() {
        open.extend(parts(glyph(id)?).filter(|part| kept.insert(*part)));
    }
    let count = kept.last()? + 1;

    let (mut outlines, mut places, mut metrics) = (Vec::new(), vec![0, 0], Vec::new());
    for id in 0..count {
        let metric = hmtx.get(4 * usize::from(id)..)?.get(..4)?;
        if kept.contains(&id) {
            outlines.extend_from_slice(glyph(id)?);
            metrics.extend_from_slice(metric);
        } else {
            metrics.extend_from_slice(&[0; 4]);
        }
        places.extend_from_slice(&u16::try_from(outlines.len() / 2).ok()?.to_be_bytes());
    }
    let with = |name: &[u8; 4], at: usize, value: [u8; 2]| {
        let mut changed = table(name)?.to_vec();
        changed.get_mut(at..at + 2)?.copy_from_slice(&value);
        Some(changed)
    };
    let count = count.to_be_bytes();
    let (hhea, maxp) = (with(b"hhea", 34, count)?, with(b"maxp", 4, count)?);
    let mut head = table(b"head")?.to_vec();
    head.get_mut(8..12)?.fill(0);
    let tables = [outlines, head, hhea, metrics, places, maxp];
    Some(font_file(tables))
}

/// The glyphs that a glyph is made of.
fn parts(glyph: &[u8]) -> impl Iterator<Item = u16> + '_ {
    const MORE: u16 = 0x20;
    let composite = glyph.first().is_some_and(|byte| *byte >= 0x80);
    let mut next = composite.then_some(10);
    std::iter::from_fn(move || {
        let at = next?;
        let (flags, part) = (number(glyph, at)?, number(glyph, at + 2)?);
        let shift = if flags & 1 == 0 { 2 } else { 4 };
        let scale = [(0x08, 2), (0x40, 4), (0x80, 8)].into_iter().find(|(flag, _)| flags & flag != 0);
        next = (flags & MORE != 0).then_some(at + 4 + shift + scale.map_or(0, |(_, length)| length));
        Some(part)
    })
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

/// Tables as one file, with their sums.
fn font_file(tables: [Vec<u8>; TABLES.len()]) -> Vec<u8> {
    let sum = |bytes: &[u8]| {
        bytes.chunks(4).fold(0u32, |sum, word| {
            let mut whole = [0; 4];
            whole[..word.len()].copy_from_slice(word);
            sum.wrapping_add(u32::from_be_bytes(whole))
        })
    };
    let head = 12 + 16 * TABLES.len();
    let mut out = vec![0, 1, 0, 0, 0, TABLES.len() as u8, 0, 64, 0, 2, 0, 32];
    let mut at = head;
    for (name, table) in TABLES.iter().zip(&tables) {
        out.extend_from_slice(*name);
        for value in [sum(table), at as u32, table.len() as u32] {
            out.extend_from_slice(&value.to_be_bytes());
        }
        at += table.len().next_multiple_of(4);
    }
    let adjusted = out.len() + tables[0].len().next_multiple_of(4) + 8;
    for table in &tables {
        out.extend_from_slice(table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    let whole = 0xB1B0_AFBA_u32.wrapping_sub(sum(&out));
    out[adjusted..adjusted + 4].copy_from_slice(&whole.to_be_bytes());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::font::{FACES, glyph};
    use ttf_parser::{GlyphId, OutlineBuilder};

    #[derive(Default, PartialEq, Debug)]
    struct Drawn(Vec<(char, [f32; 4])>);

    impl OutlineBuilder for Drawn {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0.push(('m', [x, y, 0.0, 0.0]));
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0.push(('l', [x, y, 0.0, 0.0]));
        }
        fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
            self.0.push(('q', [x1, y1, x, y]));
        }
        fn curve_to(&mut self, x1: f32, y1: f32, _: f32, _: f32, x: f32, y: f32) {
            self.0.push(('c', [x1 + y1, x, y, 0.0]));
        }
        fn close(&mut self) {
            self.0.push(('h', [0.0; 4]));
        }
    }

    #[test]
    fn a_subset_draws_what_the_whole_face_draws_and_nothing_else() {
        for face in FACES {
            let whole = ttf_parser::Face::parse(face.data(), 0).unwrap();
            let mut used = Used::default();
            // Some are made of others.
            for c in "Aé½ñ-…".chars() {
                used.stands_for(glyph(face, c).id, c);
            }
            let data = subset(face, &used).unwrap();
            let subset = ttf_parser::Face::parse(&data, 0).unwrap();
            for (id, c) in used.glyphs() {
                let drawn = |face: &ttf_parser::Face<'_>| {
                    let mut drawn = Drawn::default();
                    face.outline_glyph(GlyphId(id), &mut drawn);
                    (drawn, face.glyph_hor_advance(GlyphId(id)))
                };
                assert_eq!(drawn(&subset), drawn(&whole), "{face:?} {c}");
                assert!(!drawn(&subset).0.0.is_empty());
            }
            let other = GlyphId(glyph(face, 'Z').id);
            assert!(subset.outline_glyph(other, &mut Drawn::default()).is_none());
            assert!(data.len() * 4 < face.data().len());
        }
    }
}
