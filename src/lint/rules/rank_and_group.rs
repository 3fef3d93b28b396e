//! `SOP512` rank-and-group: a rank with the group of another.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::propose;
use crate::model::Key;
use crate::page;
use crate::regulation::RANKS;
use crate::text::Text;
use crate::text::fold;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP512",
    name: "rank-and-group",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "pangkat {pangkat} seharusnya bergolongan {golongan}; yang tertulis {tertulis}",
        en: "the rank {pangkat} should have the group {golongan}; {tertulis} is written",
    },
    help: Some(Text { id: "perbaiki pangkat atau golongannya", en: "mend the rank or its group" }),
    basis: Some("R14"),
    page: page!("SOP512"),
};

static WRITE_GROUP: Text = Text { id: "tulis golongan pangkat ini", en: "write the group of this rank" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    for (text, place) in identitas.butir(Key::Pangkat, &identitas.pangkat) {
        let Some((at, group)) = group(text) else { continue };
        let name = text[..at].trim_matches([' ', '(', ',', '/', '-']);
        let long = fold(&name.replace("Tk.", "Tingkat").replace("Tk ", "Tingkat "));
        let Some((own, rank)) = RANKS.iter().find(|(_, rank)| rank.eq_ignore_ascii_case(&long)) else {
            continue;
        };
        if group.replace('.', "/").eq_ignore_ascii_case(own) {
            continue;
        }
        let mut found = Diagnostic::at(&RULE, place).with("pangkat", *rank).with("golongan", *own);
        found.fix = propose(procedure, (place, text), [(at..at + group.len(), *own)], &WRITE_GROUP);
        sink.push(found.with("tertulis", group));
    }
}

/// `IV/b`, wherever it stands.
fn group(text: &str) -> Option<(usize, &str)> {
    let slash =
        text.rfind(['/', '.']).filter(|at| text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let start = text[..slash].trim_end_matches(['I', 'V']).len();
    let group = &text[start..slash + 2];
    let ends = !text[slash + 2..].starts_with(char::is_alphanumeric);
    (start < slash && ends && text[..start].ends_with([' ', '(', ',', '-'])).then_some((start, group))
}
