//! What stands on each of these forms, between head and signatures.

use super::super::head::dated;
use super::super::{BlankKind, Column, Field, Line, Part, Piece, Row, Setup, Table, Tick, words as w};
use super::Fakta;
use crate::model::{Isian, Tanggal};
use crate::regulation::without_prefix;
use crate::text::{Arg, Text};
use std::collections::BTreeMap;

fn named(fakta: &Fakta, setup: &Setup) -> Vec<Piece> {
    let mut pieces = vec![Piece::Text(fakta.identitas.sop.clone())];
    let nomor = fakta.identitas.nomor.iter().cloned();
    pieces.extend(nomor.map(|text| Piece::Note { label: w::NUMBER.pattern(setup.lang).to_owned(), text }));
    pieces
}

fn yes_or_no(name: &str, setup: &Setup, words: [&'static Text; 2]) -> Vec<Piece> {
    let choice = |value: &str, text: &'static Text| Piece::Choice {
        name: name.to_owned(),
        value: value.to_owned(),
        label: text.pattern(setup.lang).to_owned(),
    };
    vec![choice("ya", words[0]), choice("tidak", words[1])]
}

fn lines(rows: Vec<Vec<Vec<Piece>>>) -> Vec<Row> {
    let line = |(at, cells): (usize, Vec<Vec<Piece>>)| {
        Row::Line(Line { key: (at + 1).to_string(), rounds: 1, cells })
    };
    rows.into_iter().enumerate().map(line).collect()
}

fn number(at: usize) -> Vec<Piece> {
    vec![Piece::Text((at + 1).to_string())]
}

/// The six columns of the regulation. One procedure is assessed as a whole and row by row.
pub(super) fn monitoring(list: &[Fakta], setup: &Setup) -> Table {
    let word = |text: &'static Text| text.pattern(setup.lang);
    let columns = vec![
        Column::new("no", &setup.label.no, 10).centre(),
        Column::new("prosedur", word(&w::PROCEDURE), 66),
        Column::new("penilaian", word(&w::ASSESSMENT), 36),
        Column::new("catatan", word(&w::ASSESSMENT_NOTES), 50),
        Column::new("tindakan", word(&w::ACTION), 50),
        Column::new("paraf", word(&w::ASSESSOR_INITIALS), 20),
    ];
    let cells = |no: String, what: Vec<Piece>| {
        let blank = |name: &str, kind| vec![Piece::blank(format!("{no}.{name}"), kind)];
        vec![
            vec![Piece::Text(no.clone())],
            what,
            yes_or_no(&format!("{no}.penilaian"), setup, [&w::GOES_WELL, &w::GOES_NOT_WELL]),
            blank("catatan", BlankKind::Lines),
            blank("tindakan", BlankKind::Lines),
            blank("paraf", BlankKind::Initials),
        ]
    };
    let rows = match list {
        [only] => {
            let whole = cells("0".to_owned(), vec![Piece::Strong(word(&w::WHOLE).to_owned())]);
            let mut whole = Line { key: "0".to_owned(), rounds: 1, cells: whole };
            whole.cells[0].clear();
            let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
            let rows = only.rows.iter().map(|(nomor, uraian)| {
                let times = seen.entry(nomor).and_modify(|times| *times += 1).or_insert(1);
                let key = if *times > 1 { format!("{nomor}~{times}") } else { nomor.clone() };
                let mut cells = cells(key.clone(), vec![Piece::Text(uraian.clone())]);
                cells[0] = vec![Piece::Text(nomor.clone())];
                Row::Line(Line { key, rounds: 1, cells })
            });
            let rows: Vec<Row> = rows.collect();
            std::iter::once(Row::Line(whole)).chain(rows).collect()
        }
        _ => lines(
            list.iter()
                .enumerate()
                .map(|(at, fakta)| cells((at + 1).to_string(), named(fakta, setup)))
                .collect(),
        ),
    };
    Table { columns, rows }
}

/// The seven criteria: one below the other for one procedure; for several they are numbered columns.
pub(super) fn evaluation(list: &[Fakta], setup: &Setup) -> Vec<Part> {
    let word = |text: &'static Text| text.pattern(setup.lang);
    let label = &setup.label;
    if let [_] = list {
        let columns = vec![
            Column::new("no", &label.no, 10).centre(),
            Column::new("kriteria", word(&w::CRITERION), 84),
            Column::new("penilaian", word(&w::JUDGEMENT), 24),
            Column::new("catatan", word(&w::ASSESSMENT_NOTES), 64),
        ];
        let rows = w::CRITERIA.iter().enumerate().map(|(at, text)| {
            let name = |what: &str| format!("{}.{what}", at + 1);
            vec![
                number(at),
                vec![Piece::Text(word(text).to_owned())],
                yes_or_no(&name("penilaian"), setup, [&w::YES, &w::NO]),
                vec![Piece::blank(name("catatan"), BlankKind::Lines)],
            ]
        });
        return vec![Part::Table(Table { columns, rows: lines(rows.collect()) }), conclusion(setup)];
    }
    let criteria = w::CRITERIA.iter().map(|text| word(text).to_owned()).collect();
    let mut columns =
        vec![Column::new("no", &label.no, 10).centre(), Column::new("prosedur", word(&w::PROCEDURE), 62)];
    columns.extend(
        (1..=w::CRITERIA.len()).map(|at| Column::new(&format!("k{at}"), at.to_string(), 16).centre()),
    );
    columns.push(Column::new("catatan", word(&w::ASSESSMENT_NOTES), 50));
    let rows = list.iter().enumerate().map(|(at, fakta)| {
        let mut cells = vec![number(at), named(fakta, setup)];
        let name = |k: usize| format!("{}.k{k}", at + 1);
        cells.extend((1..=w::CRITERIA.len()).map(|k| yes_or_no(&name(k), setup, [&w::YES, &w::NO])));
        cells.push(vec![Piece::blank(format!("{}.catatan", at + 1), BlankKind::Lines)]);
        cells
    });
    let table = Part::Table(Table { columns, rows: lines(rows.collect()) });
    vec![Part::List { label: word(&w::CRITERION).to_owned(), items: criteria }, table]
}

fn conclusion(setup: &Setup) -> Part {
    let tick = |name: &str, text: &'static Text| Tick {
        name: format!("simpulan.{name}"),
        label: text.pattern(setup.lang).to_owned(),
    };
    Part::Ticks {
        label: w::CONCLUSION.pattern(setup.lang).to_owned(),
        items: vec![tick("tetap", &w::KEEP), tick("revisi", &w::REVISE), tick("cabut", &w::WITHDRAW)],
    }
}

/// The minutes: who met, what was verified, with which result.
pub(super) fn verification(list: &[Fakta], setup: &Setup) -> Vec<Part> {
    let word = |text: &'static Text| text.pattern(setup.lang).to_owned();
    let blank = |text: &'static Text, name: &str, kind| Field::blank(word(text), name, kind);
    let columns = vec![
        Column::new("no", &setup.label.no, 10).centre(),
        Column::new("sop", &setup.label.nama_sop, 70),
        Column::new("versi", word(&w::VERSION), 36),
        Column::new("hasil", word(&w::RESULT), 34),
        Column::new("catatan", word(&w::CORRECTIONS), 50),
    ];
    let rows = list.iter().enumerate().map(|(at, fakta)| {
        vec![
            number(at),
            named(fakta, setup),
            vec![
                Piece::Text(fakta.versi.clone()),
                Piece::Note { label: word(&w::FINGERPRINT_SHORT), text: fakta.sidik.clone() },
            ],
            yes_or_no(&format!("{}.hasil", at + 1), setup, [&w::CONFORMS, &w::NEEDS_WORK]),
            vec![Piece::blank(format!("{}.catatan", at + 1), BlankKind::Lines)],
        ]
    });
    let count = Arg::from(list.len());
    vec![
        Part::Paragraph(word(&w::MINUTES_OPENING)),
        Part::Fields(vec![
            blank(&w::DAY, "hari", BlankKind::Date),
            blank(&w::PLACE, "tempat", BlankKind::Text),
            blank(&w::UNIT_PARTY, "pihak.unit", BlankKind::Text),
            blank(&w::BUREAU_PARTY, "pihak.biro", BlankKind::Text),
        ]),
        Part::Paragraph(w::MINUTES_LIST.fill(setup.lang, &[("banyak", count)])),
        Part::Table(Table { columns, rows: lines(rows.collect()) }),
        Part::Paragraph(word(&w::MINUTES_CLOSING)),
    ]
}

/// The aspect of a title and what it is of: `Penyusunan dan Penetapan`, `Peraturan Daerah`.
fn aspect(title: &str) -> (&str, &str) {
    let mut words = title.split(' ');
    let mut end = words.next().map_or(0, str::len);
    while title[end..].starts_with(" dan ") {
        end += " dan ".len();
        end += title[end..].find(' ').unwrap_or(title.len() - end);
    }
    (&title[..end], title[end..].trim_start())
}

/// Empty lines for procedures that are not written yet.
const FREE: usize = 5;

/// The form of the needs stage. A title is aspect and output; what the title gives is filled in.
pub(super) fn identification(list: &[Fakta], setup: &Setup) -> Table {
    let word = |text: &'static Text| text.pattern(setup.lang);
    let columns = vec![
        Column::new("no", &setup.label.no, 9).centre(),
        Column::new("tugas", word(&w::TASK), 32),
        Column::new("fungsi", word(&w::FUNCTION), 32),
        Column::new("uraian", word(&w::DUTIES), 36),
        Column::new("kegiatan", &setup.label.kegiatan, 36),
        Column::new("output", &setup.label.output, 34),
        Column::new("aspek", word(&w::ASPECT), 28),
        Column::new("judul", word(&w::SOP_TITLE), 46),
    ];
    let blank = |at: usize, name: &str| vec![Piece::blank(format!("{}.{name}", at + 1), BlankKind::Lines)];
    let rows = (0..list.len() + FREE).map(|at| {
        let mut cells = vec![number(at)];
        cells.extend(["tugas", "fungsi", "uraian"].map(|name| blank(at, name)));
        match list.get(at) {
            Some(fakta) => {
                let title = &fakta.identitas.sop;
                let name = title[without_prefix(title)..].trim();
                let (aspect, rest) = aspect(name);
                let (aspect, rest) = (aspect.to_owned(), rest.to_owned());
                // A title is its aspect and the final output.
                let output = if rest.is_empty() { fakta.output.join(", ") } else { rest };
                cells.extend(
                    [name.to_owned(), output, aspect, title.clone()].map(|text| vec![Piece::Text(text)]),
                );
            }
            None => cells.extend(["kegiatan", "output", "aspek", "judul"].map(|name| blank(at, name))),
        }
        cells
    });
    Table { columns, rows: lines(rows.collect()) }
}

pub(super) fn register(list: &[Fakta], setup: &Setup) -> Table {
    let word = |text: &'static Text| text.pattern(setup.lang);
    let label = &setup.label;
    let columns = vec![
        Column::new("no", &label.no, 9).centre(),
        Column::new("nomor", &label.nomor_sop, 38),
        Column::new("nama", &label.nama_sop, 56),
        Column::new("unit", word(&w::UNIT), 36),
        Column::new("tanggal", word(&w::DATES), 44),
        Column::new("pengesah", &label.disahkan_oleh, 34),
        Column::new("waktu", &label.waktu, 24),
        Column::new("status", word(&w::STATUS), 26),
    ];
    let rows = list.iter().enumerate().map(|(at, fakta)| {
        let id = &fakta.identitas;
        let text = |text: &Option<String>| vec![Piece::Text(text.clone().unwrap_or_else(|| "-".to_owned()))];
        let unit = id.unit.as_ref().or(id.instansi.last()).cloned();
        let dates = [
            (&w::MADE, &id.tanggal_pembuatan),
            (&w::REVISED, &id.tanggal_revisi),
            (&w::IN_FORCE, &id.tanggal_efektif),
        ];
        let date = |(label, date): (&'static Text, &Isian<Tanggal>)| Piece::Note {
            label: word(label).to_owned(),
            text: date.isi().map_or("-".to_owned(), |date| dated(date, setup.lang)),
        };
        let official: Vec<&str> =
            [&id.disahkan_oleh, &id.nama_pejabat].into_iter().flatten().map(String::as_str).collect();
        let status = |value: &str, text: &'static Text| Piece::Choice {
            name: format!("{}.status", at + 1),
            value: value.to_owned(),
            label: word(text).to_owned(),
        };
        vec![
            number(at),
            text(&id.nomor),
            vec![
                Piece::Text(id.sop.clone()),
                Piece::Note { label: word(&w::FINGERPRINT_SHORT).to_owned(), text: fakta.sidik.clone() },
            ],
            text(&unit),
            dates.map(date).into(),
            text(&(!official.is_empty()).then(|| official.join(", "))),
            vec![Piece::Text(fakta.waktu.clone())],
            vec![
                status("berlaku", &w::VALID),
                status("digantikan", &w::REPLACED),
                status("dicabut", &w::WITHDRAWN),
            ],
        ]
    });
    Table { columns, rows: lines(rows.collect()) }
}

#[cfg(test)]
mod tests {
    use super::aspect;

    #[test]
    fn a_title_is_parted_behind_its_aspect() {
        assert_eq!(aspect("Pengelolaan Surat Masuk"), ("Pengelolaan", "Surat Masuk"));
        assert_eq!(
            aspect("Penyusunan dan Penetapan Peraturan Daerah"),
            ("Penyusunan dan Penetapan", "Peraturan Daerah")
        );
        assert_eq!(aspect("Pengarsipan"), ("Pengarsipan", ""));
    }
}
