//! What is known of a sheet before it is drawn: SOP222.

use super::chart;
use crate::analysis::Procedure;
use crate::config::Config;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::model::Key;
use crate::page;

/// Every rule of this stage.
pub static ALL: &[&Rule] = &[&TOO_NARROW];

static TOO_NARROW: Rule = Rule {
    code: "SOP222",
    name: "paper-too-narrow",
    severity: Severity::Error,
    since: "0.1.0",
    message: chart::TOO_NARROW,
    help: None,
    basis: None,
    page: page!("SOP222"),
};

/// Reports lanes for which the paper is too narrow, whatever is drawn in them.
pub fn check(procedure: &Procedure, config: &Config, sink: &mut Sink) {
    let Err(unfit) = chart::room(procedure.sop.pelaksana.len(), config) else { return };
    let mut found =
        Diagnostic::at(&TOO_NARROW, procedure.sop.identitas.span(Key::Pelaksana).unwrap_or_default());
    (found.args, found.help) = (unfit.args, unfit.remedy);
    sink.push(found);
}
