//! A command line that was wrong, in words: clap finds it, we say it.

use super::Exit;
use super::render::notice;
use super::screen::Screen;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use sop::day::Day;
use sop::text::{Arg, Lang, Text, nearest};
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Prints the help or version that was asked for, or what is wrong.
pub(super) fn answer(error: &clap::Error, screen: &mut Screen) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            screen.print(error.render().to_string());
            return Exit::Clean;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            screen.print_error(&error.render().to_string());
            return Exit::Usage;
        }
        _ => {}
    }
    let lang = screen.lang;
    let (message, help) = words(error, lang);
    let word = Text { id: "perintah keliru", en: "wrong usage" };
    let report = notice(word.pattern(lang), &message, Some(help), lang, screen.err_looks);
    screen.print_error(&report);
    Exit::Usage
}

/// A number within bounds; the error says the bounds.
pub(super) fn within<T>(typed: &str, bounds: &RangeInclusive<T>) -> Result<T, String>
where
    T: FromStr + PartialOrd + Display,
{
    let number = typed.parse().ok().filter(|number| bounds.contains(number));
    number.ok_or_else(|| format!("{}–{}", bounds.start(), bounds.end()))
}

/// How many files or cases.
pub(super) fn count(typed: &str) -> Result<u32, String> {
    within(typed, &(1..=1_000_000))
}

/// A day; the program has no clock of its own here, so that a run can be repeated.
pub(super) fn day(typed: &str) -> Result<Day, String> {
    Day::read(typed).ok_or_else(|| "2026-11-24 / \"24 November 2026\"".to_owned())
}

fn words(error: &clap::Error, lang: Lang) -> (String, String) {
    let of = |kind: ContextKind| error.get(kind).map(plain).unwrap_or_default();
    let (typed, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let (arg, choices) = one_of_many(&typed, lang);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => Text { id: "tidak ada pilihan `{a}`", en: "there is no option `{a}`" },
        ErrorKind::InvalidSubcommand => {
            Text { id: "tidak ada perintah `{c}`", en: "there is no command `{c}`" }
        }
        ErrorKind::MissingRequiredArgument => Text { id: "{a} belum disebut", en: "{a} is missing" },
        ErrorKind::InvalidValue if value.is_empty() => {
            Text { id: "{a} belum diberi nilai", en: "{a} has no value" }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Text { id: "`{v}` tidak dapat dipakai untuk {a}", en: "`{v}` cannot be used for {a}" }
        }
        ErrorKind::ArgumentConflict => {
            Text { id: "{a} tidak dapat disebut bersama {p}", en: "{a} cannot stand with {p}" }
        }
        ErrorKind::InvalidUtf8 => Text { id: "sebuah nilai bukan UTF-8", en: "a value is not UTF-8" },
        _ => Text { id: "{a} tidak terbaca", en: "{a} cannot be read" },
    };
    let args = [
        ("a", Arg::from(arg)),
        ("v", Arg::from(value.as_str())),
        ("c", Arg::from(of(ContextKind::InvalidSubcommand))),
        ("p", Arg::from(of(ContextKind::PriorArg))),
    ];
    // Of an option that nothing resembles, clap names any.
    // The same of a value: what resembles none is answered with all that there are.
    let near = |text: &String| match error.kind() {
        ErrorKind::UnknownArgument => resembles(&typed, text),
        ErrorKind::InvalidValue => resembles(&value, text),
        _ => true,
    };
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .filter_map(|kind| error.get(kind).map(plain))
            .find(|text| !text.is_empty() && near(text));
    let valid = if choices.is_empty() { of(ContextKind::ValidValue) } else { choices };
    // What a value is read with says what it takes.
    let bounds = std::error::Error::source(error).map(ToString::to_string);
    let (help, word) = match suggested {
        Some(near) => (Text { id: "maksud Anda `{w}`?", en: "did you mean `{w}`?" }, near),
        None if !valid.is_empty() => (Text { id: "pilih salah satu: {w}", en: "choose one of: {w}" }, valid),
        None if error.kind() == ErrorKind::ValueValidation && bounds.is_some() => {
            (Text { id: "yang dapat dipakai: {w}", en: "what can be used: {w}" }, bounds.unwrap_or_default())
        }
        None => match command_of(&of(ContextKind::Usage)) {
            Some(command) => (Text { id: "lihat `sop {w} --help`", en: "see `sop {w} --help`" }, command),
            None => (
                Text {
                    id: "lihat `sop --help` atau `sop PERINTAH --help`",
                    en: "see `sop --help` or `sop COMMAND --help`",
                },
                String::new(),
            ),
        },
    };
    (message.fill(lang, &args), help.fill(lang, &[("w", Arg::from(word))]))
}

/// Options of which one must stand, `<--pnml|--bpmn>`, by a word that can be read; and all of them.
fn one_of_many(arg: &str, lang: Lang) -> (String, String) {
    let group = arg.split_once("<--").and_then(|(_, rest)| rest.split_once('>'));
    let Some((group, _)) = group.filter(|(group, _)| group.contains('|')) else {
        return (arg.to_owned(), String::new());
    };
    let word = Text { id: "pilihan keluaran", en: "the option that says what to write" };
    let shown = arg.replace(&format!("<--{group}>"), word.pattern(lang));
    (shown, format!("--{}", group.replace('|', ", ")))
}

/// The command that a usage is of: `check` of `Usage: sop check [FILE]`.
fn command_of(usage: &str) -> Option<String> {
    let (_, after) = usage.split_once("sop ")?;
    let word = after.split_whitespace().next()?;
    word.bytes().all(|byte| byte.is_ascii_lowercase()).then(|| word.to_owned())
}

fn resembles(typed: &str, option: &str) -> bool {
    let bare =
        |text: &str| text.trim_start_matches('-').split(['=', ' ']).next().unwrap_or_default().to_owned();
    let (typed, option) = (bare(typed), bare(option));
    let begins = option.starts_with(&typed) || typed.starts_with(&option);
    begins || nearest(&typed, [option.as_str()]).is_some()
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}
