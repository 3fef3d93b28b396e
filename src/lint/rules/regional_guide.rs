//! `SOP521` regional-guide: the national guide cited without the regional one.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::regulation::{is_regional_guide, is_writing_guide};
use crate::text::Text;
use crate::text::fold;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP521",
    name: "regional-guide",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "SOP pemerintah daerah ini menyebut pedoman nasional, tetapi tidak Permendagri 52/2011 atau pedoman daerahnya",
        en: "this SOP of a regional government cites the national guide, but not Permendagri 52/2011 or the guide of its region",
    },
    help: Some(Text {
        id: "tambahkan Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur di Lingkungan Pemerintah Provinsi dan Kabupaten/Kota, atau peraturan kepala daerah tentang penyusunan SOP",
        en: "add Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur di Lingkungan Pemerintah Provinsi dan Kabupaten/Kota, or the rule of the head of the region on writing SOPs",
    }),
    basis: Some("R24"),
    page: page!("SOP521"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let regions = ["pemerintah kabupaten", "pemerintah kota", "pemerintah provinsi", "pemerintah daerah"];
    let highest = identitas.instansi.first().map(|name| fold(name)).unwrap_or_default();
    if !regions.iter().any(|region| highest.starts_with(region)) {
        return;
    }
    let guides = procedure.cited().filter(|(_, _, citation)| is_writing_guide(citation));
    let guides: Vec<_> = guides.collect();
    let regional = guides.iter().any(|(_, _, citation)| is_regional_guide(citation));
    if let (Some((_, place, _)), false) = (guides.first(), regional) {
        sink.push(Diagnostic::at(&RULE, *place));
    }
}
