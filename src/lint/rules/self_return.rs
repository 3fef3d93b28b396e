//! `SOP203` self-return: a decision sends work back to the one who decided.

use crate::analysis::Procedure;
use crate::analysis::flow::{Edge, Target};
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Arah;
use crate::page;
use crate::text::Text;

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
    for edge in procedure.flow.returns().filter(|edge| edge.cabang.is_some() && !edge.lalu) {
        let Target::Simpul(to) = edge.to else { continue };
        // One of several who may act: the work goes back to whichever did.
        let another = |other: &Edge| {
            let to = matches!(other.to, Target::Simpul(to) if sop[to].oleh != sop[edge.from].oleh);
            to && other.arah == Arah::Kembali && other.cabang == edge.cabang && !other.lalu
        };
        if sop[edge.from].oleh != sop[to].oleh || procedure.flow.after(edge.from).any(another) {
            continue;
        }
        sink.push(
            Diagnostic::at(&RULE, edge.span)
                .with("nomor", sop.kegiatan_dari(edge.from).nomor.to_string())
                .with("pelaksana", sop.pelaku(edge.from))
                .related(sop[to].span, &RETURNS_HERE),
        );
    }
}
