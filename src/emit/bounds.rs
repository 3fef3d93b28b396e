//! Outputs that say a thing at several places, and how often they may: a small file must not become a huge one.

use super::EmitError;
use crate::analysis::Procedure;
use crate::analysis::flow::Target;
use crate::forms::{Form, Part, Row};
use crate::layout::Unfit;
use crate::model::{Kegiatan, PelaksanaId, Sop};
use crate::text::{Arg, Text};
use std::collections::BTreeSet;

/// Bytes of text that are said again.
const MOST_AGAIN: usize = 8 << 20;
/// The same on cards, where it is broken into lines of narrow columns.
const MOST_ON_CARDS: usize = 4 << 20;
/// Cards of one procedure.
const MOST_CARDS: usize = 1000;
/// Bytes of the `.sop` file in all cards together.
const MOST_SOURCES: usize = 256 << 20;

/// Texts and places to fill in on the forms of one kind for one procedure; where a row may be done several times, each of
/// its pieces as often. A sheet of a hundred rows has some two thousand, one of ten thousand rows with returns 320,000.
const MOST_PIECES: usize = 400_000;

static ROW_AGAIN: Text = Text {
    id: "No. {nomor}: isi barisnya diulang untuk tiap tempat pelaksana, dan di sini ada {jumlah} tempat, sehingga keluarannya \
         menjadi terlalu besar; bagi kegiatan itu menjadi beberapa baris, atau pindahkan rinciannya ke lampiran",
    en: "row {nomor}: what it says is repeated for each place of an actor, and there are {jumlah} places, so that the output \
         becomes too large; split the activity into several rows, or move the details to an annex",
};

static MANY_CARDS: Text = Text {
    id: "ada {jumlah} pelaksana yang bertindak, sedangkan kartu dibuat untuk paling banyak {batas}; gabungkan pelaksana yang \
         sebenarnya sama, atau bagi SOP ini",
    en: "{jumlah} actors act, but cards are made for at most {batas}; merge those that are in truth the same, or divide this SOP",
};

static LONG_CARDS: Text = Text {
    id: "semua kartu bersama akan memuat lebih dari {batas} MB teks, karena nama, peringatan, atau isi baris yang sama diulang di \
         banyak kartu; bagi SOP ini",
    en: "all cards together would hold more than {batas} MB of text, since the same names, warnings or rows are repeated on many \
         cards; divide this SOP",
};

static HEAVY_CARDS: Text = Text {
    id: "setiap kartu membawa naskah SOP ini, dan naskah di {jumlah} kartu bersama akan melebihi {batas} MB; bagi SOP ini",
    en: "every card carries the text of this SOP, which in {jumlah} cards together would exceed {batas} MB; divide this SOP",
};

static LONG_FORM: Text = Text {
    id: "formulir ini akan memuat {jumlah} teks dan isian, sedangkan yang dibuat paling banyak {batas}; bagi SOP ini",
    en: "this form would hold {jumlah} texts and places to fill in, but at most {batas} are made; divide this SOP",
};

fn refused(text: &'static Text, args: Vec<(&'static str, Arg)>) -> EmitError {
    EmitError::DoesNotFit(Unfit { text, remedy: None, args })
}

/// Bytes of a row but for its actors.
fn said(row: &Kegiatan) -> usize {
    row.span.range().len().saturating_sub(row.oleh_span.range().len())
}

/// For an output that says a row at each of its places.
///
/// # Errors
///
/// That would be too long.
pub(super) fn rows_again(sop: &Sop) -> Result<(), EmitError> {
    let again = |row: &Kegiatan| row.simpul.len().saturating_sub(1).saturating_mul(said(row));
    if sop.kegiatan.iter().map(again).fold(0, usize::saturating_add) <= MOST_AGAIN {
        return Ok(());
    }
    let worst = sop.kegiatan.iter().max_by_key(|row| again(row)).expect("bug: no row is too long");
    let args = vec![("nomor", Arg::from(worst.nomor.to_string())), ("jumlah", worst.simpul.len().into())];
    Err(refused(&ROW_AGAIN, args))
}

/// For the cards of a procedure, where each carries so many bytes of it.
///
/// # Errors
///
/// There would be too many, or they would be too long.
pub(super) fn cards(procedure: &Procedure, source: usize) -> Result<(), EmitError> {
    let sop = &procedure.sop;
    rows_again(sop)?;
    let acting: BTreeSet<PelaksanaId> = sop.simpul.iter().flat_map(|simpul| &simpul.oleh).copied().collect();
    let count = acting.len();
    if count > MOST_CARDS {
        return Err(refused(&MANY_CARDS, vec![("jumlah", count.into()), ("batas", MOST_CARDS.into())]));
    }
    if count.saturating_mul(source) > MOST_SOURCES {
        return Err(refused(
            &HEAVY_CARDS,
            vec![("jumlah", count.into()), ("batas", (MOST_SOURCES >> 20).into())],
        ));
    }
    let name = |lanes: &[PelaksanaId]| lanes.iter().map(|lane| sop[*lane].pendek.len() + 2).sum::<usize>();
    let names: Vec<usize> = sop.simpul.iter().map(|simpul| name(&simpul.oleh)).collect();
    let warnings: usize = sop.identitas.peringatan.iter().map(String::len).sum();
    let mut bytes = count.saturating_mul(warnings);
    for row in &sop.kegiatan {
        // Those who act at a row are named on the cards of the others.
        let symbols = row.simpul.start as usize..row.simpul.end as usize;
        let named: usize = names[symbols.clone()].iter().sum();
        let hands: usize = sop.simpul[symbols].iter().map(|simpul| simpul.oleh.len()).sum();
        bytes = bytes.saturating_add(hands.saturating_sub(1).saturating_mul(named + said(row)));
    }
    for edge in &procedure.flow.edges {
        // An arrow is named on both sides.
        let from = edge.from.index();
        let (to, named) = match edge.to {
            Target::Simpul(to) => (sop[to].oleh.len(), names[to.index()]),
            Target::Akhir(_) => (0, 0),
        };
        let both = to.saturating_mul(names[from]) + sop.simpul[from].oleh.len().saturating_mul(named);
        bytes = bytes.saturating_add(both);
    }
    match bytes > MOST_ON_CARDS {
        true => Err(refused(&LONG_CARDS, vec![("batas", (MOST_ON_CARDS >> 20).into())])),
        false => Ok(()),
    }
}

/// For the forms of one kind for a procedure.
///
/// # Errors
///
/// They would be too long.
pub(super) fn forms(forms: &[Form]) -> Result<(), EmitError> {
    let pieces = pieces(forms);
    match pieces > MOST_PIECES {
        true => Err(refused(&LONG_FORM, vec![("jumlah", pieces.into()), ("batas", MOST_PIECES.into())])),
        false => Ok(()),
    }
}

fn pieces(forms: &[Form]) -> usize {
    let row = |row: &Row| match row {
        Row::Band(_) => 1,
        Row::Line(line) => usize::from(line.rounds) * line.cells.iter().map(Vec::len).sum::<usize>(),
    };
    let part = |part: &Part| match part {
        Part::Heading(_) | Part::Paragraph(_) => 1,
        Part::Fields(fields) => fields.len(),
        Part::Ticks { items, .. } => items.len(),
        Part::List { items, .. } => items.len(),
        Part::Table(table) => table.rows.iter().map(row).sum(),
    };
    forms.iter().flat_map(|form| form.parts.iter().chain(&form.after)).map(part).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::compile;
    use crate::config::Config;
    use crate::forms::{Setup, kendali};
    use crate::model::Standing;
    use crate::text::Lang;

    #[test]
    fn a_form_may_be_long_and_no_longer() {
        let config = Config::default();
        let text = "sop: Uji\npelaksana: A, B\nkegiatan:\n1. A: a\n2. B: b\n   ya: selesai\n   tidak: kembali ke 1, paling banyak 2 kali, lalu selesai\n";
        let procedure = compile(text, &config).procedure.expect("it has rows");
        let mut form = kendali::form(&procedure, &Setup::new(&config, Lang::En, Standing::Clean));
        let some = pieces(std::slice::from_ref(&form));
        // Both rows may be done three times.
        assert!((50..200).contains(&some), "{some}");
        let more = vec![String::new(); MOST_PIECES - some];
        form.after.push(Part::List { label: String::new(), items: more });
        assert!(forms(std::slice::from_ref(&form)).is_ok());
        form.parts.push(Part::Paragraph(String::new()));
        let Err(EmitError::DoesNotFit(why)) = forms(&[form]) else { panic!("it is too long") };
        assert_eq!(
            why.words(Lang::En),
            "this form would hold 400001 texts and places to fill in, but at most 400000 are made; divide this SOP"
        );
    }
}
