//! Every door in: the bytes of another program's file become a procedure as it would have been written.
//!
//! An importer keeps what the language can say, and lists the rest: nothing is lost silently. It knows no file system.

#[cfg(feature = "bpmn")]
mod bpmn;

use crate::syntax::ast::Sop;
use crate::text::{Arg, Lang, Text};

/// Every way in.
pub static ALL: &[Importer] = &[
    #[cfg(feature = "bpmn")]
    bpmn::IMPORTER,
];

/// A way in.
#[derive(Debug)]
pub struct Importer {
    /// As the help names it.
    pub name: &'static str,
    /// One line for the help.
    pub about: Text,
    /// Endings of its files, small letters.
    pub extensions: &'static [&'static str],
    /// Reads a file.
    pub import: fn(&[u8]) -> Result<Imported, Refused>,
}

/// What was read.
#[derive(Debug)]
pub struct Imported {
    /// The procedure, for `fmt` to print.
    pub sop: Sop,
    /// What the language could not say, in the order of the file.
    pub lost: Vec<Note>,
}

/// Something that was not kept, or that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// In both languages.
    pub text: &'static Text,
    /// What is put in place of its names.
    pub args: Vec<(&'static str, Arg)>,
}

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong with it, in both languages.
    pub text: &'static Text,
    /// What is put in place of its names.
    pub args: Vec<(&'static str, Arg)>,
}

impl Note {
    /// The sentence.
    pub fn words(&self, lang: Lang) -> String {
        self.text.fill(lang, &self.args)
    }
}

impl Refused {
    /// The sentence.
    pub fn words(&self, lang: Lang) -> String {
        self.text.fill(lang, &self.args)
    }
}

/// The importer for files with this ending.
pub fn find(extension: &str) -> Option<&'static Importer> {
    let folded = extension.to_lowercase();
    ALL.iter().find(|importer| importer.extensions.contains(&folded.as_str()))
}
