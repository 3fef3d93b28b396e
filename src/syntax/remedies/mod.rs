//! Findings that carry a remedy of their own, and the words for it.

mod around;
mod flow;
mod lines;

pub(super) use around::{
    ROW_OF_THEIR_OWN, address, answer_as_actor, column_heads, heading, is_letterhead, is_letterhead_again,
    is_of_signature, letterhead, letterhead_again, meant_keys, not_printed, official, one_more_level,
    question, signature, time_of_somebody, title, units_in_keys, wrapped,
};
pub(super) use flow::{
    condition_in_brackets, end_and_target, flow_label, flow_without_key, outcome_in_item, outcome_meant,
    outcome_to_name, outcome_without_target, outcomes_apart, several_rows, third_outcome, unread_target,
    words_behind_target,
};
pub(super) use lines::{
    as_above, bare_items, beside_fields, each_answer, end_as_row, field_marks, footnote, foreign_marks,
    heads_a_phase, mark_behind_key, number_of_a_row, numbers_behind_key, pasted_table, rewrite_table,
    row_marks, without_letter,
};

use crate::diag::{Diagnostic, Fix};
use crate::source::{Span, Spanned};
use crate::text::{Text, fold, nearest};
use smol_str::SmolStr;

use super::ast::{Nomor, Tanggal};
use super::keys::Shape;
use super::{faults, near, values, words};

pub(super) static LIMIT_OF_STRETCH: Text = Text {
    id: "tulis `setelah 7 sampai 12: paling lama 1 minggu` atau `dari 1 sampai 14: paling lama 30 hari kerja`",
    en: "write `setelah 7 sampai 12: paling lama 1 minggu` or `dari 1 sampai 14: paling lama 30 hari kerja`",
};
pub(super) static THE_OTHER_ANSWER: Text = Text {
    id: "mungkin salah satunya `{lain}`; bila memang sama, hapus salah satu",
    en: "perhaps one of them is `{lain}`; if both are the same, remove one",
};
static STRETCH_OF_ROWS: Text = Text {
    id: "tulis `setelah {ruas}: …` bila dihitung sejak kegiatan {dari} selesai, atau `dari {ruas}: …` bila sejak kegiatan itu mulai",
    en: "write `setelah {ruas}: …` to count from the end of row {dari}, or `dari {ruas}: …` to count from its start",
};
static SECOND_SOP: Text = Text {
    id: "satu berkas memuat satu SOP: pindahkan mulai baris ini ke berkas tersendiri; yang di bawahnya belum dibaca",
    en: "a file holds one SOP: move all from this line on to a file of its own; what stands below was not read",
};
pub(super) static NOTES_ABOVE: Text = Text {
    id: "catatan bagi seluruh SOP ditulis sebagai `catatan:` di atas `kegiatan:`",
    en: "notes on the whole SOP are written `catatan:` above `kegiatan:`",
};
pub(super) static REMARK_OF_A_ROW: Text = Text {
    id: "catatan untuk satu kegiatan ditulis `keterangan: …`",
    en: "a remark on one row is written `keterangan: …`",
};
pub(super) static FIRST_HERE: Text = Text { id: "yang pertama di sini", en: "the first one is here" };
pub(super) static MEANT: Text = Text {
    id: "mungkin `{dekat}`; bila ini teks, pindahkan kata-kata sampai titik duanya ke ujung baris di atasnya",
    en: "perhaps `{dekat}`; if this is text, move the words up to the colon to the end of the line above",
};
pub(super) static NUMBER_THE_ROW: Text = Text {
    id: "bila ini kegiatan, tulis nomornya di depan: `{nomor}. {kata}: ...`",
    en: "if this is a row, write its number in front: `{nomor}. {kata}: ...`",
};
pub(super) static MORE_THAN_TWO: Text = Text {
    id: "bila hasilnya lebih dari dua, tulis semuanya dengan `jika`, misalnya `jika {syarat}: …`",
    en: "if there are more than two outcomes, write all of them with `jika`, for instance `jika {syarat}: …`",
};
pub(super) static OUTCOMES_ONLY: Text = Text {
    id: "tulis hasil-hasilnya langsung, tanpa judul di atasnya: `ya, …: lanjut ke …` dan `tidak, …: kembali ke …`",
    en: "write the outcomes themselves, without a heading: `ya, …: lanjut ke …` and `tidak, …: kembali ke …`",
};
pub(super) static THREE_FIELDS: Text = Text {
    id: "tulis `kelengkapan: …`, `waktu: …`, dan `output: …` masing-masing pada barisnya sendiri",
    en: "write `kelengkapan: …`, `waktu: …` and `output: …` each on a line of its own",
};
pub(super) static NO_GROUPS: Text = Text {
    id: "pelaksana tidak dikelompokkan; sebut kantornya dalam nama lajurnya, misalnya `- Staf {kata} = Staf pada {kata}`",
    en: "actors have no groups; say the office in the name of the lane, for instance `- Staf {kata} = Staf at {kata}`",
};
pub(super) static CLOSE_BRACKET: Text = Text {
    id: "tulis namanya di antara `(` dan `)` sebelum titik dua: `waktu (Kadis): 7 hari`",
    en: "write the name between `(` and `)` before the colon: `waktu (Kadis): 7 hari`",
};
pub(super) static NO_ROW_YET: Text = Text {
    id: "tulis kegiatannya dahulu: `1. PELAKSANA: uraian`",
    en: "write the row first: `1. ACTOR: text`",
};
pub(super) static PHASE_PLACE: Text = Text {
    id: "`tahap:` membagi kegiatan; tulis setelah `kegiatan:`",
    en: "`tahap:` divides the rows; write it after `kegiatan:`",
};

static SEE_THE_LIST: Text = Text {
    id: "lihat daftar isian dengan `sop explain SOP108`",
    en: "see the list of fields with `sop explain SOP108`",
};
static PERHAPS: Text = Text { id: "mungkin maksudnya `{dekat}`", en: "perhaps `{dekat}` is meant" };
static NO_UNIT: Text = Text {
    id: "tulis juga satuannya, misalnya `{teks} menit` atau `{teks} hari kerja`",
    en: "write the unit, too, for instance `{teks} menit` or `{teks} hari kerja`",
};
static COLON_BEHIND_ACTOR: Text = Text {
    id: "tulis titik dua di belakang pelaksananya: `{nomor}. {nama}: …`",
    en: "write a colon behind the actor: `{nomor}. {nama}: …`",
};
static NAME_BEFORE_TEXT: Text = Text {
    id: "pelaksana ditulis di depan: `{nomor}. {nama}: {uraian}`",
    en: "who acts is written in front: `{nomor}. {nama}: {uraian}`",
};
static ACTOR_FIRST: Text = Text { id: "tulis pelaksananya di depan", en: "write the actor in front" };
static IS_A_LIMIT: Text = Text {
    id: "tulis lama pengerjaannya di sini, dan batasnya tersendiri: `batas: paling lama 3 hari kerja setelah 4`",
    en: "write how long the work takes here, and the limit by itself: `batas: paling lama 3 hari kerja setelah 4`",
};
static LONG_NAME: Text = Text {
    id: "bila ini nama panjang lajurnya, tulis `= {kata}`; dalam kurung hanya `(luar)` untuk pihak luar dan `(sistem)` untuk aplikasi",
    en: "if this is the lane's long name, write `= {kata}`; in brackets stands only `(luar)` for parties outside and `(sistem)` for applications",
};
static DEPUTY: Text = Text {
    id: "siapa yang menggantikan ditulis di bawah kegiatannya: `{dekat}`",
    en: "who stands in is written below the row: `{dekat}`",
};
static DEPUTY_HERE: Text = Text {
    id: "tulis namanya saja sebelum titik dua, dan siapa yang menggantikan di bawah kegiatan ini: `{dekat}`",
    en: "write only the name before the colon, and who stands in below this row: `{dekat}`",
};
static WHEN_NEEDED_BELOW: Text = Text {
    id: "tulis namanya saja sebelum titik dua, dan kapan kegiatan ini dikerjakan di bawahnya: `{dekat}`",
    en: "write only the name before the colon, and below this row when it is done: `{dekat}`",
};
static REMARK_BELOW: Text = Text {
    id: "tulis namanya saja sebelum titik dua; bila perlu, penjelasannya di bawah kegiatan ini: `{dekat}`",
    en: "write only the name before the colon and, if needed, the remark below this row: `{dekat}`",
};
static REMARK_APART: Text = Text {
    id: "tulis lamanya saja, `waktu: {dekat}`, dan penjelasannya pada baris sendiri: `keterangan: {ket}`",
    en: "write only how long, `waktu: {dekat}`, and the remark on a line of its own: `keterangan: {ket}`",
};
static TEXT_OF_A_ROW: Text = Text {
    id: "bila ini kegiatan, tulis nomor dan pelaksananya di depan: `{dekat}`; untuk membagi kegiatan pakai `tahap: NAMA`",
    en: "if this is a row, write its number and its actor in front: `{dekat}`; to divide the rows use `tahap: NAME`",
};
static TIME_OF_EACH: Text = Text {
    id: "tulis waktu tiap pelaksana pada barisnya sendiri: {baris}",
    en: "write the time of each actor on a line of its own: {baris}",
};
static FIGURE_AND_WORD: Text = Text {
    id: "angka `{angka}` dan kata `{kata}` tidak sama; tulis yang benar saja",
    en: "the figure `{angka}` and the word `{kata}` differ; write only the right one",
};
static NO_TARGET_IN_TIME: Text = Text {
    id: "`{arah}` bukan bagian waktu: tulis pada baris sendiri, misalnya `alur: lanjut ke 5`, atau hapus bila menuju kegiatan berikutnya",
    en: "`{arah}` is no part of a time: write a line of its own, for example `alur: lanjut ke 5`, or delete it where it leads to the next row",
};
static NO_SUCH_DAY: Text = Text {
    id: "kalender tidak mempunyai hari itu; periksa tanggal dan bulannya",
    en: "the calendar has no such day; look at the day and the month",
};

static REPLACE_MARK: Text = Text { id: "ganti tandanya", en: "replace the mark" };
static SPELL_MONTH: Text = Text { id: "tulis nama bulannya", en: "write the month's name" };
static WRITE_KEY: Text = Text { id: "tulis `{dekat}`", en: "write `{dekat}`" };
static ADD_COLON: Text = Text { id: "tambahkan titik dua", en: "add the colon" };
static ADD_BRACKETS: Text = Text { id: "tambahkan kurungnya", en: "add the brackets" };
static ADD_COMMA: Text = Text { id: "tambahkan koma", en: "add the comma" };
static ADD_KEGIATAN: Text = Text { id: "tambahkan `kegiatan:`", en: "add `kegiatan:`" };
static MAKE_A_COMMENT: Text =
    Text { id: "jadikan teksnya catatan `#` di atasnya", en: "make the text a `#` comment above" };
static REMOVE_DASH: Text = Text { id: "hapus tanda `-`", en: "remove the `-`" };
static REMOVE_NAME: Text = Text { id: "hapus nama dalam kurung", en: "remove the name in brackets" };
static WRITE_KIND: Text = Text { id: "tulis keterangan yang dikenal", en: "write a kind that is known" };
static WRITE_BOUND: Text = Text { id: "tulis bilangannya dengan angka", en: "write the number in figures" };
static ADD_BOUND: Text = Text { id: "tambahkan batasnya", en: "add the bound" };
static REMOVE_SAME: Text =
    Text { id: "hapus yang kedua, yang sama", en: "remove the second, which is the same" };
static REMOVE_CONDITION: Text = Text { id: "hapus syaratnya", en: "remove the condition" };
static JOIN_ITEMS: Text = Text { id: "jadikan satu teks", en: "make it one text" };
static REMOVE_LINE: Text = Text { id: "hapus baris ini", en: "remove this line" };

fn replace(title: &'static Text, span: Span, by: impl Into<String>, safe: bool) -> Fix {
    Fix { title, edits: vec![(span, by.into())], safe }
}

/// A mark that only looks like one of the language.
pub(super) fn look_alike(span: Span, typed: &str, meant: &'static str) -> Diagnostic {
    Diagnostic::at(&faults::LOOK_ALIKE, span).with("tanda", typed).with("baku", meant).fix(replace(
        &REPLACE_MARK,
        span,
        meant,
        true,
    ))
}

fn perhaps(diagnostic: Diagnostic, span: Span, meant: Option<String>) -> Diagnostic {
    match meant {
        None => diagnostic,
        Some(meant) => {
            diagnostic.with("dekat", meant.as_str()).help(&PERHAPS).fix(Fix::replace(&WRITE_KEY, span, meant))
        }
    }
}

/// A time that cannot be read, with what it probably means; one in words alone is no more than an advice.
pub(super) fn unread_time(span: Span, typed: &str) -> Diagnostic {
    let meant = near::time(typed).or_else(|| near::range(typed)).or_else(|| near::none(typed));
    let figures = typed.contains(|c: char| c.is_ascii_digit());
    let rule = if figures || meant.is_some() { &faults::TIME } else { &faults::TIME_WORDS };
    let diagnostic = Diagnostic::at(rule, span).with("teks", typed);
    if typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return diagnostic.help(&NO_UNIT);
    }
    if let Some((figure, word)) = near::figure_and_word(typed) {
        return diagnostic.with("angka", figure).with("kata", word).help(&FIGURE_AND_WORD);
    }
    if let Some(lines) = near::times_by_name(typed).filter(|_| meant.is_none()) {
        let lines: Vec<String> = lines.iter().map(|line| format!("`{line}`")).collect();
        return diagnostic.with("baris", lines).help(&TIME_OF_EACH);
    }
    // `5 menit, maksimal 1 hari`: a time, and a limit behind it.
    let limited = || typed.split_once(',').is_some_and(|(_, limit)| near::limits(limit.trim()));
    let counted_from =
        [" setelah ", " sejak ", " sesudah ", " sebelum "].iter().any(|word| typed.contains(word));
    if meant.is_none() && figures && (counted_from || limited()) {
        return diagnostic.help(&IS_A_LIMIT);
    }
    let target = TARGETS.iter().find_map(|word| Some(typed.split_at(typed.find(word)?)));
    if let Some((_, target)) = target.filter(|(time, _)| values::is_value_of(Shape::Waktu, time)) {
        return diagnostic.with("arah", target.trim_start()).help(&NO_TARGET_IN_TIME);
    }
    let remark = || near::time_with_remark(typed).or_else(|| near::time_of_each_case(typed));
    if let Some((time, remark)) = Some(()).filter(|()| meant.is_none()).and_then(|()| remark()) {
        return diagnostic.with("dekat", time).with("ket", remark).help(&REMARK_APART);
    }
    perhaps(diagnostic, span, meant)
}

/// Where a target begins that a line before it took in.
const TARGETS: [&str; 3] = [" lanjut", " kembali", " selesai"];

/// A limit that cannot be read, with what it probably means.
pub(super) fn unread_limit(found: Diagnostic, span: Span, typed: &str) -> Diagnostic {
    perhaps(found, span, near::limit(typed))
}

/// A date that cannot be read, with what it probably means.
pub(super) fn unread_date(span: Span, typed: &str) -> Diagnostic {
    let meant = near::date(typed).or_else(|| near::none(typed));
    let diagnostic = Diagnostic::at(&faults::DATE, span).with("teks", typed);
    // The very date that was typed can only be one that no calendar has.
    if meant.as_deref().is_some_and(|meant| fold(meant) == fold(typed.trim_start_matches('0'))) {
        return diagnostic.help(&NO_SUCH_DAY);
    }
    perhaps(diagnostic, span, meant)
}

/// `7 sampai 12: paling lama 1 minggu`: rows between which something is limited, without the word that says from when.
pub(super) fn stretch_of_rows(span: Span, typed: &str, (from, to): (&str, &str)) -> Diagnostic {
    let found = Diagnostic::at(&faults::LIMIT, span).with("teks", typed);
    found.with("ruas", format!("{from} sampai {to}")).with("dari", from).help(&STRETCH_OF_ROWS)
}

/// `2. Menandatangani laporan: Kabid`; `place` holds both.
pub(super) fn actor_behind_the_text(place: Span, nomor: Nomor, name: &str, said: &str) -> Diagnostic {
    let found = actor_in_front(place, nomor, name, said);
    found.fix(Fix::replace(&ACTOR_FIRST, place, format!("{name}: {said}")))
}

/// A row whose actor stands elsewhere.
pub(super) fn actor_in_front(place: Span, nomor: Nomor, name: &str, said: &str) -> Diagnostic {
    Diagnostic::at(&faults::NO_ACTOR, place)
        .with("nomor", nomor.to_string())
        .with("nama", name)
        .with("uraian", said)
        .help(&NAME_BEFORE_TEXT)
}

/// `1. Kabid Menelaah usulan`; `between` is what stands between the actor and the text, which begins with `letter`. Where
/// the actors are to be written anew, it holds them, too.
pub(super) fn actor_without_colon(
    line: Span,
    nomor: &str,
    (actor, anew): (&str, bool),
    between: Span,
    letter: char,
) -> Diagnostic {
    let width = u32::try_from(letter.len_utf8()).unwrap_or_default();
    let names = if anew { actor } else { "" };
    let (place, colon) = match letter.is_lowercase() {
        true => (Span { end: between.end + width, ..between }, format!("{names}: {}", letter.to_uppercase())),
        false => (between, format!("{names}: ")),
    };
    Diagnostic::at(&faults::NO_ACTOR, line)
        .with("nomor", nomor)
        .with("nama", actor)
        .help(&COLON_BEHIND_ACTOR)
        .fix(Fix::replace(&ADD_COLON, place, colon))
}

/// A date in figures, with the same date in words.
pub(super) fn date_in_figures(span: Span, date: &Tanggal) -> Diagnostic {
    let month = date.bulan.and_then(words::month_in_date).unwrap_or_default();
    let spelt = format!("{} {month} {}", date.hari.unwrap_or_default(), date.tahun.unwrap_or_default());
    Diagnostic::at(&faults::DATE_FORM, span)
        .with("teks", date.teks.as_str())
        .with("baku", spelt.as_str())
        .fix(replace(&SPELL_MONTH, span, spelt, true))
}

/// Whether a finding takes what stands there for a row without its number.
pub fn is_row_without_number(finding: &Diagnostic) -> bool {
    finding.help.is_some_and(|help| std::ptr::eq(help, &NUMBER_THE_ROW))
}

/// Whether a finding is of an outcome that was not read as one.
pub fn is_unread_outcome(finding: &Diagnostic) -> bool {
    finding.help.is_some_and(|help| std::ptr::eq(help, &flow::OUTCOME_MEANT))
}

/// Whether a finding is of a table that was pasted.
pub fn is_pasted_table(finding: &Diagnostic) -> bool {
    finding.help.is_some_and(|help| std::ptr::eq(help, &lines::PASTED_TABLE))
}

/// A key that nobody knows, with the nearest one that somebody does.
///
/// Only an indented line could be text.
pub(super) fn unknown_key(span: Span, typed: &str, nearest: Option<&str>, indented: bool) -> Diagnostic {
    let diagnostic = Diagnostic::at(&faults::UNKNOWN_KEY, span).with("kata", typed);
    match nearest {
        None if indented => diagnostic,
        None => diagnostic.help(&SEE_THE_LIST),
        Some(near) => diagnostic
            .with("dekat", near)
            .help(if indented { &MEANT } else { &PERHAPS })
            .fix(replace(&WRITE_KEY, span, near, false)),
    }
}

/// `tidak PPK:` for `tidak (PPK):`.
pub(super) fn answer_of_somebody(span: Span, typed: &str, answer: &str, name: &str) -> Diagnostic {
    let meant = format!("{answer} ({name})");
    Diagnostic::at(&faults::UNKNOWN_KEY, span)
        .with("kata", typed)
        .with("dekat", meant.as_str())
        .help(&PERHAPS)
        .fix(Fix::replace(&ADD_BRACKETS, span, meant))
}

/// `waktu Kadis` for `waktu (Kadis)`.
pub(super) fn name_without_brackets(span: Span, typed: &str, name: &str) -> Diagnostic {
    let key = typed.split(' ').next().unwrap_or_default();
    Diagnostic::at(&faults::UNKNOWN_KEY, span).with("kata", typed).help(&CLOSE_BRACKET).fix(Fix::replace(
        &ADD_BRACKETS,
        span,
        format!("{key} ({name})"),
    ))
}

/// A key without its colon; `mark` is what stands in its place, perhaps nothing.
pub(super) fn missing_colon(span: Span, typed: &str, mark: Span) -> Diagnostic {
    let title = if mark.start == mark.end { &ADD_COLON } else { &REPLACE_MARK };
    Diagnostic::at(&faults::MISSING_COLON, span).with("kata", typed).fix(replace(title, mark, ":", true))
}

/// `wkt 3 mnt`
pub(super) fn short_key_without_colon(label: Span, key: &str) -> Diagnostic {
    let found = Diagnostic::at(&faults::MISSING_COLON, label).with("kata", key);
    found.fix(replace(&ADD_COLON, label, format!("{key}:"), true))
}

/// `ya berkas lengkap:` without the comma.
pub(super) fn missing_comma(span: Span, answer: &str, condition: &str) -> Diagnostic {
    let after = span.start + u32::try_from(answer.len()).unwrap_or_default();
    // `tidak lengkap` is the answer and the condition in one.
    let missing = if condition.starts_with(answer) { format!(", {answer}") } else { ",".to_owned() };
    Diagnostic::at(&faults::CONDITION_COMMA, span)
        .with("kata", answer)
        .with("syarat", condition)
        .fix(replace(&ADD_COMMA, Span { start: after, end: after }, missing, true))
}

/// Rows before `kegiatan:`.
pub(super) fn no_kegiatan(span: Span, line_start: usize) -> Diagnostic {
    let at = Span::new(line_start, line_start);
    Diagnostic::at(&faults::NO_KEGIATAN, span).fix(replace(&ADD_KEGIATAN, at, "kegiatan:\n\n", true))
}

/// An item without text.
pub(super) fn empty_item(span: Span) -> Diagnostic {
    Diagnostic::at(&faults::EMPTY_ITEM, span).fix(replace(&REMOVE_LINE, span, "", false))
}

/// `kegiatan:` for the second time, with nothing behind it.
pub(super) fn second_kegiatan(span: Span) -> Diagnostic {
    Diagnostic::at(&faults::SECOND_KEGIATAN, span).fix(Fix::remove(&REMOVE_LINE, span).safe())
}

/// `Kegiatan: Meneliti usulan` among the rows: `row` is what it is as a row.
pub(super) fn text_of_a_row(span: Span, row: String) -> Diagnostic {
    Diagnostic::at(&faults::SECOND_KEGIATAN, span).with("dekat", row).help(&TEXT_OF_A_ROW)
}

/// `kegiatan: penyusunan laporan`; `colon` is one past the colon.
pub(super) fn head_text(span: Span, colon: u32, line_start: usize, typed: &str) -> Diagnostic {
    let above = (Span::new(line_start, line_start), format!("# {typed}\n"));
    let edits = vec![above, (Span { start: colon, end: span.end }, String::new())];
    Diagnostic::at(&faults::HEAD_TEXT, span).fix(Fix { title: &MAKE_A_COMMENT, edits, safe: false })
}

/// `output: -` with items below it.
pub(super) fn dash_and_items(item: Span, dash: Span, key: &str) -> Diagnostic {
    Diagnostic::at(&faults::DASH_AND_ITEMS, item).with("kata", key).fix(Fix::remove(&REMOVE_DASH, dash))
}

/// `output (Kabid): …`; `brackets` are the name with its brackets and the blanks before them.
pub(super) fn no_name_taken(name: Span, brackets: Span, key: &str, typed: &str) -> Diagnostic {
    Diagnostic::at(&faults::NO_NAME_TAKEN, name)
        .with("kata", key)
        .with("nama", typed)
        .fix(Fix::remove(&REMOVE_NAME, brackets))
}

/// `Kepala Bidang (Kabid)`: the short name of a lane in brackets behind its long one.
pub(super) fn short_name_in_brackets(whole: Span, place: Span, short: &str, long: &str) -> Diagnostic {
    perhaps(
        Diagnostic::at(&faults::LANE_KIND, place).with("kata", short),
        whole,
        Some(format!("{short} = {long}")),
    )
}

/// `(eksternal)` behind a lane, with the word that says so.
pub(super) fn lane_kind(place: Span, typed: &str) -> Diagnostic {
    let diagnostic = Diagnostic::at(&faults::LANE_KIND, place).with("kata", typed);
    let word = match typed.to_lowercase().as_str() {
        "eksternal" | "external" | "pihak luar" | "pihak ketiga" | "pihak ke-3" | "pihak ke 3" | "vendor"
        | "rekanan" | "instansi luar" | "instansi lain" | "opd lain" | "masyarakat" | "warga" | "umum"
        | "publik" => Some("luar"),
        "aplikasi" | "sistem informasi" | "system" => Some("sistem"),
        other => nearest(other, ["luar", "sistem"]),
    };
    match word {
        Some(word) => diagnostic.fix(Fix::replace(&WRITE_KIND, place, format!("({word})"))),
        None if is_deputy(typed) => with_deputy(diagnostic, typed),
        None if typed.starts_with(char::is_uppercase) => diagnostic.help(&LONG_NAME),
        None => diagnostic,
    }
}

/// With the deputy that was named, as far as one was.
fn with_deputy(diagnostic: Diagnostic, typed: &str) -> Diagnostic {
    let name = [": ", "oleh ", "kepada "].iter().find_map(|before| typed.split_once(before));
    let name = name.map_or("…", |(_, name)| name.trim_end_matches(')').trim());
    diagnostic.with("dekat", format!("pengganti: {name}")).help(&DEPUTY)
}

/// `(bila tidak ada: Sekretaris)`, `jika berhalangan, digantikan oleh Sekretaris`: who acts in somebody's place.
fn is_deputy(remark: &str) -> bool {
    let lower = remark.to_lowercase();
    let first = lower.split([' ', ',']).next().unwrap_or_default();
    matches!(first, "bila" | "jika" | "apabila" | "kalau" | "pengganti" | "pengganti:")
        || ["berhalangan", "digantikan", "diganti "].iter().any(|word| lower.contains(word))
}

/// `Kadis (bila tidak ada: Sekretaris): …`: an actor with a remark in brackets; `deputy` is a lane that it names.
pub(super) fn remark_behind_actor(span: Span, name: &str, remark: &str, deputy: Option<&str>) -> Diagnostic {
    let found = Diagnostic::at(&faults::NAME_MARK, span).with("nama", name).with("tanda", "(");
    match is_deputy(remark) {
        _ if words::WHEN_NEEDED.contains(&fold(remark).as_str()) => {
            found.with("dekat", "bila perlu: …").help(&WHEN_NEEDED_BELOW)
        }
        true => found.with("dekat", format!("pengganti: {}", deputy.unwrap_or("…"))).help(&DEPUTY_HERE),
        false => found.help(&REMARK_BELOW).with("dekat", format!("keterangan: {remark}")),
    }
}

/// `Kabid: Kepala Bidang` as a lane: the sign between a short name and a long one is `=`.
pub(super) fn mark_in_name(nama: &Spanned<SmolStr>, at: usize, mark: &str) -> Diagnostic {
    let diagnostic =
        Diagnostic::at(&faults::NAME_MARK, nama.span).with("nama", nama.value.as_str()).with("tanda", mark);
    let (short, long) = (nama.value[..at].trim_end(), nama.value[at + mark.len()..].trim());
    if mark != ":" || short.is_empty() || long.is_empty() || long.contains([':', '=']) {
        return diagnostic;
    }
    let meant = format!("{short} = {long}");
    diagnostic.with("dekat", meant.as_str()).help(&PERHAPS).fix(Fix::replace(&WRITE_KEY, nama.span, meant))
}

/// `paling banyak dua kali`.
pub(super) fn times(span: Span, typed: &str) -> Diagnostic {
    let diagnostic = Diagnostic::at(&faults::TIMES, span);
    let first = typed.split_whitespace().next().unwrap_or_default().to_lowercase();
    let first = first.trim_end_matches(['x', '×', '.']);
    let number = words::number(first).or_else(|| first.parse().ok()).filter(|number| *number > 0);
    let rest = typed.split_whitespace().nth(1).is_none_or(|word| word.eq_ignore_ascii_case("kali"));
    match number.filter(|_| rest) {
        Some(number) => diagnostic.fix(Fix::replace(&WRITE_BOUND, span, format!("{number} kali")).safe()),
        None => diagnostic,
    }
}

/// `, lalu …` without `paling banyak`. `span` begins at the comma or at the word.
pub(super) fn then_without_bound(span: Span, typed: &str) -> Diagnostic {
    let bound = if typed.starts_with(',') { ", paling banyak 1 kali" } else { "paling banyak 1 kali, " };
    let before = Span { start: span.start, end: span.start };
    Diagnostic::at(&faults::BOUND_PLACE, span).fix(Fix::replace(&ADD_BOUND, before, bound))
}

/// `sop:` at the margin behind the rows of another.
pub(super) fn second_sop(key: Span) -> Diagnostic {
    Diagnostic::at(&faults::PLACE, key).with("kata", "sop").help(&SECOND_SOP)
}

/// The remedy for a key that stands twice and says the same. It may belong to a row that was not read as one.
pub(super) fn remove_second(field: Span) -> Fix {
    Fix::remove(&REMOVE_SAME, field)
}

/// `waktu, bila lengkap: 1 jam`; `whole` is the condition with its comma.
pub(super) fn no_condition_taken(condition: Span, whole: Span, key: &str) -> Diagnostic {
    Diagnostic::at(&faults::NO_CONDITION_TAKEN, condition)
        .with("kata", key)
        .fix(Fix::remove(&REMOVE_CONDITION, whole))
}

/// Items under a field that holds one text; `marks` are their marks.
pub(super) fn unexpected_items(first: Span, marks: Vec<Span>, key: &str) -> Diagnostic {
    let edits = marks.into_iter().map(|mark| (mark, String::new())).collect();
    Diagnostic::at(&faults::UNEXPECTED_ITEM, first).with("kata", key).fix(Fix {
        title: &JOIN_ITEMS,
        edits,
        safe: false,
    })
}
