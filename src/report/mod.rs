//! Findings → text for other programs, one file a format, listed in [`ALL`].
//!
//! A [`Report`] gathers what was found, in the order of the run, in words and in lines and columns; a format only
//! writes it down. What could not be read is in every format, too: a report that forgets a file looks like success.

pub mod count;
pub mod json;

mod checkstyle;
mod concise;
mod github;
mod gitlab;
mod jsonl;
mod junit;
mod markdown;
mod rdjson;
mod sarif;
mod xml;

use crate::diag::{Diagnostic, Rule, Severity};
use crate::fnv::{START, fnv};
use crate::rules;
use crate::source::{LineIndex, Span};
use crate::text::{Lang, Text, is_hidden};
use count::Count;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One way of writing a report.
#[derive(Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// Who reads it.
    pub about: Text,
    /// The whole report as text, with a line end at its end unless it is empty.
    pub write: fn(&Report) -> String,
}

/// Every format, in the order that `sop check --help` lists them.
pub static ALL: &[Format] = &[
    concise::FORMAT,
    json::FORMAT,
    jsonl::FORMAT,
    sarif::FORMAT,
    github::FORMAT,
    gitlab::FORMAT,
    junit::FORMAT,
    rdjson::FORMAT,
    checkstyle::FORMAT,
    markdown::FORMAT,
];

/// A report under way: findings of any number of files, in the order they are added.
#[derive(Debug)]
pub struct Report {
    lang: Lang,
    /// From here on a finding fails the check.
    fail_at: Severity,
    files: Vec<File>,
    failures: Vec<Failure>,
    /// How often the same finding was seen in the same file, by fingerprint.
    seen: BTreeMap<u64, u64>,
    /// Where each file stands in `files`, once that is asked.
    places: BTreeMap<String, usize>,
}

/// What was found in a file, in words and in lines and columns. Made of each file by itself, so that files can be read
/// side by side, and kept for another day.
#[derive(Debug, Serialize, Deserialize)]
pub struct File {
    name: String,
    findings: Vec<Finding>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Finding {
    #[serde(with = "rule")]
    rule: &'static Rule,
    severity: Severity,
    place: Place,
    message: String,
    help: Option<String>,
    related: Vec<(Place, String)>,
    fix: Option<Remedy>,
    run: Vec<Step>,
    /// The same for the same finding in the next run, wherever its line has moved; in a report, of its own.
    fingerprint: u64,
}

/// A step of the run that shows a finding.
#[derive(Debug, Serialize, Deserialize)]
struct Step {
    row: String,
    answer: Option<String>,
    place: Place,
}

#[derive(Debug, Serialize, Deserialize)]
struct Remedy {
    title: String,
    safe: bool,
    edits: Vec<(Place, String)>,
}

/// Something outside the texts that went wrong: a file that could not be read.
#[derive(Debug)]
struct Failure {
    file: String,
    message: String,
    help: Option<String>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Place {
    start: Point,
    /// One past the last character.
    end: Point,
}

/// All from 1.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Point {
    line: usize,
    /// In characters.
    column: usize,
    /// In bytes of UTF-8.
    byte_column: usize,
}

impl File {
    /// Whether this is no procedure, but the settings of a folder.
    fn is_settings(&self) -> bool {
        std::path::Path::new(&self.name).extension().is_some_and(|ending| ending == "toml")
    }

    /// What was found in a file, which may be nothing; `text` is what the findings' spans point into.
    pub fn new(lang: Lang, name: &str, text: &str, findings: &[Diagnostic]) -> File {
        let index = LineIndex::new(text);
        let place = |span: Span| Place {
            start: point(text, &index, span.start as usize),
            end: point(text, &index, span.end as usize),
        };
        let finding = |finding: &Diagnostic| Finding {
            rule: finding.rule,
            severity: finding.severity,
            place: place(finding.primary),
            message: plain(&finding.message(lang)),
            help: finding.help_text(lang).map(|help| plain(&help)),
            related: finding
                .related
                .iter()
                .map(|(at, text)| (place(*at), text.pattern(lang).to_owned()))
                .collect(),
            fix: finding.fix.as_ref().map(|fix| Remedy {
                title: fix.title.fill(lang, &finding.args),
                safe: fix.safe,
                edits: fix.edits.iter().map(|(span, new)| (place(*span), new.clone())).collect(),
            }),
            run: finding
                .run
                .iter()
                .map(|step| Step {
                    row: step.label.clone(),
                    answer: step.answer.as_ref().map(|answer| plain(&answer.words(lang))),
                    place: place(step.span),
                })
                .collect(),
            fingerprint: fingerprint(name, finding),
        };
        File { name: name.to_owned(), findings: findings.iter().map(finding).collect() }
    }
}

impl Report {
    /// An empty one, in a language; findings of `fail_at` and worse fail the check.
    pub fn new(lang: Lang, fail_at: Severity) -> Report {
        Report {
            lang,
            fail_at,
            files: Vec::new(),
            failures: Vec::new(),
            seen: BTreeMap::new(),
            places: BTreeMap::new(),
        }
    }

    /// Adds a file that was checked, also one without findings.
    pub fn add(&mut self, file: File) {
        self.places.clear();
        let file = self.told_apart(file);
        self.files.push(file);
    }

    /// Adds findings of a file that was added before: those that show only when many files are known.
    pub fn add_later(&mut self, late: File) {
        let late = self.told_apart(late);
        if self.places.is_empty() {
            let names = self.files.iter().map(|file| file.name.clone());
            names.zip(0..).for_each(|(name, at)| {
                self.places.entry(name).or_insert(at);
            });
        }
        match self.places.get(&late.name) {
            Some(at) => self.files[*at].findings.extend(late.findings),
            None => {
                self.places.insert(late.name.clone(), self.files.len());
                self.files.push(late);
            }
        }
    }

    /// The same finding in the same file once more gets a fingerprint of its own.
    fn told_apart(&mut self, mut file: File) -> File {
        for finding in &mut file.findings {
            let times = self.seen.entry(finding.fingerprint).or_default();
            *times += 1;
            if *times > 1 {
                finding.fingerprint = field(finding.fingerprint, &times.to_le_bytes());
            }
        }
        file
    }

    /// Adds a file that could not be read, and why.
    pub fn add_failure(&mut self, file: &str, message: String, help: Option<String>) {
        self.failures.push(Failure { file: file.to_owned(), message, help });
    }

    fn findings(&self) -> impl Iterator<Item = (&File, &Finding)> {
        self.files.iter().flat_map(|file| file.findings.iter().map(move |finding| (file, finding)))
    }

    fn count(&self) -> Count {
        let mut count = Count::default();
        self.findings().for_each(|(_, finding)| count.add(finding.severity));
        count
    }
}

impl Finding {
    /// Message and remedy, a line each.
    fn words(&self) -> String {
        with_help(&self.message, self.help.as_deref())
    }
}

impl Failure {
    fn words(&self) -> String {
        with_help(&self.message, self.help.as_deref())
    }
}

/// Names from a document may hold what a terminal obeys.
fn plain(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

fn with_help(message: &str, help: Option<&str>) -> String {
    match help {
        Some(help) => format!("{message}\n{help}"),
        None => message.to_owned(),
    }
}

/// What a file that could not be read is called where a format asks for the name of a rule.
const UNREADABLE: &str = "unreadable-file";

fn point(text: &str, index: &LineIndex, byte: usize) -> Point {
    let byte = byte.min(text.len());
    let at = index.line_column(text, byte);
    Point { line: at.line, column: at.column, byte_column: byte - index.start_of(at.line - 1) + 1 }
}

/// FNV-1a over file, rule and message in Indonesian, so that it is the same in either language.
fn fingerprint(file: &str, finding: &Diagnostic) -> u64 {
    let fields = [file, finding.rule.code, &finding.message(Lang::Id)];
    fields.iter().fold(START, |hash, text| field(hash, text.as_bytes()))
}

/// A field of its own: `ab` and `c` are not `a` and `bc`.
fn field(hash: u64, bytes: &[u8]) -> u64 {
    fnv(fnv(hash, bytes), &[0xff])
}

/// A rule as its code.
mod rule {
    use super::{Rule, rules};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(rule: &Rule, to: S) -> Result<S::Ok, S::Error> {
        rule.code.serialize(to)
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<&'static Rule, D::Error> {
        let code = String::deserialize(from)?;
        rules::of(&code).ok_or_else(|| D::Error::custom(format_args!("no rule {code}")))
    }
}
