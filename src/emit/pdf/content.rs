//! What is drawn → the content of the pages, and the faces and pictures that they use.
//!
//! Our faces have one glyph for one character and no kerning, and our shapes are grey: nothing more is written than what
//! changes from one line to the next.

use super::face::{self, Used};
use super::file::File;
use super::logo;
use crate::layout::font::{FACES, Face, glyph, printed};
use crate::layout::scene::{Image, Page, Shade, Stroke, TextLine};
use crate::layout::wrap::{SOFT_HYPHEN, goes_on};
use crate::paper::length::Len;
use pdf_writer::writers::Resources;
use pdf_writer::{Name, Ref};
use std::sync::Arc;

/// Looks as `-` does, and hardly occurs in a text.
const HYPHEN: char = '\u{2010}';

/// The content of a file's pages while they are drawn.
#[derive(Default)]
pub struct Content {
    ink: Ink,
    used: [Used; FACES.len()],
    pictures: Vec<(Arc<Image>, Ref)>,
}

/// The content of a page, in hundredths of a point from its lower left corner.
#[derive(Default)]
pub struct Ink {
    pub height: i32,
    bytes: Vec<u8>,
    /// How many pieces are to be read out so far.
    pieces: i32,
    /// Face and type size in force.
    font: Option<(Face, i32)>,
    /// Where the last line began, if nothing but texts came since.
    last: Option<(i32, i32)>,
    /// What is in force for areas and for strokes.
    fill: Shade,
    shade: Shade,
    width: Option<Len>,
}

/// Whether something on a page is read out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// As a piece of its own.
    Aloud,
    /// It is decoration.
    Never,
    /// It was read on an earlier page, or says where the page belongs.
    Before,
}

impl Content {
    /// What follows is on another page.
    pub fn begin(&mut self, page: &Page) {
        self.ink = Ink { height: page.height.to_hundredths_pt(), ..Ink::default() };
    }

    /// The page that is drawn.
    pub fn ink(&mut self) -> &mut Ink {
        &mut self.ink
    }

    /// Sets a line.
    pub fn text(&mut self, line: &TextLine) {
        if line.words.is_empty() {
            return;
        }
        let (ink, used) = (&mut self.ink, &mut self.used[line.face as usize]);
        ink.place(line);
        ink.bytes.reserve(2 * line.words.len() + 8);
        ink.bytes.push(b'(');
        // The blank at the end keeps words apart that were on two lines when the text is copied or searched; a word
        // that was broken stays one.
        for c in line.words.chars().chain((!goes_on(&line.words)).then_some(' ')) {
            let c = printed(c);
            // A glyph stands for one character throughout a file, and `-` has its own.
            let id = glyph(line.face, if c == SOFT_HYPHEN { HYPHEN } else { c }).id;
            if used.stands_for(id, c) {
                ink.glyph(id);
            } else {
                let code: String = c.encode_utf16(&mut [0; 2]).iter().map(|it| format!("{it:04X}")).collect();
                ink.put(&format!(")Tj/Span<</ActualText<FEFF{code}>>>BDC("));
                ink.glyph(id);
                ink.put(")Tj EMC(");
            }
        }
        ink.put(")Tj\n");
    }

    /// Draws a picture into its box. One that cannot be read leaves the box empty.
    pub fn picture(&mut self, file: &mut File, image: &Arc<Image>, at: (Len, Len), size: (Len, Len)) {
        let known = self.pictures.iter().position(|(known, _)| known == image);
        let number = known.or_else(|| {
            self.pictures.push((Arc::clone(image), logo::write(file, image)?));
            Some(self.pictures.len() - 1)
        });
        if let Some(number) = number {
            self.ink.end_text();
            self.ink.put("q");
            let (width, height) = (size.0.to_hundredths_pt(), size.1.to_hundredths_pt());
            let left_bottom = [at.0.to_hundredths_pt(), self.ink.height - at.1.to_hundredths_pt() - height];
            for value in [width, 0, 0, height].into_iter().chain(left_bottom) {
                self::number(&mut self.ink.bytes, value);
            }
            self.ink.put(&format!(" cm/P{number} Do Q\n"));
        }
    }

    /// Writes what is on the page.
    pub fn end(&mut self, file: &mut File) -> Ref {
        let id = file.number();
        file.plain(id, &self.ink.bytes);
        id
    }

    /// Writes the faces, and what the pages call them and the pictures.
    pub fn resources(&self, file: &mut File, id: Ref) {
        let used = FACES.into_iter().zip(&self.used).filter(|(_, used)| used.glyphs().next().is_some());
        let faces: Vec<(Face, Ref)> =
            used.map(|(face, used)| (face, face::write(file, face, used))).collect();
        let mut resources: Resources<'_> = file.object(id).indirect(id).start();
        let mut fonts = resources.fonts();
        for (face, font) in faces {
            fonts.pair(Name(format!("F{}", face as usize).as_bytes()), font);
        }
        drop(fonts);
        if !self.pictures.is_empty() {
            let mut pictures = resources.x_objects();
            for (number, (_, picture)) in self.pictures.iter().enumerate() {
                pictures.pair(Name(format!("P{number}").as_bytes()), *picture);
            }
        }
    }
}

impl Ink {
    /// What follows belongs together; the number that it is read by.
    pub fn open(&mut self, read: Read) -> i32 {
        match read {
            Read::Aloud => self.put(&format!("/Span<</MCID {}>>BDC\n", self.pieces)),
            Read::Never => self.put("/Artifact<</Type/Layout>>BDC\n"),
            Read::Before => self.put("/Artifact<</Type/Page>>BDC\n"),
        }
        self.pieces += i32::from(read == Read::Aloud);
        self.pieces - 1
    }

    /// What belongs together ends.
    pub fn close(&mut self) {
        self.end_text();
        self.put("EMC\n");
    }

    fn put(&mut self, operators: &str) {
        self.bytes.extend_from_slice(operators.as_bytes());
    }

    /// Goes to the beginning of a line.
    fn place(&mut self, line: &TextLine) {
        let (x, y) = (line.x.to_hundredths_pt(), self.height - line.baseline.to_hundredths_pt());
        let size = line.size.em().to_hundredths_pt();
        self.fill(0);
        if self.last.is_none() {
            self.put("BT");
        }
        if self.font != Some((line.face, size)) {
            self.font = Some((line.face, size));
            self.put(&format!("/F{}", line.face as usize));
            number(&mut self.bytes, size);
            self.put(" Tf");
        }
        // From the line before, else from the corner of the page.
        let (from_x, from_y) = self.last.replace((x, y)).unwrap_or_default();
        number(&mut self.bytes, x - from_x);
        number(&mut self.bytes, y - from_y);
        self.put(" Td");
    }

    fn end_text(&mut self) {
        if self.last.take().is_some() {
            self.put("ET\n");
        }
    }

    fn fill(&mut self, shade: Shade) {
        if self.fill != shade {
            self.end_text();
            self.fill = shade;
            self.put(&format!("{} g\n", grey(shade)));
        }
    }

    /// Fills a path, then strokes it.
    pub fn paint(&mut self, path: &[u8], fill: Option<Shade>, stroke: Option<Stroke>) {
        if path.is_empty() || (fill.is_none() && stroke.is_none()) {
            return;
        }
        self.end_text();
        if let Some(shade) = fill {
            self.fill(shade);
        }
        if let Some(Stroke { width, shade }) = stroke {
            if self.shade != shade {
                self.shade = shade;
                self.put(&format!("{} G\n", grey(shade)));
            }
            if self.width != Some(width) {
                self.width = Some(width);
                number(&mut self.bytes, width.to_hundredths_pt());
                self.put(" w\n");
            }
        }
        self.bytes.extend_from_slice(path);
        self.put(match (fill, stroke) {
            (Some(_), Some(_)) => "B\n",
            (Some(_), None) => "f\n",
            (None, _) => "S\n",
        });
    }

    /// The number of a glyph within a string.
    fn glyph(&mut self, id: u16) {
        for byte in id.to_be_bytes() {
            match byte {
                b'(' | b')' | b'\\' => self.bytes.extend_from_slice(&[b'\\', byte]),
                // A plain one would be read as the end of a line.
                b'\r' => self.put("\\r"),
                byte => self.bytes.push(byte),
            }
        }
    }
}

/// A number behind a blank, with two digits behind the point at most.
pub fn number(out: &mut Vec<u8>, hundredths: i32) {
    out.extend_from_slice(if hundredths < 0 { b" -" } else { b" " });
    let (mut digits, mut rest) = ([b'0'; 11], hundredths.unsigned_abs());
    let mut first = digits.len();
    while rest > 0 || first > digits.len() - 3 {
        first -= 1;
        digits[first] += (rest % 10) as u8;
        rest /= 10;
    }
    let (whole, part) = digits[first..].split_at(digits.len() - 2 - first);
    out.extend_from_slice(whole);
    let part = match part {
        b"00" => return,
        [tenths, b'0'] => std::slice::from_ref(tenths),
        part => part,
    };
    out.push(b'.');
    out.extend_from_slice(part);
}

/// A shade of grey as a number from 0 to 1.
fn grey(shade: Shade) -> String {
    match shade {
        Shade::MIN => "0".to_owned(),
        Shade::MAX => "1".to_owned(),
        shade => format!(".{:03}", (u32::from(shade) * 1000 + 127) / 255),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::scene::PageKind;
    use crate::paper::DEFAULT_MARGINS;
    use crate::paper::length::FontSize;
    use memchr::memmem;

    #[test]
    fn numbers_have_two_digits_behind_the_point_at_most() {
        let written = |hundredths: i32| {
            let mut out = Vec::new();
            number(&mut out, hundredths);
            String::from_utf8(out).unwrap()
        };
        assert_eq!([0, -5, 1200, 1210].map(written), [" 0", " -0.05", " 12", " 12.1"]);
        assert_eq!(written(i32::MIN), " -21474836.48");
    }

    #[test]
    fn two_characters_of_one_glyph_are_told_apart() {
        let (width, height) = (Len::mm(100), Len::mm(100));
        let kind = PageKind::Bagan { page: 1, pages: 1 };
        let page = Page { width, height, margins: DEFAULT_MARGINS, kind, items: Vec::new() };
        let mut content = Content::default();
        content.begin(&page);
        for words in ["a\u{2010}b", "kata\u{ad}", "c-d"] {
            let (face, size) = (Face::Regular, FontSize::tenths(80));
            content.text(&TextLine { x: Len::ZERO, baseline: height, face, size, words: words.into() });
        }
        let bytes = &content.ink.bytes;
        let spans = memmem::find_iter(bytes, b"/ActualText").count();
        assert!(memmem::find(bytes, b"/Span<</ActualText<FEFF00AD>>>BDC(").is_some() && spans == 1);
    }
}
