//! Words that are no keys, as tables: months, units, times that give no number.

use super::ast::Satuan;

static MONTHS: [&[&str]; 12] = [
    &["januari"],
    &["februari", "pebruari"],
    &["maret"],
    &["april"],
    &["mei"],
    &["juni"],
    &["juli"],
    &["agustus"],
    &["september"],
    &["oktober"],
    &["november", "nopember"],
    &["desember"],
];

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

/// 1 to 12.
pub(super) fn month(typed: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|names| names.iter().any(|name| name.eq_ignore_ascii_case(typed)))?;
    u8::try_from(at + 1).ok()
}

/// The name of a month, 1 to 12, in small letters.
pub fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).map(|names| names[0])
}

/// The English name of a month, 1 to 12: `June`.
pub fn month_in_english(month: u8) -> Option<&'static str> {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(month).checked_sub(1)?).copied()
}

/// The name of a month, 1 to 12, as it stands in a date: `Juni`.
pub fn month_in_date(month: u8) -> Option<String> {
    let (first, rest) = month_name(month)?.split_at(1);
    Some(first.to_ascii_uppercase() + rest)
}

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

/// What people write for a row that may be passed over, in small letters.
pub const WHEN_NEEDED: [&str; 14] = [
    "opsional",
    "optional",
    "bila perlu",
    "jika perlu",
    "kalau perlu",
    "apabila perlu",
    "bila diperlukan",
    "jika diperlukan",
    "apabila diperlukan",
    "bila dibutuhkan",
    "jika dibutuhkan",
    "apabila dibutuhkan",
    "tidak wajib",
    "bila dipandang perlu",
];

/// What people write for *as above*, without its full stops, in small letters.
pub const AS_ABOVE: [&str; 6] = ["idem", "sda", "s d a", "ditto", "sama dengan di atas", "sama dengan atas"];
