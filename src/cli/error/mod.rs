//! What can go wrong outside the text, in words, with its remedy.

mod remedy;
mod system;

use system::leads_nowhere;
pub(crate) use system::reason;

use super::Exit;
use sop::emit::EmitError;
#[cfg(feature = "pdf")]
use sop::emit::pdf::Unopened;
use sop::import::Refused;
use sop::register::index::Unread;
use sop::text::{Arg, Lang, Text};
use std::io;
use std::path::{Path, PathBuf};

/// We could not do our work, or were asked for what does not exist.
#[derive(Debug)]
pub(crate) enum CliError {
    /// A name that is no file, folder or pattern with a match.
    NotFound { path: PathBuf, near: Option<String> },
    /// A pattern that matches no file.
    NoMatch { pattern: String },
    /// A pattern that is none.
    BadPattern { pattern: String },
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
    /// Findings were to be drawn on an output that draws nothing.
    NotDrawn { target: String },
    /// An option for an output that is not made.
    OnlyFor { option: &'static str, target: &'static str },
    /// An index that cannot be used.
    Index { path: PathBuf, why: Unread },
    /// An index of the same part once more (`again`), or of other files.
    IndexOfOthers { path: PathBuf, again: bool },
    /// Indexes that were not given.
    PartsMissing { missing: Vec<u32>, of: u32 },
    /// A file that is not as its index knows it.
    ChangedSince { path: PathBuf },
    /// `-` among files.
    StdinAmongFiles,
    /// `-` where the text itself was to be changed, or kept as a part.
    StdinNotWritten,
    /// `-` for a command that makes files named after theirs.
    StdinNotRead,
    /// `-` where standard input holds the answers.
    StdinAnswers,
    /// `-` for the folder that a command makes files in.
    StdoutForFiles,
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
            | CliError::Index { path, .. }
            | CliError::IndexOfOthers { path, .. }
            | CliError::ChangedSince { path }
            | CliError::NoSuchTemplate { path, .. }
            | CliError::NoImporter { path, .. }
            | CliError::Import { path, .. }
            | CliError::Emit { path, .. }
            | CliError::SameOutput { first: path, .. } => show(path),
            CliError::NoMatch { pattern: text }
            | CliError::BadPattern { pattern: text }
            | CliError::NotDrawn { target: text } => text.clone(),
            #[cfg(feature = "pdf")]
            CliError::Open { path, .. } | CliError::SeveralSources { path, .. } => show(path),
            CliError::Output { .. }
            | CliError::OnlyFor { .. }
            | CliError::StdinAmongFiles
            | CliError::StdinNotWritten
            | CliError::StdinNotRead
            | CliError::StdinAnswers
            | CliError::StdoutForFiles
            | CliError::PartsMissing { .. } => "-".to_owned(),
        }
    }

    /// What the program ends with: the command was wrong, or the work could not be done.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            CliError::BadPattern { .. }
            | CliError::NotDrawn { .. }
            | CliError::OnlyFor { .. }
            | CliError::StdinAmongFiles
            | CliError::StdinNotWritten
            | CliError::StdinNotRead
            | CliError::StdinAnswers
            | CliError::StdoutForFiles => Exit::Usage,
            _ => Exit::Failure,
        }
    }

    /// What is.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
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
            CliError::BadPattern { pattern } => fill(
                lang,
                "pola `{a}` tidak terbaca",
                "the pattern `{a}` cannot be read",
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
            CliError::Index { path, why } => {
                let path = show(path);
                match why {
                    Unread::NoIndex => fill(
                        lang,
                        "`{a}` bukan indeks dari `sop check --index`",
                        "`{a}` is no index of `sop check --index`",
                        &[path],
                    ),
                    Unread::OtherProgram(version) => fill(
                        lang,
                        "indeks `{a}` ditulis oleh sop versi lain: {b}",
                        "the index `{a}` was written by another version of sop: {b}",
                        &[path, version.clone()],
                    ),
                    Unread::Damaged(line) => fill(
                        lang,
                        "indeks `{a}` rusak atau terpotong, baris {b}",
                        "the index `{a}` is damaged or cut off, line {b}",
                        &[path, line.to_string()],
                    ),
                }
            }
            CliError::IndexOfOthers { path, again: true } => fill(
                lang,
                "bagian dalam `{a}` sudah disebut",
                "the part in `{a}` was already given",
                &[show(path)],
            ),
            CliError::IndexOfOthers { path, again: false } => fill(
                lang,
                "`{a}` bukan bagian dari pemeriksaan yang sama",
                "`{a}` is no part of the same check",
                &[show(path)],
            ),
            CliError::PartsMissing { missing, of } => fill(
                lang,
                "belum semua bagian ada; yang kurang dari {b}: {a}",
                "not all parts are there; missing of {b}: {a}",
                &[missing.iter().map(u32::to_string).collect::<Vec<_>>().join(", "), of.to_string()],
            ),
            CliError::ChangedSince { path } => fill(
                lang,
                "`{a}` berubah sejak bagiannya diperiksa",
                "`{a}` has changed since its part was checked",
                &[show(path)],
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
            CliError::NotDrawn { target } => fill(
                lang,
                "pada keluaran `{a}` temuan tidak dapat ditandai, karena tidak digambar",
                "findings cannot be marked on the output `{a}`, which is no drawing",
                std::slice::from_ref(target),
            ),
            CliError::OnlyFor { option, target } => fill(
                lang,
                "`{a}` berlaku bagi keluaran `{b}`, yang tidak disebut",
                "`{a}` is for the output `{b}`, which is not named",
                &[(*option).to_owned(), (*target).to_owned()],
            ),
            CliError::StdinAmongFiles => fill(
                lang,
                "`-` berdiri sendiri, tanpa berkas lain",
                "`-` stands alone, without other files",
                &[],
            ),
            CliError::StdinNotWritten => fill(
                lang,
                "`-` hanya dibaca, tidak diubah dan tidak dibagi",
                "`-` is only read, neither changed nor divided",
                &[],
            ),
            CliError::StdinNotRead => fill(
                lang,
                "perintah ini tidak membaca masukan baku (`-`)",
                "this command does not read standard input (`-`)",
                &[],
            ),
            CliError::StdinAnswers => fill(
                lang,
                "tanpa `--kasus`, masukan baku memuat jawaban, bukan naskah",
                "without `--kasus`, standard input holds the answers, and not the text",
                &[],
            ),
            CliError::StdoutForFiles => fill(
                lang,
                "`-` bukan folder; beberapa berkas tidak muat di keluaran baku",
                "`-` is no folder; several files do not go to standard output",
                &[],
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
            CliError::Open { path, why } => {
                let (id, en) = match why {
                    Unopened::NotPdf => ("`{a}` bukan PDF", "`{a}` is no PDF"),
                    Unopened::NoSource => ("`{a}` tidak membawa naskah .sop", "`{a}` carries no .sop file"),
                    Unopened::Damaged => (
                        "`{a}` rusak: naskah di dalamnya tidak utuh",
                        "`{a}` is damaged: the .sop file in it is not whole",
                    ),
                    Unopened::Protected => ("`{a}` terkunci kata sandi", "`{a}` is locked with a password"),
                };
                fill(lang, id, en, &[show(path)])
            }
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
            CliError::Import { path, why } => {
                format!("`{}`: {}", show(path), why.words(lang))
            }
            CliError::Emit { path, target, source } => {
                let why = match source {
                    EmitError::DoesNotFit(why) => why.words(lang),
                    EmitError::Template(fault) => fault.words(lang),
                };
                fill(
                    lang,
                    "{b} untuk `{a}` tidak dapat dibuat: {c}",
                    "cannot make the {b} of `{a}`: {c}",
                    &[show(path), target.clone(), why],
                )
            }
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
