//! What a run is asked to make, of which files and into which folder.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use sop::config::Arah;
use sop::emit::forms::Format;
use sop::emit::{self, Engine, Resolution};
use sop::forms::Jenis;
use sop::paper::PAPERS;
use std::path::{Path, PathBuf};

#[derive(clap::Args, Default)]
pub(super) struct Args {
    pub(super) files: Vec<PathBuf>,
    #[arg(long, short)]
    pub(super) out: Option<PathBuf>,
    #[arg(long, value_delimiter = ',', value_parser = targets())]
    pub(super) target: Vec<String>,
    #[arg(long)]
    pub(super) force: bool,
    #[arg(long)]
    pub(super) report: bool,
    #[arg(long)]
    pub(super) tandai: bool,
    #[arg(long, value_parser = resolution)]
    pub(super) resolusi: Option<Resolution>,
    #[arg(long, value_parser = engines())]
    pub(super) engine: Option<String>,
    #[arg(long, value_parser = papers())]
    pub(super) kertas: Option<String>,
    #[arg(long)]
    pub(super) gabung: bool,
    #[arg(long, value_parser = covers())]
    pub(super) sampul: Option<String>,
    #[arg(long, conflicts_with_all = ["target", "report", "tandai"])]
    pub(super) book: Option<String>,
}

fn covers() -> PossibleValuesParser {
    Arah::NAMES.map(|(name, _)| name).into()
}

/// The sheet is what many call by what it is written as.
fn targets() -> impl TypedValueParser<Value = String> {
    choices(emit::ALL.iter().map(|emitter| emitter.name), ("pdf", "chart"))
}

/// Zeebe is sold as Camunda 8.
pub(super) fn engines() -> impl TypedValueParser<Value = String> {
    choices(Engine::NAMES.into_iter().map(|(name, _)| name), ("camunda8", "zeebe"))
}

/// One of the names, one of which has another name, too.
fn choices(
    names: impl Iterator<Item = &'static str>,
    (alias, of): (&'static str, &'static str),
) -> impl TypedValueParser<Value = String> {
    let value = |name| match PossibleValue::new(name) {
        value if name == of => value.alias(alias),
        value => value,
    };
    let parser = PossibleValuesParser::new(names.map(value));
    parser.map(move |typed| if typed == alias { of.to_owned() } else { typed })
}

fn resolution(typed: &str) -> Result<Resolution, String> {
    let dpi = typed.parse().ok().and_then(Resolution::new);
    dpi.ok_or_else(|| format!("{}–{}", Resolution::BOUNDS.start(), Resolution::BOUNDS.end()))
}

/// The names of the papers there are, as `--kertas` takes them.
pub(super) fn papers() -> PossibleValuesParser {
    PAPERS.iter().map(|paper| paper.name).collect::<Vec<_>>().into()
}

/// A form and its format.
pub(super) type Wanted = (Jenis, &'static Format);

/// Where the outputs of a file go.
pub(super) fn folder_of(args: &Args, path: &Path) -> PathBuf {
    args.out.clone().unwrap_or_else(|| path.parent().unwrap_or(Path::new("")).to_owned())
}

pub(super) fn stem_of(path: &Path) -> String {
    path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
