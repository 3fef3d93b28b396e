//! The agency's logo: recognised, cleaned, measured. A file from outside is never trusted.

use super::scene::Image;
use crate::paper::length::Len;
use crate::text::Text;

/// The longest file that is read, in bytes.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// The widest and highest PNG, in pixels.
const MAX_PIXELS: u32 = 4096;
/// The most shapes in an SVG.
const MAX_SHAPES: usize = 50_000;
/// The most pictures inside an SVG.
const MAX_PICTURES: usize = 4;

/// Takes the bytes of a logo file. What comes back is safe to embed: an SVG is rewritten as plain shapes, without
/// scripts, links, fonts or foreign files. The error says why the page keeps the logo's space empty.
pub fn read(bytes: &[u8]) -> Result<Image, &'static Text> {
    if bytes.len() > MAX_BYTES {
        return Err(&TOO_LARGE);
    }
    if bytes.starts_with(&[0x89, b'P', b'N', b'G']) {
        png_pixels(bytes).ok_or(&UNREADABLE)?;
        return Ok(Image::Png(bytes.to_vec()));
    }
    let source = std::str::from_utf8(bytes).map_err(|_| &NOT_AN_IMAGE)?;
    if !source.contains("<svg") {
        return Err(&NOT_AN_IMAGE);
    }
    if has_text(source) {
        return Err(&HAS_TEXT);
    }
    let tree = svg_tree(source).ok_or(&UNREADABLE)?;
    let (shapes, pictures) = parts(tree.root());
    if shapes > MAX_SHAPES || pictures > MAX_PICTURES {
        return Err(&TOO_INTRICATE);
    }
    Ok(Image::Svg(tree.to_string(&usvg::WriteOptions::default())))
}

/// Whether an SVG holds text, by whatever prefix its elements are called.
fn has_text(source: &str) -> bool {
    source.split('<').skip(1).any(|tag| {
        let name = tag.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default();
        name.rsplit(':').next().is_some_and(|name| name.starts_with("text"))
    })
}

/// How many shapes and pictures are drawn, repetitions counted.
fn parts(group: &usvg::Group) -> (usize, usize) {
    group.children().iter().fold((0, 0), |(shapes, pictures), node| match node {
        usvg::Node::Group(inner) => {
            let (more_shapes, more_pictures) = parts(inner);
            (shapes + more_shapes, pictures + more_pictures)
        }
        usvg::Node::Image(_) => (shapes, pictures + 1),
        usvg::Node::Path(_) | usvg::Node::Text(_) => (shapes + 1, pictures),
    })
}

static TOO_LARGE: Text = Text {
    id: "berkas logo lebih besar dari 2 MB; kecilkan dahulu",
    en: "the logo file is larger than 2 MB; make it smaller first",
};
static NOT_AN_IMAGE: Text = Text {
    id: "berkas logo bukan gambar SVG atau PNG",
    en: "the logo file is neither an SVG nor a PNG picture",
};
static UNREADABLE: Text = Text {
    id: "gambar logo tidak dapat dibaca; simpan ulang sebagai SVG atau PNG",
    en: "the logo cannot be read; save it again as SVG or PNG",
};
static TOO_INTRICATE: Text = Text {
    id: "gambar logo terlalu rumit; sederhanakan, atau simpan sebagai PNG",
    en: "the logo is too intricate; simplify it, or save it as PNG",
};
static HAS_TEXT: Text = Text {
    id: "logo SVG memuat tulisan yang bergantung pada huruf komputer; ubah tulisannya menjadi garis (objek menjadi path)",
    en: "the SVG logo holds text that depends on a computer's fonts; convert the text to outlines (object to path)",
};

/// The largest size of the picture that fits the box undistorted; `None` for one that cannot be read.
pub fn fit(image: &Image, width: Len, height: Len) -> Option<(Len, Len)> {
    let (natural_width, natural_height) = natural(image)?;
    let scale = |natural: f64, other: f64, of: Len| {
        Len::um((f64::from(of.to_um()) * natural / other).floor().clamp(1.0, f64::from(i32::MAX)) as i32)
    };
    let by_height = scale(natural_width, natural_height, height);
    if by_height <= width {
        return Some((by_height, height));
    }
    Some((width, scale(natural_height, natural_width, width).min(height)))
}

/// Width and height in units of its own; both positive.
fn natural(image: &Image) -> Option<(f64, f64)> {
    match image {
        Image::Svg(source) => {
            let size = svg_tree(source)?.size();
            Some((f64::from(size.width()), f64::from(size.height())))
        }
        Image::Png(bytes) => {
            let decoder = png_decoder(bytes)?;
            let info = decoder.info();
            Some((f64::from(info.width), f64::from(info.height)))
        }
    }
}

/// An SVG without anything from outside it. Pictures inside are kept when they are PNG.
pub fn svg_tree(source: &str) -> Option<usvg::Tree> {
    if depth(source) > 256 {
        return None;
    }
    let image_href_resolver = usvg::ImageHrefResolver {
        resolve_data: Box::new(|_, data, _| {
            let png = data.starts_with(&[0x89, b'P', b'N', b'G']) && png_decoder(&data).is_some();
            png.then_some(usvg::ImageKind::PNG(data))
        }),
        resolve_string: Box::new(|_, _| None),
    };
    let options = usvg::Options { image_href_resolver, ..usvg::Options::default() };
    usvg::Tree::from_str(source, &options).ok()
}

/// How deeply elements nest at most: readers of XML recurse.
fn depth(source: &str) -> usize {
    let (mut depth, mut deepest) = (0usize, 0);
    for tag in source.split('<').skip(1) {
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !tag.starts_with(['!', '?']) && !tag.split('>').next().is_some_and(|tag| tag.ends_with('/'))
        {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

fn png_decoder(bytes: &[u8]) -> Option<png::Reader<std::io::Cursor<&[u8]>>> {
    let limits = png::Limits { bytes: 4 * MAX_PIXELS as usize * MAX_PIXELS as usize };
    let mut decoder = png::Decoder::new_with_limits(std::io::Cursor::new(bytes), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
    let reader = decoder.read_info().ok()?;
    let info = reader.info();
    (info.width <= MAX_PIXELS && info.height <= MAX_PIXELS).then_some(reader)
}

/// A PNG's pixels.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pixels {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Red, green, blue of each, row by row, on white paper.
    pub rgb: Vec<u8>,
}

/// Decodes a PNG onto white.
pub fn png_pixels(bytes: &[u8]) -> Option<Pixels> {
    let mut reader = png_decoder(bytes)?;
    let mut data = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut data).ok()?;
    let channels = info.color_type.samples();
    let on_white = |value: u8, alpha: u8| {
        let (value, alpha) = (u32::from(value), u32::from(alpha));
        ((value * alpha + 255 * (255 - alpha)) / 255) as u8
    };
    let rgb = data[..info.buffer_size()]
        .chunks_exact(channels)
        .flat_map(|pixel| match *pixel {
            [grey, alpha] => [on_white(grey, alpha); 3],
            [red, green, blue, alpha] => [red, green, blue].map(|value| on_white(value, alpha)),
            [red, green, blue] => [red, green, blue],
            [grey, ..] => [grey; 3],
            [] => [255; 3],
        })
        .collect();
    Some(Pixels { width: info.width, height: info.height, rgb })
}
