//! `sop completions` and `sop man`: what a shell and a manual reader need.

use super::error::CliError;
use super::screen::Screen;
use super::{Exit, help};

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

pub(super) fn completions(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(screen.lang), "sop", &mut out);
    screen.print(out);
    Ok(Exit::Clean)
}

pub(super) fn man(screen: &mut Screen) -> Result<Exit, CliError> {
    let mut out = Vec::new();
    clap_mangen::Man::new(help::command(screen.lang))
        .render(&mut out)
        .map_err(|source| CliError::Output { source })?;
    screen.print(out);
    Ok(Exit::Clean)
}
