//! `SOP233` condition-without-decision: the sentence speaks of two cases, and the row does not decide.

use super::return_not_drawn::{PlacesOf, leads_only_on, outcomes, told_in_remark};
use crate::analysis::Procedure;
use crate::analysis::kalimat::{Condition, Drawn, HandOver};
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::KegiatanId;
use crate::page;
use crate::source::Span;
use crate::syntax::{in_a_sentence, named_rows, outcomes_said};
use crate::text::{Text, begins_with};
use std::ops::Range;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP233",
    name: "condition-without-decision",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: {isi} ({syarat}), tetapi bagannya tidak bercabang di sini",
        en: "row {nomor}: {isi} ({syarat}), but the chart does not branch here",
    },
    help: Some(Text {
        id: "tulis hasilnya di bawah kegiatan ini, misalnya `ya, {contoh}: lanjut ke …` dan `tidak: kembali ke …`",
        en: "write the outcomes below this row, for example `ya, {contoh}: lanjut ke …` and `tidak: kembali ke …`",
    }),
    basis: Some("R47"),
    page: page!("SOP233"),
};

static IN_SENTENCE: Text = Text { id: "kalimatnya memuat syarat", en: "its sentence holds conditions" };
static IN_SUB_STEPS: Text = Text { id: "rinciannya memuat syarat", en: "its sub-steps hold conditions" };
static IN_REMARK: Text = Text { id: "keterangannya memuat syarat", en: "its remark holds conditions" };
static OUTCOMES: Text = Text { id: "keterangannya memuat hasil keputusan", en: "its remark holds outcomes" };
static ASKS: Text = Text { id: "kalimatnya memuat pertanyaan", en: "its sentence asks" };
static EACH_OUTCOME: Text = Text {
    id: "tulis tiap hasil pada barisnya sendiri di bawah kegiatan ini: {hasil}",
    en: "write each outcome on a line of its own below this row: {hasil}",
};
static WRITE_OUTCOMES: Text = Text { id: "tulis hasilnya", en: "write the outcomes" };

/// `memenuhi syarat lanjut ke no` → `memenuhi syarat`: where the case goes is no part of the condition.
fn without_target(condition: &str) -> &str {
    const GOES: [&str; 8] = [
        " lanjut",
        " kembali",
        " langsung",
        " dilanjutkan",
        " dikembalikan",
        " diteruskan",
        " selesai",
        " maka",
    ];
    let end = GOES.iter().filter_map(|word| condition.find(word)).min().unwrap_or(condition.len());
    &condition[..end]
}

fn check(procedure: &Procedure, sink: &mut Sink) {
    // `Lengkap?`, `(Ya/Tidak)`, `(Y/T)`
    let asks = procedure.says("?") || procedure.says("/t");
    let places = PlacesOf::default();
    for (at, row) in procedure.sop.kegiatan.iter().enumerate() {
        let id = KegiatanId::from_index(at);
        let found = in_sentence(procedure, id, &places)
            .or_else(|| outcomes_in_remark(procedure, id))
            .or_else(|| question(procedure, id).filter(|_| asks))
            .or_else(|| beside(procedure, id));
        found.into_iter().for_each(|found| sink.push(found.with("nomor", row.nomor.to_string())));
    }
}

fn in_sentence<'p>(procedure: &'p Procedure, id: KegiatanId, places: &PlacesOf<'p>) -> Option<Diagnostic> {
    let row = &procedure.sop[id];
    let conditions = &procedure.kalimat(id).conditions;
    let (first, last) = (conditions.first()?, conditions.last()?);
    let mended = || {
        conditions.iter().any(|it| {
            is_mended_by_another(procedure, id, it.range.end)
                || is_rejected(&row.uraian, it.range.clone())
                || left(&row.uraian, it.range.clone()).is_some()
        })
    };
    if !(procedure.undecided(id) || leads_only_on(procedure, id) && mended()) {
        return None;
    }
    let of_row = conditions.iter().map(|condition| (row.uraian.as_str(), condition));
    let place = row.letak(first.range.start..last.range.end);
    let mut found = of_conditions(place, &IN_SENTENCE, of_row);
    if let Some(end) = conditions.iter().find_map(|it| left(&row.uraian, it.range.clone())) {
        let lines = [format!("`jika …: selesai, {end}`"), "`jika tidak …: lanjut ke …`".to_owned()];
        found = found.with("hasil", lines.to_vec()).help(&EACH_OUTCOME);
    }
    // Where it goes back is known only when the sentence says so, once.
    let mut back = procedure.kalimat(id).handovers.iter().filter(|it| it.back);
    if let (Some(returned), None) = (back.next(), back.next()) {
        found.fix = outcomes(procedure, id, returned, places);
    }
    Some(found)
}

/// `jika penuh, permohonan ditolak`: behind the comma of a condition that does not speak of it, it is turned down.
fn is_rejected(text: &str, condition: Range<usize>) -> bool {
    let says = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.into_iter().any(|word| matches!(word, "ditolak" | "dibatalkan" | "gugur"))
    };
    let behind = text[condition.end..].strip_prefix(", ").unwrap_or_default();
    let behind = behind.split(['.', ';', ',']).next().unwrap_or_default();
    says(behind) && !says(&text[condition])
}

/// `Bila ditemukan barang terlarang kunjungan dibatalkan`: a sentence of its own that a condition begins, and that ends with
/// what becomes of the case, so that the row does not go on with it.
fn left(text: &str, condition: Range<usize>) -> Option<&str> {
    const LEAVES: [&str; 9] = [
        "ditolak",
        "dibatalkan",
        "gugur",
        "digugurkan",
        "dihentikan",
        "ditunda",
        "dirujuk",
        "dipulangkan",
        "ditangguhkan",
    ];
    // `Bila permohonan ditolak` is the case alone.
    const WORDS_OF_A_CASE: usize = 3;
    let before = text[..condition.start].trim_end();
    let begins = before.rsplit_once(' ').is_some_and(|(before, _)| before.trim_end().ends_with(['.', ';']));
    let behind = text[condition.end..].split(['.', ';']).next().unwrap_or_default();
    let word = behind.trim_start_matches(' ').split(' ').next().unwrap_or_default();
    let leaves = begins && !behind.contains(',') && LEAVES.contains(&word);
    (leaves && text[condition].split_whitespace().count() >= WORDS_OF_A_CASE).then_some(word)
}

/// `…, Staf memperbaiki konsep` behind a condition: another lane mends the work in that case, so that it goes back.
fn is_mended_by_another(procedure: &Procedure, id: KegiatanId, condition_end: usize) -> bool {
    const MENDS: [&str; 7] =
        ["memperbaiki", "melengkapi", "merevisi", "menyempurnakan", "mengulang", "mengulangi", "mengoreksi"];
    let sop = &procedure.sop;
    let behind = sop[id].uraian[condition_end..].trim_start_matches([',', ' ']);
    let behind = behind.strip_prefix("maka ").unwrap_or(behind);
    let acts = |at: usize| sop.simpul_dari(id).any(|(_, it)| it.oleh.iter().any(|lane| lane.index() == at));
    sop.pelaksana.iter().enumerate().filter(|(at, _)| !acts(*at)).any(|(_, lane)| {
        lane.names().any(|name| {
            let verb = begins_with(behind, name).then(|| behind[name.len()..].strip_prefix(' ')).flatten();
            verb.is_some_and(|verb| MENDS.contains(&verb.split([' ', ',']).next().unwrap_or_default()))
        })
    })
}

/// A finding on conditions, each with the text that it stands in.
fn of_conditions<'a>(
    place: Span,
    isi: &'static Text,
    conditions: impl Iterator<Item = (&'a str, &'a Condition)>,
) -> Diagnostic {
    let mut good = None;
    let mut all = Vec::new();
    let mut refuses = false;
    for (text, condition) in conditions {
        let words = without_target(&text[condition.range.clone()]);
        good = good.or((!condition.refuses).then_some(words));
        refuses |= condition.refuses;
        all.push(words.to_owned());
    }
    // Kinds of case: none of them goes back.
    let kinds: Vec<String> = all.iter().map(|words| format!("`jika {words}: lanjut ke …`")).collect();
    let found = Diagnostic::at(&RULE, place).with("isi", isi).with("syarat", all);
    match refuses || kinds.len() < 2 {
        true => found.with("contoh", good.unwrap_or("setuju").to_owned()),
        false => found.with("hasil", kinds).help(&EACH_OUTCOME),
    }
}

/// `Memeriksa berkas. Lengkap?`, `Memeriksa berkas (Ya/Tidak)`
fn question(procedure: &Procedure, id: KegiatanId) -> Option<Diagnostic> {
    let row = &procedure.sop[id];
    let both = || {
        let lower = row.uraian.to_ascii_lowercase();
        ["(ya/tidak)", "(y/t)"].iter().find_map(|both| Some((lower.find(both)?, both.len())))
    };
    let (range, good) = match row.uraian.find('?') {
        Some(end) => {
            let asked = &row.uraian[..end];
            let starts = [". ", "; ", ", "].iter().filter_map(|mark| Some(asked.rfind(mark)? + mark.len()));
            let start = starts.max().unwrap_or(0);
            let asked = asked[start..].trim();
            let good = asked.strip_prefix("Apakah ").or(asked.strip_prefix("apakah ")).unwrap_or(asked);
            (start..end + 1, in_a_sentence(good))
        }
        None => {
            let (start, length) = both()?;
            (start..start + length, "setuju".to_owned())
        }
    };
    leads_only_on(procedure, id).then(|| {
        Diagnostic::at(&RULE, row.letak(range.clone()))
            .with("isi", &ASKS)
            .with("syarat", row.uraian[range].trim_matches(['(', ')']))
            .with("contoh", good)
    })
}

/// `keterangan: Y: ke 3; T: ke 1`
fn outcomes_in_remark(procedure: &Procedure, id: KegiatanId) -> Option<Diagnostic> {
    let row = &procedure.sop[id];
    let (remark, place) = (row.keterangan.as_deref()?, row.keterangan_span?);
    let lines = outcomes_said(remark, row.nomor.angka)?;
    if !leads_only_on(procedure, id) {
        return None;
    }
    let answers = lines.iter().filter_map(|line| line.split([':', ',']).next()).map(str::to_owned);
    let said: Vec<String> = lines.iter().map(|line| format!("`{line}`")).collect();
    let found = Diagnostic::at(&RULE, place)
        .with("isi", &OUTCOMES)
        .with("syarat", answers.collect::<Vec<_>>())
        .with("hasil", said)
        .help(&EACH_OUTCOME);
    // A cell of a pasted table has no lines below it.
    let own_line =
        procedure.naskah.at(place).contains(':') && !procedure.naskah.at(place).starts_with(remark);
    Some(if own_line { found.fix(Fix::replace(&WRITE_OUTCOMES, place, lines.join("\n   "))) } else { found })
}

/// A sub-step or a remark with conditions.
fn beside(procedure: &Procedure, id: KegiatanId) -> Option<Diagnostic> {
    let texts = procedure.undecided_beside(id);
    let (first, last) = (texts.first()?, texts.last()?);
    // Of a row that it names by its number another rule speaks.
    if first.item.is_none() && !named_rows(procedure.text_beside(first)).is_empty() {
        return None;
    }
    let told = |it: &HandOver| procedure.drawn(id, it) == Drawn::NoReturn;
    if (first.item.is_none() && told_in_remark(procedure, id))
        || procedure.kalimat(id).handovers.iter().any(told)
    {
        return None;
    }
    let isi = if first.item.is_some() { &IN_SUB_STEPS } else { &IN_REMARK };
    let conditions = texts.iter().flat_map(|text| {
        text.kalimat.conditions.iter().map(|condition| (procedure.text_beside(text), condition))
    });
    Some(of_conditions(first.place.to(last.place), isi, conditions))
}
