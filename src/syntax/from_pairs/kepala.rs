//! What stands before the colon: keys with their actor and condition, the actors of a row.

use pest::iterators::Pair;

use super::{Found, Kepala, by_hand, check_name, is_of_a_name, place, read, unless_alone, words_of};
use crate::diag::Diagnostic;
use crate::few::Few;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Pelaku, Tempat};
use crate::syntax::definition;
use crate::syntax::grammar::Rule;
use crate::syntax::prose::Prose;
use crate::syntax::{faults, remedies};

/// `tidak (Kadis), tidak disetujui`. `None` when brackets are left open or something follows them.
pub(in crate::syntax) fn kepala(prose: &Prose<'_>) -> Option<Kepala> {
    unless_alone(|| by_hand::kepala(prose)).or_else(|| kepala_by_grammar(prose))
}

pub(super) fn kepala_by_grammar(prose: &Prose<'_>) -> Option<Kepala> {
    let head = read(Rule::kepala, prose)?.next()?;
    let mut kepala = Kepala { kata: Spanned::default(), untuk: None, kondisi: None };
    for part in head.into_inner() {
        match part.as_rule() {
            Rule::untuk => {
                kepala.untuk = part.into_inner().next().map(|inside| words_of(prose, &inside));
            }
            Rule::kondisi => kepala.kondisi = Some(words_of(prose, &part)),
            _ => kepala.kata = words_of(prose, &part),
        }
    }
    Some(kepala)
}

/// The actor part of a row.
pub(in crate::syntax) fn oleh(prose: &Prose<'_>, found: &mut Found) -> Few<Tempat> {
    if !definition::alone() && !prose.text.is_empty() && prose.text.bytes().all(is_of_a_name) {
        // One actor, as in most rows.
        let nama = prose.part(0..prose.text.len());
        let span = nama.span;
        return Few::from([Tempat { pelaku: Few::from([Pelaku { nama, memutuskan: false }]), span }]);
    }
    unless_alone(|| by_hand::oleh(prose)).unwrap_or_else(|| oleh_by_grammar(prose, found))
}

pub(super) fn oleh_by_grammar(prose: &Prose<'_>, found: &mut Found) -> Few<Tempat> {
    let mut places = Few::new();
    let mut arrow = Span::default();
    for pair in read(Rule::oleh, prose).into_iter().flatten() {
        match pair.as_rule() {
            Rule::tempat => places.extend(tempat(prose, pair, arrow, found)),
            Rule::panah => {
                arrow = place(prose, &pair);
                if !matches!(pair.as_str(), "->" | "→") {
                    found.push(remedies::look_alike(arrow, pair.as_str(), "->"));
                }
            }
            _ => {}
        }
    }
    places
}

fn tempat(prose: &Prose<'_>, pair: Pair<'_, Rule>, arrow: Span, found: &mut Found) -> Option<Tempat> {
    let whole = words_of(prose, &pair).span;
    let mut pelaku = Few::new();
    for actor in pair.into_inner() {
        let mut parts = actor.into_inner();
        let Some(name) = parts.next() else { continue };
        let nama = words_of(prose, &name);
        let tanya = parts.next();
        if let Some(rest) = parts.next().filter(|rest| !rest.as_str().trim().is_empty()) {
            found.push(Diagnostic::at(&faults::QUESTION, words_of(prose, &rest).span));
        }
        if !nama.value.is_empty() {
            let nama = check_name(nama, found);
            pelaku.push(Pelaku { nama, memutuskan: tanya.is_some() });
        } else if let Some(tanya) = tanya {
            found.push(Diagnostic::at(&faults::QUESTION, place(prose, &tanya)));
        } else {
            let near = if whole.start < whole.end { whole } else { arrow };
            let span = if near == Span::default() { prose.span } else { near };
            found.push(Diagnostic::at(&faults::EMPTY_PLACE, span));
        }
    }
    if pelaku.is_empty() { None } else { Some(Tempat { pelaku, span: whole }) }
}
