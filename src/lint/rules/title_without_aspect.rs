//! `SOP514` title-without-aspect: a title that does not say what is done, or to what.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Key;
use crate::page;
use crate::regulation::without_prefix;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP514",
    name: "title-without-aspect",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "judul `{judul}` tidak menyebut {apa}",
        en: "the title `{judul}` does not say {apa}",
    },
    help: Some(Text {
        id: "judul terdiri atas kegiatan dan hasilnya, misalnya `Penyusunan Rencana Strategis`",
        en: "a title is what is done and what comes of it, for example `Penyusunan Rencana Strategis`",
    }),
    basis: Some("R17"),
    page: page!("SOP514"),
};

static ACTIVITY: Text = Text { id: "kegiatannya", en: "what is done" };
static PRODUCT: Text = Text { id: "apa yang dihasilkan", en: "what comes of it" };

/// Nouns of activity that neither begin with `pe-` and end with `-an` nor end with `-si`.
const ASPECTS: [&str; 35] = [
    "apel",
    "asuhan",
    "audit",
    "bimbingan",
    "bantuan",
    "cuti",
    "kenaikan",
    "kerja",
    "konsultasi",
    "kunjungan",
    "layanan",
    "lelang",
    "lembur",
    "monitoring",
    "monev",
    "musrenbang",
    "musyawarah",
    "operasi",
    "patroli",
    "rapat",
    "rawat",
    "razia",
    "reviu",
    "rujukan",
    "seleksi",
    "sidang",
    "supervisi",
    "survei",
    "tanggap",
    "tata",
    "tindak",
    "tindakan",
    "uji",
    "ujian",
    "upacara",
];

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let title = identitas.sop.as_str();
    let words = title[without_prefix(title)..].split(|c: char| !c.is_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty()).map(|word| is_aspect(&word.to_lowercase()));
    let Some(first) = words.next() else { return };
    let what = match (first, words.next()) {
        (true, None) => &PRODUCT,
        (true, Some(_)) | (false, Some(true)) => return,
        (false, _) if words.any(|aspect| aspect) => return,
        (false, _) => &ACTIVITY,
    };
    if let Some((_, at)) = identitas.butir(Key::Sop, [&identitas.sop]).next() {
        sink.push(Diagnostic::at(&RULE, at).with("judul", title).with("apa", what));
    }
}

/// Whether a word is the noun of an activity: `penyusunan`, `verifikasi`, `monitoring`.
fn is_aspect(word: &str) -> bool {
    let derived =
        word.starts_with("pe") && word.len() > 6 && (word.ends_with("an") || word.ends_with("annya"));
    let borrowed = word.len() > 5 && word.ends_with("si");
    derived || borrowed || ASPECTS.contains(&word)
}
