//! `sop completions` and `sop man`: what a shell and a manual reader need.

use super::Exit;
use super::error::CliError;
use super::screen::Screen;
use super::words::Words;
use clap::Command;
use sop::text::Text;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

pub(super) static COMPLETIONS_HELP: Words = Words {
    about: Text { id: "Mencetak pelengkap perintah untuk shell", en: "Print completions for a shell" },
    usage: Text { id: "sop completions SHELL", en: "sop completions SHELL" },
    args: &[(
        "shell",
        Text { id: "bash, zsh, fish, elvish, atau powershell", en: "bash, zsh, fish, elvish or powershell" },
    )],
    examples: Text {
        id: "Contoh:\n  sop completions bash > ~/.local/share/bash-completion/completions/sop",
        en: "Example:\n  sop completions bash > ~/.local/share/bash-completion/completions/sop",
    },
};

/// `command` is the whole command line.
pub(super) fn completions(args: &Args, mut command: Command, screen: &mut Screen) -> Result<Exit, CliError> {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut command, "sop", &mut out);
    screen.print(out);
    Ok(Exit::Clean)
}

pub(super) static MAN_HELP: Words = Words {
    about: Text { id: "Mencetak halaman manual", en: "Print the manual page" },
    usage: Text { id: "sop man", en: "sop man" },
    args: &[],
    examples: Text { id: "Contoh:\n  sop man > sop.1", en: "Example:\n  sop man > sop.1" },
};

/// `command` is the whole command line.
pub(super) fn man(command: Command, screen: &mut Screen) -> Result<Exit, CliError> {
    let mut out = Vec::new();
    clap_mangen::Man::new(command).render(&mut out).map_err(|source| CliError::Output { source })?;
    screen.print(out);
    Ok(Exit::Clean)
}
