//! The words before a colon, as a table: which there are, how they may be typed, where they may stand.
//!
//! The grammar knows shapes, this table knows words. A new identity field is a variant and a row here.

use crate::lookup::Lookup;
use std::sync::LazyLock;

/// A field of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the variants are the words of the table below")]
pub enum Key {
    // Identity, in canonical order.
    Sop,
    Nomor,
    Instansi,
    Unit,
    Logo,
    Jenis,
    TanggalPembuatan,
    TanggalRevisi,
    TanggalEfektif,
    DisahkanOleh,
    NamaPejabat,
    Pangkat,
    Nip,
    WaktuTotal,
    DasarHukum,
    KualifikasiPelaksana,
    Keterkaitan,
    Peralatan,
    Peringatan,
    Pencatatan,
    DokumenLuar,
    Catatan,
    Pelaksana,
    BatasWaktu,
    // Rows, in canonical order.
    Kelengkapan,
    Waktu,
    Output,
    Keterangan,
    Pengganti,
    Tembusan,
    BilaPerlu,
    Menunggu,
    Batas,
    Merujuk,
    Bersamaan,
    Alur,
    Ya,
    Tidak,
    Jika,
}

/// Where a field may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before `kegiatan:`.
    Identity,
    /// In a row.
    Row,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Free text.
    Text,
    /// A list.
    List,
    /// One text or a list.
    TextOrList,
    /// A date.
    Tanggal,
    /// A time.
    Waktu,
    /// The lanes.
    Pelaksana,
    /// Limits.
    Batas,
    /// Row numbers.
    Nomor,
    /// A target.
    Alur,
}

/// A row of the table of fields.
#[derive(Debug)]
pub struct KeyInfo {
    /// Which.
    pub key: Key,
    /// The short key, which `sop fmt` writes.
    pub word: &'static str,
    /// Printed labels that may be typed instead.
    pub labels: &'static [&'static str],
    /// Where it may stand.
    pub place: Place,
    /// What it holds.
    pub shape: Shape,
}

const fn identity(key: Key, word: &'static str, shape: Shape, labels: &'static [&'static str]) -> KeyInfo {
    KeyInfo { key, word, labels, place: Place::Identity, shape }
}

const fn row(key: Key, word: &'static str, shape: Shape, labels: &'static [&'static str]) -> KeyInfo {
    KeyInfo { key, word, labels, place: Place::Row, shape }
}

/// Every field, in canonical order, which is that of [`Key`].
pub static KEYS: [KeyInfo; Key::Jika as usize + 1] = [
    identity(Key::Sop, "sop", Shape::Text, &["nama sop", "judul sop", "nama sop ap", "judul sop ap"]),
    identity(Key::Nomor, "nomor", Shape::Text, &["nomor sop", "nomor sop ap", "no. sop", "no sop"]),
    identity(Key::Instansi, "instansi", Shape::TextOrList, &["nama instansi"]),
    identity(Key::Unit, "unit", Shape::Text, &["unit kerja", "nama unit", "satuan kerja"]),
    identity(Key::Logo, "logo", Shape::Text, &[]),
    identity(Key::Jenis, "jenis", Shape::List, &["jenis sop"]),
    identity(
        Key::TanggalPembuatan,
        "tanggal pembuatan",
        Shape::Tanggal,
        &["tgl pembuatan", "tgl. pembuatan"],
    ),
    identity(Key::TanggalRevisi, "tanggal revisi", Shape::Tanggal, &["tgl revisi", "tgl. revisi"]),
    identity(
        Key::TanggalEfektif,
        "tanggal efektif",
        Shape::Tanggal,
        &[
            "tgl efektif",
            "tgl. efektif",
            "tanggal pengesahan",
            "tgl pengesahan",
            "tgl. pengesahan",
            "tanggal aktif",
        ],
    ),
    identity(Key::DisahkanOleh, "disahkan oleh", Shape::Text, &["disahkan"]),
    identity(Key::NamaPejabat, "nama pejabat", Shape::Text, &[]),
    identity(Key::Pangkat, "pangkat", Shape::Text, &["pangkat/golongan"]),
    identity(Key::Nip, "nip", Shape::Text, &["nip."]),
    identity(Key::WaktuTotal, "waktu total", Shape::Waktu, &["total waktu", "jumlah waktu"]),
    identity(Key::DasarHukum, "dasar hukum", Shape::List, &[]),
    identity(
        Key::KualifikasiPelaksana,
        "kualifikasi pelaksana",
        Shape::List,
        &["kualitas pelaksana", "kualifikasi"],
    ),
    identity(Key::Keterkaitan, "keterkaitan", Shape::List, &["keterkaitan sop"]),
    identity(
        Key::Peralatan,
        "peralatan",
        Shape::List,
        &["peralatan/perlengkapan", "peralatan dan perlengkapan"],
    ),
    identity(Key::Peringatan, "peringatan", Shape::List, &[]),
    identity(
        Key::Pencatatan,
        "pencatatan",
        Shape::List,
        &["pencatatan dan pendataan", "pencatatan dan pendaftaran"],
    ),
    identity(Key::DokumenLuar, "dokumen luar", Shape::List, &[]),
    identity(Key::Catatan, "catatan", Shape::List, &[]),
    identity(Key::Pelaksana, "pelaksana", Shape::Pelaksana, &[]),
    identity(Key::BatasWaktu, "batas waktu", Shape::Batas, &[]),
    row(
        Key::Kelengkapan,
        "kelengkapan",
        Shape::List,
        &["persyaratan", "perlengkapan", "kelengkapan/persyaratan", "persyaratan/kelengkapan"],
    ),
    row(Key::Waktu, "waktu", Shape::Waktu, &[]),
    row(Key::Output, "output", Shape::List, &["keluaran"]),
    row(Key::Keterangan, "keterangan", Shape::Text, &["ket", "ket."]),
    row(Key::Pengganti, "pengganti", Shape::Text, &[]),
    row(Key::Tembusan, "tembusan", Shape::Text, &[]),
    row(Key::BilaPerlu, "bila perlu", Shape::Text, &[]),
    row(Key::Menunggu, "menunggu", Shape::Nomor, &[]),
    row(Key::Batas, "batas", Shape::Batas, &[]),
    row(Key::Merujuk, "merujuk", Shape::List, &[]),
    row(Key::Bersamaan, "bersamaan", Shape::Nomor, &[]),
    row(Key::Alur, "alur", Shape::Alur, &[]),
    row(Key::Ya, "ya", Shape::Alur, &[]),
    row(Key::Tidak, "tidak", Shape::Alur, &[]),
    row(Key::Jika, "jika", Shape::Alur, &[]),
];

impl Key {
    /// Its row in the table.
    pub fn info(self) -> &'static KeyInfo {
        &KEYS[self as usize]
    }

    /// The short key, as `sop fmt` writes it.
    pub fn word(self) -> &'static str {
        self.info().word
    }
}

/// The key that is typed in its short form, small letters or large. Most fields stand in their order: those behind the
/// last one are looked at first.
pub(super) fn short(typed: &str, last: Option<Key>) -> Option<Key> {
    let mut next = KEYS.iter().skip(last.map_or(0, |last| last as usize + 1)).take(3);
    if let Some(info) = next.find(|info| info.word == typed) {
        return Some(info.key);
    }
    match WORDS.get(typed) {
        Some((key, short)) => Some(*key).filter(|_| *short),
        None if typed.bytes().any(|byte| byte.is_ascii_uppercase()) => {
            KEYS.iter().find(|info| info.word.eq_ignore_ascii_case(typed)).map(|info| info.key)
        }
        None => None,
    }
}

/// The key in its short form that a line begins with, a colon right behind it, and where that stands. What follows the line
/// may be given, too.
pub(super) fn heading(line: &str, last: Option<Key>) -> Option<(Key, usize)> {
    // Those that come next in their order need no search for the colon.
    let mut next = KEYS.iter().skip(last.map_or(0, |last| last as usize + 1)).take(3);
    let at_once = |info: &&KeyInfo| line.strip_prefix(info.word).is_some_and(|rest| rest.starts_with(':'));
    if let Some(info) = next.find(at_once) {
        return Some((info.key, info.word.len()));
    }
    // No key is longer.
    let mut head = line.bytes().take(40);
    let colon = head.position(|byte| matches!(byte, b':' | b'(' | b'\n'))?;
    let label = Some(&line[..colon]).filter(|label| line[colon..].starts_with(':') && !label.ends_with(' '));
    Some((short(label?, None)?, colon))
}

/// Some of the keys: a bit for each.
#[derive(Clone, Copy, Debug, Default)]
pub struct Keys(u64);

impl Keys {
    /// Whether it is among them.
    pub fn holds(self, key: Key) -> bool {
        self.0 >> key as u32 & 1 == 1
    }

    /// Adds one; says whether it was not among them.
    pub fn add(&mut self, key: Key) -> bool {
        let fresh = !self.holds(key);
        self.0 |= 1 << key as u32;
        fresh
    }
}

/// What the column of activities is headed on printed sheets.
const KEGIATAN: [&str; 21] = [
    "prosedur",
    "prosedur kerja",
    "prosedur/langkah-langkah",
    "langkah-langkah prosedur",
    "langkah kegiatan",
    "kegiatan",
    "uraian kegiatan",
    "aktivitas",
    "aktivitas/kegiatan",
    "uraian prosedur",
    "langkah-langkah kegiatan",
    "langkah-langkah",
    "alur kegiatan",
    "alur prosedur",
    "alur kerja",
    "langkah2",
    "langkah2 kegiatan",
    "tahapan kegiatan",
    "urutan kegiatan",
    "rincian kegiatan",
    "mekanisme dan prosedur",
];

/// Whether a folded label opens the rows.
pub(super) fn is_kegiatan(folded: &str) -> bool {
    KEGIATAN.contains(&folded)
}

/// The same of a label as it is typed, with single blanks.
pub(super) fn heads_rows(typed: &str) -> bool {
    KEGIATAN.iter().any(|word| word.eq_ignore_ascii_case(typed))
}

/// Other words for a field that people type, folded. They are reported, and read as what they mean.
const MEANT: [(&str, Key); 82] = [
    ("judul", Key::Sop),
    ("nama", Key::Sop),
    ("no", Key::Nomor),
    ("no dokumen", Key::Nomor),
    ("no. dokumen", Key::Nomor),
    ("nomor dokumen", Key::Nomor),
    ("pihak terlibat", Key::Pelaksana),
    ("pihak yang terlibat", Key::Pelaksana),
    ("satuan organisasi", Key::Unit),
    ("unit organisasi", Key::Unit),
    ("satker", Key::Unit),
    ("dasar", Key::DasarHukum),
    ("tanggal dibuat", Key::TanggalPembuatan),
    ("tgl buat", Key::TanggalPembuatan),
    ("tgl dibuat", Key::TanggalPembuatan),
    ("tanggal penyusunan", Key::TanggalPembuatan),
    ("tanggal berlaku", Key::TanggalEfektif),
    ("tanggal terbit", Key::TanggalEfektif),
    ("tgl terbit", Key::TanggalEfektif),
    ("ditandatangani oleh", Key::DisahkanOleh),
    ("disetujui oleh", Key::DisahkanOleh),
    ("pejabat pengesah", Key::DisahkanOleh),
    ("landasan hukum", Key::DasarHukum),
    ("referensi", Key::DasarHukum),
    ("keterkaitan dengan sop lain", Key::Keterkaitan),
    ("peralatan dan bahan", Key::Peralatan),
    ("mulai berlaku", Key::TanggalEfektif),
    ("tgl berlaku", Key::TanggalEfektif),
    ("tgl. berlaku", Key::TanggalEfektif),
    ("pengesahan", Key::DisahkanOleh),
    ("bidang", Key::Unit),
    ("bagian", Key::Unit),
    ("bagian/bidang", Key::Unit),
    ("opd", Key::Instansi),
    ("skpd", Key::Instansi),
    ("perangkat daerah", Key::Instansi),
    ("sop terkait", Key::Keterkaitan),
    ("alat", Key::Peralatan),
    ("alat dan bahan", Key::Peralatan),
    ("bahan dan alat", Key::Peralatan),
    ("sarana", Key::Peralatan),
    ("sarana dan prasarana", Key::Peralatan),
    ("aktor", Key::Pelaksana),
    ("pelaku", Key::Pelaksana),
    ("pihak terkait", Key::Pelaksana),
    ("hasil", Key::Output),
    ("produk", Key::Output),
    ("luaran", Key::Output),
    ("lama", Key::Waktu),
    ("lama waktu", Key::Waktu),
    ("waktu tempuh", Key::Waktu),
    ("estimasi waktu", Key::Waktu),
    ("perkiraan waktu", Key::Waktu),
    ("durasi", Key::Waktu),
    ("waktu penyelesaian", Key::Waktu),
    ("wkt", Key::Waktu),
    ("out", Key::Output),
    ("tdk", Key::Tidak),
    ("bahan", Key::Kelengkapan),
    ("syarat", Key::Kelengkapan),
    ("perlu", Key::Kelengkapan),
    ("bawa", Key::Kelengkapan),
    ("dibawa", Key::Kelengkapan),
    ("yang dibawa", Key::Kelengkapan),
    ("jadi", Key::Output),
    ("hasilnya", Key::Output),
    ("lamanya", Key::Waktu),
    ("dokumen yang dibutuhkan", Key::Kelengkapan),
    ("kebutuhan", Key::Kelengkapan),
    ("paralel", Key::Bersamaan),
    ("serentak", Key::Bersamaan),
    ("serempak", Key::Bersamaan),
    ("sekaligus", Key::Bersamaan),
    ("berbarengan", Key::Bersamaan),
    ("secara bersamaan", Key::Bersamaan),
    ("secara paralel", Key::Bersamaan),
    ("bersamaan dengan", Key::Bersamaan),
    ("tunggu", Key::Menunggu),
    ("menunggu kegiatan", Key::Menunggu),
    ("opsional", Key::BilaPerlu),
    ("jika perlu", Key::BilaPerlu),
    ("apabila diperlukan", Key::BilaPerlu),
];

/// The key that another word for it means, after [`fold`](crate::text::fold).
pub(super) fn meant(folded: &str) -> Option<Key> {
    MEANT.iter().find(|(word, _)| *word == folded).map(|(_, key)| *key)
}

/// The words and labels of the table, and whether they are words.
static WORDS: LazyLock<Lookup<(Key, bool), &str>> = LazyLock::new(|| {
    let mut words = Lookup::default();
    for info in &KEYS {
        words.entry(info.word, || (info.key, true));
        info.labels.iter().for_each(|label| {
            words.entry(*label, || (info.key, false));
        });
    }
    words
});

/// The key with this word or printed label, after [`fold`](crate::text::fold).
pub fn find(folded: &str) -> Option<Key> {
    WORDS.get(folded).map(|(key, _)| *key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_its_row_in_the_table() {
        assert!(KEYS.iter().enumerate().all(|(at, info)| info.key as usize == at));
        for info in &KEYS {
            assert_eq!(info.word.to_lowercase(), info.word);
            for last in [None, Some(Key::Nomor), Some(info.key)] {
                assert_eq!(short(info.word, last), Some(info.key));
                assert_eq!(short(&info.word.to_uppercase(), last), Some(info.key));
            }
            assert!(info.labels.iter().chain([&info.word]).all(|word| find(word) == Some(info.key)));
        }
        assert_eq!(meant("sekaligus"), Some(Key::Bersamaan));
    }

    #[test]
    fn no_other_word_for_a_key_stands_twice() {
        for (at, (word, _)) in MEANT.iter().enumerate() {
            assert_eq!(find(word), None, "`{word}` is a printed label, which is asked for first");
            assert!(MEANT[..at].iter().all(|(other, _)| other != word), "`{word}` stands twice");
        }
    }
}
