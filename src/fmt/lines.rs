//! Lines of at most [`WIDTH`] columns, broken only where the next line is read as a continuation.

use crate::syntax::{Context, continues};

/// Columns of a line.
const WIDTH: usize = 120;
/// How many words earlier a line may be broken than it could be.
const NEAR: usize = 12;

/// A text in the making, line by line.
#[derive(Default)]
pub(super) struct Lines {
    out: String,
}

impl Lines {
    /// A line as it stands.
    pub(super) fn line(&mut self, indent: usize, text: &str) {
        self.out.extend(std::iter::repeat_n(' ', indent));
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// A blank line, but not at the start.
    pub(super) fn blank(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    /// A text behind its head, broken between words.
    pub(super) fn text(&mut self, indent: usize, head: &str, text: &str, continued: usize, context: Context) {
        let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        self.wrap(indent, head, &words, continued, context);
    }

    /// A list behind its head, broken between items; an item longer than a line is broken between words.
    pub(super) fn list(
        &mut self,
        indent: usize,
        head: &str,
        items: &[String],
        continued: usize,
        context: Context,
    ) {
        let long = |item: &String| continued + item.chars().count() > WIDTH;
        let units: Vec<&str> = items
            .iter()
            .flat_map(|item| if long(item) { item.split(' ').collect() } else { vec![item.as_str()] })
            .collect();
        self.wrap(indent, head, &units, continued, context);
    }

    fn wrap(&mut self, indent: usize, head: &str, units: &[&str], continued: usize, context: Context) {
        let widths: Vec<usize> = units.iter().map(|unit| unit.chars().count()).collect();
        let fits = |start: usize, room: usize| {
            let mut used = 0;
            let more = widths[start..].iter().take_while(|width| {
                used += *width + usize::from(used > 0);
                used <= room
            });
            start + more.count().max(1)
        };
        let room = WIDTH.saturating_sub(continued);
        let continued_by = |line: &str| continues(&format!("{:continued$}{line}", ""), context);
        let may_begin = |start: usize| continued_by(&units[start..fits(start, room)].join(" "));
        let first_room = WIDTH.saturating_sub(indent + head.chars().count() + 1);
        let mut lines: Vec<String> = Vec::new();
        let mut start = 0;
        while start < units.len() {
            let most = fits(start, if lines.is_empty() { first_room } else { room }).min(units.len());
            let end = if most == units.len() {
                most
            } else {
                // Nearer first; if no place on this line will do, the line grows longer.
                let shorter = (start + 1..=most).rev().take(NEAR).find(|end| may_begin(*end));
                shorter.or_else(|| (most + 1..units.len()).find(|end| may_begin(*end))).unwrap_or(units.len())
            };
            lines.push(units[start..end].join(" "));
            start = end;
        }
        // A line that had to grow may read as something else again; then better one long line than another meaning.
        if lines.iter().skip(1).any(|line| !continued_by(line)) {
            lines = vec![units.join(" ")];
        }
        let mut lines = lines.into_iter();
        let first = lines.next().unwrap_or_default();
        self.line(indent, format!("{head} {first}").trim_end());
        for line in lines {
            self.line(continued, &line);
        }
    }

    /// The text.
    pub(super) fn finish(self) -> String {
        self.out
    }
}
