//! What a run is asked to make, of which files and into which folder.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use sop::config::Arah;
use sop::emit::forms::Format;
use sop::emit::{self, Emitter, Engine, Resolution};
use sop::forms::Jenis;
use sop::layout::paper::PAPERS;
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

fn targets() -> impl TypedValueParser<Value = String> {
    let value = |emitter: &Emitter| match emitter.name {
        CHART => PossibleValue::new(CHART).alias("pdf"),
        name => PossibleValue::new(name),
    };
    let parser = PossibleValuesParser::new(emit::ALL.iter().map(value));
    parser.map(|typed| if typed == "pdf" { CHART.to_owned() } else { typed })
}

/// The official sheet, which many call by what it is written as.
const CHART: &str = "chart";

pub(super) fn engines() -> impl TypedValueParser<Value = String> {
    let value = |(name, engine)| match engine {
        Engine::Zeebe => PossibleValue::new(name).alias(CAMUNDA_8),
        _ => PossibleValue::new(name),
    };
    let parser = PossibleValuesParser::new(Engine::NAMES.map(value));
    parser.map(|typed| if typed == CAMUNDA_8 { "zeebe".to_owned() } else { typed })
}

/// What Zeebe is sold as.
const CAMUNDA_8: &str = "camunda8";

fn resolution(typed: &str) -> Result<Resolution, String> {
    let dpi = typed.parse().ok().and_then(Resolution::new);
    dpi.ok_or_else(|| format!("{}–{}", Resolution::BOUNDS.start(), Resolution::BOUNDS.end()))
}

fn papers() -> PossibleValuesParser {
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
