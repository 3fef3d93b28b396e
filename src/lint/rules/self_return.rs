//! `SOP203` self-return: a decision sends work back to the one who decided.

use crate::analysis::Procedure;
use crate::analysis::flow::{Edge, Target};
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Arah, Jawaban, Setelah};
use crate::page;
use crate::text::{Text, fold};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP203",
    name: "self-return",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: {pelaksana} mengembalikan pekerjaan kepada dirinya sendiri",
        en: "row {nomor}: {pelaksana} returns the work to themselves",
    },
    help: Some(Text {
        id: "arahkan `kembali` ke kegiatan milik pelaksana yang harus memperbaiki",
        en: "point `kembali` at a row of the actor who must mend it",
    }),
    basis: Some("R48"),
    page: page!("SOP203"),
};

static RETURNS_HERE: Text = Text { id: "kembali ke sini", en: "returns here" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    // The arrows of one outcome stand together.
    let of_one_outcome = |one: &Edge, other: &Edge| (one.from, one.cabang) == (other.from, other.cabang);
    for outcome in procedure.flow.edges.chunk_by(of_one_outcome).filter(|edges| edges[0].cabang.is_some()) {
        let actors = &sop[outcome[0].from].oleh;
        let back = outcome.iter().filter(|edge| edge.arah == Arah::Kembali && !edge.lalu);
        let back = back.filter_map(|edge| match edge.to {
            Target::Simpul(to) => Some((edge, to)),
            Target::Akhir(_) => None,
        });
        // One of several who may act: the work goes back to whichever did.
        if back.clone().any(|(_, to)| sop[to].oleh != *actors) {
            continue;
        }
        for (edge, to) in back.filter(|(edge, _)| !waits(procedure, edge)) {
            sink.push(
                Diagnostic::at(&RULE, edge.span)
                    .with("nomor", sop.kegiatan_dari(edge.from).nomor.to_string())
                    .with("pelaksana", sop.pelaku(edge.from))
                    .related(sop[to].span, &RETURNS_HERE),
            );
        }
    }
}

/// `tidak, belum ada jawaban: kembali ke 5`: nobody has anything to mend, and whoever asked waits for somebody else and asks
/// again.
fn waits(procedure: &Procedure, edge: &Edge) -> bool {
    let Setelah::Jika(outcomes) = &procedure.sop[edge.from].setelah else { return false };
    let Some(outcome) = edge.cabang.and_then(|at| outcomes.get(at)) else { return false };
    let said = match (&outcome.kondisi, &outcome.jawaban) {
        (Some(condition), _) | (None, Jawaban::Jika(condition)) => condition,
        (None, Jawaban::Ya | Jawaban::Tidak) => return false,
    };
    let said = fold(said);
    let words: Vec<&str> =
        said.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let not_yet = |pair: &[&str]| pair[0] == "belum" && COMES.contains(&pair[1]);
    let no_answer = |three: &[&str]| three[..2] == ["tidak", "ada"] && ANSWERS.contains(&three[2]);
    words.windows(2).any(not_yet) || words.windows(3).any(no_answer)
}

/// What is said of something that others send.
const COMES: [&str; 13] = [
    "ada",
    "datang",
    "tiba",
    "hadir",
    "masuk",
    "sampai",
    "terbit",
    "diterima",
    "dijawab",
    "menjawab",
    "dibalas",
    "membalas",
    "ditanggapi",
];

/// What others send who were asked.
const ANSWERS: [&str; 6] = ["jawaban", "balasan", "tanggapan", "konfirmasi", "respons", "kabar"];
