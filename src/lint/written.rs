//! The texts of a sheet with the exact places where they were written: what lints on wording read.

use crate::model::{Key, Sop};
use crate::source::Span;

/// Title, agency, lists, texts and papers of the rows, in the order of the file. What came from
/// `sop.toml` is not among them: it is no fault of this file.
pub(super) fn texts(sop: &Sop) -> Vec<(&str, Span)> {
    let identitas = &sop.identitas;
    let mut texts: Vec<(&str, Span)> = Vec::new();
    texts.extend(identitas.butir(Key::Sop, [&identitas.sop]));
    texts.extend(identitas.butir(Key::Unit, &identitas.unit));
    texts.extend(identitas.butir(Key::DisahkanOleh, &identitas.disahkan_oleh));
    for (key, items) in identitas.lists() {
        texts.extend(identitas.butir(key, items));
    }
    for row in &sop.kegiatan {
        texts.push((&row.uraian, row.uraian_span));
        let papers = row.mutu_baku.kelengkapan.iter().chain(&row.mutu_baku.output);
        texts.extend(papers.map(|paper| (paper.teks.as_str(), paper.span)));
    }
    texts.sort_by_key(|(_, place)| place.start);
    texts
}
