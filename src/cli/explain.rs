//! `sop explain` and `sop rules`: what the rules are.

use super::error::CliError;
use super::render::{notice, wrap};
use super::screen::Screen;
use super::words::Words;
use super::{Exit, view};
use sop::diag::Rule;
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
    format: ListFormat,
}

/// How the list of rules is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum ListFormat {
    #[default]
    Human,
    Json,
    Markdown,
}

pub(super) static HELP: Words = Words {
    about: Text { id: "Menjelaskan sebuah aturan, dengan contoh", en: "Explain a rule, with examples" },
    usage: Text { id: "sop explain KODE", en: "sop explain CODE" },
    args: &[(
        "code",
        Text {
            id: "Kode atau nama aturan; awal kode (SOP2) mencetak seluruh rumpunnya",
            en: "Code or name of the rule; the start of a code (SOP2) lists its family",
        },
    )],
    examples: Text {
        id: "Contoh:\n  sop explain SOP104\n  sop explain self-return\n  sop explain SOP2",
        en: "Examples:\n  sop explain SOP104\n  sop explain self-return\n  sop explain SOP2",
    },
};

/// Prints the page of a rule, or the list of a family of rules, in the language of the run.
pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    if let Some(rule) = rules::find(&args.code) {
        let page = page(rule, screen);
        screen.print(page);
        return Ok(Exit::Clean);
    }
    let family = rules::family(&args.code);
    if !family.is_empty() {
        list(&family, screen);
        return Ok(Exit::Clean);
    }
    let lang = screen.lang;
    let message = Text { id: "tidak ada aturan bernama `{a}`", en: "there is no rule named `{a}`" };
    let message = message.fill(lang, &[("a", args.code.as_str().into())]);
    let near = near(&args.code);
    let help = match near.is_empty() {
        true => {
            Text { id: "daftar aturan dicetak oleh `sop rules`", en: "`sop rules` prints the list of rules" }
        }
        false => Text { id: "maksud Anda {a}?", en: "did you mean {a}?" },
    };
    let help = help.fill(lang, &[("a", near.into())]);
    let word = Text { id: "gagal", en: "failed" };
    screen.print_error(&notice(word.pattern(lang), &message, Some(help), lang, screen.err_looks));
    Ok(Exit::Usage)
}

/// At most three: the nearest name or code, and rules whose name has the word in it.
fn near(asked: &str) -> Vec<String> {
    let all = rules::all();
    let mut found: Vec<&str> =
        nearest(asked, all.iter().flat_map(|rule| [rule.code, rule.name])).into_iter().collect();
    let word = asked.to_lowercase();
    let holds = |name: &str| word.len() > 2 && name.split('-').any(|part| part == word);
    found.extend(all.iter().map(|rule| rule.name).filter(|name| holds(name)));
    found.dedup();
    found.truncate(3);
    found.into_iter().map(|name| format!("`{name}`")).collect()
}

static WRONG: Text = Text { id: "Salah", en: "Wrong" };
static RIGHT: Text = Text { id: "Benar", en: "Right" };
static FOUND: Text = Text { id: "yang ditemukan di dalamnya:", en: "what is found in it:" };
static REMEDY: Text = Text { id: "perbaikan otomatis: {a}", en: "automatic remedy: {a}" };
static BASIS: Text = Text { id: "dasar {a}", en: "basis {a}" };

/// A page as a terminal shows it: filled to its width, headings marked, examples moved in, links without their address.
fn page(rule: &Rule, screen: &Screen) -> String {
    let (lang, looks) = (screen.lang, screen.out_looks);
    let strong =
        |text: &str| if looks.colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() };
    let width = looks.width.min(100);
    let mut out = strong(&format!("{} {}", rule.code, rule.name));
    out += &format!(" ({}", rule.severity.word().pattern(lang));
    if let Some(basis) = rule.basis {
        out += &format!(", {}", BASIS.fill(lang, &[("a", basis.into())]));
    }
    if let Some(word) = rules::remedy_word(rule) {
        out += &format!(", {}", REMEDY.fill(lang, &[("a", word.into())]));
    }
    out += ")\n";
    for paragraph in rules::explanation(rule.page(), lang) {
        out += &format!("\n{}", wrap("", &paragraph, width));
    }
    // What is found stands in both languages.
    let said = match lang {
        Lang::Id => "```text",
        Lang::En => "```text en",
    };
    let mut fence: Option<bool> = None;
    let mut other = false;
    for line in rule.page().lines().skip_while(|line| !line.starts_with("## ")) {
        match (line, fence) {
            ("## Salah", None) => out += &format!("\n{}\n", strong(WRONG.pattern(lang))),
            ("## Benar", None) => out += &format!("\n{}\n", strong(RIGHT.pattern(lang))),
            ("```text" | "```text en", None) if line != said => other = true,
            ("```", _) if other => other = false,
            _ if other => {}
            (line, None) if line.starts_with("```") => {
                let findings = line == said;
                // An example of several files says which is which.
                let name = line.split_whitespace().nth(1).filter(|name| name.ends_with(".sop"));
                out += &match name {
                    _ if findings => format!("\n  {}\n\n", FOUND.pattern(lang)),
                    Some(name) => format!("\n  {name}:\n\n"),
                    None => "\n".to_owned(),
                };
                fence = Some(findings);
            }
            ("```", Some(_)) => fence = None,
            ("", Some(_)) => out.push('\n'),
            (line, Some(true)) => out += &wrap("    ", line, width),
            (line, Some(false)) => out += &format!("    {line}\n"),
            (_, None) => {}
        }
    }
    out
}

#[derive(serde::Serialize)]
struct Entry {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    since: &'static str,
    basis: Option<&'static str>,
    /// `safe`, `unsafe`; `None` where the writer has to find the remedy.
    fix: Option<&'static str>,
    message: String,
    help: Option<&'static str>,
}

#[derive(serde::Serialize)]
struct List {
    schema: &'static str,
    rules: Vec<Entry>,
}

pub(super) static RULES_HELP: Words = Words {
    about: Text { id: "Mencetak semua aturan, satu baris satu aturan", en: "Print all rules, one a line" },
    usage: Text { id: "sop rules [PILIHAN]", en: "sop rules [OPTIONS]" },
    args: &[(
        "format",
        Text {
            id: "`human` untuk dibaca orang [bawaan], `json` untuk program lain, `markdown` untuk halaman",
            en: "`human` for people [default], `json` for other programs, `markdown` for pages",
        },
    )],
    examples: Text { id: "Contoh:\n  sop rules --format json", en: "Example:\n  sop rules --format json" },
};

/// Prints every rule, a line each.
pub(super) fn rules(args: &RulesArgs, screen: &mut Screen) -> Result<Exit, CliError> {
    let lang = screen.lang;
    let all = rules::all();
    if args.format == ListFormat::Markdown {
        screen.print(rules::index(lang));
        return Ok(Exit::Clean);
    }
    if args.format == ListFormat::Json {
        let rules = all
            .iter()
            .map(|rule| Entry {
                code: rule.code,
                name: rule.name,
                severity: json::word(rule.severity),
                since: rule.since,
                basis: rule.basis,
                fix: rules::remedy(rule).map(|safe| if safe { "safe" } else { "unsafe" }),
                message: rule.message.pattern(lang).to_owned(),
                help: rule.help.as_ref().map(|help| help.pattern(lang)),
            })
            .collect();
        let list = List { schema: "aturan-v1", rules };
        screen.print(view::json_text(&list));
        return Ok(Exit::Clean);
    }
    list(&all, screen);
    Ok(Exit::Clean)
}

/// One rule a line.
fn list(rules: &[&Rule], screen: &mut Screen) {
    let lang = screen.lang;
    let names = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let severities = rules.iter().map(|rule| rule.severity.word().pattern(lang).len()).max().unwrap_or(0);
    for rule in rules {
        let severity = rule.severity.word().pattern(lang);
        let first = format!("{}  {:names$}  {severity:severities$}  ", rule.code, rule.name);
        let width = screen.out_looks.width.max(first.len() + 40);
        screen.print(wrap(&first, &rule.message.outline(lang), width));
    }
}
