//! Words that are no keys, as tables: times that give no number, numbers.

use super::ast::Satuan;

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
    Satuan::NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(typed)).map(|(_, unit)| *unit)
}

/// The names of the units.
pub(super) fn unit_names() -> impl Iterator<Item = &'static str> {
    Satuan::NAMES.iter().map(|(name, _)| *name)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_read_by_its_name() {
        for (name, unit_of_it) in Satuan::NAMES {
            assert_eq!((unit(name), unit_of_it.name()), (Some(unit_of_it), name));
        }
    }
}
