//! The identity block, as its readers find it.

use super::{Key, Tanggal, Waktu};
use crate::source::Span;
use std::sync::Arc;

/// The identity block (regulation: thirteen elements of *bagian identitas*), after `sop.toml` filled what the file
/// leaves out.
#[derive(Clone, Debug, Default)]
pub struct Identitas {
    /// Nama SOP.
    pub sop: String,
    /// Nomor SOP.
    pub nomor: Option<String>,
    /// Highest level first.
    pub instansi: Vec<String>,
    /// Unit kerja.
    pub unit: Option<String>,
    /// Path as typed, relative to the file (or to the `sop.toml` it came from).
    pub logo: Option<String>,
    /// `administratif`, `pelayanan`, …, as typed, folded.
    pub jenis: Vec<String>,
    /// Tanggal Pembuatan.
    pub tanggal_pembuatan: Isian<Tanggal>,
    /// Tanggal Revisi.
    pub tanggal_revisi: Isian<Tanggal>,
    /// Tanggal Efektif.
    pub tanggal_efektif: Isian<Tanggal>,
    /// The office of who approves.
    pub disahkan_oleh: Option<String>,
    /// The name of who approves.
    pub nama_pejabat: Option<String>,
    /// Rank.
    pub pangkat: Option<String>,
    /// NIP, as typed.
    pub nip: Option<String>,
    /// The stated total.
    pub waktu_total: Option<Arc<Waktu>>,
    /// Dasar Hukum.
    pub dasar_hukum: Vec<String>,
    /// Kualifikasi Pelaksana.
    pub kualifikasi_pelaksana: Vec<String>,
    /// Keterkaitan.
    pub keterkaitan: Vec<String>,
    /// Peralatan/Perlengkapan.
    pub peralatan: Vec<String>,
    /// Peringatan.
    pub peringatan: Vec<String>,
    /// Pencatatan dan Pendataan.
    pub pencatatan: Vec<String>,
    /// Papers that come from outside.
    pub dokumen_luar: Vec<String>,
    /// Footnotes.
    pub catatan: Vec<String>,
    /// Where each field stands in the file, by key; empty for what came from `sop.toml`.
    pub spans: Vec<(Key, Span)>,
    /// Where the texts of each field stand: one of a text, one for each item of a list.
    pub texts: Vec<(Key, Span)>,
    /// The fields whose text is `-`: none, on purpose.
    pub tidak_ada: Vec<Key>,
}

/// A field of the form that may be empty on purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Isian<T> {
    /// Not there.
    #[default]
    Kosong,
    /// `-`: none, on purpose.
    TidakAda,
    /// Filled in.
    Isi(T),
}

impl<T> Isian<T> {
    /// What was filled in.
    pub fn isi(&self) -> Option<&T> {
        match self {
            Isian::Isi(isi) => Some(isi),
            Isian::Kosong | Isian::TidakAda => None,
        }
    }
}

impl Identitas {
    /// Where a field stands in the file.
    pub fn span(&self, key: Key) -> Option<Span> {
        self.spans.iter().find(|(known, _)| *known == key).map(|(_, span)| *span)
    }

    /// Whether a kind is among those that `jenis` names.
    pub fn is_of_kind(&self, kind: &str) -> bool {
        self.jenis.iter().any(|known| known == kind)
    }

    /// The dates, in the order of the form.
    pub fn dates(&self) -> [(Key, &Isian<Tanggal>); 3] {
        [
            (Key::TanggalPembuatan, &self.tanggal_pembuatan),
            (Key::TanggalRevisi, &self.tanggal_revisi),
            (Key::TanggalEfektif, &self.tanggal_efektif),
        ]
    }

    /// The texts that `sop.toml` may have said.
    pub fn may_be_of_settings(&self) -> impl Iterator<Item = &str> {
        let texts = [&self.unit, &self.disahkan_oleh, &self.nama_pejabat, &self.pangkat, &self.nip];
        texts.into_iter().flatten().chain(&self.instansi).map(String::as_str)
    }

    /// The lists of the identity page and of the notes, in the order of the language.
    pub fn lists(&self) -> [(Key, &[String]); 9] {
        [
            (Key::Instansi, &self.instansi),
            (Key::DasarHukum, &self.dasar_hukum),
            (Key::KualifikasiPelaksana, &self.kualifikasi_pelaksana),
            (Key::Keterkaitan, &self.keterkaitan),
            (Key::Peralatan, &self.peralatan),
            (Key::Peringatan, &self.peringatan),
            (Key::Pencatatan, &self.pencatatan),
            (Key::DokumenLuar, &self.dokumen_luar),
            (Key::Catatan, &self.catatan),
        ]
    }

    /// The items of a list, or the one text of a field, each with its place in the file; nothing of what came from
    /// `sop.toml`.
    pub fn butir<'a, T: AsRef<str> + 'a>(
        &'a self,
        key: Key,
        texts: impl IntoIterator<Item = &'a T>,
    ) -> impl Iterator<Item = (&'a str, Span)> {
        let places = self.texts.iter().filter(move |(known, _)| *known == key).map(|(_, span)| *span);
        texts.into_iter().map(AsRef::as_ref).zip(places)
    }
}
