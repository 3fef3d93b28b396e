//! `SOP547` cut-word: a word that was divided at the end of a line, as texts from a PDF have it.

use crate::analysis::Procedure;
use crate::analysis::tulisan::Mark;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::propose;
use crate::page;
use crate::text::Text;
use std::ops::Range;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP547",
    name: "cut-word",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "`{teks}` tercetak dengan tanda hubung dan spasi di tengahnya",
        en: "`{teks}` is printed with a hyphen and a blank in it",
    },
    help: Some(Text {
        id: "bila kata ini terpotong di ujung baris, satukan: `{baku}`",
        en: "if this word was divided at the end of a line, join it: `{baku}`",
    }),
    basis: None,
    page: page!("SOP547"),
};

static JOIN: Text = Text { id: "satukan kata yang terpotong", en: "join what was divided" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    for (text, tulisan) in procedure.tulisan_with(Mark::Hyphen) {
        let cuts: Vec<(Range<usize>, usize)> = cut_words(text).collect();
        let Some((first, _)) = cuts.first() else { continue };
        let hyphens = cuts.iter().map(|(_, at)| (*at..at + "- ".len(), ""));
        let fix = propose(procedure, (tulisan.place, text), hyphens, &JOIN);
        let typed = &text[first.clone()];
        let mut found = Diagnostic::at(&RULE, fix.as_ref().map_or(tulisan.place, |fix| fix.edits[0].0))
            .with("teks", typed)
            .with("baku", typed.replace("- ", ""));
        found.fix = fix;
        sink.push(found);
    }
}

/// The words with `- ` in them, and where it stands. `pra- dan pascabencana` leaves out what follows later.
fn cut_words(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    let hyphens = memchr::memchr_iter(b'-', text.as_bytes());
    hyphens.filter(|at| text.as_bytes().get(at + 1) == Some(&b' ')).filter_map(|at| {
        let before = text[..at].rfind(' ').map_or(0, |blank| blank + 1);
        let behind = at + "- ".len();
        let end = text[behind..].find(' ').map_or(text.len(), |blank| behind + blank);
        let lower = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let (one, other) = (&text[before..at], &text[behind..end]);
        let other = other.trim_end_matches(|c: char| !c.is_alphanumeric());
        let word =
            |word: &str| word.get(1..).is_some_and(|rest| lower(rest) || rest.len() == 1) && !word.is_empty();
        let joined = matches!(other, "dan" | "atau" | "serta" | "hingga" | "sampai" | "maupun");
        (word(one) && lower(other) && !joined).then_some((before..end, at))
    })
}
