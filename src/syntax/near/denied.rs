//! `ya` and `tidak` with a condition behind them, and no comma between.

/// `ya berkas lengkap` → `ya`, `berkas lengkap`; but `tidak lengkap` → `tidak`, `tidak lengkap`, and `tidak ada temuan` →
/// `tidak`, `tidak ada temuan`. Where it leads decides what both may mean: `tidak perlu diperbaiki` that goes back does need it.
pub(in crate::syntax) fn answer_without_comma<'a>(
    label: &'a str,
    target: &str,
) -> Option<(&'a str, &'a str)> {
    let (answer, condition) = label.split_once(' ')?;
    let condition = condition.trim();
    if answer.eq_ignore_ascii_case("ya") {
        return Some((answer, condition));
    }
    if !answer.eq_ignore_ascii_case("tidak") {
        return None;
    }
    let words = condition.to_lowercase();
    let bad = words.split(' ').any(|word| BAD.contains(&word));
    let first = words.split(' ').next().unwrap_or_default();
    let one_thought = match () {
        () if GOOD.contains(&first) => true,
        () if ASKED.contains(&first) => !(bad && target.to_lowercase().contains("kembali")),
        // `tidak keberatan`, `tidak melebihi pagu`; but `tidak ditolak` is hardly one thought.
        () => !bad && (first == words || is_verb(first)),
    };
    Some((answer, if one_thought { label } else { condition }))
}

const GOOD: [&str; 12] = [
    "lengkap",
    "sesuai",
    "setuju",
    "disetujui",
    "benar",
    "memenuhi",
    "layak",
    "sah",
    "valid",
    "diterima",
    "cukup",
    "jelas",
];
const BAD: [&str; 14] = [
    "ditolak",
    "dikembalikan",
    "diperbaiki",
    "direvisi",
    "dikoreksi",
    "dilengkapi",
    "revisi",
    "perbaikan",
    "koreksi",
    "kesalahan",
    "kekurangan",
    "salah",
    "kurang",
    "gagal",
];
/// What is denied rather than said of a thing.
const ASKED: [&str; 8] = ["ada", "terdapat", "perlu", "harus", "dapat", "bisa", "boleh", "mau"];

/// Whether a word, in small letters, is made like a verb: `melebihi`, `berhasil`.
fn is_verb(word: &str) -> bool {
    const NOUNS: [&str; 8] =
        ["berkas", "berita", "bendahara", "dinas", "disposisi", "direktur", "terlapor", "tergugat"];
    let prefixed = ["me", "ber", "ter", "di"].iter().any(|prefix| word.starts_with(prefix));
    word.len() > 5 && prefixed && !NOUNS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_denied_keeps_its_no() {
        let read = |label, target| answer_without_comma(label, target).map(|(_, condition)| condition);
        for label in [
            "tidak lengkap",
            "tidak keberatan",
            "Tidak ada temuan",
            "tidak perlu mengungsi",
            "tidak melebihi pagu",
            "tidak berhasil direkam",
            "tidak sesuai dan perlu diperbaiki",
            "tidak ada kekurangan",
        ] {
            assert_eq!(read(label, "lanjut ke 3"), Some(label));
        }
        for (label, condition) in [
            ("ya lengkap", "lengkap"),
            ("tidak belum lengkap", "belum lengkap"),
            ("tidak berkas kurang", "berkas kurang"),
            ("tidak beras bersubsidi", "beras bersubsidi"),
            ("tidak ditolak", "ditolak"),
            ("tidak dikembalikan kepada pemohon", "dikembalikan kepada pemohon"),
            ("tidak masih salah", "masih salah"),
            ("tidak ada kekurangan", "ada kekurangan"),
            ("tidak perlu diperbaiki", "perlu diperbaiki"),
        ] {
            assert_eq!(read(label, "kembali ke 1"), Some(condition), "{label}");
        }
        assert_eq!((read("jika lengkap", ""), read("tidak", "")), (None, None));
    }
}
