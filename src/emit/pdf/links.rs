//! A connector leads the reader to its partner on the other page.

use super::short;
use crate::layout::length::Len;
use crate::layout::scene::{Item, Mark, Page, PageKind, Shape, SymbolKind, SymbolMark};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};

/// Paper that is shown above the partner, so that it is seen in its row.
const ABOVE: Len = Len::mm(15);

/// A connector that can be followed.
pub struct Link<'a> {
    pub symbol: &'a SymbolMark,
    pub annotation: Annotation,
}

/// The links of a page.
pub fn of(pages: &[Page], index: usize) -> impl Iterator<Item = Link<'_>> {
    connectors(&pages[index]).filter_map(move |(symbol, label, peer_page, points)| {
        let PageKind::Bagan { page, .. } = pages[index].kind else { return None };
        let peer = (index + peer_page).checked_sub(page)?;
        let mut partners = connectors(pages.get(peer)?);
        let (.., partner) = partners.find(|(_, other, ..)| *other == label)?;
        let top = partner.iter().map(|point| point.y).min()?;
        let at = XyzDestination::new(peer, Point::from_xy(0.0, (top - ABOVE).max(Len::ZERO).to_pt()));
        let xs = points.iter().map(|point| point.x.to_pt());
        let ys = points.iter().map(|point| point.y.to_pt());
        let area = Rect::from_ltrb(
            xs.clone().fold(f32::MAX, f32::min),
            ys.clone().fold(f32::MAX, f32::min),
            xs.fold(f32::MIN, f32::max),
            ys.fold(f32::MIN, f32::max),
        )?;
        let link = LinkAnnotation::new(area, Target::Destination(at.into()));
        Some(Link { symbol, annotation: Annotation::new_link(link, Some(short(&symbol.alt))) })
    })
}

type Points = [crate::layout::scene::Point];

/// The connectors of a page: mark, letters, page of the partner, outline.
fn connectors(page: &Page) -> impl Iterator<Item = (&SymbolMark, &str, usize, &Points)> {
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
