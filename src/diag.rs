//! What is wrong with a text, as data. Words are chosen at the edge, by language.

use crate::packed;
use crate::source::Span;
use crate::text::{Arg, Lang, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Could be better; never fails a check unless asked.
    Advice,
    /// A competent reader would send it back.
    Warning,
    /// Impossible, contradictory, or no official sheet can be printed from it.
    Error,
}

impl Severity {
    /// What it is called; in Indonesian also its value in `[aturan]` of `sop.toml`.
    pub fn word(self) -> &'static Text {
        match self {
            Severity::Advice => &Text { id: "saran", en: "advice" },
            Severity::Warning => &Text { id: "peringatan", en: "warning" },
            Severity::Error => &Text { id: "galat", en: "error" },
        }
    }
}

/// One thing that is checked. Each has a page in `docs/rules/` that is explanation, specification and test.
#[derive(Debug)]
pub struct Rule {
    /// `SOP203`; never reused.
    pub code: &'static str,
    /// The pattern that is found, read after "allow": `self-return`.
    pub name: &'static str,
    /// Unless `sop.toml` says otherwise.
    pub severity: Severity,
    /// The version that brought it.
    pub since: &'static str,
    /// What is, with the names of the document; `{name}` for arguments.
    pub message: Text,
    /// The remedy.
    pub help: Option<Text>,
    /// Clause of the regulation, as the ledger spells it.
    pub basis: Option<&'static str>,
    /// That it has a page; made with [`page!`](crate::page).
    pub page: Page,
}

impl Rule {
    /// A rule with its remedy, of the first version; it stands on no clause.
    pub const fn new(
        code: &'static str,
        name: &'static str,
        severity: Severity,
        message: Text,
        help: Text,
        page: Page,
    ) -> Rule {
        Rule { code, name, severity, since: "0.1.0", message, help: Some(help), basis: None, page }
    }

    /// Its page: explanation and examples, in Markdown; nothing for a rule that is not ours.
    pub fn page(&self) -> &'static str {
        packed::page(self.code).unwrap_or_default()
    }

    /// What it stands on, as the ledger numbers it.
    #[must_use]
    pub const fn based(self, basis: &'static str) -> Rule {
        Rule { basis: Some(basis), ..self }
    }
}

/// That a rule has a page in `docs/rules`.
#[derive(Clone, Copy, Debug)]
pub struct Page;

/// A rule without a page does not compile.
#[macro_export]
macro_rules! page {
    ($code:literal) => {{
        const _: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules/", $code, ".md"));
        $crate::diag::Page
    }};
}

/// A remedy that a program can apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does.
    pub title: &'static Text,
    /// Replacements; they do not overlap.
    pub edits: Vec<(Span, String)>,
    /// Whether it may be applied without asking.
    pub safe: bool,
}

impl Fix {
    /// Puts `new` in the place of what stands there; to be read again by the writer.
    pub fn replace(title: &'static Text, at: Span, new: impl Into<String>) -> Fix {
        Fix { title, edits: vec![(at, new.into())], safe: false }
    }

    /// Takes away what stands there; to be read again by the writer. A line of which nothing is left goes, too.
    pub fn remove(title: &'static Text, at: Span) -> Fix {
        Fix::replace(title, at, "")
    }

    /// Adds a line to the fields of a row, below the last one; to be read again by the writer.
    pub fn add_to_row(title: &'static Text, row: Span, line: &str) -> Fix {
        Fix::replace(title, Span { start: row.end, end: row.end }, format!("\n   {line}"))
    }

    /// Changes no meaning: may be applied without asking.
    #[must_use]
    pub fn safe(self) -> Fix {
        Fix { safe: true, ..self }
    }
}

/// A step of a run that shows a finding: a place of the procedure is done, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which place, as an index into `Sop::simpul`.
    pub place: u32,
    /// What people call it: `3`, or `3 Kasi` in a row of several places.
    pub label: String,
    /// The outcome, where it decides or is passed over.
    pub answer: Option<Arg>,
    /// The line that leads on from it.
    pub span: Span,
}

/// A finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Which rule.
    pub rule: &'static Rule,
    /// The rule's, or what `sop.toml` makes of it.
    pub severity: Severity,
    /// The place to look at.
    pub primary: Span,
    /// Other places that belong to it.
    pub related: Vec<(Span, &'static Text)>,
    /// For the `{names}` of message and help.
    pub args: Vec<(&'static str, Arg)>,
    /// In place of the rule's own help.
    pub help: Option<&'static Text>,
    /// A remedy that a program can apply.
    pub fix: Option<Fix>,
    /// The shortest run that shows it, where one does.
    pub run: Vec<Step>,
}

impl Diagnostic {
    /// A finding at a place.
    pub fn at(rule: &'static Rule, primary: Span) -> Diagnostic {
        Diagnostic {
            rule,
            severity: rule.severity,
            primary,
            related: Vec::new(),
            args: Vec::new(),
            help: None,
            fix: None,
            run: Vec::new(),
        }
    }

    /// Fills a `{name}`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Diagnostic {
        if self.args.is_empty() {
            // Hardly a sentence names more; some texts have a hundred thousand findings.
            self.args.reserve_exact(2);
        }
        self.args.push((name, value.into()));
        self
    }

    /// Names another place that belongs to it.
    #[must_use]
    pub fn related(mut self, span: Span, text: &'static Text) -> Diagnostic {
        self.related.push((span, text));
        self
    }

    /// Says another remedy than the rule's.
    #[must_use]
    pub fn help(mut self, text: &'static Text) -> Diagnostic {
        self.help = Some(text);
        self
    }

    /// Offers a remedy that a program can apply.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Diagnostic {
        self.fix = Some(fix);
        self
    }

    /// Shows it by a run, which message and help call `{jalan}`: `1 → 2 (tidak) → 1`.
    #[must_use]
    pub fn run(self, run: Vec<Step>) -> Diagnostic {
        let words = |lang: Lang| {
            let step = |step: &Step| match &step.answer {
                Some(answer) => format!("{} ({})", step.label, answer.words(lang)),
                None => step.label.clone(),
            };
            let mut words = Vec::new();
            let mut rest = run.as_slice();
            while let [first, ..] = rest {
                let alike = rest.iter().take_while(|step| step.answer.is_none()).count();
                words.push(step(first));
                // Of rows that simply follow each other, the first and the last are enough.
                let skip = if alike > 4 { alike - 1 } else { 1 };
                words.extend((skip > 1).then(|| "…".to_owned()));
                rest = &rest[skip..];
            }
            words.join(" → ")
        };
        let way = Arg::Both { id: words(Lang::Id), en: words(Lang::En) };
        Diagnostic { run, ..self.with("jalan", way) }
    }

    /// The message in words.
    pub fn message(&self, lang: Lang) -> String {
        self.rule.message.fill(lang, &self.args)
    }

    /// The remedy in words.
    pub fn help_text(&self, lang: Lang) -> Option<String> {
        self.help.or(self.rule.help.as_ref()).map(|text| text.fill(lang, &self.args))
    }
}

/// So often one rule is told of a text: who made the same mistake as often needs no more places of it, and each takes a
/// kilobyte.
pub(crate) const MOST_OF_A_RULE: usize = 20_000;

/// Where stages put what they find. Of one rule it takes the first 20,000.
#[derive(Debug, Default)]
pub struct Sink {
    found: Vec<Diagnostic>,
    /// How often each rule was found, counted when there are so many findings that one may be found too often.
    often: BTreeMap<&'static str, usize>,
}

impl Sink {
    /// An empty one.
    pub fn new() -> Sink {
        Sink::default()
    }

    /// Takes a finding. In debug builds every `{name}` of its message must have been filled.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        #[cfg(debug_assertions)]
        for lang in [Lang::Id, Lang::En] {
            let help = diagnostic.help.or(diagnostic.rule.help.as_ref());
            for text in std::iter::once(&diagnostic.rule.message).chain(help) {
                for name in text.names(lang) {
                    assert!(
                        diagnostic.args.iter().any(|(key, _)| *key == name),
                        "bug: {} leaves {{{name}}} open",
                        diagnostic.rule.code
                    );
                }
            }
        }
        if self.found.len() < MOST_OF_A_RULE || self.takes_more(diagnostic.rule) {
            self.found.push(diagnostic);
        }
    }

    #[cold]
    fn takes_more(&mut self, rule: &Rule) -> bool {
        if self.often.is_empty() {
            self.found.iter().for_each(|it| *self.often.entry(it.rule.code).or_default() += 1);
        }
        let often = self.often.entry(rule.code).or_default();
        *often += 1;
        *often <= MOST_OF_A_RULE
    }

    /// Whether an error is among them.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// All findings in order of place, then code; the same finding at the same place once.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|d| (d.primary.start, d.primary.end, d.rule.code));
        self.found.dedup_by(|a, b| a.rule.code == b.rule.code && a.primary == b.primary && a.args == b.args);
        self.found
    }
}
