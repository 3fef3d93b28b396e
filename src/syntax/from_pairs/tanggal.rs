//! Dates.

use pest::iterators::Pair;

use super::{Found, by_hand, read, unless_alone};
use crate::day::Day;
use crate::syntax::ast::Tanggal;
use crate::syntax::grammar::Rule;
use crate::syntax::prose::Prose;
use crate::syntax::remedies;
use crate::text::months;

/// A date; one that cannot be read keeps its text and has no parts.
pub(in crate::syntax) fn tanggal(prose: &Prose<'_>, found: &mut Found) -> Tanggal {
    let read = unless_alone(|| by_hand::tanggal(&prose.text)).filter(is_possible);
    read.unwrap_or_else(|| tanggal_by_grammar(prose, found))
}

pub(super) fn tanggal_by_grammar(prose: &Prose<'_>, found: &mut Found) -> Tanggal {
    let teks = prose.text.as_ref().into();
    let unread = Tanggal { teks, hari: None, bulan: None, tahun: None };
    let read = read(Rule::tanggal, prose)
        .and_then(|mut pairs| pairs.next())
        .and_then(|pair| date_parts(pair, &unread.teks));
    let Some((date, figures)) = read.filter(|(date, _)| is_possible(date)) else {
        found.push(remedies::unread_date(prose.span, &unread.teks));
        return unread;
    };
    if figures {
        found.push(remedies::date_in_figures(prose.span, &date));
    }
    date
}

/// The parts of a date, and whether it was written in figures only.
fn date_parts(pair: Pair<'_, Rule>, teks: &str) -> Option<(Tanggal, bool)> {
    let mut date = Tanggal { teks: teks.into(), hari: None, bulan: None, tahun: None };
    if pair.as_rule() == Rule::tanggal_angka {
        let mut numbers: Vec<u16> = pair.into_inner().filter_map(|part| part.as_str().parse().ok()).collect();
        if numbers.first().is_some_and(|first| *first > 31) {
            numbers.reverse();
        }
        let [hari, bulan, tahun] = numbers[..] else { return None };
        date.hari = Some(u8::try_from(hari).ok()?);
        date.bulan = Some(u8::try_from(bulan).ok()?);
        date.tahun = Some(tahun);
        return Some((date, true));
    }
    for part in pair.into_inner() {
        let typed = part.as_str();
        match part.as_rule() {
            Rule::hari => date.hari = typed.parse().ok(),
            Rule::tahun => date.tahun = typed.parse().ok(),
            Rule::bulan if typed.starts_with(char::is_alphabetic) => {
                date.bulan = Some(months::number(typed)?)
            }
            _ => {}
        }
    }
    Some((date, false))
}

/// Whether the calendar has such a day.
pub(super) fn is_possible(date: &Tanggal) -> bool {
    // What is not there is taken to fit: a leap year, a long month.
    const LEAP_YEAR: u16 = 2000;
    let (year, month, day) =
        (date.tahun.unwrap_or(LEAP_YEAR), date.bulan.unwrap_or(1), date.hari.unwrap_or(1));
    (1900..=2199).contains(&year) && Day::of(year.into(), month.into(), day.into()).is_some()
}
