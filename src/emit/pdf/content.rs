//! What is drawn → the content of the pages, and the faces that texts are set in.
//!
//! The library that writes our PDFs asks four tables for every letter, cuts the faces anew with all that fonts can hold,
//! and says colour and direction again for every line. Our faces have one glyph for one character and no kerning, and
//! our shapes are grey: both are written here and put into the file before it is packed, each piece into the marked
//! content that was opened for it. Only logos are drawn by the library.

use super::face::{self, Used};
use super::file::{File, Objects, between, numbers, stream};
use crate::layout::font::{FACES, Face, glyph, has};
use crate::layout::length::Len;
use crate::layout::scene::{Page, Shade, Stroke, TextLine};
use crate::layout::wrap::{SOFT_HYPHEN, goes_on};
use memchr::memmem;

/// Looks as `-` does, and hardly occurs in a text.
const HYPHEN: char = '\u{2010}';

/// The content of a file's pages while they are drawn.
#[derive(Default)]
pub struct Content {
    pages: Vec<Ink>,
    used: [Used; FACES.len()],
}

/// The content of a page, in hundredths of a point from its lower left corner.
pub struct Ink {
    pub height: i32,
    bytes: Vec<u8>,
    /// Where each piece ends that is tagged as one.
    ends: Vec<usize>,
    /// Face and type size in force.
    font: Option<(Face, i32)>,
    /// Where the last line began, if nothing but texts came since.
    last: Option<(i32, i32)>,
    /// What is in force for areas and for strokes.
    fill: Shade,
    shade: Shade,
    width: Option<Len>,
}

impl Content {
    /// What follows is on another page.
    pub fn begin(&mut self, page: &Page) {
        self.pages.push(Ink {
            height: page.height.to_hundredths_pt(),
            bytes: Vec::new(),
            ends: Vec::new(),
            font: None,
            last: None,
            fill: 0,
            shade: 0,
            width: None,
        });
    }

    /// The page that is drawn.
    pub fn ink(&mut self) -> &mut Ink {
        self.pages.last_mut().expect("bug: something is drawn before the first page")
    }

    /// Sets a line.
    pub fn text(&mut self, line: &TextLine) {
        let (Some(ink), false) = (self.pages.last_mut(), line.words.is_empty()) else { return };
        let used = &mut self.used[line.face as usize];
        ink.place(line);
        ink.bytes.reserve(2 * line.words.len() + 8);
        ink.bytes.push(b'(');
        // The blank at the end keeps words apart that were on two lines when the text is copied or searched; a word
        // that was broken stays one. What the faces lack is reported before anything is drawn; drawn all the same, it
        // is a question mark and never a box.
        for c in line.words.chars().chain((!goes_on(&line.words)).then_some(' ')) {
            let c = if (' '..='~').contains(&c) || has(c) { c } else { '?' };
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

    /// What follows is tagged on its own.
    pub fn end(&mut self) {
        let ink = self.ink();
        ink.end_text();
        ink.ends.push(ink.bytes.len());
    }

    /// The objects of a file that the content changes and adds; `None` where it is not as its library writes it.
    pub fn objects(&self, file: &File<'_>) -> Option<Objects> {
        let mut objects = Objects::new();
        let kids: usize = between(file.object(file.root)?, "/Pages ", " 0 R")?.parse().ok()?;
        let sheets = numbers(between(file.object(kids)?, "/Kids[", "]")?);
        let mut next = file.next(&objects);
        let mut fonts = String::from("/Font<<");
        for (face, used) in FACES.into_iter().zip(&self.used) {
            if used.glyphs().next().is_none() {
                continue;
            }
            fonts += &format!("/F{} {next} 0 R", face as usize);
            next = face::write(face, used, next, &mut objects);
        }
        fonts += ">>";
        for (sheet, ink) in sheets.into_iter().zip(&self.pages) {
            let page = file.object(sheet)?;
            let content: usize = between(page, "/Contents ", " 0 R")?.parse().ok()?;
            objects.insert(content, ink.within(file.stream(content)?)?);
            let resources: usize = between(page, "/Resources ", " 0 R")?.parse().ok()?;
            let all = file.object(resources)?.strip_suffix(">>")?;
            objects.insert(resources, format!("{all}{fonts}>>").into_bytes());
        }
        Some(objects)
    }
}

impl Ink {
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

    /// The page's content, with what the library wrote: each piece before the end of what is tagged as one.
    fn within(&self, content: &[u8]) -> Option<Vec<u8>> {
        const END: &[u8] = b"EMC";
        let mut body = Vec::with_capacity(content.len() + self.bytes.len());
        let (mut from, mut text) = (0, 0);
        let mut ends = self.ends.iter();
        for at in memmem::find_iter(content, END) {
            let end = *ends.next()?;
            body.extend_from_slice(&content[from..at]);
            body.extend_from_slice(&self.bytes[text..end]);
            (from, text) = (at, end);
        }
        body.extend_from_slice(&content[from..]);
        ends.next().is_none().then(|| stream("", &body))
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
    use crate::layout::length::FontSize;
    use crate::layout::paper::DEFAULT_MARGINS;
    use crate::layout::scene::PageKind;

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
        content.end();
        let bytes = &content.pages[0].bytes;
        let spans = memmem::find_iter(bytes, b"/ActualText").count();
        assert!(memmem::find(bytes, b"/Span<</ActualText<FEFF00AD>>>BDC(").is_some() && spans == 1);
    }
}
