//! `SOP308` mixed-days: `hari` and `hari kerja` in one file.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Durasi, Key, Satuan, Sop};
use crate::page;
use crate::source::Span;
use crate::syntax::time_said;
use crate::text::Text;
use std::borrow::Cow;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP308",
    name: "mixed-days",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "`hari` dan `hari kerja` dipakai dalam satu naskah; pembaca tidak tahu apakah `hari` termasuk hari libur",
        en: "`hari` and `hari kerja` stand in one text; a reader cannot tell whether `hari` counts days off",
    },
    help: Some(Text {
        id: "tulis `hari kerja` bila hari libur tidak dihitung, `hari kalender` bila dihitung",
        en: "write `hari kerja` if days off are not counted, `hari kalender` if they are",
    }),
    basis: Some("R76"),
    page: page!("SOP308"),
};

static WORKING: Text = Text { id: "di sini `hari kerja`", en: "`hari kerja` here" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let times = times(&procedure.sop);
    let meant = meant(&procedure.sop);
    let first = |unit: Satuan| {
        let with = times.iter().filter(|(_, durasi)| has(durasi, unit)).map(|(span, _)| *span);
        // `3 HK`, which is told by itself, says the same; `2 hri` is a slip, and no more.
        let meant = meant.iter().filter(|_| unit == Satuan::HariKerja);
        with.chain(meant.copied()).min()
    };
    if let (Some(days), Some(working)) = (first(Satuan::Hari), first(Satuan::HariKerja)) {
        let mut found = Diagnostic::at(&RULE, days).related(working, &WORKING);
        found.fix = Some(spelt_out(&procedure.sop)).filter(|fix| !fix.edits.is_empty());
        sink.push(found);
    }
}

/// Where the rows have times that cannot be read, and mean days of work.
fn meant(sop: &Sop) -> Vec<Span> {
    let lines = sop.kegiatan.iter().flat_map(|row| &row.mutu_baku.waktu);
    let unread = lines.filter(|time| time.waktu.durasi.is_none());
    let working = |teks: &str| time_said(teks).is_some_and(|time| time.contains(" hari kerja"));
    unread.filter(|time| working(&time.waktu.teks)).map(|time| time.span).collect()
}

fn has(durasi: &Durasi, unit: Satuan) -> bool {
    durasi.suku.iter().any(|suku| suku.satuan == unit)
}

/// The times of the rows with `hari kerja` for `hari`; only there is the text known to the letter.
fn spelt_out(sop: &Sop) -> Fix {
    let lines = sop.kegiatan.iter().flat_map(|row| &row.mutu_baku.waktu);
    let in_days =
        lines.filter(|time| time.waktu.durasi.as_ref().is_none_or(|durasi| has(durasi, Satuan::Hari)));
    let edits = in_days.filter_map(|time| {
        let teks = match &time.waktu.durasi {
            Some(_) => time.waktu.teks.to_string(),
            None => time_said(&time.waktu.teks).unwrap_or_else(|| time.waktu.teks.to_string()),
        };
        let mut spelt = Cow::from(teks.as_str());
        let mut end = spelt.len();
        let mut next = "";
        // From the last word on, so that what is put in moves none that is still to come.
        for word in teks.rsplit(' ') {
            let qualified = || {
                let next = next.to_lowercase();
                next.starts_with("kerja") || next.starts_with("kalender")
            };
            // `1 hari/bulan`
            let unit = word.split('/').next().unwrap_or_default();
            let alone = unit.len() < word.len() || !qualified();
            if unit.eq_ignore_ascii_case("hari") && alone {
                spelt.to_mut().insert_str(end - (word.len() - unit.len()), " kerja");
            }
            end = end.saturating_sub(word.len() + 1);
            next = word;
        }
        matches!(spelt, Cow::Owned(_)).then(|| (time.teks_span, spelt.into_owned()))
    });
    Fix { title: &SPELL_OUT, edits: edits.collect(), safe: false }
}

static SPELL_OUT: Text =
    Text { id: "tulis `hari kerja` di semua kegiatan", en: "write `hari kerja` in all rows" };

fn times(sop: &Sop) -> Vec<(Span, &Durasi)> {
    let total = sop
        .identitas
        .waktu_total
        .iter()
        .filter_map(|total| Some((sop.identitas.span(Key::WaktuTotal)?, total.durasi.as_ref()?)));
    let lines = sop.kegiatan.iter().flat_map(|row| &row.mutu_baku.waktu);
    let rows = lines.filter_map(|time| Some((time.span, time.waktu.durasi.as_ref()?)));
    let limits = sop.batas.iter().map(|batas| (batas.span, &batas.durasi));
    total.chain(rows).chain(limits).collect()
}
