//! Shapes → page content.

use super::logo;
use crate::layout::font::{FACES, Face, UNITS_PER_EM, glyph, has};
use crate::layout::length::Len;
use crate::layout::scene::{self, HEAD_LENGTH, HEAD_WIDTH, Shade, Shape, TextLine};
use crate::layout::wrap::{SOFT_HYPHEN, goes_on};
use krilla::color::luma;
use krilla::geom::{Path, PathBuilder, Point};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use std::sync::OnceLock;

/// Looks as `-` does, and hardly occurs in a text.
const HYPHEN: char = '\u{2010}';

/// A face as krilla wants it: read when the first letter is set in it, and once for all files of a run.
fn font(face: Face) -> Font {
    static FONTS: [OnceLock<Font>; FACES.len()] = [const { OnceLock::new() }; FACES.len()];
    let read = || Font::new(face.data().into(), 0).expect("bug: an embedded font is refused");
    FONTS[face as usize].get_or_init(read).clone()
}

/// Draws shapes in their order. Lines of one stroke that follow each other are drawn as one path, their heads as
/// another: a table is many rules.
pub fn draw<'a>(surface: &mut Surface, shapes: impl Iterator<Item = &'a Shape>) {
    let mut lines = Strokes::default();
    for shape in shapes {
        if let Shape::Lines { stroke, .. } = shape {
            if lines.stroke != Some(*stroke) {
                lines.flush(surface);
                lines.stroke = Some(*stroke);
            }
        } else {
            lines.flush(surface);
        }
        match shape {
            Shape::Rect { x, y, width, height, radius, fill, stroke } => {
                let path = rounded(*x, *y, *width, *height, *radius);
                paint(surface, path, *fill, *stroke);
            }
            Shape::Polygon { points, fill, stroke } => {
                let mut path = PathBuilder::new();
                polyline(&mut path, points, true);
                paint(surface, path.finish(), *fill, Some(*stroke));
            }
            Shape::Lines { runs, head, .. } => {
                runs.iter().for_each(|run| polyline(&mut lines.paths, run, false));
                if *head && let Some([.., from, to]) = runs.last().map(Vec::as_slice) {
                    arrow_head(&mut lines.heads, *from, *to);
                }
            }
            Shape::Text(line) => text(surface, line),
            Shape::Image { x, y, width, height, image } => {
                logo::draw(surface, image, (*x, *y), (*width, *height))
            }
        }
    }
    lines.flush(surface);
}

/// Lines of one stroke that are not drawn yet.
#[derive(Default)]
struct Strokes {
    stroke: Option<scene::Stroke>,
    paths: PathBuilder,
    heads: PathBuilder,
}

impl Strokes {
    fn flush(&mut self, surface: &mut Surface) {
        let Strokes { stroke: Some(stroke), paths, heads } = std::mem::take(self) else { return };
        paint(surface, paths.finish(), None, Some(stroke));
        paint(surface, heads.finish(), Some(stroke.shade), None);
    }
}

fn paint(surface: &mut Surface, path: Option<Path>, fill: Option<Shade>, stroke: Option<scene::Stroke>) {
    let (Some(path), true) = (path, fill.is_some() || stroke.is_some()) else { return };
    surface.set_fill(fill.map(solid));
    surface.set_stroke(stroke.map(line));
    surface.draw_path(&path);
}

fn solid(shade: Shade) -> Fill {
    Fill { paint: luma::Color::new(shade).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn line(stroke: scene::Stroke) -> Stroke {
    Stroke {
        paint: luma::Color::new(stroke.shade).into(),
        width: stroke.width.to_pt(),
        line_cap: LineCap::Butt,
        line_join: LineJoin::Miter,
        ..Stroke::default()
    }
}

fn polyline(path: &mut PathBuilder, points: &[scene::Point], close: bool) {
    let Some((first, rest)) = points.split_first() else { return };
    path.move_to(first.x.to_pt(), first.y.to_pt());
    for point in rest {
        path.line_to(point.x.to_pt(), point.y.to_pt());
    }
    if close || (points.len() > 2 && points.last() == Some(first)) {
        path.close();
    }
}

fn rounded(x: Len, y: Len, width: Len, height: Len, radius: Len) -> Option<Path> {
    let radius = radius.min(width / 2).min(height / 2);
    let (left, top, right, bottom) = (x.to_pt(), y.to_pt(), (x + width).to_pt(), (y + height).to_pt());
    let mut path = PathBuilder::new();
    if radius == Len::ZERO {
        path.move_to(left, top);
        path.line_to(right, top);
        path.line_to(right, bottom);
        path.line_to(left, bottom);
        path.close();
        return path.finish();
    }
    // A quarter of a circle as a cubic: control points at 0.5523 of the radius.
    let r = radius.to_pt();
    let c = r * (1.0 - 0.552_284_8);
    path.move_to(left + r, top);
    path.line_to(right - r, top);
    path.cubic_to(right - c, top, right, top + c, right, top + r);
    path.line_to(right, bottom - r);
    path.cubic_to(right, bottom - c, right - c, bottom, right - r, bottom);
    path.line_to(left + r, bottom);
    path.cubic_to(left + c, bottom, left, bottom - c, left, bottom - r);
    path.line_to(left, top + r);
    path.cubic_to(left, top + c, left + c, top, left + r, top);
    path.close();
    path.finish()
}

/// The head of a horizontal or vertical arrow.
fn arrow_head(path: &mut PathBuilder, from: scene::Point, to: scene::Point) {
    let (x, y) = (to.x.to_pt(), to.y.to_pt());
    let (length, half) = (HEAD_LENGTH.to_pt(), HEAD_WIDTH.to_pt() / 2.0);
    let (along_x, along_y) =
        ((to.x - from.x).to_um().signum() as f32, (to.y - from.y).to_um().signum() as f32);
    let (back_x, back_y) = (x - along_x * length, y - along_y * length);
    path.move_to(x, y);
    path.line_to(back_x - along_y * half, back_y + along_x * half);
    path.line_to(back_x + along_y * half, back_y - along_x * half);
    path.close();
}

fn text(surface: &mut Surface, line: &TextLine) {
    if line.words.is_empty() {
        return;
    }
    // The blank at the end keeps words apart that were on two lines when the text is copied or searched; a word that
    // was broken stays one. What the faces lack is reported before anything is drawn; drawn all the same, it is a
    // question mark and never a box.
    let mut words = String::with_capacity(line.words.len() + 1);
    let mut glyphs = Vec::with_capacity(line.words.len() + 1);
    for c in line.words.chars().chain((!goes_on(&line.words)).then_some(' ')) {
        let c = if has(c) { c } else { '?' };
        let at = words.len();
        words.push(c);
        // A glyph stands for one character throughout a file, and `-` has its own.
        let glyph = glyph(line.face, if c == SOFT_HYPHEN { HYPHEN } else { c });
        let advance = f32::from(glyph.advance) / UNITS_PER_EM as f32;
        let id = GlyphId::new(u32::from(glyph.id));
        glyphs.push(KrillaGlyph::new(id, advance, 0.0, 0.0, 0.0, at..words.len(), None));
    }
    let start = Point::from_xy(line.x.to_pt(), line.baseline.to_pt());
    let size = line.size.em().to_pt();
    surface.set_fill(Some(solid(0)));
    surface.set_stroke(None);
    surface.draw_glyphs(start, &glyphs, font(line.face), &words, size, false);
}
