//! `SOP411` no-paper-name: what stands for a paper, or for an item of the identity, names none.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::excerpt;
use crate::page;
use crate::syntax::{AS_ABOVE, is_duration};
use crate::text::{Arg, Text, is_others};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP411",
    name: "no-paper-name",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text { id: "{tempat}: `{teks}` tidak menyebut {apa}", en: "{tempat}: `{teks}` names no {apa}" },
    help: Some(Text {
        id: "tulis nama dokumennya di sini juga; daftar periksa menanyakan tiap dokumen dengan namanya",
        en: "write the paper's name here, too; the checklist asks for every paper by its name",
    }),
    basis: None,
    page: page!("SOP411"),
};

static PAPER: Text = Text { id: "dokumen", en: "paper" };
static ITEM: Text = Text { id: "nama apa pun", en: "item" };
static WRITE_THEM: Text = Text {
    id: "tulis butir-butirnya satu per satu; bila sudah lengkap, hapus `dan seterusnya` itu",
    en: "write the items one by one; if none is missing, delete these words",
};
static NOTHING: Text = Text { id: "bila memang tidak ada, tulis `-`", en: "if there is none, write `-`" };
static TIME: Text = Text {
    id: "ini lama pengerjaan; tulis pada `waktu:`, dan periksa apakah isi kedua isian tertukar",
    en: "this is how long it takes; write it at `waktu:`, and see whether the two fields were exchanged",
};
static WRITE_DASH: Text = Text { id: "tulis `-`", en: "write `-`" };

/// What people write where there is no paper.
fn says_none(name: &str) -> bool {
    matches!(name, "tidak ada" | "nihil" | "n/a" | "kosong" | "tidak perlu" | "tanpa dokumen")
}

/// What people write in place of a name, without its full stops and without `dan` in front.
fn stands_for_a_name(name: &str) -> bool {
    matches!(name, "sama" | "selesai" | "lainnya" | "terlampir" | "lihat lampiran" | "sesuai lampiran")
        || is_others(name)
        || AS_ABOVE.contains(&name)
}

/// Names are longer, mostly.
const LONGEST: usize = 30;

/// What stands in place of a paper.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Instead {
    /// That there is none.
    Nothing,
    /// A time.
    Time,
    /// Words for any paper.
    Words,
}

fn check(procedure: &Procedure, sink: &mut Sink) {
    let unnamed = |name: &str| match name {
        name if says_none(name) => Some(Instead::Nothing),
        name if is_duration(name) => Some(Instead::Time),
        name => is_no_name(name).then_some(Instead::Words),
    };
    let unnamed: Vec<Option<Instead>> = procedure.sop.dokumen.iter().map(|it| unnamed(it.kunci())).collect();
    for row in &procedure.sop.kegiatan {
        for papers in [&row.mutu_baku.kelengkapan, &row.mutu_baku.output] {
            for butir in papers {
                let Some(instead) = unnamed[butir.dokumen.index()] else { continue };
                let name = &procedure.sop[butir.dokumen];
                let nomor = row.nomor;
                let tempat = Arg::Both { id: format!("kegiatan {nomor}"), en: format!("row {nomor}") };
                let found = Diagnostic::at(&RULE, butir.span)
                    .with("tempat", tempat)
                    .with("teks", &*name.nama)
                    .with("apa", &PAPER);
                sink.push(match instead {
                    Instead::Nothing if papers.len() == 1 && !butir.baris_sendiri => {
                        found.help(&NOTHING).fix(Fix::replace(&WRITE_DASH, butir.span, "-"))
                    }
                    Instead::Nothing => found.help(&NOTHING),
                    Instead::Time => found.help(&TIME),
                    Instead::Words => found,
                });
            }
        }
    }
    lists(procedure, sink);
}

/// `Komputer, printer, dst.` among the tools.
fn lists(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    for (key, items) in identitas.lists() {
        for (text, place) in identitas.butir(key, items) {
            // `- TOR, ROK, dll.` is one item.
            let last = text.rsplit([',', ' ']).next().unwrap_or_default();
            if last.len() <= LONGEST && is_others(last) {
                let found = Diagnostic::at(&RULE, place).with("tempat", format!("`{}`", key.word()));
                let found = found.with("teks", excerpt(text)).with("apa", &ITEM);
                sink.push(found.help(&WRITE_THEM));
            }
        }
    }
}

fn is_no_name(name: &str) -> bool {
    if name.chars().all(|c| matches!(c, '"' | '”' | '“' | '〃' | '-' | '.' | ' ')) {
        return true;
    }
    if name.len() > LONGEST {
        return false;
    }
    let name = name.strip_prefix("dan ").unwrap_or(name);
    if !name.contains('.') {
        return stands_for_a_name(name);
    }
    let name = name.trim_end_matches('.');
    stands_for_a_name(name) || stands_for_a_name(name.replace('.', "").trim())
}
