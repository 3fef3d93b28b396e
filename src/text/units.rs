//! Units of the state by the words that their names begin with: `Dinas Kesehatan`, `Subbagian Umum`.

/// A unit printed as a level of its agency begins so.
const LEVEL: u8 = 1;
/// What stands behind the name of a regional government on its line is a unit of it: `Pemerintah Kabupaten … Dinas …`.
const BEHIND_GOVERNMENT: u8 = 1 << 1;
/// It belongs to a regional government, whatever follows.
const REGIONAL: u8 = 1 << 2;
/// Somebody is its head: `Kepala Bidang`.
const HEADED: u8 = 1 << 3;

/// In small letters.
const UNITS: [(&str, u8); 44] = [
    ("pemerintah", LEVEL),
    ("kementerian", LEVEL),
    ("sekretariat", LEVEL | BEHIND_GOVERNMENT),
    ("sekretariat daerah", REGIONAL),
    ("sekretariat dprd", REGIONAL),
    ("inspektorat", LEVEL | BEHIND_GOVERNMENT),
    ("inspektorat daerah", REGIONAL),
    ("direktorat", LEVEL),
    ("dinas", LEVEL | BEHIND_GOVERNMENT | REGIONAL | HEADED),
    ("badan", LEVEL | BEHIND_GOVERNMENT | HEADED),
    ("badan perencanaan pembangunan daerah", REGIONAL),
    ("badan kepegawaian daerah", REGIONAL),
    ("kantor", LEVEL | BEHIND_GOVERNMENT | HEADED),
    ("satuan", LEVEL | BEHIND_GOVERNMENT),
    ("satuan polisi pamong praja", REGIONAL),
    ("kecamatan", LEVEL | BEHIND_GOVERNMENT | REGIONAL),
    ("kelurahan", LEVEL | BEHIND_GOVERNMENT | REGIONAL),
    ("desa", LEVEL | HEADED),
    ("nagari", LEVEL),
    ("uptd", LEVEL | BEHIND_GOVERNMENT | REGIONAL | HEADED),
    ("upt", LEVEL | BEHIND_GOVERNMENT | HEADED),
    ("puskesmas", LEVEL | BEHIND_GOVERNMENT | REGIONAL),
    ("rsud", LEVEL | BEHIND_GOVERNMENT),
    ("rumah", LEVEL),
    ("rumah sakit umum daerah", REGIONAL),
    ("bagian", LEVEL | BEHIND_GOVERNMENT | HEADED),
    ("bidang", LEVEL | REGIONAL | HEADED),
    ("biro", LEVEL | BEHIND_GOVERNMENT),
    ("balai", LEVEL),
    ("unit", LEVEL | HEADED),
    ("subbagian", LEVEL | HEADED),
    ("subbidang", HEADED),
    ("seksi", LEVEL | HEADED),
    ("cabang", LEVEL),
    ("sekolah", LEVEL),
    ("sd", LEVEL),
    ("sdn", LEVEL),
    ("smp", LEVEL),
    ("smpn", LEVEL),
    ("sma", LEVEL),
    ("sman", LEVEL),
    ("smk", LEVEL),
    ("smkn", LEVEL),
    ("politeknik", LEVEL),
];

fn is(word: &str, kind: u8) -> bool {
    UNITS.iter().any(|(known, of)| of & kind != 0 && known.eq_ignore_ascii_case(word))
}

/// Whether a level of an agency begins with a word: `Dinas`, `Puskesmas`.
pub fn begins_level(word: &str) -> bool {
    is(word, LEVEL)
}

/// Whether a word behind the name of a regional government begins the name of a unit of it.
pub fn begins_unit_of_government(word: &str) -> bool {
    is(word, BEHIND_GOVERNMENT)
}

/// Whether a word is what somebody is the head of: `Kepala Bidang`.
pub fn has_a_head(word: &str) -> bool {
    is(word, HEADED)
}

/// Whether a folded name is that of a unit which belongs to a regional government.
pub fn is_regional(name: &str) -> bool {
    let begins = |unit| name.strip_prefix(unit).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    UNITS.iter().any(|(unit, of)| of & REGIONAL != 0 && begins(*unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_known_by_the_words_its_name_begins_with() {
        assert!(begins_level("Dinas") && begins_level("SMKN") && !begins_level("Subbidang"));
        assert!(begins_unit_of_government("RSUD") && !begins_unit_of_government("desa"));
        assert!(has_a_head("subbidang") && !has_a_head("rsud"));
        assert!(is_regional("dinas kesehatan") && is_regional("sekretariat daerah") && is_regional("bidang"));
        for other in ["sekretariat jenderal", "dinasti", "rumah sakit umum pusat", "bidangnya"] {
            assert!(!is_regional(other), "{other}");
        }
    }
}
