//! Pictures of the pages.
#![cfg(feature = "png")]
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/corpus.rs"]
mod corpus;

use png::{ColorType, Decoder};
use sop::emit::{Resolution, page_png};
use sop::layout::scene::{Image, Mark, Page, PageKind, Shape};
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
