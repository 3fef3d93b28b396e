//! `SOP406` output-same-as-input: a row that gives out what it got.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{JenisPelaksana, PelaksanaId};
use crate::page;
use crate::text::{Text, fold};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP406",
    name: "output-same-as-input",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: outputnya sama dengan kelengkapannya, {dokumen}",
        en: "row {nomor}: its output is the same as its kelengkapan, {dokumen}",
    },
    help: Some(Text {
        id: "sebut apa yang berubah, misalnya `{contoh}`; bila tidak ada, tulis apa yang dihasilkan kegiatan ini",
        en: "say what has changed, as in `{contoh}`; if nothing has, write what this row brings about",
    }),
    basis: Some("R80"),
    page: page!("SOP406"),
};

static SIGNED: Text = Text {
    id: "dokumen ini sudah ditandatangani; tulis apa yang dihasilkan kegiatan ini, misalnya `tanda terima`",
    en: "this paper is signed already; write what this row brings about, for example `tanda terima`",
};

/// The name of a paper on which a row has left its mark; `None` where it is signed already.
fn changed(name: &str) -> Option<String> {
    let folded = fold(name);
    let says = |root: &str| folded.contains(root);
    let mark = match (says("paraf"), says("tanda tangan") || says("ditandatangani")) {
        (false, false) => "berparaf",
        (true, false) => "bertanda tangan",
        (_, true) => return None,
    };
    Some(format!("{name} {mark}"))
}

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for row in &sop.kegiatan {
        let is_needed = |dokumen| row.mutu_baku.kelengkapan.iter().any(|needed| needed.dokumen == dokumen);
        let output = row.mutu_baku.output.as_slice();
        if let [first, ..] = output
            && output.iter().all(|butir| is_needed(butir.dokumen) && !sop[butir.dokumen].alat)
        {
            let names: Vec<String> =
                output.iter().map(|butir| format!("`{}`", sop[butir.dokumen].nama)).collect();
            let found =
                Diagnostic::at(&RULE, first.span).with("nomor", row.nomor.to_string()).with("dokumen", names);
            // Nobody outside puts initials to what they hand in.
            let outside = |lane: &PelaksanaId| sop[*lane].jenis == JenisPelaksana::Luar;
            let hands_in = || row.simpul.clone().all(|at| sop.simpul[at as usize].oleh.iter().all(outside));
            sink.push(match changed(&sop[first.dokumen].nama) {
                Some(_) if hands_in() => found.with("contoh", format!("{} lengkap", sop[first.dokumen].nama)),
                Some(example) => found.with("contoh", example),
                None => found.help(&SIGNED),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn the_example_says_what_the_name_does_not_say_yet() {
        assert_eq!(changed("Konsep surat").as_deref(), Some("Konsep surat berparaf"));
        assert_eq!(
            changed("Konsep surat yang telah diparaf").as_deref(),
            Some("Konsep surat yang telah diparaf bertanda tangan")
        );
        assert_eq!(changed("Surat bertanda tangan"), None);
    }
}
