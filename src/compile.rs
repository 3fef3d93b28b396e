//! The order of the stages.

use crate::analysis::{self, Procedure};
use crate::config::Config;
use crate::diag::{Diagnostic, Severity, Sink};
use crate::syntax::ast;
use crate::{lint, model, syntax};

/// What came of a text.
#[derive(Debug)]
pub struct Compiled {
    /// What was written.
    pub ast: ast::Sop,
    /// What was meant; `None` when there is no row to show. With errors it is repaired as far as it can be.
    pub procedure: Option<Procedure>,
    /// All findings, in order of place, severities as `config` sets them.
    pub diagnostics: Vec<Diagnostic>,
}

impl Compiled {
    /// Whether an error is among the findings.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Takes a text through every stage. Never fails: what is wrong with the text is a finding.
pub fn compile(text: &str, config: &Config) -> Compiled {
    let mut sink = Sink::new();
    let ast = syntax::parse(text, &mut sink);
    let procedure = model::build(&ast, config, &mut sink).map(analysis::analyse);
    if let Some(procedure) = &procedure {
        lint::lint(procedure, &mut sink);
    }
    let mut diagnostics = sink.into_sorted();
    config.weigh(&mut diagnostics);
    Compiled { ast, procedure, diagnostics }
}
