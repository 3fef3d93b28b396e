//! What a check says: findings go out as they come, or in one piece at the end, and are counted for the exit status.

use super::Exit;
use super::error::CliError;
use super::looks::Looks;
use super::offers::{Offers, Tells};
use super::render::{Renderer, Source};
use super::screen::Screen;
use super::usage::day;
use super::write;
use clap::builder::{PossibleValue, PossibleValuesParser};
use serde::{Deserialize, Serialize};
use sop::day::Day;
use sop::diag::{Diagnostic, Severity};
use sop::report::count::Count;
use sop::report::{self, Format, Report};
use sop::text::Lang;
use std::path::{Path, PathBuf};

/// How findings are said.
#[derive(clap::Args, Debug)]
#[group(skip)]
pub(super) struct Args {
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
    #[arg(long, value_parser = day)]
    pub(super) per: Option<Day>,
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
pub(super) struct Tally<'a> {
    pub(super) screen: &'a mut Screen,
    args: &'a Args,
    out: Out,
    pub(super) count: Count,
    /// The worst so far, apart from what was found.
    pub(super) exit: Exit,
    offers: Offers,
    tells: Tells,
}

enum Out {
    /// To the terminal as they come, or kept for a file.
    Human { kept: Option<String> },
    /// In one piece at the end.
    Machine { format: &'static Format, report: Report },
}

/// The findings of a file, made ready to be said beside those of other files.
#[derive(Serialize, Deserialize)]
pub(super) struct Ready {
    count: Count,
    offers: Offers,
    said: Said,
}

#[derive(Serialize, Deserialize)]
enum Said {
    /// For people.
    Drawn(String),
    /// For programs.
    Reported(report::File),
}

/// Makes findings ready; knows nothing of what was said before.
pub(super) struct Drawer {
    /// `None` where programs read.
    renderer: Option<Renderer>,
    lang: Lang,
    /// What weighs less is not said.
    pub(super) least: Severity,
}

impl Drawer {
    /// Whether the text is needed to say what was found in it.
    pub(super) fn quotes(&self, findings: &[Diagnostic]) -> bool {
        findings.iter().any(|finding| finding.severity >= self.least)
    }

    /// The findings of a file.
    pub(super) fn ready(&self, name: &str, text: &str, mut findings: Vec<Diagnostic>) -> Ready {
        let mut count = Count::default();
        findings.iter().for_each(|finding| count.add(finding.severity));
        findings.retain(|finding| finding.severity >= self.least);
        let offers = Offers::of(&findings);
        let said = match &self.renderer {
            None => Said::Reported(report::File::new(self.lang, name, text, &findings)),
            Some(_) if findings.is_empty() => Said::Drawn(String::new()),
            Some(renderer) => Said::Drawn(renderer.findings(&findings, &Source::new(name, text))),
        };
        Ready { count, offers, said }
    }
}

impl<'a> Tally<'a> {
    pub(super) fn new(args: &'a Args, tells: Tells, screen: &'a mut Screen) -> Tally<'a> {
        let out = match report::ALL.iter().find(|format| format.name == args.format) {
            Some(format) => Out::Machine { format, report: Report::new(screen.lang, args.fail_at()) },
            None => Out::Human { kept: write::named(&args.output).map(|_| String::new()) },
        };
        let (count, offers) = (Count::default(), Offers::default());
        Tally { screen, args, out, count, exit: Exit::Clean, offers, tells }
    }

    pub(super) fn drawer(&self) -> Drawer {
        let to_a_file = write::named(&self.args.output).is_some();
        let looks = if to_a_file { Looks::OF_A_FILE } else { self.screen.out_looks };
        Drawer {
            renderer: match &self.out {
                Out::Human { .. } => Some(Renderer::new(looks, self.screen.lang)),
                Out::Machine { .. } => None,
            },
            lang: self.screen.lang,
            least: if self.args.quiet { self.args.fail_at() } else { Severity::Advice },
        }
    }

    /// Says what was found in a file.
    pub(super) fn add(&mut self, ready: Ready) {
        self.said(ready, Report::add);
    }

    /// Says what shows only when all files are known.
    pub(super) fn add_later(&mut self, ready: Ready) {
        self.said(ready, Report::add_later);
    }

    fn said(&mut self, Ready { count, offers, said }: Ready, add: fn(&mut Report, report::File)) {
        self.count.join(count);
        self.offers.join(offers);
        match (&mut self.out, said) {
            (Out::Machine { report, .. }, Said::Reported(file)) => add(report, file),
            (Out::Human { kept: Some(kept) }, Said::Drawn(drawn)) => *kept += &drawn,
            (Out::Human { kept: None }, Said::Drawn(drawn)) => self.screen.print(drawn),
            (Out::Machine { .. }, Said::Drawn(_)) | (Out::Human { .. }, Said::Reported(_)) => {
                unreachable!("bug: made ready for somebody else")
            }
        }
    }

    /// Says what could not be done.
    pub(super) fn fail(&mut self, error: &CliError) {
        self.exit = self.exit.max(error.exit());
        self.screen.error(error);
        if let Out::Machine { report, .. } = &mut self.out {
            let lang = self.screen.lang;
            report.add_failure(&error.subject(), error.message(lang), error.help(lang));
        }
    }

    /// Says what is left to say of so many files; what goes into a file is given to `save`.
    pub(super) fn finish(
        self,
        files: usize,
        mut save: impl FnMut(&Path, &str) -> Result<(), CliError>,
    ) -> Result<Exit, CliError> {
        let Tally { screen, args, out, count, exit, offers, tells } = self;
        let summary = (!args.quiet && files > 0).then(|| count.summary(files, screen.lang) + "\n");
        let summary = summary.unwrap_or_default();
        match (out, write::named(&args.output)) {
            (Out::Machine { format, report }, None) => screen.print((format.write)(&report)),
            (Out::Machine { format, report }, Some(path)) => {
                save(path, &(format.write)(&report))?;
                screen.print(summary);
            }
            (Out::Human { kept }, path) => {
                let tells = if args.quiet { Tells::Nothing } else { tells };
                let summary = summary + &offers.told(tells).said(screen.lang);
                if let (Some(path), Some(kept)) = (path, kept) {
                    save(path, &(kept + &summary))?;
                }
                screen.print(summary);
            }
        }
        Ok(if count.fails(args.fail_at()) { exit.max(Exit::Findings) } else { exit })
    }
}

/// Writes a report.
pub(super) fn save(path: &Path, text: &str) -> Result<(), CliError> {
    write::file(path, text.as_bytes())
}
