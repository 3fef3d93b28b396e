//! `SOP515` title-prefix: a title that begins with what every title could begin with.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::mend;
use crate::model::Key;
use crate::page;
use crate::regulation::without_prefix;
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

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    for (title, place) in identitas.butir(Key::Sop, [&identitas.sop]) {
        let end = without_prefix(title);
        let Some(first) = title[end..].chars().next().filter(|_| end > 0) else { continue };
        let capital: String = first.to_uppercase().collect();
        let edit = (0..end + first.len_utf8(), capital.as_str());
        let mut found =
            Diagnostic::at(&RULE, place).with("awalan", title[..end].trim_end_matches([' ', ':', '-']));
        found.fix = mend(procedure, (place, title), [edit], &DROP);
        sink.push(found);
    }
}
