//! Rows numbered 1..n, and everything that speaks of their numbers with them.

use crate::diag::{Severity, Sink};
use crate::sorting;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Acuan, Alur, Batas, Field, Nomor, Rujukan, Sasaran, Sop, Value};
use crate::syntax::keys::Key;
use crate::syntax::{NamedRow, named_rows, parse};
use crate::text::{Arg, Lang, Text};
use std::collections::BTreeMap;

/// Why a file is not renumbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The text has syntax errors; `sop check` names them.
    SyntaxErrors,
    /// A target aims at a number that stands twice, so nobody can say which row is meant.
    Doubled {
        /// The number.
        nomor: Nomor,
        /// Where it is aimed at.
        span: Span,
    },
    /// A target aims at a number that no row has; another row would take the number.
    Nowhere {
        /// The number.
        nomor: Nomor,
        /// Where it is aimed at.
        span: Span,
    },
    /// More rows than there are numbers.
    TooMany,
}

static SYNTAX_ERRORS: Text = Text {
    id: "berkas ini memuat baris yang tidak terbaca; jalankan `sop check` dahulu",
    en: "this file has lines that cannot be read; run `sop check` first",
};
static DOUBLED: Text = Text {
    id: "nomor {nomor} dipakai dua kegiatan dan menjadi tujuan; bedakan dahulu nomornya",
    en: "the number {nomor} stands at two rows and is aimed at; tell the two apart first",
};
static NOWHERE: Text = Text {
    id: "tidak ada kegiatan bernomor {nomor}, padahal menjadi tujuan; perbaiki dahulu tujuannya",
    en: "no row has the number {nomor}, yet it is aimed at; mend the target first",
};
static TOO_MANY: Text = Text { id: "kegiatannya lebih dari 9999", en: "there are more than 9999 rows" };

impl Refusal {
    /// In words, with the remedy.
    pub fn message(&self, lang: Lang) -> String {
        let nomor = |nomor: &Nomor| [("nomor", Arg::from(nomor.to_string()))];
        match self {
            Refusal::SyntaxErrors => SYNTAX_ERRORS.fill(lang, &[]),
            Refusal::Doubled { nomor: number, .. } => DOUBLED.fill(lang, &nomor(number)),
            Refusal::Nowhere { nomor: number, .. } => NOWHERE.fill(lang, &nomor(number)),
            Refusal::TooMany => TOO_MANY.fill(lang, &[]),
        }
    }
}

/// A text that names a row by a number which another row takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Where it stands.
    pub di: Di,
    /// The number in the text.
    pub dahulu: Nomor,
    /// The new number of the row that had it.
    pub kini: u16,
}

/// Where such a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Di {
    /// In a row, by its new number.
    Kegiatan(u16),
    /// In a field of the identity.
    Isian(Key),
}

static SAID_IN_ROW: Text = Text {
    id: "kegiatan {di} menyebut kegiatan {dahulu} dalam kata-katanya; kegiatan itu kini bernomor {kini}, ubahlah bila itu yang dimaksud",
    en: "row {di} speaks of row {dahulu}, which has the number {kini} now; change its words if that row is meant",
};
static SAID_IN_FIELD: Text = Text {
    id: "`{di}` menyebut kegiatan {dahulu}; kegiatan itu kini bernomor {kini}, ubahlah bila itu yang dimaksud",
    en: "`{di}` speaks of row {dahulu}, which has the number {kini} now; change its words if that row is meant",
};

impl Said {
    /// In words, with the remedy.
    pub fn message(&self, lang: Lang) -> String {
        let (text, di) = match self.di {
            Di::Kegiatan(row) => (&SAID_IN_ROW, Arg::from(usize::from(row))),
            Di::Isian(key) => (&SAID_IN_FIELD, Arg::from(key.word())),
        };
        let numbers =
            [("dahulu", Arg::from(self.dahulu.to_string())), ("kini", Arg::from(usize::from(self.kini)))];
        text.fill(lang, &[&[("di", di)], &numbers[..]].concat())
    }
}

/// The texts of a procedure that [`renumber`] can renumber which name rows whose numbers change. It leaves them as they
/// are: what a sentence means is not for a program to say.
pub fn said(text: &str) -> Vec<Said> {
    let sop = parse(text, &mut Sink::new());
    let mut new: BTreeMap<Nomor, u16> = BTreeMap::new();
    for (row, number) in sop.kegiatan().zip(1..=u16::MAX) {
        new.entry(row.nomor.value).or_insert(number);
    }
    let mut found: Vec<Said> = Vec::new();
    let mut look = |di: Di, text: &str| {
        for NamedRow { nomor, .. } in named_rows(text) {
            let Some(kini) = new.get(&nomor).copied() else { continue };
            let said = Said { di, dahulu: nomor, kini };
            let mut here = found.iter().rev().take_while(|known| known.di == di);
            if nomor != (Nomor { angka: kini, huruf: None }) && here.all(|known| *known != said) {
                found.push(said);
            }
        }
    };
    for field in &sop.fields {
        texts(&field.value).for_each(|text| look(Di::Isian(field.key.value), text));
    }
    for (row, number) in sop.kegiatan().zip(1..=u16::MAX) {
        let items = row.rincian.iter().map(|item| &*item.text.value);
        let fields = row.fields.iter().flat_map(|field| texts(&field.value));
        std::iter::once(row.uraian.value.as_str())
            .chain(items)
            .chain(fields)
            .for_each(|text| look(Di::Kegiatan(number), text));
    }
    found
}

/// What a value says in words.
fn texts(value: &Value) -> impl Iterator<Item = &str> {
    let (one, items) = match value {
        Value::Text(text) => (Some(text.value.as_str()), &[][..]),
        Value::List(items) => (None, items.as_slice()),
        Value::Alur(alur) => (alur.kondisi.as_ref().map(|it| it.value.as_str()), &[][..]),
        _ => (None, &[][..]),
    };
    one.into_iter().chain(items.iter().map(|item| &*item.text.value))
}

/// Numbers the rows 1..n and rewrites every target, `menunggu`, `bersamaan`, `batas` and `batas waktu`. Nothing else
/// is touched: run [`format`](super::format) on the result for the canonical form.
pub fn renumber(text: &str) -> Result<String, Refusal> {
    let mut sink = Sink::new();
    let sop = parse(text, &mut sink);
    if sink.into_sorted().iter().any(|finding| finding.severity == Severity::Error) {
        return Err(Refusal::SyntaxErrors);
    }
    let mut edits: Vec<(Span, String)> = Vec::new();
    let mut new: BTreeMap<Nomor, Vec<u16>> = BTreeMap::new();
    for (index, row) in sop.kegiatan().enumerate() {
        let number =
            u16::try_from(index + 1).ok().filter(|number| *number <= 9999).ok_or(Refusal::TooMany)?;
        new.entry(row.nomor.value).or_default().push(number);
        edits.push((row.nomor.span, number.to_string()));
    }
    for Spanned { value, span } in references(&sop, text) {
        match new.get(&value).map(Vec::as_slice) {
            Some([number]) => edits.push((span, number.to_string())),
            Some(_) => return Err(Refusal::Doubled { nomor: value, span }),
            None => return Err(Refusal::Nowhere { nomor: value, span }),
        }
    }
    sorting::by_key(&mut edits, |(span, _)| *span);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (span, number) in edits {
        out.push_str(&text[at..span.range().start]);
        out.push_str(&number);
        at = span.range().end;
    }
    out.push_str(&text[at..]);
    Ok(out)
}

/// Every place that names a row by its number.
fn references(sop: &Sop, text: &str) -> Vec<Spanned<Nomor>> {
    let mut found = Vec::new();
    let rows = sop.kegiatan().flat_map(|row| &row.fields);
    for field in sop.fields.iter().chain(rows) {
        let Field { comments: _, key: _, untuk: _, value, span: _ } = field;
        match value {
            Value::Alur(alur) => {
                let Alur { sasaran, lalu, kondisi: _, paling_banyak: _ } = &**alur;
                found.extend(sasaran.iter().chain(lalu).filter_map(|target| target_number(&target.value)));
            }
            Value::Nomor(numbers) => found.extend(numbers),
            Value::Batas(limits) => limits.iter().for_each(|limit| limit_numbers(limit, text, &mut found)),
            Value::Missing
            | Value::Dash
            | Value::Text(_)
            | Value::List(_)
            | Value::Tanggal(_)
            | Value::Waktu(_)
            | Value::Pelaksana(_) => {}
        }
    }
    found
}

fn target_number(target: &Sasaran) -> Option<Spanned<Nomor>> {
    match target {
        Sasaran::Lanjut(Rujukan { nomor, pelaku: _ }) | Sasaran::Kembali(Rujukan { nomor, pelaku: _ }) => {
            Some(*nomor)
        }
        Sasaran::KembaliSatu | Sasaran::Selesai(_) => None,
    }
}

fn limit_numbers(limit: &Batas, text: &str, found: &mut Vec<Spanned<Nomor>>) {
    if let Some(Spanned { value: Acuan::Setelah(nomor) | Acuan::Dari(nomor) | Acuan::Sebelum(nomor), span }) =
        &limit.dari
    {
        // `setelah 4`: the number is the last word.
        let words = &text[span.range()];
        let length = words.rsplit(char::is_whitespace).next().map_or(0, str::len);
        let start = span.range().end - length;
        found.push(Spanned::new(*nomor, Span::new(start, span.range().end)));
    }
    found.extend(limit.sampai);
}
