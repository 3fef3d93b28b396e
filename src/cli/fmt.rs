//! `sop fmt`: one canonical form.

use super::error::{CliError, Misuse, show};
use super::render::{Renderer, Source};
use super::screen::Screen;
use super::words::Words;
use super::{Exit, inputs, load, write};
use sop::diag::{Diagnostic, Severity, Sink};
use sop::fmt::{Refusal, format, renumber, said};
use sop::source::{LineIndex, Span};
use sop::syntax;
use sop::text::{Lang, Text};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct Args {
    files: Vec<PathBuf>,
    #[arg(long)]
    check: bool,
    #[arg(long)]
    renumber: bool,
}

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Merapikan penulisan SOP ke satu bentuk baku",
        en: "Rewrite procedures in the one canonical form",
    },
    usage: Text { id: "sop fmt [PILIHAN] [BERKAS]...", en: "sop fmt [OPTIONS] [FILE]..." },
    args: &[
        (
            "files",
            Text {
                id: "Berkas, folder, atau pola; `-` membaca masukan baku dan menulis keluaran baku [bawaan: folder ini]",
                en: "Files, folders or patterns; `-` reads standard input and writes standard output [default: this folder]",
            },
        ),
        (
            "check",
            Text {
                id: "Hanya sebut berkas yang belum rapi; tidak ada yang ditulis",
                en: "Only name the files that are not in this form; nothing is written",
            },
        ),
        (
            "renumber",
            Text {
                id: "Nomori kegiatan 1, 2, 3, … beserta semua yang menunjuk kepadanya",
                en: "Number the rows 1, 2, 3, … and everything that refers to them",
            },
        ),
    ],
    examples: Text {
        id: "Contoh:\n  sop fmt usulan.sop\n  sop fmt --check sops/\n  sop fmt --renumber usulan.sop\n  sop fmt - < usulan.sop",
        en: "Examples:\n  sop fmt usulan.sop\n  sop fmt --check sops/\n  sop fmt --renumber usulan.sop\n  sop fmt - < usulan.sop",
    },
};

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let stdin = Path::new(load::STDIN);
    if args.files.iter().any(|path| path == stdin) {
        if args.files.len() > 1 {
            screen.error(&CliError::Misuse(Misuse::StdinAmongFiles));
            return Ok(Exit::Usage);
        }
        let bytes = load::bytes(stdin)?;
        let Some(formatted) = canonical(&bytes, "-", args, screen) else { return Ok(Exit::Findings) };
        if args.check {
            return Ok(if formatted.as_bytes() == bytes { Exit::Clean } else { Exit::Findings });
        }
        screen.print(formatted);
        return Ok(Exit::Clean);
    }
    let (paths, errors) = inputs::collect(&args.files);
    let mut exit = screen.errors(&errors);
    for path in &paths {
        let outcome = file(path, args, screen).unwrap_or_else(|error| {
            screen.error(&error);
            Exit::Failure
        });
        exit = exit.max(outcome);
    }
    Ok(exit)
}

fn file(path: &Path, args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let bytes = load::bytes(path)?;
    let name = show(path);
    let Some(formatted) = canonical(&bytes, &name, args, screen) else { return Ok(Exit::Findings) };
    if formatted.as_bytes() == bytes {
        return Ok(Exit::Clean);
    }
    if !args.check {
        write::through_link(path, formatted.as_bytes())?;
    }
    screen.print(format!("{name}\n"));
    Ok(if args.check { Exit::Findings } else { Exit::Clean })
}

/// The text in its canonical form; `None` when it cannot be had, which is then said.
fn canonical(bytes: &[u8], name: &str, args: &Args, screen: &mut Screen) -> Option<String> {
    let mut sink = Sink::new();
    let text = syntax::decode(bytes, &mut sink);
    let mut ast = syntax::parse(&text, &mut sink);
    let findings: Vec<Diagnostic> =
        sink.into_sorted().into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    if !findings.is_empty() {
        let source = Source::new(name, &text);
        let renderer = Renderer::new(screen.err_looks, screen.lang);
        screen.print_error(&renderer.findings(&findings, &source));
        let help = match screen.lang {
            Lang::Id => "perbaiki dahulu yang disebut di atas",
            Lang::En => "mend first what is named above",
        };
        let message = match screen.lang {
            Lang::Id => format!("{name}: tidak dirapikan, karena ada yang tidak terbaca"),
            Lang::En => format!("{name}: not formatted, because some of it cannot be read"),
        };
        screen.warn(&message, Some(help.to_owned()));
        return None;
    }
    if args.renumber {
        match renumber(&text) {
            Ok(numbered) => {
                ast = syntax::parse(&numbered, &mut Sink::new());
                for said in said(&text) {
                    screen.warn(&format!("{name}: {}", said.message(screen.lang)), None);
                }
            }
            Err(refusal) => {
                let index = LineIndex::new(&text);
                let place = place(&refusal).map(|span| index.line_column(&text, span.start as usize));
                let place = place.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
                screen.warn(&format!("{name}{place}: {}", refusal.message(screen.lang)), None);
                return None;
            }
        }
    }
    let formatted = format(&ast);
    // Line ends stay as they are: a checkout on Windows has others than the repository.
    let windows = text.split_once('\n').is_some_and(|(first, _)| first.ends_with('\r'));
    Some(if windows { formatted.replace('\n', "\r\n") } else { formatted })
}

fn place(refusal: &Refusal) -> Option<Span> {
    match refusal {
        Refusal::Doubled { span, .. } | Refusal::Nowhere { span, .. } => Some(*span),
        Refusal::SyntaxErrors | Refusal::TooMany => None,
    }
}
