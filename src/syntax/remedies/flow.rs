//! Remedies for where the flow goes: targets and answers in a writer's own words.

use super::{ADD_COMMA, WRITE_KEY, perhaps};
use crate::diag::{Diagnostic, Fix};
use crate::source::{Span, Spanned};
use crate::syntax::here::Here;
use crate::syntax::keys::{Key, Shape};
use crate::syntax::prose::Prose;
use crate::syntax::{faults, near, values};
use crate::text::{Arg, Text, begins_with, fold};

static EACH_ON_ITS_LINE: Text = Text {
    id: "tulis tiap hasil pada barisnya sendiri: {hasil}",
    en: "write each outcome on a line of its own: {hasil}",
};
static WRITE_OUTCOMES: Text = Text { id: "tulis hasilnya", en: "write the outcomes" };
pub(super) static KEY_OF_FLOW: Text = Text {
    id: "bila ini arah alurnya, tulis `alur: {dekat}`; bila lanjutan teks di atasnya, tulis lebih menjorok",
    en: "if this is where the flow goes, write `alur: {dekat}`; if it continues the text above, indent it further",
};
pub(super) static OUTCOME_MEANT: Text =
    Text { id: "bila ini hasil keputusan, tulis `{dekat}`", en: "if this is an outcome, write `{dekat}`" };
static ADD_KEY: Text = Text { id: "tambahkan `alur:`", en: "add `alur:`" };
static CONDITION_IN_FRONT: Text = Text {
    id: "tulis syaratnya di depan titik dua: `…, {syarat}: {dekat}`",
    en: "write the condition before the colon: `…, {syarat}: {dekat}`",
};
static CONDITION_OF_AN_ANSWER: Text = Text {
    id: "tulis kedua hasilnya, syaratnya di depan titik dua: `tidak, {syarat}: {dekat}` dan `ya: …`",
    en: "write both outcomes, the condition before the colon: `tidak, {syarat}: {dekat}` and `ya: …`",
};
static CONDITION_OF_THIS: Text = Text {
    id: "tulis syaratnya di depan titik dua: `{baris}`",
    en: "write the condition before the colon: `{baris}`",
};
static HOW_BESIDE: Text = Text {
    id: "tulis `{dekat}`, dan pindahkan `{kata}` ke `keterangan:`",
    en: "write `{dekat}`, and move `{kata}` to `keterangan:`",
};
static OUTCOME_WITH_WORDS: Text = Text {
    id: "bila ini hasil keputusan, tulis `{dekat}`, dan pindahkan `{cara}` ke `keterangan:`",
    en: "if this is an outcome, write `{dekat}`, and move `{cara}` to `keterangan:`",
};
static ONE_OF_BOTH: Text = Text {
    id: "satu hasil menuju satu tempat: tulis `selesai`, atau `{dekat}`",
    en: "an outcome leads to one place: write `selesai`, or `{dekat}`",
};
static SIDE_BY_SIDE: Text = Text {
    id: "bila semuanya dikerjakan bersamaan, tulis `bersamaan: {daftar}`; bila hanya salah satu, pilih satu nomor",
    en: "if all of them are done side by side, write `bersamaan: {daftar}`; if only one is, choose one number",
};
static WORDS_BEHIND: Text = Text {
    id: "pindahkan `{kata}` ke `keterangan:`, atau ke `batas:` bila itu batas waktu; di belakang nomor hanya ada pelaksana \
         atau `, paling banyak K kali`",
    en: "move `{kata}` to `keterangan:`, or to `batas:` if it is a limit; behind the number stands only an actor, or \
         `, paling banyak K kali`",
};
static NUMBER_OF_NEXT: Text = Text {
    id: "sebut nomornya; bila menuju kegiatan berikutnya, tulis `{dekat}`",
    en: "name the row; where it leads to the next one, write `{dekat}`",
};
static WORD_BEFORE_NUMBER: Text = Text {
    id: "tulis `lanjut ke {nomor}` bila kegiatan itu sesudah ini, `kembali ke {nomor}` bila sebelumnya",
    en: "write `lanjut ke {nomor}` if that row comes after this one, `kembali ke {nomor}` if it comes before",
};
static NUMBER_OR_END: Text = Text {
    id: "sebut kegiatannya dengan nomor, misalnya `kembali ke {contoh}`; bila pekerjaan selesai di sini, tulis `selesai, {teks}`",
    en: "name the row by its number, for example `kembali ke {contoh}`; if the work ends here, write `selesai, {teks}`",
};
static NUMBER_OF_AGAIN: Text = Text {
    id: "bila pekerjaan diulang, sebut kegiatannya dengan nomor: `{dekat}`",
    en: "if work is done again, name its row by the number: `{dekat}`",
};
static NUMBER_AND_NO_NAME: Text = Text {
    id: "sebut kegiatannya dengan nomor, misalnya `{kata} ke {contoh}`",
    en: "name the row by its number, for example `{kata} ke {contoh}`",
};

/// `disetujui: 4`, which is an outcome as `meant` says it; `whole` is the label with its target.
pub(in crate::syntax) fn outcome_meant(label: Span, whole: Span, typed: &str, meant: &str) -> Diagnostic {
    Diagnostic::at(&faults::UNKNOWN_KEY, label)
        .with("kata", typed)
        .with("dekat", meant)
        .help(&OUTCOME_MEANT)
        .fix(Fix::replace(&WRITE_KEY, whole, meant))
}

/// `Setuju: Menandatangani`, `Y: buat berkas baru`: an outcome that does not say where it leads.
pub(in crate::syntax) fn outcome_without_target(label: Span, typed: &str, said: &str) -> Diagnostic {
    const MOST_WORDS: usize = 6;
    let words = said.split_whitespace().count();
    let condition = if (1..=MOST_WORDS).contains(&words) { format!(", {said}") } else { String::new() };
    let answer = match fold(typed).as_str() {
        "y" => format!("ya{condition}"),
        "t" => format!("tidak{condition}"),
        "tolak" => "jika ditolak".to_owned(),
        _ => format!("jika {}", near::in_a_sentence(typed)),
    };
    outcome_to_name(label, typed, &answer, said)
}

/// `penuh: pasien menunggu` beside `tersedia: lanjut ke 4`: an outcome whose answer is known, and that does not say where
/// it leads.
pub(in crate::syntax) fn outcome_to_name(label: Span, typed: &str, answer: &str, said: &str) -> Diagnostic {
    let verb = if fold(said).contains("kembali") { "kembali" } else { "lanjut" };
    let meant = format!("{answer}: {verb} ke …");
    Diagnostic::at(&faults::UNKNOWN_KEY, label).with("kata", typed).with("dekat", meant).help(&OUTCOME_MEANT)
}

/// `belum kuorum: skors 1 jam, kembali ke 5`: an outcome, and what is done before it leads there.
pub(in crate::syntax) fn outcome_with_words(label: Span, typed: &str, meant: &str, how: &str) -> Diagnostic {
    let found = Diagnostic::at(&faults::UNKNOWN_KEY, label).with("kata", typed).with("dekat", meant);
    found.with("cara", how).help(&OUTCOME_WITH_WORDS)
}

/// `Jika:` above its outcomes; `whole` is the line with its end.
pub(in crate::syntax) fn heads_outcomes(key: Span, whole: Span) -> Diagnostic {
    let found = Diagnostic::at(&faults::NO_CONDITION, key).help(&super::OUTCOMES_ONLY);
    found.fix(Fix::remove(&super::REMOVE_LINE, whole))
}

/// `ragu-ragu: selesai` beside `ya` and `tidak`.
pub(in crate::syntax) fn third_outcome(label: Span, typed: &str, condition: &str) -> Diagnostic {
    Diagnostic::at(&faults::UNKNOWN_KEY, label)
        .with("kata", typed)
        .with("syarat", condition)
        .help(&super::MORE_THAN_TWO)
}

/// `- ada temuan -> 4`; `known` where the whole outcome can be written.
pub(in crate::syntax) fn outcome_in_item(line: Span, meant: String, known: bool) -> Diagnostic {
    let found = Diagnostic::at(&faults::LINE, line).with("dekat", meant.as_str()).help(&OUTCOME_MEANT);
    if known { found.fix(Fix::replace(&WRITE_KEY, line, meant)) } else { found }
}

/// `lanjut ke 5` on a line of its own; `free` when the row has no other flow.
pub(in crate::syntax) fn flow_without_key(line: Span, meant: &str, free: bool) -> Diagnostic {
    let found = Diagnostic::at(&faults::LINE, line);
    if let Some((condition, target)) = near::condition_at_end(meant) {
        return found.with("syarat", condition).with("dekat", target).help(&CONDITION_OF_AN_ANSWER);
    }
    let found = found.with("dekat", meant).help(&KEY_OF_FLOW);
    if free { found.fix(Fix::replace(&ADD_KEY, line, format!("alur: {meant}"))) } else { found }
}

/// Outcomes in one line, or with arrows; each belongs on a line of its own.
pub(in crate::syntax) fn outcomes_apart(line: Span, outcomes: &[String]) -> Diagnostic {
    let said: Vec<String> = outcomes.iter().map(|outcome| format!("`{outcome}`")).collect();
    Diagnostic::at(&faults::LINE, line).with("hasil", said).help(&EACH_ON_ITS_LINE).fix(Fix::replace(
        &WRITE_OUTCOMES,
        line,
        outcomes.join("\n   "),
    ))
}

/// `Selesai: permohonan ditolak`
pub(in crate::syntax) fn flow_label(label: Span, whole: Span, typed: &str, meant: &str) -> Diagnostic {
    let meant = format!("alur: {meant}");
    perhaps(Diagnostic::at(&faults::UNKNOWN_KEY, label).with("kata", typed), whole, Some(meant))
}

/// `ya (memenuhi syarat):`; `brackets` are the condition with them and the blanks before.
pub(in crate::syntax) fn condition_in_brackets(brackets: Span, answer: &str, condition: &str) -> Diagnostic {
    Diagnostic::at(&faults::CONDITION_COMMA, brackets)
        .with("kata", answer)
        .with("syarat", condition)
        .fix(Fix::replace(&ADD_COMMA, brackets, format!(", {condition}")))
}

/// `lanjut ke 2 dan 3`
pub(in crate::syntax) fn several_rows(span: Span, typed: &str, rows: &[&str]) -> Diagnostic {
    let found = Diagnostic::at(&faults::TARGET, span).with("teks", typed);
    found.with("daftar", rows.join(", ")).help(&SIDE_BY_SIDE)
}

/// A target that cannot be read, with what it probably means where it stands.
pub(in crate::syntax) fn unread_target(span: Span, typed: &str, here: &Here) -> Diagnostic {
    if let Some(rows) = near::several_rows(typed) {
        return several_rows(span, typed, &rows);
    }
    let found = Diagnostic::at(&faults::TARGET, span).with("teks", typed);
    // Which way was not said, but the number says it.
    let unsaid =
        typed.starts_with(|c: char| c.is_ascii_digit() || c == '(') || fold(typed).starts_with("ke ");
    let towards =
        |meant: &str| meant.strip_prefix("lanjut ke ").filter(|_| unsaid).and_then(|to| here.towards(to));
    let in_front = |condition: &str, target: &str| {
        let meant = towards(target).unwrap_or_else(|| target.to_owned());
        found.clone().with("syarat", condition).with("dekat", meant).help(&CONDITION_IN_FRONT)
    };
    if let Some((condition, target)) = near::condition_at_end(typed)
        .or_else(|| near::condition_in_front(typed))
        .or_else(|| near::condition_behind(typed))
    {
        return in_front(condition, target);
    }
    // `kembali ke langkah sebelumnya`; `lanjut` alone is answered below.
    let beside = || near::neighbour(typed, here.row?.nomor.value.angka).filter(|_| typed.contains(' '));
    let meant = near::target(typed).or_else(beside);
    if let Some((condition, target)) = near::condition_in_brackets(typed).filter(|_| meant.is_none()) {
        return in_front(condition, &target);
    }
    if let Some((words, target)) = near::target_in_brackets(typed).filter(|_| meant.is_none()) {
        return in_front(words, &target);
    }
    if let Some((target, words)) = near::target_with_words(typed).filter(|_| meant.is_none()) {
        return found.with("dekat", target).with("kata", words).help(&HOW_BESIDE);
    }
    let meant = meant.map(|meant| (towards(&meant), meant));
    let number = typed.trim_end_matches('.');
    if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
        return match meant {
            Some((Some(meant), _)) => perhaps(found, span, Some(meant)),
            // It cannot be known what comes before this.
            other => perhaps(found, span, other.map(|(_, meant)| meant))
                .with("nomor", number)
                .help(&WORD_BEFORE_NUMBER),
        };
    }
    // `ke Konservator`
    let to_a_name = || {
        let named = ["ke ", "kepada "].iter().any(|to| begins_with(typed, to));
        (named && !typed.contains(|c: char| c.is_ascii_digit())).then_some("lanjut")
    };
    let verb = near::verb_before_a_name(typed).or_else(to_a_name);
    if let Some(verb) = verb.filter(|_| meant.is_none()) {
        let example = if verb == "kembali" { "1" } else { "5" };
        return match back_to_somebody(typed, here) {
            Some(meant) => perhaps(found, span, Some(meant)),
            None if verb == "kembali" && names_a_place(typed) => {
                found.with("contoh", example).help(&NUMBER_OR_END)
            }
            None => found.with("kata", verb).with("contoh", example).help(&NUMBER_AND_NO_NAME),
        };
    }
    if ["lanjut", "lanjutkan", "terus", "berlanjut"].contains(&fold(typed).as_str()) {
        let next = here.row.map_or(5, |row| row.nomor.value.angka.saturating_add(1));
        let meant = format!("lanjut ke {next}");
        let found = found.with("dekat", meant.as_str()).help(&NUMBER_OF_NEXT);
        return if here.row.is_some() { found.fix(Fix::replace(&WRITE_KEY, span, meant)) } else { found };
    }
    if let Some(again) = again(typed).filter(|_| meant.is_none()) {
        return found.with("dekat", again).help(&NUMBER_OF_AGAIN);
    }
    perhaps(found, span, meant.map(|(towards, meant)| towards.unwrap_or(meant)))
}

/// `panggil ulang, paling banyak 2 kali`: a return that says what is done again, and not in which row.
fn again(typed: &str) -> Option<String> {
    let lower = typed.to_lowercase();
    let (work, bound) = lower.split_once(',').unwrap_or((&lower, ""));
    let times = near::how_often(bound.trim()).map(|times| format!(", paling banyak {times} kali"));
    let repeats = work.split_whitespace().any(|word| matches!(word, "ulang" | "ulangi" | "diulang"));
    repeats.then(|| format!("kembali ke …{}", times.unwrap_or_default()))
}

/// A condition that stands behind the colon, told as the line that is meant: `tidak, ditolak: kembali ke 1`. `plain` where
/// nothing stands between key and colon.
pub(in crate::syntax) fn of_its_field(
    told: &mut Diagnostic,
    key: Spanned<Key>,
    plain: bool,
    prose: &Prose<'_>,
) {
    if told.help != Some(&CONDITION_IN_FRONT) {
        return;
    }
    if key.value == Key::Alur {
        told.help = Some(&CONDITION_OF_AN_ANSWER);
    }
    let said = |name: &str| {
        told.args.iter().find(|(known, _)| *known == name).and_then(|(_, said)| match said {
            Arg::Text(said) => Some(said.clone()),
            _ => None,
        })
    };
    let (Some(condition), Some(target)) = (said("syarat"), said("dekat")) else { return };
    // `jika buruk: dimusnahkan, selesai`
    if key.value == Key::Jika && target == "selesai" {
        let found = Diagnostic::at(&faults::TARGET, told.primary).with("teks", prose.text.as_ref());
        *told = perhaps(found, prose.span, Some(format!("selesai, {condition}")));
        return;
    }
    // It has its condition already.
    if key.value == Key::Jika {
        told.args.push(("kata", Arg::Text(condition)));
        told.help = Some(&HOW_BESIDE);
        return;
    }
    if !matches!(key.value, Key::Ya | Key::Tidak) || !plain {
        return;
    }
    let line = format!("{}, {condition}: {target}", key.value.word());
    told.args.push(("baris", Arg::Text(line)));
    told.help = Some(&CONDITION_OF_THIS);
    // Over several lines there may be comments between.
    if prose.span.range().len() == prose.text.len() {
        let behind = Span { start: key.span.end, end: key.span.end };
        let edits = vec![(behind, format!(", {condition}")), (prose.span, target)];
        told.fix = Some(Fix { title: &WRITE_OUTCOMES, edits, safe: false });
    }
}

/// `selesai, kembali ke 1`; `selesai, selesai` is one thing said twice.
pub(in crate::syntax) fn end_and_target(span: Span, typed: &str, other: &str) -> Diagnostic {
    let found = Diagnostic::at(&faults::TARGET, span).with("teks", typed);
    match other {
        "selesai" => perhaps(found, span, Some(other.to_owned())),
        _ => found.with("dekat", other).help(&ONE_OF_BOTH),
    }
}

/// `kembali ke 1 untuk diperbaiki`
pub(in crate::syntax) fn words_behind_target(span: Span, typed: &str, words: &str) -> Diagnostic {
    let found = Diagnostic::at(&faults::TARGET, span).with("teks", typed).with("kata", words);
    found.help(&WORDS_BEHIND)
}

/// `kembali ke rak`: no office, which is written with a capital, and no row said in other words.
fn names_a_place(typed: &str) -> bool {
    const ROWS: [&str; 7] = ["awal", "atas", "semula", "sebelumnya", "langkah", "kegiatan", "tahap"];
    let name = near::name_aimed_at(typed).map_or("", |name| &typed[name]);
    name.starts_with(char::is_lowercase) && !name.split(' ').any(|word| ROWS.contains(&word))
}

/// `kembali ke Kadis`: the target with the number of the row that is meant.
fn back_to_somebody(typed: &str, here: &Here) -> Option<String> {
    let mut name = near::name_aimed_at(typed)
        .filter(|_| ["kembali", "balik"].iter().any(|word| fold(typed).contains(word)))?;
    // `kembali ke Staf untuk diperbaiki`
    let what_for = [" untuk ", " agar ", " guna "].iter().find_map(|word| typed[name.clone()].find(word));
    if let Some(at) = what_for {
        let row = here.row_of(&fold(&typed[name.start..name.start + at]))?;
        let rest = typed[name.end..].trim();
        name.end = name.start;
        let meant = format!("{}{row}{rest}", &typed[..name.start]);
        return if values::is_value_of(Shape::Alur, &meant) { Some(meant) } else { near::target(&meant) };
    }
    let row = here.row_of(&fold(&typed[name.clone()]))?;
    let rest = &typed[name.end..];
    let meant = format!("{}{row}{rest}", &typed[..name.start]);
    // `kembali ke Staf maks 2x`: behind the number it would be a name.
    let apart = rest.is_empty() || rest.starts_with(',');
    if apart && values::is_value_of(Shape::Alur, &meant) { Some(meant) } else { near::target(&meant) }
}
