//! Many procedures at once: the register of an office, and what shows only when several are known.
//!
//! Knows no file system: whoever reads the files gives each its name. Of every procedure a few short facts are kept,
//! never the procedure itself, so that ten thousand fit.

mod entry;
pub mod faults;
pub mod index;
mod links;
pub mod list;
mod near;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use entry::{Entry, Waktu};
#[cfg(feature = "xlsx")]
pub use xlsx::xlsx;

use crate::day::Day;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::suppress::{AMONG_ALL, Later, SILENCES_NOTHING};
use crate::text::Arg;
use entry::{among_others, judged};
use faults::{DUPLICATE_NUMBER, NEAR_DUPLICATE, NEAR_ROLE, REVIEW_DUE, UNKNOWN_ROLE};

/// What is kept of each procedure, in the order they were added.
#[derive(Debug, Default)]
pub struct Register {
    entries: Vec<Entry>,
    whole: bool,
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

    /// Entries that lack what is asked of them now: their own office does not ask for it, and another one does. They
    /// are to be replaced by whole ones before findings are asked for.
    pub fn wanting(&self, least: Severity) -> Vec<usize> {
        let asked = self.asked(among_others(), least);
        let wanting = self.entries.iter().enumerate().filter(|(_, entry)| asked && entry.alone);
        wanting.map(|(at, _)| at).collect()
    }

    /// Takes other facts of the same procedure in the place of those that it has.
    pub fn replace(&mut self, at: usize, entry: Entry) {
        self.entries[at] = entry;
    }

    /// Whether any office asks for findings of one of these rules.
    fn asked(&self, rules: impl Iterator<Item = &'static Rule> + Clone, least: Severity) -> bool {
        let asks =
            |entry: &Entry, rule: &Rule| entry.severity(rule).is_some_and(|severity| severity >= least);
        // Whether an exception silences anything shows only when its rule was looked for.
        let heeded =
            |entry: &Entry| self.is_whole() && !entry.later.is_empty() && asks(entry, &SILENCES_NOTHING);
        self.entries.iter().any(|entry| heeded(entry) || rules.clone().any(|rule| asks(entry, rule)))
    }

    /// Whether no other procedure of these offices can be missing; of one alone nobody asks what others there are.
    fn is_whole(&self) -> bool {
        self.whole && self.entries.len() > 1
    }

    /// What shows only now and weighs as much, by entry, each in order of place; on a given day also what is due.
    /// Exceptions and severities are heeded. With one procedure only, what others there are is not asked.
    pub fn findings(&self, on: Option<Day>, least: Severity) -> Vec<(usize, Vec<Diagnostic>)> {
        let whole = self.is_whole();
        let mut found: Vec<Sink> = self.entries.iter().map(|_| Sink::new()).collect();
        self.numbers(&mut found);
        if self.asked(faults::OF_LINKS.iter().copied(), least) {
            links::check(&self.entries, &mut found);
        }
        if self.asked([&NEAR_DUPLICATE].into_iter(), least) {
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
        let numbers = self.entries.iter().enumerate();
        let numbers = numbers.filter_map(|(at, entry)| Some((entry.number.as_deref()?, at)));
        let mut numbers: Vec<(&str, usize)> = numbers.collect();
        numbers.sort_unstable();
        for same in numbers.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1) {
            for (_, at) in same {
                let entry = &self.entries[*at];
                let others = same.iter().filter(|(_, other)| other != at);
                let others =
                    others.map(|(_, other)| self.entries[*other].called()).take(3).collect::<Vec<_>>();
                let number = entry.nomor.clone().unwrap_or_default();
                let finding = Diagnostic::at(&DUPLICATE_NUMBER, entry.places.nomor);
                found[*at].push(finding.with("nomor", number).with("lain", others));
            }
        }
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
