//! `sop check`: say what is wrong with procedures.

use super::error::CliError;
use super::render::{Renderer, Source};
use super::screen::{Looks, Screen};
use super::settings::Finder;
use super::{Exit, fix, inputs, load, write};
use clap::builder::{PossibleValue, PossibleValuesParser};
use sop::diag::{Diagnostic, Severity};
use sop::register::{Day, Register};
use sop::report::count::Count;
use sop::report::{self, Format, Report};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct Args {
    pub(super) files: Vec<PathBuf>,
    #[arg(long, value_parser = formats(), default_value = HUMAN)]
    format: String,
    #[arg(long, short)]
    output: Option<PathBuf>,
    #[arg(long, value_parser = severities(), conflicts_with = "strict")]
    fail_on: Option<String>,
    #[arg(long)]
    strict: bool,
    #[arg(long, short)]
    quiet: bool,
    #[arg(long)]
    fix: bool,
    #[arg(long)]
    fix_unsafe: bool,
    #[arg(long, conflicts_with_all = ["format", "output"])]
    diff: bool,
    #[arg(long, value_parser = day, value_name = "TANGGAL")]
    per: Option<Day>,
}

/// Drawn here, because it is for a terminal; the others are the library's.
const HUMAN: &str = "human";
const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Advice];

fn formats() -> PossibleValuesParser {
    std::iter::once(HUMAN).chain(report::ALL.iter().map(|format| format.name)).collect::<Vec<_>>().into()
}

/// As `sop.toml` spells them; in English, too.
fn severities() -> PossibleValuesParser {
    let value = |severity: Severity| PossibleValue::new(severity.word().id).alias(severity.word().en);
    SEVERITIES.map(value).to_vec().into()
}

/// A day from the command line; the program has no clock of its own here, so that a run can be repeated.
pub(super) fn day(text: &str) -> Result<Day, String> {
    Day::read(text).ok_or_else(|| "2026-11-24 / \"24 November 2026\"".to_owned())
}

impl Args {
    fn fail_at(&self) -> Severity {
        let asked = self.fail_on.as_deref();
        let named = |severity: &Severity| [severity.word().id, severity.word().en].map(Some).contains(&asked);
        SEVERITIES.into_iter().find(named).unwrap_or(match self.strict {
            true => Severity::Warning,
            false => Severity::Error,
        })
    }
}

/// Where findings go, and how many there were.
struct Tally<'a> {
    screen: &'a mut Screen,
    out: Out,
    /// What is printed for people.
    least: Severity,
    count: Count,
    exit: Exit,
}

enum Out {
    /// To the terminal as they come, or kept for a file.
    Human { renderer: Box<Renderer>, kept: Option<String> },
    /// In one piece at the end.
    Machine { format: &'static Format, report: Report },
}

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let (lang, fail_at) = (screen.lang, args.fail_at());
    let out = match report::ALL.iter().find(|format| format.name == args.format) {
        Some(format) => Out::Machine { format, report: Report::new(lang, fail_at) },
        None => {
            let looks = if args.output.is_some() { Looks::OF_A_FILE } else { screen.out_looks };
            let renderer = Renderer::new(looks, lang);
            Out::Human { renderer: Box::new(renderer), kept: args.output.as_ref().map(|_| String::new()) }
        }
    };
    let least = if args.quiet { fail_at } else { Severity::Advice };
    let mut tally = Tally { screen, out, least, count: Count::default(), exit: Exit::Clean };
    let (paths, errors) = inputs::collect(&args.files);
    errors.iter().for_each(|error| tally.fail(error));
    if args.fix || args.fix_unsafe || args.diff {
        let mended = fix::all(&paths, args.fix_unsafe, args.diff, tally.screen);
        tally.exit = tally.exit.max(mended);
        if args.diff {
            return Ok(tally.exit);
        }
    }
    let mut finder = Finder::new();
    let mut register = Register::new();
    let mut registered = Vec::new();
    let mut checked = 0;
    for path in &paths {
        let loaded = load::load(path, &mut finder);
        for news in finder.news() {
            match news {
                Ok(file) => tally.add(&file.name, &file.text, &file.findings),
                Err(error) => tally.fail(&error),
            }
        }
        match loaded {
            Ok(loaded) => {
                checked += 1;
                tally.add(&loaded.name, &loaded.text, &loaded.compiled.diagnostics);
                if loaded.register(&mut register) {
                    registered.push(path);
                }
            }
            Err(error) => tally.fail(&error),
        }
    }
    for (at, found) in register.findings(args.per) {
        // The text was let go of when its file was done: so many would not fit.
        match load::text(registered[at]) {
            Ok(text) => tally.add_later(&register.entries()[at].name, &text, &found),
            Err(error) => tally.fail(&error),
        }
    }
    let Tally { screen, out, count, exit, .. } = tally;
    let summary = (!args.quiet && checked > 0).then(|| count.summary(checked, lang) + "\n");
    match out {
        Out::Machine { format, report } => {
            let text = (format.write)(&report);
            match &args.output {
                None => screen.print(text),
                Some(path) => {
                    save(path, &text)?;
                    screen.print(summary.unwrap_or_default());
                }
            }
        }
        Out::Human { kept, .. } => {
            let summary = summary.unwrap_or_default();
            if let (Some(path), Some(kept)) = (&args.output, kept) {
                save(path, &(kept + &summary))?;
            }
            screen.print(summary);
        }
    }
    Ok(if count.fails(fail_at) { exit.max(Exit::Findings) } else { exit })
}

fn save(path: &Path, text: &str) -> Result<(), CliError> {
    let folder = path.parent().unwrap_or(Path::new(""));
    write::all(folder, &[(path.to_owned(), text.as_bytes())])
}

impl Tally<'_> {
    fn add(&mut self, name: &str, text: &str, findings: &[Diagnostic]) {
        if let Out::Machine { report, .. } = &mut self.out {
            report.add(name, text, findings);
        }
        self.show(name, text, findings);
    }

    /// What shows only when all files are known.
    fn add_later(&mut self, name: &str, text: &str, findings: &[Diagnostic]) {
        if let Out::Machine { report, .. } = &mut self.out {
            report.add_later(name, text, findings);
        }
        self.show(name, text, findings);
    }

    fn show(&mut self, name: &str, text: &str, findings: &[Diagnostic]) {
        findings.iter().for_each(|finding| self.count.add(finding.severity));
        match &mut self.out {
            Out::Machine { .. } => {}
            Out::Human { .. } if findings.is_empty() => {}
            Out::Human { renderer, kept } => {
                let source = Source::new(name, text);
                for finding in findings.iter().filter(|finding| finding.severity >= self.least) {
                    let drawn = renderer.finding(finding, &source);
                    match kept {
                        Some(kept) => *kept += &drawn,
                        None => self.screen.print(drawn),
                    }
                }
            }
        }
    }

    fn fail(&mut self, error: &CliError) {
        self.exit = Exit::Failure;
        self.screen.error(error);
        if let Out::Machine { report, .. } = &mut self.out {
            let lang = self.screen.lang;
            report.add_failure(&error.subject(), error.message(lang), error.help(lang));
        }
    }
}
