//! `SOP209` bound-without-next: a bounded return that does not say what follows.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Arah, Cabang, Lanjutan, Setelah};
use crate::page;
use crate::source::Span;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP209",
    name: "bound-without-next",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: belum dikatakan apa yang terjadi setelah {kali} kali dikembalikan",
        en: "row {nomor}: it is not said what happens after {kali} returns",
    },
    help: Some(Text {
        id: "tambahkan `, lalu lanjut ke …` atau `, lalu selesai, …`",
        en: "add `, lalu lanjut ke …` or `, lalu selesai, …`",
    }),
    basis: Some("R51"),
    page: page!("SOP209"),
};

static END_THEN: Text = Text { id: "akhiri prosedur setelah itu", en: "end the procedure after that" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for simpul in &sop.simpul {
        let (ways, outcomes): (&[Lanjutan], &[Cabang]) = match &simpul.setelah {
            Setelah::Ke(way) => (std::slice::from_ref(way), &[]),
            Setelah::Jika(outcomes) => (&[], outcomes),
            Setelah::Bersamaan(branches) => (branches, &[]),
        };
        let ways = ways.iter().chain(outcomes.iter().map(|cabang| &cabang.lanjutan));
        for way in ways.filter(|way| way.arah == Arah::Kembali && way.lalu.is_none()) {
            // That it leads to a row which is not there is told already.
            let said = || procedure.naskah.at(way.span).contains(" lalu ");
            if let Some(kali) = way.paling_banyak.filter(|_| !said()) {
                sink.push(
                    Diagnostic::at(&RULE, way.span)
                        .with("nomor", sop[simpul.kegiatan].nomor.to_string())
                        .with("kali", kali)
                        .fix(end_then(way.span)),
                );
            }
        }
    }
}

/// Whether the work ends, or somebody else goes on with it, is for the writer to say.
fn end_then(line: Span) -> Fix {
    let end = Span { start: line.end, end: line.end };
    Fix { title: &END_THEN, edits: vec![(end, ", lalu selesai".to_owned())], safe: false }
}
