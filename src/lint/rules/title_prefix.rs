//! `SOP515` title-prefix: a title that begins with what every title could begin with.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::mend;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP515",
    name: "title-prefix",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "judul diawali `{awalan}`, padahal kotaknya sudah bernama Nama SOP",
        en: "the title begins with `{awalan}`, and its box is called Nama SOP already",
    },
    help: Some(Text { id: "mulai judul dengan kegiatannya", en: "begin the title with what is done" }),
    basis: Some("R18"),
    page: page!("SOP515"),
};

static DROP: Text = Text { id: "hapus kata-kata itu dari judul", en: "drop these words from the title" };

/// The longest first.
const PREFIXES: [&str; 9] = [
    "standar operasional dan prosedur",
    "standar operasional prosedur",
    "standard operating procedures",
    "standard operating procedure",
    "prosedur operasional standar",
    "prosedur tetap",
    "prosedur",
    "protap",
    "sop",
];

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    for (title, place) in identitas.butir(Key::Sop, [&identitas.sop]) {
        let end = without_prefix(title);
        let Some(first) = title[end..].chars().next().filter(|_| end > 0) else { continue };
        let capital: String = first.to_uppercase().collect();
        let edit = (0..end + first.len_utf8(), capital.as_str());
        let mut found =
            Diagnostic::at(&RULE, place).with("awalan", title[..end].trim_end_matches([' ', ':', '-']));
        found.fix = mend(procedure, (place, title), [edit], &DROP, true);
        sink.push(found);
    }
}

/// Where a title begins behind `SOP`, `Prosedur` and the like; 0 where it is nothing else.
pub(super) fn without_prefix(title: &str) -> usize {
    let mut from = 0;
    loop {
        // Keeps every place in the text.
        let rest = title[from..].to_ascii_lowercase();
        let found = PREFIXES.iter().chain(&["(sop)", "tentang"]).find(|prefix| {
            let after = rest.strip_prefix(**prefix);
            let is_more = from > 0 || !matches!(**prefix, "(sop)" | "tentang");
            is_more
                && after.is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '/'))
        });
        let Some(prefix) = found else { return from };
        let behind = rest[prefix.len()..].trim_start_matches([' ', ':', '-', '.', '–']);
        if behind.is_empty() {
            return 0;
        }
        from += rest.len() - behind.len();
    }
}

#[cfg(test)]
mod tests {
    use super::without_prefix;

    #[test]
    fn a_title_begins_behind_what_every_title_could_begin_with() {
        let rest = |title: &'static str| &title[without_prefix(title)..];
        assert_eq!(rest("Prosedur penyelenggaraan monev"), "penyelenggaraan monev");
        assert_eq!(rest("STANDAR OPERASIONAL PROSEDUR (SOP): Surat Masuk"), "Surat Masuk");
        assert_eq!(rest("SOP Prosedur Cuti"), "Cuti");
        assert_eq!(rest("Sopan Santun"), "Sopan Santun");
        assert_eq!(rest("SOP"), "SOP");
        assert_eq!(rest("Penyusunan SOP"), "Penyusunan SOP");
    }
}
