//! `SOP307` limit-only-in-words: a limit that stands in a sentence, where nothing computes it.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Kegiatan, Key};
use crate::page;
use crate::source::Span;
use crate::text::Text;

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

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    if !sop.batas.is_empty() {
        return;
    }
    let warnings = sop.identitas.peringatan.iter().filter_map(|text| Some((limit(text)?, None)));
    let rows = sop.kegiatan.iter().enumerate();
    let rows = rows.filter_map(|(at, row)| Some((limit(&row.uraian)?, Some(at))));
    for (words, row) in warnings.chain(rows) {
        let at = row.map(|at| sop.kegiatan[at].uraian_span).or_else(|| sop.identitas.span(Key::Peringatan));
        let diagnostic = Diagnostic::at(&RULE, at.unwrap_or_default()).with("batas", words);
        sink.push(match row.and_then(|at| as_line(&sop.kegiatan, at, words)) {
            Some(fix) => diagnostic.fix(fix),
            None => diagnostic,
        });
    }
}

static ADD_LIMIT: Text = Text {
    id: "tambahkan baris `batas`, dihitung sejak kegiatan sebelumnya",
    en: "add a `batas` line, counted from the row before",
};

/// The limit that a row's own text sets, as a line of the row. From where it counts the writer should read again.
fn as_line(rows: &[Kegiatan], at: usize, words: &str) -> Option<Fix> {
    let before = &rows[at.checked_sub(1)?];
    let lower = words.to_lowercase();
    let time = AT_MOST.iter().find_map(|start| lower.strip_prefix(start))?;
    let time = BETWEEN.iter().fold(time, |time, word| time.strip_prefix(word).unwrap_or(time));
    // `3 (tiga) hari kerja` and `tiga hari kerja` are `3 hari kerja`.
    let time = match (time.split_once('('), time.split_once(')')) {
        (Some((number, _)), Some((_, unit))) => format!("{} {}", number.trim(), unit.trim()),
        _ => time.to_owned(),
    };
    let spelt = NUMBERS.iter().zip(FIGURES).rev().find(|(word, _)| time.starts_with(**word));
    let time = spelt.map_or(time.clone(), |(word, figure)| time.replacen(word, figure, 1));
    let end = rows[at].span.end;
    let line = format!("\n   batas: paling lama {time} setelah {}", before.nomor);
    Some(Fix::replace(&ADD_LIMIT, Span { start: end, end }, line))
}

const FIGURES: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "14", "30"];
const AT_MOST: [&str; 4] = ["paling lambat ", "paling lama ", "selambat-lambatnya ", "selambatnya "];
const BETWEEN: [&str; 3] = ["dalam ", "waktu ", "jangka "];
const NUMBERS: [&str; 12] = [
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "empat belas",
    "tiga puluh",
];
const UNITS: [&str; 10] = [
    "hari kerja",
    "hari kalender",
    "x 24 jam",
    "menit",
    "jam",
    "hari",
    "minggu",
    "bulan",
    "triwulan",
    "tahun",
];

/// The words that set a limit in a sentence: `paling lambat 1 minggu`.
fn limit(text: &str) -> Option<&str> {
    // Keeps every place in the text.
    let lower = text.to_ascii_lowercase();
    AT_MOST.iter().flat_map(|words| lower.match_indices(words)).find_map(|(at, words)| {
        let mut rest = &lower[at + words.len()..];
        while let Some(after) = BETWEEN.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = after;
        }
        let rest = after_number(rest)?.trim_start();
        let rest = UNITS.iter().find_map(|unit| rest.strip_prefix(unit))?;
        (!rest.starts_with(char::is_alphanumeric)).then(|| &text[at..text.len() - rest.len()])
    })
}

/// What stands after `3`, `tiga` or `3 (tiga)`.
fn after_number(text: &str) -> Option<&str> {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    // The longest first: `empat belas` before `empat`.
    let spelt = || NUMBERS.iter().rev().find_map(|word| text.strip_prefix(word));
    let rest = if digits.len() < text.len() { digits } else { spelt()? };
    match rest.trim_start().strip_prefix('(') {
        Some(inside) => inside.split_once(')').map(|(_, after)| after),
        None => Some(rest),
    }
}

#[cfg(test)]
mod tests {
    use super::limit;

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
    }
}
