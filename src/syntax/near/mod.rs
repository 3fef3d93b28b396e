//! What a time, a date or a target that cannot be read probably means, in the words of the language.
//!
//! Asked only after a value was found unreadable; what is offered is always readable itself.

mod condition;
mod denied;
mod outcomes;
mod said;
mod target;
mod times;

pub use condition::refuses;
pub(super) use condition::{
    condition, condition_at_end, condition_behind, condition_in_brackets, condition_in_front,
    target_in_brackets,
};
pub(super) use denied::answer_without_comma;
pub use outcomes::outcomes_said;
pub(super) use outcomes::{if_and_else, opposites, outcomes};
pub use said::in_a_sentence;
pub(super) use said::{as_condition, outcome_said, says_nothing};
pub(super) use target::{
    explains, how_often, name_aimed_at, neighbour, several_rows, stretch, target, target_from,
    target_with_words, verb_before_a_name,
};
pub use times::time_said;
pub(super) use times::{
    between_hours, figure_and_word, limit, limit_of_stretch, limits, range, range_of_two_units, time,
    time_of_each_case, time_with_remark, times_by_name,
};

use crate::text::{months, nearest};

/// `tidak ada`, `nihil`, `0`: what `-` says.
pub(super) fn none(typed: &str) -> Option<String> {
    let word = typed.trim().trim_end_matches('.').to_lowercase();
    let known =
        ["tidak ada", "belum ada", "kosong", "nihil", "n/a", "0", "00", "belum direvisi", "belum pernah"];
    known.contains(&word.as_str()).then(|| "-".to_owned())
}

/// `Senin, 2 Juni 2025`, `2 Jun 2025`, `2-Juni-2025` → `2 Juni 2025`.
pub(super) fn date(typed: &str) -> Option<String> {
    // `1 Januari2025 (revisi)`
    let typed = typed.split('(').next().unwrap_or(typed);
    let mut spaced = String::with_capacity(typed.len() + 2);
    for letter in typed.chars() {
        if letter.is_ascii_digit() && spaced.ends_with(char::is_alphabetic) {
            spaced.push(' ');
        }
        spaced.push(letter);
    }
    let parts = || spaced.split([' ', ',', '-', '/', '.', '\u{A0}']).filter(|part| !part.is_empty());
    let Some(at) = parts().position(|part| month(part).is_some()) else {
        return date_in_figures(&parts().collect::<Vec<_>>());
    };
    let month = month(parts().nth(at)?)?;
    let figures = |part: Option<&str>, most: usize| {
        part.filter(|part| part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|part| part.parse::<u16>().ok())
    };
    let before = at.checked_sub(1).and_then(|at| figures(parts().nth(at), 2));
    let (day, year_at) = match before {
        Some(day) => (day, at + 1),
        // `June 2, 2025`
        None => (figures(parts().nth(at + 1), 2)?, at + 2),
    };
    let year = figures(parts().nth(year_at), 4)?;
    let year = if year < 100 { 2000 + year } else { year };
    let alone = parts().count() <= year_at + 1 && (1900..=2199).contains(&year);
    written(day, month, year).filter(|_| alone)
}

/// A date as the language writes it.
fn written(day: u16, month: u8, year: u16) -> Option<String> {
    let month = months::in_date(month).filter(|_| (1..=31).contains(&day))?;
    Some(format!("{day} {month} {year}"))
}

/// `2/6/25`
fn date_in_figures(parts: &[&str]) -> Option<String> {
    let [day, month, year] = parts else { return None };
    let year: u16 = year.parse().ok().filter(|_| year.len() == 2)?;
    written(day.parse().ok()?, month.parse().ok()?, 2000 + year)
}

/// A month by its name, its first letters, its English name or a slip of the pen.
fn month(typed: &str) -> Option<u8> {
    let word = typed.to_lowercase();
    let starts = |month: u8| months::name(month).is_some_and(|name| name.starts_with(&word));
    let short = match word.as_str() {
        "agt" | "ags" | "aug" => Some(8),
        "oct" => Some(10),
        "dec" => Some(12),
        _ if word.len() >= 3 => (1..=12).find(|month| starts(*month)),
        _ => None,
    };
    months::number(&word).or_else(|| months::number_of_english(&word)).or(short).or_else(|| {
        let near = nearest(&word, (1..=12).filter_map(months::name)).filter(|_| word.len() > 3);
        near.and_then(months::number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_between_which_a_limit_lies_are_told_from_an_event() {
        for typed in ["7 sampai 12", "setelah 7 s.d. 12", "kegiatan 7 - 12", "dari 7 hingga 12", "7-12"] {
            assert_eq!(stretch(typed), Some(("7", "12")), "{typed}");
        }
        for typed in
            ["setelah 2 rapat", "minggu ke-3", "sejak 7 berkas diterima sampai 12 berkas dikirim", "7"]
        {
            assert_eq!(stretch(typed), None, "{typed}");
        }
    }

    #[test]
    fn dates_as_offices_write_them_are_understood() {
        for typed in [
            "Senin, 2 Juni 2025",
            "Nanga Bulik, 2 Juni 2025",
            "2 Jun 2025",
            "2 June 2025",
            "June 2, 2025",
            "2-Juni-2025",
            "2 Junii 2025",
            "02 Juni 25",
            "2 Juni2025 (revisi)",
            "2/6/25",
        ] {
            assert_eq!(date(typed).as_deref(), Some("2 Juni 2025"), "{typed}");
        }
        for typed in ["segera", "Juni", "minggu ketiga Juni 2025", "2 Juni 2025 dan 3 Juli 2025"] {
            assert_eq!(date(typed), None, "{typed}");
        }
    }

    #[test]
    fn targets_as_people_write_them_are_understood() {
        for (typed, meant) in [
            ("lanjut 3", Some("lanjut ke 3")),
            ("lanjutkan ke kegiatan no. 3.", Some("lanjut ke 3")),
            ("ke 3", Some("lanjut ke 3")),
            ("-> 3", Some("lanjut ke 3")),
            ("3", Some("lanjut ke 3")),
            (
                "kembali ke langkah 1, maks. 2 kali, lalu selesai, ditolak",
                Some("kembali ke 1, paling banyak 2 kali, lalu selesai, ditolak"),
            ),
            ("kembali ke 1, maksimal 2x", Some("kembali ke 1, paling banyak 2 kali")),
            ("lanjut ke Staf", None),
            ("baris 3", Some("lanjut ke 3")),
            ("kembali ke satu", Some("kembali ke 1")),
            ("selesei", Some("selesai")),
            ("kembli ke 2", Some("kembali ke 2")),
            ("ditolak", Some("selesai, ditolak")),
            ("selesai ditolak", Some("selesai, ditolak")),
            ("selesai - ditolak", Some("selesai, ditolak")),
            ("kembali 6 (maks. 2 kali)", Some("kembali ke 6, paling banyak 2 kali")),
            ("kembali ke 7, 1 kali", Some("kembali ke 7, paling banyak 1 kali")),
            ("kembalikan kepada 1", Some("kembali ke 1")),
            ("lanjut ke 3 atau 4", None),
        ] {
            assert_eq!(target(typed).as_deref(), meant, "{typed}");
        }
    }
}
