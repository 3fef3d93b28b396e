//! The texts of a sheet with the exact places where they were written: what lints on wording read.

use crate::model::{Key, Sop};
use crate::source::Span;
use std::slice;

/// Title, agency, lists, texts and papers of the rows, in the order of the file. What came from
/// `sop.toml` is not among them: it is no fault of this file.
pub(super) fn texts(sop: &Sop) -> Vec<(&str, Span)> {
    let identitas = &sop.identitas;
    let lists = identitas.lists();
    let mut texts: Vec<(&str, Span)> = Vec::with_capacity(identitas.texts.len() + 4 * sop.kegiatan.len());
    // A field stands in the file once, and its items behind each other.
    for places in identitas.texts.chunk_by(|one, next| one.0 == next.0) {
        let items = match places[0].0 {
            Key::Sop => slice::from_ref(&identitas.sop),
            Key::Unit => identitas.unit.as_slice(),
            Key::DisahkanOleh => identitas.disahkan_oleh.as_slice(),
            key => lists.iter().find(|(known, _)| *known == key).map_or(&[][..], |(_, items)| items),
        };
        texts.extend(items.iter().zip(places).map(|(text, (_, place))| (text.as_str(), *place)));
    }
    for row in &sop.kegiatan {
        texts.push((&row.uraian, row.uraian_span));
        let papers = row.mutu_baku.kelengkapan.iter().chain(&row.mutu_baku.output);
        texts.extend(papers.map(|paper| (paper.teks.as_str(), paper.span)));
    }
    texts.sort_by_key(|(_, place)| place.start);
    texts
}
