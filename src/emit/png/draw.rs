//! Shapes → dots. What is black on white stays so: the page is drawn as it will be printed, in no colour but a logo's.

use super::logo;
use crate::emit::Resolution;
use crate::layout::font::{UNITS_PER_EM, glyph, outline, printed};
use crate::layout::scene::{Page, Point, Shade, Shape, Stroke, TextLine, arrow_head};
use crate::layout::wrap::SOFT_HYPHEN;
use crate::paper::length::Len;
use resvg::tiny_skia::{self, Color, FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Transform};
use ttf_parser::OutlineBuilder;

/// A page as dots.
pub fn draw(page: &Page, resolution: Resolution) -> Pixmap {
    let per_um = f64::from(resolution.dpi()) / 25_400.0;
    let side = |length: Len| (f64::from(length.to_um()) * per_um).round() as u32;
    let mut picture = Pixmap::new(side(page.width), side(page.height)).expect("bug: a page without extent");
    picture.fill(Color::WHITE);
    let mut canvas = Canvas { picture, per_um };
    page.items.iter().for_each(|item| canvas.shape(&item.shape));
    canvas.picture
}

struct Canvas {
    picture: Pixmap,
    /// Dots in a micrometre.
    per_um: f64,
}

impl Canvas {
    fn dots(&self, length: Len) -> f32 {
        (f64::from(length.to_um()) * self.per_um) as f32
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { x, y, width, height, radius, fill, stroke } => {
                let Some(area) = self.area(*x, *y, *width, *height) else { return };
                let radius = self.dots((*radius).min(*width / 2).min(*height / 2));
                let mut fill = *fill;
                // A rectangle is filled in a tenth of the time of any other path.
                if let Some(shade) = fill.take_if(|_| radius == 0.0) {
                    self.fill_rect(area, shade);
                }
                if fill.is_some() || stroke.is_some() {
                    self.paint(rounded(area, radius), fill, *stroke);
                }
            }
            Shape::Polygon { points, fill, stroke } => {
                self.paint(self.polyline(points, true), *fill, Some(*stroke));
            }
            Shape::Lines { runs, stroke, head } => {
                for run in runs {
                    self.paint(self.polyline(run, false), None, Some(*stroke));
                }
                if *head && let Some([.., from, to]) = runs.last().map(Vec::as_slice) {
                    self.paint(self.polyline(&arrow_head(*from, *to), true), Some(stroke.shade), None);
                }
            }
            Shape::Text(line) => self.text(line),
            Shape::Image { x, y, width, height, image } => {
                if let Some(area) = self.area(*x, *y, *width, *height) {
                    logo::draw(image, area, &mut self.picture);
                }
            }
        }
    }

    fn area(&self, x: Len, y: Len, width: Len, height: Len) -> Option<Rect> {
        Rect::from_ltrb(self.dots(x), self.dots(y), self.dots(x + width), self.dots(y + height))
    }

    fn polyline(&self, points: &[Point], close: bool) -> Option<Path> {
        let (first, rest) = points.split_first()?;
        let mut path = PathBuilder::with_capacity(points.len() + 1, points.len());
        path.move_to(self.dots(first.x), self.dots(first.y));
        rest.iter().for_each(|point| path.line_to(self.dots(point.x), self.dots(point.y)));
        if close || (points.len() > 2 && points.last() == Some(first)) {
            path.close();
        }
        path.finish()
    }

    fn fill_rect(&mut self, area: Rect, shade: Shade) {
        self.picture.fill_rect(area, &ink(shade), Transform::identity(), None);
    }

    fn fill(&mut self, path: &Path, shade: Shade) {
        self.picture.fill_path(path, &ink(shade), FillRule::Winding, Transform::identity(), None);
    }

    /// Fills a path, then strokes it.
    fn paint(&mut self, path: Option<Path>, fill: Option<Shade>, stroke: Option<Stroke>) {
        let Some(path) = path else { return };
        if let Some(shade) = fill {
            self.fill(&path, shade);
        }
        if let Some(Stroke { width, shade }) = stroke {
            let stroke = tiny_skia::Stroke { width: self.dots(width), ..tiny_skia::Stroke::default() };
            self.picture.stroke_path(&path, &ink(shade), &stroke, Transform::identity(), None);
        }
    }

    fn text(&mut self, line: &TextLine) {
        let per_unit = self.dots(line.size.em()) / UNITS_PER_EM as f32;
        let (left, baseline) = (self.dots(line.x), self.dots(line.baseline));
        let mut pen = Pen { path: PathBuilder::new(), x: left, baseline, per_unit };
        let mut units = 0_i32;
        for c in line.words.chars() {
            let glyph = glyph(line.face, if c == SOFT_HYPHEN { '-' } else { printed(c) });
            pen.x = left + units as f32 * per_unit;
            outline(line.face, glyph, &mut pen);
            units += i32::from(glyph.advance);
        }
        if let Some(path) = pen.path.finish() {
            self.fill(&path, 0);
        }
    }
}

fn ink(shade: Shade) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(shade, shade, shade, 255);
    paint
}

fn rounded(area: Rect, radius: f32) -> Option<Path> {
    if radius == 0.0 {
        return Some(PathBuilder::from_rect(area));
    }
    // A quarter of a circle as a cubic: control points at 0.5523 of the radius.
    let (left, top, right, bottom) = (area.left(), area.top(), area.right(), area.bottom());
    let (r, c) = (radius, radius * 0.4477);
    let mut path = PathBuilder::new();
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

/// Draws glyphs side by side into one path: from font units, which count up, to dots, which count down.
struct Pen {
    path: PathBuilder,
    x: f32,
    baseline: f32,
    per_unit: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.per_unit, self.baseline - y * self.per_unit)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
