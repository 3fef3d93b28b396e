//! Settings in force: what an office says once for all its procedures, in `sop.toml`.
//!
//! Plain data with sound defaults. [`parse`] reads one file's text, [`merge`] lays several over each other, the nearest
//! on top, and keeps where each value came from. Which files there are is the caller's business.

pub mod faults;
mod fields;
mod jam_kantor;
mod merge;
mod read;
mod regulation;
mod roles;
mod values;
mod words;

pub use fields::Partial;
pub use jam_kantor::JamKantor;
pub use merge::{Origin, Row, Settings, merge};
pub use read::parse;

use crate::day::Day;
use crate::diag::Severity;
use crate::paper::length::FontSize;
use crate::paper::{F4_LANDSCAPE, PageSetup};
use crate::regulation::Office;
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;

/// Everything that `sop.toml` can set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Fills identity fields that a file leaves out.
    pub identitas: IdentitasBawaan,
    /// The office's register of roles; shared, because every procedure carries it.
    pub pelaksana: Arc<DaftarJabatan>,
    /// Printed words.
    pub label: Labels,
    /// Paper and columns.
    pub cetak: Cetak,
    /// The approval sheet.
    pub pengesahan: Pengesahan,
    /// What the units of time mean.
    pub kalender: Kalender,
    /// Days off of this office, beside those that are decreed.
    pub libur: BTreeSet<Day>,
    /// What the office adds to the tables of regulation; shared, because every procedure carries it.
    pub kantor: Arc<Office>,
    /// Severity per rule code; `None` switches the rule off.
    pub aturan: BTreeMap<String, Option<Severity>>,
}

/// Identity fields that may be set for many files at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdentitasBawaan {
    /// Highest level first.
    pub instansi: Vec<String>,
    /// Unit kerja.
    pub unit: Option<String>,
    /// Path to an SVG or PNG, relative to the `sop.toml`.
    pub logo: Option<String>,
    /// The office of who approves.
    pub disahkan_oleh: Option<String>,
    /// The name of who approves.
    pub nama_pejabat: Option<String>,
    /// Rank.
    pub pangkat: Option<String>,
    /// NIP.
    pub nip: Option<String>,
    /// The agency's address, on the cover.
    pub alamat: Vec<String>,
}

/// A role of the office's register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jabatan {
    /// Short name.
    pub pendek: String,
    /// Further short names.
    pub nama_lain: Vec<String>,
    /// The office in full.
    pub panjang: Option<String>,
}

impl Jabatan {
    /// Its short names, the first before the others.
    pub fn short_names(&self) -> impl Iterator<Item = &String> + Clone {
        std::iter::once(&self.pendek).chain(&self.nama_lain)
    }

    /// All its names, the office in full last.
    pub fn names(&self) -> impl Iterator<Item = &String> + Clone {
        self.short_names().chain(&self.panjang)
    }
}

/// The register of an office: its roles in their order, each found by its short names as [`fold`] compares them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaftarJabatan {
    roles: Vec<Jabatan>,
    /// By folded name: an index into `roles`.
    names: BTreeMap<String, usize>,
}

impl DaftarJabatan {
    /// The role with this short name; of several the first.
    pub fn named(&self, name: &str) -> Option<&Jabatan> {
        if self.roles.is_empty() {
            return None;
        }
        self.names.get(&fold(name)).map(|at| &self.roles[*at])
    }
}

impl Extend<Jabatan> for DaftarJabatan {
    fn extend<T: IntoIterator<Item = Jabatan>>(&mut self, roles: T) {
        for role in roles {
            let at = self.roles.len();
            for name in role.short_names() {
                self.names.entry(fold(name)).or_insert(at);
            }
            self.roles.push(role);
        }
    }
}

impl FromIterator<Jabatan> for DaftarJabatan {
    fn from_iter<T: IntoIterator<Item = Jabatan>>(roles: T) -> DaftarJabatan {
        let mut register = DaftarJabatan::default();
        register.extend(roles);
        register
    }
}

impl Deref for DaftarJabatan {
    type Target = [Jabatan];

    fn deref(&self) -> &[Jabatan] {
        &self.roles
    }
}

/// The words printed on the sheet; an agency may print its own.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the labels of the form")]
pub struct Labels {
    pub nomor_sop: String,
    pub tanggal_pembuatan: String,
    pub tanggal_revisi: String,
    pub tanggal_efektif: String,
    pub disahkan_oleh: String,
    pub nama_sop: String,
    pub dasar_hukum: String,
    pub kualifikasi_pelaksana: String,
    pub keterkaitan: String,
    pub peralatan: String,
    pub peringatan: String,
    pub pencatatan: String,
    pub no: String,
    pub kegiatan: String,
    pub pelaksana: String,
    pub mutu_baku: String,
    pub kelengkapan: String,
    pub waktu: String,
    pub output: String,
    pub keterangan: String,
    pub ya: String,
    pub tidak: String,
}

impl Default for Labels {
    fn default() -> Labels {
        let word = str::to_owned;
        Labels {
            nomor_sop: word("Nomor SOP"),
            tanggal_pembuatan: word("Tanggal Pembuatan"),
            tanggal_revisi: word("Tanggal Revisi"),
            tanggal_efektif: word("Tanggal Efektif"),
            disahkan_oleh: word("Disahkan oleh"),
            nama_sop: word("Nama SOP"),
            dasar_hukum: word("Dasar Hukum"),
            kualifikasi_pelaksana: word("Kualifikasi Pelaksana"),
            keterkaitan: word("Keterkaitan"),
            peralatan: word("Peralatan/Perlengkapan"),
            peringatan: word("Peringatan"),
            pencatatan: word("Pencatatan dan Pendataan"),
            no: word("No"),
            kegiatan: word("Kegiatan"),
            pelaksana: word("Pelaksana"),
            mutu_baku: word("Mutu Baku"),
            kelengkapan: word("Kelengkapan"),
            waktu: word("Waktu"),
            output: word("Output"),
            keterangan: word("Keterangan"),
            ya: word("Ya"),
            tidak: word("Tidak"),
        }
    }
}

impl Labels {
    /// Every label with its key in `sop.toml`, in the order of the form.
    pub fn slots(&mut self) -> [(&'static str, &mut String); 22] {
        [
            ("nomor_sop", &mut self.nomor_sop),
            ("tanggal_pembuatan", &mut self.tanggal_pembuatan),
            ("tanggal_revisi", &mut self.tanggal_revisi),
            ("tanggal_efektif", &mut self.tanggal_efektif),
            ("disahkan_oleh", &mut self.disahkan_oleh),
            ("nama_sop", &mut self.nama_sop),
            ("dasar_hukum", &mut self.dasar_hukum),
            ("kualifikasi_pelaksana", &mut self.kualifikasi_pelaksana),
            ("keterkaitan", &mut self.keterkaitan),
            ("peralatan", &mut self.peralatan),
            ("peringatan", &mut self.peringatan),
            ("pencatatan", &mut self.pencatatan),
            ("no", &mut self.no),
            ("kegiatan", &mut self.kegiatan),
            ("pelaksana", &mut self.pelaksana),
            ("mutu_baku", &mut self.mutu_baku),
            ("kelengkapan", &mut self.kelengkapan),
            ("waktu", &mut self.waktu),
            ("output", &mut self.output),
            ("keterangan", &mut self.keterangan),
            ("ya", &mut self.ya),
            ("tidak", &mut self.tidak),
        ]
    }
}

/// No letter of the sheet is smaller.
pub const SMALLEST_TYPE: FontSize = FontSize::tenths(70);

/// Paper, type and columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cetak {
    /// The page as it lies, with its margins.
    pub halaman: PageSetup,
    /// The text in the chart's table, where the paper has room for it; never below [`SMALLEST_TYPE`].
    pub huruf: FontSize,
    /// The order of the columns under Mutu Baku; each exactly once.
    pub kolom: [KolomMutuBaku; 3],
    /// Which archive the PDF is for.
    pub pdf: Arsip,
    /// How a cover lies; without one the file begins with the identity.
    pub sampul: Option<Arah>,
    /// Identity and chart on one page where they fit.
    pub gabung: bool,
    /// The folder of the office's own templates, relative to the `sop.toml` that names it.
    pub templat: Option<String>,
}

impl Default for Cetak {
    fn default() -> Cetak {
        use KolomMutuBaku::{Kelengkapan, Output, Waktu};
        Cetak {
            halaman: F4_LANDSCAPE,
            huruf: FontSize::tenths(85),
            kolom: [Kelengkapan, Waktu, Output],
            pdf: Arsip::default(),
            sampul: None,
            gabung: false,
            templat: None,
        }
    }
}

/// How a page before the procedures lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arah {
    /// On its short side.
    Potret,
    /// On its long side.
    Lanskap,
}

impl Arah {
    /// Each with its name in `sop.toml`.
    pub const NAMES: [(&'static str, Arah); 2] = [("potret", Arah::Potret), ("lanskap", Arah::Lanskap)];
}

/// Who signs the approval sheet beside the official of the identity: office, name, and what stands below the name.
/// With neither there is no such sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pengesahan {
    /// Who drew it up.
    pub disusun: Vec<String>,
    /// Who examined it.
    pub diperiksa: Vec<String>,
}

/// A standard of archiving (ISO 19005). Both are tagged, and both are PDF/UA-1 as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arsip {
    /// PDF/A-3a: the sheet carries the `.sop` file that it was made from.
    #[default]
    A3a,
    /// PDF/A-2a: the sheet alone, for archives that take no attachment.
    A2a,
}

impl Arsip {
    /// Each standard with its name in `sop.toml`.
    pub const NAMES: [(&'static str, Arsip); 2] = [("a-3a", Arsip::A3a), ("a-2a", Arsip::A2a)];
}

/// A column under Mutu Baku.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are the columns of the form")]
pub enum KolomMutuBaku {
    Kelengkapan,
    Waktu,
    Output,
}

impl KolomMutuBaku {
    /// Each column with its name in `sop.toml`, in the order of the regulation's form.
    pub const NAMES: [(&'static str, KolomMutuBaku); 3] = [
        ("kelengkapan", KolomMutuBaku::Kelengkapan),
        ("waktu", KolomMutuBaku::Waktu),
        ("output", KolomMutuBaku::Output),
    ];
}

/// What the units of time mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kalender {
    /// 1 hari kerja, in minutes of work.
    pub menit_per_hari_kerja: u32,
    /// 1 minggu, in working days.
    pub hari_kerja_per_minggu: u32,
    /// Whether plain `hari` means hari kerja (the default) or hari kalender.
    pub hari_adalah_hari_kerja: bool,
    /// When the office works.
    pub jam: JamKantor,
}

impl Default for Kalender {
    /// 7,5 hours a day, five days a week (Perpres 21/2023).
    fn default() -> Kalender {
        Kalender {
            menit_per_hari_kerja: 450,
            hari_kerja_per_minggu: 5,
            hari_adalah_hari_kerja: true,
            jam: JamKantor::default(),
        }
    }
}
