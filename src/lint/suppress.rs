//! `# abaikan SOP203: alasan`: a rule is silenced at one place, with the reason in the file.

use crate::diag::{Diagnostic, Fix, Rule, Severity};
use crate::page;
use crate::source::{Span, Spanned};
use crate::text::{Text, nearest};

/// Every rule about exceptions, in order of code.
pub static ALL: &[&Rule] = &[&WITHOUT_REASON, &UNKNOWN_CODE, &SILENCES_NOTHING, &CANNOT_BE_SILENCED];

static WITHOUT_REASON: Rule = Rule {
    code: "SOP911",
    name: "exception-without-reason",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "pengecualian {kode} tidak menyebut alasan",
        en: "the exception for {kode} gives no reason",
    },
    help: Some(Text {
        id: "tulis `# abaikan {kode}: alasannya`",
        en: "write `# abaikan {kode}: the reason`",
    }),
    basis: None,
    page: page!("SOP911"),
};

static UNKNOWN_CODE: Rule = Rule {
    code: "SOP912",
    name: "exception-for-unknown-rule",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text { id: "tidak ada aturan {kode}", en: "there is no rule {kode}" },
    help: Some(Text {
        id: "kode aturan tercetak di depan tiap temuan; `sop rules` mencetak semuanya",
        en: "the code of a rule is printed before each finding; `sop rules` prints all of them",
    }),
    basis: None,
    page: page!("SOP912"),
};

pub(crate) static SILENCES_NOTHING: Rule = Rule {
    code: "SOP913",
    name: "exception-for-nothing",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "tidak ada temuan {kode} di sini untuk diabaikan",
        en: "there is no finding {kode} here to be silenced",
    },
    help: Some(Text {
        id: "hapus baris ini, atau pindahkan tepat ke atas isian atau kegiatan yang dimaksud",
        en: "delete this line, or move it directly above the field or row that is meant",
    }),
    basis: None,
    page: page!("SOP913"),
};

static CANNOT_BE_SILENCED: Rule = Rule {
    code: "SOP914",
    name: "exception-for-unreadable-text",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "temuan {kode} tidak dapat diabaikan: yang tidak terbaca tidak tercetak",
        en: "a finding {kode} cannot be silenced: what cannot be read is not printed",
    },
    help: Some(Text {
        id: "perbaiki teksnya, lalu hapus baris ini",
        en: "mend the text, then delete this line",
    }),
    basis: None,
    page: page!("SOP914"),
};

pub(crate) static AMONG_ALL: Text = Text {
    id: "semua berkas yang diperiksa bersama sudah dilihat; hapus baris ini, atau pindahkan tepat ke atas isian atau \
         kegiatan yang dimaksud",
    en: "all files that were checked together have been looked at; delete this line, or move it directly above the \
         field or row that is meant",
};

static REMOVE_LINE: Text = Text { id: "hapus baris ini", en: "delete this line" };
static ADD_COLON: Text =
    Text { id: "pisahkan alasannya dengan titik dua", en: "set the reason off with a colon" };
static WRITE_NEAREST: Text = Text { id: "tulis kode yang terdekat", en: "write the nearest code" };

/// For so many faulty exceptions it is looked for the rule that is meant; nobody reads more.
const MOST_REMEDIES: usize = 1000;

/// A comment and what it stands above.
#[derive(Clone, Debug)]
pub struct Remark<'a> {
    /// The comment, with its `#`.
    pub text: &'a Spanned<String>,
    /// The row, field or item below it; `None` at the end of a file.
    pub scope: Option<Span>,
}

/// An exception for a rule that looks at many files: it is held until they are all read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Later {
    /// For which rule.
    pub code: &'static str,
    /// The comment.
    pub place: Span,
    /// The row, field or item that it stands above.
    pub scope: Span,
}

/// Drops the findings that exceptions silence, and reports the exceptions that are faulty themselves. Those for rules
/// that look at many files (`later`) are given back: whether they silence anything shows only there.
///
/// `found` is in order of place. `known` are all rules; errors of reading (`fixed`) stay.
pub fn apply(
    found: Vec<Diagnostic>,
    remarks: &[Remark<'_>],
    known: &[&'static Rule],
    fixed: impl Fn(&Rule) -> bool,
    later: impl Fn(&Rule) -> bool,
) -> (Vec<Diagnostic>, Vec<Later>) {
    let mut held = Vec::new();
    let starts: Vec<u32> = found.iter().map(|diagnostic| diagnostic.primary.start).collect();
    let mut found: Vec<Option<Diagnostic>> = found.into_iter().map(Some).collect();
    let mut faults = Vec::new();
    for remark in remarks {
        let Some(exception) = read(&remark.text.value, known) else { continue };
        let at = remark.text.span;
        let alone = exception.codes.len() == 1;
        let remove = |finding: Diagnostic| match alone {
            true => finding.fix(Fix::remove(&REMOVE_LINE, at).safe()),
            false => finding,
        };
        for code in exception.codes {
            let Some(rule) = known.iter().find(|rule| rule.code.eq_ignore_ascii_case(code)) else {
                let finding = Diagnostic::at(&UNKNOWN_CODE, at).with("kode", code);
                let named =
                    known.iter().find(|rule| rule.name.eq_ignore_ascii_case(code)).map(|rule| rule.code);
                let near = || nearest(code, known.iter().map(|rule| rule.code));
                faults.push(match named.or_else(|| (faults.len() < MOST_REMEDIES).then(near).flatten()) {
                    Some(near) => {
                        let mended = remark.text.value.replacen(code, near, 1);
                        finding.fix(Fix::replace(&WRITE_NEAREST, at, mended))
                    }
                    None => finding,
                });
                continue;
            };
            if !exception.reason {
                let finding = Diagnostic::at(&WITHOUT_REASON, at).with("kode", rule.code);
                faults.push(match exception.colon {
                    Some(place) => {
                        let mended = remark.text.value[..place].trim_end();
                        let reason = remark.text.value[place..].trim_start_matches([' ', '-', '–', '—']);
                        finding.fix(Fix::replace(&ADD_COLON, at, format!("{mended}: {reason}")).safe())
                    }
                    None => finding,
                });
            }
            if fixed(rule) {
                faults.push(remove(Diagnostic::at(&CANNOT_BE_SILENCED, at).with("kode", rule.code)));
                continue;
            }
            if let (true, Some(scope)) = (later(rule), remark.scope) {
                held.push(Later { code: rule.code, place: at, scope });
                continue;
            }
            let inside = remark.scope.map_or(0..0, |scope| {
                starts.partition_point(|start| *start < scope.start)
                    ..starts.partition_point(|start| *start <= scope.end)
            });
            if !silence(&mut found[inside], rule) {
                faults.push(remove(Diagnostic::at(&SILENCES_NOTHING, at).with("kode", rule.code)));
            }
        }
    }
    (found.into_iter().flatten().chain(faults).collect(), held)
}

/// Takes the findings of a rule away; whether there was one.
fn silence(found: &mut [Option<Diagnostic>], rule: &Rule) -> bool {
    let mut any = false;
    for slot in found {
        any |= slot.take_if(|diagnostic| diagnostic.rule.code == rule.code).is_some();
    }
    any
}

#[derive(Debug, PartialEq, Eq)]
struct Exception<'a> {
    /// Of rules that may be unknown.
    codes: Vec<&'a str>,
    reason: bool,
    /// Where words follow the codes without the colon that would make them the reason.
    colon: Option<usize>,
}

/// `# abaikan SOP203, SOP208: alasan`; `None` for any other comment.
fn read<'a>(comment: &'a str, known: &[&Rule]) -> Option<Exception<'a>> {
    let text = comment.trim_start_matches('#').trim_start();
    let (word, rest) = text.split_once(char::is_whitespace)?;
    if !word.eq_ignore_ascii_case("abaikan") {
        return None;
    }
    let (head, reason) = rest.split_once(':').map_or((rest, None), |(head, reason)| (head, Some(reason)));
    let words = || head.split([',', ' ', '\t']).filter(|word| !word.is_empty() && *word != "dan");
    let coded = |word: &str| word.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("sop"));
    // `# abaikan baris di bawah ini` is a remark like any other.
    let first = words().next()?;
    if !coded(first) && !known.iter().any(|rule| rule.name.eq_ignore_ascii_case(first)) {
        return None;
    }
    match reason {
        Some(reason) => {
            let reason = reason.chars().any(char::is_alphanumeric);
            Some(Exception { codes: words().collect(), reason, colon: None })
        }
        None => {
            let follows = words().skip(1).find(|word| !coded(word));
            let colon = follows.map(|word| word.as_ptr() as usize - comment.as_ptr() as usize);
            let codes = words().take(1).chain(words().skip(1).take_while(|word| coded(word))).collect();
            Some(Exception { codes, reason: false, colon })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_comment_with_a_code_is_an_exception() {
        let rules = [&WITHOUT_REASON];
        let read =
            |text| read(text, &rules).map(|exception| (exception.codes, exception.reason, exception.colon));
        assert_eq!(read("# abaikan SOP203: merangkap"), Some((vec!["SOP203"], true, None)));
        assert_eq!(read("#  Abaikan sop203,SOP208 :"), Some((vec!["sop203", "SOP208"], false, None)));
        assert_eq!(read("# abaikan SOP203 dan SOP208: uji"), Some((vec!["SOP203", "SOP208"], true, None)));
        assert_eq!(
            read("# abaikan SOP203 SOP208 merangkap"),
            Some((vec!["SOP203", "SOP208"], false, Some(24)))
        );
        assert_eq!(read("# abaikan SOP203 - merangkap"), Some((vec!["SOP203"], false, Some(17))));
        assert_eq!(
            read("# abaikan exception-without-reason: uji"),
            Some((vec!["exception-without-reason"], true, None))
        );
        assert_eq!(read("# abaikan baris di bawah ini"), None);
        assert_eq!(read("# abaikan"), None);
        assert_eq!(read("# abaikan é"), None);
    }
}
