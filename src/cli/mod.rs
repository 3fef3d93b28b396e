//! The command line: what may be asked for, and what the exit status means.

mod alike;
mod build;
mod check;
mod config;
mod daftar;
mod diff;
mod dokumen;
mod error;
mod excerpt;
mod explain;
mod export;
mod fix;
mod fmt;
mod formulir;
mod help;
mod import;
mod inputs;
mod lang;
mod load;
mod looks;
mod make;
mod memo;
mod merge;
mod migrasi;
mod new;
mod offers;
#[cfg(feature = "pdf")]
mod open;
mod order;
mod progress;
mod rekam;
mod render;
mod screen;
mod seen;
mod settings;
mod shard;
mod shell;
mod simulate;
mod sweep;
mod table;
mod tally;
mod teller;
mod templat;
mod time;
mod together;
mod usage;
mod view;
mod words;
mod work;
mod write;

use clap::{FromArgMatches, Parser, Subcommand};
use error::CliError;
use screen::Screen;
use std::ffi::OsString;
use std::process::ExitCode;

/// The exit status is part of the interface: build servers rely on it. The worst of all files counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Nothing wrong.
    Clean = 0,
    /// The text has findings at or above the level asked for.
    Findings = 1,
    /// The command line was wrong.
    Usage = 2,
    /// We could not do our work: a file that cannot be read or written.
    Failure = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

// Each command's words, in both languages, stand beside its arguments; `help.rs` puts them on.
#[derive(Parser)]
#[command(name = "sop", version, disable_help_subcommand = true)]
struct Cli {
    /// Read already by `lang::choose`; here only so that it is checked.
    #[arg(long, global = true, value_parser = ["id", "en"])]
    #[allow(dead_code, reason = "see above")]
    lang: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Args),
    Merge(merge::Args),
    Build(build::Args),
    Time(time::Args),
    Simulate(simulate::Args),
    Daftar(daftar::Args),
    Dokumen(dokumen::Args),
    Migrasi(migrasi::Args),
    Export(export::Args),
    Formulir(formulir::Args),
    Rekam(rekam::Args),
    Fmt(fmt::Args),
    Explain(explain::Args),
    Rules(explain::RulesArgs),
    New(new::Args),
    Import(import::Args),
    #[cfg(feature = "pdf")]
    Open(open::Args),
    Config(config::Args),
    Templat(templat::Args),
    Completions(shell::Args),
    Man,
}

/// How a list is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Human,
    /// For programs.
    Json,
}

/// Does what the arguments ask for.
pub(crate) fn run(args: Vec<OsString>) -> Exit {
    let args = help_last(args);
    let mut screen = Screen::new(lang::choose(args.get(1..).unwrap_or_default()));
    let parsed = help::command(screen.lang)
        .try_get_matches_from(args)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let result = match parsed {
        Err(error) => Ok(usage::answer(&error, &mut screen)),
        Ok(cli) => match cli.command {
            Command::Check(args) => check::run(&args, &mut screen),
            Command::Merge(args) => merge::run(&args, &mut screen),
            Command::Build(args) => build::run(&args, &mut screen),
            Command::Time(args) => time::run(&args, &mut screen),
            Command::Simulate(args) => simulate::run(&args, &mut screen),
            Command::Daftar(args) => daftar::run(&args, &mut screen),
            Command::Dokumen(args) => dokumen::run(&args, &mut screen),
            Command::Migrasi(args) => migrasi::run(&args, &mut screen),
            Command::Export(args) => export::run(&args, &mut screen),
            Command::Formulir(args) => formulir::run(&args, &mut screen),
            Command::Rekam(args) => rekam::run(&args, &mut screen),
            Command::Fmt(args) => fmt::run(&args, &mut screen),
            Command::Explain(args) => explain::run(&args, &mut screen),
            Command::Rules(args) => explain::rules(&args, &mut screen),
            Command::New(args) => new::run(&args, &mut screen),
            Command::Import(args) => import::run(&args, &mut screen),
            #[cfg(feature = "pdf")]
            Command::Open(args) => open::run(&args, &mut screen),
            Command::Config(args) => config::run(&args, &mut screen),
            Command::Templat(args) => templat::run(&args, &mut screen),
            Command::Completions(args) => shell::completions(&args, help::command(screen.lang), &mut screen),
            Command::Man => shell::man(help::command(screen.lang), &mut screen),
        },
    };
    let mut exit = result.unwrap_or_else(|error| fail(&mut screen, &error));
    if let Err(error) = screen.finish() {
        exit = exit.max(fail(&mut screen, &error));
    }
    exit
}

/// `sop help check`, which many type, as `sop check --help`.
fn help_last(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|word| word == "help") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

fn fail(screen: &mut Screen, error: &CliError) -> Exit {
    screen.error(error);
    error.exit()
}
