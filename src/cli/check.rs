//! `sop check`: say what is wrong with procedures.

use super::error::CliError;
use super::render::{Renderer, Source};
use super::screen::Screen;
use super::settings::Finder;
use super::{Exit, Format, inputs, load};
use sop::diag::{Diagnostic, Severity};
use sop::report::json::Report;
use sop::text::Lang;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    pub(super) files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long)]
    strict: bool,
    #[arg(long, short)]
    quiet: bool,
}

/// Where findings go, and how many there were.
struct Tally<'a> {
    screen: &'a mut Screen,
    renderer: Renderer,
    report: Report,
    json: bool,
    /// What is printed.
    least: Severity,
    count: Count,
}

/// How many findings of each severity.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) advice: usize,
}

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let fail_at = if args.strict { Severity::Warning } else { Severity::Error };
    let (paths, errors) = inputs::collect(&args.files);
    let mut exit = Exit::Clean;
    for error in &errors {
        screen.error(error);
        exit = Exit::Failure;
    }
    let lang = screen.lang;
    let mut tally = Tally {
        renderer: Renderer::new(screen.out_looks, lang),
        screen,
        report: Report::default(),
        json: args.format == Format::Json,
        least: if args.quiet { fail_at } else { Severity::Advice },
        count: Count::default(),
    };
    let mut finder = Finder::new();
    let mut checked = 0;
    for path in &paths {
        let loaded = load::load(path, &mut finder);
        for news in finder.news() {
            match news {
                Ok(file) => tally.add(&file.name, &file.text, &file.findings, lang),
                Err(error) => {
                    tally.screen.error(&error);
                    exit = Exit::Failure;
                }
            }
        }
        match loaded {
            Ok(loaded) => {
                checked += 1;
                tally.add(&loaded.name, &loaded.text, &loaded.compiled.diagnostics, lang);
            }
            Err(error) => {
                tally.screen.error(&error);
                exit = Exit::Failure;
            }
        }
    }
    let count = tally.count;
    if tally.json {
        let text = tally.report.to_text();
        tally.screen.print(text);
    } else if !args.quiet && checked > 0 {
        tally.screen.print(summary(checked, count, lang));
    }
    Ok(if count.fails(fail_at) { exit.max(Exit::Findings) } else { exit })
}

impl Tally<'_> {
    fn add(&mut self, name: &str, text: &str, findings: &[Diagnostic], lang: Lang) {
        self.count.add(findings);
        if findings.is_empty() {
            return;
        }
        let source = Source::new(name, text);
        if self.json {
            self.report.add(name, text, &source.index, findings, lang);
            return;
        }
        for finding in findings.iter().filter(|finding| finding.severity >= self.least) {
            self.screen.print(self.renderer.finding(finding, &source));
        }
    }
}

impl Count {
    pub(super) fn add(&mut self, findings: &[Diagnostic]) {
        for finding in findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Advice => self.advice += 1,
            }
        }
    }

    fn fails(self, at: Severity) -> bool {
        match at {
            Severity::Error => self.errors > 0,
            Severity::Warning => self.errors + self.warnings > 0,
            Severity::Advice => self.errors + self.warnings + self.advice > 0,
        }
    }
}

/// `3 berkas: 1 galat, 2 peringatan, 4 saran`
fn summary(files: usize, count: Count, lang: Lang) -> String {
    let plural =
        |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    let mut parts = Vec::new();
    let (found, files) = match lang {
        Lang::Id => {
            let words = [(count.errors, "galat"), (count.warnings, "peringatan"), (count.advice, "saran")];
            for (number, word) in words.into_iter().filter(|(number, _)| *number > 0) {
                parts.push(plural(number, word, word));
            }
            ("tidak ada temuan", plural(files, "berkas", "berkas"))
        }
        Lang::En => {
            let words = [
                (count.errors, "error", "errors"),
                (count.warnings, "warning", "warnings"),
                (count.advice, "piece of advice", "pieces of advice"),
            ];
            for (number, one, many) in words.into_iter().filter(|(number, ..)| *number > 0) {
                parts.push(plural(number, one, many));
            }
            ("no findings", plural(files, "file", "files"))
        }
    };
    if parts.is_empty() {
        parts.push(found.to_owned());
    }
    format!("{files}: {}\n", parts.join(", "))
}
