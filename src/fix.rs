//! Remedies applied to a text, again and again, until nothing more applies.
//!
//! The law: a remedy never leaves a text with a finding that was not there. It is not trusted but tried: the text is
//! checked again after every step, and a step after which any rule has more to say than before is taken back. So a
//! remedy that only uncovers the next mistake is left to the writer, who should see both.

use crate::diag::{Diagnostic, Fix, MOST_OF_A_RULE, Rule};
use crate::sorting;
use crate::source::{LineIndex, Span};
use std::collections::{BTreeMap, BTreeSet};

/// By remedy, what it would bring.
type Refused = BTreeMap<(Span, &'static str), (&'static str, Option<String>)>;

/// A text whose every remedy uncovers another mistake would take a check for each of them after each step. So many are
/// made,
const MOST_CHECKS: usize = 2000;
/// and of a long text so many as have this many bytes together, but one at least.
const MOST_BYTES: usize = 2 << 20;

/// What came of mending a text.
#[derive(Clone, Debug)]
pub struct Mended {
    /// The text afterwards.
    pub text: String,
    /// What was done, in order.
    pub done: Vec<&'static Rule>,
    /// The remedies that were tried and taken back, in order of place.
    pub left: Vec<Left>,
    /// The number of remedies that were not tried one by one, as the text is too long for that.
    pub untried: usize,
    /// What is found in the text afterwards.
    pub found: Vec<Diagnostic>,
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
/// It ends: every step leaves fewer findings than there were, and after 2000 checks, or as many as go through 2 MiB of
/// text, nothing more is tried.
pub fn mend(text: &str, also_unsafe: bool, mut check: impl FnMut(&str) -> Vec<Diagnostic>) -> Mended {
    let mut out =
        Mended { text: text.to_owned(), done: Vec::new(), left: Vec::new(), untried: 0, found: Vec::new() };
    // For the text as it is now: what was too early may do after the next step.
    let mut refused = Refused::new();
    let (mut checks, mut bytes) = (0, 0);
    let too_long = |bytes: usize, text: &str| bytes > 0 && bytes + text.len() > MOST_BYTES;
    let mut found = check(&out.text);
    loop {
        let candidates = candidates(&found, &out.text, also_unsafe, &refused);
        let together = apart(&candidates);
        if together.is_empty() || checks > MOST_CHECKS || too_long(bytes, &out.text) {
            let left = |((span, code), (brings, meant))| Left { span, code, brings, meant };
            let counted = count(&found);
            out.untried =
                candidates.len() + found.iter().filter(|finding| is_too_often(finding, &counted)).count();
            out.left = refused.into_iter().map(left).collect();
            out.found = found;
            return out;
        }
        // All at once; where that does not do, those far from what is new, then the first half of them, and so on down to
        // one.
        let all = together.len();
        let mut steps = vec![together];
        let mut moved = None;
        while let Some(step) = steps.pop().filter(|_| !too_long(bytes, &out.text)) {
            let edits = step.iter().flat_map(|(_, fix)| &fix.edits);
            let after = Edited::new(&out.text, edits);
            let then = check(&after.text);
            (checks, bytes) = (checks + 1, bytes + after.text.len());
            let Some(worse) = worse(&found, &then, &step) else {
                out.done.extend(step.iter().map(|(finding, _)| finding.rule));
                moved = Some((after.text, then));
                break;
            };
            if let [(finding, fix)] = step.as_slice() {
                let meant = match fix.edits.as_slice() {
                    [(_, new)] => Some(new.clone()),
                    _ => None,
                };
                refused.insert(name(finding, fix), (worse, meant));
                continue;
            }
            let (mut first, mut second) = (step, Vec::new());
            if first.len() == all {
                let near = Near::new(&out.text, &found, &then, &after);
                (second, first) = first.into_iter().partition(|(finding, fix)| near.holds(finding, fix));
            }
            if first.is_empty() || second.is_empty() {
                first.append(&mut second);
                second = first.split_off(first.len() / 2);
            }
            steps.extend([second, first]);
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
    let counted = count(found);
    let fixes = found.iter().filter_map(|finding| Some((finding, finding.fix.as_ref()?)));
    let mut list: Vec<Candidate> = fixes
        .filter(|(finding, fix)| (fix.safe || also_unsafe) && !is_too_often(finding, &counted))
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

/// Whether a finding has a remedy that is not tried. Where a rule was found so often that more is not told, it is found as
/// often afterwards.
fn is_too_often(finding: &Diagnostic, found: &Count) -> bool {
    finding.fix.is_some() && of(found, finding.rule.code) >= MOST_OF_A_RULE
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

type Count = BTreeMap<&'static str, usize>;

fn count(found: &[Diagnostic]) -> Count {
    let mut count = Count::new();
    found.iter().for_each(|finding| *count.entry(finding.rule.code).or_default() += 1);
    count
}

fn of(count: &Count, code: &str) -> usize {
    count.get(code).copied().unwrap_or(0)
}

/// The code of a rule that has more to say than before, or that still says what a step was to mend.
fn worse(before: &[Diagnostic], after: &[Diagnostic], step: &[Candidate]) -> Option<&'static str> {
    let (before, after) = (count(before), count(after));
    let more = after.iter().find(|(code, number)| **number > of(&before, code)).map(|(code, _)| *code);
    let stays = |code: &&'static str| of(&after, code) >= of(&before, code);
    more.or_else(|| step.iter().map(|(finding, _)| finding.rule.code).find(stays))
}

/// Where something is said after a step that was not said before, or said again. It only tells what to try first, so
/// that a guess may be wrong.
struct Near {
    index: LineIndex,
    lines: BTreeSet<usize>,
    again: BTreeSet<(u32, &'static str)>,
}

impl Near {
    fn new(text: &str, before: &[Diagnostic], after: &[Diagnostic], edited: &Edited) -> Near {
        let index = LineIndex::new(text);
        let (fewer, more) = (count(before), count(after));
        let said: BTreeSet<_> =
            before.iter().map(|finding| (finding.primary.start, finding.rule.code)).collect();
        let (mut lines, mut again) = (BTreeSet::new(), BTreeSet::new());
        for finding in after {
            let code = finding.rule.code;
            let at = edited.origin(finding.primary.start);
            if said.contains(&(at, code)) {
                again.insert((at, code));
            } else if of(&more, code) >= of(&fewer, code) {
                lines.insert(index.line_of(at as usize));
            }
        }
        Near { index, lines, again }
    }

    /// Whether a remedy left its own finding, or stands in a line of which something new is said.
    fn holds(&self, finding: &Diagnostic, fix: &Fix) -> bool {
        self.again.contains(&(finding.primary.start, finding.rule.code))
            || fix.edits.iter().any(|(at, _)| {
                let [first, last] = [at.start, at.end].map(|at| self.index.line_of(at as usize));
                self.lines.range(first..=last).next().is_some()
            })
    }
}

/// A text with its edits. A line of which an edit leaves nothing goes with its end; new lines end as the others do.
struct Edited {
    text: String,
    /// What was copied, in order: where it stands now, where it stood, how long it is.
    copied: Vec<(usize, usize, usize)>,
}

impl Edited {
    fn new<'a>(text: &str, edits: impl Iterator<Item = &'a (Span, String)>) -> Edited {
        let mut edits: Vec<&(Span, String)> = edits.collect();
        sorting::by_key(&mut edits, |(at, _)| *at);
        let crlf = text.contains("\r\n");
        let mut out = String::with_capacity(text.len());
        let mut copied = Vec::with_capacity(edits.len() + 1);
        let mut at = 0;
        for (span, new) in edits {
            let (start, mut end) = (span.range().start, span.range().end);
            copied.push((out.len(), at, start - at));
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
        copied.push((out.len(), at, text.len() - at));
        out.push_str(&text[at..]);
        Edited { text: out, copied }
    }

    /// The byte of the text before that stands at a byte of this one; of what is new, the byte that it stands behind.
    fn origin(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        let piece = self.copied.partition_point(|(now, ..)| *now <= byte);
        let Some((now, old, length)) = piece.checked_sub(1).map(|last| self.copied[last]) else { return 0 };
        u32::try_from(old + (byte - now).min(length)).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::faults;
    use crate::text::Text;

    fn edited(text: &str, edits: &[(&str, &str)]) -> String {
        let edits: Vec<(Span, String)> = edits
            .iter()
            .map(|(old, new)| {
                let start = text.find(old).unwrap();
                (Span::new(start, start + old.len()), (*new).to_owned())
            })
            .collect();
        Edited::new(text, edits.iter()).text
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
    static TITLE: Text = Text { id: "tulis `b`", en: "write `b`" };

    /// Every `a` is to become `bb`; that of `a!` would become `c`, which is found fault with, and that of `a?` stays.
    fn found(text: &str) -> Vec<Diagnostic> {
        let at = |(start, mark): (usize, &str)| {
            let (rule, new) = match (mark, text.as_bytes().get(start + 1)) {
                ("a", Some(b'!')) => (faults::ALL[0], "c"),
                ("a", Some(b'?')) => (faults::ALL[1], "a"),
                ("a", _) => (faults::ALL[0], "bb"),
                _ => (faults::ALL[2], ""),
            };
            let mut finding = Diagnostic::at(rule, Span::new(start, start + 1));
            let edits = vec![(finding.primary, new.to_owned())];
            finding.fix = (mark == "a").then_some(Fix { title: &TITLE, edits, safe: true });
            finding
        };
        text.match_indices(['a', 'c']).map(at).collect()
    }

    #[test]
    fn what_brings_something_new_or_mends_nothing_is_set_aside_at_once() {
        for bad in ["a!", "a?"] {
            let text = format!("a\na\n{bad}\na\n").repeat(50);
            let mut seen = Vec::new();
            let mended = mend(&text, false, |text| {
                seen.push(text.to_owned());
                found(text)
            });
            assert_eq!(mended.text, format!("bb\nbb\n{bad}\nbb\n").repeat(50));
            assert_eq!((mended.done.len(), mended.left.len(), mended.untried), (150, 50, 0));
            // As it was, all at once, all but those.
            assert_eq!(seen[2], mended.text);
        }
    }

    #[test]
    fn of_a_long_text_is_said_how_much_was_not_tried() {
        let (line, lines) = (format!("a!{}\n", ".".repeat(1021)), MOST_BYTES / 1024);
        let mended = mend(&line.repeat(lines), false, found);
        assert_eq!((mended.done.len(), mended.left.len(), mended.untried), (0, 0, lines));
        // Nothing else is checked than it, and it with all remedies; of half as much one step more.
        for (lines, steps) in [(lines, 2), (lines / 2, 3), (lines / 8, 9)] {
            let mut checks = 0;
            let check = |text: &str| {
                checks += 1;
                found(text)
            };
            let _ = mend(&line.repeat(lines), false, check);
            assert_eq!(checks, steps, "{lines} lines");
        }
    }

    #[test]
    fn a_rule_that_is_told_as_often_as_may_be_is_not_mended() {
        let often = |times: usize| {
            let mended = mend(&"a\n".repeat(times), false, found);
            (mended.done.len(), mended.untried)
        };
        assert_eq!(often(MOST_OF_A_RULE - 1), (MOST_OF_A_RULE - 1, 0));
        assert_eq!(often(MOST_OF_A_RULE), (0, MOST_OF_A_RULE));
    }
}
