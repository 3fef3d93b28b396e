//! How far a run is: a line on the terminal that is written over.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// As often as an eye follows.
const OFTEN: Duration = Duration::from_millis(100);

/// Files that are done, of how many.
pub(super) struct Progress {
    done: usize,
    all: usize,
    /// When it was written last; `None` where it is never written.
    written: Option<Instant>,
    /// How many letters stand on the terminal.
    shown: usize,
}

impl Progress {
    /// Shown where standard error is a terminal, and only when the run takes long enough to wonder.
    pub(super) fn of(all: usize) -> Progress {
        let written = std::io::stderr().is_terminal().then(Instant::now);
        Progress { done: 0, all, written, shown: 0 }
    }

    pub(super) fn hidden() -> Progress {
        Progress { done: 0, all: 0, written: None, shown: 0 }
    }

    /// Counts a file, and takes the line away behind the last.
    pub(super) fn one_more(&mut self) {
        self.done += 1;
        if self.done == self.all {
            return self.clear();
        }
        let due = self.written.is_some_and(|written| written.elapsed() >= OFTEN);
        if due {
            let line = format!("{}/{}", self.done, self.all);
            self.write(&format!("\r{line}"));
            self.shown = line.len();
            self.written = Some(Instant::now());
        }
    }

    /// Takes the line away, as long as something else is said.
    pub(super) fn clear(&mut self) {
        if self.shown > 0 {
            self.write(&format!("\r{:1$}\r", "", self.shown));
            self.shown = 0;
        }
    }

    /// A terminal that is gone is told by what is written next.
    fn write(&self, line: &str) {
        let mut terminal = std::io::stderr();
        let _ = terminal.write_all(line.as_bytes()).and_then(|()| terminal.flush());
    }
}
