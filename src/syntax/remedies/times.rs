//! Remedies for times, limits, dates and the bounds of returns.

use super::{perhaps, replace};
use crate::diag::{Diagnostic, Fix};
use crate::source::Span;
use crate::syntax::ast::Tanggal;
use crate::syntax::keys::Shape;
use crate::syntax::{faults, near, values, words};
use crate::text::{Text, fold, months};

static STRETCH_OF_ROWS: Text = Text {
    id: "tulis `setelah {ruas}: …` bila dihitung sejak kegiatan {dari} selesai, atau `dari {ruas}: …` bila sejak kegiatan itu mulai",
    en: "write `setelah {ruas}: …` to count from the end of row {dari}, or `dari {ruas}: …` to count from its start",
};
static NO_UNIT: Text = Text {
    id: "tulis juga satuannya, misalnya `{teks} menit` atau `{teks} hari kerja`",
    en: "write the unit, too, for instance `{teks} menit` or `{teks} hari kerja`",
};
static IS_A_LIMIT: Text = Text {
    id: "tulis lama pengerjaannya di sini, dan batasnya tersendiri: `batas: paling lama 3 hari kerja setelah 4`",
    en: "write how long the work takes here, and the limit by itself: `batas: paling lama 3 hari kerja setelah 4`",
};
static REMARK_APART: Text = Text {
    id: "tulis lamanya saja, `waktu: {dekat}`, dan penjelasannya pada baris sendiri: `keterangan: {ket}`",
    en: "write only how long, `waktu: {dekat}`, and the remark on a line of its own: `keterangan: {ket}`",
};
static TIME_OF_EACH: Text = Text {
    id: "tulis waktu tiap pelaksana pada barisnya sendiri: {baris}",
    en: "write the time of each actor on a line of its own: {baris}",
};
static FIGURE_AND_WORD: Text = Text {
    id: "angka `{angka}` dan kata `{kata}` tidak sama; tulis yang benar saja",
    en: "the figure `{angka}` and the word `{kata}` differ; write only the right one",
};
static TWO_UNITS: Text = Text {
    id: "rentang ditulis dengan satu satuan, misalnya `1-2 hari`; bila batas atasnya saja yang penting, tulis `{dekat}`",
    en: "a range has one unit, for example `1-2 hari`; where only the upper bound matters, write `{dekat}`",
};
static HOURS: Text = Text {
    id: "waktu adalah lamanya: tulis `waktu: {dekat}`, dan jamnya pada baris sendiri: `keterangan: {teks}`",
    en: "the time is how long it takes: write `waktu: {dekat}`, and the hours on a line of its own: `keterangan: {teks}`",
};
static NO_TARGET_IN_TIME: Text = Text {
    id: "`{arah}` bukan bagian waktu: tulis pada baris sendiri, misalnya `alur: lanjut ke 5`, atau hapus bila menuju kegiatan berikutnya",
    en: "`{arah}` is no part of a time: write a line of its own, for example `alur: lanjut ke 5`, or delete it where it leads to the next row",
};
static NO_SUCH_DAY: Text = Text {
    id: "kalender tidak mempunyai hari itu; periksa tanggal dan bulannya",
    en: "the calendar has no such day; look at the day and the month",
};
static SPELL_MONTH: Text = Text { id: "tulis nama bulannya", en: "write the month's name" };
static WRITE_BOUND: Text = Text { id: "tulis bilangannya dengan angka", en: "write the number in figures" };
static ADD_BOUND: Text = Text { id: "tambahkan batasnya", en: "add the bound" };

/// A time that cannot be read, with what it probably means; one in words alone is no more than an advice.
pub(in crate::syntax) fn unread_time(span: Span, typed: &str) -> Diagnostic {
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
    if let Some(long) = near::between_hours(typed).filter(|_| meant.is_none()) {
        return diagnostic.with("dekat", long).help(&HOURS);
    }
    if let Some(most) = near::range_of_two_units(typed).filter(|_| meant.is_none()) {
        return diagnostic.with("dekat", most).help(&TWO_UNITS);
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
pub(in crate::syntax) fn unread_limit(found: Diagnostic, span: Span, typed: &str) -> Diagnostic {
    perhaps(found, span, near::limit(typed))
}

/// The same of a stretch of rows, in the section `batas waktu`.
pub(in crate::syntax) fn unread_limit_of_stretch(found: Diagnostic, span: Span, typed: &str) -> Diagnostic {
    match near::limit_of_stretch(typed) {
        None => found.help(&super::LIMIT_OF_STRETCH),
        meant => perhaps(found, span, meant),
    }
}

/// A date that cannot be read, with what it probably means.
pub(in crate::syntax) fn unread_date(span: Span, typed: &str) -> Diagnostic {
    let meant = near::date(typed).or_else(|| near::none(typed));
    let diagnostic = Diagnostic::at(&faults::DATE, span).with("teks", typed);
    // The very date that was typed can only be one that no calendar has.
    if meant.as_deref().is_some_and(|meant| fold(meant) == fold(typed.trim_start_matches('0'))) {
        return diagnostic.help(&NO_SUCH_DAY);
    }
    perhaps(diagnostic, span, meant)
}

/// `7 sampai 12: paling lama 1 minggu`: rows between which something is limited, without the word that says from when.
pub(in crate::syntax) fn stretch_of_rows(span: Span, typed: &str, (from, to): (&str, &str)) -> Diagnostic {
    let found = Diagnostic::at(&faults::LIMIT, span).with("teks", typed);
    // `dari 1 s.d. 4: maksimal 12 bulan` says from when.
    if let Some(meant) = near::limit_of_stretch(typed) {
        return perhaps(found, span, Some(meant));
    }
    found.with("ruas", format!("{from} sampai {to}")).with("dari", from).help(&STRETCH_OF_ROWS)
}

/// A date in figures, with the same date in words.
pub(in crate::syntax) fn date_in_figures(span: Span, date: &Tanggal) -> Diagnostic {
    let month = date.bulan.and_then(months::in_date).unwrap_or_default();
    let spelt = format!("{} {month} {}", date.hari.unwrap_or_default(), date.tahun.unwrap_or_default());
    Diagnostic::at(&faults::DATE_FORM, span)
        .with("teks", date.teks.as_str())
        .with("baku", spelt.as_str())
        .fix(replace(&SPELL_MONTH, span, spelt, true))
}

/// `paling banyak dua kali`.
pub(in crate::syntax) fn times(span: Span, typed: &str) -> Diagnostic {
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
pub(in crate::syntax) fn then_without_bound(span: Span, typed: &str) -> Diagnostic {
    let bound = if typed.starts_with(',') { ", paling banyak 1 kali" } else { "paling banyak 1 kali, " };
    let before = Span { start: span.start, end: span.start };
    Diagnostic::at(&faults::BOUND_PLACE, span).fix(Fix::replace(&ADD_BOUND, before, bound))
}
