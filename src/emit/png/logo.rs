//! Logos: drawn by others, in lines or in dots.

use crate::layout::logo::{Pixels, png_pixels, svg_tree};
use crate::layout::scene::Image;
use resvg::tiny_skia::{
    FillRule, FilterQuality, Mask, Paint, Pattern, Pixmap, PixmapMut, PixmapPaint, Rect, SpreadMode,
    Transform,
};
use resvg::usvg::{Group, ImageKind, Node, Tree};

/// Draws a logo into its box, and nothing of it outside. One that cannot be read leaves the box empty.
pub fn draw(image: &Image, area: Rect, on: &mut Pixmap) -> Option<()> {
    let (left, top) = (area.left().floor(), area.top().floor());
    let mut picture = Pixmap::new((area.right().ceil() - left) as u32, (area.bottom().ceil() - top) as u32)?;
    let within = Transform::from_translate(area.left() - left, area.top() - top);
    let fitted = |width: f32, height: f32| within.pre_scale(area.width() / width, area.height() / height);
    match image {
        Image::Svg(source) => {
            let tree = svg_tree(source)?;
            let to = fitted(tree.size().width(), tree.size().height());
            lines(&tree, to, &mut picture.as_mut());
        }
        Image::Png(bytes) => {
            let pixels = png_pixels(bytes)?;
            let to = fitted(pixels.width as f32, pixels.height as f32);
            dots(&pixels, to, &mut picture.as_mut());
        }
    }
    let paint = PixmapPaint::default();
    on.draw_pixmap(left as i32, top as i32, picture.as_ref(), &paint, Transform::identity(), None);
    Some(())
}

/// An SVG with so many dots, on white.
#[cfg(any(feature = "docx", feature = "xlsx"))]
pub fn on_white(tree: &Tree, width: u32, height: u32) -> Option<Pixmap> {
    let mut picture = Pixmap::new(width, height)?;
    picture.fill(resvg::tiny_skia::Color::WHITE);
    let (across, down) = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
    lines(tree, Transform::from_scale(across, down), &mut picture.as_mut());
    Some(picture)
}

/// Draws an SVG. Its renderer would leave out the pictures that lie in it: they are drawn between its shapes.
fn lines(tree: &Tree, to: Transform, on: &mut PixmapMut<'_>) {
    if has_picture(tree.root()) { group(tree.root(), to, on) } else { resvg::render(tree, to, on) }
}

fn has_picture(group: &Group) -> bool {
    group.children().iter().any(|node| match node {
        Node::Image(_) => true,
        Node::Group(inner) => has_picture(inner),
        Node::Path(_) | Node::Text(_) => false,
    })
}

/// Draws a group that holds a picture; filters and masks are left out, as in the PDF.
fn group(group: &Group, to: Transform, on: &mut PixmapMut<'_>) {
    if !group.should_isolate() {
        return nodes(group, to, on);
    }
    let Some(mut layer) = Pixmap::new(on.width(), on.height()) else { return };
    nodes(group, to, &mut layer.as_mut());
    if let Some(clip) = group.clip_path()
        && let Some(mut mask) = Mask::new(on.width(), on.height())
    {
        outlines(clip.root(), to.pre_concat(clip.transform()), &mut mask);
        layer.apply_mask(&mask);
    }
    let paint = PixmapPaint { opacity: group.opacity().get(), ..PixmapPaint::default() };
    on.draw_pixmap(0, 0, layer.as_ref(), &paint, Transform::identity(), None);
}

fn nodes(group: &Group, to: Transform, on: &mut PixmapMut<'_>) {
    for node in group.children() {
        match node {
            Node::Group(inner) if has_picture(inner) => {
                self::group(inner, to.pre_concat(inner.transform()), on);
            }
            Node::Image(image) => {
                if let (true, ImageKind::PNG(bytes)) = (image.is_visible(), image.kind())
                    && let Some(pixels) = png_pixels(bytes)
                {
                    dots(&pixels, to, on);
                }
            }
            // The renderer moves what it is given into the corner.
            Node::Group(_) | Node::Path(_) | Node::Text(_) => {
                if let Some(area) = node.abs_layer_bounding_box() {
                    resvg::render_node(node, to.pre_translate(area.x(), area.y()), on);
                }
            }
        }
    }
}

/// What a clip lets through.
fn outlines(group: &Group, to: Transform, mask: &mut Mask) {
    for node in group.children() {
        match node {
            Node::Group(inner) => outlines(inner, to.pre_concat(inner.transform()), mask),
            Node::Path(shape) => mask.fill_path(shape.data(), FillRule::Winding, true, to),
            Node::Image(_) | Node::Text(_) => {}
        }
    }
}

/// Draws dots, from their own measure. Where many come to one, it is what they are on average.
fn dots(pixels: &Pixels, to: Transform, on: &mut PixmapMut<'_>) {
    let (across, down) = to.get_scale();
    let by = (1.0 / across.max(down)).clamp(1.0, 4096.0) as u32;
    let fewer = averaged(pixels, by);
    let (Some(fewer), Some(area)) =
        (fewer, Rect::from_xywh(0.0, 0.0, pixels.width as f32, pixels.height as f32))
    else {
        return;
    };
    let enlarged = Transform::from_scale(by as f32, by as f32);
    let shader = Pattern::new(fewer.as_ref(), SpreadMode::Pad, FilterQuality::Bilinear, 1.0, enlarged);
    on.fill_rect(area, &Paint { shader, ..Paint::default() }, to, None);
}

/// One dot for each square of `by` times `by`.
fn averaged(pixels: &Pixels, by: u32) -> Option<Pixmap> {
    let mut picture = Pixmap::new(pixels.width.div_ceil(by), pixels.height.div_ceil(by))?;
    let width = picture.width();
    for (at, dot) in (0..).zip(picture.data_mut().chunks_exact_mut(4)) {
        let (left, top) = (at % width * by, at / width * by);
        let (right, bottom) = ((left + by).min(pixels.width), (top + by).min(pixels.height));
        let (mut sums, count) = ([0_u32; 3], (right - left) * (bottom - top));
        for y in top..bottom {
            let row = 3 * (y * pixels.width + left) as usize..3 * (y * pixels.width + right) as usize;
            for colours in pixels.rgb[row].chunks_exact(3) {
                sums.iter_mut().zip(colours).for_each(|(sum, colour)| *sum += u32::from(*colour));
            }
        }
        let [red, green, blue] = sums.map(|sum| ((sum + count / 2) / count) as u8);
        dot.copy_from_slice(&[red, green, blue, 255]);
    }
    Some(picture)
}
