//! `SOP307` limit-only-in-words: a limit that stands in a sentence, where nothing computes it.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Key;
use crate::page;
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
    let rows = sop.kegiatan.iter().filter_map(|row| Some((limit(&row.uraian)?, Some(row.uraian_span))));
    for (words, at) in warnings.chain(rows) {
        let at = at.or_else(|| sop.identitas.span(Key::Peringatan)).unwrap_or_default();
        sink.push(Diagnostic::at(&RULE, at).with("batas", words));
    }
}

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
