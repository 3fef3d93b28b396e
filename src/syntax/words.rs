//! Words that are no keys, as tables: units, times that give no number.

use super::ast::Satuan;

static UNITS: [(&str, Satuan); 11] = [
    ("detik", Satuan::Detik),
    ("menit", Satuan::Menit),
    ("jam", Satuan::Jam),
    ("hari", Satuan::Hari),
    ("hari kerja", Satuan::HariKerja),
    ("hari kalender", Satuan::HariKalender),
    ("minggu", Satuan::Minggu),
    ("bulan", Satuan::Bulan),
    ("triwulan", Satuan::Triwulan),
    ("semester", Satuan::Semester),
    ("tahun", Satuan::Tahun),
];

/// Words that offices use where no duration can be given; what follows them explains.
static KNOWN_TIMES: [&str; 15] = [
    "segera",
    "tentatif",
    "sesuai",
    "menyesuaikan",
    "kondisional",
    "situasional",
    "insidental",
    "setiap saat",
    "sewaktu-waktu",
    "seketika",
    "sepanjang",
    "terjadwal",
    "tergantung",
    "insidentil",
    "fleksibel",
];

/// A small number in words.
pub(super) fn number(word: &str) -> Option<u32> {
    let words = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"];
    let at = words.iter().position(|known| *known == word)?;
    u32::try_from(at + 1).ok()
}

/// A unit of time, blanks already single.
pub(super) fn unit(typed: &str) -> Option<Satuan> {
    UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(typed)).map(|(_, unit)| *unit)
}

/// The names of the units.
pub(super) fn unit_names() -> impl Iterator<Item = &'static str> {
    UNITS.iter().map(|(name, _)| *name)
}

/// Whether a time in words begins with one of the known ones.
pub(super) fn is_known_time(text: &str) -> bool {
    let text = text.to_lowercase();
    KNOWN_TIMES.iter().any(|known| {
        text.strip_prefix(known).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    })
}

/// What people write for *as above*, without its full stops, in small letters.
pub const AS_ABOVE: [&str; 6] = ["idem", "sda", "s d a", "ditto", "sama dengan di atas", "sama dengan atas"];
