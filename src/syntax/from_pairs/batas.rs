//! Limits.

use pest::iterators::Pair;

use super::alur::row_number;
use super::{Found, read, words_of};
use crate::diag::Diagnostic;
use crate::source::Spanned;
use crate::syntax::ast::{Acuan, Batas, Durasi, JenisBatas};
use crate::syntax::grammar::Rule;
use crate::syntax::prose::Prose;
use crate::syntax::values::{Faulty, jumlah};
use crate::syntax::{faults, near, remedies};

/// A limit, of a row (`ruas` false) or of a stretch in the section `batas waktu`.
pub(in crate::syntax) fn batas(prose: &Prose<'_>, ruas: bool, found: &mut Found) -> Batas {
    let mut batas = Batas {
        comments: Vec::new(),
        teks: Spanned::new(prose.text.as_ref().into(), prose.span),
        dari: None,
        sampai: None,
        jenis: None,
        durasi: None,
    };
    let rule = if ruas { Rule::rentang_batas } else { Rule::batas };
    let before = found.len();
    let mut faulty = Faulty::No;
    for pair in read(rule, prose).into_iter().flatten() {
        match pair.as_rule() {
            Rule::rentang => rentang(prose, pair, &mut batas, found),
            Rule::batas_isi => batas_isi(prose, pair, &mut batas, &mut faulty, found),
            _ => {}
        }
    }
    if let Some(Spanned { value: Acuan::Peristiwa(words), .. }) = &batas.dari
        && let Some(rows) = near::stretch(words).filter(|_| ruas)
    {
        found.push(remedies::stretch_of_rows(prose.span, &prose.text, rows));
        faulty = Faulty::Unread;
    }
    if faulty != Faulty::No || batas.durasi.is_none() {
        batas.jenis = None;
        batas.durasi = None;
    }
    if batas.jenis.is_none() && found.len() == before {
        let diagnostic = Diagnostic::at(&faults::LIMIT, prose.span).with("teks", prose.text.as_ref());
        found.push(match ruas {
            true => remedies::unread_limit_of_stretch(diagnostic, prose.span, &prose.text),
            false => remedies::unread_limit(diagnostic, prose.span, &prose.text),
        });
    }
    batas
}

fn batas_isi(
    prose: &Prose<'_>,
    pair: Pair<'_, Rule>,
    batas: &mut Batas,
    faulty: &mut Faulty,
    found: &mut Found,
) {
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::arah => {
                let soonest = part.as_str().to_lowercase().ends_with("cepat");
                batas.jenis = Some(if soonest { JenisBatas::PalingCepat } else { JenisBatas::PalingLama });
            }
            Rule::jumlah => {
                let suku = jumlah(part, faulty);
                batas.durasi = Some(Durasi { sifat: None, suku, per: None, setara: None });
            }
            Rule::acuan if batas.dari.is_none() => {
                if let Some(inner) = part.into_inner().next() {
                    batas.dari = acuan(prose, inner, found);
                }
            }
            // `setelah 4 sampai 9: paling lama 1 hari setelah 2` counts from two places.
            _ => *faulty = Faulty::Unread,
        }
    }
}

fn rentang(prose: &Prose<'_>, pair: Pair<'_, Rule>, batas: &mut Batas, found: &mut Found) {
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::nomor => batas.sampai = row_number(prose, &part, found),
            _ => batas.dari = acuan(prose, part, found),
        }
    }
}

fn acuan(prose: &Prose<'_>, pair: Pair<'_, Rule>, found: &mut Found) -> Option<Spanned<Acuan>> {
    let words = words_of(prose, &pair);
    if pair.as_rule() != Rule::acuan_nomor {
        return Some(Spanned::new(Acuan::Peristiwa(words.value), words.span));
    }
    let mut parts = pair.into_inner();
    let from = parts.next()?.as_str().to_lowercase();
    let number = row_number(prose, &parts.next()?, found)?.value;
    let value = match from.as_str() {
        "dari" => Acuan::Dari(number),
        "sebelum" => Acuan::Sebelum(number),
        _ => Acuan::Setelah(number),
    };
    Some(Spanned::new(value, words.span))
}
