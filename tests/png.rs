//! Pictures of the pages.
#![cfg(feature = "png")]
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/corpus.rs"]
mod corpus;

use png::{ColorType, Decoder};
use sop::emit::{Resolution, page_png};
use sop::layout::font::{Face, width};
use sop::layout::scene::{Image, Item, Mark, Page, PageKind, Point, Shape, Stroke, TextLine};
use sop::paper::DEFAULT_MARGINS;
use sop::paper::length::{FontSize, Len};
use std::io::Cursor;
use std::sync::Arc;

struct Picture {
    width: u32,
    height: u32,
    color: ColorType,
    per_metre: u32,
    bytes: Vec<u8>,
}

fn read(png: &[u8]) -> Picture {
    let mut reader = Decoder::new(Cursor::new(png)).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut bytes).unwrap();
    let info = reader.info();
    let per_metre = info.pixel_dims.unwrap().xppu;
    Picture { width: info.width, height: info.height, color: info.color_type, per_metre, bytes }
}

fn chart_page() -> Page {
    let text = std::fs::read_to_string(corpus::root().join("sops/monev.sop")).unwrap();
    let sample = corpus::sample("monev", &text);
    let job = sample.job();
    let is_chart = |page: &&Page| matches!(page.kind, PageKind::Bagan { .. });
    job.sheet().unwrap().scene.pages.iter().find(is_chart).unwrap().clone()
}

#[test]
fn a_page_is_as_large_as_its_paper_at_every_resolution() {
    let page = chart_page();
    for (dpi, width, height, per_metre) in [(150, 1949, 1270, 5906), (96, 1247, 813, 3780)] {
        let picture = read(&page_png(&page, Resolution::new(dpi).unwrap()));
        assert_eq!((picture.width, picture.height, picture.per_metre), (width, height, per_metre));
        assert_eq!(picture.color, ColorType::Grayscale);
        assert!(
            page_png(&page, Resolution::new(dpi).unwrap()) == page_png(&page, Resolution::new(dpi).unwrap())
        );
    }
    assert_eq!((Resolution::new(49), Resolution::new(601)), (None, None));
}

#[test]
fn symbols_and_words_are_black_and_the_margins_are_white() {
    let page = chart_page();
    let picture = read(&page_png(&page, Resolution::default()));
    let dot = |um: i32| (i64::from(um) * 150 / 25_400) as usize;
    let at = |x: usize, y: usize| picture.bytes[y * picture.width as usize + x];
    for item in &page.items {
        let Shape::Text(line) = &item.shape else { continue };
        let rows = dot(line.top().to_um())..=dot((line.top() + line.height()).to_um());
        let columns = dot(line.x.to_um())..=dot((line.x + line.width()).to_um());
        let darkest = rows.flat_map(|y| columns.clone().map(move |x| (x, y))).map(|(x, y)| at(x, y)).min();
        assert!(darkest.unwrap() < 90, "`{}` is not printed", line.words);
    }
    assert!(page.items.iter().any(|item| matches!(item.mark, Mark::FlowLabel { .. })));
    for x in 0..picture.width as usize {
        for y in [0, dot(11_000), picture.height as usize - 1 - dot(11_000)] {
            assert_eq!(at(x, y), 255, "something is printed in the margin at {x}, {y}");
        }
    }
}

/// A small page with these shapes, drawn with four dots to the millimetre.
fn drawn(shapes: Vec<Shape>) -> Picture {
    let items = shapes.into_iter().map(|shape| Item { mark: Mark::Plain, shape }).collect();
    let (width, height) = (Len::mm(40), Len::mm(20));
    let page = Page { width, height, margins: DEFAULT_MARGINS, kind: PageKind::Identitas, items };
    // 101.6 would be exact.
    read(&page_png(&page, Resolution::new(102).unwrap()))
}

impl Picture {
    /// What is seen at a place in millimetres.
    fn at(&self, x: f64, y: f64) -> &[u8] {
        let dot = |mm: f64| (mm * 102.0 / 25.4) as usize;
        let samples = self.color.samples();
        let at = samples * (dot(y) * self.width as usize + dot(x));
        &self.bytes[at..at + samples]
    }

    /// The columns in which something is darker than half, in millimetres.
    fn ink(&self) -> (f64, f64) {
        let columns = self.bytes.iter().enumerate().filter(|(_, dot)| **dot < 128);
        let columns: Vec<usize> = columns.map(|(at, _)| at % self.width as usize).collect();
        let mm = |column: usize| column as f64 * 25.4 / 102.0;
        (mm(*columns.iter().min().unwrap()), mm(columns.iter().max().unwrap() + 1))
    }
}

fn line(words: &str) -> Shape {
    let (face, size) = (Face::Bold, FontSize::tenths(200));
    Shape::Text(TextLine { x: Len::mm(5), baseline: Len::mm(12), face, size, words: words.to_owned() })
}

#[test]
fn words_are_as_wide_as_the_layout_takes_them_to_be() {
    // `H` has 0.07 em of white on either side, `|` 0.09.
    let wide = width("H||H", Face::Bold, FontSize::tenths(200)).to_um();
    let (from, to) = drawn(vec![line("H||H")]).ink();
    let white = 0.07 * 20.0 * 25.4 / 72.0;
    let expected = (5.0 + white, 5.0 + f64::from(wide) / 1000.0 - white);
    assert!((from - expected.0).abs() < 0.3 && (to - expected.1).abs() < 0.3, "{from} {to} {expected:?}");
}

#[test]
fn what_stands_for_another_character_is_drawn_as_that() {
    let same = |one: &str, other: &str| drawn(vec![line(one)]).bytes == drawn(vec![line(other)]).bytes;
    assert!(same("kata\u{ad}", "kata-"));
    assert!(same("nama ꦲ", "nama ?"));
    assert!(!same("kata", "kata-") && !same("nama", "nama ?"));
}

#[test]
fn shapes_are_drawn_over_each_other_in_their_order_and_arrows_end_at_their_tip() {
    let stroke = Stroke { width: Len::um(500), shade: 0 };
    let run = vec![Point::new(Len::mm(2), Len::mm(10)), Point::new(Len::mm(30), Len::mm(10))];
    let (x, y, width, height) = (Len::mm(8), Len::mm(6), Len::mm(10), Len::mm(8));
    let (radius, fill) = (Len::mm(4), Some(187));
    let picture = drawn(vec![
        Shape::Lines { runs: vec![run], stroke, head: true },
        Shape::Rect { x, y, width, height, radius, fill, stroke: Some(stroke) },
    ]);
    let seen = [(5.0, 10.0), (13.0, 10.0), (8.2, 6.2), (13.0, 6.0), (26.0, 10.7), (28.2, 10.4), (31.0, 10.0)];
    let dots = seen.map(|(x, y)| picture.at(x, y)[0]);
    // The line, the area over it, what its round corner leaves free, its edge; beside the line, its head, and beyond.
    assert!(matches!(dots, [0, 187, 255, 0, 255, 0, 255]), "{dots:?}");
}

/// A picture of two dots above two, in a file.
fn four_dots() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 2);
    encoder.set_color(ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[200, 0, 0, 200, 0, 0, 0, 0, 200, 0, 0, 200]).unwrap();
    writer.finish().unwrap();
    bytes
}

fn logo(image: Image) -> Picture {
    let (x, y, width, height) = (Len::mm(4), Len::mm(4), Len::mm(8), Len::mm(8));
    drawn(vec![Shape::Image { x, y, width, height, image: Arc::new(image) }])
}

#[test]
fn a_logo_of_dots_fills_its_box_and_many_dots_come_to_their_average() {
    let picture = logo(Image::Png(four_dots()));
    let places = [(5.0, 5.0), (11.0, 11.0), (3.5, 5.0), (12.5, 11.0)];
    assert_eq!(places.map(|(x, y)| picture.at(x, y)), [[200, 0, 0], [0, 0, 200], [255; 3], [255; 3]]);
    // A fine chequer of black and white, which a choice among its dots would show in stripes.
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 320, 320);
    encoder.set_color(ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    let dots: Vec<u8> =
        (0..320 * 320).map(|at| if (at / 320 + at % 320) % 2 == 0 { 255 } else { 0 }).collect();
    writer.write_image_data(&dots).unwrap();
    writer.finish().unwrap();
    let picture = logo(Image::Png(bytes));
    let inside = (0..6).flat_map(|x| (0..6).map(move |y| (5.0 + f64::from(x), 5.0 + f64::from(y))));
    assert!(inside.map(|(x, y)| picture.at(x, y)[0]).all(|dot| (118..=138).contains(&dot)));
}

#[test]
fn a_picture_inside_a_logo_is_drawn_between_its_shapes_and_clipped() {
    use base64::Engine;
    let inside = base64::engine::general_purpose::STANDARD.encode(four_dots());
    let source = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><clipPath id='c'><rect width='8' height='7'/></clipPath>\
         <rect width='8' height='8' fill='#0c0'/><g clip-path='url(#c)'><image width='8' height='8' \
         href='data:image/png;base64,{inside}'/></g><rect width='2' height='2' fill='#cc0'/></svg>"
    );
    let picture = logo(sop::layout::logo::read(source.as_bytes()).unwrap());
    let places = [(5.0, 5.0), (11.0, 5.0), (11.0, 10.5), (11.0, 11.5), (12.5, 5.0)];
    let seen = places.map(|(x, y)| picture.at(x, y));
    // The last shape, both rows of the picture, the first shape where the picture is clipped, the page.
    assert_eq!(seen, [[204, 204, 0], [200, 0, 0], [0, 0, 200], [0, 204, 0], [255; 3]]);
}

#[test]
fn a_coloured_logo_keeps_its_colour() {
    let text = std::fs::read_to_string(corpus::root().join("sops/monev.sop")).unwrap();
    let mut sample = corpus::sample("monev", &text);
    let red = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\" fill=\"#c00\"/></svg>";
    sample.options.logo = Some(Arc::new(Image::Svg(red.to_owned())));
    let job = sample.job();
    let picture = read(&page_png(&job.sheet().unwrap().scene.pages[0], Resolution::new(60).unwrap()));
    assert_eq!(picture.color, ColorType::Rgb);
    assert!(picture.bytes.chunks(3).any(|dot| dot == [0xcc, 0, 0]));
}
