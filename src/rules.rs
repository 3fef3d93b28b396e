//! Every rule of every stage, listed and found.

use crate::diag::Rule;
use crate::{config, lint, model, register, syntax};

/// Every rule, in order of code.
pub fn all() -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> = Vec::new();
    rules.extend(syntax::faults::ALL);
    rules.extend(model::faults::ALL);
    rules.extend(lint::rules::ALL.iter().map(|lint| lint.rule));
    rules.extend(lint::suppress::ALL);
    rules.extend(register::faults::ALL);
    rules.extend(config::faults::ALL);
    rules.sort_by_key(|rule| rule.code);
    rules
}

/// The rule with this code, without regard to case, or with this name.
pub fn find(code: &str) -> Option<&'static Rule> {
    all().into_iter().find(|rule| rule.code.eq_ignore_ascii_case(code) || rule.name == code)
}
