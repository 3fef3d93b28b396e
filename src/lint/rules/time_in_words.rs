//! `SOP302` time-in-words: a time without a number.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Waktu;
use crate::page;
use crate::syntax::is_duration;
use crate::text::{Text, at_most, behind_at_most};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP302",
    name: "time-in-words",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: waktu `{waktu}` {sebab} dan tidak ikut dijumlahkan",
        en: "row {nomor}: the time `{waktu}` {sebab} and is left out of sums",
    },
    help: Some(Text {
        id: "tulis lamanya bila ada batasnya, misalnya `paling lama 3 hari kerja`",
        en: "write how long if there is a limit, for example `paling lama 3 hari kerja`",
    }),
    basis: Some("R74, R75"),
    page: page!("SOP302"),
};

static NO_NUMBER: Text = Text { id: "tidak menyebut lama", en: "gives no number" };
static AMONG_WORDS: Text =
    Text { id: "menyebut lamanya di antara kata-kata lain", en: "says how long among other words" };

static AT_MOST_SO_LONG: Text = Text {
    id: "tulis batasnya saja, `waktu: paling lama {lama}`, dan penjelasannya pada `keterangan:`",
    en: "write the limit alone, `waktu: paling lama {lama}`, and the explanation at `keterangan:`",
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    for row in &procedure.sop.kegiatan {
        // Words that the language does not know were reported where they were read.
        let words = |waktu: &Waktu| waktu.durasi.is_none() && waktu.kata_dikenal;
        for time in row.mutu_baku.waktu.iter().filter(|time| words(&time.waktu)) {
            let found = Diagnostic::at(&RULE, time.span)
                .with("nomor", row.nomor.to_string())
                .with("waktu", time.waktu.teks.as_str());
            sink.push(match longest(&time.waktu.teks) {
                Some(lama) => found.with("sebab", &AMONG_WORDS).with("lama", lama).help(&AT_MOST_SO_LONG),
                None => found.with("sebab", &NO_NUMBER),
            });
        }
    }
}

/// `15 menit` of `segera (maks. 15 menit)`: how long at most, where words say it beside others.
fn longest(words: &str) -> Option<String> {
    let lower = words.to_lowercase();
    let mut times =
        at_most(&lower).filter_map(|(at, _)| behind_at_most(lower[at..].trim_end_matches([')', '.'])));
    times.find(|time| is_duration(time)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::longest;

    #[test]
    fn a_limit_beside_words_is_found() {
        for (words, time) in [
            ("segera (maks. 15 menit)", Some("15 menit")),
            ("segera, paling lama 1 hari kerja", Some("1 hari kerja")),
            ("sesuai jadwal", None),
            ("segera (maksimal)", None),
        ] {
            assert_eq!(longest(words).as_deref(), time, "{words}");
        }
    }
}
