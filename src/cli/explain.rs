//! `sop explain` and `sop rules`: what the rules are.

use super::error::CliError;
use super::render::{notice, wrap};
use super::screen::Screen;
use super::{Exit, Format};
use sop::report::json;
use sop::rules;
use sop::text::{Lang, Text, nearest};

#[derive(clap::Args)]
pub(super) struct Args {
    code: String,
}

#[derive(clap::Args)]
pub(super) struct RulesArgs {
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Prints the page of a rule.
pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let Some(rule) = rules::find(&args.code) else {
        let all = rules::all();
        let known = all.iter().flat_map(|rule| [rule.code, rule.name]);
        let lang = screen.lang;
        let message = match lang {
            Lang::Id => format!("tidak ada aturan bernama `{}`", args.code),
            Lang::En => format!("there is no rule named `{}`", args.code),
        };
        let help = match (lang, nearest(&args.code, known)) {
            (Lang::Id, Some(near)) => format!("maksud Anda `{near}`?"),
            (Lang::En, Some(near)) => format!("did you mean `{near}`?"),
            (Lang::Id, None) => "daftar aturan dicetak oleh `sop rules`".to_owned(),
            (Lang::En, None) => "`sop rules` prints the list of rules".to_owned(),
        };
        let word = Text { id: "gagal", en: "failed" };
        screen.print_error(&notice(word.pattern(lang), &message, Some(help), lang, screen.err_looks));
        return Ok(Exit::Usage);
    };
    screen.print(rule.page);
    Ok(Exit::Clean)
}

#[derive(serde::Serialize)]
struct Entry {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    since: &'static str,
    basis: Option<&'static str>,
    message: String,
    help: Option<&'static str>,
}

#[derive(serde::Serialize)]
struct List {
    schema: &'static str,
    rules: Vec<Entry>,
}

/// Prints every rule, a line each.
pub(super) fn rules(args: &RulesArgs, screen: &mut Screen) -> Result<Exit, CliError> {
    let lang = screen.lang;
    let all = rules::all();
    if args.format == Format::Json {
        let rules = all
            .iter()
            .map(|rule| Entry {
                code: rule.code,
                name: rule.name,
                severity: json::word(rule.severity),
                since: rule.since,
                basis: rule.basis,
                message: rule.message.pattern(lang).to_owned(),
                help: rule.help.as_ref().map(|help| help.pattern(lang)),
            })
            .collect();
        let list = List { schema: "aturan-v1", rules };
        screen.print(serde_json::to_string_pretty(&list).expect("bug: words serialise") + "\n");
        return Ok(Exit::Clean);
    }
    let names = all.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let severities = all.iter().map(|rule| rule.severity.word().pattern(lang).len()).max().unwrap_or(0);
    for rule in all {
        let severity = rule.severity.word().pattern(lang);
        let first = format!("{}  {:names$}  {severity:severities$}  ", rule.code, rule.name);
        let width = screen.out_looks.width.max(first.len() + 40);
        screen.print(wrap(&first, &rule.message.outline(lang), width));
    }
    Ok(Exit::Clean)
}
