//! What can go wrong outside the text, in words, with its remedy.

mod misuse;
mod parts;
mod remedy;
mod system;

pub(crate) use misuse::Misuse;
pub(crate) use parts::PartsFault;
use system::leads_nowhere;
pub(crate) use system::reason;

use super::Exit;
use sop::emit::EmitError;
#[cfg(feature = "pdf")]
use sop::emit::pdf::Unopened;
use sop::import::Refused;
use sop::text::{Arg, Lang, Text};
use std::io;
use std::path::{Path, PathBuf};

/// We could not do our work, or were asked for what does not exist.
#[derive(Debug)]
pub(crate) enum CliError {
    /// The command asks for what does not go together.
    Misuse(Misuse),
    /// A name that is no file, folder or pattern with a match.
    NotFound { path: PathBuf, near: Option<String> },
    /// A pattern that matches no file.
    NoMatch { pattern: String },
    /// A folder without `.sop` files.
    EmptyFolder { path: PathBuf },
    /// A file or folder that cannot be read.
    Read { path: PathBuf, source: io::Error },
    /// A file that no one can have meant.
    TooLarge { path: PathBuf, mebibytes: u64 },
    /// A `sop.toml` that is not UTF-8.
    NotText { path: PathBuf },
    /// A file or folder that cannot be written.
    Write { path: PathBuf, source: io::Error },
    /// Standard output, other than a reader that went away.
    Output { source: io::Error },
    /// Two inputs whose outputs would have one name.
    SameOutput { first: PathBuf, second: PathBuf, folder: PathBuf },
    /// The parts of a check do not fit together.
    Parts(PartsFault),
    /// A template of the office that is in place of none of ours.
    NoSuchTemplate { path: PathBuf, near: Option<String> },
    /// `sop new` would overwrite.
    Exists { path: PathBuf },
    /// A PDF that gave no source.
    #[cfg(feature = "pdf")]
    Open { path: PathBuf, why: Unopened },
    /// A PDF of several procedures, without a folder for their sources.
    #[cfg(feature = "pdf")]
    SeveralSources { path: PathBuf, names: Vec<String> },
    /// A file that no importer reads, by its ending.
    NoImporter { path: PathBuf, known: Vec<String> },
    /// A file of another program that was refused.
    Import { path: PathBuf, why: Refused },
    /// An output that could not be made.
    Emit { path: PathBuf, target: String, source: EmitError },
}

impl CliError {
    /// The file, folder or pattern that it is about.
    pub(crate) fn subject(&self) -> String {
        match self {
            CliError::NotFound { path, .. }
            | CliError::EmptyFolder { path }
            | CliError::Read { path, .. }
            | CliError::TooLarge { path, .. }
            | CliError::NotText { path }
            | CliError::Write { path, .. }
            | CliError::Exists { path }
            | CliError::NoSuchTemplate { path, .. }
            | CliError::NoImporter { path, .. }
            | CliError::Import { path, .. }
            | CliError::Emit { path, .. }
            | CliError::SameOutput { first: path, .. } => show(path),
            CliError::NoMatch { pattern } => pattern.clone(),
            CliError::Misuse(misuse) => misuse.subject(),
            CliError::Parts(fault) => fault.subject(),
            #[cfg(feature = "pdf")]
            CliError::Open { path, .. } | CliError::SeveralSources { path, .. } => show(path),
            CliError::Output { .. } => "-".to_owned(),
        }
    }

    /// What the program ends with: the command was wrong, or the work could not be done.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            CliError::Misuse(_) => Exit::Usage,
            _ => Exit::Failure,
        }
    }

    /// What is.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
            CliError::Misuse(misuse) => misuse.message(lang),
            CliError::Parts(fault) => fault.message(lang),
            CliError::NotFound { path, .. } => fill(
                lang,
                "tidak ada berkas atau folder `{a}`",
                "there is no file or folder `{a}`",
                &[show(path)],
            ),
            CliError::NoMatch { pattern } => fill(
                lang,
                "tidak ada berkas yang cocok dengan `{a}`",
                "no file matches `{a}`",
                std::slice::from_ref(pattern),
            ),
            CliError::EmptyFolder { path } => fill(
                lang,
                "folder `{a}` tidak memuat berkas .sop",
                "the folder `{a}` holds no .sop file",
                &[show(path)],
            ),
            CliError::Read { path, source } if leads_nowhere(path, source) => fill(
                lang,
                "`{a}` tidak dapat dibaca: tautan itu menunjuk ke berkas yang tidak ada",
                "cannot read `{a}`: the link points to a file that does not exist",
                &[show(path)],
            ),
            CliError::Read { path, source } => fill(
                lang,
                "`{a}` tidak dapat dibaca: {b}",
                "cannot read `{a}`: {b}",
                &[show(path), reason(source, lang)],
            ),
            CliError::TooLarge { path, mebibytes } => fill(
                lang,
                "`{a}` lebih besar dari {b} MiB",
                "`{a}` is larger than {b} MiB",
                &[show(path), mebibytes.to_string()],
            ),
            CliError::NotText { path } => {
                fill(lang, "`{a}` bukan teks UTF-8", "`{a}` is not UTF-8 text", &[show(path)])
            }
            CliError::Write { path, source } => fill(
                lang,
                "`{a}` tidak dapat ditulis: {b}",
                "cannot write `{a}`: {b}",
                &[show(path), reason(source, lang)],
            ),
            CliError::Output { source } => fill(
                lang,
                "keluaran tidak dapat ditulis: {a}",
                "cannot write to standard output: {a}",
                &[reason(source, lang)],
            ),
            CliError::SameOutput { first, second, folder } => fill(
                lang,
                "`{a}` dan `{b}` akan menulis berkas bernama sama di `{c}`; belum ada yang ditulis",
                "`{a}` and `{b}` would write files of the same name in `{c}`; nothing was written",
                &[show(first), show(second), show(folder)],
            ),
            CliError::NoSuchTemplate { path, .. } => fill(
                lang,
                "`{a}` tidak menggantikan templat mana pun",
                "`{a}` takes the place of no template",
                &[show(path)],
            ),
            CliError::Exists { path } => fill(
                lang,
                "`{a}` sudah ada dan tidak ditimpa",
                "`{a}` exists and is not overwritten",
                &[show(path)],
            ),
            #[cfg(feature = "pdf")]
            CliError::Open { path, why } => unopened(why).fill(lang, &[("a", show(path).into())]),
            #[cfg(feature = "pdf")]
            CliError::SeveralSources { path, names } => fill(
                lang,
                "`{a}` membawa {b} naskah: {c}",
                "`{a}` carries {b} .sop files: {c}",
                &[show(path), names.len().to_string(), names.join(", ")],
            ),
            CliError::NoImporter { path, known } => fill(
                lang,
                "`{a}` bukan berkas yang dapat disalin: yang dikenal {b}",
                "`{a}` is no file that can be imported: known are {b}",
                &[show(path), known.join(", ")],
            ),
            CliError::Import { path, why } => format!("`{}`: {}", show(path), why.words(lang)),
            CliError::Emit { path, target, source } => fill(
                lang,
                "{b} untuk `{a}` tidak dapat dibuat: {c}",
                "cannot make the {b} of `{a}`: {c}",
                &[show(path), target.clone(), unmade(source, lang)],
            ),
        }
    }
}

fn unmade(why: &EmitError, lang: Lang) -> String {
    match why {
        EmitError::DoesNotFit(why) => why.words(lang),
        EmitError::Template(fault) => fault.words(lang),
    }
}

#[cfg(feature = "pdf")]
fn unopened(why: &Unopened) -> Text {
    match why {
        Unopened::NotPdf => Text { id: "`{a}` bukan PDF", en: "`{a}` is no PDF" },
        Unopened::NoSource => {
            Text { id: "`{a}` tidak membawa naskah .sop", en: "`{a}` carries no .sop file" }
        }
        Unopened::Damaged => Text {
            id: "`{a}` rusak: naskah di dalamnya tidak utuh",
            en: "`{a}` is damaged: the .sop file in it is not whole",
        },
        Unopened::Protected => {
            Text { id: "`{a}` terkunci kata sandi", en: "`{a}` is locked with a password" }
        }
    }
}

/// Puts words in place of `{a}`, `{b}`, `{c}`.
fn fill(lang: Lang, id: &'static str, en: &'static str, words: &[String]) -> String {
    let args: Vec<_> =
        ["a", "b", "c"].into_iter().zip(words.iter().map(|word| Arg::from(word.as_str()))).collect();
    Text { id, en }.fill(lang, &args)
}

/// A path as every message prints it.
pub(crate) fn show(path: &Path) -> String {
    // Nearly every name is text, and that is copied faster than it is written out.
    let text = path.to_str().map_or_else(|| path.display().to_string(), str::to_owned);
    if cfg!(windows) { text.replace('\\', "/") } else { text }
}
