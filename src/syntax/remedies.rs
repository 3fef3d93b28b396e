//! Findings that carry a remedy of their own, and the words for it.

use crate::diag::{Diagnostic, Fix};
use crate::source::Span;
use crate::text::Text;

use super::ast::Tanggal;
use super::{faults, words};

pub(super) static LIMIT_OF_STRETCH: Text = Text {
    id: "tulis `setelah 7 sampai 12: paling lama 1 minggu` atau `dari 1 sampai 14: paling lama 30 hari kerja`",
    en: "write `setelah 7 sampai 12: paling lama 1 minggu` or `dari 1 sampai 14: paling lama 30 hari kerja`",
};
pub(super) static FIRST_HERE: Text = Text { id: "yang pertama di sini", en: "the first one is here" };
pub(super) static MEANT: Text = Text {
    id: "mungkin `{dekat}`; bila ini teks, pindahkan satu kata ke baris di atasnya",
    en: "perhaps `{dekat}`; if this is text, move one word to the line above",
};
pub(super) static NUMBER_THE_ROW: Text = Text {
    id: "bila ini kegiatan, tulis nomornya di depan: `5. {kata}: ...`",
    en: "if this is a row, write its number in front: `5. {kata}: ...`",
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

static REPLACE_MARK: Text = Text { id: "ganti tandanya", en: "replace the mark" };
static SPELL_MONTH: Text = Text { id: "tulis nama bulannya", en: "write the month's name" };
static WRITE_KEY: Text = Text { id: "tulis `{dekat}`", en: "write `{dekat}`" };
static ADD_COLON: Text = Text { id: "tambahkan titik dua", en: "add the colon" };
static ADD_COMMA: Text = Text { id: "tambahkan koma", en: "add the comma" };
static ADD_KEGIATAN: Text = Text { id: "tambahkan `kegiatan:`", en: "add `kegiatan:`" };
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

/// The mark of an item or row as a word processor writes it.
pub(super) fn foreign_mark(span: Span, typed: &str, meant: &str) -> Diagnostic {
    Diagnostic::at(&faults::FOREIGN_MARK, span).with("tanda", typed.trim()).with("baku", meant).fix(replace(
        &REPLACE_MARK,
        span,
        meant,
        true,
    ))
}

/// A date in figures, with the same date in words.
pub(super) fn date_in_figures(span: Span, date: &Tanggal) -> Diagnostic {
    let month = date.bulan.and_then(words::month_name).unwrap_or_default();
    let (head, rest) = month.split_at(month.len().min(1));
    let month = head.to_ascii_uppercase() + rest;
    let spelt = format!("{} {month} {}", date.hari.unwrap_or_default(), date.tahun.unwrap_or_default());
    Diagnostic::at(&faults::DATE_FORM, span)
        .with("teks", date.teks.as_str())
        .with("baku", spelt.as_str())
        .fix(replace(&SPELL_MONTH, span, spelt, true))
}

/// A key that nobody knows, with the nearest one that somebody does.
pub(super) fn unknown_key(span: Span, typed: &str, nearest: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::at(&faults::UNKNOWN_KEY, span).with("kata", typed);
    match nearest {
        None => diagnostic,
        Some(near) => diagnostic.with("dekat", near).help(&MEANT).fix(replace(&WRITE_KEY, span, near, false)),
    }
}

/// A key without its colon.
pub(super) fn missing_colon(span: Span, typed: &str) -> Diagnostic {
    let after = Span { start: span.end, end: span.end };
    Diagnostic::at(&faults::MISSING_COLON, span)
        .with("kata", typed)
        .fix(replace(&ADD_COLON, after, ":", true))
}

/// `ya berkas lengkap:` without the comma.
pub(super) fn missing_comma(span: Span, answer: &str, condition: &str) -> Diagnostic {
    let after = span.start + u32::try_from(answer.len()).unwrap_or_default();
    Diagnostic::at(&faults::CONDITION_COMMA, span)
        .with("kata", answer)
        .with("syarat", condition)
        .fix(replace(&ADD_COMMA, Span { start: after, end: after }, ",", true))
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
