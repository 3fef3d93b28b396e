//! `SOP221` person-as-actor: a person, not an office, as an actor.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP221",
    name: "person-as-actor",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "pelaksana {nama} tampaknya nama orang",
        en: "the actor {nama} seems to be a person by name",
    },
    help: Some(Text {
        id: "tulis jabatan atau perannya: orang berganti, prosedur tetap",
        en: "write the office or role: people change, the procedure stays",
    }),
    basis: Some("R34"),
    page: page!("SOP221"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    for lane in &procedure.sop.pelaksana {
        let mut names = std::iter::once(&lane.pendek).chain(&lane.nama_lain).chain(&lane.panjang);
        if let Some(span) = lane.span
            // `Fulan, S.Sos.` reads as a lane with two names.
            && (names.any(|name| is_person(name)) || lane.nama_lain.iter().any(|name| is_degree(name)))
        {
            sink.push(Diagnostic::at(&RULE, span).with("nama", lane.pendek.as_str()));
        }
    }
}

/// Only what no office is called: an academic degree, or the eighteen digits of a NIP.
fn is_person(name: &str) -> bool {
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let words: Vec<&str> = name.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    digits >= 18 || words.len() > 1 && words.into_iter().any(is_degree)
}

/// `Drs.`, `S.Sos`, `M.Si.`, `A.Md.`; what stands alone may be an office's short name.
fn is_degree(word: &str) -> bool {
    if ["Drs.", "Dra.", "Ir.", "Hj."].contains(&word) {
        return true;
    }
    let mut parts = word.trim_end_matches('.').split('.');
    let head = parts.next().is_some_and(|head| ["S", "M", "A"].contains(&head));
    let tail: Vec<&str> = parts.collect();
    let letters = |part: &&str| part.len() <= 5 && part.starts_with(|c: char| c.is_ascii_uppercase());
    head && matches!(tail.len(), 1 | 2) && tail.iter().all(letters) && word.len() > 3
}

#[cfg(test)]
mod tests {
    use super::{is_degree, is_person};

    #[test]
    fn an_office_is_no_person() {
        for office in [
            "Kepala Seksi",
            "Kasubbag TU",
            "S.O.P",
            "Tim A.",
            "Sekretaris/Kabid",
            "Dr. Jaga",
            "JFT Ahli Muda",
        ] {
            assert!(!is_person(office), "{office}");
        }
        assert!(is_degree("S.E.") && is_degree("M.Si") && !is_degree("Umpar") && !is_degree("TU"));
        for person in
            ["Drs. Fulan", "Fulan, S.Sos., M.Si", "Fulan A.Md", "Fulan 19700101 199503 1 999", "Fulan S.H."]
        {
            assert!(is_person(person), "{person}");
        }
    }
}
