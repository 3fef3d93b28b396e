//! Links: a connector leads the reader to its partner on the other page, an entry of the contents to its page.

use super::file::{File, Sheet};
use super::short;
use super::tree::Key;
use crate::layout::scene::{Item, Mark, Page, PageKind, Point, Shape, SymbolKind, SymbolMark};
use crate::paper::length::Len;
use pdf_writer::types::{AnnotationFlags, AnnotationType};
use pdf_writer::{Name, Rect, Ref, TextStr};

/// Paper that is shown above the partner, so that it is seen in its row.
const ABOVE: Len = Len::mm(15);

/// A connector that can be followed.
pub struct Link<'a> {
    pub symbol: &'a SymbolMark,
    /// Upper left and lower right corner.
    pub area: [(Len, Len); 2],
    /// Where it leads: the page, counted from 0 over the whole file, and how far down on it.
    pub to: (usize, Len),
}

/// The connectors of a page that can be followed.
pub fn of(pages: &[Page], index: usize) -> impl Iterator<Item = Link<'_>> {
    connectors(&pages[index]).filter_map(move |(symbol, label, peer_page, points)| {
        let PageKind::Bagan { page, .. } = pages[index].kind else { return None };
        let peer = (index + peer_page).checked_sub(page)?;
        let mut partners = connectors(pages.get(peer)?);
        let (.., partner) = partners.find(|(_, other, ..)| *other == label)?;
        let top = partner.iter().map(|point| point.y).min()?;
        let (xs, ys) = (points.iter().map(|point| point.x), points.iter().map(|point| point.y));
        let area = [(xs.clone().min()?, ys.clone().min()?), (xs.max()?, ys.max()?)];
        Some(Link { symbol, area, to: (peer, (top - ABOVE).max(Len::ZERO)) })
    })
}

/// The connectors of a page: mark, letters, page of the partner, outline.
fn connectors(page: &Page) -> impl Iterator<Item = (&SymbolMark, &str, usize, &[Point])> {
    page.items.iter().filter_map(|Item { mark, shape }| match (mark, shape) {
        (Mark::Symbol(symbol), Shape::Polygon { points, .. }) => match &symbol.kind {
            SymbolKind::Connector { label, peer_page, .. } => {
                Some((symbol, label.as_str(), *peer_page, points.as_slice()))
            }
            _ => None,
        },
        _ => None,
    })
}

/// Writes a link.
pub fn write(file: &mut File, id: Ref, key: Key, area: Rect, words: &str, (sheet, top): (Sheet, Len)) {
    let mut link = file.object(id).annotation(id);
    link.subtype(AnnotationType::Link).rect(area).border(0.0, 0.0, 0.0, None);
    link.flags(AnnotationFlags::PRINT).struct_parent(key.get()).contents(TextStr(&short(words)));
    sheet.write_destination(top, link.insert(Name(b"Dest")));
}
