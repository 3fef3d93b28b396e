//! What is said while files are made: findings, what was written, how far we are.

use super::Exit;
use super::error::{CliError, show};
use super::progress::Progress;
use super::render::{Renderer, Source};
use super::screen::Screen;
use super::settings::File;
use super::work::{Done, Said};
use sop::analysis::Procedure;
use sop::diag::{Diagnostic, Severity};
use sop::emit::Options;
use sop::text::Lang;
use std::sync::Arc;

/// More files than this are counted and not listed, and a line shows how far we are.
const MANY: usize = 20;

/// How the run is told to whoever waits for it.
pub(super) struct Teller<'a> {
    pub(super) screen: &'a mut Screen,
    renderer: Renderer,
    progress: Progress,
    files: usize,
    pub(super) exit: Exit,
    built: usize,
    written: usize,
}

impl Teller<'_> {
    /// `files` are to be made; `exit` is what came of looking for them.
    pub(super) fn new(files: usize, exit: Exit, screen: &mut Screen) -> Teller<'_> {
        let progress = if files > MANY { Progress::of(files) } else { Progress::hidden() };
        let renderer = Renderer::new(screen.err_looks, screen.lang);
        Teller { screen, renderer, progress, files, exit, built: 0, written: 0 }
    }

    pub(super) fn news(&mut self, news: Result<Arc<File>, CliError>) {
        match news {
            Ok(file) => self.show(&file.name, &file.text, &file.findings),
            Err(error) => {
                self.exit = self.exit.max(Exit::Failure);
                self.progress.clear();
                self.screen.error(&error);
            }
        }
    }

    /// Says what came of a file; what it gives to a book is handed on.
    pub(super) fn tell(&mut self, done: Done) -> Option<(Procedure, Options)> {
        for said in done.said {
            self.progress.clear();
            match said {
                Said::Findings { name, text, findings } => self.show(&name, &text, &findings),
                Said::Warning(message, help) => self.screen.warn(&message, help),
                Said::Failed(error) => self.screen.error(&error),
            }
        }
        self.exit = self.exit.max(done.exit);
        let files = done.made.keep().unwrap_or_else(|error| {
            self.exit = self.exit.max(Exit::Failure);
            self.progress.clear();
            self.screen.error(&error);
            Vec::new()
        });
        self.built += usize::from(!files.is_empty());
        self.written += files.len();
        if self.files <= MANY {
            for path in &files {
                self.screen.print(format!("{}\n", show(path)));
            }
        }
        self.progress.one_more();
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
        self.progress.clear();
        self.screen.print_error(&self.renderer.findings(&grave, &source));
    }
}
