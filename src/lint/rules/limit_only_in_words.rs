//! `SOP307` limit-only-in-words: a limit that stands in a sentence, where nothing computes it.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::words::{roots, speaks_of};
use crate::lint::{Lint, holds};
use crate::model::{Kegiatan, Key, Sop};
use crate::page;
use crate::source::Span;
use crate::text::{Text, at_most, begins_with, behind_at_most, fold};
use std::cell::OnceCell;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP307",
    name: "limit-only-in-words",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "batas `{batas}` hanya ada dalam kalimat, sehingga tidak dihitung apakah dapat dipenuhi",
        en: "the limit `{batas}` stands in a sentence only, so nobody computes whether it can be met",
    },
    help: Some(Text {
        id: "tulis juga dalam `batas waktu`, misalnya `- setelah 7 sampai 12: paling lama 1 minggu`",
        en: "write it under `batas waktu`, too, for example `- setelah 7 sampai 12: paling lama 1 minggu`",
    }),
    basis: Some("R28"),
    page: page!("SOP307"),
};

static AS_TIME: Text = Text {
    id: "bila ini lama pengerjaannya, tulis di bawah kegiatan ini: `{usul}`; bila batas sejak kegiatan lain, `batas: paling lama … setelah …`",
    en: "if this is how long the work takes, write below this row: `{usul}`; if it is a limit from another row, `batas: paling lama … setelah …`",
};
static AS_ITEM: Text = Text {
    id: "tulis juga dalam `batas waktu`: `{usul}`; periksa dari dan sampai kegiatan mana",
    en: "write it under `batas waktu`, too: `{usul}`; check from which row to which",
};
static AS_STRETCH: Text = Text {
    id: "tulis juga dalam `batas waktu`, dengan nomor kegiatan yang dimaksud, misalnya `{usul}`",
    en: "write it under `batas waktu`, too, with the numbers of the rows that are meant, for example `{usul}`",
};
static ADD_TIME: Text = Text { id: "tambahkan baris `waktu`", en: "add a `waktu` line" };
static AS_LINE: Text = Text {
    id: "tulis juga di bawah kegiatan ini: `{usul}`; periksa sejak kegiatan mana dihitung",
    en: "write below this row, too: `{usul}`; look from which row it counts",
};

/// So many rows are looked at for what warnings speak of; warnings beyond are told with an example of an item of `batas waktu`.
const MOST_LOOKS: usize = 500_000;

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let computed = OnceCell::new();
    let mut looks = MOST_LOOKS;
    for (item, place) in sop.identitas.butir(Key::Peringatan, &sop.identitas.peringatan) {
        let Some(words) = limit(item).filter(|words| !is_computed(sop, words, &computed)) else { continue };
        let diagnostic = Diagnostic::at(&RULE, place).with("batas", words);
        looks = looks.saturating_sub(sop.kegiatan.len());
        sink.push(match (looks > 0).then(|| as_item(procedure, item, words)).flatten() {
            Some((usul, fix)) => diagnostic.with("usul", usul).help(&AS_ITEM).fix(fix),
            None => of_a_stretch(&sop.kegiatan, place, words),
        });
    }
    let numbers = OnceCell::new();
    let in_sentences = [" lam", "elam", "maks", "max", "ebih"].iter().any(|part| procedure.says(part));
    for (at, row) in sop.kegiatan.iter().enumerate() {
        let sentence = in_sentences.then_some((row.uraian.as_str(), row.uraian_span));
        for (text, place) in sentence.into_iter().chain(row.beside()) {
            let Some(words) = limit(text).filter(|words| !is_computed(sop, words, &computed)) else {
                continue;
            };
            let behind = text.split_once(words).map_or("", |(_, behind)| behind.trim_start());
            if says_time_again(row, words, behind) {
                continue;
            }
            let line = as_time(row, words, behind).map(|line| (line, &ADD_TIME, &AS_TIME));
            let line = line.or_else(|| {
                as_line(&sop.kegiatan, &numbers, at, words, behind)
                    .map(|(line, title)| (line, title, &AS_LINE))
            });
            sink.push(match line {
                Some((line, title, help)) => {
                    let fix = Fix::add_to_row(title, row.span, &line);
                    let diagnostic = Diagnostic::at(&RULE, place).with("batas", words);
                    diagnostic.with("usul", line).help(help).fix(fix)
                }
                None => of_a_stretch(&sop.kegiatan, place, words),
            });
        }
    }
}

/// A finding that shows the very limit as an item of `batas waktu`; over which rows it holds, only the writer knows.
fn of_a_stretch(rows: &[Kegiatan], place: Span, words: &str) -> Diagnostic {
    let found = Diagnostic::at(&RULE, place).with("batas", words);
    match (rows, duration(words)) {
        ([first, .., last], Some(time)) => {
            let item = format!("- setelah {} sampai {}: paling lama {time}", first.nomor, last.nomor);
            found.with("usul", item).help(&AS_STRETCH)
        }
        _ => found,
    }
}

/// Whether a text says no more than the row's own time: `paling lama 3 hari` beside `waktu: 3 hari`. A limit that counts
/// from an event is another thing.
fn says_time_again(row: &Kegiatan, words: &str, behind: &str) -> bool {
    if counts_from_an_event(behind) {
        return false;
    }
    let said = duration(words).map(|time| fold(&time));
    let says = |said: &String| row.mutu_baku.waktu.iter().any(|own| holds(&fold(&own.waktu.teks), said));
    said.as_ref().is_some_and(says)
}

/// Whether what stands behind a limit says from when it counts.
fn counts_from_an_event(behind: &str) -> bool {
    SINCE.iter().any(|word| begins_with(behind, word))
}

/// Whether one of the limits that are computed is as long: then that is it. Their texts are put together once, each
/// between blanks.
fn is_computed(sop: &Sop, words: &str, computed: &OnceCell<String>) -> bool {
    let texts = || sop.batas.iter().map(|batas| format!(" {} \n", fold(&batas.teks))).collect();
    let holds = |time: String| {
        let says = |time: &str| computed.get_or_init(texts).contains(&format!(" {time} "));
        !time.is_empty() && (says(&time) || in_days(&time).is_some_and(|days| says(&days)))
    };
    !sop.batas.is_empty() && duration(words).is_none_or(|time| holds(fold(&time)))
}

/// `3 x 24 jam` as `3 hari kalender`, and the other way round.
fn in_days(time: &str) -> Option<String> {
    let number = |end: &str| time.strip_suffix(end).filter(|days| days.bytes().all(|b| b.is_ascii_digit()));
    let days = || Some(format!("{} hari kalender", number(" x 24 jam")?));
    days().or_else(|| Some(format!("{} x 24 jam", number(" hari kalender")?)))
}

static ADD_LIMIT: Text = Text {
    id: "tambahkan baris `batas`, dihitung sejak kegiatan sebelumnya",
    en: "add a `batas` line, counted from the row before",
};
static ADD_NAMED: Text = Text { id: "tambahkan baris `batas`", en: "add a `batas` line" };
static ADD_STRETCH: Text =
    Text { id: "tambahkan sebagai butir `batas waktu`", en: "add it as an item of `batas waktu`" };

/// The same as the row's time, where it has none and nothing is said from when it counts.
fn as_time(row: &Kegiatan, words: &str, behind: &str) -> Option<String> {
    let waktu = &row.mutu_baku;
    let missing = waktu.waktu.is_empty() && !waktu.tidak_ada.contains(&Key::Waktu);
    Some(format!("waktu: paling lama {}", duration(words)?))
        .filter(|_| missing && !counts_from_an_event(behind))
}

/// The limit that a row's own text sets, as a line of the row, counted from the row that is named behind it (`setelah
/// kegiatan 2`), else from the row before. From where it counts the writer should read again.
fn as_line(
    rows: &[Kegiatan],
    numbers: &OnceCell<BTreeMap<String, usize>>,
    at: usize,
    words: &str,
    behind: &str,
) -> Option<(String, &'static Text)> {
    // The first row of a number counts.
    let all = || rows.iter().enumerate().rev().map(|(at, row)| (row.nomor.to_string(), at)).collect();
    let event = SINCE.iter().find_map(|word| behind.strip_prefix(word));
    let named = event.and_then(|event| {
        let words = event.split([' ', ',', '.', ';']).filter(|word| !word.is_empty());
        let number = words.take(3).find(|word| !["kegiatan", "langkah", "nomor", "no"].contains(word))?;
        numbers.get_or_init(all).get(number).filter(|row| **row < at).map(|row| &rows[*row])
    });
    let (from, title) = match named {
        Some(row) => (row, &ADD_NAMED),
        None => (&rows[at.checked_sub(1)?], &ADD_LIMIT),
    };
    Some((format!("batas: paling lama {} setelah {}", duration(words)?, from.nomor), title))
}

/// The limit of a warning as an item of `batas waktu`: from the one row that what stands behind the limit speaks of
/// (`setelah pelaksanaan`), to the last row that makes what stands before it (`laporan`), else to the last row.
fn as_item(procedure: &Procedure, item: &str, words: &str) -> Option<(String, Fix)> {
    let identitas = &procedure.sop.identitas;
    let rows = &procedure.sop.kegiatan;
    let (subject, rest) = item.split_once(words)?;
    let event = SINCE.iter().find_map(|word| rest.trim_start().strip_prefix(word))?;
    let event: Vec<String> = roots(event.split(['.', ';', ',']).next()?).collect();
    let shared = |text: &str, wanted: &[String]| wanted.iter().filter(|root| speaks_of(text, root)).count();
    let told: Vec<usize> = rows.iter().map(|row| shared(&row.uraian, &event)).collect();
    let most = *told.iter().max()?;
    let mut best = (0..rows.len()).filter(|at| told[*at] == most);
    // One word of many is no more than a likeness.
    let from = best.next().filter(|_| most > 0 && most * 2 >= event.len())?;
    // Of several rows that it may mean the program does not choose.
    if best.next().is_some() || from + 1 >= rows.len() {
        return None;
    }
    let subject: Vec<String> = roots(subject).collect();
    let makes = |row: &&Kegiatan| row.mutu_baku.output.iter().any(|paper| shared(&paper.teks, &subject) > 0);
    let to = rows[from + 1..].iter().rfind(makes).or(rows.last())?;
    let limit = format!("setelah {} sampai {}: paling lama {}", rows[from].nomor, to.nomor, duration(words)?);
    let (after, item) = match identitas.span(Key::BatasWaktu) {
        Some(list) => (list.end, format!("\n  - {limit}")),
        None => (identitas.span(Key::Peringatan)?.end, format!("\nbatas waktu:\n  - {limit}")),
    };
    Some((format!("- {limit}"), Fix::replace(&ADD_STRETCH, Span { start: after, end: after }, item)))
}

/// How long, as the language writes it: `3 hari kerja` of `paling lambat 3 (tiga) hari kerja` and of `paling lama tiga
/// hari kerja`.
fn duration(words: &str) -> Option<String> {
    let lower = words.to_lowercase();
    let mut time = behind_at_most(&lower)?;
    while let Some(after) = BETWEEN.iter().find_map(|word| time.strip_prefix(word)) {
        time = after;
    }
    let time = match (time.split_once('('), time.split_once(')')) {
        (Some((number, _)), Some((_, unit))) => format!("{} {}", number.trim(), unit.trim()),
        _ => time.to_owned(),
    };
    let spelt = NUMBERS.iter().find(|(word, _)| time.starts_with(word));
    let time = spelt.map_or(time.clone(), |(word, figure)| time.replacen(word, figure, 1));
    let short = [("mnt", "menit"), ("hr", "hari"), ("hk", "hari kerja")];
    let unit = short.iter().find_map(|(short, unit)| Some(format!("{}{unit}", time.strip_suffix(short)?)));
    Some(unit.unwrap_or(time))
}

const SINCE: [&str; 5] = ["setelah ", "sesudah ", "sejak ", "terhitung sejak ", "dihitung sejak "];
const BETWEEN: [&str; 3] = ["dalam ", "waktu ", "jangka "];
/// What lasts by itself: in front of a limit such a word says that it is none of the work.
const LASTS: [&str; 11] = [
    "cuti",
    "berlaku",
    "usia",
    "berusia",
    "umur",
    "berumur",
    "masa",
    "pinjam",
    "dipinjam",
    "peminjaman",
    "disimpan",
];
/// How words begin that say what is done with it.
const VERBS: [&str; 9] = ["di", "me", "ber", "ter", "selesai", "harus", "wajib", "sudah", "paling"];
/// Numbers as they are spelt and in figures; the longer before those that they begin with.
const NUMBERS: [(&str, &str); 12] = [
    ("tiga puluh", "30"),
    ("empat belas", "14"),
    ("sepuluh", "10"),
    ("sembilan", "9"),
    ("delapan", "8"),
    ("tujuh", "7"),
    ("enam", "6"),
    ("lima", "5"),
    ("empat", "4"),
    ("tiga", "3"),
    ("dua", "2"),
    ("satu", "1"),
];
const UNITS: [&str; 15] = [
    "hari kerja",
    "hari kalender",
    "x 24 jam",
    "x24 jam",
    "x24jam",
    "menit",
    "jam",
    "hari",
    "minggu",
    "bulan",
    "triwulan",
    "tahun",
    "mnt",
    "hr",
    "hk",
];

/// The words that set a limit in a sentence: `paling lambat 1 minggu`.
fn limit(text: &str) -> Option<&str> {
    // All of them hold ` lam`, `elam`, `maks`, `max` or `ebih`, and few other words do: most sentences are done with one look
    // and without a copy.
    let is_part = |part: &[u8]| {
        matches!(
            part,
            [b' ' | b'e' | b'E', b'l' | b'L', b'a' | b'A', b'm' | b'M']
                | [b'm' | b'M', b'a' | b'A', b'k' | b'K', b's' | b'S']
                | [b'm' | b'M', b'a' | b'A', b'x' | b'X', _]
                | [b'e' | b'E', b'b' | b'B', b'i' | b'I', b'h' | b'H']
        )
    };
    if !text.as_bytes().windows(4).any(is_part) {
        return None;
    }
    // Keeps every place in the text.
    let lower = text.to_ascii_lowercase();
    at_most(&lower).find_map(|(at, end)| {
        let mut before = lower[..at].split_whitespace().rev();
        let (last, other) = (before.next().unwrap_or_default(), before.next().unwrap_or_default());
        // `cuti tahunan paling lama`; but `cuti diajukan paling lambat`.
        let of_a_kind = || !VERBS.iter().any(|verb| last.starts_with(verb));
        let lasts = LASTS.contains(&last) || (LASTS.contains(&other) && of_a_kind());
        let rest = lower[end..].strip_prefix('.').unwrap_or(&lower[end..]);
        let mut rest = rest.strip_prefix(' ')?;
        while let Some(after) = BETWEEN.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = after;
        }
        let rest = after_number(rest)?.trim_start();
        let rest = UNITS.iter().find_map(|unit| rest.strip_prefix(unit))?;
        // `paling lambat 2 hari sebelum keberangkatan` counts back from a day that only the writer knows.
        let back = rest.trim_start().starts_with("sebelum");
        let limits = !lasts && !back && !rest.starts_with(char::is_alphanumeric);
        limits.then(|| &text[at..text.len() - rest.len()])
    })
}

/// What stands after `3`, `tiga` or `3 (tiga)`.
fn after_number(text: &str) -> Option<&str> {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let spelt = || NUMBERS.iter().find_map(|(word, _)| text.strip_prefix(word));
    let rest = if digits.len() < text.len() { digits } else { spelt()? };
    match rest.trim_start().strip_prefix('(') {
        Some(inside) => inside.split_once(')').map(|(_, after)| after),
        None => Some(rest),
    }
}

#[cfg(test)]
mod tests {
    use super::{duration, limit};

    #[test]
    fn a_limit_is_found_in_a_sentence() {
        let found = |text: &'static str| limit(text).unwrap_or("-");
        assert_eq!(found("Laporan harus selesai paling lambat 1 minggu setelah"), "paling lambat 1 minggu");
        assert_eq!(found("Selambat-lambatnya 3 (tiga) hari kerja"), "Selambat-lambatnya 3 (tiga) hari kerja");
        assert_eq!(found("paling lama dalam waktu dua bulan."), "paling lama dalam waktu dua bulan");
        assert_eq!(found("paling lambat empat belas hari sejak"), "paling lambat empat belas hari");
        assert_eq!(found("paling lambat 1 x 24 jam"), "paling lambat 1 x 24 jam");
        assert_eq!(found("paling lambat tanggal 10 setiap bulan"), "-");
        assert_eq!(found("berkas paling lama disimpan 5 tahun"), "-");
        assert_eq!(found("paling lama 3 jampersal"), "-");
        assert_eq!(found("Diselesaikan maksimal 3 hari."), "maksimal 3 hari");
        assert_eq!(found("Cuti diajukan paling lambat 3 hari sejak sakit"), "paling lambat 3 hari");
        assert_eq!(found("Laporan dikirim max 3 hari setelahnya"), "max 3 hari");
        assert_eq!(found("Terbit paling lambat 5 (lima) HK sejak"), "paling lambat 5 (lima) HK");
        assert_eq!(found("Disampaikan (maks. 2 jam)"), "maks. 2 jam");
        assert_eq!(
            found("tidak boleh lebih dari 3 (tiga) hari kerja"),
            "tidak boleh lebih dari 3 (tiga) hari kerja"
        );
        assert_eq!(found("TIDAK MELEBIHI 1 minggu"), "TIDAK MELEBIHI 1 minggu");
        for no_limit in [
            "Mengajukan cuti maksimal 12 hari",
            "Cuti tahunan paling lama 12 hari kerja",
            "surat berlaku paling lama 3 bulan",
            "pemohon berumur tidak lebih dari 35 tahun",
            "maksimal 3 berkas",
            "Cuti diajukan paling lambat 3 hari sebelumnya",
            "Mengajukan permintaan paling lambat 2 hari kerja sebelum keberangkatan",
            "lebih dari 3 hari",
        ] {
            assert_eq!(found(no_limit), "-", "{no_limit}");
        }
        let time = |text: &'static str| duration(found(text)).unwrap();
        assert_eq!(time("Selambat-lambatnya 3 (tiga) hari kerja"), "3 hari kerja");
        assert_eq!(time("paling lama dalam waktu dua bulan."), "2 bulan");
        assert_eq!(time("paling lambat 1 x 24 jam"), "1 x 24 jam");
        assert_eq!(time("Tidak lebih dari tiga hari"), "3 hari");
        assert_eq!(time("maks. 2 jam"), "2 jam");
        assert_eq!(time("Terbit paling lambat 5 (lima) HK sejak"), "5 hari kerja");
        assert_eq!(time("maksimal 30 mnt"), "30 menit");
    }
}
