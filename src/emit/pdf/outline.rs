//! The bookmarks: every page by what it shows, and the phases of a chart below the page that they begin on.

use super::short;
use crate::layout::length::Len;
use crate::layout::scene::{Depan, Item, Mark, Page, PageKind, Scene, Shape};
use crate::layout::wrap::append;
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::OutlineNode;
use std::ops::Range;

/// The bookmarks of some pages.
pub fn of(scene: &Scene, pages: Range<usize>) -> Vec<OutlineNode> {
    let mut nodes = Vec::new();
    let mut kinds: Vec<PageKind> = Vec::new();
    for index in pages {
        let page = &scene.pages[index];
        let again = kinds.iter().filter(|kind| **kind == page.kind).count();
        let mut name = match page.kind {
            PageKind::Depan(Depan::Sampul) => "Halaman judul".to_owned(),
            PageKind::Depan(Depan::Pengesahan) => "Lembar pengesahan".to_owned(),
            PageKind::Depan(Depan::DaftarIsi) => "Daftar isi".to_owned(),
            PageKind::Identitas => "Identitas".to_owned(),
            PageKind::Temuan => "Temuan".to_owned(),
            PageKind::Isian { page, .. } => format!("Halaman {page}"),
            PageKind::Bagan { page, .. } => format!("Bagan alir, halaman {page}"),
        };
        if again > 0 {
            name += &format!(" (lanjutan {again})");
        }
        kinds.push(page.kind);
        let mut top = Len::ZERO;
        if matches!(page.kind, PageKind::Bagan { .. }) && page.items.iter().any(is_field) {
            nodes.push(OutlineNode::new("Identitas".to_owned(), to(index, Len::ZERO)));
            top = page.items.iter().filter_map(top_of_table).min().unwrap_or_default();
        }
        let mut node = OutlineNode::new(name, to(index, top));
        phases(page).into_iter().for_each(|(words, top)| {
            node.push_child(OutlineNode::new(short(&words), to(index, top)));
        });
        nodes.push(node.with_open(true));
    }
    nodes
}

/// A place on a page.
pub fn to(page: usize, top: Len) -> XyzDestination {
    XyzDestination::new(page, Point::from_xy(0.0, top.to_pt()))
}

fn is_field(item: &Item) -> bool {
    matches!(item.mark, Mark::Field(_))
}

fn top_of_table(item: &Item) -> Option<Len> {
    match (&item.mark, &item.shape) {
        (Mark::Cell { .. }, Shape::Rect { y, .. }) => Some(*y),
        _ => None,
    }
}

/// The phases that begin on a page, with their tops.
fn phases(page: &Page) -> Vec<(String, Len)> {
    let mut found: Vec<(&str, String, Len)> = Vec::new();
    for item in &page.items {
        match (&item.mark, &item.shape) {
            (Mark::Cell { row, band: true, .. }, Shape::Rect { y, .. }) => {
                found.push((row, String::new(), *y));
            }
            (Mark::CellText { row, .. }, Shape::Text(line)) => {
                if let Some((_, words, _)) = found.iter_mut().find(|(band, ..)| band == row) {
                    append(words, &line.words);
                }
            }
            _ => {}
        }
    }
    found.into_iter().filter(|(_, words, _)| !words.is_empty()).map(|(_, words, y)| (words, y)).collect()
}
