//! Limits, once all rows are known: from where to where each runs.

use super::faults::BACKWARD_LIMIT;
use super::rows::Rows;
use super::{AcuanBatas, BatasWaktu, KegiatanId, Nomor};
use crate::diag::{Diagnostic, Sink};
use crate::source::Span;
use crate::syntax::ast::{self, Value};
use crate::syntax::keys::Key;
use crate::text::Text;

static THE_OTHER_WORD: Text = Text {
    id: "batas ini dihitung dari kegiatan tempat ia ditulis: mungkin maksudnya `{dekat}`; bila tidak, periksa nomornya",
    en: "this limit counts from the row that it stands in: perhaps `{dekat}` is meant; if not, look at the number",
};

/// Every limit of a procedure: those of `batas waktu:` first, then those in rows.
pub(super) fn read(sop: &ast::Sop, rows: &Rows, sink: &mut Sink) -> Vec<BatasWaktu> {
    let mut found = Vec::new();
    for field in sop.fields.iter().filter(|field| field.key.value == Key::BatasWaktu) {
        if let Value::Batas(list) = &field.value {
            found.extend(list.iter().filter_map(|batas| limit(batas, None, rows, sink)));
        }
    }
    for (at, row) in rows.written.iter().enumerate() {
        for field in row.fields_of(Key::Batas) {
            if let Value::Batas(list) = &field.value {
                let id = KegiatanId::from_index(at);
                found.extend(list.iter().filter_map(|batas| limit(batas, Some(id), rows, sink)));
            }
        }
    }
    found
}

/// `None` where the parser could not read it, which it has reported.
fn limit(batas: &ast::Batas, own: Option<KegiatanId>, rows: &Rows, sink: &mut Sink) -> Option<BatasWaktu> {
    let (jenis, durasi) = (batas.jenis?, batas.durasi.clone()?);
    let mut row = |nomor: Nomor, span: Span| rows.target(nomor, span, sink);
    let sampai = match &batas.sampai {
        Some(nomor) => row(nomor.value, nomor.span),
        None => own,
    };
    let dari = match batas.dari.as_ref().map(|dari| (&dari.value, dari.span)) {
        // Without an anchor a row's own limit counts from its own start.
        None => own.map(AcuanBatas::Dari),
        Some((ast::Acuan::Setelah(nomor), span)) => row(*nomor, span).map(AcuanBatas::Setelah),
        Some((ast::Acuan::Dari(nomor), span)) => row(*nomor, span).map(AcuanBatas::Dari),
        Some((ast::Acuan::Sebelum(nomor), span)) => row(*nomor, span).map(AcuanBatas::Sebelum),
        Some((ast::Acuan::Peristiwa(words), _)) => Some(AcuanBatas::Peristiwa(words.to_string())),
    };
    let start = match &dari {
        Some(AcuanBatas::Setelah(from) | AcuanBatas::Dari(from)) => Some((*from, sampai)),
        Some(AcuanBatas::Sebelum(to)) => sampai.map(|from| (from, Some(*to))),
        Some(AcuanBatas::Peristiwa(_)) | None => None,
    };
    if let Some((from, Some(to))) = start
        && to < from
    {
        let found = Diagnostic::at(&BACKWARD_LIMIT, batas.teks.span)
            .with("dari", rows.nomor(from).to_string())
            .with("sampai", rows.nomor(to).to_string());
        // `sebelum 7` in row 8 means *after it*, and the other way round.
        let other = own.filter(|own| *own == from || *own == to).map(|own| match own == from {
            true => format!("setelah {}", rows.nomor(to)),
            false => format!("sebelum {}", rows.nomor(from)),
        });
        sink.push(match other {
            Some(other) => found.with("dekat", other).help(&THE_OTHER_WORD),
            None => found,
        });
    }
    Some(BatasWaktu {
        teks: batas.teks.value.to_string(),
        kegiatan: own,
        // What cannot be resolved is printed and not computed.
        dari: dari.unwrap_or_else(|| AcuanBatas::Peristiwa(String::new())),
        sampai,
        jenis,
        durasi,
        span: batas.teks.span,
    })
}
