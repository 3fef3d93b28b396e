//! What stands on pages, as tests ask for it.

use sop::layout::scene::{Item, Mark, Page, Shape, TextLine};

/// The lines of text of a page, with their marks.
pub fn texts<'p>(page: &'p Page) -> Vec<(&'p TextLine, &'p Mark)> {
    let text = |item: &'p Item| match &item.shape {
        Shape::Text(line) => Some((line, &item.mark)),
        Shape::Rect { .. } | Shape::Polygon { .. } | Shape::Lines { .. } | Shape::Image { .. } => None,
    };
    page.items.iter().filter_map(text).collect()
}
