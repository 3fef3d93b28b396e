//! Text of one field → its value: one function per entry rule of the grammar.
//!
//! Every function takes a [`Prose`], so that a place found in joined text is a place in the file.

mod alur;
mod batas;
mod by_hand;
mod kepala;
mod tanggal;
mod waktu;

pub(super) use self::alur::{alur_of, daftar_nomor};
pub(super) use self::batas::batas;
pub(super) use self::kepala::{kepala, oleh};
pub(super) use self::tanggal::tanggal;
pub(super) use self::waktu::waktu;

use pest::Parser;
use pest::iterators::{Pair, Pairs};
use smol_str::SmolStr;

use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};

use super::definition;
use super::grammar::{Grammar, Rule};
use super::prose::Prose;
use super::remedies;

pub(super) type Found = Vec<Diagnostic>;

/// What stands before the colon of a field.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Kepala {
    pub(super) kata: Spanned<SmolStr>,
    pub(super) untuk: Option<Spanned<SmolStr>>,
    pub(super) kondisi: Option<Spanned<SmolStr>>,
}

/// What common values are read as by hand; `None` where the grammar is to read everything.
fn unless_alone<T>(by_hand: impl FnOnce() -> Option<T>) -> Option<T> {
    if definition::alone() { None } else { by_hand() }
}

fn read<'p>(rule: Rule, prose: &'p Prose<'_>) -> Option<Pairs<'p, Rule>> {
    Some(Grammar::parse(rule, &prose.text).ok()?.next()?.into_inner())
}

fn place(prose: &Prose<'_>, pair: &Pair<'_, Rule>) -> Span {
    let span = pair.as_span();
    prose.locate(span.start()..span.end())
}

/// The text of a pair without the blanks around it.
fn words_of(prose: &Prose<'_>, pair: &Pair<'_, Rule>) -> Spanned<SmolStr> {
    let span = pair.as_span();
    prose.part(span.start()..span.end())
}

/// Whether a byte is one of those that nearly all names are made of, none of which means anything but itself.
pub(super) fn is_of_a_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b'/')
}

/// Reports the marks that a name may not hold, and gives the name before them.
pub(super) fn check_name(mut nama: Spanned<SmolStr>, found: &mut Found) -> Spanned<SmolStr> {
    // Most names are nothing but words.
    if nama.value.bytes().all(is_of_a_name) {
        return nama;
    }
    let is_mark = |c: char| matches!(c, '(' | ')' | '[' | ']' | '=' | ':' | '?' | '→');
    let mark = nama.value.find(is_mark);
    let arrow = memchr::memmem::find(nama.value.as_bytes(), b"->");
    let Some(at) = [mark, arrow].into_iter().flatten().min() else { return nama };
    let mark = if Some(at) == arrow {
        "->"
    } else {
        &nama.value[at..at + nama.value[at..].chars().next().map_or(0, char::len_utf8)]
    };
    found.push(remedies::mark_in_name(&nama, at, mark));
    let before = nama.value[..at].trim_end().len();
    if before > 0 {
        nama.value = nama.value[..before].into();
    }
    nama
}
