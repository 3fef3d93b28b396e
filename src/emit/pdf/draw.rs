//! Shapes → page content.

use super::content::{Content, number};
use super::file::File;
use crate::layout::scene::{HEAD_LENGTH, HEAD_WIDTH, Point, Shape, Stroke};
use crate::paper::length::Len;

/// Draws shapes in their order. Lines of one stroke that follow each other are drawn as one path, their heads as
/// another: a table is many rules.
pub fn draw<'a>(file: &mut File, content: &mut Content, shapes: impl Iterator<Item = &'a Shape>) {
    let height = content.ink().height;
    let mut lines = Strokes::new(height);
    for shape in shapes {
        if let Shape::Lines { stroke, .. } = shape {
            if lines.stroke != Some(*stroke) {
                lines.flush(content);
                lines.stroke = Some(*stroke);
            }
        } else {
            lines.flush(content);
        }
        match shape {
            Shape::Rect { x, y, width, height: down, radius, fill, stroke } => {
                let mut path = Path::new(height);
                path.rounded((*x, *y), (*width, *down), *radius);
                content.ink().paint(&path.bytes, *fill, *stroke);
            }
            Shape::Polygon { points, fill, stroke } => {
                let mut path = Path::new(height);
                path.polyline(points, true);
                content.ink().paint(&path.bytes, *fill, Some(*stroke));
            }
            Shape::Lines { runs, head, .. } => {
                runs.iter().for_each(|run| lines.paths.polyline(run, false));
                if *head && let Some([.., from, to]) = runs.last().map(Vec::as_slice) {
                    lines.heads.arrow_head(*from, *to);
                }
            }
            Shape::Text(line) => content.text(line),
            Shape::Image { x, y, width, height, image } => {
                content.picture(file, image, (*x, *y), (*width, *height));
            }
        }
    }
    lines.flush(content);
}

/// Lines of one stroke that are not drawn yet.
struct Strokes {
    stroke: Option<Stroke>,
    paths: Path,
    heads: Path,
}

impl Strokes {
    fn new(height: i32) -> Strokes {
        Strokes { stroke: None, paths: Path::new(height), heads: Path::new(height) }
    }

    fn flush(&mut self, content: &mut Content) {
        let Some(stroke) = self.stroke.take() else { return };
        content.ink().paint(&self.paths.bytes, None, Some(stroke));
        content.ink().paint(&self.heads.bytes, Some(stroke.shade), None);
        self.paths.bytes.clear();
        self.heads.bytes.clear();
    }
}

/// A path as the operators that draw it, on a page of this height.
struct Path {
    height: i32,
    bytes: Vec<u8>,
}

impl Path {
    fn new(height: i32) -> Path {
        Path { height, bytes: Vec::new() }
    }

    /// Points in hundredths of a point from the upper left corner, and what is done with them.
    fn put(&mut self, points: &[(i32, i32)], operator: &[u8]) {
        for (x, y) in points {
            number(&mut self.bytes, *x);
            number(&mut self.bytes, self.height - y);
        }
        self.bytes.extend_from_slice(operator);
    }

    fn polyline(&mut self, points: &[Point], close: bool) {
        let Some((first, rest)) = points.split_first() else { return };
        let at = |point: &Point| (point.x.to_hundredths_pt(), point.y.to_hundredths_pt());
        self.put(&[at(first)], b" m");
        rest.iter().for_each(|point| self.put(&[at(point)], b" l"));
        if close || (points.len() > 2 && points.last() == Some(first)) {
            self.put(&[], b" h");
        }
        self.bytes.push(b'\n');
    }

    fn rounded(&mut self, (x, y): (Len, Len), (width, height): (Len, Len), radius: Len) {
        let radius = radius.min(width / 2).min(height / 2).to_hundredths_pt();
        let (left, top) = (x.to_hundredths_pt(), y.to_hundredths_pt());
        let (right, bottom) = ((x + width).to_hundredths_pt(), (y + height).to_hundredths_pt());
        if radius == 0 {
            self.put(&[(left, bottom), (right - left, self.height - bottom + top)], b" re\n");
            return;
        }
        // A quarter of a circle as a cubic: control points at 0.5523 of the radius.
        let (r, c) = (radius, radius * 4477 / 10_000);
        self.put(&[(left + r, top)], b" m");
        self.put(&[(right - r, top)], b" l");
        self.put(&[(right - c, top), (right, top + c), (right, top + r)], b" c");
        self.put(&[(right, bottom - r)], b" l");
        self.put(&[(right, bottom - c), (right - c, bottom), (right - r, bottom)], b" c");
        self.put(&[(left + r, bottom)], b" l");
        self.put(&[(left + c, bottom), (left, bottom - c), (left, bottom - r)], b" c");
        self.put(&[(left, top + r)], b" l");
        self.put(&[(left, top + c), (left + c, top), (left + r, top)], b" c h\n");
    }

    /// The head of a horizontal or vertical arrow.
    fn arrow_head(&mut self, from: Point, to: Point) {
        let (x, y) = (to.x.to_hundredths_pt(), to.y.to_hundredths_pt());
        let (length, half) = (HEAD_LENGTH.to_hundredths_pt(), HEAD_WIDTH.to_hundredths_pt() / 2);
        let (along_x, along_y) = ((to.x - from.x).to_um().signum(), (to.y - from.y).to_um().signum());
        let (back_x, back_y) = (x - along_x * length, y - along_y * length);
        self.put(&[(x, y)], b" m");
        self.put(&[(back_x - along_y * half, back_y + along_x * half)], b" l");
        self.put(&[(back_x + along_y * half, back_y - along_x * half)], b" l h\n");
    }
}
