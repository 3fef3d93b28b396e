//! Where words go: standard output and standard error, with or without colour, as wide as the terminal.

use super::Exit;
use super::error::CliError;
use super::looks::Looks;
use super::render;
use sop::text::{Lang, Text};
use std::io::{self, BufWriter, IsTerminal, Write};

/// The two streams of the program, and the language it speaks.
pub(crate) struct Screen {
    /// The language of every word.
    pub(crate) lang: Lang,
    /// Of standard output.
    pub(crate) out_looks: Looks,
    /// Of standard error.
    pub(crate) err_looks: Looks,
    out: BufWriter<io::Stdout>,
    /// The reader went away: nobody wants to know more, and that is no fault.
    closed: bool,
    /// The first other failure of standard output.
    failed: Option<io::Error>,
    /// What is printed, once more, while somebody wants to keep it.
    copy: Option<Vec<u8>>,
}

/// More than that is not worth keeping.
const MOST_KEPT: usize = 256 << 20;

impl Screen {
    pub(crate) fn new(lang: Lang) -> Screen {
        Screen {
            lang,
            out_looks: Looks::of(io::stdout().is_terminal()),
            err_looks: Looks::of(io::stderr().is_terminal()),
            out: BufWriter::new(io::stdout()),
            closed: false,
            failed: None,
            copy: None,
        }
    }

    /// Prints to standard output.
    pub(crate) fn print(&mut self, bytes: impl AsRef<[u8]>) {
        let bytes = bytes.as_ref();
        if let Some(copy) = &mut self.copy {
            copy.extend_from_slice(bytes);
        }
        if self.copy.as_ref().is_some_and(|copy| copy.len() > MOST_KEPT) {
            self.copy = None;
        }
        if !self.closed && self.failed.is_none() {
            let result = self.out.write_all(bytes);
            self.note(result);
        }
    }

    /// From now on what is printed to standard output is also kept.
    pub(crate) fn record(&mut self) {
        self.copy = Some(Vec::new());
    }

    /// All that was printed since; `None` when it was too much.
    pub(crate) fn recorded(&mut self) -> Option<Vec<u8>> {
        self.copy.take()
    }

    /// Prints to standard error, after what is already printed.
    pub(crate) fn print_error(&mut self, text: &str) {
        self.flush();
        // Nobody can be told that nobody can be told.
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Reports what went wrong outside the text.
    pub(crate) fn error(&mut self, error: &CliError) {
        let text = Text { id: "gagal", en: "failed" };
        let lang = self.lang;
        let report =
            render::notice(text.pattern(lang), &error.message(lang), error.help(lang), lang, self.err_looks);
        self.print_error(&report);
    }

    /// The same of several; what the program ends with for the worst of them.
    pub(crate) fn errors(&mut self, errors: &[CliError]) -> Exit {
        errors.iter().for_each(|error| self.error(error));
        errors.iter().map(CliError::exit).max().unwrap_or(Exit::Clean)
    }

    /// Says something that is no fault of anyone's and does not change the exit status.
    pub(crate) fn warn(&mut self, message: &str, help: Option<String>) {
        let text = Text { id: "peringatan", en: "warning" };
        let report = render::notice(text.pattern(self.lang), message, help, self.lang, self.err_looks);
        self.print_error(&report);
    }

    /// Shows what is printed so far; before somebody is asked.
    pub(crate) fn flush(&mut self) {
        if !self.closed && self.failed.is_none() {
            let result = self.out.flush();
            self.note(result);
        }
    }

    fn note(&mut self, result: io::Result<()>) {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.closed = true,
            Err(error) => self.failed = Some(error),
            Ok(()) => {}
        }
    }

    /// Everything is printed; an error if it could not be.
    pub(crate) fn finish(&mut self) -> Result<(), CliError> {
        self.flush();
        match self.failed.take() {
            Some(source) => Err(CliError::Output { source }),
            None => Ok(()),
        }
    }
}
