//! The identity block: what the file says, then what `sop.toml` says for all files.

use super::dokumen::Papers;
use super::faults::UNKNOWN_KIND;
use super::{Identitas, Isian, Tanggal};
use crate::config::Config;
use crate::diag::{Diagnostic, Fix, Sink};
use crate::source::Span;
use crate::syntax::ast::{self, Field, Value};
use crate::syntax::keys::{Key, Keys};
use crate::text::{Text, fold, nearest};

static WRITE_KIND: Text = Text { id: "tulis jenis yang dikenal", en: "write a kind that is known" };

/// The values that `jenis` knows.
const KINDS: &[&str] = &["administratif", "teknis", "pelayanan", "rutin", "penugasan"];

/// Whether figures of a number are still to come: dots, lines or a blank where they will stand.
pub fn is_unfinished(nomor: &str) -> bool {
    let blank = |three: &[u8]| matches!(three, b"..." | b"/ /");
    nomor.contains(['…', '_'])
        || nomor.as_bytes().windows(2).any(|two| two == b"//")
        || nomor.as_bytes().windows(3).any(blank)
}

/// Reads the fields before `kegiatan:`; papers named there become known to `papers`.
pub(super) fn read(sop: &ast::Sop, config: &Config, papers: &mut Papers, sink: &mut Sink) -> Identitas {
    let mut identitas = Identitas::default();
    identitas.spans.reserve(sop.fields.len());
    identitas.texts.reserve(2 * sop.fields.len());
    let mut seen = Keys::default();
    for field in &sop.fields {
        let key = field.key.value;
        if !seen.add(key) {
            // Reported by the parser; the first one counts.
            continue;
        }
        identitas.spans.push((key, field.span));
        identitas.texts.extend(places_in(field).map(|span| (key, span)));
        if matches!(field.value, Value::Dash) {
            identitas.tidak_ada.push(key);
        }
        assign(&mut identitas, key, field, sink);
    }
    fill(&mut identitas, config);
    for tool in &identitas.peralatan {
        papers.tool(tool);
    }
    for paper in &identitas.dokumen_luar {
        papers.outside(paper);
    }
    identitas
}

fn assign(identitas: &mut Identitas, key: Key, field: &Field, sink: &mut Sink) {
    match key {
        Key::Sop => identitas.sop = text(field).unwrap_or_default(),
        Key::Nomor => identitas.nomor = text(field),
        Key::Instansi => identitas.instansi = list(field),
        Key::Unit => identitas.unit = text(field),
        Key::Logo => identitas.logo = text(field),
        Key::Jenis => identitas.jenis = kinds(field, sink),
        Key::TanggalPembuatan => identitas.tanggal_pembuatan = date(field),
        Key::TanggalRevisi => identitas.tanggal_revisi = date(field),
        Key::TanggalEfektif => identitas.tanggal_efektif = date(field),
        Key::DisahkanOleh => identitas.disahkan_oleh = text(field),
        Key::NamaPejabat => identitas.nama_pejabat = text(field),
        Key::Pangkat => identitas.pangkat = text(field),
        Key::Nip => identitas.nip = text(field),
        Key::WaktuTotal => {
            if let Value::Waktu(waktu) = &field.value {
                identitas.waktu_total = Some(waktu.value.clone());
            }
        }
        Key::DasarHukum => identitas.dasar_hukum = list(field),
        Key::KualifikasiPelaksana => identitas.kualifikasi_pelaksana = list(field),
        Key::Keterkaitan => identitas.keterkaitan = list(field),
        Key::Peralatan => identitas.peralatan = list(field),
        Key::Peringatan => identitas.peringatan = list(field),
        Key::Pencatatan => identitas.pencatatan = list(field),
        Key::DokumenLuar => identitas.dokumen_luar = list(field),
        Key::Catatan => identitas.catatan = list(field),
        // Read where lanes and limits are; the rest stands in rows only.
        Key::Pelaksana
        | Key::BatasWaktu
        | Key::Kelengkapan
        | Key::Waktu
        | Key::Output
        | Key::Keterangan
        | Key::Pengganti
        | Key::Tembusan
        | Key::BilaPerlu
        | Key::Menunggu
        | Key::Batas
        | Key::Merujuk
        | Key::Bersamaan
        | Key::Alur
        | Key::Ya
        | Key::Tidak
        | Key::Jika => {}
    }
}

/// Takes from `sop.toml` what the file does not mention; `-` in the file means none.
fn fill(identitas: &mut Identitas, config: &Config) {
    let given = &config.identitas;
    let silent = identitas.tidak_ada.clone();
    let fill = |field: &mut Option<String>, key: Key, from: &Option<String>| {
        if field.is_none() && !silent.contains(&key) {
            field.clone_from(from);
        }
    };
    if identitas.instansi.is_empty() && !silent.contains(&Key::Instansi) {
        identitas.instansi.clone_from(&given.instansi);
    }
    fill(&mut identitas.unit, Key::Unit, &given.unit);
    fill(&mut identitas.logo, Key::Logo, &given.logo);
    // The official is one thing: a name from the file never gets the rank or the number of another person.
    let own = identitas.nama_pejabat.is_some() || identitas.nip.is_some();
    let office = identitas.disahkan_oleh.as_deref().map(fold);
    let same_office = office.is_none() || office == given.disahkan_oleh.as_deref().map(fold);
    fill(&mut identitas.disahkan_oleh, Key::DisahkanOleh, &given.disahkan_oleh);
    if !own && same_office {
        fill(&mut identitas.nama_pejabat, Key::NamaPejabat, &given.nama_pejabat);
        fill(&mut identitas.pangkat, Key::Pangkat, &given.pangkat);
        fill(&mut identitas.nip, Key::Nip, &given.nip);
    }
}

/// The text of a field; `None` when it is missing or `-`.
pub(super) fn text(field: &Field) -> Option<String> {
    match &field.value {
        Value::Text(text) => Some(text.value.as_str().to_owned()),
        _ => None,
    }
}

/// The items of a field; a text is one item.
pub(super) fn list(field: &Field) -> Vec<String> {
    match &field.value {
        Value::List(items) => items.iter().map(|item| item.text.value.as_str().to_owned()).collect(),
        Value::Text(text) => vec![text.value.as_str().to_owned()],
        _ => Vec::new(),
    }
}

/// Where the texts of a field stand, in the order of [`list`].
pub(super) fn places_in(field: &Field) -> impl Iterator<Item = Span> {
    let (items, text) = match &field.value {
        Value::List(items) => (items.as_slice(), None),
        Value::Text(text) => (&[][..], Some(text.span)),
        Value::Tanggal(date) => (&[][..], Some(date.span)),
        _ => (&[][..], None),
    };
    items.iter().map(|item| item.text.span).chain(text)
}

fn kinds(field: &Field, sink: &mut Sink) -> Vec<String> {
    let spans: Vec<(String, Span)> = match &field.value {
        Value::List(items) => items.iter().map(|item| (fold(&item.text.value), item.text.span)).collect(),
        _ => Vec::new(),
    };
    for (kind, span) in &spans {
        if !KINDS.contains(&kind.as_str()) {
            let diagnostic = Diagnostic::at(&UNKNOWN_KIND, *span).with("jenis", kind.as_str());
            sink.push(match nearest(kind, KINDS.iter().copied()) {
                Some(near) => diagnostic.fix(Fix::replace(&WRITE_KIND, *span, near)),
                None => diagnostic,
            });
        }
    }
    spans.into_iter().map(|(kind, _)| kind).collect()
}

fn date(field: &Field) -> Isian<Tanggal> {
    match &field.value {
        Value::Tanggal(tanggal) => Isian::Isi(tanggal.value.clone()),
        Value::Dash => Isian::TidakAda,
        _ => Isian::Kosong,
    }
}
