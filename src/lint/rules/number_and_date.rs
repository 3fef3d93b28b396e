//! `SOP538` number-and-date: a number whose month or year is that of no date.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Key;
use crate::page;
use crate::regulation::month_and_year;
use crate::text::{Text, months};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP538",
    name: "number-and-date",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "nomor {nomor} memuat {masa}, padahal tidak satu pun tanggal pada lembar ini jatuh pada masa itu",
        en: "the number {nomor} holds {masa}, which is the month and year of no date of this sheet",
    },
    help: Some(Text { id: "perbaiki nomor atau tanggalnya", en: "mend the number or the date" }),
    basis: Some("R04"),
    page: page!("SOP538"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let Some(number) = &identitas.nomor else { return };
    let (month, Some(year)) = month_and_year(number) else { return };
    let dates: Vec<_> = identitas.dates().into_iter().filter_map(|(_, date)| date.isi()?.full()).collect();
    let agrees =
        dates.iter().any(|(of, in_month, _)| *of == year && month.is_none_or(|month| month == *in_month));
    if dates.is_empty() || agrees {
        return;
    }
    let when = match month.and_then(months::in_date) {
        Some(month) => format!("{month} {year}"),
        None => year.to_string(),
    };
    for (_, place) in identitas.butir(Key::Nomor, &identitas.nomor) {
        sink.push(Diagnostic::at(&RULE, place).with("nomor", number.as_str()).with("masa", when.as_str()));
    }
}
