//! `SOP214` started-twice: a row that is started while it is under way.

use crate::analysis::Procedure;
use crate::analysis::sound::{Hasil, Langkah, Twice};
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::{Lint, steps};
use crate::model::{Arah, KegiatanId};
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

static WAITS_FOR_MORE: Text = Text {
    id: "kegiatan ini menunggu sebagian saja; tulis `{dekat}`",
    en: "this row waits for some of them only; write `{dekat}`",
};
static ADD_TO_THE_LIST: Text =
    Text { id: "tambahkan yang belum ditunggu", en: "add what is not waited for yet" };

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
    if fault.run.iter().any(returns) {
        return sink.push(finding.help(&NOT_OUT_OF_A_BRANCH));
    }
    let more = row.menunggu_span.zip(waits_for_more(procedure, fault));
    sink.push(match more {
        Some((line, waits)) => {
            let waits = format!("menunggu: {waits}");
            let finding = finding.with("dekat", waits.as_str()).help(&WAITS_FOR_MORE);
            finding.fix(Fix::replace(&ADD_TO_THE_LIST, line, waits))
        }
        None => finding,
    });
}

/// `6, 7` where row 7 goes on to a row that waits for row 6 only.
fn waits_for_more(procedure: &Procedure, fault: &Twice) -> Option<String> {
    let sop = &procedure.sop;
    let from = sop[fault.run.last()?.simpul].kegiatan;
    let mut rows: Vec<KegiatanId> = sop[fault.place].menunggu.iter().map(|it| sop[*it].kegiatan).collect();
    if rows.contains(&from) || from >= sop[fault.place].kegiatan {
        return None;
    }
    rows.push(from);
    rows.sort_unstable();
    rows.dedup();
    Some(rows.iter().map(|row| sop[*row].nomor.to_string()).collect::<Vec<_>>().join(", "))
}
