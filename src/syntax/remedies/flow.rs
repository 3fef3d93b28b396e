//! Remedies for where the flow goes: targets and answers in a writer's own words.

use super::{ADD_COMMA, CONDITION_IN_FRONT, NUMBER_AND_NO_NAME, PERHAPS, WRITE_KEY, perhaps};
use crate::diag::{Diagnostic, Fix};
use crate::source::Span;
use crate::syntax::ast::Nomor;
use crate::syntax::keys::Shape;
use crate::syntax::{faults, near, values};
use crate::text::{Arg, Text, fold};

static EACH_ON_ITS_LINE: Text = Text {
    id: "tulis tiap hasil pada barisnya sendiri: {hasil}",
    en: "write each outcome on a line of its own: {hasil}",
};
static WRITE_OUTCOMES: Text = Text { id: "tulis hasilnya", en: "write the outcomes" };
static KEY_OF_FLOW: Text = Text {
    id: "bila ini arah alurnya, tulis `alur: {dekat}`; bila lanjutan teks di atasnya, tulis lebih menjorok",
    en: "if this is where the flow goes, write `alur: {dekat}`; if it continues the text above, indent it further",
};
pub(super) static OUTCOME_MEANT: Text =
    Text { id: "bila ini hasil keputusan, tulis `{dekat}`", en: "if this is an outcome, write `{dekat}`" };
static ADD_KEY: Text = Text { id: "tambahkan `alur:`", en: "add `alur:`" };

/// `disetujui: 4`, which is an outcome as `meant` says it; `whole` is the label with its target.
pub(in crate::syntax) fn outcome_meant(label: Span, whole: Span, typed: &str, meant: &str) -> Diagnostic {
    Diagnostic::at(&faults::UNKNOWN_KEY, label)
        .with("kata", typed)
        .with("dekat", meant)
        .help(&OUTCOME_MEANT)
        .fix(Fix::replace(&WRITE_KEY, whole, meant))
}

/// `- ada temuan -> 4`; `known` where the whole outcome can be written.
pub(in crate::syntax) fn outcome_in_item(line: Span, meant: String, known: bool) -> Diagnostic {
    let found = Diagnostic::at(&faults::LINE, line).with("dekat", meant.as_str()).help(&OUTCOME_MEANT);
    if known { found.fix(Fix::replace(&WRITE_KEY, line, meant)) } else { found }
}

/// `lanjut ke 5` on a line of its own; `free` when the row has no other flow.
pub(in crate::syntax) fn flow_without_key(line: Span, meant: &str, free: bool) -> Diagnostic {
    let found = Diagnostic::at(&faults::LINE, line).with("dekat", meant).help(&KEY_OF_FLOW);
    if free { found.fix(Fix::replace(&ADD_KEY, line, format!("alur: {meant}"))) } else { found }
}

/// Outcomes in one line, or with arrows; each belongs on a line of its own.
pub(in crate::syntax) fn outcomes_apart(line: Span, outcomes: &[String]) -> Diagnostic {
    let said: Vec<String> = outcomes.iter().map(|outcome| format!("`{outcome}`")).collect();
    Diagnostic::at(&faults::LINE, line).with("hasil", said).help(&EACH_ON_ITS_LINE).fix(Fix::replace(
        &WRITE_OUTCOMES,
        line,
        outcomes.join("\n   "),
    ))
}

/// `Selesai: permohonan ditolak`
pub(in crate::syntax) fn flow_label(label: Span, whole: Span, typed: &str, meant: &str) -> Diagnostic {
    let meant = format!("alur: {meant}");
    perhaps(Diagnostic::at(&faults::UNKNOWN_KEY, label).with("kata", typed), whole, Some(meant))
}

/// `ya (memenuhi syarat):`; `brackets` are the condition with them and the blanks before.
pub(in crate::syntax) fn condition_in_brackets(brackets: Span, answer: &str, condition: &str) -> Diagnostic {
    Diagnostic::at(&faults::CONDITION_COMMA, brackets)
        .with("kata", answer)
        .with("syarat", condition)
        .fix(Fix::replace(&ADD_COMMA, brackets, format!(", {condition}")))
}

/// Makes the remedy of an unread target name the row that is meant, as seen from the row it stands in.
pub(in crate::syntax) fn aim(finding: &mut Diagnostic, here: Nomor, row_of: impl Fn(&str) -> Option<String>) {
    let help = finding.help.filter(|_| finding.rule.code == faults::TARGET.code);
    let is = |text: &'static Text| help.is_some_and(|help| std::ptr::eq(help, text));
    let typed = match finding.args.first() {
        Some((_, Arg::Text(typed))) => typed.clone(),
        _ => return,
    };
    let said = finding.args.iter().find_map(|(name, arg)| match arg {
        Arg::Text(meant) if *name == "dekat" => Some(meant.clone()),
        _ => None,
    });
    let unsaid = typed.starts_with(|c: char| c.is_ascii_digit()) || fold(&typed).starts_with("ke ");
    let forwards = said.as_deref().and_then(|meant| meant.strip_prefix("lanjut ke ")).filter(|_| unsaid);
    let meant = if let Some(target) = forwards {
        // Which way was not said, but the number says it.
        let number = target.split(',').next().unwrap_or_default();
        values::nomor(number).map(|row| match (row.angka, row.huruf) <= (here.angka, here.huruf) {
            true => format!("kembali ke {target}"),
            false => format!("lanjut ke {target}"),
        })
    } else if is(&NUMBER_AND_NO_NAME) {
        near::name_aimed_at(&typed).filter(|_| fold(&typed).contains("kembali")).and_then(|name| {
            let row = row_of(&fold(&typed[name.clone()]))?;
            let meant = format!("{}{row}{}", &typed[..name.start], &typed[name.end..]);
            if values::is_value_of(Shape::Alur, &meant) { Some(meant) } else { near::target(&meant) }
        })
    } else {
        None
    };
    if let Some(meant) = meant {
        finding.args.retain(|(name, _)| *name != "dekat");
        finding.args.push(("dekat", meant.as_str().into()));
        // A condition would be lost.
        if is(&CONDITION_IN_FRONT) {
            return;
        }
        finding.help = Some(&PERHAPS);
        finding.fix = Some(Fix::replace(&WRITE_KEY, finding.primary, meant));
    }
}
