//! `SOP237` number-not-drawn: the sentence or the remark names a row by its number, and no arrow leads there.

use crate::analysis::Procedure;
use crate::analysis::flow::Target;
use crate::analysis::kalimat::Drawn;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{KegiatanId, Nomor};
use crate::page;
use crate::source::Span;
use crate::syntax::named_rows;
use crate::text::Text;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP237",
    name: "number-not-drawn",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: kalimat atau keterangannya menyebut kegiatan {tujuan}, tetapi tidak ada panah ke sana",
        en: "row {nomor}: its sentence or remark names row {tujuan}, but no arrow leads there",
    },
    help: Some(Text {
        id: "perbaiki nomornya bila penomoran sudah berubah, atau tulis alurnya di bawah kegiatan ini",
        en: "correct the number if the rows were numbered anew, or write the flow below this row",
    }),
    basis: Some("R49"),
    page: page!("SOP237"),
};

static NO_SUCH_ROW: Text = Text {
    id: "tidak ada kegiatan {tujuan}; sebut nomor yang ada, atau hapus nomornya",
    en: "there is no row {tujuan}; name one that there is, or leave the number out",
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let mut rows: Option<BTreeMap<Nomor, usize>> = None;
    let sent_to = |text| named_rows(text).into_iter().filter(|named| named.sent);
    for (at, row) in sop.kegiatan.iter().enumerate() {
        let in_text = sent_to(&row.uraian).map(|named| (row.letak(named.range), named.nomor));
        let remark = row.keterangan.as_deref().zip(row.keterangan_span).into_iter();
        let in_remark = remark.flat_map(|(text, place)| sent_to(text).map(move |named| (place, named.nomor)));
        let named: Vec<(Span, Nomor)> = in_text.chain(in_remark).collect();
        let id = KegiatanId::from_index(at);
        // That the sentence is not drawn at all is said elsewhere.
        if named.is_empty() || !procedure.kalimat(id).conditions.is_empty() && procedure.undecided(id) {
            continue;
        }
        if procedure.kalimat(id).handovers.iter().any(|it| procedure.drawn(id, it) != Drawn::Agrees) {
            continue;
        }
        // Of two rows with one number the first is meant.
        let rows = rows.get_or_insert_with(|| {
            sop.kegiatan.iter().enumerate().rev().map(|(at, row)| (row.nomor, at)).collect()
        });
        for (place, number) in named {
            let there = rows.get(&number).copied();
            let leads = |target: &Target| match target {
                Target::Simpul(simpul) => Some(sop[*simpul].kegiatan.index()) == there,
                Target::Akhir(_) => false,
            };
            let mut ways = sop.simpul_dari(id).flat_map(|(from, _)| procedure.flow.after(from));
            if there.is_some() && ways.any(|way| leads(&way.to)) {
                continue;
            }
            let found = Diagnostic::at(&RULE, place)
                .with("nomor", row.nomor.to_string())
                .with("tujuan", number.to_string());
            sink.push(if there.is_none() { found.help(&NO_SUCH_ROW) } else { found });
        }
    }
}
