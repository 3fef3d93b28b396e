//! Many procedures at once: the register of an office, and what shows only when several are known.
//!
//! Knows no file system: whoever reads the files gives each its name. Of every procedure a few short facts are kept,
//! never the procedure itself, so that ten thousand fit.

mod day;
pub mod faults;
pub mod index;
mod links;
pub mod list;
mod near;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use day::Day;
#[cfg(feature = "xlsx")]
pub use xlsx::xlsx;

use crate::analysis::Procedure;
use crate::analysis::time::work_in_words;
use crate::config::Config;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::suppress::{AMONG_ALL, Later, SILENCES_NOTHING};
use crate::model::{JenisPelaksana, Key, is_unfinished};
use crate::source::Span;
use crate::text::{Arg, Lang, fold, nearest};
use faults::{DUPLICATE_NUMBER, NEAR_DUPLICATE, NEAR_ROLE, REVIEW_DUE, UNKNOWN_ROLE};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is kept of each procedure, in the order they were added.
#[derive(Debug, Default)]
pub struct Register {
    entries: Vec<Entry>,
    whole: bool,
}

/// The facts of one procedure.
#[derive(Debug, Serialize, Deserialize)]
pub struct Entry {
    /// As the caller calls the file.
    pub name: String,
    /// Nomor SOP.
    pub nomor: Option<String>,
    /// Nama SOP.
    pub judul: String,
    /// The lowest level that is named: the unit, else the last of the agency.
    pub unit: String,
    /// Dates as typed.
    pub pembuatan: Option<String>,
    /// Dates as typed.
    pub revisi: Option<String>,
    /// Dates as typed.
    pub efektif: Option<String>,
    /// Who approves: office, and name where there is one.
    pub pejabat: String,
    /// `None` where no row says how long.
    pub waktu: Option<Waktu>,
    /// How many findings of each severity: errors, warnings, advice.
    pub findings: [usize; 3],
    instansi: String,
    /// When it was made, revised and came into force, where the dates are whole.
    days: [Option<Day>; 3],
    links: Vec<Link>,
    rows: Vec<u64>,
    places: Places,
    /// Lanes that the office's register does not know, and the nearest that it does.
    unknown_roles: Vec<(String, Option<String>, Span)>,
    #[serde(with = "index::exceptions")]
    later: Vec<Later>,
    #[serde(with = "index::weights")]
    weights: Vec<(&'static str, Option<Severity>)>,
}

/// How long a procedure takes.
#[derive(Debug, Serialize, Deserialize)]
pub enum Waktu {
    /// `waktu total` as typed.
    Stated(String),
    /// The shortest and the longest run without going back, in thousandths of a minute of work, and the minutes of a
    /// day of work.
    Counted {
        /// The shortest.
        least: u64,
        /// The longest.
        most: u64,
        /// A day.
        day: u32,
    },
}

/// Another SOP that one names.
#[derive(Debug, Serialize, Deserialize)]
struct Link {
    text: String,
    place: Span,
    /// In `merujuk` of a row; otherwise in `keterkaitan`.
    row: bool,
}

#[derive(Debug, Serialize, Deserialize)]
struct Places {
    sop: Span,
    nomor: Span,
    keterkaitan: Option<Span>,
    /// Whether `keterkaitan` has an item a line, so that another can stand below.
    items: bool,
    date: Span,
}

/// The codes of the rules that are judged here.
fn judged() -> impl Iterator<Item = &'static str> {
    let here = faults::ALL.iter().map(|rule| rule.code);
    here.chain([SILENCES_NOTHING.code])
}

impl Entry {
    /// The facts of a procedure. `findings` are counted only; `later` are its exceptions for the rules on many files.
    pub fn of(
        name: &str,
        procedure: &Procedure,
        findings: &[Diagnostic],
        config: &Config,
        later: &[Later],
    ) -> Entry {
        let mut counts = [0; 3];
        for finding in findings {
            counts[Severity::Error as usize - finding.severity as usize] += 1;
        }
        let judged = Entry::unlisted(name, procedure, config, later);
        Entry { waktu: Waktu::of(procedure), findings: counts, ..judged }
    }

    /// What is judged of them, without what only the list shows: how long it takes, and how much was found.
    pub fn unlisted(name: &str, procedure: &Procedure, config: &Config, later: &[Later]) -> Entry {
        let (sop, id) = (&procedure.sop, &procedure.sop.identitas);
        let at = |key| id.span(key);
        let title = at(Key::Sop).unwrap_or_default();
        let [pembuatan, revisi, efektif] =
            id.dates().map(|(_, date)| date.isi().map(|date| date.teks.to_string()));
        let related = id.butir(Key::Keterkaitan, &id.keterkaitan);
        let related = related.map(|(text, place)| Link { text: text.to_owned(), place, row: false });
        let rows = sop.kegiatan.iter().flat_map(|row| row.merujuk.iter().zip(&row.merujuk_span));
        let rows = rows.map(|(text, place)| Link { text: text.clone(), place: *place, row: true });
        let official = [&id.disahkan_oleh, &id.nama_pejabat].into_iter().flatten();
        let mut room = Vec::new();
        let known = config.aturan.iter();
        let weights = known.filter_map(|(code, severity)| {
            judged().find(|judged| *judged == code).map(|code| (code, *severity))
        });
        Entry {
            name: name.to_owned(),
            nomor: id.nomor.clone(),
            judul: id.sop.clone(),
            unit: id.unit.as_ref().or(id.instansi.last()).cloned().unwrap_or_default(),
            pembuatan,
            revisi,
            efektif,
            pejabat: official.map(String::as_str).collect::<Vec<_>>().join(", "),
            waktu: None,
            findings: [0; 3],
            instansi: fold(&id.instansi.join(" ")),
            days: id.dates().map(|(_, date)| Day::of(date)),
            links: related.chain(rows).collect(),
            rows: sop.kegiatan.iter().map(|row| near::mark(&row.uraian, &mut room)).collect(),
            places: Places {
                sop: title,
                nomor: at(Key::Nomor).unwrap_or(title),
                keterkaitan: at(Key::Keterkaitan),
                items: at(Key::Keterkaitan).is_some_and(|list| procedure.naskah.at(list).contains("\n  - ")),
                date: at(Key::TanggalRevisi).or(at(Key::TanggalPembuatan)).unwrap_or(title),
            },
            unknown_roles: unknown_roles(procedure, config),
            later: later.to_vec(),
            weights: weights.collect(),
        }
    }
}

impl Waktu {
    /// `waktu total`, else the shortest and the longest run; nothing where no row says how long.
    fn of(procedure: &Procedure) -> Option<Waktu> {
        let time = procedure.time();
        if let Some(stated) = &procedure.sop.identitas.waktu_total {
            return Some(Waktu::Stated(stated.teks.to_string()));
        }
        if time.unmeasured.len() == procedure.sop.kegiatan.len() {
            return None;
        }
        let (least, most) = (time.shortest.as_ref()?.minutes, time.longest.as_ref()?.minutes);
        Some(Waktu::Counted { least, most, day: time.kalender().menit_per_hari_kerja })
    }

    /// Minutes of work, rounded down and up to whole ones; `None` where the total is as typed.
    fn minutes(&self) -> Option<[u64; 2]> {
        match self {
            Waktu::Stated(_) => None,
            Waktu::Counted { least, most, .. } => Some([least / 1000, most.div_ceil(1000)]),
        }
    }

    /// `2 hari kerja - 3 hari kerja 1 jam`
    fn words(&self, lang: Lang) -> String {
        match self {
            Waktu::Stated(typed) => typed.clone(),
            Waktu::Counted { least, most, day } => {
                let [least, most] = [least, most].map(|minutes| work_in_words(*minutes, *day, lang));
                if least == most { least } else { least + " - " + &most }
            }
        }
    }
}

fn unknown_roles(procedure: &Procedure, config: &Config) -> Vec<(String, Option<String>, Span)> {
    let names =
        || config.pelaksana.iter().flat_map(|role| std::iter::once(&role.pendek).chain(&role.nama_lain));
    if config.pelaksana.is_empty() {
        return Vec::new();
    }
    let own = procedure.sop.pelaksana.iter().filter(|lane| lane.jenis == JenisPelaksana::Dalam);
    own.filter_map(|lane| {
        let unknown = config.pelaksana.named(&lane.pendek).is_none();
        let near = || nearest(&lane.pendek, names().map(String::as_str)).map(str::to_owned);
        lane.span.filter(|_| unknown).map(|span| (lane.pendek.clone(), near(), span))
    })
    .collect()
}

impl Register {
    /// An empty one.
    pub fn new() -> Register {
        Register::default()
    }

    /// Says whether no procedure of these offices is missing here. Only then is an exception that silences nothing a
    /// finding: otherwise it may be meant for a file that was not checked this time.
    pub fn whole(self, whole: bool) -> Register {
        Register { whole, ..self }
    }

    /// Takes the facts of a procedure.
    pub fn add(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// The facts, in the order they were added.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What shows only now and weighs as much, by entry, each in order of place; on a given day also what is due.
    /// Exceptions and severities are heeded. With one procedure only, what others there are is not asked.
    pub fn findings(&self, on: Option<Day>, least: Severity) -> Vec<(usize, Vec<Diagnostic>)> {
        let whole = self.whole && self.entries.len() > 1;
        let asks =
            |entry: &Entry, rule: &Rule| entry.severity(rule).is_some_and(|severity| severity >= least);
        // Whether an exception silences anything shows only when its rule was looked for.
        let heeded = |entry: &Entry| whole && !entry.later.is_empty() && asks(entry, &SILENCES_NOTHING);
        let asked = |rules: &[&Rule]| {
            let mut entries = self.entries.iter();
            entries.any(|entry| heeded(entry) || rules.iter().any(|rule| asks(entry, rule)))
        };
        let mut found: Vec<Sink> = self.entries.iter().map(|_| Sink::new()).collect();
        self.numbers(&mut found);
        if asked(links::JUDGED) {
            links::check(&self.entries, &mut found);
        }
        if asked(&[&NEAR_DUPLICATE]) {
            near::check(&self.entries, &mut found);
        }
        for (entry, sink) in self.entries.iter().zip(&mut found) {
            for (name, near, place) in &entry.unknown_roles {
                let finding = Diagnostic::at(&UNKNOWN_ROLE, *place).with("nama", name.as_str());
                sink.push(match near {
                    Some(near) => finding.with("dekat", near.as_str()).help(&NEAR_ROLE),
                    None => finding,
                });
            }
            if let (Some(last), Some(today)) = (entry.days.into_iter().flatten().max(), on)
                && last.in_a_year() < today
            {
                let finding = Diagnostic::at(&REVIEW_DUE, entry.places.date);
                sink.push(
                    finding
                        .with("terakhir", Arg::both(|lang| last.words(lang)))
                        .with("hari", Arg::both(|lang| today.words(lang))),
                );
            }
        }
        let kept = self.entries.iter().zip(found).map(|(entry, sink)| {
            let mut found = weighed(entry, sink.into_sorted(), whole);
            found.retain(|finding| finding.severity >= least);
            found
        });
        kept.enumerate().filter(|(_, found)| !found.is_empty()).collect()
    }

    /// The same number on two sheets of one agency.
    fn numbers(&self, found: &mut [Sink]) {
        let mut by_number: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if let Some(number) = entry.nomor.as_ref().filter(|number| !is_unfinished(number)) {
                by_number.entry((&entry.instansi, fold(number))).or_default().push(at);
            }
        }
        for same in by_number.values().filter(|same| same.len() > 1) {
            for at in same {
                let entry = &self.entries[*at];
                let others = same.iter().filter(|other| *other != at);
                let others = others.map(|other| self.entries[*other].called()).take(3).collect::<Vec<_>>();
                let number = entry.nomor.clone().unwrap_or_default();
                let finding = Diagnostic::at(&DUPLICATE_NUMBER, entry.places.nomor);
                found[*at].push(finding.with("nomor", number).with("lain", others));
            }
        }
    }
}

impl Entry {
    /// How messages about another file call it.
    fn called(&self) -> String {
        format!("`{}` ({})", self.judul, self.name)
    }

    /// How much the findings of a rule weigh in its office; `None` where it is switched off.
    fn severity(&self, rule: &Rule) -> Option<Severity> {
        let set = self.weights.iter().find(|(code, _)| *code == rule.code);
        set.map_or(Some(rule.severity), |(_, severity)| *severity)
    }
}

/// Exceptions of the file, then severities of its office. In a whole register exceptions that silence nothing
/// are findings, but for what comes due: its day will come.
fn weighed(entry: &Entry, found: Vec<Diagnostic>, whole: bool) -> Vec<Diagnostic> {
    let mut silent: Vec<&Later> =
        entry.later.iter().filter(|later| whole && later.code != REVIEW_DUE.code).collect();
    let mut left = Sink::new();
    for finding in found {
        let at = finding.primary.start;
        let silences = |later: &Later| {
            later.code == finding.rule.code && (later.scope.start..=later.scope.end).contains(&at)
        };
        silent.retain(|later| !silences(later));
        if !entry.later.iter().any(silences) {
            left.push(finding);
        }
    }
    for later in silent {
        let finding = Diagnostic::at(&SILENCES_NOTHING, later.place).with("kode", later.code);
        left.push(finding.help(&AMONG_ALL));
    }
    let mut left = left.into_sorted();
    left.retain_mut(|finding| match entry.severity(finding.rule) {
        Some(severity) => {
            finding.severity = severity;
            true
        }
        None => false,
    });
    left
}
