//! The logo → page content. Shapes keep their colours and gradients; a pattern becomes grey.

use crate::layout::length::Len;
use crate::layout::logo::{Pixels, png_pixels, svg_tree};
use crate::layout::scene::Image;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Size, Transform};
use krilla::image::{BitsPerComponent, CustomImage, ImageColorspace};
use krilla::num::NormalizedF32;
use krilla::paint::{
    Fill, FillRule, LineCap, LineJoin, LinearGradient, Paint, RadialGradient, SpreadMethod, Stop, Stroke,
    StrokeDash,
};
use krilla::surface::Surface;
use usvg::tiny_skia_path::PathSegment;

/// Draws a picture into its box. One that cannot be read leaves the box empty.
pub fn draw(surface: &mut Surface, image: &Image, (x, y): (Len, Len), (width, height): (Len, Len)) {
    surface.push_transform(&Transform::from_translate(x.to_pt(), y.to_pt()));
    match image {
        Image::Svg(source) => {
            if let Some(tree) = svg_tree(source) {
                let size = tree.size();
                let scale =
                    Transform::from_scale(width.to_pt() / size.width(), height.to_pt() / size.height());
                surface.push_transform(&scale);
                group(surface, tree.root(), 1.0, 0);
                surface.pop();
            }
        }
        Image::Png(bytes) => png(surface, bytes, width.to_pt(), height.to_pt()),
    }
    surface.pop();
}

/// How many clips may lie in each other; archives allow 28 levels of graphics state in all.
const CLIPS: usize = 8;

/// `opacity` is that of the groups around, `clips` how many clips are in force.
fn group(surface: &mut Surface, group: &usvg::Group, opacity: f32, clips: usize) {
    let opacity = opacity * group.opacity().get();
    let clip = group.clip_path().filter(|_| clips < CLIPS).and_then(|clip| clip_outline(group, clip));
    if let Some(outline) = &clip {
        surface.push_clip_path(outline, &FillRule::NonZero);
    }
    let clips = clips + usize::from(clip.is_some());
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => self::group(surface, inner, opacity, clips),
            usvg::Node::Path(shape) if shape.is_visible() => path(surface, shape, opacity),
            usvg::Node::Image(image) if image.is_visible() => {
                if let usvg::ImageKind::PNG(bytes) = image.kind() {
                    surface.push_transform(&transform(image.abs_transform()));
                    png(surface, bytes, image.size().width(), image.size().height());
                    surface.pop();
                }
            }
            // What is hidden is not drawn; an SVG with text was refused when it was read.
            usvg::Node::Path(_) | usvg::Node::Image(_) | usvg::Node::Text(_) => {}
        }
    }
    if clip.is_some() {
        surface.pop();
    }
}

/// All shapes of a clip as one outline, in the picture's coordinates.
fn clip_outline(group: &usvg::Group, clip: &usvg::ClipPath) -> Option<Path> {
    fn gather(group: &usvg::Group, to: usvg::Transform, all: &mut PathBuilder) {
        for node in group.children() {
            match node {
                usvg::Node::Group(inner) => gather(inner, to, all),
                usvg::Node::Path(shape) => {
                    let transform = to.pre_concat(shape.abs_transform());
                    if let Some(data) = shape.data().clone().transform(transform) {
                        segments(&data, all);
                    }
                }
                usvg::Node::Image(_) | usvg::Node::Text(_) => {}
            }
        }
    }
    let mut all = PathBuilder::new();
    gather(clip.root(), group.abs_transform().pre_concat(clip.transform()), &mut all);
    all.finish()
}

fn path(surface: &mut Surface, shape: &usvg::Path, opacity: f32) {
    let mut outline = PathBuilder::new();
    segments(shape.data(), &mut outline);
    let Some(outline) = outline.finish() else { return };
    let seen = |own: usvg::Opacity| NormalizedF32::new(own.get() * opacity).unwrap_or(NormalizedF32::ONE);
    surface.push_transform(&transform(shape.abs_transform()));
    let fill = shape.fill().map(|fill| Fill {
        paint: colour(fill.paint()),
        opacity: seen(fill.opacity()),
        rule: match fill.rule() {
            usvg::FillRule::NonZero => FillRule::NonZero,
            usvg::FillRule::EvenOdd => FillRule::EvenOdd,
        },
    });
    let stroke = shape.stroke().map(|stroke| Stroke {
        paint: colour(stroke.paint()),
        width: stroke.width().get(),
        miter_limit: stroke.miterlimit().get(),
        line_cap: match stroke.linecap() {
            usvg::LineCap::Butt => LineCap::Butt,
            usvg::LineCap::Round => LineCap::Round,
            usvg::LineCap::Square => LineCap::Square,
        },
        line_join: match stroke.linejoin() {
            usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
            usvg::LineJoin::Round => LineJoin::Round,
            usvg::LineJoin::Bevel => LineJoin::Bevel,
        },
        opacity: seen(stroke.opacity()),
        dash: stroke
            .dasharray()
            .map(|array| StrokeDash { array: array.to_vec(), offset: stroke.dashoffset() }),
    });
    // With neither, krilla would fill in black.
    if fill.is_some() || stroke.is_some() {
        surface.set_fill(fill);
        surface.set_stroke(stroke);
        surface.draw_path(&outline);
    }
    surface.pop();
}

fn segments(data: &usvg::tiny_skia_path::Path, path: &mut PathBuilder) {
    for segment in data.segments() {
        match segment {
            PathSegment::MoveTo(p) => path.move_to(p.x, p.y),
            PathSegment::LineTo(p) => path.line_to(p.x, p.y),
            PathSegment::QuadTo(a, p) => path.quad_to(a.x, a.y, p.x, p.y),
            PathSegment::CubicTo(a, b, p) => path.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y),
            PathSegment::Close => path.close(),
        }
    }
}

fn transform(of: usvg::Transform) -> Transform {
    Transform::from_row(of.sx, of.ky, of.kx, of.sy, of.tx, of.ty)
}

fn colour(paint: &usvg::Paint) -> Paint {
    match paint {
        usvg::Paint::Color(colour) => rgb(*colour).into(),
        usvg::Paint::LinearGradient(gradient) => LinearGradient {
            x1: gradient.x1(),
            y1: gradient.y1(),
            x2: gradient.x2(),
            y2: gradient.y2(),
            transform: transform(gradient.transform()),
            spread_method: spread(gradient.spread_method()),
            stops: gradient.stops().iter().map(stop).collect(),
            anti_alias: true,
        }
        .into(),
        usvg::Paint::RadialGradient(gradient) => RadialGradient {
            fx: gradient.fx(),
            fy: gradient.fy(),
            fr: gradient.fr().get(),
            cx: gradient.cx(),
            cy: gradient.cy(),
            cr: gradient.r().get(),
            transform: transform(gradient.transform()),
            spread_method: spread(gradient.spread_method()),
            stops: gradient.stops().iter().map(stop).collect(),
            anti_alias: true,
        }
        .into(),
        usvg::Paint::Pattern(_) => rgb::Color::new(128, 128, 128).into(),
    }
}

fn rgb(colour: usvg::Color) -> rgb::Color {
    rgb::Color::new(colour.red, colour.green, colour.blue)
}

fn stop(stop: &usvg::Stop) -> Stop {
    let share = |value: f32| NormalizedF32::new(value).unwrap_or(NormalizedF32::ONE);
    Stop {
        offset: share(stop.offset().get()),
        color: rgb(stop.color()).into(),
        opacity: share(stop.opacity().get()),
    }
}

fn spread(method: usvg::SpreadMethod) -> SpreadMethod {
    match method {
        usvg::SpreadMethod::Pad => SpreadMethod::Pad,
        usvg::SpreadMethod::Reflect => SpreadMethod::Reflect,
        usvg::SpreadMethod::Repeat => SpreadMethod::Repeat,
    }
}

fn png(surface: &mut Surface, bytes: &[u8], width: f32, height: f32) {
    if let Some(pixels) = png_pixels(bytes)
        && let Ok(image) = krilla::image::Image::from_custom(Opaque(pixels), false)
        && let Some(size) = Size::from_wh(width, height)
    {
        surface.draw_image(image, size);
    }
}

/// Pixels for krilla.
#[derive(Clone, Hash)]
struct Opaque(Pixels);

impl CustomImage for Opaque {
    fn color_channel(&self) -> &[u8] {
        &self.0.rgb
    }

    fn alpha_channel(&self) -> Option<&[u8]> {
        None
    }

    fn bits_per_component(&self) -> BitsPerComponent {
        BitsPerComponent::Eight
    }

    fn size(&self) -> (u32, u32) {
        (self.0.width, self.0.height)
    }

    fn icc_profile(&self) -> Option<&[u8]> {
        None
    }

    fn color_space(&self) -> ImageColorspace {
        ImageColorspace::Rgb
    }
}
