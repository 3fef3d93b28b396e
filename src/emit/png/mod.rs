//! Pages → PNG, one file per page, in grey where there is no colour.

mod draw;
mod logo;

use super::{Artifact, EmitError, Emitter, Job, Resolution, svg};
use crate::layout::scene::Page;
use crate::text::Text;
use png::{BitDepth, ColorType, Compression, PixelDimensions, Unit};
use resvg::tiny_skia::Pixmap;

pub(super) const EMITTER: Emitter = Emitter {
    name: "png",
    about: Text {
        id: "lembar SOP sebagai gambar, satu berkas PNG per halaman",
        en: "the sheet as pictures, one PNG file per page",
    },
    by_default: false,
    draws: true,
    emit,
};

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    let scene = &job.sheet()?.scene;
    let pages = scene.pages.iter().zip(svg::names(scene));
    Ok(pages
        .map(|(page, name)| Artifact { suffix: name + ".png", bytes: page_png(page, job.options.resolution) })
        .collect())
}

/// A page as a PNG file.
pub fn page_png(page: &Page, resolution: Resolution) -> Vec<u8> {
    encode(&draw::draw(page, resolution), resolution)
}

/// A picture from outside, drawn with so many dots on white; `None` where it cannot be.
#[cfg(any(feature = "docx", feature = "xlsx"))]
pub(super) fn drawn(
    tree: &resvg::usvg::Tree,
    width: u32,
    height: u32,
    resolution: Resolution,
) -> Option<Vec<u8>> {
    Some(encode(&logo::on_white(tree, width, height)?, resolution))
}

/// One byte a pixel where the picture has no colour: a third of the size and much faster than the renderer's own
/// encoder.
fn encode(picture: &Pixmap, resolution: Resolution) -> Vec<u8> {
    let pixels = picture.pixels();
    let grey = pixels.iter().all(|pixel| pixel.red() == pixel.green() && pixel.green() == pixel.blue());
    let bytes: Vec<u8> = if grey {
        pixels.iter().map(|pixel| pixel.red()).collect()
    } else {
        pixels.iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect()
    };
    let mut out = Vec::with_capacity(bytes.len() / 8);
    let mut encoder = png::Encoder::new(&mut out, picture.width(), picture.height());
    encoder.set_color(if grey { ColorType::Grayscale } else { ColorType::Rgb });
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    // Programs that place the picture give it its size on paper.
    let per_metre = (u32::from(resolution.dpi()) * 10_000 + 127) / 254;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    let mut writer = encoder.write_header().expect("bug: the picture's head is refused");
    writer.write_image_data(&bytes).expect("bug: the picture is refused");
    writer.finish().expect("bug: the picture has no end");
    out
}
