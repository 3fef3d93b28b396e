//! `SOP506` unprintable-character: a character that the sheet's typeface does not have.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::layout::font;
use crate::lint::Lint;
use crate::model::{AcuanBatas, Akhir, Identitas, Key, Lanjutan, Setelah, Sop};
use crate::page;
use crate::source::Span;
use crate::text::{Text, is_printable_ascii};
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP506",
    name: "unprintable-character",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "huruf cetak lembar SOP tidak memiliki tanda `{tanda}` ({kode})",
        en: "the typeface of the sheet has no character `{tanda}` ({kode})",
    },
    help: Some(Text {
        id: "ganti dengan huruf Latin, angka, atau tanda baca yang lazim",
        en: "write it with Latin letters, digits or usual punctuation",
    }),
    basis: Some("R91"),
    page: page!("SOP506"),
};

static PLAIN_FIGURE: Text = Text { id: "tulis angka biasa", en: "write a plain figure" };

static OF_SETTINGS: Text = Text {
    id: "tanda ini berasal dari `sop.toml`; ganti di sana dengan huruf Latin, angka, atau tanda baca yang lazim",
    en: "it comes from `sop.toml`; write it there with Latin letters, digits or usual punctuation",
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    let mut found: BTreeSet<(Span, char)> = BTreeSet::new();
    let identitas = &procedure.sop.identitas;
    let plain = procedure.naskah.is_plain();
    // Beside what is typed, only the identity and the offices of lanes may hold more: what the office's settings say.
    let mut offices = lanes(&procedure.sop);
    if plain
        && identitas.may_be_of_settings().all(is_printable_ascii)
        && offices.all(|(_, text)| is_printable_ascii(text))
    {
        return;
    }
    let typed = if plain { lanes(&procedure.sop).collect() } else { texts(&procedure.sop) };
    let odd = |text: &str| !is_printable_ascii(text);
    let typed = typed.into_iter().filter(|(_, text)| odd(text));
    for (span, text) in identity(identitas, odd).chain(typed) {
        // U+FFFD stands for letters that were lost before we read them, which was reported then.
        let unprintable = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != char::REPLACEMENT_CHARACTER && !font::has(*c));
        found.extend(unprintable.map(|c| (span, c)));
    }
    for (span, c) in found {
        let told = Diagnostic::at(&RULE, span)
            .with("tanda", c.to_string())
            .with("kode", format!("U+{:04X}", u32::from(c)));
        // In a plain text it does not stand.
        let mut told = if plain { told.help(&OF_SETTINGS) } else { told };
        told.fix = figure(c).and_then(|figure| {
            let typed = procedure.naskah.at(span);
            let at = |(at, _): (usize, &str)| {
                let start = span.start as usize + at;
                (Span::new(start, start + c.len_utf8()), figure.to_string())
            };
            let edits: Vec<_> = typed.match_indices(c).map(at).collect();
            (!edits.is_empty()).then_some(Fix { title: &PLAIN_FIGURE, edits, safe: false })
        });
        sink.push(told);
    }
}

/// `₃` → `3`: the figure that stands below the line in `NH₃`.
fn figure(c: char) -> Option<char> {
    let below = u32::from(c).checked_sub(u32::from('₀'))?;
    char::from_digit(below, 10)
}

/// The names and offices of the lanes.
fn lanes(sop: &Sop) -> impl Iterator<Item = (Span, &str)> {
    sop.pelaksana.iter().flat_map(|lane| {
        let names = [Some(&lane.pendek), lane.panjang.as_ref()].into_iter().flatten();
        names.map(|name| (lane.span.unwrap_or_default(), name.as_str()))
    })
}

/// Every text beside the identity that reaches the sheet, and where it stands.
fn texts(sop: &Sop) -> Vec<(Span, &str)> {
    let Sop { identitas: _, pelaksana: _, tahap, kegiatan, simpul, akhir, dokumen: _, batas } = sop;
    let mut texts: Vec<_> = lanes(sop).collect();
    texts.extend(tahap.iter().map(|tahap| (tahap.span, tahap.nama.as_str())));
    for row in kegiatan {
        texts.push((row.uraian_span, &row.uraian));
        let words = [&row.keterangan, &row.pengganti, &row.tembusan, &row.bila_perlu];
        let words = words.into_iter().flatten().chain(&row.rincian).chain(&row.merujuk);
        texts.extend(words.map(|words| (row.span, words.as_str())));
        let papers = row.mutu_baku.kelengkapan.iter().chain(&row.mutu_baku.output);
        texts.extend(papers.map(|paper| (paper.span, &*paper.teks)));
        texts.extend(row.mutu_baku.waktu.iter().map(|waktu| (waktu.span, waktu.waktu.teks.as_str())));
    }
    for place in simpul {
        let ways: Vec<&Lanjutan> = match &place.setelah {
            Setelah::Ke(way) => vec![way],
            Setelah::Jika(branches) => {
                for branch in branches {
                    let words = branch.kondisi.as_deref().into_iter().chain([branch.jawaban.teks()]);
                    texts.extend(words.map(|words| (branch.lanjutan.span, words)));
                }
                branches.iter().map(|branch| &branch.lanjutan).collect()
            }
            Setelah::Bersamaan(ways) => ways.iter().collect(),
        };
        for way in ways {
            texts.extend(ends(way, akhir).map(|name| (way.span, name)));
        }
    }
    for limit in batas {
        texts.push((limit.span, &limit.teks));
        if let AcuanBatas::Peristiwa(event) = &limit.dari {
            texts.push((limit.span, event));
        }
    }
    texts
}

/// The names of the ends that a way leads to.
fn ends<'a>(way: &'a Lanjutan, akhir: &'a [Akhir]) -> impl Iterator<Item = &'a str> {
    use crate::model::Sasaran;
    let end = |target: &Sasaran| match target {
        Sasaran::Akhir(id) => akhir[id.index()].nama.as_deref(),
        Sasaran::Simpul(_) => None,
    };
    end(&way.ke).into_iter().chain(way.lalu.as_ref().and_then(end))
}

/// The texts of the identity that are wanted, each with the place of its field.
fn identity(identitas: &Identitas, wanted: fn(&str) -> bool) -> impl Iterator<Item = (Span, &str)> {
    let at = |key| identitas.span(key).unwrap_or_default();
    let texts = [
        (Key::Sop, Some(identitas.sop.as_str())),
        (Key::Nomor, identitas.nomor.as_deref()),
        (Key::Unit, identitas.unit.as_deref()),
        (Key::DisahkanOleh, identitas.disahkan_oleh.as_deref()),
        (Key::NamaPejabat, identitas.nama_pejabat.as_deref()),
        (Key::Pangkat, identitas.pangkat.as_deref()),
        (Key::Nip, identitas.nip.as_deref()),
        (Key::WaktuTotal, identitas.waktu_total.as_ref().map(|waktu| waktu.teks.as_str())),
    ];
    let texts = texts.into_iter().filter_map(|(key, text)| Some((key, text?)));
    let dates =
        identitas.dates().into_iter().filter_map(|(key, date)| Some((key, date.isi()?.teks.as_str())));
    let lists = identitas
        .lists()
        .into_iter()
        .flat_map(|(key, items)| items.iter().map(move |item| (key, item.as_str())));
    let texts = texts.chain(dates).chain(lists).filter(move |(_, text)| wanted(text));
    texts.map(move |(key, text)| (at(key), text))
}
