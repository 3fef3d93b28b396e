//! The `sop` program: arguments in, exit status out.
#![allow(
    clippy::disallowed_methods,
    reason = "files and the environment are this side's business, not the library's"
)]

mod cli;

/// A file costs some 1,500 requests for memory. The library leaves the choice to whoever embeds it.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::run(std::env::args_os().collect()).into()
}
