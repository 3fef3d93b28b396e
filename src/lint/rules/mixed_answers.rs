//! `SOP218` mixed-answers: an answer whose counterpart is another one.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Cabang, Jawaban, Setelah};
use crate::page;
use crate::text::{Text, fold};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP218",
    name: "mixed-answers",
    severity: Severity::Advice,
    since: "0.2.0",
    message: Text {
        id: "kegiatan {nomor}: jawaban `{satu}` dan `{lain}` bukan pasangan yang baku",
        en: "row {nomor}: the answers `{satu}` and `{lain}` are no regular pair",
    },
    help: Some(Text {
        id: "pakailah satu pasangan, misalnya `{satu}` dan `{pasangan}`",
        en: "use one pair, such as `{satu}` and `{pasangan}`",
    }),
    basis: Some("R45"),
    page: page!("SOP218"),
};

/// The pairs of the regulation; every other word is a kind of case, and the writer's own.
const PAIRS: &[(&str, &str)] = &[
    ("ya", "tidak"),
    ("lengkap", "tidak lengkap"),
    ("benar", "salah"),
    ("setuju", "tidak setuju"),
    ("memenuhi", "tidak memenuhi"),
];

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for simpul in &sop.simpul {
        let Setelah::Jika(cabang) = &simpul.setelah else { continue };
        let [
            Cabang { jawaban: Jawaban::Jika(one), .. },
            Cabang { jawaban: Jawaban::Jika(other), lanjutan, .. },
        ] = cabang.as_slice()
        else {
            continue;
        };
        let (first, second) = (fold(one), fold(other));
        let known = PAIRS.iter().find(|(yes, no)| [*yes, *no].iter().any(|it| first == *it || second == *it));
        let Some((yes, no)) = known else { continue };
        let counterpart = |word: &str| if word == *yes { *no } else { *yes };
        let both = [(&first, &second), (&second, &first)];
        let own = both.into_iter().find(|(word, _)| [yes, no].contains(&&word.as_str()));
        let Some((word, against)) = own else { continue };
        // `belum lengkap` says what `tidak lengkap` says.
        if *against != counterpart(word) && *against != counterpart(word).replace("tidak", "belum") {
            sink.push(
                Diagnostic::at(&RULE, lanjutan.span)
                    .with("nomor", sop[simpul.kegiatan].nomor.to_string())
                    .with("satu", word.as_str())
                    .with("lain", against.as_str())
                    .with("pasangan", counterpart(word)),
            );
        }
    }
}
