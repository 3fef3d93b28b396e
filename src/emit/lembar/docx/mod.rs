//! A form as a document (WordprocessingML): boxes that can be ticked, places that can be typed into, the head of the
//! table repeated on every page, rows that are not split. Paper, margins and type are those of the form's own pages.

mod body;
mod package;
mod picture;
mod table;
mod xml;

use super::logo::Logo;
use crate::emit::Options;
use crate::forms::Form;
use crate::layout::fill;
use crate::paper::PageSetup;
use body::Body;
use package::{Part, pack};

/// The bytes of the document; the same form gives the same bytes.
///
/// # Panics
///
/// Only for our own bugs: bytes that cannot be packed in memory.
pub fn docx(form: &Form, options: &Options) -> Vec<u8> {
    let code = form.qr.as_deref().and_then(super::picture);
    let logo = Logo::of(options);
    let setup = fill::paper(form, &options.config);
    let mut body = Body::new(setup, options.lang);
    body.all(form, logo.as_ref(), code.is_some());
    let pictures = [("qr", code), ("logo", logo.map(|logo| logo.png))];
    let pictures: Vec<(&str, Vec<u8>)> =
        pictures.into_iter().filter_map(|(name, bytes)| Some((name, bytes?))).collect();
    let mut parts: Vec<Part> = package::parts(form, &body.out, setup, options.lang, &pictures);
    parts.extend(pictures.into_iter().map(|(name, bytes)| (format!("word/media/{name}.png"), bytes)));
    pack(&parts).unwrap_or_else(|error| panic!("bug: a form as a document: {error}"))
}

/// Between the margins, in twentieths of a point.
fn width(setup: PageSetup) -> u32 {
    xml::twips(setup.width - setup.margins.left - setup.margins.right)
}
