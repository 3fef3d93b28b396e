//! Opinions on a procedure, numbered, each with a page. A lint reads facts and computes none.

pub mod follow_up;
mod names;
mod remedy;
pub mod rules;
pub mod suppress;
mod words;

use crate::analysis::Procedure;
use crate::analysis::sound::{Hasil, Langkah};
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink, Step};
use crate::model::{
    Butir, DokumenId, Identitas, Isian, Kegiatan, Key, MutuBaku, Setelah, SimpulId, Sop, Tanggal, Waktu,
};
use crate::source::Span;
use crate::text::Text;
use std::sync::LazyLock;

/// A rule and the function that finds it.
#[derive(Debug)]
pub struct Lint {
    /// The rule.
    pub rule: &'static Rule,
    /// Pushes a finding for every place where it applies.
    pub check: fn(&Procedure, &mut Sink),
}

/// Whose findings are asked for.
#[derive(Clone, Copy)]
pub enum Asked<'a> {
    /// All.
    All,
    /// Those of rules that weigh as much, where no office says what a rule weighs.
    AtLeast(Severity),
    /// Those of these rules.
    Of(&'a dyn Fn(&Rule) -> bool),
}

/// Runs the lints whose findings are asked for, and those that may explain such a finding away.
pub fn lint(procedure: &Procedure, asked: Asked<'_>, sink: &mut Sink) {
    let mut run = |lint: &Lint| (lint.check)(procedure, sink);
    match asked {
        Asked::All => rules::ALL.iter().for_each(run),
        Asked::AtLeast(least) => BY_LEAST[least as usize].iter().for_each(|lint| run(lint)),
        Asked::Of(asks) => {
            let concerned = CONCERNED.iter().filter(|(_, rules)| rules.iter().any(|rule| asks(rule)));
            concerned.for_each(|(lint, _)| run(lint));
        }
    }
}

/// Every lint, and the rules whose findings hang on it: its own, and those that one of its findings may explain away.
static CONCERNED: LazyLock<Vec<(&Lint, Vec<&Rule>)>> = LazyLock::new(|| {
    let rules = |lint: &Lint| std::iter::once(lint.rule).chain(follow_up::explained_by(lint.rule)).collect();
    rules::ALL.iter().map(|lint| (lint, rules(lint))).collect()
});

/// By severity: the lints on which the finding of a rule hangs that weighs as much.
static BY_LEAST: LazyLock<[Vec<&Lint>; 3]> = LazyLock::new(|| {
    [Severity::Advice, Severity::Warning, Severity::Error].map(|least| {
        let heavy = |rules: &[&Rule]| rules.iter().any(|rule| rule.severity >= least);
        CONCERNED.iter().filter(|(_, rules)| heavy(rules)).map(|(lint, _)| *lint).collect()
    })
});

/// Places of rows that follow each other and share a fault: one finding.
struct Group {
    first: SimpulId,
    /// `6`, or `3 (Kasi)` where only some places of the row are meant.
    names: Vec<String>,
}

fn groups(sop: &Sop, fault: impl Fn(SimpulId) -> bool) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let mut open = false;
    for row in &sop.kegiatan {
        let faulty: Vec<SimpulId> = row.simpul.clone().map(SimpulId).filter(|id| fault(*id)).collect();
        let Some(first) = faulty.first().copied() else {
            open = false;
            continue;
        };
        let nomor = row.nomor;
        let names: Vec<String> = if faulty.len() == row.simpul.len() {
            vec![nomor.to_string()]
        } else {
            faulty.iter().map(|id| format!("{nomor} ({})", sop.pelaku(*id).join(", "))).collect()
        };
        match found.last_mut().filter(|_| open) {
            Some(group) => group.names.extend(names),
            None => found.push(Group { first, names }),
        }
        open = true;
    }
    for group in &mut found {
        shorten(&mut group.names);
    }
    found
}

static PASSED_OVER: Text = Text { id: "dilewati", en: "passed over" };

/// A run, as a finding carries it.
fn steps(sop: &Sop, run: &[Langkah]) -> Vec<Step> {
    let step = |step: &Langkah| {
        let row = sop.kegiatan_dari(step.simpul);
        let label = match row.simpul.len() {
            1 => row.nomor.to_string(),
            _ => format!("{} {}", row.nomor, sop.pelaku(step.simpul).join(", ")),
        };
        let answer = match (step.hasil, &sop[step.simpul].setelah) {
            (Hasil::Dilewati, _) => Some((&PASSED_OVER).into()),
            (Hasil::Cabang(at), Setelah::Jika(cabang)) => Some(cabang[at].jawaban.teks().into()),
            _ => None,
        };
        Step { place: step.simpul.0, label, answer, span: step.span }
    };
    run.iter().map(step).collect()
}

/// Whether a folded name holds another one, word by word.
fn holds(name: &str, part: &str) -> bool {
    let mut rest = name;
    while rest.len() >= part.len() && !part.is_empty() {
        if rest.strip_prefix(part).is_some_and(|after| after.is_empty() || after.starts_with(' ')) {
            return true;
        }
        let Some((_, after)) = rest.split_once(' ') else { return false };
        rest = after;
    }
    false
}

/// Nobody reads forty numbers: the first few, and the last.
fn shorten(names: &mut Vec<String>) {
    const SHOWN: usize = 6;
    if names.len() > SHOWN {
        let last = names.pop();
        names.truncate(SHOWN - 2);
        names.push("…".to_owned());
        names.extend(last);
    }
}

static EVERY_ROW: Text = Text { id: "mana pun", en: "1 to the last" };

/// One finding for each row that leaves a column empty; one for the file when every row does. `tell` may know more of a row.
fn missing_column(
    procedure: &Procedure,
    rule: &'static Rule,
    key: Key,
    empty: impl Fn(&MutuBaku) -> bool,
    tell: fn(&Kegiatan, Diagnostic) -> Diagnostic,
    sink: &mut Sink,
) {
    let rows = &procedure.sop.kegiatan;
    let lacks = |mutu_baku: &MutuBaku| empty(mutu_baku) && !mutu_baku.tidak_ada.contains(&key);
    if let [first, _, ..] = rows.as_slice()
        && rows.iter().all(|row| lacks(&row.mutu_baku))
    {
        let told = tell(first, Diagnostic::at(rule, first.nomor_span).with("nomor", &EVERY_ROW));
        sink.push(Diagnostic { fix: None, ..told });
        return;
    }
    for row in rows.iter().filter(|row| lacks(&row.mutu_baku)) {
        sink.push(tell(row, Diagnostic::at(rule, row.nomor_span).with("nomor", row.nomor.to_string())));
    }
}

/// Where a row says that it needs a paper.
fn needed_at(row: &Kegiatan, paper: DokumenId) -> Span {
    named_at(row, &row.mutu_baku.kelengkapan, paper)
}

/// Where a row says that it makes a paper.
fn made_at(row: &Kegiatan, paper: DokumenId) -> Span {
    named_at(row, &row.mutu_baku.output, paper)
}

/// Where a list of a row names a paper; the number of the row where it does not.
fn named_at(row: &Kegiatan, list: &[Butir], paper: DokumenId) -> Span {
    list.iter().find(|butir| butir.dokumen == paper).map_or(row.nomor_span, |butir| butir.span)
}

/// A date with its text, where day, month and year are all there.
fn full_date(isian: &Isian<Tanggal>) -> Option<((u16, u8, u8), &str)> {
    let date = isian.isi()?;
    Some((date.full()?, date.teks.as_str()))
}

static WRITE_TOTAL: Text = Text { id: "tulis waktu yang terhitung", en: "write the time that was added up" };

/// `waktu total` as the rows have it, with the condition that was written.
fn rewritten_total(total: &Waktu, lama: &str, field: Span) -> Fix {
    let condition = total.syarat.as_ref().map(|words| format!(", {words}")).unwrap_or_default();
    Fix::replace(&WRITE_TOTAL, field, format!("{}: {lama}{condition}", Key::WaktuTotal.word()))
}

/// One finding that names every empty field among `keys`, at the name of the SOP.
fn missing_fields(procedure: &Procedure, rule: &'static Rule, keys: &[Key], sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let empty: Vec<Key> = keys.iter().copied().filter(|key| lacks(identitas, *key)).collect();
    let Some(first) = empty.first() else { return };
    let names: Vec<String> = empty.iter().map(|key| format!("`{}`", key.word())).collect();
    let at = identitas.span(Key::Sop).unwrap_or_default();
    sink.push(Diagnostic::at(rule, at).with("daftar", names).with("contoh", first.word()));
}

/// Whether a field of the identity block says nothing; `-` says that there is none.
fn lacks(identitas: &Identitas, key: Key) -> bool {
    let text = |field: &Option<String>| field.is_none();
    let empty = match key {
        Key::Sop => return identitas.sop.is_empty(),
        Key::Nomor => text(&identitas.nomor),
        Key::Instansi => identitas.instansi.is_empty(),
        Key::Unit => text(&identitas.unit),
        Key::Logo => text(&identitas.logo),
        Key::TanggalPembuatan => identitas.tanggal_pembuatan == Isian::Kosong,
        Key::TanggalRevisi => identitas.tanggal_revisi == Isian::Kosong,
        Key::TanggalEfektif => identitas.tanggal_efektif == Isian::Kosong,
        Key::DisahkanOleh => text(&identitas.disahkan_oleh),
        // A rank or a number without a name is a finding of its own.
        Key::NamaPejabat => {
            text(&identitas.nama_pejabat) && identitas.nip.is_none() && identitas.pangkat.is_none()
        }
        Key::Nip => text(&identitas.nip),
        Key::DasarHukum => identitas.dasar_hukum.is_empty(),
        Key::KualifikasiPelaksana => identitas.kualifikasi_pelaksana.is_empty(),
        Key::Keterkaitan => identitas.keterkaitan.is_empty(),
        Key::Peralatan => identitas.peralatan.is_empty(),
        Key::Peringatan => identitas.peringatan.is_empty(),
        Key::Pencatatan => identitas.pencatatan.is_empty(),
        _ => unreachable!("bug: no rule asks for `{}`", key.word()),
    };
    empty && !identitas.tidak_ada.contains(&key)
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn of_many_numbers_the_first_few_and_the_last_are_named() {
        let shown = |count: u32| {
            let mut names: Vec<String> = (1..=count).map(|number| number.to_string()).collect();
            shorten(&mut names);
            names.join(" ")
        };
        assert_eq!([shown(6), shown(7), shown(40)], ["1 2 3 4 5 6", "1 2 3 4 … 7", "1 2 3 4 … 40"]);
    }
}
