//! The order of the stages.

use crate::analysis::{self, Procedure};
use crate::config::Config;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::layout::faults as sheet;
use crate::lint::Asked;
use crate::lint::suppress::{self, Later, Remark};
use crate::model::Standing;
use crate::register::faults as many;
use crate::source::Span;
use crate::syntax::ast::{self, Baris, Comment, Field, Value};
use crate::{config, lint, model, syntax};
use std::sync::LazyLock;

/// What came of a text.
#[derive(Debug)]
pub struct Compiled {
    /// What was written.
    pub ast: ast::Sop,
    /// What was meant; `None` when there is no row to show. With errors it is repaired as far as it can be.
    pub procedure: Option<Procedure>,
    /// All findings, in order of place, severities as `config` sets them.
    pub diagnostics: Vec<Diagnostic>,
    /// Exceptions for rules that look at many files.
    pub later: Vec<Later>,
}

impl Compiled {
    /// Whether an error is among the findings.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// The same, for what is printed of it.
    pub fn standing(&self) -> Standing {
        Standing::of(self.has_errors())
    }
}

/// Takes a text through every stage. Never fails: what is wrong with the text is a finding.
///
/// Exceptions (`# abaikan`) come before the severities of the office: one for a rule that is switched off still
/// silences something, and is no finding itself.
pub fn compile(text: &str, config: &Config) -> Compiled {
    through(text, config, Severity::Advice, Sink::new())
}

/// Takes the bytes of a file through every stage, and returns the text that the findings' places count in.
pub fn compile_bytes(bytes: &[u8], config: &Config) -> (String, Compiled) {
    compile_at_least(bytes, config, Severity::Advice)
}

/// The same, but only for the findings that weigh as much in this office: others are not looked for where nothing
/// hangs on them.
pub fn compile_at_least(bytes: &[u8], config: &Config, least: Severity) -> (String, Compiled) {
    let mut sink = Sink::new();
    let text = syntax::decode(bytes, &mut sink);
    let compiled = through(&text, config, least, sink);
    (text, compiled)
}

fn through(text: &str, config: &Config, least: Severity, mut sink: Sink) -> Compiled {
    // Every exception is a comment, and whether it silences anything shows only when its rule was looked for.
    let commented = memchr::memchr(b'#', text.as_bytes()).is_some();
    let whole = commented && config.asks(&suppress::SILENCES_NOTHING, least);
    let ast = syntax::parse(text, &mut sink);
    let procedure = model::build(&ast, config, &mut sink).map(|sop| analysis::analyse(sop, text, config));
    if let Some(procedure) = &procedure {
        let asks = |rule: &Rule| config.asks(rule, least);
        let asked = match config.aturan.is_empty() {
            _ if whole => Asked::All,
            true => Asked::AtLeast(least),
            false => Asked::Of(&asks),
        };
        lint::lint(procedure, asked, &mut sink);
        sheet::check(procedure, config, &mut sink);
    }
    let mut diagnostics = sink.into_sorted();
    let mut later = Vec::new();
    if commented {
        let of_many = |rule: &Rule| many::ALL.iter().any(|known| known.code == rule.code);
        let mut left = Sink::new();
        let silenced = suppress::apply(diagnostics, &remarks(&ast), &RULES, cannot_be_silenced, of_many);
        silenced.0.into_iter().for_each(|diagnostic| left.push(diagnostic));
        diagnostics = left.into_sorted();
        later = silenced.1;
    }
    config.weigh(&mut diagnostics);
    lint::follow_up::drop(&mut diagnostics, &ast);
    diagnostics.retain(|diagnostic| diagnostic.severity >= least);
    Compiled { ast, procedure, diagnostics, later }
}

/// The rules that an exception may name.
static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let stages =
        [syntax::faults::ALL, model::faults::ALL, suppress::ALL, sheet::ALL, many::ALL, config::faults::ALL];
    let lints = lint::rules::ALL.iter().map(|lint| lint.rule);
    stages.into_iter().flatten().copied().chain(lints).collect()
});

/// What cannot be read is missing from the sheet; no comment may call that a success.
fn cannot_be_silenced(rule: &Rule) -> bool {
    rule.severity == Severity::Error && syntax::faults::ALL.iter().any(|fault| fault.code == rule.code)
}

/// Every comment of a file, with what it stands above.
fn remarks(sop: &ast::Sop) -> Vec<Remark<'_>> {
    let mut found = Vec::new();
    for field in &sop.fields {
        of_field(&mut found, field);
    }
    if let Some((comments, span)) = &sop.kegiatan_head {
        above(&mut found, comments, Some(*span));
    }
    for baris in &sop.baris {
        match baris {
            Baris::Tahap(tahap) => above(&mut found, &tahap.comments, Some(tahap.span)),
            Baris::Kegiatan(row) => {
                above(&mut found, &row.comments, Some(row.span));
                for item in &row.rincian {
                    above(&mut found, &item.comments, Some(item.text.span));
                }
                for field in &row.fields {
                    of_field(&mut found, field);
                }
            }
        }
    }
    above(&mut found, &sop.trailing, None);
    found
}

fn of_field<'a>(found: &mut Vec<Remark<'a>>, field: &'a Field) {
    above(found, &field.comments, Some(field.span));
    match &field.value {
        Value::List(items) => {
            for item in items {
                above(found, &item.comments, Some(item.text.span));
            }
        }
        Value::Pelaksana(lanes) => {
            for lane in lanes {
                above(found, &lane.comments, Some(lane.span));
            }
        }
        Value::Batas(limits) => {
            for limit in limits {
                above(found, &limit.comments, Some(limit.teks.span));
            }
        }
        Value::Missing
        | Value::Dash
        | Value::Text(_)
        | Value::Tanggal(_)
        | Value::Waktu(_)
        | Value::Nomor(_)
        | Value::Alur(_) => {}
    }
}

fn above<'a>(found: &mut Vec<Remark<'a>>, comments: &'a [Comment], scope: Option<Span>) {
    found.extend(comments.iter().map(|text| Remark { text, scope }));
}
