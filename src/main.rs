//! The `sop` program: arguments in, exit status out.
#![allow(
    clippy::disallowed_methods,
    reason = "files and the environment are this side's business, not the library's"
)]

mod cli;

fn main() -> std::process::ExitCode {
    cli::run(std::env::args_os().collect()).into()
}
