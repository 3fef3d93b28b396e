//! `SOP216` refuse-each-other: two decisions that refuse to each other for ever.

use crate::analysis::Procedure;
use crate::analysis::flow::{Edge, Target};
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Jawaban, Setelah, Sop};
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP216",
    name: "refuse-each-other",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} dan kegiatan {tujuan} saling menolak: yang ditolak {pelaksana} kembali kepada penolaknya tanpa ada yang memperbaiki",
        en: "rows {nomor} and {tujuan} refuse each other's work: what {pelaksana} refuses goes back to who refused it, and nobody mends it",
    },
    help: Some(Text {
        id: "arahkan penolakan ke kegiatan yang memperbaiki, atau akhiri dengan `selesai, …`",
        en: "let the refusal lead to a row that mends the work, or end it with `selesai, …`",
    }),
    basis: Some("R51"),
    page: page!("SOP216"),
};

static REFUSES: Text = Text { id: "menolak ke sini", en: "refuses it back to here" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for edge in procedure.flow.edges.iter().filter(|edge| is_refusal(sop, edge)) {
        let Target::Simpul(to) = edge.to else { continue };
        let back = |other: &&Edge| other.to == Target::Simpul(edge.from) && is_refusal(sop, other);
        if let Some(back) = procedure.flow.after(to).find(back).filter(|_| to < edge.from) {
            sink.push(
                Diagnostic::at(&RULE, edge.span)
                    .with("nomor", sop.kegiatan_dari(to).nomor.to_string())
                    .with("tujuan", sop.kegiatan_dari(edge.from).nomor.to_string())
                    .with("pelaksana", sop.pelaku(to))
                    .related(back.span, &REFUSES),
            );
        }
    }
}

fn is_refusal(sop: &Sop, edge: &Edge) -> bool {
    let Setelah::Jika(cabang) = &sop[edge.from].setelah else { return false };
    let answer = edge.cabang.and_then(|at| cabang.get(at)).map(|cabang| &cabang.jawaban);
    answer == Some(&Jawaban::Tidak) && edge.paling_banyak.is_none() && !edge.lalu
}
