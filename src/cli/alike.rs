//! Which findings are told together, because the same is the matter in many places.

use sop::diag::Diagnostic;
use sop::text::Text;

/// From so many on, what is the matter in the same way is drawn once, and the other places are named.
const ALIKE: usize = 3;

/// Findings that are alike, together where the first of them stands; each of the others by itself.
pub(super) fn groups(findings: Vec<&Diagnostic>) -> Vec<Vec<&Diagnostic>> {
    let mut groups: Vec<Vec<&Diagnostic>> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|group| alike(group[0], finding)) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    let (mut out, few): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| group.len() >= ALIKE);
    out.extend(few.into_iter().flatten().map(|finding| vec![finding]));
    out.sort_by_key(|group| (group[0].primary.start, group[0].primary.end, group[0].rule.code));
    out
}

/// Whether what is said of one place is said of the other, but for names and numbers, and needs no drawing of its own.
fn alike(one: &Diagnostic, other: &Diagnostic) -> bool {
    let same = |one: Option<&'static Text>, other: Option<&'static Text>| match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    let title = |finding: &Diagnostic| finding.fix.as_ref().map(|fix| fix.title);
    let plain = |finding: &Diagnostic| finding.related.is_empty() && finding.run.is_empty();
    one.rule.code == other.rule.code
        && one.severity == other.severity
        && same(one.help, other.help)
        && same(title(one), title(other))
        && plain(one)
        && plain(other)
}
