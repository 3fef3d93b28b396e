//! What is made of several procedures together: a book, and forms for all. With one missing, either would pass for the
//! whole, so then it is not made.

use super::error::{CliError, show};
use super::order::{Args, Wanted};
use super::teller::Teller;
use super::{Exit, write};
use sop::analysis::Procedure;
use sop::emit::Options;
use sop::emit::forms;
use sop::forms::{Fakta, Setup};
use sop::text::Lang;
use std::path::PathBuf;

/// Binds the chapters; a book with a chapter missing would pass for the whole.
#[cfg(feature = "pdf")]
pub(super) fn book(
    args: &Args,
    title: &str,
    wanted: usize,
    chapters: &[(Procedure, Options)],
    teller: &mut Teller,
) -> Result<Exit, CliError> {
    if chapters.len() < wanted || chapters.is_empty() {
        let missing = wanted - chapters.len();
        let (words, help) = match teller.screen.lang {
            Lang::Id => (
                format!("buku tidak dibuat: {missing} dari {wanted} SOP belum dapat dicetak"),
                "perbaiki yang disebut di atas, atau sebut hanya berkas yang dibukukan",
            ),
            Lang::En => (
                format!("the book is not made: {missing} of {wanted} SOPs cannot be printed yet"),
                "mend those named above, or name only the files to bind",
            ),
        };
        teller.screen.warn(&words, Some(help.to_owned()));
        return Ok(teller.exit);
    }
    let folder = args.out.clone().unwrap_or_default();
    let name: String =
        title.chars().map(|c| if "/\\:*?\"<>|".contains(c) || c.is_control() { '-' } else { c }).collect();
    let path = folder.join(format!("{}.pdf", name.trim().trim_start_matches('.')));
    let lent: Vec<(&Procedure, &Options)> =
        chapters.iter().map(|(procedure, options)| (procedure, options)).collect();
    let bytes = sop::emit::pdf::book(title, &lent).map_err(|(at, source)| {
        let path = format!("{}.sop", chapters[at].1.stem).into();
        CliError::Emit { path, target: "chart".to_owned(), source }
    })?;
    write::all(&folder, &[(path.clone(), &bytes)])?;
    teller.screen.print(format!("{}\n", show(&path)));
    Ok(teller.exit)
}

#[cfg(not(feature = "pdf"))]
pub(super) fn book(
    _: &Args,
    _: &str,
    _: usize,
    _: &[(Procedure, Options)],
    teller: &mut Teller,
) -> Result<Exit, CliError> {
    let words = match teller.screen.lang {
        Lang::Id => "program ini dibuat tanpa PDF",
        Lang::En => "this program was made without PDF",
    };
    teller.screen.warn(words, None);
    Ok(Exit::Failure)
}

/// Writes the forms of all files together; one with a procedure missing would pass for the whole.
pub(super) fn joint(
    args: &Args,
    wanted: &[Wanted],
    count: usize,
    chapters: &[(Procedure, Options)],
    teller: &mut Teller,
) -> Result<(), CliError> {
    let Some((_, options)) = chapters.first().filter(|_| chapters.len() == count) else {
        let missing = count - chapters.len();
        let names: Vec<&str> = wanted.iter().map(|(jenis, _)| jenis.name()).collect();
        let names = names.join(", ");
        let (words, help) = match teller.screen.lang {
            Lang::Id => (
                format!("{names} tidak dibuat: {missing} dari {count} SOP belum dapat dicetak"),
                "perbaiki yang disebut di atas, atau pakai `--force`",
            ),
            Lang::En => (
                format!("{names} not made: {missing} of {count} SOPs cannot be printed yet"),
                "mend those named above, or use `--force`",
            ),
        };
        teller.screen.warn(&words, Some(help.to_owned()));
        return Ok(());
    };
    let standing = chapters.iter().map(|(_, options)| options.standing).max().unwrap_or_default();
    let options = Options { standing, ..options.clone() };
    let facts = chapters.iter().map(|(procedure, options)| {
        let Options { config, lang, standing, .. } = options;
        Fakta::of(procedure, &Setup::new(config, *lang, *standing))
    });
    let facts: Vec<Fakta> = facts.collect();
    let folder = args.out.clone().unwrap_or_default();
    let mut files = Vec::new();
    for (jenis, format) in wanted {
        let target = jenis.name();
        let failed = |source| CliError::Emit { path: folder.join(target), target: target.to_owned(), source };
        let made = forms::joint(*jenis, &facts, &options, format).map_err(failed)?;
        files.extend(made.into_iter().map(|it| (folder.join(it.suffix.trim_start_matches('.')), it.bytes)));
    }
    let lent: Vec<(PathBuf, &[u8])> = files.iter().map(|(path, bytes)| (path.clone(), &bytes[..])).collect();
    write::all(&folder, &lent)?;
    for (path, _) in &files {
        teller.screen.print(format!("{}\n", show(path)));
    }
    Ok(())
}
