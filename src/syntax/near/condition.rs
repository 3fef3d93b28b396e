//! The condition of an outcome, where it stands elsewhere than before its colon.

use super::target::{aim, leads_on, readable};
use crate::syntax::keys::Shape;
use crate::syntax::values;
use crate::text::{begins_with, denies, is_if_in_a_note};

/// `jika ada kesalahan` → `ada kesalahan`
pub(in crate::syntax) fn condition(typed: &str) -> Option<&str> {
    let (first, condition) = typed.split_once(' ')?;
    is_if_in_a_note(first).then(|| condition.trim())
}

/// Whether a condition says no by its first word: `tidak sesuai`, `belum lengkap`.
pub fn refuses(condition: &str) -> bool {
    let first = condition.split([' ', ',', '/']).next().unwrap_or_default();
    const WRONG: [&str; 3] = ["salah", "ditolak", "tanpa"];
    denies(first) || WRONG.iter().any(|word| word.eq_ignore_ascii_case(first))
}

/// `kembali ke 1 jika ada kesalahan`: the condition, and the target before it.
pub(in crate::syntax) fn condition_at_end(typed: &str) -> Option<(&str, &str)> {
    let found =
        |(at, _): (usize, &str)| Some((condition(&typed[at + 1..])?, typed[..at].trim_end_matches(',')));
    let (condition, target) = typed.match_indices(' ').find_map(found)?;
    (!leads_on(condition) && values::is_value_of(Shape::Alur, target)).then_some((condition, target))
}

/// `penyedia memperbaiki (kembali ke 11)`: what is done, and the target behind it in brackets.
pub(in crate::syntax) fn target_in_brackets(typed: &str) -> Option<(&str, String)> {
    let (words, said) = typed.trim_end_matches('.').strip_suffix(')')?.rsplit_once('(')?;
    let meant = readable(said.trim())?;
    let meant = Some(meant).filter(|meant| meant.contains(|c: char| c.is_ascii_digit()))?;
    let words = words.trim();
    (!words.is_empty() && !leads_on(words)).then_some((words, meant))
}

/// `setuju, lanjut ke 10`: the condition and the target, where the condition stands behind the colon.
pub(in crate::syntax) fn condition_in_front(typed: &str) -> Option<(&str, &str)> {
    let (condition, target) = typed.split_once(',')?;
    let (condition, target) = (condition.trim(), target.trim());
    // `ditolak, kembali ke 2`: what is turned down and goes back does not end.
    let goes_on = || refuses(condition) && !begins_with(target, "selesai");
    let apart = !condition.is_empty() && (aim(condition).is_none() || goes_on());
    (apart && values::is_value_of(Shape::Alur, target)).then_some((condition, target))
}

/// `lanjut ke 10, setuju`: the same, where the condition stands behind the target.
pub(in crate::syntax) fn condition_behind(typed: &str) -> Option<(&str, &str)> {
    let (target, condition) = typed.rsplit_once(',')?;
    let (target, condition) = (target.trim(), condition.trim());
    let first = condition.split(' ').next()?.to_lowercase();
    let own = !matches!(first.as_str(), "" | "lalu" | "kemudian" | "paling" | "maksimal" | "maks" | "maks.")
        && aim(condition).is_none()
        && !leads_on(condition);
    (own && values::is_value_of(Shape::Alur, target)).then_some((condition, target))
}

/// `2 (mengundang penyedia lain)`: the condition in brackets, and the target before it.
pub(in crate::syntax) fn condition_in_brackets(typed: &str) -> Option<(&str, String)> {
    let (said, condition) = typed.strip_suffix(')')?.split_once('(')?;
    let target = readable(said.trim())?;
    let named = target.starts_with("selesai") || condition.trim().is_empty();
    (!named).then(|| (condition.trim(), target))
}
