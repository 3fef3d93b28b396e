//! The logo → a picture of the size one by one, drawn once and used wherever it stands. Shapes keep their colours and
//! gradients; a pattern becomes grey.

use super::file::File;
use super::gradient::{Gradient, functions, rgb};
use crate::layout::logo::{Pixels, png_pixels, svg_tree};
use crate::layout::scene::Image;
use pdf_writer::types::{ColorSpaceOperand, LineCapStyle, LineJoinStyle, MaskType};
use pdf_writer::writers::Resources;
use pdf_writer::{Content, Filter, Finish, Name, Rect, Ref};
use std::collections::BTreeMap;
use usvg::tiny_skia_path::{PathSegment, Point};
use usvg::{Group, Node, Paint, Path, Transform};

/// Writes a picture; `None` for one that cannot be read.
pub fn write(file: &mut File, image: &Image) -> Option<Ref> {
    let source = match image {
        Image::Png(bytes) => return pixels(file, bytes),
        Image::Svg(source) => source,
    };
    let tree = svg_tree(source)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let upright = Transform::from_row(1.0, 0.0, 0.0, -1.0, 0.0, height);
    let mut drawing = Drawing { file, content: Content::new(), upright, uses: Uses::default() };
    drawing.content.transform(row(upright));
    drawing.group(tree.root(), 1.0, 0);
    let Drawing { content, uses, .. } = drawing;
    let (id, data) = (file.number(), file.packed(&[&content.finish()]));
    let mut form = file.stream(id).form_xobject(id, &data);
    form.filter(Filter::FlateDecode);
    form.bbox(Rect::new(0.0, 0.0, width, height)).matrix([1.0 / width, 0.0, 0.0, 1.0 / height, 0.0, 0.0]);
    uses.write(&mut form.resources());
    Some(id)
}

/// How many clips and clear groups may lie in each other; archives allow 28 levels of graphics state in all.
const DEEP: usize = 8;

struct Drawing<'a> {
    file: &'a mut File,
    content: Content,
    /// From the coordinates of the picture, which counts from above, to those of the content.
    upright: Transform,
    uses: Uses,
}

/// What a content uses, each by its number.
#[derive(Default)]
struct Uses {
    states: Vec<Ref>,
    /// Which of them fade areas and strokes how far.
    faded: BTreeMap<[u32; 2], usize>,
    patterns: Vec<Ref>,
    pictures: Vec<Ref>,
}

impl Uses {
    fn write(&self, resources: &mut Resources<'_>) {
        let names = |ids: &[Ref]| -> Vec<(String, Ref)> {
            ids.iter().enumerate().map(|(at, id)| (at.to_string(), *id)).collect()
        };
        for (kind, ids) in
            [("ExtGState", &self.states), ("Pattern", &self.patterns), ("XObject", &self.pictures)]
        {
            if !ids.is_empty() {
                let mut dict = resources.insert(Name(kind.as_bytes())).dict();
                for (name, id) in names(ids) {
                    dict.pair(Name(name.as_bytes()), id);
                }
            }
        }
    }
}

/// What is painted with.
#[derive(Clone, Copy)]
enum For {
    Areas,
    Strokes,
}

impl Drawing<'_> {
    /// `opacity` is that of the groups around which are not drawn as one, `deep` how many clips and groups are in force.
    fn group(&mut self, group: &Group, opacity: f32, deep: usize) {
        let (own, clip) = (group.opacity().get(), group.clip_path());
        if deep >= DEEP || (own == 1.0 && clip.is_none()) {
            return self.nodes(group, opacity * own, deep);
        }
        self.content.save_state();
        if let Some(clip) = clip {
            outlines(clip.root(), group.abs_transform().pre_concat(clip.transform()), &mut self.content);
            self.content.clip_nonzero().end_path();
        }
        if own == 1.0 || group.children().len() < 2 {
            self.nodes(group, opacity * own, deep + 1);
        } else {
            self.as_one(group, opacity * own, deep + 1);
        }
        self.content.restore_state();
    }

    /// Draws a group that things behind it shine through, but not its own parts through each other.
    fn as_one(&mut self, group: &Group, opacity: f32, deep: usize) {
        let content = std::mem::replace(&mut self.content, Content::new());
        let uses = std::mem::take(&mut self.uses);
        let upright = std::mem::replace(&mut self.upright, Transform::identity());
        self.nodes(group, 1.0, deep);
        self.upright = upright;
        let content = std::mem::replace(&mut self.content, content);
        let uses = std::mem::replace(&mut self.uses, uses);
        let (id, data) = (self.file.number(), self.file.packed(&[&content.finish()]));
        let mut form = self.file.stream(id).form_xobject(id, &data);
        form.filter(Filter::FlateDecode);
        let area = group.abs_layer_bounding_box();
        form.bbox(Rect::new(area.left(), area.top(), area.right(), area.bottom()));
        form.group().transparency().isolated(true).color_space().device_rgb();
        uses.write(&mut form.resources());
        form.finish();
        self.fade([opacity; 2]);
        self.picture(id);
    }

    fn nodes(&mut self, group: &Group, opacity: f32, deep: usize) {
        for node in group.children() {
            match node {
                Node::Group(inner) => self.group(inner, opacity, deep),
                Node::Path(shape) if shape.is_visible() => self.path(shape, opacity),
                Node::Image(image) if image.is_visible() => {
                    if let usvg::ImageKind::PNG(bytes) = image.kind()
                        && let Some(id) = pixels(self.file, bytes)
                    {
                        let (width, height) = (image.size().width(), image.size().height());
                        self.content.save_state();
                        if opacity < 1.0 {
                            self.fade([opacity; 2]);
                        }
                        self.content.transform(row(image.abs_transform()));
                        self.content.transform([width, 0.0, 0.0, -height, 0.0, height]);
                        self.picture(id);
                        self.content.restore_state();
                    }
                }
                // What is hidden is not drawn; an SVG with text was refused when it was read.
                Node::Path(_) | Node::Image(_) | Node::Text(_) => {}
            }
        }
    }

    fn picture(&mut self, id: Ref) {
        self.content.x_object(Name(self.uses.pictures.len().to_string().as_bytes()));
        self.uses.pictures.push(id);
    }

    /// How far areas and strokes are seen from now on.
    fn fade(&mut self, opacities: [f32; 2]) {
        let [areas, strokes] = opacities;
        let known = *self.uses.faded.entry(opacities.map(f32::to_bits)).or_insert(self.uses.states.len());
        if known < self.uses.states.len() {
            self.content.set_parameters(Name(known.to_string().as_bytes()));
            return;
        }
        let id = self.file.number();
        let mut state = self.file.object(id).ext_graphics(id);
        state.non_stroking_alpha(areas).stroking_alpha(strokes);
        state.finish();
        self.set(id);
    }

    fn path(&mut self, shape: &Path, opacity: f32) {
        let (fill, stroke) = (shape.fill(), shape.stroke());
        self.content.save_state().transform(row(shape.abs_transform()));
        let seen = |own: Option<usvg::Opacity>| own.map_or(1.0, |own| own.get()) * opacity;
        let opacities = [seen(fill.map(|it| it.opacity())), seen(stroke.map(|it| it.opacity()))]
            .map(|it| it.clamp(0.0, 1.0));
        if opacities != [1.0; 2] {
            self.fade(opacities);
        }
        // With a mask for each they are painted one after the other.
        if let Some(fill) = fill {
            self.content.save_state();
            self.paint(fill.paint(), shape, For::Areas);
            segments(shape.data(), Transform::identity(), &mut self.content);
            match fill.rule() {
                usvg::FillRule::NonZero => self.content.fill_nonzero(),
                usvg::FillRule::EvenOdd => self.content.fill_even_odd(),
            };
            self.content.restore_state();
        }
        if let Some(stroke) = stroke {
            self.content.save_state();
            self.paint(stroke.paint(), shape, For::Strokes);
            self.content.set_line_width(stroke.width().get()).set_miter_limit(stroke.miterlimit().get());
            self.content.set_line_cap(match stroke.linecap() {
                usvg::LineCap::Butt => LineCapStyle::ButtCap,
                usvg::LineCap::Round => LineCapStyle::RoundCap,
                usvg::LineCap::Square => LineCapStyle::ProjectingSquareCap,
            });
            self.content.set_line_join(match stroke.linejoin() {
                usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoinStyle::MiterJoin,
                usvg::LineJoin::Round => LineJoinStyle::RoundJoin,
                usvg::LineJoin::Bevel => LineJoinStyle::BevelJoin,
            });
            if let Some(array) = stroke.dasharray() {
                self.content.set_dash_pattern(array.iter().copied(), stroke.dashoffset());
            }
            segments(shape.data(), Transform::identity(), &mut self.content);
            self.content.stroke().restore_state();
        }
        self.content.restore_state();
    }

    fn set(&mut self, state: Ref) {
        self.content.set_parameters(Name(self.uses.states.len().to_string().as_bytes()));
        self.uses.states.push(state);
    }

    /// What follows is painted so.
    fn paint(&mut self, paint: &Paint, shape: &Path, what: For) {
        let gradient = match paint {
            Paint::Color(colour) => return self.colour(*colour, what),
            Paint::Pattern(_) => return self.colour(usvg::Color::new_rgb(128, 128, 128), what),
            Paint::LinearGradient(gradient) => Gradient::linear(gradient, shape),
            Paint::RadialGradient(gradient) => Gradient::radial(gradient),
        };
        if gradient.stops.iter().any(|stop| stop.opacity < 1.0) {
            let mask = self.mask(&gradient, shape);
            self.set(mask);
        }
        let functions = functions(self.file, &gradient.stops, |stop| stop.colour.to_vec());
        let matrix = self.upright.pre_concat(shape.abs_transform()).pre_concat(gradient.transform);
        let id = self.file.number();
        let mut pattern = self.file.object(id).shading_pattern(id);
        pattern.matrix(row(matrix));
        gradient.shade(&mut pattern.function_shading(), functions, false);
        pattern.finish();
        let name = self.uses.patterns.len().to_string();
        let name = Name(name.as_bytes());
        match what {
            For::Areas => {
                self.content.set_fill_color_space(ColorSpaceOperand::Pattern).set_fill_pattern(None, name)
            }
            For::Strokes => {
                self.content.set_stroke_color_space(ColorSpaceOperand::Pattern).set_stroke_pattern(None, name)
            }
        };
        self.uses.patterns.push(id);
    }

    fn colour(&mut self, colour: usvg::Color, what: For) {
        let [red, green, blue] = rgb(colour);
        match what {
            For::Areas => self.content.set_fill_rgb(red, green, blue),
            For::Strokes => self.content.set_stroke_rgb(red, green, blue),
        };
    }

    /// A state in which a shape is seen as far as a gradient can be.
    fn mask(&mut self, gradient: &Gradient, shape: &Path) -> Ref {
        let functions = functions(self.file, &gradient.stops, |stop| vec![stop.opacity]);
        let (shading, group, state) = (self.file.number(), self.file.number(), self.file.number());
        let mut out = self.file.object(shading).function_shading(shading);
        gradient.shade(&mut out, functions, true);
        out.finish();
        let mut content = Content::new();
        content.transform(row(gradient.transform)).shading(Name(b"0"));
        let data = self.file.packed(&[&content.finish()]);
        let mut form = self.file.stream(group).form_xobject(group, &data);
        form.filter(Filter::FlateDecode);
        let area = shape.stroke_bounding_box();
        form.bbox(Rect::new(area.left(), area.top(), area.right(), area.bottom()));
        form.group().transparency().isolated(true).color_space().device_gray();
        form.resources().shadings().pair(Name(b"0"), shading);
        form.finish();
        let mut out = self.file.object(state).ext_graphics(state);
        out.soft_mask().subtype(MaskType::Luminosity).group(group);
        out.finish();
        state
    }
}

/// The outlines of a clip, in the picture's coordinates.
fn outlines(group: &Group, to: Transform, content: &mut Content) {
    for node in group.children() {
        match node {
            Node::Group(inner) => outlines(inner, to, content),
            Node::Path(shape) => segments(shape.data(), to.pre_concat(shape.abs_transform()), content),
            Node::Image(_) | Node::Text(_) => {}
        }
    }
}

fn segments(path: &usvg::tiny_skia_path::Path, to: Transform, content: &mut Content) {
    let at = |mut point: Point| {
        to.map_point(&mut point);
        point
    };
    let mut last = Point::zero();
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(p) => {
                let p = at(p);
                content.move_to(p.x, p.y);
                last = p;
            }
            PathSegment::LineTo(p) => {
                let p = at(p);
                content.line_to(p.x, p.y);
                last = p;
            }
            PathSegment::QuadTo(a, p) => {
                // A PDF has cubics only.
                let (a, p) = (at(a), at(p));
                let third = |of: Point| {
                    Point::from_xy(of.x + (a.x - of.x) * 2.0 / 3.0, of.y + (a.y - of.y) * 2.0 / 3.0)
                };
                let (b, c) = (third(last), third(p));
                content.cubic_to(b.x, b.y, c.x, c.y, p.x, p.y);
                last = p;
            }
            PathSegment::CubicTo(a, b, p) => {
                let (a, b, p) = (at(a), at(b), at(p));
                content.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y);
                last = p;
            }
            PathSegment::Close => {
                content.close_path();
            }
        }
    }
}

fn row(of: Transform) -> [f32; 6] {
    [of.sx, of.ky, of.kx, of.sy, of.tx, of.ty]
}

/// Writes the dots of a PNG, which fill a square of one by one.
fn pixels(file: &mut File, bytes: &[u8]) -> Option<Ref> {
    let Pixels { width, height, rgb } = png_pixels(bytes)?;
    let (id, data) = (file.number(), file.packed(&[&rgb]));
    let mut image = file.stream(id).image_xobject(id, &data);
    image.filter(Filter::FlateDecode);
    image.width(width as i32).height(height as i32).bits_per_component(8).color_space().device_rgb();
    Some(id)
}
