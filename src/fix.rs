//! Remedies applied to a text, again and again, until nothing more applies.
//!
//! The law: a remedy never leaves a text with a finding that was not there. It is not trusted but tried: the text is
//! checked again after every step, and a step after which any rule has more to say than before is taken back. So a
//! remedy that only uncovers the next mistake is left to the writer, who should see both.

use crate::diag::{Diagnostic, Fix, Rule};
use crate::sorting;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// By remedy, what it would bring.
type Refused = BTreeMap<(Span, &'static str), (&'static str, Option<String>)>;

/// A text whose every remedy uncovers another mistake would take a check for each of them after each step. So many are
/// made,
const MOST_CHECKS: usize = 2000;
/// and of a long text so many as have this many bytes together.
const MOST_BYTES: usize = 8 << 20;

/// What came of mending a text.
#[derive(Clone, Debug)]
pub struct Mended {
    /// The text afterwards.
    pub text: String,
    /// What was done, in order.
    pub done: Vec<&'static Rule>,
    /// The remedies that were tried and taken back, in order of place.
    pub left: Vec<Left>,
}

/// A remedy that was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Where it stands.
    pub span: Span,
    /// The code of its rule.
    pub code: &'static str,
    /// The code of the rule that would have had more to say.
    pub brings: &'static str,
    /// What it would have written, where that is one text.
    pub meant: Option<String>,
}

/// Mends a text as far as its findings' own remedies go. `check` finds; remedies that are not safe are applied only
/// where `also_unsafe` says so.
///
/// It ends: every step leaves fewer findings than there were, and after 2000 checks, or as many as go through 8 MiB of
/// text, nothing more is tried.
pub fn mend(text: &str, also_unsafe: bool, mut check: impl FnMut(&str) -> Vec<Diagnostic>) -> Mended {
    let mut out = Mended { text: text.to_owned(), done: Vec::new(), left: Vec::new() };
    // For the text as it is now: what was too early may do after the next step.
    let mut refused = Refused::new();
    let (mut checks, mut bytes) = (0, 0);
    let mut found = check(&out.text);
    loop {
        let candidates = candidates(&found, &out.text, also_unsafe, &refused);
        let together = apart(&candidates);
        if together.is_empty() || checks > MOST_CHECKS || bytes > MOST_BYTES {
            let left = |((span, code), (brings, meant))| Left { span, code, brings, meant };
            out.left = refused.into_iter().map(left).collect();
            return out;
        }
        // All at once; where that does not do, the first half of them, and so on down to one.
        let mut steps = vec![together.as_slice()];
        let mut moved = None;
        while let Some(step) = steps.pop().filter(|_| bytes <= MOST_BYTES) {
            let edits = step.iter().flat_map(|(_, fix)| &fix.edits);
            let after = replace(&out.text, edits);
            let then = check(&after);
            (checks, bytes) = (checks + 1, bytes + after.len());
            let Some(worse) = worse(&found, &then, step) else {
                out.done.extend(step.iter().map(|(finding, _)| finding.rule));
                moved = Some((after, then));
                break;
            };
            match step {
                [(finding, fix)] => {
                    let meant = match fix.edits.as_slice() {
                        [(_, new)] => Some(new.clone()),
                        _ => None,
                    };
                    refused.insert(name(finding, fix), (worse, meant));
                }
                several => {
                    let (first, second) = several.split_at(several.len() / 2);
                    steps.extend([second, first]);
                }
            }
        }
        if let Some((after, then)) = moved {
            refused.clear();
            (out.text, found) = (after, then);
        }
    }
}

type Candidate<'a> = (&'a Diagnostic, &'a Fix);

/// The remedies that may be applied, in order of place.
fn candidates<'a>(
    found: &'a [Diagnostic],
    text: &str,
    also_unsafe: bool,
    refused: &Refused,
) -> Vec<Candidate<'a>> {
    let fixes = found.iter().filter_map(|finding| Some((finding, finding.fix.as_ref()?)));
    let mut list: Vec<Candidate> = fixes
        .filter(|(_, fix)| fix.safe || also_unsafe)
        .filter(|(_, fix)| {
            !fix.edits.is_empty() && fix.edits.iter().all(|(at, _)| text.get(at.range()).is_some())
        })
        .filter(|(finding, fix)| !refused.contains_key(&name(finding, fix)))
        .collect();
    sorting::by_key(&mut list, |(finding, fix)| {
        (fix.edits.iter().map(|(at, _)| *at).min(), finding.rule.code)
    });
    list
}

/// As many as do not touch each other, the first first.
fn apart<'a>(candidates: &[Candidate<'a>]) -> Vec<Candidate<'a>> {
    let mut taken: BTreeSet<Span> = BTreeSet::new();
    let mut out = Vec::new();
    for (finding, fix) in candidates {
        let touches = |at: &Span| {
            // Taken spans do not overlap, so only the neighbours in order of place can touch.
            let before = taken.range(..=*at).next_back().is_some_and(|it| it.end >= at.start);
            before || taken.range(*at..).next().is_some_and(|it| it.start <= at.end)
        };
        if fix.edits.iter().all(|(at, _)| !touches(at)) {
            taken.extend(fix.edits.iter().map(|(at, _)| *at));
            out.push((*finding, *fix));
        }
    }
    out
}

fn name(finding: &Diagnostic, fix: &Fix) -> (Span, &'static str) {
    (fix.edits[0].0, finding.rule.code)
}

/// The code of a rule that has more to say than before, or that still says what a step was to mend.
fn worse(before: &[Diagnostic], after: &[Diagnostic], step: &[Candidate]) -> Option<&'static str> {
    let count = |found: &[Diagnostic]| {
        let mut count: BTreeMap<&'static str, usize> = BTreeMap::new();
        found.iter().for_each(|finding| *count.entry(finding.rule.code).or_default() += 1);
        count
    };
    let (before, after) = (count(before), count(after));
    let of = |count: &BTreeMap<&str, usize>, code: &str| count.get(code).copied().unwrap_or(0);
    let more = after.iter().find(|(code, number)| **number > of(&before, code)).map(|(code, _)| *code);
    let stays = |code: &&'static str| of(&after, code) >= of(&before, code);
    more.or_else(|| step.iter().map(|(finding, _)| finding.rule.code).find(stays))
}

/// The text with its edits. A line of which an edit leaves nothing goes with its end; new lines end as the others do.
fn replace<'a>(text: &str, edits: impl Iterator<Item = &'a (Span, String)>) -> String {
    let mut edits: Vec<&(Span, String)> = edits.collect();
    sorting::by_key(&mut edits, |(at, _)| *at);
    let crlf = text.contains("\r\n");
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (span, new) in edits {
        let (start, mut end) = (span.range().start, span.range().end);
        out.push_str(&text[at..start]);
        if new.is_empty() && start < end {
            // The mark of an item goes with the item.
            let line = out.rfind('\n').map_or(0, |at| at + 1);
            let indent = match out[line..].trim_start_matches([' ', '\t']) {
                "- " | "-" => out.len() - line,
                _ => out.len() - out.trim_end_matches([' ', '\t']).len(),
            };
            let begins = out.len() == indent || out[..out.len() - indent].ends_with('\n');
            let rest = text[end..].trim_start_matches([' ', '\t']);
            if rest.is_empty() || rest.starts_with('\n') || rest.starts_with("\r\n") {
                out.truncate(out.len() - indent);
                if begins {
                    end = text.len() - rest.len() + rest.find('\n').map_or(rest.len(), |at| at + 1);
                }
            }
        }
        match crlf {
            true => out.push_str(&new.replace("\r\n", "\n").replace('\n', "\r\n")),
            false => out.push_str(new),
        }
        at = end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(text: &str, edits: &[(&str, &str)]) -> String {
        let edits: Vec<(Span, String)> = edits
            .iter()
            .map(|(old, new)| {
                let start = text.find(old).unwrap();
                (Span::new(start, start + old.len()), (*new).to_owned())
            })
            .collect();
        replace(text, edits.iter())
    }

    #[test]
    fn a_line_that_is_emptied_goes_and_others_stay_as_they_are() {
        assert_eq!(edited("a\n  b\nc\n", &[("b", "")]), "a\nc\n");
        assert_eq!(edited("a\r\n  b \r\nc", &[("b", ""), ("c", "d\ne")]), "a\r\nd\r\ne");
        assert_eq!(edited("a\n  b c\n", &[("b", "")]), "a\n   c\n");
        assert_eq!(edited("a\n  - b c\nd", &[("b c", "")]), "a\nd");
        assert_eq!(edited("a: -\n  - b\n", &[("-", "")]), "a:\n  - b\n");
        assert_eq!(edited("b", &[("b", "")]), "");
    }
}
