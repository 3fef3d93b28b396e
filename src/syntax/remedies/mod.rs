//! Findings that carry a remedy of their own, and the words for it.

mod around;
mod flow;
mod lines;
mod names;
mod times;

pub(super) use around::{
    ROW_OF_THEIR_OWN, address, answer_as_actor, column_heads, heading, is_heading, is_letterhead,
    is_letterhead_again, is_of_signature, letterhead, letterhead_again, meant_keys, not_printed, official,
    one_more_level, question, signature, time_of_somebody, title, units_in_keys, wrapped,
};
pub(super) use flow::{
    condition_in_brackets, end_and_target, flow_label, flow_without_key, heads_outcomes, of_its_field,
    outcome_in_item, outcome_meant, outcome_to_name, outcome_with_words, outcome_without_target,
    outcomes_apart, several_rows, third_outcome, unread_target, words_behind_target,
};
pub(super) use lines::{
    as_above, bare_items, beside_fields, each_answer, end_as_row, field_marks, footnote, foreign_marks,
    heads_a_phase, mark_behind_key, markdown, number_of_a_row, numbers_behind_key, pasted_table,
    rewrite_table, row_marks, without_letter,
};
pub(super) use names::{
    actor_behind_the_text, actor_in_front, actor_without_colon, actors_with_their_work, lane_kind,
    long_name_in_brackets, mark_in_name, remark_behind_actor, short_name_in_brackets, with_colon,
};
pub(super) use times::{
    date_in_figures, stretch_of_rows, then_without_bound, times, unread_date, unread_limit,
    unread_limit_of_stretch, unread_time,
};

use crate::diag::{Diagnostic, Fix};
use crate::source::Span;
use crate::text::Text;

use super::faults;

pub(super) static LIMIT_OF_STRETCH: Text = Text {
    id: "tulis `setelah 7 sampai 12: paling lama 1 minggu` atau `dari 1 sampai 14: paling lama 30 hari kerja`",
    en: "write `setelah 7 sampai 12: paling lama 1 minggu` or `dari 1 sampai 14: paling lama 30 hari kerja`",
};
pub(super) static THE_OTHER_ANSWER: Text = Text {
    id: "mungkin salah satunya `{lain}`; bila memang sama, hapus salah satu",
    en: "perhaps one of them is `{lain}`; if both are the same, remove one",
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
static TEXT_OF_A_ROW: Text = Text {
    id: "bila ini kegiatan, tulis nomor dan pelaksananya di depan: `{dekat}`; untuk membagi kegiatan pakai `tahap: NAMA`",
    en: "if this is a row, write its number and its actor in front: `{dekat}`; to divide the rows use `tahap: NAME`",
};
static REPLACE_MARK: Text = Text { id: "ganti tandanya", en: "replace the mark" };
static WRITE_KEY: Text = Text { id: "tulis `{dekat}`", en: "write `{dekat}`" };
static ADD_COLON: Text = Text { id: "tambahkan titik dua", en: "add the colon" };
static ADD_BRACKETS: Text = Text { id: "tambahkan kurungnya", en: "add the brackets" };
static ADD_COMMA: Text = Text { id: "tambahkan koma", en: "add the comma" };
static ADD_KEGIATAN: Text = Text { id: "tambahkan `kegiatan:`", en: "add `kegiatan:`" };
static MAKE_A_COMMENT: Text =
    Text { id: "jadikan teksnya catatan `#` di atasnya", en: "make the text a `#` comment above" };
static REMOVE_DASH: Text = Text { id: "hapus tanda `-`", en: "remove the `-`" };
static REMOVE_NAME: Text = Text { id: "hapus nama dalam kurung", en: "remove the name in brackets" };
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

/// Whether a finding takes what stands there for a row without its number.
pub fn is_row_without_number(finding: &Diagnostic) -> bool {
    finding.help.is_some_and(|help| std::ptr::eq(help, &NUMBER_THE_ROW))
}

/// Whether a finding is of an outcome, or of another line that says where the flow goes, that was not read as one.
pub fn is_unread_outcome(finding: &Diagnostic) -> bool {
    let helps = [&flow::OUTCOME_MEANT, &flow::KEY_OF_FLOW];
    finding.help.is_some_and(|help| helps.iter().any(|known| std::ptr::eq(help, *known)))
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
    let (missing, condition) = match condition.strip_prefix(answer) {
        Some(rest) => {
            let answer = answer.to_lowercase();
            (format!(", {answer}"), answer + rest)
        }
        None => (",".to_owned(), condition.to_owned()),
    };
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
