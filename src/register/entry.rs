//! What is kept of each procedure: what only other files bear out, and what the list shows.

use super::faults::{self, NEAR_DUPLICATE, OF_LINKS};
use super::{index, near};
use crate::analysis::Procedure;
use crate::analysis::time::work_in_words;
use crate::config::Config;
use crate::day::Day;
use crate::diag::{Diagnostic, Rule, Severity};
use crate::lint::suppress::{Later, SILENCES_NOTHING};
use crate::model::{Identitas, Isian, JenisPelaksana, Key, Sop, Tanggal, is_unfinished};
use crate::source::Span;
use crate::text::{Lang, folded, nearest};
use serde::{Deserialize, Serialize};

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
    /// Its number and the agency that gave it, as names are compared; `None` where figures of it are still to come.
    pub(super) number: Option<String>,
    /// When it was made, revised and came into force, where the dates are whole.
    pub(super) days: [Option<Day>; 3],
    /// Whether its links and rows were left out, because its office does not ask for what they show.
    pub(super) alone: bool,
    pub(super) links: Vec<Link>,
    pub(super) rows: Vec<u64>,
    pub(super) places: Places,
    /// Lanes that the office's register does not know, and the nearest that it does.
    pub(super) unknown_roles: Vec<(String, Option<String>, Span)>,
    #[serde(with = "index::exceptions")]
    pub(super) later: Vec<Later>,
    #[serde(with = "index::weights")]
    pub(super) weights: Vec<(&'static str, Option<Severity>)>,
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
pub(super) struct Link {
    pub text: String,
    pub place: Span,
    /// In `merujuk` of a row; otherwise in `keterkaitan`.
    pub row: bool,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Places {
    pub sop: Span,
    pub nomor: Span,
    pub keterkaitan: Option<Span>,
    /// Whether `keterkaitan` has an item a line, so that another can stand below.
    pub items: bool,
    pub date: Span,
}

/// The rules that hold the links and rows of a procedure against those of others.
pub(super) fn among_others() -> impl Iterator<Item = &'static Rule> + Clone {
    OF_LINKS.iter().copied().chain([&NEAR_DUPLICATE])
}

/// The codes of the rules that are judged here.
pub(super) fn judged() -> impl Iterator<Item = &'static str> {
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
        let id = &procedure.sop.identitas;
        let [pembuatan, revisi, efektif] =
            id.dates().map(|(_, date)| date.isi().map(|date| date.teks.to_string()));
        let official = [&id.disahkan_oleh, &id.nama_pejabat].into_iter().flatten();
        Entry {
            unit: id.unit.as_ref().or(id.instansi.last()).cloned().unwrap_or_default(),
            pembuatan,
            revisi,
            efektif,
            pejabat: official.map(String::as_str).collect::<Vec<_>>().join(", "),
            waktu: Waktu::of(procedure),
            findings: counts,
            ..Entry::unlisted(name, procedure, config, later)
        }
    }

    /// What is judged of them, without what only the list shows.
    pub fn unlisted(name: &str, procedure: &Procedure, config: &Config, later: &[Later]) -> Entry {
        Entry::judged(name, procedure, config, later, false)
    }

    /// The same, without what is judged only by findings that weigh less in its office. Another office may ask for more:
    /// see [`Register::wanting`].
    pub fn at_least(
        name: &str,
        procedure: &Procedure,
        config: &Config,
        later: &[Later],
        least: Severity,
    ) -> Entry {
        let asks = |rule: &Rule| config.asks(rule, least);
        let alone = !among_others().any(asks) && (later.is_empty() || !asks(&SILENCES_NOTHING));
        Entry::judged(name, procedure, config, later, alone)
    }

    fn judged(name: &str, procedure: &Procedure, config: &Config, later: &[Later], alone: bool) -> Entry {
        let id = &procedure.sop.identitas;
        let at = |key| id.span(key);
        let title = at(Key::Sop).unwrap_or_default();
        let known = config.aturan.iter();
        let weights = known.filter_map(|(code, severity)| {
            judged().find(|judged| *judged == code).map(|code| (code, *severity))
        });
        let related = at(Key::Keterkaitan);
        Entry {
            name: name.to_owned(),
            nomor: id.nomor.clone(),
            judul: id.sop.clone(),
            unit: String::new(),
            pembuatan: None,
            revisi: None,
            efektif: None,
            pejabat: String::new(),
            waktu: None,
            findings: [0; 3],
            number: number_of(id),
            days: id.dates().map(|(_, date)| whole_day(date)),
            alone,
            links: if alone { Vec::new() } else { links_of(&procedure.sop) },
            rows: if alone { Vec::new() } else { near::marks(&procedure.sop) },
            places: Places {
                sop: title,
                nomor: at(Key::Nomor).unwrap_or(title),
                keterkaitan: related,
                items: related.is_some_and(|list| !alone && procedure.naskah.at(list).contains("\n  - ")),
                date: at(Key::TanggalRevisi).or(at(Key::TanggalPembuatan)).unwrap_or(title),
            },
            unknown_roles: unknown_roles(procedure, config),
            later: later.to_vec(),
            weights: weights.collect(),
        }
    }
}

/// A date of the identity, where day, month and year are all there.
fn whole_day(date: &Isian<Tanggal>) -> Option<Day> {
    let (year, month, day) = date.isi()?.full()?;
    Day::of(year.into(), month.into(), day.into())
}

/// The number and the agency that gave it, as names are compared; neither holds the end of a line.
fn number_of(id: &Identitas) -> Option<String> {
    let number = id.nomor.as_ref().filter(|number| !is_unfinished(number))?;
    let agency = id.instansi.join(" ");
    Some([folded(number), folded(&agency)].join("\n"))
}

/// The other SOPs that one names.
fn links_of(sop: &Sop) -> Vec<Link> {
    let id = &sop.identitas;
    let related = id.butir(Key::Keterkaitan, &id.keterkaitan);
    let related = related.map(|(text, place)| Link { text: text.to_owned(), place, row: false });
    let rows = sop.kegiatan.iter().flat_map(|row| row.merujuk.iter().zip(&row.merujuk_span));
    related.chain(rows.map(|(text, place)| Link { text: text.clone(), place: *place, row: true })).collect()
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
    pub(super) fn minutes(&self) -> Option<[u64; 2]> {
        match self {
            Waktu::Stated(_) => None,
            Waktu::Counted { least, most, .. } => Some([least / 1000, most.div_ceil(1000)]),
        }
    }

    /// `2 hari kerja - 3 hari kerja 1 jam`
    pub(super) fn words(&self, lang: Lang) -> String {
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
    let names = || config.pelaksana.iter().flat_map(|role| role.short_names());
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

impl Entry {
    /// How messages about another file call it.
    pub(super) fn called(&self) -> String {
        format!("`{}` ({})", self.judul, self.name)
    }

    /// How much the findings of a rule weigh in its office; `None` where it is switched off.
    pub(super) fn severity(&self, rule: &Rule) -> Option<Severity> {
        let set = self.weights.iter().find(|(code, _)| *code == rule.code);
        set.map_or(Some(rule.severity), |(_, severity)| *severity)
    }
}
