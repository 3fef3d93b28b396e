//! `SOP218` mixed-answers: an answer whose counterpart is another one.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Jawaban, Setelah};
use crate::page;
use crate::regulation::is_known_answer;
use crate::source::Span;
use crate::text::{Text, fold};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP218",
    name: "mixed-answers",
    severity: Severity::Advice,
    since: "0.1.0",
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

/// The pairs whose one half tells the other; every other word is a kind of case, and the writer's own.
const PAIRS: &[(&str, &str)] = &[
    ("ya", "tidak"),
    ("lengkap", "tidak lengkap"),
    ("benar", "salah"),
    ("setuju", "tidak setuju"),
    ("memenuhi", "tidak memenuhi"),
];

static WRITE_COUNTERPART: Text = Text { id: "tulis pasangannya", en: "write the counterpart" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for simpul in &sop.simpul {
        let Setelah::Jika(cabang) = &simpul.setelah else { continue };
        let [one, other] = cabang.as_slice() else { continue };
        let (Jawaban::Jika(first), Jawaban::Jika(second)) = (&one.jawaban, &other.jawaban) else { continue };
        let known = |yes: &str, no: &str| is_known_answer(yes, no, &procedure.kantor);
        if known(first, second) || known(second, first) {
            continue;
        }
        for (word, against, line) in
            [(first, second, other.lanjutan.span), (second, first, one.lanjutan.span)]
        {
            let Some(wanted) = counterpart(&fold(word)) else { continue };
            // `belum lengkap` says what `tidak lengkap` says.
            if [wanted.to_owned(), wanted.replace("tidak", "belum")].contains(&fold(against)) {
                break;
            }
            let mut finding = Diagnostic::at(&RULE, line)
                .with("nomor", sop[simpul.kegiatan].nomor.to_string())
                .with("satu", word.as_str())
                .with("lain", against.as_str())
                .with("pasangan", wanted);
            if let Some(at) = procedure.naskah.at(line).find(against.as_str()) {
                let start = line.start as usize + at;
                let edits = vec![(Span::new(start, start + against.len()), wanted.to_owned())];
                finding = finding.fix(Fix { title: &WRITE_COUNTERPART, edits, safe: false });
            }
            sink.push(finding);
            break;
        }
    }
}

fn counterpart(word: &str) -> Option<&'static str> {
    PAIRS.iter().find_map(|(yes, no)| match word {
        _ if word == *yes => Some(*no),
        _ if word == *no => Some(*yes),
        _ => None,
    })
}
