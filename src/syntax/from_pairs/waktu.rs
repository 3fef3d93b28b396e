//! Times.

use super::{Found, by_hand, read, unless_alone, words_of};
use crate::diag::Diagnostic;
use crate::syntax::ast::Waktu;
use crate::syntax::grammar::Rule;
use crate::syntax::prose::Prose;
use crate::syntax::values::{Faulty, durasi};
use crate::syntax::{faults, remedies, words};

/// A time; words are kept as they are.
pub(in crate::syntax) fn waktu(prose: &Prose<'_>, total: bool, found: &mut Found) -> Waktu {
    match unless_alone(|| by_hand::durasi(&prose.text)) {
        None => waktu_by_grammar(prose, total, found),
        durasi => Waktu { teks: prose.text.as_ref().into(), durasi, kata_dikenal: false, syarat: None },
    }
}

pub(super) fn waktu_by_grammar(prose: &Prose<'_>, total: bool, found: &mut Found) -> Waktu {
    let mut waktu =
        Waktu { teks: prose.text.as_ref().into(), durasi: None, kata_dikenal: false, syarat: None };
    let mut faulty = Faulty::No;
    for pair in read(Rule::waktu, prose).into_iter().flatten() {
        match pair.as_rule() {
            Rule::lama => waktu.durasi = durasi(pair, &mut faulty),
            Rule::syarat if total => waktu.syarat = Some(words_of(prose, &pair).value),
            Rule::syarat => faulty = Faulty::Unread,
            _ => {}
        }
    }
    if faulty != Faulty::No {
        waktu.durasi = None;
    }
    if waktu.durasi.is_some() {
        return waktu;
    }
    waktu.kata_dikenal = words::is_known_time(&waktu.teks);
    if faulty == Faulty::TimePerTime {
        found.push(Diagnostic::at(&faults::TIME_PER_TIME, prose.span).with("teks", waktu.teks.as_str()));
    } else if !waktu.kata_dikenal {
        found.push(remedies::unread_time(prose.span, &waktu.teks));
    }
    waktu
}
