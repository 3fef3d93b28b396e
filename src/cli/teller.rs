//! What is said while files are made: findings, what was written, how far we are.

use super::Exit;
use super::error::{CliError, show};
use super::render::{Renderer, Source};
use super::screen::Screen;
use super::settings::File;
use super::work::{Done, Said};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use sop::analysis::Procedure;
use sop::diag::{Diagnostic, Severity};
use sop::emit::Options;
use sop::text::Lang;
use std::io::IsTerminal;
use std::sync::Arc;

/// More files than this are counted and not listed, and a bar shows how far we are.
const MANY: usize = 20;

/// How the run is told to whoever waits for it.
pub(super) struct Teller<'a> {
    pub(super) screen: &'a mut Screen,
    renderer: Renderer,
    bar: ProgressBar,
    files: usize,
    pub(super) exit: Exit,
    built: usize,
    written: usize,
}

impl Teller<'_> {
    /// `files` are to be made; `exit` is what came of looking for them.
    pub(super) fn new(files: usize, exit: Exit, screen: &mut Screen) -> Teller<'_> {
        let bar =
            if files > MANY && std::io::stderr().is_terminal() { bar(files) } else { ProgressBar::hidden() };
        let renderer = Renderer::new(screen.err_looks, screen.lang);
        Teller { screen, renderer, bar, files, exit, built: 0, written: 0 }
    }

    pub(super) fn news(&mut self, news: Result<Arc<File>, CliError>) {
        match news {
            Ok(file) => self.show(&file.name, &file.text, &file.findings),
            Err(error) => {
                self.exit = self.exit.max(Exit::Failure);
                self.bar.suspend(|| self.screen.error(&error));
            }
        }
    }

    /// Says what came of a file; what it gives to a book is handed on.
    pub(super) fn tell(&mut self, done: Done) -> Option<(Procedure, Options)> {
        for said in done.said {
            match said {
                Said::Findings { name, text, findings } => self.show(&name, &text, &findings),
                Said::Warning(message, help) => self.bar.suspend(|| self.screen.warn(&message, help)),
                Said::Failed(error) => self.bar.suspend(|| self.screen.error(&error)),
            }
        }
        self.exit = self.exit.max(done.exit);
        let files = done.made.keep().unwrap_or_else(|error| {
            self.exit = self.exit.max(Exit::Failure);
            self.bar.suspend(|| self.screen.error(&error));
            Vec::new()
        });
        self.built += usize::from(!files.is_empty());
        self.written += files.len();
        if self.files <= MANY {
            for path in &files {
                self.screen.print(format!("{}\n", show(path)));
            }
        }
        self.bar.inc(1);
        if self.bar.position() == self.files as u64 {
            self.bar.finish_and_clear();
        }
        done.chapter
    }

    /// Counts what was not listed.
    pub(super) fn finish(self) -> Exit {
        let Teller { screen, files, built, written, exit, .. } = self;
        if files > MANY {
            screen.print(match screen.lang {
                Lang::Id => format!("{built} dari {files} SOP dibuat: {written} berkas ditulis\n"),
                Lang::En => format!("{built} of {files} SOPs built: {written} files written\n"),
            });
        }
        exit
    }

    /// Advice is for `sop check`.
    fn show(&mut self, name: &str, text: &str, findings: &[Diagnostic]) {
        let grave: Vec<_> = findings.iter().filter(|finding| finding.severity > Severity::Advice).collect();
        if grave.is_empty() {
            return;
        }
        let source = Source::new(name, text);
        self.bar.suspend(|| self.screen.print_error(&self.renderer.findings(&grave, &source)));
    }
}

/// A bar that appears only when the run takes long enough to wonder.
fn bar(length: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(length as u64), ProgressDrawTarget::stderr_with_hz(10));
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len}");
    style.map_or(bar.clone(), |style| bar.with_style(style))
}
