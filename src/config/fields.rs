//! Which keys a `sop.toml` has, what each takes, and what a file that was read gives.

use super::{Arah, Arsip, Jabatan, KolomMutuBaku};
use crate::day::Day;
use crate::diag::Severity;
use crate::paper::Paper;
use crate::paper::length::Len;
use crate::regulation::{NumberPattern, Replaced};
use std::collections::BTreeMap;

/// The settings of one file.
#[derive(Clone, Debug, Default)]
pub struct Partial {
    /// What the file is called in `sop config`.
    pub(super) file: String,
    /// By key, as `sop config` prints it: `cetak.margin.kiri`.
    pub(super) settings: BTreeMap<String, Setting>,
    /// The register of this file, in its order, with the line of each.
    pub(super) pelaksana: Vec<(Jabatan, usize)>,
}

/// A value and the line it stands on, from 1.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub(super) value: Value,
    pub(super) line: usize,
}

/// A value that was checked.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Text(String),
    Texts(Vec<String>),
    Paper(&'static Paper),
    Length(Len),
    Columns([KolomMutuBaku; 3]),
    Archive(Arsip),
    Cover(Option<Arah>),
    Number(u32),
    Truth(bool),
    Clocks(u32, u32),
    Days(Vec<Day>),
    Severity(Option<Severity>),
    Pattern(NumberPattern),
    Replaced(Replaced),
}

impl Partial {
    /// The path of the logo, where this file names one.
    pub fn logo(&self) -> Option<&str> {
        self.path("identitas.logo")
    }

    /// The folder of the office's templates, where this file names one.
    pub fn templat(&self) -> Option<&str> {
        self.path("cetak.templat")
    }

    fn path(&self, key: &str) -> Option<&str> {
        match &self.settings.get(key)?.value {
            Value::Text(path) => Some(path),
            _ => None,
        }
    }
}

/// What a key takes.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Text,
    TextOrTexts,
    Paper,
    Direction,
    Margin,
    TypeSize,
    Columns,
    Archive,
    Cover,
    Truth,
    HoursPerDay,
    DaysPerWeek,
    Day,
    Clock,
    ClockRange,
    Days,
    Pattern,
}

/// A key, and what it takes.
pub(super) struct Field {
    pub(super) section: &'static str,
    pub(super) key: &'static str,
    pub(super) kind: Kind,
    /// Of its value.
    pub(super) example: &'static str,
}

const fn field(section: &'static str, key: &'static str, kind: Kind, example: &'static str) -> Field {
    Field { section, key, kind, example }
}

/// Every key outside `[label]`, `[aturan]` and `[[pelaksana]]`.
pub(super) static FIELDS: &[Field] = &[
    field(
        "identitas",
        "instansi",
        Kind::TextOrTexts,
        "[\"Pemerintah Kabupaten Lamandau\", \"Dinas Sosial\"]",
    ),
    field("identitas", "unit", Kind::Text, "\"Bidang Umum\""),
    field("identitas", "logo", Kind::Text, "\"lambang.svg\""),
    field("identitas", "disahkan_oleh", Kind::Text, "\"Kepala Dinas\""),
    field("identitas", "nama_pejabat", Kind::Text, "\"Nama Lengkap, S.Sos.\""),
    field("identitas", "pangkat", Kind::Text, "\"Pembina Tk. I\""),
    field("identitas", "nip", Kind::Text, "\"19700101 199003 1 001\""),
    field("identitas", "alamat", Kind::TextOrTexts, "[\"Jalan Merdeka Nomor 1\", \"Contoh 12345\"]"),
    field("cetak", "kertas", Kind::Paper, "\"f4\""),
    field("cetak", "arah", Kind::Direction, "\"lanskap\""),
    field("cetak", "margin", Kind::Margin, "{ atas = 12, kanan = 12, bawah = 12, kiri = 15 }"),
    field("cetak", "huruf", Kind::TypeSize, "8.5"),
    field("cetak", "kolom", Kind::Columns, "[\"kelengkapan\", \"waktu\", \"output\"]"),
    field("cetak", "pdf", Kind::Archive, "\"a-3a\""),
    field("cetak", "sampul", Kind::Cover, "\"potret\""),
    field("cetak", "gabung", Kind::Truth, "true"),
    field("cetak", "templat", Kind::Text, "\"templat\""),
    field(
        "pengesahan",
        "disusun",
        Kind::TextOrTexts,
        "[\"Kasubbag Umum\", \"Nama Lengkap, S.E.\", \"NIP …\"]",
    ),
    field(
        "pengesahan",
        "diperiksa",
        Kind::TextOrTexts,
        "[\"Sekretaris\", \"Nama Lengkap, M.Si.\", \"NIP …\"]",
    ),
    field("kalender", "jam_per_hari", Kind::HoursPerDay, "7.5"),
    field("kalender", "hari_per_minggu", Kind::DaysPerWeek, "5"),
    field("kalender", "hari", Kind::Day, "\"kerja\""),
    field("kalender", "mulai", Kind::Clock, "\"07.30\""),
    field("kalender", "istirahat", Kind::ClockRange, "\"12.00-13.00\""),
    field("kalender", "istirahat_jumat", Kind::ClockRange, "\"11.30-13.00\""),
    field("kalender", "libur", Kind::Days, "[\"2027-01-01\"]"),
    field("peraturan", "pola_nomor", Kind::Pattern, "\"000.8.3/{angka}/DINSOS/{bulan}/{tahun}\""),
    field("peraturan", "kalimat_baku", Kind::TextOrTexts, "[\"Disimpan sebagai data elektronik\"]"),
];

pub(super) const SECTIONS: [&str; 13] = [
    "identitas",
    "pelaksana",
    "label",
    "cetak",
    "pengesahan",
    "kalender",
    "peraturan",
    "singkatan",
    "ejaan",
    "kata_kerja",
    "jawaban",
    "diganti",
    "aturan",
];
pub(super) const SIDES: [&str; 4] = ["atas", "kanan", "bawah", "kiri"];
pub(super) const REPLACED_KEYS: [&str; 3] = ["lama", "baru", "sumber"];
pub(super) const ROLE_KEYS: [&str; 3] = ["pendek", "nama_lain", "panjang"];

/// Type in points: below, a photocopy cannot be read; above, no table fits.
pub(super) const TYPE_PT: std::ops::RangeInclusive<f64> = 7.0..=12.0;

/// Margins in millimetres: a printer reaches no nearer to the edge, and beyond the other no sheet remains.
pub(super) const MARGIN_MM: std::ops::RangeInclusive<f64> = 5.0..=60.0;
