//! `SOP408` unsigned-decree: a decree or order that takes effect without a signature.

use crate::analysis::Procedure;
use crate::analysis::dokumen::{Asal, Keadaan};
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::names::Names;
use crate::lint::{Lint, holds, needed_at};
use crate::model::{Kegiatan, KegiatanId, Sop};
use crate::page;
use crate::text::{Text, fold};
use std::cell::LazyCell;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP408",
    name: "unsigned-decree",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "{dokumen} dipakai pada kegiatan {nomor}, tetapi tidak ada kegiatan yang menandatangani atau menetapkannya",
        en: "row {nomor} uses {dokumen}, but no row signs or enacts it",
    },
    help: Some(Text {
        id: "tambahkan kegiatan yang menandatanganinya, atau tulis di bawah `dokumen luar` bila sudah berlaku sebelumnya",
        en: "add the row that signs it, or write it under `dokumen luar` if it was in force before",
    }),
    basis: Some("R83"),
    page: page!("SOP408"),
};

/// What begins so takes effect by a signature only; three letters begin all of them.
const DECREES: &[&str] =
    &["sk", "surat keputusan", "keputusan", "surat perintah", "surat tugas", "surat edaran", "instruksi"];

/// Words of signing, as they stand in a row's text.
const SIGNING: &[&str] = &[
    "tanda tangan",
    "tandatangan",
    "menandatangani",
    "menetapkan",
    "penetapan",
    "mengesahkan",
    "pengesahan",
    "meneken",
    "ttd",
    "tte",
];

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let concepts = procedure.papers().papers().filter(|(_, other)| other.keadaan <= Keadaan::Draf);
    let mut signed: BTreeMap<&str, bool> = BTreeMap::new();
    let concepts = LazyCell::new(|| Names::of(concepts.map(|(id, other)| ((), other.pokok(&sop[id])))));
    for (id, paper) in procedure.papers().papers() {
        let Some(row) = paper.needed.first().filter(|row| **row > KegiatanId(0)) else { continue };
        let in_force = paper.asal == Asal::Luar || paper.keadaan != Keadaan::Jadi;
        let pokok = paper.pokok(&sop[id]);
        let begins = |word: &&str| {
            pokok.strip_prefix(*word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        if in_force || !pokok.starts_with(['s', 'k', 'i']) || !DECREES.iter().any(begins) {
            continue;
        }
        // Only what first was a concept here and then is used: all else may be in force already.
        let kind = pokok.split(' ').next().unwrap_or(pokok);
        let mut signed = || {
            let known = signed.entry(kind);
            *known.or_insert_with(|| sop.kegiatan.iter().any(|row| signs(sop, row, kind)))
        };
        if !concepts.any_kin(pokok, |(), _| true) || signed() {
            continue;
        }
        sink.push(
            Diagnostic::at(&RULE, needed_at(&sop[*row], id))
                .with("nomor", sop[*row].nomor.to_string())
                .with("dokumen", format!("`{}`", sop[id].nama)),
        );
    }
}

/// Whether a row signs, and does not say clearly that it signs something else than this kind of paper.
fn signs(sop: &Sop, row: &Kegiatan, kind: &str) -> bool {
    let text = row.rincian.iter().fold(fold(&row.uraian), |text, item| text + " " + &fold(item));
    let papers = row.mutu_baku.kelengkapan.iter().chain(&row.mutu_baku.output);
    let names: Vec<String> = papers.map(|butir| fold(&sop[butir.dokumen].nama)).collect();
    let signs =
        SIGNING.iter().any(|word| text.contains(word) || names.iter().any(|name| name.contains(word)));
    signs
        && (names.is_empty()
            || holds(&text, kind)
            || text.contains("keputusan")
            || names.iter().any(|name| holds(name, kind)))
}
