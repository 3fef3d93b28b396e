//! `SOP524` tool-not-listed: a skill with a tool that is not among the tools.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::{ListEnd, excerpt};
use crate::model::Key;
use crate::page;
use crate::text::{Text, capitalised};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP524",
    name: "tool-not-listed",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kualifikasi `{teks}` menuntut {alat}, tetapi `peralatan` tidak memuatnya",
        en: "the qualification `{teks}` asks for {alat}, which `peralatan` does not list",
    },
    help: Some(Text { id: "tambahkan di `peralatan`", en: "add it to `peralatan`" }),
    basis: Some("R29"),
    page: page!("SOP524"),
};

/// Tools, each with its other names; the first is what the remedy adds.
const TOOLS: [&[&str]; 6] = [
    &["komputer", "laptop", "notebook", "pc", "personal computer", "microsoft", "excel"],
    &["printer", "pencetak"],
    &["pemindai", "scanner"],
    &["kamera", "camera"],
    &["kendaraan", "mobil", "motor"],
    &["telepon", "handphone", "ponsel", "hp"],
];

/// Which of them is a vehicle,
const VEHICLE: usize = 4;
/// and what says that somebody drives it.
const DRIVES: [&str; 6] = ["kemudi", "kendarai", "berkendara", "menyetir", "sopir", "sim "];

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let listed = identitas.peralatan.join(" ").to_lowercase();
    if listed.is_empty() {
        return;
    }
    // What is listed, and what was told.
    let mut known = tools_in(&listed);
    for (text, place) in identitas.butir(Key::KualifikasiPelaksana, &identitas.kualifikasi_pelaksana) {
        let lower = text.to_lowercase();
        let mut named = tools_in(&lower);
        // `Penguji kendaraan bermotor` works on what others drive.
        named[VEHICLE] &= DRIVES.iter().any(|word| lower.contains(word));
        for (at, tool) in TOOLS.iter().enumerate().filter(|(at, _)| named[*at]) {
            if std::mem::replace(&mut known[at], true) {
                continue;
            }
            let mut found = Diagnostic::at(&RULE, place).with("teks", excerpt(text)).with("alat", tool[0]);
            let end = ListEnd::of(procedure, Key::Peralatan, &identitas.peralatan);
            found.fix = end.map(|end| end.add(&capitalised(tool[0])));
            sink.push(found);
        }
    }
}

/// Which of the tools a text names.
fn tools_in(text: &str) -> [bool; TOOLS.len()] {
    let mut named = TOOLS.map(|tool| text.contains(tool[0]));
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if let Some(at) = TOOLS.iter().position(|tool| tool.contains(&word)) {
            named[at] = true;
        }
    }
    named
}
