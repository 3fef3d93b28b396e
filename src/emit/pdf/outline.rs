//! The bookmarks: every page by what it shows, and the phases of a chart below the page that they begin on.

use super::file::{File, Sheet};
use super::short;
use crate::layout::scene::{CellOf, Depan, Item, Mark, Page, PageKind, Scene, Shape};
use crate::layout::wrap::append;
use crate::paper::length::Len;
use pdf_writer::{Name, Ref, TextStr};
use std::ops::Range;

/// A bookmark.
pub struct Bookmark {
    words: String,
    /// The page, from 0, and how far down on it.
    to: (usize, Len),
    /// Whether those below it are shown at first.
    open: bool,
    below: Vec<Bookmark>,
}

impl Bookmark {
    fn new(words: String, page: usize, top: Len) -> Bookmark {
        Bookmark { words, to: (page, top), open: true, below: Vec::new() }
    }

    /// One for several, which are shown when it is opened.
    pub fn around(words: &str, page: usize, below: Vec<Bookmark>) -> Bookmark {
        Bookmark { words: short(words), to: (page, Len::ZERO), open: false, below }
    }

    /// How many are seen at first, itself included.
    fn seen(&self) -> i32 {
        if self.open { 1 + self.below.iter().map(Bookmark::seen).sum::<i32>() } else { 1 }
    }
}

/// Writes the bookmarks.
pub fn write(file: &mut File, id: Ref, bookmarks: &[Bookmark], sheets: &[Sheet]) {
    let ids = write_below(file, id, bookmarks, sheets);
    let mut outline = file.object(id).outline(id);
    outline.count(bookmarks.iter().map(Bookmark::seen).sum());
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        outline.first(*first).last(*last);
    }
}

fn write_below(file: &mut File, parent: Ref, bookmarks: &[Bookmark], sheets: &[Sheet]) -> Vec<Ref> {
    let ids: Vec<Ref> = bookmarks.iter().map(|_| file.number()).collect();
    for (at, bookmark) in bookmarks.iter().enumerate() {
        let below = write_below(file, ids[at], &bookmark.below, sheets);
        let mut item = file.object(ids[at]).outline_item(ids[at]);
        item.title(TextStr(&bookmark.words)).parent(parent);
        if let Some(before) = at.checked_sub(1) {
            item.prev(ids[before]);
        }
        if let Some(next) = ids.get(at + 1) {
            item.next(*next);
        }
        if let (Some(first), Some(last)) = (below.first(), below.last()) {
            let count: i32 = bookmark.below.iter().map(Bookmark::seen).sum();
            item.first(*first).last(*last).count(if bookmark.open { count } else { -count });
        }
        let (page, top) = bookmark.to;
        sheets[page].write_destination(top, item.insert(Name(b"Dest")));
    }
    ids
}

/// The bookmarks of some pages.
pub fn of(scene: &Scene, pages: Range<usize>) -> Vec<Bookmark> {
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
            nodes.push(Bookmark::new("Identitas".to_owned(), index, Len::ZERO));
            top = page.items.iter().filter_map(top_of_table).min().unwrap_or_default();
        }
        let below = phases(page).into_iter().map(|(words, top)| Bookmark::new(short(&words), index, top));
        nodes.push(Bookmark { below: below.collect(), ..Bookmark::new(name, index, top) });
    }
    nodes
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
            (Mark::Cell { row, of: CellOf::Band, .. }, Shape::Rect { y, .. }) => {
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
