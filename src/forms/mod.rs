//! Forms to fill in, as data: what stands on them and what is left free, made from a [`Procedure`]. No geometry and no
//! file format: the page engine, the workbook and the web page print the same [`Form`].
//!
//! Every place to fill in has a name that stays the same over all formats: what comes back is found by it. The names of
//! a row's places begin with the key of the row (`7`, `7~2` where the number stands twice); those inside a chain
//! of places with the key of the place (`7.2`):
//!
//! | name | what |
//! |---|---|
//! | `7.beres` | the row is done |
//! | `7.kelengkapan.1`, `7.output.1` | the paper, in the order of the text |
//! | `7.menunggu.5` | row 5, which this one waits for, is done |
//! | `7.dilewati`, `7.tembusan` | passed over; the copy is sent |
//! | `7.mulai`, `7.selesai` | actual start and end |
//! | `7.hasil`, `7.2.hasil` | the outcome; [`Piece::Choice`] gives the values |
//! | `7.oleh` | which of several alternatives acted |
//! | `7.paraf.1` | initials, in the order printed |
//!
//! In a row with several [`Line::rounds`], `@2` and `@3` behind the name mean the second and third time.

pub mod dokumen;
mod english;
mod hasil;
mod head;
pub mod kartu;
pub mod kendali;
mod langkah;
pub mod layanan;
pub mod names;
mod parts;
pub mod tugas;
mod words;

pub use langkah::paper;

pub use tugas::Fakta;

use crate::analysis::Procedure;
use crate::config::{Config, Labels};
use crate::model::Standing;
use crate::text::Lang;
use head::{code, version};
use serde::Serialize;
use std::borrow::Cow;

/// How often a row that can be returned to may be filled in, at most.
pub const ROUNDS: u8 = 3;

/// What a form depends on beside the procedure.
#[derive(Clone, Debug)]
pub struct Setup<'a> {
    /// The printed labels, in the language of the form where the office has none of its own.
    pub label: Cow<'a, Labels>,
    /// The language of the words that the form adds.
    pub lang: Lang,
    /// Where the file has errors every page says so.
    pub standing: Standing,
}

impl<'a> Setup<'a> {
    /// Of the settings in force.
    pub fn new(config: &'a Config, lang: Lang, standing: Standing) -> Setup<'a> {
        Setup { label: english::labels(&config.label, lang), lang, standing }
    }
}

/// A form.
#[derive(Clone, Debug, Serialize)]
pub struct Form {
    /// Which one.
    pub jenis: Jenis,
    /// Behind the file's name: `lembar-kendali`, `kartu-1-kabid`.
    pub nama: String,
    /// `id` or `en`.
    pub lang: &'static str,
    /// Whether the file has errors.
    pub standing: Standing,
    /// The agency, highest level first, then the unit.
    pub instansi: Vec<String>,
    /// What the form is: `Lembar Kendali Pelaksanaan SOP`.
    pub judul: String,
    /// The procedure that it is for; none where it is for several.
    pub sop: Option<String>,
    /// Beside the title: number, version, fingerprint, and what is filled in once.
    pub head: Vec<Field>,
    /// The text of the QR code: number, title, version and fingerprint, a line each.
    pub qr: Option<String>,
    /// At the head of every further page: what this is, in one line.
    pub running: String,
    /// How many lanes the procedure has, for the choice of paper; 0 where that says nothing.
    pub lanes: usize,
    /// What stands between head and signatures, in order.
    pub parts: Vec<Part>,
    /// Who signs; none where nobody does.
    pub signers: Vec<Signer>,
    /// What is only to be read, below the signatures.
    pub after: Vec<Part>,
}

/// Which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Jenis {
    /// The case checklist.
    LembarKendali,
    /// One actor's rows.
    Kartu,
    /// Papers and tools.
    Dokumen,
    /// For the public.
    Layanan,
    /// Half-yearly monitoring.
    Monitoring,
    /// Yearly evaluation.
    Evaluasi,
    /// Minutes of a verification.
    Verifikasi,
    /// Identification of the procedures an office needs.
    Identifikasi,
    /// The register.
    Register,
}

/// A label and what belongs to it.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    /// Printed before it, without a colon.
    pub label: String,
    /// What is printed, or filled in.
    pub value: Value,
}

/// What stands behind a label.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// Printed; may be empty.
    Text(String),
    /// Filled in.
    Blank(Blank),
}

/// A place to write.
#[derive(Clone, Debug, Serialize)]
pub struct Blank {
    /// See the head of this module.
    pub name: String,
    /// What is written there.
    pub kind: BlankKind,
    /// Small words in it: who signs here.
    pub label: Option<String>,
}

/// What is written in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlankKind {
    /// A day.
    Date,
    /// A day and a time of the day.
    Moment,
    /// Words on one line.
    Text,
    /// Words on several lines.
    Lines,
    /// Initials.
    Initials,
}

/// A box to tick.
#[derive(Clone, Debug, Serialize)]
pub struct Tick {
    /// See the head of this module.
    pub name: String,
    /// What it stands before; may be empty.
    pub label: String,
}

/// A part of the body.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Stays with what follows it.
    Heading(String),
    /// Running text.
    Paragraph(String),
    /// One below the other.
    Fields(Vec<Field>),
    /// Boxes under a label.
    Ticks {
        /// What they are.
        label: String,
        /// The boxes.
        items: Vec<Tick>,
    },
    /// Texts under a label; numbered where there are several.
    List {
        /// What they are; empty below a heading that says so.
        label: String,
        /// The texts.
        items: Vec<String>,
    },
    /// A table.
    Table(Table),
}

/// A table. Every line has a cell for every column.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    /// Left to right.
    pub columns: Vec<Column>,
    /// Top to bottom.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Unique in the table: `no`, `kegiatan`, `mulai`.
    pub key: String,
    /// Printed.
    pub head: String,
    /// Its share of the width.
    pub weight: u16,
    /// Given once a round, one below the other; otherwise once a line.
    pub rounds: bool,
    /// Its texts stand in the middle.
    pub centre: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Row {
    /// Words across the table; stays with the row below it.
    Band(String),
    /// Cells.
    Line(Line),
}

/// A line of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// The key of the procedure's row, where it is one; otherwise its number. Unique in the table.
    pub key: String,
    /// How often it may be filled in: 1, and up to [`ROUNDS`] where a return leads to it.
    pub rounds: u8,
    /// One for each column.
    pub cells: Vec<Vec<Piece>>,
}

/// What stands in a cell, one below the other.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// A text.
    Text(String),
    /// A text of weight: an actor.
    Strong(String),
    /// Words over the pieces that follow.
    Label(String),
    /// A sub-step: what stands before it, and it.
    Item {
        /// `a.`
        marker: String,
        /// The sub-step.
        text: String,
    },
    /// A remark: `Batas: paling lama 3 hari`.
    Note {
        /// `Batas`
        label: String,
        /// What it says.
        text: String,
    },
    /// A box to tick; one a round, side by side, where the column is given once a line.
    Tick(Tick),
    /// One of several: the boxes of one name exclude each other.
    Choice {
        /// Of all of them.
        name: String,
        /// Of this one.
        value: String,
        /// Printed.
        label: String,
    },
    /// A place to write.
    Blank(Blank),
}

/// Who signs, and what is known of him. Empty where it is written by hand.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Signer {
    /// `Diperiksa oleh`
    pub label: String,
    /// The office.
    pub jabatan: String,
    /// The name.
    pub nama: String,
    /// The rank.
    pub pangkat: String,
    /// `NIP …`
    pub nip: String,
}

impl Jenis {
    /// As the command line takes it.
    pub const fn name(self) -> &'static str {
        match self {
            Jenis::LembarKendali => "lembar-kendali",
            Jenis::Kartu => "kartu",
            Jenis::Dokumen => "dokumen",
            Jenis::Layanan => "layanan",
            Jenis::Monitoring => "monitoring",
            Jenis::Evaluasi => "evaluasi",
            Jenis::Verifikasi => "verifikasi",
            Jenis::Identifikasi => "identifikasi",
            Jenis::Register => "register",
        }
    }

    /// Whether one form may be for many procedures.
    pub fn joint(self) -> bool {
        use Jenis::{Evaluasi, Identifikasi, Monitoring, Register, Verifikasi};
        matches!(self, Monitoring | Evaluasi | Verifikasi | Identifikasi | Register)
    }

    /// Every form, in the order of the help.
    pub const ALL: [Jenis; 9] = [
        Jenis::LembarKendali,
        Jenis::Kartu,
        Jenis::Dokumen,
        Jenis::Layanan,
        Jenis::Monitoring,
        Jenis::Evaluasi,
        Jenis::Verifikasi,
        Jenis::Identifikasi,
        Jenis::Register,
    ];
}

/// The forms of one kind for one procedure: one a lane of [`Jenis::Kartu`], none of [`Jenis::Layanan`] where it is no
/// service.
pub fn of(jenis: Jenis, procedure: &Procedure, setup: &Setup) -> Vec<Form> {
    match jenis {
        Jenis::LembarKendali => vec![kendali::form(procedure, setup)],
        Jenis::Kartu => kartu::forms(procedure, setup),
        Jenis::Dokumen => vec![dokumen::form(procedure, setup)],
        Jenis::Layanan => layanan::form(procedure, setup).into_iter().collect(),
        Jenis::Monitoring | Jenis::Evaluasi | Jenis::Verifikasi | Jenis::Identifikasi | Jenis::Register => {
            tugas::form(jenis, &[tugas::Fakta::of(procedure, setup)], setup).into_iter().collect()
        }
    }
}
