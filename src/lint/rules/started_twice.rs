//! `SOP214` started-twice: a row that is started while it is under way.

use crate::analysis::Procedure;
use crate::analysis::sound::{Hasil, Langkah};
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::{Lint, steps};
use crate::model::Arah;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP214",
    name: "started-twice",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "pekerjaan sampai di kegiatan {nomor} dua kali sekaligus: {jalan}",
        en: "work comes to row {nomor} twice at the same time: {jalan}",
    },
    help: Some(Text {
        id: "tulis `menunggu: …` pada kegiatan tempat pekerjaan yang berjalan bersamaan bertemu",
        en: "write `menunggu: …` in the row where what goes on at the same time meets",
    }),
    basis: Some("R41"),
    page: page!("SOP214"),
};

static NOT_OUT_OF_A_BRANCH: Text = Text {
    id: "kembalikan ke kegiatan pada cabang yang sama, atau putuskan setelah semua yang bersamaan bertemu pada `menunggu`",
    en: "return to a row of the same branch, or decide after all that goes on at the same time has met at `menunggu`",
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let Some(fault) = &procedure.sound.twice else { return };
    let row = sop.kegiatan_dari(fault.place);
    let finding = Diagnostic::at(&RULE, row.menunggu_span.unwrap_or(sop[fault.place].span))
        .with("nomor", row.nomor.to_string())
        .run(steps(sop, &fault.run));
    let returns = |step: &Langkah| {
        let taken = match step.hasil {
            Hasil::Cabang(at) => Some(at),
            Hasil::Selesai | Hasil::Dilewati => None,
        };
        let mut ways = procedure.flow.after(step.simpul);
        ways.any(|edge| edge.arah == Arah::Kembali && edge.cabang == taken && !edge.lalu)
    };
    sink.push(match fault.run.iter().any(returns) {
        true => finding.help(&NOT_OUT_OF_A_BRANCH),
        false => finding,
    });
}
