//! `sop check --fix`: findings' own remedies, applied to the files or shown as a difference.

use super::error::{CliError, show};
use super::load::{self, Loaded};
use super::screen::Screen;
use super::settings::Finder;
use super::{Exit, diff, write};
use sop::compile::Compiled;
use sop::diag::{Diagnostic, Rule, Sink};
use sop::fix::{Left, Mended, mend};
use sop::source::LineIndex;
use sop::text::Lang;
use sop::{compile, config, syntax};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What is asked for.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// Remedies whose outcome is to be read again, too.
    pub(super) also_unsafe: bool,
    /// Only the difference is shown, and nothing is written; then a difference counts as a finding.
    pub(super) diff: bool,
}

/// Mends every file, the settings above it first: what is found depends on them. A file that is the only one need not be
/// checked once more where its last check was of the text that it holds now.
pub(super) fn all(paths: &[PathBuf], asked: Asked, screen: &mut Screen) -> (Exit, Option<Loaded>) {
    let mut checked = None;
    let mut mending = Mending { asked, screen, exit: Exit::Clean };
    let mut finder = Finder::new();
    for path in paths {
        finder.settings_for(path);
        for file in finder.news().into_iter().flatten() {
            let rules = sop::rules::all();
            let check = |text: &str| {
                let mut sink = Sink::new();
                config::parse(text, &file.name, &rules, &mut sink);
                sink.into_sorted()
            };
            mending.file(&file.path(), &file.name, &file.text, &check);
        }
    }
    let mut finder = Finder::new();
    for path in paths {
        // A file that cannot be read is said by the check that follows; without one, here.
        // It is not checked yet: mending begins with that.
        let folder = finder.settings_for(path);
        let read = load::bytes(path).map(|bytes| (syntax::decode(&bytes, &mut Sink::new()), bytes));
        match read {
            Ok((text, bytes)) if text.as_bytes() == bytes => {
                let config = &folder.settings.config;
                let last: RefCell<Option<(String, Compiled)>> = RefCell::new(None);
                let check = |text: &str| {
                    last.take();
                    let mut compiled = compile::compile(text, config);
                    let found = std::mem::take(&mut compiled.diagnostics);
                    if paths.len() == 1 {
                        last.replace(Some((text.to_owned(), compiled)));
                    }
                    found
                };
                let mended = mending.file(path, &show(path), &text, &check);
                if let (Some((text, mut compiled)), Some(mended)) = (last.take(), mended)
                    && text == mended.text
                {
                    compiled.diagnostics = mended.found;
                    checked = Some(Loaded::mended(path, text, compiled, folder));
                }
            }
            // Bytes that are no text would be lost.
            Ok(_) => {}
            Err(error) if asked.diff => mending.fail(&error),
            Err(_) => {}
        }
    }
    (mending.exit, checked)
}

struct Mending<'a> {
    asked: Asked,
    screen: &'a mut Screen,
    exit: Exit,
}

impl Mending<'_> {
    /// What came of it, where that is what the file holds now.
    fn file(
        &mut self,
        path: &Path,
        name: &str,
        text: &str,
        check: &dyn Fn(&str) -> Vec<Diagnostic>,
    ) -> Option<Mended> {
        let mended = mend(text, self.asked.also_unsafe, check);
        if !self.asked.diff {
            self.screen.print_error(&left(name, &mended, self.screen.lang));
        }
        if mended.text == text {
            return Some(mended);
        }
        if self.asked.diff {
            self.exit = self.exit.max(Exit::Findings);
            self.screen.print(diff::unified(name, text, &mended.text, 2));
            return None;
        }
        match write::through_link(path, mended.text.as_bytes()) {
            Ok(()) => {
                let said = said(name, &mended, self.screen.lang);
                self.screen.print_error(&said);
                Some(mended)
            }
            Err(error) => {
                self.fail(&error);
                None
            }
        }
    }

    fn fail(&mut self, error: &CliError) {
        self.screen.error(error);
        self.exit = Exit::Failure;
    }
}

/// `a.sop: 3 perbaikan: SOP111 foreign-mark (2), SOP136 date-in-figures`
fn said(name: &str, mended: &Mended, lang: Lang) -> String {
    let mut times: BTreeMap<&str, (&Rule, usize)> = BTreeMap::new();
    for rule in &mended.done {
        times.entry(rule.code).or_insert((rule, 0)).1 += 1;
    }
    let list = times.values().map(|(rule, number)| match number {
        1 => format!("{} {}", rule.code, rule.name),
        _ => format!("{} {} ({number})", rule.code, rule.name),
    });
    let (list, number) = (list.collect::<Vec<_>>().join(", "), mended.done.len());
    match (lang, number) {
        (Lang::Id, _) => format!("{name}: {number} perbaikan: {list}\n"),
        (Lang::En, 1) => format!("{name}: 1 fix: {list}\n"),
        (Lang::En, _) => format!("{name}: {number} fixes: {list}\n"),
    }
}

/// What was not applied, and why. A return whose bound nobody but the office knows is written out, with room for it.
fn left(name: &str, mended: &Mended, lang: Lang) -> String {
    let (returns, others): (Vec<&Left>, Vec<&Left>) =
        mended.left.iter().partition(|left| left.brings == "SOP208" && unbounded(left).is_some());
    let (beside, others): (Vec<&Left>, Vec<&Left>) =
        others.into_iter().partition(|left| left.brings == "SOP208");
    let mut out = String::new();
    if !beside.is_empty() {
        out += &beside_a_return(name, &beside, mended, lang);
    }
    if !others.is_empty() {
        out += &not_applied(name, &others, mended, lang);
    }
    if !returns.is_empty() {
        out += &without_bound(name, &returns, mended, lang);
    }
    if mended.untried > 0 {
        out += &untried(name, mended.untried, lang);
    }
    out
}

/// `a.sop: 1 usulan belum diterapkan, karena kegiatannya mengembalikan pekerjaan tanpa batas (SOP208); …: baris 43`
fn beside_a_return(name: &str, left: &[&Left], mended: &Mended, lang: Lang) -> String {
    let index = LineIndex::new(&mended.text);
    let line = |left: &&Left| (index.line_of(left.span.start as usize) + 1).to_string();
    let mut list: Vec<String> = left.iter().take(SHOWN).map(line).collect();
    if left.len() > SHOWN {
        list.push("…".to_owned());
    }
    let (number, list) = (left.len(), list.join(", "));
    match (lang, number) {
        (Lang::Id, _) => format!(
            "{name}: {number} usulan belum diterapkan, karena kegiatannya mengembalikan pekerjaan tanpa batas (SOP208); tambahkan \
             `, paling banyak … kali, lalu …` pada `kembali`-nya, lalu jalankan sekali lagi: baris {list}\n"
        ),
        (Lang::En, 1) => format!(
            "{name}: 1 proposal was not applied yet, as its row sends work back without a limit (SOP208); add `, paling banyak … kali, \
             lalu …` to its `kembali`, then run it again: line {list}\n"
        ),
        (Lang::En, _) => format!(
            "{name}: {number} proposals were not applied yet, as their rows send work back without a limit (SOP208); add `, paling \
             banyak … kali, lalu …` to each `kembali`, then run it again: lines {list}\n"
        ),
    }
}

/// `a.sop: 7 usulan belum dicoba, karena naskah ini terlalu panjang untuk mencobanya satu per satu; …`
fn untried(name: &str, number: usize, lang: Lang) -> String {
    match (lang, number) {
        (Lang::Id, _) => format!(
            "{name}: {number} usulan belum dicoba, karena naskah ini terlalu panjang untuk mencobanya satu per satu; tulislah sendiri \
             sebagian, lalu jalankan sekali lagi\n"
        ),
        (Lang::En, 1) => format!(
            "{name}: 1 proposal was not tried, as this text is too long for trying them one by one; write some yourself, then run it \
             again\n"
        ),
        (Lang::En, _) => format!(
            "{name}: {number} proposals were not tried, as this text is too long for trying them one by one; write some yourself, then \
             run it again\n"
        ),
    }
}

const SHOWN: usize = 5;

/// `a.sop: 2 usulan tidak diterapkan, karena akan menimbulkan temuan lain; tulislah sendiri: baris 5 (SOP127, menimbulkan SOP219), …`
fn not_applied(name: &str, left: &[&Left], mended: &Mended, lang: Lang) -> String {
    let index = LineIndex::new(&mended.text);
    let line = |at: u32| index.line_of(at as usize) + 1;
    let shown = left.iter().take(SHOWN);
    let mut list: Vec<String> = shown
        .map(|Left { span, code, brings, .. }| match lang {
            Lang::Id => format!("baris {} ({code}, menimbulkan {brings})", line(span.start)),
            Lang::En => format!("line {} ({code} would bring {brings})", line(span.start)),
        })
        .collect();
    if left.len() > SHOWN {
        list.push("…".to_owned());
    }
    let (number, list) = (left.len(), list.join(", "));
    match (lang, number) {
        (Lang::Id, _) => format!(
            "{name}: {number} usulan tidak diterapkan, karena akan menimbulkan temuan lain; tulislah sendiri: {list}\n"
        ),
        (Lang::En, 1) => {
            format!(
                "{name}: 1 proposal was not applied, as it would bring another finding; write it yourself: {list}\n"
            )
        }
        (Lang::En, _) => format!(
            "{name}: {number} proposals were not applied, as they would bring other findings; write them yourself: {list}\n"
        ),
    }
}

/// The line of a remedy that goes back without a bound, as far as it is one: `tidak: kembali ke 1`.
fn unbounded(left: &Left) -> Option<&str> {
    let meant = left.meant.as_deref()?;
    let line = meant.lines().find(|line| line.contains("kembali ke ") && !line.contains("paling banyak"))?;
    Some(line.trim())
}

/// `a.sop: 1 usulan tidak diterapkan, karena hanya Anda yang tahu berapa kali boleh dikembalikan; tulislah sendiri: baris 44: `kembali ke 1,
/// paling banyak … kali, lalu …``
fn without_bound(name: &str, left: &[&Left], mended: &Mended, lang: Lang) -> String {
    let index = LineIndex::new(&mended.text);
    let mut list: Vec<String> = left
        .iter()
        .take(SHOWN)
        .filter_map(|left| {
            let (line, meant) = (index.line_of(left.span.start as usize) + 1, unbounded(left)?);
            Some(match lang {
                Lang::Id => format!("baris {line}: `{meant}, paling banyak … kali, lalu …`"),
                Lang::En => format!("line {line}: `{meant}, paling banyak … kali, lalu …`"),
            })
        })
        .collect();
    if left.len() > SHOWN {
        list.push("…".to_owned());
    }
    let (number, list) = (left.len(), list.join("; "));
    match (lang, number) {
        (Lang::Id, _) => format!(
            "{name}: {number} usulan tidak diterapkan, karena hanya Anda yang tahu berapa kali boleh dikembalikan dan apa sesudahnya \
             (SOP208); tulislah sendiri: {list}\n"
        ),
        (Lang::En, 1) => format!(
            "{name}: 1 proposal was not applied, as only you know how often it may go back and what comes then (SOP208); write it \
             yourself: {list}\n"
        ),
        (Lang::En, _) => format!(
            "{name}: {number} proposals were not applied, as only you know how often they may go back and what comes then (SOP208); write \
             them yourself: {list}\n"
        ),
    }
}
