//! Gradients of a logo → functions along a way, as a PDF has them.

use super::file::File;
use pdf_writer::Ref;
use pdf_writer::types::FunctionShadingType;
use pdf_writer::writers::FunctionShading;
use usvg::tiny_skia_path::Point;
use usvg::{Path, SpreadMethod, Stop, Transform};

/// How often a gradient that repeats is drawn at most.
const REPEATED: f32 = 32.0;

/// A gradient as a PDF has it: along a way from 0 to 1, the same on and on beyond its ends.
pub struct Gradient {
    kind: FunctionShadingType,
    coords: Vec<f32>,
    pub transform: Transform,
    pub stops: Vec<Shade>,
}

/// A colour on the way.
#[derive(Clone, Copy)]
pub struct Shade {
    at: f32,
    pub colour: [f32; 3],
    pub opacity: f32,
}

impl Gradient {
    /// What repeats is drawn as often as the shape asks for.
    pub fn linear(gradient: &usvg::LinearGradient, shape: &Path) -> Gradient {
        let (from, to) =
            (Point::from_xy(gradient.x1(), gradient.y1()), Point::from_xy(gradient.x2(), gradient.y2()));
        let (mut start, mut end, mut stops) = (from, to, shades(gradient.stops()));
        let along = to - from;
        let square = along.x * along.x + along.y * along.y;
        if gradient.spread_method() != SpreadMethod::Pad
            && square > 0.0
            && let Some(back) = gradient.transform().invert()
        {
            let area = shape.stroke_bounding_box();
            let mut corners = [area.left(), area.right()]
                .map(|x| [area.top(), area.bottom()].map(|y| Point::from_xy(x, y)))
                .concat();
            back.map_points(&mut corners);
            let ways = corners.iter().map(|corner| {
                let way = *corner - from;
                (way.x * along.x + way.y * along.y) / square
            });
            let (first, last) =
                ways.fold((0.0_f32, 1.0_f32), |(low, high), way| (low.min(way), high.max(way)));
            let (first, last) = (first.floor().max(-REPEATED), last.ceil().min(REPEATED));
            let times = (last - first).max(1.0);
            let mirrored = gradient.spread_method() == SpreadMethod::Reflect;
            let once = stops;
            stops = Vec::new();
            for time in first as i32..last as i32 {
                let turned = mirrored && time.rem_euclid(2) == 1;
                let one = once
                    .iter()
                    .map(|stop| Shade { at: if turned { 1.0 - stop.at } else { stop.at }, ..*stop });
                let mut one: Vec<Shade> = one.collect();
                if turned {
                    one.reverse();
                }
                stops.extend(
                    one.into_iter().map(|stop| Shade { at: (time as f32 - first + stop.at) / times, ..stop }),
                );
            }
            start = Point::from_xy(from.x + along.x * first, from.y + along.y * first);
            end = Point::from_xy(from.x + along.x * last, from.y + along.y * last);
        }
        Gradient {
            kind: FunctionShadingType::Axial,
            coords: vec![start.x, start.y, end.x, end.y],
            transform: gradient.transform(),
            stops,
        }
    }

    pub fn radial(gradient: &usvg::RadialGradient) -> Gradient {
        let focus = [gradient.fx(), gradient.fy(), gradient.fr().get()];
        let whole = [gradient.cx(), gradient.cy(), gradient.r().get()];
        Gradient {
            kind: FunctionShadingType::Radial,
            coords: [focus, whole].concat(),
            transform: gradient.transform(),
            stops: shades(gradient.stops()),
        }
    }

    pub fn shade(&self, out: &mut FunctionShading<'_>, function: Ref, grey: bool) {
        out.shading_type(self.kind);
        if grey {
            out.color_space().device_gray()
        } else {
            out.color_space().device_rgb()
        };
        out.coords(self.coords.iter().copied()).extend([true, true]).function(function);
    }
}

/// Stops from 0 to 1.
fn shades(stops: &[Stop]) -> Vec<Shade> {
    let shade = |stop: &Stop| Shade {
        at: stop.offset().get(),
        colour: rgb(stop.color()),
        opacity: stop.opacity().get(),
    };
    let mut shades: Vec<Shade> = stops.iter().map(shade).collect();
    if let (Some(first), Some(last)) = (shades.first().copied(), shades.last().copied()) {
        shades.insert(0, Shade { at: 0.0, ..first });
        shades.push(Shade { at: 1.0, ..last });
    }
    shades
}

/// Writes what a gradient is at each place of its way.
pub fn functions(file: &mut File, stops: &[Shade], value: impl Fn(&Shade) -> Vec<f32>) -> Ref {
    // A step from one colour to another has no length.
    let parts: Vec<&[Shade]> = stops.windows(2).filter(|pair| pair[0].at < pair[1].at).collect();
    let ids: Vec<Ref> = parts
        .iter()
        .map(|pair| {
            let id = file.number();
            let mut function = file.object(id).exponential_function(id);
            function.domain([0.0, 1.0]).c0(value(&pair[0])).c1(value(&pair[1])).n(1.0);
            id
        })
        .collect();
    let id = file.number();
    let mut whole = file.object(id).stitching_function(id);
    whole.domain([0.0, 1.0]).functions(ids.iter().copied());
    whole.bounds(parts.iter().skip(1).map(|pair| pair[0].at));
    whole.encode(ids.iter().flat_map(|_| [0.0, 1.0]));
    id
}

/// A colour, each part from 0 to 1.
pub fn rgb(colour: usvg::Color) -> [f32; 3] {
    [colour.red, colour.green, colour.blue].map(|value| f32::from(value) / 255.0)
}
