//! Bytes of a filled form, or of another program's record, into cases.
//!
//! Two shapes are read, each from CSV and XLSX: the form itself, a value for every name of [`crate::forms`] (JSON,
//! too), and a table of what was done, a line for each time a row was done.

#[cfg(feature = "xlsx")]
mod bilangan;
#[cfg(feature = "xlsx")]
mod buku;
mod csv;
mod isian;
mod json;
#[cfg(feature = "xlsx")]
mod paket;
mod riwayat;
mod tabel;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use riwayat::Kode;

use super::{Bacaan, Cacat, Kata};
use crate::analysis::Procedure;
use crate::config::Config;
use crate::forms::{self, Field, Form, Part, Piece, Row, Setup, Value};
use crate::model::{SimpulId, Sop, Standing, fingerprint};
use crate::text::{Lang, fold, nearest};
use std::collections::{BTreeMap, BTreeSet};

/// What is read is held against this.
pub struct Acuan<'a> {
    sop: &'a Sop,
    sidik: String,
    /// Names of what is filled in, without their round.
    names: BTreeSet<String>,
    /// By name and label in either language: the value of an outcome.
    choices: BTreeMap<(String, String), String>,
    kode: Kode,
}

impl<'a> Acuan<'a> {
    /// Of a procedure with the settings its forms are printed with.
    pub fn new(procedure: &'a Procedure, config: &'a Config) -> Acuan<'a> {
        let sop = &procedure.sop;
        let mut acuan = Acuan {
            sop,
            sidik: fingerprint::shown(sop),
            names: BTreeSet::new(),
            choices: BTreeMap::new(),
            kode: Kode::default(),
        };
        for lang in [Lang::Id, Lang::En] {
            let setup = Setup::new(config, lang, Standing::Clean);
            acuan.take(&forms::kendali::form(procedure, &setup));
        }
        acuan
    }

    /// With the names that saved cases of the generated machine use.
    #[must_use]
    pub fn with(self, kode: Kode) -> Acuan<'a> {
        Acuan { kode, ..self }
    }

    fn take(&mut self, form: &Form) {
        form.head.iter().for_each(|field| self.take_field(field));
        for part in &form.parts {
            match part {
                Part::Fields(fields) => fields.iter().for_each(|field| self.take_field(field)),
                Part::Ticks { items, .. } => self.names.extend(items.iter().map(|tick| tick.name.clone())),
                Part::Table(table) => {
                    let lines = table.rows.iter().filter_map(|row| match row {
                        Row::Line(line) => Some(line),
                        Row::Band(_) => None,
                    });
                    lines
                        .flat_map(|line| line.cells.iter().flatten())
                        .for_each(|piece| self.take_piece(piece));
                }
                Part::Heading(_) | Part::Paragraph(_) | Part::List { .. } => {}
            }
        }
    }

    fn take_field(&mut self, field: &Field) {
        if let Value::Blank(blank) = &field.value {
            self.names.insert(blank.name.clone());
        }
    }

    fn take_piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Tick(tick) => _ = self.names.insert(tick.name.clone()),
            Piece::Blank(blank) => _ = self.names.insert(blank.name.clone()),
            Piece::Choice { name, value, label } => {
                self.names.insert(name.clone());
                for said in [label, value] {
                    self.choices.insert((name.clone(), fold(said)), value.clone());
                }
            }
            Piece::Text(_) | Piece::Strong(_) | Piece::Label(_) | Piece::Item { .. } | Piece::Note { .. } => {
            }
        }
    }

    /// A place by its key, or by its row where the row has one place only.
    fn simpul(&self, key: &str) -> Option<Vec<SimpulId>> {
        let all = (0..self.sop.simpul.len()).map(SimpulId::from_index);
        let exact: Vec<SimpulId> = all.clone().filter(|id| self.sop.kunci(*id) == key).collect();
        if !exact.is_empty() {
            return Some(exact);
        }
        let of_row: Vec<SimpulId> = all.filter(|id| self.row_key(*id) == key).collect();
        (!of_row.is_empty()).then_some(of_row)
    }

    fn row_key(&self, id: SimpulId) -> String {
        self.sop.kegiatan_dari(id).kunci()
    }

    /// Whether the file belongs to this version; a fault of the whole file otherwise.
    fn check_sidik(&self, found: &str, letak: Kata) -> Option<Cacat> {
        let digits =
            |text: &str| text.chars().filter(char::is_ascii_hexdigit).collect::<String>().to_lowercase();
        if digits(found) == digits(&self.sidik) {
            return None;
        }
        Some(Cacat {
            berkas: None,
            letak,
            apa: Kata::new(
                format!("sidik `{found}` milik versi lain; SOP ini bersidik `{}`", self.sidik),
                format!("the fingerprint `{found}` is of another version; this SOP has `{}`", self.sidik),
            ),
            saran: Kata::new(
                "baca dengan naskah .sop yang formulirnya dicetak; `sop open` mengeluarkannya dari PDF versi itu",
                "read it with the .sop file that the form was printed from; `sop open` takes it out of that version's PDF",
            ),
        })
    }

    fn nearest_name(&self, name: &str) -> Option<&str> {
        nearest(name, self.names.iter().map(String::as_str))
    }
}

/// A file's cases. The shape is told by its first bytes.
pub fn baca(bytes: &[u8], acuan: &Acuan<'_>) -> Bacaan {
    if bytes.starts_with(b"PK") {
        #[cfg(feature = "xlsx")]
        return xlsx::baca(bytes, acuan);
        #[cfg(not(feature = "xlsx"))]
        return whole(
            Kata::new("program ini dibuat tanpa XLSX", "this program was made without XLSX"),
            Kata::new("simpan sebagai CSV", "save it as CSV"),
        );
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else {
        return whole(
            Kata::new("berkas ini bukan teks UTF-8 dan bukan XLSX", "this is neither UTF-8 text nor XLSX"),
            Kata::new(
                "simpan ulang sebagai `CSV UTF-8` atau XLSX",
                "save it again as `CSV UTF-8` or as XLSX",
            ),
        );
    };
    if riwayat::is_saved(text) {
        return riwayat::baca(text, acuan);
    }
    // As serde keeps one: the same text in quotes. A table may begin with a quote, too.
    if text.starts_with('"')
        && let Ok(saved) = serde_json::from_str::<String>(text)
        && riwayat::is_saved(&saved)
    {
        return riwayat::baca(&saved, acuan);
    }
    if text.trim_start().starts_with(['{', '[']) {
        return json::baca(text, acuan);
    }
    csv::baca(text, acuan)
}

/// A file that gives nothing.
fn whole(apa: Kata, saran: Kata) -> Bacaan {
    let letak = Kata::new("seluruh berkas", "the whole file");
    Bacaan { cacat: vec![Cacat { berkas: None, letak, apa, saran }], ..Bacaan::default() }
}
